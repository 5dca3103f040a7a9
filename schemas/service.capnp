@0x8a537bcf29dfabae;
# What is offered, by whom and to whom: in-house entities, phases in which support services move to
# them, the catalogue of services, who may have them, and the staff they need.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "values.capnp".Quantity;
using import "values.capnp".When;
using import "party.capnp".OrgRef;
$Cxx.namespace("sinetti::schema");

struct InhouseEntityProposed $event("inhouse.entityProposed")
    $label(fi="sidosyksikkö ehdotettu", sv="anknuten enhet föreslagen", en="in-house entity proposed")
    $about("A joint organisation was proposed that would serve its owners without competition.")
    $basis("1397/2016:15")
    $example("{\"entity\": \"tukipalvelu\", \"name\": \"Yhteinen tukipalveluorganisaatio\", \"owners\": [{\"name\": \"Hämeenlinnan seutu\"}, {\"name\": \"Riihimäen seutu\"}, {\"name\": \"Sairaanhoitopiiri\"}], \"basis\": \"Inhouse pohjalta\"}") {
  entity @0 :Text $required $label(fi="yksikkö", sv="enhet", en="entity")
      $about("The entity's id in this ledger.");
  name @1 :Text $required $label(fi="nimi", sv="namn", en="name");
  owners @2 :List(OrgRef) $required $label(fi="omistajat", sv="ägare", en="owners");
  basis @3 :Text $label(fi="peruste", sv="grund", en="basis");
  services @4 :List(Text) $label(fi="palvelut", sv="tjänster", en="services");
  proposal @5 :Text $identifier(eventRef) $label(fi="ehdotus", sv="förslag", en="proposal");
}

struct InhouseEntityFounded $event("inhouse.entityFounded")
    $label(fi="sidosyksikkö perustettu", sv="anknuten enhet grundad", en="in-house entity founded")
    $about("A joint organisation was founded.")
    $basis("1397/2016:15")
    $example("{\"entity\": \"tukipalvelu\", \"name\": \"Tukipalvelu Oy\", \"owners\": [{\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}]}") {
  entity @0 :Text $required $label(fi="yksikkö", sv="enhet", en="entity");
  name @1 :Text $required $label(fi="nimi", sv="namn", en="name");
  owners @2 :List(OrgRef) $required $label(fi="omistajat", sv="ägare", en="owners");
  businessId @3 :Text $identifier(businessId)
      $label(fi="Y-tunnus", sv="FO-nummer", en="business ID");
}

struct ServicelineTransferPhasePlanned $event("serviceline.transferPhasePlanned")
    $label(fi="palvelujen siirtovaihe suunniteltu", sv="överföringsfas för tjänster planerad", en="service transfer phase planned")
    $about("Which services move to a new organisation in which phase, and when.")
    $example("{\"entity\": \"tukipalvelu\", \"phase\": 1, \"lines\": [\"ateriapalvelut\", \"siivous\", \"kiinteistöhuolto\"], \"start\": {\"date\": \"2015-01-01\", \"raw\": \"vuoden 2015 alusta\"}}") {
  entity @0 :Text $required $label(fi="vastaanottaja", sv="mottagare", en="receiving entity");
  phase @1 :UInt16 $required $label(fi="vaihe", sv="fas", en="phase");
  lines @2 :List(Text) $required $label(fi="palvelut", sv="tjänster", en="services");
  start @3 :When $required $label(fi="alku", sv="start", en="start");
  class @4 :Text $label(fi="luokka", sv="klass", en="class")
      $about("As the proposal classifies it.");
}

struct ServicelineTransferred $event("serviceline.transferred")
    $label(fi="palvelut siirretty", sv="tjänster överförda", en="services transferred")
    $about("Services moved to a new organisation.")
    $example("{\"entity\": \"tukipalvelu\", \"phase\": 1, \"lines\": [\"ateriapalvelut\"]}") {
  entity @0 :Text $required $label(fi="vastaanottaja", sv="mottagare", en="receiving entity");
  phase @1 :UInt16 $required $label(fi="vaihe", sv="fas", en="phase");
  lines @2 :List(Text) $required $label(fi="palvelut", sv="tjänster", en="services");
}

struct ServicecatalogueLineDefined $event("servicecatalogue.lineDefined")
    $label(fi="palvelukokonaisuus määritelty", sv="tjänstehelhet definierad", en="service line defined")
    $about("A line of services that is handled as one.")
    $example("{\"catalogue\": \"suupohja\", \"line\": \"Hammashuolto\", \"number\": 5}") {
  catalogue @0 :Text $required $label(fi="palveluluettelo", sv="tjänstekatalog", en="catalogue");
  line @1 :Text $required $label(fi="palvelukokonaisuus", sv="tjänstehelhet", en="line");
  number @2 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  parts @3 :List(Text) $label(fi="osat", sv="delar", en="parts");
  body @4 :Text $label(fi="toimielin", sv="organ", en="body");
}

struct ServicecatalogueOfferListed $event("servicecatalogue.offerListed")
    $label(fi="palvelutarjonta kirjattu", sv="utbud av tjänster antecknat", en="offer listed")
    $about("A provider offers a service.")
    $example("{\"catalogue\": \"keski-suomi\", \"service\": \"perhetyö\", \"provider\": \"kotipihka\"}") {
  catalogue @0 :Text $required $label(fi="palveluluettelo", sv="tjänstekatalog", en="catalogue");
  service @1 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  provider @2 :Text $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider");
  providerName @3 :Text $label(fi="tuottajan nimi", sv="producentens namn", en="provider name");
}

