// sinetti deadline: when a time limit ends, by which version of which rule, and why on that day.
#include "replay/calendar/deadline.h"
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/rule_listing.h"
#include "ledger/base/date_display.h"

namespace sinetti {
namespace {

// The rule on that day; an unknown one with what is near.
Result<const Rule*> FindRule(const RuleBook& book, const std::string& id, Date trigger) {
  auto found = book.Find(id, trigger);
  if (found) return found;
  return Error{ErrorCode::kNotFound, found.error().message + NearRules(book, id)};
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
      .Text("basis", BasisText(rule, Language::kFinnish));
  if (rule.recorded) object.Number("event", *rule.recorded);
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
  constexpr Text3 kDeemed = {" lähetetty, katsotaan tiedoksi saaduksi ", " avsänd, anses delgiven ",
                             " sent, deemed notified on "};
  console.PrintLine(console.Bold(rule.title.In(language)) + "  " + rule.id + ", " +
                    VersionText(rule, language));
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
  SINETTI_ASSIGN(const RuleBook book, RulesFor(session, arguments.built_in, arguments.known_at));
  if (arguments.rule.empty()) {
    PrintRules(session, book.rules());
    return kDone;
  }
  const auto sent = ParseDate(arguments.from);
  if (!sent) return Error(sent.error()).Within("--from");
  Date trigger = *sent;
  if (!arguments.notified_by.empty()) {
    const auto method = arguments.notified_by == "letter" ? NotificationMethod::kLetter
                                                          : NotificationMethod::kElectronic;
    SINETTI_ASSIGN(trigger, DeemedNotified(book, method, *sent));
  }
  SINETTI_ASSIGN(const Rule* rule, FindRule(book, arguments.rule, trigger));
  SINETTI_ASSIGN(const Deadline deadline, Compute(*rule, trigger));
  Print(session, *rule, deadline, *sent);
  return kDone;
}

}  // namespace sinetti
