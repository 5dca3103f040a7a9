@0x8abd00dfb26ab069;
# Contracts: parties, value, term and the eight clauses that 612/2021 section 15 asks for; changes and
# their size (1397/2016 section 136); supervision, breaches, sanctions and the end.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".law;
using import "annotations.capnp".bought;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "values.capnp".Quantity;
using import "values.capnp".Money;
using import "values.capnp".When;
using import "values.capnp".Document;
using import "party.capnp".OrgRef;
using import "party.capnp".Answer;
using import "pricelist.capnp".PriceLine;
$Cxx.namespace("sinetti::schema");

enum Clause {
  # The mandatory clauses of 612/2021 section 15, in the order of the act.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  content @1 $label(fi="palvelun sisältö, määrä ja laatu", sv="tjänstens innehåll, omfattning och kvalitet", en="content, amount and quality");
  supervision @2 $label(fi="ohjauksen ja valvonnan käytännön toteutus", sv="praktiskt genomförande av styrning och tillsyn", en="practical guidance and supervision");
  solvency @3 $label(fi="taloudelliset edellytykset", sv="ekonomiska förutsättningar", en="solvency");
  subcontracting @4 $label(fi="alihankkijoiden käyttö ja hyväksyminen", sv="anlitande och godkännande av underleverantörer", en="use and approval of subcontractors");
  continuity @5 $label(fi="varautuminen ja jatkuvuudenhallinta", sv="beredskap och kontinuitetshantering", en="preparedness and continuity");
  paymentReduction @6 $label(fi="korvauksen alentaminen ja pidättäminen", sv="sänkning och innehållande av ersättning", en="reduction and withholding of payment");
  termination @7 $label(fi="irtisanominen ja purkaminen", sv="uppsägning och hävning", en="termination and rescission");
  exit @8 $label(fi="varautuminen sopimuksen päättymiseen", sv="beredskap inför avtalets upphörande", en="readiness for the end of the contract");
}

enum ContractRole {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  organiser @1 $label(fi="järjestäjä", sv="anordnare", en="organiser");
  provider @2 $label(fi="tuottaja", sv="producent", en="provider");
  guarantor @3 $label(fi="takaaja", sv="borgensman", en="guarantor");
}

struct ContractParty {
  org @0 :OrgRef $required $label(fi="organisaatio", sv="organisation", en="organisation");
  role @1 :ContractRole $required $label(fi="rooli", sv="roll", en="role");
}

struct ContractDrafted $event("contract.drafted")
    $label(fi="sopimusluonnos laadittu", sv="avtalsutkast upprättat", en="contract drafted")
    $about("A draft of a contract; it binds nobody yet.")
    $basis("612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"parties\": [{\"org\": {\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}, \"role\": \"organiser\"}, {\"org\": {\"name\": \"Kotipihka Oy\"}, \"role\": \"provider\"}], \"provider\": \"kotipihka\", \"service\": \"tehostettu palveluasuminen\", \"value\": {\"amount\": 480000, \"currency\": \"EUR\", \"currencyStated\": true}, \"termStart\": {\"date\": \"2015-06-01\"}, \"clauses\": [\"content\", \"supervision\", \"subcontracting\"]}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  parties @1 :List(ContractParty) $required $label(fi="osapuolet", sv="parter", en="parties");
  provider @2 :Text $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  service @3 :Text $required $bought $law("612/2021:12") $label(fi="palvelu", sv="tjänst", en="service");
  procurement @4 :Text $index("matter") $label(fi="hankinta", sv="upphandling", en="procurement");
  value @5 :Money $label(fi="arvo", sv="värde", en="value")
      $about("Of the whole term, without tax.");
  termStart @6 :When $label(fi="alkaa", sv="börjar", en="starts");
  termEnd @7 :When $label(fi="päättyy", sv="upphör", en="ends")
      $about("Missing: until further notice.");
  options @8 :List(Text) $label(fi="optiot", sv="optioner", en="options");
  clauses @9 :List(Clause)
      $label(fi="pakolliset ehdot", sv="obligatoriska villkor", en="mandatory clauses")
      $about("Those that the contract has.");
  priceList @10 :Text $label(fi="hinnasto", sv="prislista", en="price list");
  costKey @11 :Text
      $label(fi="kustannusten jakoperuste", sv="fördelningsgrund för kostnaderna", en="cost key");
  document @12 :Document
      $label(fi="sopimusasiakirja", sv="avtalshandling", en="contract document");
}

