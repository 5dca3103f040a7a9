@0xb3c1f0a9d2e46004;
# Decisions of authorities and what follows: notification, correction of errors, execution, correction
# request, appeal, complaint (434/2003 chapters 7 to 9, 808/2019, 1301/2014 45 to 51 sections).

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".confidential;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "annotations.capnp".label;
using import "annotations.capnp".personal;
using import "annotations.capnp".required;
using import "values.capnp".Document;
using import "values.capnp".Money;
using import "values.capnp".Sealed;
using import "values.capnp".When;
using import "terms.capnp".YesNo;
using import "terms.capnp".Urgency;
using import "terms.capnp".ContactChannel;
$Cxx.namespace("sinetti::schema");

enum DecisionResult {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  granted @1 $label(fi="myönnetty", sv="beviljat", en="granted");
  partlyGranted @2 $label(fi="myönnetty osittain", sv="delvis beviljat", en="granted in part");
  refused @3 $label(fi="hylätty", sv="avslaget", en="refused");
  inadmissible @4 $label(fi="jätetty tutkimatta", sv="avvisat", en="inadmissible");
  lapsed @5 $label(fi="rauennut", sv="förfallet", en="lapsed");
  imposed @6 $label(fi="määrätty", sv="ålagt", en="imposed");
}

enum RemedyKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  correction30 @1 $label(fi="oikaisuvaatimus 30 päivää", sv="omprövning inom 30 dagar", en="correction request within 30 days");
  correction14 @2 $label(fi="oikaisuvaatimus 14 päivää", sv="omprövning inom 14 dagar", en="correction request within 14 days");
  procurement14 @3 $label(fi="hankintaoikaisu tai valitus 14 päivää", sv="upphandlingsrättelse eller besvär inom 14 dagar", en="procurement correction or appeal within 14 days");
  appeal30 @4 $label(fi="valitus 30 päivää", sv="besvär inom 30 dagar", en="appeal within 30 days");
  municipalAppeal30 @5 $label(fi="aluevalitus 30 päivää", sv="välfärdsområdesbesvär inom 30 dagar", en="county appeal within 30 days");
  none @6 $label(fi="ei muutoksenhakua", sv="får inte överklagas", en="no appeal");
}

enum NotificationMethod {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  letter @1 $label(fi="tavallinen tiedoksianto kirjeellä", sv="vanlig delgivning per brev", en="ordinary letter");
  receipt @2 $label(fi="saantitodistus", sv="mottagningsbevis", en="acknowledgement of receipt");
  electronic @3 $label(fi="sähköinen tiedoksianto", sv="elektronisk delgivning", en="electronic notification");
  bailiff @4 $label(fi="haastetiedoksianto", sv="stämningsdelgivning", en="service by a bailiff");
  publicNotice @5 $label(fi="yleistiedoksianto", sv="offentlig delgivning", en="public notice");
  website @6 $label(fi="julkaistu verkkosivuilla", sv="publicerat på webbplatsen", en="published on the website");
  handed @7 $label(fi="annettu käteen", sv="överlämnat personligen", en="handed over");
}

