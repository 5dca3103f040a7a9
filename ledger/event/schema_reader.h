// Cap'n Proto schemas to TypeRegistry, by reflection.  Apart from the header of the registry
// because it shows Cap'n Proto; tests use it to read a catalogue of their own.
#pragma once

#include <capnp/schema.h>

#include <deque>
#include <map>
#include <span>
#include <vector>

#include "ledger/event/type_registry.h"
#include "ledger/event/upcast.h"

namespace sinetti {

struct TypeRegistry::Impl {
  std::vector<TypeInfo> types;  // by name
  std::deque<StructInfo> structs;
  std::deque<EnumInfo> enums;
  std::map<std::uint64_t, const StructInfo*> struct_by_id;
  std::map<std::uint64_t, const EnumInfo*> enum_by_id;
  const StructInfo* record = nullptr;
  const EnumInfo* publicity = nullptr;
  const EnumInfo* confidence = nullptr;
  const EnumInfo* legal_status = nullptr;
};

// The types that the fields of `catalogue` name.  A schema that breaks the rules of
// docs/guide/add-an-event.md (two types of one name, a default value, a binary floating point
// field, a protected field that is not Sealed, more than 64 fields) is a bug and aborts; so is an
// upcast of a type that is not there.
TypeRegistry ReadCatalogue(capnp::StructSchema catalogue,
                           std::span<const Upcast> upcasts = ReleasedUpcasts());

}  // namespace sinetti
