// Key files of every form, as a disk or a hand may leave them: read and written back the same, and
// what opens is the key that was sealed.  Those that cost more than a cheap one are not opened.
#include <sys/stat.h>

#include <fstream>

#include "ledger/base/check.h"
#include "ledger/crypto/signer.h"
#include "ledger/crypto/token_key.h"
#include "ledger/vault/vault_key_file.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temp_dir.h"

namespace sinetti::fuzz {
namespace {

constexpr ScryptCost kCheap{.log2_n = 2, .r = 1, .p = 1};
constexpr std::string_view kPassphrase = "oikea hevonen paristo niitti";

const Secret& Key() {
  static const Secret key = *Secret::From(Bytes(32, 0x2a));
  return key;
}
SecretText Passphrase() { return SecretText(kPassphrase); }

VerifierKey PublicHalf() {
  return FileSigner::FromSeed("sinetti.example/ledger", Key()).value().key();
}

std::string Encrypted() {
  return FormatEncryptedKey(
      EncryptKey(PublicHalf(), Key(), Passphrase(), kCheap, ScryptSalt{1}, AesGcmNonce{2}).value());
}
std::string EncryptedVault() {
  return FormatEncryptedVaultKey(
      EncryptVaultKey(Key(), Passphrase(), kCheap, ScryptSalt{1}, AesGcmNonce{2}).value());
}

bool IsCheap(const ScryptCost& cost) { return cost.log2_n <= 4 && cost.r <= 8 && cost.p <= 2; }

void ExpectOurs(const Result<Secret>& opened) {
  if (opened) SINETTI_CHECK(HexEncode(opened->view()) == HexEncode(Key().view()));
}

void EatTexts(std::string_view input) {
  if (const auto key = ParseEncryptedKey(input)) {
    SINETTI_CHECK(FormatEncryptedKey(*key) == input);
    if (IsCheap(key->seed.cost)) {
      const auto opened = DecryptKey(*key, Passphrase());
      ExpectOurs(opened);
      SINETTI_CHECK(opened.has_value() == (input == Encrypted()));
    }
  }
  if (const auto key = ParseEncryptedVaultKey(input)) {
    SINETTI_CHECK(FormatEncryptedVaultKey(*key) == input);
    if (IsCheap(key->key.cost)) {
      const auto opened = DecryptVaultKey(*key, Passphrase());
      ExpectOurs(opened);
      SINETTI_CHECK(opened.has_value() == (input == EncryptedVault()));
    }
  }
  if (const auto key = ParseTokenKey(input)) SINETTI_CHECK(FormatTokenKey(*key) == input);
}

// In the clear the file is read from the disk only.
class KeyFolder {
 public:
  KeyFolder() {
    SINETTI_CHECK(WriteKeyFile(path_, {"sinetti.example/ledger", Key()}).has_value());
    std::ifstream file(path_);
    plain_.assign(std::istreambuf_iterator<char>(file), {});
  }
  const std::string& plain() const { return plain_; }
  void Eat(std::string_view input) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << input;
    const auto head = ReadKeyFileHead(path_);
    const auto key = ReadKeyFile(path_);  // without a passphrase
    if (key) SINETTI_CHECK(head && !head->encrypted && head->key.name == key->name);
    if (input == plain_) SINETTI_CHECK(key && head->key == PublicHalf());
    const auto form = FormOfVaultKey(path_);
    SINETTI_CHECK(form && (!form->is_vault_key || !key));
  }

 private:
  testing_support::TempDir dir_;
  std::string path_ = dir_ / "signing.key";
  std::string plain_;
};

const KeyFolder& Folder() {
  static const KeyFolder folder;
  return folder;
}

}  // namespace

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = BlocksOf("docs/format/key-file.md");
  for (std::string& block : BlocksOf("docs/format/sealing.md"))
    if (block.starts_with(kVaultKeyHeader)) seeds.push_back(std::move(block));
  seeds.push_back(Encrypted());
  seeds.push_back(EncryptedVault());
  seeds.push_back(Folder().plain());
  return seeds;
}

void Eat(std::string_view input) {
  EatTexts(input);
  if (input.size() <= 4096) Folder().Eat(input);
}

}  // namespace sinetti::fuzz
