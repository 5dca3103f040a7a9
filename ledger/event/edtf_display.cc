// Dates for people, in the three languages.  Finnish and Finland-Swedish write days as 1.5.2007 and
// months as 5/2007; English writes them out, so that nobody reads 1.5. as January.
#include <string>

#include "ledger/base/date_display.h"
#include "ledger/event/edtf.h"

namespace sinetti {
namespace {

using Precision = EdtfDate::Precision;

constexpr Text3 kSeasons[] = {{"kevät", "våren", "spring"},
                              {"kesä", "sommaren", "summer"},
                              {"syksy", "hösten", "autumn"},
                              {"talvi", "vintern", "winter"}};
constexpr Text3 kAbout = {"noin ", "cirka ", "about "};
constexpr Text3 kUncertain = {" (epävarma)", " (osäkert)", " (uncertain)"};
constexpr Text3 kDayUnknown = {" (päivä ei tiedossa)", " (dag okänd)", " (day not known)"};
constexpr Text3 kMonthUnknown = {" (kuukausi ei tiedossa)", " (månad okänd)", " (month not known)"};
constexpr Text3 kUnknown = {"ei tiedossa", "okänt", "not known"};

std::string Range(int first, int last) {
  return std::to_string(first) + "–" + std::to_string(last);
}

std::string DisplaySeason(const EdtfDate& date, Language language) {
  constexpr int kWinter = 24;
  const std::string years =
      date.month == kWinter ? Range(date.year, date.year + 1) : std::to_string(date.year);
  return std::string(kSeasons[date.month - 21].In(language)) + " " + years;
}

std::string DisplayPlain(const EdtfDate& date, Language language) {
  switch (date.precision) {
    case Precision::kCentury: return Range(date.year, date.year + 99);
    case Precision::kDecade: return Range(date.year, date.year + 9);
    case Precision::kYear: return std::to_string(date.year);
    case Precision::kSeason: return DisplaySeason(date, language);
    case Precision::kMonth:
      if (date.month_hidden) return std::to_string(date.year) + kMonthUnknown.In(language);
      return DisplayMonth(date.year, date.month, language);
    case Precision::kDay:
      if (date.month_hidden) return std::to_string(date.year) + kDayUnknown.In(language);
      if (date.day_hidden)
        return DisplayMonth(date.year, date.month, language) + kDayUnknown.In(language);
      return DisplayDay(DateOf(date.year, date.month, date.day), language);
  }
  return "";
}

std::string DisplayDate(const EdtfDate& date, Language language) {
  std::string text = DisplayPlain(date, language);
  if (date.approximate) text = kAbout.In(language) + text;
  if (date.uncertain) text += kUncertain.In(language);
  return text;
}

std::string DisplayFrom(const std::string& date, Language language) {
  switch (language) {
    case Language::kFinnish: return date + " alkaen";
    case Language::kSwedish: return "från " + date;
    case Language::kEnglish: return "from " + date;
  }
  return date;
}

std::string DisplayUntil(const std::string& date, Language language) {
  switch (language) {
    case Language::kFinnish: return date + " asti";
    case Language::kSwedish: return "till " + date;
    case Language::kEnglish: return "until " + date;
  }
  return date;
}

std::string DisplayInterval(const Edtf& edtf, Language language) {
  if (edtf.to_end == Edtf::End::kOpen)
    return DisplayFrom(DisplayDate(edtf.from, language), language);
  if (edtf.from_end == Edtf::End::kOpen)
    return DisplayUntil(DisplayDate(edtf.to, language), language);
  const std::string from = edtf.from_end == Edtf::End::kUnknown ? kUnknown.In(language)
                                                                : DisplayDate(edtf.from, language);
  const std::string to =
      edtf.to_end == Edtf::End::kUnknown ? kUnknown.In(language) : DisplayDate(edtf.to, language);
  // Plain numbers stand close together; anything with words gets spaces around the dash.
  const bool close = edtf.from_end == Edtf::End::kGiven && edtf.to_end == Edtf::End::kGiven &&
                     from.find(' ') == std::string::npos && to.find(' ') == std::string::npos;
  return from + (close ? "–" : " – ") + to;
}

std::string TwoDigits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string DisplayInstant(const Edtf& edtf, Language language) {
  constexpr std::int64_t kMicrosPerSecond = 1'000'000;
  std::int64_t second = edtf.instant.micros / kMicrosPerSecond;
  if (edtf.instant.micros % kMicrosPerSecond < 0) --second;
  second += HelsinkiOffsetSeconds(edtf.instant);
  const std::int64_t second_of_day = (second % 86'400 + 86'400) % 86'400;
  const std::string point = language == Language::kEnglish ? ":" : ".";
  std::string clock = TwoDigits(second_of_day / 3600) + point + TwoDigits(second_of_day / 60 % 60);
  if (second_of_day % 60 != 0) clock += point + TwoDigits(second_of_day % 60);
  constexpr Text3 kAt = {" klo ", " kl. ", ", "};
  return DisplayDay(edtf.first, language) + kAt.In(language) + clock;
}

}  // namespace

std::string DisplayEdtf(const Edtf& edtf, Language language) {
  switch (edtf.kind) {
    case Edtf::Kind::kDate: return DisplayDate(edtf.from, language);
    case Edtf::Kind::kInterval: return DisplayInterval(edtf, language);
    case Edtf::Kind::kInstant: return DisplayInstant(edtf, language);
  }
  return "";
}

}  // namespace sinetti
