// Walks the record in the order of its pointers with one cursor: every object must begin where the
// one before it ended, and the last must end where the record does.
#include "ledger/event/record_check.h"

#include <algorithm>
#include <array>
#include <string>

#include "ledger/event/wire.h"

namespace sinetti {
namespace {

constexpr int kDepthMax = 64;
constexpr std::size_t kPointersMax = 64;  // of one struct

class Checker {
 public:
  Checker(ByteView record, const StructInfo& body)
      : record_(record), words_(record.size() / wire::kWordBytes), body_(body) {}

  Result<void> Run(const StructInfo& root) {
    SINETTI_TRY(Struct(0, root));
    if (next_ != words_) return Corrupt(next_, "words that nothing points at");
    return {};
  }

 private:
  Error Corrupt(std::size_t word, const std::string& what) const {
    return {ErrorCode::kCorrupt, "record, byte " + std::to_string(word * wire::kWordBytes) + ": " +
                                     what +
                                     "; run `sinetti verify` to find the extent of the damage"};
  }

  Error Unknown(const std::string& name, const std::string& what) const {
    return {ErrorCode::kUnsupported,
            name + " has " + what + " that this program does not know; use a newer sinetti"};
  }

  std::uint64_t Word(std::size_t index) const {
    return LoadLittleEndian64(record_.data() + index * wire::kWordBytes);
  }

  // Moves the cursor over `words` and gives the first of them.
  Result<std::size_t> Take(std::size_t at, std::uint64_t words) {
    if (words > words_ - next_) return Corrupt(at, "the object reaches beyond the record");
    const std::size_t start = next_;
    next_ += words;
    return start;
  }

  Result<void> PointsHere(std::size_t at, std::uint64_t pointer) const {
    if (static_cast<std::int64_t>(at) + 1 + wire::PointerOffset(pointer) !=
        static_cast<std::int64_t>(next_))
      return Corrupt(at, "the object does not stand in canonical order");
    return {};
  }

  Result<void> Struct(std::size_t at, const StructInfo& info) {
    const std::uint64_t pointer = Word(at);
    if (pointer == wire::kEmptyStructPointer) return Content(at, 0, 0, 0, info);
    if (!wire::IsStructPointer(pointer)) return Corrupt(at, "expected a " + info.name);
    const std::uint64_t data = wire::StructDataWords(pointer);
    const std::uint64_t pointers = wire::StructPointers(pointer);
    if (data + pointers == 0) return Corrupt(at, "an empty struct that is not written as one");
    SINETTI_TRY(PointsHere(at, pointer));
    SINETTI_ASSIGN(const std::size_t start, Take(at, data + pointers));
    if ((data > 0 && Word(start + data - 1) == 0) ||
        (pointers > 0 && Word(start + data + pointers - 1) == 0))
      return Corrupt(at, "the struct ends in zeros");
    return Content(at, start, data, pointers, info);
  }

  Result<void> Content(std::size_t at, std::size_t start, std::uint64_t data,
                       std::uint64_t pointers, const StructInfo& info) {
    if (data > info.data_words || pointers > info.pointers) return Unknown(info.name, "a field");
    SINETTI_TRY(Data(start, data, info));
    return Pointers(at, start, data, pointers, info);
  }

  Result<void> Data(std::size_t start, std::uint64_t data, const StructInfo& info) const {
    for (std::uint64_t i = 0; i < data; ++i)
      if (Word(start + i) & ~info.data_mask[i]) return Unknown(info.name, "a field");
    return {};
  }

  // The value of a field of `bits` bits.
  std::uint64_t Number(std::size_t start, std::uint64_t data, std::uint32_t slot,
                       unsigned bits) const {
    const std::size_t word = std::size_t{slot} * bits / 64;
    if (word >= data) return 0;
    return Word(start + word) >> (slot * bits % 64) & ~std::uint64_t{0} >> (64 - bits);
  }

