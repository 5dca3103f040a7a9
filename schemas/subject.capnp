@0xb3c1f0a9d2e5000a;
# The life of a person's sealing key (docs/format/sealing.md): after keyDestroyed the sealed fields of that
# person open to nobody, and every chain and proof still verifies.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
$Cxx.namespace("sinetti::schema");

struct SubjectKeyCreated
    $event("subject.keyCreated")
    $label(fi="avain luotu", sv="nyckel skapad", en="key created")
    $about("A sealing key was made for a person.")
    $example("{\"subject\": \"p-900\", \"keyId\": \"k-1\"}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  keyId @1 :Text $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id");
}

struct SubjectKeyDestroyed
    $event("subject.keyDestroyed")
    $label(fi="avain tuhottu", sv="nyckel förstörd", en="key destroyed")
    $about("The person's key was destroyed: an erasure.")
    $basis("703/2023:27 906/2019:21")
    $example("{\"subject\": \"p-900\", \"reason\": \"säilytysaika päättynyt\", \"retentionClass\": \"703/2023-aikuissosiaalityö\"}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  keyId @1 :Text $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id");
  reason @2 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
  retentionClass @3 :Text $label(fi="säilytysluokka", sv="gallringsklass", en="retention class");
  requestedBy @4 :Text $label(fi="pyytäjä", sv="begärd av", en="requested by");
  authorisedBy @5 :Text $label(fi="päätös", sv="beslut", en="authorised by") $identifier(eventRef);
  approvedBy @6 :Text $label(fi="hyväksyjä", sv="godkänd av", en="approved by");
  receipt @7 :Text $label(fi="todistuksen tiiviste (SHA-256)", sv="intygets kontrollsumma (SHA-256)", en="digest of the receipt (SHA-256)")
      $identifier(sha256);
  oldVaultKey @8 :Text $label(fi="tuhotun holviavaimen tunnus", sv="den förstörda valvnyckelns beteckning", en="id of the vault key that was destroyed");
  newVaultKey @9 :Text $label(fi="uuden holviavaimen tunnus", sv="den nya valvnyckelns beteckning", en="id of the new vault key");
}

struct SubjectErasureRequested
    $event("subject.erasureRequested")
    $label(fi="poistoa pyydetty", sv="radering begärd", en="erasure requested")
    $about("Somebody asks that what is sealed of a person be erased; another one approves or refuses.")
    $basis("703/2023:27 906/2019:21")
    $example("{\"subject\": \"p-900\", \"requestedBy\": \"arkisto\", \"reason\": \"säilytysaika päättynyt\"}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  requestedBy @1 :Text $label(fi="pyytäjä", sv="begärd av", en="requested by") $required;
  reason @2 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
}

struct SubjectErasureApproved
    $event("subject.erasureApproved")
    $label(fi="poisto hyväksytty", sv="radering godkänd", en="erasure approved")
    $about("Another actor than the one who asked approves; the keys are destroyed next.")
    $basis("703/2023:27 906/2019:21")
    $example("{\"subject\": \"p-900\", \"request\": \"poistopyynto-1\", \"approvedBy\": \"tietosuojavastaava\"}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  request @1 :Text $label(fi="pyyntö", sv="begäran", en="request") $required $identifier(eventRef);
  approvedBy @2 :Text $label(fi="hyväksyjä", sv="godkänd av", en="approved by") $required;
}

struct SubjectErasureOverridden
    $event("subject.erasureOverridden")
    $label(fi="poiston este ohitettu", sv="hinder för radering åsidosatt", en="obstacle to erasure overridden")
    $about("The erasure is approved although a hold is in force or a retention period runs.")
    $basis("703/2023:27")
    $example("{\"subject\": \"p-900\", \"request\": \"poistopyynto-1\", \"overriddenBy\": \"tietosuojavastaava\", \"reason\": \"tuomioistuimen määräys\", \"obstacles\": [\"retention until 2034-11-28\"]}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  request @1 :Text $label(fi="pyyntö", sv="begäran", en="request") $required $identifier(eventRef);
  overriddenBy @2 :Text $label(fi="ohittaja", sv="åsidosatt av", en="overridden by") $required;
  reason @3 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
  obstacles @4 :List(Text) $label(fi="esteet", sv="hinder", en="obstacles") $required;
}

