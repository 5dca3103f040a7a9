@0xb3c1f0a9d2e46003;
# A client's or citizen's matter from its opening to the decision: intake, routing, assessment, plan,
# application, hearing (906/2019 26 section, 812/2000, 1301/2014, 434/2003).  What concerns a person
# stands in sealed fields only.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".confidential;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".personal;
using import "annotations.capnp".required;
using import "values.capnp".Sealed;
using import "values.capnp".When;
using import "terms.capnp".YesNo;
using import "terms.capnp".Urgency;
using import "terms.capnp".ContactChannel;
using import "terms.capnp".AssessmentLevel;
$Cxx.namespace("sinetti::schema");

enum NeedGround {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  age75 @1 $label(fi="75 vuotta täyttänyt", sv="fyllt 75 år", en="aged 75 or over");
  highestCareAllowance @2 $label(fi="ylin hoitotuki", sv="högsta vårdbidrag", en="highest care allowance");
  disability @3 $label(fi="vammaisuus", sv="funktionsnedsättning", en="disability");
  childSpecialSupport @4 $label(fi="erityistä tukea tarvitseva lapsi", sv="barn i behov av särskilt stöd", en="child needing special support");
  other @5 $label(fi="muu", sv="annan", en="other");
}

enum NeedTrigger {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  paymentProblems @1 $label(fi="toistuvat maksuvaikeudet", sv="upprepade betalningssvårigheter", en="repeated payment problems");
  lossOfHome @2 $label(fi="asunnon menetys", sv="förlust av bostad", en="loss of home");
  health @3 $label(fi="terveydentila", sv="hälsotillstånd", en="state of health");
  other @4 $label(fi="muu", sv="annan", en="other");
}

enum JoinBasis {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  consent @1 $label(fi="asiakkaan suostumus", sv="klientens samtycke", en="client's consent");
  law @2 $label(fi="laki", sv="lag", en="law");
  assignment @3 $label(fi="toimeksianto", sv="uppdrag", en="assignment");
}

enum JoinTiming {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  atStart @1 $label(fi="alkuvaiheessa", sv="i inledningsskedet", en="at the start");
  later @2 $label(fi="myöhemmin", sv="senare", en="later");
}

enum PlanPart {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  care @1 $label(fi="hoitosuunnitelma", sv="vårdplan", en="care plan");
  rehabilitation @2 $label(fi="kuntoutussuunnitelma", sv="rehabiliteringsplan", en="rehabilitation plan");
  income @3 $label(fi="toimeentulosuunnitelma", sv="försörjningsplan", en="income plan");
  service @4 $label(fi="palvelusuunnitelma", sv="serviceplan", en="service plan");
  employment @5 $label(fi="työllistymissuunnitelma", sv="sysselsättningsplan", en="employment plan");
  other @6 $label(fi="muu", sv="annan", en="other");
}

struct MatterOpened $event("matter.opened")
    $label(fi="asia tullut vireille", sv="ärende anhängigt", en="matter opened")
    $about("A matter was opened in the case register of an authority.")
    $basis("906/2019:26")
    $example("{\"number\":\"ROI/12/2014\",\"kind\":\"toimeentulotuki\",\"authority\":\"Rovaniemen kaupunki\",\"channel\":\"inPerson\",\"receivedAt\":{\"date\":\"2014-01-03\"},\"urgency\":\"urgent\"}") {
  number @0 :Text
      $label(fi="asiatunnus", sv="ärendebeteckning", en="matter number");
  kind @1 :Text $required
      $label(fi="asian laji", sv="typ av ärende", en="kind of matter");
  title @2 :Text
      $label(fi="nimeke", sv="rubrik", en="title");
  authority @3 :Text $required
      $label(fi="viranomainen", sv="myndighet", en="authority");
  informationUnit @4 :Text $identifier(businessId)
      $label(fi="tiedonhallintayksikön Y-tunnus", sv="informationshanteringsenhetens FO-nummer", en="business id of the information management unit");
  process @5 :Text
      $label(fi="toimintaprosessi", sv="verksamhetsprocess", en="process");
  channel @6 :ContactChannel
      $label(fi="saapumistapa", sv="ankomstsätt", en="channel");
  receivedAt @7 :When
      $label(fi="saapunut", sv="inkommen", en="received");
  urgency @8 :Urgency
      $label(fi="kiireellisyys", sv="brådska", en="urgency");
  summary @9 :Sealed $confidential
      $label(fi="asian kuvaus", sv="beskrivning av ärendet", en="description");
}

