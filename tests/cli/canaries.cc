// The example of each type, with its sealed fields replaced; whoever adds a type adds a canary.
#include "tests/cli/canaries.h"

#include <set>

#include "ledger/base/check.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/type_registry.h"
#include "tests/support/json.h"

namespace sinetti::testing_support {
namespace {

constexpr std::string_view kMarker = "kanarialintu";

// Fields in which a source says something in its own words.
const std::set<std::string_view> kWords = {
    "text",    "reason",      "reasons", "summary",  "explanation", "ground", "statement",   "what",
    "purpose", "description", "changes", "question", "answer",      "lesson", "observations"};

std::size_t CountSealed(const StructInfo& info, std::set<std::uint64_t>& above) {
  if (!above.insert(info.schema_id).second) return 0;
  std::size_t count = 0;
  for (const FieldInfo& field : info.fields) {
    if (field.sealing != Sealing::kNone) {
      ++count;
    } else if (field.structure != nullptr) {
      count += CountSealed(*field.structure, above);
    }
  }
  above.erase(info.schema_id);
  return count;
}

// What is the same in the base64 of every text that has `part` somewhere: without the ends that
// depend on what stands around it.
std::vector<std::string> Base64Parts(std::string_view part) {
  std::vector<std::string> parts;
  for (std::size_t shift = 0; shift < 3; ++shift) {
    const std::string whole = Base64Encode(AsBytes(std::string(shift, 'x') + std::string(part)));
    parts.push_back(whole.substr(shift == 0 ? 0 : 4, part.size() * 4 / 3 - 4));
  }
  return parts;
}

}  // namespace

std::string Canaries::NewPerson() {
  return std::string(kMarker) + "-h" + std::to_string(persons_++);
}

std::string Canaries::Data(const TypeInfo& type, In in) {
  JsonParser parser;
  std::string data;
  const auto add = [&data](std::string_view name, std::string_view value) {
    data += "\"" + std::string(name) + "\":" + std::string(value) + ",";
  };
  const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
  const simdjson::dom::object example = parser.parse(type.example).get_object().value();
  for (const auto& [name, value] : example) {
    const FieldInfo* field = type.body->Find(name);
    if (field != nullptr && field->sealing != Sealing::kNone) continue;
    if (in == In::kSealedAndPersons && field != nullptr && field->kind == ValueKind::kText) {
      const bool person = field->identifier == IdentifierKind::kPseudonym;
      if (person || kWords.count(name) != 0) {
        const std::string text = quoted(person ? NewPerson() : std::string(kMarker) + " sanoin");
        add(name, field->list ? "[" + text + "]" : text);
        continue;
      }
    }
    add(name, std::string(simdjson::minify(value)));
  }
  for (const FieldInfo& field : type.body->fields) {
    if (field.sealing == Sealing::kNone) continue;
    // Of different lengths, so that one told by its length would be told.
    std::string value = std::string(kMarker) + "-" + std::to_string(values_.size()) + "-" +
                        HashOf({AsBytes(type.name), AsBytes(field.name)}).hex();
    value.resize(24 + values_.size());
    add(field.name, quoted(value));
    values_.push_back(std::move(value));
  }
  if (!data.empty()) data.pop_back();
  return "{" + data + "}";
}

Canaries::Canaries(In in) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  for (const TypeInfo& type : registry.types()) {
    if (in == In::kSealed && !type.body->has_sealed) continue;
    // What publishes something is open and about nobody: with a client it would be refused.
    const std::string person = in == In::kSealed ? "p-1" : NewPerson();
    drafts_ += R"({"specversion":"1.0","source":"urn:test","id":"kanaria-)" +
               std::to_string(events_++) + R"(","type":")" + type.name +
               R"(","stream":"matter-1",)" +
               (type.publication ? "" : R"("client":")" + person + R"(",)") +
               R"("matter":"matter-1","provider":"provider-1",)" +
               (in == In::kSealed ? "" : R"("occurred":"2015-03-01",)") +
               (in == In::kSealed || type.publication ? "" : R"("publicity":"secret",)") +
               R"("data":)" + Data(type, type.publication ? In::kSealed : in) + "}\n";
  }
  needles_.emplace_back(kMarker);
  needles_.push_back(HexEncode(AsBytes(kMarker)));
  for (std::string& part : Base64Parts(kMarker)) needles_.push_back(std::move(part));
  for (const std::string& value : values_) {
    const Hash digest = HashOf({AsBytes(value)});
    needles_.push_back(digest.hex().substr(0, 16));
    needles_.push_back(Base64Encode(digest.view()).substr(0, 16));
    needles_.emplace_back(AsText(digest.view().first(8)));
  }
}

std::size_t Canaries::SealedFieldsOfTheCatalogue() {
  const TypeRegistry registry = TypeRegistry::Builtin();
  std::size_t count = 0;
  std::set<std::uint64_t> above;
  for (const TypeInfo& type : registry.types()) count += CountSealed(*type.body, above);
  return count;
}

std::vector<std::string> Canaries::FoundIn(const std::string& text) const {
  std::vector<std::string> found;
  for (const std::string& needle : needles_)
    if (const std::size_t at = text.find(needle); at != text.npos)
      found.push_back("a canary at byte " + std::to_string(at) + ", as " +
                      (needle == kMarker ? "it is" : HexEncode(AsBytes(needle))));
  return found;
}

std::vector<std::string> Canaries::ReportNames(const std::string& json) {
  JsonParser parser;
  std::vector<std::string> names;
  const simdjson::dom::array reports = parser.parse(json).get_array().value();
  for (const JsonValue report : reports) names.push_back(TextAt(report, "name"));
  SINETTI_CHECK(!names.empty());
  return names;
}

}  // namespace sinetti::testing_support
