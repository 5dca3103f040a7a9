// See keys.h.
#include "ledger/log/keys.h"

#include <algorithm>
#include <string>

#include "ledger/crypto/sha256.h"

namespace sinetti {

Key8 MakeKey8(std::uint64_t value) {
  Key8 key;
  StoreBigEndian64(value, key.data());
  return key;
}

Result<std::uint64_t> ReadKey8(ByteView bytes) {
  if (bytes.size() != 8)
    return Error{ErrorCode::kCorrupt, "a stored number has 8 bytes, here are " +
                                          std::to_string(bytes.size()) + " (" + HexEncode(bytes) +
                                          "): run `sinetti verify`"};
  return LoadBigEndian64(bytes.data());
}

Result<Sequence> ReadEntryKey(ByteView bytes) {
  SINETTI_ASSIGN(const std::uint64_t value, ReadKey8(bytes));
  if (value == UINT64_MAX)  // its ledger would have 2^64 entries
    return Error{ErrorCode::kCorrupt,
                 "the key " + HexEncode(bytes) + " is no sequence: run `sinetti verify`"};
  return Sequence{value};
}

TileKey MakeTileKey(TileId id) {
  TileKey key;
  key[0] = id.level;
  StoreBigEndian64(id.index, key.data() + 1);
  return key;
}

Hash16 StreamHash(std::string_view stream) { return Hash16::Of(HashOf({AsBytes(stream)})); }

Hash16 IdHash(std::string_view source, std::string_view id) {
  constexpr std::uint8_t kZero[] = {0};
  return Hash16::Of(HashOf({AsBytes(source), kZero, AsBytes(id)}));
}

StreamKey MakeStreamKey(const Hash16& stream, StreamVersion version) {
  StreamKey key;
  std::copy(stream.bytes.begin(), stream.bytes.end(), key.begin());
  StoreBigEndian64(version.value, key.data() + 16);
  return key;
}

std::array<std::uint8_t, 16> EncodeStreamHead(const StreamHead& head) {
  std::array<std::uint8_t, 16> bytes;
  StoreBigEndian64(head.version.value, bytes.data());
  StoreBigEndian64(head.sequence.value, bytes.data() + 8);
  return bytes;
}

Result<StreamHead> DecodeStreamHead(ByteView bytes) {
  if (bytes.size() != 16)
    return Error{ErrorCode::kCorrupt, "a stored stream head has 16 bytes, here are " +
                                          std::to_string(bytes.size()) + ": run `sinetti verify`"};
  return StreamHead{StreamVersion{LoadBigEndian64(bytes.data())},
                    Sequence{LoadBigEndian64(bytes.data() + 8)}};
}

}  // namespace sinetti
