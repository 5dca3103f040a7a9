@0xfef9a140a8e9f6a7;
# Buying services: the need, who buys together and who answers, the notice, the tenders, the decision,
# the standstill and what was asked to be corrected (1397/2016, 612/2021 sections 12-16).

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".bought;
using import "annotations.capnp".law;
using import "annotations.capnp".publication;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "values.capnp".Quantity;
using import "values.capnp".Money;
using import "values.capnp".When;
using import "values.capnp".Document;
using import "party.capnp".OrgRef;
using import "party.capnp".Answer;
$Cxx.namespace("sinetti::schema");

struct ProcurementNeedStated $event("procurement.needStated")
    $label(fi="hankintatarve todettu", sv="upphandlingsbehov konstaterat", en="procurement need stated")
    $about("A buyer found that a service has to be bought.")
    $basis("612/2021:12")
    $example("{\"procurement\": \"h-2015-1\", \"service\": \"laitosmuotoinen päihdekuntoutus\", \"buyers\": [{\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}]}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  service @1 :Text $required $bought $law("612/2021:12") $label(fi="palvelu", sv="tjänst", en="service");
  buyers @2 :List(OrgRef) $label(fi="hankkijat", sv="upphandlande enheter", en="buyers");
  reason @3 :Text $label(fi="perustelu", sv="motivering", en="reason");
  quantity @4 :Quantity $label(fi="määrä", sv="mängd", en="quantity");
  cost @5 :Money $label(fi="arvioitu kustannus", sv="uppskattad kostnad", en="estimated cost");
}

struct ProcurementJointAgreed $event("procurement.jointAgreed")
    $label(fi="yhteishankinnasta sovittu", sv="gemensam upphandling avtalad", en="joint procurement agreed")
    $about("Buyers agreed to buy together: who they are, who leads, on what population and who pays for tendering and supervision.")
    $basis("1397/2016:22")
    $example("{\"procurement\": \"h-2015-1\", \"service\": \"laitosmuotoinen päihdekuntoutus\", \"buyers\": [{\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}, {\"name\": \"Hattula\", \"municipality\": \"082\"}], \"lead\": {\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}, \"populationBase\": \"vähintään maakunta\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  service @1 :Text $required $bought $law("612/2021:12") $label(fi="palvelu", sv="tjänst", en="service");
  buyers @2 :List(OrgRef) $required $label(fi="hankkijat", sv="upphandlande enheter", en="buyers");
  lead @3 :OrgRef $label(fi="vastuuhankkija", sv="ansvarig upphandlare", en="lead buyer");
  populationBase @4 :Text $label(fi="väestöpohja", sv="befolkningsunderlag", en="population base")
      $about("As stated.");
  costKey @5 :Text
      $label(fi="kustannusten jakoperuste", sv="fördelningsgrund för kostnaderna", en="cost key")
      $about("Empty: not agreed.");
  answersInCourt @6 :OrgRef
      $label(fi="vastaa markkinaoikeudessa", sv="svarar i marknadsdomstolen", en="answers in the market court");
}

struct ProcurementMarketConsulted $event("procurement.marketConsulted")
    $label(fi="markkinakartoitus tehty", sv="marknadskartläggning gjord", en="market consulted")
    $about("The buyers asked the market before tendering.")
    $basis("1397/2016:65")
    $example("{\"procurement\": \"h-2015-1\", \"method\": \"tietopyyntö\", \"responses\": {\"value\": 4, \"unit\": \"vastaus\"}}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  method @1 :Text $required $label(fi="tapa", sv="metod", en="method");
  responses @2 :Quantity $label(fi="vastauksia", sv="svar", en="responses");
  findings @3 :Text $label(fi="tulokset", sv="resultat", en="findings");
}

