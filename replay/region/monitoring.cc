#include "replay/region/monitoring.h"

namespace sinetti {
namespace {

constexpr std::array<std::string_view, 8> kThemes = {"availability", "continuity", "safety",
                                                     "quality",      "equality",   "staff",
                                                     "premises",     "medication"};
constexpr std::array<std::string_view, 5> kIncidents = {"lääkitysvirhe", "kaatuminen", "katoaminen",
                                                        "väkivaltatilanne", "laitevika"};
constexpr std::string_view kHead = "vastuuhenkilö";

}  // namespace

RegionMonitoring::RegionMonitoring(RegionContext& region)
    : region_(region), accounts_(region.places.units.size()) {
  const std::uint64_t events = region.options.events_per_year;
  incidents_arrive_ = {.per_year = 1 + events * 45 / 1000,
                       .office = false,
                       .percent = {98, 96, 96, 98, 100, 108, 118, 112, 98, 94, 94, 98},
                       .day = region.first_day};
  staff_notify_ = {.per_year = 1 + events * 5 / 1000,
                   .percent = {98, 98, 98, 98, 100, 106, 116, 110, 98, 94, 94, 98},
                   .day = region.first_day};
  observations_arrive_ = {.per_year = 1 + events * 20 / 1000,
                          .percent = {104, 104, 106, 108, 104, 88, 60, 92, 108, 110, 112, 104},
                          .day = region.first_day};
  region_.agenda.Add(region_.NextArrival(incidents_arrive_), kIncidentArrives, 0);
  region_.agenda.Add(region_.NextArrival(observations_arrive_), kObservationArrives, 0);
  if (region_.options.protected_fields)
    region_.agenda.Add(region_.NextArrival(staff_notify_), kStaffNotifies, 0);
}

Line RegionMonitoring::BeginUnit(std::string& out, std::string_view type, std::string_view family,
                                 std::uint64_t stream, std::uint32_t unit, std::string_view role,
                                 std::string_view happened) {
  Line line = region_.Begin(out, type, family, stream, region_.ProviderOf(unit), role, happened);
  region_.OfUnit(line, unit);
  return line;
}

bool RegionMonitoring::ReportIncident(std::string& out) {
  region_.agenda.Add(region_.NextArrival(incidents_arrive_), kIncidentArrives, 0);
  const std::uint32_t unit = region_.SomeUnit();
  // One in ten is recorded some days after it happened.
  const int late = region_.random.Percent(10) ? region_.random.Between(1, 9) : 0;
  const Date happened = AddDays(region_.today, -late);
  const std::string day = FormatDate(happened < region_.first_day ? region_.today : happened);
  Line line = BeginUnit(out, "incident.reported", "incident-", ++last_incident_, unit, "hoitaja",
                        late > 0 ? std::string_view(day) : std::string_view());
  line.Text("legalbasis", "741/2023:27").Open("data").Id("unit", "yks-", unit);
  line.Text("kind", kIncidents[region_.random.Below(kIncidents.size())]);
  line.Text("theme", kThemes[region_.random.Below(kThemes.size())]);
  line.Text("harm", region_.random.Percent(80) ? "mild" : "moderate");
  line.Text("nearMiss", region_.random.Percent(35) ? "yes" : "no");
  line.Text("happenedOn", day).Text("summary", region_.SomeObservation()).End();
  return true;
}

bool RegionMonitoring::NotifyByStaff(std::string& out) {
  region_.agenda.Add(region_.NextArrival(staff_notify_), kStaffNotifies, 0);
  const std::uint32_t unit = region_.SomeUnit();
  Line line =
      BeginUnit(out, "notification.staffMade", "incident-", ++last_incident_, unit, "hoitaja");
  line.Text("legalbasis", "741/2023:29").Open("data").Id("unit", "yks-", unit);
  line.Text("theme", kThemes[region_.random.Below(kThemes.size())]).Open("reporter");
  line.Id("subject", "h-", region_.random.Below(5000)).Text("value", "hoitaja, yövuoro").Close();
  line.Text("summary", region_.SomeObservation()).Text("toRole", kHead);
  line.Text("madeOn", region_.today_text()).End();
  return true;
}

bool RegionMonitoring::Observe(std::string& out) {
  region_.agenda.Add(region_.NextArrival(observations_arrive_), kObservationArrives, 0);
  const std::uint32_t unit = region_.SomeUnit();
  const bool defect = region_.random.Percent(25);
  Line line = BeginUnit(out, "smobservation.recorded", "smplan-yks-", unit, unit, kHead);
  line.Text("legalbasis", "741/2023:27").Open("data").Id("unit", "yks-", unit);
  line.Text("theme", kThemes[region_.random.Below(kThemes.size())]);
  line.Text("severity", defect ? "defect" : "toImprove");
  line.Text("observedOn", region_.today_text()).Text("text", region_.SomeObservation()).End();
  if (defect)
    region_.agenda.Add(region_.WorkdaysFromNow(region_.random.Between(1, 6)), kObservationStep,
                       observations_.Add({unit, region_.event, 0, 0}));
  return true;
}

// A defect is followed by an action, and the action by its verification, before its day.
bool RegionMonitoring::StepObservation(std::string& out, std::uint32_t slot) {
  Observation& seen = observations_[slot];
  Line line = BeginUnit(out, seen.action == 0 ? "action.planned" : "action.verified", "smplan-yks-",
                        seen.unit, seen.unit, kHead);
  line.Text("legalbasis", "741/2023:27").Open("data");
  if (seen.action == 0) {
    seen.action = region_.event;
    seen.days = region_.random.Between(20, 60);
    line.Id("about", "r", seen.event).Text("action", "Käytäntö tarkistetaan ja kirjataan.");
    line.Text("owner", kHead).Text("plannedOn", region_.today_text());
    line.Text("due", region_.TextAfter(seen.days)).End();
    // Offices are closed for five days in a row at most.
    region_.agenda.Add(region_.DaysFromNow(region_.random.Between(5, seen.days - 6)),
                       kObservationStep, slot);
    return true;
  }
  line.Id("action", "r", seen.action).Text("verifiedOn", region_.today_text());
  line.Text("method", "omavalvontakierros").End();
  observations_.Remove(slot);
  return true;
}

void RegionMonitoring::PlanPublished(std::uint32_t unit) {
  Account& account = accounts_[unit];
  account.event = region_.event;
  account.covered = DateOf(CivilOf(region_.today).year, 1, 1);
  account.due = AddMonths(region_.today, 4);
  region_.agenda.Add(region_.MomentOn(account.due), kAccountDue, unit);
}

// Published on the last day of the four months, of which the first ends with the third of the year.
bool RegionMonitoring::PublishAccount(std::string& out, std::uint32_t unit) {
  Account& account = accounts_[unit];
  if (region_.defects.Take(Defect::kAccountMissing)) {
    region_.defects.Planted(Defect::kAccountMissing, NumberedText("yks-", unit),
                            "self-monitoring " + FormatDate(account.due), account.event,
                            AddDays(account.due, 1));
    return false;  // and never again
  }
  const Date regular = account.covered;
  const Date end = AddMonths(regular, 4);
  const bool gap = account.count > 0 && region_.defects.Take(Defect::kPeriodNotCovered);
  Line line = BeginUnit(out, "smreport.published", "smplan-yks-", unit, unit, kHead);
  line.Text("legalbasis", "741/2023:27:3").Open("data").Id("unit", "yks-", unit);
  line.Text("scope", "unitPlan");
  line.Text("periodFrom", FormatDate(gap ? AddDays(regular, 14) : regular));
  line.Text("periodTo", FormatDate(AddDays(end, -1))).Text("publishedOn", region_.today_text());
  line.Raw("observations", "[\"" + std::string(region_.SomeObservation()) + "\"]");
  line.Raw("changes", "[\"perehdytystä lisätty\"]").End();
  if (gap)
    region_.Planted(Defect::kPeriodNotCovered, NumberedText("yks-", unit),
                    FormatDate(regular) + "/" + FormatDate(AddDays(regular, 13)));
  ++account.count;
  account.covered = end;
  account.due = AddMonths(region_.today, 4);
  region_.agenda.Add(region_.MomentOn(account.due), kAccountDue, unit);
  return true;
}

}  // namespace sinetti
