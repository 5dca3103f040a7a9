#include "replay/views/ledger_rules.h"

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/rule.capnp.h"

namespace sinetti {
namespace {

// A rule as a row: what the two tables hold, between an event and the rule book.
struct Row {
  std::string rule, version, title, statute, unit, trigger, act, valid_from, valid_to;
  std::optional<std::int64_t> amount;  // thousandths
  bool exclude_first_day = true;
  bool rollover = false;
  bool saturday = false;
  bool eves = false;
};

std::optional<LimitUnit> UnitOf(std::string_view name) {
  if (name == "days") return LimitUnit::kDays;
  if (name == "workingDays") return LimitUnit::kWorkdays;
  if (name == "weeks") return LimitUnit::kWeeks;
  if (name == "months") return LimitUnit::kMonths;
  if (name == "years") return LimitUnit::kYears;
  return std::nullopt;
}

// Puts a row into the book.  Rules that set no time limit (an age, a price) are facts of the ledger
// all the same; they stay in the table only.
void AddTo(RuleBook& book, const Row& row) {
  const auto unit = UnitOf(row.unit);
  if (!unit || !row.amount) return;
  Rule rule;
  rule.id = row.rule;
  rule.version = row.version;
  rule.title = {row.title, row.title, row.title};
  rule.unit = *unit;
  rule.amount = static_cast<int>(*row.amount / 1000);
  rule.trigger = row.trigger;
  rule.closing = row.act;
  rule.exclude_first_day = row.exclude_first_day;
  rule.rollover = row.rollover;
  rule.workdays = {row.saturday, row.eves, row.eves};
  if (const auto from = ParseDate(row.valid_from)) rule.valid_from = *from;
  if (const auto to = ParseDate(row.valid_to)) rule.valid_to = *to;
  const std::size_t colon = row.statute.find(':');
  rule.act = row.statute.substr(0, colon);
  if (colon != std::string::npos) {
    rule.section =
        row.statute.substr(colon + 1, row.statute.find_first_of(":@#", colon + 1) - colon - 1);
    for (char& c : rule.section) c = c == '_' ? ' ' : c;
  }
  (void)book.Add(std::move(rule)).has_value();
}

std::string_view Verdict(const Row& row, const Rule& statute) {
  if (!row.amount || UnitOf(row.unit) != statute.unit) return "unknown";
  const std::int64_t limit = static_cast<std::int64_t>(statute.amount) * 1000;
  return *row.amount > limit ? "weaker" : *row.amount < limit ? "stronger" : "equal";
}

}  // namespace

Result<LedgerRules> LedgerRules::Open(Database& database) {
  SINETTI_ASSIGN(Statement registered, database.Prepare("INSERT OR REPLACE INTO ledger_rule VALUES "
                                                        "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
  SINETTI_ASSIGN(Statement version,
                 database.Prepare("INSERT OR REPLACE INTO ledger_rule_version VALUES (?1, ?2, ?3, "
                                  "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
                                  "?18, ?19, ?20)"));
  LedgerRules rules(std::move(registered), std::move(version));

  SINETTI_ASSIGN(Statement locals, database.Prepare("SELECT rule, against FROM ledger_rule "
                                                    "WHERE kind = 'local' AND against IS NOT NULL "
                                                    "ORDER BY seq"));
  for (locals.Start();;) {
    SINETTI_ASSIGN(const bool more, locals.Step());
    if (!more) break;
    rules.locals_.push_back({std::string(locals.Text(0)), std::string(locals.Text(1))});
  }

  SINETTI_ASSIGN(
      Statement versions,
      database.Prepare("SELECT v.rule, v.version, coalesce(r.title, v.rule), v.statute, v.unit, "
                       "v.trigger, v.act, v.valid_from, v.valid_to, v.amount, v.exclude_first_day, "
                       "v.rollover, v.saturday, v.eves FROM ledger_rule_version v "
                       "LEFT JOIN ledger_rule r ON r.rule = v.rule ORDER BY v.seq"));
  for (versions.Start();;) {
    SINETTI_ASSIGN(const bool more, versions.Step());
    if (!more) break;
    Row row;
    std::string* const texts[] = {&row.rule,    &row.version,    &row.title,
                                  &row.statute, &row.unit,       &row.trigger,
                                  &row.act,     &row.valid_from, &row.valid_to};
    int column = 0;
    for (std::string* text : texts) *text = std::string(versions.Text(column++));
    if (!versions.IsNull(column)) row.amount = versions.Integer(column);
    row.exclude_first_day = versions.Integer(column + 1) != 0;
    row.rollover = versions.Integer(column + 2) != 0;
    row.saturday = versions.Integer(column + 3) != 0;
    row.eves = versions.Integer(column + 4) != 0;
    AddTo(rules.book_, row);
  }
  return rules;
}

Result<void> LedgerRules::ApplyRegistered(const Event& event) {
  const auto body = Body<schema::RuleRegistered>(event);
  const std::string_view rule = Text(body.getRule());
  const std::string_view against = Text(body.getMeasuredAgainst());
  const std::string_view kind = EnumerantName(body.getKind());
  if (kind == "local" && !against.empty()) {
    locals_.push_back({std::string(rule), std::string(against)});
  }
  return registered_.Run(rule, Text(body.getTitle()), kind, Column(Text(body.getOwner())),
                         Column(Text(body.getText())), Column(against),
                         Column(event.envelope().provenance.document), event.sequence());
}

Result<void> LedgerRules::ApplyVersion(const Event& event) {
  const auto body = Body<schema::RuleVersionInForce>(event);
  Row row;
  row.rule = Text(body.getRule());
  row.version = Text(body.getVersion());
  row.title = row.rule;
  row.statute = Text(body.getStatute());
  row.unit = EnumerantName(body.getUnit());
  row.trigger = Text(body.getTrigger());
  row.act = Text(body.getAct());
  row.exclude_first_day = body.getExcludeFirstDay();
  row.rollover = body.getRollover() == schema::Rollover::YES;
  row.saturday = body.getWeek() == schema::WorkingWeek::MONDAY_TO_SATURDAY;
  row.eves = body.getUnit() == schema::LimitUnit::WORKING_DAYS && !body.getEveIsHoliday();
  Amount amount;
  if (body.hasAmount()) amount = ReadQuantity(body.getAmount());
  row.amount = amount.high ? amount.high : amount.low;
  row.valid_from = body.hasFrom() ? FirstDayOf(body.getFrom()) : FirstDay(event);
  if (row.valid_from.empty()) row.valid_from = FirstDay(event);
  row.valid_to =
      body.hasTo() ? FirstDayOf(body.getTo()) : std::string(event.envelope().effective_to);

  std::optional<std::int64_t> statute_amount;
  std::string statute_version;
  std::optional<std::string_view> verdict;
  for (const Local& local : locals_) {
    if (local.rule != row.rule) continue;
    const auto from = ParseDate(row.valid_from);
    const auto statute =
        from ? book_.Find(local.against, *from) : Result<const Rule*>(from.error());
    verdict = statute ? Verdict(row, **statute) : "unknown";
    if (statute) {
      statute_amount = static_cast<std::int64_t>((*statute)->amount) * 1000;
      statute_version = (*statute)->version;
    }
  }
  AddTo(book_, row);
  return version_.Run(row.rule, row.version, Column(row.statute), row.unit, row.amount,
                      amount.shown, Column(row.trigger), Column(row.act), row.exclude_first_day,
                      row.rollover, row.saturday, row.eves, row.valid_from, Column(row.valid_to),
                      Column(Text(body.getAppliesTo())), Column(Text(body.getText())),
                      statute_amount, Column(statute_version), verdict, event.sequence());
}

std::vector<std::string> LedgerRules::LocalAgainst(std::string_view rule) const {
  std::vector<std::string> found;
  for (const Local& local : locals_) {
    if (local.against == rule) found.push_back(local.rule);
  }
  return found;
}

}  // namespace sinetti
