// sinetti deadline: when a time limit ends, by which version of which rule, and why on that day.
#include "replay/calendar/deadline.h"
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/views_at.h"
#include "ledger/base/date_display.h"
#include "ledger/base/nearest.h"
#include "replay/render/render.h"
#include "replay/views/recorded_rules.h"

namespace sinetti {
namespace {

// The rules of the program, and those of the ledger before them; one needs no ledger to count.
Result<RuleBook> BookFor(Session& session, const DeadlineArguments& arguments) {
  if (arguments.built_in) return RuleBook::BuiltIn();
  const auto ledger = session.OpenForReading();
  if (!ledger && ledger.error().code == ErrorCode::kNotFound && arguments.known_at.empty())
    return RuleBook::BuiltIn();
  if (!ledger) return ledger.error();
  SINETTI_ASSIGN(const Moment moment, ParseMomentArguments("", arguments.known_at, std::nullopt));
  SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, **ledger, moment));
  return RecordedRules(views.database());
}

std::string Basis(const Rule& rule, Language language) {
  if (rule.section.empty()) return rule.act;
  return language == Language::kEnglish ? rule.act + " section " + rule.section
                                        : rule.act + " " + rule.section + " §";
}

std::string Until(const Rule& rule) {
  return rule.valid_to == kLastDate ? "" : FormatDate(rule.valid_to);
}

// JSON says the statute as its publisher does, in every language.
std::string RuleJson(const Rule& rule) {
  return JsonObject()
      .Text("rule", rule.id)
      .Text("version", rule.version)
      .Text("fi", rule.title.fi)
      .Text("sv", rule.title.sv)
      .Text("en", rule.title.en)
      .Text("basis", Basis(rule, Language::kFinnish))
      .Text("trigger", rule.trigger)
      .Text("closing", rule.closing)
      .Bool("rollover", rule.rollover)
      .Text("validFrom", FormatDate(rule.valid_from))
      .Text("validTo", Until(rule))
      .Text("note", rule.note)
      .str();
}

void List(Session& session, const RuleBook& book) {
  Console& console = session.console;
  if (console.json()) return console.PrintLine(JsonArray(book.rules(), RuleJson));
  const Language language = console.language();
  Table table{.key = "rules", .when_empty = Words::Same("no rules")};
  table.columns = {{.key = "rule", .title = {"sääntö", "regel", "rule"}},
                   {.key = "version", .title = {"versio", "version", "version"}},
                   {.key = "title", .title = {"nimi", "namn", "title"}},
                   {.key = "basis", .title = {"peruste", "grund", "basis"}},
                   {.key = "from", .title = {"alkaen", "från", "from"}},
                   {.key = "until", .title = {"päättyen", "till", "until"}}};
  for (const Rule& rule : book.rules()) {
    const auto day = [&](Date date, Date open) {
      return date == open ? std::string() : DisplayDay(date, language);
    };
    table.rows.push_back({{.value = rule.id},
                          {.value = rule.version},
                          {.value = rule.title.In(language)},
                          {.value = Basis(rule, language)},
                          {.value = day(rule.valid_from, kFirstDate)},
                          {.value = day(rule.valid_to, kLastDate)}});
  }
  console.Print(RenderTable(table, language, console.width()));
}

// The rule on that day; an unknown one with what is near.
Result<const Rule*> FindRule(const RuleBook& book, const std::string& id, Date trigger) {
  auto found = book.Find(id, trigger);
  if (found) return found;
  std::vector<std::string_view> names;
  for (const Rule& rule : book.rules())
    if (names.empty() || names.back() != rule.id) names.push_back(rule.id);
  return Error{ErrorCode::kNotFound, found.error().message + DidYouMean(id, names) +
                                         "; `sinetti deadline` lists the rules"};
}

std::string_view ActionName(DeadlineStep::Action action) {
  using Action = DeadlineStep::Action;
  switch (action) {
    case Action::kTrigger: return "trigger";
    case Action::kCounted: return "counted";
    case Action::kSkipped: return "skipped";
    case Action::kReached: return "reached";
    case Action::kRolled: return "rolled";
    case Action::kDue: return "due";
  }
  return "";
}

std::string DeadlineJson(const Rule& rule, const Deadline& deadline, Date sent) {
  JsonObject object;
  object.Text("rule", rule.id)
      .Text("version", rule.version)
      .Text("basis", Basis(rule, Language::kFinnish));
  if (sent != deadline.trigger) object.Text("sent", FormatDate(sent));
  object.Text("trigger", FormatDate(deadline.trigger)).Text("due", FormatDate(deadline.due));
  if (deadline.rolled_from) object.Text("rolledFrom", FormatDate(*deadline.rolled_from));
  return object.Text("fi", deadline.reason.fi)
      .Text("sv", deadline.reason.sv)
      .Text("en", deadline.reason.en)
      .Raw("steps", JsonArray(deadline.steps,
                              [](const DeadlineStep& step) {
                                JsonObject one;
                                one.Text("day", FormatDate(step.date))
                                    .Text("action", std::string(ActionName(step.action)));
                                if (step.action == DeadlineStep::Action::kCounted)
                                  one.Number("number", step.number);
                                return one.str();
                              }))
      .str();
}

void Print(Session& session, const Rule& rule, const Deadline& deadline, Date sent) {
  Console& console = session.console;
  if (console.json()) return console.PrintLine(DeadlineJson(rule, deadline, sent));
  const Language language = console.language();
  constexpr Text3 kVersion = {"versio ", "version ", "version "};
  constexpr Text3 kDeemed = {" lähetetty, katsotaan tiedoksi saaduksi ", " avsänd, anses delgiven ",
                             " sent, deemed notified on "};
  console.PrintLine(console.Bold(rule.title.In(language)) + "  " + rule.id + ", " +
                    kVersion.In(language) + rule.version);
  if (sent != deadline.trigger)
    console.PrintLine(DisplayDay(sent, language) + kDeemed.In(language) +
                      DisplayDay(deadline.trigger, language));
  for (const std::string& line : ExplainSteps(deadline, language)) console.PrintLine("  " + line);
  console.PrintLine(deadline.reason.In(language));
  if (!rule.note.empty()) console.Say(rule.note);
}

}  // namespace

Result<ExitCode> Run(Session& session, const DeadlineArguments& arguments) {
  if (arguments.rule.empty() != arguments.from.empty())
    return Error{ErrorCode::kInvalid,
                 "--rule and --from belong together: a limit is counted from a day"};
  SINETTI_ASSIGN(const RuleBook book, BookFor(session, arguments));
  if (arguments.rule.empty()) {
    List(session, book);
    return kDone;
  }
  const auto sent = ParseDate(arguments.from);
  if (!sent) return Error(sent.error()).Within("--from");
  Date trigger = *sent;
  if (!arguments.notified_by.empty())
    trigger = DeemedNotified(arguments.notified_by == "letter" ? NotificationMethod::kLetter
                                                               : NotificationMethod::kElectronic,
                             *sent);
  SINETTI_ASSIGN(const Rule* rule, FindRule(book, arguments.rule, trigger));
  SINETTI_ASSIGN(const Deadline deadline, Compute(*rule, trigger));
  Print(session, *rule, deadline, *sent);
  return kDone;
}

}  // namespace sinetti
