// Reading any body by the registry's description of it, without generated readers: for JSON, index
// keys and sealed fields, which are the same code for every type.
#pragma once

#include <capnp/any.h>

#include <string_view>

#include "ledger/event/type_registry.h"

namespace sinetti {

// One struct of a body that CheckRecord has passed.  A view.
class BodyStruct {
 public:
  BodyStruct(capnp::AnyStruct::Reader reader, const StructInfo& info)
      : data_(reader.getDataSection()), pointers_(reader.getPointerSection()), info_(&info) {}

  const StructInfo& info() const { return *info_; }

  // The same struct, seen as one of its groups.
  BodyStruct Group(const FieldInfo& field) const {
    BodyStruct group = *this;
    group.info_ = field.structure;
    return group;
  }

  // False for the members of a union that were not chosen.
  bool IsActive(const FieldInfo& field) const {
    return field.union_value < 0 ||
           Number(info_->union_slot, 16) == static_cast<std::uint64_t>(field.union_value);
  }

  // `slot` in multiples of `bits`; zero where the record has cut the struct.
  std::uint64_t Number(std::uint32_t slot, unsigned bits) const {
    return NumberIn(data_, slot, bits);
  }

  // Sign-extended for signed fields.
  std::uint64_t Number(const FieldInfo& field) const {
    if (field.kind == ValueKind::kBool) return Number(field.slot, 1);
    return Extend(Number(field.slot, field.bits), field);
  }

  bool Has(const FieldInfo& field) const {
    return field.slot < pointers_.size() && !pointers_[field.slot].isNull();
  }

  std::string_view Text(const FieldInfo& field) const { return TextOf(Pointer(field)); }

  BodyStruct Struct(const FieldInfo& field) const {
    return {Pointer(field).getAs<capnp::AnyStruct>(), *field.structure};
  }

  capnp::AnyPointer::Reader Pointer(const FieldInfo& field) const {
    return field.slot < pointers_.size() ? pointers_[field.slot] : capnp::AnyPointer::Reader();
  }

  static capnp::List<capnp::AnyStruct>::Reader Elements(capnp::AnyPointer::Reader list) {
    return list.getAs<capnp::AnyList>().as<capnp::List<capnp::AnyStruct>>();
  }

  static std::string_view TextOf(capnp::AnyPointer::Reader pointer) {
    const auto text = pointer.getAs<capnp::Text>();
    return {text.cStr(), text.size()};
  }

  static std::uint64_t Extend(std::uint64_t number, const FieldInfo& field) {
    if (!field.is_signed || field.bits == 64) return number;
    const unsigned unused = 64 - field.bits;
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(number << unused) >> unused);
  }

  static std::uint64_t NumberIn(capnp::Data::Reader bytes, std::size_t slot, unsigned bits) {
    const std::size_t bit = slot * bits;
    if (bit / 8 >= bytes.size()) return 0;
    if (bits < 8) return bytes[bit / 8] >> (bit % 8) & 1u;
    std::uint64_t number = 0;
    for (unsigned i = 0; i < bits / 8; ++i) number |= std::uint64_t{bytes[bit / 8 + i]} << (8 * i);
    return number;
  }

 private:
  capnp::Data::Reader data_;
  capnp::List<capnp::AnyPointer>::Reader pointers_;
  const StructInfo* info_;
};

}  // namespace sinetti
