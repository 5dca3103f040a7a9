// What happens in the made-up region: each kind of process is a pool of open ones, and a line moves
// one of them a step on.  Finality comes from a queue, 38 days after notification by letter.
#include "tests/support/region.h"

#include <array>
#include <string_view>
#include <vector>

#include "tests/support/region_matters.h"
#include "tests/support/region_supervision.h"

namespace sinetti::testing_support {
namespace {

constexpr std::uint32_t kOpenPlacements = 1024;

constexpr std::array<std::string_view, 8> kThemes = {"availability", "continuity", "safety",
                                                     "quality",      "equality",   "staff",
                                                     "premises",     "medication"};
constexpr std::array<std::string_view, 5> kIncidents = {"lääkitysvirhe", "kaatuminen", "katoaminen",
                                                        "väkivaltatilanne", "laitevika"};

struct Placement {
  std::uint64_t number = 0;
  std::uint32_t unit = 0;
  std::uint32_t client = 0;
  bool open = false;
};

}  // namespace

struct RegionGenerator::Impl {
  Impl(std::uint64_t seed, RegionOptions chosen)
      : region_(seed, chosen),
        matters_(region_),
        supervision_(region_),
        placements_(kOpenPlacements) {}

  void Append(std::string& out) {
    ++region_.event;
    if (founded_ < FoundingSteps()) return Found(out);
    region_.clock.Advance(1 + region_.random.Below(52));
    if (matters_.FinalityDue()) return matters_.BecomeFinal(out);
    const std::uint32_t pick = region_.random.Below(1000);
    if (pick < 740) return matters_.Advance(out);
    if (pick < 820) return AdvancePlacement(out);
    if (pick < 875) return ReportIncident(out);
    if (pick < 930) return RecordObservation(out);
    if (pick < 955 && ReportDue()) return PublishReport(out);
    if (pick < 965) return AmendContract(out);
    if (pick < 975 && region_.options.protected_fields) return NotifyByStaff(out);
    return supervision_.Advance(out);
  }

  // ---- the standing part, in the order provider, its units and their plans, its contracts

  std::size_t FoundingSteps() const {
    return region_.places.providers.size() + 2 * region_.places.units.size() +
           region_.places.contracts.size();
  }

  void Found(std::string& out) {
    region_.clock.Advance(1 + region_.random.Below(5));
    std::size_t step = founded_++;
    if (step < region_.places.providers.size()) return RegisterProvider(out, step);
    step -= region_.places.providers.size();
    if (step < region_.places.units.size()) return RegisterUnit(out, step);
    step -= region_.places.units.size();
    if (step < region_.places.units.size()) return PublishPlan(out, step);
    SignContract(out, step - region_.places.units.size());
  }

  void RegisterProvider(std::string& out, std::size_t index) {
    const RegionProvider& provider = region_.places.providers[index];
    Line line = region_.Begin(out, "provider.registered", "provider-pt-", index,
                              "Lupa- ja valvontavirasto", "rekisteriviranomainen");
    line.Id("provider", "pt-", index).Text("legalbasis", "741/2023:21").Open("data");
    line.Id("provider", "pt-", index).Text("name", provider.name);
    line.Text("businessId", provider.business_id).Text("sector", provider.sector);
    const std::string_view service = region_.places.units[provider.first_unit].service;
    line.Raw("services", "[\"" + std::string(service) + "\"]").Close().Close();
  }

  void RegisterUnit(std::string& out, std::size_t index) {
    const RegionUnit& unit = region_.places.units[index];
    Line line = region_.Begin(out, "unit.registered", "provider-pt-", unit.provider,
                              "Lupa- ja valvontavirasto", "rekisteriviranomainen");
    region_.OfUnit(line, static_cast<std::uint32_t>(index));
    line.Text("legalbasis", "741/2023:21").Open("data").Id("unit", "yks-", index);
    line.Id("provider", "pt-", unit.provider).Text("name", unit.name).Text("oid", unit.oid);
    line.Text("municipality", RegionMunicipalities()[unit.municipality].code);
    line.Open("places").Integer("value", unit.places).Text("unit", "paikka").Close();
    line.Close().Close();
  }

  void PublishPlan(std::string& out, std::size_t index) {
    Line line = region_.Begin(out, "smplan.published", "smplan-yks-", index,
                              region_.places.providers[region_.places.units[index].provider].name,
                              "vastuuhenkilö");
    region_.OfUnit(line, static_cast<std::uint32_t>(index));
    line.Text("legalbasis", "741/2023:27").Open("data").Id("unit", "yks-", index);
    line.Text("planVersion", "1.0").Text("publishedOn", region_.clock.day_text());
    line.Id("url", "https://example.fi/omavalvonta/yks-", index).Close().Close();
  }

