@0xcd7eaeccea9731b7;
# What people settle about the controls of the audit: which of them run, and with what tolerance, window
# or threshold.  Events, so that the audit of a past day runs with the settings of that day
# (docs/guide/switch-a-control.md).

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
$Cxx.namespace("sinetti::schema");

enum ControlState {
  # Whether the control runs; unspecified: as before, and only parameters change.
  unspecified @0 $label(fi="ei muutu", sv="ändras inte", en="unchanged");
  on @1 $label(fi="käytössä", sv="på", en="on");
  off @2 $label(fi="pois käytöstä", sv="av", en="off");
}

struct ControlParameter
    $label(fi="tarkastuksen parametri", sv="kontrollens parameter", en="parameter of a control")
    $about("A tolerance, a window in days or a threshold, in the unit that `sinetti audit --explain` names.") {
  name @0 :Text $required $label(fi="parametri", sv="parameter", en="parameter");
  value @1 :Int64 $required $label(fi="arvo", sv="värde", en="value");
}

struct ControlSet
    $event("control.set")
    $label(fi="tarkastuksen asetus muutettu", sv="kontrollens inställning ändrad", en="control set")
    $about("From effectivefrom (envelope) on, a control of the audit is on or off, or its parameters have other values; the newest setting in force counts.")
    $example("{\"control\": \"R-SUM\", \"parameters\": [{\"name\": \"toleranceCents\", \"value\": 100}], \"reason\": \"Lähteet pyöristävät täysiin euroihin.\", \"by\": \"valvontapäällikkö\"}") {
  control @0 :Text $required
      $label(fi="tarkastus", sv="kontroll", en="control")
      $about("A code (R-SUM), or one part of it (R-SUM/places): `sinetti audit --settings` lists them.");
  state @1 :ControlState $label(fi="tila", sv="status", en="state");
  parameters @2 :List(ControlParameter) $label(fi="parametrit", sv="parametrar", en="parameters");
  reason @3 :Text $required $label(fi="syy", sv="orsak", en="reason");
  by @4 :Text $required $label(fi="päättäjä (rooli)", sv="beslutsfattare (roll)", en="decided by (role)");
}
