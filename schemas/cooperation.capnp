@0xe1c24bd7a5f03961;
# How parties work together beside contracts: models and interfaces that they agree on, who takes part,
# what a strategy sets, and what associations and volunteers do.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".index;
using import "values.capnp".Quantity;
using import "values.capnp".Money;
using import "values.capnp".When;
using import "values.capnp".Document;
using import "party.capnp".OrgRef;
using import "matter.capnp".JoinBasis;
$Cxx.namespace("sinetti::schema");

enum CooperationStatus {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  draft @1 $label(fi="luonnos", sv="utkast", en="draft");
  negotiated @2 $label(fi="neuvoteltavana", sv="under förhandling", en="negotiated");
  agreed @3 $label(fi="sovittu", sv="avtalat", en="agreed");
  inUse @4 $label(fi="käytössä", sv="i bruk", en="in use");
}

enum StrategyLevel {
  # Whose commitment a theme needs.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  elected @1 $label(fi="luottamushenkilöt", sv="förtroendevalda", en="elected officials");
  executives @2 $label(fi="johtavat viranhaltijat", sv="ledande tjänsteinnehavare", en="leading office holders");
  managers @3 $label(fi="esimiehet", sv="chefer", en="managers");
}

struct AgreementModelProposed $event("agreement.modelProposed")
    $label(fi="sopimusmallia ehdotettu", sv="avtalsmodell föreslagen", en="model of agreement proposed")
    $about("A model for an agreement was put forward; its scope and legal form are events of their own.")
    $example("{\"agreement\": \"erityispalvelut-2008\", \"model\": \"isäntäkuntamalli\", \"parties\": [{\"name\": \"Jyväskylä\", \"municipality\": \"179\"}], \"status\": \"draft\"}") {
  agreement @0 :Text $required $label(fi="sopimus", sv="avtal", en="agreement")
      $about("The agreement's id in this ledger.");
  model @1 :Text $required $label(fi="malli", sv="modell", en="model");
  parties @2 :List(OrgRef) $label(fi="osapuolet", sv="parter", en="parties");
  status @3 :CooperationStatus $label(fi="tila", sv="status", en="status");
  reason @4 :Text $label(fi="perustelu", sv="motivering", en="reason");
}

