// A strict reader of DER (ITU-T X.690), for what comes from strangers and is signed in part only:
// what it accepts has one encoding, and its work is bounded by the length of the input.  Knows
// lengths and tags; meaning is up to the caller (timestamp_token.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"

namespace sinetti {

// Tags of X.690, 8.1.2, as the one octet that stands in the encoding.
inline constexpr std::uint8_t kDerBoolean = 0x01;
inline constexpr std::uint8_t kDerInteger = 0x02;
inline constexpr std::uint8_t kDerOctetString = 0x04;
inline constexpr std::uint8_t kDerNull = 0x05;
inline constexpr std::uint8_t kDerOid = 0x06;
inline constexpr std::uint8_t kDerGeneralizedTime = 0x18;
inline constexpr std::uint8_t kDerSequence = 0x30;
inline constexpr std::uint8_t kDerSet = 0x31;
// [0], [1] …: constructed, and primitive.
constexpr std::uint8_t DerContext(int number) { return static_cast<std::uint8_t>(0xa0 | number); }
constexpr std::uint8_t DerPrimitive(int number) { return static_cast<std::uint8_t>(0x80 | number); }

// A view into bytes that the caller owns.
struct DerElement {
  std::uint8_t tag = 0;
  ByteView content;
  ByteView whole;  // with tag and length
};

// Goes through the elements of one level.
class DerReader {
 public:
  explicit DerReader(ByteView bytes) : rest_(bytes) {}

  bool empty() const { return rest_.empty(); }
  bool NextIs(std::uint8_t tag) const { return !rest_.empty() && rest_[0] == tag; }

  // The next element, which must have this tag.  kInvalid, with `what`: another tag, no element, a
  // length that is indefinite, not the shortest, or goes beyond the end.
  Result<DerElement> Take(std::uint8_t tag, std::string_view what);
  Result<DerElement> TakeAny(std::string_view what);
  // kInvalid unless everything was taken.
  Result<void> End(std::string_view what) const;

 private:
  ByteView rest_;
};

// All of `bytes` is one element, and so is, on every level, what lies in those that hold others: at
// most 32 levels, tags below 31, no string in pieces.  kInvalid.
Result<void> RequireDer(ByteView bytes, std::string_view what);

// An INTEGER that is not negative, as its bytes without leading zeros (zero: none).  kInvalid.
Result<Bytes> DerUnsigned(const DerElement& integer, std::string_view what);
// The same, at most 2^31 - 1.
Result<std::uint32_t> DerSmall(const DerElement& integer, std::string_view what);

// "1.3.6.1.5.5.7.3.8"; kInvalid unless each arc is in its shortest form and below 2^64.
Result<std::string> DerOidText(ByteView content, std::string_view what);

}  // namespace sinetti