  void SignContract(std::string& out, std::size_t index) {
    const RegionContract& contract = region_.places.contracts[index];
    const RegionMunicipality& buyer = RegionMunicipalities()[contract.municipality];
    Line line = region_.Begin(out, "contract.signed", "contract-sop-", index, "hyvinvointialue",
                              "hankintapäällikkö");
    line.Id("provider", "pt-", contract.provider).Id("contract", "sop-", index);
    line.Text("legalbasis", "612/2021:15").Open("data").Id("contract", "sop-", index);
    line.Raw("parties",
             "[{\"org\":{\"name\":\"" + std::string(buyer.name) + "\",\"municipality\":\"" +
                 buyer.code + "\"},\"role\":\"organiser\"},{\"org\":{\"name\":\"" +
                 region_.places.providers[contract.provider].name + "\"},\"role\":\"provider\"}]");
    line.Id("provider", "pt-", contract.provider).Text("service", contract.service);
    line.Open("value").Integer("amount", contract.yearly_euros).Text("currency", "EUR");
    line.Raw("currencyStated", "true")
        .Close()
        .Open("termStart")
        .Text("date", region_.clock.day_text());
    line.Close();
    // Some contracts lack a mandatory clause, for the control that looks for them.
    line.Raw("clauses", region_.random.Percent(90)
                            ? "[\"content\",\"supervision\",\"solvency\",\"subcontracting\","
                              "\"continuity\",\"paymentReduction\",\"termination\",\"exit\"]"
                            : "[\"content\",\"supervision\",\"subcontracting\",\"termination\"]");
    line.Close().Close();
  }

  // ---- region_.places

  void AdvancePlacement(std::string& out) {
    Placement& placement = placements_[region_.random.Below(kOpenPlacements)];
    const bool starts = !placement.open;
    if (starts) {
      placement.number = ++last_placement_;
      placement.unit =
          region_.random.Below(static_cast<std::uint32_t>(region_.places.units.size()));
      placement.client = region_.random.Below(kRegionClients);
    }
    placement.open = starts;
    const RegionUnit& unit = region_.places.units[placement.unit];
    Line line = region_.Begin(out, starts ? "placement.started" : "placement.ended",
                              "capacity-yks-", placement.unit,
                              region_.places.providers[unit.provider].name, "vastuuhenkilö");
    region_.OfUnit(line, placement.unit);
    line.Id("client", "k-", placement.client).Id("correlation", "sijoitus-", placement.number);
    line.Text("effectivefrom", region_.clock.day_text())
        .Open("data")
        .Id("unit", "yks-", placement.unit);
    if (starts) {
      const RegionMunicipality& owner = RegionMunicipalities()[unit.municipality];
      line.Open("owner").Text("name", owner.name).Text("municipality", owner.code).Close();
      line.Text("placeKind", region_.random.Percent(75) ? "pitkäaikainen" : "lyhytaikainen");
    } else {
      line.Text("reasonCode",
                region_.random.Percent(60) ? "muutto kotiin" : "siirto toiseen yksikköön");
    }
    line.Close().Close();
  }

  // ---- incidents, notifications, self-monitoring

  Line BeginUnit(std::string& out, std::string_view type, std::string_view family,
                 std::uint64_t stream, std::uint32_t unit, std::string_view role) {
    Line line =
        region_.Begin(out, type, family, stream,
                      region_.places.providers[region_.places.units[unit].provider].name, role);
    region_.OfUnit(line, unit);
    return line;
  }

  void ReportIncident(std::string& out) {
    const std::uint32_t unit = region_.SomeUnit();
    Line line = BeginUnit(out, "incident.reported", "incident-", ++last_incident_, unit, "hoitaja");
    line.Text("legalbasis", "741/2023:27").Open("data").Id("unit", "yks-", unit);
    line.Text("kind", kIncidents[region_.random.Below(5)])
        .Text("theme", kThemes[region_.random.Below(8)]);
    line.Text("harm", region_.random.Percent(80) ? "mild" : "moderate");
    line.Text("nearMiss", region_.random.Percent(35) ? "yes" : "no");
    line.Text("happenedOn", region_.clock.day_text());
    line.Text("summary", region_.SomeObservation()).Close().Close();
  }

