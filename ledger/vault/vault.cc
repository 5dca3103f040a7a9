// Keys in memory, wrapped keys on disk; the two never disagree, because memory follows disk.
#include "ledger/vault/vault.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "ledger/base/check.h"
#include "ledger/base/private_files.h"
#include "ledger/crypto/hmac.h"
#include "ledger/crypto/random.h"
#include "ledger/vault/key_log.h"
#include "ledger/vault/vault_key_file.h"

namespace sinetti {
namespace {

// One key for wrapping and one for MACs, so that no key has two uses.
Result<Secret> Derive(const Secret& vault_key, std::string_view use) {
  return Secret::From(HmacSha256(vault_key.view(), {AsBytes(use)}).view());
}

// Who may write the folder can put other files in the place of these.
Result<void> CheckFolder(const std::filesystem::path& folder) {
  using std::filesystem::perms;
  std::error_code failed;
  const perms mode = std::filesystem::status(folder, failed).permissions();
  if (failed || (mode & (perms::group_write | perms::others_write)) == perms::none) return {};
  return Error{ErrorCode::kEnvironment, OpenToOthers(folder.string())};
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

using SubjectSet = std::set<std::string, std::less<>>;

// What is derived from a vault key.
struct VaultKeys {
  static Result<VaultKeys> Of(const Secret& vault_key) {
    SINETTI_ASSIGN(const Secret wrap, Derive(vault_key, "sinetti vault wrap"));
    SINETTI_ASSIGN(const Secret mac, Derive(vault_key, "sinetti vault mac"));
    return VaultKeys{wrap, mac, VaultKeyId(vault_key)};
  }

  Secret wrap;
  Secret mac;
  std::string id;
};

// Does what a crash in the middle of an erasure left to do, under the vault's lock.
Result<void> Recover(const std::filesystem::path& folder, const std::string& origin,
                     VaultKeyFiles& files) {
  SINETTI_ASSIGN(VaultFile lock, VaultFile::Open(folder / "vault.log", VaultFile::Mode::kWrite));
  SINETTI_TRY(lock.Lock());
  SINETTI_TRY(lock.CheckInPlace());
  std::error_code ignored;
  if (!std::filesystem::exists(folder / "vault.erasure", ignored))
    return DiscardUncommitted(folder);
  // Nothing old is touched before all that is new has been found whole.
  SINETTI_ASSIGN(const Secret vault_key, files.Read(VaultPath(folder, "vault.key")));
  SINETTI_ASSIGN(const VaultKeys own, VaultKeys::Of(vault_key));
  SINETTI_TRY(ReadKeyErasure(folder, origin, own.mac));
  SINETTI_TRY(KeyLog::Open(folder, origin, own.mac, false));
  return FinishSwap(folder, {});
}

}  // namespace

struct Vault::Impl {
  Impl(VaultOptions vault_options, std::shared_ptr<VaultKeyFiles> key_files,
       const VaultKeys& vault_keys, KeyLog key_log)
      : options(std::move(vault_options)),
        files(std::move(key_files)),
        own(vault_keys),
        log(std::move(key_log)) {}

  Result<void> UnwrapAll() {
    for (const WrappedKey& wrapped : log.keys()) {
      if (wrapped.wrapped.empty()) {
        erased.insert(wrapped.subject);
        continue;
      }
      AesGcmNonce nonce;
      std::copy_n(wrapped.wrapped.begin(), nonce.size(), nonce.begin());
      auto plain = AesGcmOpen(own.wrap, nonce, ByteView(wrapped.wrapped).subspan(nonce.size()),
                              WrapContext(options.origin, wrapped.subject));
      if (!plain) return std::move(plain).error().Within("vault.log: key of " + wrapped.subject);
      auto key = Secret::From(*plain);
      WipeBytes(*plain);
      if (!key) return std::move(key).error();
      keys.insert_or_assign(wrapped.subject, *key);
    }
    return {};
  }

