@0xb3c1f0a9d2e46007;
# How work is organised and measured: teams, training, working models, cohorts, shares of work, products with
# volume and price, and who answers for what.  Shares keep the base that the source states, or that it is unknown.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Money;
using import "values.capnp".Quantity;
using import "values.capnp".Share;
using import "values.capnp".When;
using import "terms.capnp".DaySpan;
$Cxx.namespace("sinetti::schema");

struct TeamMember
    $label(fi="tiimin jäsen", sv="teammedlem", en="team member") {
  role @0 :Text $required
      $label(fi="ammattinimike", sv="yrkesbeteckning", en="profession");
  alternative @1 :Text
      $label(fi="vaihtoehtoinen ammattinimike", sv="alternativ yrkesbeteckning", en="alternative profession");
  share @2 :Share
      $label(fi="työpanos", sv="arbetsinsats", en="share of work");
}

struct WorkPart
    $label(fi="työn osa", sv="del av arbetet", en="part of the work") {
  name @0 :Text $required
      $label(fi="osa", sv="del", en="part");
  partOf @1 :Text
      $label(fi="minkä osa", sv="del av", en="part of")
      $about("Name of the part of which this is a part, when the source says so.");
  share @2 :Share $required
      $label(fi="osuus", sv="andel", en="share");
  includes @3 :List(Text)
      $label(fi="sisältää myös", sv="omfattar också", en="also includes");
}

struct TeamFormed $event("team.formed")
    $label(fi="tiimi muodostettu", sv="team bildat", en="team formed")
    $about("A team was formed; each member's share of work as stated.")
    $example("{\"team\":\"kehittäjätiimi\",\"members\":[{\"role\":\"sosiaalityöntekijä\",\"share\":{\"percent\":50,\"base\":\"työpanos\"}}]}") {
  team @0 :Text $required
      $label(fi="tiimi", sv="team", en="team");
  purpose @1 :Text
      $label(fi="tarkoitus", sv="ändamål", en="purpose");
  members @2 :List(TeamMember) $required
      $label(fi="jäsenet", sv="medlemmar", en="members");
  period @3 :DaySpan
      $label(fi="toiminta-aika", sv="verksamhetstid", en="period");
}

struct TeamMemberChanged $event("team.memberChanged")
    $label(fi="tiimin jäsen vaihtunut", sv="teammedlem bytt", en="team member changed")
    $about("The make-up of a team changed.")
    $example("{\"team\":\"kehittäjätiimi\",\"left\":\"terveydenhoitaja\",\"joined\":{\"role\":\"toimintaterapeutti\",\"share\":{\"percent\":25}}}") {
  team @0 :Text $required
      $label(fi="tiimi", sv="team", en="team");
  left @1 :Text
      $label(fi="poistunut", sv="lämnat", en="left");
  joined @2 :TeamMember
      $label(fi="liittynyt", sv="tillträtt", en="joined");
}

struct TrainingHeld $event("training.held")
    $label(fi="koulutus pidetty", sv="utbildning hållen", en="training held")
    $about("Training was given; the number of participants with its bound.")
    $example("{\"topic\":\"Kunnon syyni -toimintamalli\",\"audience\":\"sosiaali- ja terveydenhuollon ammattilaiset\",\"participants\":{\"value\":170,\"bound\":\"approx\",\"unit\":\"ammattilainen\"}}") {
  topic @0 :Text $required
      $label(fi="aihe", sv="ämne", en="topic");
  audience @1 :Text
      $label(fi="kohderyhmä", sv="målgrupp", en="audience");
  participants @2 :Quantity
      $label(fi="osallistujat", sv="deltagare", en="participants");
  period @3 :When
      $label(fi="aika", sv="tid", en="time");
  form @4 :Text
      $label(fi="toteutustapa", sv="form", en="form");
}

struct CohortDefined $event("cohort.defined")
    $label(fi="kohderyhmä määritelty", sv="målgrupp definierad", en="cohort defined")
    $about("A target group and its limits.")
    $example("{\"cohort\":\"nuorisotakuun kohderyhmä\",\"age\":{\"value\":29,\"bound\":\"lt\",\"unit\":\"vuosi\"},\"conditions\":[\"työmarkkinoiden ulkopuolella\",\"ilman koulutuspaikkaa\"]}") {
  cohort @0 :Text $required
      $label(fi="kohderyhmä", sv="målgrupp", en="cohort");
  definition @1 :Text
      $label(fi="määritelmä", sv="definition", en="definition");
  age @2 :Quantity
      $label(fi="ikä", sv="ålder", en="age");
  conditions @3 :List(Text)
      $label(fi="ehdot", sv="villkor", en="conditions");
}

