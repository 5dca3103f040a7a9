// What is put before a witness, and the rule by which it decides.  Pure: the state is handed in and
// nothing is written.  Implements docs/format/witness.md, "Rules of the witness".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/crypto/verifier_key.h"
#include "ledger/evidence/contradiction.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/ledger.h"

namespace sinetti {

// The newest checkpoint of a log that a witness has cosigned.
struct SeenCheckpoint {
  std::string note;  // signed by the log, cosigned by the witness, and by nobody else
  Checkpoint checkpoint;
  Timestamp time;  // of the cosignature

  friend bool operator==(const SeenCheckpoint&, const SeenCheckpoint&) = default;
};

struct Submission {
  std::vector<std::string> statements;  // about the log's keys, where it changed its key
  std::string note;                     // the checkpoint to be cosigned
  std::string proof;                    // the consistency-proof file that ends in it; empty: none
  // The replay of the whole ledger has shown that it extends this one.
  std::optional<Checkpoint> replayed_from;
  bool replayed = false;
};

// A checkpoint, or a consistency proof as `sinetti prove consistency` writes it, alone or behind a
// chain of keys; by the first line.
Submission ReadSubmission(std::string_view text);

// The newest checkpoint that the ledger keeps (or `wanted`, which the ledger must keep), after
// everything was recomputed from stored bytes, the root of the verifiable index too, and compared
// with it and with `seen`.  kCorrupt with the first finding when the ledger is not intact;
// kNotFound when it keeps no checkpoint; kUnsupported when there are event types that this program
// does not know, so that the index cannot be recomputed.
Result<Submission> ReplayLedger(const Ledger& ledger, const VerifierKey& log,
                                const TypeRegistry& registry,
                                const std::optional<SeenCheckpoint>& seen, std::string_view wanted,
                                const std::function<void(TreeSize, TreeSize)>& progress);

// The origin that a submission names; nothing is believed yet.
Result<std::string> OriginOf(const Submission& submission);

struct Judgement {
  Checkpoint checkpoint;                           // to be cosigned
  std::optional<ContradictionKind> contradiction;  // then it is not to be cosigned, but kept
  std::string against;                             // the note that contradicts `seen`
};

// May the witness that has seen `seen` of this log cosign?  Errors refuse: kCorrupt for what is
// wrongly signed or proved, kConflict for what is older or comes without its proof, with the next
// step.
Result<Judgement> Judge(const Submission& submission, const VerifierKey& log,
                        const std::optional<SeenCheckpoint>& seen);

}  // namespace sinetti
