#include "replay/region/projects.h"

namespace sinetti {

RegionProjects::RegionProjects(RegionContext& region) : region_(region) {
  arrivals_ = {.per_year = 8 + region.options.events_per_year / 20'000,
               .percent = {140, 130, 120, 110, 100, 60, 30, 80, 130, 120, 100, 80},
               .day = region.first_day};
  region_.agenda.Add(region_.NextArrival(arrivals_), kProjectArrives, 0);
}

Line RegionProjects::BeginProject(std::string& out, std::string_view type, const Project& project,
                                  std::string_view family) {
  Line line = region_.Begin(out, type, family, project.number, "Esimerkin hyvinvointialue",
                            "kehittämispäällikkö");
  line.Open("data");
  return line;
}

bool RegionProjects::Arrive(std::string& out) {
  region_.agenda.Add(region_.NextArrival(arrivals_), kProjectArrives, 0);
  if (!region_.HasRoomFor(4)) return false;
  Project project;
  project.number = ++last_project_;
  project.state_cents = 100'000 * static_cast<std::int64_t>(20 + region_.random.Below(80));
  project.municipal_cents = project.state_cents / 3;
  // It lasts from the beginning of a month to the end of another, on working days.
  const CivilDay day = CivilOf(region_.today);
  const Date month = AddMonths(DateOf(day.year, day.month, 1), region_.random.Between(1, 4));
  const int months = region_.random.Between(6, 24);
  Date last = AddDays(AddMonths(month, months), -1);
  while (!region_.days.IsOpen(last)) last = AddDays(last, -1);
  const bool closed = region_.defects.Take(Defect::kProjectOnClosedDay);
  const bool wrong = !closed && region_.defects.Take(Defect::kDurationWrong);
  Date first = region_.days.OpenOn(month);
  if (closed) {
    first = month;
    while (region_.days.IsOpen(first)) first = AddDays(first, 1);
  }
  project.first = first;
  project.last = last;
  const std::string name = NumberedText("hanke-", project.number);
  Line line = BeginProject(out, "project.planned", project, "project-hanke-");
  line.Text("projectId", name).Text("title", "Palvelujen kehittämishanke");
  line.Day("start", FormatDate(first)).Day("end", FormatDate(last));
  line.Count("duration", static_cast<std::uint64_t>(months + (wrong ? 2 : 0)), "kk").End();
  if (closed) region_.Planted(Defect::kProjectOnClosedDay, name, "start");
  if (wrong) region_.Planted(Defect::kDurationWrong, name, "duration");
  region_.agenda.AddNow(region_.now, kProjectStep, projects_.Add(project));
  return true;
}

// Two lines of the first year and then their total; later the first day, and the last one.
bool RegionProjects::Step(std::string& out, std::uint32_t slot) {
  Project& project = projects_[slot];
  const std::uint8_t stage = project.stage++;
  if (stage < 3) {
    WriteFunding(out, project, stage);
    if (stage < 2) {
      region_.agenda.AddNow(region_.now, kProjectStep, slot);
    } else {
      region_.agenda.Add(region_.MomentOn(project.first), kProjectStep, slot);
    }
    return true;
  }
  const bool starts = stage == 3;
  BeginProject(out, starts ? "project.started" : "project.ended", project, "project-hanke-")
      .Id("projectId", "hanke-", project.number)
      .Day("on", region_.today_text())
      .End();
  if (starts) {
    region_.agenda.Add(region_.MomentOn(project.last), kProjectStep, slot);
  } else {
    projects_.Remove(slot);
  }
  return true;
}

void RegionProjects::WriteFunding(std::string& out, const Project& project, int part) {
  const auto year = static_cast<std::uint64_t>(CivilOf(project.first).year);
  const std::string name = NumberedText("hanke-", project.number);
  if (part < 2) {
    const bool state = part == 0;
    Line line = BeginProject(out, "funding.planLineRecorded", project, "funding-hanke-");
    line.Text("project", name).Integer("year", year);
    line.Text("line", state ? "Valtion osuus" : "Kuntaosuus");
    line.Text("kind", state ? "state" : "municipal");
    line.Cents("amount", state ? project.state_cents : project.municipal_cents);
    line.Integer("order", part + 1u).End();
    return;
  }
  const bool wrong = region_.defects.Take(Defect::kYearTotalWrong);
  Line line = BeginProject(out, "funding.yearTotalStated", project, "funding-hanke-");
  line.Text("project", name).Integer("year", year);
  line.Cents("total", project.state_cents + project.municipal_cents + (wrong ? 50'000 : 0)).End();
  if (wrong) region_.Planted(Defect::kYearTotalWrong, name, std::to_string(year) + "/total");
}

}  // namespace sinetti