struct ServicecatalogueEligibilitySet $event("servicecatalogue.eligibilitySet")
    $label(fi="palveluun oikeutetut määritelty", sv="berättigade till tjänsten fastställda", en="eligibility set")
    $about("Who may have a service: ages and other conditions.")
    $example("{\"catalogue\": \"hst\", \"service\": \"työllisyyspalvelut\", \"ages\": {\"range\": {\"low\": 16, \"high\": 65}, \"bound\": \"range\", \"unit\": \"vuosi\"}}") {
  catalogue @0 :Text $required $label(fi="palveluluettelo", sv="tjänstekatalog", en="catalogue");
  service @1 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  ages @2 :Quantity $label(fi="ikä", sv="ålder", en="ages");
  conditions @3 :List(Text) $label(fi="ehdot", sv="villkor", en="conditions");
  act @4 :Text $identifier(act) $label(fi="laki", sv="lag", en="act");
}

struct StaffingNeedStated $event("staffing.needStated")
    $label(fi="henkilöstötarve todettu", sv="personalbehov konstaterat", en="staffing need stated")
    $about("A source says that staff is needed or not needed; the number may be missing.")
    $example("{\"service\": \"perheoikeudelliset palvelut\", \"need\": {\"missing\": {\"label\": \"Lisätarve henkilöstöresurssiin\", \"unit\": \"henkilötyövuosi\"}}, \"text\": \"Lisätarve henkilöstöresurssiin / tehtävien uudelleen määrittely (\"}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  unit @1 :Text $index("unit") $label(fi="yksikkö", sv="enhet", en="unit");
  role @2 :Text $label(fi="tehtävä", sv="uppgift", en="role");
  need @3 :Quantity $label(fi="tarve", sv="behov", en="need");
  text @4 :Text $label(fi="lähteen sanoin", sv="enligt källan", en="as printed");
}

struct StaffingRatioRecorded $event("staffing.ratioRecorded")
    $label(fi="henkilöstömitoitus kirjattu", sv="personaldimensionering antecknad", en="staffing ratio recorded")
    $about("Staff for each client or bed of a unit; the number may be missing.")
    $example("{\"unit\": \"vanajavesi\", \"ratio\": {\"missing\": {\"label\": \"korkea henkilöstömitoitus\", \"unit\": \"työntekijä/asiakas\"}}}") {
  unit @0 :Text $required $index("unit") $label(fi="yksikkö", sv="enhet", en="unit");
  ratio @1 :Quantity $required $label(fi="mitoitus", sv="dimensionering", en="ratio");
  required @2 :Quantity $label(fi="vaadittu", sv="krav", en="required");
  role @3 :Text $label(fi="tehtävä", sv="uppgift", en="role");
  text @4 :Text $label(fi="lähteen sanoin", sv="enligt källan", en="as printed");
}

struct StaffingIncreased $event("staffing.increased")
    $label(fi="henkilöstöä lisätty", sv="personal utökad", en="staffing increased")
    $about("Staff was added.")
    $example("{\"service\": \"perheneuvola\", \"role\": \"psykologi\", \"added\": {\"value\": 1, \"unit\": \"henkilötyövuosi\"}}") {
  service @0 :Text $label(fi="palvelu", sv="tjänst", en="service");
  unit @1 :Text $index("unit") $label(fi="yksikkö", sv="enhet", en="unit");
  role @2 :Text $required $label(fi="tehtävä", sv="uppgift", en="role");
  added @3 :Quantity $required $label(fi="lisäys", sv="ökning", en="added");
}

struct AuthorityTransferPlanned $event("authority.transferPlanned")
    $label(fi="viranomaistehtävän siirto suunniteltu", sv="överföring av myndighetsuppgift planerad", en="transfer of authority planned")
    $about("An authority's task is to move to another, possibly in phases; who decides until then does not change.")
    $example("{\"task\": \"vammaispalvelujen viranomaistoiminta\", \"phase\": 1, \"scope\": \"avustajapalvelut\", \"from\": [{\"name\": \"Hattula\", \"municipality\": \"082\"}], \"to\": \"seudullinen viranomaistoiminta\", \"start\": {\"missing\": {\"label\": \"ensivaiheen alku\"}}}") {
  task @0 :Text $required $label(fi="tehtävä", sv="uppgift", en="task");
  phase @1 :UInt16 $required $label(fi="vaihe", sv="fas", en="phase");
  scope @2 :Text $label(fi="laajuus", sv="omfattning", en="scope");
  from @3 :List(OrgRef) $required $label(fi="luovuttajat", sv="överlåtare", en="from");
  to @4 :Text $required $label(fi="vastaanottaja", sv="mottagare", en="to");
  start @5 :When $label(fi="alku", sv="start", en="start");
}

struct AuthorityTransferred $event("authority.transferred")
    $label(fi="viranomaistehtävä siirretty", sv="myndighetsuppgift överförd", en="authority transferred")
    $about("An authority's task moved to another authority.")
    $example("{\"task\": \"vammaispalvelujen viranomaistoiminta\", \"phase\": 1, \"from\": [{\"name\": \"Hattula\", \"municipality\": \"082\"}], \"to\": \"kunta-109\"}") {
  task @0 :Text $required $label(fi="tehtävä", sv="uppgift", en="task");
  phase @1 :UInt16 $required $label(fi="vaihe", sv="fas", en="phase");
  scope @2 :Text $label(fi="laajuus", sv="omfattning", en="scope");
  from @3 :List(OrgRef) $required $label(fi="luovuttajat", sv="överlåtare", en="from");
  to @4 :Text $required $label(fi="vastaanottaja", sv="mottagare", en="to");
  act @5 :Text $identifier(act) $label(fi="laki", sv="lag", en="act");
}
