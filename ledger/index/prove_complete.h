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

// The events with a key among the first `up_to`, for whoever needs no proof; checked all the same.
struct KeyedEvents {
  TreeSize up_to;
  std::vector<Sequence> sequences;  // rising
};
// nullopt: no index is stored, or it has more than `count_max` events with the key, which are not
// read then.  kInvalid, kCorrupt: as above.
Result<std::optional<KeyedEvents>> EventsWithKey(const Reader& reader, const std::string& key,
                                                 std::uint64_t count_max);

}  // namespace sinetti
