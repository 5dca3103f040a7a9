// Through JSON, so that the checks of a draft are the same for everybody.
#include "ledger/client/own_event.h"

#include <array>

#include "ledger/crypto/random.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/json_writer.h"

namespace sinetti {
namespace {

void WriteFields(const std::vector<OwnField>& fields, JsonWriter& json) {
  json.BeginObject();
  for (const OwnField& field : fields) {
    if (!field.text.empty()) json.TextMember(field.name, field.text);
    if (!field.members.empty()) {
      json.Member(field.name);
      WriteFields(field.members, json);
    }
    if (field.list.empty()) continue;
    json.Member(field.name);
    json.BeginArray();
    for (const std::string& text : field.list) json.Text(text);
    json.EndArray();
  }
  json.EndObject();
}

std::string DraftText(const OwnEvent& event) {
  JsonWriter json(false);
  const auto member = [&json](std::string_view name, std::string_view text) {
    if (!text.empty()) json.TextMember(name, text);
  };
  json.BeginObject();
  member("specversion", "1.0");
  member("id", event.id);
  member("source", event.source);
  member("type", event.type);
  member("stream", event.stream);
  member("client", event.client);
  member("actor", event.actor);
  member("role", event.role);
  member("causation", event.causation);
  json.Member("data");
  WriteFields(event.data, json);
  json.EndObject();
  return json.Take();
}

}  // namespace

Result<std::string> NewOwnId(std::string_view what) {
  std::array<std::uint8_t, 12> random{};
  SINETTI_TRY(RandomBytes(random));
  return std::string(what) + "-" + HexEncode(random);
}

Result<std::vector<EncodedDraft>> EncodeOwnEvents(const TypeRegistry& registry,
                                                  const std::vector<OwnEvent>& events) {
  std::vector<EncodedDraft> drafts;
  DraftParser parser(registry);
  for (const OwnEvent& event : events) {
    auto draft = parser.Parse(DraftText(event));
    if (!draft) return std::move(draft).error().Within(event.type);
    SINETTI_ASSIGN(EncodedDraft encoded, EncodeDraft(std::move(*draft)));
    drafts.push_back(std::move(encoded));
  }
  return drafts;
}

Result<std::vector<Receipt>> RecordOwnEvents(Ledger& ledger, const TypeRegistry& registry,
                                             const std::vector<OwnEvent>& events) {
  SINETTI_ASSIGN(std::vector<EncodedDraft> drafts, EncodeOwnEvents(registry, events));
  return ledger.Append(std::move(drafts));
}

}  // namespace sinetti
