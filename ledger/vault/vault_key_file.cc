// See vault_key_file.h.
#include "ledger/vault/vault_key_file.h"

#include "ledger/crypto/key_place.h"
#include "ledger/vault/vault_files.h"
#include "ledger/vault/vault_swap.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kVaultKeyBytes = 32;
constexpr std::size_t kFileBytesMax = 4096;
constexpr std::string_view kIdWord = "id ";

Error Bad(const char* why) {
  return Error{ErrorCode::kInvalid, std::string("not a vault key under a passphrase: ") + why};
}

std::string Head(const std::string& id) {
  return std::string(kVaultKeyHeader).append(kIdWord).append(id) + "\n";
}

// The content of a file that only its owner may use.
Result<SecretText> ReadContent(const fs::path& path) {
  SINETTI_ASSIGN(VaultFile file, VaultFile::Open(path, VaultFile::Mode::kRead));
  SINETTI_TRY(file.CheckPrivate());
  SINETTI_ASSIGN(Bytes bytes, file.ReadAll(kFileBytesMax));
  SecretText text(AsText(bytes));
  WipeBytes(bytes);
  return text;
}

bool IsEncrypted(const SecretText& content) { return content.view().starts_with(kVaultKeyHeader); }

Error Malformed(const fs::path& path, const std::string& why) {
  return Error{ErrorCode::kEnvironment,
               path.string() + " is no vault key (" + why + "); put back the file from its backup"};
}

