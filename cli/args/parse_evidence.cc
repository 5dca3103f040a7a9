// The commands of proofs and of witnesses.
#include "cli/args/command_set.h"

namespace sinetti {
namespace {

void AddWithKeys(CLI::App* command, ProveArguments& values) {
  command->add_flag("--with-keys", values.with_keys,
                    "Put the chain of the ledger's keys before the proof, for whoever has an older "
                    "key");
}

void DeclareComplete(CommandSet& commands, CLI::App* prove) {
  auto complete = std::make_shared<ProveArguments>();
  complete->kind = ProveArguments::Kind::kComplete;
  auto* command = commands.Add(
      prove, "complete", "These are all events with a key, and there are no others",
      "  sinetti prove complete provider:0204819-8 --entries -o provider.proof\n"
      "  sinetti prove complete matter:HVA-K/1001/2024 --from 1200 --to 4800 -o matter.proof\n"
      "  sinetti prove complete type:decision.made --from /media/usb/checkpoint.txt\n",
      complete);
  command
      ->add_option(
          "KEY", complete->key,
          "type:, stream:, provider:, unit:, client:, matter: or contract:, and the text as "
          "it was recorded")
      ->required();
  command
      ->add_option("--from", complete->from,
                   "Begin behind this checkpoint: its tree size, or a file that holds it; default: "
                   "the first event")
      ->type_name("CHECKPOINT");
  command
      ->add_option("--to", complete->to,
                   "End with this checkpoint; default: the newest with an index")
      ->type_name("CHECKPOINT");
  AddWithKeys(command, *complete);
  command->add_flag("--entries", complete->entries,
                    "Put the events themselves into the file, not only their hashes");
  command->add_option("-o,--output", complete->output, "File; default: standard output");

  auto absent = std::make_shared<ProveArguments>();
  absent->kind = ProveArguments::Kind::kAbsent;
  command = commands.Add(prove, "absent", "There is no event with a key; exit 2 when there is one",
                         "  sinetti prove absent provider:0204819-8 -o none.proof\n", absent);
  command->add_option("KEY", absent->key, "As for complete")->required();
  AddWithKeys(command, *absent);
  command
      ->add_option("--to", absent->to,
                   "End with this checkpoint; default: the newest with an index")
      ->type_name("CHECKPOINT");
  command->add_option("-o,--output", absent->output, "File; default: standard output");
}

}  // namespace

void DeclareProofCommands(CommandSet& commands) {
  auto* prove =
      commands.AddGroup("prove", "Writes a proof that anyone can check without the ledger");
  auto inclusion = std::make_shared<ProveArguments>();
  auto* command = commands.Add(prove, "inclusion", "This event is in the ledger",
                               "  sinetti prove inclusion 41 -o event-41.proof\n", inclusion);
  command->add_option("SEQ", inclusion->first, "Sequence number")->required();
  AddWithKeys(command, *inclusion);
  command->add_option("-o,--output", inclusion->output, "File; default: standard output");
  auto consistency = std::make_shared<ProveArguments>();
  consistency->kind = ProveArguments::Kind::kConsistency;
  command = commands.Add(prove, "consistency", "The ledger at B begins with the ledger at A",
                         "  sinetti prove consistency 100 250 -o a-b.proof\n", consistency);
  command->add_option("A", consistency->first, "Tree size of an older checkpoint")->required();
  command->add_option("B", consistency->second, "Tree size of a newer one; default: the newest");
  AddWithKeys(command, *consistency);
  command->add_option("-o,--output", consistency->output, "File; default: standard output");
  DeclareComplete(commands, prove);

  auto check = std::make_shared<CheckProofArguments>();
  command = commands.Add("check-proof", "Checks a proof file; needs no ledger",
                         "  sinetti check-proof event-41.proof --key ledger.vkey\n"
                         "  sinetti check-proof event-41.proof --policy court.policy\n",
                         check);
  command->add_option("FILE", check->file, "Proof file")->required();
  AddCheckOptions(command, *check);
}

void AddCheckOptions(CLI::App* command, CheckProofArguments& values) {
  command->add_option(
      "--key", values.key,
      "Verifier key: a string, or a file that holds it; default: a log of the policy");
  command
      ->add_option("--key-chain", values.key_chain,
                   "How the ledger's keys followed each other, where --key is an older one: what "
                   "`sinetti key chain` wrote; a pack has its own")
      ->type_name("FILE");
  command->add_option("--policy", values.policy,
                      "Who must have cosigned the newest checkpoint in it (of a pack: that of its "
                      "answer): logs, witnesses, quorum");
  auto* authority =
      command->add_option("--authority", values.authorities,
                          "Certificates (PEM) of the time-stamping authorities that you trust: "
                          "says when the checkpoint "
                          "of a pack existed; exit 1 when a stamp is not good, or there is none");
  authority->type_name("FILE");
  AddDistrust(command, values.distrust, values.at, authority);
}

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
  AddEncryptOption(init, made->encrypt);

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
  cosign
      ->add_option("--key", cosigned->key,
                   "The ledger's new verifier key, received on a way that you trust, when the one "
                   "known here was compromised")
      ->type_name("VKEY");
  cosign->add_flag("--replay", cosigned->replay,
                   "Recompute the whole ledger (-l) from stored bytes first; without FILE its "
                   "newest checkpoint");
  cosign->add_option("-o,--output", cosigned->output, "File; default: standard output");

  add(WitnessArguments::Action::kStatus, "status",
      "What the witness has seen; exit 1 when it keeps contradictions",
      "  sinetti witness status --state /srv/witness\n");
}

}  // namespace sinetti
