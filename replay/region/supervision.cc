// Steps of a supervision case; each function writes one event and decides the next step.
#include "replay/region/supervision.h"

namespace sinetti {
namespace {

constexpr std::string_view kSupervisor = "Esimerkin hyvinvointialue";
constexpr std::string_view kObligation = "Yövuorossa on oltava kaksi hoitajaa.";
constexpr std::int64_t kFineBase = 1'000'000;  // cents

}  // namespace

RegionSupervision::RegionSupervision(RegionContext& region) : region_(region) {
  arrivals_ = {.per_year = 6 + region.options.events_per_year * 3 / 1000,
               .percent = {102, 100, 102, 104, 106, 98, 70, 96, 108, 108, 106, 100},
               .day = region.first_day};
  region_.agenda.Add(region_.NextArrival(arrivals_), kCaseArrives, 0);
}

Line RegionSupervision::BeginCase(std::string& out, std::string_view type, const Case& supcase,
                                  std::string_view basis, std::string_view role,
                                  std::uint64_t mandate) {
  Line line = region_.Begin(out, type, "supcase-valv-", supcase.number, kSupervisor, role);
  region_.OfUnit(line, supcase.unit);
  line.Id("matter", "valv-", supcase.number).Text("legalbasis", basis);
  if (mandate != 0) line.Id("mandate", "r", mandate);
  if (supcase.last_event != 0) line.Id("causation", "r", supcase.last_event);
  line.Open("data");
  return line;
}

void RegionSupervision::NextAt(const Case& supcase, std::uint32_t slot, Stage stage,
                               std::int64_t at) {
  cases_[slot] = supcase;
  cases_[slot].stage = stage;
  cases_[slot].last_event = region_.event;
  region_.agenda.Add(at, kCaseStep, slot);
}

void RegionSupervision::Next(const Case& supcase, std::uint32_t slot, Stage stage, int workdays) {
  NextAt(supcase, slot, stage, region_.WorkdaysFromNow(workdays));
}

void RegionSupervision::NextNow(const Case& supcase, std::uint32_t slot, Stage stage) {
  cases_[slot] = supcase;
  cases_[slot].stage = stage;
  cases_[slot].last_event = region_.event;
  region_.agenda.AddNow(region_.now, kCaseStep, slot);
}

bool RegionSupervision::Arrive(std::string& out) {
  region_.agenda.Add(region_.NextArrival(arrivals_), kCaseArrives, 0);
  Case supcase;
  supcase.number = ++last_case_;
  supcase.unit = region_.SomeUnit();
  const bool old = region_.defects.Take(Defect::kOldEvent);
  Line line = BeginCase(out, "supcase.opened", supcase, "741/2023:33");
  line.Text("number", Name(supcase));
  line.Text("source", region_.random.Percent(50) ? "notification" : "complaint");
  line.Text("openedOn", region_.today_text());
  line.Day("eventDate", region_.TextAfter(old ? -1000 : -region_.random.Between(3, 300)));
  line.Text("priority", region_.random.Percent(20) ? "high" : "normal");
  line.Text("handler", "ylitarkastaja").Text("authority", kSupervisor);
  line.Text("subjectMatter", "henkilöstön riittävyys").End();
  if (old) region_.Planted(Defect::kOldEvent, Name(supcase), "age of the event");
  Next(supcase, cases_.Add(supcase), Stage::kAsk, region_.random.Between(1, 6));
  return true;
}

bool RegionSupervision::Step(std::string& out, std::uint32_t slot) {
  Case supcase = cases_[slot];
  switch (supcase.stage) {
    case Stage::kAsk: Ask(out, supcase, slot); break;
    case Stage::kAnswer: Answer(out, supcase, slot); break;
    case Stage::kOrderInspection: OrderInspection(out, supcase, slot); break;
    case Stage::kInspect: Inspect(out, supcase, slot); break;
    case Stage::kDraft:
      // A report that is drafted is also notified and exchanged.
      if (!region_.HasRoomFor(3)) return false;
      Report(out, supcase, slot);
      break;
    case Stage::kNotifyReport:
    case Stage::kExchangeReport: Report(out, supcase, slot); break;
    case Stage::kFind: Find(out, supcase, slot); break;
    case Stage::kHear: Hear(out, supcase, slot); break;
    case Stage::kOrder: Order(out, supcase, slot); break;
    case Stage::kFine: Fine(out, supcase, slot); break;
    case Stage::kOrderFine: OrderFine(out, supcase, slot); break;
    case Stage::kPlan: Plan(out, supcase, slot); break;
    case Stage::kVerify: Verify(out, supcase, slot); break;
    case Stage::kGuide: Guide(out, supcase, slot); break;
    case Stage::kClose: Close(out, supcase, slot); break;
  }
  return true;
}

void RegionSupervision::Ask(std::string& out, Case& supcase, std::uint32_t slot) {
  const Date due = AddDays(region_.today, 21);
  Line line = BeginCase(out, "clarification.requested", supcase, "741/2023:25");
  line.Raw("questions", "[\"Miten yövuoron miehitys on varmistettu?\"]");
  line.Text("requestedOn", region_.today_text()).Text("due", FormatDate(due)).End();
  if (region_.defects.Take(Defect::kNoClarification)) {
    region_.PlantedAfter(Defect::kNoClarification, Name(supcase),
                         "clarification.requested " + region_.today_text(), due);
    return Next(supcase, slot, Stage::kGuide, region_.random.Between(20, 40));
  }
  // Nine working days lie within three weeks, at Christmas too.
  Next(supcase, slot, Stage::kAnswer, region_.random.Between(4, 9));
}

void RegionSupervision::Answer(std::string& out, Case& supcase, std::uint32_t slot) {
  const bool enough = region_.random.Percent(40);
  Line line = BeginCase(out, "clarification.received", supcase, "741/2023:25");
  line.Id("request", "r", supcase.last_event).Text("receivedOn", region_.today_text());
  line.Text("sufficient", enough ? "yes" : "no").End();
  Next(supcase, slot, enough ? Stage::kGuide : Stage::kOrderInspection,
       region_.random.Between(2, 12));
}

void RegionSupervision::OrderInspection(std::string& out, Case& supcase, std::uint32_t slot) {
  if (region_.defects.Take(Defect::kInspectionWithoutOrder)) {
    Inspect(out, supcase, slot);
    region_.Planted(Defect::kInspectionWithoutOrder, Name(supcase),
                    "inspection " + region_.today_text());
    return;
  }
  supcase.homes = region_.random.Percent(30);
  supcase.inspection_order = region_.event;
  Line line = BeginCase(out, "inspection.orderGiven", supcase, "741/2023:36", "valvontajohtaja");
  line.Id("unit", "yks-", supcase.unit).Text("orderedOn", region_.today_text());
  line.Text("unannounced", region_.random.Percent(60) ? "yes" : "no");
  line.Text("inspectorRole", "ylitarkastaja");
  supcase.no_ground = supcase.homes && region_.defects.Take(Defect::kHomesWithoutGround);
  if (supcase.homes && !supcase.no_ground)
    line.Text("homePremisesGround", "asiakkaan aseman turvaaminen");
  line.End();
  Next(supcase, slot, Stage::kInspect, region_.random.Between(1, 10));
}

void RegionSupervision::Inspect(std::string& out, Case& supcase, std::uint32_t slot) {
  supcase.inspection = region_.event;
  Line line = BeginCase(out, "inspection.held", supcase, "741/2023:36", "ylitarkastaja");
  line.Id("unit", "yks-", supcase.unit).Text("heldOn", region_.today_text());
  if (supcase.inspection_order != 0) line.Id("inspectionOrder", "r", supcase.inspection_order);
  line.Raw("present", "[\"tarkastaja\",\"vastuuhenkilö\"]");
  line.Raw("observations", "[\"" + std::string(region_.SomeObservation()) + "\"]");
  line.Text("homePremises", supcase.homes ? "yes" : "no").End();
  if (supcase.no_ground)
    region_.Planted(Defect::kHomesWithoutGround, Name(supcase),
                    "inspection " + region_.today_text());
  Next(supcase, slot, Stage::kDraft, region_.random.Between(2, 8));
}

void RegionSupervision::Report(std::string& out, Case& supcase, std::uint32_t slot) {
  const int findings_after = region_.random.Between(1, 6);
  if (supcase.stage == Stage::kDraft) {
    Line line = BeginCase(out, "inspection.reportDrafted", supcase, "741/2023:34", "ylitarkastaja");
    line.Id("inspection", "r", supcase.inspection).Text("draftedOn", region_.today_text()).End();
    return NextNow(supcase, slot, Stage::kNotifyReport);
  }
  if (supcase.stage == Stage::kNotifyReport) {
    Line line = BeginCase(out, "inspection.reportNotified", supcase, "741/2023:34", "kirjaamo");
    line.Id("inspection", "r", supcase.inspection);
    line.Text("party", region_.ProviderOf(supcase.unit));
    line.Text("notifiedOn", region_.today_text()).End();
    if (!region_.defects.Take(Defect::kReportNotExchanged))
      return NextNow(supcase, slot, Stage::kExchangeReport);
    // last_event drafted it, and is the one that the finding names.
    region_.defects.Planted(Defect::kReportNotExchanged, Name(supcase),
                            "inspection report " + region_.today_text(), supcase.last_event,
                            region_.today);
    return Next(supcase, slot, Stage::kFind, findings_after);
  }
  Line line = BeginCase(out, "inspection.reportExchanged", supcase, "741/2023:34", "kirjaamo");
  line.Id("inspection", "r", supcase.inspection).Text("from", kSupervisor);
  line.Text("to", "Lupa- ja valvontavirasto").Text("exchangedOn", region_.today_text()).End();
  Next(supcase, slot, Stage::kFind, findings_after);
}

void RegionSupervision::Find(std::string& out, Case& supcase, std::uint32_t slot) {
  supcase.finding = region_.event;
  const bool orders = region_.options.protected_fields && region_.random.Percent(40);
  Line line = BeginCase(out, "finding.recorded", supcase, "741/2023:25", "ylitarkastaja");
  line.Id("unit", "yks-", supcase.unit);
  line.Text("severity", orders ? "endangering" : "defect");
  line.Text("provision", "741/2023:10").Text("text", region_.SomeObservation());
  line.Text("foundOn", region_.today_text()).Id("inspection", "r", supcase.inspection).End();
  if (!orders) return Next(supcase, slot, Stage::kPlan, region_.random.Between(2, 10));
  supcase.fined = region_.random.Percent(40);
  Next(supcase, slot, Stage::kHear, region_.random.Between(3, 10));
}

void RegionSupervision::Hear(std::string& out, Case& supcase, std::uint32_t slot) {
  if (supcase.fined && region_.HasRoomFor(2) && region_.defects.Take(Defect::kFineWithoutHearing)) {
    Order(out, supcase, slot);
    return;
  }
  supcase.hearing = region_.event;
  Line line = BeginCase(out, "hearing.held", supcase, "434/2003:34", "ylitarkastaja");
  line.Text("purpose", supcase.fined ? "määräyksen antaminen ja uhkasakon asettaminen"
                                     : "määräyksen antaminen");
  line.Text("party", region_.ProviderOf(supcase.unit)).Text("deadline", region_.today_text());
  line.Text("statementGiven", "yes").End();
  Next(supcase, slot, Stage::kOrder, region_.random.Between(2, 8));
}

void RegionSupervision::Order(std::string& out, Case& supcase, std::uint32_t slot) {
  if (!region_.HasRoomFor(2)) supcase.fined = false;
  supcase.order = region_.event;
  supcase.due = AddDays(region_.today, region_.random.Between(35, 70));
  const std::string place = "order " + region_.today_text();
  Line line = BeginCase(out, "supcase.orderIssued", supcase, "741/2023:39:1", "valvontajohtaja",
                        region_.delegation_supervision);
  line.Raw("obligations", "[\"" + std::string(kObligation) + "\"]");
  line.Text("due", FormatDate(supcase.due)).Text("orderedOn", region_.today_text());
  line.Text("remedy", "valitus hallinto-oikeuteen 30 päivää");
  line.Text("enforceableDespiteAppeal", "no").Id("finding", "r", supcase.finding);
  line.Raw("provisions", "[\"741/2023:39\"]");
  line.Text("reasons", "Puute vaarantaa asiakasturvallisuutta.").End();
  if (supcase.fined) {
    supcase.fine_early = supcase.hearing != 0 && region_.defects.Take(Defect::kFineBeforeFinal);
    if (supcase.fine_early)
      region_.PlantedAfter(Defect::kOrderNotMet, Name(supcase), place, supcase.due);
    return NextNow(supcase, slot, Stage::kFine);
  }
  if (region_.defects.Take(Defect::kOrderNotMet)) {
    region_.PlantedAfter(Defect::kOrderNotMet, Name(supcase), place, supcase.due);
    cases_.Remove(slot);
    return;
  }
  Next(supcase, slot, Stage::kPlan, region_.random.Between(1, 6));
}

void RegionSupervision::Fine(std::string& out, Case& supcase, std::uint32_t slot) {
  supcase.fine = region_.event;
  Line line = BeginCase(out, "fine.imposed", supcase, "1113/1990:6", "valvontajohtaja",
                        region_.delegation_supervision);
  line.Id("order", "r", supcase.order).Text("mainObligation", kObligation);
  if (supcase.fine_early) {
    line.Text("kind", "running").Cents("base", kFineBase).Cents("additional", kFineBase / 5);
    line.Count("periodDays", 7, "päivä");
  } else {
    line.Text("kind", "fixed").Cents("fixed", kFineBase);
  }
  line.Text("imposedOn", region_.today_text()).Text("due", FormatDate(supcase.due));
  if (supcase.hearing != 0) line.Id("hearing", "r", supcase.hearing);
  line.Text("notifiedVerifiably", "yes");
  line.Text("remedy", "valitus hallinto-oikeuteen 30 päivää").End();
  if (supcase.hearing == 0)
    region_.Planted(Defect::kFineWithoutHearing, Name(supcase), "fine " + region_.today_text());
  if (!supcase.fine_early) return Next(supcase, slot, Stage::kPlan, region_.random.Between(1, 6));
  const std::int64_t past_due = region_.MomentOn(region_.days.OpenOn(AddDays(supcase.due, 12)));
  NextAt(supcase, slot, Stage::kOrderFine, past_due);
}

void RegionSupervision::OrderFine(std::string& out, Case& supcase, std::uint32_t slot) {
  Line line = BeginCase(out, "fine.ordered", supcase, "1113/1990:10", "valvontajohtaja");
  line.Id("fine", "r", supcase.fine).Cents("amount", kFineBase * 7 / 5);
  line.Count("additionalParts", 2, "erä").Text("orderedOn", region_.today_text());
  line.Text("orderFinal", "no").Id("hearing", "r", supcase.hearing).End();
  region_.defects.Planted(Defect::kFineBeforeFinal, Name(supcase),
                          "fine ordered " + region_.today_text(), supcase.fine, region_.today);
  cases_.Remove(slot);
}

// About the finding, so that it meets the order that rests on it.
void RegionSupervision::Plan(std::string& out, Case& supcase, std::uint32_t slot) {
  supcase.action = region_.event;
  const bool ordered = supcase.order != 0;
  if (!ordered) supcase.due = AddDays(region_.today, region_.random.Between(30, 70));
  Line line = BeginCase(out, "action.planned", supcase, "741/2023:25", "vastuuhenkilö");
  line.Id("about", "r", supcase.finding).Text("action", "Rekrytoidaan kaksi yöhoitajaa.");
  line.Text("owner", "vastuuhenkilö").Text("plannedOn", region_.today_text());
  line.Text("due", FormatDate(supcase.due)).End();
  if (!ordered && region_.defects.Take(Defect::kActionOverdue)) {
    region_.PlantedAfter(Defect::kActionOverdue, Name(supcase),
                         "action.planned " + region_.today_text(), supcase.due);
    cases_.Remove(slot);
    return;
  }
  // Offices are closed for five days in a row at most.
  const int left = DaysBetween(region_.today, supcase.due);
  NextAt(supcase, slot, Stage::kVerify, region_.DaysFromNow(region_.random.Between(3, left - 6)));
}

void RegionSupervision::Verify(std::string& out, Case& supcase, std::uint32_t slot) {
  Line line = BeginCase(out, "action.verified", supcase, "741/2023:25", "ylitarkastaja");
  line.Id("action", "r", supcase.action).Text("verifiedOn", region_.today_text());
  line.Text("method", "asiakirjat ja käynti").End();
  Next(supcase, slot, Stage::kClose, region_.random.Between(2, 15));
}

void RegionSupervision::Guide(std::string& out, Case& supcase, std::uint32_t slot) {
  Line line = BeginCase(out, "supcase.guidanceGiven", supcase, "741/2023:25", "ylitarkastaja");
  line.Text("givenBy", "palvelunjärjestäjä");
  line.Text("text", "Miehityssuunnitelma on pidettävä ajan tasalla.");
  line.Text("givenOn", region_.today_text()).End();
  Next(supcase, slot, Stage::kClose, region_.random.Between(2, 15));
}

void RegionSupervision::Close(std::string& out, Case& supcase, std::uint32_t slot) {
  Line line = BeginCase(out, "supcase.closed", supcase, "741/2023:25", "ylitarkastaja");
  line.Text("outcome", supcase.finding != 0 ? "orderMet" : "guidance");
  line.Text("closedOn", region_.today_text());
  line.Text("reasonsText", "Puutteet korjattu ja todennettu.").End();
  cases_.Remove(slot);
}

}  // namespace sinetti