struct MatterStepDone $event("matter.stepDone")
    $label(fi="käsittelyvaihe tehty", sv="handläggningssteg utfört", en="step done")
    $about("One step of handling, as a case system logs it; used for imported permit and case logs.")
    $basis("906/2019:26")
    $example("{\"step\":\"Confirmation of receipt\",\"state\":\"complete\",\"resource\":\"Resource21\",\"group\":\"Group 1\",\"instance\":\"task-42933\",\"department\":\"General\",\"channel\":\"Internet\"}") {
  step @0 :Text $required
      $label(fi="vaihe", sv="steg", en="step");
  state @1 :Text
      $label(fi="tila", sv="status", en="state")
      $about("As the case system names it: start, complete.");
  resource @2 :Text
      $label(fi="tekijä", sv="utförare", en="resource")
      $about("Who did it: an office, a role or a pseudonym.");
  group @3 :Text
      $label(fi="ryhmä", sv="grupp", en="group");
  instance @4 :Text
      $label(fi="tehtävän tunnus", sv="uppgiftens beteckning", en="instance");
  department @5 :Text
      $label(fi="osasto", sv="avdelning", en="department");
  responsible @6 :Text
      $label(fi="vastuutaho", sv="ansvarig", en="responsible");
  caseGroup @7 :Text
      $label(fi="asian ryhmä", sv="ärendets grupp", en="group of the case");
  channel @8 :Text
      $label(fi="saapumistapa", sv="ankomstsätt", en="channel")
      $about("As the case system names it.");
  caseStarted @9 :When
      $label(fi="asia alkanut", sv="ärendet påbörjat", en="case started");
  caseEnded @10 :When
      $label(fi="asia päättynyt", sv="ärendet avslutat", en="case ended");
  caseEndPlanned @11 :When
      $label(fi="asian suunniteltu päättyminen", sv="planerat avslut", en="planned end of the case");
  deadline @12 :When
      $label(fi="määräaika", sv="tidsfrist", en="deadline");
}

struct MatterClosed $event("matter.closed")
    $label(fi="asia päätetty", sv="ärende avslutat", en="matter closed")
    $about("The matter left the register of pending matters.")
    $basis("906/2019:26")
    $example("{\"outcome\":\"ratkaistu\",\"closedOn\":{\"date\":\"2014-04-30\"}}") {
  outcome @0 :Text $required
      $label(fi="lopputulos", sv="utfall", en="outcome");
  closedOn @1 :When
      $label(fi="päätetty", sv="avslutat", en="closed on");
  reason @2 :Text
      $label(fi="peruste", sv="grund", en="reason");
}

struct IntakeRouted $event("intake.routed")
    $label(fi="asiakas ohjattu vastaanottoon", sv="klienten styrd till mottagning", en="intake routed")
    $about("A new client was received and sent on, and by which rule.")
    $example("{\"service\":\"toimeentulotuki\",\"to\":\"vastaanottoyksikkö\",\"rule\":\"kaikki uudet asiakkaat vastaanottoyksikköön\",\"newClient\":\"yes\"}") {
  service @0 :Text $required
      $label(fi="palvelu", sv="tjänst", en="service");
  from @1 :Text
      $label(fi="mistä", sv="från", en="from");
  to @2 :Text $required
      $label(fi="mihin", sv="till", en="to");
  rule @3 :Text
      $label(fi="sääntö", sv="regel", en="rule");
  newClient @4 :YesNo
      $label(fi="uusi asiakas", sv="ny klient", en="new client");
}