  // Which field each pointer of this struct belongs to, given its unions; checks enumerants.
  Result<void> Owners(std::size_t start, std::uint64_t data, const StructInfo& info,
                      std::array<const FieldInfo*, kPointersMax>& owners) const {
    std::uint64_t chosen = 0;
    if (info.has_union) {
      chosen = Number(start, data, info.union_slot, 16);
      if (std::none_of(info.fields.begin(), info.fields.end(), [chosen](const FieldInfo& field) {
            return field.union_value == static_cast<int>(chosen);
          }))
        return Unknown(info.name, "a union member");
    }
    for (const FieldInfo& field : info.fields) {
      if (field.union_value >= 0 && field.union_value != static_cast<int>(chosen)) continue;
      if (field.kind == ValueKind::kGroup) {
        SINETTI_TRY(Owners(start, data, *field.structure, owners));
      } else if (field.list || field.kind >= ValueKind::kText) {
        owners[field.slot] = &field;
      } else if (field.kind == ValueKind::kEnum &&
                 Number(start, data, field.slot, 16) >= field.enumeration->enumerants.size()) {
        return Unknown(info.name, "a value of `" + field.name + "`");
      }
    }
    return {};
  }

  Result<void> Pointers(std::size_t at, std::size_t start, std::uint64_t data,
                        std::uint64_t pointers, const StructInfo& info) {
    std::array<const FieldInfo*, kPointersMax> owners{};
    SINETTI_TRY(Owners(start, data, info, owners));
    if (++depth_ > kDepthMax) return Corrupt(at, "structs nested too deep");
    for (std::uint64_t i = 0; i < pointers; ++i) {
      const std::size_t word = start + data + i;
      if (Word(word) == 0) continue;
      if (owners[i] == nullptr)
        return Corrupt(word, "a pointer that no field of " + info.name + " owns");
      SINETTI_TRY(Pointer(word, *owners[i]));
    }
    --depth_;
    return {};
  }

  Result<void> Pointer(std::size_t at, const FieldInfo& field) {
    if (field.list) return List(at, field);
    switch (field.kind) {
      case ValueKind::kText: return Text(at, field);
      case ValueKind::kData: return DataBytes(at, field);
      case ValueKind::kAny: return Struct(at, body_);
      default: return Struct(at, *field.structure);
    }
  }

  // The bytes of a byte list, whose padding is zero.
  Result<std::string_view> ByteList(std::size_t at, const FieldInfo& field) {
    const std::uint64_t pointer = Word(at);
    if (!wire::IsListPointer(pointer) || wire::ListElementSize(pointer) != wire::ElementSize::kByte)
      return Corrupt(at, "`" + field.name + "` is no list of bytes");
    SINETTI_TRY(PointsHere(at, pointer));
    const std::uint64_t size = wire::ListCount(pointer);
    const std::uint64_t words = wire::WordsForBytes(size);
    SINETTI_ASSIGN(const std::size_t start, Take(at, words));
    const std::string_view bytes = AsText(record_).substr(start * wire::kWordBytes);
    for (std::uint64_t i = size; i < words * wire::kWordBytes; ++i)
      if (bytes[i] != 0) return Corrupt(start, "`" + field.name + "` is not padded with zeros");
    return bytes.substr(0, size);
  }

  Result<void> Text(std::size_t at, const FieldInfo& field) {
    SINETTI_ASSIGN(std::string_view text, ByteList(at, field));
    if (text.size() < 2 || text.back() != 0)
      return Corrupt(at, "`" + field.name + "` is empty or does not end in a zero");
    text.remove_suffix(1);
    if (!IsUtf8(text) || text.find('\0') != text.npos)
      return Corrupt(at, "`" + field.name + "` is not UTF-8 or holds a zero");
    return {};
  }

  Result<void> DataBytes(std::size_t at, const FieldInfo& field) {
    SINETTI_ASSIGN(const std::string_view bytes, ByteList(at, field));
    if (bytes.empty()) return Corrupt(at, "`" + field.name + "` is empty");
    return {};
  }

  Result<void> List(std::size_t at, const FieldInfo& field) {
    switch (field.kind) {
      case ValueKind::kText: return TextList(at, field);
      case ValueKind::kStruct:
      case ValueKind::kSealed: return StructList(at, field);
      default: return ScalarList(at, field);
    }
  }

