// The command that makes up a region.
#include "cli/args/command_set.h"

namespace sinetti {

void DeclareGenerateCommand(CommandSet& commands) {
  auto values = std::make_shared<GenerateArguments>();
  auto* command = commands.Add(
      "generate", "Makes up a region and what it records: drafts for import, to try things out",
      "  sinetti generate | sinetti import -\n"
      "  sinetti generate --events 1e6 --seed 7 -o region.ndjson\n"
      "  sinetti generate --defects 200 --answer-key planted.ndjson -o region.ndjson\n",
      values);
  command->add_option("--events", values->events, "How many: 20000, 1e6; at most 1e9")
      ->type_name("N");
  command->add_option("--seed", values->seed, "The same seed gives the same bytes everywhere");
  command->add_option("--defects", values->defects,
                      "Plant about so many things that do not add up, of each kind in turn");
  command
      ->add_option("--answer-key", values->answer_key,
                   "Where the planted defects are written, as an audit of the last day finds them")
      ->type_name("FILE");
  command->add_option("--start", values->start, "The year in which it begins")
      ->check(CLI::Range(2024, 2200))
      ->type_name("YEAR");
  command->add_option("--providers", values->providers, "Default: by the number of events")
      ->check(CLI::Range(1, 100'000));
  command->add_flag("--no-sealed", values->no_sealed,
                    "Nothing that must be sealed, and so no orders and fines of supervisors");
  command->add_option("-o,--output", values->output, "File; default: standard output");
}

}  // namespace sinetti