struct IntakePrioritised $event("intake.prioritised")
    $label(fi="asiakas priorisoitu", sv="klienten prioriterad", en="intake prioritised")
    $about("A client was taken from a queue before others, and why.")
    $example("{\"sourceQueue\":\"toimeentulotuen etuuskäsittelyjono\",\"target\":\"palvelujen ohjaussuhde\",\"reason\":\"pitkään tulottomana\"}") {
  sourceQueue @0 :Text $required
      $label(fi="lähdejono", sv="ursprunglig kö", en="source queue");
  target @1 :Text
      $label(fi="kohde", sv="mål", en="target");
  cohort @2 :Text
      $label(fi="kohderyhmä", sv="målgrupp", en="cohort");
  priority @3 :Text
      $label(fi="etusija", sv="prioritet", en="priority");
  reason @4 :Sealed $personal
      $label(fi="peruste", sv="grund", en="reason");
}

struct NeedtriggerObserved $event("needtrigger.observed")
    $label(fi="palvelutarpeen heräte havaittu", sv="tecken på servicebehov observerat", en="need trigger observed")
    $about("Something that calls for an assessment of needs was noticed.")
    $basis("1301/2014:36")
    $example("{\"trigger\":\"lossOfHome\",\"observedIn\":\"etuuskäsittely\"}") {
  trigger @0 :NeedTrigger
      $label(fi="heräte", sv="tecken", en="trigger");
  observedIn @1 :Text
      $label(fi="havaintopaikka", sv="var observerat", en="observed in");
  detail @2 :Sealed $personal
      $label(fi="kuvaus", sv="beskrivning", en="detail");
}

struct CaseRouted $event("case.routed")
    $label(fi="asiakkuus ohjattu", sv="klientskap styrt", en="case routed")
    $about("A client relation was directed to a profession or team by a written rule.")
    $example("{\"service\":\"aikuissosiaalityö\",\"toProfession\":\"sosiaalityöntekijä\",\"grounds\":[\"eläkeselvittely\"],\"exception\":\"lastensuojeluasiakkuus\"}") {
  service @0 :Text $required
      $label(fi="palvelu", sv="tjänst", en="service");
  toProfession @1 :Text $required
      $label(fi="ammattiryhmä", sv="yrkesgrupp", en="profession");
  grounds @2 :List(Text)
      $label(fi="ohjauksen perusteet", sv="grunder", en="grounds");
  exception @3 :Text
      $label(fi="poikkeus", sv="undantag", en="exception");
}

struct CaseWorkerAssigned $event("case.workerAssigned")
    $label(fi="omatyöntekijä nimetty", sv="egen kontaktperson utsedd", en="worker assigned")
    $about("The client got an own worker.")
    $basis("1301/2014:42")
    $example("{\"profession\":\"sosiaaliohjaaja\",\"worker\":\"t-104\"}") {
  profession @0 :Text $required
      $label(fi="ammattiryhmä", sv="yrkesgrupp", en="profession");
  worker @1 :Text $identifier(pseudonym)
      $label(fi="työntekijä", sv="arbetstagare", en="worker")
      $about("Pseudonym of the worker.");
  unitName @2 :Text
      $label(fi="yksikkö", sv="enhet", en="unit");
}

struct CaseCoordinatorAssigned $event("case.coordinatorAssigned")
    $label(fi="asiakasprosessin koordinoija nimetty", sv="samordnare utsedd", en="coordinator assigned")
    $about("The organisation that coordinates the client's process, and by which rule.")
    $example("{\"coordinator\":\"Etsivä nuorisotyö\",\"rule\":\"taho, josta asiakas aloittaa palveluprosessinsa\",\"firstContact\":\"yes\"}") {
  coordinator @0 :Text $required
      $label(fi="koordinoija", sv="samordnare", en="coordinator");
  rule @1 :Text
      $label(fi="sääntö", sv="regel", en="rule");
  firstContact @2 :YesNo
      $label(fi="ensimmäinen yhteydenotto", sv="första kontakt", en="first contact");
}

