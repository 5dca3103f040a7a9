@0xab132a512fbb0285;
# Choice, charge and voucher: a client chooses a unit, and the money follows from one organiser to
# another (612/2021 section 57, 569/2009).  A total is stated by its source and computed by the audit.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".personal;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "values.capnp".Quantity;
using import "values.capnp".Money;
using import "values.capnp".Share;
using import "values.capnp".When;
using import "values.capnp".Sealed;
using import "party.capnp".OrgRef;
using import "party.capnp".Answer;
$Cxx.namespace("sinetti::schema");

struct ChoiceMade $event("choice.made")
    $label(fi="valinta tehty", sv="val gjort", en="choice made")
    $about("A client chose where to get a service.")
    $example("{\"service\": \"lyhytaikaishoito\", \"chosenUnit\": \"hattula-osasto\", \"homeMunicipality\": \"165\", \"informedOfOptions\": \"yes\"}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  chosenUnit @1 :Text $required $index("unit")
      $label(fi="valittu yksikkö", sv="vald enhet", en="chosen unit");
  homeMunicipality @2 :Text $required $identifier(municipality)
      $label(fi="kotikunta", sv="hemkommun", en="home municipality");
  informedOfOptions @3 :Answer
      $label(fi="vaihtoehdoista kerrottu", sv="informerad om alternativen", en="informed of the options");
  reason @4 :Sealed $personal
      $label(fi="asiakkaan perustelu", sv="klientens motivering", en="client's reason");
}

struct ChoiceChanged $event("choice.changed")
    $label(fi="valinta muutettu", sv="val ändrat", en="choice changed")
    $about("A client chose another unit.")
    $example("{\"service\": \"lyhytaikaishoito\", \"fromUnit\": \"hattula-osasto\", \"chosenUnit\": \"janakkala-osasto\"}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  fromUnit @1 :Text $index("unit")
      $label(fi="aiempi yksikkö", sv="tidigare enhet", en="former unit");
  chosenUnit @2 :Text $required $index("unit")
      $label(fi="valittu yksikkö", sv="vald enhet", en="chosen unit");
  reason @3 :Sealed $personal
      $label(fi="asiakkaan perustelu", sv="klientens motivering", en="client's reason");
}

struct ChoiceRefused $event("choice.refused")
    $label(fi="valinta evätty", sv="val nekat", en="choice refused")
    $about("A client could not have the unit of choice.")
    $example("{\"service\": \"lyhytaikaishoito\", \"unit\": \"hattula-osasto\", \"ground\": \"Yksikkö on täynnä.\"}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  unit @1 :Text $required $index("unit") $label(fi="yksikkö", sv="enhet", en="unit");
  ground @2 :Text $required $label(fi="peruste", sv="grund", en="ground");
}

struct SettlementCharged $event("settlement.charged")
    $label(fi="korvaus laskutettu", sv="ersättning fakturerad", en="settlement charged")
    $about("One organiser charges another for services given to its residents; the total is what the bill says.")
    $basis("612/2021:57")
    $example("{\"settlement\": \"l-2015-1\", \"period\": {\"date\": \"2015-03\"}, \"payer\": {\"name\": \"Janakkala\", \"municipality\": \"165\"}, \"payee\": {\"name\": \"Hattula\", \"municipality\": \"082\"}, \"units\": [\"hattula-osasto\"], \"service\": \"osastohoito\", \"quantity\": {\"value\": 10, \"unit\": \"hoitopäivä\"}, \"unitPrice\": {\"missing\": {\"label\": \"hoitopäivän hinta\", \"unit\": \"EUR\"}}, \"total\": {\"missing\": {\"label\": \"yhteensä\", \"unit\": \"EUR\"}}}") {
  settlement @0 :Text $required $label(fi="laskutus", sv="avräkning", en="settlement")
      $about("The settlement's id in this ledger.");
  period @1 :When $required $label(fi="kausi", sv="period", en="period");
  payer @2 :OrgRef $required $label(fi="maksaja", sv="betalare", en="payer");
  payee @3 :OrgRef $required $label(fi="saaja", sv="mottagare", en="payee");
  units @4 :List(Text) $index("unit") $label(fi="yksiköt", sv="enheter", en="units");
  service @5 :Text $label(fi="palvelu", sv="tjänst", en="service");
  quantity @6 :Quantity $required $label(fi="määrä", sv="mängd", en="quantity");
  unitPrice @7 :Money $required $label(fi="yksikköhinta", sv="enhetspris", en="unit price");
  incomeDeducted @8 :Money
      $label(fi="vähennetyt tulot", sv="avdragna inkomster", en="income deducted");
  total @9 :Money $required $label(fi="yhteensä", sv="totalt", en="total");
  priceList @10 :Text $label(fi="hinnasto", sv="prislista", en="price list");
  priceMethod @11 :Text
      $label(fi="hinnan laskentatapa", sv="prisets beräkningssätt", en="method of price");
}

