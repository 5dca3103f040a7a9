@0xd8afba5dc0806247;
# What several families say of parties and answers: a reference to an organisation as a source names
# it, a yes/no that may be left unanswered, and how often something is to happen (docs/reference/events.md).

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".required;
using import "annotations.capnp".identifier;
using import "values.capnp".Quantity;
$Cxx.namespace("sinetti::schema");

enum Answer {
  # A yes or no that a source may leave out.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  yes @1 $label(fi="kyllä", sv="ja", en="yes");
  no @2 $label(fi="ei", sv="nej", en="no");
}

struct OrgRef {
  # An organisation as a source names it, with whatever identifies it.
  name @0 :Text $required $label(fi="nimi", sv="namn", en="name")
      $about("As the source prints it.");
  org @1 :Text $label(fi="organisaatio", sv="organisation", en="organisation")
      $about("The organisation's id in this ledger (its org or provider stream).");
  municipality @2 :Text $identifier(municipality)
      $label(fi="kuntakoodi", sv="kommunkod", en="municipality code");
  businessId @3 :Text $identifier(businessId)
      $label(fi="Y-tunnus", sv="FO-nummer", en="business ID");
}

enum Period {
  # The length of time that a cadence counts in.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  week @1 $label(fi="viikko", sv="vecka", en="week");
  month @2 $label(fi="kuukausi", sv="månad", en="month");
  quarter @3 $label(fi="neljännesvuosi", sv="kvartal", en="quarter");
  year @4 $label(fi="vuosi", sv="år", en="year");
}

struct Cadence {
  # How often: a number of times in each period, with its bound: "2-3 kertaa vuodessa".
  times @0 :Quantity $required $label(fi="kertaa", sv="gånger", en="times")
      $about("Times in one period; may be a range or have a bound.");
  per @1 :Period $required $label(fi="jaksossa", sv="per period", en="per period");
  raw @2 :Text $label(fi="lähteen sanoin", sv="enligt källan", en="as printed");
}
