#include "replay/region/contracts.h"

namespace sinetti {
namespace {

constexpr std::string_view kBuyer = "Esimerkin hyvinvointialue";
// Who orders does not pay.
constexpr std::string_view kPayer = "Esimerkin talouspalvelut";
constexpr std::array<std::uint16_t, 12> kSeason = {104, 102, 106, 104, 102, 98,
                                                   62,  90,  104, 106, 108, 114};

}  // namespace

RegionContracts::RegionContracts(RegionContext& region) : region_(region) {
  const std::uint64_t events = region.options.events_per_year;
  contracts_arrive_ = {.per_year = 6 + events / 3000, .percent = kSeason, .day = region.first_day};
  amendments_arrive_ = {.per_year = 12 + events / 600, .percent = kSeason, .day = region.first_day};
  subcontractors_arrive_ = {
      .per_year = 12 + events / 1200, .percent = kSeason, .day = region.first_day};
  region_.agenda.Add(region_.NextArrival(contracts_arrive_), kContractArrives, 0);
  region_.agenda.Add(region_.NextArrival(amendments_arrive_), kAmendmentArrives, 0);
  region_.agenda.Add(region_.NextArrival(subcontractors_arrive_), kSubcontractorArrives, 0);
}

std::uint32_t RegionContracts::SomeContract() {
  return region_.random.Below(static_cast<std::uint32_t>(region_.places.contracts.size()));
}

Line RegionContracts::BeginContract(std::string& out, std::string_view type, std::uint32_t contract,
                                    std::string_view basis) {
  Line line = region_.Begin(out, type, "contract-sop-", contract, kBuyer, "hankintapäällikkö");
  line.Id("provider", "pt-", region_.places.contracts[contract].provider);
  line.Id("contract", "sop-", contract).Text("legalbasis", basis).Open("data");
  line.Id("contract", "sop-", contract);
  return line;
}

void RegionContracts::Sign(std::string& out, std::uint32_t number) {
  const RegionContract& contract = region_.places.contracts[number];
  const RegionMunicipality& buyer = RegionMunicipalities()[contract.municipality];
  const bool missing = region_.defects.Take(Defect::kClauseMissing);
  Line line = BeginContract(out, "contract.signed", number, "612/2021:15");
  line.Raw("parties",
           "[{\"org\":{\"name\":\"" + std::string(buyer.name) + "\",\"municipality\":\"" +
               buyer.code + "\"},\"role\":\"organiser\"},{\"org\":{\"name\":\"" +
               region_.places.providers[contract.provider].name + "\"},\"role\":\"provider\"}]");
  line.Id("provider", "pt-", contract.provider).Text("service", contract.service);
  // The term begins with the next month, and is charged for month by month.
  const CivilDay today = CivilOf(region_.today);
  const Date start = AddMonths(DateOf(today.year, today.month, 1), 1);
  line.Cents("value", contract.value_cents).Day("termStart", FormatDate(start));
  line.Raw("clauses", missing ? "[\"content\",\"supervision\",\"subcontracting\",\"termination\"]"
                              : "[\"content\",\"supervision\",\"solvency\",\"subcontracting\","
                                "\"continuity\",\"paymentReduction\",\"termination\",\"exit\"]");
  line.End();
  if (missing) region_.Planted(Defect::kClauseMissing, NumberedText("sop-", number), "clauses");
  const Date charged = AddDays(AddMonths(start, 1), region_.random.Between(2, 9));
  region_.agenda.Add(region_.MomentOn(region_.days.OpenOn(charged)), kChargeDue, number);
}

bool RegionContracts::Arrive(std::string& out) {
  region_.agenda.Add(region_.NextArrival(contracts_arrive_), kContractArrives, 0);
  const RegionUnit& unit = region_.places.units[region_.SomeUnit()];
  region_.places.contracts.push_back(MakeContract(unit.provider, unit.service, region_.random));
  Sign(out, static_cast<std::uint32_t>(region_.places.contracts.size() - 1));
  return true;
}

// Minor changes stay below 8 % of the value together, other ones below half of it.
bool RegionContracts::Amend(std::string& out) {
  region_.agenda.Add(region_.NextArrival(amendments_arrive_), kAmendmentArrives, 0);
  const std::uint32_t number = SomeContract();
  RegionContract& contract = region_.places.contracts[number];
  std::int64_t cents = contract.value_cents * region_.random.Between(5, 20) / 1000;
  std::string_view ground = "minor";
  const bool adds_up = contract.minor_cents * 10 < contract.value_cents &&
                       region_.defects.Take(Defect::kMinorChangesTooLarge);
  const bool large = !adds_up && region_.defects.Take(Defect::kChangeTooLarge);
  if (adds_up) {
    cents = contract.value_cents * 11 / 100;
  } else if (large) {
    cents = contract.value_cents * 6 / 10;
    ground = "additional";
  } else if ((contract.minor_cents + cents) * 100 > contract.value_cents * 8 ||
             region_.random.Percent(20)) {
    cents = contract.value_cents * region_.random.Between(5, 30) / 100;
    ground = "reviewClause";
  }
  if (ground == "minor") contract.minor_cents += cents;
  Line line = BeginContract(out, "contract.amended", number, "1397/2016:136");
  line.Text("change", "Paikkamäärää muutetaan").Cents("changeValue", cents);
  line.Text("ground", ground).End();
  if (adds_up)
    region_.Planted(Defect::kMinorChangesTooLarge, NumberedText("sop-", number), "minor");
  if (large)
    region_.Planted(Defect::kChangeTooLarge, NumberedText("sop-", number),
                    "additional " + region_.today_text());
  return true;
}

bool RegionContracts::AddSubcontractor(std::string& out) {
  region_.agenda.Add(region_.NextArrival(subcontractors_arrive_), kSubcontractorArrives, 0);
  const std::uint32_t number = SomeContract();
  const std::string name = "ali-" + std::to_string(number) + "-" +
                           std::to_string(++region_.places.contracts[number].subcontractors);
  const bool declared_only = region_.defects.Take(Defect::kSubcontractorNotApproved);
  Line line =
      BeginContract(out, declared_only ? "subcontractor.declared" : "subcontractor.approved",
                    number, "612/2021:17");
  line.Text("subcontractor", name).Text("name", "Esimerkkiateria Oy");
  line.Text("service", region_.random.Percent(50) ? "ateriapalvelut" : "yöhoito");
  if (!declared_only) line.Raw("evidence", "[{\"title\":\"Rekisteriote\"}]");
  line.End();
  if (declared_only)
    region_.Planted(Defect::kSubcontractorNotApproved, NumberedText("sop-", number), name);
  return true;
}

// Days of care of the month before, times the price, less what clients paid.
bool RegionContracts::Charge(std::string& out, std::uint32_t number) {
  const RegionContract& contract = region_.places.contracts[number];
  const CivilDay day = CivilOf(region_.today);
  const Date next = AddMonths(DateOf(day.year, day.month, 1), 1);
  region_.agenda.Add(
      region_.MomentOn(region_.days.OpenOn(AddDays(next, region_.random.Between(2, 9)))),
      kChargeDue, number);
  const std::string period = FormatDate(AddMonths(next, -2)).substr(0, 7);
  const std::int64_t quantity = region_.random.Between(60, 700);
  const std::int64_t income = quantity * region_.random.Between(800, 1600);
  const bool wrong = region_.defects.Take(Defect::kChargeDoesNotAddUp);
  Bill bill;
  bill.number = ++last_bill_;
  bill.event = region_.event;
  bill.contract = number;
  bill.cents = quantity * contract.price_cents - income + (wrong ? 12'300 : 0);
  const RegionMunicipality& buyer = RegionMunicipalities()[contract.municipality];
  Line line = region_.Begin(out, "settlement.charged", "settlement-las-", bill.number,
                            region_.places.providers[contract.provider].name, "laskuttaja");
  line.Id("provider", "pt-", contract.provider).Id("contract", "sop-", number).Open("data");
  line.Id("settlement", "las-", bill.number).Day("period", period);
  line.Org("payer", buyer.name, buyer.code);
  line.Org("payee", region_.places.providers[contract.provider].name, {});
  line.Text("service", contract.service);
  line.Count("quantity", static_cast<std::uint64_t>(quantity), "hoitopäivä");
  line.Cents("unitPrice", contract.price_cents).Cents("incomeDeducted", income);
  line.Cents("total", bill.cents).Id("priceList", "hin-", contract.provider).End();
  if (wrong)
    region_.Planted(Defect::kChargeDoesNotAddUp, NumberedText("las-", bill.number), period);
  region_.agenda.Add(region_.DaysFromNow(region_.random.Between(10, 28)), kChargePaid,
                     bills_.Add(bill));
  return true;
}

bool RegionContracts::Pay(std::string& out, std::uint32_t slot) {
  const Bill bill = bills_[slot];
  bills_.Remove(slot);
  Line line =
      region_.Begin(out, "settlement.paid", "settlement-las-", bill.number, kPayer, "maksaja");
  line.Id("provider", "pt-", region_.places.contracts[bill.contract].provider);
  line.Id("contract", "sop-", bill.contract).Id("causation", "r", bill.event).Open("data");
  line.Id("settlement", "las-", bill.number).Cents("amount", bill.cents).End();
  return true;
}

}  // namespace sinetti
