@0xb3c1f0a9d2e46008;
# Self-monitoring of organisers and providers (741/2023 23 to 27 sections): programme, plans of units,
# feedback, observations, the accounts published every four months, sufficiency of staff, indicators.

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
using import "annotations.capnp".divides;
using import "annotations.capnp".law;
using import "annotations.capnp".publication;
using import "values.capnp".Document;
using import "values.capnp".Quantity;
using import "values.capnp".Sealed;
using import "values.capnp".When;
using import "terms.capnp".YesNo;
$Cxx.namespace("sinetti::schema");

enum MonitoringTheme {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  availability @1 $label(fi="saatavuus", sv="tillgång", en="availability");
  continuity @2 $label(fi="jatkuvuus", sv="kontinuitet", en="continuity");
  safety @3 $label(fi="turvallisuus", sv="säkerhet", en="safety");
  quality @4 $label(fi="laatu", sv="kvalitet", en="quality");
  equality @5 $label(fi="yhdenvertaisuus", sv="likabehandling", en="equality");
  staff @6 $label(fi="henkilöstön riittävyys", sv="tillräcklig personal", en="sufficiency of staff");
  premises @7 $label(fi="tilat", sv="lokaler", en="premises");
  medication @8 $label(fi="lääkehoito", sv="läkemedelsbehandling", en="medication");
}

enum ObservationSeverity {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  toImprove @1 $label(fi="kehitettävä", sv="att utveckla", en="to be improved");
  defect @2 $label(fi="puute", sv="brist", en="defect");
  serious @3 $label(fi="vakava epäkohta", sv="allvarligt missförhållande", en="serious defect");
}

enum FeedbackGroup {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  clients @1 $label(fi="asiakkaat ja potilaat", sv="klienter och patienter", en="clients and patients");
  relatives @2 $label(fi="omaiset", sv="anhöriga", en="relatives");
  staff @3 $label(fi="henkilöstö", sv="personal", en="staff");
}

enum ReportScope {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  programme @1 $label(fi="omavalvontaohjelma", sv="program för egenkontroll", en="self-monitoring programme");
  unitPlan @2 $label(fi="yksikön omavalvontasuunnitelma", sv="enhetens plan för egenkontroll", en="self-monitoring plan of a unit");
}

