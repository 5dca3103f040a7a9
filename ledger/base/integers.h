// Strong integers: a position is not a count, and mixing them up is the classic error of Merkle
// logs.
#pragma once

#include <compare>
#include <cstdint>

namespace sinetti {

// Position of an event in the ledger, from 0.
struct Sequence {
  std::uint64_t value = 0;
  friend auto operator<=>(const Sequence&, const Sequence&) = default;
};

// Number of events in a ledger or in a prefix of it.
struct TreeSize {
  std::uint64_t value = 0;
  friend auto operator<=>(const TreeSize&, const TreeSize&) = default;

  // The position that the next event will take.
  Sequence NextSequence() const { return Sequence{value}; }
};

// The size of the smallest tree that holds `sequence`.
inline TreeSize SizeThrough(Sequence sequence) { return TreeSize{sequence.value + 1}; }

// Position of an event in its stream: 1 for the first, no gaps.  0 means "no event yet".
struct StreamVersion {
  std::uint64_t value = 0;
  friend auto operator<=>(const StreamVersion&, const StreamVersion&) = default;
};

}  // namespace sinetti