struct SubjectErasureRefused
    $event("subject.erasureRefused")
    $label(fi="poistopyyntö hylätty", sv="begäran om radering avslagen", en="erasure refused")
    $about("The request is answered: nothing is erased, and why.")
    $basis("703/2023:27 906/2019:21")
    $example("{\"subject\": \"p-900\", \"request\": \"poistopyynto-1\", \"refusedBy\": \"tietosuojavastaava\", \"reason\": \"säilytysaika kesken\"}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  request @1 :Text $label(fi="pyyntö", sv="begäran", en="request") $required $identifier(eventRef);
  refusedBy @2 :Text $label(fi="hylkääjä", sv="avslagen av", en="refused by") $required;
  reason @3 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
}

struct LegalholdSet
    $event("legalhold.set")
    $label(fi="hävittämiskielto asetettu", sv="gallringsförbud utfärdat", en="legal hold set")
    $about("Nothing of the person may be disposed of, also after its period has ended: a court case, an audit, a supervision matter.")
    $example("{\"subject\": \"p-900\", \"reason\": \"valitus hallinto-oikeudessa\", \"orderedBy\": \"oikeuspalvelut\"}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  reason @1 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
  orderedBy @2 :Text $label(fi="määrääjä", sv="utfärdat av", en="ordered by") $required;
  ground @3 :Text $label(fi="säännös", sv="bestämmelse", en="act and section");
}

struct LegalholdReleased
    $event("legalhold.released")
    $label(fi="hävittämiskielto poistettu", sv="gallringsförbud upphävt", en="legal hold released")
    $about("The hold is over.")
    $example("{\"subject\": \"p-900\", \"hold\": \"kielto-1\", \"reason\": \"ratkaisu lainvoimainen\", \"releasedBy\": \"oikeuspalvelut\"}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  hold @1 :Text $label(fi="kielto", sv="förbud", en="hold") $required $identifier(eventRef);
  reason @2 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
  releasedBy @3 :Text $label(fi="poistaja", sv="upphävt av", en="released by") $required;
}

struct RetentionDueComputed
    $event("retention.dueComputed")
    $label(fi="säilytysajan päättyminen määritetty", sv="förvaringstidens slut fastställt", en="end of retention determined")
    $about("The last day on which documents of a class must be kept, where the ledger cannot know what begins the period: a death, a birth, the end of a need.")
    $basis("703/2023:27 906/2019:21")
    $example("{\"subject\": \"p-900\", \"retentionClass\": \"sosiaalihuolto-lastensuojelu-2v\", \"due\": \"2031-05-02\", \"why\": \"2 vuotta asiakkaan kuolemasta\"}") {
  subject @0 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $required $identifier(pseudonym) $index("client");
  retentionClass @1 :Text $label(fi="säilytysluokka", sv="gallringsklass", en="retention class") $required;
  matter @2 :Text $label(fi="asia", sv="ärende", en="matter")
      $about("Only this matter; without it all documents of the class.");
  due @3 :Text $label(fi="säilytettävä viimeiseen päivään", sv="förvaras till och med", en="kept until") $required $identifier(date);
  why @4 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
}

struct DisposalExecuted
    $event("disposal.executed")
    $label(fi="asiakirjat hävitetty", sv="handlingar gallrade", en="disposal executed")
    $about("Documents outside the ledger were destroyed when their retention ended; a person's sealed data here go by subject.keyDestroyed.")
    $basis("703/2023:27 906/2019:21")
    $example("{\"retentionClass\": \"sosiaalihuolto-10v\", \"what\": \"paperiset liitteet 2005\", \"executedOn\": \"2026-03-02\", \"count\": 120, \"executedBy\": \"arkistonhoitaja\"}") {
  retentionClass @0 :Text $label(fi="säilytysluokka", sv="gallringsklass", en="retention class") $required;
  what @1 :Text $label(fi="mitä", sv="vad", en="what") $required;
  executedOn @2 :Text $label(fi="hävitetty", sv="gallrat den", en="executed on") $required $identifier(date);
  count @3 :UInt32 $label(fi="asiakirjoja", sv="antal handlingar", en="documents") $required;
  executedBy @4 :Text $label(fi="hävittäjä", sv="utfört av", en="executed by");
}