struct SettlementObjected $event("settlement.objected")
    $label(fi="korvauksesta huomautettu", sv="anmärkning mot ersättning", en="settlement objected")
    $about("The payer does not accept a charge.")
    $example("{\"settlement\": \"l-2015-1\", \"ground\": \"Hinta puuttuu.\", \"disputed\": {\"amount\": 100, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  settlement @0 :Text $required $label(fi="laskutus", sv="avräkning", en="settlement")
      $about("The settlement's id in this ledger.");
  ground @1 :Text $required $label(fi="peruste", sv="grund", en="ground");
  disputed @2 :Money $label(fi="riitautettu määrä", sv="bestritt belopp", en="disputed amount");
}

struct SettlementCredited $event("settlement.credited")
    $label(fi="korvaus hyvitetty", sv="ersättning krediterad", en="settlement credited")
    $about("A charge was taken back in full or in part.")
    $example("{\"settlement\": \"l-2015-1\", \"amount\": {\"amount\": 100, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  settlement @0 :Text $required $label(fi="laskutus", sv="avräkning", en="settlement")
      $about("The settlement's id in this ledger.");
  amount @1 :Money $required $label(fi="hyvitys", sv="kreditering", en="credit");
  reason @2 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct SettlementPaid $event("settlement.paid")
    $label(fi="korvaus maksettu", sv="ersättning betald", en="settlement paid")
    $about("A charge was paid.")
    $basis("612/2021:57")
    $example("{\"settlement\": \"l-2015-1\", \"amount\": {\"amount\": 2500, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  settlement @0 :Text $required $label(fi="laskutus", sv="avräkning", en="settlement")
      $about("The settlement's id in this ledger.");
  amount @1 :Money $required $label(fi="määrä", sv="belopp", en="amount");
  reference @2 :Text $label(fi="viite", sv="referens", en="reference");
}

struct VoucherDecisionMade $event("voucher.decisionMade")
    $label(fi="palvelusetelipäätös tehty", sv="beslut om servicesedel fattat", en="voucher decision made")
    $about("A client was granted a service voucher: its value, the ceiling and the client's own share.")
    $basis("569/2009:7")
    $example("{\"service\": \"kotihoito\", \"value\": {\"amount\": 32.5, \"currency\": \"EUR\", \"currencyStated\": true}, \"incomeTested\": \"yes\", \"ownShare\": {\"amount\": 5, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  value @1 :Money $required $label(fi="arvo", sv="värde", en="value");
  valueUnit @2 :Text $label(fi="arvon yksikkö", sv="värdets enhet", en="unit of value");
  incomeTested @3 :Answer $label(fi="tulosidonnainen", sv="inkomstbunden", en="income-tested");
  cap @4 :Money $label(fi="enimmäishinta", sv="maximipris", en="ceiling");
  ownShare @5 :Money $label(fi="omavastuu", sv="självriskandel", en="own share");
  validFrom @6 :When $label(fi="voimassa alkaen", sv="giltig från", en="valid from");
  validTo @7 :When $label(fi="voimassa asti", sv="giltig till", en="valid to");
  decision @8 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
  reasons @9 :Sealed $personal $label(fi="perustelut", sv="motivering", en="reasons");
}

struct VoucherValueSet $event("voucher.valueSet")
    $label(fi="palvelusetelin arvo asetettu", sv="servicesedelns värde fastställt", en="voucher value set")
    $about("The organiser set the value of its voucher for a service.")
    $basis("569/2009:7")
    $example("{\"service\": \"kotihoito\", \"value\": {\"amount\": 32.5, \"currency\": \"EUR\", \"currencyStated\": true}, \"valueUnit\": \"tunti\"}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  value @1 :Money $required $label(fi="arvo", sv="värde", en="value");
  valueUnit @2 :Text $label(fi="arvon yksikkö", sv="värdets enhet", en="unit of value");
  incomeTested @3 :Answer $label(fi="tulosidonnainen", sv="inkomstbunden", en="income-tested");
}

struct VoucherRefused $event("voucher.refused")
    $label(fi="palvelusetelistä kieltäydytty", sv="servicesedel avböjd", en="voucher refused")
    $about("A client refused a voucher and is to be guided to other services.")
    $basis("569/2009:6")
    $example("{\"service\": \"kotihoito\", \"guidedTo\": \"kunnan oma kotihoito\"}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  guidedTo @1 :Text $label(fi="ohjattu", sv="hänvisad till", en="guided to");
  reason @2 :Sealed $personal $label(fi="syy", sv="orsak", en="reason");
}

struct VoucherUsed $event("voucher.used")
    $label(fi="palveluseteli käytetty", sv="servicesedel använd", en="voucher used")
    $about("A voucher was used at a provider, at the agreed price.")
    $basis("569/2009:9")
    $example("{\"service\": \"kotihoito\", \"provider\": \"kotipihka\", \"quantity\": {\"value\": 2, \"unit\": \"tunti\"}, \"agreedPrice\": {\"amount\": 30, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  provider @1 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider");
  quantity @2 :Quantity $required $label(fi="määrä", sv="mängd", en="quantity");
  agreedPrice @3 :Money $required $label(fi="sovittu hinta", sv="avtalat pris", en="agreed price");
  paidByOrganiser @4 :Money
      $label(fi="järjestäjän maksama", sv="betalat av anordnaren", en="paid by the organiser");
}

