@0xb3c1f0a9d2e4600b;
# Supervision from the opening of a case to its closing: clarification, inspection, finding, steering,
# notice, order, conditional fine, suspension, corrective action, follow-up (741/2023 chapters 5 and 6,
# 1113/1990).  All events of one case carry its number as the envelope's matter.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".confidential;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "annotations.capnp".only;
using import "annotations.capnp".law;
using import "values.capnp".Document;
using import "values.capnp".Money;
using import "values.capnp".Quantity;
using import "values.capnp".Sealed;
using import "values.capnp".When;
using import "terms.capnp".YesNo;
$Cxx.namespace("sinetti::schema");

enum CaseSource {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  complaint @1 $label(fi="kantelu", sv="klagan", en="complaint");
  notification @2 $label(fi="ilmoitus", sv="anmälan", en="notification");
  ownInitiative @3 $label(fi="oma-aloite", sv="eget initiativ", en="own initiative");
  inspection @4 $label(fi="tarkastus", sv="inspektion", en="inspection");
  media @5 $label(fi="media", sv="medier", en="media");
  otherAuthority @6 $label(fi="toinen viranomainen", sv="annan myndighet", en="another authority");
}

enum CasePriority {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  low @1 $label(fi="matala", sv="låg", en="low");
  normal @2 $label(fi="tavallinen", sv="normal", en="normal");
  high @3 $label(fi="korkea", sv="hög", en="high");
  immediate @4 $label(fi="välitön", sv="omedelbar", en="immediate");
}

enum FindingSeverity {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  toImprove @1 $label(fi="kehitettävä", sv="att utveckla", en="to be improved");
  defect @2 $label(fi="puute", sv="brist", en="defect");
  endangering @3 $label(fi="olennaisesti vaarantava", sv="äventyrar väsentligt", en="essentially endangering");
}

enum FineKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  fixed @1 $label(fi="kiinteä uhkasakko", sv="vite till ett fast belopp", en="fixed fine");
  running @2 $label(fi="juokseva uhkasakko", sv="löpande vite", en="running fine");
}

enum VisitKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  guidance @1 $label(fi="ohjaus- ja arviointikäynti", sv="styrnings- och utvärderingsbesök", en="guidance and assessment visit");
  inspection @2 $label(fi="tarkastus", sv="inspektion", en="inspection");
  preInspection @3 $label(fi="ennakkotarkastus", sv="förhandsinspektion", en="pre-inspection");
}

enum CaseOutcome {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  noMeasures @1 $label(fi="ei toimenpiteitä", sv="inga åtgärder", en="no measures");
  guidance @2 $label(fi="ohjaus", sv="styrning", en="guidance");
  attention @3 $label(fi="huomion kiinnittäminen", sv="uppmärksamgörande", en="attention drawn");
  urged @4 $label(fi="kehotus", sv="uppmaning", en="urging");
  notice @5 $label(fi="huomautus", sv="anmärkning", en="notice");
  orderMet @6 $label(fi="määräys täytetty", sv="föreläggandet fullgjort", en="order met");
  removed @7 $label(fi="poistettu rekisteristä", sv="avförd ur registret", en="removed from the register");
  transferred @8 $label(fi="siirretty", sv="överförd", en="transferred");
}

