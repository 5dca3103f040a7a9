// Keys in memory, wrapped keys on disk; the two never disagree, because memory follows disk.
#include "ledger/vault/vault.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "ledger/base/check.h"
#include "ledger/crypto/hmac.h"
#include "ledger/crypto/random.h"
#include "ledger/vault/key_log.h"

namespace sinetti {
namespace {

constexpr std::size_t kVaultKeyBytes = 32;

// One key for wrapping and one for MACs, so that no key has two uses.
Result<Secret> Derive(const Secret& vault_key, std::string_view use) {
  return Secret::From(HmacSha256(vault_key.view(), {AsBytes(use)}).view());
}

Result<Secret> ReadVaultKey(const std::filesystem::path& path) {
  SINETTI_ASSIGN(VaultFile file, VaultFile::Open(path, VaultFile::Mode::kRead));
  SINETTI_TRY(file.CheckPrivate());
  SINETTI_ASSIGN(Bytes bytes, file.ReadAll(4096));
  auto key = Secret::From(bytes);
  WipeBytes(bytes);
  if (!key)
    return Error{ErrorCode::kEnvironment, path.string() + " has " + std::to_string(bytes.size()) +
                                              " bytes, a vault key has " +
                                              std::to_string(kVaultKeyBytes) +
                                              "; put back the file from its backup"};
  return key;
}

Result<Secret> CreateVaultKey(const std::filesystem::path& path) {
  SINETTI_ASSIGN(const Secret key, Secret::Random());
  SINETTI_ASSIGN(VaultFile file, VaultFile::Open(path, VaultFile::Mode::kCreate));
  SINETTI_TRY(file.WriteAt(0, key.view()));
  SINETTI_TRY(file.Sync());
  SINETTI_TRY(SyncFolder(path.parent_path()));
  return key;
}

// For a vault without a head: new, or one whose creation a crash cut short.  A whole key is kept;
// the beginning of one never wrapped anything.
Result<Secret> BeginVaultKey(const std::filesystem::path& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  if (failed) return CreateVaultKey(path);
  if (size >= kVaultKeyBytes) return ReadVaultKey(path);
  std::filesystem::remove(path, failed);
  return CreateVaultKey(path);
}

Bytes WrapContext(const std::string& origin, const std::string& subject) {
  Bytes context;
  for (const std::string_view part :
       {std::string_view("sinetti vault 1"), std::string_view(origin), std::string_view(subject)}) {
    if (!context.empty()) context.push_back(0);
    context.insert(context.end(), part.begin(), part.end());
  }
  return context;
}

}  // namespace

struct Vault::Impl {
  Impl(VaultOptions vault_options, const Secret& key, KeyLog key_log)
      : options(std::move(vault_options)), wrap_key(key), log(std::move(key_log)) {}

  Result<void> UnwrapAll() {
    for (const WrappedKey& wrapped : log.keys()) {
      AesGcmNonce nonce;
      std::copy_n(wrapped.wrapped.begin(), nonce.size(), nonce.begin());
      auto plain = AesGcmOpen(wrap_key, nonce, ByteView(wrapped.wrapped).subspan(nonce.size()),
                              WrapContext(options.origin, wrapped.subject));
      if (!plain) return std::move(plain).error().Within("vault.log: key of " + wrapped.subject);
      auto key = Secret::From(*plain);
      WipeBytes(*plain);
      if (!key) return std::move(key).error();
      keys.insert_or_assign(wrapped.subject, *key);
    }
    return {};
  }

  Result<WrappedKey> Wrap(const std::string& subject, const Secret& key) const {
    AesGcmNonce nonce;
    SINETTI_TRY(RandomBytes(nonce));
    WrappedKey wrapped{subject, Bytes(nonce.begin(), nonce.end())};
    const Bytes sealed =
        AesGcmSeal(wrap_key, nonce, key.view(), WrapContext(options.origin, subject));
    wrapped.wrapped.insert(wrapped.wrapped.end(), sealed.begin(), sealed.end());
    return wrapped;
  }

  // Keys of all subjects, on disk and in memory.  Gives how many were made.
  Result<std::size_t> EnsureKeys(const std::set<std::string, std::less<>>& subjects) {
    std::map<std::string, Secret, std::less<>> made;
    std::vector<WrappedKey> wrapped;
    for (const std::string& subject : subjects) {
      if (keys.contains(subject)) continue;
      SINETTI_ASSIGN(const Secret key, Secret::Random());
      SINETTI_ASSIGN(WrappedKey wrapped_key, Wrap(subject, key));
      wrapped.push_back(std::move(wrapped_key));
      made.emplace(subject, key);
    }
    if (wrapped.empty()) return std::size_t{0};
    SINETTI_TRY(log.Append(wrapped));
    const std::size_t count = made.size();
    keys.merge(made);
    return count;
  }

