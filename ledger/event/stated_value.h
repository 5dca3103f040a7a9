// The values of an event as its source states them, found by reflection: every Money, Quantity,
// Share and When of a body, with its path.  Provenance views and the controls for missing and
// unreadable values need no code per type (schemas/values.capnp; docs/format/event.md, "Values").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/event/event.h"

namespace sinetti {

// Views live as long as the event.
struct StatedValue {
  enum class Kind { kMoney, kQuantity, kShare, kWhen };
  enum class State { kGiven, kMissing, kGarbled };

  std::string path;  // "amount", "shares[0].share"
  Kind kind = Kind::kQuantity;
  State state = State::kGiven;

  // kGiven, not kWhen: both ends are equal unless a range is stated.  Cents, thousandths of the
  // unit, thousandths of a percent.
  std::optional<std::int64_t> low, high;
  std::string_view bound = "exact";  // enumerant of Bound
  std::string_view unit;             // currency, unit; of a share: its base in words
  bool currency_stated = false;      // kMoney
  bool base_unknown = false;         // kShare

  // kGiven and kWhen: EDTF, and the first and last day that may be meant.
  std::string_view date;
  std::optional<Date> first, last;
  std::string_view anchor;  // yyyy-mm-dd, the day that a relative expression was resolved against

  std::string_view raw;                    // as printed, of kWhen and kGarbled
  std::vector<std::string_view> readings;  // kGarbled, best first
  std::string_view missing_label, missing_unit;

  // Nothing to explain: one exact number, or a day (or instant) that can be read one way only.
  bool plain() const;
};

const char* StatedKindName(StatedValue::Kind kind);     // money, quantity, share, when
const char* StatedStateName(StatedValue::State state);  // given, missing, garbled

// In words that need no language: "< 400 osallistuja", "~ 63 %", "52500.00 EUR", "4–5 %", "?" for a
// missing value, the printed text for a garbled one.
std::string DisplayStated(const StatedValue& value);

// 52500.00, 2.5: `decimals` digits behind the point, trailing zeros dropped when `trim`.
std::string DecimalText(std::int64_t value, int decimals, bool trim);

// Remembers which types hold values at all.  Not thread-safe.
class StatedValueReader {
 public:
  // In the order of the schema.
  std::vector<StatedValue> Read(const Event& event);

  // Whether every value of the event is plain, without reading them out: most events of daily
  // operations are, and a replay asks this of each.
  bool AllPlain(const Event& event);

 private:
  bool HoldsValues(const StructInfo& info);

  std::unordered_map<const StructInfo*, bool> holds_;
};

// The value at exactly this path; null when the event does not give it.
const StatedValue* FindStated(const std::vector<StatedValue>& values, std::string_view path);

}  // namespace sinetti
