@0xf36651bf52802c00;
# Bodies that meet, what they are asked to do, how often they are to meet, what they handled, and who
# holds which role in them.  A gathering that was held stands in participation.capnp; its set cadence here.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".identifier;
using import "values.capnp".Quantity;
using import "values.capnp".When;
using import "values.capnp".Document;
using import "party.capnp".OrgRef;
using import "party.capnp".Answer;
using import "party.capnp".Cadence;
$Cxx.namespace("sinetti::schema");

struct BodyEstablished $event("body.established")
    $label(fi="toimielin perustettu", sv="organ inrättat", en="body established")
    $about("A body, board, group or committee was set up, or a source says that it exists.")
    $example("{\"body\": \"kehittamisryhma\", \"name\": \"Seudullinen kehittämisryhmä\", \"members\": {\"value\": 9, \"unit\": \"jäsen\"}, \"composition\": [\"perusturvajohtajat\", \"johtavat lääkärit\"]}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  name @1 :Text $required $label(fi="nimi", sv="namn", en="name");
  purpose @2 :Text $label(fi="tehtävä", sv="uppgift", en="purpose");
  parent @3 :Text
      $label(fi="asettaja tai yläpuolinen toimielin", sv="tillsättare eller överordnat organ", en="parent body");
  project @4 :Text $label(fi="hanke", sv="projekt", en="project");
  members @5 :Quantity $label(fi="jäseniä", sv="medlemmar", en="members");
  composition @6 :List(Text) $label(fi="kokoonpano", sv="sammansättning", en="composition")
      $about("Offices and parties from which the members come.");
  serviceLines @7 :List(Text)
      $label(fi="palvelukokonaisuudet", sv="servicehelheter", en="service lines");
  organisations @8 :List(OrgRef)
      $label(fi="organisaatiot", sv="organisationer", en="organisations");
}

struct BodyMandateGiven $event("body.mandateGiven")
    $label(fi="toimielimelle annettu tehtävä", sv="organet fick ett mandat", en="mandate given to a body")
    $about("A body was given power or duty over something, such as steering a project.")
    $example("{\"body\": \"kehittamisryhma\", \"task\": \"ohjaa hanketta\", \"project\": \"suupohja\"}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  task @1 :Text $required $label(fi="tehtävä", sv="uppgift", en="task");
  project @2 :Text $label(fi="hanke", sv="projekt", en="project");
  givenBy @3 :OrgRef $label(fi="antaja", sv="givare", en="given by");
}

struct BodyTaskAssigned $event("body.taskAssigned")
    $label(fi="toimielimelle osoitettu asia", sv="ärende anvisat till organet", en="task assigned to a body")
    $about("A body was asked to work on something.")
    $example("{\"body\": \"palvelutuotantotyoryhma\", \"task\": \"Mallin jatkotyöstö\"}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  task @1 :Text $required $label(fi="tehtävä", sv="uppgift", en="task");
  due @2 :When $label(fi="määräaika", sv="tidsfrist", en="due");
  givenBy @3 :OrgRef $label(fi="antaja", sv="givare", en="given by");
}

struct BodyMembershipCountStated $event("body.membershipCountStated")
    $label(fi="jäsenmäärä ilmoitettu", sv="antal medlemmar angivet", en="number of members stated")
    $about("A source says how many members a body has.")
    $example("{\"body\": \"kunnallisjohto\", \"members\": {\"value\": 25, \"unit\": \"jäsen\"}}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  members @1 :Quantity $required $label(fi="jäseniä", sv="medlemmar", en="members");
}

struct BodyMemberJoined $event("body.memberJoined")
    $label(fi="jäsen liittynyt", sv="medlem har anslutit sig", en="member joined")
    $about("A person or an organisation became a member of a body.")
    $example("{\"body\": \"kehittamisryhma\", \"organisation\": {\"name\": \"Teuva\", \"municipality\": \"846\"}, \"office\": \"perusturvajohtaja\"}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  person @1 :Text $identifier(pseudonym) $label(fi="henkilö", sv="person", en="person")
      $about("A pseudonym.");
  organisation @2 :OrgRef $label(fi="organisaatio", sv="organisation", en="organisation");
  office @3 :Text $label(fi="virka", sv="tjänst", en="office");
}

struct BodyMemberLeft $event("body.memberLeft")
    $label(fi="jäsen eronnut", sv="medlem har utträtt", en="member left")
    $about("A person or an organisation ceased to be a member of a body.")
    $example("{\"body\": \"kehittamisryhma\", \"organisation\": {\"name\": \"Teuva\", \"municipality\": \"846\"}, \"office\": \"perusturvajohtaja\"}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  person @1 :Text $identifier(pseudonym) $label(fi="henkilö", sv="person", en="person")
      $about("A pseudonym.");
  organisation @2 :OrgRef $label(fi="organisaatio", sv="organisation", en="organisation");
  office @3 :Text $label(fi="virka", sv="tjänst", en="office");
}

