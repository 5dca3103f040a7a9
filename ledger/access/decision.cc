// See decision.h.
#include "ledger/access/decision.h"

#include <algorithm>
#include <array>

#include "ledger/actor/actor_name.h"

namespace sinetti {
namespace {

bool Covers(const std::vector<std::string>& limit, const std::string& value) {
  return limit.empty() || std::find(limit.begin(), limit.end(), value) != limit.end();
}

bool InForce(const AccessGrant& grant, Timestamp moment) {
  return !grant.revoked && (!grant.from || *grant.from <= moment) &&
         (!grant.until || moment < *grant.until);
}

// How far one grant of the reader comes; the verdicts rise in the order of the checks.
AccessVerdict Ask(const AccessGrant& grant, const AccessQuestion& question) {
  const AccessScope& scope = grant.scope;
  if (!InForce(grant, question.moment)) return AccessVerdict::kNotInForce;
  if (!MayAct(grant.role, question.act)) return AccessVerdict::kRole;
  if (!Covers(scope.purposes, question.purpose)) return AccessVerdict::kPurpose;
  const bool covered =
      Covers(scope.providers, question.provider) && Covers(scope.units, question.unit) &&
      Covers(scope.matters, question.matter) && Covers(scope.clients, question.client);
  return covered ? AccessVerdict::kGranted : AccessVerdict::kScope;
}

}  // namespace

bool MayAct(ReaderRole role, AccessAct act) {
  switch (role) {
    case ReaderRole::kLawyer: return act != AccessAct::kUnspecified;
    case ReaderRole::kSupervisor:
    case ReaderRole::kAuditor: return act == AccessAct::kOpen || act == AccessAct::kExport;
    case ReaderRole::kProvider: return act == AccessAct::kOpen;
    case ReaderRole::kOperator: return act == AccessAct::kExport;
    case ReaderRole::kUnspecified: return false;
  }
  return false;
}

std::string GrantProblem(const AccessGrant& grant) {
  if (grant.reader.empty() || grant.role == ReaderRole::kUnspecified)
    return "it names no reader or no role";
  if (grant.role == ReaderRole::kAuditor && !grant.until) return "an auditor's grant needs an end";
  if (grant.role == ReaderRole::kProvider && grant.scope.providers.empty())
    return "a provider's grant needs the providers it is for";
  if (SameActor(grant.reader, grant.granted_by)) return "nobody gives a grant to itself";
  return "";
}

AccessAnswer Decide(std::span<const AccessGrant> grants, const AccessPolicy& policy,
                    const AccessQuestion& question) {
  const bool proof_needed = policy.proof_always || question.registered;
  if (proof_needed && !question.proved) return {AccessVerdict::kNotProved, nullptr};
  AccessVerdict nearest = AccessVerdict::kNoGrant;
  for (const AccessGrant& grant : grants) {
    if (grant.reader != question.reader || !GrantProblem(grant).empty()) continue;
    const AccessVerdict verdict = Ask(grant, question);
    if (verdict == AccessVerdict::kGranted) return {verdict, &grant};
    nearest = std::max(nearest, verdict);
  }
  return {nearest, nullptr};
}

const char* ReaderRoleName(ReaderRole role) {
  static constexpr std::array<const char*, 6> kNames{"unspecified", "supervisor", "lawyer",
                                                     "operator",    "provider",   "auditor"};
  return kNames[static_cast<std::size_t>(role)];
}

const char* AccessActName(AccessAct act) {
  static constexpr std::array<const char*, 4> kNames{"unspecified", "open", "disclose", "export"};
  return kNames[static_cast<std::size_t>(act)];
}

const char* AccessVerdictName(AccessVerdict verdict) {
  static constexpr std::array<const char*, 7> kNames{
      "granted", "notProved", "noGrant", "notInForce", "role", "purpose", "scope"};
  return kNames[static_cast<std::size_t>(verdict)];
}

}  // namespace sinetti
