// Checks the attributes of one draft and puts them into its record.
#include <algorithm>
#include <string>

#include "ledger/base/nearest.h"
#include "ledger/event/attribute_rules.h"
#include "ledger/event/attributes.h"
#include "ledger/event/decimal.h"
#include "ledger/event/edtf.h"
#include "ledger/event/identifiers.h"
#include "ledger/event/json_path.h"
#include "ledger/event/legal_basis.h"
#include "ledger/event/record.h"
#include "ledger/event/text_rules.h"

namespace sinetti {
namespace {

constexpr std::array<std::string_view, 5> kRelations = {"corrects", "supersedes", "answers",
                                                        "appeals", "explains"};

constexpr std::size_t Index(Attribute attribute) { return static_cast<std::size_t>(attribute); }

Error Invalid(Attribute attribute, const std::string& problem) {
  return JsonPath{nullptr, RuleOf(attribute).name}.Invalid(problem);
}

// Pieces between separators, without the spaces around them; empty pieces are left out.
std::vector<std::string_view> Split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find_first_of(separators, start), text.size());
    std::string_view piece = text.substr(start, end - start);
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
    if (!piece.empty()) pieces.push_back(piece);
    start = end + 1;
  }
  return pieces;
}

}  // namespace

// One draft being filled.
class AttributeReader::Application {
 public:
  Application(const AttributeReader& reader, const AttributeTexts& texts, Draft::Impl& draft)
      : reader_(reader), texts_(texts), draft_(draft), arena_(draft.arena) {}

  Result<void> Run(std::optional<Date>* event_day) {
    SINETTI_TRY(CheckRequired());
    SINETTI_TRY(SetType());
    draft_.record = StructNode::Make(reader_.registry_.record(), arena_);
    envelope_ = StructNode::Make(*reader_.envelope_, arena_);
    provenance_ = StructNode::Make(*reader_.provenance_, arena_);
    SetNumber(draft_.record, "format", kRecordFormat);
    SetNumber(draft_.record, "typeVersion", draft_.type->version);
    SetText(draft_.record, "type", draft_.type->name);
    for (std::size_t i = 0; i < kAttributes; ++i)
      if (texts_[i] && kAttributeRules[i].form != AttributeForm::kOther)
        SINETTI_TRY(SetSimple(static_cast<Attribute>(i)));
    SINETTI_TRY(SetTimes(event_day));
    SINETTI_TRY(SetClient());
    SINETTI_TRY(SetExpectedVersion());
    SINETTI_TRY(SetRelation());
    SINETTI_TRY(SetEnumerant(Attribute::kPublicity, reader_.registry_.publicity(), draft_.record,
                             "publicity"));
    if (draft_.type->publication) SINETTI_TRY(CheckPublication());
    SINETTI_TRY(SetLegalBasis());
    SINETTI_TRY(SetProvenance());
    if (has_envelope_) SetStruct(draft_.record, "envelope", envelope_);
    draft_.id = *Text(Attribute::kId);
    draft_.source = *Text(Attribute::kSource);
    draft_.stream = *Text(Attribute::kStream);
    return {};
  }

 private:
  const std::optional<std::string_view>& Text(Attribute attribute) const {
    return texts_[Index(attribute)];
  }

  Result<void> CheckRequired() const {
    for (const Attribute attribute : {Attribute::kSpecVersion, Attribute::kId, Attribute::kSource,
                                      Attribute::kType, Attribute::kStream, Attribute::kData})
      if (!Text(attribute))
        return Error{ErrorCode::kInvalid, "event: required attribute `" +
                                              std::string(NameOf(attribute)) +
                                              "` is missing; add it"};
    if (*Text(Attribute::kSpecVersion) != "1.0")
      return Invalid(Attribute::kSpecVersion, "expected '1.0', found " +
                                                  Shown(*Text(Attribute::kSpecVersion)) +
                                                  "; convert the event to CloudEvents 1.0");
    const auto& media = Text(Attribute::kDataContentType);
    if (media && *media != "application/json" && media->substr(0, 17) != "application/json;")
      return Invalid(Attribute::kDataContentType, "expected 'application/json', found " +
                                                      Shown(*media) +
                                                      "; give the data as a JSON object");
    return {};
  }

