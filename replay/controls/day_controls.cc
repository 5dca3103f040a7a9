// R-CAL: a day that is planned or set and on which offices are closed.  Needs the
// calendar, so it is code and not a query.
#include "replay/calendar/holidays.h"
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr Text3 kSaturday = {"lauantai", "lördag", "Saturday"};
constexpr Text3 kSunday = {"sunnuntai", "söndag", "Sunday"};

// Why the day is no working day; nullopt when it is one.  A holiday says more than its weekday.
std::optional<Text3> ClosedBecause(Date day, bool saturdays) {
  if (const auto holiday = HolidayOn(day); holiday && !holiday->eve) return holiday->name;
  if (WeekdayOf(day) == Weekday::kSunday) return kSunday;
  if (saturdays && WeekdayOf(day) == Weekday::kSaturday) return kSaturday;
  return std::nullopt;
}

AuditFinding ClosedDay(std::string_view subject, std::string_view place, Date day, const Text3& why,
                       Sequence sequence) {
  const std::string text = FormatDate(day);
  AuditFinding finding;
  finding.code = "R-CAL";
  finding.severity = FindingSeverity::kInfo;
  finding.subject = subject;
  finding.place = place;
  finding.stated = text;
  finding.computed = why.fi;
  finding.text = {"Päivä " + text + " ei ole arkipäivä: " + why.fi + ".",
                  "Dagen " + text + " är inte en vardag: " + why.sv + ".",
                  "The day " + text + " is not a working day: " + why.en + "."};
  finding.events = {sequence};
  return finding;
}

constexpr std::string_view kPlannedDays = R"sql(
SELECT project, 'start', start_first, seq FROM project WHERE start_first = start_last
UNION ALL
SELECT project, 'end', end_first, seq FROM project WHERE end_first = end_last
ORDER BY 1, 2 DESC, 4)sql";

// Days that somebody set for somebody (replay/views/relations.cc).  Off until it is switched on: no
// act forbids such a day, and a region sets thousands.
constexpr std::string_view kSetDays = R"sql(
SELECT stream, type || '/' || path, stated, seq FROM relation_broken
WHERE relation = 'closedDay' ORDER BY seq, number)sql";

Result<void> OnClosedDays(Database& views, std::string_view sql, const ControlValues& values,
                          const TakeFinding& take) {
  const bool saturdays = values.Get("saturdays") != 0;
  SINETTI_ASSIGN(Statement days, views.Prepare(sql));
  for (days.Start();;) {
    SINETTI_ASSIGN(const bool more, days.Step());
    if (!more) return {};
    SINETTI_ASSIGN(const Date day, ParseDate(days.Text(2)));
    if (const auto why = ClosedBecause(day, saturdays)) {
      const Sequence sequence{static_cast<std::uint64_t>(days.Integer(3))};
      SINETTI_TRY(take(ClosedDay(days.Text(0), days.Text(1), day, *why, sequence)));
    }
  }
}

Control On(std::string_view sql, std::string_view part, bool ordinarily_on) {
  return {"R-CAL", sql,
          [sql](Database& views, const ControlValues& values, const TakeFinding& take) {
            return OnClosedDays(views, sql, values, take);
          },
          part, ordinarily_on};
}

}  // namespace

std::vector<Control> DayControls() {
  return {On(kPlannedDays, "project", true), On(kSetDays, "setDay", false)};
}

}  // namespace sinetti