struct ProcurementSocialClauseSet $event("procurement.socialClauseSet")
    $label(fi="sosiaalinen ehto asetettu", sv="socialt villkor uppställt", en="social clause set")
    $about("A procurement asks its provider to employ or train people.")
    $basis("1397/2016:98")
    $example("{\"procurement\": \"h-2015-1\", \"clause\": \"Sopimuskumppani työllistää pitkäaikaistyöttömiä.\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  clause @1 :Text $required $label(fi="ehto", sv="villkor", en="clause");
  people @2 :Quantity $label(fi="henkilöitä", sv="personer", en="people");
}

enum ThresholdClass {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  belowNational @1 $label(fi="alle kansallisen kynnysarvon", sv="under det nationella tröskelvärdet", en="below the national threshold");
  nationalServices @2 $label(fi="kansallinen: palvelut", sv="nationell: tjänster", en="national: services");
  annexEHealthSocial @3 $label(fi="liite E: sosiaali- ja terveyspalvelut", sv="bilaga E: social- och hälsovårdstjänster", en="annex E: social and health services");
  annexEOther @4 $label(fi="liite E: muut palvelut", sv="bilaga E: övriga tjänster", en="annex E: other services");
  eu @5 $label(fi="EU-kynnysarvo", sv="EU-tröskelvärde", en="EU threshold");
  concession @6 $label(fi="käyttöoikeussopimus", sv="koncession", en="concession");
}

struct ProcurementNoticePublished $event("procurement.noticePublished")
    $label(fi="hankintailmoitus julkaistu", sv="upphandlingsannons publicerad", en="procurement notice published")
    $publication $law("621/1999:22")
    $about("The notice: value without tax, threshold it was measured against, and when tenders are due.")
    $basis("1397/2016:25 1397/2016:101")
    $example("{\"procurement\": \"h-2015-1\", \"title\": \"Päihdekuntoutuksen laitospalvelut\", \"estimatedValue\": {\"amount\": 500000, \"currency\": \"EUR\", \"currencyStated\": true}, \"vatExcluded\": \"yes\", \"thresholdClass\": \"annexEHealthSocial\", \"threshold\": {\"amount\": 400000, \"currency\": \"EUR\", \"currencyStated\": true}, \"cpv\": [\"85312500-4\"], \"deadline\": {\"date\": \"2015-03-31\"}}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  title @1 :Text $required $label(fi="nimi", sv="namn", en="title");
  estimatedValue @2 :Money $required
      $label(fi="ennakoitu arvo", sv="uppskattat värde", en="estimated value")
      $about("Without value added tax.");
  vatExcluded @3 :Answer
      $label(fi="ilman arvonlisäveroa", sv="utan mervärdesskatt", en="without VAT");
  thresholdClass @4 :ThresholdClass $required
      $label(fi="kynnysarvoluokka", sv="tröskelvärdesklass", en="threshold class");
  threshold @5 :Money $label(fi="kynnysarvo", sv="tröskelvärde", en="threshold");
  cpv @6 :List(Text) $label(fi="CPV-koodit", sv="CPV-koder", en="CPV codes");
  deadline @7 :When $label(fi="tarjousten määräaika", sv="anbudstid", en="tender deadline");
  procedure @8 :Text $label(fi="menettely", sv="förfarande", en="procedure");
  document @9 :Document $label(fi="ilmoitus", sv="annons", en="notice");
}

struct ProcurementTenderReceived $event("procurement.tenderReceived")
    $label(fi="tarjous saapunut", sv="anbud inkommet", en="tender received")
    $about("A tender came in.")
    $basis("1397/2016")
    $example("{\"procurement\": \"h-2015-1\", \"tenderer\": {\"name\": \"Kotipihka Oy\"}, \"price\": {\"amount\": 480000, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  tenderer @1 :OrgRef $required $label(fi="tarjoaja", sv="anbudsgivare", en="tenderer");
  tendererProvider @2 :Text $index("provider")
      $label(fi="tarjoajan tunniste", sv="anbudsgivarens id", en="provider id");
  price @3 :Money $label(fi="hinta", sv="pris", en="price");
  inTime @4 :Answer $label(fi="ajoissa", sv="i tid", en="in time");
}

