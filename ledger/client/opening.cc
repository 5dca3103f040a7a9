// Values are opened first, so that only what opens is said to have been seen; they leave this
// function only after the record of it is durable.
#include "ledger/client/opening.h"

#include <map>

#include "ledger/client/access_event.h"
#include "ledger/event/identifiers.h"

namespace sinetti {
namespace {

// What `reader` sees of one subject.
Result<OwnEvent> ViewedEvent(const Event& event, const std::string& subject,
                             std::vector<std::string> paths, const ReaderOfClient& reader) {
  SINETTI_ASSIGN(OwnEvent viewed,
                 NewAccessEvent("access.viewed", "viewed", subject, reader.actor, reader.role));
  viewed.causation = std::string(event.source()) + "#" + std::string(event.id());
  viewed.data = {{"object", std::string(event.stream()), {}},
                 {"purpose", reader.purpose, {}},
                 {"ground", reader.ground, {}},
                 {"viewerRole", reader.role, {}},
                 {"fields", "", std::move(paths)}};
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

Result<Opening> OpenSealedFields(Ledger& ledger, const Vault& vault, const TypeRegistry& registry,
                                 const Event& event, const ReaderOfClient& reader) {
  Opening opening;
  std::map<std::string, std::vector<std::string>> paths_of;
  const std::vector<SealedField> sealed = SealedFields(event);
  for (const SealedField& field : sealed) {
    auto opened = vault.Open(field, event.stream());
    if (!opened && opened.error().code == ErrorCode::kNotFound) {
      opening.closed.push_back(field.path);
      continue;
    }
    if (!opened) return std::move(opened).error();
    opening.fields.push_back({field.path, std::string(field.subject), std::move(opened->value)});
    paths_of[std::string(field.subject)].push_back(field.path);
  }
  const std::string name = "event " + std::to_string(event.sequence().value);
  if (sealed.empty())
    return Error{ErrorCode::kNotFound,
                 name + " has no sealed field; `sinetti show` shows all of it"};
  if (opening.fields.empty())
    return Error{ErrorCode::kNotFound, name + ": the vault has no key of " +
                                           std::string(sealed.front().subject) +
                                           ": it was erased, or this is not the vault that sealed "
                                           "the event"};
  std::vector<OwnEvent> viewed;
  for (auto& [subject, paths] : paths_of) {
    SINETTI_TRY(CheckNotErased(ledger, subject));
    SINETTI_ASSIGN(OwnEvent one, ViewedEvent(event, subject, std::move(paths), reader));
    viewed.push_back(std::move(one));
  }
  SINETTI_ASSIGN(opening.recorded, RecordOwnEvents(ledger, registry, viewed));
  // From here it is known for ever that they were seen.
  return opening;
}

}  // namespace sinetti