Result<void> WriteNew(const fs::path& path, const Secret& key, const KeyProtection* protection) {
  std::string text(AsText(key.view()));
  if (protection != nullptr) {
    const std::string id = VaultKeyId(key);
    auto sealed = SealSecret(Head(id), key, protection->passphrase, protection->cost);
    WipeBytes({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    SINETTI_TRY(sealed);
    text = FormatEncryptedVaultKey({id, *std::move(sealed)});
  }
  const SecretText content(text);
  WipeBytes({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  SINETTI_ASSIGN(VaultFile file, VaultFile::Open(path, VaultFile::Mode::kCreate));
  SINETTI_TRY(file.WriteAt(0, content.bytes()));
  SINETTI_TRY(file.Sync());
  return SyncFolder(path.parent_path().empty() ? "." : path.parent_path());
}

}  // namespace

Result<EncryptedVaultKey> EncryptVaultKey(const Secret& key, const SecretText& passphrase,
                                          const ScryptCost& cost, const ScryptSalt& salt,
                                          const AesGcmNonce& nonce) {
  std::string id = VaultKeyId(key);
  SINETTI_ASSIGN(SealedSecret sealed, SealSecret(Head(id), key, passphrase, cost, salt, nonce));
  return EncryptedVaultKey{std::move(id), std::move(sealed)};
}

std::string FormatEncryptedVaultKey(const EncryptedVaultKey& key) {
  return FormatSealedSecret(Head(key.id), key.key);
}

Result<EncryptedVaultKey> ParseEncryptedVaultKey(std::string_view text) {
  std::string_view rest = text;
  if (!rest.starts_with(kVaultKeyHeader)) return Bad("its first line is another");
  rest.remove_prefix(kVaultKeyHeader.size());
  const auto id = TakeWordLine(rest, kIdWord);
  if (!id) return Bad("a line is missing, or one too many");
  SINETTI_ASSIGN(SealedSecret sealed, ParseSealedSecret(rest));
  return EncryptedVaultKey{std::string(*id), std::move(sealed)};
}

Result<Secret> DecryptVaultKey(const EncryptedVaultKey& key, const SecretText& passphrase) {
  SINETTI_ASSIGN(const Secret opened, OpenSealedSecret(Head(key.id), key.key, passphrase));
  if (VaultKeyId(opened) != key.id)
    return Error{ErrorCode::kCorrupt, "what is sealed is not the vault key " + key.id};
  return opened;
}

VaultKeyFiles::VaultKeyFiles(AskSecret ask, const KeyProtection* protection)
    : ask_(std::move(ask)) {
  if (protection == nullptr) return;
  passphrase_.emplace(protection->passphrase.view());
  cost_ = protection->cost;
}

Result<Secret> VaultKeyFiles::Read(const fs::path& path) {
  SINETTI_ASSIGN(const SecretText content, ReadContent(path));
  if (!IsEncrypted(content)) {
    auto key = Secret::From(content.bytes());
    if (!key)
      return Malformed(path, "it has " + std::to_string(content.view().size()) +
                                 " bytes, a vault key has " + std::to_string(kVaultKeyBytes));
    cost_.reset();
    return key;
  }
  const auto encrypted = ParseEncryptedVaultKey(content.view());
  if (!encrypted) return Malformed(path, encrypted.error().message);
  if (!passphrase_) {
    if (!ask_)
      return Error{ErrorCode::kEnvironment,
                   path.string() + " is under a passphrase, and none was given"};
    auto given = ask_(path.string());
    if (!given) {
      refused_ = true;
      return std::move(given).error();
    }
    passphrase_.emplace(*std::move(given));
  }
  auto key = DecryptVaultKey(*encrypted, *passphrase_);
  if (!key) {
    refused_ = true;
    return Error{ErrorCode::kEnvironment, path.string() + ": " + key.error().message};
  }
  cost_ = encrypted->key.cost;
  return key;
}

Result<Secret> VaultKeyFiles::Create(const fs::path& path) {
  SINETTI_ASSIGN(const Secret key, Secret::Random());
  if (!cost_) {
    SINETTI_TRY(WriteNew(path, key, nullptr));
    return key;
  }
  const KeyProtection protection{.passphrase = SecretText(passphrase_->view()), .cost = *cost_};
  SINETTI_TRY(WriteNew(path, key, &protection));
  return key;
}

Result<Secret> VaultKeyFiles::Begin(const fs::path& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return Create(path);
  SINETTI_ASSIGN(const SecretText content, ReadContent(path));
  const bool whole = IsEncrypted(content) ? ParseEncryptedVaultKey(content.view()).has_value()
                                          : content.view().size() == kVaultKeyBytes &&
                                                !kVaultKeyHeader.starts_with(content.view());
  if (whole) return Read(path);
  fs::remove(path, failed);
  return Create(path);
}

Result<VaultKeyForm> FormOfVaultKey(const fs::path& path) {
  SINETTI_ASSIGN(const SecretText content, ReadContent(path));
  const bool encrypted = IsEncrypted(content);
  return VaultKeyForm{encrypted || content.view().size() == kVaultKeyBytes, encrypted};
}

Result<std::string> VaultKeyFiles::Replace(const fs::path& path, const KeyProtection* protection) {
  const fs::path folder = path.parent_path();
  std::optional<VaultFile> lock;
  std::error_code failed;
  // A copy on another medium stands alone.
  if (path.filename() == "vault.key" && fs::exists(folder / "vault.log", failed)) {
    SINETTI_ASSIGN(lock, VaultFile::Open(folder / "vault.log", VaultFile::Mode::kWrite));
    SINETTI_TRY(lock->Lock());
    SINETTI_TRY(lock->CheckInPlace());
    if (VaultPath(folder, "vault.key") != path)
      return Error{ErrorCode::kConflict,
                   "an erasure stopped half-way and " + path.string() +
                       " counts no more; next: sinetti erase approve finishes it"};
  }
  SINETTI_ASSIGN(const Secret key, Read(path));
  fs::path beside = path;
  beside += ".part";
  if (fs::exists(beside, failed)) {  // left by a crash
    SINETTI_TRY(OverwriteFile(beside));
    fs::remove(beside, failed);
  }
  SINETTI_TRY(WriteNew(beside, key, protection));
  SINETTI_TRY(TakePlaceOf(beside, path));
  return VaultKeyId(key);
}

}  // namespace sinetti
