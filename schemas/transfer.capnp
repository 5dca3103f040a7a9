@0xf40e82adefdd922a;
# A patient's way from a hospital to follow-up care: ready to move, place asked for, offered or refused,
# moved; the days between are the transfer delay.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".personal;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "values.capnp".Quantity;
using import "values.capnp".Money;
using import "values.capnp".When;
using import "values.capnp".Sealed;
using import "party.capnp".OrgRef;
using import "party.capnp".Answer;
$Cxx.namespace("sinetti::schema");

struct TransferReadinessDeclared $event("transfer.readinessDeclared")
    $label(fi="siirtokuntoiseksi todettu", sv="förklarad överflyttningsklar", en="readiness for transfer declared")
    $about("A hospital declared that a patient can go on to follow-up care; the delay counts from here.")
    $example("{\"transfer\": \"si-1\", \"hospital\": \"keskussairaala\", \"homeMunicipality\": \"082\", \"ready\": {\"date\": \"2015-02-02\"}}") {
  transfer @0 :Text $required $label(fi="siirto", sv="överflyttning", en="transfer")
      $about("The transfer's id in this ledger.");
  hospital @1 :Text $required $index("unit") $label(fi="sairaala", sv="sjukhus", en="hospital");
  homeMunicipality @2 :Text $required $identifier(municipality)
      $label(fi="kotikunta", sv="hemkommun", en="home municipality");
  ready @3 :When $required $label(fi="siirtokuntoinen", sv="överflyttningsklar", en="ready");
  need @4 :Sealed $personal $label(fi="hoidon tarve", sv="vårdbehov", en="need of care");
}

struct TransferFollowUpPlaceRequested $event("transfer.followUpPlaceRequested")
    $label(fi="jatkohoitopaikkaa pyydetty", sv="plats för fortsatt vård begärd", en="follow-up place requested")
    $about("A follow-up place was asked for.")
    $example("{\"transfer\": \"si-1\", \"targetUnit\": \"vanajavesi\", \"homeMunicipality\": \"082\", \"profileMatch\": \"yes\"}") {
  transfer @0 :Text $required $label(fi="siirto", sv="överflyttning", en="transfer")
      $about("The transfer's id in this ledger.");
  targetUnit @1 :Text $required $index("unit")
      $label(fi="pyydetty yksikkö", sv="begärd enhet", en="target unit");
  homeMunicipality @2 :Text $identifier(municipality)
      $label(fi="kotikunta", sv="hemkommun", en="home municipality");
  profileMatch @3 :Answer $label(fi="profiili sopii", sv="profilen passar", en="profile matches");
}

struct TransferFollowUpPlaceOffered $event("transfer.followUpPlaceOffered")
    $label(fi="jatkohoitopaikkaa tarjottu", sv="plats för fortsatt vård erbjuden", en="follow-up place offered")
    $about("A unit offered a follow-up place, which need not be the one that was asked for.")
    $example("{\"transfer\": \"si-1\", \"offeredUnit\": \"hattula-osasto\", \"profileMatch\": \"yes\", \"ownMunicipalityUnit\": \"yes\"}") {
  transfer @0 :Text $required $label(fi="siirto", sv="överflyttning", en="transfer")
      $about("The transfer's id in this ledger.");
  offeredUnit @1 :Text $required $index("unit")
      $label(fi="tarjottu yksikkö", sv="erbjuden enhet", en="offered unit");
  profileMatch @2 :Answer $label(fi="profiili sopii", sv="profilen passar", en="profile matches");
  ownMunicipalityUnit @3 :Answer
      $label(fi="kotikunnan yksikkö", sv="hemkommunens enhet", en="unit of the home municipality");
  reason @4 :Text $label(fi="peruste", sv="grund", en="reason");
}

