@0xbdad94ef7bfa3855;
# Providers of services, their units and their subcontractors: the register of providers, what it
# asks for, and who was approved to produce for whom (741/2023 chapters 2 and 3, 612/2021 section 17).

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "org.capnp".OrgSector;
using import "values.capnp".Quantity;
using import "values.capnp".Share;
using import "values.capnp".When;
using import "values.capnp".Document;
using import "party.capnp".Answer;
$Cxx.namespace("sinetti::schema");

enum StatementKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  selfMonitoringPlan @1 $label(fi="omavalvontasuunnitelma", sv="plan för egenkontroll", en="self-monitoring plan");
  medicationPlan @2 $label(fi="lääkehoitosuunnitelma", sv="plan för läkemedelsbehandling", en="medication plan");
  dataSecurityPlan @3 $label(fi="tietoturvasuunnitelma", sv="informationssäkerhetsplan", en="data security plan");
  continuityPlan @4 $label(fi="valmius- ja jatkuvuussuunnitelma", sv="beredskaps- och kontinuitetsplan", en="continuity plan");
  rescuePlan @5 $label(fi="pelastussuunnitelma", sv="räddningsplan", en="rescue plan");
}

enum CheckResult {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  clear @1 $label(fi="kunnossa", sv="utan anmärkning", en="clear");
  remark @2 $label(fi="huomautettavaa", sv="anmärkning", en="remark");
  failed @3 $label(fi="ei täyty", sv="uppfylls inte", en="not met");
}

enum ReliabilityKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  tax @1 $label(fi="verot", sv="skatter", en="taxes");
  pension @2 $label(fi="eläkevakuutusmaksut", sv="pensionsförsäkringsavgifter", en="pension contributions");
  customs @3 $label(fi="tullimaksut", sv="tullavgifter", en="customs duties");
  bankruptcy @4 $label(fi="konkurssi", sv="konkurs", en="bankruptcy");
  earlierOrders @5 $label(fi="aiemmat huomautukset ja määräykset", sv="tidigare anmärkningar och förelägganden", en="earlier notices and orders");
  businessBan @6 $label(fi="liiketoimintakielto", sv="näringsförbud", en="business prohibition");
}

struct ReliabilityItem {
  kind @0 :ReliabilityKind $required $label(fi="seikka", sv="omständighet", en="matter");
  result @1 :CheckResult $required $label(fi="tulos", sv="resultat", en="result");
  note @2 :Text $label(fi="huomautus", sv="anmärkning", en="note");
}

struct ProviderApplicationReceived $event("provider.applicationReceived")
    $label(fi="rekisteröintihakemus saapunut", sv="ansökan om registrering inkommen", en="registration application received")
    $about("A provider applied to be entered in the register of providers.")
    $basis("741/2023:16")
    $example("{\"provider\": \"kotipihka\", \"name\": \"Kotipihka Oy\", \"services\": [\"tehostettu palveluasuminen\"], \"units\": [\"Kotipihka Hattula\"], \"statements\": [\"selfMonitoringPlan\", \"rescuePlan\"]}") {
  provider @0 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  name @1 :Text $required $label(fi="nimi", sv="namn", en="name");
  businessId @2 :Text $identifier(businessId)
      $label(fi="Y-tunnus", sv="FO-nummer", en="business ID");
  services @3 :List(Text) $required $label(fi="palvelut", sv="tjänster", en="services");
  units @4 :List(Text) $label(fi="yksiköt", sv="enheter", en="units");
  statements @5 :List(StatementKind)
      $label(fi="vakuutetut suunnitelmat", sv="försäkrade planer", en="confirmed plans");
  document @6 :Document $label(fi="hakemus", sv="ansökan", en="application");
}

struct ProviderReliabilityChecked $event("provider.reliabilityChecked")
    $label(fi="luotettavuus tarkastettu", sv="tillförlitligheten kontrollerad", en="reliability checked")
    $about("The authority checked whether the provider meets the conditions of reliability.")
    $basis("741/2023:7 741/2023:18")
    $example("{\"provider\": \"kotipihka\", \"items\": [{\"kind\": \"tax\", \"result\": \"clear\"}], \"result\": \"clear\", \"heard\": \"no\"}") {
  provider @0 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  items @1 :List(ReliabilityItem) $required
      $label(fi="tarkastetut seikat", sv="kontrollerade omständigheter", en="matters checked");
  result @2 :CheckResult $required $label(fi="tulos", sv="resultat", en="result");
  heard @3 :Answer $label(fi="kuultu", sv="hörd", en="heard");
  reasons @4 :Text $label(fi="perustelut", sv="motivering", en="reasons");
}

