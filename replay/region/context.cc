#include "replay/region/context.h"

#include <algorithm>

namespace sinetti {
namespace {

constexpr std::int64_t kDayMillis = 24 * kHourMillis;

constexpr std::array<std::string_view, 8> kObservations = {
    "Yövuorossa yksi hoitaja kahden sijasta kahtena yönä.",
    "Lääkekaapin avain oli ovessa vuoron vaihtuessa.",
    "Hälytysjärjestelmän vasteaika ylitti sovitun kolmesti.",
    "Kaatumisia enemmän kuin edellisellä jaksolla.",
    "Ruokailujen väli venyi yöllä yli yhdentoista tunnin.",
    "Omaisten palautteessa toivottiin enemmän ulkoilua.",
    "Perehdytyslomake puuttui neljältä sijaiselta.",
    "Asukkaiden suunnitelmat tarkistettu ajallaan."};

void PutTwo(std::string& text, std::size_t at, std::int64_t value) {
  text[at] = static_cast<char>('0' + value / 10);
  text[at + 1] = static_cast<char>('0' + value % 10);
}

}  // namespace

RegionContext::RegionContext(std::uint64_t seed, const RegionOptions& chosen)
    : options(chosen),
      first_day(DateOf(chosen.start_year, 1, 2)),
      random(seed),
      days(first_day),
      places(MakePlaces(chosen.providers, random)),
      defects(chosen),
      today(first_day) {
  now = days.BeginOf(first_day);
}

void RegionContext::MoveTo(std::int64_t moment) {
  now = std::max(now, moment);
  while (now >= days.BeginOf(AddDays(today, 1))) today = AddDays(today, 1);
}

std::int64_t RegionContext::MomentOn(Date day) {
  return days.BeginOf(day) + kOfficeOpens +
         static_cast<std::int64_t>(random.Below(static_cast<std::uint32_t>(kOfficeMillis)));
}

std::int64_t RegionContext::WorkdaysFromNow(int count) {
  if (count > 0) return MomentOn(days.WorkdaysAfter(today, count));
  const std::int64_t closes = days.BeginOf(today) + kOfficeOpens + kOfficeMillis;
  if (!days.IsOpen(today) || now >= closes) return MomentOn(days.WorkdaysAfter(today, 1));
  return now + static_cast<std::int64_t>(random.Below(static_cast<std::uint32_t>(closes - now)));
}

std::int64_t RegionContext::NextArrival(Arrivals& arrivals) {
  const std::int64_t hours = arrivals.office ? kOfficeMillis : kDayMillis;
  const std::int64_t year = hours * (arrivals.office ? kOfficeDaysPerYear : 365);
  const auto month = static_cast<std::size_t>(CivilOf(arrivals.day).month - 1);
  const std::int64_t mean = year / static_cast<std::int64_t>(arrivals.per_year);
  arrivals.into += mean * random.Between(50, 150) / arrivals.percent[month];
  while (arrivals.into >= hours) {
    arrivals.into -= hours;
    arrivals.day = AddDays(arrivals.day, 1);
    if (arrivals.office) arrivals.day = days.OpenOn(arrivals.day);
  }
  return days.BeginOf(arrivals.day) + (arrivals.office ? kOfficeOpens : 0) + arrivals.into;
}

Line RegionContext::Begin(std::string& out, std::string_view type, std::string_view family,
                          std::uint64_t stream, std::string_view actor, std::string_view role,
                          std::string_view happened) {
  const std::int64_t day = now / kDayMillis;
  if (day != time_day_) {
    time_day_ = day;
    time_text_.replace(0, 10, FormatDate(Date{static_cast<std::int32_t>(day)}));
  }
  const std::int64_t second = now % kDayMillis / 1000;
  PutTwo(time_text_, 11, second / 3600);
  PutTwo(time_text_, 14, second / 60 % 60);
  PutTwo(time_text_, 17, second % 60);
  Line line(out);
  line.Text("specversion", "1.0").Id("id", "r", event).Text("source", "urn:region");
  line.Text("type", type);
  if (happened.empty()) {
    line.Text("time", time_text_);
  } else {
    line.Text("occurred", happened);
  }
  line.Id("stream", family, stream).Text("actor", actor).Text("role", role);
  return line;
}

std::string_view RegionContext::SomeObservation() {
  return kObservations[random.Below(kObservations.size())];
}

std::string NumberedText(std::string_view kind, std::uint64_t number) {
  return std::string(kind) + std::to_string(number);
}

}  // namespace sinetti