  Result<void> ListShape(std::size_t at, const FieldInfo& field, wire::ElementSize element) const {
    const std::uint64_t pointer = Word(at);
    if (!wire::IsListPointer(pointer) || wire::ListElementSize(pointer) != element ||
        wire::ListCount(pointer) == 0)
      return Corrupt(at, "`" + field.name + "` is no list of its kind, or an empty one");
    return PointsHere(at, pointer);
  }

  Result<void> TextList(std::size_t at, const FieldInfo& field) {
    SINETTI_TRY(ListShape(at, field, wire::ElementSize::kPointer));
    const std::uint64_t count = wire::ListCount(Word(at));
    SINETTI_ASSIGN(const std::size_t start, Take(at, count));
    for (std::uint64_t i = 0; i < count; ++i) SINETTI_TRY(Text(start + i, field));
    return {};
  }

  Result<void> ScalarList(std::size_t at, const FieldInfo& field) {
    const unsigned bits = field.kind == ValueKind::kBool ? 1 : field.bits;
    SINETTI_TRY(ListShape(at, field, wire::ElementSizeOfBits(bits)));
    const std::uint64_t count = wire::ListCount(Word(at));
    const std::uint64_t words = wire::WordsOfScalars(wire::ElementSizeOfBits(bits), count);
    SINETTI_ASSIGN(const std::size_t start, Take(at, words));
    if (const std::uint64_t used = count * bits % 64; used != 0 && Word(start + words - 1) >> used)
      return Corrupt(at, "`" + field.name + "` is not padded with zeros");
    if (field.kind == ValueKind::kEnum)
      for (std::uint32_t i = 0; i < count; ++i)
        if (Number(start, words, i, 16) >= field.enumeration->enumerants.size())
          return Unknown(field.enumeration->name, "a value");
    return {};
  }

  Result<void> StructList(std::size_t at, const FieldInfo& field) {
    SINETTI_TRY(ListShapeOfStructs(at, field));
    const std::uint64_t list_words = wire::ListCount(Word(at));
    SINETTI_ASSIGN(const std::size_t tag_word, Take(at, list_words + 1));
    const std::uint64_t tag = Word(tag_word);
    const auto count = static_cast<std::uint64_t>(wire::PointerOffset(tag));
    const std::uint64_t data = wire::StructDataWords(tag);
    const std::uint64_t pointers = wire::StructPointers(tag);
    const std::uint64_t step = data + pointers;
    if (!wire::IsStructPointer(tag) || wire::PointerOffset(tag) <= 0 || count > kElementsMax ||
        count * step != list_words)
      return Corrupt(tag_word, "the tag of `" + field.name + "` does not fit its list");
    bool data_used = data == 0, pointers_used = pointers == 0;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::size_t start = tag_word + 1 + i * step;
      data_used |= data > 0 && Word(start + data - 1) != 0;
      pointers_used |= pointers > 0 && Word(start + step - 1) != 0;
    }
    if (!data_used || !pointers_used)
      return Corrupt(tag_word, "the elements of `" + field.name + "` all end in zeros");
    for (std::uint64_t i = 0; i < count; ++i)
      SINETTI_TRY(Content(at, tag_word + 1 + i * step, data, pointers, *field.structure));
    return {};
  }

  Result<void> ListShapeOfStructs(std::size_t at, const FieldInfo& field) const {
    const std::uint64_t pointer = Word(at);
    if (!wire::IsListPointer(pointer) ||
        wire::ListElementSize(pointer) != wire::ElementSize::kComposite)
      return Corrupt(at, "`" + field.name + "` is no list of structs");
    return PointsHere(at, pointer);
  }

  static constexpr std::uint64_t kElementsMax = 65'536;

  ByteView record_;
  std::size_t words_;
  const StructInfo& body_;
  std::size_t next_ = 1;
  int depth_ = 0;
};

}  // namespace

Result<void> CheckRecord(ByteView record, const StructInfo& root, const StructInfo& body) {
  return Checker(record, body).Run(root);
}

}  // namespace sinetti
