// See complete.h.
#include "cli/commands/complete.h"

#include <charconv>

#include "cli/commands/checkpoint_text.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "ledger/event/event_json.h"
#include "ledger/index/complete_proof.h"
#include "ledger/index/prove_complete.h"
#include "ledger/log/note.h"

namespace sinetti {

Result<std::optional<TreeSize>> SizeOf(const Session& session, const Reader& reader,
                                       const std::string& checkpoint) {
  if (checkpoint.empty()) return std::optional<TreeSize>();
  std::uint64_t size = 0;
  const char* end = checkpoint.data() + checkpoint.size();
  const auto [stopped, error] = std::from_chars(checkpoint.data(), end, size);
  if (error == std::errc() && stopped == end) return std::optional(TreeSize{size});
  SINETTI_ASSIGN(const VerifierKey key, session.TrustedKey(""));
  SINETTI_ASSIGN(const Checkpoint kept, ReadCheckpointFile(checkpoint, key));
  SINETTI_ASSIGN(const StoredCheckpoint stored, CheckpointAt(reader.snapshot(), kept.size));
  SINETTI_ASSIGN(const Note note, ParseNote(stored.note));
  SINETTI_ASSIGN(const Checkpoint own, ParseCheckpoint(note.text));
  if (own.root != kept.root)
    return Error{ErrorCode::kCorrupt, checkpoint + ": its root of the first " +
                                          Counted(kept.size.value, "event") + " is " +
                                          kept.root.hex() + ", this ledger signed " +
                                          own.root.hex() + ": keep both, and run `sinetti verify`"};
  return std::optional(kept.size);
}

std::string CompleteWords(const CheckedComplete& checked) {
  const std::string to = "the first " + std::to_string(checked.to.size.value) + " events";
  const std::string count = std::to_string(checked.leaves.size());
  const bool one = checked.leaves.size() == 1;
  if (!checked.from) {
    if (checked.leaves.empty()) return "No event of " + checked.key + " is among " + to + ".";
    return (one ? "This is the only event of " : "These are all " + count + " events of ") +
           checked.key + " among " + to + ".";
  }
  const std::string between = "between the checkpoints of " +
                              std::to_string(checked.from->size.value) + " and " +
                              std::to_string(checked.to.size.value) + " events";
  const std::string before = "; " + std::to_string(checked.count_before) + " came before.";
  if (checked.leaves.empty()) return "No event of " + checked.key + " came " + between + before;
  return (one ? "This is the only event of " : "These are all " + count + " events of ") +
         checked.key + ' ' + between + before;
}

namespace {

void PrintComplete(Console& console, const CheckedComplete& checked,
                   const std::vector<Event>& events) {
  console.PrintLine(console.Green("The proof holds.") + ' ' + CompleteWords(checked));
  if (checked.from) console.PrintLine("  older  " + CheckpointWords(*checked.from));
  console.PrintLine((checked.from ? "  newer  " : "  checkpoint  ") + CheckpointWords(checked.to));
  for (const Event& event : events) console.PrintLine(EventLine(event, console.language()));
  if (!events.empty() || checked.leaves.empty()) return;
  console.PrintLine(
      "  the file holds their leaf hashes only; `sinetti prove complete --entries` "
      "puts the events in");
  for (const Hash& leaf : checked.leaves) console.PrintLine("  " + leaf.hex());
}

}  // namespace

Result<std::string> ProveCompleteText(Session& session, const Reader& reader,
                                      const ProveArguments& arguments) {
  CompleteQuestion question{.key = arguments.key, .entries = arguments.entries};
  SINETTI_ASSIGN(question.from, SizeOf(session, reader, arguments.from));
  SINETTI_ASSIGN(question.to, SizeOf(session, reader, arguments.to));
  SINETTI_ASSIGN(const CompleteProof proof, ProveComplete(reader, question));
  const bool absent = arguments.kind == ProveArguments::Kind::kAbsent;
  if (absent && proof.to.state.count > 0)
    return Error{ErrorCode::kConflict, arguments.key + " is not absent: it has " +
                                           Counted(proof.to.state.count, "event") +
                                           " among the first " +
                                           std::to_string(proof.to.size.value) +
                                           "; next: sinetti prove complete " + arguments.key};
  if (!absent)
    session.console.Say(Counted(proof.leaves.size(), "event") + " with the key " + arguments.key);
  return FormatCompleteProof(proof);
}

bool IsCompleteProof(std::string_view text) {
  return text.starts_with(std::string(kCompleteHeader) + '\n');
}

Result<ExitCode> CheckComplete(Session& session, const std::string& text, const VerifierKey& key) {
  SINETTI_ASSIGN(const CheckedComplete checked, CheckCompleteProof(text, key));
  SINETTI_ASSIGN(const std::vector<Event> events, EventsOf(checked, session.registry));
  Console& console = session.console;
  if (!console.json()) {
    PrintComplete(console, checked, events);
    return kDone;
  }
  console.PrintLine(
      JsonObject()
          .Text("proof", "complete")
          .Bool("valid", true)
          .Text("key", checked.key)
          .Text("origin", checked.to.origin)
          .Number("oldSize", checked.from ? checked.from->size.value : 0)
          .Number("newSize", checked.to.size.value)
          .Number("before", checked.count_before)
          .Number("count", checked.leaves.size())
          .Raw("leafHashes",
               JsonArray(checked.leaves, [](const Hash& leaf) { return '"' + leaf.hex() + '"'; }))
          .Raw("events", JsonArray(events, [](const Event& event) { return EventToJson(event); }))
          .str());
  return kDone;
}

}  // namespace sinetti
