// How commands are declared with CLI11; stays within this folder.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include "cli/args/arguments.h"

namespace sinetti {

class CommandSet {
 public:
  CLI::App& app() { return app_; }

  template <typename T>
  CLI::App* Add(CLI::App* parent, const std::string& name, const std::string& about,
                const std::string& examples, std::shared_ptr<T> values) {
    auto* command = parent->add_subcommand(name, about);
    command->fallthrough();
    command->footer((examples.empty() ? "" : "Examples:\n" + examples + "\n") +
                    "Exit codes: see sinetti --help, which also has the options of every command:\n"
                    "--ledger, --keys, --lang, --json, --quiet");
    command->callback([this, values, command] {
      if (!command->get_subcommands().empty()) return;  // `report check`: the inner one counts
      command_ = [values] { return CommandArguments(*values); };
    });
    return command;
  }
  template <typename T>
  CLI::App* Add(const std::string& name, const std::string& about, const std::string& examples,
                std::shared_ptr<T> values) {
    return Add(&app_, name, about, examples, std::move(values));
  }

  // A command that only holds others.
  CLI::App* AddGroup(const std::string& name, const std::string& about) {
    auto* group = app_.add_subcommand(name, about);
    group->require_subcommand(1);
    group->fallthrough();
    return group;
  }

 protected:
  CLI::App app_{"sinetti: an append-only, provable ledger of decisions, contracts and supervision",
                "sinetti"};
  std::function<CommandArguments()> command_;
};

// client, disclose, erase, hold, retention.
void DeclareClientCommands(CommandSet& commands);
// search.
void DeclareSearchCommand(CommandSet& commands);
// prove, check-proof.
void DeclareProofCommands(CommandSet& commands);
// attach; evidence pack, check, html, find.
void DeclareEvidenceCommands(CommandSet& commands);
// actor keygen, register, rotate, revoke, list, policy.
void DeclareActorCommands(CommandSet& commands);
// --sign-as and --actor-key.
void AddSigningOptions(CLI::App* command, SigningArguments& signing);
// key show, list, encrypt, decrypt, change-passphrase, rotate, compromised, chain,
// token.
void DeclareKeyCommands(CommandSet& commands);
// --encrypt.
void AddEncryptOption(CLI::App* command, bool& encrypt);
// access grant, revoke, list, policy.
void DeclareAccessCommands(CommandSet& commands);
// --actor-key of who opens or takes out.
void AddReaderKey(CLI::App* command, SigningArguments& key);
// --key, --key-chain, --policy, --authority: of who checks a proof.
void AddCheckOptions(CLI::App* command, CheckProofArguments& values);
// --distrust and --at, which mean something with the authorities of `needed` only.
void AddDistrust(CLI::App* command, std::vector<std::string>& distrust, std::string& at,
                 CLI::Option* needed);
// deadline; rules install, list, show, diff, book.
void DeclareRuleCommands(CommandSet& commands);
// witness init, add-log, cosign, status.
void DeclareWitnessCommands(CommandSet& commands);
// generate.
void DeclareGenerateCommand(CommandSet& commands);
// timestamp request, renew, attach, check, show.
void DeclareTimestampCommands(CommandSet& commands);

}  // namespace sinetti