struct BodyCadenceSet $event("body.cadenceSet")
    $label(fi="kokoontumistiheys asetettu", sv="mötesfrekvens fastställd", en="cadence set")
    $about("How often a body is to meet.")
    $example("{\"body\": \"kehittamisryhma\", \"cadence\": {\"times\": {\"value\": 1, \"unit\": \"kokous\"}, \"per\": \"month\", \"raw\": \"kuukausittain\"}}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  cadence @1 :Cadence $required $label(fi="tiheys", sv="frekvens", en="cadence");
}

struct BodySubgroupPlanned $event("body.subgroupPlanned")
    $label(fi="alaryhmä suunniteltu", sv="undergrupp planerad", en="subgroup planned")
    $about("A body is to set up groups under itself.")
    $example("{\"body\": \"palvelutuotantotyoryhma\", \"name\": \"alatyöryhmät\"}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  name @1 :Text $required $label(fi="nimi", sv="namn", en="name");
  task @2 :Text $label(fi="tehtävä", sv="uppgift", en="task");
}

struct BodyDissolved $event("body.dissolved")
    $label(fi="toimielin lakkautettu", sv="organet upplöst", en="body dissolved")
    $about("A body ended its work.")
    $example("{\"body\": \"kehittamisryhma\", \"reason\": \"Hanke päättyi.\"}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  reason @1 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct MeetingConvened $event("meeting.convened")
    $label(fi="kokous kutsuttu koolle", sv="möte sammankallat", en="meeting convened")
    $about("A meeting was called.")
    $example("{\"body\": \"kehittamisryhma\", \"number\": \"3/2005\", \"planned\": {\"date\": \"2005-03-15\"}}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  number @1 :Text $label(fi="kokouksen numero", sv="mötets nummer", en="meeting number")
      $about("As the minutes number it: 3/2005.");
  planned @2 :When $required $label(fi="aika", sv="tid", en="time");
  place @3 :Text $label(fi="paikka", sv="plats", en="place");
  agenda @4 :List(Text) $label(fi="esityslista", sv="föredragningslista", en="agenda");
}

struct MeetingHeld $event("meeting.held")
    $label(fi="kokous pidetty", sv="möte hållet", en="meeting held")
    $about("A body met; the day stands in the envelope as `occurred`.")
    $example("{\"body\": \"kehittamisryhma\", \"number\": \"3/2005\", \"attendees\": {\"value\": 8, \"unit\": \"henkilö\"}, \"quorum\": \"yes\", \"minutes\": {\"title\": \"Pöytäkirja 3/2005\"}}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  number @1 :Text $label(fi="kokouksen numero", sv="mötets nummer", en="meeting number")
      $about("As the minutes number it: 3/2005.");
  attendees @2 :Quantity $label(fi="läsnä", sv="närvarande", en="attendees");
  quorum @3 :Answer $label(fi="päätösvaltainen", sv="beslutför", en="quorate");
  minutes @4 :Document $label(fi="pöytäkirja", sv="protokoll", en="minutes");
  place @5 :Text $label(fi="paikka", sv="plats", en="place");
}

struct MeetingCancelled $event("meeting.cancelled")
    $label(fi="kokous peruttu", sv="möte inställt", en="meeting cancelled")
    $about("A meeting that had been called was not held.")
    $example("{\"body\": \"kehittamisryhma\", \"number\": \"7/2005\", \"reason\": \"loma-aika\"}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  number @1 :Text $label(fi="kokouksen numero", sv="mötets nummer", en="meeting number")
      $about("As the minutes number it: 3/2005.");
  reason @2 :Text $label(fi="syy", sv="orsak", en="reason");
}

enum AgendaOutcome {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  decided @1 $label(fi="päätetty", sv="beslutat", en="decided");
  noted @2 $label(fi="merkitty tiedoksi", sv="antecknat för kännedom", en="noted");
  deferred @3 $label(fi="lykätty", sv="uppskjutet", en="deferred");
  returned @4 $label(fi="palautettu valmisteluun", sv="återremitterat", en="returned for preparation");
}

struct AgendaItemHandled $event("agenda.itemHandled")
    $label(fi="asia käsitelty", sv="ärendet behandlat", en="agenda item handled")
    $about("A body handled one item of its agenda.")
    $example("{\"body\": \"kehittamisryhma\", \"meeting\": \"3/2005\", \"section\": \"§ 12\", \"title\": \"Seudullinen malli\", \"outcome\": \"deferred\"}") {
  body @0 :Text $required $label(fi="toimielin", sv="organ", en="body")
      $about("The body's id in this ledger.");
  meeting @1 :Text $required $label(fi="kokous", sv="möte", en="meeting")
      $about("Number of the meeting.");
  section @2 :Text $label(fi="pykälä", sv="paragraf", en="section");
  title @3 :Text $required $label(fi="asia", sv="ärende", en="item");
  outcome @4 :AgendaOutcome $required $label(fi="tulos", sv="utfall", en="outcome");
  text @5 :Text $label(fi="pöytäkirjan teksti", sv="protokolltext", en="text of the minutes");
  reviewDate @6 :When
      $label(fi="uudelleen käsiteltävä", sv="ny behandling", en="to be handled again")
      $about("When a deferred item is to come back.");
}

struct GatheringCadenceSet $event("gathering.cadenceSet")
    $label(fi="tilaisuuksien tiheys asetettu", sv="tillställningarnas frekvens fastställd", en="gathering cadence set")
    $about("How often a gathering is to be arranged, for whom, and how many come.")
    $example("{\"series\": \"asiantuntijaseminaari\", \"name\": \"Yhteinen asiantuntijaseminaari\", \"audience\": [\"julkinen sektori\", \"yksityinen sektori\"], \"cadence\": {\"times\": {\"value\": 1, \"bound\": \"ge\", \"unit\": \"seminaari\"}, \"per\": \"year\"}, \"attendance\": {\"value\": 40, \"bound\": \"mean\", \"unit\": \"osallistuja\"}}") {
  series @0 :Text $required
      $label(fi="tilaisuussarja", sv="serie av tillställningar", en="series")
      $about("Id of the series; gatherings that were held name it.");
  name @1 :Text $required $label(fi="nimi", sv="namn", en="name");
  audience @2 :List(Text) $label(fi="kohderyhmä", sv="målgrupp", en="audience");
  cadence @3 :Cadence $required $label(fi="tiheys", sv="frekvens", en="cadence");
  attendance @4 :Quantity $label(fi="osallistujia", sv="deltagare", en="attendance");
  purpose @5 :Text $label(fi="tarkoitus", sv="syfte", en="purpose");
}

enum RoleKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  member @1 $label(fi="jäsen", sv="medlem", en="member");
  chair @2 $label(fi="puheenjohtaja", sv="ordförande", en="chair");
  secretary @3 $label(fi="sihteeri", sv="sekreterare", en="secretary");
  leader @4 $label(fi="vetäjä", sv="ledare", en="leader");
  coordinator @5 $label(fi="koordinaattori", sv="koordinator", en="coordinator");
  contact @6 $label(fi="yhteyshenkilö", sv="kontaktperson", en="contact");
  supervisor @7 $label(fi="valvoja", sv="tillsynsperson", en="supervisor");
  decisionMaker @8 $label(fi="päättäjä", sv="beslutsfattare", en="decision maker");
  presenter @9 $label(fi="esittelijä", sv="föredragande", en="presenting official");
  preparer @10 $label(fi="valmistelija", sv="beredare", en="preparer");
}