struct SmprogrammeAdopted $event("smprogramme.adopted")
    $label(fi="omavalvontaohjelma hyväksytty", sv="program för egenkontroll fastställt", en="self-monitoring programme adopted")
    $about("An organiser, or a provider with more than one unit, adopted its programme.")
    $basis("741/2023:26")
    $example("{\"programmeVersion\":\"1.0\",\"approver\":\"hyvinvointialueen johtaja\",\"units\":[\"yks-1\",\"yks-2\"]}") {
  programmeVersion @0 :Text $required
      $label(fi="versio", sv="version", en="version");
  approver @1 :Text
      $label(fi="hyväksyjän tehtävä", sv="godkännarens uppgift", en="approver (role)");
  units @2 :List(Text)
      $label(fi="yksiköt", sv="enheter", en="units");
  document @3 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SmprogrammeRevised $event("smprogramme.revised")
    $label(fi="omavalvontaohjelma tarkistettu", sv="program för egenkontroll reviderat", en="self-monitoring programme revised")
    $about("The programme was revised.")
    $basis("741/2023:26")
    $example("{\"programmeVersion\":\"1.1\",\"changes\":[\"lääkehoidon seuranta lisätty\"]}") {
  programmeVersion @0 :Text $required
      $label(fi="versio", sv="version", en="version");
  changes @1 :List(Text)
      $label(fi="muutokset", sv="ändringar", en="changes");
  document @2 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SmprogrammePublished $event("smprogramme.published")
    $label(fi="omavalvontaohjelma julkaistu", sv="program för egenkontroll publicerat", en="self-monitoring programme published")
    $publication $law("621/1999:22")
    $about("The programme was published electronically.")
    $basis("741/2023:26")
    $example("{\"programmeVersion\":\"1.0\",\"publishedOn\":\"2025-01-15\",\"url\":\"https://example.fi/omavalvonta\"}") {
  programmeVersion @0 :Text $required
      $label(fi="versio", sv="version", en="version");
  publishedOn @1 :Text $required $identifier(date)
      $label(fi="julkaistu", sv="publicerat", en="published on");
  url @2 :Text $identifier(url)
      $label(fi="osoite", sv="adress", en="address");
  document @3 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SmplanAdopted $event("smplan.adopted")
    $label(fi="omavalvontasuunnitelma hyväksytty", sv="plan för egenkontroll fastställd", en="self-monitoring plan adopted")
    $about("The self-monitoring plan of a unit was adopted; what the act asks it to hold.")
    $basis("741/2023:27 741/2023:30")
    $example("{\"unit\":\"yks-1\",\"planVersion\":\"1.0\",\"approvedOn\":\"2025-01-10\",\"approver\":\"vastuuhenkilö\",\"risks\":[\"lääkehoito\"],\"incidentProcedure\":\"yes\",\"staffInstruction\":\"yes\"}") {
  unit @0 :Text $required $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  planVersion @1 :Text $required
      $label(fi="versio", sv="version", en="version");
  approvedOn @2 :Text $identifier(date)
      $label(fi="hyväksytty", sv="godkänd", en="approved on");
  approver @3 :Text
      $label(fi="hyväksyjän tehtävä", sv="godkännarens uppgift", en="approver (role)");
  risks @4 :List(Text)
      $label(fi="tunnistetut riskit", sv="identifierade risker", en="risks");
  incidentProcedure @5 :YesNo
      $label(fi="vaaratapahtumien menettely kuvattu", sv="förfarande för farliga händelser beskrivet", en="incident procedure described");
  staffInstruction @6 :YesNo
      $label(fi="ohje henkilöstön ilmoituksista", sv="anvisning om personalens anmälningar", en="instruction on staff notifications");
  document @7 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SmplanRevised $event("smplan.revised")
    $label(fi="omavalvontasuunnitelma tarkistettu", sv="plan för egenkontroll reviderad", en="self-monitoring plan revised")
    $about("A unit's plan was revised.")
    $basis("741/2023:27")
    $example("{\"unit\":\"yks-1\",\"planVersion\":\"1.1\",\"changes\":[\"yövuorojen vähimmäismiehitys\"],\"approvedOn\":\"2025-08-15\"}") {
  unit @0 :Text $required $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  planVersion @1 :Text $required
      $label(fi="versio", sv="version", en="version");
  approvedOn @2 :Text $identifier(date)
      $label(fi="hyväksytty", sv="godkänd", en="approved on");
  changes @3 :List(Text)
      $label(fi="muutokset", sv="ändringar", en="changes");
  document @4 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SmplanPublished $event("smplan.published")
    $label(fi="omavalvontasuunnitelma julkaistu", sv="plan för egenkontroll publicerad", en="self-monitoring plan published")
    $publication $law("621/1999:22")
    $about("A unit's plan was published electronically.")
    $basis("741/2023:27")
    $example("{\"unit\":\"yks-1\",\"planVersion\":\"1.0\",\"publishedOn\":\"2025-01-15\",\"url\":\"https://example.fi/yks-1/omavalvonta\"}") {
  unit @0 :Text $required $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  planVersion @1 :Text $required
      $label(fi="versio", sv="version", en="version");
  publishedOn @2 :Text $required $identifier(date)
      $label(fi="julkaistu", sv="publicerad", en="published on");
  url @3 :Text $identifier(url)
      $label(fi="osoite", sv="adress", en="address");
  document @4 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SmplanDisplayedInUnit $event("smplan.displayedInUnit")
    $label(fi="omavalvontasuunnitelma nähtävillä", sv="plan för egenkontroll framlagd", en="self-monitoring plan on display")
    $about("A unit's plan is on display in the unit.")
    $basis("741/2023:27")
    $example("{\"unit\":\"yks-1\",\"planVersion\":\"1.0\",\"displayedOn\":\"2025-01-16\",\"place\":\"aula\"}") {
  unit @0 :Text $required $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  planVersion @1 :Text $required
      $label(fi="versio", sv="version", en="version");
  displayedOn @2 :Text $required $identifier(date)
      $label(fi="nähtävillä alkaen", sv="framlagd från", en="on display from");
  place @3 :Text
      $label(fi="paikka", sv="plats", en="place");
}

struct SmfeedbackCollected $event("smfeedback.collected")
    $label(fi="palautetta kerätty", sv="respons insamlad", en="feedback collected")
    $about("Feedback from clients, relatives or staff was collected regularly, as the follow-up asks.")
    $basis("741/2023:26 741/2023:27")
    $example("{\"unit\":\"yks-1\",\"group\":\"clients\",\"count\":{\"value\":34,\"unit\":\"vastaus\"},\"periodFrom\":\"2025-05-01\",\"periodTo\":\"2025-08-31\",\"channel\":\"kysely\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  group @1 :FeedbackGroup $required
      $label(fi="vastaajat", sv="svarande", en="respondents");
  count @2 :Quantity
      $label(fi="vastauksia", sv="antal svar", en="number of answers");
  periodFrom @3 :Text $required $identifier(date)
      $label(fi="jakso alkaa", sv="perioden börjar", en="period from");
  periodTo @4 :Text $required $identifier(date)
      $label(fi="jakso päättyy", sv="perioden slutar", en="period to");
  channel @5 :Text
      $label(fi="keräystapa", sv="insamlingssätt", en="how it was collected");
  summary @6 :Text
      $label(fi="yhteenveto", sv="sammandrag", en="summary");
}

struct SmobservationRecorded $event("smobservation.recorded")
    $label(fi="omavalvonnan havainto kirjattu", sv="iakttagelse i egenkontrollen antecknad", en="self-monitoring observation recorded")
    $about("An observation of self-monitoring; the text that may be published stands open, the rest is sealed.")
    $basis("741/2023:26 741/2023:27")
    $example("{\"unit\":\"yks-1\",\"theme\":\"staff\",\"severity\":\"defect\",\"observedOn\":\"2025-07-04\",\"text\":\"Yövuorossa yksi hoitaja kahden sijasta kahtena yönä.\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  theme @1 :MonitoringTheme $required
      $label(fi="teema", sv="tema", en="theme");
  severity @2 :ObservationSeverity $required
      $label(fi="vakavuus", sv="allvarlighetsgrad", en="severity");
  observedOn @3 :Text $required $identifier(date)
      $label(fi="havaittu", sv="iakttagen", en="observed on");
  text @4 :Text
      $label(fi="havainto", sv="iakttagelse", en="observation");
  detail @5 :Sealed $confidential
      $label(fi="salassa pidettävä tarkennus", sv="sekretessbelagd precisering", en="secret detail");
  about @6 :Text $identifier(eventRef)
      $label(fi="mihin liittyy", sv="gäller", en="concerns")
      $about("Incident or notification that led to the observation.");
}

struct SmreportCompiled $event("smreport.compiled")
    $label(fi="seurantaselvitys laadittu", sv="uppföljningsredogörelse utarbetad", en="follow-up account compiled")
    $about("The account of a four-month period was compiled.")
    $basis("741/2023:26 741/2023:27")
    $example("{\"unit\":\"yks-1\",\"scope\":\"unitPlan\",\"periodFrom\":\"2025-01-01\",\"periodTo\":\"2025-04-30\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  scope @1 :ReportScope $required
      $label(fi="laajuus", sv="omfattning", en="scope");
  periodFrom @2 :Text $required $identifier(date)
      $label(fi="jakso alkaa", sv="perioden börjar", en="period from");
  periodTo @3 :Text $required $identifier(date)
      $label(fi="jakso päättyy", sv="perioden slutar", en="period to");
  observations @4 :List(Text)
      $label(fi="havainnot", sv="iakttagelser", en="observations");
  changes @5 :List(Text)
      $label(fi="tehdyt muutokset", sv="gjorda ändringar", en="changes made");
  document @6 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SmreportPublished $event("smreport.published")
    $label(fi="seurantaselvitys julkaistu", sv="uppföljningsredogörelse publicerad", en="follow-up account published")
    $publication $law("621/1999:22")
    $about("The observations and the changes made because of them were published for a four-month period.")
    $basis("741/2023:26 741/2023:27")
    $example("{\"unit\":\"yks-1\",\"scope\":\"unitPlan\",\"periodFrom\":\"2025-01-01\",\"periodTo\":\"2025-04-30\",\"publishedOn\":\"2025-05-12\",\"changes\":[\"perehdytystä lisätty\"],\"url\":\"https://example.fi/yks-1/2025-1\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  scope @1 :ReportScope $required
      $label(fi="laajuus", sv="omfattning", en="scope");
  periodFrom @2 :Text $required $identifier(date)
      $label(fi="jakso alkaa", sv="perioden börjar", en="period from");
  periodTo @3 :Text $required $identifier(date)
      $label(fi="jakso päättyy", sv="perioden slutar", en="period to");
  publishedOn @4 :Text $required $identifier(date)
      $label(fi="julkaistu", sv="publicerad", en="published on");
  observations @5 :List(Text)
      $label(fi="havainnot", sv="iakttagelser", en="observations");
  changes @6 :List(Text)
      $label(fi="tehdyt muutokset", sv="gjorda ändringar", en="changes made");
  url @7 :Text $identifier(url)
      $label(fi="osoite", sv="adress", en="address");
  document @8 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct SmreportMissed $event("smreport.missed")
    $label(fi="seurantaselvitys jäänyt julkaisematta", sv="uppföljningsredogörelse inte publicerad", en="follow-up account missed")
    $about("Somebody stated that a four-month account was not published; the monitor finds gaps by itself.")
    $basis("741/2023:26 741/2023:27")
    $example("{\"unit\":\"yks-1\",\"scope\":\"unitPlan\",\"periodFrom\":\"2025-05-01\",\"periodTo\":\"2025-08-31\",\"reason\":\"vastuuhenkilön vaihdos\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  scope @1 :ReportScope $required
      $label(fi="laajuus", sv="omfattning", en="scope");
  periodFrom @2 :Text $required $identifier(date)
      $label(fi="jakso alkaa", sv="perioden börjar", en="period from");
  periodTo @3 :Text $required $identifier(date)
      $label(fi="jakso päättyy", sv="perioden slutar", en="period to");
  reason @4 :Text
      $label(fi="syy", sv="orsak", en="reason");
}

struct StaffingSufficiencyChecked $event("staffing.sufficiencyChecked")
    $label(fi="henkilöstön riittävyys tarkistettu", sv="personalens tillräcklighet kontrollerad", en="sufficiency of staff checked")
    $about("Planned, actual and needed staff were compared.")
    $basis("741/2023:9 741/2023:23 741/2023:27")
    $example("{\"unit\":\"yks-1\",\"planned\":{\"value\":12,\"unit\":\"htv\"},\"actual\":{\"value\":10.5,\"unit\":\"htv\"},\"need\":{\"value\":12,\"unit\":\"htv\"},\"period\":{\"date\":\"2025-07\"}}") {
  unit @0 :Text $required $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  planned @1 :Quantity
      $label(fi="suunniteltu", sv="planerad", en="planned");
  actual @2 :Quantity
      $label(fi="toteutunut", sv="faktisk", en="actual");
  need @3 :Quantity
      $label(fi="tarve", sv="behov", en="need");
  period @4 :When
      $label(fi="aika", sv="tid", en="period");
}

struct IndicatorDefined $event("indicator.defined")
    $label(fi="mittari määritelty", sv="indikator definierad", en="indicator defined")
    $about("What an indicator measures, of what, and where the figures come from.")
    $basis("612/2021:29")
    $example("{\"indicator\":\"kasittelyaika-tt\",\"name\":\"Toimeentulotukipäätökset määräajassa\",\"numerator\":\"määräajassa tehdyt päätökset\",\"denominator\":\"kaikki päätökset\",\"unitOfMeasure\":\"%\",\"dataSource\":\"asiakastietojärjestelmä\"}") {
  indicator @0 :Text $required
      $label(fi="mittarin tunnus", sv="indikatorns beteckning", en="indicator id");
  name @1 :Text $required
      $label(fi="nimi", sv="namn", en="name");
  numerator @2 :Text
      $label(fi="osoittaja", sv="täljare", en="numerator");
  denominator @3 :Text
      $label(fi="nimittäjä", sv="nämnare", en="denominator");
  unitOfMeasure @4 :Text
      $label(fi="yksikkö", sv="enhet", en="unit of measure");
  target @5 :Quantity
      $label(fi="tavoite", sv="mål", en="target");
  dataSource @6 :Text
      $label(fi="tietolähde", sv="datakälla", en="data source");
}

struct IndicatorMeasured $event("indicator.measured")
    $label(fi="mittari mitattu", sv="indikator uppmätt", en="indicator measured")
    $about("One measurement; a denominator of zero means that the value cannot be assessed, never nought per cent.")
    $basis("612/2021:29")
    $example("{\"indicator\":\"kasittelyaika-tt\",\"periodFrom\":\"2014-01-01\",\"periodTo\":\"2014-01-31\",\"numerator\":{\"value\":0,\"unit\":\"päätös\"},\"denominator\":{\"value\":1,\"unit\":\"päätös\"}}") {
  indicator @0 :Text $required
      $label(fi="mittarin tunnus", sv="indikatorns beteckning", en="indicator id");
  unit @1 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  periodFrom @2 :Text $required $identifier(date)
      $label(fi="jakso alkaa", sv="perioden börjar", en="period from");
  periodTo @3 :Text $required $identifier(date)
      $label(fi="jakso päättyy", sv="perioden slutar", en="period to");
  numerator @4 :Quantity
      $label(fi="osoittaja", sv="täljare", en="numerator");
  denominator @5 :Quantity $divides("value") $law("612/2021:29")
      $label(fi="nimittäjä", sv="nämnare", en="denominator");
  value @6 :Quantity
      $label(fi="arvo", sv="värde", en="value");
  theme @7 :MonitoringTheme
      $label(fi="teema", sv="tema", en="theme");
}

struct IndicatorCorrected $event("indicator.corrected")
    $label(fi="mittauksen arvo korjattu", sv="indikatorvärde rättat", en="measurement corrected")
    $about("A measurement was wrong; the right values, and why.")
    $basis("612/2021:29")
    $example("{\"measurement\":\"mittaus-1\",\"reason\":\"puuttuvat päätökset lisätty\",\"numerator\":{\"value\":1,\"unit\":\"päätös\"},\"denominator\":{\"value\":2,\"unit\":\"päätös\"}}") {
  measurement @0 :Text $required $identifier(eventRef)
      $label(fi="mittaus", sv="mätning", en="measurement");
  reason @1 :Text $required
      $label(fi="syy", sv="orsak", en="reason");
  numerator @2 :Quantity
      $label(fi="osoittaja", sv="täljare", en="numerator");
  denominator @3 :Quantity $divides("value") $law("612/2021:29")
      $label(fi="nimittäjä", sv="nämnare", en="denominator");
  value @4 :Quantity
      $label(fi="arvo", sv="värde", en="value");
}

struct IndicatorGapStated $event("indicator.gapStated")
    $label(fi="mittarin puute todettu", sv="avsaknad av indikator konstaterad", en="lack of an indicator stated")
    $about("The source says that there is no indicator or follow-up for something.")
    $example("{\"subject\":\"Kunnon syyni -toimintamallin vaikutus\",\"statement\":\"Pidempiaikaista seurantaa ei vielä ole.\",\"planned\":\"pitkällä tähtäimellä\"}") {
  subject @0 :Text $required
      $label(fi="mistä", sv="om vad", en="subject");
  statement @1 :Text $required
      $label(fi="toteamus", sv="konstaterande", en="statement");
  planned @2 :Text
      $label(fi="suunniteltu", sv="planerat", en="planned");
}
