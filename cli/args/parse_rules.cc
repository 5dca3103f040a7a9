// The commands of time limits: counting one, and the rule book that says how.
#include "cli/args/command_set.h"

namespace sinetti {
namespace {

void DeclareDeadline(CommandSet& commands) {
  auto values = std::make_shared<DeadlineArguments>();
  auto* command =
      commands.Add("deadline", "Counts a time limit and explains each day; lists the rules",
                   "  sinetti deadline\n"
                   "  sinetti deadline --rule oikaisuvaatimus-sosiaalihuolto --from 2025-11-24\n"
                   "  sinetti deadline --rule oikaisuvaatimus-sosiaalihuolto --from 2025-11-17 "
                   "--notified-by letter\n",
                   values);
  command->add_option("--rule", values->rule, "Rule; without it, the rules are listed");
  command->add_option("--from", values->from, "Day of the trigger");
  command
      ->add_option("--notified-by", values->notified_by,
                   "--from is the day of sending; counts from the day on which it is deemed known")
      ->check(CLI::IsMember({"letter", "electronic"}));
  command->add_option("--known-at", values->known_at, "With the rules known at that moment");
  command->add_flag("--built-in", values->built_in,
                    "Only the rules of the program, none of the ledger");
}

}  // namespace

void DeclareRuleCommands(CommandSet& commands) {
  DeclareDeadline(commands);
  using Action = RulesArguments::Action;
  auto* rules =
      commands.AddGroup("rules", "The rule book: which time limits hold, since when, by which act");
  const auto add = [&](Action action, const std::string& name, const std::string& about,
                       const std::string& examples) {
    auto values = std::make_shared<RulesArguments>();
    values->action = action;
    return std::pair(commands.Add(rules, name, about, examples, values), values);
  };
  const auto add_which = [](CLI::App* command, RulesArguments& values) {
    command->add_option("--known-at", values.known_at, "As known at that moment");
    command->add_flag("--built-in", values.built_in,
                      "Only the rules of the program, none of the ledger");
  };
  constexpr const char* kBook = "NDJSON or a JSON array of drafts; default: the program's own book";

  auto [install, installed] =
      add(Action::kInstall, "install",
          "Records a rule book: what is new and what changed, and nothing twice",
          "  sinetti rules install\n  sinetti rules install omat-saannot.ndjson\n");
  install->add_option("BOOK", installed->book, kBook)->type_name("FILE");
  AddSigningOptions(install, installed->signing);
  install->add_flag("--no-checkpoint", installed->no_checkpoint, "Do not sign a checkpoint");

  auto [list, listed] =
      add(Action::kList, "list", "Lists the rules, with act, section and days of validity",
          "  sinetti rules list\n  sinetti rules list --on 2016-12-30 --json\n");
  list->add_option("--on", listed->on, "Only the versions in force on that day")->type_name("DAY");
  add_which(list, *listed);

  auto [show, shown] = add(Action::kShow, "show", "Shows every version of a rule",
                           "  sinetti rules show hoitoon-paasy\n");
  show->add_option("RULE", shown->rule, "Its id, from `sinetti rules list`")->required();
  add_which(show, *shown);

  auto [diff, compared] =
      add(Action::kDiff, "diff",
          "Says what `install` would record; exit 1 when the ledger and the book differ",
          "  sinetti rules diff\n  sinetti rules diff omat-saannot.ndjson\n");
  diff->add_option("BOOK", compared->book, kBook)->type_name("FILE");

  auto [book, written] = add(Action::kBook, "book",
                             "Prints the program's own rule book, as drafts to begin yours with",
                             "  sinetti rules book -o omat-saannot.ndjson\n");
  book->add_option("-o,--output", written->output, "File; default: standard output")
      ->type_name("FILE");
}

}  // namespace sinetti
