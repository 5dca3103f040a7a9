// The commands of the ledger's signing key and of other key files.
#include "cli/args/command_set.h"

namespace sinetti {

void AddEncryptOption(CLI::App* command, bool& encrypt) {
  command->add_flag(
      "--encrypt", encrypt,
      "Put the private key (of a new ledger: the vault key as well) under a passphrase, from "
      "--passphrase-file, SINETTI_PASSPHRASE or the terminal");
}

namespace {

void AddNextKeyOptions(CLI::App* command, KeyArguments& values) {
  command->add_option("--reason", values.reason, "Why");
  command->add_flag("--encrypt", values.encrypt,
                    "Put the new key under a passphrase; the successor of one that is under a "
                    "passphrase always is");
  command
      ->add_option("--new-passphrase-file", values.new_passphrase_file,
                   "File with the new key's passphrase; else SINETTI_NEW_PASSPHRASE, else asked")
      ->type_name("FILE");
}

}  // namespace

void DeclareKeyCommands(CommandSet& commands) {
  using Action = KeyArguments::Action;
  auto* key = commands.AddGroup("key", "Keys of the ledger, and passphrases of key files");
  const auto add = [&](Action action, const std::string& name, const std::string& about,
                       const std::string& examples) {
    auto values = std::make_shared<KeyArguments>();
    values->action = action;
    auto* command = commands.Add(key, name, about, examples, values);
    if (action == Action::kEncrypt || action == Action::kDecrypt ||
        action == Action::kChangePassphrase)
      command->add_option("FILE", values->file,
                          "Key file, vault.key as well; default: the ledger's signing key");
    return std::pair(command, values);
  };

  add(Action::kShow, "show", "Prints the verifier key", "  sinetti key show > ledger.vkey\n");
  add(Action::kEncrypt, "encrypt",
      "Puts a key file under a passphrase: from --passphrase-file, from the variable\n"
      "SINETTI_PASSPHRASE, or asked on the terminal; never an argument",
      "  sinetti key encrypt\n"
      "  sinetti key encrypt valvonta.key --passphrase-file /run/secrets/passphrase\n"
      "  sinetti key encrypt witness/witness.key\n"
      "  sinetti key encrypt main.keys/vault.key\n");
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

  add(Action::kList, "list", "Lists the keys of the ledger, oldest first", "  sinetti key list\n");
  auto [rotate, next] = add(
      Action::kRotate, "rotate",
      "Gives the ledger a new signing key; the old one signs that it is replaced, and is destroyed",
      "  sinetti key rotate --reason \"vuosittainen vaihto\"\n  sinetti key rotate --encrypt\n");
  AddNextKeyOptions(rotate, *next);
  auto [compromised, given] = add(
      Action::kCompromised, "compromised",
      "Says that the signing key is in wrong hands or lost, and gives the ledger a new one",
      "  sinetti key compromised --last-good /media/usb/checkpoint.txt --reason \"varastettu\"\n"
      "  sinetti key compromised old.vkey --last-good kept.txt    (the key file is lost)\n");
  compromised->add_option("VKEY", given->file,
                          "The compromised verifier key: a string, or a file; default: the "
                          "ledger's own");
  compromised
      ->add_option("--last-good", given->last_good,
                   "The newest checkpoint kept elsewhere that surely is yours: for larger trees "
                   "the old key's signature counts no more")
      ->type_name("FILE")
      ->required();
  AddNextKeyOptions(compromised, *given);
  auto [chain, written] =
      add(Action::kChain, "chain",
          "Writes how one key followed the other, for whoever has an older one",
          "  sinetti key chain -o ledger.chain\n"
          "  sinetti check-proof event-41.proof --key old.vkey --key-chain ledger.chain\n");
  chain->add_option("-o,--output", written->output, "File; default: standard output");

  auto [token, found] =
      add(Action::kToken, "token",
          "Writes a key file for an Ed25519 key that is on a token (PKCS#11) and stays there",
          "  sinetti key token --name malli.example/valvonta --module /usr/lib/module.so \\\n"
          "      --uri 'pkcs11:token=valvonta;object=avain' -o valvonta.key\n"
          "  sinetti key token --name supervision.example/ledger --module /usr/lib/module.so \\\n"
          "      --uri 'pkcs11:token=loki;id=%01' -o main.keys/signing.key\n");
  token->add_option("--name", found->name, "Name of the ledger or the actor: that of the key")
      ->required();
  token->add_option("--module", found->module, "Library of the token: an absolute path")
      ->type_name("FILE")
      ->required();
  token->add_option("--uri", found->uri, "Which key (RFC 7512): token and object, or id")
      ->type_name("URI")
      ->required();
  token->add_option("-o,--output", found->output, "Key file; readable by its owner only")
      ->type_name("FILE")
      ->required();
}

}  // namespace sinetti