struct SupervisionprogrammeAdopted $event("supervisionprogramme.adopted")
    $label(fi="valvontaohjelma hyväksytty", sv="tillsynsprogram fastställt", en="supervision programme adopted")
    $about("The programme that steers supervision over several years.")
    $example("{\"programme\":\"valtakunnallinen valvontaohjelma\",\"years\":\"2024/2027\",\"themes\":[\"iäkkäiden palvelut\"]}") {
  programme @0 :Text $required
      $label(fi="ohjelma", sv="program", en="programme");
  years @1 :Text $identifier(edtf)
      $label(fi="vuodet", sv="år", en="years");
  themes @2 :List(Text)
      $label(fi="painopisteet", sv="tyngdpunkter", en="themes");
  document @3 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SupervisionplanAdopted $event("supervisionplan.adopted")
    $label(fi="valvontasuunnitelma hyväksytty", sv="tillsynsplan fastställd", en="supervision plan adopted")
    $about("The plan of a year.")
    $example("{\"year\":2026,\"authority\":\"Lupa- ja valvontavirasto\"}") {
  year @0 :UInt16 $required
      $label(fi="vuosi", sv="år", en="year");
  authority @1 :Text
      $label(fi="viranomainen", sv="myndighet", en="authority");
  document @2 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SupervisionplanTargetAdded $event("supervisionplan.targetAdded")
    $label(fi="valvontakohde lisätty", sv="tillsynsobjekt tillagt", en="target added")
    $about("A provider, unit or theme was put into the plan of a year.")
    $example("{\"year\":2026,\"target\":\"yks-1\",\"risk\":{\"value\":72,\"unit\":\"pistettä\"},\"kind\":\"guidance\",\"plannedPeriod\":{\"date\":\"2026-03\"}}") {
  year @0 :UInt16 $required
      $label(fi="vuosi", sv="år", en="year");
  target @1 :Text $required
      $label(fi="kohde", sv="objekt", en="target");
  risk @2 :Quantity
      $label(fi="riskiluku", sv="riskpoäng", en="risk score");
  kind @3 :VisitKind
      $label(fi="käynnin laji", sv="typ av besök", en="kind of visit");
  plannedPeriod @4 :When
      $label(fi="suunniteltu aika", sv="planerad tid", en="planned period");
}

struct SupervisionplanTargetDone $event("supervisionplan.targetDone")
    $label(fi="valvontakohde käsitelty", sv="tillsynsobjekt behandlat", en="target done")
    $about("A target of the plan was visited or inspected, or dropped with a reason.")
    $example("{\"year\":2026,\"target\":\"yks-1\",\"done\":\"yes\",\"doneOn\":\"2026-03-10\"}") {
  year @0 :UInt16 $required
      $label(fi="vuosi", sv="år", en="year");
  target @1 :Text $required
      $label(fi="kohde", sv="objekt", en="target");
  done @2 :YesNo
      $label(fi="tehty", sv="utfört", en="done");
  doneOn @3 :Text $identifier(date)
      $label(fi="tehty", sv="utfört den", en="done on");
  notDoneReason @4 :Text
      $label(fi="syy tekemättä jättämiseen", sv="orsak till att det inte utförts", en="reason for not doing it");
}

struct SupcaseOpened $event("supcase.opened")
    $label(fi="valvonta-asia avattu", sv="tillsynsärende öppnat", en="supervision case opened")
    $about("A supervision case was opened on a provider or unit; an event older than two years needs a special reason.")
    $basis("741/2023:33")
    $example("{\"number\":\"LVV/101/2026\",\"source\":\"notification\",\"eventDate\":{\"date\":\"2025-07-05\"},\"priority\":\"high\",\"handler\":\"ylitarkastaja\",\"authority\":\"Lupa- ja valvontavirasto\",\"openedOn\":\"2026-01-12\",\"subjectMatter\":\"henkilöstön riittävyys\"}") {
  number @0 :Text
      $label(fi="asiatunnus", sv="ärendebeteckning", en="matter number");
  source @1 :CaseSource $required
      $label(fi="mistä alkoi", sv="upphov", en="source");
  openedOn @2 :Text $required $identifier(date)
      $label(fi="avattu", sv="öppnat", en="opened on");
  eventDate @3 :When
      $label(fi="tapahtuma-aika", sv="tidpunkt för händelsen", en="date of the event");
  specialReason @4 :Text
      $label(fi="erityinen syy (yli kaksi vuotta)", sv="särskilt skäl (över två år)", en="special reason (over two years)");
  priority @5 :CasePriority
      $label(fi="kiireellisyysluokka", sv="prioritet", en="priority");
  handler @6 :Text
      $label(fi="käsittelijän tehtävä", sv="handläggarens uppgift", en="handler (role)");
  authority @7 :Text
      $label(fi="viranomainen tai järjestäjä", sv="myndighet eller anordnare", en="authority or organiser");
  subjectMatter @8 :Text
      $label(fi="aihe", sv="ämne", en="subject matter");
  detail @9 :Sealed $confidential
      $label(fi="salassa pidettävä kuvaus", sv="sekretessbelagd beskrivning", en="secret description");
}

struct SupcaseGuidanceGiven $event("supcase.guidanceGiven")
    $label(fi="ohjausta annettu", sv="styrning given", en="guidance given")
    $about("The organiser or the authority guided the provider.")
    $basis("741/2023:25 741/2023:32")
    $example("{\"givenBy\":\"palvelunjärjestäjä\",\"text\":\"Miehityssuunnitelma on pidettävä ajan tasalla.\",\"givenOn\":\"2026-01-20\"}") {
  givenBy @0 :Text
      $label(fi="ohjauksen antaja", sv="den som gett styrning", en="given by");
  text @1 :Text $required
      $label(fi="ohjaus", sv="styrning", en="guidance");
  givenOn @2 :Text $required $identifier(date)
      $label(fi="annettu", sv="given den", en="given on");
}

struct SupcaseAttentionDrawn $event("supcase.attentionDrawn")
    $label(fi="huomiota kiinnitetty", sv="uppmärksamhet fäst", en="attention drawn")
    $about("The authority drew the provider's attention to good practice or to the law; no appeal.")
    $basis("741/2023:38 741/2023:43")
    $example("{\"text\":\"Omavalvontasuunnitelman julkaiseminen\",\"givenOn\":\"2026-02-01\",\"noAppeal\":\"yes\"}") {
  text @0 :Text $required
      $label(fi="mihin", sv="på vad", en="to what");
  givenOn @1 :Text $required $identifier(date)
      $label(fi="annettu", sv="given den", en="given on");
  noAppeal @2 :YesNo $required $only("yes") $law("741/2023:43")
      $label(fi="ilmoitettu muutoksenhakukiellosta", sv="besvärsförbud meddelat", en="told that there is no appeal");
}

struct SupcaseUrged $event("supcase.urged")
    $label(fi="kehotettu", sv="uppmanad", en="urged")
    $about("The authority urged the provider to correct something; no appeal.")
    $basis("741/2023:38 741/2023:43")
    $example("{\"text\":\"Korjattava perehdytys\",\"givenOn\":\"2026-02-01\",\"noAppeal\":\"yes\"}") {
  text @0 :Text $required
      $label(fi="kehotus", sv="uppmaning", en="urging");
  givenOn @1 :Text $required $identifier(date)
      $label(fi="annettu", sv="given den", en="given on");
  noAppeal @2 :YesNo $required $only("yes") $law("741/2023:43")
      $label(fi="ilmoitettu muutoksenhakukiellosta", sv="besvärsförbud meddelat", en="told that there is no appeal");
}

struct SupcaseNoticeIssued $event("supcase.noticeIssued")
    $label(fi="huomautus annettu", sv="anmärkning given", en="notice issued")
    $about("A notice for the future; no appeal, and it must say so.")
    $basis("741/2023:38 741/2023:43")
    $example("{\"text\":\"Henkilöstön määrä ei vastannut suunnitelmaa.\",\"givenOn\":\"2026-02-20\",\"noAppeal\":\"yes\",\"provisions\":[\"741/2023:10\"]}") {
  text @0 :Text $required
      $label(fi="huomautus", sv="anmärkning", en="notice");
  givenOn @1 :Text $required $identifier(date)
      $label(fi="annettu", sv="given den", en="given on");
  provisions @2 :List(Text) $identifier(legalBasis)
      $label(fi="säännökset", sv="bestämmelser", en="provisions");
  noAppeal @3 :YesNo $required $only("yes") $law("741/2023:43")
      $label(fi="ilmoitettu muutoksenhakukiellosta", sv="besvärsförbud meddelat", en="told that there is no appeal");
  reasons @4 :Sealed $confidential
      $label(fi="perustelut", sv="motivering", en="reasons");
}

struct SupcaseOrderIssued $event("supcase.orderIssued")
    $label(fi="määräys annettu", sv="föreläggande meddelat", en="order issued")
    $about("An order to correct a defect; the act says that a deadline must be set, so none is recorded without one.")
    $basis("741/2023:39:1 741/2023:43")
    $example("{\"obligations\":[\"Yövuorossa on oltava kaksi hoitajaa.\"],\"due\":\"2026-04-15\",\"orderedOn\":\"2026-03-02\",\"remedy\":\"valitus hallinto-oikeuteen 30 päivää\",\"finding\":\"havainto-1\"}") {
  obligations @0 :List(Text) $required
      $label(fi="velvoitteet", sv="skyldigheter", en="obligations");
  due @1 :Text $required $identifier(date) $law("741/2023:39:1")
      $label(fi="määräaika", sv="tidsfrist", en="due date");
  orderedOn @2 :Text $required $identifier(date)
      $label(fi="määrätty", sv="meddelat den", en="ordered on");
  remedy @3 :Text $required $law("741/2023:43 434/2003:47")
      $label(fi="valitusosoitus", sv="besvärsanvisning", en="appeal instructions");
  enforceableDespiteAppeal @4 :YesNo
      $label(fi="täytäntöönpantava muutoksenhausta huolimatta", sv="verkställs trots besvär", en="enforceable despite appeal");
  finding @5 :Text $identifier(eventRef)
      $label(fi="epäkohta", sv="missförhållande", en="finding");
  provisions @6 :List(Text) $identifier(legalBasis)
      $label(fi="säännökset", sv="bestämmelser", en="provisions");
  reasons @7 :Sealed $confidential
      $label(fi="perustelut", sv="motivering", en="reasons");
  document @8 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SupcaseClosed $event("supcase.closed")
    $label(fi="valvonta-asia päätetty", sv="tillsynsärende avslutat", en="supervision case closed")
    $about("The case was closed with an outcome and reasons.")
    $basis("434/2003:44 434/2003:45")
    $example("{\"outcome\":\"orderMet\",\"closedOn\":\"2026-06-30\",\"reasonsText\":\"Määräys täytetty ja todennettu.\"}") {
  outcome @0 :CaseOutcome $required
      $label(fi="lopputulos", sv="utfall", en="outcome");
  closedOn @1 :Text $required $identifier(date)
      $label(fi="päätetty", sv="avslutat", en="closed on");
  reasonsText @2 :Text
      $label(fi="perustelut", sv="motivering", en="reasons");
}

struct SupcaseReopened $event("supcase.reopened")
    $label(fi="valvonta-asia avattu uudelleen", sv="tillsynsärende återupptaget", en="supervision case reopened")
    $about("A closed case was opened again.")
    $example("{\"reason\":\"sama epäkohta havaittu uudelleen\",\"reopenedOn\":\"2026-09-01\"}") {
  reason @0 :Text $required
      $label(fi="syy", sv="orsak", en="reason");
  reopenedOn @1 :Text $required $identifier(date)
      $label(fi="avattu uudelleen", sv="återupptaget", en="reopened on");
}

struct VisitGuidanceVisitAgreed $event("visit.guidanceVisitAgreed")
    $label(fi="ohjaus- ja arviointikäynnistä sovittu", sv="styrnings- och utvärderingsbesök avtalat", en="guidance visit agreed")
    $about("A visit was agreed beforehand together with its programme.")
    $basis("741/2023:35")
    $example("{\"unit\":\"yks-1\",\"agreedDate\":\"2026-02-10\",\"programme\":[\"lääkehoito\",\"miehitys\"],\"remote\":\"no\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  agreedDate @1 :Text $required $identifier(date)
      $label(fi="sovittu päivä", sv="avtalad dag", en="agreed date");
  programme @2 :List(Text)
      $label(fi="ohjelma", sv="program", en="programme");
  remote @3 :YesNo
      $label(fi="etänä", sv="på distans", en="remote");
}

struct VisitGuidanceVisitHeld $event("visit.guidanceVisitHeld")
    $label(fi="ohjaus- ja arviointikäynti tehty", sv="styrnings- och utvärderingsbesök gjort", en="guidance visit held")
    $about("The visit took place.")
    $basis("741/2023:35")
    $example("{\"unit\":\"yks-1\",\"heldOn\":\"2026-02-10\",\"remote\":\"no\",\"observations\":[\"miehitystaulukko puutteellinen\"]}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  heldOn @1 :Text $required $identifier(date)
      $label(fi="tehty", sv="gjort", en="held on");
  remote @2 :YesNo
      $label(fi="etänä", sv="på distans", en="remote");
  observations @3 :List(Text)
      $label(fi="havainnot", sv="iakttagelser", en="observations");
}

struct InspectionOrderGiven $event("inspection.orderGiven")
    $label(fi="tarkastusmääräys annettu", sv="inspektionsförordnande utfärdat", en="inspection ordered")
    $about("The order to inspect; no appeal.  Premises for permanent living need a ground of necessity.")
    $basis("741/2023:36")
    $example("{\"unit\":\"yks-1\",\"orderedOn\":\"2026-02-09\",\"unannounced\":\"yes\",\"inspectorRole\":\"ylitarkastaja\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  orderedOn @1 :Text $required $identifier(date)
      $label(fi="annettu", sv="utfärdat den", en="ordered on");
  unannounced @2 :YesNo
      $label(fi="ennalta ilmoittamatta", sv="oanmäld", en="unannounced");
  inspectorRole @3 :Text
      $label(fi="tarkastajan tehtävä", sv="inspektörens uppgift", en="inspector (role)");
  homePremisesGround @4 :Text
      $label(fi="välttämättömyysperuste (asuintilat)", sv="grund för nödvändighet (bostadslokaler)", en="ground for entering homes");
}

struct InspectionStarted $event("inspection.started")
    $label(fi="tarkastus aloitettu", sv="inspektion inledd", en="inspection started")
    $about("The inspectors arrived.")
    $basis("741/2023:36 434/2003:39")
    $example("{\"unit\":\"yks-1\",\"startedAt\":{\"date\":\"2026-02-11T09:00:00+02:00\"}}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  startedAt @1 :When
      $label(fi="aloitettu", sv="inledd", en="started");
}

struct InspectionHeld $event("inspection.held")
    $label(fi="tarkastus tehty", sv="inspektion utförd", en="inspection held")
    $about("An inspection took place: who was present by role, its course and what was seen.")
    $basis("741/2023:36 741/2023:37 434/2003:39")
    $example("{\"unit\":\"yks-1\",\"heldOn\":\"2026-02-11\",\"inspectionOrder\":\"tarkmaarays-1\",\"present\":[\"ylitarkastaja\",\"vastuuhenkilö\"],\"observations\":[\"yövuorossa yksi hoitaja\"],\"recordings\":\"no\",\"homePremises\":\"no\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  heldOn @1 :Text $required $identifier(date)
      $label(fi="tehty", sv="utförd", en="held on");
  inspectionOrder @2 :Text $identifier(eventRef)
      $label(fi="tarkastusmääräys", sv="inspektionsförordnande", en="inspection order");
  present @3 :List(Text)
      $label(fi="läsnä (tehtävät)", sv="närvarande (uppgifter)", en="present (roles)");
  course @4 :Text
      $label(fi="kulku", sv="förlopp", en="course");
  observations @5 :List(Text)
      $label(fi="havainnot", sv="iakttagelser", en="observations");
  recordings @6 :YesNo
      $label(fi="kuvia tai tallenteita", sv="bilder eller inspelningar", en="photos or recordings");
  homePremises @7 :YesNo
      $label(fi="pysyväisluonteiseen asumiseen käytetyissä tiloissa", sv="i lokaler för stadigvarande boende", en="in premises for permanent living");
  detail @8 :Sealed $confidential
      $label(fi="salassa pidettävät havainnot", sv="sekretessbelagda iakttagelser", en="secret observations");
}

struct InspectionReportDrafted $event("inspection.reportDrafted")
    $label(fi="tarkastuskertomus laadittu", sv="inspektionsberättelse upprättad", en="inspection report drafted")
    $about("The report of an inspection was written.")
    $basis("434/2003:39")
    $example("{\"inspection\":\"tarkastus-1\",\"draftedOn\":\"2026-02-18\"}") {
  inspection @0 :Text $required $identifier(eventRef)
      $label(fi="tarkastus", sv="inspektion", en="inspection");
  draftedOn @1 :Text $required $identifier(date)
      $label(fi="laadittu", sv="upprättad den", en="drafted on");
  document @2 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct InspectionReportNotified $event("inspection.reportNotified")
    $label(fi="tarkastuskertomus annettu tiedoksi", sv="inspektionsberättelse delgiven", en="inspection report notified")
    $about("The party got the report without delay.")
    $basis("434/2003:39 741/2023:34")
    $example("{\"inspection\":\"tarkastus-1\",\"party\":\"Hoiva Esimerkki Oy\",\"notifiedOn\":\"2026-02-19\"}") {
  inspection @0 :Text $required $identifier(eventRef)
      $label(fi="tarkastus", sv="inspektion", en="inspection");
  party @1 :Text $required
      $label(fi="asianosainen", sv="part", en="party");
  notifiedOn @2 :Text $required $identifier(date)
      $label(fi="tiedoksi", sv="delgiven den", en="notified on");
}

struct InspectionReportExchanged $event("inspection.reportExchanged")
    $label(fi="tarkastuskertomus vaihdettu", sv="inspektionsberättelse utbytt", en="inspection report exchanged")
    $about("Organiser and authority gave the report to each other.")
    $basis("741/2023:34:4")
    $example("{\"inspection\":\"tarkastus-1\",\"from\":\"Lupa- ja valvontavirasto\",\"to\":\"hva-esimerkki\",\"exchangedOn\":\"2026-02-20\"}") {
  inspection @0 :Text $required $identifier(eventRef)
      $label(fi="tarkastus", sv="inspektion", en="inspection");
  from @1 :Text $required
      $label(fi="antaja", sv="avsändare", en="from");
  to @2 :Text $required
      $label(fi="saaja", sv="mottagare", en="to");
  exchangedOn @3 :Text $required $identifier(date)
      $label(fi="annettu", sv="given den", en="exchanged on");
}

struct FindingRecorded $event("finding.recorded")
    $label(fi="epäkohta havaittu", sv="missförhållande konstaterat", en="finding recorded")
    $about("A defect that supervision found, its severity and the provision it breaks.")
    $basis("741/2023:25 741/2023:39")
    $example("{\"unit\":\"yks-1\",\"severity\":\"endangering\",\"provision\":\"741/2023:10\",\"text\":\"Yövuorossa yksi hoitaja kahden sijasta.\",\"foundOn\":\"2026-02-11\",\"inspection\":\"tarkastus-1\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  severity @1 :FindingSeverity $required
      $label(fi="vakavuus", sv="allvarlighetsgrad", en="severity");
  provision @2 :Text $identifier(legalBasis)
      $label(fi="säännös", sv="bestämmelse", en="provision");
  text @3 :Text $required
      $label(fi="epäkohta", sv="missförhållande", en="finding");
  foundOn @4 :Text $required $identifier(date)
      $label(fi="havaittu", sv="konstaterat", en="found on");
  inspection @5 :Text $identifier(eventRef)
      $label(fi="tarkastus", sv="inspektion", en="inspection");
  earlier @6 :Text $identifier(eventRef)
      $label(fi="aiempi sama epäkohta", sv="tidigare samma missförhållande", en="earlier finding of the same");
  detail @7 :Sealed $confidential
      $label(fi="salassa pidettävä tarkennus", sv="sekretessbelagd precisering", en="secret detail");
}

struct ClarificationRequested $event("clarification.requested")
    $label(fi="selvitystä pyydetty", sv="utredning begärd", en="clarification requested")
    $about("The provider was asked to explain within a sufficient set time.")
    $basis("741/2023:25 434/2003:31")
    $example("{\"questions\":[\"Miten yövuoron miehitys on varmistettu?\"],\"requestedOn\":\"2026-01-14\",\"due\":\"2026-02-04\",\"addressee\":\"Hoiva Esimerkki Oy\"}") {
  questions @0 :List(Text) $required
      $label(fi="kysymykset", sv="frågor", en="questions");
  requestedOn @1 :Text $required $identifier(date)
      $label(fi="pyydetty", sv="begärd", en="requested on");
  due @2 :Text $required $identifier(date)
      $label(fi="määräaika", sv="tidsfrist", en="due");
  addressee @3 :Text
      $label(fi="keneltä", sv="av vem", en="addressee");
}

struct ClarificationExtended $event("clarification.extended")
    $label(fi="selvityksen määräaikaa jatkettu", sv="tidsfrist för utredning förlängd", en="clarification extended")
    $about("The time to explain was extended.")
    $basis("434/2003:33")
    $example("{\"request\":\"selvityspyynto-1\",\"newDue\":\"2026-02-18\",\"reason\":\"vastuuhenkilön sairausloma\"}") {
  request @0 :Text $required $identifier(eventRef)
      $label(fi="selvityspyyntö", sv="begäran om utredning", en="request");
  newDue @1 :Text $required $identifier(date)
      $label(fi="uusi määräaika", sv="ny tidsfrist", en="new due date");
  reason @2 :Text
      $label(fi="syy", sv="orsak", en="reason");
}

struct ClarificationReceived $event("clarification.received")
    $label(fi="selvitys saapunut", sv="utredning inkommen", en="clarification received")
    $about("The explanation arrived.")
    $basis("741/2023:25")
    $example("{\"request\":\"selvityspyynto-1\",\"receivedOn\":\"2026-02-03\",\"sufficient\":\"no\"}") {
  request @0 :Text $required $identifier(eventRef)
      $label(fi="selvityspyyntö", sv="begäran om utredning", en="request");
  receivedOn @1 :Text $required $identifier(date)
      $label(fi="saapunut", sv="inkommen", en="received on");
  sufficient @2 :YesNo
      $label(fi="riittävä", sv="tillräcklig", en="sufficient");
  content @3 :Sealed $confidential
      $label(fi="sisältö", sv="innehåll", en="content");
  document @4 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct ClarificationOverdue $event("clarification.overdue")
    $label(fi="selvitys myöhässä", sv="utredning försenad", en="clarification overdue")
    $about("Somebody stated that the explanation did not come in time; the deadline monitor finds it by itself.")
    $example("{\"request\":\"selvityspyynto-1\",\"statedOn\":\"2026-02-05\"}") {
  request @0 :Text $required $identifier(eventRef)
      $label(fi="selvityspyyntö", sv="begäran om utredning", en="request");
  statedOn @1 :Text $required $identifier(date)
      $label(fi="todettu", sv="konstaterat", en="stated on");
}

struct CorrectionDemanded $event("correction.demanded")
    $label(fi="korjaamista vaadittu", sv="rättelse krävd", en="correction demanded")
    $about("The organiser demanded that a defect be corrected within a reasonable time, or immediately when safety is essentially endangered.")
    $basis("741/2023:25")
    $example("{\"finding\":\"havainto-1\",\"demand\":\"Miehitys korjattava suunnitelman mukaiseksi.\",\"demandedOn\":\"2025-10-01\",\"immediate\":\"no\",\"due\":\"2025-10-31\"}") {
  finding @0 :Text $identifier(eventRef)
      $label(fi="epäkohta", sv="missförhållande", en="finding");
  demand @1 :Text $required
      $label(fi="vaatimus", sv="krav", en="demand");
  demandedOn @2 :Text $required $identifier(date)
      $label(fi="vaadittu", sv="krävd den", en="demanded on");
  immediate @3 :YesNo
      $label(fi="välittömästi", sv="omedelbart", en="immediately");
  due @4 :Text $identifier(date)
      $label(fi="määräaika", sv="tidsfrist", en="due");
}

struct FineImposed $event("fine.imposed")
    $label(fi="uhkasakko asetettu", sv="vite förelagt", en="conditional fine imposed")
    $about("A conditional fine was set to enforce one main obligation: fixed, or running with a base and an additional part for each period.")
    $basis("741/2023:39 1113/1990:6 1113/1990:9")
    $example("{\"order\":\"maarays-1\",\"mainObligation\":\"Yövuorossa on oltava kaksi hoitajaa.\",\"kind\":\"running\",\"base\":{\"amount\":10000,\"currency\":\"EUR\",\"currencyStated\":true},\"additional\":{\"amount\":2000,\"currency\":\"EUR\",\"currencyStated\":true},\"periodDays\":{\"value\":7,\"unit\":\"päivä\"},\"imposedOn\":\"2026-04-17\",\"due\":\"2026-05-15\",\"hearing\":\"kuuleminen-1\"}") {
  order @0 :Text $required $identifier(eventRef)
      $label(fi="määräys", sv="föreläggande", en="order");
  mainObligation @1 :Text $required $law("1113/1990:6")
      $label(fi="päävelvoite", sv="huvudförpliktelse", en="main obligation")
      $about("One fine, one main obligation.");
  kind @2 :FineKind $required
      $label(fi="laji", sv="art", en="kind");
  fixed @3 :Money
      $label(fi="kiinteä määrä", sv="fast belopp", en="fixed amount");
  base @4 :Money
      $label(fi="peruserä", sv="grundbelopp", en="base");
  additional @5 :Money
      $label(fi="lisäerä", sv="tilläggsbelopp", en="additional part");
  periodDays @6 :Quantity
      $label(fi="lisäerän jakso", sv="period för tilläggsbelopp", en="period of an additional part");
  imposedOn @7 :Text $required $identifier(date)
      $label(fi="asetettu", sv="förelagt den", en="imposed on");
  due @8 :Text $required $identifier(date)
      $label(fi="määräaika", sv="tidsfrist", en="due");
  hearing @9 :Text $identifier(eventRef)
      $label(fi="kuuleminen", sv="hörande", en="hearing");
  notifiedVerifiably @10 :YesNo
      $label(fi="annettu todisteellisesti tiedoksi", sv="delgivet bevisligen", en="served verifiably");
  remedy @11 :Text
      $label(fi="valitusosoitus", sv="besvärsanvisning", en="appeal instructions");
}

struct FineOrdered $event("fine.ordered")
    $label(fi="uhkasakko tuomittu maksettavaksi", sv="vite utdömt", en="fine ordered to be paid")
    $about("The fine was ordered to be paid because the obligation was not met; parties must have been heard and, as a rule, the order be final.")
    $basis("1113/1990:10 1113/1990:13")
    $example("{\"fine\":\"uhkasakko-1\",\"amount\":{\"amount\":10000,\"currency\":\"EUR\",\"currencyStated\":true},\"additionalParts\":{\"value\":0,\"unit\":\"erä\"},\"orderedOn\":\"2026-06-20\",\"orderFinal\":\"no\",\"hearing\":\"kuuleminen-2\"}") {
  fine @0 :Text $required $identifier(eventRef)
      $label(fi="uhkasakko", sv="vite", en="fine");
  amount @1 :Money $required
      $label(fi="määrä", sv="belopp", en="amount");
  additionalParts @2 :Quantity
      $label(fi="lisäeriä", sv="antal tilläggsbelopp", en="additional parts");
  orderedOn @3 :Text $required $identifier(date)
      $label(fi="tuomittu", sv="utdömt den", en="ordered on");
  orderFinal @4 :YesNo
      $label(fi="asettamispäätös lainvoimainen", sv="beslutet om föreläggande har vunnit laga kraft", en="imposing decision final");
  hearing @5 :Text $identifier(eventRef)
      $label(fi="kuuleminen", sv="hörande", en="hearing");
}

struct FineReduced $event("fine.reduced")
    $label(fi="uhkasakkoa alennettu", sv="vite nedsatt", en="fine reduced")
    $about("Less than the imposed amount is ordered.")
    $basis("1113/1990:11")
    $example("{\"fine\":\"uhkasakko-1\",\"amount\":{\"amount\":5000,\"currency\":\"EUR\",\"currencyStated\":true},\"reason\":\"päävelvoite olennaisilta osin täytetty\",\"reducedOn\":\"2026-06-20\"}") {
  fine @0 :Text $required $identifier(eventRef)
      $label(fi="uhkasakko", sv="vite", en="fine");
  amount @1 :Money $required
      $label(fi="uusi määrä", sv="nytt belopp", en="new amount");
  reason @2 :Text
      $label(fi="syy", sv="orsak", en="reason");
  reducedOn @3 :Text $required $identifier(date)
      $label(fi="alennettu", sv="nedsatt den", en="reduced on");
}

struct FineWithdrawn $event("fine.withdrawn")
    $label(fi="uhkasakko peruutettu", sv="vite återkallat", en="fine withdrawn")
    $about("The fine was taken back.")
    $basis("1113/1990:12")
    $example("{\"fine\":\"uhkasakko-1\",\"reason\":\"olosuhteet muuttuneet\",\"withdrawnOn\":\"2026-06-20\"}") {
  fine @0 :Text $required $identifier(eventRef)
      $label(fi="uhkasakko", sv="vite", en="fine");
  reason @1 :Text
      $label(fi="syy", sv="orsak", en="reason");
  withdrawnOn @2 :Text $required $identifier(date)
      $label(fi="peruutettu", sv="återkallat den", en="withdrawn on");
}

struct FineLapsed $event("fine.lapsed")
    $label(fi="uhkasakko rauennut", sv="vite förfallet", en="fine lapsed")
    $about("The fine lapsed: the obligation was met, or the time to order it ran out.")
    $basis("1113/1990:13")
    $example("{\"fine\":\"uhkasakko-1\",\"reason\":\"päävelvoite täytetty määräajassa\",\"lapsedOn\":\"2026-05-15\"}") {
  fine @0 :Text $required $identifier(eventRef)
      $label(fi="uhkasakko", sv="vite", en="fine");
  reason @1 :Text $required
      $label(fi="syy", sv="orsak", en="reason");
  lapsedOn @2 :Text $required $identifier(date)
      $label(fi="rauennut", sv="förfallet den", en="lapsed on");
}

struct SuspensionThreatened $event("suspension.threatened")
    $label(fi="keskeyttämisuhka asetettu", sv="hot om avbrytande förelagt", en="suspension threatened")
    $about("The authority threatened to suspend the operation.")
    $basis("741/2023:39 1113/1990:15")
    $example("{\"unit\":\"yks-1\",\"order\":\"maarays-1\",\"threatenedOn\":\"2026-04-17\",\"due\":\"2026-05-15\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  order @1 :Text $identifier(eventRef)
      $label(fi="määräys", sv="föreläggande", en="order");
  threatenedOn @2 :Text $required $identifier(date)
      $label(fi="asetettu", sv="förelagt den", en="threatened on");
  due @3 :Text $required $identifier(date)
      $label(fi="määräaika", sv="tidsfrist", en="due");
}

struct SuspensionOrdered $event("suspension.ordered")
    $label(fi="toiminta määrätty keskeytettäväksi", sv="verksamhet förordnad att avbrytas", en="suspension ordered")
    $about("Operation, a part of it, or a device was suspended or banned.")
    $basis("741/2023:39:3")
    $example("{\"unit\":\"yks-1\",\"part\":\"yösijoitukset\",\"orderedOn\":\"2026-05-18\",\"enforceableDespiteAppeal\":\"yes\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  part @1 :Text
      $label(fi="osa, laite tai tila", sv="del, anordning eller lokal", en="part, device or premises");
  orderedOn @2 :Text $required $identifier(date)
      $label(fi="määrätty", sv="förordnat den", en="ordered on");
  enforceableDespiteAppeal @3 :YesNo
      $label(fi="noudatettava muutoksenhausta huolimatta", sv="ska iakttas trots besvär", en="to be obeyed despite appeal");
  reasons @4 :Sealed $confidential
      $label(fi="perustelut", sv="motivering", en="reasons");
}

struct SuspensionImmediateOrdered $event("suspension.immediateOrdered")
    $label(fi="toiminta keskeytetty välittömästi", sv="verksamhet avbruten omedelbart", en="suspended immediately")
    $about("Operation was suspended at once because safety required it.")
    $basis("741/2023:39 741/2023:44")
    $example("{\"unit\":\"yks-1\",\"part\":\"lääkehuone\",\"orderedOn\":\"2026-02-11\",\"orally\":\"yes\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  part @1 :Text
      $label(fi="osa, laite tai tila", sv="del, anordning eller lokal", en="part, device or premises");
  orderedOn @2 :Text $required $identifier(date)
      $label(fi="määrätty", sv="förordnat den", en="ordered on");
  orally @3 :YesNo
      $label(fi="suullisesti", sv="muntligen", en="orally");
  reasons @4 :Sealed $confidential
      $label(fi="perustelut", sv="motivering", en="reasons");
}

struct SuspensionLifted $event("suspension.lifted")
    $label(fi="keskeytys päättynyt", sv="avbrytande upphävt", en="suspension lifted")
    $about("A suspension or ban ended.")
    $basis("741/2023:39")
    $example("{\"suspension\":\"keskeytys-1\",\"liftedOn\":\"2026-06-01\"}") {
  suspension @0 :Text $required $identifier(eventRef)
      $label(fi="keskeytys", sv="avbrytande", en="suspension");
  liftedOn @1 :Text $required $identifier(date)
      $label(fi="päättynyt", sv="upphävt den", en="lifted on");
}

struct ActionPlanned $event("action.planned")
    $label(fi="korjaava toimenpide suunniteltu", sv="korrigerande åtgärd planerad", en="corrective action planned")
    $about("A measure to correct a finding, observation or order: who, what, by when.")
    $basis("741/2023:25 741/2023:27")
    $example("{\"about\":\"havainto-1\",\"action\":\"Rekrytoidaan kaksi yöhoitajaa.\",\"owner\":\"vastuuhenkilö\",\"due\":\"2026-04-01\",\"plannedOn\":\"2026-03-10\"}") {
  about @0 :Text $identifier(eventRef)
      $label(fi="mihin liittyy", sv="gäller", en="concerns")
      $about("Finding, observation or order.");
  action @1 :Text $required
      $label(fi="toimenpide", sv="åtgärd", en="action");
  owner @2 :Text
      $label(fi="vastuutaho", sv="ansvarig", en="owner");
  plannedOn @3 :Text $identifier(date)
      $label(fi="suunniteltu", sv="planerad den", en="planned on");
  due @4 :Text $required $identifier(date)
      $label(fi="määräaika", sv="tidsfrist", en="due");
}

struct ActionStarted $event("action.started")
    $label(fi="korjaava toimenpide aloitettu", sv="korrigerande åtgärd inledd", en="corrective action started")
    $about("Work on the measure began.")
    $example("{\"action\":\"toimenpide-1\",\"startedOn\":\"2026-03-12\"}") {
  action @0 :Text $required $identifier(eventRef)
      $label(fi="toimenpide", sv="åtgärd", en="action");
  startedOn @1 :Text $required $identifier(date)
      $label(fi="aloitettu", sv="inledd", en="started on");
}

struct ActionEvidenceGiven $event("action.evidenceGiven")
    $label(fi="näyttö annettu", sv="bevis framlagt", en="evidence given")
    $about("The owner showed that the measure was done.")
    $example("{\"action\":\"toimenpide-1\",\"givenOn\":\"2026-06-01\",\"evidence\":\"työvuorolistat 1.5.–31.5.\"}") {
  action @0 :Text $required $identifier(eventRef)
      $label(fi="toimenpide", sv="åtgärd", en="action");
  givenOn @1 :Text $required $identifier(date)
      $label(fi="annettu", sv="framlagt den", en="given on");
  evidence @2 :Text $required
      $label(fi="näyttö", sv="bevis", en="evidence");
  document @3 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct ActionVerified $event("action.verified")
    $label(fi="toimenpide todennettu", sv="åtgärd verifierad", en="action verified")
    $about("The supervisor verified that the measure was done and works.")
    $example("{\"action\":\"toimenpide-1\",\"verifiedOn\":\"2026-06-15\",\"method\":\"asiakirjat ja käynti\"}") {
  action @0 :Text $required $identifier(eventRef)
      $label(fi="toimenpide", sv="åtgärd", en="action");
  verifiedOn @1 :Text $required $identifier(date)
      $label(fi="todennettu", sv="verifierad den", en="verified on");
  method @2 :Text
      $label(fi="tapa", sv="metod", en="method");
}

struct ActionRejected $event("action.rejected")
    $label(fi="toimenpide hylätty", sv="åtgärd underkänd", en="action rejected")
    $about("The measure was not enough.")
    $example("{\"action\":\"toimenpide-1\",\"rejectedOn\":\"2026-05-20\",\"reason\":\"miehitys ei toteudu viikonloppuisin\"}") {
  action @0 :Text $required $identifier(eventRef)
      $label(fi="toimenpide", sv="åtgärd", en="action");
  rejectedOn @1 :Text $required $identifier(date)
      $label(fi="hylätty", sv="underkänd den", en="rejected on");
  reason @2 :Text $required
      $label(fi="syy", sv="orsak", en="reason");
}

struct ActionClosed $event("action.closed")
    $label(fi="toimenpide suljettu", sv="åtgärd avslutad", en="action closed")
    $about("The measure needs nothing more.")
    $example("{\"action\":\"toimenpide-1\",\"closedOn\":\"2026-06-16\"}") {
  action @0 :Text $required $identifier(eventRef)
      $label(fi="toimenpide", sv="åtgärd", en="action");
  closedOn @1 :Text $required $identifier(date)
      $label(fi="suljettu", sv="avslutad den", en="closed on");
}

struct FollowupScheduled $event("followup.scheduled")
    $label(fi="jälkivalvonta sovittu", sv="uppföljande tillsyn planerad", en="follow-up scheduled")
    $about("When the correction will be looked at again.")
    $example("{\"finding\":\"havainto-1\",\"due\":\"2026-12-01\",\"how\":\"ilmoittamaton käynti\"}") {
  finding @0 :Text $identifier(eventRef)
      $label(fi="epäkohta", sv="missförhållande", en="finding");
  due @1 :Text $required $identifier(date)
      $label(fi="ajankohta", sv="tidpunkt", en="due");
  how @2 :Text
      $label(fi="tapa", sv="sätt", en="how");
}

struct FollowupDone $event("followup.done")
    $label(fi="jälkivalvonta tehty", sv="uppföljande tillsyn utförd", en="follow-up done")
    $about("The correction was looked at again.")
    $example("{\"followup\":\"jalkivalvonta-1\",\"doneOn\":\"2026-12-01\",\"result\":\"epäkohta korjattu\"}") {
  followup @0 :Text $required $identifier(eventRef)
      $label(fi="jälkivalvonta", sv="uppföljande tillsyn", en="follow-up");
  doneOn @1 :Text $required $identifier(date)
      $label(fi="tehty", sv="utförd den", en="done on");
  result @2 :Text $required
      $label(fi="tulos", sv="resultat", en="result");
}

struct RegisterSanctionMarkEntered $event("register.sanctionMarkEntered")
    $label(fi="seuraamusmerkintä tehty", sv="anteckning om påföljd införd", en="sanction mark entered")
    $about("A mark of a sanction in the register, kept for at most five years.")
    $basis("741/2023:12")
    $example("{\"sanction\":\"määräys\",\"about\":\"maarays-1\",\"enteredOn\":\"2026-03-03\",\"removeBy\":\"2031-03-03\"}") {
  sanction @0 :Text $required
      $label(fi="seuraamus", sv="påföljd", en="sanction");
  about @1 :Text $identifier(eventRef)
      $label(fi="mihin liittyy", sv="gäller", en="concerns");
  enteredOn @2 :Text $required $identifier(date)
      $label(fi="tehty", sv="införd den", en="entered on");
  removeBy @3 :Text $identifier(date)
      $label(fi="poistettava viimeistään", sv="ska avföras senast", en="to be removed by");
}

struct RegisterSanctionMarkRemoved $event("register.sanctionMarkRemoved")
    $label(fi="seuraamusmerkintä poistettu", sv="anteckning om påföljd avförd", en="sanction mark removed")
    $about("A mark of a sanction was taken out of the register.")
    $basis("741/2023:12")
    $example("{\"mark\":\"merkinta-1\",\"removedOn\":\"2031-03-01\"}") {
  mark @0 :Text $required $identifier(eventRef)
      $label(fi="merkintä", sv="anteckning", en="mark");
  removedOn @1 :Text $required $identifier(date)
      $label(fi="poistettu", sv="avförd den", en="removed on");
}
