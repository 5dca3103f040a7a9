@0xb3c1f0a9d2e5000c;
# The keys of the ledger itself (docs/format/key-chain.md).  The independent verifier reads these
# structs by the layout that the page states: fields are only ever appended.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
$Cxx.namespace("sinetti::schema");

struct LedgerKeyRotated
    $event("ledger.keyRotated")
    $label(fi="lokin avain vaihdettu", sv="loggens nyckel bytt", en="ledger's key rotated")
    $about("Behind this event another key signs checkpoints; the old one vouches for the events up to this one. Made by the program, never by hand.")
    $basis("906/2019:17")
    $example("{\"previousKey\": \"sinetti.example/ledger+ace26f36+ARl/ayPhbIUyxqvIOPrNXqeJvgx2spIDNAOb+os9No1h\", \"verifierKey\": \"sinetti.example/ledger+f76bc3ad+Aah7ipm9iKaWhsmUqAtinYFUhxqilVQINMAdefT5FlAv\"}") {
  previousKey @0 :Text $required
      $label(fi="vanha tarkistusavain", sv="tidigare verifieringsnyckel", en="previous verifier key");
  verifierKey @1 :Text $required
      $label(fi="uusi tarkistusavain", sv="ny verifieringsnyckel", en="new verifier key")
      $about("The public half of the key that signs from now on, as docs/format/checkpoint.md writes it.");
  reason @2 :Text
      $label(fi="peruste", sv="motivering", en="reason");
}

struct LedgerKeyCompromised
    $event("ledger.keyCompromised")
    $label(fi="lokin avain joutunut vääriin käsiin", sv="loggens nyckel röjd", en="ledger's key compromised")
    $about("What the key signed for more events than stated counts no more, and what it signed for fewer only where witnesses have cosigned it. Made by the program, never by hand.")
    $basis("906/2019:17")
    $example("{\"previousKey\": \"sinetti.example/ledger+ace26f36+ARl/ayPhbIUyxqvIOPrNXqeJvgx2spIDNAOb+os9No1h\", \"verifierKey\": \"sinetti.example/ledger+f76bc3ad+Aah7ipm9iKaWhsmUqAtinYFUhxqilVQINMAdefT5FlAv\", \"size\": 1200}") {
  previousKey @0 :Text $required
      $label(fi="vääriin käsiin joutunut tarkistusavain", sv="röjd verifieringsnyckel", en="compromised verifier key");
  verifierKey @1 :Text $required
      $label(fi="voimassa oleva tarkistusavain", sv="gällande verifieringsnyckel", en="verifier key in force")
      $about("The key that signs from now on.");
  size @2 :UInt64 $required
      $label(fi="viimeinen luotettava koko", sv="sista pålitliga storlek", en="last size to trust")
      $about("Number of events in the last checkpoint that the key surely signed for the ledger's keeper.");
  reason @3 :Text
      $label(fi="peruste", sv="motivering", en="reason");
}
