// The commands of witnesses.
#include "cli/args/command_set.h"

namespace sinetti {

void DeclareWitnessCommands(CommandSet& commands) {
  auto* witness = commands.AddGroup(
      "witness", "Cosigns checkpoints of ledgers that somebody else keeps, and remembers them");
  const auto add = [&](WitnessArguments::Action action, const std::string& name,
                       const std::string& about, const std::string& examples) {
    auto values = std::make_shared<WitnessArguments>();
    values->action = action;
    auto* command = commands.Add(witness, name, about, examples, values);
    command->add_option("--state", values->state, "Folder of the witness")
        ->envname("SINETTI_WITNESS")
        ->type_name("DIR");
    return std::pair(command, values);
  };

  auto [init, made] = add(WitnessArguments::Action::kInit, "init",
                          "Makes a witness with a key of its own, and prints its verifier key",
                          "  sinetti witness init --name todistaja.esimerkki.fi/1 > w1.vkey\n"
                          "  sinetti witness init --name audit.example/w --full --state /srv/w\n");
  init->add_option("--name", made->name, "Name of the witness for ever: a domain and a path")
      ->required()
      ->type_name("NAME");
  init->add_flag("--full", made->full,
                 "Cosigns only after a replay of the whole ledger, and so says more");

  auto [add_log, log] = add(WitnessArguments::Action::kAddLog, "add-log",
                            "Cosigns checkpoints of this ledger from now on",
                            "  sinetti witness add-log ledger.vkey --state /srv/witness\n");
  add_log->add_option("VKEY", log->log_key, "Verifier key: a string, or a file that holds it")
      ->required();

  auto [cosign, cosigned] =
      add(WitnessArguments::Action::kCosign, "cosign",
          "Cosigns a checkpoint that extends the last one seen; exit 1 at a contradiction",
          "  sinetti witness cosign first.checkpoint -o first.cosigned\n"
          "  sinetti witness cosign grew.proof -o newest.cosigned\n"
          "  sinetti -l /mnt/copy witness cosign --replay -o newest.cosigned\n");
  cosign->add_option("FILE", cosigned->file,
                     "A checkpoint, or what `sinetti prove consistency` wrote");
  cosign->add_flag("--replay", cosigned->replay,
                   "Recompute the whole ledger (-l) from stored bytes first; without FILE its "
                   "newest checkpoint");
  cosign->add_option("-o,--output", cosigned->output, "File; default: standard output");

  add(WitnessArguments::Action::kStatus, "status",
      "What the witness has seen; exit 1 when it keeps contradictions",
      "  sinetti witness status --state /srv/witness\n");
}

}  // namespace sinetti
