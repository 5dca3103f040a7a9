// Steps of a client matter; each function writes one event and decides the next step.
#include "replay/region/matters.h"

namespace sinetti {
namespace {

constexpr std::uint8_t kAssistance = 5;
constexpr std::array<std::string_view, 6> kMatterKinds = {
    "palvelutarve",   "tehostettu palveluasuminen",
    "kotihoito",      "omaishoidon tuki",
    "vammaispalvelu", "toimeentulotuki"};
constexpr std::string_view kAuthority = "Esimerkin hyvinvointialue";
constexpr int kLimit = 7;  // working days: 1412/1997 14 c section, 1301/2014 36 section

}  // namespace

RegionMatters::RegionMatters(RegionContext& region) : region_(region) {
  arrivals_ = {.per_year = 1 + region.options.events_per_year * 118 / 1000,
               .percent = {112, 106, 104, 102, 100, 88, 62, 96, 112, 112, 110, 96},
               .day = region.first_day};
  region_.agenda.Add(region_.NextArrival(arrivals_), kMatterArrives, 0);
}

Line RegionMatters::BeginMatter(std::string& out, std::string_view type, const Matter& matter,
                                std::string_view role) {
  Line line = region_.Begin(out, type, "matter-asia-", matter.number, kAuthority, role);
  line.Id("matter", "asia-", matter.number).Id("client", "k-", matter.client);
  return line;
}

void RegionMatters::Next(const Matter& matter, std::uint32_t slot, Stage stage, std::int64_t at) {
  matters_[slot] = matter;
  matters_[slot].stage = stage;
  matters_[slot].last_event = region_.event;
  region_.agenda.Add(at, kMatterStep, slot);
}

bool RegionMatters::Arrive(std::string& out) {
  region_.agenda.Add(region_.NextArrival(arrivals_), kMatterArrives, 0);
  Matter matter;
  matter.number = ++last_matter_;
  matter.client = region_.random.Below(kRegionClients);
  matter.kind = static_cast<std::uint8_t>(region_.random.Below(kMatterKinds.size()));
  matter.urgent = region_.random.Percent(8);
  matter.unit = region_.SomeUnit();
  Line line = BeginMatter(out, "matter.opened", matter, "palveluohjaaja");
  line.Text("publicity", "secret").Open("data");
  line.Text("number", Name(matter)).Text("kind", kMatterKinds[matter.kind]);
  line.Text("authority", kAuthority);
  line.Text("channel", region_.random.Percent(60) ? "eService" : "phone");
  line.Day("receivedAt", region_.today_text());
  line.Text("urgency", matter.urgent ? "urgent" : "normal").End();
  const std::uint32_t slot = matters_.Add(matter);
  Next(matter, slot, Stage::kApply, region_.WorkdaysFromNow(0));
  return true;
}

bool RegionMatters::Step(std::string& out, std::uint32_t slot) {
  Matter matter = matters_[slot];
  switch (matter.stage) {
    case Stage::kApply: Apply(out, matter, slot); break;
    case Stage::kNeedBegins: BeginNeed(out, matter, slot); break;
    case Stage::kNeedEnds: EndNeed(out, matter, slot); break;
    case Stage::kAssess: Assess(out, matter, slot); break;
    case Stage::kJoin: Join(out, matter, slot); break;
    case Stage::kAssessed: EndAssessment(out, matter, slot); break;
    case Stage::kDecide: Decide(out, matter, slot); break;
    case Stage::kNotify: Notify(out, matter, slot); break;
    case Stage::kObject: Object(out, matter, slot); break;
    case Stage::kReconsider: Reconsider(out, matter, slot); break;
    case Stage::kFinal: BecomeFinal(out, matter, slot); break;
  }
  return true;
}

std::int64_t RegionMatters::ToDecision(const Matter& matter) {
  if (matter.decides_late) return region_.WorkdaysFromNow(region_.random.Between(9, 16));
  if (matter.kind != kAssistance) return region_.WorkdaysFromNow(region_.random.Between(3, 30));
  return region_.WorkdaysFromNow(matter.urgent ? region_.random.Between(0, 1)
                                               : region_.random.Between(1, 5));
}

void RegionMatters::Apply(std::string& out, Matter& matter, std::uint32_t slot) {
  if (matter.kind != kAssistance && matter.application == 0 && region_.random.Percent(30))
    return AskForNeed(out, matter, slot);
  matter.application = region_.event;
  matter.applied = region_.today;
  Line line = BeginMatter(out, "application.received", matter, "kirjaamo");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Text("kind", kMatterKinds[matter.kind]).Text("receivedOn", region_.today_text());
  line.Text("urgency", matter.urgent ? "urgent" : "normal");
  line.Text("competentAuthority", kAuthority).Text("channel", "eService");
  if (region_.options.protected_fields)
    line.Text("content", "Hakemus palveluista, perusteet liitteenä.");
  line.End();
  if (matter.kind == kAssistance) {
    if (!matter.urgent && region_.defects.Take(Defect::kAssistanceLate)) {
      matter.decides_late = true;
      region_.PlantedAfter(Defect::kAssistanceLate, Name(matter),
                           "toimeentulotuki-paatos " + region_.today_text(),
                           region_.days.WorkdaysAfter(region_.today, kLimit));
    }
    return Next(matter, slot, Stage::kDecide, ToDecision(matter));
  }
  if (region_.random.Percent(20))
    return Next(matter, slot, Stage::kAssess,
                region_.WorkdaysFromNow(region_.random.Between(2, 10)));
  Next(matter, slot, Stage::kDecide, ToDecision(matter));
}

void RegionMatters::AskForNeed(std::string& out, Matter& matter, std::uint32_t slot) {
  Line line = BeginMatter(out, "need.assessmentDue", matter, "palveluohjaaja");
  line.Text("legalbasis", "1301/2014:36").Open("data");
  line.Text("ground", region_.random.Percent(70) ? "age75" : "disability");
  line.Day("requestedAt", region_.today_text()).End();
  int days = region_.random.Between(1, 5);
  if (region_.defects.Take(Defect::kAssessmentLate)) {
    days = region_.random.Between(9, 16);
    region_.PlantedAfter(Defect::kAssessmentLate, Name(matter),
                         "palvelutarpeen-arviointi-aloitus " + region_.today_text(),
                         region_.days.WorkdaysAfter(region_.today, kLimit));
  }
  Next(matter, slot, Stage::kNeedBegins, region_.WorkdaysFromNow(days));
}

void RegionMatters::BeginNeed(std::string& out, Matter& matter, std::uint32_t slot) {
  Line line = BeginMatter(out, "need.assessmentStarted", matter, "sosiaalityöntekijä");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Text("ground", "age75").Text("assessor", "sosiaalityöntekijä").End();
  Next(matter, slot, Stage::kNeedEnds, region_.WorkdaysFromNow(region_.random.Between(3, 20)));
}

void RegionMatters::EndNeed(std::string& out, Matter& matter, std::uint32_t slot) {
  Line line = BeginMatter(out, "need.assessmentCompleted", matter, "sosiaalityöntekijä");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Text("outcome", "palveluntarve todettu").End();
  matter.application = matter.last_event;  // so that the next step applies
  Next(matter, slot, Stage::kApply, region_.WorkdaysFromNow(region_.random.Between(0, 4)));
}

void RegionMatters::Assess(std::string& out, Matter& matter, std::uint32_t slot) {
  // The unit that knows the client joins at once: both, or neither knows the client.
  const bool known = region_.HasRoomFor(2) && region_.random.Percent(50);
  Line line = BeginMatter(out, "assessment.started", matter, "sosiaalityöntekijä");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Text("level", "basic").Raw("scope", "[\"toimintakyky\",\"palvelut\"]");
  if (known) line.Raw("earlierRelations", "[\"" + NumberedText("yks-", matter.unit) + "\"]");
  line.End();
  const std::int64_t later = region_.WorkdaysFromNow(region_.random.Between(3, 20));
  if (!known) return Next(matter, slot, Stage::kAssessed, later);
  if (region_.defects.Take(Defect::kUnitNotJoined)) {
    region_.Planted(Defect::kUnitNotJoined, Name(matter), NumberedText("yks-", matter.unit));
    return Next(matter, slot, Stage::kAssessed, later);
  }
  matters_[slot] = matter;
  matters_[slot].stage = Stage::kJoin;
  matters_[slot].last_event = region_.event;
  region_.agenda.AddNow(region_.now, kMatterStep, slot);
}

void RegionMatters::Join(std::string& out, Matter& matter, std::uint32_t slot) {
  const bool no_basis = region_.defects.Take(Defect::kJoinedWithoutBasis);
  Line line = BeginMatter(out, "participant.joined", matter, "sosiaalityöntekijä");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Id("participant", "yks-", matter.unit).Text("joinRole", "aikaisempi asiakkuus");
  if (!no_basis) line.Text("basis", region_.random.Percent(70) ? "consent" : "law");
  line.Text("timing", "atStart").Text("earlierRelation", "yes").End();
  if (no_basis)
    region_.Planted(Defect::kJoinedWithoutBasis, Name(matter), NumberedText("yks-", matter.unit));
  Next(matter, slot, Stage::kAssessed, region_.WorkdaysFromNow(region_.random.Between(3, 20)));
}

void RegionMatters::EndAssessment(std::string& out, Matter& matter, std::uint32_t slot) {
  Line line = BeginMatter(out, "assessment.completed", matter, "sosiaalityöntekijä");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Text("level", "basic").Text("outcome", "palvelusuunnitelma laaditaan").End();
  Next(matter, slot, Stage::kDecide, ToDecision(matter));
}

void RegionMatters::WriteMandate(Line& line, const Matter& matter, std::string_view office) {
  const auto name = [&](std::uint64_t delegation, std::string_view by) {
    line.Id("mandate", "r", delegation).Open("data").Text("office", by);
  };
  const auto plant = [&](Defect defect) {
    region_.Planted(defect, Name(matter), Name(matter) + "/1");
  };
  if (matter.kind == kAssistance) {
    name(region_.delegation_assistance, office);
    const bool discretion = region_.defects.Take(Defect::kDiscretionNotGiven);
    line.Text("discretionary", discretion ? "yes" : "no");
    if (discretion) plant(Defect::kDiscretionNotGiven);
    return;
  }
  if (region_.defects.Take(Defect::kNoMandate)) {
    line.Open("data").Text("office", office);
    plant(Defect::kNoMandate);
  } else if (region_.defects.Take(Defect::kUnknownDelegation)) {
    line.Text("mandate", "siirto-jota-ei-ole").Open("data").Text("office", office);
    plant(Defect::kUnknownDelegation);
  } else if (region_.defects.Take(Defect::kDelegationEnded)) {
    name(region_.delegation_ended, office);
    plant(Defect::kDelegationEnded);
  } else if (region_.defects.Take(Defect::kDelegationOfOtherType)) {
    name(region_.delegation_assistance, office);
    plant(Defect::kDelegationOfOtherType);
  } else if (region_.defects.Take(Defect::kDelegationOfOtherOffice)) {
    name(region_.delegation_social, "palvelupäällikkö");
    plant(Defect::kDelegationOfOtherOffice);
  } else {
    name(region_.delegation_social, office);
  }
  line.Text("discretionary", "yes");
}

void RegionMatters::Decide(std::string& out, Matter& matter, std::uint32_t slot) {
  const bool assistance = matter.kind == kAssistance;
  const std::string_view office = assistance ? "etuuskäsittelijä" : "sosiaalityöntekijä";
  const std::string number = Name(matter) + "/1";
  matter.decision = region_.event;
  Line line = BeginMatter(out, "decision.made", matter, office);
  region_.OfUnit(line, matter.unit);
  line.Id("causation", "r", matter.application).Text("effectivefrom", region_.today_text());
  line.Text("legalbasis", assistance ? "1412/1997:6" : "1301/2014:45");
  line.Text("publicity", "secret");
  WriteMandate(line, matter, office);
  line.Text("number", number).Text("kind", kMatterKinds[matter.kind]);
  line.Text("result", region_.random.Percent(80) ? "granted" : "refused");
  line.Text("decidedOn", region_.today_text()).Text("authority", kAuthority);
  line.Id("application", "r", matter.application);
  line.Raw("parties", "[\"" + NumberedText("k-", matter.client) + "\"]");
  line.Raw("provisions", assistance ? "[\"1412/1997:6\"]" : "[\"1301/2014:45\"]");
  const bool no_reasons = region_.defects.Take(Defect::kNoReasons);
  const bool no_instructions = !no_reasons && region_.defects.Take(Defect::kNoInstructions);
  line.Text("reasonsGiven", no_reasons ? "no" : "yes");
  line.Text("contact", "vastaanotto").Text("remedy", "correction30");
  line.Text("remedyInstruction", no_instructions ? "no" : "yes");
  if (region_.options.protected_fields && !no_reasons)
    line.Text("clientReasons", "Tuen tarve on arvioitu käynnillä.");
  line.End();
  if (no_reasons) region_.Planted(Defect::kNoReasons, Name(matter), number);
  if (no_instructions) region_.Planted(Defect::kNoInstructions, Name(matter), number);
  Next(matter, slot, Stage::kNotify, region_.WorkdaysFromNow(region_.random.Between(0, 3)));
}

void RegionMatters::Notify(std::string& out, Matter& matter, std::uint32_t slot) {
  matter.letter = region_.random.Percent(70);
  Line line = BeginMatter(out, "decision.notified", matter, "kirjaamo");
  line.Id("causation", "r", matter.decision).Open("data");
  line.Id("decision", "r", matter.decision).Text("method", matter.letter ? "letter" : "electronic");
  line.Text("sentOn", region_.today_text());
  line.Text("deemedOn", region_.TextAfter(matter.letter ? 7 : 3)).End();
  if (region_.random.Percent(4))
    return Next(matter, slot, Stage::kObject, region_.DaysFromNow(region_.random.Between(9, 24)));
  // Deemed notification, 30 days, and days that move at their end.
  Next(matter, slot, Stage::kFinal, region_.DaysFromNow(matter.letter ? 43 : 39));
}

void RegionMatters::Object(std::string& out, Matter& matter, std::uint32_t slot) {
  Line line = BeginMatter(out, "correction.requested", matter, "kirjaamo");
  line.Text("relation", "appeals").Id("relatesto", "r", matter.decision).Open("data");
  line.Id("decision", "r", matter.decision).Text("remedy", "correction30");
  line.Text("filedOn", region_.today_text()).Id("by", "k-", matter.client).End();
  Next(matter, slot, Stage::kReconsider, region_.WorkdaysFromNow(region_.random.Between(15, 40)));
}

void RegionMatters::Reconsider(std::string& out, Matter& matter, std::uint32_t slot) {
  Line line = BeginMatter(out, "correction.decided", matter, "jaosto");
  line.Id("causation", "r", matter.last_event).Open("data");
  line.Id("request", "r", matter.last_event);
  line.Text("result", region_.random.Percent(85) ? "refused" : "granted");
  line.Text("decidedOn", region_.today_text()).End();
  Next(matter, slot, Stage::kFinal, region_.DaysFromNow(46));
}

void RegionMatters::BecomeFinal(std::string& out, Matter& matter, std::uint32_t slot) {
  Line line = BeginMatter(out, "decision.becameFinal", matter, "kirjaamo");
  line.Id("causation", "r", matter.decision).Open("data").Id("decision", "r", matter.decision);
  line.Text("finalOn", region_.today_text()).End();
  matters_.Remove(slot);
}

}  // namespace sinetti
