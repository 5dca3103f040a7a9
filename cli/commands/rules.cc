// sinetti rules: the rule book of time limits, what the ledger records of it, and how a newer one
// comes in.  Who installs twice records once (docs/format/rule-book.md).
#include "cli/commands/actor_door.h"
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/rule_book_install.h"
#include "cli/commands/rule_drafts.h"
#include "cli/commands/rule_listing.h"
#include "cli/commands/rule_statements.h"
#include "cli/commands/views_at.h"
#include "cli/io/files.h"
#include "ledger/base/date_display.h"
#include "replay/calendar/deadline.h"

namespace sinetti {
namespace {

using Action = RulesArguments::Action;

Result<ExitCode> List(Session& session, const RulesArguments& arguments) {
  SINETTI_ASSIGN(const RuleBook book, RulesFor(session, arguments.built_in, arguments.known_at));
  if (arguments.on.empty()) {
    PrintRules(session, book.rules());
    return kDone;
  }
  const auto day = ParseDate(arguments.on);
  if (!day) return Error(day.error()).Within("--on");
  std::vector<Rule> in_force;
  std::string last;
  for (const Rule& rule : book.rules()) {
    if (rule.id == last) continue;
    last = rule.id;
    if (const auto found = book.Find(rule.id, *day)) in_force.push_back(**found);
  }
  PrintRules(session, in_force);
  return kDone;
}

void PrintVersion(Session& session, const Rule& rule) {
  Console& console = session.console;
  const Language language = console.language();
  const auto line = [&](const Text3& name, const std::string& text) {
    if (!text.empty()) console.PrintLine("  " + std::string(name.In(language)) + ": " + text);
  };
  const auto yes_no = [&](bool yes) {
    return std::string(yes ? Text3{"kyllä", "ja", "yes"}.In(language)
                           : Text3{"ei", "nej", "no"}.In(language));
  };
  console.PrintLine(console.Bold(VersionText(rule, language)));
  line({"määräaika", "tid", "limit"}, LimitText(rule, language));
  line({"alkaa", "börjar med", "begins with"}, rule.trigger);
  line({"päättyy", "slutar med", "ends with"}, rule.closing);
  line({"siirtyy arkipäivään", "flyttas till vardag", "moves to a working day"},
       yes_no(rule.rollover));
  if (LooksAtWorkdays(rule.unit)) {
    line({"lauantai on arkipäivä", "lördag är vardag", "Saturday is a working day"},
         yes_no(rule.workdays.saturday_counts));
    line({"aatto on arkipäivä", "afton är vardag", "eves are working days"},
         yes_no(rule.workdays.christmas_eve_counts));
  }
  line({"peruste", "grund", "basis"}, BasisText(rule, language));
  line({"voimassa", "i kraft", "in force"},
       (rule.valid_from == kFirstDate ? "" : DisplayDay(rule.valid_from, language)) + "–" +
           (rule.valid_to == kLastDate ? "" : DisplayDay(AddDays(rule.valid_to, -1), language)));
  line({"huomautus", "anmärkning", "note"}, rule.note);
}

Result<ExitCode> Show(Session& session, const RulesArguments& arguments) {
  SINETTI_ASSIGN(const RuleBook book, RulesFor(session, arguments.built_in, arguments.known_at));
  std::vector<Rule> versions;
  for (const Rule& rule : book.rules())
    if (rule.id == arguments.rule) versions.push_back(rule);
  if (versions.empty())
    return Error{ErrorCode::kNotFound,
                 "there is no rule " + arguments.rule + NearRules(book, arguments.rule)};
  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonArray(versions, RuleJson));
    return kDone;
  }
  console.PrintLine(console.Bold(versions.back().title.In(console.language())) + "  " +
                    arguments.rule);
  for (const Rule& rule : versions) PrintVersion(session, rule);
  return kDone;
}

std::string Old(const RuleChange& change, const std::string& name) {
  for (const auto& [key, value] : change.ledger->members)
    if (key == name) return value;
  return "–";
}

void PrintChange(Console& console, const RuleChange& change) {
  const RuleStatement& said = change.book ? *change.book : *change.ledger;
  const char* sign = !change.ledger ? "+ " : !change.book ? "- " : "~ ";
  console.PrintLine(sign + said.type + " " + said.Name());
  if (!change.ledger || !change.book) return;
  for (const auto& [name, value] : change.book->members) {
    const std::string before = Old(change, name);
    if (before != value) console.PrintLine("    " + name + ": " + before + " -> " + value);
  }
  for (const auto& [name, value] : change.ledger->members) {
    const auto stays = [&name = name](const auto& member) { return member.first == name; };
    if (std::none_of(change.book->members.begin(), change.book->members.end(), stays))
      console.PrintLine("    " + name + ": " + value + " -> –");
  }
}

std::string ChangeJson(const RuleChange& change) {
  const RuleStatement& said = change.book ? *change.book : *change.ledger;
  JsonObject object;
  object.Text("type", said.type).Text("rule", said.rule).Text("part", said.part);
  object.Text("change", !change.ledger ? "new" : !change.book ? "onlyInLedger" : "changed");
  if (change.book) object.Raw("book", change.book->draft);
  if (change.ledger)
    object.Number("event", change.ledger->sequence->value).Raw("ledger", change.ledger->draft);
  return object.str();
}

Result<ExitCode> Diff(Session& session, const RulesArguments& arguments) {
  SINETTI_ASSIGN(const auto book, ReadRuleBook(session, arguments.book));
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, *ledger, {}));
  SINETTI_ASSIGN(const auto recorded, RecordedStatements(session, *ledger, views.database()));
  const std::vector<RuleChange> changes = CompareRules(book, recorded);
  if (session.console.json()) {
    session.console.PrintLine(JsonArray(changes, ChangeJson));
  } else {
    for (const RuleChange& change : changes) PrintChange(session.console, change);
    if (changes.empty()) session.console.Say("the ledger says what the book says");
  }
  return changes.empty() ? kDone : kFoundWrong;
}

Result<ExitCode> Install(Session& session, const RulesArguments& arguments) {
  SINETTI_ASSIGN(const auto book, ReadRuleBook(session, arguments.book));
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_ASSIGN(const InstalledRules done,
                 InstallRules(session, *ledger, book, arguments.signing));
  if (session.console.json()) {
    session.console.PrintLine(InstalledJson(done));
  } else {
    session.console.PrintLine(InstalledText(done));
  }
  if (!arguments.no_checkpoint) SINETTI_TRY(SignAndSay(session, *ledger));
  return kDone;
}

}  // namespace

Result<ExitCode> Run(Session& session, const RulesArguments& arguments) {
  switch (arguments.action) {
    case Action::kInstall: return Install(session, arguments);
    case Action::kList: return List(session, arguments);
    case Action::kShow: return Show(session, arguments);
    case Action::kDiff: return Diff(session, arguments);
    case Action::kBook: break;
  }
  SINETTI_TRY(WriteWhole(arguments.output, RuleBookText(RuleBook::BuiltIn())));
  return kDone;
}

}  // namespace sinetti
