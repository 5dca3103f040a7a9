// sinetti search.
#include "cli/args/command_set.h"

namespace sinetti {

void DeclareSearchCommand(CommandSet& commands) {
  auto search = std::make_shared<SearchArguments>();
  auto* command = commands.Add(
      "search", "Finds the events that say something: words, phrases, beginnings of words",
      "  sinetti search uhkasakko\n"
      "  sinetti search yhteistyö ikäihmis --type proposal. --newest\n"
      "  sinetti search \"asiakkaan kuuleminen\" --without peruutettu --from 2025-01-01\n"
      "  sinetti search määräys kehotus --any --provider 0204819-8 --json\n",
      search);
  command
      ->add_option("WORD", search->words,
                   "All of these; with a space in it, a phrase; a word also begins longer ones")
      ->required();
  command->add_option("--without", search->without, "None of these")->type_name("WORD");
  command->add_flag("--any", search->any, "One of the words is enough");
  command->add_flag("--whole", search->whole, "Whole words only");
  command->add_option("--type", search->type, "Only this type, or a family with a dot: supcase.");
  command->add_option("--provider", search->provider, "Only this provider");
  command->add_option("--unit", search->unit, "Only this unit");
  command->add_option("--matter", search->matter, "Only this matter");
  command->add_option("--contract", search->contract, "Only this contract");
  command->add_option("--from", search->from, "Valid or happened on this day or later")
      ->type_name("DATE");
  command->add_option("--to", search->to, "Valid or happened on this day or before")
      ->type_name("DATE");
  command->add_option("--known-at", search->known_at, "Only what was recorded by then");
  command->add_flag("--newest", search->newest, "Newest first; otherwise the best match first");
  command->add_option("-n,--limit", search->limit, "At most so many; 0: all; default: 20")
      ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{1} << 62));
  command->add_flag("--rebuild", search->rebuild, "Make the index of words anew first");
}

}  // namespace sinetti
