// Checks what actors have signed while `sinetti verify` goes through the entries: no pass of its
// own.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/commands/session.h"
#include "ledger/actor/signature_check.h"

namespace sinetti {

class SignatureAudit {
 public:
  // Adds itself to what `options` watch; must outlive their use.  A ledger that does not open is
  // for the auditor to judge: then nothing is checked here.
  SignatureAudit(Session& session, VerifyOptions& options);

  // Behind the pass.
  void Finish();

  // False when something was found.
  bool right() const { return !report_ || report_->right(); }
  std::uint64_t findings() const { return report_ ? report_->findings_total : 0; }

  // Nothing in a ledger without signatures and actors.
  void Print(Console& console) const;
  std::string Json() const;

 private:
  Result<void> Begin(Session& session, VerifyOptions& options);

  std::unique_ptr<Ledger> ledger_;
  std::unique_ptr<EntrySource> source_;
  std::unique_ptr<SignatureCheck> check_;
  std::optional<SignatureReport> report_;
  std::string unchecked_;  // why
};

}  // namespace sinetti
