// Reads EDTF from left to right, one date at a time, and resolves it to days.
#include "ledger/event/edtf.h"

#include <optional>

#include "ledger/base/quote.h"

namespace sinetti {
namespace {

constexpr std::size_t kLongest = 64;
constexpr int kSpring = 21;
constexpr int kWinter = 24;
constexpr int kLastYear = 9999;

using Precision = EdtfDate::Precision;

// Carries the whole text for error messages, and how far it has been read.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool AtEnd() const { return position_ == text_.size(); }
  char Peek() const { return AtEnd() ? '\0' : text_[position_]; }

  bool Take(char expected) {
    if (Peek() != expected || AtEnd()) return false;
    ++position_;
    return true;
  }

  bool TakeText(std::string_view expected) {
    if (text_.substr(position_, expected.size()) != expected) return false;
    position_ += expected.size();
    return true;
  }

  // Exactly `count` digits; nothing is read otherwise.
  std::optional<int> TakeDigits(std::size_t count) {
    if (text_.size() - position_ < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const char c = text_[position_ + i];
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    position_ += count;
    return value;
  }

  Error Fail(const std::string& why) const { return FailAt(position_, why); }

  // `position` from 0.
  Error FailAt(std::size_t position, const std::string& why) const {
    return Error{ErrorCode::kInvalid, "date " + Quoted(text_) + ", position " +
                                          std::to_string(position + 1) + ": " + why};
  }

  std::size_t position() const { return position_; }

 private:
  std::string_view text_;
  std::size_t position_ = 0;
};

// Four digits, or three and X (a decade), or two and XX (a century).
Result<EdtfDate> ReadYear(Reader& in) {
  EdtfDate date;
  if (const auto year = in.TakeDigits(4)) {
    date.year = *year;
    return date;
  }
  const std::size_t begin = in.position();
  if (const auto decade = in.TakeDigits(3)) {
    if (in.Take('X')) {
      date.precision = Precision::kDecade;
      date.year = *decade * 10;
      return date;
    }
  } else if (const auto century = in.TakeDigits(2)) {
    if (in.TakeText("XX")) {
      date.precision = Precision::kCentury;
      date.year = *century * 100;
      return date;
    }
  }
  return in.FailAt(begin, "expected a year of four digits (0000 to 9999, or 201X, 20XX)");
}

Result<void> ReadDay(Reader& in, EdtfDate& date) {
  const std::size_t begin = in.position();
  date.precision = Precision::kDay;
  if (in.TakeText("XX")) {
    date.day_hidden = true;
    return {};
  }
  const auto day = in.TakeDigits(2);
  if (!day) return in.FailAt(begin, "expected a day of two digits, or XX");
  if (date.month_hidden) return in.FailAt(begin, "a day needs its month; write XX-XX");
  if (!IsCalendarDay(date.year, date.month, *day))
    return in.FailAt(begin, "the month has no day " + std::to_string(*day));
  date.day = *day;
  return {};
}

Result<void> ReadMonth(Reader& in, EdtfDate& date) {
  const std::size_t begin = in.position();
  date.precision = Precision::kMonth;
  if (in.TakeText("XX")) {
    date.month_hidden = true;
    return {};
  }
  const auto month = in.TakeDigits(2);
  if (!month) return in.FailAt(begin, "expected a month of two digits, a season 21 to 24, or XX");
  const bool season = *month >= kSpring && *month <= kWinter;
  if (!season && (*month < 1 || *month > 12))
    return in.FailAt(begin, "there is no month or season " + std::to_string(*month) +
                                " (months 01 to 12; 21 spring, 22 summer, 23 autumn, 24 winter)");
  if (season) date.precision = Precision::kSeason;
  date.month = *month;
  return {};
}

void ReadQualifier(Reader& in, EdtfDate& date) {
  if (in.Take('?')) {
    date.uncertain = true;
  } else if (in.Take('~')) {
    date.approximate = true;
  } else if (in.Take('%')) {
    date.uncertain = date.approximate = true;
  }
}

Result<EdtfDate> ReadDate(Reader& in) {
  SINETTI_ASSIGN(EdtfDate date, ReadYear(in));
  if (date.precision == Precision::kYear && in.Take('-')) {
    SINETTI_TRY(ReadMonth(in, date));
    if (date.precision == Precision::kMonth && in.Take('-')) SINETTI_TRY(ReadDay(in, date));
  }
  if (date.precision == Precision::kSeason && date.month == kWinter && date.year == kLastYear)
    return in.Fail("winter 9999 ends after the last year that is supported");
  ReadQualifier(in, date);
  if (!in.AtEnd() && in.Peek() != '/')
    return in.Fail("unexpected text after a date (supported: EDTF levels 0 and 1)");
  return date;
}

Date FirstDay(const EdtfDate& date) {
  switch (date.precision) {
    case Precision::kCentury:
    case Precision::kDecade:
    case Precision::kYear: return DateOf(date.year, 1, 1);
    case Precision::kSeason: return DateOf(date.year, (date.month - kSpring) * 3 + 3, 1);
    case Precision::kMonth:
    case Precision::kDay:
      return DateOf(date.year, date.month_hidden ? 1 : date.month,
                    date.day_hidden ? 1
                    : date.day == 0 ? 1
                                    : date.day);
  }
  return kFirstDate;
}

Date LastDay(const EdtfDate& date) {
  switch (date.precision) {
    case Precision::kCentury: return DateOf(date.year + 99, 12, 31);
    case Precision::kDecade: return DateOf(date.year + 9, 12, 31);
    case Precision::kYear: return DateOf(date.year, 12, 31);
    case Precision::kSeason: return AddDays(AddMonths(FirstDay(date), 3), -1);
    case Precision::kMonth:
    case Precision::kDay:
      if (date.month_hidden) return DateOf(date.year, 12, 31);
      if (date.day != 0) return DateOf(date.year, date.month, date.day);
      return DateOf(date.year, date.month, DaysInMonth(date.year, date.month));
  }
  return kLastDate;
}

// Reads one end: a date, ".." or nothing.
Result<Edtf::End> ReadEnd(Reader& in, EdtfDate& date) {
  if (in.TakeText("..")) return Edtf::End::kOpen;
  if (in.AtEnd() || in.Peek() == '/') return Edtf::End::kUnknown;
  SINETTI_ASSIGN(date, ReadDate(in));
  return Edtf::End::kGiven;
}

Result<Edtf> ParseInstant(std::string_view text) {
  Result<Timestamp> instant = ParseTimestamp(text);
  if (!instant) return std::move(instant).error();
  Edtf edtf;
  edtf.kind = Edtf::Kind::kInstant;
  edtf.instant = *instant;
  edtf.first = edtf.last = DayInHelsinki(*instant);
  return edtf;
}

std::string Padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - digits.size(), '0') + digits;
}