  Result<void> SetType() {
    const std::string_view name = *Text(Attribute::kType);
    draft_.type = reader_.registry_.Find(name);
    if (draft_.type != nullptr) return {};
    std::vector<std::string_view> names;
    for (const TypeInfo& type : reader_.registry_.types()) names.push_back(type.name);
    return Invalid(Attribute::kType, "unknown event type " + Shown(name) + DidYouMean(name, names) +
                                         "; `sinetti types` lists all types");
  }

  Result<void> SetSimple(Attribute attribute) {
    const AttributeRule& rule = RuleOf(attribute);
    const std::string_view text = *Text(attribute);
    std::string problem;
    switch (rule.form) {
      case AttributeForm::kLine: problem = LineProblem(text); break;
      case AttributeForm::kName: problem = NameProblem(text); break;
      case AttributeForm::kUri: problem = UriReferenceProblem(text); break;
      case AttributeForm::kQuote: problem = TextProblem(text); break;
      case AttributeForm::kIdentifier: problem = IdentifierProblem(rule.identifier, text); break;
      case AttributeForm::kOther: break;
    }
    if (!problem.empty()) return Invalid(attribute, problem);
    const FieldInfo* field = reader_.fields_[Index(attribute)];
    if (field != nullptr) NodeOf(rule.place).pointers[field->slot] = PointerNode::Text(text);
    return {};
  }

  static std::string IdentifierProblem(IdentifierKind kind, std::string_view text) {
    std::string problem = LineProblem(text);
    if (!problem.empty()) return problem;
    auto checked = CheckIdentifier(kind, text);
    return checked ? "" : checked.error().message;
  }

  StructNode& NodeOf(AttributePlace place) {
    if (place == AttributePlace::kRecord) return draft_.record;
    has_envelope_ = true;
    if (place == AttributePlace::kEnvelope) return envelope_;
    has_provenance_ = true;
    return provenance_;
  }

  // `occurred` is what the event says; `time` stands in for it, and is kept beside it otherwise.
  Result<void> SetTimes(std::optional<Date>* event_day) {
    const auto& time = Text(Attribute::kTime);
    const auto& occurred = Text(Attribute::kOccurred);
    if (occurred || time) {
      const std::string_view said = occurred ? *occurred : *time;
      SINETTI_ASSIGN(const Edtf edtf, ParseEdtf(said));
      *event_day = edtf.first;
      SetText(NodeOf(AttributePlace::kEnvelope), "occurred", said);
      if (time && said != *time) SetText(NodeOf(AttributePlace::kEnvelope), "time", *time);
    }
    const auto& from = Text(Attribute::kEffectiveFrom);
    const auto& to = Text(Attribute::kEffectiveTo);
    if (from && to && *from >= *to)  // full days compare as text
      return Invalid(Attribute::kEffectiveTo,
                     "expected a day after `effectivefrom` (" + std::string(*from) + "), found " +
                         std::string(*to) + "; it is the first day that is no longer covered");
    return {};
  }

  // CloudEvents `subject` and our `client` are one thing.
  Result<void> SetClient() {
    const auto& subject = Text(Attribute::kSubject);
    const auto& client = Text(Attribute::kClient);
    if (!subject && !client) return {};
    if (subject && client && *subject != *client)
      return Invalid(Attribute::kClient, Shown(*client) + " is not the `subject` " +
                                             Shown(*subject) + "; give one of them");
    const Attribute given = client ? Attribute::kClient : Attribute::kSubject;
    const std::string problem = IdentifierProblem(IdentifierKind::kPseudonym, *Text(given));
    if (!problem.empty()) return Invalid(given, problem);
    draft_.client = *Text(given);
    SetText(NodeOf(AttributePlace::kEnvelope), "client", draft_.client);
    return {};
  }

  Result<void> SetExpectedVersion() {
    const auto& text = Text(Attribute::kExpectedVersion);
    if (!text || *text == "any") return {};
    if (*text == "none") {
      draft_.expected.kind = ExpectedVersion::kNone;
    } else if (*text == "exists") {
      draft_.expected.kind = ExpectedVersion::kExists;
    } else {
      std::uint64_t version = 0;
      SINETTI_TRY(
          ReadCount(Attribute::kExpectedVersion, "a whole number, any, none or exists", &version));
      draft_.expected = {ExpectedVersion::kExact, StreamVersion{version}};
    }
    return {};
  }

