// See key_use.h.
#include "cli/commands/key_use.h"

#include "cli/commands/policy_use.h"
#include "ledger/evidence/contradiction.h"

namespace sinetti {

Result<KeyChain> KeysOfLedger(Session& session, const VerifierKey& trusted) {
  const auto ledger = session.OpenForReading();
  if (!ledger) return KeyChain(trusted);
  SINETTI_ASSIGN(const auto statements, KeyStatementsOf((*ledger)->Read(), session.registry));
  return FollowKeyChain(trusted, statements, session.registry);
}

Result<KeyChainFile> OwnKeyChain(const Reader& reader, const TypeRegistry& registry) {
  SINETTI_ASSIGN(auto statements, KeyStatementsOf(reader, registry));
  if (statements.empty())
    return Error{ErrorCode::kNotFound,
                 "the key of this ledger never changed: `sinetti key show` is all that a checker "
                 "needs"};
  return KeyChainFile{std::move(statements), {}};
}

namespace {

// Where nobody gave a key: the log of the policy that leads to the one that signed.
Result<KeyChain> ChainFromPolicy(const Policy& policy, std::span<const std::string> statements,
                                 const TypeRegistry& registry) {
  std::optional<Error> why;
  for (const VerifierKey& log : policy.logs()) {
    auto chain = FollowKeyChain(log, statements, registry);
    if (chain) return chain;
    if (!why) why = std::move(chain).error();
  }
  return why ? *std::move(why)
             : Error{ErrorCode::kInvalid,
                     "the policy names no log: give the ledger's verifier key with --key"};
}

}  // namespace

Result<ProofKey> KeyToCheckWith(Session& session, std::string_view text, const ProofKeys& given) {
  const bool by_policy = !given.policy.empty() && !IsContradiction(text);
  if (given.key.empty() && !by_policy)
    return Error{ErrorCode::kInvalid,
                 "give the ledger's verifier key with --key, or, but for a contradiction, a policy "
                 "that names it"};
  if (given.statements.empty()) {
    if (by_policy) {
      SINETTI_ASSIGN(Witnessed witnessed, CheckByPolicy(text, given.policy, given.key));
      return ProofKey{witnessed.log, KeyChain(witnessed.log), std::move(witnessed.words)};
    }
    SINETTI_ASSIGN(const VerifierKey key, ReadVerifierKey(given.key));
    return ProofKey{key, KeyChain(key), {}};
  }
  std::optional<Policy> policy;
  if (by_policy) {
    SINETTI_ASSIGN(policy, ReadPolicy(given.policy));
  }
  std::optional<KeyChain> chain;
  if (given.key.empty()) {
    SINETTI_ASSIGN(chain, ChainFromPolicy(*policy, given.statements, session.registry));
  } else {
    SINETTI_ASSIGN(const VerifierKey trusted, ReadVerifierKey(given.key));
    SINETTI_ASSIGN(chain, FollowKeyChain(trusted, given.statements, session.registry));
  }
  const std::string_view note = NewestNoteOf(text);
  SINETTI_ASSIGN(VerifierKey key, chain->KeyFor(note, by_policy));
  if (!policy) return ProofKey{std::move(key), *std::move(chain), {}};
  SINETTI_ASSIGN(Witnessed witnessed, RequireQuorum(note, *policy, key));
  return ProofKey{std::move(witnessed.log), *std::move(chain), std::move(witnessed.words)};
}

}  // namespace sinetti
