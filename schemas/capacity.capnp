@0xc2e5aa475d00eafa;
# Places of a unit, whose they are, who lives in them and how full they are.  A client is a pseudonym of
# the envelope; what is said of the person is sealed.

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
using import "values.capnp".Share;
using import "values.capnp".When;
using import "values.capnp".Sealed;
using import "party.capnp".OrgRef;
using import "party.capnp".Answer;
$Cxx.namespace("sinetti::schema");

struct Quota {
  # Places of one owner, or of several together when the source does not divide them.
  owners @0 :List(OrgRef) $required $label(fi="omistajat", sv="ägare", en="owners");
  places @1 :Quantity $required $label(fi="paikkoja", sv="platser", en="places");
  priorityRule @2 :Text
      $label(fi="etusijajärjestys", sv="prioriteringsordning", en="priority rule")
      $about("Who comes first in a shared quota; empty: none was agreed.");
}

struct CapacityPlanned $event("capacity.planned")
    $label(fi="paikat suunniteltu", sv="platser planerade", en="places planned")
    $about("How many places a unit is meant to have, and for whom.")
    $example("{\"unit\": \"paihdedementia\", \"total\": {\"value\": 20, \"unit\": \"paikka\"}, \"perOwner\": [{\"owners\": [{\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}], \"places\": {\"value\": 15, \"unit\": \"paikka\"}}, {\"owners\": [{\"name\": \"Janakkala\", \"municipality\": \"165\"}, {\"name\": \"Hattula\", \"municipality\": \"082\"}], \"places\": {\"value\": 5, \"unit\": \"paikka\"}, \"priorityRule\": \"hakemusjärjestys\"}]}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  total @1 :Quantity $required
      $label(fi="paikkoja yhteensä", sv="platser totalt", en="places in all");
  perOwner @2 :List(Quota) $label(fi="omistajittain", sv="per ägare", en="by owner");
  proposal @3 :Text $identifier(eventRef) $label(fi="ehdotus", sv="förslag", en="proposal");
}

struct CapacityPlacesAgreed $event("capacity.placesAgreed")
    $label(fi="paikoista sovittu", sv="platser avtalade", en="places agreed")
    $about("How many places each owner has in a unit, alone or shared, and who comes first.")
    $example("{\"unit\": \"paihdedementia\", \"total\": {\"value\": 20, \"unit\": \"paikka\"}, \"perOwner\": [{\"owners\": [{\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}], \"places\": {\"value\": 15, \"unit\": \"paikka\"}}, {\"owners\": [{\"name\": \"Janakkala\", \"municipality\": \"165\"}, {\"name\": \"Hattula\", \"municipality\": \"082\"}], \"places\": {\"value\": 5, \"unit\": \"paikka\"}, \"priorityRule\": \"hakemusjärjestys\"}]}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  total @1 :Quantity $required
      $label(fi="paikkoja yhteensä", sv="platser totalt", en="places in all");
  perOwner @2 :List(Quota) $label(fi="omistajittain", sv="per ägare", en="by owner");
  contract @3 :Text $index("contract") $label(fi="sopimus", sv="avtal", en="contract");
}

