@0xb3c1f0a9d2e50008;
# Where facts come from, what is missing or unreadable there, and what people say of discrepancies.
# A discrepancy never changes a stated value; the audit finds it, people answer it.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "annotations.capnp".recorded;
using import "annotations.capnp".law;
using import "annotations.capnp".publication;
using import "values.capnp".Document;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

struct SourceCaptured
    $event("source.captured")
    $label(fi="lähde tallennettu", sv="källa sparad", en="source captured")
    $about("A file was taken in as a source: its digest, its content span without page chrome, and the days on it.")
    $example("{\"file\": \"001_a6799ee38122f33f.txt\", \"sha256\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\", \"sizeBytes\": 6157, \"contentStart\": 0, \"contentEnd\": 6157, \"published\": {\"date\": \"2016-09-13\"}}") {
  file @0 :Text $label(fi="tiedosto", sv="fil", en="file") $required;
  sha256 @1 :Text $label(fi="SHA-256", sv="SHA-256", en="SHA-256") $required $identifier(sha256);
  sizeBytes @2 :UInt64 $label(fi="koko tavuina", sv="storlek i byte", en="size in bytes") $required;
  contentStart @3 :UInt64
      $label(fi="sisällön alku", sv="innehållets början", en="content start")
      $required $about("Byte offset of the first byte of the content.");
  contentEnd @4 :UInt64
      $label(fi="sisällön loppu", sv="innehållets slut", en="content end")
      $required $about("Byte offset after the last byte of the content.");
  title @5 :Text $label(fi="nimi", sv="namn", en="title");
  published @6 :When $label(fi="julkaistu", sv="publicerad", en="published");
  captured @7 :When
      $label(fi="tallennettu", sv="sparad", en="captured")
      $about("When the page was taken; a copyright year in a footer says only not earlier than.");
  publisher @8 :Text $label(fi="julkaisija", sv="utgivare", en="publisher");
  language @9 :Text $label(fi="kieli", sv="språk", en="language");
}

struct DocumentPublished
    $event("document.published")
    $label(fi="asiakirja julkaistu", sv="handling publicerad", en="document published")
    $publication $law("621/1999:22")
    $about("A document was published.")
    $example("{\"document\": {\"title\": \"Loppuraportti\"}, \"on\": {\"date\": \"2016-10-30\"}}") {
  document @0 :Document $label(fi="asiakirja", sv="handling", en="document") $required;
  on @1 :When $label(fi="päivä", sv="dag", en="day");
  publisher @2 :Text $label(fi="julkaisija", sv="utgivare", en="publisher");
  channel @3 :Text $label(fi="kanava", sv="kanal", en="channel");
}

struct DocumentLinked
    $event("document.linked")
    $label(fi="asiakirjaan viitattu", sv="hänvisat till handling", en="document linked")
    $about("A source points to a document. Without content (sha256) the link is not evidence.")
    $example("{\"document\": {\"title\": \"Esimerkkimallinnus\", \"url\": \"http://www.jyvaskyla.fi/sote2020/peurunka\"}, \"retrieved\": false}") {
  document @0 :Document $label(fi="asiakirja", sv="handling", en="document") $required;
  retrieved @1 :Bool $label(fi="haettu", sv="hämtad", en="retrieved");
  purpose @2 :Text $label(fi="tarkoitus", sv="syfte", en="purpose");
  retrievedOn @3 :When $label(fi="hakupäivä", sv="hämtningsdag", en="retrieved on");
}

struct DocumentAttached
    $event("document.attached")
    $label(fi="asiakirja liitetty", sv="handling bifogad", en="document attached")
    $about("A document outside the ledger was bound to a matter, contract or event by its digest. Its content is never recorded.")
    $example("{\"document\": {\"sha256\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\", \"sizeBytes\": 6157, \"mediaType\": \"application/pdf\"}, \"to\": \"paatos-101\"}") {
  document @0 :Document $label(fi="asiakirja", sv="handling", en="document") $required;
  to @1 :Text
      $label(fi="mihin", sv="till vad", en="to what")
      $identifier(eventRef) $about("The event that it belongs to.");
  purpose @2 :Text $label(fi="tarkoitus", sv="syfte", en="purpose");
}

struct DocumentSuperseded
    $event("document.superseded")
    $label(fi="asiakirja korvattu", sv="handling ersatt", en="document superseded")
    $about("A document was replaced by another one.")
    $example("{\"title\": \"Suunnitelma\", \"by\": \"Suunnitelma 2\"}") {
  title @0 :Text $label(fi="nimi", sv="namn", en="title") $required;
  by @1 :Text $label(fi="korvaaja", sv="ersättare", en="superseded by") $required;
  on @2 :When $label(fi="päivä", sv="dag", en="day");
  document @3 :Document $label(fi="asiakirja", sv="handling", en="document");
}

enum MissingKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  value @1 $label(fi="arvo puuttuu", sv="värde saknas", en="value missing");
  heading @2
      $label(fi="otsikon alla ei sisältöä", sv="rubrik utan innehåll", en="heading without content");
  field @3
      $label(fi="mallipohjan kenttä tyhjä", sv="tomt fält i mallen", en="template field empty");
}

struct ValueStatedMissing
    $event("value.statedMissing")
    $label(fi="arvo puuttuu lähteestä", sv="värde saknas i källan", en="value stated as missing")
    $about("The source has a label, a heading or a mandatory field and nothing under it.")
    $example("{\"label\": \"Kustannusarvio\", \"unit\": \"€\", \"subject\": \"seutukoordinaattori\"}") {
  label @0 :Text $label(fi="nimike", sv="rubrik", en="label") $required;
  unit @1 :Text $label(fi="yksikkö", sv="enhet", en="unit");
  subject @2 :Text $label(fi="missä", sv="i vad", en="subject");
  consequence @3 :Text
      $label(fi="seuraus", sv="följd", en="consequence")
      $about("What cannot be known because of it.");
  kind @4 :MissingKind $label(fi="laji", sv="slag", en="kind");
}

