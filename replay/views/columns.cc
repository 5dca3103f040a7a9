#include "replay/views/columns.h"

#include "ledger/event/edtf.h"
#include "ledger/event/stated_value.h"

namespace sinetti {
namespace {

std::string_view Sign(schema::Bound bound) {
  switch (bound) {
    case schema::Bound::APPROX: return "~";
    case schema::Bound::LT: return "<";
    case schema::Bound::GT: return ">";
    case schema::Bound::LE: return "≤";
    case schema::Bound::GE: return "≥";
    case schema::Bound::MEAN: return "ø";
    default: return "";
  }
}

void SetPlain(Amount& amount, std::int64_t value, schema::Bound bound, int decimals) {
  amount.state = Amount::State::kStated;
  if (bound != schema::Bound::LT && bound != schema::Bound::LE) amount.low = value;
  if (bound != schema::Bound::GT && bound != schema::Bound::GE) amount.high = value;
  amount.shown = std::string(Sign(bound)) + DecimalText(value, decimals, true);
}

void SetRange(Amount& amount, std::int64_t low, std::int64_t high, int decimals) {
  amount.state = Amount::State::kStated;
  amount.low = low;
  amount.high = high;
  // A dash between negative numbers cannot be read.
  amount.shown = DecimalText(low, decimals, true) + (high < 0 || low < 0 ? "…" : "–") +
                 DecimalText(high, decimals, true);
}

void SetMissing(Amount& amount, schema::Missing::Reader missing) {
  amount.state = Amount::State::kMissing;
  amount.label = Text(missing.getLabel());
  amount.shown = "–";
}

void SetGarbled(Amount& amount, schema::Garbled::Reader garbled) {
  amount.state = Amount::State::kGarbled;
  amount.label = Text(garbled.getRaw());
  amount.shown = "?";
  for (const auto reading : garbled.getReadings()) {
    amount.shown += amount.shown == "?" ? " " : " | ";
    amount.shown += Text(reading);
  }
}

}  // namespace

Amount ReadQuantity(schema::Quantity::Reader quantity) {
  Amount amount;
  amount.unit = Text(quantity.getUnit());
  switch (quantity.which()) {
    case schema::Quantity::VALUE:
      SetPlain(amount, quantity.getValue(), quantity.getBound(), 3);
      break;
    case schema::Quantity::RANGE:
      SetRange(amount, quantity.getRange().getLow(), quantity.getRange().getHigh(), 3);
      break;
    case schema::Quantity::MISSING: SetMissing(amount, quantity.getMissing()); break;
    case schema::Quantity::GARBLED: SetGarbled(amount, quantity.getGarbled()); break;
  }
  return amount;
}

Amount ReadMoney(schema::Money::Reader money) {
  Amount amount;
  amount.unit = Text(money.getCurrency());
  switch (money.which()) {
    case schema::Money::AMOUNT: SetPlain(amount, money.getAmount(), money.getBound(), 2); break;
    case schema::Money::RANGE:
      SetRange(amount, money.getRange().getLow(), money.getRange().getHigh(), 2);
      break;
    case schema::Money::MISSING: SetMissing(amount, money.getMissing()); break;
    case schema::Money::GARBLED: SetGarbled(amount, money.getGarbled()); break;
  }
  return amount;
}

Amount ReadShare(schema::Share::Reader share) {
  Amount amount;
  amount.unit = "%";
  switch (share.which()) {
    case schema::Share::PERCENT: SetPlain(amount, share.getPercent(), share.getBound(), 3); break;
    case schema::Share::RANGE:
      SetRange(amount, share.getRange().getLow(), share.getRange().getHigh(), 3);
      break;
    case schema::Share::MISSING: SetMissing(amount, share.getMissing()); break;
    case schema::Share::GARBLED: SetGarbled(amount, share.getGarbled()); break;
  }
  return amount;
}

std::string_view DateText(schema::When::Reader when) {
  return when.isDate() ? Text(when.getDate()) : std::string_view();
}

std::string FirstDay(const Event& event) {
  if (!event.envelope().effective_from.empty()) return std::string(event.envelope().effective_from);
  if (auto occurred = ParseEdtf(event.envelope().occurred); occurred) {
    return FormatDate(occurred->first);
  }
  return FormatDate(DayInHelsinki(event.recorded_at()));
}

std::string FirstDayOf(schema::When::Reader when) {
  const auto date = ParseEdtf(DateText(when));
  return date ? FormatDate(date->first) : std::string();
}

std::string LastDayOf(schema::When::Reader when) {
  const auto date = ParseEdtf(DateText(when));
  return date ? FormatDate(date->last) : std::string();
}

std::string_view OrgKey(schema::OrgRef::Reader org) {
  if (org.hasMunicipality()) return Text(org.getMunicipality());
  if (org.hasOrg()) return Text(org.getOrg());
  return Text(org.getName());
}

std::string JoinTexts(capnp::List<capnp::Text>::Reader texts) {
  std::string joined;
  for (const auto text : texts) {
    if (!joined.empty()) joined += ", ";
    joined += Text(text);
  }
  return joined;
}

std::string JoinNames(capnp::List<schema::OrgRef>::Reader orgs) {
  std::string joined;
  for (const auto org : orgs) {
    if (!joined.empty()) joined += ", ";
    joined += Text(org.getName());
  }
  return joined;
}

Result<Statements> Statements::Prepare(Database& database, std::span<const std::string_view> sql) {
  Statements statements;
  for (const std::string_view text : sql) {
    SINETTI_ASSIGN(Statement statement, database.Prepare(text));
    statements.statements_.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace sinetti
