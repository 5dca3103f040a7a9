@0xb3c1f0a9d2e50009;
# Rules and their versions in time: a time limit is computed from the version in force on the day of its
# trigger (docs/concepts).

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "annotations.capnp".law;
using import "annotations.capnp".publication;
using import "values.capnp".Quantity;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

enum LimitUnit {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  days @1 $label(fi="vuorokausi", sv="dygn", en="days");
  workingDays @2 $label(fi="arkipäivä", sv="vardag", en="working days");
  weeks @3 $label(fi="viikko", sv="vecka", en="weeks");
  months @4 $label(fi="kuukausi", sv="månad", en="months");
  years @5 $label(fi="vuosi", sv="år", en="years");
  # The day of the trigger if it is a working day, else the next one; the amount is 0.
  sameOrNextWorkingDay @6
      $label(fi="sama tai seuraava arkipäivä", sv="samma eller följande vardag", en="same or next working day");
  # Of the month that is `amount` months after the trigger's.
  firstWorkingDayOfMonth @7
      $label(fi="kuukauden ensimmäinen arkipäivä", sv="månadens första vardag", en="first working day of the month");
}

enum WorkingWeek {
  # What counts as a working day in this rule; the acts do not settle it, so the rule says it.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  mondayToFriday @1 $label(fi="ma–pe", sv="må–fre", en="Monday to Friday");
  mondayToSaturday @2 $label(fi="ma–la", sv="må–lö", en="Monday to Saturday");
}

enum Rollover {
  # Whether a last day that is not a working day moves to the next one: a property of the rule.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  no @1 $label(fi="ei siirry", sv="flyttas inte", en="no");
  yes @2 $label(fi="siirtyy seuraavaan arkipäivään", sv="flyttas till nästa vardag", en="yes");
}

enum RuleKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  statute @1 $label(fi="laki", sv="lag", en="statute");
  local @2 $label(fi="paikallinen käytäntö", sv="lokal praxis", en="local standard");
  contract @3 $label(fi="sopimus", sv="avtal", en="contract");
  draft @4 $label(fi="luonnos", sv="utkast", en="draft");
}

struct RuleRegistered
    $event("rule.registered")
    $label(fi="sääntö kirjattu", sv="regel registrerad", en="rule registered")
    $about("A rule is known from now on; what it says stands in its versions.")
    $example("{\"rule\": \"toimeentulotuki-kiireellinen\", \"title\": \"Kiireellinen toimeentulotukipäätös\", \"kind\": \"statute\"}") {
  rule @0 :Text $label(fi="säännön tunnus", sv="regelns beteckning", en="rule id") $required;
  title @1 :Text $label(fi="nimi", sv="namn", en="title") $required;
  kind @2 :RuleKind $label(fi="laji", sv="slag", en="kind");
  statute @3 :Text
      $label(fi="säädösperuste", sv="rättslig grund", en="legal basis") $identifier(legalBasis);
  owner @4 :Text $label(fi="vastuutaho", sv="ansvarig", en="owner");
  text @5 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
  measuredAgainst @6 :Text
      $label(fi="verrataan sääntöön", sv="jämförs med regel", en="measured against rule")
      $about("For a local standard: the id of the statutory rule it must not weaken.");
  titleSv @7 :Text $label(fi="nimi ruotsiksi", sv="namn på svenska", en="title in Swedish");
  titleEn @8 :Text $label(fi="nimi englanniksi", sv="namn på engelska", en="title in English");
}

struct RuleReferenced
    $event("rule.referenced")
    $label(fi="sääntöön viitattu", sv="hänvisat till regel", en="rule referenced")
    $about("A source refers to a rule, an act or a reform.")
    $example("{\"rule\": \"puitelaki\", \"text\": \"kuntien puitelakiin liittyviin suunnitelmien ja aikataulujen kanssa\"}") {
  rule @0 :Text $label(fi="säännön tunnus", sv="regelns beteckning", en="rule id") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  statute @2 :Text
      $label(fi="säädösperuste", sv="rättslig grund", en="legal basis") $identifier(legalBasis);
}