struct RoleHeld $event("role.held")
    $label(fi="rooli hoidossa", sv="roll innehas", en="role held")
    $about("A person, known by a pseudonym, holds a role in a body or a project.")
    $example("{\"person\": \"h-001\", \"role\": \"secretary\", \"body\": \"kehittamisryhma\", \"title\": \"Projektipäällikkö\"}") {
  person @0 :Text $required $identifier(pseudonym) $label(fi="henkilö", sv="person", en="person")
      $about("A pseudonym.");
  role @1 :RoleKind $required $label(fi="rooli", sv="roll", en="role");
  body @2 :Text $label(fi="toimielin", sv="organ", en="body");
  project @3 :Text $label(fi="hanke", sv="projekt", en="project");
  title @4 :Text
      $label(fi="nimike lähteen mukaan", sv="titel enligt källan", en="title as printed");
  scope @5 :Text $label(fi="laajuus", sv="omfattning", en="scope");
  reportsTo @6 :Text $label(fi="raportoi", sv="rapporterar till", en="reports to")
      $about("Body that receives the reports.");
}

struct RoleEnded $event("role.ended")
    $label(fi="rooli päättynyt", sv="roll upphört", en="role ended")
    $about("A person no longer holds a role.")
    $example("{\"person\": \"h-001\", \"role\": \"secretary\", \"body\": \"kehittamisryhma\"}") {
  person @0 :Text $required $identifier(pseudonym) $label(fi="henkilö", sv="person", en="person")
      $about("A pseudonym.");
  role @1 :RoleKind $required $label(fi="rooli", sv="roll", en="role");
  body @2 :Text $label(fi="toimielin", sv="organ", en="body");
  project @3 :Text $label(fi="hanke", sv="projekt", en="project");
  reason @4 :Text $label(fi="syy", sv="orsak", en="reason");
}
