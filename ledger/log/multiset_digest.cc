// Arithmetic modulo the Mersenne prime 2^61 - 1.
#include "ledger/log/multiset_digest.h"

#include "ledger/base/bytes.h"
#include "ledger/base/check.h"
#include "ledger/crypto/random.h"

namespace sinetti {
namespace {

constexpr std::uint64_t kPrime = (std::uint64_t{1} << 61) - 1;

__extension__ using Wide = unsigned __int128;

std::uint64_t Reduce(Wide value) {
  std::uint64_t low = static_cast<std::uint64_t>(value & kPrime);
  std::uint64_t high = static_cast<std::uint64_t>(value >> 61);
  // `value` is below 2^125, so `high` is below 2^64 and needs a second fold.
  low += (high & kPrime) + (high >> 61);
  if (low >= kPrime) low -= kPrime;
  if (low >= kPrime) low -= kPrime;
  return low;
}

std::uint64_t Times(std::uint64_t a, std::uint64_t b) { return Reduce(Wide{a} * b); }

}  // namespace

Result<MultisetPoints> MultisetPoints::Random() {
  MultisetPoints points;
  for (auto& evaluation : points.weights_) {
    for (std::uint64_t& weight : evaluation) {
      std::array<std::uint8_t, 8> bytes;
      do {
        SINETTI_TRY(RandomBytes(bytes));
        weight = LoadLittleEndian64(bytes.data()) >> 3;
      } while (weight == 0 || weight >= kPrime);
    }
  }
  return points;
}

void MultisetDigest::Add(std::span<const std::uint64_t> element) {
  SINETTI_CHECK(!element.empty() && element.size() <= MultisetPoints::kWordsMax);
  ++count_;
  for (std::size_t e = 0; e < products_.size(); ++e) {
    const auto& weights = points_->weights_[e];
    // A random linear form of the half words (whole words would not fit the field), so that
    // elements become field elements which differ when they do.
    Wide sum = weights[MultisetPoints::kWordsMax * 2];
    for (std::size_t i = 0; i < element.size(); ++i) {
      sum += Wide{weights[2 * i]} * (element[i] & 0xffffffff);
      sum += Wide{weights[2 * i + 1]} * (element[i] >> 32);
    }
    const std::uint64_t value = Reduce(sum);
    const std::uint64_t z = weights[MultisetPoints::kWordsMax * 2 + 1];
    products_[e] = Times(products_[e], z >= value ? z - value : z + kPrime - value);
  }
}

}  // namespace sinetti
