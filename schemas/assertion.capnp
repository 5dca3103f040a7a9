@0x83763171c1bf1da1;
# Statements of a source coded by a person: about what, and for or against.  The audit compares coded
# statements of one record; without the coding it could not know that two sentences disagree.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".identifier;
using import "party.capnp".Answer;
$Cxx.namespace("sinetti::schema");

enum Polarity {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  affirms @1 $label(fi="väittää", sv="hävdar", en="affirms");
  denies @2 $label(fi="kiistää", sv="förnekar", en="denies");
}

enum AssertionWeight {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  high @1 $label(fi="suuri", sv="stor", en="high");
  medium @2 $label(fi="kohtalainen", sv="måttlig", en="medium");
  low @3 $label(fi="vähäinen", sv="liten", en="low");
}

struct AssertionCoded $event("assertion.coded")
    $label(fi="väite luokiteltu", sv="påstående kodat", en="assertion coded")
    $about("A person coded what a statement of a record says of a topic; two codings of one topic that disagree are a contradiction.")
    $example("{\"record\": \"hhj-2014-p11\", \"topic\": \"palvelujen hinnoittelu toimintolaskennalla on olemassa\", \"polarity\": \"affirms\", \"statement\": \"Palvelut on toimintolaskennan pohjalta hinnoiteltu läpinäkyvästi.\", \"confirmed\": \"yes\"}") {
  record @0 :Text $required $label(fi="tietue", sv="post", en="record")
      $about("The thing that the source speaks of; statements of one record are compared.");
  topic @1 :Text $required $label(fi="aihe", sv="ämne", en="topic")
      $about("A claim that can be affirmed or denied, worded once for each pair.");
  polarity @2 :Polarity $required $label(fi="kanta", sv="hållning", en="polarity");
  statement @3 :Text $required $label(fi="lause", sv="sats", en="statement")
      $about("Word for word.");
  confirmed @4 :Answer
      $label(fi="ihmisen vahvistama", sv="bekräftat av en människa", en="confirmed by a person");
  severity @5 :AssertionWeight $label(fi="painoarvo", sv="vikt", en="weight");
  event @6 :Text $identifier(eventRef) $label(fi="tapahtuma", sv="händelse", en="event")
      $about("The event that records the statement.");
}

struct ComplianceGapSuggested $event("compliance.gapSuggested")
    $label(fi="puute lainmukaisuudessa mahdollinen", sv="möjlig brist i laglighet", en="compliance gap suggested")
    $about("A statement that suggests, without saying so, that a service is not as the law asks; a supervisor is to open a question.")
    $example("{\"record\": \"hhj-2014-p05\", \"service\": \"perheneuvola\", \"statement\": \"Seudun kaikilla asukkailla on käytettävissä lainmukaiset perheneuvolapalvelut.\", \"suggests\": \"Nykyinen palvelu ei ehkä ole kaikkialla lainmukainen.\", \"confirmed\": \"yes\"}") {
  record @0 :Text $required $label(fi="tietue", sv="post", en="record");
  service @1 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  statement @2 :Text $required $label(fi="lause", sv="sats", en="statement")
      $about("Word for word.");
  suggests @3 :Text $required
      $label(fi="mihin viittaa", sv="vad det tyder på", en="what it suggests");
  act @4 :Text $identifier(act) $label(fi="laki", sv="lag", en="act");
  confirmed @5 :Answer
      $label(fi="ihmisen vahvistama", sv="bekräftat av en människa", en="confirmed by a person");
}
