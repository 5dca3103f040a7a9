@0xb3c1f0a9d2e45800;
# Value types shared by all events (docs/format/event.md).  A value in a source is rarely a plain
# number: it has bounds, a base, a missing part or two readings, and each of these is a fact.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".label;
using import "annotations.capnp".identifier;
using import "annotations.capnp".decimal;
$Cxx.namespace("sinetti::schema");

enum Bound {
  # How the value relates to what was meant.  `range`: both ends given.
  exact @0 $label(fi="tasan", sv="exakt", en="exact");
  approx @1 $label(fi="noin", sv="cirka", en="about");
  lt @2 $label(fi="alle", sv="under", en="less than");
  gt @3 $label(fi="yli", sv="över", en="more than");
  le @4 $label(fi="enintään", sv="högst", en="at most");
  ge @5 $label(fi="vähintään", sv="minst", en="at least");
  mean @6 $label(fi="keskimäärin", sv="i genomsnitt", en="on average");
  range @7 $label(fi="väli", sv="intervall", en="range");
}

struct Missing {
  # The source has a label for a value and no value.
  label @0 :Text $label(fi="otsikko", sv="rubrik", en="label");  # as printed: "Kustannusarvio"
  unit @1 :Text $label(fi="yksikkö", sv="enhet", en="unit");  # as printed: "EUR", or empty
}

struct Garbled {
  # The source has something here that cannot be read one way only.
  raw @0 :Text $label(fi="painettuna", sv="som tryckt", en="as printed");  # exactly as printed
  readings @1 :List(Text) $label(fi="luentatavat", sv="läsningar", en="readings");
  # every reading that makes sense, best first
}

struct MoneyRange {
  low @0 :Int64 $decimal(2) $label(fi="alaraja", sv="nedre gräns", en="lower end");
  high @1 :Int64 $decimal(2) $label(fi="yläraja", sv="övre gräns", en="upper end");
}

struct Money {
  # Minor units (cents) in the ledger, a decimal number in JSON: {"amount": 89.14, "currency": "EUR"}.
  union {
    amount @0 :Int64 $decimal(2) $label(fi="määrä", sv="belopp", en="amount");
    range @1 :MoneyRange $label(fi="väli", sv="intervall", en="range");
    missing @2 :Missing $label(fi="puuttuva arvo", sv="saknat värde", en="missing value");
    garbled @3 :Garbled $label(fi="epäselvä arvo", sv="oklart värde", en="unclear value");
  }
  bound @4 :Bound $label(fi="tarkkuus", sv="precision", en="precision");
  currency @5 :Text $identifier(currency) $label(fi="valuutta", sv="valuta", en="currency");
  currencyStated @6 :Bool $label(fi="valuutta ilmoitettu", sv="valutan har angetts", en="currency stated");
  # false: the source prints no currency and it was assumed
}

struct NumberRange {
  low @0 :Int64 $decimal(3) $label(fi="alaraja", sv="nedre gräns", en="lower end");
  high @1 :Int64 $decimal(3) $label(fi="yläraja", sv="övre gräns", en="upper end");
}

struct Quantity {
  # A count or a measure in `unit`, in thousandths: {"value": 4000, "bound": "gt", "unit": "henkilö"}.
  union {
    value @0 :Int64 $decimal(3) $label(fi="arvo", sv="värde", en="value");
    range @1 :NumberRange $label(fi="väli", sv="intervall", en="range");
    missing @2 :Missing $label(fi="puuttuva arvo", sv="saknat värde", en="missing value");
    garbled @3 :Garbled $label(fi="epäselvä arvo", sv="oklart värde", en="unclear value");
  }
  bound @4 :Bound $label(fi="tarkkuus", sv="precision", en="precision");
  unit @5 :Text $label(fi="yksikkö", sv="enhet", en="unit");
}

struct Share {
  # A part of a whole, in percent with three decimals: {"percent": 63, "bound": "approx", "of": "..."}.
  union {
    percent @0 :Int64 $decimal(3) $label(fi="prosentteina", sv="i procent", en="in percent");
    range @1 :NumberRange $label(fi="väli", sv="intervall", en="range");
    missing @2 :Missing $label(fi="puuttuva arvo", sv="saknat värde", en="missing value");
    garbled @3 :Garbled $label(fi="epäselvä arvo", sv="oklart värde", en="unclear value");
  }
  bound @4 :Bound $label(fi="tarkkuus", sv="precision", en="precision");
  base @5 :Text $label(fi="mistä osuus on", sv="av vad", en="share of what");  # what it is a share of, in words
  baseUnknown @6 :Bool $label(fi="perusta tuntematon", sv="okänd bas", en="base unknown");
  # the source does not say of what
}

struct When {
  # A day, a part of a year, an interval or an instant, as precise as the source is.
  union {
    date @0 :Text $identifier(edtf) $label(fi="päivä tai aika", sv="dag eller tid", en="day or time");
    missing @1 :Missing $label(fi="puuttuva arvo", sv="saknat värde", en="missing value");
    garbled @2 :Garbled $label(fi="epäselvä arvo", sv="oklart värde", en="unclear value");
  }
  raw @3 :Text $label(fi="painettuna", sv="som tryckt", en="as printed");
  # as printed, when it differs: "keväällä 2017", "tänään"
  anchor @4 :Text $identifier(date) $label(fi="vertailupäivä", sv="jämförelsedag", en="day it is counted from");
  # the day that a relative expression was resolved against
}

struct Sealed {
  # A protected text.  In a draft: a JSON string.  In a record: what docs/format/sealing.md says.
  subject @0 :Text $label(fi="keneen liittyy", sv="vem det gäller", en="whom it concerns");
  # pseudonym whose key seals it, or stream:<name>
  commitment @1 :Data $label(fi="sitoumus", sv="åtagande", en="commitment");  # 32 bytes
  box @2 :Data $label(fi="suljettu sisältö", sv="förseglat innehåll", en="sealed content");  # nonce, ciphertext, tag
}

struct Document {
  # A document outside the ledger, bound to it by its digest.
  title @0 :Text $label(fi="otsikko", sv="rubrik", en="title");
  sha256 @1 :Text $identifier(sha256) $label(fi="SHA-256-tiiviste", sv="SHA-256-hash", en="SHA-256 digest");
  sizeBytes @2 :UInt64 $label(fi="koko tavuina", sv="storlek i byte", en="size in bytes");
  mediaType @3 :Text $identifier(mediaType) $label(fi="mediatyyppi", sv="medietyp", en="media type");
  url @4 :Text $identifier(url) $label(fi="verkko-osoite", sv="webbadress", en="web address");
  direction @5 :Direction $label(fi="suunta", sv="riktning", en="direction");
  language @6 :Text $label(fi="kieli", sv="språk", en="language");
}

enum Direction {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  incoming @1 $label(fi="saapunut", sv="inkommen", en="incoming");
  outgoing @2 $label(fi="lähtenyt", sv="utgående", en="outgoing");
  internal @3 $label(fi="sisäinen", sv="intern", en="internal");
}
