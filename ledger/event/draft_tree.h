// What a draft is made of inside: structs and lists as the schema lays them out, not yet put in the
// order of a record.  The parser builds the tree, the vault fills its sealed parts, the canonical
// writer turns it into bytes; none of them needs to know the others.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "ledger/event/draft.h"
#include "ledger/event/wire.h"

namespace sinetti {

// Memory that is given back all at once.  Nothing in it has a destructor.
class Arena {
 public:
  // Zeroed, aligned to 8 bytes.
  void* Allocate(std::size_t bytes);

  template <class T>
  T* Array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 8);
    return static_cast<T*>(Allocate(count * sizeof(T)));
  }

  std::string_view Copy(std::string_view text) {
    if (text.empty()) return {};
    char* copy = Array<char>(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

 private:
  std::vector<std::unique_ptr<std::uint64_t[]>> chunks_;
  std::uint64_t* next_ = nullptr;
  std::size_t words_left_ = 0;
  std::size_t chunk_words_ = 256;
};

struct StructNode;

// One pointer of a struct, and what it points at.
struct PointerNode {
  enum class Kind : std::uint8_t {
    kNull,
    kText,
    kData,
    kStruct,
    kStructList,
    kPointerList,
    kScalarList
  };

  Kind kind = Kind::kNull;
  wire::ElementSize element = wire::ElementSize::kVoid;  // kScalarList
  std::uint32_t count = 0;  // bytes of text (without its zero) or data, elements of a list
  union {
    const char* bytes;             // kText, kData
    StructNode* structure;         // kStruct
    StructNode* structures;        // kStructList: count of them
    PointerNode* pointers;         // kPointerList
    const std::uint64_t* scalars;  // kScalarList, packed as on the wire
  };

  static PointerNode Text(std::string_view text) {
    PointerNode node;
    if (text.empty()) return node;  // no text and an empty one are the same
    node.kind = Kind::kText;
    node.count = static_cast<std::uint32_t>(text.size());
    node.bytes = text.data();
    return node;
  }
  static PointerNode Data(ByteView data) {
    PointerNode node = Text(AsText(data));
    if (node.kind == Kind::kText) node.kind = Kind::kData;
    return node;
  }
  static PointerNode Struct(StructNode* structure) {
    PointerNode node;
    node.kind = Kind::kStruct;
    node.structure = structure;
    return node;
  }

  PointerNode() : bytes(nullptr) {}
};

struct StructNode {
  const StructInfo* info = nullptr;
  std::uint64_t* data = nullptr;    // info->data_words
  PointerNode* pointers = nullptr;  // info->pointers

  static StructNode Make(const StructInfo& info, Arena& arena) {
    return {&info, arena.Array<std::uint64_t>(info.data_words),
            arena.Array<PointerNode>(info.pointers)};
  }

  // A number of `bits` bits, `slot` in multiples of its own size.
  std::uint64_t Number(std::uint32_t slot, unsigned bits) const {
    return data[std::size_t{slot} * bits / 64] >> (slot * bits % 64) &
           ~std::uint64_t{0} >> (64 - bits);
  }
  void SetNumber(std::uint32_t slot, unsigned bits, std::uint64_t value) {
    const unsigned shift = slot * bits % 64;
    const std::uint64_t mask = bits == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
    std::uint64_t& word = data[std::size_t{slot} * bits / 64];
    word = (word & ~(mask << shift)) | (value & mask) << shift;
  }
};

// The pointers of schemas/values.capnp Sealed.
inline constexpr std::size_t kSealedSubject = 0;
inline constexpr std::size_t kSealedCommitment = 1;
inline constexpr std::size_t kSealedBox = 2;

// A protected field's place in the tree, and the two forms of what stands there.
struct SealedSlot {
  PointerNode* pointers = nullptr;  // of its Sealed struct
  PointerNode commitment, box, draft_commitment;
  bool sealed = false;
};

struct Draft::Impl {
  Arena arena;
  const TypeInfo* type = nullptr;
  StructNode record;  // of schemas/record.capnp
  std::string_view source, id, stream, client;
  ExpectedVersion expected;
  std::vector<ProtectedField> protected_fields;
  std::vector<SealedSlot> slots;  // beside protected_fields
};

}  // namespace sinetti
