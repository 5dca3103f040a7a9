@0xb3c1f0a9d2e5000b;
# Actors, their signing keys and what they sign (docs/format/actor.md).  The independent verifier
# reads these five structs by the layout that the page states: fields are only ever appended.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
$Cxx.namespace("sinetti::schema");

enum ActorKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  organisation @1 $label(fi="organisaatio", sv="organisation", en="organisation");
  office @2 $label(fi="toimipiste tai tehtävä", sv="enhet eller uppgift", en="office");
  system @3 $label(fi="tietojärjestelmä", sv="informationssystem", en="system");
}

enum RevocationReason {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  retired @1 $label(fi="poistettu käytöstä", sv="tagen ur bruk", en="retired");
  compromised @2 $label(fi="joutunut vääriin käsiin", sv="röjd", en="compromised");
}

struct ActorRegistered
    $event("actor.registered")
    $label(fi="toimija rekisteröity", sv="aktör registrerad", en="actor registered")
    $about("An organisation, an office or a system may sign what it submits, with this key, from now on.")
    $basis("906/2019:17")
    $example("{\"actor\": \"malli.example/valvonta\", \"kind\": \"office\", \"verifierKey\": \"malli.example/valvonta+2826916c+AZR1xs8O2jQFdSjYaUeB7Mkq1jnX4r0ndh7T73SSS+sH\"}") {
  actor @0 :Text $required
      $label(fi="toimija", sv="aktör", en="actor")
      $about("Name of the actor for ever, and of its keys: an office or a system, never a person's name.");
  kind @1 :ActorKind $required
      $label(fi="laji", sv="art", en="kind");
  verifierKey @2 :Text $required
      $label(fi="tarkistusavain", sv="verifieringsnyckel", en="verifier key")
      $about("The public half of the actor's key, as docs/format/checkpoint.md writes it; its name is the actor's.");
  title @3 :Text
      $label(fi="nimi lukijalle", sv="namn för läsaren", en="name for readers");
}

struct ActorKeyRotated
    $event("actor.keyRotated")
    $label(fi="toimijan avain vaihdettu", sv="aktörens nyckel bytt", en="actor's key rotated")
    $about("From now on another key signs for the actor. The old key signs this event in its batch, unless it is a recovery.")
    $basis("906/2019:17")
    $example("{\"actor\": \"malli.example/valvonta\", \"verifierKey\": \"malli.example/valvonta+c1bc86b6+Aah7ipm9iKaWhsmUqAtinYFUhxqilVQINMAdefT5FlAv\"}") {
  actor @0 :Text $required
      $label(fi="toimija", sv="aktör", en="actor");
  verifierKey @1 :Text $required
      $label(fi="uusi tarkistusavain", sv="ny verifieringsnyckel", en="new verifier key");
  recovery @2 :Bool
      $label(fi="palautus ilman vanhaa avainta", sv="återställning utan den gamla nyckeln", en="recovery without the old key")
      $about("The old key is lost or in wrong hands; whoever keeps the ledger vouches for the new one.");
  reason @3 :Text
      $label(fi="peruste", sv="motivering", en="reason");
}

struct ActorKeyRevoked
    $event("actor.keyRevoked")
    $label(fi="toimijan avain mitätöity", sv="aktörens nyckel återkallad", en="actor's key revoked")
    $about("The key signs no more. What a compromised key signed after the moment is worth nothing; what a retired one signed until this event stays.")
    $basis("906/2019:17")
    $example("{\"actor\": \"malli.example/valvonta\", \"keyId\": \"2826916c\", \"from\": \"2026-03-12T10:00:00+02:00\", \"reason\": \"compromised\"}") {
  actor @0 :Text $required
      $label(fi="toimija", sv="aktör", en="actor");
  keyId @1 :Text $required
      $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id")
      $about("Eight hex digits: the middle part of the verifier key.");
  from @2 :Text $required $identifier(instant)
      $label(fi="mistä hetkestä", sv="från vilken tidpunkt", en="from which moment");
  reason @3 :RevocationReason $required
      $label(fi="syy", sv="orsak", en="reason");
}

struct SignaturePolicySet
    $event("signature.policySet")
    $label(fi="allekirjoitusvaatimus asetettu", sv="krav på underskrift fastställt", en="demand for signatures set")
    $about("Events of these types must be signed from the moment on. It takes the place of the policy before it; without types nothing is demanded.")
    $basis("906/2019:17")
    $example("{\"types\": [\"decision.made\", \"supcase.\"], \"reason\": \"päätökset allekirjoitetaan\"}") {
  types @0 :List(Text)
      $label(fi="tapahtumatyypit", sv="händelsetyper", en="event types")
      $about("A type, or a family with its dot: supcase.");
  from @1 :Text $identifier(instant)
      $label(fi="mistä hetkestä", sv="från vilken tidpunkt", en="from which moment")
      $about("Without it: from this event on. It never reaches back before this event.");
  reason @2 :Text
      $label(fi="peruste", sv="motivering", en="reason");
}

struct BatchSigned
    $event("batch.signed")
    $label(fi="erä allekirjoitettu", sv="parti undertecknat", en="batch signed")
    $about("The actor signed the events directly before this one, which it submitted together. Made by the program, never by hand.")
    $basis("906/2019:17")
    $example("{\"actor\": \"malli.example/valvonta\", \"keyId\": \"2826916c\", \"count\": 2, \"signature\": \"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==\"}") {
  actor @0 :Text $required
      $label(fi="toimija", sv="aktör", en="actor");
  keyId @1 :Text $required
      $label(fi="avaimen tunnus", sv="nyckelns beteckning", en="key id");
  count @2 :UInt32 $required
      $label(fi="tapahtumien määrä", sv="antal händelser", en="number of events")
      $about("How many entries directly before this one are signed.");
  signature @3 :Text $required
      $label(fi="allekirjoitus", sv="underskrift", en="signature")
      $about("Ed25519 over the message of docs/format/actor.md, in base64.");
}
