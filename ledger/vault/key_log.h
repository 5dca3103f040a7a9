// vault.log and vault.head: subject keys, wrapped under the vault key, each once, never changed
// (docs/format/sealing.md, "Vault").  Every record carries a MAC over all before it, so a flipped,
// moved, added or dropped byte is found at open; the head tells a cut file from a crash.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"
#include "ledger/base/result.h"
#include "ledger/crypto/secret.h"
#include "ledger/vault/vault_files.h"

namespace sinetti {

// A record of the log.
struct WrappedKey {
  std::string subject;
  Bytes wrapped;  // nonce, ciphertext, tag; empty: the subject was erased and gets no key again
};

class KeyLog {
 public:
  // kCorrupt when `folder` has a vault.log with keys in it.  To be asked before anything in a
  // folder without vault.head is replaced.
  static Result<void> CheckHoldsNothing(const std::filesystem::path& folder,
                                        const std::string& origin);

  // New files in `folder`; a beginning left by a crash is begun anew.
  static Result<KeyLog> Create(const std::filesystem::path& folder, const std::string& origin,
                               const Secret& mac_key);

  // vault.log.next and vault.head.next with these records; durable but for their names.  It is
  // locked as vault.log is, and goes on to be the log when it has taken its place.
  static Result<KeyLog> CreateNext(const std::filesystem::path& folder, const std::string& origin,
                                   const Secret& mac_key, const std::vector<WrappedKey>& keys);

  // kCorrupt: damaged, cut, or written under another key.  kInvalid: of another ledger.
  // kUnsupported: newer.  kLocked: `for_writing`, and another process writes.  Writing cuts off
  // what a crash left behind the last whole record; nothing in a ledger depends on that.
  static Result<KeyLog> Open(const std::filesystem::path& folder, const std::string& origin,
                             const Secret& mac_key, bool for_writing);

  // The records that were there at open, in their order.
  const std::vector<WrappedKey>& keys() const { return keys_; }

  // Durable when it returns without error.  After an error the log takes nothing more.
  Result<void> Append(const std::vector<WrappedKey>& keys);

 private:
  KeyLog(VaultFile log, VaultFile head, const Secret& mac_key)
      : log_(std::move(log)), head_(std::move(head)), mac_key_(mac_key) {}
  static Result<KeyLog> CreateFiles(const std::filesystem::path& folder, const std::string& suffix,
                                    const std::string& origin, const Secret& mac_key);
  Result<void> Load(const std::string& origin, bool for_writing);
  Result<void> WriteHead();

  VaultFile log_;
  VaultFile head_;
  Secret mac_key_;
  std::uint64_t size_ = 0;  // of the whole records
  Hash mac_;                // of the last of them
  std::vector<WrappedKey> keys_;
  bool failed_ = false;
};

}  // namespace sinetti
