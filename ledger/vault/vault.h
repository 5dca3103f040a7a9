// The vault holds the keys that seal protected fields, outside the ledger and its backups
// (docs/format/sealing.md).  Destroying a subject's key is what erases a person; this is why keys
// never stand in the ledger.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"
#include "ledger/crypto/key_file.h"
#include "ledger/event/draft.h"
#include "ledger/event/event_json.h"
#include "ledger/vault/sealing.h"
#include "ledger/vault/vault_swap.h"

namespace sinetti {

class VaultKeyFiles;

struct VaultOptions {
  std::filesystem::path folder;  // DIR.keys, beside the ledger, never inside it
  std::string origin;            // of the ledger that it belongs to
  bool create = false;           // make vault.key, vault.log and vault.head where there are none
  bool read_only = false;        // opens fields, seals nothing; needs no lock
  AskSecret ask = {};            // for the passphrase of vault.key, where it is under one
  std::shared_ptr<const KeyProtection> protection = {};  // of a new vault key; null: in the clear
};

// Any thread may call any member.
class Vault {
 public:
  // kNotFound: no vault there and `create` not set.  kEnvironment: a file can't be used (mode 0600
  // is demanded of vault.key and vault.log, and that nobody else may write the folder), or
  // vault.key is under a passphrase and `ask` gives none or another.  kCorrupt, kUnsupported,
  // kLocked: as the message says.
  static Result<Vault> Open(const VaultOptions& options);

  Vault(Vault&&) noexcept;
  Vault& operator=(Vault&&) noexcept;
  ~Vault();

  // Seals every protected field of the drafts, in record and digest form.  Keys made for new
  // subjects are on disk when it returns, before anything sealed with them can be recorded.  Hand
  // over whole batches: each call with new subjects costs one sync.  kConflict: a subject was
  // erased; then nothing was sealed.
  Result<void> Seal(std::span<Draft> drafts);
  Result<void> Seal(Draft& draft) { return Seal(std::span<Draft>(&draft, 1)); }

  // kNotFound: the vault has no key of this subject (erased, or never there).  kCorrupt: the key
  // does not open the box, or the box does not hold what its commitment says.
  Result<OpenedValue> Open(const SealedField& field, std::string_view stream) const;

  bool HasKey(std::string_view subject) const;

  bool IsErased(std::string_view subject) const;

  // A key for a subject of whom nothing was sealed yet, durable when it returns.  False: there was
  // one.  kConflict: the subject was erased.
  Result<bool> MakeKey(const std::string& subject);

  // Everybody and everything that has a key, in the order of the texts: pseudonyms, and
  // "stream:<name>".
  std::vector<std::string> Subjects() const;

  // Destroys the keys of the subjects for ever: all other keys are wrapped under a new vault key,
  // and the old one is overwritten.  The subjects never get a key again.  `note` is one line that
  // open_erasure gives back, also after a crash, until CloseErasure.  kConflict: an erasure is not
  // closed yet.  After an error the vault takes nothing more: open it again, which finishes what
  // was committed and removes what was not.
  Result<KeyErasure> Erase(const std::vector<std::string>& subjects, const std::string& note,
                           const ErasureStep& step = {});
  std::optional<KeyErasure> open_erasure() const;
  Result<void> CloseErasure();

 private:
  struct Impl;
  static Result<Vault> OpenOnce(const VaultOptions& options,
                                const std::shared_ptr<VaultKeyFiles>& files);
  explicit Vault(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti
