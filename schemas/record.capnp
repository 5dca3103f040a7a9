@0xb3c1f0a9d2e45900;
# The record: one event as it is stored and hashed (docs/format/event.md).  Always one canonical
# segment.  Fields may be appended; nothing that stands here may ever change its meaning.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".label;
$Cxx.namespace("sinetti::schema");

struct Record {
  # The ledger gives the first five words, in place, when the event gets its position.
  sequence @0 :UInt64;
  streamVersion @1 :UInt64;
  recordedAt @2 :Int64;             # microseconds since 1970-01-01T00:00:00Z
  draftDigestHigh @3 :UInt64;       # bytes 0..7 of the draft digest, read as little-endian
  draftDigestLow @4 :UInt64;        # bytes 8..15
  # The sixth word is never zero, so the data section always has its full length.
  format @5 :UInt16;                # 1
  typeVersion @6 :UInt16;           # version of the type's schema, from 1
  publicity @7 :Publicity;

  source @8 :Text;                  # CloudEvents source
  id @9 :Text;                      # CloudEvents id; source and id name the event for ever
  type @10 :Text;                   # decision.made
  stream @11 :Text;
  envelope @12 :Envelope;
  body @13 :AnyPointer;             # the struct of the type
}

enum Publicity {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  open @1 $label(fi="julkinen", sv="offentlig", en="public");
  secret @2 $label(fi="salassa pidettävä", sv="sekretessbelagd", en="secret");
  personal @3 $label(fi="henkilötieto", sv="personuppgift", en="personal data");
  sensitive @4 $label(fi="erityinen henkilötieto", sv="känslig personuppgift", en="special category");
}

struct Envelope {
  occurred @0 :Text;                # EDTF or RFC 3339, as given
  effectiveFrom @1 :Text;           # first day of validity
  effectiveTo @2 :Text;             # first day after validity
  actor @3 :Text;                   # organisation, office or system
  role @4 :Text;                    # in which role the actor acted
  mandate @5 :Text;                 # event that gave the power (event reference)
  provider @6 :Text;
  unit @7 :Text;
  matter @8 :Text;
  contract @9 :Text;
  client @10 :Text;                 # pseudonym
  causation @11 :Text;              # event reference
  correlation @12 :Text;
  relation @13 :Text;               # corrects, supersedes, answers, appeals, explains
  relatesTo @14 :Text;              # event reference
  retention @15 :Text;              # retention class
  legalBasis @16 :List(LegalBasis);
  provenance @17 :Provenance;
  time @18 :Text;                   # CloudEvents time, where occurred says something else
  dataSchema @19 :Text;             # CloudEvents dataschema
}

struct LegalBasis {
  act @0 :Text;                     # 741/2023
  section @1 :Text;                 # 39, 14 a
  moment @2 :Text;                  # subsection
  asOf @3 :Text;                    # day of the wording that was used
  status @4 :Status;

  enum Status {
    inForce @0 $label(fi="voimassa", sv="i kraft", en="in force");
    draft @1 $label(fi="luonnos", sv="utkast", en="draft");
    repealed @2 $label(fi="kumottu", sv="upphävd", en="repealed");
  }
}

struct Provenance {
  # Where the content comes from: a span of a document, in bytes.
  document @0 :Text;
  start @1 :UInt64;
  end @2 :UInt64;
  spanSha256 @3 :Data;
  quote @4 :Text;
  statedBy @5 :Text;
  confidence @6 :Confidence;
  invented @7 :List(Text);          # paths of fields that no source states; "*" for the whole event

  enum Confidence {
    unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
    stated @1 $label(fi="lähteessä", sv="i källan", en="stated");
    derived @2 $label(fi="laskettu", sv="beräknad", en="derived");
    verified @3 $label(fi="tarkistettu muualta", sv="verifierad", en="verified elsewhere");
    invented @4 $label(fi="keksitty", sv="påhittad", en="invented");
  }
}
