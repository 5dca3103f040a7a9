// Protected texts of a draft: whose they are, and never a word of them in a message.
#include <string>
#include <utility>

#include "ledger/event/body_parser.h"
#include "ledger/event/identifiers.h"
#include "ledger/event/text_rules.h"

namespace sinetti {

// A text, or {"subject": "p-…", "value": "…"}.
Result<void> BodyParser::ParseSealed(JsonValue value, const FieldInfo& field, PointerNode* pointer,
                                     const JsonPath& path) {
  constexpr const char* kExpected = "a text, or an object with `subject` and `value`";
  JsonType type;
  if (auto error = value.type().get(type)) return input_.NotJson(error);
  if (type != JsonType::object) {
    SINETTI_ASSIGN(const std::string_view text, TextOf(value, kExpected, false, path));
    return Seal({}, text, field, pointer, path);
  }
  if (field.sealing != Sealing::kPersonal)
    return path.Invalid(
        "expected a text, found an object: a confidential value belongs to its stream, not to a "
        "subject; write the text alone");
  simdjson::ondemand::object object;
  if (auto error = value.get_object().get(object)) return input_.NotJson(error);
  std::string_view subject, text;
  bool has_subject = false, has_text = false;
  for (auto member : object) {
    simdjson::ondemand::field entry;
    if (auto error = std::move(member).get(entry)) return input_.NotJson(error);
    std::string_view name;
    if (auto error = entry.unescaped_key().get(name)) return input_.NotJson(error);
    const bool is_subject = name == "subject";
    if (!is_subject && name != "value")
      return path.Invalid("unknown member " + Shown(name) + "; expected `subject` and `value`");
    bool& has = is_subject ? has_subject : has_text;
    const JsonPath inner{&path, is_subject ? "subject" : "value"};
    if (has) return inner.Invalid("the member stands here twice; keep one");
    has = true;
    SINETTI_ASSIGN((is_subject ? subject : text), TextOf(entry.value(), "a text", false, inner));
  }
  if (!has_subject || !has_text)
    return path.Invalid("expected both `subject` and `value`; add the missing one");
  const JsonPath subject_path{&path, "subject"};
  if (std::string problem = LineProblem(subject); !problem.empty())
    return subject_path.Invalid(problem);
  if (auto checked = CheckIdentifier(IdentifierKind::kPseudonym, subject); !checked)
    return subject_path.Invalid(checked.error().message);
  return Seal(subject, text, field, pointer, path);
}

Result<void> BodyParser::Seal(std::string_view subject, std::string_view value,
                              const FieldInfo& field, PointerNode* pointer, const JsonPath& path) {
  if (value.empty()) {
    if (field.required) return path.Invalid("a required text is empty; give it a value");
    return {};
  }
  if (value.size() > kTextBytesMax)
    return path.Invalid("the text has " + std::to_string(value.size()) + " bytes, at most " +
                        std::to_string(kTextBytesMax) + " are allowed; shorten it");
  std::string owner(subject);
  if (field.sealing == Sealing::kConfidential) {
    owner = "stream:" + std::string(draft_.stream);
  } else if (owner.empty()) {
    owner = draft_.client;
    if (owner.empty())
      return path.Invalid(
          "a personal value, and nothing says whose: give the attribute `client`, or write "
          "{\"subject\": \"p-…\", \"value\": \"…\"}");
  }
  auto* node = draft_.arena.Array<StructNode>(1);
  *node = StructNode::Make(*field.structure, draft_.arena);
  node->pointers[kSealedSubject] = PointerNode::Text(draft_.arena.Copy(owner));
  *pointer = PointerNode::Struct(node);
  draft_.protected_fields.push_back({path.Text(), std::move(owner), draft_.arena.Copy(value)});
  draft_.slots.push_back({node->pointers, {}, {}, {}, false});
  return {};
}

}  // namespace sinetti
