// Order: request, approval (durable), keys destroyed (vault), receipt, event, checkpoint, done. The
// vault remembers the erasure until the last step, so each step can be repeated.
#include "ledger/client/erasure.h"

#include <charconv>

#include "ledger/actor/actor_name.h"

namespace sinetti {
namespace {

constexpr std::string_view kStreamSubject = "stream:";

Result<void> Step(const ErasureTools& tools, std::string_view name) {
  return tools.step ? tools.step(name) : Result<void>();
}

Result<ClientFiles> FilesNow(const ErasureTools& tools) {
  const Reader reader = tools.ledger.Read();
  return ReadClientFiles(reader, tools.registry, reader.size());
}

Result<ClientFile> FileOf(const ClientFiles& files, const Vault& vault, const std::string& client) {
  auto file = files.File(client);
  if (!file && !vault.HasKey(client))
    return Error{ErrorCode::kNotFound,
                 "no event speaks of client " + client + "; `sinetti client list` shows them all"};
  if (!file) file.emplace();
  // With an old copy of the vault the key is back, and has to go again.
  if (file->destroyed && !vault.HasKey(client))
    return Error{ErrorCode::kConflict, client + " was erased already: event " +
                                           std::to_string(file->destroyed->sequence.value)};
  return *file;
}

OwnEvent EventAbout(const std::string& client, const char* type, const std::string& by) {
  OwnEvent event;
  event.type = type;
  event.stream = "client-" + client;
  event.client = client;
  event.actor = by;
  event.data.push_back({"subject", client, {}});
  return event;
}

Result<Receipt> RecordOne(const ErasureTools& tools, OwnEvent event, std::string_view id) {
  SINETTI_ASSIGN(event.id, NewOwnId(id));
  SINETTI_ASSIGN(const auto receipts, RecordOwnEvents(tools.ledger, tools.registry, {event}));
  SINETTI_TRY(tools.sign());
  return receipts.front();
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n  " + line;
  return text;
}

// The client's key, and those of streams whose confidential values all stand in the client's
// events.
std::vector<std::string> SubjectsOf(const std::string& client, const ClientFile& file,
                                    const ClientFiles& files, const Vault& vault) {
  std::vector<std::string> subjects = {client};
  for (const std::string& stream : file.streams) {
    const std::string subject = std::string(kStreamSubject) + stream;
    if (files.streams().at(stream).clients == std::set<std::string>{client} &&
        vault.HasKey(subject))
      subjects.push_back(subject);
  }
  return subjects;
}

// The vault's note: when, and how many events the ledger had.
std::string FormatNote(Timestamp at, TreeSize size) {
  return FormatTimestamp(at) + " " + std::to_string(size.value);
}

struct Note {
  Timestamp at;
  TreeSize size;
};

Result<Note> ParseNote(const std::string& text) {
  const std::size_t space = text.find(' ');
  Note note;
  if (space != text.npos) {
    const auto at = ParseTimestamp(text.substr(0, space));
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + space + 1, end, note.size.value);
    if (at && error == std::errc() && stop == end) {
      note.at = *at;
      return note;
    }
  }
  return Error{ErrorCode::kCorrupt,
               "vault.erasure: its note \"" + text + "\" is no moment and size"};
}

Result<ErasureReceipt> MakeReceipt(const ErasureTools& tools, const KeyErasure& keys) {
  SINETTI_ASSIGN(const Note note, ParseNote(keys.note));
  const Reader reader = tools.ledger.Read();
  if (note.size > reader.size())
    return Error{ErrorCode::kConflict,
                 "the keys of " + keys.subjects.front() + " were destroyed when the ledger had " +
                     std::to_string(note.size.value) + " events, now it has " +
                     std::to_string(reader.size().value) + ": an older ledger was put back"};
  SINETTI_ASSIGN(const ClientFiles files, ReadClientFiles(reader, tools.registry, note.size));
  const std::string& client = keys.subjects.front();
  const auto file = files.File(client);
  if (!file || !file->request || !file->approval)
    return Error{ErrorCode::kCorrupt, "the keys of " + client +
                                          " were destroyed, but the ledger has no approval of it; "
                                          "run `sinetti verify` with a checkpoint kept elsewhere"};
  ErasureReceipt receipt{.origin = tools.ledger.info().origin,
                         .client = client,
                         .request = *file->request,
                         .approval = *file->approval,
                         .override_mark = file->override_mark,
                         .destroyed_at = note.at,
                         .keys = keys,
                         .events = file->events,
                         .sealed_values = file->sealed_values,
                         .size = note.size};
  const std::set<std::string> gone(keys.subjects.begin(), keys.subjects.end());
  for (const std::string& stream : file->streams) {
    if (gone.contains(std::string(kStreamSubject) + stream)) {
      receipt.sealed_values += files.streams().at(stream).values;
    } else {
      receipt.shared.push_back(stream);
    }
  }
  return receipt;
}

OwnEvent DestroyedEvent(const ErasureReceipt& receipt) {
  OwnEvent event = EventAbout(receipt.client, "subject.keyDestroyed", receipt.approval.by);
  // The same id and content however often it is tried.
  event.id = "destroyed-" + receipt.client + "-" + std::to_string(receipt.approval.sequence.value);
  event.causation = receipt.approval.reference;
  event.data.push_back({"reason", receipt.request.reason, {}});
  event.data.push_back({"requestedBy", receipt.request.by, {}});
  event.data.push_back({"authorisedBy", receipt.approval.reference, {}});
  event.data.push_back({"approvedBy", receipt.approval.by, {}});
  event.data.push_back({"receipt", ReceiptDigest(receipt).hex(), {}});
  event.data.push_back({"oldVaultKey", receipt.keys.old_vault_key, {}});
  event.data.push_back({"newVaultKey", receipt.keys.new_vault_key, {}});
  return event;
}

}  // namespace

