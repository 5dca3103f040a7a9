// The commands of actors, and the options by which they sign what they submit.
#include "cli/args/command_set.h"

namespace sinetti {

void AddSigningOptions(CLI::App* command, SigningArguments& signing) {
  auto* actor = command
                    ->add_option("--sign-as", signing.actor,
                                 "Sign what is recorded as this actor; needs --actor-key")
                    ->type_name("ACTOR");
  auto* key = command
                  ->add_option("--actor-key", signing.key_file,
                               "Key file of the actor, as `sinetti actor keygen` wrote it")
                  ->type_name("FILE");
  command
      ->add_option(
          "--actor-passphrase-file", signing.passphrase_file,
          "File with the passphrase of that key; else SINETTI_ACTOR_PASSPHRASE, else asked")
      ->type_name("FILE")
      ->needs(key);
  actor->needs(key);
  key->needs(actor);
}

void DeclareActorCommands(CommandSet& commands) {
  using Action = ActorArguments::Action;
  auto* actor = commands.AddGroup(
      "actor", "Actors that sign what they submit: organisations, offices, systems");
  const auto add = [&](Action action, const std::string& name, const std::string& about,
                       const std::string& examples) {
    auto values = std::make_shared<ActorArguments>();
    values->action = action;
    auto* command = commands.Add(actor, name, about, examples, values);
    if (action != Action::kKeygen && action != Action::kList)
      AddSigningOptions(command, values->signing);
    return std::pair(command, values);
  };

  auto [keygen, made] = add(
      Action::kKeygen, "keygen", "Makes a signing key for an actor, and prints its verifier key",
      "  sinetti actor keygen malli.example/valvonta -o valvonta.key > valvonta.vkey\n");
  keygen
      ->add_option("ACTOR", made->name,
                   "Name of the actor for ever: an office or a system, "
                   "never a person")
      ->required();
  keygen->add_option("-o,--output", made->output, "Key file; readable by its owner only")
      ->type_name("FILE")
      ->required();
  AddEncryptOption(keygen, made->encrypt);

  auto [registered, given] = add(
      Action::kRegister, "register", "Registers an actor with its key",
      "  sinetti actor register valvonta.vkey --kind office --title \"Valvontayksikkö\"\n"
      "  sinetti actor register valvonta.vkey --kind office --sign-as malli.example/valvonta \\\n"
      "      --actor-key valvonta.key\n");
  registered
      ->add_option("VKEY", given->verifier_key, "Verifier key: a string, or a file that holds it")
      ->required();
  registered->add_option("--kind", given->kind, "organisation, office or system")
      ->check(CLI::IsMember({"organisation", "office", "system"}))
      ->required();
  registered->add_option("--title", given->title, "Name for readers, never that of a person");

  auto [rotate, next] = add(
      Action::kRotate, "rotate", "Gives an actor a new key; the old one signs that it is replaced",
      "  sinetti actor rotate new.vkey --sign-as malli.example/valvonta --actor-key old.key\n"
      "  sinetti actor rotate new.vkey --recovery --reason \"avain kadonnut\"\n");
  rotate->add_option("VKEY", next->verifier_key, "New verifier key: a string, or a file")
      ->required();
  rotate->add_flag("--recovery", next->recovery,
                   "The old key is lost or compromised: whoever keeps the ledger vouches");
  rotate->add_option("--reason", next->reason, "Why");

  auto [revoke, revoked] = add(
      Action::kRevoke, "revoke", "Revokes a key of an actor",
      "  sinetti actor revoke malli.example/valvonta --key-id 5e1f2a3b --reason compromised \\\n"
      "      --from 2026-03-12T10:00:00+02:00\n");
  revoke->add_option("ACTOR", revoked->name, "Name of the actor")->required();
  revoke->add_option("--key-id", revoked->key_id, "Key id; default: its newest key")
      ->type_name("ID");
  revoke->add_option("--reason", revoked->reason, "retired or compromised")
      ->check(CLI::IsMember({"retired", "compromised"}))
      ->required();
  revoke
      ->add_option("--from", revoked->from,
                   "Moment after which nothing that it signed counts; default: now")
      ->type_name("MOMENT");

  add(Action::kList, "list", "Lists actors, their keys, and what must be signed",
      "  sinetti actor list\n  sinetti actor list --json\n");

  auto [policy, demanded] =
      add(Action::kPolicy, "policy", "Says of which event types each event must be signed",
          "  sinetti actor policy --type decision.made --type supcase.\n"
          "  sinetti actor policy --nothing --reason \"kokeilu päättyi\"\n");
  auto* types = policy
                    ->add_option("--type", demanded->types,
                                 "A type, or a family with its dot: supcase.; may be repeated")
                    ->type_name("TYPE")
                    ->allow_extra_args(false);
  policy->add_flag("--nothing", demanded->nothing, "Nothing must be signed any more")
      ->excludes(types);
  policy->add_option("--from", demanded->from, "From which moment; default: at once")
      ->type_name("MOMENT");
  policy->add_option("--reason", demanded->reason, "Why");
}

}  // namespace sinetti