struct InterfaceAgreed $event("interface.agreed")
    $label(fi="rajapinnasta sovittu", sv="gränssnitt överenskommet", en="interface agreed")
    $about("Parties agreed where the work of one ends and that of another begins.")
    $example("{\"interface\": \"kuntoutus ja työllistymispalvelut\", \"parties\": [{\"name\": \"Kela\"}, {\"name\": \"TE-toimisto\"}], \"division\": \"Kela kuntouttaa, TE-toimisto välittää työtä.\", \"status\": \"agreed\"}") {
  interface @0 :Text $required $label(fi="rajapinta", sv="gränssnitt", en="interface");
  parties @1 :List(OrgRef) $required $label(fi="osapuolet", sv="parter", en="parties");
  division @2 :Text $label(fi="työnjako", sv="arbetsfördelning", en="division of work");
  status @3 :CooperationStatus $label(fi="tila", sv="status", en="status");
  from @4 :When $label(fi="alkaen", sv="från och med", en="from");
  document @5 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct ProcessHarmonised $event("process.harmonised")
    $label(fi="prosessi yhdenmukaistettu", sv="process harmoniserad", en="process harmonised")
    $about("Organisations began to do the same thing in the same way.")
    $example("{\"process\": \"palveluohjaus\", \"organisations\": [{\"name\": \"Hattula\", \"municipality\": \"082\"}, {\"name\": \"Janakkala\", \"municipality\": \"165\"}], \"status\": \"inUse\"}") {
  process @0 :Text $required $label(fi="prosessi", sv="process", en="process");
  organisations @1 :List(OrgRef) $required
      $label(fi="organisaatiot", sv="organisationer", en="organisations");
  description @2 :Text $label(fi="kuvaus", sv="beskrivning", en="description");
  status @3 :CooperationStatus $label(fi="tila", sv="status", en="status");
  from @4 :When $label(fi="alkaen", sv="från och med", en="from");
}

struct ParticipationInvited $event("participation.invited")
    $label(fi="kutsuttu mukaan", sv="inbjuden att delta", en="invited to take part")
    $about("An organisation was asked to take part in a programme, a project or a network. A client's matter has participant.joined.")
    $example("{\"participant\": {\"name\": \"Äänekoski\", \"municipality\": \"992\"}, \"in\": \"kehittämisyksikkö\"}") {
  participant @0 :OrgRef $required $label(fi="kutsuttu", sv="inbjuden", en="invited");
  in @1 :Text $required $label(fi="mihin", sv="till vad", en="to what");
  invitedBy @2 :OrgRef $label(fi="kutsuja", sv="inbjudare", en="invited by");
  answerDue @3 :When $label(fi="vastattava viimeistään", sv="svar senast", en="answer due");
}

struct ParticipationJoined $event("participation.joined")
    $label(fi="liitytty mukaan", sv="anslutit sig", en="taking part begun")
    $about("An organisation takes part from now on, and on what basis.")
    $example("{\"participant\": {\"name\": \"Äänekoski\", \"municipality\": \"992\"}, \"in\": \"kehittämisyksikkö\", \"basis\": \"assignment\", \"from\": {\"date\": \"2008\"}}") {
  participant @0 :OrgRef $required $label(fi="osallistuja", sv="deltagare", en="participant");
  in @1 :Text $required $label(fi="missä", sv="i vad", en="in what");
  basis @2 :JoinBasis $label(fi="peruste", sv="grund", en="basis");
  from @3 :When $label(fi="alkaen", sv="från och med", en="from");
  share @4 :Text $label(fi="osuus tai tehtävä", sv="andel eller uppgift", en="share or task");
}

struct ParticipationLeft $event("participation.left")
    $label(fi="jääty pois", sv="lämnat samarbetet", en="taking part ended")
    $about("An organisation takes part no longer.")
    $example("{\"participant\": {\"name\": \"Äänekoski\", \"municipality\": \"992\"}, \"in\": \"kehittämisyksikkö\", \"to\": {\"date\": \"2009-12\"}}") {
  participant @0 :OrgRef $required $label(fi="osallistuja", sv="deltagare", en="participant");
  in @1 :Text $required $label(fi="missä", sv="i vad", en="in what");
  to @2 :When $label(fi="päättyen", sv="till och med", en="until");
  reason @3 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct StrategyThemeSet $event("strategy.themeSet")
    $label(fi="strateginen teema asetettu", sv="strategiskt tema fastställt", en="strategic theme set")
    $about("A theme that a strategy or a programme follows.")
    $example("{\"theme\": \"Ennaltaehkäisevät palvelut\", \"level\": \"elected\"}") {
  theme @0 :Text $required $label(fi="teema", sv="tema", en="theme");
  strategy @1 :Text $label(fi="strategia", sv="strategi", en="strategy")
      $about("The strategy's id in this ledger.");
  level @2 :StrategyLevel $label(fi="taso", sv="nivå", en="level");
  text @3 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct StrategyCommitmentRecorded $event("strategy.commitmentRecorded")
    $label(fi="sitoutuminen strategiaan kirjattu", sv="förbindelse till strategi antecknad", en="commitment to a strategy recorded")
    $about("A level of leadership committed itself, or a source says that it must.")
    $example("{\"commitment\": \"Johto sitoutuu yhteiseen palvelutuotantoon.\", \"level\": \"executives\"}") {
  commitment @0 :Text $required $label(fi="sitoumus", sv="förbindelse", en="commitment");
  strategy @1 :Text $label(fi="strategia", sv="strategi", en="strategy")
      $about("The strategy's id in this ledger.");
  level @2 :StrategyLevel $label(fi="taso", sv="nivå", en="level");
  party @3 :OrgRef $label(fi="sitoutuja", sv="förpliktad part", en="committed party");
}

struct StrategyAdopted $event("strategy.adopted")
    $label(fi="strategia hyväksytty", sv="strategi godkänd", en="strategy adopted")
    $about("A strategy or plan of services was adopted.")
    $example("{\"strategy\": \"palvelustrategia\", \"title\": \"Palvelustrategia 2026–2029\", \"adoptedBy\": \"aluevaltuusto\", \"from\": {\"date\": \"2026\"}}") {
  strategy @0 :Text $required $label(fi="strategia", sv="strategi", en="strategy")
      $about("The strategy's id in this ledger.");
  title @1 :Text $required $label(fi="nimi", sv="namn", en="title");
  adoptedBy @2 :Text $label(fi="hyväksyjä", sv="godkänd av", en="adopted by");
  from @3 :When $label(fi="alkaen", sv="från och med", en="from");
  to @4 :When $label(fi="päättyen", sv="till och med", en="until");
  document @5 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct PortfolioItem
    $label(fi="salkun kohde", sv="portföljens objekt", en="item of a portfolio")
    $about("One item and its place in the order.") {
  object @0 :Text $required $label(fi="kohde", sv="objekt", en="item");
  rank @1 :UInt16 $required $label(fi="sija", sv="plats", en="rank")
      $about("1 is first.");
  reason @2 :Text $label(fi="perustelu", sv="motivering", en="reason");
}

struct PortfolioPrioritised $event("portfolio.prioritised")
    $label(fi="salkku asetettu tärkeysjärjestykseen", sv="portfölj prioriterad", en="portfolio prioritised")
    $about("Projects or development targets were put in order.")
    $example("{\"portfolio\": \"kehittämishankkeet\", \"items\": [{\"object\": \"palveluohjaus\", \"rank\": 1}, {\"object\": \"etäpalvelut\", \"rank\": 2}], \"criteria\": \"vaikuttavuus\"}") {
  portfolio @0 :Text $required $label(fi="salkku", sv="portfölj", en="portfolio");
  items @1 :List(PortfolioItem) $required $label(fi="kohteet", sv="objekt", en="items");
  criteria @2 :Text $label(fi="perusteet", sv="kriterier", en="criteria");
  decidedBy @3 :Text $label(fi="päättäjä", sv="beslutad av", en="decided by");
}

struct ReportDelivered $event("report.delivered")
    $label(fi="raportti toimitettu", sv="rapport levererad", en="report delivered")
    $about("A report went to those who asked for it or who must have it.")
    $example("{\"report\": \"Väliraportti\", \"receiver\": {\"name\": \"Suupohjan peruspalveluliikelaitoskuntayhtymä\"}, \"level\": \"elected\", \"delivered\": {\"date\": \"2017-05\"}}") {
  report @0 :Text $required $label(fi="raportti", sv="rapport", en="report");
  receiver @1 :OrgRef $required $label(fi="vastaanottaja", sv="mottagare", en="receiver");
  level @2 :StrategyLevel $label(fi="vastaanottajien taso", sv="mottagarnas nivå", en="level of the receivers");
  delivered @3 :When $label(fi="toimitettu", sv="levererad", en="delivered");
  document @4 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct NgoPartnershipAgreed $event("ngo.partnershipAgreed")
    $label(fi="järjestökumppanuudesta sovittu", sv="partnerskap med organisation överenskommet", en="partnership with an association agreed")
    $about("An association or a parish agreed to do part of the work, for money or without.")
    $example("{\"partner\": {\"name\": \"Mielenterveysyhdistys\"}, \"object\": \"vertaistukiryhmät\", \"from\": {\"date\": \"2015\"}}") {
  partner @0 :OrgRef $required $label(fi="kumppani", sv="partner", en="partner");
  object @1 :Text $required $label(fi="kohde", sv="objekt", en="object");
  unit @2 :Text $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  compensation @3 :Money $label(fi="korvaus", sv="ersättning", en="compensation");
  from @4 :When $label(fi="alkaen", sv="från och med", en="from");
  to @5 :When $label(fi="päättyen", sv="till och med", en="until");
  document @6 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct PremisesUseGranted $event("premises.useGranted")
    $label(fi="tilojen käyttö myönnetty", sv="användning av lokaler beviljad", en="use of premises granted")
    $about("Premises of one organisation may be used by another.")
    $example("{\"premises\": \"päivätoimintakeskuksen sali\", \"user\": {\"name\": \"Eläkkeensaajayhdistys\"}, \"purpose\": \"kerhotoiminta\", \"fee\": {\"amount\": 0, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  premises @0 :Text $required $label(fi="tilat", sv="lokaler", en="premises");
  user @1 :OrgRef $required $label(fi="käyttäjä", sv="användare", en="user");
  unit @2 :Text $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  purpose @3 :Text $label(fi="käyttötarkoitus", sv="ändamål", en="purpose");
  fee @4 :Money $label(fi="maksu", sv="avgift", en="fee");
  from @5 :When $label(fi="alkaen", sv="från och med", en="from");
  to @6 :When $label(fi="päättyen", sv="till och med", en="until");
}

struct VolunteerActivityReported $event("volunteer.activityReported")
    $label(fi="vapaaehtoistoiminta raportoitu", sv="frivilligverksamhet rapporterad", en="volunteer activity reported")
    $about("What volunteers did in a period.")
    $example("{\"activity\": \"ystävätoiminta\", \"organiser\": {\"name\": \"Seurakunta\"}, \"period\": {\"date\": \"2014\"}, \"volunteers\": {\"value\": 40, \"bound\": \"approx\", \"unit\": \"henkilö\"}}") {
  activity @0 :Text $required $label(fi="toiminta", sv="verksamhet", en="activity");
  organiser @1 :OrgRef $label(fi="järjestäjä", sv="arrangör", en="organiser");
  unit @2 :Text $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  period @3 :When $required $label(fi="jakso", sv="period", en="period");
  volunteers @4 :Quantity $label(fi="vapaaehtoisia", sv="frivilliga", en="volunteers");
  hours @5 :Quantity $label(fi="tunteja", sv="timmar", en="hours");
}