struct CapacityChanged $event("capacity.changed")
    $label(fi="paikkamäärä muuttunut", sv="antalet platser ändrat", en="number of places changed")
    $about("A unit has more or fewer places; the owners' quotas as they are from then on.")
    $example("{\"unit\": \"perhekeskus\", \"total\": {\"missing\": {\"label\": \"Paikkaluvun lisäys\", \"unit\": \"paikka\"}}, \"reason\": \"Laitos muuttuu seutukunnalliseksi\"}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  total @1 :Quantity $required
      $label(fi="paikkoja yhteensä", sv="platser totalt", en="places in all");
  perOwner @2 :List(Quota) $label(fi="omistajittain", sv="per ägare", en="by owner");
  reason @3 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct PlacementRequested $event("placement.requested")
    $label(fi="paikkaa haettu", sv="plats begärd", en="placement requested")
    $about("A place was asked for; the client waits from then on.")
    $example("{\"unit\": \"paihdedementia\", \"owner\": {\"name\": \"Hattula\", \"municipality\": \"082\"}, \"urgent\": \"no\"}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  owner @1 :OrgRef $required
      $label(fi="paikan omistaja", sv="platsens ägare", en="owner of the place")
      $about("The municipality or county that pays.");
  urgent @2 :Answer $label(fi="kiireellinen", sv="brådskande", en="urgent");
  reason @3 :Sealed $personal $label(fi="syy", sv="orsak", en="reason");
}

struct PlacementOffered $event("placement.offered")
    $label(fi="paikkaa tarjottu", sv="plats erbjuden", en="placement offered")
    $about("A place was offered to a client who waits.")
    $example("{\"unit\": \"paihdedementia\", \"owner\": {\"name\": \"Hattula\", \"municipality\": \"082\"}, \"answerBy\": {\"date\": \"2015-04-15\"}}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  owner @1 :OrgRef $required
      $label(fi="paikan omistaja", sv="platsens ägare", en="owner of the place")
      $about("The municipality or county that pays.");
  answerBy @2 :When $label(fi="vastattava", sv="svar senast", en="answer by");
}

struct PlacementStarted $event("placement.started")
    $label(fi="sijoitus alkanut", sv="placering inledd", en="placement started")
    $about("A client moved into a place of a unit.")
    $example("{\"unit\": \"paihdedementia\", \"owner\": {\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}, \"placeKind\": \"pitkäaikainen\"}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  owner @1 :OrgRef $required
      $label(fi="paikan omistaja", sv="platsens ägare", en="owner of the place")
      $about("The municipality or county that pays.");
  placeKind @2 :Text $label(fi="paikan laji", sv="typ av plats", en="kind of place");
  decision @3 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
  reason @4 :Sealed $personal $label(fi="syy", sv="orsak", en="reason");
}

struct PlacementMoved $event("placement.moved")
    $label(fi="sijoitus siirretty", sv="placering flyttad", en="placement moved")
    $about("A client moved from one unit to another: from the wrong place to the right one.")
    $example("{\"fromUnit\": \"vanajavesi\", \"unit\": \"paihdedementia\", \"owner\": {\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}, \"reasonCode\": \"väärästä paikasta oikeaan\"}") {
  fromUnit @0 :Text $required $index("unit")
      $label(fi="lähtöyksikkö", sv="från enhet", en="from unit");
  unit @1 :Text $required $index("unit") $label(fi="kohdeyksikkö", sv="till enhet", en="to unit");
  owner @2 :OrgRef $required
      $label(fi="paikan omistaja", sv="platsens ägare", en="owner of the place")
      $about("The municipality or county that pays.");
  reasonCode @3 :Text $label(fi="syyn luokka", sv="orsaksklass", en="kind of reason");
  reason @4 :Sealed $personal $label(fi="syy", sv="orsak", en="reason");
}

struct PlacementEnded $event("placement.ended")
    $label(fi="sijoitus päättynyt", sv="placering avslutad", en="placement ended")
    $about("A client left a place.")
    $example("{\"unit\": \"paihdedementia\", \"reasonCode\": \"muutto kotiin\"}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  reasonCode @1 :Text $label(fi="syyn luokka", sv="orsaksklass", en="kind of reason");
  reason @2 :Sealed $personal $label(fi="syy", sv="orsak", en="reason");
}

struct OccupancyMeasured $event("occupancy.measured")
    $label(fi="käyttöaste mitattu", sv="beläggning mätt", en="occupancy measured")
    $about("How full a unit was in a period; the share stated, the days it follows from, and the threshold if any.")
    $example("{\"unit\": \"hattula-osasto\", \"period\": {\"date\": \"2014\"}, \"beds\": {\"value\": 20, \"unit\": \"paikka\"}, \"patientDays\": {\"value\": 6000, \"unit\": \"hoitopäivä\"}, \"percent\": {\"percent\": 82.192, \"base\": \"paikkapäivät\"}}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  period @1 :When $required $label(fi="kausi", sv="period", en="period");
  beds @2 :Quantity $label(fi="paikkoja", sv="platser", en="beds");
  patientDays @3 :Quantity $label(fi="hoitopäiviä", sv="vårddagar", en="patient days");
  percent @4 :Share $label(fi="käyttöaste", sv="beläggningsgrad", en="occupancy");
  threshold @5 :Share $label(fi="tavoite tai raja", sv="mål eller gräns", en="threshold");
  statement @6 :Text $label(fi="lähteen sanoin", sv="enligt källan", en="as printed");
}

struct CapacityQuotaBreached $event("capacity.quotaBreached")
    $label(fi="paikkaosuus ylitetty", sv="platsandel överskriden", en="quota of places exceeded")
    $about("An owner had more clients in a unit than places agreed; V10 computes it, this says that somebody noted it.")
    $example("{\"unit\": \"paihdedementia\", \"owner\": {\"name\": \"Hattula\", \"municipality\": \"082\"}, \"agreed\": {\"value\": 4, \"unit\": \"paikka\"}, \"occupied\": {\"value\": 5, \"unit\": \"paikka\"}, \"on\": {\"date\": \"2015-03-01\"}}") {
  unit @0 :Text $required $index("unit") $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit")
      $about("The unit's id in this ledger.");
  owner @1 :OrgRef $required
      $label(fi="paikan omistaja", sv="platsens ägare", en="owner of the place");
  agreed @2 :Quantity $required $label(fi="sovittu", sv="avtalat", en="agreed");
  occupied @3 :Quantity $required $label(fi="käytössä", sv="i bruk", en="occupied");
  on @4 :When $label(fi="ajankohta", sv="tidpunkt", en="on");
}
