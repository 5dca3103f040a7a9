#include "cli/commands/rule_statements.h"

#include <algorithm>

#include "cli/commands/draft_source.h"
#include "cli/commands/rule_drafts.h"
#include "cli/io/files.h"
#include "ledger/base/json_quote.h"
#include "ledger/base/quote.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/event_json.h"
#include "ledger/event/record.h"
#include "ledger/log/chain.h"
#include "ledger/log/read_event.h"
#include "replay/views/recorded_rules.h"

namespace sinetti {
namespace {

constexpr std::string_view kRegistered = "rule.registered";
constexpr std::string_view kVersion = "rule.versionInForce";
constexpr std::string_view kRepealed = "rule.repealed";

// The members of an object as EventDataToJson writes it: on one line, without spaces.
std::vector<std::pair<std::string, std::string>> MembersOf(std::string_view object) {
  std::vector<std::pair<std::string, std::string>> members;
  int depth = 0;
  bool quoted = false;
  std::size_t begin = 1, colon = 0;
  for (std::size_t at = 0; at < object.size(); ++at) {
    const char c = object[at];
    if (quoted) {
      if (c == '\\') ++at;
      quoted = c != '"';
      continue;
    }
    quoted = c == '"';
    if (c == '{' || c == '[') ++depth;
    if (c == ':' && depth == 1 && colon == 0) colon = at;
    const bool closes = c == '}' || c == ']';
    if ((c == ',' && depth == 1) || (closes && depth == 1 && colon != 0)) {
      members.emplace_back(object.substr(begin + 1, colon - begin - 2),
                           object.substr(colon + 1, at - colon - 1));
      begin = at + 1;
      colon = 0;
    }
    if (closes) --depth;
  }
  return members;
}

std::string Member(const RuleStatement& statement, std::string_view name) {
  for (const auto& [key, value] : statement.members) {
    if (key != name) continue;
    return value.starts_with('"') ? value.substr(1, value.size() - 2) : value;
  }
  return {};
}

RuleStatement StatementOf(const Event& event) {
  RuleStatement statement;
  statement.type = event.type();
  statement.members = MembersOf(EventDataToJson(event));
  statement.rule = Member(statement, "rule");
  if (event.type() == kVersion) statement.part = Member(statement, "version");
  if (event.type() == kRepealed) statement.part = Member(statement, "from");
  const auto add_day = [&](const char* name, std::string_view day) {
    if (!day.empty()) statement.members.emplace_back(name, JsonQuoted(day));
  };
  add_day("effectivefrom", event.envelope().effective_from);
  add_day("effectiveto", event.envelope().effective_to);
  statement.draft = EventToJson(event, {.position = false});
  statement.reference = std::string(event.source()) + "#" + std::string(event.id());
  return statement;
}

// A draft as the event that it would be: it is read in the same way as those of the ledger.
Result<Event> EventOf(const Session& session, std::string_view json) {
  SINETTI_ASSIGN(Draft draft, ParseDraft(json, session.registry));
  const std::string_view type = draft.type();
  if (type != kRegistered && type != kVersion && type != kRepealed)
    return Error{ErrorCode::kInvalid,
                 "a rule book holds rule.registered, rule.versionInForce and "
                 "rule.repealed, here is " +
                     Quoted(type) + "; `sinetti import FILE` records other events"};
  SINETTI_ASSIGN(EncodedDraft encoded, EncodeDraft(std::move(draft)));
  AssignPosition(encoded.record, Sequence{0}, StreamVersion{1}, session.clock.Now(),
                 encoded.digest);
  const Entry entry{Sequence{0}, Hash{}, encoded.record};
  SINETTI_ASSIGN(const VerifiedEntry own,
                 ChainVerifier::CheckAgainst(entry, EntryHash(entry.previous, entry.record)));
  return DecodeEvent(own, session.registry);
}

// `trigger` and `act` name event types, or the limit would never begin or end.
Result<void> CheckTypes(const Session& session, const RuleStatement& statement) {
  for (const std::string_view name : {"trigger", "act"}) {
    const std::string type = Member(statement, name);
    if (type.empty() || session.registry.Find(type) != nullptr) continue;
    return Error{ErrorCode::kInvalid, UnknownType(session.registry, type)}.Within(
        "data." + std::string(name));
  }
  return {};
}

class BookReader {
 public:
  explicit BookReader(const Session& session) : session_(session) {}

