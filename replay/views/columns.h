// How values of events become columns of views: whole numbers where a source gives them, nothing
// where it does not, and beside them the value as a reader sees it ("~60", "2–3", "–").  Only
// replay/views and replay/controls include this header; it shows Cap'n Proto.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/event.h"
#include "replay/fold/database.h"
#include "schemas/party.capnp.h"
#include "schemas/values.capnp.h"

namespace sinetti {

inline std::string_view Text(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

// What a source says of a number.  `low` and `high` are whole units of the value type (thousandths,
// cents) and are both given for a plain value; "at least 3" has only `low`.
struct Amount {
  enum class State { kAbsent, kStated, kMissing, kGarbled };

  State state = State::kAbsent;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  std::string unit;   // of the quantity, the currency, or %
  std::string shown;  // for people, the same in every language; empty when absent
  std::string label;  // missing: the label that has no value; garbled: the text as printed

  bool stated() const { return state == State::kStated; }
};

Amount ReadQuantity(schema::Quantity::Reader quantity);  // thousandths
Amount ReadMoney(schema::Money::Reader money);           // hundredths of the currency
Amount ReadShare(schema::Share::Reader share);           // thousandths of a per cent

// The EDTF text of a date, or nothing when it is missing or garbled.
std::string_view DateText(schema::When::Reader when);

// The first day that the event is valid on: effectivefrom, else the first day of `occurred`, else
// the day of recording.  Same rule as the fold's.
std::string FirstDay(const Event& event);

// The first or last day of a date that a body holds; empty when there is none.
std::string FirstDayOf(schema::When::Reader when);
std::string LastDayOf(schema::When::Reader when);

// What an organisation is found by: its municipality, else its id, else its name.
std::string_view OrgKey(schema::OrgRef::Reader org);

// Texts joined by ", ".
std::string JoinTexts(capnp::List<capnp::Text>::Reader texts);
std::string JoinNames(capnp::List<schema::OrgRef>::Reader orgs);

// Prepared statements of a view, by number.
class Statements {
 public:
  static Result<Statements> Prepare(Database& database, std::span<const std::string_view> sql);
  Statement& operator[](std::size_t index) { return statements_[index]; }

 private:
  std::vector<Statement> statements_;
};

}  // namespace sinetti
