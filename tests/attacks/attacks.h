// Attacks on what leaves the ledger and on what stands beside it: chains of keys, time-stamps,
// witnesses, evidence packs, views.  Each says who refused it, with the file and the trusted key
// alone, and with what was kept elsewhere (docs/internals/threat-model.md).  Attacks on the store
// are in tests/log/attack_test.cc.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "ledger/base/result.h"

namespace sinetti::attacks {

using Random = std::mt19937_64;

inline std::uint64_t Below(Random& random, std::uint64_t end) { return random() % end; }

// What became of one attack.  A text is the reason given; empty: nobody noticed.
struct Outcome {
  std::string alone;      // by whoever has what was shown and the key they trust
  std::string elsewhere;  // the same, and `anchor`
};

template <typename T>
std::string Reason(const Result<T>& result) {
  return result ? std::string() : result.error().message;
}

// Refused by whoever has nothing else; what was kept elsewhere is not needed.
template <typename T>
Outcome Alone(const Result<T>& result) {
  return {Reason(result), Reason(result)};
}

struct Attack {
  std::string name;
  std::string mechanism;  // that catches it
  std::string anchor;     // kept outside the attacker's hands; empty: none is needed
  std::string says;       // stands in every reason, where that is one text
  int weight = 1;         // dear ones are made less often
  std::function<Outcome(Random&)> make;
};

std::vector<Attack> KeyAttacks();
std::vector<Attack> TimestampAttacks();
std::vector<Attack> WitnessAttacks();
std::vector<Attack> PackAttacks();
std::vector<Attack> ViewAttacks();

// One bit of `text`, anywhere.
inline std::string FlipBit(std::string text, Random& random) {
  char& byte = text[Below(random, text.size())];
  byte = static_cast<char>(byte ^ (1 << Below(random, 8)));
  return text;
}

}  // namespace sinetti::attacks
