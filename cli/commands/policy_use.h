// The policy of a checker, as check-proof, verify and checkpoint --attach use it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/commands/session.h"
#include "ledger/evidence/policy.h"

namespace sinetti {

Result<Policy> ReadPolicy(const std::string& file);

// The newest checkpoint in a proof meets the policy in `policy_file`; which log signed it.  `key`:
// from --key, may be empty.
Result<Witnessed> CheckByPolicy(std::string_view proof, const std::string& policy_file,
                                const std::string& key);

// The largest checkpoint of the ledger, or `elsewhere`, of at most `size` events that meets the
// policy; nothing when none does.  kCorrupt: a witness's signature is wrong.
Result<std::optional<Witnessed>> NewestWitnessed(const Ledger& ledger, const Policy& policy,
                                                 const VerifierKey& log, TreeSize size,
                                                 const std::string& elsewhere);

// sinetti checkpoint --attach
Result<ExitCode> AttachCosignatures(Session& session, const CheckpointArguments& arguments);

}  // namespace sinetti