struct ContractSigned $event("contract.signed")
    $label(fi="sopimus allekirjoitettu", sv="avtal undertecknat", en="contract signed")
    $about("A contract was signed by its parties.")
    $basis("612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"parties\": [{\"org\": {\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}, \"role\": \"organiser\"}, {\"org\": {\"name\": \"Kotipihka Oy\"}, \"role\": \"provider\"}], \"provider\": \"kotipihka\", \"service\": \"tehostettu palveluasuminen\", \"value\": {\"amount\": 480000, \"currency\": \"EUR\", \"currencyStated\": true}, \"termStart\": {\"date\": \"2015-06-01\"}, \"clauses\": [\"content\", \"supervision\", \"subcontracting\"]}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  parties @1 :List(ContractParty) $required $label(fi="osapuolet", sv="parter", en="parties");
  provider @2 :Text $index("provider")
      $label(fi="palveluntuottaja", sv="tjänsteproducent", en="provider")
      $about("The provider's id in this ledger.");
  service @3 :Text $required $bought $law("612/2021:12") $label(fi="palvelu", sv="tjänst", en="service");
  procurement @4 :Text $index("matter") $label(fi="hankinta", sv="upphandling", en="procurement");
  value @5 :Money $label(fi="arvo", sv="värde", en="value")
      $about("Of the whole term, without tax.");
  termStart @6 :When $label(fi="alkaa", sv="börjar", en="starts");
  termEnd @7 :When $label(fi="päättyy", sv="upphör", en="ends")
      $about("Missing: until further notice.");
  options @8 :List(Text) $label(fi="optiot", sv="optioner", en="options");
  clauses @9 :List(Clause)
      $label(fi="pakolliset ehdot", sv="obligatoriska villkor", en="mandatory clauses")
      $about("Those that the contract has.");
  priceList @10 :Text $label(fi="hinnasto", sv="prislista", en="price list");
  costKey @11 :Text
      $label(fi="kustannusten jakoperuste", sv="fördelningsgrund för kostnaderna", en="cost key");
  document @12 :Document
      $label(fi="sopimusasiakirja", sv="avtalshandling", en="contract document");
}

struct ContractEnteredIntoForce $event("contract.enteredIntoForce")
    $label(fi="sopimus tullut voimaan", sv="avtal har trätt i kraft", en="contract entered into force")
    $about("The contract binds from the day in the envelope on.")
    $basis("612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"start\": {\"date\": \"2015-06-01\"}}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  start @1 :When $required $label(fi="voimassa alkaen", sv="i kraft från", en="in force from");
}

enum AmendmentGround {
  # The grounds of 1397/2016 section 136.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  reviewClause @1 $label(fi="sopimusehdon mukainen", sv="enligt avtalsvillkor", en="review clause");
  additional @2 $label(fi="lisätyö tai lisäpalvelu", sv="tilläggsarbete eller tilläggstjänst", en="additional services");
  unforeseen @3 $label(fi="ennakoimaton olosuhde", sv="oförutsedd omständighet", en="unforeseen circumstances");
  partyReplaced @4 $label(fi="sopimuskumppani vaihtuu", sv="avtalsparten byts ut", en="party replaced");
  minor @5 $label(fi="vähäinen muutos", sv="mindre ändring", en="minor change");
}

struct ContractAmended $event("contract.amended")
    $label(fi="sopimusta muutettu", sv="avtal ändrat", en="contract amended")
    $about("A change of a contract in force: its size, the sum of all changes so far, and its ground.")
    $basis("1397/2016:136")
    $example("{\"contract\": \"s-2015-7\", \"change\": \"Kaksi paikkaa lisää\", \"changeValue\": {\"amount\": 20000, \"currency\": \"EUR\", \"currencyStated\": true}, \"ground\": \"minor\", \"substantial\": \"no\"}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  change @1 :Text $required $label(fi="muutos", sv="ändring", en="change");
  changeValue @2 :Money
      $label(fi="muutoksen arvo", sv="ändringens värde", en="value of the change");
  cumulativeNet @3 :Money
      $label(fi="muutokset yhteensä", sv="ändringar sammanlagt", en="cumulative net change")
      $about("As the source states it; the audit adds up.");
  ground @4 :AmendmentGround $required $label(fi="peruste", sv="grund", en="ground");
  substantial @5 :Answer $label(fi="olennainen", sv="väsentlig", en="substantial");
  newParty @6 :OrgRef $label(fi="uusi osapuoli", sv="ny part", en="new party");
  newTermEnd @7 :When $label(fi="uusi päättymispäivä", sv="nytt slutdatum", en="new end");
  document @8 :Document $label(fi="muutossopimus", sv="ändringsavtal", en="amendment");
}

