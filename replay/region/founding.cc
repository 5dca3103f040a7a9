#include "replay/region/founding.h"

#include "replay/region/stays.h"

namespace sinetti {
namespace {

constexpr std::uint32_t kDelegations = 4;
constexpr std::uint32_t kSparePlaces = 2;  // registered beyond what the owners agreed
constexpr std::string_view kRegister = "Lupa- ja valvontavirasto";

std::uint32_t CountOf(const auto& things) { return static_cast<std::uint32_t>(things.size()); }

}  // namespace

RegionFounding::RegionFounding(RegionContext& region, RegionContracts& contracts,
                               RegionMonitoring& monitoring)
    : region_(region),
      contracts_(contracts),
      monitoring_(monitoring),
      contracts_at_first_(CountOf(region.places.contracts)),
      plans_(kDelegations + 2 * CountOf(region.places.providers) +
             2 * CountOf(region.places.units) + contracts_at_first_) {
  region_.agenda.AddNow(region_.days.BeginOf(region_.first_day) + kOfficeOpens, kFounding, 0);
}

bool RegionFounding::Step(std::string& out, std::uint32_t step) {
  if (step >= plans_) {
    const std::uint32_t unit = (step - plans_) / 3;
    switch ((step - plans_) % 3) {
      case 0:
        // A plan that is published is on display before.
        if (!region_.HasRoomFor(3)) return false;
        AdoptPlan(out, unit);
        break;
      case 1: DisplayPlan(out, unit); break;
      default: PublishPlan(out, unit); return true;
    }
    const bool skips = (step - plans_) % 3 == 0 && not_displayed_;
    region_.agenda.AddNow(region_.now, kFounding, step + (skips ? 2 : 1));
    return true;
  }
  if (step + 1 < plans_) {
    region_.agenda.AddNow(region_.now + 1000 * region_.random.Between(1, 5), kFounding, step + 1);
  } else {
    for (std::uint32_t unit = 0; unit < CountOf(region_.places.units); ++unit)
      region_.agenda.Add(
          region_.MomentOn(AddDays(region_.first_day, region_.random.Between(6, 24))), kFounding,
          plans_ + 3 * unit);
  }
  const std::uint32_t providers = CountOf(region_.places.providers);
  const std::uint32_t units = CountOf(region_.places.units);
  if (step < kDelegations) return GrantDelegation(out, step), true;
  step -= kDelegations;
  if (step < providers) return RegisterProvider(out, step), true;
  step -= providers;
  if (step < providers) return PublishPrices(out, step), true;
  step -= providers;
  if (step < units) return RegisterUnit(out, step), true;
  step -= units;
  if (step < units) return AgreePlaces(out, step), true;
  contracts_.Sign(out, step - units);
  return true;
}

void RegionFounding::GrantDelegation(std::string& out, std::uint32_t which) {
  constexpr std::string_view kSocial =
      "[\"palvelutarve\",\"tehostettu palveluasuminen\",\"kotihoito\",\"omaishoidon tuki\","
      "\"vammaispalvelu\"]";
  const bool ended = which == 2;
  Line line = region_.Begin(out, "delegation.granted", "delegation-", which + 1,
                            "Esimerkin hyvinvointialue", "aluehallitus");
  const Date from = ended ? AddMonths(region_.first_day, -24) : region_.first_day;
  line.Text("effectivefrom", FormatDate(from));
  if (ended) line.Text("effectiveto", region_.today_text());
  line.Open("data").Text("fromOffice", "aluehallitus");
  switch (which) {
    case 0:
    case 2:
      (ended ? region_.delegation_ended : region_.delegation_social) = region_.event;
      line.Text("toOffice", "sosiaalityöntekijä").Raw("decisionTypes", kSocial);
      line.Text("discretion", "yes");
      break;
    case 1:
      region_.delegation_assistance = region_.event;
      line.Text("toOffice", "etuuskäsittelijä").Raw("decisionTypes", "[\"toimeentulotuki\"]");
      line.Text("discretion", "no");
      break;
    default:
      region_.delegation_supervision = region_.event;
      line.Text("toOffice", "valvontajohtaja");
      line.Raw("decisionTypes", "[\"supcase.orderIssued\",\"fine.imposed\"]");
      line.Text("discretion", "yes");
  }
  line.Text("act", "hallintosääntö").End();
}

void RegionFounding::RegisterProvider(std::string& out, std::uint32_t index) {
  const RegionProvider& provider = region_.places.providers[index];
  Line line = region_.Begin(out, "provider.registered", "provider-pt-", index, kRegister,
                            "rekisteriviranomainen");
  line.Id("provider", "pt-", index).Text("legalbasis", "741/2023:21").Open("data");
  line.Id("provider", "pt-", index).Text("name", provider.name);
  line.Text("businessId", provider.business_id).Text("sector", provider.sector);
  const std::string_view service = region_.places.units[provider.first_unit].service;
  line.Raw("services", "[\"" + std::string(service) + "\"]").End();
}

void RegionFounding::PublishPrices(std::string& out, std::uint32_t index) {
  const RegionProvider& provider = region_.places.providers[index];
  Line line = region_.Begin(out, "pricelist.published", "pricelist-hin-", index, provider.name,
                            "talouspalvelut");
  line.Id("provider", "pt-", index).Open("data").Id("priceList", "hin-", index);
  line.Org("publisher", provider.name, {});
  const std::int64_t cents = 4'000 + 5 * static_cast<std::int64_t>(region_.random.Below(4'000));
  line.Raw("lines", "[{\"serviceCode\":\"hoitopaiva\",\"unit\":\"careDay\",\"price\":{\"amount\":" +
                        EurosText(cents) +
                        ",\"currency\":\"EUR\",\"currencyStated\":true},\"method\":"
                        "\"contractPrice\"}]");
  line.End();
}

