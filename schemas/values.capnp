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
  label @0 :Text;   # as printed: "Kustannusarvio"
  unit @1 :Text;    # as printed: "EUR", or empty
}

struct Garbled {
  # The source has something here that cannot be read one way only.
  raw @0 :Text;                   # exactly as printed
  readings @1 :List(Text);        # every reading that makes sense, best first
}

struct MoneyRange {
  low @0 :Int64 $decimal(2);
  high @1 :Int64 $decimal(2);
}

struct Money {
  # Minor units (cents) in the ledger, a decimal number in JSON: {"amount": 89.14, "currency": "EUR"}.
  union {
    amount @0 :Int64 $decimal(2);
    range @1 :MoneyRange;
    missing @2 :Missing;
    garbled @3 :Garbled;
  }
  bound @4 :Bound;
  currency @5 :Text $identifier(currency);
  currencyStated @6 :Bool;          # false: the source prints no currency and it was assumed
}

struct NumberRange {
  low @0 :Int64 $decimal(3);
  high @1 :Int64 $decimal(3);
}

struct Quantity {
  # A count or a measure in `unit`, in thousandths: {"value": 4000, "bound": "gt", "unit": "henkilö"}.
  union {
    value @0 :Int64 $decimal(3);
    range @1 :NumberRange;
    missing @2 :Missing;
    garbled @3 :Garbled;
  }
  bound @4 :Bound;
  unit @5 :Text;
}

struct Share {
  # A part of a whole, in percent with three decimals: {"percent": 63, "bound": "approx", "of": "..."}.
  union {
    percent @0 :Int64 $decimal(3);
    range @1 :NumberRange;
    missing @2 :Missing;
    garbled @3 :Garbled;
  }
  bound @4 :Bound;
  base @5 :Text;                    # what it is a share of, in words
  baseUnknown @6 :Bool;             # the source does not say of what
}

struct When {
  # A day, a part of a year, an interval or an instant, as precise as the source is.
  union {
    date @0 :Text $identifier(edtf);
    missing @1 :Missing;
    garbled @2 :Garbled;
  }
  raw @3 :Text;                     # as printed, when it differs: "keväällä 2017", "tänään"
  anchor @4 :Text $identifier(date); # the day that a relative expression was resolved against
}

struct Sealed {
  # A protected text.  In a draft: a JSON string.  In a record: what docs/format/sealing.md says.
  subject @0 :Text;                 # pseudonym whose key seals it, or stream:<name>
  commitment @1 :Data;              # 32 bytes
  box @2 :Data;                     # nonce, ciphertext, tag
}

struct Document {
  # A document outside the ledger, bound to it by its digest.
  title @0 :Text;
  sha256 @1 :Text $identifier(sha256);
  sizeBytes @2 :UInt64;
  mediaType @3 :Text $identifier(mediaType);
  url @4 :Text $identifier(url);
  direction @5 :Direction;
  language @6 :Text;
}

enum Direction {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  incoming @1 $label(fi="saapunut", sv="inkommen", en="incoming");
  outgoing @2 $label(fi="lähtenyt", sv="utgående", en="outgoing");
  internal @3 $label(fi="sisäinen", sv="intern", en="internal");
}
