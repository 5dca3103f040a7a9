// A new set of vault files takes the place of the old one, so that an old vault key can be
// destroyed (docs/format/sealing.md, "Erasure").  NAME.next files are written beside the old ones;
// vault.erasure is the commit: before it the old set counts, after it the new one, wherever a crash
// comes.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"
#include "ledger/crypto/secret.h"

namespace sinetti {

// Called before each step of an erasure with its name; an error stops there, as a crash would.
// Empty in production.
using ErasureStep = std::function<Result<void>(std::string_view step)>;

// What vault.erasure says.
struct KeyErasure {
  std::vector<std::string> subjects;  // whose keys are destroyed
  std::string note;                   // the caller's, one line
  std::uint64_t keys_kept = 0;
  std::string old_vault_key;  // ids, 16 hex digits (VaultKeyId)
  std::string new_vault_key;
};

// Names a vault key without telling anything of it.
std::string VaultKeyId(const Secret& vault_key);

// The file that counts: NAME.next between commit and swap, otherwise NAME.
std::filesystem::path VaultPath(const std::filesystem::path& folder, const std::string& name);

std::string FormatKeyErasure(const KeyErasure& erasure, const std::string& origin,
                             const Secret& mac_key);

// Nothing when there is no vault.erasure.  kCorrupt: it was changed, or written under another key.
Result<std::optional<KeyErasure>> ReadKeyErasure(const std::filesystem::path& folder,
                                                 const std::string& origin, const Secret& mac_key);

// All three need the vault's lock.  Removes what an erasure without commit left.
Result<void> DiscardUncommitted(const std::filesystem::path& folder);

// Makes `erasure` durable.  The NAME.next files must be durable already.
Result<void> CommitSwap(const std::filesystem::path& folder, const KeyErasure& erasure,
                        const std::string& origin, const Secret& mac_key);

// Overwrites the old key and the old log and puts the new files in their place; does what is left
// to do, also when it was done in part or whole.
Result<void> FinishSwap(const std::filesystem::path& folder, const ErasureStep& step);

// After the ledger has recorded what was done.
Result<void> RemoveKeyErasure(const std::filesystem::path& folder);

}  // namespace sinetti
