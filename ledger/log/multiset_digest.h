// Tells, in a few bytes of memory, whether two lists hold the same elements in whatever order: the
// product of (z - element) over all elements, in a prime field, at a random point z.  Different
// lists agree with a probability below (elements / 2^61)^2, about 10^-23 for ten million, whoever
// chose them, since the points are drawn anew each time.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "ledger/base/result.h"

namespace sinetti {

// Where the digests are taken: the same points for all lists that are compared.
class MultisetPoints {
 public:
  static constexpr std::size_t kWordsMax = 4;

  // kEnvironment when there is no randomness.
  static Result<MultisetPoints> Random();

 private:
  friend class MultisetDigest;
  // Two independent evaluations; for each a weight of every half word, and z.
  std::array<std::array<std::uint64_t, kWordsMax * 2 + 2>, 2> weights_{};
};

class MultisetDigest {
 public:
  explicit MultisetDigest(const MultisetPoints& points) : points_(&points) {}

  // An element is 1 to kWordsMax words; all elements that are compared have the same number.
  void Add(std::span<const std::uint64_t> element);

  std::uint64_t count() const { return count_; }
  friend bool operator==(const MultisetDigest& a, const MultisetDigest& b) {
    return a.count_ == b.count_ && a.products_ == b.products_;
  }

 private:
  const MultisetPoints* points_;
  std::uint64_t count_ = 0;
  std::array<std::uint64_t, 2> products_{1, 1};
};

}  // namespace sinetti