struct ProviderRegistered $event("provider.registered")
    $label(fi="palveluntuottaja rekisteröity", sv="tjänsteproducenten registrerad", en="provider registered")
    $about("The authority entered the provider in the register and set its conditions.")
    $basis("741/2023:21 741/2023:22")
    $example("{\"provider\": \"kotipihka\", \"name\": \"Kotipihka Oy\", \"businessId\": \"0204819-8\", \"sector\": \"private\", \"services\": [\"tehostettu palveluasuminen\"], \"conditions\": [\"Yövuorossa on aina kaksi hoitajaa.\"]}") {
  provider @0 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  name @1 :Text $required $label(fi="nimi", sv="namn", en="name");
  businessId @2 :Text $identifier(businessId)
      $label(fi="Y-tunnus", sv="FO-nummer", en="business ID");
  oid @3 :Text $identifier(oid) $label(fi="OID-tunnus", sv="OID-kod", en="OID");
  sector @4 :OrgSector $required $label(fi="sektori", sv="sektor", en="sector");
  services @5 :List(Text) $label(fi="palvelut", sv="tjänster", en="services");
  decision @6 :Text $identifier(eventRef)
      $label(fi="rekisteröintipäätös", sv="registreringsbeslut", en="registration decision");
  conditions @7 :List(Text) $label(fi="ehdot", sv="villkor", en="conditions");
  fixedTermEnd @8 :When
      $label(fi="määräajan loppu", sv="tidsfristens slut", en="end of fixed term")
      $about("Only when the registration holds for a fixed term.");
  authorisedProvider @9 :Text $index("provider")
      $label(fi="valtuutettu palveluntuottaja", sv="befullmäktigad tjänsteproducent", en="authorised provider")
      $about("Of a joint unit.");
  registerNumber @10 :Text $label(fi="rekisterinumero", sv="registernummer", en="register number");
}

struct ProviderAnnualCheckDone $event("provider.annualCheckDone")
    $label(fi="vuosi-ilmoitus annettu", sv="årsanmälan given", en="annual check done")
    $about("The provider confirmed its register data, due by 31 March every year.")
    $basis("741/2023:17")
    $example("{\"provider\": \"kotipihka\", \"year\": 2026, \"changes\": [\"Yksikön paikkaluku muuttui.\"]}") {
  provider @0 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  year @1 :UInt16 $required $label(fi="vuosi", sv="år", en="year");
  changes @2 :List(Text) $label(fi="muutokset", sv="ändringar", en="changes");
}

struct ProviderRemoved $event("provider.removed")
    $label(fi="palveluntuottaja poistettu rekisteristä", sv="tjänsteproducenten avförd ur registret", en="provider removed from the register")
    $about("The authority removed the provider from the register, with the ground and what was done before.")
    $basis("741/2023:40 741/2023:41")
    $example("{\"provider\": \"kotipihka\", \"ground\": \"Toiminta on päättynyt.\", \"onApplication\": \"yes\"}") {
  provider @0 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  ground @1 :Text $required $label(fi="peruste", sv="grund", en="ground");
  onApplication @2 :Answer
      $label(fi="omasta hakemuksesta", sv="på egen ansökan", en="at own request");
  priorNotices @3 :List(Text) $identifier(eventRef)
      $label(fi="aiemmat huomautukset", sv="tidigare anmärkningar", en="earlier notices");
  correctionOpportunity @4 :Answer
      $label(fi="mahdollisuus korjata annettu", sv="tillfälle att rätta givits", en="opportunity to correct given");
  decision @5 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
}

