@0xb3c1f0a9d2e50007;
# Funding and cost sharing: totals as stated, lines as stated, keys as stated.  What they add up to is
# computed by views; a stated figure is never changed.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Money;
using import "values.capnp".Quantity;
using import "values.capnp".Share;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

enum FundingKind {
  # Where a line stands in the plan.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  state @1 $label(fi="valtion osuus", sv="statens andel", en="state share");
  municipal @2 $label(fi="kuntaosuus", sv="kommunandel", en="municipal share");
  payer @3 $label(fi="maksajan osuus", sv="betalarens andel", en="share of one payer");
  eu @4 $label(fi="EU-rahoitus", sv="EU-finansiering", en="EU funding");
  private @5 $label(fi="yksityinen rahoitus", sv="privat finansiering", en="private funding");
  other @6 $label(fi="muu", sv="annan", en="other");
}

struct FundingProgrammeTotalStated
    $event("funding.programmeTotalStated")
    $label(fi="kokonaisrahoitus ilmoitettu", sv="totalfinansiering uppgiven", en="programme total stated")
    $about("The total funding of a project or programme as stated.")
    $example("{\"project\": \"keski-suomen-yhteistoimintamalli\", \"total\": {\"amount\": 170000, \"currency\": \"EUR\", \"currencyStated\": false}, \"period\": {\"date\": \"2007-05/2008-12\", \"raw\": \"5/2007–12/2008\"}}") {
  project @0 :Text $label(fi="hanke", sv="projekt", en="project") $required;
  total @1 :Money $label(fi="yhteensä", sv="totalt", en="total") $required;
  period @2 :When $label(fi="jakso", sv="period", en="period");
  duration @3 :Quantity $label(fi="kesto", sv="varaktighet", en="duration");
}

struct FundingYearTotalStated
    $event("funding.yearTotalStated")
    $label(fi="vuoden rahoitus ilmoitettu", sv="årets finansiering uppgiven", en="year total stated")
    $about("The total of one year as stated.")
    $example("{\"project\": \"keski-suomen-yhteistoimintamalli\", \"year\": 2007, \"total\": {\"amount\": 70000, \"currency\": \"EUR\", \"currencyStated\": false}}") {
  project @0 :Text $label(fi="hanke", sv="projekt", en="project") $required;
  year @1 :UInt16 $label(fi="vuosi", sv="år", en="year") $required;
  total @2 :Money $label(fi="yhteensä", sv="totalt", en="total") $required;
}

struct FundingPlanLineRecorded
    $event("funding.planLineRecorded")
    $label(fi="rahoituserä kirjattu", sv="finansieringspost antecknad", en="funding line recorded")
    $about("One line of a funding plan as stated.")
    $example("{\"project\": \"keski-suomen-yhteistoimintamalli\", \"year\": 2007, \"line\": \"Jyväskylän kaupunki\", \"kind\": \"payer\", \"within\": \"municipal\", \"payer\": \"kunta-179-1837\", \"amount\": {\"amount\": 11000, \"currency\": \"EUR\", \"currencyStated\": false}, \"share\": {\"percent\": 63, \"bound\": \"approx\", \"base\": \"kuntaosuus\"}}") {
  project @0 :Text $label(fi="hanke", sv="projekt", en="project") $required;
  year @1 :UInt16 $label(fi="vuosi", sv="år", en="year") $required;
  line @2 :Text $label(fi="rivi", sv="rad", en="line") $required $about("As printed.");
  kind @3 :FundingKind $label(fi="laji", sv="slag", en="kind") $required;
  within @4 :FundingKind
      $label(fi="minkä osa", sv="del av", en="part of")
      $about("The line this one is a part of; a line that is part of another is not added to the year twice.");
  payer @5 :Text $label(fi="maksaja", sv="betalare", en="payer") $about("Organisation or area id.");
  payerText @6 :Text
      $label(fi="maksajan nimi lähteessä", sv="betalarens namn i källan", en="payer as printed");
  amount @7 :Money $label(fi="määrä", sv="belopp", en="amount") $required;
  share @8 :Share $label(fi="ilmoitettu osuus", sv="uppgiven andel", en="stated share");
  order @9 :UInt16
      $label(fi="järjestys", sv="ordning", en="order") $about("Place in the printed plan, from 1.");
  innerSplit @10 :Share
      $label(fi="sisäinen jako", sv="inbördes fördelning", en="inner split")
      $about("`missing` where several organisations stand behind one line and the source does not split it.");
}