struct ProcurementTenderExcluded $event("procurement.tenderExcluded")
    $label(fi="tarjoaja suljettu pois", sv="anbudsgivare utesluten", en="tenderer excluded")
    $about("A tenderer or a tender was excluded, on a ground.")
    $basis("1397/2016:80 1397/2016:81")
    $example("{\"procurement\": \"h-2015-1\", \"tenderer\": {\"name\": \"Kotipihka Oy\"}, \"ground\": \"Verovelka\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  tenderer @1 :OrgRef $required $label(fi="tarjoaja", sv="anbudsgivare", en="tenderer");
  tendererProvider @2 :Text $index("provider")
      $label(fi="tarjoajan tunniste", sv="anbudsgivarens id", en="provider id");
  ground @3 :Text $required $label(fi="peruste", sv="grund", en="ground");
}

struct ProcurementTenderCompared $event("procurement.tenderCompared")
    $label(fi="tarjoukset vertailtu", sv="anbud jämförda", en="tenders compared")
    $about("The tenders were compared by the criteria of the notice.")
    $basis("1397/2016:115")
    $example("{\"procurement\": \"h-2015-1\", \"criteria\": [\"laatu 60 %\", \"hinta 40 %\"], \"ranking\": [{\"name\": \"Kotipihka Oy\"}]}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  criteria @1 :List(Text) $required $label(fi="perusteet", sv="grunder", en="criteria");
  ranking @2 :List(OrgRef) $label(fi="järjestys", sv="rangordning", en="ranking");
  priceOnlyReason @3 :Text
      $label(fi="perustelu pelkälle hinnalle", sv="motivering till enbart pris", en="reason for price only");
}

struct ProcurementDecided $event("procurement.decided")
    $label(fi="hankintapäätös tehty", sv="upphandlingsbeslut fattat", en="procurement decided")
    $about("The procurement decision: who won and why, the extra reasons of 612/2021 section 16, and how to appeal.")
    $basis("1397/2016:123 612/2021:16")
    $example("{\"procurement\": \"h-2015-1\", \"winner\": {\"name\": \"Kotipihka Oy\", \"businessId\": \"0204819-8\"}, \"winnerProvider\": \"kotipihka\", \"grounds\": \"Paras laatu.\", \"standstill\": {\"value\": 14, \"unit\": \"päivä\"}, \"appealInstructions\": \"yes\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  winner @1 :OrgRef $required $label(fi="voittaja", sv="vinnare", en="winner");
  winnerProvider @2 :Text $index("provider")
      $label(fi="voittajan tunniste", sv="vinnarens id", en="provider id");
  grounds @3 :Text $required $label(fi="perustelut", sv="motivering", en="grounds");
  organiserReasons @4 :Text
      $label(fi="palvelun hankkimisen perusteet", sv="grunder för köp av tjänsten", en="reasons for buying")
      $about("612/2021 section 16: why the service is bought and that the conditions are met.");
  appealInstructions @5 :Answer
      $label(fi="muutoksenhakuohje", sv="besvärsanvisning", en="appeal instructions");
  standstill @6 :Quantity $label(fi="odotusaika", sv="väntetid", en="standstill");
  value @7 :Money $label(fi="arvo", sv="värde", en="value");
  decision @8 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
}

struct ProcurementStandstillStarted $event("procurement.standstillStarted")
    $label(fi="odotusaika alkanut", sv="väntetiden har börjat", en="standstill started")
    $about("From notification of the decision no contract may be made for a while.")
    $basis("1397/2016:129")
    $example("{\"procurement\": \"h-2015-1\", \"days\": {\"value\": 14, \"unit\": \"päivä\"}}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  days @1 :Quantity $required $label(fi="pituus", sv="längd", en="length");
}