  void NotifyByStaff(std::string& out) {
    const std::uint32_t unit = region_.SomeUnit();
    Line line =
        BeginUnit(out, "notification.staffMade", "incident-", ++last_incident_, unit, "hoitaja");
    line.Text("legalbasis", "741/2023:29").Open("data").Id("unit", "yks-", unit);
    line.Text("theme", kThemes[region_.random.Below(8)]).Open("reporter");
    line.Id("subject", "h-", region_.random.Below(5000)).Text("value", "hoitaja, yövuoro").Close();
    line.Text("summary", region_.SomeObservation()).Text("toRole", "vastuuhenkilö");
    line.Text("madeOn", region_.clock.day_text()).Close().Close();
  }

  void RecordObservation(std::string& out) {
    const std::uint32_t unit = region_.SomeUnit();
    Line line =
        BeginUnit(out, "smobservation.recorded", "smplan-yks-", unit, unit, "vastuuhenkilö");
    line.Text("legalbasis", "741/2023:27").Open("data").Id("unit", "yks-", unit);
    line.Text("theme", kThemes[region_.random.Below(8)]);
    line.Text("severity", region_.random.Percent(75) ? "toImprove" : "defect");
    line.Text("observedOn", region_.clock.day_text());
    line.Text("text", region_.SomeObservation()).Close().Close();
  }

  // Four-month periods since 2024-01-01; units publish one after another once a period has ended.
  int PeriodsEnded() const {
    const CivilDay today = CivilOf(region_.clock.day());
    return (today.year - 2024) * 3 + (today.month - 1) / 4;
  }

  bool ReportDue() {
    if (next_report_ == region_.places.units.size() && reported_period_ + 1 < PeriodsEnded()) {
      ++reported_period_;
      next_report_ = 0;
    }
    // Some never publish: the next one takes the turn.
    while (next_report_ < region_.places.units.size() &&
           (next_report_ * 7 + reported_period_) % 23 == 0)
      ++next_report_;
    return reported_period_ < PeriodsEnded() && next_report_ < region_.places.units.size();
  }

  void PublishReport(std::string& out) {
    const auto unit = static_cast<std::uint32_t>(next_report_++);
    const Date from = AddMonths(DateOf(2024, 1, 1), 4 * reported_period_);
    Line line = BeginUnit(out, "smreport.published", "smplan-yks-", unit, unit, "vastuuhenkilö");
    line.Text("legalbasis", "741/2023:27:3").Open("data").Id("unit", "yks-", unit);
    line.Text("scope", "unitPlan").Text("periodFrom", FormatDate(from));
    line.Text("periodTo", FormatDate(AddDays(AddMonths(from, 4), -1)));
    line.Text("publishedOn", region_.clock.day_text());
    line.Raw("observations", "[\"" + std::string(region_.SomeObservation()) + "\"]");
    line.Raw("changes", "[\"perehdytystä lisätty\"]").Close().Close();
  }

  void AmendContract(std::string& out) {
    const std::uint32_t index =
        region_.random.Below(static_cast<std::uint32_t>(region_.places.contracts.size()));
    Line line = region_.Begin(out, "contract.amended", "contract-sop-", index, "hyvinvointialue",
                              "hankintapäällikkö");
    line.Id("provider", "pt-", region_.places.contracts[index].provider)
        .Id("contract", "sop-", index);
    line.Text("legalbasis", "1397/2016:136").Open("data").Id("contract", "sop-", index);
    line.Text("change", "Paikkamäärää muutetaan").Open("changeValue");
    line.Integer("amount", 1000 * (1 + region_.random.Below(60))).Text("currency", "EUR");
    line.Raw("currencyStated", "true").Close();
    line.Text("ground", region_.random.Percent(80) ? "minor" : "reviewClause").Close().Close();
  }

  RegionContext region_;
  RegionMatters matters_;
  RegionSupervision supervision_;
  std::vector<Placement> placements_;
  std::size_t founded_ = 0;
  std::uint64_t last_placement_ = 0;
  std::uint64_t last_incident_ = 0;
  std::size_t next_report_ = 0;
  int reported_period_ = 0;
};

RegionGenerator::RegionGenerator(std::uint64_t seed, RegionOptions options)
    : impl_(std::make_unique<Impl>(seed, options)) {}
RegionGenerator::RegionGenerator(RegionGenerator&&) noexcept = default;
RegionGenerator& RegionGenerator::operator=(RegionGenerator&&) noexcept = default;
RegionGenerator::~RegionGenerator() = default;

std::string RegionGenerator::NextLine() {
  std::string line;
  line.reserve(1024);
  impl_->Append(line);
  return line;
}

void RegionGenerator::AppendLine(std::string& out) { impl_->Append(out); }

std::uint64_t RegionGenerator::lines() const { return impl_->region_.event; }

}  // namespace sinetti::testing_support
