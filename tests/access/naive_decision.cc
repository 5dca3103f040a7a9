// Strikes out, one rule after the other, what does not cover the question; shares no code with the
// decision.
#include "tests/access/naive_decision.h"

#include <cctype>
#include <map>
#include <set>

namespace sinetti::testing_support {
namespace {

std::string Plain(const std::string& name) {
  std::string plain;
  for (const char c : name)
    if (c != ' ' && c != '\t') plain += static_cast<char>(std::tolower(c));
  return plain;
}

}  // namespace

bool NaivelyGranted(const std::vector<AccessGrant>& grants, const AccessPolicy& policy,
                    const AccessQuestion& question) {
  static const std::map<ReaderRole, std::set<AccessAct>> kAllowed = {
      {ReaderRole::kSupervisor, {AccessAct::kOpen, AccessAct::kExport}},
      {ReaderRole::kLawyer, {AccessAct::kOpen, AccessAct::kDisclose, AccessAct::kExport}},
      {ReaderRole::kOperator, {AccessAct::kExport}},
      {ReaderRole::kProvider, {AccessAct::kOpen}},
      {ReaderRole::kAuditor, {AccessAct::kOpen, AccessAct::kExport}}};
  std::set<std::size_t> left;
  for (std::size_t i = 0; i < grants.size(); ++i) left.insert(i);
  const auto strike = [&](auto&& covers) {
    for (auto it = left.begin(); it != left.end();)
      it = covers(grants[*it]) ? std::next(it) : left.erase(it);
  };
  const auto limit = [&](std::vector<std::string> AccessScope::*values, const std::string& value) {
    strike([&](const AccessGrant& grant) {
      const std::set<std::string> allowed((grant.scope.*values).begin(),
                                          (grant.scope.*values).end());
      return allowed.empty() || allowed.count(value) == 1;
    });
  };
  if (policy.proof_always && !question.proved) return false;
  if (question.registered && !question.proved) return false;
  strike([&](const AccessGrant& grant) { return grant.reader == question.reader; });
  strike([&](const AccessGrant& grant) { return Plain(grant.granted_by) != Plain(grant.reader); });
  strike([&](const AccessGrant& grant) { return !grant.revoked.has_value(); });
  strike([&](const AccessGrant& grant) {
    return grant.from.value_or(Timestamp{INT64_MIN}).micros <= question.moment.micros;
  });
  strike([&](const AccessGrant& grant) {
    if (!grant.until) return grant.role != ReaderRole::kAuditor;
    return grant.until->micros > question.moment.micros;
  });
  strike([&](const AccessGrant& grant) {
    return kAllowed.count(grant.role) != 0 && kAllowed.at(grant.role).count(question.act) != 0;
  });
  strike([&](const AccessGrant& grant) {
    return grant.role != ReaderRole::kProvider || !grant.scope.providers.empty();
  });
  limit(&AccessScope::purposes, question.purpose);
  limit(&AccessScope::providers, question.provider);
  limit(&AccessScope::units, question.unit);
  limit(&AccessScope::matters, question.matter);
  limit(&AccessScope::clients, question.client);
  return !left.empty();
}

}  // namespace sinetti::testing_support
