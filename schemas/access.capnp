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

enum AccessRole {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  supervisor @1 $label(fi="valvoja", sv="tillsynsperson", en="supervisor");
  lawyer @2 $label(fi="lakimies", sv="jurist", en="lawyer");
  operator @3 $label(fi="ylläpitäjä", sv="driftsansvarig", en="operator");
  provider @4 $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider");
  auditor @5 $label(fi="tarkastaja", sv="granskare", en="auditor");
}

enum AccessAct {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  open @1 $label(fi="avaaminen", sv="öppning", en="opening");
  disclose @2 $label(fi="luovutus", sv="utlämnande", en="disclosure");
  export @3 $label(fi="vienti", sv="export", en="export");
}

enum AccessRefusal {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  notProved @1 $label(fi="lukija ei osoittanut henkilöllisyyttään", sv="läsaren styrkte inte sin identitet", en="the reader did not prove to be it");
  noGrant @2 $label(fi="ei käyttöoikeutta", sv="ingen behörighet", en="no grant");
  notInForce @3 $label(fi="käyttöoikeus ei ole voimassa", sv="behörigheten gäller inte", en="no grant in force");
  role @4 $label(fi="ei kuulu rooliin", sv="hör inte till rollen", en="not of the role");
  purpose @5 $label(fi="ei tähän tarkoitukseen", sv="inte för detta ändamål", en="not for the purpose");
  scope @6 $label(fi="ei kuulu rajaukseen", sv="utanför avgränsningen", en="out of scope");
}

enum ReaderProof {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  whenRegistered @1 $label(fi="rekisteröidyltä lukijalta", sv="av registrerade läsare", en="of registered readers");
  always @2 $label(fi="jokaiselta lukijalta", sv="av alla läsare", en="of every reader");
}

struct AccessGranted $event("access.granted")
    $label(fi="käyttöoikeus annettu", sv="behörighet given", en="access granted")
    $about("A reader may open sealed fields: in which role, of what, what for and until when. Counts only in the stream access; an empty list of a kind means no limit of that kind.")
    $basis("906/2019:16 703/2023:9")
    $example("{\"reader\":\"valvonta-1\",\"role\":\"supervisor\",\"providers\":[\"provider-1\"],\"purposes\":[\"valvonta-asian käsittely\"],\"until\":\"2027-01-01T00:00:00+02:00\",\"ground\":\"741/2023:45\",\"grantedBy\":\"tietohallinto\"}") {
  reader @0 :Text $required
      $label(fi="lukija", sv="läsare", en="reader")
      $about("An actor, an office or a pseudonym; never a person's name.");
  role @1 :AccessRole $required
      $label(fi="rooli", sv="roll", en="role");
  providers @2 :List(Text)
      $label(fi="tuottajat", sv="producenter", en="providers")
      $about("Only events whose attribute provider is one of these; so with the next three.");
  units @3 :List(Text)
      $label(fi="yksiköt", sv="enheter", en="units");
  matters @4 :List(Text)
      $label(fi="asiat", sv="ärenden", en="matters");
  clients @5 :List(Text) $identifier(pseudonym)
      $label(fi="asiakkaat", sv="klienter", en="clients")
      $about("Whose values: of a personal field the person whose key seals it, else the attribute client.");
  purposes @6 :List(Text)
      $label(fi="käyttötarkoitukset", sv="ändamål", en="purposes")
      $about("In the words in which the reader has to state them.");
  from @7 :Text $identifier(instant)
      $label(fi="alkaa", sv="börjar", en="from");
  until @8 :Text $identifier(instant)
      $label(fi="päättyy", sv="upphör", en="until")
      $about("The first moment at which it counts no more; an auditor's grant has one.");
  ground @9 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  grantedBy @10 :Text $required
      $label(fi="antaja", sv="given av", en="granted by")
      $about("An actor or an office, not the reader itself.");
  reason @11 :Text
      $label(fi="lisätieto", sv="tilläggsuppgift", en="reason");
}

struct AccessRevoked $event("access.revoked")
    $label(fi="käyttöoikeus poistettu", sv="behörighet återkallad", en="access revoked")
    $about("From this event on the grant counts no more. Counts only in the stream access.")
    $basis("906/2019:16")
    $example("{\"grant\":\"grant-1\",\"reason\":\"tehtävä päättyi\",\"revokedBy\":\"tietohallinto\"}") {
  grant @0 :Text $required $identifier(eventRef)
      $label(fi="käyttöoikeus", sv="behörighet", en="grant");
  reason @1 :Text $required
      $label(fi="syy", sv="orsak", en="reason");
  revokedBy @2 :Text $required
      $label(fi="poistaja", sv="återkallad av", en="revoked by");
}

struct AccessPolicySet $event("access.policySet")
    $label(fi="käyttöoikeuksien sääntö asetettu", sv="regel för behörighet fastställd", en="policy of access set")
    $about("Of whom a signature is demanded before anything is opened, and whether exports need a grant. It takes the place of the policy before it. Counts only in the stream access.")
    $basis("906/2019:16")
    $example("{\"readerProof\":\"always\",\"exports\":\"yes\",\"reason\":\"lukijoilla on avaimet\",\"setBy\":\"tietohallinto\"}") {
  readerProof @0 :ReaderProof $required
      $label(fi="allekirjoitus vaaditaan", sv="underskrift krävs", en="signature demanded");
  exports @1 :YesNo
      $label(fi="vienti vaatii käyttöoikeuden", sv="export kräver behörighet", en="exports need a grant");
  reason @2 :Text $required
      $label(fi="syy", sv="orsak", en="reason");
  setBy @3 :Text $required
      $label(fi="asettaja", sv="fastställd av", en="set by");
}

struct AccessRefused $event("access.refused")
    $label(fi="pääsy evätty", sv="åtkomst nekad", en="access refused")
    $about("Somebody asked for sealed values without a grant that covers them; nothing was opened.")
    $basis("703/2023:10 906/2019:17")
    $example("{\"object\":\"matter-12\",\"reader\":\"valvonta-1\",\"act\":\"open\",\"why\":\"scope\",\"purpose\":\"valvonta-asian käsittely\",\"ground\":\"741/2023:45\",\"fields\":[\"41 data.reasons\"]}") {
  object @0 :Text $required
      $label(fi="kohde", sv="objekt", en="object")
      $about("Stream of the event that was asked for.");
  reader @1 :Text $required
      $label(fi="lukija", sv="läsare", en="reader");
  act @2 :AccessAct $required
      $label(fi="teko", sv="handling", en="act");
  why @3 :AccessRefusal $required
      $label(fi="syy", sv="orsak", en="reason");
  purpose @4 :Text $required
      $label(fi="käyttötarkoitus", sv="ändamål", en="purpose");
  ground @5 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  viewerRole @6 :Text
      $label(fi="lukijan tehtävä", sv="läsarens uppgift", en="reader's role");
  fields @7 :List(Text)
      $label(fi="pyydetyt kentät", sv="begärda fält", en="fields asked for")
      $about("Event number and path, such as 41 data.reasons.");
}

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
  grants @7 :List(Text) $identifier(eventRef)
      $label(fi="käyttöoikeudet", sv="behörigheter", en="grants")
      $about("By which grants.");
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
  grants @6 :List(Text) $identifier(eventRef)
      $label(fi="käyttöoikeudet", sv="behörigheter", en="grants")
      $about("By which grants, where the policy asks for one.");
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
  grants @6 :List(Text) $identifier(eventRef)
      $label(fi="käyttöoikeudet", sv="behörigheter", en="grants")
      $about("By which grants.");
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
