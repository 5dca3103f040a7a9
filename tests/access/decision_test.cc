// Who may ask what: one case for each rule of docs/format/access.md, "Decision".
#include "ledger/access/decision.h"

#include <gtest/gtest.h>

namespace sinetti {
namespace {

constexpr Timestamp At(std::int64_t micros) { return Timestamp{micros}; }

AccessGrant Grant(ReaderRole role = ReaderRole::kSupervisor) {
  AccessGrant grant;
  grant.reference = "sinetti:access#grant-1";
  grant.reader = "valvonta-1";
  grant.role = role;
  grant.granted_by = "tietohallinto";
  return grant;
}

AccessQuestion Question() {
  AccessQuestion question;
  question.reader = "valvonta-1";
  question.purpose = "valvonta";
  question.provider = "provider-1";
  question.unit = "unit-1";
  question.matter = "matter-1";
  question.client = "p-1";
  question.moment = At(100);
  return question;
}

AccessVerdict Ask(const AccessGrant& grant, const AccessQuestion& question = Question(),
                  const AccessPolicy& policy = {}) {
  return Decide(std::span(&grant, 1), policy, question).verdict;
}

TEST(Decision, WithoutAGrantNothingIsAllowed) {
  EXPECT_EQ(Decide({}, {}, Question()).verdict, AccessVerdict::kNoGrant);
  AccessGrant other = Grant();
  other.reader = "valvonta-2";
  EXPECT_EQ(Ask(other), AccessVerdict::kNoGrant);
  other.reader = "Valvonta-1";  // names are compared to the byte
  EXPECT_EQ(Ask(other), AccessVerdict::kNoGrant);
}

TEST(Decision, AGrantWithoutLimitsCoversWhatItsRoleMayDo) {
  const AccessGrant grant = Grant();
  const AccessAnswer answer = Decide(std::span(&grant, 1), {}, Question());
  EXPECT_TRUE(answer.granted());
  EXPECT_EQ(answer.grant, &grant);
}

TEST(Decision, EachRoleMayDoWhatIsItsOwn) {
  const struct {
    ReaderRole role;
    bool open, disclose, take_out;
  } rows[] = {{ReaderRole::kSupervisor, true, false, true},
              {ReaderRole::kLawyer, true, true, true},
              {ReaderRole::kOperator, false, false, true},
              {ReaderRole::kProvider, true, false, false},
              {ReaderRole::kAuditor, true, false, true},
              {ReaderRole::kUnspecified, false, false, false}};
  for (const auto& row : rows) {
    EXPECT_EQ(MayAct(row.role, AccessAct::kOpen), row.open) << ReaderRoleName(row.role);
    EXPECT_EQ(MayAct(row.role, AccessAct::kDisclose), row.disclose) << ReaderRoleName(row.role);
    EXPECT_EQ(MayAct(row.role, AccessAct::kExport), row.take_out) << ReaderRoleName(row.role);
    EXPECT_FALSE(MayAct(row.role, AccessAct::kUnspecified)) << ReaderRoleName(row.role);
  }
  EXPECT_EQ(Ask(Grant(ReaderRole::kOperator)), AccessVerdict::kRole);
}

TEST(Decision, ALimitNeedsTheValueAndAnEmptyOneIsNone) {
  const std::pair<std::vector<std::string> AccessScope::*, std::string AccessQuestion::*> kinds[] =
      {{&AccessScope::providers, &AccessQuestion::provider},
       {&AccessScope::units, &AccessQuestion::unit},
       {&AccessScope::matters, &AccessQuestion::matter},
       {&AccessScope::clients, &AccessQuestion::client}};
  for (const auto& [limit, value] : kinds) {
    AccessGrant grant = Grant();
    AccessQuestion question = Question();
    grant.scope.*limit = {"x", question.*value};
    EXPECT_EQ(Ask(grant, question), AccessVerdict::kGranted);
    grant.scope.*limit = {"x"};
    EXPECT_EQ(Ask(grant, question), AccessVerdict::kScope);
    question.*value = "";  // an event that names none is covered by no limit
    EXPECT_EQ(Ask(grant, question), AccessVerdict::kScope);
  }
  AccessGrant grant = Grant();
  grant.scope.purposes = {"tilastointi"};
  EXPECT_EQ(Ask(grant), AccessVerdict::kPurpose);
}

TEST(Decision, AGrantCountsFromItsBeginningUntilBeforeItsEnd) {
  AccessGrant grant = Grant();
  grant.from = At(100);
  grant.until = At(101);
  EXPECT_EQ(Ask(grant), AccessVerdict::kGranted);
  grant.from = At(101);
  EXPECT_EQ(Ask(grant), AccessVerdict::kNotInForce);
  grant.from = At(0);
  grant.until = At(100);
  EXPECT_EQ(Ask(grant), AccessVerdict::kNotInForce);
  grant.until.reset();
  grant.revoked = Sequence{5};
  EXPECT_EQ(Ask(grant), AccessVerdict::kNotInForce);
}

TEST(Decision, TwoGrantsThatCoverHalfEachCoverNothing) {
  AccessGrant one = Grant(), other = Grant();
  one.scope.matters = {"matter-1"};
  one.scope.clients = {"p-2"};
  other.scope.matters = {"matter-2"};
  other.scope.clients = {"p-1"};
  const AccessGrant grants[] = {one, other};
  EXPECT_EQ(Decide(grants, {}, Question()).verdict, AccessVerdict::kScope);
}

TEST(Decision, ARegisteredReaderHasToProveAndThePolicyMayAskEverybody) {
  AccessQuestion question = Question();
  question.registered = true;
  EXPECT_EQ(Ask(Grant(), question), AccessVerdict::kNotProved);
  question.proved = true;
  EXPECT_EQ(Ask(Grant(), question), AccessVerdict::kGranted);
  const AccessPolicy always{.proof_always = true};
  EXPECT_EQ(Ask(Grant(), Question(), always), AccessVerdict::kNotProved);
  EXPECT_EQ(Ask(Grant(), question, always), AccessVerdict::kGranted);
  // Who has not proved to be the reader learns nothing of the reader's grants.
  question.proved = false;
  EXPECT_EQ(Decide({}, {}, question).verdict, AccessVerdict::kNotProved);
}

TEST(Decision, AGrantThatItsRoleForbidsNeverCounts) {
  AccessGrant auditor = Grant(ReaderRole::kAuditor);
  EXPECT_EQ(Ask(auditor), AccessVerdict::kNoGrant);
  auditor.until = At(200);
  EXPECT_EQ(Ask(auditor), AccessVerdict::kGranted);
  AccessGrant provider = Grant(ReaderRole::kProvider);
  EXPECT_EQ(Ask(provider), AccessVerdict::kNoGrant);
  provider.scope.providers = {"provider-1"};
  EXPECT_EQ(Ask(provider), AccessVerdict::kGranted);
  EXPECT_EQ(Ask(Grant(ReaderRole::kUnspecified)), AccessVerdict::kNoGrant);
  AccessGrant own = Grant();
  own.granted_by = " VALVONTA-1";
  EXPECT_EQ(Ask(own), AccessVerdict::kNoGrant);
}

TEST(Decision, TheRefusalThatCameNearestIsGiven) {
  AccessGrant ended = Grant(), elsewhere = Grant();
  ended.until = At(1);
  elsewhere.scope.units = {"unit-2"};
  for (const auto& grants : {std::vector{ended, elsewhere}, std::vector{elsewhere, ended}})
    EXPECT_EQ(Decide(grants, {}, Question()).verdict, AccessVerdict::kScope);
}

}  // namespace
}  // namespace sinetti
