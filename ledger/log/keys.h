// The keys and small values of the store, one function for each (docs/format/store.md, "Families").
// Integers are big-endian, so that the order of bytes is the order of numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/base/result.h"
#include "ledger/merkle/tile.h"

namespace sinetti {

using Key8 = std::array<std::uint8_t, 8>;
using TileKey = std::array<std::uint8_t, 9>;
using StreamKey = std::array<std::uint8_t, 24>;

Key8 MakeKey8(std::uint64_t value);
Result<std::uint64_t> ReadKey8(ByteView bytes);  // kCorrupt unless 8 bytes

inline Key8 EntryKey(Sequence sequence) { return MakeKey8(sequence.value); }
Result<Sequence> ReadEntryKey(ByteView bytes);  // kCorrupt for what no ledger can hold, too
inline Key8 CheckpointKey(TreeSize size) { return MakeKey8(size.value); }
TileKey MakeTileKey(TileId id);  // level, then index

// The name of a stream, or of source and id, in a key: SHA-256 cut to 16 bytes.
Hash16 StreamHash(std::string_view stream);
Hash16 IdHash(std::string_view source, std::string_view id);  // hash16(source ‖ 0 ‖ id)

// Family streams: hash ‖ version -> sequence, and under the hash alone the stream's newest event.
StreamKey MakeStreamKey(const Hash16& stream, StreamVersion version);
struct StreamHead {
  StreamVersion version;
  Sequence sequence;
  friend auto operator<=>(const StreamHead&, const StreamHead&) = default;
};
std::array<std::uint8_t, 16> EncodeStreamHead(const StreamHead& head);
Result<StreamHead> DecodeStreamHead(ByteView bytes);

// Names in the default family.
inline constexpr std::string_view kMetaFormat = "format";        // decimal, "1"
inline constexpr std::string_view kMetaOrigin = "origin";        // text
inline constexpr std::string_view kMetaAlgorithm = "algorithm";  // "sha256"
inline constexpr std::string_view kMetaCreated = "created";      // RFC 3339
// Number of events that the derived families cover; written with each sorted run.
inline constexpr std::string_view kMetaDerived = "derived";

}  // namespace sinetti