  Result<void> Add(std::string_view json) {
    SINETTI_ASSIGN(const Event event, EventOf(session_, json));
    if (event.type() == kVersion) SINETTI_TRY(CheckRuleVersion(event));
    RuleStatement statement = StatementOf(event);
    SINETTI_TRY(CheckTypes(session_, statement));
    for (const RuleStatement& other : statements_) {
      if (!other.IsAbout(statement)) continue;
      return Error{ErrorCode::kInvalid, statement.type + " of " + statement.Name() +
                                            " stands in the book already; keep one of the two"};
    }
    statements_.push_back(std::move(statement));
    return {};
  }

  std::vector<RuleStatement> Take() { return std::move(statements_); }

 private:
  const Session& session_;
  std::vector<RuleStatement> statements_;
};

}  // namespace

Result<std::vector<RuleStatement>> ReadRuleBook(const Session& session, const std::string& file) {
  BookReader reader(session);
  if (file.empty()) {
    for (const std::string& draft : RuleDrafts(RuleBook::BuiltIn())) SINETTI_TRY(reader.Add(draft));
    return reader.Take();
  }
  SINETTI_TRY(ReadDrafts(file, [&](std::string_view json, std::uint64_t line) -> Result<void> {
    auto added = reader.Add(json);
    const DraftPlace place{NameOfInput(file), line};
    return added ? Result<void>() : std::move(added).error().Within(place.Name());
  }));
  return reader.Take();
}

Result<std::vector<RuleStatement>> RecordedStatements(const Session& session, const Ledger& ledger,
                                                      Database& views) {
  SINETTI_ASSIGN(const std::vector<Sequence> events, RuleEvents(views));
  const Reader reader = ledger.Read();
  std::vector<RuleStatement> statements;
  for (const Sequence sequence : events) {
    SINETTI_ASSIGN(const Event event, ReadEvent(reader, session.registry, sequence));
    statements.push_back(StatementOf(event));
    statements.back().sequence = sequence;
  }
  return statements;
}

std::vector<RuleChange> CompareRules(const std::vector<RuleStatement>& book,
                                     const std::vector<RuleStatement>& ledger) {
  const auto find = [](const std::vector<RuleStatement>& among, const RuleStatement& wanted) {
    const auto found = std::find_if(among.begin(), among.end(), [&](const RuleStatement& other) {
      return other.IsAbout(wanted);
    });
    return found == among.end() ? nullptr : &*found;
  };
  std::vector<RuleChange> changes;
  for (const RuleStatement& statement : book) {
    const RuleStatement* recorded = find(ledger, statement);
    if (recorded == nullptr || recorded->members != statement.members)
      changes.push_back({&statement, recorded});
  }
  for (const RuleStatement& statement : ledger)
    if (find(book, statement) == nullptr) changes.push_back({nullptr, &statement});
  return changes;
}

Result<EncodedDraft> DraftOf(const Session& session, const RuleChange& change) {
  std::string json = change.book->draft;
  if (change.ledger != nullptr) {
    SINETTI_ASSIGN(const Event event, EventOf(session, json));
    EventJsonOptions options{.position = false};
    options.id = std::string(event.id()) + ":" + std::to_string(change.ledger->sequence->value);
    options.corrects = change.ledger->reference;
    json = EventToJson(event, options);
  }
  SINETTI_ASSIGN(Draft draft, ParseDraft(json, session.registry));
  return EncodeDraft(std::move(draft));
}

}  // namespace sinetti
