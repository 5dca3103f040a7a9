// The keys of one ledger, one after the other: which key vouches for which sizes, and the file by
// which somebody who knows one of the keys follows to the newest.  Implements
// docs/format/key-chain.md.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/integers.h"
#include "ledger/base/result.h"
#include "ledger/crypto/verifier_key.h"
#include "ledger/event/event.h"
#include "ledger/log/reader.h"

namespace sinetti {

// Where the events about the ledger's keys stand; elsewhere they have no effect.
inline constexpr std::string_view kLedgerKeyStream = "ledger-keys";
inline constexpr std::size_t kKeyStatementsMax = 100;

// ledger.keyRotated or ledger.keyCompromised.
struct KeyChange {
  Sequence sequence;
  bool compromised = false;
  VerifierKey previous;
  VerifierKey next;
  // The largest tree for which the previous key alone still vouches: behind a rotation the one that
  // ends in it, behind a compromise the one stated.
  TreeSize last;
  std::string reason;
};

// kInvalid when the event is of another type or stream, or its content cannot be used.
Result<KeyChange> ReadKeyChange(const Event& event);

struct KeySpan {
  VerifierKey key;
  std::optional<TreeSize> last;  // nullopt: the newest key
  bool compromised = false;
};

class KeyChain {
 public:
  // A ledger whose key never changed.
  explicit KeyChain(VerifierKey only) : spans_{{std::move(only), std::nullopt, false}} {}

  // The next change.  kCorrupt when it does not follow from those before it.
  Result<void> Add(const KeyChange& change);

  const VerifierKey& newest() const { return spans_.back().key; }
  const std::vector<KeySpan>& spans() const { return spans_; }  // oldest first

  // The key to open `note` with: the newest of those that signed it.  kCorrupt when an older one
  // alone signed and does not vouch for its size, or was compromised; `witnessed`: witnesses that
  // the checker believes have cosigned it, which is what a compromised key's checkpoint needs.
  // Nothing of the note is believed yet.
  Result<VerifierKey> KeyFor(std::string_view note, bool witnessed) const;

 private:
  std::vector<KeySpan> spans_;
};

// A file of statements, each an inclusion proof of one change, and what it was put before.
struct KeyChainFile {
  std::vector<std::string> statements;
  std::string proof;  // empty: the statements alone

  friend bool operator==(const KeyChainFile&, const KeyChainFile&) = default;
};

bool IsKeyChain(std::string_view text);
std::string FormatKeyChain(const KeyChainFile& file);
// kInvalid unless `text` is what FormatKeyChain writes.
Result<KeyChainFile> ParseKeyChain(std::string_view text);

// Checks every statement, and that `trusted` is one of the keys and leads to the newest.  kCorrupt
// also when it was declared compromised: then its holder has to get the newest key on another way.
Result<KeyChain> FollowKeyChain(const VerifierKey& trusted, std::span<const std::string> statements,
                                const TypeRegistry& registry);

// The changes that the ledger records, in order, whether they are finished or not.
Result<std::vector<KeyChange>> KeyChangesOf(const Reader& reader, const TypeRegistry& registry);

// The statements about them, from stored bytes.  A change whose checkpoint is not signed yet is
// left out.
Result<std::vector<std::string>> KeyStatementsOf(const Reader& reader,
                                                 const TypeRegistry& registry);

// kConflict when the ledger says that `key` signs no more.
Result<void> RequireKeyInForce(const Reader& reader, const TypeRegistry& registry,
                               const VerifierKey& key);

}  // namespace sinetti
