// Steps of a supervision case; each function writes one event and decides the next step.
#include "tests/support/region_supervision.h"

namespace sinetti::testing_support {
namespace {

constexpr std::uint32_t kOpenCases = 48;

}  // namespace

RegionSupervision::RegionSupervision(RegionContext& region) : region_(region), cases_(kOpenCases) {}

void RegionSupervision::Advance(std::string& out) {
  Case& supcase = cases_[region_.random.Below(kOpenCases)];
  switch (supcase.stage) {
    case 0: OpenCase(out, supcase); break;
    case 1: RequestClarification(out, supcase); break;
    case 2: ReceiveClarification(out, supcase); break;
    case 3: HoldInspection(out, supcase); break;
    case 4: RecordFinding(out, supcase); break;
    case 5: IssueOrder(out, supcase); break;
    case 6: PlanAction(out, supcase); break;
    case 7: VerifyAction(out, supcase); break;
    default: CloseCase(out, supcase); return;
  }
  supcase.last_event = region_.event;
}

Line RegionSupervision::BeginCase(std::string& out, std::string_view type, const Case& supcase,
                                  std::string_view basis) {
  Line line = region_.Begin(out, type, "supcase-valv-", supcase.number, "Esimerkin hyvinvointialue",
                            "valvontatiimi");
  region_.OfUnit(line, supcase.unit);
  line.Id("matter", "valv-", supcase.number).Text("legalbasis", basis);
  if (supcase.last_event != 0) line.Id("causation", "r", supcase.last_event);
  line.Open("data");
  return line;
}

void RegionSupervision::OpenCase(std::string& out, Case& supcase) {
  supcase = Case{};
  supcase.number = ++last_case_;
  supcase.unit = region_.SomeUnit();
  supcase.stage = 1;
  Line line = BeginCase(out, "supcase.opened", supcase, "741/2023:25");
  line.Id("number", "HVA/V/", supcase.number);
  line.Text("source", region_.random.Percent(50) ? "notification" : "complaint");
  line.Text("openedOn", region_.clock.day_text())
      .Text("priority", region_.random.Percent(20) ? "high" : "normal");
  line.Text("subjectMatter", "henkilöstön riittävyys").Close().Close();
}

void RegionSupervision::RequestClarification(std::string& out, Case& supcase) {
  supcase.stage = 2;
  Line line = BeginCase(out, "clarification.requested", supcase, "741/2023:25");
  line.Raw("questions", "[\"Miten yövuoron miehitys on varmistettu?\"]");
  line.Text("requestedOn", region_.clock.day_text());
  line.Text("due", FormatDate(AddDays(region_.clock.day(), 21))).Close().Close();
}

void RegionSupervision::ReceiveClarification(std::string& out, Case& supcase) {
  supcase.stage = region_.random.Percent(50) ? 3 : 8;
  Line line = BeginCase(out, "clarification.received", supcase, "741/2023:25");
  line.Id("request", "r", supcase.last_event).Text("receivedOn", region_.clock.day_text());
  line.Text("sufficient", supcase.stage == 8 ? "yes" : "no").Close().Close();
}

void RegionSupervision::HoldInspection(std::string& out, Case& supcase) {
  supcase.stage = 4;
  Line line = BeginCase(out, "inspection.held", supcase, "741/2023:36");
  line.Id("unit", "yks-", supcase.unit).Text("heldOn", region_.clock.day_text());
  line.Raw("present", "[\"tarkastaja\",\"vastuuhenkilö\"]");
  line.Raw("observations", "[\"" + std::string(region_.SomeObservation()) + "\"]");
  line.Close().Close();
}

void RegionSupervision::RecordFinding(std::string& out, Case& supcase) {
  supcase.stage = region_.random.Percent(40) ? 5 : 6;
  supcase.finding = region_.event;
  Line line = BeginCase(out, "finding.recorded", supcase, "741/2023:25");
  line.Id("unit", "yks-", supcase.unit);
  line.Text("severity", supcase.stage == 5 ? "endangering" : "defect");
  line.Text("provision", "741/2023:10").Text("text", region_.SomeObservation());
  line.Text("foundOn", region_.clock.day_text()).Id("inspection", "r", supcase.last_event);
  line.Close().Close();
}

void RegionSupervision::IssueOrder(std::string& out, Case& supcase) {
  supcase.stage = 6;
  Line line = BeginCase(out, "supcase.orderIssued", supcase, "741/2023:39:1");
  line.Raw("obligations", "[\"Yövuorossa on oltava kaksi hoitajaa.\"]");
  line.Text("due", FormatDate(AddDays(region_.clock.day(),
                                      14 + static_cast<int>(region_.random.Below(45)))));
  line.Text("orderedOn", region_.clock.day_text())
      .Text("remedy", "valitus hallinto-oikeuteen 30 päivää");
  line.Id("finding", "r", supcase.finding).Close().Close();
}

void RegionSupervision::PlanAction(std::string& out, Case& supcase) {
  supcase.stage = 7;
  Line line = BeginCase(out, "action.planned", supcase, "741/2023:25");
  line.Id("about", "r", supcase.finding).Text("action", "Rekrytoidaan kaksi yöhoitajaa.");
  line.Text("owner", "vastuuhenkilö").Text("due", FormatDate(AddDays(region_.clock.day(), 30)));
  line.Text("plannedOn", region_.clock.day_text()).Close().Close();
}

void RegionSupervision::VerifyAction(std::string& out, Case& supcase) {
  supcase.stage = 8;
  Line line = BeginCase(out, "action.verified", supcase, "741/2023:25");
  line.Id("action", "r", supcase.last_event).Text("verifiedOn", region_.clock.day_text());
  line.Text("method", "asiakirjat ja käynti").Close().Close();
}

void RegionSupervision::CloseCase(std::string& out, Case& supcase) {
  Line line = BeginCase(out, "supcase.closed", supcase, "741/2023:25");
  line.Text("outcome", supcase.finding != 0 ? "orderMet" : "guidance");
  line.Text("closedOn", region_.clock.day_text());
  line.Text("reasonsText", "Puutteet korjattu ja todennettu.").Close().Close();
  supcase.stage = 0;
  supcase.last_event = 0;
}

}  // namespace sinetti::testing_support