  Result<void> ReadCount(Attribute attribute, const std::string& expected, std::uint64_t* count) {
    const ScaledDecimal number = ParseDecimal(*Text(attribute), 0);
    if (number.error != DecimalError::kNone || (number.negative && number.magnitude != 0))
      return Invalid(attribute, "expected " + expected + ", found " + Shown(*Text(attribute)) +
                                    "; correct the value");
    *count = number.magnitude;
    return {};
  }

  Result<void> SetRelation() {
    const auto& relation = Text(Attribute::kRelation);
    if (relation.has_value() != Text(Attribute::kRelatesTo).has_value())
      return Invalid(relation ? Attribute::kRelation : Attribute::kRelatesTo,
                     "`relation` and `relatesto` go together; give both or none");
    if (!relation) return {};
    if (std::find(kRelations.begin(), kRelations.end(), *relation) == kRelations.end())
      return Invalid(Attribute::kRelation,
                     "expected corrects, supersedes, answers, appeals or explains, found " +
                         Shown(*relation) + "; correct the value");
    SetText(NodeOf(AttributePlace::kEnvelope), "relation", *relation);
    return {};
  }

  Result<void> SetEnumerant(Attribute attribute, const EnumInfo& info, StructNode& node,
                            std::string_view field) {
    if (!Text(attribute)) return {};
    std::string allowed;
    for (std::size_t i = 0; i < info.enumerants.size(); ++i) {
      if (info.enumerants[i].name == *Text(attribute)) {
        SetNumber(node, field, i);
        return {};
      }
      allowed += (i == 0 ? "" : ", ") + info.enumerants[i].name;
    }
    return Invalid(attribute, "expected one of " + allowed + "; found " + Shown(*Text(attribute)));
  }

  // What was made public is open to everybody, and concerns nobody in person.
  Result<void> CheckPublication() const {
    const std::string law = " (" + LegalBasesInWords(draft_.type->law) + ")";
    const auto& publicity = Text(Attribute::kPublicity);
    if (publicity && *publicity != "open" && *publicity != "unspecified")
      return Invalid(Attribute::kPublicity,
                     "expected open for " + draft_.type->name + ", which was made public; found " +
                         Shown(*publicity) +
                         "; record what is secret as an event of its own, and publish the rest" +
                         law);
    if (!draft_.client.empty())
      return Invalid(Text(Attribute::kClient) ? Attribute::kClient : Attribute::kSubject,
                     "expected none for " + draft_.type->name + ", which was made public; found " +
                         Shown(draft_.client) + "; leave the client out" + law);
    return {};
  }

  Result<void> SetLegalBasis() {
    const auto& text = Text(Attribute::kLegalBasis);
    if (!text) return {};
    if (std::string problem = LineProblem(*text, kTextBytesMax); !problem.empty())
      return Invalid(Attribute::kLegalBasis, problem);
    const std::vector<std::string_view> pieces = Split(*text, " ;");
    PointerNode list;
    list.kind = PointerNode::Kind::kStructList;
    list.count = static_cast<std::uint32_t>(pieces.size());
    list.structures = arena_.Array<StructNode>(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      auto basis = ParseLegalBasis(pieces[i]);
      if (!basis) return Invalid(Attribute::kLegalBasis, basis.error().message);
      StructNode& node = list.structures[i] = StructNode::Make(*reader_.legal_basis_, arena_);
      SetText(node, "act", basis->act);
      std::string section(basis->section);
      std::replace(section.begin(), section.end(), '_', ' ');
      SetText(node, "section", arena_.Copy(section));
      SetText(node, "moment", basis->moment);
      if (basis->as_of) SetText(node, "asOf", arena_.Copy(FormatDate(*basis->as_of)));
      SetNumber(node, "status", static_cast<std::uint64_t>(basis->status));
    }
    NodeOf(AttributePlace::kEnvelope).pointers[reader_.envelope_->Find("legalBasis")->slot] = list;
    return {};
  }