struct NeedAssessmentDue $event("need.assessmentDue")
    $label(fi="palvelutarpeen arviointi tehtävä", sv="bedömning av servicebehovet ska göras", en="needs assessment due")
    $about("A ground arose on which the assessment must start within its time limit.")
    $basis("1301/2014:36")
    $example("{\"ground\":\"age75\",\"requestedAt\":{\"date\":\"2025-02-03\"}}") {
  ground @0 :NeedGround
      $label(fi="peruste", sv="grund", en="ground");
  requestedAt @1 :When
      $label(fi="yhteydenotto", sv="kontakt", en="requested");
  urgency @2 :Urgency
      $label(fi="kiireellisyys", sv="brådska", en="urgency");
}

struct NeedAssessmentStarted $event("need.assessmentStarted")
    $label(fi="palvelutarpeen arviointi aloitettu", sv="bedömning av servicebehovet inledd", en="needs assessment started")
    $about("The assessment of needs was started.")
    $basis("1301/2014:36")
    $example("{\"ground\":\"age75\",\"assessor\":\"sosiaalityöntekijä\"}") {
  ground @0 :NeedGround
      $label(fi="peruste", sv="grund", en="ground");
  assessor @1 :Text
      $label(fi="arvioija", sv="bedömare", en="assessor");
}

struct NeedAssessmentCompleted $event("need.assessmentCompleted")
    $label(fi="palvelutarpeen arviointi valmistunut", sv="bedömning av servicebehovet slutförd", en="needs assessment completed")
    $about("The assessment of needs was completed; what it found is sealed.")
    $basis("1301/2014:36 1301/2014:37")
    $example("{\"ground\":\"age75\",\"outcome\":\"palveluntarve todettu\"}") {
  ground @0 :NeedGround
      $label(fi="peruste", sv="grund", en="ground");
  outcome @1 :Text
      $label(fi="tulos", sv="resultat", en="outcome");
  findings @2 :Sealed $personal
      $label(fi="havainnot", sv="iakttagelser", en="findings");
}

struct AssessmentStarted $event("assessment.started")
    $label(fi="työ- ja toimintakyvyn arviointi aloitettu", sv="bedömning av arbets- och funktionsförmågan inledd", en="assessment started")
    $about("A team started to assess a client's ability to work and function.")
    $example("{\"level\":\"basic\",\"team\":\"terveyskeskustiimi\",\"scope\":[\"sosiaalihuolto\",\"terveydenhuolto\",\"muut palvelut\"],\"earlierRelations\":[\"A-klinikka\"]}") {
  level @0 :AssessmentLevel
      $label(fi="taso", sv="nivå", en="level");
  team @1 :Text
      $label(fi="tiimi", sv="team", en="team");
  scope @2 :List(Text)
      $label(fi="selvitettävät tarpeet", sv="behov som utreds", en="needs examined");
  earlierRelations @3 :List(Text)
      $label(fi="aikaisemmat asiakkuudet", sv="tidigare klientrelationer", en="earlier client relations")
      $about("Units with an earlier client relation; by the team's rule they join at the start.");
}

struct AssessmentLevelRaised $event("assessment.levelRaised")
    $label(fi="arviointi syvennetty", sv="bedömningen fördjupad", en="assessment level raised")
    $about("The assessment went on to a deeper level.")
    $example("{\"from\":\"basic\",\"to\":\"deep\",\"scope\":[\"erikoissairaanhoidon tarve\",\"työvoimahallinnon toimenpiteet\",\"Kelan ratkaisut\"]}") {
  from @0 :AssessmentLevel
      $label(fi="tasolta", sv="från nivå", en="from level");
  to @1 :AssessmentLevel
      $label(fi="tasolle", sv="till nivå", en="to level");
  scope @2 :List(Text)
      $label(fi="selvitettävät asiat", sv="frågor som utreds", en="questions examined");
}

struct AssessmentCompleted $event("assessment.completed")
    $label(fi="työ- ja toimintakyvyn arviointi valmistunut", sv="bedömning av arbets- och funktionsförmågan slutförd", en="assessment completed")
    $about("The assessment ended at a level, with an outcome; its findings are sealed.")
    $example("{\"level\":\"deep\",\"outcome\":\"palvelusuunnitelma laaditaan\"}") {
  level @0 :AssessmentLevel
      $label(fi="taso", sv="nivå", en="level");
  outcome @1 :Text
      $label(fi="tulos", sv="resultat", en="outcome");
  findings @2 :Sealed $personal
      $label(fi="havainnot", sv="iakttagelser", en="findings");
}

