// The alphabet is Crockford's: no i, l, o, u.
#include "ledger/client/pseudonym.h"

#include <array>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/crypto/random.h"

namespace sinetti {
namespace {

constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int kDigits = 13;  // of which the first is below 16

}  // namespace

std::string PseudonymOf(std::span<const std::uint8_t, kPseudonymRandomBytes> random) {
  const std::uint64_t bits = LoadBigEndian64(random.data());
  std::string pseudonym = "p-";
  for (int digit = kDigits - 1; digit >= 0; --digit)
    pseudonym += kAlphabet[bits >> (5 * digit) & 31];
  return pseudonym;
}

Result<std::string> NewPseudonym() {
  std::array<std::uint8_t, kPseudonymRandomBytes> random{};
  SINETTI_TRY(RandomBytes(random));
  return PseudonymOf(random);
}

}  // namespace sinetti
