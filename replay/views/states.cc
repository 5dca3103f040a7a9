// Gathers in memory what moves between two commits, so that a subject costs one row however many
// steps it takes.
#include "replay/views/states.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "ledger/event/body_text.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/state_machines.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE state_now (
  machine TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  since TEXT NOT NULL,
  event TEXT NOT NULL,
  previous TEXT,
  illegal INTEGER NOT NULL,      -- steps that were out of order
  illegal_event TEXT,            -- the first of them
  illegal_state TEXT,            -- and the state it followed; NULL: nothing was known
  illegal_seq INTEGER,
  seq INTEGER NOT NULL,
  PRIMARY KEY (machine, subject)
) WITHOUT ROWID;

CREATE TABLE state_step (
  machine TEXT NOT NULL,
  seq INTEGER NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  previous TEXT,
  since TEXT NOT NULL,
  PRIMARY KEY (machine, seq)
) WITHOUT ROWID;

-- Other references that mean a subject: an order on a finding, an action to correct it.
CREATE TABLE state_name (
  machine TEXT NOT NULL,
  ref TEXT NOT NULL,
  subject TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (machine, ref)
) WITHOUT ROWID;

CREATE VIEW v46_states AS
  SELECT machine, subject, state, since, event, previous, illegal, illegal_event, illegal_state,
         illegal_seq, seq
  FROM state_now ORDER BY machine, subject;

CREATE VIEW v46_state_steps AS
  SELECT machine, subject, since, state, previous, seq
  FROM state_step ORDER BY machine, subject, seq;
)sql";

enum Sql { kLoad, kStore, kStep, kName, kNamed, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "SELECT state, since, event, previous, illegal, illegal_event, illegal_state, illegal_seq, seq "
    "FROM state_now WHERE machine = ?1 AND subject = ?2",
    "INSERT OR REPLACE INTO state_now VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    "INSERT OR REPLACE INTO state_step VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT OR REPLACE INTO state_name VALUES (?1, ?2, ?3, ?4)",
    "SELECT subject FROM state_name WHERE machine = ?1 AND ref = ?2",
};

// A row of state_now.  Names of states and events live as long as the tables, or as long as the
// view (`names_`).
struct Now {
  std::string_view state;  // empty: there is no row
  std::string since;
  std::string_view event, previous, illegal_event, illegal_state;  // empty: NULL
  std::int64_t illegal = 0;
  std::optional<Sequence> illegal_seq;
  Sequence seq;
};
using Key = std::pair<std::string_view, std::string>;  // machine, subject

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    return std::hash<std::string_view>()(key.second) ^ std::hash<std::string_view>()(key.first);
  }
};

struct Rule {
  const StateMachine* machine;
  const StateStep* step;
};
using Rules = std::map<std::string_view, std::vector<Rule>, std::less<>>;

Rules RulesByEvent() {
  Rules rules;
  for (const StateMachine& machine : StateMachines())
    for (const StateStep& step : machine.steps) rules[step.event].push_back({&machine, &step});
  return rules;
}

