// One line for each type, struct, field, enumeration and enumerant; each struct is described once,
// behind the first that holds it.
#include "ledger/evidence/schema_text.h"

#include <map>
#include <set>

namespace sinetti {
namespace {

std::string LabelWords(const Labels& labels) {
  if (labels.fi.empty() && labels.sv.empty() && labels.en.empty()) return "";
  return " : " + labels.fi + " | " + labels.sv + " | " + labels.en;
}

class Writer {
 public:
  void AddType(const TypeInfo& type) {
    text_ += "type " + type.name + ' ' + std::to_string(type.version) + ' ' + NameOf(type.body) +
             LabelWords(type.labels) + '\n';
  }

  void AddStruct(const StructInfo& info) {
    NameOf(&info);
    while (!waiting_.empty()) {
      const auto next = waiting_.front();
      waiting_.erase(waiting_.begin());
      next.structure != nullptr ? Describe(*next.structure) : Describe(*next.enumeration);
    }
  }

  std::string Take() { return std::move(text_); }

 private:
  struct Waiting {
    const StructInfo* structure;
    const EnumInfo* enumeration;
  };

  // Two structs of one name get different ones here.
  std::string UniqueName(const std::string& name) {
    std::string unique = name;
    for (int i = 2; !taken_.insert(unique).second; ++i) unique = name + '~' + std::to_string(i);
    return unique;
  }
  const std::string& NameOf(const StructInfo* info) {
    const auto [at, is_new] = names_.try_emplace(info);
    if (is_new) {
      at->second = UniqueName(info->name);
      waiting_.push_back({info, nullptr});
    }
    return at->second;
  }
  const std::string& NameOf(const EnumInfo* info) {
    const auto [at, is_new] = names_.try_emplace(info);
    if (is_new) {
      at->second = UniqueName(info->name);
      waiting_.push_back({nullptr, info});
    }
    return at->second;
  }

  std::string KindOf(const FieldInfo& field) {
    switch (field.kind) {
      case ValueKind::kVoid: return "void";
      case ValueKind::kBool: return "bool";
      case ValueKind::kInteger: return (field.is_signed ? "i" : "u") + std::to_string(field.bits);
      case ValueKind::kDecimal:
        return "i" + std::to_string(field.bits) + "/10^" + std::to_string(field.decimals);
      case ValueKind::kEnum: return "enum:" + NameOf(field.enumeration);
      case ValueKind::kText: return "text";
      case ValueKind::kSealed: return "sealed:" + NameOf(field.structure);
      case ValueKind::kStruct: return "struct:" + NameOf(field.structure);
      case ValueKind::kGroup: return "group:" + NameOf(field.structure);
      case ValueKind::kData: return "data";
      case ValueKind::kAny: return "any";
    }
    return "any";
  }

  void Describe(const StructInfo& info) {
    text_ += "struct " + NameOf(&info) + ' ' + std::to_string(info.data_words) + ' ' +
             std::to_string(info.pointers);
    if (info.has_union) text_ += " union " + std::to_string(info.union_slot);
    text_ += '\n';
    for (const FieldInfo& field : info.fields) {
      text_ += "  " + field.name + ' ' + (field.list ? "[]" : "") + KindOf(field) + ' ' +
               std::to_string(field.slot);
      if (field.union_value >= 0) text_ += " if " + std::to_string(field.union_value);
      if (field.required) text_ += " required";
      text_ += LabelWords(field.labels) + '\n';
    }
  }

  void Describe(const EnumInfo& info) {
    text_ += "enum " + NameOf(&info) + '\n';
    for (std::size_t i = 0; i < info.enumerants.size(); ++i)
      text_ += "  " + std::to_string(i) + ' ' + info.enumerants[i].name +
               LabelWords(info.enumerants[i].labels) + '\n';
  }

  std::string text_;
  std::map<const void*, std::string> names_;
  std::set<std::string> taken_;
  std::vector<Waiting> waiting_;
};

}  // namespace

std::string SchemaText(const TypeRegistry& registry, const std::vector<Event>& events) {
  std::map<std::string_view, const TypeInfo*> types;
  for (const Event& event : events) types.emplace(event.type(), &event.type_info());
  Writer writer;
  for (const auto& [name, type] : types) writer.AddType(*type);
  writer.AddStruct(registry.record());
  return writer.Take();
}

}  // namespace sinetti
