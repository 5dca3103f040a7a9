#include "replay/views/ledger_rules.h"

#include <algorithm>
#include <array>
#include <set>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/recorded_rules.h"
#include "schemas/rule.capnp.h"

namespace sinetti {
namespace {

// A rule as a row: what the two tables hold, between an event and the rule book.
struct Row {
  std::string rule, version, title, title_sv, title_en, statute, unit, trigger, act, valid_from,
      valid_to, note, shown;
  std::uint64_t seq = 0;
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
  if (name == "sameOrNextWorkingDay") return LimitUnit::kSameOrNextWorkday;
  if (name == "firstWorkingDayOfMonth") return LimitUnit::kFirstWorkdayOfMonth;
  return std::nullopt;
}

// Puts a row into the book.  Rules that set no time limit (an age, a price) are facts of the ledger
// all the same; they stay in the table only.
Result<void> AddTo(RuleBook& book, const Row& row) {
  const auto unit = UnitOf(row.unit);
  if (!unit || !row.amount) return {};
  Rule rule;
  rule.id = row.rule;
  rule.version = row.version;
  rule.title = {row.title, row.title_sv, row.title_en};
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
  rule.note = row.note;
  rule.recorded = row.seq;
  return book.Add(std::move(rule));
}

std::string_view Verdict(const Row& row, const Rule& statute) {
  if (!row.amount || UnitOf(row.unit) != statute.unit) return "unknown";
  const std::int64_t limit = static_cast<std::int64_t>(statute.amount) * 1000;
  return *row.amount > limit ? "weaker" : *row.amount < limit ? "stronger" : "equal";
}

enum Sql {
  kRegister,
  kLocals,
  kAddVersion,
  kVersions,
  kValidity,
  kMeasure,
  kRepeal,
  kRepeals,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO ledger_rule VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "SELECT rule, against FROM ledger_rule WHERE kind = 'local' AND against IS NOT NULL",
    "INSERT OR REPLACE INTO ledger_rule_version VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
    "?11, ?12, ?13, ?14, ?15, ?16, ?17, NULL, NULL, NULL, ?18)",
    "SELECT v.rule, v.version, coalesce(r.title, v.rule), coalesce(r.title_sv, r.title, v.rule), "
    "coalesce(r.title_en, r.title, v.rule), v.statute, v.unit, v.trigger, v.act, v.valid_from, "
    "v.valid_to, v.note, v.amount, v.exclude_first_day, v.rollover, v.saturday, v.eves, v.seq FROM "
    "ledger_rule_version v LEFT JOIN ledger_rule r ON r.rule = v.rule ORDER BY v.seq",
    "SELECT version, valid_from, valid_to FROM ledger_rule_version WHERE rule = ?1",
    "UPDATE ledger_rule_version SET statute_amount = ?3, statute_version = ?4, verdict = ?5 "
    "WHERE rule = ?1 AND version = ?2",
    "INSERT OR REPLACE INTO ledger_rule_repeal VALUES (?1, ?2, ?3)",
    "SELECT rule, day FROM ledger_rule_repeal",
};

Row ReadRow(Statement& versions) {
  Row row;
  std::string* const texts[] = {&row.rule,     &row.version,    &row.title,    &row.title_sv,
                                &row.title_en, &row.statute,    &row.unit,     &row.trigger,
                                &row.act,      &row.valid_from, &row.valid_to, &row.note};
  int column = 0;
  for (std::string* text : texts) *text = std::string(versions.Text(column++));
  if (!versions.IsNull(column)) row.amount = versions.Integer(column);
  row.exclude_first_day = versions.Integer(column + 1) != 0;
  row.rollover = versions.Integer(column + 2) != 0;
  row.saturday = versions.Integer(column + 3) != 0;
  row.eves = versions.Integer(column + 4) != 0;
  row.seq = static_cast<std::uint64_t>(versions.Integer(column + 5));
  return row;
}

// What a rule.versionInForce says; titles stand in the registration.
Row RowOf(const Event& event) {
  const auto body = Body<schema::RuleVersionInForce>(event);
  Row row;
  row.rule = Text(body.getRule());
  row.version = Text(body.getVersion());
  row.statute = Text(body.getStatute());
  row.unit = EnumerantName(body.getUnit());
  row.trigger = Text(body.getTrigger());
  row.act = Text(body.getAct());
  row.exclude_first_day = body.getExcludeFirstDay();
  row.rollover = body.getRollover() == schema::Rollover::YES;
  row.saturday = body.getWeek() == schema::WorkingWeek::MONDAY_TO_SATURDAY;
  const auto unit = UnitOf(row.unit);
  row.eves = unit && LooksAtWorkdays(*unit) && !body.getEveIsHoliday();
  const Amount amount = body.hasAmount() ? ReadQuantity(body.getAmount()) : Amount{};
  row.amount = amount.high ? amount.high : amount.low;
  row.shown = amount.shown;
  row.valid_from = body.hasFrom() ? FirstDayOf(body.getFrom()) : FirstDay(event);
  if (row.valid_from.empty()) row.valid_from = FirstDay(event);
  row.valid_to =
      body.hasTo() ? FirstDayOf(body.getTo()) : std::string(event.envelope().effective_to);
  row.note = Text(body.getNote());
  row.seq = event.sequence().value;
  return row;
}

}  // namespace

Result<LedgerRules> LedgerRules::Open(Database& database) {
  SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
  LedgerRules rules(std::move(sql));
  SINETTI_TRY(rules.Reload());
  return rules;
}

Result<void> LedgerRules::Reload() {
  against_.clear();
  Statement& locals = sql_[kLocals];
  for (locals.Start();;) {
    SINETTI_ASSIGN(const bool more, locals.Step());
    if (!more) break;
    against_.emplace(locals.Text(0), locals.Text(1));
  }
  book_ = RuleBook::BuiltIn();
  Statement& versions = sql_[kVersions];
  for (versions.Start();;) {
    SINETTI_ASSIGN(const bool more, versions.Step());
    if (!more) break;
    (void)AddTo(book_, ReadRow(versions)).has_value();  // one that cannot be applied sets no limit
  }
  Statement& repeals = sql_[kRepeals];
  for (repeals.Start();;) {
    SINETTI_ASSIGN(const bool more, repeals.Step());
    if (!more) return {};
    if (const auto day = ParseDate(repeals.Text(1))) book_.Repeal(repeals.Text(0), *day);
  }
}

Result<void> LedgerRules::MeasureLocals() {
  if (against_.empty()) return {};
  std::vector<Row> rows;
  Statement& versions = sql_[kVersions];
  for (versions.Start();;) {
    SINETTI_ASSIGN(const bool more, versions.Step());
    if (!more) break;
    rows.push_back(ReadRow(versions));
  }
  for (const Row& row : rows) {
    std::optional<std::int64_t> amount;
    std::string version;
    std::optional<std::string_view> verdict;
    if (const auto local = against_.find(row.rule); local != against_.end()) {
      const auto from = ParseDate(row.valid_from);
      const auto statute =
          from ? book_.Find(local->second, *from) : Result<const Rule*>(from.error());
      verdict = statute ? Verdict(row, **statute) : "unknown";
      if (statute) {
        amount = static_cast<std::int64_t>((*statute)->amount) * 1000;
        version = (*statute)->version;
      }
    }
    SINETTI_TRY(sql_[kMeasure].Run(row.rule, row.version, amount, Column(version), verdict));
  }
  return {};
}

Result<std::vector<LedgerRules::Validity>> LedgerRules::ValidityOf(std::string_view rule) {
  std::vector<Validity> found;
  Statement& versions = sql_[kValidity];
  for (versions.Start(rule);;) {
    SINETTI_ASSIGN(const bool more, versions.Step());
    if (!more) return found;
    const auto from = ParseDate(versions.Text(1));
    const auto to = ParseDate(versions.Text(2));
    found.push_back(
        {std::string(versions.Text(0)), from ? *from : kFirstDate, to ? *to : kLastDate});
  }
}

Result<std::vector<ChangedLimits>> LedgerRules::ApplyRegistered(const Event& event) {
  const auto body = Body<schema::RuleRegistered>(event);
  const std::string rule(Text(body.getRule()));
  const std::string_view kind = EnumerantName(body.getKind());
  const auto before = against_.find(rule);
  std::set<std::string> statutes;
  if (before != against_.end()) statutes.insert(before->second);
  SINETTI_TRY(sql_[kRegister].Run(rule, Text(body.getTitle()), kind, Column(Text(body.getOwner())),
                                  Column(Text(body.getText())),
                                  Column(Text(body.getMeasuredAgainst())),
                                  Column(Text(body.getTitleSv())), Column(Text(body.getTitleEn())),
                                  Column(event.envelope().provenance.document), event.sequence()));
  SINETTI_TRY(Reload());
  if (const auto now = against_.find(rule); now != against_.end()) statutes.insert(now->second);
  if (statutes.empty()) return std::vector<ChangedLimits>();
  SINETTI_TRY(MeasureLocals());
  std::vector<ChangedLimits> changed;
  SINETTI_ASSIGN(const auto versions, ValidityOf(rule));
  for (const Validity& version : versions) {
    for (const std::string& statute : statutes)
      changed.push_back({statute, version.from, version.to});
  }
  return changed;
}

Result<std::vector<ChangedLimits>> LedgerRules::ApplyVersion(const Event& event) {
  const auto body = Body<schema::RuleVersionInForce>(event);
  const Row row = RowOf(event);
  SINETTI_ASSIGN(std::vector<Validity> touched, ValidityOf(row.rule));
  const auto is_other = [&](const Validity& v) { return v.version != row.version; };
  touched.erase(std::remove_if(touched.begin(), touched.end(), is_other), touched.end());
  // A compiled version of that name goes, also for days on which the new one does not hold.
  for (const Rule& rule : book_.rules()) {
    if (rule.id == row.rule && rule.version == row.version && !rule.recorded)
      touched.push_back({rule.version, rule.valid_from, rule.valid_to});
  }
  SINETTI_TRY(sql_[kAddVersion].Run(
      row.rule, row.version, Column(row.statute), row.unit, row.amount, row.shown,
      Column(row.trigger), Column(row.act), row.exclude_first_day, row.rollover, row.saturday,
      row.eves, row.valid_from, Column(row.valid_to), Column(Text(body.getAppliesTo())),
      Column(Text(body.getText())), Column(row.note), event.sequence()));
  SINETTI_TRY(Reload());
  SINETTI_TRY(MeasureLocals());
  SINETTI_ASSIGN(const auto now, ValidityOf(row.rule));
  for (const Validity& version : now)
    if (!is_other(version)) touched.push_back(version);

  std::vector<ChangedLimits> changed;
  const auto local = against_.find(row.rule);
  for (const Validity& version : touched) {
    changed.push_back({row.rule, version.from, version.to});
    if (local != against_.end()) changed.push_back({local->second, version.from, version.to});
  }
  return changed;
}

Result<std::vector<ChangedLimits>> LedgerRules::ApplyRepealed(const Event& event) {
  const auto body = Body<schema::RuleRepealed>(event);
  const std::string rule(Text(body.getRule()));
  std::string day = FirstDayOf(body.getFrom());
  if (day.empty()) day = FirstDay(event);
  SINETTI_TRY(sql_[kRepeal].Run(rule, day, event.sequence()));
  SINETTI_TRY(Reload());
  SINETTI_TRY(MeasureLocals());
  const auto from = ParseDate(day);
  if (!from) return std::vector<ChangedLimits>();
  std::vector<ChangedLimits> changed = {{rule, *from, kLastDate}};
  if (const auto local = against_.find(rule); local != against_.end())
    changed.push_back({local->second, *from, kLastDate});
  return changed;
}

std::string LedgerRules::BasisOf(std::string_view rule, Date trigger) const {
  const auto found = book_.Find(rule, trigger);
  if (!found) return {};
  return (*found)->act + ((*found)->section.empty() ? "" : ":" + (*found)->section);
}

std::vector<std::string> LedgerRules::LocalAgainst(std::string_view rule) const {
  std::vector<std::string> found;
  for (const auto& [local, against] : against_) {
    if (against == rule) found.push_back(local);
  }
  return found;
}

Result<std::vector<Sequence>> RuleEvents(Database& views) {
  SINETTI_ASSIGN(Statement find,
                 views.Prepare("SELECT seq FROM ledger_rule UNION SELECT seq FROM "
                               "ledger_rule_version UNION SELECT seq FROM ledger_rule_repeal "
                               "ORDER BY seq"));
  std::vector<Sequence> events;
  for (find.Start();;) {
    SINETTI_ASSIGN(const bool more, find.Step());
    if (!more) return events;
    events.push_back(Sequence{static_cast<std::uint64_t>(find.Integer(0))});
  }
}

Result<void> CheckRuleVersion(const Event& version) {
  RuleBook book;
  return AddTo(book, RowOf(version));
}

Result<RuleBook> RecordedRules(Database& views) {
  SINETTI_ASSIGN(const LedgerRules rules, LedgerRules::Open(views));
  return rules.book();
}

}  // namespace sinetti
