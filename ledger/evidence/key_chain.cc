// What follows from what: the order of keys, and what a checker does with it.
#include "ledger/evidence/key_chain.h"

#include <algorithm>

#include "ledger/base/quote.h"
#include "ledger/event/body.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/note.h"
#include "schemas/ledger.capnp.h"

namespace sinetti {
namespace {

std::string Text(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

Result<VerifierKey> LogKey(const std::string& text) {
  SINETTI_ASSIGN(VerifierKey key, ParseVerifierKey(text));
  SINETTI_TRY(RequireKeyType(key, KeyType::kNote));
  return key;
}

Error Broken(const KeyChange& change, const std::string& why) {
  return Error{ErrorCode::kCorrupt, "keys of " + Quoted(change.previous.name) + ", event " +
                                        std::to_string(change.sequence.value) + ": " + why};
}

bool SignedBy(const Note& note, const VerifierKey& key) {
  return std::any_of(note.signatures.begin(), note.signatures.end(),
                     [&key](const NoteSignature& signature) {
                       return signature.name == key.name && signature.key_id == key.id;
                     });
}

}  // namespace

Result<KeyChange> ReadKeyChange(const Event& event) {
  if (event.stream() != kLedgerKeyStream)
    return Error{ErrorCode::kInvalid, "an event about the ledger's keys stands in the stream " +
                                          std::string(kLedgerKeyStream) + ", not in " +
                                          Quoted(event.stream())};
  KeyChange change{.sequence = event.sequence(), .last = SizeThrough(event.sequence())};
  std::string previous, next;
  if (Is<schema::LedgerKeyRotated>(event)) {
    const auto body = Body<schema::LedgerKeyRotated>(event);
    previous = Text(body.getPreviousKey());
    next = Text(body.getVerifierKey());
    change.reason = Text(body.getReason());
  } else if (Is<schema::LedgerKeyCompromised>(event)) {
    const auto body = Body<schema::LedgerKeyCompromised>(event);
    previous = Text(body.getPreviousKey());
    next = Text(body.getVerifierKey());
    change.reason = Text(body.getReason());
    change.compromised = true;
    change.last = TreeSize{body.getSize()};
  } else {
    return Error{ErrorCode::kInvalid, Quoted(event.type()) + " is no event about a ledger's keys"};
  }
  SINETTI_ASSIGN(change.previous, LogKey(previous));
  SINETTI_ASSIGN(change.next, LogKey(next));
  if (change.previous.name != change.next.name)
    return Error{ErrorCode::kInvalid, "the keys are those of " + Quoted(change.previous.name) +
                                          " and of " + Quoted(change.next.name)};
  return change;
}

Result<void> KeyChain::Add(const KeyChange& change) {
  const auto span_of = [this](const VerifierKey& key) {
    return std::find_if(spans_.begin(), spans_.end(),
                        [&key](const KeySpan& span) { return span.key == key; });
  };
  const auto previous = span_of(change.previous);
  const auto next = span_of(change.next);
  if (previous == spans_.end())
    return Broken(
        change, "it replaces a key that was never in force: " + FormatVerifierKey(change.previous));
  if (change.last > SizeThrough(change.sequence))
    return Broken(change, "the old key is to vouch for more events than there were");
  const bool of_newest = previous + 1 == spans_.end();
  if (!of_newest && !(change.compromised && next + 1 == spans_.end()))
    return Broken(change, "the key that it names was replaced before");
  if (of_newest && next != spans_.end()) return Broken(change, "a key does not come back");
  previous->last = previous->last ? std::min(*previous->last, change.last) : change.last;
  previous->compromised = previous->compromised || change.compromised;
  if (of_newest) spans_.push_back({change.next, std::nullopt, false});
  return {};
}

Result<VerifierKey> KeyChain::KeyFor(std::string_view note, bool witnessed) const {
  SINETTI_ASSIGN(const Note parsed, ParseNote(note));
  SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(parsed.text));
  const auto span = std::find_if(spans_.rbegin(), spans_.rend(), [&parsed](const KeySpan& one) {
    return SignedBy(parsed, one.key);
  });
  if (span == spans_.rend()) return newest();  // the opening says that it is not signed
  if (!span->last) return span->key;
  const std::string who = "the checkpoint of " + std::to_string(checkpoint.size.value) +
                          " events is signed by " + FormatVerifierKey(span->key) + " alone, which ";
  if (checkpoint.size > *span->last)
    return Error{ErrorCode::kCorrupt,
                 who + (span->compromised ? "was compromised" : "was replaced") +
                     " and vouches for at most " + std::to_string(span->last->value) +
                     " events; the ledger's key is " + FormatVerifierKey(newest())};
  if (span->compromised && !witnessed)
    return Error{ErrorCode::kCorrupt,
                 who +
                     "was compromised: it counts only where witnesses have cosigned it "
                     "(--policy); or ask the ledger's keeper for the proof anew, which is signed "
                     "by " +
                     FormatVerifierKey(newest())};
  return span->key;
}

}  // namespace sinetti
