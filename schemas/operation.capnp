@0xb91ef5720cda8846;
# What whoever keeps a ledger writes down of its keeping: outside anchors obtained, checks made, views
# rebuilt, deliveries taken in.  The store and the checkpoints prove themselves; these say who did what and when.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".identifier;
using import "values.capnp".Document;
using import "terms.capnp".YesNo;
$Cxx.namespace("sinetti::schema");

struct LedgerCheckpointSigned $event("ledger.checkpointSigned")
    $label(fi="tarkistuspiste allekirjoitettu", sv="kontrollpunkt undertecknad", en="checkpoint signed")
    $about("A checkpoint was signed and handed to somebody; the checkpoint itself stands beside the chain.")
    $example("{\"treeSize\": 557, \"root\": \"582b93763ae83c1e833e708e7095fbea2a24a356229ea8b97fe1aa01a8c16999\", \"givenTo\": \"sisäinen tarkastus\"}") {
  treeSize @0 :UInt64 $required $label(fi="tapahtumia", sv="antal händelser", en="tree size");
  root @1 :Text $required $identifier(sha256)
      $label(fi="juuritiiviste", sv="rothash", en="root hash");
  givenTo @2 :Text $label(fi="annettu", sv="given till", en="given to");
}

struct LedgerWitnessCosigned $event("ledger.witnessCosigned")
    $label(fi="todistaja vahvistanut", sv="bekräftad av vittne", en="cosigned by a witness")
    $about("A witness put its signature under a checkpoint.")
    $example("{\"treeSize\": 557, \"root\": \"582b93763ae83c1e833e708e7095fbea2a24a356229ea8b97fe1aa01a8c16999\", \"witness\": \"witness.example\"}") {
  treeSize @0 :UInt64 $required $label(fi="tapahtumia", sv="antal händelser", en="tree size");
  root @1 :Text $required $identifier(sha256)
      $label(fi="juuritiiviste", sv="rothash", en="root hash");
  witness @2 :Text $required $label(fi="todistaja", sv="vittne", en="witness")
      $about("The name in the witness's verifier key.");
}

struct LedgerTimestampObtained $event("ledger.timestampObtained")
    $label(fi="aikaleima saatu", sv="tidsstämpel erhållen", en="time-stamp obtained")
    $about("An authority stamped a checkpoint with the time (RFC 3161).")
    $example("{\"treeSize\": 557, \"root\": \"582b93763ae83c1e833e708e7095fbea2a24a356229ea8b97fe1aa01a8c16999\", \"authority\": \"tsa.example\", \"stampedAt\": \"2026-11-22T15:31:44Z\"}") {
  treeSize @0 :UInt64 $required $label(fi="tapahtumia", sv="antal händelser", en="tree size");
  root @1 :Text $required $identifier(sha256)
      $label(fi="juuritiiviste", sv="rothash", en="root hash");
  authority @2 :Text $required $label(fi="leimaaja", sv="stämplare", en="authority");
  stampedAt @3 :Text $required $identifier(instant)
      $label(fi="leiman aika", sv="stämpelns tid", en="stamped at");
  token @4 :Document $label(fi="aikaleima", sv="tidsstämpel", en="time-stamp token");
}

struct LedgerIntegrityVerified $event("ledger.integrityVerified")
    $label(fi="eheys tarkastettu", sv="integritet verifierad", en="integrity verified")
    $about("The whole ledger was recomputed and agreed with a checkpoint.")
    $example("{\"treeSize\": 557, \"root\": \"582b93763ae83c1e833e708e7095fbea2a24a356229ea8b97fe1aa01a8c16999\", \"against\": \"sisäisen tarkastuksen tarkistuspiste\"}") {
  treeSize @0 :UInt64 $required $label(fi="tapahtumia", sv="antal händelser", en="tree size");
  root @1 :Text $required $identifier(sha256)
      $label(fi="juuritiiviste", sv="rothash", en="root hash");
  against @2 :Text $label(fi="verrattu", sv="jämförd med", en="compared with");
  program @3 :Text $label(fi="ohjelma", sv="program", en="program");
}

struct LedgerTamperSuspected $event("ledger.tamperSuspected")
    $label(fi="muuttamista epäilty", sv="manipulering misstänkt", en="tampering suspected")
    $about("A check failed, or somebody holds a checkpoint that this ledger does not extend.")
    $example("{\"what\": \"tarkistuspiste ei vastaa ketjua\", \"firstBad\": \"41\", \"reportedBy\": \"valvoja\"}") {
  what @0 :Text $required $label(fi="mitä", sv="vad", en="what");
  firstBad @1 :Text $label(fi="ensimmäinen virheellinen kohta", sv="första felaktiga ställe", en="first bad position");
  reportedBy @2 :Text $label(fi="ilmoittaja", sv="anmäld av", en="reported by");
  evidence @3 :Document $label(fi="näyttö", sv="bevis", en="evidence");
}

struct ReplayStarted $event("replay.started")
    $label(fi="uudelleenajo aloitettu", sv="omkörning påbörjad", en="replay started")
    $about("Views are being made from events again, and why.")
    $example("{\"treeSize\": 557, \"reason\": \"näkymän uusi versio\"}") {
  treeSize @0 :UInt64 $required $label(fi="tapahtumia", sv="antal händelser", en="tree size");
  reason @1 :Text $label(fi="syy", sv="orsak", en="reason");
  views @2 :List(Text) $label(fi="näkymät", sv="vyer", en="views");
}

