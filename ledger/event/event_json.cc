// The mirror of attributes.cc and body_parser.cc: what they read, this writes, so that an event
// without its position is a draft again.
#include "ledger/event/event_json.h"

#include <algorithm>
#include <string>

#include "ledger/event/body.h"
#include "ledger/event/body_struct.h"
#include "ledger/event/decimal.h"
#include "ledger/event/json_writer.h"
#include "ledger/event/sealed_value.h"

namespace sinetti {
namespace {

class EventWriter {
 public:
  EventWriter(const Event& event, const EventJsonOptions& options)
      : event_(event), options_(options), json_(options.indent) {}

  std::string Write() {
    json_.BeginObject();
    Identity();
    if (options_.position) Position();
    Times();
    Parties();
    Provenance();
    json_.Member("data");
    Data();
    json_.EndObject();
    return json_.Take();
  }

  std::string WriteData() {
    Data();
    return json_.Take();
  }

 private:
  void Attribute(std::string_view name, std::string_view text) {
    if (!text.empty()) json_.TextMember(name, text);
  }

  void NumberMember(std::string_view name, std::uint64_t number) {
    json_.Member(name);
    json_.Literal(std::to_string(number));
  }

  void Identity() {
    json_.TextMember("specversion", "1.0");
    json_.TextMember("id", options_.id.empty() ? event_.id() : options_.id);
    json_.TextMember("source", event_.source());
    json_.TextMember("type", event_.type());
    json_.TextMember("stream", event_.stream());
    Attribute("dataschema", envelope_.data_schema);
  }

  void Position() {
    NumberMember("sequence", event_.sequence().value);
    NumberMember("streamversion", event_.stream_version().value);
    json_.TextMember("recordedat", FormatTimestamp(event_.recorded_at()));
    json_.TextMember("leaf", event_.leaf().hex());
  }

  // An instant is what CloudEvents calls `time`; anything less precise is `occurred`.
  void Times() {
    const bool instant = envelope_.occurred.find('T') != std::string_view::npos;
    if (instant && envelope_.time.empty()) {
      json_.TextMember("time", envelope_.occurred);
    } else {
      Attribute("time", envelope_.time);
      Attribute("occurred", envelope_.occurred);
    }
    Attribute("effectivefrom", envelope_.effective_from);
    Attribute("effectiveto", envelope_.effective_to);
  }

  void Parties() {
    Attribute("subject", envelope_.client);
    Attribute("actor", envelope_.actor);
    Attribute("role", envelope_.role);
    Attribute("mandate", envelope_.mandate);
    Attribute("provider", envelope_.provider);
    Attribute("unit", envelope_.unit);
    Attribute("matter", envelope_.matter);
    Attribute("contract", envelope_.contract);
    Attribute("causation", envelope_.causation);
    Attribute("correlation", envelope_.correlation);
    const bool corrects = !options_.corrects.empty();
    Attribute("relation", corrects ? "corrects" : envelope_.relation);
    Attribute("relatesto", corrects ? options_.corrects : envelope_.relates_to);
    if (envelope_.publicity != Publicity::kUnspecified)
      json_.TextMember("publicity", kPublicityNames[static_cast<std::size_t>(envelope_.publicity)]);
    Attribute("retention", envelope_.retention);
    if (!envelope_.legal_basis.empty()) json_.TextMember("legalbasis", LegalBases());
  }

  std::string LegalBases() const {
    std::string text;
    for (const LegalBasis& basis : envelope_.legal_basis) {
      if (!text.empty()) text += ' ';
      text += basis.act;
      std::string section(basis.section);
      std::replace(section.begin(), section.end(), ' ', '_');
      if (!section.empty() || !basis.moment.empty()) text += ':' + section;
      if (!basis.moment.empty()) (text += ':') += basis.moment;
      if (!basis.as_of.empty()) (text += '@') += basis.as_of;
      if (basis.status == LegalStatus::kDraft) text += "#draft";
      if (basis.status == LegalStatus::kRepealed) text += "#repealed";
    }
    return text;
  }

  void Provenance() {
    const auto& provenance = envelope_.provenance;
    Attribute("sourcedocument", provenance.document);
    if (provenance.end != 0) {
      NumberMember("sourcestart", provenance.start);
      NumberMember("sourceend", provenance.end);
    }
    if (!provenance.span_sha256.empty())
      json_.TextMember("sourcedigest", HexEncode(provenance.span_sha256));
    Attribute("sourcequote", provenance.quote);
    Attribute("statedby", provenance.stated_by);
    if (provenance.confidence != Confidence::kUnspecified)
      json_.TextMember("confidence",
                       kConfidenceNames[static_cast<std::size_t>(provenance.confidence)]);
    std::string invented;
    for (const std::string_view path : provenance.invented)
      (invented += invented.empty() ? "" : ",") += path;
    Attribute("invented", invented);
  }

  void Data() {
    Object({event_.impl().body.getAs<capnp::AnyStruct>(), *event_.type_info().body}, "data");
  }

