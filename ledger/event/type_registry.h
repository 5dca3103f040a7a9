// What the program knows of every event type, read once from the compiled-in schemas: names,
// labels, rules and, for the codec, where each field lives in a record.  schemas/catalogue.capnp
// lists the types; nothing here is written by hand per type (docs/format/event.md, "Types").
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/name_table.h"

namespace sinetti {

// $label: one text in Finnish, Swedish and English.
struct Labels {
  std::string fi, sv, en;
};

struct EnumerantInfo {
  std::string name;  // as in JSON
  Labels labels;
};

// Enumerants in the order of their numbers: enumerants[value].
struct EnumInfo {
  std::string name;
  std::vector<EnumerantInfo> enumerants;
};

enum class ValueKind : std::uint8_t {
  kVoid,  // a union member without a value: `true` in JSON
  kBool,
  kInteger,  // bits and is_signed say which
  kDecimal,  // Int64 holding value x 10^decimals
  kEnum,
  kText,
  kSealed,  // a protected text, docs/format/sealing.md
  kStruct,
  kGroup,  // an object in JSON whose fields live in the same struct
  kData,   // bytes; only inside Sealed and in the record's own structs
  kAny,    // the body; only in the record itself
};

enum class Sealing : std::uint8_t { kNone, kPersonal, kConfidential };

// What a Text field must hold: same names and numbers as Identifier in schemas/annotations.capnp.
enum class IdentifierKind : std::uint8_t {
  kNone,
  kBusinessId,
  kMunicipality,
  kOid,
  kSha256,
  kEdtf,
  kDate,
  kInstant,
  kCurrency,
  kAct,
  kLegalBasis,
  kPseudonym,
  kUrl,
  kEventRef,
  kMediaType,
};
inline constexpr std::size_t kIdentifierKinds = 15;

struct StructInfo;

struct FieldInfo {
  std::string name;  // as in JSON
  Labels labels;
  std::string about;
  std::string index;  // $index: the kind of index key that the value is, or empty
  std::string law;    // $law: legal bases of what is demanded of the value, or empty
  ValueKind kind = ValueKind::kText;
  Sealing sealing = Sealing::kNone;
  IdentifierKind identifier = IdentifierKind::kNone;
  bool list = false;  // a JSON array of such values
  bool required = false;
  bool is_signed = false;     // kInteger
  std::uint8_t bits = 0;      // kInteger, kDecimal: 8, 16, 32 or 64
  std::uint8_t decimals = 0;  // kDecimal
  bool bought = false;        // $bought
  bool recorded = false;      // $recorded: the event it names is in the ledger
  int only = -1;              // $only: the number of the one enumerant that may stand here
  std::string divides;        // $divides: the field that it is the denominator of
  int union_value = -1;       // its number in the union of its struct, or -1
  std::uint32_t slot = 0;     // bool: bit; number, enum: multiple of its own size; else: pointer
  const EnumInfo* enumeration = nullptr;  // kEnum
  const StructInfo* structure = nullptr;  // kStruct, kGroup, kSealed
};

struct StructInfo {
  std::string name;  // of the schema: Money
  std::uint64_t schema_id = 0;
  std::vector<FieldInfo> fields;  // in the order of the schema
  std::uint16_t data_words = 0;
  std::uint16_t pointers = 0;
  bool has_union = false;
  std::uint32_t union_slot = 0;  // where the number of the chosen member is, in 16-bit units

  // Null when there is no such field.
  const FieldInfo* Find(std::string_view name) const;

  NameTable names;                       // of fields
  std::vector<std::uint64_t> data_mask;  // the bits that some field lives in
  bool has_index = false;                // here or in a struct below: a field with $index
  bool has_sealed = false;               // the same with a Sealed field
  bool has_recorded = false;             // here: a field with $recorded
  bool has_denominator = false;          // here: one with $divides
};

struct TypeInfo {
  std::string name;           // decision.made
  std::uint16_t version = 1;  // of the type's schema; records carry it
  Labels labels;
  std::string about;
  std::vector<std::string> bases;  // legal bases that ask for this record
  std::string example;             // `data` of a valid draft, as JSON
  std::string law;                 // $law: legal bases of what is demanded of the event
  bool publication = false;        // $publication: open, about no client, without sealed values
  const StructInfo* body = nullptr;
};

// Immutable once built; any number of threads may read it.  Drafts and events point into it, so it
// must outlive them.
class TypeRegistry {
 public:
  // The types of schemas/catalogue.capnp.
  static TypeRegistry Builtin();

  TypeRegistry(TypeRegistry&&) noexcept;
  TypeRegistry& operator=(TypeRegistry&&) noexcept;
  ~TypeRegistry();

  // Null when there is no such type.
  const TypeInfo* Find(std::string_view name) const;

  // All types, by name.
  const std::vector<TypeInfo>& types() const;

  // At most three names that somebody who wrote `name` may have meant, best first.
  std::vector<std::string_view> Nearest(std::string_view name) const;

  // The enumerations of the envelope, for their labels.
  const EnumInfo& publicity() const;
  const EnumInfo& confidence() const;
  const EnumInfo& legal_status() const;

  // The struct of schemas/record.capnp: what every record is checked and encoded by.
  const StructInfo& record() const;

  struct Impl;  // ledger/event/schema_reader.h
  explicit TypeRegistry(std::unique_ptr<Impl> impl);

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti
