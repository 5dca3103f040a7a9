// Which key of the ledger counts where, as verify, check-proof and the witness ask for it.
#pragma once

#include <optional>
#include <string>

#include "cli/commands/session.h"
#include "ledger/evidence/key_chain.h"

namespace sinetti {

// The newest key of the ledger that `trusted` leads to, by what the ledger itself records.  A
// ledger that does not open is for the auditor to judge: then the trusted key alone.
Result<KeyChain> KeysOfLedger(Session& session, const VerifierKey& trusted);

// The statements of this ledger.  kNotFound: its key never changed.
Result<KeyChainFile> OwnKeyChain(const Reader& reader, const TypeRegistry& registry);

// What the key of a proof comes from.
struct ProofKeys {
  std::string key;     // a verifier key, or a file that holds one; may be empty with a policy
  std::string policy;  // file; may be empty
  std::vector<std::string> statements;
};

// The key to check the proof `text` with; with a policy its newest checkpoint meets it, and
// `words` says how.
struct ProofKey {
  VerifierKey key;
  KeyChain chain;     // that it stands in
  std::string words;  // empty: no policy
};
Result<ProofKey> KeyToCheckWith(Session& session, std::string_view text, const ProofKeys& given);

// sinetti key list, rotate, compromised, chain.
Result<ExitCode> RunKeyHistory(Session& session, const KeyArguments& arguments);

}  // namespace sinetti