std::string FormatDatePart(const EdtfDate& date) {
  std::string text;
  switch (date.precision) {
    case Precision::kCentury: text = Padded(date.year / 100, 2) + "XX"; break;
    case Precision::kDecade: text = Padded(date.year / 10, 3) + "X"; break;
    default: text = Padded(date.year, 4); break;
  }
  if (date.precision >= Precision::kSeason)
    text += "-" + (date.month_hidden ? "XX" : Padded(date.month, 2));
  if (date.precision == Precision::kDay)
    text += "-" + (date.day_hidden ? "XX" : Padded(date.day, 2));
  if (date.uncertain && date.approximate) return text + "%";
  if (date.uncertain) return text + "?";
  if (date.approximate) return text + "~";
  return text;
}

std::string FormatEnd(Edtf::End end, const EdtfDate& date) {
  switch (end) {
    case Edtf::End::kGiven: return FormatDatePart(date);
    case Edtf::End::kOpen: return "..";
    case Edtf::End::kUnknown: return "";
  }
  return "";
}

}  // namespace

Result<Edtf> ParseEdtf(std::string_view text) {
  if (text.size() > kLongest)
    return Error{ErrorCode::kInvalid,
                 "date '" + std::string(text.substr(0, kLongest)) + "…' is longer than 64 bytes"};
  if (text.size() > 10 && (text[10] == 'T' || text[10] == 't')) return ParseInstant(text);

  Reader in(text);
  if (in.AtEnd()) return in.Fail("a date is empty; expected a year, yyyy-mm or yyyy-mm-dd");
  Edtf edtf;
  SINETTI_ASSIGN(edtf.from_end, ReadEnd(in, edtf.from));
  if (in.Take('/')) {
    edtf.kind = Edtf::Kind::kInterval;
    SINETTI_ASSIGN(edtf.to_end, ReadEnd(in, edtf.to));
    if (!in.AtEnd()) return in.Fail("unexpected text after the interval");
    if (edtf.from_end != Edtf::End::kGiven && edtf.to_end != Edtf::End::kGiven)
      return in.FailAt(0, "an interval needs a date at one end at least");
  } else if (edtf.from_end != Edtf::End::kGiven) {
    return in.FailAt(0, "'..' stands for an open end of an interval only, as in ../2006");
  } else {
    edtf.to = {};
  }

  edtf.first = edtf.from_end == Edtf::End::kGiven ? FirstDay(edtf.from) : kFirstDate;
  edtf.last = edtf.to_end != Edtf::End::kGiven     ? kLastDate
              : edtf.kind == Edtf::Kind::kInterval ? LastDay(edtf.to)
                                                   : LastDay(edtf.from);
  if (edtf.first > edtf.last)
    return in.FailAt(0, "the interval ends (" + FormatDate(edtf.last) + ") before it begins (" +
                            FormatDate(edtf.first) + ")");
  return edtf;
}

std::string FormatEdtf(const Edtf& edtf) {
  switch (edtf.kind) {
    case Edtf::Kind::kDate: return FormatDatePart(edtf.from);
    case Edtf::Kind::kInterval:
      return FormatEnd(edtf.from_end, edtf.from) + "/" + FormatEnd(edtf.to_end, edtf.to);
    case Edtf::Kind::kInstant: return FormatTimestamp(edtf.instant);
  }
  return "";
}

}  // namespace sinetti
