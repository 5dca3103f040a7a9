@0xb3c1f0a9d2e46005;
# Who may decide what: powers given to an office and taken back (delegation by administrative rules or by
# a decision).  A decision's mandate is compared with what stood here on its day.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Money;
using import "terms.capnp".YesNo;
$Cxx.namespace("sinetti::schema");

struct DelegationGranted $event("delegation.granted")
    $label(fi="toimivalta siirretty", sv="befogenheter delegerade", en="powers delegated")
    $about("An office got the power to make decisions of certain types; the envelope's effectivefrom and effectiveto say when it holds.")
    $basis("410/2015:91 611/2021")
    $example("{\"fromOffice\":\"perusturvalautakunta\",\"toOffice\":\"etuuskäsittelijä\",\"decisionTypes\":[\"toimeentulotuki\"],\"discretion\":\"no\",\"exceptions\":[\"vuokravakuus\",\"lasten luonapito\"]}") {
  fromOffice @0 :Text
      $label(fi="siirtäjä", sv="delegerande", en="from office");
  toOffice @1 :Text $required
      $label(fi="toimivallan saaja", sv="mottagare av befogenheten", en="to office");
  decisionTypes @2 :List(Text) $required
      $label(fi="päätöslajit", sv="typer av beslut", en="decision types");
  discretion @3 :YesNo
      $label(fi="saa tehdä harkintaa edellyttäviä päätöksiä", sv="får fatta beslut som kräver prövning", en="may use discretion");
  exceptions @4 :List(Text)
      $label(fi="poikkeukset", sv="undantag", en="exceptions")
      $about("Narrower kinds of decision to which the limit on discretion does not apply.");
  limits @5 :Text
      $label(fi="rajaukset", sv="begränsningar", en="limits");
  maxAmount @6 :Money
      $label(fi="enimmäismäärä", sv="högsta belopp", en="maximum amount");
  act @7 :Text
      $label(fi="säännös tai sääntö", sv="bestämmelse eller stadga", en="act or rule");
}

struct DelegationRevoked $event("delegation.revoked")
    $label(fi="toimivallan siirto peruttu", sv="delegering återkallad", en="delegation revoked")
    $about("A delegation ended before its time.")
    $basis("410/2015:91 611/2021")
    $example("{\"delegation\":\"siirto-1\",\"reason\":\"hallintosäännön muutos\"}") {
  delegation @0 :Text $required $identifier(eventRef)
      $label(fi="toimivallan siirto", sv="delegering", en="delegation");
  reason @1 :Text
      $label(fi="syy", sv="orsak", en="reason");
}