void RegionFounding::RegisterUnit(std::string& out, std::uint32_t index) {
  const RegionUnit& unit = region_.places.units[index];
  Line line = region_.Begin(out, "unit.registered", "provider-pt-", unit.provider, kRegister,
                            "rekisteriviranomainen");
  region_.OfUnit(line, index);
  line.Text("legalbasis", "741/2023:21").Open("data").Id("unit", "yks-", index);
  line.Id("provider", "pt-", unit.provider).Text("name", unit.name).Text("oid", unit.oid);
  line.Text("municipality", RegionMunicipalities()[unit.municipality].code);
  line.Count("places", unit.places + kSparePlaces, "paikka").End();
}

void RegionFounding::AgreePlaces(std::string& out, std::uint32_t index) {
  const RegionUnit& unit = region_.places.units[index];
  Line line = region_.Begin(out, "capacity.placesAgreed", "capacity-yks-", index,
                            "Esimerkin hyvinvointialue", "palvelupäällikkö");
  region_.OfUnit(line, index);
  line.Open("data").Id("unit", "yks-", index);
  WritePlaces(line, unit, unit.places, false);
  line.End();
}

Line RegionFounding::BeginPlan(std::string& out, std::string_view type, std::uint32_t unit) {
  Line line =
      region_.Begin(out, type, "smplan-yks-", unit, region_.ProviderOf(unit), "vastuuhenkilö");
  region_.OfUnit(line, unit);
  line.Text("legalbasis", "741/2023:27").Open("data").Id("unit", "yks-", unit);
  line.Text("planVersion", "1.0");
  return line;
}

void RegionFounding::AdoptPlan(std::string& out, std::uint32_t unit) {
  not_displayed_ = region_.defects.Take(Defect::kPlanNotOnDisplay);
  const bool no_instruction =
      !not_displayed_ && region_.defects.Take(Defect::kPlanWithoutInstruction);
  Line line = BeginPlan(out, "smplan.adopted", unit);
  line.Text("approvedOn", region_.today_text()).Text("approver", "vastuuhenkilö");
  line.Raw("risks", "[\"lääkehoito\",\"yöaikainen miehitys\"]").Text("incidentProcedure", "yes");
  line.Text("staffInstruction", no_instruction ? "no" : "yes").End();
  // Found in the event that publishes the plan.
  const std::string name = NumberedText("yks-", unit);
  if (not_displayed_)
    region_.defects.Planted(Defect::kPlanNotOnDisplay, name, "plan 1.0", region_.event + 1,
                            region_.today);
  if (no_instruction)
    region_.defects.Planted(Defect::kPlanWithoutInstruction, name, "plan 1.0", region_.event + 2,
                            region_.today);
}

void RegionFounding::DisplayPlan(std::string& out, std::uint32_t unit) {
  Line line = BeginPlan(out, "smplan.displayedInUnit", unit);
  line.Text("displayedOn", region_.today_text()).Text("place", "aula").End();
}

void RegionFounding::PublishPlan(std::string& out, std::uint32_t unit) {
  Line line = BeginPlan(out, "smplan.published", unit);
  line.Text("publishedOn", region_.today_text());
  line.Id("url", "https://example.fi/omavalvonta/yks-", unit).End();
  monitoring_.PlanPublished(unit);
}

}  // namespace sinetti
