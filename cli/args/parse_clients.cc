// The commands about clients: pseudonyms, opening, erasure, holds, retention.
#include "cli/args/command_set.h"

namespace sinetti {
namespace {

void Clients(CommandSet& commands) {
  auto* client =
      commands.AddGroup("client", "Clients: pseudonyms, and sealed fields opened with a trace");
  auto made = std::make_shared<ClientNewArguments>();
  commands
      .Add(client, "new", "Makes a pseudonym and the key that seals what is recorded of the client",
           "  sinetti client new\n  sinetti client new --actor asiakasohjaus\n", made)
      ->add_option("--actor", made->actor, "Who asks for it: an office or a system")
      ->envname("SINETTI_ACTOR");
  commands.Add(client, "list", "Lists clients: events, sealed values, and whether they still open",
               "  sinetti client list\n  sinetti client list --json\n",
               std::make_shared<ClientListArguments>());
  auto open = std::make_shared<ClientOpenArguments>();
  auto* command = commands.Add(
      client, "open", "Opens the sealed fields of an event; records who looked, before showing",
      "  sinetti client open 41 --purpose \"valvonta-asian käsittely\" --ground 741/2023:45 \\\n"
      "      --role tarkastaja --actor valvonta-1\n",
      open);
  command->add_option("SEQ", open->sequence, "Sequence number")->required();
  command->add_option("--purpose", open->purpose, "What it is needed for")->required();
  command->add_option("--ground", open->ground, "Act and section that allow it")
      ->envname("SINETTI_GROUND")
      ->required();
  command->add_option("--role", open->role, "In which task the reader looks")
      ->envname("SINETTI_ROLE")
      ->required();
  command
      ->add_option("--actor", open->actor,
                   "Who looks, with a grant: an actor, an office or a pseudonym, never a name")
      ->envname("SINETTI_ACTOR")
      ->required();
  AddReaderKey(command, open->key);
}

void Disclosing(CommandSet& commands) {
  auto disclose = std::make_shared<DiscloseArguments>();
  auto* command = commands.Add(
      "disclose", "Hands out events with chosen sealed fields opened, in a file that proves itself",
      "  sinetti disclose 41 --to \"asianosainen\" --purpose \"tiedonsaanti\" \\\n"
      "      --ground 621/1999:11 --withheld 621/1999:24.1 \\\n"
      "      --open data.reasons --subject p-1 --actor oikeuspalvelut -o decision.disclosure\n"
      "  sinetti check-proof decision.disclosure --key ledger.vkey\n",
      disclose);
  command->add_option("EVENT", disclose->events, "Sequence numbers")->required();
  command->add_option("--to", disclose->recipient, "Who receives it")->required();
  command->add_option("--purpose", disclose->purpose, "What it is needed for")->required();
  command->add_option("--ground", disclose->ground, "Act and section that allow it")
      ->envname("SINETTI_GROUND")
      ->required();
  command
      ->add_option("--withheld", disclose->withheld_ground,
                   "Act and section by which all other sealed fields are withheld")
      ->type_name("GROUND")
      ->required();
  command
      ->add_option(
          "--open", disclose->open,
          "A sealed field to open, in every event or in one: data.reasons, 41:data.reasons")
      ->type_name("PATH")
      ->allow_extra_args(false);
  command->add_option("--subject", disclose->subjects, "Open every field of this subject")
      ->allow_extra_args(false);
  command->add_option("--role", disclose->role, "In which task it is disclosed")
      ->envname("SINETTI_ROLE");
  command
      ->add_option("--actor", disclose->actor,
                   "Who discloses, with a grant: an actor, an office or a pseudonym, never a name")
      ->envname("SINETTI_ACTOR")
      ->required();
  AddReaderKey(command, disclose->key);
  command->add_option("-o,--output", disclose->output, "File; default: standard output")
      ->type_name("FILE");
}

void Erasing(CommandSet& commands) {
  auto* erase = commands.AddGroup("erase", "Erases a client: one actor asks, another approves");
  using Kind = EraseArguments::Kind;
  const auto add = [&](Kind kind, const char* name, const char* about, const char* examples) {
    auto values = std::make_shared<EraseArguments>();
    values->kind = kind;
    auto* command = commands.Add(erase, name, about, examples, values);
    command->add_option("CLIENT", values->client, "Pseudonym")->required();
    command->add_option("--by", values->by, "Who does it: an office or a pseudonym, never a name")
        ->envname("SINETTI_ACTOR")
        ->required();
    if (kind != Kind::kApprove)
      command->add_option("--reason", values->reason, "Why; stands in the ledger for ever")
          ->required();
    if (kind == Kind::kApprove) {
      command
          ->add_option("--override", values->override_reason,
                       "Erase although a hold or a retention period stands against it: why")
          ->type_name("REASON");
      command
          ->add_option("--receipts", values->receipts,
                       "Folder of the receipt; default: the ledger's name + .receipts")
          ->type_name("DIR");
    }
  };
  add(Kind::kRequest, "request", "Asks for the erasure of a client",
      "  sinetti erase request p-1 --by arkisto --reason \"säilytysaika päättynyt\"\n");
  add(Kind::kApprove, "approve",
      "Approves it, destroys the keys and writes a receipt; finishes what a crash stopped",
      "  sinetti erase approve p-1 --by tietosuojavastaava\n"
      "  sinetti erase approve p-1 --by tietosuojavastaava --override \"tuomioistuimen "
      "määräys\"\n");
  add(Kind::kRefuse, "refuse", "Answers the request: nothing is erased",
      "  sinetti erase refuse p-1 --by tietosuojavastaava --reason \"säilytysaika kesken\"\n");
}

void Keeping(CommandSet& commands) {
  auto* hold = commands.AddGroup("hold", "Legal holds: what may not be disposed of");
  using Kind = HoldArguments::Kind;
  const auto add = [&](Kind kind, const char* name, const char* about, const char* examples) {
    auto values = std::make_shared<HoldArguments>();
    values->kind = kind;
    auto* command = commands.Add(hold, name, about, examples, values);
    if (kind == Kind::kList) return;
    command->add_option("CLIENT", values->client, "Pseudonym")->required();
    command->add_option("--by", values->by, "Who orders it: an office, never a name")
        ->envname("SINETTI_ACTOR")
        ->required();
    command->add_option("--reason", values->reason, "Why")->required();
    if (kind == Kind::kSet)
      command->add_option("--ground", values->ground, "Act and section, where one asks for it");
  };
  add(Kind::kSet, "set", "Forbids the disposal of what concerns a client",
      "  sinetti hold set p-1 --by oikeuspalvelut --reason \"valitus hallinto-oikeudessa\"\n");
  add(Kind::kRelease, "release", "Releases all holds of a client",
      "  sinetti hold release p-1 --by oikeuspalvelut --reason \"ratkaisu lainvoimainen\"\n");
  add(Kind::kList, "list", "Lists the holds in force", "  sinetti hold list\n");

  auto* retention =
      commands.AddGroup("retention", "How long what is recorded of clients must be kept");
  auto due = std::make_shared<RetentionArguments>();
  auto* command =
      commands.Add(retention, "due", "Lists what is due for disposal, with holds",
                   "  sinetti retention due\n  sinetti retention due --as-of 2035-01-01 --lang sv\n"
                   "  sinetti retention due --all --json\n",
                   due);
  command->add_option("--as-of", due->as_of, "On that day; default: today")->type_name("DAY");
  command->add_flag("--all", due->all, "Also what must still be kept");
  auto classes = std::make_shared<RetentionArguments>();
  classes->kind = RetentionArguments::Kind::kClasses;
  commands.Add(retention, "classes", "Lists the retention classes: period, what begins it, act",
               "  sinetti retention classes\n", classes);
}

}  // namespace

void DeclareClientCommands(CommandSet& commands) {
  Clients(commands);
  Disclosing(commands);
  Erasing(commands);
  Keeping(commands);
}

}  // namespace sinetti