struct ProcurementStandstillEnded $event("procurement.standstillEnded")
    $label(fi="odotusaika päättynyt", sv="väntetiden har gått ut", en="standstill ended")
    $about("A contract may be made.")
    $basis("1397/2016:129")
    $example("{\"procurement\": \"h-2015-1\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  note @1 :Text $label(fi="huomautus", sv="anmärkning", en="note");
}

struct ProcurementCorrectionRequested $event("procurement.correctionRequested")
    $label(fi="hankintaoikaisua vaadittu", sv="upphandlingsrättelse begärd", en="procurement correction requested")
    $about("A party asked the buyer to correct its decision, or the buyer took it up itself.")
    $basis("1397/2016:132 1397/2016:133")
    $example("{\"procurement\": \"h-2015-1\", \"requester\": {\"name\": \"Hämeen Hoiva Oy\"}, \"grounds\": \"Vertailuvirhe\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  requester @1 :OrgRef $label(fi="vaatija", sv="yrkande", en="requester");
  ownInitiative @2 :Answer
      $label(fi="oma-aloitteinen", sv="på eget initiativ", en="own initiative");
  grounds @3 :Text $required $label(fi="perusteet", sv="grunder", en="grounds");
}

struct ProcurementCorrectionDecided $event("procurement.correctionDecided")
    $label(fi="hankintaoikaisu ratkaistu", sv="upphandlingsrättelse avgjord", en="procurement correction decided")
    $about("The buyer decided on a correction.")
    $basis("1397/2016:132")
    $example("{\"procurement\": \"h-2015-1\", \"corrected\": \"no\", \"reasons\": \"Vertailu oli ilmoituksen mukainen.\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  corrected @1 :Answer $required $label(fi="oikaistu", sv="rättat", en="corrected");
  reasons @2 :Text $required $label(fi="perustelut", sv="motivering", en="reasons");
  decision @3 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
}

struct ProcurementAppealedToMarketCourt $event("procurement.appealedToMarketCourt")
    $label(fi="valitettu markkinaoikeuteen", sv="besvär anfört hos marknadsdomstolen", en="appealed to the market court")
    $about("A party took the procurement to the market court.")
    $basis("1397/2016:145 1397/2016:147")
    $example("{\"procurement\": \"h-2015-1\", \"appellant\": {\"name\": \"Hämeen Hoiva Oy\"}, \"grounds\": \"Syrjivä ehto\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  appellant @1 :OrgRef $required $label(fi="valittaja", sv="ändringssökande", en="appellant");
  grounds @2 :Text $label(fi="perusteet", sv="grunder", en="grounds");
  caseNumber @3 :Text $label(fi="diaarinumero", sv="diarienummer", en="case number");
}

struct ProcurementDirectAwardMade $event("procurement.directAwardMade")
    $label(fi="suorahankinta tehty", sv="direktupphandling gjord", en="direct award made")
    $about("A service was bought without competition, on a ground of the act.")
    $basis("1397/2016:40 1397/2016:110")
    $example("{\"procurement\": \"h-2015-2\", \"winner\": {\"name\": \"Kotipihka Oy\"}, \"winnerProvider\": \"kotipihka\", \"ground\": \"merkittävän hoito- tai asiakassuhteen turvaaminen\"}") {
  procurement @0 :Text $required $index("matter")
      $label(fi="hankinta", sv="upphandling", en="procurement")
      $about("The procurement's id in this ledger; it is a matter of the lead buyer.");
  winner @1 :OrgRef $required $label(fi="toimittaja", sv="leverantör", en="supplier");
  winnerProvider @2 :Text $index("provider")
      $label(fi="toimittajan tunniste", sv="leverantörens id", en="provider id");
  ground @3 :Text $required $label(fi="peruste", sv="grund", en="ground");
  noticePublished @4 :Answer
      $label(fi="ilmoitus julkaistu", sv="annons publicerad", en="notice published");
  value @5 :Money $label(fi="arvo", sv="värde", en="value");
  decision @6 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
}
