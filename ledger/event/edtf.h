// Dates as sources state them: a day, a month, a season, a year, an interval, an instant, with
// doubt or with parts missing.  EDTF of ISO 8601-2:2019, levels 0 and 1; docs/format/event.md says
// where it stands in a record.  A partial date is a fact: nothing here rounds it to a day.
//
//   2017-05-01  2017-05  2017         day, month, year
//   2017-21                           spring 2017 (21 spring, 22 summer, 23 autumn, 24 winter)
//   2004/2006   2004-06/..   ../2006  interval, open ends
//   2004/       /2006                 interval whose end or beginning is not known
//   2007?  2007~  2007%               uncertain, approximate, both
//   201X  20XX  2017-XX  2017-05-XX  2017-XX-XX   digits not given
//   2016-09-13T14:05:00+03:00         instant (RFC 3339, offset required)
//
// Not taken: level 2, years before 0000 or after 9999, times inside intervals.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/clock.h"
#include "ledger/base/date.h"
#include "ledger/base/language.h"
#include "ledger/base/result.h"

namespace sinetti {

// One date of an EDTF text: a point, or an end of an interval.
struct EdtfDate {
  enum class Precision { kCentury, kDecade, kYear, kSeason, kMonth, kDay };

  Precision precision = Precision::kYear;
  int year = 0;   // of a decade or century: its first year
  int month = 0;  // 1 to 12, or 21 to 24 for a season
  int day = 0;
  bool month_hidden = false;  // 2017-XX, 2017-XX-XX
  bool day_hidden = false;    // 2017-05-XX, 2017-XX-XX
  bool uncertain = false;     // ? or %
  bool approximate = false;   // ~ or %

  friend bool operator==(const EdtfDate&, const EdtfDate&) = default;
};

struct Edtf {
  enum class Kind { kDate, kInterval, kInstant };
  enum class End { kGiven, kOpen, kUnknown };

  Kind kind = Kind::kDate;
  EdtfDate from;  // kDate: the date
  EdtfDate to;    // kInterval only
  End from_end = End::kGiven;
  End to_end = End::kGiven;
  Timestamp instant;  // kInstant only

  // Every day that may be meant, both included.  An open or unknown end reaches to kFirstDate or
  // kLastDate; an instant is its day in Finland.  Seasons: spring 1.3.-31.5., summer 1.6.-31.8.,
  // autumn 1.9.-30.11., winter 1.12. to the end of February of the next year (a convention of this
  // product: neither EDTF nor Finnish law sets one).
  Date first;
  Date last;

  friend bool operator==(const Edtf&, const Edtf&) = default;
};

// kInvalid names the text, the position (from 1) and what may stand there.  Never throws, reads at
// most 64 bytes.
Result<Edtf> ParseEdtf(std::string_view text);

// The text again: ParseEdtf(FormatEdtf(x)) == x.  An instant is written in UTC.
std::string FormatEdtf(const Edtf& edtf);

// For people: "kevät 2017", "1.5.2007", "5/2007", "2004–2006", "noin 2007"; instants in Finnish
// time.
std::string DisplayEdtf(const Edtf& edtf, Language language);

}  // namespace sinetti