Result<std::optional<ErasureOutcome>> FinishErasure(const ErasureTools& tools) {
  const std::optional<KeyErasure> open = tools.vault.open_erasure();
  if (!open) return std::optional<ErasureOutcome>();
  SINETTI_ASSIGN(ErasureReceipt receipt, MakeReceipt(tools, *open));
  SINETTI_TRY(Step(tools, "receipt"));
  SINETTI_TRY(tools.keep_receipt(receipt));
  SINETTI_TRY(Step(tools, "event"));
  SINETTI_ASSIGN(const auto recorded,
                 RecordOwnEvents(tools.ledger, tools.registry, {DestroyedEvent(receipt)}));
  SINETTI_TRY(Step(tools, "checkpoint"));
  SINETTI_TRY(tools.sign());
  SINETTI_TRY(Step(tools, "close"));
  SINETTI_TRY(tools.vault.CloseErasure());
  return std::optional<ErasureOutcome>({std::move(receipt), recorded.front().sequence});
}

Result<Receipt> RequestErasure(const ErasureTools& tools, const std::string& client,
                               const std::string& by, const std::string& reason) {
  SINETTI_TRY(FinishErasure(tools));
  SINETTI_ASSIGN(const ClientFiles files, FilesNow(tools));
  SINETTI_ASSIGN(const ClientFile file, FileOf(files, tools.vault, client));
  if (file.request)
    return Error{ErrorCode::kConflict,
                 "the erasure of " + client + " was asked by " + file.request->by + " (event " +
                     std::to_string(file.request->sequence.value) +
                     "); next: sinetti erase approve, or erase refuse, by somebody else"};
  OwnEvent event = EventAbout(client, "subject.erasureRequested", by);
  event.data.push_back({"requestedBy", by, {}});
  event.data.push_back({"reason", reason, {}});
  return RecordOne(tools, std::move(event), "erasure");
}

