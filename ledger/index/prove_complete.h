// Makes complete answers from a ledger (docs/format/proof.md, "Complete answer").  What it hands
// out has been checked against the checkpoints' index roots, whatever state the stored index is in.
#pragma once

#include "ledger/index/complete_proof.h"
#include "ledger/log/reader.h"

namespace sinetti {

struct CompleteQuestion {
  std::string key;               // kind:value
  std::optional<TreeSize> from;  // of a checkpoint; absent: from the first event on
  std::optional<TreeSize> to;    // absent: the newest checkpoint that carries an index
  bool entries = false;          // the whole entries too
};

// kNotFound: there is no such checkpoint, or it carries no index, or the index was dropped.
// kCorrupt: the stored index does not lead to what was signed.
Result<CompleteProof> ProveComplete(const Reader& reader, const CompleteQuestion& question);

}  // namespace sinetti