struct UnitProposed $event("unit.proposed")
    $label(fi="yksikkö ehdotettu", sv="enhet föreslagen", en="unit proposed")
    $about("A unit that does not exist yet was proposed.")
    $example("{\"unit\": \"paihdedementia\", \"name\": \"Seudullinen päihdedementiayksikkö\", \"purpose\": \"tehostettu palveluasuminen\", \"places\": {\"value\": 20, \"unit\": \"paikka\"}, \"municipalities\": [\"109\", \"165\", \"082\"]}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  name @1 :Text $required $label(fi="nimi", sv="namn", en="name");
  purpose @2 :Text $required $label(fi="tarkoitus", sv="ändamål", en="purpose");
  places @3 :Quantity $label(fi="paikkoja", sv="platser", en="places");
  municipalities @4 :List(Text) $identifier(municipality)
      $label(fi="kunnat", sv="kommuner", en="municipalities");
  location @5 :Text $label(fi="sijainti", sv="läge", en="location")
      $about("As stated; often open.");
  proposal @6 :Text $identifier(eventRef) $label(fi="ehdotus", sv="förslag", en="proposal");
}

struct UnitRegistered $event("unit.registered")
    $label(fi="palveluyksikkö rekisteröity", sv="tjänsteenheten registrerad", en="unit registered")
    $about("A unit was entered in the register under its provider.")
    $basis("741/2023:21 741/2023:22")
    $example("{\"unit\": \"paihdedementia\", \"provider\": \"kotipihka\", \"name\": \"Palvelutalo Kotipihka\", \"oid\": \"1.2.246.10.2048198.10.1\", \"services\": [\"tehostettu palveluasuminen\"], \"municipality\": \"109\", \"places\": {\"value\": 20, \"unit\": \"paikka\"}}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  provider @1 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  name @2 :Text $required $label(fi="nimi", sv="namn", en="name");
  oid @3 :Text $identifier(oid) $label(fi="OID-tunnus", sv="OID-kod", en="OID");
  services @4 :List(Text) $label(fi="palvelut", sv="tjänster", en="services");
  municipality @5 :Text $identifier(municipality)
      $label(fi="sijaintikunta", sv="placeringskommun", en="municipality");
  places @6 :Quantity $label(fi="paikkoja", sv="platser", en="places");
  decision @7 :Text $identifier(eventRef)
      $label(fi="rekisteröintipäätös", sv="registreringsbeslut", en="registration decision");
  conditions @8 :List(Text) $label(fi="ehdot", sv="villkor", en="conditions");
  jointUnit @9 :Answer
      $label(fi="yhteinen palveluyksikkö", sv="gemensam tjänsteenhet", en="joint unit");
}

struct UnitChanged $event("unit.changed")
    $label(fi="palveluyksikkö muuttunut", sv="tjänsteenheten ändrad", en="unit changed")
    $about("What is registered of a unit changed; an essential change needs a new decision.")
    $basis("741/2023:16 741/2023:19")
    $example("{\"unit\": \"paihdedementia\", \"change\": \"Paikkaluku 20:stä 22:een\", \"essential\": \"yes\", \"places\": {\"value\": 22, \"unit\": \"paikka\"}}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  change @1 :Text $required $label(fi="muutos", sv="ändring", en="change");
  essential @2 :Answer $label(fi="olennainen", sv="väsentlig", en="essential");
  places @3 :Quantity $label(fi="paikkoja", sv="platser", en="places");
  name @4 :Text $label(fi="uusi nimi", sv="nytt namn", en="new name");
  decision @5 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
}

struct UnitTransferredToProvider $event("unit.transferredToProvider")
    $label(fi="palveluyksikkö siirtynyt toiselle tuottajalle", sv="tjänsteenheten överförd till en annan producent", en="unit transferred to another provider")
    $about("A unit went on under another provider.")
    $basis("741/2023:19")
    $example("{\"unit\": \"paihdedementia\", \"fromProvider\": \"kotipihka\", \"toProvider\": \"hameen-hoiva\"}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  fromProvider @1 :Text $required $index("provider")
      $label(fi="luovuttaja", sv="överlåtare", en="from provider");
  toProvider @2 :Text $required $index("provider")
      $label(fi="vastaanottaja", sv="mottagare", en="to provider");
  contract @3 :Text $index("contract") $label(fi="sopimus", sv="avtal", en="contract");
}