struct PlanDrafted $event("plan.drafted")
    $label(fi="suunnitelma laadittu", sv="plan utarbetad", en="plan drafted")
    $about("A client or service plan was drafted together with the client.")
    $basis("812/2000:7 1301/2014:39")
    $example("{\"kind\":\"palvelusuunnitelma\",\"parts\":[\"service\"]}") {
  kind @0 :Text $required
      $label(fi="suunnitelman laji", sv="typ av plan", en="kind of plan");
  parts @1 :List(PlanPart)
      $label(fi="osat", sv="delar", en="parts");
  preparedBy @2 :List(Text)
      $label(fi="laatijat", sv="upprättad av", en="prepared by");
  content @3 :Sealed $personal
      $label(fi="sisältö", sv="innehåll", en="content");
}

struct PlanExtended $event("plan.extended")
    $label(fi="suunnitelmaa laajennettu", sv="planen utvidgad", en="plan extended")
    $about("Parts were added to a plan.")
    $example("{\"kind\":\"palvelusuunnitelma\",\"addedParts\":[\"rehabilitation\"]}") {
  kind @0 :Text $required
      $label(fi="suunnitelman laji", sv="typ av plan", en="kind of plan");
  addedParts @1 :List(PlanPart)
      $label(fi="lisätyt osat", sv="tillagda delar", en="added parts");
  content @2 :Sealed $personal
      $label(fi="sisältö", sv="innehåll", en="content");
}

struct PlanAdopted $event("plan.adopted")
    $label(fi="suunnitelma hyväksytty", sv="plan fastställd", en="plan adopted")
    $about("A client or service plan was adopted; which statutory plans it joins, and with what consent.")
    $basis("812/2000:7 1301/2014:39")
    $example("{\"kind\":\"palvelusuunnitelma\",\"parts\":[\"care\",\"rehabilitation\",\"income\"],\"consent\":\"yes\"}") {
  kind @0 :Text $required
      $label(fi="suunnitelman laji", sv="typ av plan", en="kind of plan");
  parts @1 :List(PlanPart) $required
      $label(fi="osat", sv="delar", en="parts");
  consent @2 :YesNo
      $label(fi="asiakkaan suostumus", sv="klientens samtycke", en="client's consent");
  deviatingDecision @3 :Text $identifier(eventRef)
      $label(fi="suunnitelmasta poikkeava päätös", sv="beslut som avviker från planen", en="decision that departs from the plan");
  reviewDue @4 :When
      $label(fi="tarkistettava viimeistään", sv="ska ses över senast", en="review due");
  content @5 :Sealed $personal
      $label(fi="sisältö", sv="innehåll", en="content");
}

struct PlanReviewed $event("plan.reviewed")
    $label(fi="suunnitelma tarkistettu", sv="plan reviderad", en="plan reviewed")
    $about("A plan was reviewed.")
    $basis("1301/2014:39")
    $example("{\"kind\":\"palvelusuunnitelma\",\"outcome\":\"jatketaan ennallaan\"}") {
  kind @0 :Text $required
      $label(fi="suunnitelman laji", sv="typ av plan", en="kind of plan");
  outcome @1 :Text
      $label(fi="tulos", sv="resultat", en="outcome");
  content @2 :Sealed $personal
      $label(fi="sisältö", sv="innehåll", en="content");
}

struct PlanMerged $event("plan.merged")
    $label(fi="suunnitelmat yhdistetty", sv="planer sammanslagna", en="plans merged")
    $about("Several statutory plans were joined into one.")
    $basis("1301/2014:39")
    $example("{\"plans\":[\"aktivointisuunnitelma\",\"kuntoutussuunnitelma\"],\"into\":\"palvelusuunnitelma\",\"consent\":\"yes\"}") {
  plans @0 :List(Text) $required
      $label(fi="yhdistetyt suunnitelmat", sv="sammanslagna planer", en="merged plans");
  into @1 :Text $required
      $label(fi="yhteinen suunnitelma", sv="gemensam plan", en="joint plan");
  consent @2 :YesNo
      $label(fi="asiakkaan suostumus", sv="klientens samtycke", en="client's consent");
}

