// The commands of evidence packs and of documents outside the ledger.
#include "cli/args/command_set.h"

namespace sinetti {
namespace {

void DeclarePack(CommandSet& commands, CLI::App* evidence) {
  auto pack = std::make_shared<EvidencePackArguments>();
  auto* command = commands.Add(
      evidence, "pack", "Hands out all events of a key in one file that proves itself",
      "  sinetti evidence pack matter:HVA-K/1001/2024 --to \"hallinto-oikeus\" \\\n"
      "      --purpose \"valituksen käsittely\" --ground 808/2019:42 -o matter.evidence\n"
      "  sinetti evidence pack provider:0204819-8 --until 4800 --to \"valvonta\" \\\n"
      "      --purpose \"tarkastus\" --ground 741/2023:45 -o provider.evidence\n",
      pack);
  command
      ->add_option(
          "KEY", pack->key,
          "stream:, provider:, unit:, client:, matter:, contract: or type:, and the text as it was "
          "recorded")
      ->required();
  command->add_option("--to", pack->recipient, "Who receives it")->required();
  command->add_option("--purpose", pack->purpose, "What it is needed for")->required();
  command->add_option("--ground", pack->ground, "Act and section that allow it")
      ->envname("SINETTI_GROUND")
      ->required();
  command
      ->add_option("--since", pack->from,
                   "Begin behind this checkpoint: its tree size, or a file that holds it; default: "
                   "the first event")
      ->type_name("CHECKPOINT");
  command
      ->add_option("--until", pack->to,
                   "End with this checkpoint; default: the newest with an index")
      ->type_name("CHECKPOINT");
  command->add_option("--role", pack->role, "In which task it is handed out")
      ->envname("SINETTI_ROLE");
  command
      ->add_option("--actor", pack->actor,
                   "Who hands it out: a pseudonym or an office, never a name")
      ->envname("SINETTI_ACTOR");
  AddReaderKey(command, pack->signing);
  command->add_option("-o,--output", pack->output, "File; default: standard output")
      ->type_name("FILE");
}

void DeclareCheck(CommandSet& commands, CLI::App* evidence) {
  auto check = std::make_shared<CheckProofArguments>();
  check->pack = true;
  auto* command = commands.Add(
      evidence, "check", "Checks an evidence pack; needs no ledger",
      "  sinetti evidence check matter.evidence --key ledger.vkey\n"
      "  sinetti evidence check matter.evidence --policy court.policy --authority tsa.pem\n",
      check);
  command->add_option("FILE", check->file, "Evidence pack")->required();
  AddCheckOptions(command, *check);
}

void DeclareHtml(CommandSet& commands, CLI::App* evidence) {
  auto html = std::make_shared<EvidenceHtmlArguments>();
  auto* command = commands.Add(
      evidence, "html", "Makes a page of a pack that checks itself in a browser, without a network",
      "  sinetti evidence html matter.evidence --key ledger.vkey -o matter.html\n"
      "  sinetti evidence html matter.evidence --key ledger.vkey --policy court.policy \\\n"
      "      -o matter.html\n",
      html);
  command->add_option("FILE", html->file, "Evidence pack")->required();
  command
      ->add_option("--key", html->key,
                   "Verifier key that the page checks with: a string, or a file that holds it")
      ->required();
  command->add_option("--policy", html->policy,
                      "Whose cosignatures the page checks, too: logs, witnesses, quorum");
  command->add_option("-o,--output", html->output, "File; default: standard output")
      ->type_name("FILE");
}

void DeclareFind(CommandSet& commands, CLI::App* evidence) {
  auto find = std::make_shared<EvidenceFindArguments>();
  auto* command = commands.Add(
      evidence, "find", "Where the ledger has recorded a document; exit 1 when nowhere",
      "  sinetti evidence find paatos.pdf\n  sinetti evidence find --json liite-*.pdf\n", find);
  command->add_option("FILE", find->files, "The document; only its digest is looked for")
      ->required();
  command->add_flag("--scan", find->scan,
                    "Look at every event instead of asking the index, which the first search made");
}

void DeclareAttach(CommandSet& commands) {
  auto attach = std::make_shared<AttachArguments>();
  auto* command = commands.Add(
      "attach", "Records the digest, size and type of a document, never its content",
      "  sinetti attach paatos.pdf --stream matter-12 --attribute matter=HVA-K/1001/2024\n"
      "  sinetti attach liite.pdf --stream contract-7 --belongs-to paatos-101 --title \"Liite "
      "1\"\n",
      attach);
  command->add_option("FILE", attach->files, "Documents")->required();
  command->add_option("--stream", attach->stream, "Stream that the events belong to")->required();
  command->add_option("--belongs-to", attach->to, "The event that they belong to: id or source#id")
      ->type_name("EVENT");
  command->add_option(
      "--title", attach->title,
      "What to call them; stands in the ledger for ever. Default: no title, as file "
      "names may name people");
  command->add_option("--purpose", attach->purpose, "What they are for");
  command
      ->add_option("--media-type", attach->media_type,
                   "Such as application/pdf; default: by the ending of the file name")
      ->type_name("TYPE/SUBTYPE");
  command
      ->add_option("--attribute", attach->attributes,
                   "Attribute of the envelope: matter, contract, provider, client, actor, …")
      ->type_name("NAME=VALUE");
  AddSigningOptions(command, attach->signing);
  command->add_flag("--no-checkpoint", attach->no_checkpoint, "Do not sign a checkpoint");
}

}  // namespace

void DeclareEvidenceCommands(CommandSet& commands) {
  DeclareAttach(commands);
  auto* evidence = commands.AddGroup(
      "evidence", "Evidence packs: all events of a key in one file that anyone can check");
  DeclarePack(commands, evidence);
  DeclareCheck(commands, evidence);
  DeclareHtml(commands, evidence);
  DeclareFind(commands, evidence);
}

}  // namespace sinetti