  Result<WrappedKey> Wrap(const Secret& wrap_key, const std::string& subject,
                          const Secret& key) const {
    AesGcmNonce nonce;
    SINETTI_TRY(RandomBytes(nonce));
    WrappedKey wrapped{subject, Bytes(nonce.begin(), nonce.end())};
    const Bytes sealed =
        AesGcmSeal(wrap_key, nonce, key.view(), WrapContext(options.origin, subject));
    wrapped.wrapped.insert(wrapped.wrapped.end(), sealed.begin(), sealed.end());
    return wrapped;
  }

  Result<void> CheckOpen() const {
    if (!failed) return {};
    return Error{ErrorCode::kClosed,
                 "vault: an erasure stopped half-way; open the vault again, and it is finished"};
  }

  Error Erased(const std::string& subject) const {
    return {ErrorCode::kConflict,
            subject +
                " was erased: nothing is sealed for it any more, and what was recorded before "
                "cannot be compared with this; leave the draft out, or use a new pseudonym"};
  }

  // Keys of all subjects, on disk and in memory.  Gives how many were made.
  Result<std::size_t> EnsureKeys(const SubjectSet& subjects) {
    SINETTI_TRY(CheckOpen());
    for (const std::string& subject : subjects)
      if (erased.contains(subject)) return Erased(subject);
    std::map<std::string, Secret, std::less<>> made;
    std::vector<WrappedKey> wrapped;
    for (const std::string& subject : subjects) {
      if (keys.contains(subject)) continue;
      SINETTI_ASSIGN(const Secret key, Secret::Random());
      SINETTI_ASSIGN(WrappedKey wrapped_key, Wrap(own.wrap, subject, key));
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

  // The keys that stay, wrapped under `next`, and everybody who is or was erased.
  Result<std::vector<WrappedKey>> NextRecords(const VaultKeys& next, const SubjectSet& gone) const {
    std::vector<WrappedKey> records;
    for (const auto& [subject, key] : keys) {
      if (gone.contains(subject)) continue;
      SINETTI_ASSIGN(WrappedKey wrapped, Wrap(next.wrap, subject, key));
      records.push_back(std::move(wrapped));
    }
    for (const std::string& subject : gone) records.push_back({subject, {}});
    return records;
  }

  Result<void> Erase(const std::vector<std::string>& subjects, const std::string& note,
                     const ErasureStep& step) {
    const auto& folder = options.folder;
    failed = true;  // until the end is reached
    SINETTI_TRY(DiscardUncommitted(folder));
    if (step) SINETTI_TRY(step("write the new vault key"));
    SINETTI_ASSIGN(const Secret next_key, files->Create(folder / "vault.key.next"));
    SINETTI_ASSIGN(const VaultKeys next, VaultKeys::Of(next_key));
    SubjectSet gone = erased;
    gone.insert(subjects.begin(), subjects.end());
    SINETTI_ASSIGN(const std::vector<WrappedKey> records, NextRecords(next, gone));
    if (step) SINETTI_TRY(step("write the keys that stay"));
    SINETTI_ASSIGN(KeyLog next_log, KeyLog::CreateNext(folder, options.origin, next.mac, records));
    const KeyErasure record{.subjects = subjects,
                            .note = note,
                            .keys_kept = records.size() - gone.size(),
                            .old_vault_key = own.id,
                            .new_vault_key = next.id};
    if (step) SINETTI_TRY(step("commit"));
    SINETTI_TRY(CommitSwap(folder, record, options.origin, next.mac));
    // From here on the keys are gone, whatever happens.
    SINETTI_TRY(FinishSwap(folder, step));
    log = std::move(next_log);
    own = next;
    for (const std::string& subject : subjects) keys.erase(subject);
    erased = std::move(gone);
    erasure = record;
    failed = false;
    return {};
  }

  const VaultOptions options;
  mutable std::mutex mutex;  // guards what follows
  const std::shared_ptr<VaultKeyFiles> files;
  VaultKeys own;
  KeyLog log;
  std::map<std::string, Secret, std::less<>> keys;
  SubjectSet erased;
  std::optional<KeyErasure> erasure;  // not closed yet
  bool failed = false;
};

Vault::Vault(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;
Vault::~Vault() = default;

Result<Vault> Vault::OpenOnce(const VaultOptions& options,
                              const std::shared_ptr<VaultKeyFiles>& files) {
  std::error_code failed;
  const bool has_head = std::filesystem::exists(options.folder / "vault.head", failed);
  if (!has_head && (!options.create || options.read_only))
    return Error{ErrorCode::kNotFound, "no vault in " + options.folder.string() +
                                           "; name the right folder, or create the ledger with "
                                           "`sinetti init`"};
  if (has_head) SINETTI_TRY(CheckFolder(options.folder));
  if (has_head && !options.read_only) SINETTI_TRY(Recover(options.folder, options.origin, *files));
  const auto key_path = VaultPath(options.folder, "vault.key");
  if (has_head && !std::filesystem::exists(key_path, failed))
    return Error{ErrorCode::kEnvironment, key_path.string() +
                                              " is missing, and the vault can't be opened without "
                                              "it; put it back from its backup"};
  if (!has_head) {
    SINETTI_TRY(KeyLog::CheckHoldsNothing(options.folder, options.origin));
    SINETTI_TRY(MakePrivateFolder(options.folder.string()));
  }
  SINETTI_ASSIGN(const Secret vault_key, has_head ? files->Read(key_path) : files->Begin(key_path));
  SINETTI_ASSIGN(const VaultKeys own, VaultKeys::Of(vault_key));
  SINETTI_ASSIGN(KeyLog log, has_head ? KeyLog::Open(options.folder, options.origin, own.mac,
                                                     !options.read_only)
                                      : KeyLog::Create(options.folder, options.origin, own.mac));
  auto impl = std::make_unique<Impl>(options, files, own, std::move(log));
  SINETTI_ASSIGN(impl->erasure, ReadKeyErasure(options.folder, options.origin, own.mac));
  SINETTI_TRY(impl->UnwrapAll());
  return Vault(std::move(impl));
}

Result<Vault> Vault::Open(const VaultOptions& options) {
  const auto files = std::make_shared<VaultKeyFiles>(options.ask, options.protection.get());
  auto vault = OpenOnce(options, files);
  // A reader may meet the files of an erasure that is under way beside it.
  for (int again = 0; !vault && options.read_only && !files->refused() && again < 2; ++again)
    vault = OpenOnce(options, files);
  return vault;
}

Result<void> Vault::Seal(std::span<Draft> drafts) {
  SINETTI_CHECK(!impl_->options.read_only);
  const std::lock_guard lock(impl_->mutex);
  SubjectSet subjects;
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

bool Vault::IsErased(std::string_view subject) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->erased.contains(subject);
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

Result<KeyErasure> Vault::Erase(const std::vector<std::string>& subjects, const std::string& note,
                                const ErasureStep& step) {
  SINETTI_CHECK(!impl_->options.read_only && !subjects.empty());
  const std::lock_guard lock(impl_->mutex);
  SINETTI_TRY(impl_->CheckOpen());
  if (impl_->erasure)
    return Error{ErrorCode::kConflict, "vault: the erasure of " + impl_->erasure->subjects.front() +
                                           " is not closed yet; its receipt and event come first"};
  for (const std::string& text : subjects)
    if (text.empty() || text.find('\n') != text.npos)
      return Error{ErrorCode::kInvalid, "vault: a subject is one line"};
  if (note.find('\n') != note.npos)
    return Error{ErrorCode::kInvalid, "vault: the note of an erasure is one line"};
  SINETTI_TRY(impl_->Erase(subjects, note, step));
  return *impl_->erasure;
}

std::optional<KeyErasure> Vault::open_erasure() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->erasure;
}

Result<void> Vault::CloseErasure() {
  const std::lock_guard lock(impl_->mutex);
  SINETTI_TRY(impl_->CheckOpen());
  SINETTI_TRY(RemoveKeyErasure(impl_->options.folder));
  impl_->erasure.reset();
  return {};
}

}  // namespace sinetti
