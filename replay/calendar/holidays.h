// The Finnish public holidays of a year and the two eves that time limits know.  Computed for 1900
// to 2199 from dated rules; docs/reference/calendar.md lists each with its act and says how far it
// was checked.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/base/language.h"

namespace sinetti {

inline constexpr int kFirstCalendarYear = 1900;
inline constexpr int kLastCalendarYear = 2199;

enum class HolidayId {
  kNewYear,
  kEpiphany,
  kAnnunciation,
  kGoodFriday,
  kEasterSunday,
  kEasterMonday,
  kMayDay,
  kAscension,
  kPentecost,
  kWhitMonday,
  kMidsummerEve,
  kMidsummer,
  kAllSaints,
  kIndependence,
  kChristmasEve,
  kChristmas,
  kBoxingDay,
};

// How the day of a holiday follows from the year, and in which years.
struct HolidayRule {
  enum class Kind {
    kFixed,             // month, day
    kAfterEaster,       // `day` days after Easter Sunday, may be negative
    kSaturdayOnOrAfter  // the Saturday in the seven days from month, day
  };

  HolidayId id;
  Text3 name;
  Kind kind;
  int month;
  int day;
  int first_year;
  int last_year;
  bool eve;            // Christmas Eve and Midsummer Eve: no public holidays
  const char* source;  // act, or what else it rests on
};

struct Holiday {
  Date date;
  HolidayId id;
  bool eve = false;
  Text3 name;
};

// The whole table, in the order of the year.
std::span<const HolidayRule> HolidayRules();

// Easter Sunday of the western church, by the Gregorian computus.
Date EasterSunday(int year);

// By date.  Two holidays may fall on one day (Ascension and May Day in 1913): both are listed.
// `year` must be 1900 to 2199.
std::vector<Holiday> HolidaysOf(int year);

// The holiday or eve on `date`, public holidays first; nullopt on any other day and outside 1900 to
// 2199.
std::optional<Holiday> HolidayOn(Date date);

}  // namespace sinetti