struct ParticipantJoined $event("participant.joined")
    $label(fi="osallistuja liittynyt", sv="deltagare ansluten", en="participant joined")
    $about("A unit or organisation joined a client's matter or a joint process, on what basis and when.")
    $basis("1301/2014:41 703/2023:10")
    $example("{\"participant\":\"A-klinikka\",\"joinRole\":\"aikaisempi asiakkuus\",\"basis\":\"consent\",\"timing\":\"atStart\",\"earlierRelation\":\"yes\"}") {
  participant @0 :Text $required
      $label(fi="osallistuja", sv="deltagare", en="participant");
  joinRole @1 :Text
      $label(fi="tehtävä asiassa", sv="uppgift i ärendet", en="task in the matter");
  basis @2 :JoinBasis
      $label(fi="peruste", sv="grund", en="basis");
  basisDetail @3 :Text
      $label(fi="perusteen kuvaus", sv="beskrivning av grunden", en="basis in words");
  timing @4 :JoinTiming
      $label(fi="vaihe", sv="skede", en="timing");
  earlierRelation @5 :YesNo
      $label(fi="aikaisempi asiakkuus", sv="tidigare klientrelation", en="earlier client relation");
  process @6 :Text
      $label(fi="yhteinen prosessi", sv="gemensam process", en="joint process");
}

struct HearingHeld $event("hearing.held")
    $label(fi="kuultu", sv="hörd", en="hearing held")
    $about("A party or a group was heard before a decision or a measure.")
    $basis("434/2003:34 434/2003:36")
    $example("{\"purpose\":\"uhkasakon asettaminen\",\"party\":\"Hoiva Esimerkki Oy\",\"deadline\":\"2026-03-20\",\"statementGiven\":\"yes\"}") {
  purpose @0 :Text $required
      $label(fi="kuulemisen tarkoitus", sv="syfte", en="purpose");
  party @1 :Text
      $label(fi="kuultava", sv="den hörda", en="party");
  invited @2 :When
      $label(fi="pyydetty", sv="begärd", en="invited");
  deadline @3 :Text $identifier(date)
      $label(fi="määräaika", sv="tidsfrist", en="deadline");
  statementGiven @4 :YesNo
      $label(fi="selitys annettu", sv="förklaring given", en="statement given");
  channel @5 :ContactChannel
      $label(fi="tapa", sv="sätt", en="channel");
  statement @6 :Sealed $confidential
      $label(fi="selitys", sv="förklaring", en="statement");
}

struct HearingWaived $event("hearing.waived")
    $label(fi="kuulemisesta luovuttu", sv="hörande underlåtet", en="hearing waived")
    $about("A party was not heard, and on what ground.")
    $basis("434/2003:34")
    $example("{\"purpose\":\"päätös etuudesta\",\"ground\":\"vaatimus hyväksytään, ei koske toista asianosaista\"}") {
  purpose @0 :Text $required
      $label(fi="kuulemisen tarkoitus", sv="syfte", en="purpose");
  ground @1 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
}