  void Object(const BodyStruct& body, const std::string& path) {
    json_.BeginObject();
    Members(body, path);
    json_.EndObject();
  }

  void Members(const BodyStruct& body, const std::string& path) {
    for (const FieldInfo& field : body.info().fields) {
      if (!body.IsActive(field) || !IsWritten(body, field)) continue;
      json_.Member(field.name);
      Value(body, field, options_.open && body.info().has_sealed ? path + "." + field.name : path);
    }
  }

  // What a draft would have to say to make the same bytes: zero, false and the first enumerant only
  // where they were chosen in a union or are required.
  static bool IsWritten(const BodyStruct& body, const FieldInfo& field) {
    if (field.union_value >= 0) return !field.list || body.Has(field);
    if (field.list || (field.kind >= ValueKind::kText && field.kind != ValueKind::kGroup))
      return body.Has(field);
    if (field.kind == ValueKind::kGroup) return GroupHasValue(body.Group(field));
    return field.required || body.Number(field) != 0;
  }

  static bool GroupHasValue(const BodyStruct& group) {
    return std::any_of(group.info().fields.begin(), group.info().fields.end(),
                       [&group](const FieldInfo& field) {
                         return group.IsActive(field) && IsWritten(group, field);
                       });
  }

  void Value(const BodyStruct& body, const FieldInfo& field, const std::string& path) {
    if (field.list) return List(body.Pointer(field), field, path);
    switch (field.kind) {
      case ValueKind::kText: return json_.Text(body.Text(field));
      case ValueKind::kSealed: return Sealed(body.Struct(field), field, path);
      case ValueKind::kStruct: return Object(body.Struct(field), path);
      case ValueKind::kGroup: return Object(body.Group(field), path);
      default: return Scalar(field.kind == ValueKind::kVoid ? 1 : body.Number(field), field);
    }
  }

  void Scalar(std::uint64_t number, const FieldInfo& field) {
    switch (field.kind) {
      case ValueKind::kDecimal:
        return json_.Literal(FormatDecimal(static_cast<std::int64_t>(number), field.decimals));
      case ValueKind::kEnum: return json_.Text(field.enumeration->enumerants[number].name);
      case ValueKind::kInteger:
        return json_.Literal(field.is_signed ? std::to_string(static_cast<std::int64_t>(number))
                                             : std::to_string(number));
      default: return json_.Literal(number != 0 ? "true" : "false");
    }
  }

  void List(capnp::AnyPointer::Reader pointer, const FieldInfo& field, const std::string& path) {
    json_.BeginArray();
    switch (field.kind) {
      case ValueKind::kText:
        for (auto text : pointer.getAs<capnp::List<capnp::Text>>())
          json_.Text({text.cStr(), text.size()});
        break;
      case ValueKind::kStruct:
      case ValueKind::kSealed: {
        unsigned index = 0;
        for (auto element : BodyStruct::Elements(pointer)) {
          const std::string inner = path + "[" + std::to_string(index++) + "]";
          const BodyStruct item(element, *field.structure);
          field.kind == ValueKind::kSealed ? Sealed(item, field, inner) : Object(item, inner);
        }
        break;
      }
      default: ScalarList(pointer.getAs<capnp::AnyList>(), field); break;
    }
    json_.EndArray();
  }

  void ScalarList(capnp::AnyList::Reader list, const FieldInfo& field) {
    const unsigned bits = field.kind == ValueKind::kBool ? 1 : field.bits;
    const auto bytes = list.getRawBytes();
    for (unsigned i = 0; i < list.size(); ++i)
      Scalar(BodyStruct::Extend(BodyStruct::NumberIn(bytes, i, bits), field), field);
  }

  void Sealed(const BodyStruct& body, const FieldInfo& field, const std::string& path) {
    const SealedField sealed = ReadSealed(body, path);
    const auto value = options_.open ? options_.open(sealed) : std::nullopt;
    if (value && field.sealing == Sealing::kConfidential) return json_.Text(*value);
    json_.BeginObject();
    if (value) {
      json_.TextMember("subject", sealed.subject);
      json_.TextMember("value", *value);
    } else {
      json_.TextMember("sealed", sealed.commitment.hex());
      json_.TextMember("subject", sealed.subject);
    }
    json_.EndObject();
  }

  static constexpr std::string_view kPublicityNames[] = {"unspecified", "open", "secret",
                                                         "personal", "sensitive"};
  static constexpr std::string_view kConfidenceNames[] = {"unspecified", "stated", "derived",
                                                          "verified", "invented"};

  const Event& event_;
  const EventJsonOptions& options_;
  const Envelope& envelope_ = event_.envelope();
  JsonWriter json_;
};

}  // namespace

std::string EventToJson(const Event& event, const EventJsonOptions& options) {
  return EventWriter(event, options).Write();
}

std::string EventDataToJson(const Event& event, const EventJsonOptions& options) {
  return EventWriter(event, options).WriteData();
}

}  // namespace sinetti
