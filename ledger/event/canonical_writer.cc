// One pass in preorder: an object is appended, then what its pointers point at, pointer by pointer.
#include "ledger/event/canonical_writer.h"

#include <algorithm>

namespace sinetti {
namespace {

struct StructSize {
  std::size_t data = 0;
  std::size_t pointers = 0;
};

// Without the zero words at the end of each section.
StructSize TrimmedSize(const StructNode& node) {
  StructSize size{node.info->data_words, node.info->pointers};
  while (size.data > 0 && node.data[size.data - 1] == 0) --size.data;
  while (size.pointers > 0 && node.pointers[size.pointers - 1].kind == PointerNode::Kind::kNull)
    --size.pointers;
  return size;
}

class Writer {
 public:
  explicit Writer(std::size_t bytes_max) : words_max_(bytes_max / wire::kWordBytes) {
    bytes_.reserve(1024);
  }

  Bytes Write(const StructNode& root) {
    Extend(1);
    WriteStruct(0, root);
    return overflow_ ? Bytes{} : std::move(bytes_);
  }

 private:
  // Index of the first of `words` new zero words.
  std::size_t Extend(std::size_t words) {
    const std::size_t start = size_;
    size_ += words;
    if (size_ > words_max_) {
      overflow_ = true;
      size_ = start;
      return start;
    }
    bytes_.resize(size_ * wire::kWordBytes);
    return start;
  }

  void Put(std::size_t word, std::uint64_t value) {
    StoreLittleEndian64(value, bytes_.data() + word * wire::kWordBytes);
  }

  static std::int64_t Offset(std::size_t pointer, std::size_t object) {
    return static_cast<std::int64_t>(object) - static_cast<std::int64_t>(pointer) - 1;
  }

  void WritePointer(std::size_t at, const PointerNode& node) {
    if (overflow_) return;
    switch (node.kind) {
      case PointerNode::Kind::kNull: return;
      case PointerNode::Kind::kText: return WriteBytes(at, node, 1);
      case PointerNode::Kind::kData: return WriteBytes(at, node, 0);
      case PointerNode::Kind::kStruct: return WriteStruct(at, *node.structure);
      case PointerNode::Kind::kStructList: return WriteStructList(at, node);
      case PointerNode::Kind::kPointerList: return WritePointerList(at, node);
      case PointerNode::Kind::kScalarList: return WriteScalarList(at, node);
    }
  }

  void WriteStruct(std::size_t at, const StructNode& node) {
    const StructSize size = TrimmedSize(node);
    if (size.data + size.pointers == 0) return Put(at, wire::kEmptyStructPointer);
    const std::size_t start = Extend(size.data + size.pointers);
    if (overflow_) return;
    Put(at, wire::StructPointer(Offset(at, start), size.data, size.pointers));
    WriteContent(start, node, size);
    WriteChildren(start + size.data, node, size.pointers);
  }

  void WriteContent(std::size_t start, const StructNode& node, const StructSize& size) {
    for (std::size_t i = 0; i < std::min<std::size_t>(size.data, node.info->data_words); ++i)
      Put(start + i, node.data[i]);
  }

  void WriteChildren(std::size_t first_pointer, const StructNode& node, std::size_t pointers) {
    for (std::size_t i = 0; i < std::min<std::size_t>(pointers, node.info->pointers); ++i)
      WritePointer(first_pointer + i, node.pointers[i]);
  }

  // All elements have the size of the largest; a tag word before them says which.
  void WriteStructList(std::size_t at, const PointerNode& list) {
    StructSize size;
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const StructSize element = TrimmedSize(list.structures[i]);
      size.data = std::max(size.data, element.data);
      size.pointers = std::max(size.pointers, element.pointers);
    }
    const std::size_t step = size.data + size.pointers;
    const std::size_t tag = Extend(1 + list.count * step);
    if (overflow_) return;
    Put(at, wire::ListPointer(Offset(at, tag), wire::ElementSize::kComposite, list.count * step));
    Put(tag, wire::StructPointer(list.count, size.data, size.pointers));
    for (std::uint32_t i = 0; i < list.count; ++i)
      WriteContent(tag + 1 + i * step, list.structures[i], size);
    for (std::uint32_t i = 0; i < list.count; ++i)
      WriteChildren(tag + 1 + i * step + size.data, list.structures[i], size.pointers);
  }

  void WritePointerList(std::size_t at, const PointerNode& list) {
    const std::size_t start = Extend(list.count);
    if (overflow_) return;
    Put(at, wire::ListPointer(Offset(at, start), wire::ElementSize::kPointer, list.count));
    for (std::uint32_t i = 0; i < list.count; ++i) WritePointer(start + i, list.pointers[i]);
  }

  void WriteScalarList(std::size_t at, const PointerNode& list) {
    const std::size_t words = wire::WordsOfScalars(list.element, list.count);
    const std::size_t start = Extend(words);
    if (overflow_) return;
    Put(at, wire::ListPointer(Offset(at, start), list.element, list.count));
    for (std::size_t i = 0; i < words; ++i) Put(start + i, list.scalars[i]);
  }

  void WriteBytes(std::size_t at, const PointerNode& node, std::size_t zeros) {
    const std::size_t bytes = node.count + zeros;
    const std::size_t start = Extend(wire::WordsForBytes(bytes));
    if (overflow_) return;
    Put(at, wire::ListPointer(Offset(at, start), wire::ElementSize::kByte, bytes));
    std::memcpy(bytes_.data() + start * wire::kWordBytes, node.bytes, node.count);
  }

  Bytes bytes_;
  std::size_t size_ = 0;
  std::size_t words_max_;
  bool overflow_ = false;
};

}  // namespace

Bytes WriteCanonical(const StructNode& root, std::size_t bytes_max) {
  return Writer(bytes_max).Write(root);
}

}  // namespace sinetti
