@0xde5e825e160f0611;
# Prices: lists in force, forecasts of change, and comparisons of own and bought production.  A price
# that the source does not give is recorded as missing, so that no total is made up.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".law;
using import "annotations.capnp".publication;
using import "annotations.capnp".identifier;
using import "values.capnp".Money;
using import "values.capnp".Share;
using import "values.capnp".When;
using import "values.capnp".Document;
using import "party.capnp".OrgRef;
$Cxx.namespace("sinetti::schema");

enum PriceMethod {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  activityBased @1 $label(fi="toimintolaskenta", sv="aktivitetsbaserad kalkyl", en="activity-based costing");
  contractPrice @2 $label(fi="sopimushinta", sv="avtalspris", en="contract price");
  statutory @3 $label(fi="säädetty", sv="lagstadgat", en="statutory");
  negotiated @4 $label(fi="neuvoteltu", sv="förhandlat", en="negotiated");
}

enum PriceUnit {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  careDay @1 $label(fi="hoitopäivä", sv="vårddag", en="care day");
  visit @2 $label(fi="tapahtuma", sv="besök", en="visit");
  place @3 $label(fi="paikka", sv="plats", en="place");
  hour @4 $label(fi="tunti", sv="timme", en="hour");
  month @5 $label(fi="kuukausi", sv="månad", en="month");
  piece @6 $label(fi="kappale", sv="stycke", en="piece");
}

struct PriceLine {
  serviceCode @0 :Text $required $label(fi="palvelukoodi", sv="tjänstekod", en="service code");
  service @1 :Text $label(fi="palvelu", sv="tjänst", en="service");
  unit @2 :PriceUnit $required $label(fi="yksikkö", sv="enhet", en="unit of price");
  price @3 :Money $required $label(fi="hinta", sv="pris", en="price");
  method @4 :PriceMethod $label(fi="laskentatapa", sv="beräkningssätt", en="method");
  vat @5 :Share $label(fi="arvonlisävero", sv="mervärdesskatt", en="VAT");
}

struct PricelistPublished $event("pricelist.published")
    $label(fi="hinnasto julkaistu", sv="prislista publicerad", en="price list published")
    $publication $law("621/1999:22")
    $about("A list of prices that holds from the day in the envelope on.")
    $example("{\"priceList\": \"hattula-2015\", \"publisher\": {\"name\": \"Hattula\", \"municipality\": \"082\"}, \"lines\": [{\"serviceCode\": \"osasto\", \"service\": \"Akuuttiosasto\", \"unit\": \"careDay\", \"price\": {\"missing\": {\"label\": \"hoitopäivän hinta\", \"unit\": \"EUR\"}}, \"method\": \"activityBased\"}]}") {
  priceList @0 :Text $required $label(fi="hinnasto", sv="prislista", en="price list")
      $about("The list's id in this ledger.");
  publisher @1 :OrgRef $required $label(fi="julkaisija", sv="utgivare", en="publisher");
  title @2 :Text $label(fi="nimi", sv="namn", en="title");
  lines @3 :List(PriceLine) $required $label(fi="rivit", sv="rader", en="lines");
  document @4 :Document $label(fi="asiakirja", sv="dokument", en="document");
}

struct PricelistChanged $event("pricelist.changed")
    $label(fi="hinnasto muuttunut", sv="prislista ändrad", en="price list changed")
    $about("Lines of a price list got new prices.")
    $example("{\"priceList\": \"hattula-2015\", \"lines\": [{\"serviceCode\": \"osasto\", \"unit\": \"careDay\", \"price\": {\"amount\": 280, \"currency\": \"EUR\", \"currencyStated\": true}}], \"reason\": \"Kustannustaso\"}") {
  priceList @0 :Text $required $label(fi="hinnasto", sv="prislista", en="price list")
      $about("The list's id in this ledger.");
  lines @1 :List(PriceLine) $required $label(fi="rivit", sv="rader", en="lines");
  reason @2 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct PricelistEnded $event("pricelist.ended")
    $label(fi="hinnasto päättynyt", sv="prislista upphört", en="price list ended")
    $about("A price list is no longer used.")
    $example("{\"priceList\": \"hattula-2015\"}") {
  priceList @0 :Text $required $label(fi="hinnasto", sv="prislista", en="price list")
      $about("The list's id in this ledger.");
  successor @1 :Text $label(fi="seuraava hinnasto", sv="följande prislista", en="next price list");
  reason @2 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct PriceChangeForecast $event("price.changeForecast")
    $label(fi="hinnanmuutosennuste", sv="prognos för prisändring", en="price change forecast")
    $about("Somebody expects prices to change by a share of a base that may be missing.")
    $example("{\"subject\": \"tukipalvelut\", \"change\": {\"range\": {\"low\": -5, \"high\": -4}, \"baseUnknown\": true}, \"raw\": \"hintojen laskun (arvio 4 5%)\"}") {
  subject @0 :Text $required $label(fi="mistä", sv="vad", en="of what");
  change @1 :Share $required $label(fi="muutos", sv="ändring", en="change")
      $about("Negative: prices fall.");
  basePrice @2 :Money $label(fi="lähtöhinta", sv="utgångspris", en="base price");
  baseYear @3 :When $label(fi="lähtövuosi", sv="utgångsår", en="base year");
  raw @4 :Text $label(fi="lähteen sanoin", sv="enligt källan", en="as printed");
  proposal @5 :Text $identifier(eventRef) $label(fi="ehdotus", sv="förslag", en="proposal");
}

struct BenchmarkRecorded $event("benchmark.recorded")
    $label(fi="vertailu kirjattu", sv="jämförelse antecknad", en="benchmark recorded")
    $about("Own production beside bought production: price, quality, effectiveness.")
    $example("{\"service\": \"lastensuojelun laitoshoito\", \"ownPrice\": {\"missing\": {\"label\": \"oman työn hinta\", \"unit\": \"EUR\"}}, \"boughtPrice\": {\"missing\": {\"label\": \"ostopalvelun hinta\", \"unit\": \"EUR\"}}, \"aspects\": [\"hinta\", \"laatu\", \"vaikuttavuus\"]}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  ownPrice @1 :Money $label(fi="oman työn hinta", sv="pris för egen produktion", en="own price");
  boughtPrice @2 :Money
      $label(fi="ostopalvelun hinta", sv="pris för köpt tjänst", en="bought price");
  priceUnit @3 :PriceUnit $label(fi="hinnan yksikkö", sv="prisets enhet", en="unit of price");
  quality @4 :Text $label(fi="laatu", sv="kvalitet", en="quality");
  effectiveness @5 :Text $label(fi="vaikuttavuus", sv="effekt", en="effectiveness");
  aspects @6 :List(Text) $label(fi="vertailukohdat", sv="jämförda aspekter", en="aspects");
  period @7 :When $label(fi="kausi", sv="period", en="period");
}