struct ContractPriceChanged $event("contract.priceChanged")
    $label(fi="sopimushintaa muutettu", sv="avtalspris ändrat", en="contract price changed")
    $about("Prices of a contract changed.")
    $basis("1397/2016:136")
    $example("{\"contract\": \"s-2015-7\", \"lines\": [{\"serviceCode\": \"tpa\", \"unit\": \"careDay\", \"price\": {\"amount\": 145, \"currency\": \"EUR\", \"currencyStated\": true}, \"method\": \"contractPrice\"}], \"ground\": \"indeksi\"}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  lines @1 :List(PriceLine) $required $label(fi="rivit", sv="rader", en="lines");
  ground @2 :Text $label(fi="peruste", sv="grund", en="ground");
}

struct ContractOptionUsed $event("contract.optionUsed")
    $label(fi="optio käytetty", sv="option utnyttjad", en="option used")
    $about("An option of the contract was used; the term goes on.")
    $basis("1397/2016:136")
    $example("{\"contract\": \"s-2015-7\", \"option\": \"1 + 1 vuotta\", \"newTermEnd\": {\"date\": \"2018-05-31\"}}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  option @1 :Text $required $label(fi="optio", sv="option", en="option");
  newTermEnd @2 :When $label(fi="uusi päättymispäivä", sv="nytt slutdatum", en="new end");
}

struct ContractSupervisionPlanAgreed $event("contract.supervisionPlanAgreed")
    $label(fi="valvonnan toteutuksesta sovittu", sv="genomförandet av tillsynen avtalat", en="supervision plan agreed")
    $about("How the organiser guides and supervises the provider in practice.")
    $basis("612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"text\": \"Ohjauskokous neljännesvuosittain.\"}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  text @1 :Text $required $label(fi="sisältö", sv="innehåll", en="content");
  document @2 :Document $label(fi="suunnitelma", sv="plan", en="plan");
}

struct ContractSupervisionCostShared $event("contract.supervisionCostShared")
    $label(fi="sopimusvalvonnan kustannukset jaettu", sv="kostnaderna för avtalstillsynen fördelade", en="contract supervision cost shared")
    $about("Who pays for tendering and for supervising a joint contract.")
    $basis("612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"costKey\": \"väestömäärän mukaan\", \"payers\": [{\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}]}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  costKey @1 :Text $required $label(fi="jakoperuste", sv="fördelningsgrund", en="cost key");
  payers @2 :List(OrgRef) $required $label(fi="maksajat", sv="betalare", en="payers");
  cost @3 :Money $label(fi="kustannus", sv="kostnad", en="cost");
}

struct ContractSteeringMeetingHeld $event("contract.steeringMeetingHeld")
    $label(fi="sopimusohjauskokous pidetty", sv="avtalsstyrningsmöte hållet", en="contract steering meeting held")
    $about("Organiser and provider met about the contract.")
    $basis("612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"topics\": [\"käyttöaste\"], \"agreed\": [\"seuranta kuukausittain\"]}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  topics @1 :List(Text) $label(fi="aiheet", sv="ämnen", en="topics");
  agreed @2 :List(Text) $label(fi="sovittu", sv="överenskommet", en="agreed");
  minutes @3 :Document $label(fi="muistio", sv="promemoria", en="minutes");
}

struct ContractBreachRecorded $event("contract.breachRecorded")
    $label(fi="sopimusrikkomus kirjattu", sv="avtalsbrott antecknat", en="breach recorded")
    $about("The organiser found that the contract was not kept.")
    $basis("741/2023:25")
    $example("{\"contract\": \"s-2015-7\", \"breach\": \"Yövuoron henkilöstö puuttui.\", \"clause\": \"content\", \"finding\": \"hav-1\"}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  breach @1 :Text $required $label(fi="rikkomus", sv="avtalsbrott", en="breach");
  clause @2 :Clause $label(fi="sopimusehto", sv="avtalsvillkor", en="clause");
  finding @3 :Text $identifier(eventRef) $label(fi="havainto", sv="iakttagelse", en="finding");
  unit @4 :Text $index("unit") $label(fi="yksikkö", sv="enhet", en="unit");
}

struct ContractNoticeOfDefectSent $event("contract.noticeOfDefectSent")
    $label(fi="reklamaatio lähetetty", sv="reklamation sänd", en="notice of defect sent")
    $about("The organiser demanded that a breach be put right by a day.")
    $basis("741/2023:25")
    $example("{\"contract\": \"s-2015-7\", \"demand\": \"Henkilöstö täydennetään.\", \"due\": {\"date\": \"2015-09-30\"}}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  demand @1 :Text $required $label(fi="vaatimus", sv="krav", en="demand");
  due @2 :When $required $label(fi="määräaika", sv="tidsfrist", en="due");
  breach @3 :Text $identifier(eventRef) $label(fi="rikkomus", sv="avtalsbrott", en="breach");
}