struct WorksplitReported $event("worksplit.reported")
    $label(fi="työn jakautuminen ilmoitettu", sv="arbetsfördelning uppgiven", en="work split reported")
    $about("Shares of a whole of work as stated, with the base each share is of, or the fact that the base is not known.")
    $example("{\"work\":\"toimeentulotukityö\",\"parts\":[{\"name\":\"etuuskäsittely\",\"share\":{\"percent\":45,\"bound\":\"approx\",\"base\":\"toimeentulotukityö\"},\"includes\":[\"lastensuojelu\"]}]}") {
  work @0 :Text $required
      $label(fi="työ", sv="arbete", en="work");
  parts @1 :List(WorkPart) $required
      $label(fi="osat", sv="delar", en="parts");
  period @2 :When
      $label(fi="aika", sv="tid", en="period");
}

struct ProductVolumePriced $event("product.volumePriced")
    $label(fi="palvelutuotteen määrä ja hinta", sv="tjänsteproduktens volym och pris", en="product priced by volume")
    $about("A service product: volume, unit price and the total that the source states; the view computes its own.")
    $example("{\"product\":\"toimeentulotukipalvelu\",\"year\":2014,\"volume\":{\"value\":20200,\"unit\":\"palvelutapahtuma\"},\"unitPrice\":{\"amount\":89.14,\"currency\":\"EUR\",\"currencyStated\":true},\"totalStated\":{\"amount\":1800628,\"currency\":\"EUR\",\"currencyStated\":true}}") {
  product @0 :Text $required
      $label(fi="tuote", sv="produkt", en="product");
  year @1 :UInt16 $required
      $label(fi="vuosi", sv="år", en="year");
  volume @2 :Quantity $required
      $label(fi="määrä", sv="volym", en="volume");
  unitPrice @3 :Money $required
      $label(fi="yksikköhinta", sv="enhetspris", en="unit price");
  totalStated @4 :Money
      $label(fi="ilmoitettu yhteensä", sv="uppgivet totalt", en="stated total");
  includes @5 :List(Text)
      $label(fi="sisältö", sv="innehåll", en="includes");
}

struct ModelAdopted $event("model.adopted")
    $label(fi="toimintamalli otettu käyttöön", sv="verksamhetsmodell införd", en="working model adopted")
    $about("A working model was taken into use.")
    $example("{\"title\":\"Kunnon syyni\",\"organisation\":\"terveyskeskustiimit\",\"from\":{\"date\":\"2013-11-01\"}}") {
  title @0 :Text $required
      $label(fi="toimintamalli", sv="verksamhetsmodell", en="model");
  organisation @1 :Text
      $label(fi="käyttöönottaja", sv="den som inför", en="adopted by");
  from @2 :When
      $label(fi="alkaen", sv="från", en="from");
  scope @3 :Text
      $label(fi="laajuus", sv="omfattning", en="scope");
  text @4 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct ResponsibilityAssigned $event("responsibility.assigned")
    $label(fi="vastuu osoitettu", sv="ansvar tilldelat", en="responsibility assigned")
    $about("Who answers for a task.")
    $example("{\"task\":\"palveluohjaus\",\"owner\":\"kunta-179\"}") {
  task @0 :Text $required
      $label(fi="tehtävä", sv="uppgift", en="task");
  owner @1 :Text $required
      $label(fi="vastuutaho", sv="ansvarig", en="owner");
  tier @2 :Text
      $label(fi="palvelutaso", sv="servicenivå", en="service tier");
  text @3 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
  from @4 :When
      $label(fi="alkaen", sv="från", en="from");
  to @5 :When
      $label(fi="päättyen", sv="till och med", en="to");
}

struct ResponsibilityUnresolved $event("responsibility.unresolved")
    $label(fi="vastuu ratkaisematta", sv="ansvar olöst", en="responsibility unresolved")
    $about("The source says that nobody yet answers for something, and who might.")
    $example("{\"task\":\"toimintamallin kehittäminen\",\"text\":\"mikä resurssisektori viimekädessä vastaa\",\"candidates\":[\"kunta\",\"yhteinen asiakasohjausyksikkö\"]}") {
  task @0 :Text $required
      $label(fi="tehtävä", sv="uppgift", en="task");
  text @1 :Text $required
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
  candidates @2 :List(Text)
      $label(fi="ehdokkaat", sv="kandidater", en="candidates");
  condition @3 :Text
      $label(fi="ehto", sv="villkor", en="condition");
}
