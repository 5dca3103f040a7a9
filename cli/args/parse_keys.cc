// The commands of the ledger's signing key and of other key files.
#include "cli/args/command_set.h"

namespace sinetti {

void AddEncryptOption(CLI::App* command, bool& encrypt) {
  command->add_flag("--encrypt", encrypt,
                    "Put the private key under a passphrase, from --passphrase-file, "
                    "SINETTI_PASSPHRASE or the terminal");
}

void DeclareKeyCommands(CommandSet& commands) {
  using Action = KeyArguments::Action;
  auto* key = commands.AddGroup("key", "Keys of the ledger, and passphrases of key files");
  const auto add = [&](Action action, const std::string& name, const std::string& about,
                       const std::string& examples) {
    auto values = std::make_shared<KeyArguments>();
    values->action = action;
    auto* command = commands.Add(key, name, about, examples, values);
    if (action != Action::kShow)
      command->add_option("FILE", values->file, "Key file; default: the ledger's signing key");
    return std::pair(command, values);
  };

  add(Action::kShow, "show", "Prints the verifier key", "  sinetti key show > ledger.vkey\n");
  add(Action::kEncrypt, "encrypt",
      "Puts a key file under a passphrase: from --passphrase-file, from the variable\n"
      "SINETTI_PASSPHRASE, or asked on the terminal; never an argument",
      "  sinetti key encrypt\n"
      "  sinetti key encrypt valvonta.key --passphrase-file /run/secrets/passphrase\n"
      "  sinetti key encrypt witness/witness.key\n");
  add(Action::kDecrypt, "decrypt", "Takes the passphrase off a key file",
      "  sinetti key decrypt\n  sinetti key decrypt valvonta.key\n");
  auto [change, values] = add(
      Action::kChangePassphrase, "change-passphrase", "Puts a key file under another passphrase",
      "  sinetti key change-passphrase\n"
      "  sinetti key change-passphrase --passphrase-file old --new-passphrase-file new\n");
  change
      ->add_option("--new-passphrase-file", values->new_passphrase_file,
                   "File with the new passphrase; else SINETTI_NEW_PASSPHRASE, else asked")
      ->type_name("FILE");
}

}  // namespace sinetti
