@0xb3c1f0a9d2e50003;
# Gatherings, engagement, consultation rounds and the planned path of a matter through bodies.
# Attendance keeps its bound: `almost 400` is less than 400, not 400.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Document;
using import "values.capnp".Quantity;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

struct GatheringHeld
    $event("gathering.held")
    $label(fi="tilaisuus pidetty", sv="tillställning hållen", en="gathering held")
    $about("A seminar, citizens' evening or other gathering was held.")
    $example("{\"gathering\": \"paatosseminaari\", \"title\": \"Päätösseminaari\", \"kind\": \"yleisöseminaari\", \"place\": \"Laukaan Peurunka\", \"on\": {\"date\": \"2016-09-13\", \"raw\": \"tänään\", \"anchor\": \"2016-09-13\"}}") {
  gathering @0 :Text
      $label(fi="tilaisuuden tunnus", sv="tillställningens beteckning", en="gathering id")
      $required;
  title @1 :Text $label(fi="nimi", sv="namn", en="title") $required;
  kind @2 :Text $label(fi="laji", sv="slag", en="kind");
  place @3 :Text $label(fi="paikka", sv="plats", en="place");
  municipality @4 :Text
      $label(fi="kuntanumero", sv="kommunnummer", en="municipality code") $identifier(municipality);
  on @5 :When $label(fi="päivä", sv="dag", en="day");
  organiser @6 :Text $label(fi="järjestäjä", sv="arrangör", en="organiser");
  series @7 :Text
      $label(fi="sarja", sv="serie", en="series")
      $about("Id of the series whose cadence is set by gathering.cadenceSet (schemas/body.capnp).");
}

struct GatheringAttendanceReported
    $event("gathering.attendanceReported")
    $label(fi="osallistujamäärä ilmoitettu", sv="deltagarantal uppgivet", en="attendance reported")
    $about("How many attended, with the bound the source states.")
    $example("{\"gathering\": \"paatosseminaari\", \"attendance\": {\"value\": 400, \"bound\": \"lt\", \"unit\": \"osallistuja\"}}") {
  gathering @0 :Text
      $label(fi="tilaisuuden tunnus", sv="tillställningens beteckning", en="gathering id")
      $required;
  attendance @1 :Quantity $label(fi="osallistujia", sv="deltagare", en="attendance") $required;
  average @2 :Bool
      $label(fi="keskiarvo", sv="medeltal", en="average")
      $about("True where the number is an average over several gatherings.");
  events @3 :Quantity
      $label(fi="tilaisuuksia", sv="antal tillställningar", en="number of gatherings");
}

struct EngagementCumulativeReported
    $event("engagement.cumulativeReported")
    $label(fi="tavoitettujen kokonaismäärä ilmoitettu", sv="sammanlagt antal nådda uppgivet", en="cumulative engagement reported")
    $about("How many people were met in all, over a project or a period.")
    $example("{\"scope\": \"ks-sote-2020\", \"count\": {\"value\": 4000, \"bound\": \"gt\", \"unit\": \"ihminen\"}}") {
  scope @0 :Text $label(fi="missä", sv="i vad", en="scope") $required;
  count @1 :Quantity $label(fi="lukumäärä", sv="antal", en="count") $required;
  channels @2 :List(Text) $label(fi="kanavat", sv="kanaler", en="channels");
  period @3 :When $label(fi="jakso", sv="period", en="period");
}

enum HearingAudience {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  clients @1 $label(fi="asiakkaat", sv="klienter", en="clients");
  residents @2 $label(fi="asukkaat", sv="invånare", en="residents");
  experts @3
      $label(fi="kokemusasiantuntijat", sv="erfarenhetsexperter", en="experts by experience");
  councils @4 $label(fi="neuvostot", sv="råd", en="councils");
  staff @5 $label(fi="henkilöstö", sv="personal", en="staff");
}

