@0xb3c1f0a9d2e50004;
# Decisions that are not yet made: planned, deferred, missed.  The decision itself is
# schemas/decision.capnp.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

struct DecisionPlanned
    $event("decision.planned")
    $label(fi="päätös suunniteltu", sv="beslut planerat", en="decision planned")
    $about("A body is to decide on a day or within an interval.")
    $example("{\"plan\": \"lopulliset-paatokset\", \"object\": \"rakenne\", \"body\": \"maakunta\", \"planned\": {\"date\": \"2018-21\", \"raw\": \"keväällä 2018\"}}") {
  plan @0 :Text $label(fi="suunnitelman tunnus", sv="planens beteckning", en="plan id") $required;
  object @1 :Text $label(fi="mistä", sv="om vad", en="object") $required;
  body @2 :Text $label(fi="toimielin", sv="organ", en="body");
  planned @3 :When $label(fi="ajankohta", sv="tidpunkt", en="planned") $required;
  dependsOn @4 :List(Text) $label(fi="edellytykset", sv="förutsättningar", en="depends on");
  text @5 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct DecisionDeferred
    $event("decision.deferred")
    $label(fi="päätös lykätty", sv="beslut uppskjutet", en="decision deferred")
    $about("A decision was put off, to a day or until something happens.")
    $example("{\"plan\": \"palvelurakenne\", \"object\": \"palvelurakenne\", \"reason\": \"ennen kuin valtakunnalliset päätökset tulevat\", \"review\": {\"missing\": {\"label\": \"tarkistuspäivä\"}}}") {
  plan @0 :Text $label(fi="suunnitelman tunnus", sv="planens beteckning", en="plan id") $required;
  object @1 :Text $label(fi="mistä", sv="om vad", en="object") $required;
  body @2 :Text $label(fi="toimielin", sv="organ", en="body");
  reason @3 :Text $label(fi="syy", sv="orsak", en="reason");
  until @4 :Text
      $label(fi="mihin asti", sv="till vad", en="until what")
      $about("The condition that ends the deferral, in the source's words.");
  review @5 :When
      $label(fi="tarkistuspäivä", sv="granskningsdag", en="review day")
      $about("When the matter is taken up again; `missing` where nobody said so.");
}

struct DecisionMissed
    $event("decision.missed")
    $label(fi="suunniteltu päätös jäi tekemättä", sv="planerat beslut fattades inte", en="planned decision missed")
    $about("A planned decision is closed: it will not be made as planned.")
    $example("{\"plan\": \"lopulliset-paatokset\", \"reason\": \"Uudistusta ei hyväksytty.\"}") {
  plan @0 :Text $label(fi="suunnitelman tunnus", sv="planens beteckning", en="plan id") $required;
  reason @1 :Text $label(fi="syy", sv="orsak", en="reason");
  closedOn @2 :When $label(fi="suljettu", sv="stängd", en="closed on");
}
