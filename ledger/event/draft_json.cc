// Two passes over one event: its attributes, wherever they stand, then `data`, which can only be
// read when the type, the stream and the client are known.
#include "ledger/event/draft_json.h"

#include <utility>

#include "ledger/event/attributes.h"
#include "ledger/event/body_parser.h"
#include "ledger/event/draft_tree.h"
#include "ledger/event/json_input.h"
#include "ledger/event/json_path.h"

namespace sinetti {

struct DraftParser::Impl {
  explicit Impl(const TypeRegistry& registry) : attributes(registry) {}

  Result<Draft> Parse(std::string_view json) {
    if (json.empty()) return Error{ErrorCode::kInvalid, "no event: the text is empty"};
    if (json.size() > kDraftBytesMax)
      return Error{ErrorCode::kInvalid, "event: " + std::to_string(json.size()) +
                                            " bytes of JSON, at most " +
                                            std::to_string(kDraftBytesMax) +
                                            " are allowed; put long texts in a document"};
    SINETTI_TRY(input.Open(json));
    auto draft = std::make_unique<Draft::Impl>();
    SINETTI_TRY(ReadAttributes(*draft));
    std::optional<Date> event_day;
    SINETTI_TRY(attributes.Apply(texts, *draft, &event_day));
    SINETTI_TRY(ReadData(*draft, event_day));
    return Draft(std::move(draft));
  }

  // Fills `texts`; passes over `data`.
  Result<void> ReadAttributes(Draft::Impl& draft) {
    texts.fill(std::nullopt);
    std::uint64_t seen = 0;
    SINETTI_ASSIGN(auto object, OpenObject());
    for (auto member : object) {
      simdjson::ondemand::field entry;
      if (auto error = std::move(member).get(entry)) return input.NotJson(error);
      std::string_view name;
      if (auto error = entry.unescaped_key().get(name)) return input.NotJson(error);
      const auto attribute = attributes.Find(name);
      if (!attribute)
        return Error{ErrorCode::kInvalid, "event: " + attributes.UnknownAttribute(name)};
      const JsonPath path{nullptr, AttributeReader::NameOf(*attribute)};
      const auto index = static_cast<std::size_t>(*attribute);
      if (seen >> index & 1) return path.Invalid("the attribute stands here twice; keep one");
      seen |= std::uint64_t{1} << index;
      if (*attribute == Attribute::kData) {
        texts[index] = std::string_view();
        continue;
      }
      SINETTI_TRY(ReadAttribute(entry.value(), *attribute, path, draft.arena));
    }
    const char* behind = nullptr;
    if (!input.document().current_location().get(behind))
      return input.NotJson("something stands behind the event", behind);
    return {};
  }

  Result<simdjson::ondemand::object> OpenObject() {
    JsonType type;
    if (auto error = input.document().type().get(type)) return input.NotJson(error);
    if (type != JsonType::object)
      return Error{ErrorCode::kInvalid,
                   "event: expected a JSON object with the members of a CloudEvent; found "
                   "something else"};
    simdjson::ondemand::object object;
    if (auto error = input.document().get_object().get(object)) return input.NotJson(error);
    return object;
  }

  Result<void> ReadAttribute(JsonValue value, Attribute attribute, const JsonPath& path,
                             Arena& arena) {
    JsonType type;
    if (auto error = value.type().get(type)) return input.NotJson(error);
    std::string_view text;
    if (type == JsonType::string) {
      if (auto error = value.get_string().get(text)) return input.NotJson(error);
    } else if (type == JsonType::number && AttributeReader::TakesNumber(attribute)) {
      text = JsonInput::Token(value);
    } else if (type == JsonType::null) {  // CloudEvents JSON format 3.1: as good as not there
      bool is_null = false;
      if (auto error = value.is_null().get(is_null)) return input.NotJson(error);
      return {};
    } else {
      return path.Invalid(std::string("expected ") +
                          (AttributeReader::TakesNumber(attribute) ? "a whole number" : "a text") +
                          ", found " + input.Describe(value) + "; correct the value");
    }
    texts[static_cast<std::size_t>(attribute)] = arena.Copy(text);
    return {};
  }

  Result<void> ReadData(Draft::Impl& draft, std::optional<Date> event_day) {
    input.document().rewind();
    SINETTI_ASSIGN(auto object, OpenObject());
    for (auto member : object) {
      simdjson::ondemand::field entry;
      if (auto error = std::move(member).get(entry)) return input.NotJson(error);
      std::string_view name;
      if (auto error = entry.unescaped_key().get(name)) return input.NotJson(error);
      if (name != "data") continue;
      auto* body = draft.arena.Array<StructNode>(1);
      *body = StructNode::Make(*draft.type->body, draft.arena);
      draft.record.pointers[draft.record.info->Find("body")->slot] = PointerNode::Struct(body);
      return BodyParser(input, draft, event_day)
          .Parse(entry.value(), *draft.type->body, *body, JsonPath{nullptr, "data"});
    }
    SINETTI_CHECK(!"`data` was there in the first pass");
    return {};
  }

  AttributeReader attributes;
  JsonInput input;
  AttributeTexts texts;
};

DraftParser::DraftParser(const TypeRegistry& registry) : impl_(std::make_unique<Impl>(registry)) {}
DraftParser::DraftParser(DraftParser&&) noexcept = default;
DraftParser& DraftParser::operator=(DraftParser&&) noexcept = default;
DraftParser::~DraftParser() = default;

Result<Draft> DraftParser::Parse(std::string_view json) { return impl_->Parse(json); }

Result<Draft> ParseDraft(std::string_view json, const TypeRegistry& registry) {
  return DraftParser(registry).Parse(json);
}

}  // namespace sinetti