struct EngagementChannelUsed
    $event("engagement.channelUsed")
    $label(fi="kuulemiskanava käytetty", sv="hörandekanal använd", en="engagement channel used")
    $about("A channel through which clients, residents or staff were heard in preparing a service.")
    $example("{\"scope\": \"ks-sote-2020\", \"audience\": \"councils\", \"channel\": \"neuvostot\"}") {
  scope @0 :Text $label(fi="missä", sv="i vad", en="scope") $required;
  audience @1 :HearingAudience $label(fi="ketä", sv="vilka", en="audience") $required;
  channel @2 :Text $label(fi="kanava", sv="kanal", en="channel") $required;
  times @3 :Quantity $label(fi="kertaa", sv="gånger", en="times");
  text @4 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct ConsultationRoundPlanned
    $event("consultation.roundPlanned")
    $label(fi="lausuntokierros suunniteltu", sv="remissrunda planerad", en="consultation round planned")
    $about("A round of statements is planned for a day or an interval.")
    $example("{\"round\": \"malli-kuntiin\", \"object\": \"organisaatiomalli\", \"addressees\": [\"kunnat\"], \"planned\": {\"date\": \"2017-21\", \"raw\": \"keväällä 2017\"}}") {
  round @0 :Text $label(fi="kierroksen tunnus", sv="rundans beteckning", en="round id") $required;
  object @1 :Text $label(fi="mistä", sv="om vad", en="object") $required;
  addressees @2 :List(Text) $label(fi="keneltä", sv="av vem", en="addressees");
  planned @3 :When $label(fi="ajankohta", sv="tidpunkt", en="planned") $required;
  body @4 :Text $label(fi="toimielin", sv="organ", en="body");
}

struct ConsultationOpened
    $event("consultation.opened")
    $label(fi="lausuntokierros avattu", sv="remissrunda öppnad", en="consultation round opened")
    $about("Statements were asked for.")
    $example("{\"round\": \"malli-kuntiin\", \"addressees\": [\"kunnat\"], \"due\": {\"date\": \"2017-05-31\"}}") {
  round @0 :Text $label(fi="kierroksen tunnus", sv="rundans beteckning", en="round id") $required;
  object @1 :Text $label(fi="mistä", sv="om vad", en="object");
  addressees @2 :List(Text) $label(fi="keneltä", sv="av vem", en="addressees");
  on @3 :When $label(fi="avattu", sv="öppnad", en="opened");
  due @4 :When $label(fi="määräaika", sv="tidsfrist", en="due");
  document @5 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct ConsultationStatementReceived
    $event("consultation.statementReceived")
    $label(fi="lausunto saatu", sv="utlåtande mottaget", en="statement received")
    $about("One statement came in.")
    $example("{\"round\": \"malli-kuntiin\", \"from\": \"kunta-077\", \"statement\": \"Puoltaa.\"}") {
  round @0 :Text $label(fi="kierroksen tunnus", sv="rundans beteckning", en="round id") $required;
  from @1 :Text $label(fi="antaja", sv="avgivare", en="from") $required;
  received @2 :When $label(fi="saapunut", sv="inkommit", en="received");
  statement @3 :Text $label(fi="lausunto", sv="utlåtande", en="statement");
  document @4 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct ConsultationClosed
    $event("consultation.closed")
    $label(fi="lausuntokierros päättynyt", sv="remissrunda avslutad", en="consultation round closed")
    $about("The round closed.")
    $example("{\"round\": \"malli-kuntiin\", \"on\": {\"date\": \"2017-05-31\"}}") {
  round @0 :Text $label(fi="kierroksen tunnus", sv="rundans beteckning", en="round id") $required;
  on @1 :When $label(fi="päivä", sv="dag", en="day");
  received @2 :Quantity $label(fi="lausuntoja", sv="utlåtanden", en="statements received");
  summary @3 :Text $label(fi="yhteenveto", sv="sammandrag", en="summary");
}

struct HandlingStepPlanned
    $event("handling.stepPlanned")
    $label(fi="käsittelyvaihe suunniteltu", sv="behandlingssteg planerat", en="handling step planned")
    $about("A body is to handle the matter as the next step on its path.")
    $example("{\"step\": \"tyovaliokunta\", \"object\": \"organisaatiomalli\", \"body\": \"työvaliokunta\", \"order\": 1, \"planned\": {\"missing\": {\"label\": \"ajankohta\"}}}") {
  step @0 :Text $label(fi="vaiheen tunnus", sv="stegets beteckning", en="step id") $required;
  object @1 :Text $label(fi="mistä", sv="om vad", en="object") $required;
  body @2 :Text $label(fi="toimielin", sv="organ", en="body") $required;
  planned @3 :When $label(fi="ajankohta", sv="tidpunkt", en="planned");
  order @4 :UInt16 $label(fi="järjestys", sv="ordning", en="order") $required;
  text @5 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct HandlingStepDone
    $event("handling.stepDone")
    $label(fi="käsittelyvaihe tehty", sv="behandlingssteg utfört", en="handling step done")
    $about("The step was taken.")
    $example("{\"step\": \"tyovaliokunta\", \"on\": {\"date\": \"2016-11-01\"}}") {
  step @0 :Text $label(fi="vaiheen tunnus", sv="stegets beteckning", en="step id") $required;
  on @1 :When $label(fi="päivä", sv="dag", en="day");
  result @2 :Text $label(fi="tulos", sv="resultat", en="result");
  by @3 :Text
      $label(fi="millä tapahtumalla", sv="genom vilken händelse", en="by which event")
      $identifier(eventRef);
}
