// A client's name in the ledger: random, so that it says nothing of the person, and free of letters
// that are mistaken for one another (docs/format/sealing.md, "Pseudonyms").
#pragma once

#include <span>
#include <string>

#include "ledger/base/result.h"

namespace sinetti {

inline constexpr std::size_t kPseudonymRandomBytes = 8;

// "p-" and 13 letters and digits: the 64 bits as a number, base 32, the highest digit first.
std::string PseudonymOf(std::span<const std::uint8_t, kPseudonymRandomBytes> random);

Result<std::string> NewPseudonym();

}  // namespace sinetti
