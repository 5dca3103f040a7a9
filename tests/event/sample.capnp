@0xb3c1f0a9d2e4ff00;
# Event types that use everything a schema may use, for the tests of the codec.

using Cxx = import "/capnp/c++.capnp";
using import "/schemas/annotations.capnp".about;
using import "/schemas/annotations.capnp".confidential;
using import "/schemas/annotations.capnp".decimal;
using import "/schemas/annotations.capnp".event;
using import "/schemas/annotations.capnp".identifier;
using import "/schemas/annotations.capnp".index;
using import "/schemas/annotations.capnp".label;
using import "/schemas/annotations.capnp".personal;
using import "/schemas/annotations.capnp".required;
using import "/schemas/values.capnp".Money;
using import "/schemas/values.capnp".Sealed;
using import "/schemas/values.capnp".When;
$Cxx.namespace("sinetti::sample");

struct Catalogue {
  everything @0 :Everything;
  demanding @1 :Demanding;
}

enum Colour {
  unspecified @0;
  red @1;
  green @2;
}

struct Part {
  name @0 :Text $index("unit");
  count @1 :UInt16;
  parts @2 :List(Part);
  secret @3 :Sealed $confidential;
}

struct Everything $event("sample.everything") $label(fi="kaikki", sv="allt", en="everything")
    $about("Every kind of field.") {
  flag @0 :Bool;
  other @1 :Bool;
  i8 @2 :Int8;
  i16 @3 :Int16;
  i32 @4 :Int32;
  i64 @5 :Int64;
  u8 @6 :UInt8;
  u16 @7 :UInt16;
  u32 @8 :UInt32;
  u64 @9 :UInt64;
  cents @10 :Int64 $decimal(2);
  thousandths @11 :Int64 $decimal(3);
  colour @12 :Colour;
  text @13 :Text;
  texts @14 :List(Text);
  flags @15 :List(Bool);
  smalls @16 :List(Int8);
  bigs @17 :List(UInt64);
  amounts @18 :List(Int64) $decimal(2);
  colours @19 :List(Colour);
  part @20 :Part;
  parts @21 :List(Part);
  money @22 :Money;
  when @23 :When;
  union {
    none @24 :Void;
    number @25 :Int32;
    word @26 :Text;
    piece @27 :Part;
    pair :group {
      left @28 :UInt32;
      right @29 :Text;
    }
  }
  span :group {
    from @30 :Text $identifier(date);
    length @31 :UInt16;
  }
  secret @32 :Sealed $personal;
  secrets @33 :List(Sealed) $personal;
  business @34 :Text $identifier(businessId) $index("provider");
  places @35 :List(Text) $identifier(municipality) $index("matter");
}

struct Demanding $event("sample.demanding") $label(fi="vaativa", sv="krävande", en="demanding")
    $about("Every kind of required field.") {
  flag @0 :Bool $required;
  number @1 :Int32 $required;
  text @2 :Text $required;
  list @3 :List(Text) $required;
  colour @4 :Colour $required;
  secret @5 :Sealed $required $personal;
}

# One type in three versions, as its struct looked in each release of a made-up program.  Version 2
# counts without the first day; version 3 says in which unit.
struct FirstRelease {
  delay @0 :DelayOfOne;
}
struct SecondRelease {
  delay @0 :DelayOfTwo;
}
struct ThirdRelease {
  delay @0 :DelayOfThree;
}

struct DelayOfOne $event("sample.delay") $label(fi="viive", sv="dröjsmål", en="delay") {
  days @0 :UInt32 $required;
  unit @1 :Text $index("unit");
  note @2 :Sealed $personal;
}

struct DelayOfTwo $event("sample.delay") $label(fi="viive", sv="dröjsmål", en="delay") {
  days @0 :UInt32 $required;
  unit @1 :Text $index("unit");
  note @2 :Sealed $personal;
  fullDays @3 :UInt32;
}

struct DelayOfThree $event("sample.delay") $label(fi="viive", sv="dröjsmål", en="delay") {
  days @0 :UInt32 $required;
  unit @1 :Text $index("unit");
  note @2 :Sealed $personal;
  fullDays @3 :UInt32;
  counted @4 :Text;
  parts @5 :List(Part);
}