struct VoucherRevoked $event("voucher.revoked")
    $label(fi="palvelusetelipäätös peruutettu", sv="beslut om servicesedel återkallat", en="voucher revoked")
    $about("A voucher decision was taken back.")
    $basis("569/2009")
    $example("{\"service\": \"kotihoito\", \"ground\": \"Palvelutarve on päättynyt.\"}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  ground @1 :Text $required $label(fi="peruste", sv="grund", en="ground");
}

struct VoucherSettled $event("voucher.settled")
    $label(fi="palveluseteli tilitetty", sv="servicesedel avräknad", en="voucher settled")
    $about("The organiser paid the provider for vouchers used in a period.")
    $basis("569/2009")
    $example("{\"service\": \"kotihoito\", \"provider\": \"kotipihka\", \"period\": {\"date\": \"2026-01\"}, \"total\": {\"amount\": 1260, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  service @0 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  provider @1 :Text $required $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider");
  period @2 :When $required $label(fi="jakso", sv="period", en="period");
  total @3 :Money $required $label(fi="yhteensä", sv="totalt", en="total");
  paidOn @4 :When $label(fi="maksettu", sv="betald den", en="paid on");
}

struct PaymentReduced $event("payment.reduced")
    $label(fi="korvausta alennettu", sv="ersättning sänkt", en="payment reduced")
    $about("The organiser paid less than agreed, because of a fault in the service.")
    $basis("741/2023:25")
    $example("{\"contract\": \"s-2015-7\", \"ground\": \"Henkilöstömitoitus alittui.\", \"finding\": \"hav-1\", \"share\": {\"percent\": 5, \"base\": \"kuukausikorvaus\"}}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  ground @1 :Text $required $label(fi="peruste", sv="grund", en="ground");
  finding @2 :Text $identifier(eventRef) $label(fi="havainto", sv="iakttagelse", en="finding");
  amount @3 :Money $label(fi="määrä", sv="belopp", en="amount");
  share @4 :Share $label(fi="osuus", sv="andel", en="share");
  period @5 :When $label(fi="jakso", sv="period", en="period");
}

struct PaymentWithheld $event("payment.withheld")
    $label(fi="korvauksen maksamisesta pidättäydytty", sv="betalning innehållen", en="payment withheld")
    $about("The organiser withholds payment until a fault is mended.")
    $basis("741/2023:25")
    $example("{\"contract\": \"s-2015-7\", \"ground\": \"Palvelua ei ole tuotettu.\", \"finding\": \"hav-1\", \"amount\": {\"amount\": 5000, \"currency\": \"EUR\", \"currencyStated\": true}}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  ground @1 :Text $required $label(fi="peruste", sv="grund", en="ground");
  finding @2 :Text $identifier(eventRef) $label(fi="havainto", sv="iakttagelse", en="finding");
  amount @3 :Money $label(fi="määrä", sv="belopp", en="amount");
  until @4 :When $label(fi="kunnes", sv="till", en="until");
}