struct RuleVersionInForce
    $event("rule.versionInForce")
    $label(fi="säännön versio voimassa", sv="version av regel i kraft", en="rule version in force")
    $about("What a rule says from effectivefrom (envelope) on. The limit is `amount` units after the trigger; `range` where a local standard says 1-2.")
    $example("{\"rule\": \"toimeentulotuki-kiireellinen\", \"version\": \"2008\", \"statute\": \"1412/1997:14_a\", \"amount\": {\"value\": 1, \"unit\": \"arkipäivä\"}, \"unit\": \"workingDays\", \"trigger\": \"application.received\", \"act\": \"decision.made\", \"excludeFirstDay\": true, \"rollover\": \"no\", \"week\": \"mondayToFriday\"}") {
  rule @0 :Text $label(fi="säännön tunnus", sv="regelns beteckning", en="rule id") $required;
  version @1 :Text $label(fi="versio", sv="version", en="version") $required;
  statute @2 :Text
      $label(fi="säädösperuste", sv="rättslig grund", en="legal basis") $identifier(legalBasis);
  amount @3 :Quantity $label(fi="määrä", sv="mängd", en="amount");
  unit @4 :LimitUnit $label(fi="yksikkö", sv="enhet", en="unit");
  trigger @5 :Text
      $label(fi="mistä lasketaan", sv="räknas från", en="trigger")
      $about("Event type that starts the time.");
  act @6 :Text
      $label(fi="mikä päättää", sv="vad som avslutar", en="closing act")
      $about("Event type that must happen in time.");
  excludeFirstDay @7 :Bool
      $label(fi="ensimmäistä päivää ei lasketa", sv="första dagen räknas inte", en="first day not counted")
      ;
  rollover @8 :Rollover $label(fi="siirtyminen", sv="flyttning", en="rollover");
  week @9 :WorkingWeek $label(fi="työviikko", sv="arbetsvecka", en="working week");
  eveIsHoliday @10 :Bool
      $label(fi="aatto ei ole arkipäivä", sv="afton är inte vardag", en="eves are not working days")
      $about("Whether Christmas Eve and Midsummer Eve are left out of working days.");
  from @11 :When $label(fi="voimassa alkaen", sv="i kraft från", en="in force from");
  to @12 :When
      $label(fi="voimassa päättyen", sv="i kraft till", en="in force until")
      $about("First day after validity.");
  appliesTo @13 :Text $label(fi="mihin", sv="på vad", en="applies to");
  text @14 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
  note @15 :Text
      $label(fi="huomautus", sv="anmärkning", en="note")
      $about("What the reading rests on, and doubts, in the words of whoever keeps the rule book.");
}

struct RuleRepealed
    $event("rule.repealed")
    $label(fi="sääntö kumottu", sv="regel upphävd", en="rule repealed")
    $about("The rule is not in force from the day on.")
    $example("{\"rule\": \"siirtoviivemaksu\", \"from\": {\"date\": \"2023-01-01\"}}") {
  rule @0 :Text $label(fi="säännön tunnus", sv="regelns beteckning", en="rule id") $required;
  from @1 :When $label(fi="alkaen", sv="från och med", en="from") $required;
  by @2 :Text
      $label(fi="millä säädöksellä", sv="genom vilken författning", en="by act") $identifier(act);
}

struct CalendarDay
    $label(fi="kalenterin päivä", sv="kalenderdag", en="day of a calendar")
    $about("A day that is no ordinary working day, and what it is.") {
  day @0 :Text $label(fi="päivä", sv="dag", en="day") $required $identifier(date);
  name @1 :Text $label(fi="nimi", sv="namn", en="name") $required;
}

struct CalendarVersionPublished
    $event("calendar.versionPublished")
    $label(fi="kalenterin versio julkaistu", sv="kalenderversion publicerad", en="calendar version published")
    $publication $law("621/1999:22")
    $about("The public holidays of a year, as somebody published them; an audit compares them with those that follow from the acts.")
    $example("{\"calendar\": \"fi\", \"version\": \"2026-1\", \"year\": 2026, \"holidays\": [{\"day\": \"2026-12-06\", \"name\": \"itsenäisyyspäivä\"}]}") {
  calendar @0 :Text $label(fi="kalenteri", sv="kalender", en="calendar") $required;
  version @1 :Text $label(fi="versio", sv="version", en="version") $required;
  year @2 :UInt16 $label(fi="vuosi", sv="år", en="year") $required;
  holidays @3 :List(CalendarDay) $label(fi="pyhäpäivät", sv="helgdagar", en="holidays") $required;
}
