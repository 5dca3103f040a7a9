// sinetti record: one event from the command line, through the same door as every other draft.
#include <array>

#include "cli/commands/actor_door.h"
#include "cli/commands/commands.h"
#include "cli/commands/draft_source.h"
#include "cli/commands/json_text.h"
#include "ledger/crypto/random.h"

namespace sinetti {
namespace {

struct Assignment {
  std::string name;
  std::string value;
};

Result<Assignment> ParseAssignment(const std::string& text, std::string_view option) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos) {
    return Error{ErrorCode::kInvalid, std::string(option) + " \"" + text + "\": write name=value"};
  }
  return Assignment{text.substr(0, equals), text.substr(equals + 1)};
}

// A value that begins like JSON is JSON; a text field takes anything else as it stands, and a field
// of another kind too, where it can only be a number or true/false.
std::string ValueJson(const TypeInfo& type, const Assignment& assignment) {
  const FieldInfo* field = type.body->Find(assignment.name);
  const bool plain = field == nullptr || (!field->list && (field->kind == ValueKind::kText ||
                                                           field->kind == ValueKind::kEnum ||
                                                           field->kind == ValueKind::kSealed));
  return plain ? JsonQuoted(assignment.value) : assignment.value;
}

Result<std::string> NewId(Clock& clock) {
  std::array<std::uint8_t, 8> random{};
  SINETTI_TRY(RandomBytes(random));
  return FormatTimestamp(clock.Now()) + "-" + HexEncode(random);
}

Result<std::string> DraftJson(Session& session, const RecordArguments& arguments) {
  const TypeInfo* type = session.registry.Find(arguments.type);
  if (type == nullptr) {
    return Error{ErrorCode::kInvalid, UnknownType(session.registry, arguments.type)};
  }
  std::string id = arguments.id;
  if (id.empty()) {
    SINETTI_ASSIGN(id, NewId(session.clock));
  }
  JsonObject draft;
  draft.Text("specversion", "1.0")
      .Text("id", id)
      .Text("source", arguments.source)
      .Text("type", arguments.type)
      .Text("stream", arguments.stream);
  for (const std::string& text : arguments.attributes) {
    SINETTI_ASSIGN(const Assignment attribute, ParseAssignment(text, "--attribute"));
    draft.Text(attribute.name, attribute.value);
  }
  JsonObject data;
  for (const std::string& text : arguments.set) {
    SINETTI_ASSIGN(const Assignment field, ParseAssignment(text, "--set"));
    data.Raw(field.name, ValueJson(*type, field));
  }
  return draft.Raw("data", data.str()).str();
}

}  // namespace

Result<ExitCode> Run(Session& session, const RecordArguments& arguments) {
  SINETTI_ASSIGN(const std::string json, DraftJson(session, arguments));
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  if (!arguments.no_checkpoint) SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(Vault vault, session.OpenVault(*ledger));
  DraftSource source(session.registry, &vault);
  SINETTI_ASSIGN(EncodedDraft encoded, source.Encode(json));
  std::vector<EncodedDraft> drafts;
  drafts.push_back(std::move(encoded));
  SINETTI_ASSIGN(ActorDoor door, ActorDoor::Open(session, *ledger, arguments.signing));
  SINETTI_ASSIGN(const std::vector<Receipt> receipts, door.Append(std::move(drafts)));
  const Receipt& receipt = receipts.front();
  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Number("sequence", receipt.sequence.value)
                          .Number("streamVersion", receipt.stream_version.value)
                          .Text("recorded", FormatTimestamp(receipt.recorded_at))
                          .Text("leafHash", receipt.leaf.hex())
                          .Bool("duplicate", receipt.duplicate)
                          .str());
  } else {
    console.PrintLine("event " + std::to_string(receipt.sequence.value) +
                      (receipt.duplicate ? " was recorded already at " : " recorded at ") +
                      FormatTimestamp(receipt.recorded_at) + ", leaf hash " + receipt.leaf.hex());
  }
  if (!arguments.no_checkpoint) SINETTI_TRY(SignAndSay(session, *ledger));
  return kDone;
}

}  // namespace sinetti
