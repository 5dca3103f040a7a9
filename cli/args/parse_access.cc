// The commands of access: who may open what, for what and until when.
#include "cli/args/command_set.h"

namespace sinetti {

void DeclareAccessCommands(CommandSet& commands) {
  using Action = AccessArguments::Action;
  auto* access =
      commands.AddGroup("access", "Who may open sealed fields: roles, scopes, purposes, end times");
  const auto add = [&](Action action, const std::string& name, const std::string& about,
                       const std::string& examples) {
    auto values = std::make_shared<AccessArguments>();
    values->action = action;
    auto* command = commands.Add(access, name, about, examples, values);
    if (action != Action::kList) {
      command
          ->add_option("--by", values->by,
                       "Who decides it: an actor or an office, never a person's name")
          ->envname("SINETTI_ACTOR")
          ->required();
      AddSigningOptions(command, values->signing);
    }
    return std::pair(command, values);
  };

  auto [grant, given] =
      add(Action::kGrant, "grant", "Gives a reader a role, within limits; without any it opens all",
          "  sinetti access grant valvonta-1 --role supervisor --provider provider-1 \\\n"
          "      --purpose \"valvonta-asian käsittely\" --ground 741/2023:45 --by tietohallinto\n"
          "  sinetti access grant tilintarkastus --role auditor --until 2026-12-31 \\\n"
          "      --ground 906/2019:16 --by tietohallinto\n");
  const auto limit = [command = grant](const char* name, std::vector<std::string>& values,
                                       const char* about, const char* type) {
    command->add_option(name, values, about)->type_name(type)->allow_extra_args(false);
  };
  grant->add_option("READER", given->reader, "An actor, an office or a pseudonym")->required();
  grant
      ->add_option("--role", given->role,
                   "supervisor and auditor open and export, lawyer discloses as well, provider "
                   "opens what concerns it, operator only exports")
      ->check(CLI::IsMember({"supervisor", "lawyer", "operator", "provider", "auditor"}))
      ->required();
  limit("--provider", given->providers, "Only events of this provider; may be repeated",
        "PROVIDER");
  limit("--unit", given->units, "Only events of this unit; may be repeated", "UNIT");
  limit("--matter", given->matters, "Only events of this matter; may be repeated", "MATTER");
  limit("--client", given->clients, "Only values of this client; may be repeated", "CLIENT");
  limit("--purpose", given->purposes, "Only for this purpose, in these words; may be repeated",
        "PURPOSE");
  grant->add_option("--from", given->from, "From which moment; default: at once")
      ->type_name("MOMENT");
  grant->add_option("--until", given->until, "Until which moment; an auditor's grant needs one")
      ->type_name("MOMENT");
  grant->add_option("--ground", given->ground, "Act and section that allow it")
      ->envname("SINETTI_GROUND")
      ->required();
  grant->add_option("--reason", given->reason, "Why");

  auto [revoke, revoked] =
      add(Action::kRevoke, "revoke", "Takes a grant back, at once",
          "  sinetti access revoke grant-41f2 --reason \"tehtävä päättyi\" --by tietohallinto\n");
  revoke->add_option("GRANT", revoked->grant, "Its id, from `sinetti access list`")->required();
  revoke->add_option("--reason", revoked->reason, "Why")->required();

  auto [list, listed] =
      add(Action::kList, "list", "Lists grants, their state, and the policy",
          "  sinetti access list\n  sinetti access list --reader valvonta-1 --json\n");
  list->add_option("--reader", listed->reader, "Only of this reader")->type_name("READER");

  auto [policy, demanded] = add(
      Action::kPolicy, "policy", "Says of whom a signature is demanded before anything is opened",
      "  sinetti access policy --proof always --reason \"lukijoilla on avaimet\" \\\n"
      "      --by tietohallinto\n"
      "  sinetti access policy --proof registered --exports granted --reason \"kokeilu\" \\\n"
      "      --by tietohallinto\n");
  policy
      ->add_option("--proof", demanded->proof,
                   "registered: of readers that are registered actors (so it is without a policy); "
                   "always: of every reader")
      ->check(CLI::IsMember({"registered", "always"}))
      ->required();
  policy
      ->add_option(
          "--exports", demanded->exports,
          "free: anybody who runs the program exports entries (so it is without a policy); "
          "granted: only who has a grant, and each export is recorded")
      ->check(CLI::IsMember({"free", "granted"}));
  policy->add_option("--reason", demanded->reason, "Why")->required();
}

void AddReaderKey(CLI::App* command, SigningArguments& key) {
  auto* file = command->add_option(
      "--actor-key", key.key_file,
      "Key file of the actor, by which it proves that it asks; demanded of registered actors");
  file->type_name("FILE");
  command
      ->add_option(
          "--actor-passphrase-file", key.passphrase_file,
          "File with the passphrase of that key; else SINETTI_ACTOR_PASSPHRASE, else asked")
      ->type_name("FILE")
      ->needs(file);
}

}  // namespace sinetti