struct UnitResponsiblePersonNamed $event("unit.responsiblePersonNamed")
    $label(fi="vastuuhenkilö nimetty", sv="ansvarig person utsedd", en="responsible person named")
    $about("The person who answers for the services of a unit was named.")
    $basis("741/2023:10")
    $example("{\"unit\": \"paihdedementia\", \"person\": \"h-004\", \"area\": \"tehostettu palveluasuminen\", \"qualification\": \"geronomi\"}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  person @1 :Text $required $identifier(pseudonym)
      $label(fi="vastuuhenkilö", sv="ansvarig person", en="responsible person")
      $about("A pseudonym.");
  area @2 :Text $label(fi="vastuualue", sv="ansvarsområde", en="area of responsibility");
  qualification @3 :Text $label(fi="kelpoisuus", sv="behörighet", en="qualification");
}

struct UnitPreInspectionDone $event("unit.preInspectionDone")
    $label(fi="ennakkotarkastus tehty", sv="förhandsinspektion utförd", en="pre-inspection done")
    $about("The unit was inspected before its registration.")
    $basis("741/2023:20")
    $example("{\"unit\": \"paihdedementia\", \"mandatory\": \"yes\", \"remote\": \"no\", \"result\": \"clear\"}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  mandatory @1 :Answer $label(fi="pakollinen", sv="obligatorisk", en="mandatory");
  remote @2 :Answer $label(fi="etäyhteydellä", sv="på distans", en="remote");
  result @3 :CheckResult $required $label(fi="tulos", sv="resultat", en="result");
  findings @4 :List(Text) $label(fi="havainnot", sv="iakttagelser", en="findings");
}

struct UnitRemoved $event("unit.removed")
    $label(fi="palveluyksikkö poistettu rekisteristä", sv="tjänsteenheten avförd ur registret", en="unit removed from the register")
    $about("The authority removed the unit from the register.")
    $basis("741/2023:40 741/2023:41")
    $example("{\"unit\": \"paihdedementia\", \"ground\": \"Toiminta on päättynyt.\"}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  ground @1 :Text $required $label(fi="peruste", sv="grund", en="ground");
  onApplication @2 :Answer
      $label(fi="omasta hakemuksesta", sv="på egen ansökan", en="at own request");
  priorNotices @3 :List(Text) $identifier(eventRef)
      $label(fi="aiemmat huomautukset", sv="tidigare anmärkningar", en="earlier notices");
  decision @4 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
}

struct SubcontractorDeclared $event("subcontractor.declared")
    $label(fi="alihankkija ilmoitettu", sv="underleverantör anmäld", en="subcontractor declared")
    $about("A provider told the organiser that it means to use a subcontractor.")
    $basis("612/2021:17")
    $example("{\"contract\": \"s-2015-7\", \"subcontractor\": \"yohoito\", \"name\": \"Yöhoito Oy\", \"service\": \"yöhoito\"}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  subcontractor @1 :Text $required $index("provider")
      $label(fi="alihankkija", sv="underleverantör", en="subcontractor")
      $about("The subcontractor's provider id in this ledger.");
  name @2 :Text $required $label(fi="nimi", sv="namn", en="name");
  businessId @3 :Text $identifier(businessId)
      $label(fi="Y-tunnus", sv="FO-nummer", en="business ID");
  service @4 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  share @5 :Share
      $label(fi="osuus sopimuksesta", sv="andel av avtalet", en="share of the contract");
}

struct SubcontractorApproved $event("subcontractor.approved")
    $label(fi="alihankkija hyväksytty", sv="underleverantör godkänd", en="subcontractor approved")
    $about("The organiser approved a subcontractor, with the evidence it looked at.")
    $basis("612/2021:17")
    $example("{\"contract\": \"s-2015-7\", \"subcontractor\": \"yohoito\", \"name\": \"Yöhoito Oy\", \"service\": \"yöhoito\", \"evidence\": [{\"title\": \"Rekisteriote\"}]}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  subcontractor @1 :Text $required $index("provider")
      $label(fi="alihankkija", sv="underleverantör", en="subcontractor")
      $about("The subcontractor's provider id in this ledger.");
  name @2 :Text $required $label(fi="nimi", sv="namn", en="name");
  service @3 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  evidence @4 :List(Document) $label(fi="näyttö", sv="underlag", en="evidence");
  conditions @5 :List(Text) $label(fi="ehdot", sv="villkor", en="conditions");
}

