// Reads structs, fields and annotations of schemas/*.capnp into plain data, once per process.
#include "ledger/event/schema_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ledger/base/check.h"
#include "schemas/annotations.capnp.h"
#include "schemas/catalogue.capnp.h"
#include "schemas/record.capnp.h"
#include "schemas/values.capnp.h"

namespace sinetti {
namespace {

// Ids of the annotations in schemas/annotations.capnp.
constexpr std::uint64_t kEvent = 0xb3c1f0a9d2e45702;
constexpr std::uint64_t kLabel = 0xb3c1f0a9d2e45703;
constexpr std::uint64_t kAbout = 0xb3c1f0a9d2e45704;
constexpr std::uint64_t kBasis = 0xb3c1f0a9d2e45705;
constexpr std::uint64_t kExample = 0xb3c1f0a9d2e45706;
constexpr std::uint64_t kRequired = 0xb3c1f0a9d2e45707;
constexpr std::uint64_t kPersonal = 0xb3c1f0a9d2e45708;
constexpr std::uint64_t kConfidential = 0xb3c1f0a9d2e45709;
constexpr std::uint64_t kIdentifier = 0xb3c1f0a9d2e4570a;
constexpr std::uint64_t kIndex = 0xb3c1f0a9d2e4570b;
constexpr std::uint64_t kDecimal = 0xb3c1f0a9d2e4570c;
constexpr std::uint64_t kLaw = 0xb3c1f0a9d2e4570d;
constexpr std::uint64_t kOnly = 0xb3c1f0a9d2e4570e;
constexpr std::uint64_t kPublication = 0xb3c1f0a9d2e4570f;
constexpr std::uint64_t kBought = 0xb3c1f0a9d2e45710;
constexpr std::uint64_t kDivides = 0xb3c1f0a9d2e45711;
constexpr std::uint64_t kRecorded = 0xb3c1f0a9d2e45712;

using Annotations = capnp::List<capnp::schema::Annotation>::Reader;

bool Has(Annotations annotations, std::uint64_t id) {
  for (auto annotation : annotations)
    if (annotation.getId() == id) return true;
  return false;
}

capnp::schema::Value::Reader ValueOf(Annotations annotations, std::uint64_t id) {
  for (auto annotation : annotations)
    if (annotation.getId() == id) return annotation.getValue();
  return {};
}

std::string TextOf(Annotations annotations, std::uint64_t id) {
  return Has(annotations, id) ? ValueOf(annotations, id).getText().cStr() : "";
}

Labels LabelsOf(Annotations annotations) {
  if (!Has(annotations, kLabel)) return {};
  auto text = ValueOf(annotations, kLabel).getStruct().getAs<schema::Text3>();
  return {text.getFi().cStr(), text.getSv().cStr(), text.getEn().cStr()};
}

std::string ShortName(capnp::Schema schema) {
  auto proto = schema.getProto();
  return proto.getDisplayName().cStr() + proto.getDisplayNamePrefixLength();
}

std::vector<std::string> Words(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

// A schema that breaks a rule is a bug of ours; the message names it for whoever wrote the schema.
void Demand(bool kept, const std::string& name, const char* rule) {
  if (!kept) internal::CheckFailed("schemas", 0, (name + ": " + rule).c_str());
}

std::string_view NameOf(const StructInfo& info, std::size_t i) { return info.fields[i].name; }

class CatalogueReader {
 public:
  explicit CatalogueReader(TypeRegistry::Impl& registry) : registry_(registry) {}

  const StructInfo* ReadStruct(capnp::StructSchema schema) {
    auto [known, is_new] = registry_.struct_by_id.try_emplace(schema.getProto().getId());
    if (!is_new) return known->second;
    StructInfo& info = registry_.structs.emplace_back();
    known->second = &info;  // before its fields: a struct may hold itself
    auto proto = schema.getProto().getStruct();
    info.name = ShortName(schema);
    info.schema_id = schema.getProto().getId();
    info.data_words = proto.getDataWordCount();
    info.pointers = proto.getPointerCount();
    Demand(info.pointers <= 64, info.name, "a struct has at most 64 pointers, groups included");
    info.has_union = proto.getDiscriminantCount() > 0;
    info.union_slot = proto.getDiscriminantOffset();
    Demand(schema.getFields().size() <= 64, info.name, "a struct has at most 64 fields");
    for (auto field : schema.getFields()) info.fields.push_back(ReadField(field));
    info.data_mask.resize(info.data_words);
    MarkData(info, info);
    info.names.Build(info.fields.size(), [&](std::size_t i) { return NameOf(info, i); });
    SettleRules(info);
    return &info;
  }

  const EnumInfo* ReadEnum(capnp::EnumSchema schema) {
    auto [known, is_new] = registry_.enum_by_id.try_emplace(schema.getProto().getId());
    if (!is_new) return known->second;
    EnumInfo& info = registry_.enums.emplace_back();
    known->second = &info;
    info.name = ShortName(schema);
    for (auto enumerant : schema.getEnumerants()) {
      auto proto = enumerant.getProto();
      info.enumerants.push_back({proto.getName().cStr(), LabelsOf(proto.getAnnotations())});
    }
    return &info;
  }

  // has_index and has_sealed follow from the structs below, which may hold one
  // another.
  void SettleContents() {
    for (bool changed = true; changed;) {
      changed = false;
      for (StructInfo& info : registry_.structs)
        for (const FieldInfo& field : info.fields) {
          const StructInfo* below = field.structure;
          const bool index = !field.index.empty() || (below != nullptr && below->has_index);
          const bool sealed = field.kind == ValueKind::kSealed || (below && below->has_sealed);
          changed |= (index && !info.has_index) || (sealed && !info.has_sealed);
          info.has_index |= index;
          info.has_sealed |= sealed;
        }
    }
  }

  TypeInfo ReadType(capnp::StructSchema schema) {
    auto annotations = schema.getProto().getAnnotations();
    TypeInfo type;
    type.name = TextOf(annotations, kEvent);
    Demand(!type.name.empty(), ShortName(schema), "a type of the catalogue needs $event");
    type.labels = LabelsOf(annotations);
    type.about = TextOf(annotations, kAbout);
    type.bases = Words(TextOf(annotations, kBasis));
    type.example = TextOf(annotations, kExample);
    type.law = TextOf(annotations, kLaw);
    type.publication = Has(annotations, kPublication);
    type.body = ReadStruct(schema);
    return type;
  }

 private:
  static void SettleRules(StructInfo& info) {
    for (const FieldInfo& field : info.fields) {
      info.has_recorded |= field.recorded;
      if (field.divides.empty()) continue;
      info.has_denominator = true;
      const FieldInfo* divided = info.Find(field.divides);
      Demand(field.structure != nullptr && field.structure->Find("value") != nullptr &&
                 divided != nullptr && divided->structure == field.structure,
             field.name, "$divides is for a Quantity and names another one beside it");
    }
  }

  // The bits of `from`, a struct or one of its groups, in the mask of `info`.
  static void MarkData(const StructInfo& from, StructInfo& info) {
    if (from.has_union) MarkBits(info, from.union_slot, 16);
    for (const FieldInfo& field : from.fields) {
      if (field.kind == ValueKind::kGroup) MarkData(*field.structure, info);
      if (field.list) continue;
      if (field.kind == ValueKind::kBool) MarkBits(info, field.slot, 1);
      if (field.bits != 0) MarkBits(info, field.slot, field.bits);
    }
  }

  static void MarkBits(StructInfo& info, std::uint32_t slot, unsigned bits) {
    info.data_mask[std::size_t{slot} * bits / 64] |= (~std::uint64_t{0} >> (64 - bits))
                                                     << (slot * bits % 64);
  }

  FieldInfo ReadField(capnp::StructSchema::Field schema) {
    auto proto = schema.getProto();
    auto annotations = proto.getAnnotations();
    FieldInfo field;
    field.name = proto.getName().cStr();
    field.labels = LabelsOf(annotations);
    field.about = TextOf(annotations, kAbout);
    field.index = TextOf(annotations, kIndex);
    field.law = TextOf(annotations, kLaw);
    field.bought = Has(annotations, kBought);
    field.recorded = Has(annotations, kRecorded);
    field.divides = TextOf(annotations, kDivides);
    field.required = Has(annotations, kRequired);
    if (Has(annotations, kPersonal)) field.sealing = Sealing::kPersonal;
    if (Has(annotations, kConfidential)) field.sealing = Sealing::kConfidential;
    if (Has(annotations, kIdentifier))
      field.identifier = static_cast<IdentifierKind>(ValueOf(annotations, kIdentifier).getEnum());
    if (proto.getDiscriminantValue() != capnp::schema::Field::NO_DISCRIMINANT)
      field.union_value = proto.getDiscriminantValue();
    if (proto.isGroup()) {
      field.kind = ValueKind::kGroup;
      field.structure = ReadStruct(schema.getType().asStruct());
    } else {
      Demand(!proto.getSlot().getHadExplicitDefault(), field.name, "no default values");
      field.slot = proto.getSlot().getOffset();
      ReadValueType(schema.getType(), field);
    }
    if (Has(annotations, kDecimal)) {
      Demand(field.kind == ValueKind::kInteger && field.bits == 64 && field.is_signed, field.name,
             "$decimal is for Int64");
      field.kind = ValueKind::kDecimal;
      field.decimals = ValueOf(annotations, kDecimal).getUint8();
    }
    if (Has(annotations, kOnly)) field.only = EnumerantOf(field, TextOf(annotations, kOnly));
    Demand(!field.bought || (field.kind == ValueKind::kText && !field.list), field.name,
           "$bought is for Text");
    Demand(!field.recorded || (field.identifier == IdentifierKind::kEventRef && !field.list),
           field.name, "$recorded is for one $identifier(eventRef)");
    Demand((field.kind == ValueKind::kSealed) == (field.sealing != Sealing::kNone), field.name,
           "Sealed and $personal or $confidential go together");
    Demand(field.identifier == IdentifierKind::kNone || field.kind == ValueKind::kText, field.name,
           "$identifier is for Text");
    return field;
  }

  static int EnumerantOf(const FieldInfo& field, const std::string& name) {
    Demand(field.kind == ValueKind::kEnum && !field.list, field.name, "$only is for an enum");
    const auto& enumerants = field.enumeration->enumerants;
    const auto found = std::find_if(enumerants.begin(), enumerants.end(),
                                    [&name](const EnumerantInfo& one) { return one.name == name; });
    Demand(found != enumerants.end(), field.name, "$only names a value of the enum");
    return static_cast<int>(found - enumerants.begin());
  }

  void ReadValueType(capnp::Type type, FieldInfo& field) {
    using capnp::schema::Type;
    if (type.isList()) {
      Demand(!field.list, field.name, "no lists of lists");
      field.list = true;
      return ReadValueType(type.asList().getElementType(), field);
    }
    switch (type.which()) {
      case Type::VOID: field.kind = ValueKind::kVoid; return;
      case Type::BOOL: field.kind = ValueKind::kBool; return;
      case Type::TEXT: field.kind = ValueKind::kText; return;
      case Type::DATA: field.kind = ValueKind::kData; return;
      case Type::ANY_POINTER: field.kind = ValueKind::kAny; return;
      case Type::INT8: return SetInteger(field, 8, true);
      case Type::INT16: return SetInteger(field, 16, true);
      case Type::INT32: return SetInteger(field, 32, true);
      case Type::INT64: return SetInteger(field, 64, true);
      case Type::UINT8: return SetInteger(field, 8, false);
      case Type::UINT16: return SetInteger(field, 16, false);
      case Type::UINT32: return SetInteger(field, 32, false);
      case Type::UINT64: return SetInteger(field, 64, false);
      case Type::ENUM:
        field.kind = ValueKind::kEnum;
        field.bits = 16;
        field.enumeration = ReadEnum(type.asEnum());
        return;
      case Type::STRUCT:
        field.kind = type.asStruct() == capnp::Schema::from<schema::Sealed>() ? ValueKind::kSealed
                                                                              : ValueKind::kStruct;
        field.structure = ReadStruct(type.asStruct());
        return;
      default: Demand(false, field.name, "events have no fields of this type (floating point?)");
    }
  }

  static void SetInteger(FieldInfo& field, std::uint8_t bits, bool is_signed) {
    field.kind = ValueKind::kInteger;
    field.bits = bits;
    field.is_signed = is_signed;
  }

  TypeRegistry::Impl& registry_;
};

}  // namespace

const FieldInfo* StructInfo::Find(std::string_view wanted) const {
  const int found = names.Find(wanted, [this](std::size_t i) { return NameOf(*this, i); });
  return found < 0 ? nullptr : &fields[static_cast<std::size_t>(found)];
}

TypeRegistry ReadCatalogue(capnp::StructSchema catalogue, std::span<const Upcast> upcasts) {
  auto impl = std::make_unique<TypeRegistry::Impl>();
  CatalogueReader reader(*impl);
  for (auto field : catalogue.getFields())
    impl->types.push_back(reader.ReadType(field.getType().asStruct()));
  std::sort(impl->types.begin(), impl->types.end(),
            [](const TypeInfo& a, const TypeInfo& b) { return a.name < b.name; });
  for (std::size_t i = 1; i < impl->types.size(); ++i)
    Demand(impl->types[i - 1].name != impl->types[i].name, impl->types[i].name,
           "two structs with the same $event");
  std::size_t changes = 0;
  for (TypeInfo& type : impl->types) {
    type.version = VersionsOf(type.name, upcasts);
    changes += type.version - 1u;
  }
  SINETTI_CHECK(changes == upcasts.size());
  impl->record = reader.ReadStruct(capnp::Schema::from<schema::Record>());
  impl->publicity = reader.ReadEnum(capnp::Schema::from<schema::Publicity>());
  impl->confidence = reader.ReadEnum(capnp::Schema::from<schema::Provenance::Confidence>());
  impl->legal_status = reader.ReadEnum(capnp::Schema::from<schema::LegalBasis::Status>());
  reader.SettleContents();
  for (const TypeInfo& type : impl->types)
    Demand(!type.publication || !type.body->has_sealed, type.name,
           "what was published holds no sealed value");
  return TypeRegistry(std::move(impl));
}

TypeRegistry TypeRegistry::Builtin() {
  return ReadCatalogue(capnp::Schema::from<schema::Catalogue>());
}

}  // namespace sinetti
