// See der.h.
#include "ledger/crypto/der.h"

#include <limits>

namespace sinetti {
namespace {

constexpr int kDepthMax = 32;
constexpr std::uint8_t kConstructed = 0x20;
constexpr std::uint8_t kHighTag = 0x1f;

Error Refused(std::string_view what, const std::string& why) {
  return {ErrorCode::kInvalid, std::string(what) + ": " + why};
}

Result<void> RequireLevel(ByteView bytes, int depth, std::string_view what) {
  DerReader reader(bytes);
  while (!reader.empty()) {
    SINETTI_ASSIGN(const DerElement element, reader.TakeAny(what));
    const bool universal = element.tag < 0x40;
    if ((element.tag & kConstructed) == 0) {
      if (universal && (element.tag == (kDerSequence & ~kConstructed) ||
                        element.tag == (kDerSet & ~kConstructed)))
        return Refused(what, "a sequence or set that holds no elements but bytes");
      continue;
    }
    if (universal && element.tag != kDerSequence && element.tag != kDerSet)
      return Refused(what, "a value in pieces, which DER does not have");
    if (depth == kDepthMax) return Refused(what, "more than 32 levels deep");
    SINETTI_TRY(RequireLevel(element.content, depth + 1, what));
  }
  return {};
}

}  // namespace

Result<DerElement> DerReader::TakeAny(std::string_view what) {
  if (rest_.size() < 2) return Refused(what, "it ends too early");
  const std::uint8_t tag = rest_[0];
  if ((tag & kHighTag) == kHighTag) return Refused(what, "a tag above 30");
  std::size_t length = rest_[1];
  std::size_t header = 2;
  if (length >= 0x80) {
    const std::size_t octets = length - 0x80;
    if (octets == 0 || octets > 4 || rest_.size() < 2 + octets)
      return Refused(what, "a length that is indefinite or too long");
    length = 0;
    for (std::size_t i = 0; i < octets; ++i) length = length << 8 | rest_[2 + i];
    header += octets;
    if (length < 0x80 || (octets > 1 && rest_[2] == 0))
      return Refused(what, "a length in more octets than it needs");
  }
  if (length > rest_.size() - header) return Refused(what, "a length that goes beyond the end");
  const DerElement element{tag, rest_.subspan(header, length), rest_.first(header + length)};
  rest_ = rest_.subspan(header + length);
  return element;
}

Result<DerElement> DerReader::Take(std::uint8_t tag, std::string_view what) {
  if (!NextIs(tag)) {
    const std::string found = rest_.empty() ? "nothing" : "tag " + HexEncode(rest_.first(1));
    const std::uint8_t expected[] = {tag};
    return Refused(what, "tag " + HexEncode(expected) + " is expected, here is " + found);
  }
  return TakeAny(what);
}

Result<void> DerReader::End(std::string_view what) const {
  if (!rest_.empty())
    return Refused(what, std::to_string(rest_.size()) + " bytes behind the last known part");
  return {};
}

Result<void> RequireDer(ByteView bytes, std::string_view what) {
  DerReader reader(bytes);
  SINETTI_TRY(reader.TakeAny(what));
  SINETTI_TRY(reader.End(what));
  return RequireLevel(bytes, 0, what);
}

Result<Bytes> DerUnsigned(const DerElement& integer, std::string_view what) {
  const ByteView content = integer.content;
  if (content.empty() || content[0] >= 0x80)
    return Refused(what, "a number that is not negative is expected");
  if (content.size() > 1 && content[0] == 0 && content[1] < 0x80)
    return Refused(what, "a number with a needless zero in front");
  const std::size_t zeros = content[0] == 0 ? 1 : 0;
  return Bytes(content.begin() + static_cast<std::ptrdiff_t>(zeros), content.end());
}

Result<std::uint32_t> DerSmall(const DerElement& integer, std::string_view what) {
  SINETTI_ASSIGN(const Bytes bytes, DerUnsigned(integer, what));
  std::uint64_t value = 0;
  if (bytes.size() <= 4)
    for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  if (bytes.size() > 4 || value > std::numeric_limits<std::int32_t>::max())
    return Refused(what, "a number below 2147483648 is expected");
  return static_cast<std::uint32_t>(value);
}

Result<std::string> DerOidText(ByteView content, std::string_view what) {
  std::string text;
  std::uint64_t arc = 0;
  bool begun = false;
  for (const std::uint8_t byte : content) {
    if ((!begun && byte == 0x80) || arc >> 57 != 0)
      return Refused(what, "an object identifier that is not in its shortest form, or too long");
    arc = arc << 7 | (byte & 0x7f);
    begun = (byte & 0x80) != 0;
    if (begun) continue;
    if (text.empty()) {
      const std::uint64_t first = arc < 80 ? arc / 40 : 2;
      text = std::to_string(first) + "." + std::to_string(arc - first * 40);
    } else {
      text += "." + std::to_string(arc);
    }
    arc = 0;
  }
  if (text.empty() || begun) return Refused(what, "an object identifier that does not end");
  return text;
}

}  // namespace sinetti