struct ReplayCompleted $event("replay.completed")
    $label(fi="uudelleenajo valmis", sv="omkörning slutförd", en="replay completed")
    $about("Views are up to date, with the digest of what they hold.")
    $example("{\"treeSize\": 557, \"digest\": \"0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8\"}") {
  treeSize @0 :UInt64 $required $label(fi="tapahtumia", sv="antal händelser", en="tree size");
  digest @1 :Text $identifier(sha256) $label(fi="näkymien tiiviste", sv="vyernas hash", en="digest of the views");
}

struct ReplayFailed $event("replay.failed")
    $label(fi="uudelleenajo epäonnistui", sv="omkörning misslyckades", en="replay failed")
    $about("Views could not be made; where it stopped and why.")
    $example("{\"at\": 41, \"reason\": \"levy täynnä\"}") {
  at @0 :UInt64 $required $label(fi="tapahtuma", sv="händelse", en="event")
      $about("Sequence of the event at which it stopped.");
  reason @1 :Text $required $label(fi="syy", sv="orsak", en="reason");
}

struct ProjectionRebuilt $event("projection.rebuilt")
    $label(fi="näkymä rakennettu uudelleen", sv="vy återuppbyggd", en="view rebuilt")
    $about("A view was made from the first event on, and compared with what stood before.")
    $example("{\"view\": \"v30_funding\", \"version\": 3, \"sameDigest\": \"yes\"}") {
  view @0 :Text $required $label(fi="näkymä", sv="vy", en="view");
  version @1 :UInt32 $required $label(fi="versio", sv="version", en="version");
  sameDigest @2 :YesNo $label(fi="sama sisältö kuin ennen", sv="samma innehåll som förr", en="same content as before");
  digest @3 :Text $identifier(sha256) $label(fi="tiiviste", sv="hash", en="digest");
}

struct ProjectionDiscarded $event("projection.discarded")
    $label(fi="näkymä poistettu", sv="vy borttagen", en="view discarded")
    $about("A view was dropped; the events it came from stay.")
    $example("{\"view\": \"v30_funding\", \"reason\": \"korvattu uudella\"}") {
  view @0 :Text $required $label(fi="näkymä", sv="vy", en="view");
  reason @1 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct SnapshotCreated $event("snapshot.created")
    $label(fi="varmuuskopio otettu", sv="säkerhetskopia tagen", en="snapshot created")
    $about("A copy of the ledger was made, up to which event, and where it is kept.")
    $example("{\"treeSize\": 557, \"root\": \"582b93763ae83c1e833e708e7095fbea2a24a356229ea8b97fe1aa01a8c16999\", \"keptAt\": \"arkisto\"}") {
  treeSize @0 :UInt64 $required $label(fi="tapahtumia", sv="antal händelser", en="tree size");
  root @1 :Text $identifier(sha256) $label(fi="juuritiiviste", sv="rothash", en="root hash");
  keptAt @2 :Text $label(fi="säilytyspaikka", sv="förvaringsplats", en="kept at");
}

struct ImportBatchAccepted $event("import.batchAccepted")
    $label(fi="toimitus otettu vastaan", sv="leverans mottagen", en="delivery accepted")
    $about("A file of another system was taken in.")
    $example("{\"delivery\": \"luvat-2026-02.csv\", \"accepted\": 8577, \"rejected\": 0}") {
  delivery @0 :Text $required $label(fi="toimitus", sv="leverans", en="delivery");
  accepted @1 :UInt64 $required $label(fi="otettu vastaan", sv="mottagna", en="accepted")
      $about("Number of lines.");
  rejected @2 :UInt64 $required $label(fi="hylätty", sv="avvisade", en="rejected")
      $about("Number of lines.");
  document @3 :Document $label(fi="tiedosto", sv="fil", en="file");
}

struct ImportLineRejected $event("import.lineRejected")
    $label(fi="rivi hylätty", sv="rad avvisad", en="line rejected")
    $about("A line of a delivery was not taken in; its content is left out, for it may hold what must not be kept.")
    $example("{\"delivery\": \"luvat-2026-02.csv\", \"line\": 41, \"reason\": \"tuntematon kuntakoodi\"}") {
  delivery @0 :Text $required $label(fi="toimitus", sv="leverans", en="delivery");
  line @1 :UInt64 $required $label(fi="rivi", sv="rad", en="line");
  reason @2 :Text $required $label(fi="syy", sv="orsak", en="reason");
}

struct SchemaUpcasted $event("schema.upcasted")
    $label(fi="tapahtumatyypin versio vaihtunut", sv="händelsetypens version bytt", en="version of an event type changed")
    $about("From now on old events of a type are read in the shape of a newer version; their bytes stay.")
    $example("{\"type\": \"decision.made\", \"fromVersion\": 1, \"toVersion\": 2}") {
  type @0 :Text $required $label(fi="tapahtumatyyppi", sv="händelsetyp", en="event type");
  fromVersion @1 :UInt32 $required $label(fi="vanha versio", sv="gammal version", en="from version");
  toVersion @2 :UInt32 $required $label(fi="uusi versio", sv="ny version", en="to version");
  reason @3 :Text $label(fi="syy", sv="orsak", en="reason");
}
