// Sealed boxes and the vault's log: whatever bytes stand there, they are refused or are the ones
// that were written.  The first byte chooses which.
#include <filesystem>
#include <fstream>

#include "ledger/base/check.h"
#include "ledger/vault/key_log.h"
#include "ledger/vault/sealing.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temp_dir.h"

namespace sinetti::fuzz {
namespace {

constexpr const char* kOrigin = "ledger.example/test";
constexpr std::string_view kValue = "Käynti tehtiin ilmoittamatta.";
constexpr SealPlace kPlace{kOrigin, "case-1", "data.note"};

const Secret& Key() {
  static const Secret key = *Secret::From(Bytes(32, 7));
  return key;
}

const Bytes& Box() {
  static const Bytes box = SealBox(Key(), AesGcmNonce{1}, Salt{2}, kValue, kPlace);
  return box;
}

void EatBox(std::string_view input) {
  const Hash commitment = SealCommitment(Salt{2}, kValue);
  const Result<OpenedValue> opened = OpenBox(Key(), AsBytes(input), commitment, kPlace);
  SINETTI_CHECK(opened.has_value() == (input == AsText(Box())));
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A vault's log with three keys; one for the life of the program.
class VaultFolder {
 public:
  VaultFolder() {
    const Result<void> made = Fill();
    SINETTI_CHECK(made.has_value());
    log_ = ReadFile(Path());
  }

  const std::string& log() const { return log_; }

  void Eat(std::string_view input) const {
    std::ofstream(Path(), std::ios::binary) << input;
    const Result<KeyLog> opened = KeyLog::Open(dir_.path(), kOrigin, Key(), false);
    if (opened) SINETTI_CHECK(input.starts_with(log_) && opened->keys().size() == 3);
  }

 private:
  std::filesystem::path Path() const { return dir_ / "vault.log"; }

  Result<void> Fill() {
    SINETTI_ASSIGN(KeyLog log, KeyLog::Create(dir_.path(), kOrigin, Key()));
    return log.Append({{"p-1", Bytes(60, 1)}, {"p-2", Bytes(60, 2)}, {"stream:a", Bytes(60, 3)}});
  }

  testing_support::TempDir dir_;
  std::string log_;
};

const VaultFolder& Folder() {
  static const VaultFolder folder;
  return folder;
}

}  // namespace

std::vector<std::string> Seeds() {
  return {'b' + std::string(AsText(Box())), 'v' + Folder().log()};
}

void Eat(std::string_view input) {
  if (input.empty()) return;
  const char kind = input.front();
  input.remove_prefix(1);
  if (kind == 'b') EatBox(input);
  if (kind == 'v') Folder().Eat(input);
}

}  // namespace sinetti::fuzz
