// Makes the attacks of attacks.h from a printed seed: 300 in each test run, ten thousand in
// `attacks.long`.  Each must be caught by the mechanism that it names; one that only something kept
// elsewhere can catch must pass without it, so that nobody believes in more than there is.
#include "tests/attacks/attacks.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>

namespace sinetti::attacks {
namespace {

int AttackCount() {
  const char* wanted = std::getenv("SINETTI_ATTACKS");
  return wanted == nullptr ? 300 : std::atoi(wanted);
}

unsigned Seed() {
  const char* wanted = std::getenv("SINETTI_SEED");
  const unsigned seed = wanted == nullptr
                            ? std::random_device()()
                            : static_cast<unsigned>(std::strtoul(wanted, nullptr, 10));
  std::printf("SINETTI_SEED=%u\n", seed);
  return seed;
}

std::vector<Attack> AllAttacks() {
  std::vector<Attack> all;
  for (const auto& some :
       {KeyAttacks(), TimestampAttacks(), WitnessAttacks(), PackAttacks(), ViewAttacks()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

const Attack& AnyOf(const std::vector<Attack>& attacks, Random& random) {
  int total = 0;
  for (const Attack& attack : attacks) total += attack.weight;
  int at = static_cast<int>(Below(random, static_cast<std::uint64_t>(total)));
  for (const Attack& attack : attacks)
    if ((at -= attack.weight) < 0) return attack;
  return attacks.front();
}

void ExpectCaught(const Attack& attack, Random& random, const std::string& where) {
  const Outcome outcome = attack.make(random);
  ASSERT_EQ(outcome.alone.empty(), !attack.anchor.empty())
      << where << ": " << (outcome.alone.empty() ? "not caught alone" : outcome.alone);
  ASSERT_FALSE(outcome.elsewhere.empty()) << where << ": not caught at all";
  ASSERT_NE(outcome.elsewhere.find(attack.says), std::string::npos)
      << where << ": caught, but not by " << attack.mechanism << ": " << outcome.elsewhere;
}

TEST(Attacks, OnWhatLeavesTheLedgerAreAllCaughtByWhatTheyName) {
  const unsigned seed = Seed();
  Random random(seed);
  const std::vector<Attack> attacks = AllAttacks();
  std::map<std::string, int> made;
  const auto where = [seed](int number, const Attack& attack) {
    return "seed " + std::to_string(seed) + ", attack " + std::to_string(number) + ": " +
           attack.name;
  };
  // Each of them once, and then as chance will have it.
  int number = 0;
  for (const Attack& attack : attacks) {
    ASSERT_NO_FATAL_FAILURE(ExpectCaught(attack, random, where(number++, attack)));
    ++made[attack.name];
  }
  for (const int count = AttackCount(); number < count; ++number) {
    const Attack& attack = AnyOf(attacks, random);
    ASSERT_NO_FATAL_FAILURE(ExpectCaught(attack, random, where(number, attack)));
    ++made[attack.name];
  }
  for (const Attack& attack : attacks)
    std::printf("%6d  %-62s %s%s\n", made[attack.name], attack.name.c_str(),
                attack.mechanism.c_str(),
                attack.anchor.empty() ? "" : (", with " + attack.anchor).c_str());
}

}  // namespace
}  // namespace sinetti::attacks
