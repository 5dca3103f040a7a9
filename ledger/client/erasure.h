// Erases a client: asked by one actor, approved by another, refused while something must be kept,
// and finished by the next call wherever a crash stopped it (docs/format/sealing.md, "Erasure").
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/client/client_file.h"
#include "ledger/client/own_event.h"
#include "ledger/client/receipt.h"
#include "ledger/vault/vault.h"

namespace sinetti {

// What the functions below work with.  Ledger and vault are open for writing.
struct ErasureTools {
  Ledger& ledger;
  Vault& vault;
  const TypeRegistry& registry;
  Clock& clock;
  // Puts the receipt where people find it.  May be called again with the same receipt.
  std::function<Result<void>(const ErasureReceipt&)> keep_receipt;
  // Signs a checkpoint of everything.
  std::function<Result<void>()> sign;
  ErasureStep step;  // tests stop there; empty in production
};

struct ErasureOutcome {
  ErasureReceipt receipt;
  Sequence recorded;  // subject.keyDestroyed
};

// kNotFound: no event speaks of the client.  kConflict: erased already, or asked already.
Result<Receipt> RequestErasure(const ErasureTools& tools, const std::string& client,
                               const std::string& by, const std::string& reason);

// kNotFound: nothing was asked.
Result<Receipt> RefuseErasure(const ErasureTools& tools, const std::string& client,
                              const std::string& by, const std::string& reason);

// Destroys the client's keys.  kConflict: nothing was asked, `by` asked it, a hold is in force or a
// retention period runs (on the clock's day) and `override_reason` is empty.  Then nothing was
// done. After kEnvironment, kClosed and a crash the same call finishes what was begun.
Result<ErasureOutcome> ApproveErasure(const ErasureTools& tools, const std::string& client,
                                      const std::string& by, const std::string& override_reason);

// What a crash left behind the destruction of the keys: receipt, event, checkpoint.  Nothing when
// nothing was left.  The functions above do this first.
Result<std::optional<ErasureOutcome>> FinishErasure(const ErasureTools& tools);

}  // namespace sinetti
