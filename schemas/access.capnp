@0xb3c1f0a9d2e4600a;
# Who looked at protected data, why and on what ground (703/2023 10 and 11 sections, 906/2019 17 section).

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Document;
using import "terms.capnp".YesNo;
$Cxx.namespace("sinetti::schema");

struct AccessViewed $event("access.viewed")
    $label(fi="tietoja katsottu", sv="uppgifter granskade", en="data viewed")
    $about("Protected data were opened for a reader; purpose and ground are part of the log that the act asks for.")
    $basis("703/2023:10 906/2019:17")
    $example("{\"object\":\"matter-12\",\"dataClass\":\"asiakastiedot\",\"purpose\":\"valvonta-asian käsittely\",\"ground\":\"741/2023:45\",\"viewerRole\":\"tarkastaja\"}") {
  object @0 :Text $required
      $label(fi="kohde", sv="objekt", en="object")
      $about("Stream, view or report that was opened.");
  dataClass @1 :Text
      $label(fi="tietoluokka", sv="informationsklass", en="class of data");
  purpose @2 :Text $required
      $label(fi="käyttötarkoitus", sv="ändamål", en="purpose");
  ground @3 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  viewerRole @4 :Text $required
      $label(fi="katsojan tehtävä", sv="läsarens uppgift", en="viewer's role");
  viewer @5 :Text $identifier(pseudonym)
      $label(fi="katsoja", sv="läsare", en="viewer")
      $about("Pseudonym of the reader.");
  fields @6 :List(Text)
      $label(fi="avatut kentät", sv="öppnade fält", en="fields opened");
}

struct AccessExported $event("access.exported")
    $label(fi="tietoja viety", sv="uppgifter exporterade", en="data exported")
    $about("Data left the ledger in a file.")
    $basis("703/2023:10 906/2019:17")
    $example("{\"object\":\"provider-1\",\"purpose\":\"rekisteriote\",\"ground\":\"741/2023:45\",\"recipient\":\"Lupa- ja valvontavirasto\",\"format\":\"html\"}") {
  object @0 :Text $required
      $label(fi="kohde", sv="objekt", en="object");
  purpose @1 :Text $required
      $label(fi="käyttötarkoitus", sv="ändamål", en="purpose");
  ground @2 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  recipient @3 :Text $required
      $label(fi="vastaanottaja", sv="mottagare", en="recipient");
  format @4 :Text
      $label(fi="muoto", sv="format", en="format");
  document @5 :Document
      $label(fi="asiakirja", sv="handling", en="document");
}

struct AccessDisclosedTo $event("access.disclosedTo")
    $label(fi="tietoja luovutettu", sv="uppgifter utlämnade", en="data disclosed")
    $about("Protected fields were disclosed to somebody outside.")
    $basis("703/2023:10")
    $example("{\"object\":\"matter-12\",\"recipient\":\"hallinto-oikeus\",\"purpose\":\"valituksen käsittely\",\"ground\":\"808/2019\",\"fields\":[\"41 data.reasons\"],\"manifest\":\"0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8\"}") {
  object @0 :Text $required
      $label(fi="kohde", sv="objekt", en="object");
  recipient @1 :Text $required
      $label(fi="vastaanottaja", sv="mottagare", en="recipient");
  purpose @2 :Text $required
      $label(fi="käyttötarkoitus", sv="ändamål", en="purpose");
  ground @3 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  fields @4 :List(Text)
      $label(fi="luovutetut kentät", sv="utlämnade fält", en="fields disclosed")
      $about("Event number and path, such as 41 data.reasons.");
  manifest @5 :Text $identifier(sha256)
      $label(fi="luovutuksen tiiviste", sv="utlämnandets hash", en="digest of the disclosure")
      $about("SHA-256 of what was handed over, docs/format/disclosure.md.");
}

struct AccessLogRequestedBySubject $event("access.logRequestedBySubject")
    $label(fi="asiakas pyytänyt lokitiedot", sv="klienten begärt logguppgifter", en="log requested by the subject")
    $about("A person asked who has looked at data about them; the answer is due in two months.")
    $basis("703/2023:11")
    $example("{\"requestedOn\":\"2026-01-12\",\"periodFrom\":\"2024-01-12\",\"periodTo\":\"2026-01-12\"}") {
  requestedOn @0 :Text $required $identifier(date)
      $label(fi="pyydetty", sv="begärt", en="requested on");
  periodFrom @1 :Text $identifier(date)
      $label(fi="jakso alkaa", sv="perioden börjar", en="period from");
  periodTo @2 :Text $identifier(date)
      $label(fi="jakso päättyy", sv="perioden slutar", en="period to");
  specialReason @3 :YesNo
      $label(fi="erityinen syy (yli kaksi vuotta)", sv="särskilt skäl (över två år)", en="special reason (over two years)");
}

struct AccessLogAnswered $event("access.logAnswered")
    $label(fi="lokitietopyyntöön vastattu", sv="begäran om logguppgifter besvarad", en="log request answered")
    $about("The person got the log, or the reason why not.")
    $basis("703/2023:11")
    $example("{\"request\":\"loki-1\",\"answeredOn\":\"2026-02-20\",\"granted\":\"yes\"}") {
  request @0 :Text $required $identifier(eventRef)
      $label(fi="pyyntö", sv="begäran", en="request");
  answeredOn @1 :Text $required $identifier(date)
      $label(fi="vastattu", sv="besvarat", en="answered on");
  granted @2 :YesNo
      $label(fi="annettu", sv="lämnat ut", en="granted");
  reason @3 :Text
      $label(fi="syy", sv="orsak", en="reason");
}
