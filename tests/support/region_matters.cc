// Steps of a client matter; each function writes one event and decides the next step.
#include "tests/support/region_matters.h"

namespace sinetti::testing_support {
namespace {

constexpr std::uint32_t kOpenMatters = 4096;
constexpr int kDaysToFinal = 38;  // letter 7 + correction request 30 + 1

constexpr std::array<std::string_view, 6> kMatterKinds = {
    "palvelutarve",   "tehostettu palveluasuminen",
    "kotihoito",      "omaishoidon tuki",
    "vammaispalvelu", "toimeentulotuki"};

}  // namespace

RegionMatters::RegionMatters(RegionContext& region) : region_(region), matters_(kOpenMatters) {}

bool RegionMatters::FinalityDue() const {
  return !waiting_.empty() && waiting_.front().day <= region_.clock.day();
}

Line RegionMatters::BeginMatter(std::string& out, std::string_view type, const Matter& matter,
                                std::string_view role) {
  Line line = region_.Begin(out, type, "matter-asia-", matter.number, "hyvinvointialue", role);
  line.Id("matter", "asia-", matter.number).Id("client", "k-", matter.client);
  return line;
}

void RegionMatters::Advance(std::string& out) {
  Matter& matter = matters_[region_.random.Below(kOpenMatters)];
  switch (matter.stage) {
    case 0: OpenMatter(out, matter); break;
    case 1: ReceiveApplication(out, matter); break;
    case 2: CompleteAssessment(out, matter); break;
    case 3: MakeDecision(out, matter); break;
    default: NotifyDecision(out, matter); return;  // ends here; finality waits in the queue
  }
  matter.last_event = region_.event;
}

void RegionMatters::OpenMatter(std::string& out, Matter& matter) {
  matter = Matter{};
  matter.number = ++last_matter_;
  matter.client = region_.random.Below(kRegionClients);
  matter.kind = region_.random.Below(static_cast<std::uint32_t>(kMatterKinds.size()));
  matter.unit = region_.random.Below(static_cast<std::uint32_t>(region_.places.units.size()));
  matter.stage = 1;
  Line line = BeginMatter(out, "matter.opened", matter, "palveluohjaaja");
  line.Text("publicity", "secret").Open("data");
  line.Id("number", "HVA/2024/", matter.number).Text("kind", kMatterKinds[matter.kind]);
  line.Text("authority", "hyvinvointialue");
  line.Text("channel", region_.random.Percent(60) ? "eService" : "phone");
  line.Open("receivedAt").Text("date", region_.clock.day_text()).Close();
  line.Text("urgency", region_.random.Percent(8) ? "urgent" : "normal").Close().Close();
}

void RegionMatters::ReceiveApplication(std::string& out, Matter& matter) {
  matter.stage = region_.random.Percent(40) ? 2 : 3;
  matter.application = region_.event;
  Line line = BeginMatter(out, "application.received", matter, "kirjaamo");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Text("kind", kMatterKinds[matter.kind]).Text("receivedOn", region_.clock.day_text());
  line.Text("urgency", region_.random.Percent(8) ? "urgent" : "normal");
  line.Text("channel", "eService");
  if (region_.options.protected_fields)
    line.Text("content", "Hakemus palveluista, perusteet liitteenä.");
  line.Close().Close();
}

void RegionMatters::CompleteAssessment(std::string& out, Matter& matter) {
  matter.stage = 3;
  Line line = BeginMatter(out, "assessment.completed", matter, "sosiaalityöntekijä");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Text("level", region_.random.Percent(20) ? "deep" : "basic");
  line.Text("outcome", "palvelusuunnitelma laaditaan").Close().Close();
}

void RegionMatters::MakeDecision(std::string& out, Matter& matter) {
  matter.stage = 4;
  Line line = BeginMatter(out, "decision.made", matter, "sosiaalityöntekijä");
  region_.OfUnit(line, matter.unit);
  line.Id("causation", "r", matter.application).Text("effectivefrom", region_.clock.day_text());
  line.Text("legalbasis", "1301/2014:45").Text("publicity", "secret").Open("data");
  line.Text("kind", kMatterKinds[matter.kind]);
  line.Text("result", region_.random.Percent(80) ? "granted" : "refused");
  line.Text("decidedOn", region_.clock.day_text());
  line.Id("application", "r", matter.application);
  line.Text("reasonsGiven", region_.random.Percent(97) ? "yes" : "no");
  line.Text("contact", "vastaanotto").Text("remedy", "correction30");
  if (region_.options.protected_fields)
    line.Text("clientReasons", "Tuen tarve on arvioitu käynnillä.");
  line.Close().Close();
}

void RegionMatters::NotifyDecision(std::string& out, Matter& matter) {
  const bool letter = region_.random.Percent(70);
  Line line = BeginMatter(out, "decision.notified", matter, "kirjaamo");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Id("decision", "r", matter.last_event).Text("method", letter ? "letter" : "electronic");
  line.Text("sentOn", region_.clock.day_text());
  line.Text("deemedOn", FormatDate(AddDays(region_.clock.day(), letter ? 7 : 3)));
  line.Close().Close();
  waiting_.push_back({AddDays(region_.clock.day(), kDaysToFinal), matter.last_event, matter.number,
                      matter.client});
  matter.stage = 0;
}

void RegionMatters::BecomeFinal(std::string& out) {
  const WaitsForFinality done = waiting_.front();
  waiting_.pop_front();
  Line line = region_.Begin(out, "decision.becameFinal", "matter-asia-", done.matter,
                            "hyvinvointialue", "kirjaamo");
  line.Id("matter", "asia-", done.matter).Id("client", "k-", done.client);
  line.Id("causation", "r", done.decision).Open("data").Id("decision", "r", done.decision);
  line.Text("finalOn", region_.clock.day_text()).Close().Close();
}

}  // namespace sinetti::testing_support