struct ValueReadingChosen
    $event("value.readingChosen")
    $label(fi="tulkinta valittu", sv="tolkning vald", en="reading chosen")
    $about("Somebody chose one reading of a value that can be read in several ways. The raw text stays.")
    $example("{\"event\": \"000-11\", \"path\": \"length\", \"reading\": \"4\", \"reason\": \"4 + 12 + 4 = 20\"}") {
  event @0 :Text
      $label(fi="tapahtuma", sv="händelse", en="event")
      $required $identifier(eventRef) $about("The event that holds the value.");
  path @1 :Text
      $label(fi="kenttä", sv="fält", en="field")
      $required $about("Path of the value in that event's data.");
  reading @2 :Text $label(fi="valittu tulkinta", sv="vald tolkning", en="chosen reading") $required;
  reason @3 :Text $label(fi="peruste", sv="motivering", en="reason");
  rejected @4 :List(Text)
      $label(fi="hylätyt tulkinnat", sv="förkastade tolkningar", en="rejected readings");
}

enum DiscrepancySeverity {
  # How much a discrepancy matters.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  info @1 $label(fi="tiedoksi", sv="för kännedom", en="info");
  low @2 $label(fi="lievä", sv="lindrig", en="low");
  medium @3 $label(fi="kohtalainen", sv="måttlig", en="medium");
  high @4 $label(fi="vakava", sv="allvarlig", en="high");
}

struct DiscrepancyDetected
    $event("discrepancy.detected")
    $label(fi="ristiriita havaittu", sv="avvikelse upptäckt", en="discrepancy detected")
    $about("The audit found something that does not add up (`audit --record`).")
    $example("{\"finding\": \"f-0123456789abcdef\", \"check\": \"R-SUM\", \"severity\": \"high\", \"place\": \"2008\", \"stated\": \"100000.00\", \"computed\": \"100500.00\", \"difference\": \"500.00\"}") {
  finding @0 :Text
      $label(fi="havainnon tunnus", sv="iakttagelsens beteckning", en="finding id")
      $required $about("Stable id the audit gives: digest of check code, place and events.");
  check @1 :Text $label(fi="tarkistus", sv="kontroll", en="check") $required;
  severity @2 :DiscrepancySeverity
      $label(fi="vakavuus", sv="allvarlighet", en="severity") $required;
  place @3 :Text $label(fi="kohta", sv="plats", en="place");
  stated @4 :Text $label(fi="ilmoitettu", sv="uppgivet", en="stated");
  computed @5 :Text $label(fi="laskettu", sv="beräknat", en="computed");
  difference @6 :Text $label(fi="ero", sv="skillnad", en="difference");
  events @7 :List(Text) $label(fi="tapahtumat", sv="händelser", en="events") $identifier(eventRef);
  text @8 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct DiscrepancyExplained
    $event("discrepancy.explained")
    $label(fi="ristiriita selitetty", sv="avvikelse förklarad", en="discrepancy explained")
    $about("An explanation of a finding; it changes its state, not the figure.")
    $example("{\"finding\": \"f-0123456789abcdef\", \"explanation\": \"Todennäköinen kirjoitusvirhe luvussa 75 500.\"}") {
  finding @0 :Text
      $label(fi="havainnon tunnus", sv="iakttagelsens beteckning", en="finding id")
      $required $about("Stable id the audit gives: digest of check code, place and events.");
  explanation @1 :Text $label(fi="selitys", sv="förklaring", en="explanation") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
}

struct DiscrepancyAccepted
    $event("discrepancy.accepted")
    $label(fi="ristiriita hyväksytty", sv="avvikelse godtagen", en="discrepancy accepted")
    $about("Somebody with the power to do so accepted the finding as it is.")
    $example("{\"finding\": \"f-0123456789abcdef\", \"reason\": \"Ei vaikutusta.\"}") {
  finding @0 :Text
      $label(fi="havainnon tunnus", sv="iakttagelsens beteckning", en="finding id")
      $required $about("Stable id the audit gives: digest of check code, place and events.");
  reason @1 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
}

struct DiscrepancyCorrected
    $event("discrepancy.corrected")
    $label(fi="ristiriita korjattu", sv="avvikelse rättad", en="discrepancy corrected")
    $about("The finding was answered by a correcting event.")
    $example("{\"finding\": \"f-0123456789abcdef\", \"correction\": \"000-40\"}") {
  finding @0 :Text
      $label(fi="havainnon tunnus", sv="iakttagelsens beteckning", en="finding id")
      $required $about("Stable id the audit gives: digest of check code, place and events.");
  correction @1 :Text
      $label(fi="korjaava tapahtuma", sv="rättande händelse", en="correcting event")
      $required $identifier(eventRef) $recorded $law("906/2019:15");
  reason @2 :Text $label(fi="peruste", sv="motivering", en="reason");
}

struct DiscrepancyWithdrawn
    $event("discrepancy.withdrawn")
    $label(fi="ristiriita peruttu", sv="avvikelse återtagen", en="discrepancy withdrawn")
    $about("The finding was a mistake of the check or of the record.")
    $example("{\"finding\": \"f-0123456789abcdef\", \"reason\": \"Tulkintavirhe.\"}") {
  finding @0 :Text
      $label(fi="havainnon tunnus", sv="iakttagelsens beteckning", en="finding id")
      $required $about("Stable id the audit gives: digest of check code, place and events.");
  reason @1 :Text $label(fi="peruste", sv="motivering", en="reason") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
}
