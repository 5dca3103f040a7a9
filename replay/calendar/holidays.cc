#include "replay/calendar/holidays.h"

#include <algorithm>

#include "ledger/base/check.h"

namespace sinetti {
namespace {

using Kind = HolidayRule::Kind;

constexpr const char* kChurchAct = "652/2023 1:6; 1054/1993 4:3";
constexpr const char* kMovedToSaturday = "in literature: moved 1973, back 1992";
constexpr const char* kBefore1955 = "in literature: moved to Saturday by 535/1953 from 1955";

constexpr HolidayRule kRules[] = {
    {HolidayId::kNewYear,
     {"uudenvuodenpäivä", "nyårsdagen", "New Year's Day"},
     Kind::kFixed,
     1,
     1,
     1900,
     2199,
     false,
     kChurchAct},
    {HolidayId::kEpiphany,
     {"loppiainen", "trettondagen", "Epiphany"},
     Kind::kFixed,
     1,
     6,
     1900,
     1972,
     false,
     "in literature"},
    {HolidayId::kEpiphany,
     {"loppiainen", "trettondagen", "Epiphany"},
     Kind::kSaturdayOnOrAfter,
     1,
     6,
     1973,
     1991,
     false,
     kMovedToSaturday},
    {HolidayId::kEpiphany,
     {"loppiainen", "trettondagen", "Epiphany"},
     Kind::kFixed,
     1,
     6,
     1992,
     2199,
     false,
     kChurchAct},
    {HolidayId::kAnnunciation,
     {"Marian ilmestyspäivä", "Marie bebådelsedag", "Annunciation Day"},
     Kind::kFixed,
     3,
     25,
     1900,
     1954,
     false,
     "in literature: moved to Sunday by 535/1953 from 1955"},
    {HolidayId::kGoodFriday,
     {"pitkäperjantai", "långfredagen", "Good Friday"},
     Kind::kAfterEaster,
     0,
     -2,
     1900,
     2199,
     false,
     kChurchAct},
    {HolidayId::kEasterSunday,
     {"pääsiäispäivä", "påskdagen", "Easter Sunday"},
     Kind::kAfterEaster,
     0,
     0,
     1900,
     2199,
     false,
     kChurchAct},
    {HolidayId::kEasterMonday,
     {"toinen pääsiäispäivä", "annandag påsk", "Easter Monday"},
     Kind::kAfterEaster,
     0,
     1,
     1900,
     2199,
     false,
     kChurchAct},
    {HolidayId::kMayDay,
     {"vappu", "första maj", "May Day"},
     Kind::kFixed,
     5,
     1,
     1944,
     2199,
     false,
     "272/1944"},
    {HolidayId::kAscension,
     {"helatorstai", "Kristi himmelsfärdsdag", "Ascension Day"},
     Kind::kAfterEaster,
     0,
     39,
     1900,
     1972,
     false,
     "in literature"},
    {HolidayId::kAscension,
     {"Kristuksen taivaaseenastumisen päivä", "Kristi himmelsfärdsdag", "Ascension Day"},
     Kind::kAfterEaster,
     0,
     34,
     1973,
     1991,
     false,
     kMovedToSaturday},
    {HolidayId::kAscension,
     {"helatorstai", "Kristi himmelsfärdsdag", "Ascension Day"},
     Kind::kAfterEaster,
     0,
     39,
     1992,
     2199,
     false,
     kChurchAct},
    {HolidayId::kPentecost,
     {"helluntaipäivä", "pingstdagen", "Pentecost"},
     Kind::kAfterEaster,
     0,
     49,
     1900,
     2199,
     false,
     kChurchAct},
    {HolidayId::kWhitMonday,
     {"toinen helluntaipäivä", "annandag pingst", "Whit Monday"},
     Kind::kAfterEaster,
     0,
     50,
     1900,
     1972,
     false,
     "from memory, not checked"},
    {HolidayId::kMidsummerEve,
     {"juhannusaatto", "midsommarafton", "Midsummer Eve"},
     Kind::kFixed,
     6,
     23,
     1900,
     1954,
     true,
     kBefore1955},
    {HolidayId::kMidsummerEve,
     {"juhannusaatto", "midsommarafton", "Midsummer Eve"},
     Kind::kSaturdayOnOrAfter,
     6,
     20,
     1955,
     2199,
     true,
     "150/1930 5"},
    {HolidayId::kMidsummer,
     {"juhannuspäivä", "midsommardagen", "Midsummer Day"},
     Kind::kFixed,
     6,
     24,
     1900,
     1954,
     false,
     kBefore1955},
    {HolidayId::kMidsummer,
     {"juhannuspäivä", "midsommardagen", "Midsummer Day"},
     Kind::kSaturdayOnOrAfter,
     6,
     20,
     1955,
     2199,
     false,
     kChurchAct},
    {HolidayId::kAllSaints,
     {"pyhäinmiestenpäivä", "allhelgonadagen", "All Saints' Day"},
     Kind::kFixed,
     11,
     1,
     1900,
     1954,
     false,
     kBefore1955},
    {HolidayId::kAllSaints,
     {"pyhäinpäivä", "alla helgons dag", "All Saints' Day"},
     Kind::kSaturdayOnOrAfter,
     10,
     31,
     1955,
     2199,
     false,
     kChurchAct},
    {HolidayId::kIndependence,
     {"itsenäisyyspäivä", "självständighetsdagen", "Independence Day"},
     Kind::kFixed,
     12,
     6,
     1937,
     2199,
     false,
     "388/1937"},
    {HolidayId::kChristmasEve,
     {"jouluaatto", "julafton", "Christmas Eve"},
     Kind::kFixed,
     12,
     24,
     1900,
     2199,
     true,
     "150/1930 5"},
    {HolidayId::kChristmas,
     {"joulupäivä", "juldagen", "Christmas Day"},
     Kind::kFixed,
     12,
     25,
     1900,
     2199,
     false,
     kChurchAct},
    {HolidayId::kBoxingDay,
     {"tapaninpäivä", "annandag jul", "Boxing Day"},
     Kind::kFixed,
     12,
     26,
     1900,
     2199,
     false,
     kChurchAct},
};

Date DayIn(const HolidayRule& rule, int year) {
  switch (rule.kind) {
    case Kind::kFixed: return DateOf(year, rule.month, rule.day);
    case Kind::kAfterEaster: return AddDays(EasterSunday(year), rule.day);
    case Kind::kSaturdayOnOrAfter: break;
  }
  const Date saturday = WeekdayOnOrAfter(DateOf(year, rule.month, rule.day), Weekday::kSaturday);
  return rule.eve ? AddDays(saturday, -1) : saturday;
}

bool AppliesIn(const HolidayRule& rule, int year) {
  return year >= rule.first_year && year <= rule.last_year;
}

}  // namespace

std::span<const HolidayRule> HolidayRules() { return kRules; }

Date EasterSunday(int year) {
  // The anonymous Gregorian algorithm (J. Meeus, Astronomical Algorithms, chapter 8).
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return DateOf(year, f / 31, f % 31 + 1);
}

std::vector<Holiday> HolidaysOf(int year) {
  SINETTI_CHECK(year >= kFirstCalendarYear && year <= kLastCalendarYear);
  std::vector<Holiday> holidays;
  for (const HolidayRule& rule : kRules)
    if (AppliesIn(rule, year))
      holidays.push_back({DayIn(rule, year), rule.id, rule.eve, rule.name});
  std::stable_sort(holidays.begin(), holidays.end(),
                   [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
  return holidays;
}

std::optional<Holiday> HolidayOn(Date date) {
  const int year = CivilOf(date).year;
  std::optional<Holiday> eve;
  for (const HolidayRule& rule : kRules) {
    if (!AppliesIn(rule, year) || DayIn(rule, year) != date) continue;
    const Holiday holiday{date, rule.id, rule.eve, rule.name};
    if (!rule.eve) return holiday;
    eve = holiday;
  }
  return eve;
}

}  // namespace sinetti
