// By the schema's mark on the field, so that no type is written down here.
#include "ledger/event/digest_fields.h"

#include "ledger/event/body.h"
#include "ledger/event/body_values.h"

namespace sinetti {
namespace {

// What the struct of a digest says of the document besides.
void Describe(const BodyStruct& body, DigestField& digest) {
  const FieldInfo* size = body.info().Find("sizeBytes");
  if (size != nullptr && size->kind == ValueKind::kInteger) digest.size_bytes = body.Number(*size);
  const FieldInfo* type = body.info().Find("mediaType");
  if (type != nullptr && type->kind == ValueKind::kText && body.Has(*type))
    digest.media_type = body.Text(*type);
}

}  // namespace

std::vector<DigestField> DigestFields(const Event& event) {
  std::vector<DigestField> found;
  VisitValues({event.impl().body.getAs<capnp::AnyStruct>(), *event.type_info().body}, "data",
              [&found](const BodyValue& value) {
                if (value.field.identifier != IdentifierKind::kSha256) return;
                found.push_back({value.path, std::string(value.text), 0, ""});
                if (!value.field.list) Describe(value.body, found.back());
              });
  if (const ByteView span = event.envelope().provenance.span_sha256; !span.empty())
    found.push_back({"provenance.spanSha256", HexEncode(span), 0, ""});
  return found;
}

}  // namespace sinetti
