@0xb3c1f0a9d2e46006;
# Reserved appointments: a series that is kept free for one purpose, and released when nobody books in time.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Garbled;
using import "values.capnp".Missing;
using import "values.capnp".Quantity;
using import "terms.capnp".YesNo;
$Cxx.namespace("sinetti::schema");

enum Weekday {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  monday @1 $label(fi="maanantai", sv="måndag", en="Monday");
  tuesday @2 $label(fi="tiistai", sv="tisdag", en="Tuesday");
  wednesday @3 $label(fi="keskiviikko", sv="onsdag", en="Wednesday");
  thursday @4 $label(fi="torstai", sv="torsdag", en="Thursday");
  friday @5 $label(fi="perjantai", sv="fredag", en="Friday");
  saturday @6 $label(fi="lauantai", sv="lördag", en="Saturday");
  sunday @7 $label(fi="sunnuntai", sv="söndag", en="Sunday");
}

struct TimeRange
    $label(fi="kellonaikaväli", sv="klockslag från och till", en="range of clock times") {
  from @0 :Text $required
      $label(fi="alkaa", sv="börjar", en="from")
      $about("hh:mm");
  to @1 :Text $required
      $label(fi="päättyy", sv="slutar", en="to")
      $about("hh:mm");
}

struct ClockTime
    $label(fi="kellonaika", sv="klockslag", en="clock time")
    $about("A time of day or a range of it, as precise and as legible as the source is.") {
  union {
    at @0 :Text
        $label(fi="klo", sv="kl.", en="at")
        $about("hh:mm");
    range @1 :TimeRange
        $label(fi="väli", sv="intervall", en="range");
    missing @2 :Missing
        $label(fi="puuttuu", sv="saknas", en="missing");
    garbled @3 :Garbled
        $label(fi="epäselvä", sv="oklar", en="garbled");
  }
}

struct SlotSeriesReserved $event("slot.seriesReserved")
    $label(fi="aikasarja varattu", sv="tidsserie reserverad", en="slot series reserved")
    $about("A repeated appointment is kept for one purpose; unbooked times are released so many days before.")
    $example("{\"series\":\"verkostotyö\",\"resource\":\"lääkäri\",\"weekday\":\"tuesday\",\"time\":{\"garbled\":{\"raw\":\"13.30 15-30\",\"readings\":[\"13:30-15:30\"]}},\"count\":{\"value\":1,\"unit\":\"aika\"},\"releaseBefore\":{\"value\":14,\"unit\":\"päivä\"}}") {
  series @0 :Text $required
      $label(fi="sarja", sv="serie", en="series");
  resource @1 :Text $required
      $label(fi="resurssi", sv="resurs", en="resource");
  purpose @2 :Text
      $label(fi="tarkoitus", sv="ändamål", en="purpose");
  weekday @3 :Weekday
      $label(fi="viikonpäivä", sv="veckodag", en="weekday");
  time @4 :ClockTime
      $label(fi="kellonaika", sv="klockslag", en="time");
  count @5 :Quantity
      $label(fi="aikoja kerralla", sv="tider per gång", en="slots each time");
  releaseBefore @6 :Quantity
      $label(fi="vapautetaan ennen", sv="frigörs före", en="released before")
      $about("Days before the slot when an unbooked one is released.");
  releaseRule @7 :Text
      $label(fi="vapautussääntö", sv="regel för frigörande", en="release rule");
}

struct SlotBooked $event("slot.booked")
    $label(fi="aika varattu", sv="tid bokad", en="slot booked")
    $about("A slot of the series was booked for a client.")
    $example("{\"series\":\"verkostotyö\",\"date\":\"2013-11-19\",\"bookedOn\":\"2013-11-01\"}") {
  series @0 :Text $required
      $label(fi="sarja", sv="serie", en="series");
  date @1 :Text $required $identifier(date)
      $label(fi="päivä", sv="dag", en="date");
  time @2 :ClockTime
      $label(fi="kellonaika", sv="klockslag", en="time");
  bookedOn @3 :Text $identifier(date)
      $label(fi="varattu", sv="bokad", en="booked on");
}

struct SlotReleased $event("slot.released")
    $label(fi="aika vapautettu", sv="tid frigjord", en="slot released")
    $about("An unbooked slot was given back to ordinary use.")
    $example("{\"series\":\"verkostotyö\",\"date\":\"2013-11-26\",\"releasedOn\":\"2013-11-12\",\"to\":\"normaali vastaanottoaika\"}") {
  series @0 :Text $required
      $label(fi="sarja", sv="serie", en="series");
  date @1 :Text $required $identifier(date)
      $label(fi="päivä", sv="dag", en="date");
  releasedOn @2 :Text $required $identifier(date)
      $label(fi="vapautettu", sv="frigjord", en="released on");
  to @3 :Text
      $label(fi="mihin käyttöön", sv="till vilken användning", en="to what use");
  reason @4 :Text
      $label(fi="syy", sv="orsak", en="reason");
}

struct SlotUsed $event("slot.used")
    $label(fi="aika käytetty", sv="tid använd", en="slot used")
    $about("The client came to the slot.")
    $example("{\"series\":\"verkostotyö\",\"date\":\"2013-11-19\"}") {
  series @0 :Text $required
      $label(fi="sarja", sv="serie", en="series");
  date @1 :Text $required $identifier(date)
      $label(fi="päivä", sv="dag", en="date");
}

struct SlotNoShow $event("slot.noShow")
    $label(fi="aika jäänyt käyttämättä", sv="tid outnyttjad", en="no-show")
    $about("The slot was booked and nobody came.")
    $example("{\"series\":\"verkostotyö\",\"date\":\"2013-11-19\",\"reason\":\"ei saapunut\"}") {
  series @0 :Text $required
      $label(fi="sarja", sv="serie", en="series");
  date @1 :Text $required $identifier(date)
      $label(fi="päivä", sv="dag", en="date");
  reason @2 :Text
      $label(fi="syy", sv="orsak", en="reason");
}
