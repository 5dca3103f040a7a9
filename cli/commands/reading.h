// What the commands that open sealed values work with: a vault that stays closed until a grant
// covers what is asked, and the key by which the reader proves to be it.
#pragma once

#include <memory>
#include <optional>

#include "cli/commands/session.h"
#include "ledger/client/access_gate.h"

namespace sinetti {

class Reading {
 public:
  // `session` and `ledger` must outlive it.  kEnvironment: the key file, if any, cannot be used.
  static Result<std::unique_ptr<Reading>> Begin(Session& session, Ledger& ledger,
                                                const SigningArguments& key);

  const AccessTools& tools() const { return tools_; }
  Signer* signer() const { return signer_.get(); }  // null: none was given

 private:
  Reading(Session& session, Ledger& ledger);

  std::unique_ptr<Signer> signer_;
  std::optional<Vault> vault_;
  AccessTools tools_;
};

// Signs for what was recorded, of a refusal too; then the error of the outcome, if there is one.
template <typename T>
Result<void> SignOutcome(Session& session, Ledger& ledger, const Result<T>& outcome) {
  if (outcome || outcome.error().code == ErrorCode::kConflict)
    SINETTI_TRY(SignAndSay(session, ledger));
  return outcome ? Result<void>() : Result<void>(outcome.error());
}

}  // namespace sinetti