  Result<void> SealFields(Draft& draft) const {
    for (std::size_t i = 0; i < draft.protected_fields().size(); ++i) {
      const ProtectedField& field = draft.protected_fields()[i];
      const Secret& key = keys.find(field.subject)->second;
      Salt salt;
      AesGcmNonce nonce;
      SINETTI_TRY(RandomBytes(salt));
      SINETTI_TRY(RandomBytes(nonce));
      const SealPlace place{options.origin, draft.stream(), field.path};
      draft.SetSealed(i, SealCommitment(salt, field.value),
                      SealBox(key, nonce, salt, field.value, place),
                      DraftCommitment(key, field.value));
    }
    return {};
  }

  const VaultOptions options;
  const Secret wrap_key;
  mutable std::mutex mutex;  // guards what follows
  KeyLog log;
  std::map<std::string, Secret, std::less<>> keys;
};

Vault::Vault(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;
Vault::~Vault() = default;

Result<Vault> Vault::Open(const VaultOptions& options) {
  const auto key_path = options.folder / "vault.key";
  std::error_code failed;
  const bool has_head = std::filesystem::exists(options.folder / "vault.head", failed);
  if (!has_head && (!options.create || options.read_only))
    return Error{ErrorCode::kNotFound, "no vault in " + options.folder.string() +
                                           "; name the right folder, or create the ledger with "
                                           "`sinetti init`"};
  if (has_head && !std::filesystem::exists(key_path, failed))
    return Error{ErrorCode::kEnvironment, key_path.string() +
                                              " is missing, and the vault can't be opened without "
                                              "it; put it back from its backup"};
  if (!has_head) {
    SINETTI_TRY(KeyLog::CheckHoldsNothing(options.folder, options.origin));
    std::filesystem::create_directories(options.folder, failed);
    if (failed)
      return Error{ErrorCode::kEnvironment, "couldn't create " + options.folder.string() + ": " +
                                                failed.message() + "; check its permissions"};
  }
  SINETTI_ASSIGN(const Secret vault_key,
                 has_head ? ReadVaultKey(key_path) : BeginVaultKey(key_path));
  SINETTI_ASSIGN(const Secret mac_key, Derive(vault_key, "sinetti vault mac"));
  SINETTI_ASSIGN(const Secret wrap_key, Derive(vault_key, "sinetti vault wrap"));
  SINETTI_ASSIGN(KeyLog log, has_head ? KeyLog::Open(options.folder, options.origin, mac_key,
                                                     !options.read_only)
                                      : KeyLog::Create(options.folder, options.origin, mac_key));
  auto impl = std::make_unique<Impl>(options, wrap_key, std::move(log));
  SINETTI_TRY(impl->UnwrapAll());
  return Vault(std::move(impl));
}

Result<void> Vault::Seal(std::span<Draft> drafts) {
  SINETTI_CHECK(!impl_->options.read_only);
  const std::lock_guard lock(impl_->mutex);
  std::set<std::string, std::less<>> subjects;
  for (const Draft& draft : drafts)
    for (const ProtectedField& field : draft.protected_fields())
      if (!impl_->keys.contains(field.subject)) subjects.insert(field.subject);
  SINETTI_TRY(impl_->EnsureKeys(subjects));
  for (Draft& draft : drafts) SINETTI_TRY(impl_->SealFields(draft));
  return {};
}

Result<OpenedValue> Vault::Open(const SealedField& field, std::string_view stream) const {
  const std::lock_guard lock(impl_->mutex);
  const auto key = impl_->keys.find(field.subject);
  if (key == impl_->keys.end())
    return Error{ErrorCode::kNotFound, "no key of " + std::string(field.subject) +
                                           " in the vault: it was erased, or this is not the vault "
                                           "that sealed the field"};
  return OpenBox(key->second, field.box, field.commitment,
                 {impl_->options.origin, stream, field.path});
}

bool Vault::HasKey(std::string_view subject) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->keys.contains(subject);
}

Result<bool> Vault::MakeKey(const std::string& subject) {
  SINETTI_CHECK(!impl_->options.read_only && !subject.empty());
  const std::lock_guard lock(impl_->mutex);
  SINETTI_ASSIGN(const std::size_t made, impl_->EnsureKeys({subject}));
  return made != 0;
}

std::vector<std::string> Vault::Subjects() const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<std::string> subjects;
  for (const auto& [subject, key] : impl_->keys) subjects.push_back(subject);
  return subjects;
}

}  // namespace sinetti
