// The grants are asked first, without a look at the vault.  Values are opened next, so that only
// what opens is said to have been seen; they leave this only after the record of it is durable.
#include "ledger/client/opening.h"

#include <map>

#include "ledger/client/access_event.h"
#include "ledger/event/identifiers.h"
#include "ledger/event/text_rules.h"

namespace sinetti {
namespace {

// What `reader` sees of one subject.
Result<OwnEvent> ViewedEvent(const Event& event, const std::string& subject,
                             const SubjectFields& seen, const ReaderOfClient& reader) {
  SINETTI_ASSIGN(OwnEvent viewed,
                 NewAccessEvent("access.viewed", "viewed", subject, reader.actor, reader.role));
  viewed.causation = std::string(event.source()) + "#" + std::string(event.id());
  viewed.data = {{"object", std::string(event.stream()), {}},
                 {"purpose", reader.purpose, {}},
                 {"ground", reader.ground, {}},
                 {"viewerRole", reader.role, {}},
                 {"fields", "", seen.paths},
                 {"grants", "", {seen.grants.begin(), seen.grants.end()}}};
  if (CheckIdentifier(IdentifierKind::kPseudonym, reader.actor))
    viewed.data.push_back({"viewer", reader.actor, {}});
  return viewed;
}

// Where the ledger says that the keys of `subject` were destroyed.
Result<std::optional<Sequence>> DestroyedAt(const Ledger& ledger, const std::string& subject) {
  const Reader reader = ledger.Read();
  SINETTI_ASSIGN(const std::vector<Sequence> events, reader.Stream("client-" + subject));
  for (const Sequence sequence : events) {
    SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(stored.record));
    if (header.type == "subject.keyDestroyed") return std::optional<Sequence>(sequence);
  }
  return std::optional<Sequence>();
}

}  // namespace

Result<void> CheckNotErased(const Ledger& ledger, const std::string& subject) {
  SINETTI_ASSIGN(const auto destroyed, DestroyedAt(ledger, subject));
  if (!destroyed) return {};
  return Error{ErrorCode::kConflict,
               subject + " was erased (event " + std::to_string(destroyed->value) +
                   "), but this vault has its key: an old copy of the vault was put back; next: "
                   "sinetti erase request " +
                   subject};
}

std::optional<std::string> Opening::ValueAt(std::string_view path) const {
  for (const OpenedField& field : fields)
    if (field.path == path) return field.value;
  return std::nullopt;
}

Result<Opening> OpenSealedFields(const AccessTools& tools, const Event& event,
                                 const ReaderOfClient& reader) {
  const std::string name = "event " + std::to_string(event.sequence().value);
  const std::vector<SealedField> sealed = SealedFields(event);
  if (sealed.empty())
    return Error{ErrorCode::kNotFound,
                 name + " has no sealed field; `sinetti show` shows all of it"};
  if (const std::string problem = LineProblem(reader.role); !problem.empty())
    return Error{ErrorCode::kInvalid, "role: " + problem};
  SINETTI_ASSIGN(AccessGate gate,
                 AccessGate::Open(tools, AccessAct::kOpen, reader, {event.sequence()}));
  Opening opening;
  std::vector<const SealedField*> granted;
  std::map<std::string, SubjectFields> seen;
  for (const SealedField& field : sealed) {
    const AccessAnswer answer = gate.Ask(event, field.subject);
    if (!answer.granted()) {
      gate.Refuse(event, field, answer.verdict);
      opening.refused.push_back(field.path);
      continue;
    }
    granted.push_back(&field);
    seen[std::string(field.subject)].grants.insert(answer.grant->reference);
  }
  if (!gate.refused().empty()) SINETTI_TRY(gate.RecordRefused());
  if (granted.empty()) return gate.Refusal();

  // From here the vault is asked.
  for (const SealedField* field : granted) {
    auto opened = tools.open(*field, event.stream());
    if (!opened && opened.error().code == ErrorCode::kNotFound) {
      opening.closed.push_back(field->path);
      continue;
    }
    if (!opened) return std::move(opened).error();
    opening.fields.push_back({field->path, std::string(field->subject), std::move(opened->value)});
    seen[std::string(field->subject)].paths.push_back(field->path);
  }
  if (opening.fields.empty())
    return Error{ErrorCode::kNotFound, name + ": the vault has no key of " +
                                           std::string(granted.front()->subject) +
                                           ": it was erased, or this is not the vault that sealed "
                                           "the event"};
  std::vector<OwnEvent> viewed;
  for (const auto& [subject, fields] : seen) {
    if (fields.paths.empty()) continue;
    SINETTI_TRY(CheckNotErased(tools.ledger, subject));
    SINETTI_ASSIGN(OwnEvent one, ViewedEvent(event, subject, fields, reader));
    viewed.push_back(std::move(one));
  }
  SINETTI_ASSIGN(opening.recorded, gate.Record(viewed));
  // From here it is known for ever that they were seen.
  return opening;
}

}  // namespace sinetti
