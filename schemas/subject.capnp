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
}
