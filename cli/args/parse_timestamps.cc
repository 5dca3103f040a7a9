// The commands of time-stamps.
#include "cli/args/command_set.h"

namespace sinetti {
namespace {

using Action = TimestampArguments::Action;
using Values = std::shared_ptr<TimestampArguments>;

CLI::Option* AddTrust(CLI::App* command, const Values& values) {
  auto* authority = command->add_option(
      "--authority", values->authorities,
      "Certificates (PEM) of the authorities that you trust: a root, or the authority "
      "itself; from a source of your own");
  return authority->type_name("FILE")->required();
}

void AddAsking(CLI::App* command, const Values& values) {
  command
      ->add_option("--policy", values->policy, "Ask for a stamp under this policy of the authority")
      ->type_name("OID");
  command->add_option("-o,--output", values->output, "File; default: standard output");
}

}  // namespace

void AddDistrust(CLI::App* command, std::vector<std::string>& distrust, std::string& at,
                 CLI::Option* needed) {
  command
      ->add_option("--distrust", distrust,
                   "Do not believe what rests on this from that time on: sha256, sha384, sha512, "
                   "rsa, ecdsa, or the SHA-256 of a certificate; may be repeated")
      ->type_name("WHAT@TIME")
      ->allow_extra_args(false)
      ->needs(needed);
  command->add_option("--at", at, "Judge time-stamps as of this moment; default: now")
      ->type_name("MOMENT")
      ->needs(needed);
}

void DeclareTimestampCommands(CommandSet& commands) {
  auto* timestamp = commands.AddGroup(
      "timestamp", "Time-stamps of checkpoints by an outside authority (RFC 3161)");
  const auto add = [&](Action action, const std::string& name, const std::string& about,
                       const std::string& examples) {
    auto values = std::make_shared<TimestampArguments>();
    values->action = action;
    return std::pair(commands.Add(timestamp, name, about, examples, values), values);
  };
  const CLI::IsMember hashes({"sha256", "sha384", "sha512"});

  auto [request, asked] =
      add(Action::kRequest, "request", "Writes the request for a time-stamp of a checkpoint",
          "  sinetti timestamp request -o 553.tsq\n"
          "  sinetti timestamp request 553 -o 553.tsq\n"
          "  sinetti timestamp request /media/usb/checkpoint.txt --hash sha512 > request.tsq\n"
          "  curl -H 'Content-Type: application/timestamp-query' --data-binary @553.tsq \\\n"
          "      https://tsa.example/ -o 553.tsr\n");
  request->add_option("CHECKPOINT", asked->checkpoint,
                      "Its tree size, or a file that holds it; default: the newest");
  request->add_option("--hash", asked->hash, "Hash to be stamped; default: sha256")->check(hashes);
  AddAsking(request, asked);

  auto [renew, renewed] =
      add(Action::kRenew, "renew",
          "Writes the request for a time-stamp over those that a checkpoint has",
          "  sinetti timestamp renew 553 -o renewal.tsq\n"
          "  sinetti timestamp renew 553 --hash sha512 -o renewal.tsq\n");
  renew->add_option("CHECKPOINT", renewed->checkpoint, "Its tree size")->required();
  renew
      ->add_option("--hash", renewed->hash,
                   "With another hash than before: it goes over the checkpoint, every event below "
                   "it and all stamps; default: the hash of the newest stamp, over that stamp")
      ->check(hashes);
  AddAsking(renew, renewed);

  auto [attach, answered] =
      add(Action::kAttach, "attach",
          "Checks the answer of an authority and keeps it beside its checkpoint",
          "  sinetti timestamp attach 553.tsr --request 553.tsq --authority root.pem\n");
  attach->add_option("RESPONSE", answered->response, "What the authority sent")->required();
  attach
      ->add_option("--request", answered->request,
                   "What was sent to it: imprint, nonce and policy must be the same")
      ->type_name("FILE")
      ->required();
  AddTrust(attach, answered);

  auto [check, checked] = add(
      Action::kCheck, "check",
      "Says when a checkpoint existed, and who vouches for it; exit 1 when a stamp is not good",
      "  sinetti timestamp check --authority root.pem\n"
      "  sinetti timestamp check 553.checkpoint 553.stamps --authority root.pem --key ledger.vkey\n"
      "  sinetti timestamp check event-41.proof 553.tsr --authority root.pem\n"
      "  sinetti timestamp check --authority root.pem --at 2041-06-01 \\\n"
      "      --distrust sha256@2040-01-01T00:00:00Z\n");
  check->add_option("CHECKPOINT", checked->checkpoint,
                    "Tree size of a checkpoint of the ledger; default: all that are stamped. With "
                    "STAMPS: a file that holds a checkpoint, or a proof that ends in one");
  check->add_option("STAMPS", checked->stamps,
                    "What `timestamp show` wrote, or the answer of an authority; needs no ledger");
  AddDistrust(check, checked->distrust, checked->at, AddTrust(check, checked));
  check->add_option("--key", checked->key,
                    "Verifier key of the ledger: a string, or a file that holds it");

  auto [show, shown] = add(Action::kShow, "show",
                           "Lists the stamped checkpoints, or writes the stamps of one to hand out",
                           "  sinetti timestamp show\n"
                           "  sinetti timestamp show 553 -o 553.stamps\n");
  show->add_option("CHECKPOINT", shown->checkpoint, "Its tree size");
  show->add_option("-o,--output", shown->output, "File; default: standard output");
}

}  // namespace sinetti
