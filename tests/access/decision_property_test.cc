// R9, the decision: 100,000 random readers, grants and questions, each decided twice.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <random>

#include "tests/access/naive_decision.h"

namespace sinetti {
namespace {

constexpr int kCases = 100'000;

class Cases {
 public:
  explicit Cases(std::uint64_t seed) : random_(seed) {}

  std::uint64_t Below(std::uint64_t limit) { return random_() % limit; }

  std::string Reader() {
    static constexpr const char* kReaders[] = {"r-1", "r-2", "R-1", "malli.example/r"};
    return kReaders[Below(4)];
  }
  std::string Name(const char* kind, bool may_be_empty) {
    const std::uint64_t one = Below(may_be_empty ? 4 : 3);
    return one == 3 ? "" : std::string(kind) + "-" + std::to_string(one);
  }
  std::vector<std::string> Limit(const char* kind) {
    std::vector<std::string> values;
    if (Below(3) == 0)
      for (std::uint64_t i = Below(3); i > 0; --i) values.push_back(Name(kind, false));
    return values;
  }
  std::optional<Timestamp> Moment() {
    if (Below(3) != 0) return std::nullopt;
    return Timestamp{static_cast<std::int64_t>(Below(10))};
  }
  AccessGrant Grant() {
    AccessGrant grant;
    grant.reader = Reader();
    grant.role = static_cast<ReaderRole>(Below(6));
    grant.scope = {Limit("provider"), Limit("unit"), Limit("matter"), Limit("p"), Limit("purpose")};
    grant.from = Moment();
    grant.until = Moment();
    grant.granted_by = Below(8) == 0 ? " " + Reader() : "tietohallinto";
    if (Below(5) == 0) grant.revoked = Sequence{1};
    return grant;
  }
  AccessQuestion Question() {
    AccessQuestion question;
    question.reader = Reader();
    question.act = static_cast<AccessAct>(1 + Below(3));
    question.purpose = Name("purpose", false);
    question.provider = Name("provider", true);
    question.unit = Name("unit", true);
    question.matter = Name("matter", true);
    question.client = Name("p", true);
    question.moment = Timestamp{static_cast<std::int64_t>(Below(10))};
    question.registered = Below(4) == 0;
    question.proved = Below(3) != 0;
    return question;
  }

 private:
  std::mt19937_64 random_;
};

TEST(DecisionProperty, AgreesWithASecondDecisionOnEveryCase) {
  const char* given = std::getenv("SINETTI_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : 20'261'122;
  std::cout << "SINETTI_SEED=" << seed << "\n";
  Cases cases(seed);
  int granted = 0;
  for (int i = 0; i < kCases; ++i) {
    std::vector<AccessGrant> grants(cases.Below(9));
    for (AccessGrant& grant : grants) grant = cases.Grant();
    const AccessPolicy policy{.proof_always = cases.Below(4) == 0};
    const AccessQuestion question = cases.Question();
    const AccessAnswer answer = Decide(grants, policy, question);
    const bool naively = testing_support::NaivelyGranted(grants, policy, question);
    ASSERT_EQ(answer.granted(), naively) << "case " << i;
    ASSERT_EQ(answer.grant != nullptr, answer.granted()) << "case " << i;
    // The grant that is named covers the question alone.
    if (answer.granted())
      ASSERT_TRUE(testing_support::NaivelyGranted({*answer.grant}, policy, question)) << i;
    granted += answer.granted() ? 1 : 0;
  }
  std::cout << kCases << " cases, " << granted << " granted\n";
  // Both answers are tried often enough to mean something.
  EXPECT_GT(granted, kCases / 50);
  EXPECT_LT(granted, kCases / 2);
}

}  // namespace
}  // namespace sinetti