struct FundingGranted
    $event("funding.granted")
    $label(fi="avustus myönnetty", sv="understöd beviljat", en="funding granted")
    $about("A grant was decided.")
    $example("{\"grant\": \"a-1\", \"amount\": {\"amount\": 52500, \"currency\": \"EUR\"}}") {
  grant @0 :Text
      $label(fi="avustuksen numero", sv="understödets nummer", en="grant number") $required;
  project @1 :Text $label(fi="hanke", sv="projekt", en="project");
  payer @2 :Text $label(fi="maksaja", sv="betalare", en="payer");
  payee @3 :Text $label(fi="saaja", sv="mottagare", en="payee");
  amount @4 :Money $label(fi="määrä", sv="belopp", en="amount") $required;
  on @5 :When $label(fi="päivä", sv="dag", en="day");
  condition @6 :List(Text) $label(fi="ehdot", sv="villkor", en="conditions");
}

struct FundingPaid
    $event("funding.paid")
    $label(fi="avustus maksettu", sv="understöd utbetalt", en="funding paid")
    $about("A grant or a share was paid.")
    $example("{\"grant\": \"a-1\", \"amount\": {\"amount\": 52500, \"currency\": \"EUR\"}}") {
  grant @0 :Text
      $label(fi="avustuksen numero", sv="understödets nummer", en="grant number") $required;
  project @1 :Text $label(fi="hanke", sv="projekt", en="project");
  payer @2 :Text $label(fi="maksaja", sv="betalare", en="payer");
  payee @3 :Text $label(fi="saaja", sv="mottagare", en="payee");
  amount @4 :Money $label(fi="määrä", sv="belopp", en="amount") $required;
  on @5 :When $label(fi="päivä", sv="dag", en="day");
}

