// By the schema's mark on the field, so that no type is written down here.
#include "ledger/event/digest_fields.h"

#include <string_view>

#include "ledger/event/body.h"
#include "ledger/event/body_struct.h"

namespace sinetti {
namespace {

void Collect(const BodyStruct& body, const std::string& path, std::vector<DigestField>& found);

// What the struct of a digest says of the document besides.
void Describe(const BodyStruct& body, DigestField& digest) {
  const FieldInfo* size = body.info().Find("sizeBytes");
  if (size != nullptr && size->kind == ValueKind::kInteger) digest.size_bytes = body.Number(*size);
  const FieldInfo* type = body.info().Find("mediaType");
  if (type != nullptr && type->kind == ValueKind::kText && body.Has(*type))
    digest.media_type = body.Text(*type);
}

void CollectTexts(const BodyStruct& body, const FieldInfo& field, const std::string& path,
                  std::vector<DigestField>& found) {
  if (field.list) {
    unsigned i = 0;
    for (auto text : body.Pointer(field).getAs<capnp::List<capnp::Text>>())
      found.push_back({path + "[" + std::to_string(i++) + "]", {text.cStr(), text.size()}, 0, ""});
    return;
  }
  DigestField digest{.path = path, .digest = std::string(body.Text(field))};
  Describe(body, digest);
  found.push_back(std::move(digest));
}

void CollectStructs(const BodyStruct& body, const FieldInfo& field, const std::string& path,
                    std::vector<DigestField>& found) {
  if (!field.list) return Collect(body.Struct(field), path, found);
  auto list = BodyStruct::Elements(body.Pointer(field));
  for (unsigned i = 0; i < list.size(); ++i)
    Collect({list[i], *field.structure}, path + "[" + std::to_string(i) + "]", found);
}

void Collect(const BodyStruct& body, const std::string& path, std::vector<DigestField>& found) {
  for (const FieldInfo& field : body.info().fields) {
    if (!body.IsActive(field)) continue;
    const std::string inner = path + "." + field.name;
    if (field.kind == ValueKind::kGroup) {
      Collect(body.Group(field), inner, found);
    } else if (field.kind == ValueKind::kText) {
      if (field.identifier == IdentifierKind::kSha256 && body.Has(field))
        CollectTexts(body, field, inner, found);
    } else if (field.kind == ValueKind::kStruct && body.Has(field)) {
      CollectStructs(body, field, inner, found);
    }
  }
}

}  // namespace

std::vector<DigestField> DigestFields(const Event& event) {
  std::vector<DigestField> found;
  Collect({event.impl().body.getAs<capnp::AnyStruct>(), *event.type_info().body}, "data", found);
  if (const ByteView span = event.envelope().provenance.span_sha256; !span.empty())
    found.push_back({"provenance.spanSha256", HexEncode(span), 0, ""});
  return found;
}

}  // namespace sinetti