Result<Receipt> RefuseErasure(const ErasureTools& tools, const std::string& client,
                              const std::string& by, const std::string& reason) {
  SINETTI_TRY(FinishErasure(tools));
  SINETTI_ASSIGN(const ClientFiles files, FilesNow(tools));
  SINETTI_ASSIGN(const ClientFile file, FileOf(files, tools.vault, client));
  if (!file.request)
    return Error{ErrorCode::kNotFound, "nobody has asked for the erasure of " + client};
  OwnEvent event = EventAbout(client, "subject.erasureRefused", by);
  event.causation = file.request->reference;
  event.data.push_back({"request", file.request->reference, {}});
  event.data.push_back({"refusedBy", by, {}});
  event.data.push_back({"reason", reason, {}});
  return RecordOne(tools, std::move(event), "refused");
}

Result<ErasureOutcome> ApproveErasure(const ErasureTools& tools, const std::string& client,
                                      const std::string& by, const std::string& override_reason) {
  SINETTI_ASSIGN(auto finished, FinishErasure(tools));
  if (finished && finished->receipt.client == client) return *finished;

  SINETTI_ASSIGN(const ClientFiles files, FilesNow(tools));
  SINETTI_ASSIGN(const ClientFile file, FileOf(files, tools.vault, client));
  if (!file.request)
    return Error{ErrorCode::kConflict, "nobody has asked for the erasure of " + client +
                                           "; first: sinetti erase request " + client};
  if (FoldedActor(by).empty() || SameActor(by, file.request->by))
    return Error{ErrorCode::kConflict, "\"" + by + "\" asked for the erasure of " + client +
                                           " and cannot approve it as well; two different actors "
                                           "are needed"};
  if (file.sealed_values != 0 && !tools.vault.HasKey(client) && !tools.vault.IsErased(client))
    return Error{
        ErrorCode::kNotFound,
        "the vault has no key of " + client + ", of whom " + std::to_string(file.sealed_values) +
            " values are sealed: this is not the vault that sealed them; nothing was done"};
  const std::vector<std::string> obstacles =
      ErasureObstacles(file, DayInHelsinki(tools.clock.Now()));
  if (!obstacles.empty() && override_reason.empty())
    return Error{ErrorCode::kConflict, client + " is not erased:" + Joined(obstacles) +
                                           "\nrelease the hold or wait; --override REASON erases "
                                           "all the same, and records who did so and why"};

  std::vector<OwnEvent> events;
  if (!obstacles.empty()) {
    OwnEvent event = EventAbout(client, "subject.erasureOverridden", by);
    SINETTI_ASSIGN(event.id, NewOwnId("overridden"));
    event.causation = file.request->reference;
    event.data.push_back({"request", file.request->reference, {}});
    event.data.push_back({"overriddenBy", by, {}});
    event.data.push_back({"reason", override_reason, {}});
    event.data.push_back({"obstacles", "", obstacles});
    events.push_back(std::move(event));
  }
  OwnEvent event = EventAbout(client, "subject.erasureApproved", by);
  SINETTI_ASSIGN(event.id, NewOwnId("approved"));
  event.causation = file.request->reference;
  event.data.push_back({"request", file.request->reference, {}});
  event.data.push_back({"approvedBy", by, {}});
  events.push_back(std::move(event));
  SINETTI_TRY(Step(tools, "approval"));
  SINETTI_TRY(RecordOwnEvents(tools.ledger, tools.registry, events));

  const std::string note = FormatNote(tools.clock.Now(), tools.ledger.Read().size());
  SINETTI_TRY(tools.vault.Erase(SubjectsOf(client, file, files, tools.vault), note, tools.step));
  SINETTI_ASSIGN(auto outcome, FinishErasure(tools));
  SINETTI_CHECK(outcome.has_value());
  return *std::move(outcome);
}

}  // namespace sinetti
