// Complete answers as text files: all events of a key between two checkpoints, or that there are
// none, checked with the ledger's public key and nothing else.  Implements docs/format/proof.md,
// "Complete answer".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/crypto/verifier_key.h"
#include "ledger/event/event.h"
#include "ledger/index/index_map.h"
#include "ledger/log/checkpoint.h"

namespace sinetti {

inline constexpr std::string_view kCompleteHeader = "sinetti.fi/complete-proof@v1";

// What the index says of the key at one checkpoint.
struct KeyAt {
  std::string checkpoint;  // the signed note
  TreeSize size;
  KeyState state;
  MapProof proof;

  friend bool operator==(const KeyAt&, const KeyAt&) = default;
};

struct CompleteProof {
  std::string key;
  std::optional<KeyAt> from;  // absent: from the first event on
  KeyAt to;
  std::vector<Hash> leaves;    // of the events between, in the order of the ledger
  std::vector<Bytes> entries;  // previous (32 bytes) ‖ record of each, or none at all

  friend bool operator==(const CompleteProof&, const CompleteProof&) = default;
};

// kInvalid: the text can't stand in a line.
Result<void> CheckKeyText(std::string_view key);

std::string FormatCompleteProof(const CompleteProof& proof);

// Reads the grammar only and checks nothing.  kInvalid unless `text` is what FormatCompleteProof
// would write.
Result<CompleteProof> ParseCompleteProof(std::string_view text);

struct CheckedComplete {
  std::string key;
  std::optional<Checkpoint> from;
  Checkpoint to;
  std::uint64_t count_before = 0;  // events of the key before `from`
  std::vector<Hash> leaves;
  std::vector<Bytes> entries;  // each is the one that its leaf hash stands for
};

// Everything but the meaning of the entries: grammar (kInvalid), signatures and hashes (kCorrupt).
Result<CheckedComplete> CheckCompleteProof(std::string_view text, const VerifierKey& key);
// Each checkpoint with the key of the ledger that vouches for it; `from_key` means nothing where
// there is one checkpoint.
Result<CheckedComplete> CheckCompleteProof(std::string_view text, const VerifierKey& from_key,
                                           const VerifierKey& to_key);

// The events of the entries, each of which must have the key.  kCorrupt when one does not, or when
// they are out of order; kUnsupported when one is of a newer type.
Result<std::vector<Event>> EventsOf(const CheckedComplete& checked, const TypeRegistry& registry);

}  // namespace sinetti