struct ContractSanctionApplied $event("contract.sanctionApplied")
    $label(fi="sopimussanktio käytetty", sv="avtalssanktion tillämpad", en="sanction applied")
    $about("A penalty of the contract was applied.")
    $basis("741/2023:25")
    $example("{\"contract\": \"s-2015-7\", \"sanction\": \"sopimussakko\", \"amount\": {\"amount\": 5000, \"currency\": \"EUR\", \"currencyStated\": true}, \"finding\": \"hav-1\"}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  sanction @1 :Text $required $label(fi="seuraamus", sv="påföljd", en="sanction");
  amount @2 :Money $label(fi="määrä", sv="belopp", en="amount");
  finding @3 :Text $identifier(eventRef) $label(fi="havainto", sv="iakttagelse", en="finding");
}

struct ContractTerminated $event("contract.terminated")
    $label(fi="sopimus irtisanottu", sv="avtal uppsagt", en="contract terminated")
    $about("A party gave notice; the contract ends after the notice period.")
    $basis("741/2023:25 612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"terminatedBy\": {\"name\": \"Hämeenlinna\", \"municipality\": \"109\"}, \"ground\": \"Palvelua ei enää tarvita.\", \"noticePeriod\": {\"value\": 6, \"unit\": \"kuukausi\"}, \"endDay\": {\"date\": \"2016-12-31\"}}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  terminatedBy @1 :OrgRef $label(fi="irtisanoja", sv="uppsägande part", en="terminated by");
  ground @2 :Text $required $label(fi="peruste", sv="grund", en="ground");
  noticePeriod @3 :Quantity $label(fi="irtisanomisaika", sv="uppsägningstid", en="notice period");
  endDay @4 :When $label(fi="viimeinen päivä", sv="sista dag", en="last day");
  transitionPlan @5 :Text
      $label(fi="siirtymäsuunnitelma", sv="övergångsplan", en="transition plan");
}

struct ContractRescinded $event("contract.rescinded")
    $label(fi="sopimus purettu", sv="avtal hävt", en="contract rescinded")
    $about("A party ended the contract at once because of a breach.")
    $basis("741/2023:25 612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"ground\": \"Olennainen sopimusrikkomus\", \"endDay\": {\"date\": \"2016-02-01\"}}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  rescindedBy @1 :OrgRef $label(fi="purkaja", sv="hävande part", en="rescinded by");
  ground @2 :Text $required $label(fi="peruste", sv="grund", en="ground");
  finding @3 :Text $identifier(eventRef) $label(fi="havainto", sv="iakttagelse", en="finding");
  endDay @4 :When $label(fi="viimeinen päivä", sv="sista dag", en="last day");
  transitionPlan @5 :Text
      $label(fi="siirtymäsuunnitelma", sv="övergångsplan", en="transition plan");
}

struct ContractExpired $event("contract.expired")
    $label(fi="sopimus päättynyt", sv="avtal har löpt ut", en="contract expired")
    $about("The term of the contract ran out.")
    $basis("612/2021:15")
    $example("{\"contract\": \"s-2015-7\", \"endDay\": {\"date\": \"2018-05-31\"}}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  endDay @1 :When $label(fi="viimeinen päivä", sv="sista dag", en="last day");
  transitionPlan @2 :Text
      $label(fi="siirtymäsuunnitelma", sv="övergångsplan", en="transition plan");
}

struct ContractRenewed $event("contract.renewed")
    $label(fi="sopimus uusittu", sv="avtal förnyat", en="contract renewed")
    $about("The parties went on with a contract for a new term, without an option that gave the right to it.")
    $basis("1397/2016:136")
    $example("{\"contract\": \"s-2015-7\", \"from\": {\"date\": \"2018-06-01\"}, \"to\": {\"date\": \"2020-05-31\"}, \"ground\": \"Kilpailutus on kesken.\"}") {
  contract @0 :Text $required $index("contract") $label(fi="sopimus", sv="avtal", en="contract")
      $about("The contract's id in this ledger.");
  from @1 :When $required $label(fi="alkaen", sv="från och med", en="from");
  to @2 :When $label(fi="päättyen", sv="till och med", en="until");
  value @3 :Money $label(fi="arvo", sv="värde", en="value");
  ground @4 :Text $label(fi="peruste", sv="grund", en="ground");
  document @5 :Document $label(fi="asiakirja", sv="handling", en="document");
}