  Result<void> SetProvenance() {
    std::uint64_t start = 0, end = 0;
    const bool has_start = Text(Attribute::kSourceStart).has_value();
    if (has_start != Text(Attribute::kSourceEnd).has_value())
      return Invalid(has_start ? Attribute::kSourceStart : Attribute::kSourceEnd,
                     "`sourcestart` and `sourceend` go together; give both or none");
    if (has_start) {
      SINETTI_TRY(ReadCount(Attribute::kSourceStart, "a byte offset", &start));
      SINETTI_TRY(ReadCount(Attribute::kSourceEnd, "a byte offset", &end));
      if (start >= end)
        return Invalid(Attribute::kSourceEnd, "expected more than `sourcestart` (" +
                                                  std::to_string(start) + "), found " +
                                                  std::to_string(end) + "; correct the span");
      SetNumber(NodeOf(AttributePlace::kProvenance), "start", start);
      SetNumber(NodeOf(AttributePlace::kProvenance), "end", end);
    }
    if (const auto& digest = Text(Attribute::kSourceDigest)) {
      if (auto checked = CheckIdentifier(IdentifierKind::kSha256, *digest); !checked)
        return Invalid(Attribute::kSourceDigest, checked.error().message);
      SINETTI_ASSIGN(const Bytes bytes, HexDecode(*digest));
      NodeOf(AttributePlace::kProvenance).pointers[reader_.provenance_->Find("spanSha256")->slot] =
          PointerNode::Data(AsBytes(arena_.Copy(AsText(bytes))));
    }
    if (Text(Attribute::kConfidence))
      SINETTI_TRY(SetEnumerant(Attribute::kConfidence, reader_.registry_.confidence(),
                               NodeOf(AttributePlace::kProvenance), "confidence"));
    SINETTI_TRY(SetInvented());
    if (has_provenance_) SetStruct(envelope_, "provenance", provenance_);
    return {};
  }

  // Paths whose first step is a field of the type, or an attribute; a misspelt one would mark
  // nothing.
  Result<void> SetInvented() {
    const auto& text = Text(Attribute::kInvented);
    if (!text) return {};
    if (std::string problem = LineProblem(*text, kTextBytesMax); !problem.empty())
      return Invalid(Attribute::kInvented, problem);
    const std::vector<std::string_view> paths = Split(*text, ",");
    PointerNode list;
    list.kind = PointerNode::Kind::kPointerList;
    list.count = static_cast<std::uint32_t>(paths.size());
    list.pointers = arena_.Array<PointerNode>(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
      std::string_view first = paths[i];
      if (first.substr(0, 5) == "data.") first.remove_prefix(5);
      first = first.substr(0, first.find_first_of(".["));
      if (paths[i] != "*" && draft_.type->body->Find(first) == nullptr && !reader_.Find(first))
        return Invalid(Attribute::kInvented, Shown(paths[i]) + " is no path into the data of " +
                                                 draft_.type->name +
                                                 "; write paths as in `lines[2].amount`, or *");
      list.pointers[i] = PointerNode::Text(paths[i]);
    }
    if (!paths.empty())
      NodeOf(AttributePlace::kProvenance).pointers[reader_.provenance_->Find("invented")->slot] =
          list;
    return {};
  }

  static void SetText(StructNode& node, std::string_view field, std::string_view text) {
    node.pointers[node.info->Find(field)->slot] = PointerNode::Text(text);
  }

  static void SetNumber(StructNode& node, std::string_view field, std::uint64_t number) {
    const FieldInfo* info = node.info->Find(field);
    node.SetNumber(info->slot, info->bits, number);
  }

  void SetStruct(StructNode& node, std::string_view field, const StructNode& value) {
    auto* copy = arena_.Array<StructNode>(1);
    *copy = value;
    node.pointers[node.info->Find(field)->slot] = PointerNode::Struct(copy);
  }

  const AttributeReader& reader_;
  const AttributeTexts& texts_;
  Draft::Impl& draft_;
  Arena& arena_;
  StructNode envelope_, provenance_;
  bool has_envelope_ = false, has_provenance_ = false;
};

Result<void> AttributeReader::Apply(const AttributeTexts& texts, Draft::Impl& draft,
                                    std::optional<Date>* event_day) const {
  return Application(*this, texts, draft).Run(event_day);
}

}  // namespace sinetti