struct TransferFollowUpPlaceRefused $event("transfer.followUpPlaceRefused")
    $label(fi="jatkohoitopaikka evätty", sv="plats för fortsatt vård nekad", en="follow-up place refused")
    $about("A unit could not take the patient, or the patient did not take the place.")
    $example("{\"transfer\": \"si-1\", \"unit\": \"vanajavesi\", \"ground\": \"ylikäyttö\"}") {
  transfer @0 :Text $required $label(fi="siirto", sv="överflyttning", en="transfer")
      $about("The transfer's id in this ledger.");
  unit @1 :Text $required $index("unit") $label(fi="yksikkö", sv="enhet", en="unit");
  ground @2 :Text $required $label(fi="syy", sv="orsak", en="ground");
}

struct TransferMoved $event("transfer.moved")
    $label(fi="potilas siirretty", sv="patient överflyttad", en="patient moved")
    $about("The patient moved to follow-up care; the delay ends.")
    $example("{\"transfer\": \"si-1\", \"unit\": \"hattula-osasto\", \"moved\": {\"date\": \"2015-02-04\"}, \"delayStated\": {\"value\": 2, \"unit\": \"päivä\"}}") {
  transfer @0 :Text $required $label(fi="siirto", sv="överflyttning", en="transfer")
      $about("The transfer's id in this ledger.");
  unit @1 :Text $required $index("unit")
      $label(fi="vastaanottava yksikkö", sv="mottagande enhet", en="receiving unit");
  moved @2 :When $required $label(fi="siirtynyt", sv="överflyttad", en="moved");
  delayStated @3 :Quantity
      $label(fi="ilmoitettu siirtoviive", sv="angiven fördröjning", en="delay as stated")
      $about("The view computes it from the two days.");
}

struct TransferDelayFeeCharged $event("transfer.delayFeeCharged")
    $label(fi="siirtoviivemaksu peritty", sv="avgift för fördröjd överflyttning debiterad", en="transfer delay fee charged")
    $about("A fee was charged for days of delay, under a rule in force.")
    $example("{\"transfer\": \"si-1\", \"days\": {\"value\": 2, \"unit\": \"päivä\"}, \"fee\": {\"missing\": {\"label\": \"siirtoviivemaksu\", \"unit\": \"EUR\"}}, \"ruleVersion\": \"sopimus 2014\"}") {
  transfer @0 :Text $required $label(fi="siirto", sv="överflyttning", en="transfer")
      $about("The transfer's id in this ledger.");
  days @1 :Quantity $required $label(fi="päiviä", sv="dagar", en="days");
  fee @2 :Money $required $label(fi="maksu", sv="avgift", en="fee");
  payer @3 :OrgRef $label(fi="maksaja", sv="betalare", en="payer");
  ruleVersion @4 :Text $label(fi="perusteen versio", sv="grundens version", en="rule version");
}

struct TransferDelayFeeAbolished $event("transfer.delayFeeAbolished")
    $label(fi="siirtoviivejärjestelystä luovuttu", sv="fördröjningsarrangemanget avskaffat", en="transfer delay fee abolished")
    $about("The fee for delayed transfers is no longer charged.")
    $example("{\"scope\": \"Hattula, Hämeenlinna ja Janakkala\", \"reason\": \"Yksiköt ovat seudullisessa käytössä.\"}") {
  scope @0 :Text $required $label(fi="laajuus", sv="omfattning", en="scope");
  reason @1 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct TransferDelayDayCounted $event("transfer.delayDayCounted")
    $label(fi="siirtoviivepäivä laskettu", sv="fördröjningsdag räknad", en="day of transfer delay counted")
    $about("A hospital counted one day of delay, as its own system states it; V11 computes the days.")
    $example("{\"transfer\": \"si-1\", \"day\": \"2015-02-03\", \"ordinal\": 1, \"ruleVersion\": \"sopimus 2014\"}") {
  transfer @0 :Text $required $label(fi="siirto", sv="överflyttning", en="transfer")
      $about("The transfer's id in this ledger.");
  day @1 :Text $required $identifier(date) $label(fi="päivä", sv="dag", en="day");
  ordinal @2 :UInt16 $required $label(fi="monesko päivä", sv="dagens nummer", en="which day")
      $about("1 is the first day of delay.");
  ruleVersion @3 :Text $label(fi="perusteen versio", sv="grundens version", en="rule version");
}
