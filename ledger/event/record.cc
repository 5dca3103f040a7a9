// Reads and patches the fixed part of a record by its byte positions (docs/format/event.md).
#include "ledger/event/record.h"

#include <cstring>
#include <string>

#include "ledger/base/check.h"
#include "ledger/event/wire.h"

namespace sinetti {
namespace {

// Word 0 points at the root struct behind it: 6 data words, then 6 pointers.  Both counts are
// exact: the sixth data word holds the format and the last pointer is the body, neither is ever
// zero.
constexpr std::uint64_t kDataWords = 6;
constexpr std::uint64_t kPointers = 6;
constexpr std::uint64_t kRootPointer = wire::StructPointer(0, kDataWords, kPointers);
constexpr std::size_t kFormatWord = 6;
constexpr std::size_t kFirstPointerWord = 1 + kDataWords;
constexpr std::size_t kFirstObjectWord = kFirstPointerWord + kPointers;

Error Corrupt(std::size_t byte, const std::string& what) {
  return {ErrorCode::kCorrupt, "record, byte " + std::to_string(byte) + ": " + what +
                                   "; run `sinetti verify` to find the extent of the damage"};
}

std::uint64_t Word(ByteView record, std::size_t index) {
  return LoadLittleEndian64(record.data() + index * wire::kWordBytes);
}

// Whether the text of `size` bytes with its zero is ASCII without another zero, and the rest of its
// last word is zeros.  Most texts are, and this tells it by whole words.
bool IsPlainText(const char* text, std::uint64_t size) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text);
  const auto odd = [](std::uint64_t word) { return ((word - kOnes) | word) & kHighBits; };
  const std::uint64_t whole = (size - 1) / wire::kWordBytes;
  std::uint64_t found = 0;
  for (std::uint64_t i = 0; i < whole; ++i)
    found |= odd(LoadLittleEndian64(bytes + i * wire::kWordBytes));
  const std::uint64_t last = LoadLittleEndian64(bytes + whole * wire::kWordBytes);
  const std::uint64_t of_text = (std::uint64_t{1} << (size - 1) % wire::kWordBytes * 8) - 1;
  return (found | (last & ~of_text) | odd(last | (kOnes & ~of_text))) == 0;
}

// The text behind pointer `pointer`, which must start at word *next; moves *next behind it.
Result<std::string_view> ReadText(ByteView record, std::size_t pointer, std::size_t* next,
                                  const char* name) {
  const std::size_t word = kFirstPointerWord + pointer;
  const std::uint64_t value = Word(record, word);
  const std::size_t byte = word * wire::kWordBytes;
  if (!wire::IsListPointer(value) || wire::ListElementSize(value) != wire::ElementSize::kByte)
    return Corrupt(byte, std::string("`") + name + "` is not a text");
  if (static_cast<std::int64_t>(word) + 1 + wire::PointerOffset(value) !=
      static_cast<std::int64_t>(*next))
    return Corrupt(byte, std::string("`") + name + "` does not stand in canonical order");
  const std::uint64_t size = wire::ListCount(value);
  const std::uint64_t words = wire::WordsForBytes(size);
  if (size < 2 || words > record.size() / wire::kWordBytes - *next)
    return Corrupt(byte, std::string("`") + name + "` is empty or longer than the record");
  const char* text = reinterpret_cast<const char*>(record.data() + *next * wire::kWordBytes);
  if (IsPlainText(text, size)) {
    *next += words;
    return std::string_view(text, size - 1);
  }
  for (std::uint64_t i = size - 1; i < words * wire::kWordBytes; ++i)
    if (text[i] != 0)
      return Corrupt(*next * wire::kWordBytes + i,
                     std::string("`") + name + "` does not end in zeros");
  *next += words;
  std::string_view view(text, size - 1);
  if (!IsUtf8(view) || view.find('\0') != view.npos)
    return Corrupt(byte, std::string("`") + name + "` is not UTF-8 or holds a zero");
  return view;
}

}  // namespace

Result<RecordHeader> ReadRecordHeader(ByteView record) {
  if (record.size() % wire::kWordBytes != 0)
    return Corrupt(record.size(), "the size is not a multiple of 8");
  if (record.size() < kFirstObjectWord * wire::kWordBytes)
    return Corrupt(record.size(), "the record ends before its header does");
  if (record.size() > kRecordBytesMax)
    return Corrupt(record.size(),
                   "the record is larger than " + std::to_string(kRecordBytesMax) + " bytes");
  const std::uint64_t root = Word(record, 0);
  if (!wire::IsStructPointer(root) || wire::PointerOffset(root) != 0 ||
      wire::StructDataWords(root) < kDataWords)
    return Corrupt(0, "no root struct of a record here");
  RecordHeader header;
  const std::uint64_t format_word = Word(record, kFormatWord);
  header.format = static_cast<std::uint16_t>(format_word);
  header.type_version = static_cast<std::uint16_t>(format_word >> 16);
  if (header.format > kRecordFormat ||
      (header.format == kRecordFormat &&
       (wire::StructDataWords(root) > kDataWords || wire::StructPointers(root) > kPointers)))
    return Error{ErrorCode::kUnsupported,
                 "record format is " + std::to_string(header.format) +
                     " or has fields that this program does not know; it reads format " +
                     std::to_string(kRecordFormat) + ": use a newer sinetti"};
  if (root != kRootPointer) return Corrupt(0, "the root struct has not the shape of a record");
  if (header.format == 0 || header.type_version == 0)
    return Corrupt(kFormatWord * wire::kWordBytes, "format and type version count from 1");

  header.sequence = Sequence{Word(record, 1)};
  header.stream_version = StreamVersion{Word(record, 2)};
  header.recorded_at = Timestamp{static_cast<std::int64_t>(Word(record, 3))};
  std::memcpy(header.draft_digest.bytes.data(), record.data() + 4 * wire::kWordBytes, 16);
  std::size_t next = kFirstObjectWord;
  SINETTI_ASSIGN(header.source, ReadText(record, 0, &next, "source"));
  SINETTI_ASSIGN(header.id, ReadText(record, 1, &next, "id"));
  SINETTI_ASSIGN(header.type, ReadText(record, 2, &next, "type"));
  SINETTI_ASSIGN(header.stream, ReadText(record, 3, &next, "stream"));
  return header;
}

void AssignPosition(std::span<std::uint8_t> record, Sequence sequence, StreamVersion stream_version,
                    Timestamp recorded_at, const Hash16& draft_digest) {
  SINETTI_CHECK(record.size() >= kFirstObjectWord * wire::kWordBytes &&
                Word(record, 0) == kRootPointer);
  StoreLittleEndian64(sequence.value, record.data() + 1 * wire::kWordBytes);
  StoreLittleEndian64(stream_version.value, record.data() + 2 * wire::kWordBytes);
  StoreLittleEndian64(static_cast<std::uint64_t>(recorded_at.micros),
                      record.data() + 3 * wire::kWordBytes);
  std::memcpy(record.data() + 4 * wire::kWordBytes, draft_digest.bytes.data(), 16);
}

}  // namespace sinetti
