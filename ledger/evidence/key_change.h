// Gives a ledger another signing key: records it, has the old key sign the record, and has the new
// key sign every checkpoint that the ledger keeps.  Implements docs/format/key-chain.md, "Rules for
// the writer".
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "ledger/base/clock.h"
#include "ledger/crypto/signer.h"
#include "ledger/evidence/key_chain.h"
#include "ledger/log/ledger.h"

namespace sinetti {

struct KeyChangeWish {
  VerifierKey previous;
  // Signs for the old key; null: it was compromised, or is lost.
  Signer* previous_signer = nullptr;
  Signer* next = nullptr;
  // Without the previous signer: the last checkpoint (opened) that surely is the keeper's.
  std::optional<Checkpoint> last_good;
  std::string reason;  // may be empty
  std::function<void(TreeSize done, TreeSize total)> progress;
};

// The event that says it.  Every step may be repeated: after a crash, a call with the same keys
// goes on where the last one stopped.  The ledger is verified first: kCorrupt with the first
// finding, and nothing is changed.  kConflict: another change is half done, or `previous` is not
// the key in force.
Result<Sequence> ChangeLedgerKey(Ledger& ledger, const KeyChangeWish& wish, Clock& clock,
                                 const TypeRegistry& registry);

}  // namespace sinetti