struct DecisionMade $event("decision.made")
    $label(fi="päätös tehty", sv="beslut fattat", en="decision made")
    $about("An authority decided; what 434/2003 44 and 45 sections ask a decision to hold. What is missing is left out and found by the audit.")
    $basis("434/2003:44 434/2003:45 434/2003:43")
    $example("{\"number\":\"ROI/12/2014/1\",\"kind\":\"toimeentulotuki\",\"result\":\"granted\",\"decidedOn\":\"2014-01-08\",\"authority\":\"Rovaniemen kaupunki\",\"office\":\"sosiaalityöntekijä\",\"application\":\"haku-1\",\"parties\":[\"k-1\"],\"provisions\":[\"1412/1997:14_a@2008-01-01\"],\"reasonsGiven\":\"yes\",\"contact\":\"vastaanottoyksikkö\",\"remedy\":\"correction30\"}") {
  number @0 :Text
      $label(fi="päätöksen numero", sv="beslutets nummer", en="decision number");
  kind @1 :Text $required
      $label(fi="päätöksen laji", sv="typ av beslut", en="kind of decision");
  subkind @2 :Text
      $label(fi="tarkempi laji", sv="närmare typ", en="narrower kind")
      $about("What a delegation's exceptions are compared with: vuokravakuus.");
  result @3 :DecisionResult $required
      $label(fi="ratkaisu", sv="avgörande", en="result");
  resultText @4 :Text
      $label(fi="ratkaisu sanoin", sv="avgörandet i ord", en="result in words");
  decidedOn @5 :Text $required $identifier(date)
      $label(fi="päätöspäivä", sv="beslutsdatum", en="decided on");
  authority @6 :Text
      $label(fi="viranomainen", sv="myndighet", en="authority");
  office @7 :Text
      $label(fi="viranhaltija", sv="tjänsteinnehavare", en="office holder")
      $about("The office, never a name.");
  discretionary @8 :YesNo
      $label(fi="harkintaa edellyttävä", sv="kräver prövning", en="needs discretion");
  application @9 :Text $identifier(eventRef)
      $label(fi="hakemus", sv="ansökan", en="application");
  parties @10 :List(Text)
      $label(fi="asianosaiset", sv="parter", en="parties")
      $about("Pseudonyms or organisations.");
  provisions @11 :List(Text) $identifier(legalBasis)
      $label(fi="sovelletut säännökset", sv="tillämpade bestämmelser", en="provisions applied");
  reasonsGiven @12 :YesNo
      $label(fi="perusteltu", sv="motiverat", en="reasons given");
  reasons @13 :Sealed $confidential
      $label(fi="perustelut", sv="motivering", en="reasons");
  clientReasons @14 :Sealed $personal
      $label(fi="asiakasta koskevat perustelut", sv="motivering som gäller klienten", en="reasons about the client");
  contact @15 :Text
      $label(fi="lisätietojen antaja", sv="kontaktpunkt", en="contact")
      $about("An office, never a name.");
  remedy @16 :RemedyKind
      $label(fi="muutoksenhakukeino", sv="rättsmedel", en="remedy");
  remedyInstruction @17 :YesNo
      $label(fi="muutoksenhakuohjaus liitetty", sv="anvisning om rättsmedel bifogad", en="instructions attached");
  validFrom @18 :Text $identifier(date)
      $label(fi="voimassa alkaen", sv="i kraft från", en="valid from");
  validTo @19 :Text $identifier(date)
      $label(fi="voimassa saakka", sv="i kraft till", en="valid to");
  amount @20 :Money
      $label(fi="määrä", sv="belopp", en="amount");
  document @21 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct DecisionGivenOrally $event("decision.givenOrally")
    $label(fi="päätös annettu suullisesti", sv="beslut meddelat muntligen", en="decision given orally")
    $about("A decision was given orally because it could not wait; it is to be confirmed in writing as soon as possible.")
    $basis("434/2003:43 741/2023:44")
    $example("{\"decision\":\"paatos-7\",\"ground\":\"toiminnan välitön keskeyttäminen tarkastuksella\",\"givenTo\":\"yksikön vastuuhenkilö\"}") {
  decision @0 :Text $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  ground @1 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  givenTo @2 :Text
      $label(fi="vastaanottajan tehtävä", sv="mottagarens uppgift", en="given to (role)");
}

struct DecisionConfirmedInWriting $event("decision.confirmedInWriting")
    $label(fi="päätös vahvistettu kirjallisesti", sv="beslut bekräftat skriftligen", en="decision confirmed in writing")
    $about("The oral decision was given in writing.")
    $basis("434/2003:43 741/2023:44")
    $example("{\"decision\":\"paatos-7\",\"confirmedOn\":\"2026-03-12\"}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  confirmedOn @1 :Text $required $identifier(date)
      $label(fi="vahvistettu", sv="bekräftat", en="confirmed on");
  document @2 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct DecisionNotified $event("decision.notified")
    $label(fi="päätös annettu tiedoksi", sv="beslut delgivet", en="decision notified")
    $about("How and when a party was notified; the time for a remedy runs from the day of notification, stated or deemed.")
    $basis("434/2003:59 434/2003:60 13/2003:19")
    $example("{\"decision\":\"paatos-5\",\"method\":\"letter\",\"sentOn\":\"2024-11-29\",\"recipient\":\"k-2\"}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  method @1 :NotificationMethod $required
      $label(fi="tiedoksiantotapa", sv="delgivningssätt", en="method");
  sentOn @2 :Text $identifier(date)
      $label(fi="lähetetty", sv="avsänt", en="sent on");
  receivedOn @3 :Text $identifier(date)
      $label(fi="vastaanotettu", sv="mottaget", en="received on")
      $about("Day of an acknowledged receipt; empty for an ordinary letter.");
  deemedOn @4 :Text $identifier(date)
      $label(fi="katsottu saaduksi (ilmoitettu)", sv="ansett mottaget (uppgivet)", en="deemed received (stated)")
      $about("As the source states it; the deadline monitor computes its own.");
  recipient @5 :Text
      $label(fi="vastaanottaja", sv="mottagare", en="recipient")
      $about("Pseudonym or organisation.");
}

struct DecisionFactErrorCorrected $event("decision.factErrorCorrected")
    $label(fi="asiavirhe korjattu", sv="sakfel rättat", en="error of fact corrected")
    $about("A decision with an error of fact or law was removed and the matter decided anew.")
    $basis("434/2003:50 434/2003:53")
    $example("{\"decision\":\"paatos-5\",\"ground\":\"selvästi virheellinen tai puutteellinen selvitys\",\"consent\":\"yes\",\"toBenefit\":\"yes\"}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  ground @1 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  consent @2 :YesNo
      $label(fi="asianosaisen suostumus", sv="partens samtycke", en="party's consent");
  toBenefit @3 :YesNo
      $label(fi="asianosaisen eduksi", sv="till partens fördel", en="to the party's benefit");
  newDecision @4 :Text $identifier(eventRef)
      $label(fi="uusi päätös", sv="nytt beslut", en="new decision");
}

struct DecisionClericalErrorCorrected $event("decision.clericalErrorCorrected")
    $label(fi="kirjoitusvirhe korjattu", sv="skrivfel rättat", en="clerical error corrected")
    $about("An obvious clerical or arithmetical error in a decision was corrected.")
    $basis("434/2003:51")
    $example("{\"decision\":\"paatos-5\",\"ground\":\"laskuvirhe\",\"was\":\"98,41\",\"isNow\":\"89,41\"}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  ground @1 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  was @2 :Text
      $label(fi="virheellinen kohta", sv="felaktigt ställe", en="was");
  isNow @3 :Text
      $label(fi="korjattu kohta", sv="rättat ställe", en="is now");
  toBenefit @4 :YesNo
      $label(fi="asianosaisen eduksi", sv="till partens fördel", en="to the party's benefit");
}

struct DecisionExecuted $event("decision.executed")
    $label(fi="päätös pantu täytäntöön", sv="beslut verkställt", en="decision executed")
    $about("The service or measure that was decided has begun.")
    $basis("1301/2014:45")
    $example("{\"decision\":\"paatos-5\",\"executedOn\":\"2025-02-03\"}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  executedOn @1 :Text $required $identifier(date)
      $label(fi="pantu täytäntöön", sv="verkställt", en="executed on");
}

struct DecisionExecutionSuspended $event("decision.executionSuspended")
    $label(fi="täytäntöönpano keskeytetty", sv="verkställighet avbruten", en="execution suspended")
    $about("The execution of a decision was stopped for the time being.")
    $basis("808/2019:123")
    $example("{\"decision\":\"paatos-5\",\"by\":\"hallinto-oikeus\",\"until\":{\"date\":\"2025-06-30\"}}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  by @1 :Text $required
      $label(fi="keskeyttäjä", sv="den som avbryter", en="by");
  until @2 :When
      $label(fi="saakka", sv="till", en="until");
}

struct DecisionBecameFinal $event("decision.becameFinal")
    $label(fi="päätös lainvoimainen", sv="beslut vunnit laga kraft", en="decision final")
    $about("The decision can no longer be changed by ordinary means.")
    $example("{\"decision\":\"paatos-5\",\"finalOn\":\"2025-01-08\"}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  finalOn @1 :Text $required $identifier(date)
      $label(fi="lainvoimainen", sv="laga kraft från", en="final on");
  how @2 :Text
      $label(fi="miten", sv="på vilket sätt", en="how")
      $about("For example: no remedy was sought, or the highest instance decided.");
}

struct CorrectionRequested $event("correction.requested")
    $label(fi="oikaisuvaatimus tehty", sv="omprövning begärd", en="correction requested")
    $about("A party asked the authority itself to correct its decision.")
    $basis("434/2003:49_c 611/2021:143")
    $example("{\"decision\":\"paatos-5\",\"remedy\":\"correction30\",\"filedOn\":\"2025-01-07\",\"by\":\"k-2\"}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  remedy @1 :RemedyKind
      $label(fi="muutoksenhakukeino", sv="rättsmedel", en="remedy");
  filedOn @2 :Text $required $identifier(date)
      $label(fi="saapunut", sv="inkommen", en="filed on");
  by @3 :Text
      $label(fi="oikaisuvaatimuksen tekijä", sv="den som begär omprövning", en="by")
      $about("Pseudonym or organisation.");
  statedDue @4 :Text $identifier(date)
      $label(fi="ilmoitettu viimeinen päivä", sv="uppgiven sista dag", en="last day as stated");
  urgency @5 :Urgency
      $label(fi="kiireellisyys", sv="brådska", en="urgency");
  grounds @6 :Sealed $confidential
      $label(fi="perusteet", sv="grunder", en="grounds");
}

struct CorrectionInadmissible $event("correction.inadmissible")
    $label(fi="oikaisuvaatimus jätetty tutkimatta", sv="omprövningsbegäran avvisad", en="correction request inadmissible")
    $about("The request for correction was not examined, and why.")
    $example("{\"request\":\"oikaisu-1\",\"reason\":\"tehty määräajan jälkeen\",\"decidedOn\":\"2025-01-20\"}") {
  request @0 :Text $required $identifier(eventRef)
      $label(fi="oikaisuvaatimus", sv="begäran om omprövning", en="request");
  reason @1 :Text $required
      $label(fi="syy", sv="orsak", en="reason");
  decidedOn @2 :Text $identifier(date)
      $label(fi="ratkaistu", sv="avgjord", en="decided on");
}

struct CorrectionDecided $event("correction.decided")
    $label(fi="oikaisuvaatimus ratkaistu", sv="omprövning avgjord", en="correction decided")
    $about("The request for correction was decided.")
    $example("{\"request\":\"oikaisu-1\",\"result\":\"refused\",\"decidedOn\":\"2025-02-10\"}") {
  request @0 :Text $required $identifier(eventRef)
      $label(fi="oikaisuvaatimus", sv="begäran om omprövning", en="request");
  result @1 :DecisionResult $required
      $label(fi="ratkaisu", sv="avgörande", en="result");
  decidedOn @2 :Text $required $identifier(date)
      $label(fi="ratkaistu", sv="avgjord", en="decided on");
  newDecision @3 :Text $identifier(eventRef)
      $label(fi="uusi päätös", sv="nytt beslut", en="new decision");
  reasons @4 :Sealed $confidential
      $label(fi="perustelut", sv="motivering", en="reasons");
}

struct AppealFiled $event("appeal.filed")
    $label(fi="valitus tehty", sv="besvär anförda", en="appeal filed")
    $about("A party appealed to a court.")
    $basis("808/2019:13")
    $example("{\"decision\":\"maarays-1\",\"court\":\"hallinto-oikeus\",\"filedOn\":\"2026-04-20\",\"by\":\"Hoiva Esimerkki Oy\"}") {
  decision @0 :Text $required $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
  court @1 :Text $required
      $label(fi="tuomioistuin", sv="domstol", en="court");
  filedOn @2 :Text $required $identifier(date)
      $label(fi="saapunut", sv="inkommen", en="filed on");
  by @3 :Text
      $label(fi="valittaja", sv="den som besvärat sig", en="appellant")
      $about("Pseudonym or organisation.");
  statedDue @4 :Text $identifier(date)
      $label(fi="ilmoitettu viimeinen päivä", sv="uppgiven sista dag", en="last day as stated");
  stayRequested @5 :YesNo
      $label(fi="täytäntöönpanon kieltoa vaadittu", sv="verkställighetsförbud yrkat", en="stay requested");
  grounds @6 :Sealed $confidential
      $label(fi="perusteet", sv="grunder", en="grounds");
}

struct AppealStatementGiven $event("appeal.statementGiven")
    $label(fi="lausunto annettu valitukseen", sv="utlåtande över besvär givet", en="statement on appeal given")
    $about("The authority gave the court its statement.")
    $basis("808/2019")
    $example("{\"appeal\":\"valitus-1\",\"by\":\"Lupa- ja valvontavirasto\",\"givenOn\":\"2026-05-20\"}") {
  appeal @0 :Text $required $identifier(eventRef)
      $label(fi="valitus", sv="besvär", en="appeal");
  by @1 :Text $required
      $label(fi="lausunnon antaja", sv="den som gav utlåtandet", en="by");
  givenOn @2 :Text $identifier(date)
      $label(fi="annettu", sv="givet", en="given on");
}

struct AppealLeaveGranted $event("appeal.leaveGranted")
    $label(fi="valituslupa myönnetty", sv="besvärstillstånd beviljat", en="leave to appeal granted")
    $about("The highest court took the appeal up.")
    $basis("808/2019:107")
    $example("{\"appeal\":\"valitus-1\",\"court\":\"korkein hallinto-oikeus\",\"grantedOn\":\"2026-11-02\"}") {
  appeal @0 :Text $required $identifier(eventRef)
      $label(fi="valitus", sv="besvär", en="appeal");
  court @1 :Text $required
      $label(fi="tuomioistuin", sv="domstol", en="court");
  grantedOn @2 :Text $identifier(date)
      $label(fi="myönnetty", sv="beviljat", en="granted on");
}

struct AppealDecided $event("appeal.decided")
    $label(fi="valitus ratkaistu", sv="besvär avgjorda", en="appeal decided")
    $about("A court decided an appeal.")
    $basis("808/2019")
    $example("{\"appeal\":\"valitus-1\",\"court\":\"hallinto-oikeus\",\"result\":\"hylätty\",\"decidedOn\":\"2026-10-15\",\"rulingNumber\":\"H1234/2026\"}") {
  appeal @0 :Text $required $identifier(eventRef)
      $label(fi="valitus", sv="besvär", en="appeal");
  court @1 :Text $required
      $label(fi="tuomioistuin", sv="domstol", en="court");
  result @2 :Text $required
      $label(fi="ratkaisu", sv="avgörande", en="result");
  decidedOn @3 :Text $required $identifier(date)
      $label(fi="ratkaistu", sv="avgjort", en="decided on");
  rulingNumber @4 :Text
      $label(fi="ratkaisun numero", sv="avgörandets nummer", en="ruling number");
}

struct ComplaintReceived $event("complaint.received")
    $label(fi="muistutus saapunut", sv="anmärkning inkommen", en="complaint to the unit received")
    $about("A client or patient objected to the service of a unit.")
    $basis("812/2000:23")
    $example("{\"unit\":\"yks-1\",\"receivedOn\":\"2026-02-02\",\"subjectMatter\":\"kohtelu\",\"channel\":\"letter\"}") {
  unit @0 :Text $index("unit")
      $label(fi="yksikkö", sv="enhet", en="unit");
  receivedOn @1 :Text $required $identifier(date)
      $label(fi="saapunut", sv="inkommen", en="received on");
  subjectMatter @2 :Text
      $label(fi="aihe", sv="ämne", en="subject matter");
  channel @3 :ContactChannel
      $label(fi="saapumistapa", sv="ankomstsätt", en="channel");
  content @4 :Sealed $personal
      $label(fi="sisältö", sv="innehåll", en="content");
}

struct ComplaintAnswered $event("complaint.answered")
    $label(fi="muistutukseen vastattu", sv="anmärkning besvarad", en="complaint to the unit answered")
    $about("The unit answered with reasons; there is no appeal.")
    $basis("812/2000:23")
    $example("{\"complaint\":\"muistutus-1\",\"answeredOn\":\"2026-02-20\",\"reasoned\":\"yes\"}") {
  complaint @0 :Text $required $identifier(eventRef)
      $label(fi="muistutus", sv="anmärkning", en="complaint");
  answeredOn @1 :Text $required $identifier(date)
      $label(fi="vastattu", sv="besvarad", en="answered on");
  reasoned @2 :YesNo
      $label(fi="perusteltu", sv="motiverat", en="with reasons");
  content @3 :Sealed $personal
      $label(fi="sisältö", sv="innehåll", en="content");
}

struct ComplaintFiled $event("complaint.filed")
    $label(fi="hallintokantelu tehty", sv="förvaltningsklagan anförd", en="administrative complaint filed")
    $about("Somebody complained to the supervising authority about an act older than two years or not.")
    $basis("434/2003:53_a 434/2003:53_b")
    $example("{\"authority\":\"Lupa- ja valvontavirasto\",\"filedOn\":\"2026-02-05\",\"eventDate\":{\"date\":\"2025-12\"},\"subjectMatter\":\"henkilöstön riittävyys\"}") {
  authority @0 :Text $required
      $label(fi="viranomainen", sv="myndighet", en="authority");
  filedOn @1 :Text $required $identifier(date)
      $label(fi="saapunut", sv="inkommen", en="filed on");
  eventDate @2 :When
      $label(fi="tapahtuma-aika", sv="tidpunkt för händelsen", en="date of the act");
  subjectMatter @3 :Text
      $label(fi="aihe", sv="ämne", en="subject matter");
  content @4 :Sealed $personal
      $label(fi="sisältö", sv="innehåll", en="content");
}

struct ComplaintDecided $event("complaint.decided")
    $label(fi="hallintokantelu ratkaistu", sv="förvaltningsklagan avgjord", en="administrative complaint decided")
    $about("The supervising authority answered a complaint; there is no appeal.")
    $basis("434/2003:53_c 434/2003:53_d")
    $example("{\"complaint\":\"kantelu-1\",\"result\":\"huomion kiinnittäminen\",\"decidedOn\":\"2026-06-01\"}") {
  complaint @0 :Text $required $identifier(eventRef)
      $label(fi="kantelu", sv="klagan", en="complaint");
  result @1 :Text $required
      $label(fi="ratkaisu", sv="avgörande", en="result");
  decidedOn @2 :Text $required $identifier(date)
      $label(fi="ratkaistu", sv="avgjord", en="decided on");
}
