#include "ledger/event/body_values.h"

namespace sinetti {
namespace {

std::string At(const std::string& path, unsigned index) {
  return path + "[" + std::to_string(index) + "]";
}

class Walk {
 public:
  explicit Walk(const std::function<void(const BodyValue&)>& visit) : visit_(visit) {}

  void Struct(const BodyStruct& body, const std::string& path) {
    for (const FieldInfo& field : body.info().fields) {
      if (!body.IsActive(field)) continue;
      const std::string inner = path + "." + field.name;
      switch (field.kind) {
        case ValueKind::kGroup: Struct(body.Group(field), inner); break;
        case ValueKind::kEnum: Enumerants(body, field, inner); break;
        case ValueKind::kText:
          if (body.Has(field)) Texts(body, field, inner);
          break;
        case ValueKind::kStruct:
          if (body.Has(field)) Structs(body, field, inner);
          break;
        default: break;
      }
    }
  }

 private:
  void Texts(const BodyStruct& body, const FieldInfo& field, const std::string& path) {
    if (!field.list) return visit_({body, field, path, body.Text(field), nullptr});
    unsigned index = 0;
    for (auto text : body.Pointer(field).getAs<capnp::List<capnp::Text>>())
      visit_({body, field, At(path, index++), {text.cStr(), text.size()}, nullptr});
  }

  void Structs(const BodyStruct& body, const FieldInfo& field, const std::string& path) {
    if (!field.list) return Struct(body.Struct(field), path);
    const auto elements = BodyStruct::Elements(body.Pointer(field));
    for (unsigned i = 0; i < elements.size(); ++i)
      Struct({elements[i], *field.structure}, At(path, i));
  }

  void Enumerants(const BodyStruct& body, const FieldInfo& field, const std::string& path) {
    if (!field.list) {
      const std::uint64_t number = body.Number(field);
      if (number != 0 || field.required || field.union_value >= 0)
        Enumerant(body, field, path, number);
      return;
    }
    const auto list = body.Pointer(field).getAs<capnp::AnyList>();
    const auto bytes = list.getRawBytes();
    for (unsigned i = 0; i < list.size(); ++i)
      Enumerant(body, field, At(path, i), BodyStruct::NumberIn(bytes, i, field.bits));
  }

  void Enumerant(const BodyStruct& body, const FieldInfo& field, const std::string& path,
                 std::uint64_t number) {
    const auto& enumerants = field.enumeration->enumerants;
    if (number >= enumerants.size()) return;  // of a newer schema
    visit_({body, field, path, enumerants[number].name, &enumerants[number].labels});
  }

  const std::function<void(const BodyValue&)>& visit_;
};

}  // namespace

void VisitValues(const BodyStruct& body, const std::string& path,
                 const std::function<void(const BodyValue&)>& visit) {
  Walk(visit).Struct(body, path);
}

}  // namespace sinetti