class States final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new States(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const auto found = rules_.find(event.type());
    if (found == rules_.end()) return {};
    for (const Rule& rule : found->second) SINETTI_TRY(Take(rule, event));
    return {};
  }

  // In the order of their names: neighbours share a page.
  Result<void> Flush() override {
    std::vector<const std::pair<const Key, Now>*> sorted;
    for (const auto& one : now_)
      if (!one.second.state.empty()) sorted.push_back(&one);
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* a, const auto* b) { return a->first < b->first; });
    for (const auto* one : sorted) {
      const Now& now = one->second;
      SINETTI_TRY(sql_[kStore].Run(one->first.first, one->first.second, now.state, now.since,
                                   now.event, Column(now.previous), now.illegal,
                                   Column(now.illegal_event), Column(now.illegal_state),
                                   now.illegal_seq, now.seq));
    }
    now_.clear();
    return {};
  }

 private:
  explicit States(Statements sql) : sql_(std::move(sql)), rules_(RulesByEvent()) {}

  Result<void> Take(const Rule& rule, const Event& event) {
    const StateStep& step = *rule.step;
    SINETTI_ASSIGN(const std::string subject, SubjectOf(rule, event));
    if (subject.empty()) return {};
    const std::string_view machine = rule.machine->name;
    if (step.names)
      SINETTI_TRY(sql_[kName].Run(machine, EventRefOf(event), subject, event.sequence()));
    SINETTI_ASSIGN(Now * now, NowOf(machine, subject));
    const bool is_new = now->state.empty();
    if (is_new && step.known_only) return {};
    Move(*now, step, event);
    if (!rule.machine->keeps_steps) return {};
    return sql_[kStep].Run(machine, event.sequence(), subject, step.state, Column(now->previous),
                           now->since);
  }

  static void Move(Now& now, const StateStep& step, const Event& event) {
    const bool is_new = now.state.empty();
    if (!MayFollow(step, is_new ? "new" : now.state)) {
      ++now.illegal;
      if (!now.illegal_seq) {
        now.illegal_event = step.event;
        now.illegal_state = now.state;
        now.illegal_seq = event.sequence();
      }
    }
    now.previous = now.state;
    now.state = step.state;
    now.since = FirstDay(event);
    now.event = step.event;
    now.seq = event.sequence();
  }

  // As the last event left it: gathered since the last commit, or from the table.
  Result<Now*> NowOf(std::string_view machine, const std::string& subject) {
    const auto [place, is_unread] = now_.try_emplace(Key(machine, subject));
    Now& now = place->second;
    if (!is_unread) return &now;
    Statement& row = sql_[kLoad];
    row.Start(machine, subject);
    SINETTI_ASSIGN(const bool found, row.Step());
    if (!found) return &now;
    now.state = Lasting(row.Text(0));
    now.since = row.Text(1);
    now.event = Lasting(row.Text(2));
    now.previous = Lasting(row.Text(3));
    now.illegal = row.Integer(4);
    now.illegal_event = Lasting(row.Text(5));
    now.illegal_state = Lasting(row.Text(6));
    if (!row.IsNull(7)) now.illegal_seq = Sequence{static_cast<std::uint64_t>(row.Integer(7))};
    now.seq = Sequence{static_cast<std::uint64_t>(row.Integer(8))};
    return &now;
  }

  std::string_view Lasting(std::string_view name) { return *names_.emplace(name).first; }

  Result<std::string> SubjectOf(const Rule& rule, const Event& event) {
    const std::string_view subject = rule.step->subject;
    if (subject == "event") return EventRefOf(event);
    if (subject == "matter") {
      const std::string_view matter = event.envelope().matter;
      return std::string(matter.empty() ? event.stream() : matter);
    }
    const std::string_view text = BodyText(event, subject);
    const FieldInfo* field = event.type_info().body->Find(subject);
    if (field == nullptr || field->identifier != IdentifierKind::kEventRef)
      return std::string(text);
    return SubjectNamed(rule.machine->name, ResolveRef(event, text));
  }

  Result<std::string> SubjectNamed(std::string_view machine, std::string ref) {
    sql_[kNamed].Start(machine, ref);
    SINETTI_ASSIGN(const bool found, sql_[kNamed].Step());
    return found ? std::string(sql_[kNamed].Text(0)) : ref;
  }

  Statements sql_;
  Rules rules_;
  std::set<std::string, std::less<>> names_;
  std::unordered_map<Key, Now, KeyHash> now_;  // since the last commit
};

std::vector<std::string_view> EventTypes() {
  std::set<std::string_view> types;
  for (const StateMachine& machine : StateMachines())
    for (const StateStep& step : machine.steps) types.insert(step.event);
  return {types.begin(), types.end()};
}

}  // namespace

const ViewDefinition& StatesView() {
  static const ViewDefinition definition{.name = "states",
                                         .version = 1,
                                         .shows = {"v46_states", "v46_state_steps"},
                                         .tables = {"state_now", "state_step", "state_name"},
                                         .schema = kSchema,
                                         .event_types = EventTypes(),
                                         .open = States::Open};
  return definition;
}

}  // namespace sinetti