struct ApplicationReceived $event("application.received")
    $label(fi="hakemus saapunut", sv="ansökan inkommen", en="application received")
    $about("An application arrived; its kind, urgency and competent authority decide which time limits run.")
    $basis("1412/1997:14_b 1412/1997:14_c 906/2019:26")
    $example("{\"kind\":\"toimeentulotuki\",\"urgency\":\"urgent\",\"receivedOn\":\"2014-01-03\",\"competentAuthority\":\"Rovaniemen kaupunki\",\"channel\":\"inPerson\"}") {
  kind @0 :Text $required
      $label(fi="hakemuksen laji", sv="typ av ansökan", en="kind of application");
  urgency @1 :Urgency
      $label(fi="kiireellisyys", sv="brådska", en="urgency");
  receivedOn @2 :Text $required $identifier(date)
      $label(fi="saapumispäivä", sv="ankomstdag", en="day of arrival");
  competentAuthority @3 :Text
      $label(fi="toimivaltainen viranomainen", sv="behörig myndighet", en="competent authority");
  channel @4 :ContactChannel
      $label(fi="saapumistapa", sv="ankomstsätt", en="channel");
  period @5 :Text $identifier(edtf)
      $label(fi="haettu aika", sv="sökt period", en="period applied for");
  content @6 :Sealed $personal
      $label(fi="sisältö", sv="innehåll", en="content");
}

struct ApplicationCompletionRequested $event("application.completionRequested")
    $label(fi="täydennystä pyydetty", sv="komplettering begärd", en="completion requested")
    $about("The applicant was asked to complete an application by a day.")
    $basis("1412/1997:14_c 434/2003:22")
    $example("{\"application\":\"haku-3\",\"missingItems\":[\"tiliotteet\"],\"requestedOn\":\"2014-04-29\",\"due\":\"2014-05-14\"}") {
  application @0 :Text $identifier(eventRef)
      $label(fi="hakemus", sv="ansökan", en="application");
  missingItems @1 :List(Text)
      $label(fi="puuttuvat tiedot", sv="uppgifter som saknas", en="missing items");
  requestedOn @2 :Text $required $identifier(date)
      $label(fi="pyydetty", sv="begärd", en="requested on");
  due @3 :Text $required $identifier(date)
      $label(fi="määräpäivä", sv="sista dag", en="due");
}

struct ApplicationCompleted $event("application.completed")
    $label(fi="hakemus täydennetty", sv="ansökan kompletterad", en="application completed")
    $about("The completion arrived.")
    $basis("1412/1997:14_c")
    $example("{\"application\":\"haku-3\",\"receivedOn\":\"2014-05-12\"}") {
  application @0 :Text $identifier(eventRef)
      $label(fi="hakemus", sv="ansökan", en="application");
  receivedOn @1 :Text $required $identifier(date)
      $label(fi="saapumispäivä", sv="ankomstdag", en="day of arrival");
  stillMissing @2 :List(Text)
      $label(fi="edelleen puuttuu", sv="saknas fortfarande", en="still missing");
}

struct ApplicationTransferred $event("application.transferred")
    $label(fi="hakemus siirretty", sv="ansökan överförd", en="application transferred")
    $about("The application was sent to the authority that is competent.")
    $basis("434/2003:21")
    $example("{\"application\":\"haku-4\",\"from\":\"Rovaniemen kaupunki\",\"to\":\"Kela\",\"ground\":\"perustoimeentulotuki 1.1.2017 alkaen\"}") {
  application @0 :Text $identifier(eventRef)
      $label(fi="hakemus", sv="ansökan", en="application");
  from @1 :Text $required
      $label(fi="siirtävä viranomainen", sv="överförande myndighet", en="from");
  to @2 :Text $required
      $label(fi="vastaanottava viranomainen", sv="mottagande myndighet", en="to");
  ground @3 :Text
      $label(fi="peruste", sv="grund", en="ground");
}

struct PriorityShifted $event("priority.shifted")
    $label(fi="etusija muutettu", sv="prioritering ändrad", en="priority shifted")
    $about("Work was put before other work because a time limit was about to be broken.")
    $example("{\"toWork\":\"toimeentulotukityö\",\"fromWork\":\"enemmän palvelua tarvitsevat asiakkaat\",\"reason\":\"määräaikaylitysten uhka\"}") {
  toWork @0 :Text $required
      $label(fi="etusijalle", sv="prioriterat arbete", en="put first");
  fromWork @1 :Text
      $label(fi="väistyvä työ", sv="arbete som får vika", en="put after");
  reason @2 :Text
      $label(fi="syy", sv="orsak", en="reason");
  months @3 :List(Text)
      $label(fi="kuukaudet", sv="månader", en="months");
}