struct FundingReclaimed
    $event("funding.reclaimed")
    $label(fi="avustus peritty takaisin", sv="understöd återkrävt", en="funding reclaimed")
    $about("A grant was claimed back.")
    $example("{\"grant\": \"a-1\", \"amount\": {\"amount\": 500, \"currency\": \"EUR\"}}") {
  grant @0 :Text
      $label(fi="avustuksen numero", sv="understödets nummer", en="grant number") $required;
  project @1 :Text $label(fi="hanke", sv="projekt", en="project");
  payer @2 :Text $label(fi="maksaja", sv="betalare", en="payer");
  payee @3 :Text $label(fi="saaja", sv="mottagare", en="payee");
  amount @4 :Money $label(fi="määrä", sv="belopp", en="amount") $required;
  on @5 :When $label(fi="päivä", sv="dag", en="day");
  reason @6 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct FundingSettledToSuccessor
    $event("funding.settledToSuccessor")
    $label(fi="rahoitus selvitetty seuraajalle", sv="finansiering reglerad till efterträdare", en="funding settled to successor")
    $about("A claim or debt of a party that ceased was settled to its successor.")
    $example("{\"grant\": \"a-1\", \"predecessor\": \"kunta-180\", \"successor\": \"kunta-179-2009\", \"amount\": {\"amount\": 11400, \"currency\": \"EUR\"}}") {
  grant @0 :Text $label(fi="avustuksen numero", sv="understödets nummer", en="grant number");
  predecessor @1 :Text $label(fi="edeltäjä", sv="föregångare", en="predecessor") $required;
  successor @2 :Text $label(fi="seuraaja", sv="efterträdare", en="successor") $required;
  amount @3 :Money $label(fi="määrä", sv="belopp", en="amount") $required;
  on @4 :When $label(fi="päivä", sv="dag", en="day");
}

enum KeyBasis {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  population @1 $label(fi="asukasluku", sv="invånarantal", en="population");
  use @2 $label(fi="käyttö", sv="användning", en="use");
  equal @3 $label(fi="tasan", sv="lika delar", en="equal");
  places @4 $label(fi="paikat", sv="platser", en="places");
  negotiated @5 $label(fi="sovittu", sv="avtalad", en="negotiated");
}

struct KeyShare
    $label(fi="jakoavaimen osa", sv="del av fördelningsnyckel", en="part of a key") {
  # One payer's part of a cost-sharing key.
  payer @0 :Text $label(fi="maksaja", sv="betalare", en="payer") $required;
  share @1 :Share $label(fi="osuus", sv="andel", en="share") $required;
  basis @2 :KeyBasis $label(fi="peruste", sv="grund", en="basis");
}

struct CostSharingKeyDefined
    $event("costsharing.keyDefined")
    $label(fi="jakoavain määritelty", sv="fördelningsnyckel fastställd", en="cost-sharing key defined")
    $about("How a cost is shared.")
    $example("{\"key\": \"kuntaosuus-2007\", \"object\": \"kuntaosuus\", \"shares\": [{\"payer\": \"kunta-179-1837\", \"share\": {\"percent\": 63, \"bound\": \"approx\"}}], \"step\": {\"amount\": 100, \"currency\": \"EUR\"}}") {
  key @0 :Text $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id") $required;
  object @1 :Text $label(fi="mitä jaetaan", sv="vad som fördelas", en="what is shared");
  shares @2 :List(KeyShare) $label(fi="osuudet", sv="andelar", en="shares");
  step @3 :Money
      $label(fi="pyöristysaskel", sv="avrundningssteg", en="rounding step")
      $about("Amounts are rounded to a multiple of this.");
  raw @4 :Text $label(fi="kuten painettu", sv="som tryckt", en="as printed");
  readings @5 :List(Text)
      $label(fi="tulkinnat", sv="tolkningar", en="readings")
      $about("Where the key can be read in several ways: every reading; then `shares` stays empty until one is chosen.");
  from @6 :When $label(fi="alkaen", sv="från och med", en="from");
  to @7 :When $label(fi="päättyen", sv="till och med", en="to");
}

struct CostSharingKeyChanged
    $event("costsharing.keyChanged")
    $label(fi="jakoavain muutettu", sv="fördelningsnyckel ändrad", en="cost-sharing key changed")
    $about("The key has other shares from now on.")
    $example("{\"key\": \"kuntaosuus-2007\", \"shares\": [{\"payer\": \"kunta-179-1837\", \"share\": {\"percent\": 60}}]}") {
  key @0 :Text $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id") $required;
  object @1 :Text $label(fi="mitä jaetaan", sv="vad som fördelas", en="what is shared");
  shares @2 :List(KeyShare) $label(fi="osuudet", sv="andelar", en="shares");
  step @3 :Money
      $label(fi="pyöristysaskel", sv="avrundningssteg", en="rounding step")
      $about("Amounts are rounded to a multiple of this.");
  raw @4 :Text $label(fi="kuten painettu", sv="som tryckt", en="as printed");
  readings @5 :List(Text)
      $label(fi="tulkinnat", sv="tolkningar", en="readings")
      $about("Where the key can be read in several ways: every reading; then `shares` stays empty until one is chosen.");
  from @6 :When $label(fi="alkaen", sv="från och med", en="from");
  to @7 :When $label(fi="päättyen", sv="till och med", en="to");
}

struct CostSharingShareAllocated
    $event("costsharing.shareAllocated")
    $label(fi="osuus jaettu", sv="andel fördelad", en="share allocated")
    $about("What a payer was allotted for a period, as stated.")
    $example("{\"key\": \"kuntaosuus-2007\", \"period\": {\"date\": \"2008\"}, \"payer\": \"kunta-180\", \"amount\": {\"amount\": 6700, \"currency\": \"EUR\"}}") {
  key @0 :Text $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id") $required;
  period @1 :When $label(fi="jakso", sv="period", en="period") $required;
  payer @2 :Text $label(fi="maksaja", sv="betalare", en="payer") $required;
  amount @3 :Money $label(fi="määrä", sv="belopp", en="amount") $required;
  computedFrom @4 :List(Text)
      $label(fi="laskettu tapahtumista", sv="beräknad av händelser", en="computed from")
      $identifier(eventRef);
}

struct CostSharingDisputeRaised
    $event("costsharing.disputeRaised")
    $label(fi="kustannustenjaosta erimielisyys", sv="oenighet om kostnadsfördelning", en="cost-sharing dispute raised")
    $about("The parties do not agree on the key.")
    $example("{\"key\": \"kuntaosuus-2007\", \"text\": \"yhteistä näkemystä ei synny\"}") {
  key @0 :Text $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  parties @2 :List(Text) $label(fi="osapuolet", sv="parter", en="parties");
}

struct CostSharingDisputeSettled
    $event("costsharing.disputeSettled")
    $label(fi="kustannustenjaosta sovittu", sv="kostnadsfördelning avgjord", en="cost-sharing dispute settled")
    $about("The dispute was settled.")
    $example("{\"key\": \"kuntaosuus-2007\", \"text\": \"sovittu\"}") {
  key @0 :Text $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  parties @2 :List(Text) $label(fi="osapuolet", sv="parter", en="parties");
}
