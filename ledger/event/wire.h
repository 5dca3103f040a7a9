// The few facts of the Cap'n Proto encoding that canonical records rest on: one segment, one word
// is 8 bytes, little-endian, every object right after what points at it, in the order of the
// pointers (docs/format/event.md, "Record").  Shared by the writer, the header reader and the
// checker, so that the three cannot disagree; the tests compare all of them with Cap'n Proto's own
// code.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ledger/base/bytes.h"

namespace sinetti::wire {

inline constexpr std::size_t kWordBytes = 8;

// Element sizes of a list pointer.
enum class ElementSize : std::uint8_t {
  kVoid = 0,
  kBit = 1,
  kByte = 2,
  kTwoBytes = 3,
  kFourBytes = 4,
  kEightBytes = 5,
  kPointer = 6,
  kComposite = 7,
};

// `offset` is in words, from the word after the pointer to the object.
constexpr std::uint64_t StructPointer(std::int64_t offset, std::uint64_t data_words,
                                      std::uint64_t pointers) {
  return (static_cast<std::uint64_t>(offset) << 2 & 0xfffffffc) | data_words << 32 | pointers << 48;
}

// `count` is elements, or words without the tag for kComposite.
constexpr std::uint64_t ListPointer(std::int64_t offset, ElementSize size, std::uint64_t count) {
  return (static_cast<std::uint64_t>(offset) << 2 & 0xfffffffc) | 1 |
         static_cast<std::uint64_t>(size) << 32 | count << 35;
}

// A struct without data and pointers is told from a null pointer by an offset of -1.
inline constexpr std::uint64_t kEmptyStructPointer = StructPointer(-1, 0, 0);

constexpr bool IsStructPointer(std::uint64_t pointer) { return (pointer & 3) == 0; }
constexpr bool IsListPointer(std::uint64_t pointer) { return (pointer & 3) == 1; }
constexpr std::int64_t PointerOffset(std::uint64_t pointer) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(pointer)) >> 2;
}
constexpr std::uint64_t StructDataWords(std::uint64_t pointer) { return pointer >> 32 & 0xffff; }
constexpr std::uint64_t StructPointers(std::uint64_t pointer) { return pointer >> 48; }
constexpr ElementSize ListElementSize(std::uint64_t pointer) {
  return static_cast<ElementSize>(pointer >> 32 & 7);
}
constexpr std::uint64_t ListCount(std::uint64_t pointer) { return pointer >> 35; }

constexpr std::uint64_t WordsForBytes(std::uint64_t bytes) {
  return (bytes + kWordBytes - 1) / kWordBytes;
}

constexpr ElementSize ElementSizeOfBits(unsigned bits) {
  switch (bits) {
    case 1: return ElementSize::kBit;
    case 8: return ElementSize::kByte;
    case 16: return ElementSize::kTwoBytes;
    case 32: return ElementSize::kFourBytes;
    default: return ElementSize::kEightBytes;
  }
}

// Words of a list of bits or numbers.
constexpr std::uint64_t WordsOfScalars(ElementSize size, std::uint64_t count) {
  switch (size) {
    case ElementSize::kBit: return (count + 63) / 64;
    case ElementSize::kByte: return WordsForBytes(count);
    case ElementSize::kTwoBytes: return WordsForBytes(count * 2);
    case ElementSize::kFourBytes: return WordsForBytes(count * 4);
    case ElementSize::kEightBytes:
    case ElementSize::kPointer: return count;
    default: return 0;
  }
}

}  // namespace sinetti::wire
