@0xb3c1f0a9d2e46001;
# Words shared by several families: answers that may be missing, urgency, channels, the grounds on
# which a party takes part.  A boolean cannot say "the source is silent"; these can.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".label;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

enum YesNo {
  unspecified @0 $label(fi="ei mainittu", sv="ej angivet", en="not stated");
  yes @1 $label(fi="kyllä", sv="ja", en="yes");
  no @2 $label(fi="ei", sv="nej", en="no");
}

enum Urgency {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  normal @1 $label(fi="tavallinen", sv="normal", en="normal");
  urgent @2 $label(fi="kiireellinen", sv="brådskande", en="urgent");
}

enum ContactChannel {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  letter @1 $label(fi="kirje", sv="brev", en="letter");
  inPerson @2 $label(fi="henkilökohtaisesti", sv="personligen", en="in person");
  phone @3 $label(fi="puhelin", sv="telefon", en="telephone");
  email @4 $label(fi="sähköposti", sv="e-post", en="e-mail");
  eService @5 $label(fi="sähköinen asiointi", sv="e-tjänst", en="e-service");
  website @6 $label(fi="verkkosivut", sv="webbplats", en="website");
  otherAuthority @7 $label(fi="toinen viranomainen", sv="annan myndighet", en="another authority");
  ownInitiative @8 $label(fi="oma-aloitteinen", sv="på eget initiativ", en="own initiative");
}

enum AssessmentLevel {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  basic @1 $label(fi="perustaso", sv="grundnivå", en="basic level");
  deep @2 $label(fi="syvennetty taso", sv="fördjupad nivå", en="deepened level");
}

struct DaySpan
    $label(fi="jakso", sv="period", en="period")
    $about("A span of days; both ends belong to it.") {
  from @0 :When
      $label(fi="alkaa", sv="börjar", en="from");
  to @1 :When
      $label(fi="päättyy", sv="slutar", en="to");
}