struct SubcontractorRejected $event("subcontractor.rejected")
    $label(fi="alihankkija hylätty", sv="underleverantör avvisad", en="subcontractor rejected")
    $about("The organiser did not approve a subcontractor.")
    $basis("612/2021:17")
    $example("{\"contract\": \"s-2015-7\", \"subcontractor\": \"yohoito\", \"name\": \"Yöhoito Oy\", \"service\": \"yöhoito\", \"reasons\": \"Rekisteröinti puuttuu.\"}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  subcontractor @1 :Text $required $index("provider")
      $label(fi="alihankkija", sv="underleverantör", en="subcontractor")
      $about("The subcontractor's provider id in this ledger.");
  name @2 :Text $required $label(fi="nimi", sv="namn", en="name");
  service @3 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  reasons @4 :Text $required $label(fi="perustelut", sv="motivering", en="reasons");
}

struct ProviderAnnualCheckMissed $event("provider.annualCheckMissed")
    $label(fi="vuosi-ilmoitus antamatta", sv="årsanmälan saknas", en="annual check missed")
    $about("The provider did not confirm its register data by 31 March.")
    $basis("741/2023:17")
    $example("{\"provider\": \"kotipihka\", \"year\": 2026}") {
  provider @0 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  year @1 :UInt16 $required $label(fi="vuosi", sv="år", en="year");
  reason @2 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct JointunitAuthorisedProviderReplaced $event("jointunit.authorisedProviderReplaced")
    $label(fi="yhteisen yksikön valtuutettu vaihtunut", sv="gemensam enhets befullmäktigade bytt", en="authorised provider of a joint unit replaced")
    $about("Another provider answers for a unit that several share.")
    $basis("741/2023:42")
    $example("{\"unit\": \"yhteisvastaanotto\", \"provider\": \"kotipihka\", \"formerProvider\": \"hoivakoto\", \"from\": {\"date\": \"2026-05-01\"}}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  provider @1 :Text $required $index("provider")
      $label(fi="uusi valtuutettu", sv="ny befullmäktigad", en="provider authorised now")
      $about("The provider's id in this ledger.");
  formerProvider @2 :Text $index("provider")
      $label(fi="entinen valtuutettu", sv="tidigare befullmäktigad", en="provider authorised before");
  from @3 :When $label(fi="alkaen", sv="från och med", en="from");
}

struct JointunitAuthorisationExpired $event("jointunit.authorisationExpired")
    $label(fi="yhteinen yksikkö ilman valtuutettua", sv="gemensam enhet utan befullmäktigad", en="joint unit without authorised provider")
    $about("No provider took the place of the authorised one in time, at most 60 days.")
    $basis("741/2023:42")
    $example("{\"unit\": \"yhteisvastaanotto\", \"deadline\": {\"date\": \"2026-06-30\"}}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  formerProvider @1 :Text $index("provider")
      $label(fi="entinen valtuutettu", sv="tidigare befullmäktigad", en="provider authorised before");
  deadline @2 :When $label(fi="määräaika", sv="tidsfrist", en="deadline");
}

struct CriminalrecordShown $event("criminalrecord.shown")
    $label(fi="rikosrekisteriote esitetty", sv="straffregisterutdrag uppvisat", en="criminal record extract shown")
    $about("An employee showed the extract; nothing of its content is kept, and no copy of it.")
    $basis("741/2023:28")
    $example("{\"employee\": \"t-901\", \"unit\": \"kotipihka-1\", \"extractDate\": \"2026-01-05\", \"shownOn\": \"2026-02-02\", \"copyTaken\": \"no\"}") {
  employee @0 :Text $required $identifier(pseudonym)
      $label(fi="työntekijä (pseudonyymi)", sv="anställd (pseudonym)", en="employee (pseudonym)");
  unit @1 :Text $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  extractDate @2 :Text $required $identifier(date)
      $label(fi="otteen päiväys", sv="utdragets datum", en="date of the extract")
      $about("At most six months before it is shown.");
  shownOn @3 :Text $required $identifier(date) $label(fi="esitetty", sv="uppvisat den", en="shown on");
  copyTaken @4 :Answer $label(fi="kopio otettu", sv="kopia tagen", en="copy taken");
}
