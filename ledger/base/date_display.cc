#include "ledger/base/date_display.h"

namespace sinetti {
namespace {

constexpr const char* kEnglishMonths[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
constexpr Text3 kWeekdays[] = {
    {"maanantai", "måndag", "Monday"},      {"tiistai", "tisdag", "Tuesday"},
    {"keskiviikko", "onsdag", "Wednesday"}, {"torstai", "torsdag", "Thursday"},
    {"perjantai", "fredag", "Friday"},      {"lauantai", "lördag", "Saturday"},
    {"sunnuntai", "söndag", "Sunday"}};

}  // namespace

std::string DisplayDay(Date date, Language language) {
  const CivilDay civil = CivilOf(date);
  const std::string day = std::to_string(civil.day);
  const std::string year = std::to_string(civil.year);
  if (language == Language::kEnglish)
    return day + " " + kEnglishMonths[civil.month - 1] + " " + year;
  return day + "." + std::to_string(civil.month) + "." + year;
}

std::string DisplayMonth(int year, int month, Language language) {
  if (language == Language::kEnglish)
    return std::string(kEnglishMonths[month - 1]) + " " + std::to_string(year);
  return std::to_string(month) + "/" + std::to_string(year);
}

const Text3& WeekdayName(Weekday weekday) { return kWeekdays[static_cast<int>(weekday) - 1]; }

}  // namespace sinetti
