// The door for drafts that somebody hands in: signs them for an actor, and refuses before they are
// recorded what the check of signatures would find afterwards, and what an act forbids.  Implements
// docs/format/actor.md, "Rules for the writer".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/actor/signature_check.h"
#include "ledger/base/clock.h"
#include "ledger/crypto/signer.h"
#include "ledger/log/ledger.h"
#include "ledger/rules/case_rules.h"

namespace sinetti {

// The last event of a batch: the signature of `signer` over the records of `drafts`, which must be
// appended directly before it, in one commit.
Result<EncodedDraft> SignBatch(std::string_view origin, std::span<const EncodedDraft> drafts,
                               Signer& signer, const TypeRegistry& registry);

// One thread at a time.
class BatchDoor {
 public:
  // `signer` may be null: then nothing is signed.  All must outlive the door.
  static Result<BatchDoor> Open(Ledger& ledger, const TypeRegistry& registry, Clock& clock,
                                Signer* signer);

  // As Ledger::Append, with receipts of the drafts only.  Those that are recorded already are not
  // signed again; when none is left, no signature is made.  kConflict also: a signature is demanded
  // and none made, an event about actors would have no effect, or an act
  // forbids a draft because of what is recorded (ledger/rules).  kInvalid also: the signer's key
  // is not in force; a draft is a signature itself.
  Result<std::vector<Receipt>> Append(std::vector<EncodedDraft> drafts,
                                      std::optional<std::size_t>* refused = nullptr);

 private:
  struct Split;

  BatchDoor(Ledger& ledger, const TypeRegistry& registry, Clock& clock, Signer* signer)
      : ledger_(&ledger),
        registry_(&registry),
        clock_(&clock),
        signer_(signer),
        judged_(registry) {}

  Result<void> Load();
  Result<Split> SplitRecorded(std::vector<EncodedDraft> drafts,
                              std::optional<std::size_t>* refused) const;
  Result<void> CheckBatch(std::span<const EncodedDraft> batch, std::size_t drafts,
                          std::optional<std::size_t>* wrong);
  Result<std::vector<Receipt>> AppendChecked(Split split, std::optional<std::size_t>* refused);

  Ledger* ledger_;
  const TypeRegistry* registry_;
  Clock* clock_;
  Signer* signer_;
  JudgedTypes judged_;
  bool demands_ = false;  // the ledger has a policy
};

}  // namespace sinetti
