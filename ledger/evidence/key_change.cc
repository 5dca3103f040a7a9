// See key_change.h.
#include "ledger/evidence/key_change.h"

#include "ledger/event/draft_json.h"
#include "ledger/event/json_writer.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/index/verify_index.h"
#include "ledger/log/note.h"

namespace sinetti {
namespace {

constexpr std::string_view kKeySource = "sinetti:key";

std::string EventJson(const KeyChangeWish& wish) {
  const VerifierKey& next = wish.next->key();
  JsonWriter json(false);
  json.BeginObject();
  json.TextMember("specversion", "1.0");
  json.TextMember("id", "key-" + FormatVerifierKey(next).substr(next.name.size() + 1, 8));
  json.TextMember("source", kKeySource);
  json.TextMember("type",
                  wish.previous_signer != nullptr ? "ledger.keyRotated" : "ledger.keyCompromised");
  json.TextMember("stream", kLedgerKeyStream);
  json.Member("data");
  json.BeginObject();
  json.TextMember("previousKey", FormatVerifierKey(wish.previous));
  json.TextMember("verifierKey", FormatVerifierKey(next));
  if (wish.previous_signer == nullptr) {
    json.Member("size");
    json.Literal(std::to_string(wish.last_good->size.value));
  }
  if (!wish.reason.empty()) json.TextMember("reason", wish.reason);
  json.EndObject();
  json.EndObject();
  return json.Take();
}

Result<void> CheckWish(const Ledger& ledger, const KeyChangeWish& wish) {
  const VerifierKey& next = wish.next->key();
  SINETTI_TRY(RequireKeyType(next, KeyType::kNote));
  for (const VerifierKey* key : {&wish.previous, &next})
    if (key->name != ledger.info().origin)
      return Error{ErrorCode::kInvalid, "the ledger is " + ledger.info().origin + ", the key is " +
                                            FormatVerifierKey(*key)};
  if (wish.previous == next)
    return Error{ErrorCode::kConflict, FormatVerifierKey(next) + " is the key in force already"};
  SINETTI_CHECK(wish.previous_signer != nullptr || wish.last_good);
  return {};
}

// The event, if an earlier call has recorded it.
Result<std::optional<Sequence>> Recorded(const Reader& reader, const KeyChangeWish& wish,
                                         const TypeRegistry& registry) {
  SINETTI_ASSIGN(const std::vector<KeyChange> changes, KeyChangesOf(reader, registry));
  if (changes.empty()) return std::optional<Sequence>();
  const KeyChange& last = changes.back();
  const bool same_kind = last.compromised == (wish.previous_signer == nullptr);
  if (same_kind && last.previous == wish.previous && last.next == wish.next->key())
    return std::optional<Sequence>(last.sequence);
  if (last.next == wish.previous) return std::optional<Sequence>();
  return Error{ErrorCode::kConflict, "event " + std::to_string(last.sequence.value) +
                                         " says that the key is " + FormatVerifierKey(last.next) +
                                         ", the old key given is " +
                                         FormatVerifierKey(wish.previous)};
}

// Verify before sign: the new key is to vouch for all that the ledger keeps.
Result<void> RequireIntact(const Ledger& ledger, const KeyChangeWish& wish,
                           const TypeRegistry& registry) {
  VerifyOptions options{.keys = {wish.previous, wish.next->key()},
                        .against = wish.last_good,
                        .progress = wish.progress};
  SINETTI_ASSIGN(const VerifyReport report,
                 VerifyWithIndex(ledger.Read().snapshot(), options, registry));
  if (report.intact()) return {};
  return Error{ErrorCode::kCorrupt,
               "the ledger is not intact, so no other key is to vouch for it: " +
                   std::to_string(report.findings_total) +
                   " findings, the first: " + report.findings.front().message};
}

Result<Sequence> Record(Ledger& ledger, const KeyChangeWish& wish, const TypeRegistry& registry) {
  SINETTI_ASSIGN(Draft draft, ParseDraft(EventJson(wish), registry));
  std::vector<EncodedDraft> drafts;
  SINETTI_ASSIGN(EncodedDraft encoded, EncodeDraft(std::move(draft)));
  drafts.push_back(std::move(encoded));
  SINETTI_ASSIGN(const std::vector<Receipt> receipts, ledger.Append(std::move(drafts)));
  return receipts.front().sequence;
}

// The new key's signature under each checkpoint that lacks it; the text stays.
Result<void> EndorseAll(Ledger& ledger, const KeyChangeWish& wish) {
  SINETTI_ASSIGN(const auto stored, ListCheckpoints(ledger.Read().snapshot()));
  for (const StoredCheckpoint& one : stored) {
    if (OpenCheckpoint(one.note, wish.next->key())) continue;
    SINETTI_ASSIGN(const Note note, ParseNote(one.note));
    SINETTI_TRY(OpenCheckpoint(one.note, wish.previous));
    SINETTI_ASSIGN(const std::string signed_again, SignNote(note.text, *wish.next));
    SINETTI_ASSIGN(const Note again, ParseNote(signed_again));
    SINETTI_TRY(OpenCheckpoint(signed_again, wish.next->key()));
    SINETTI_TRY(ledger.AddToCheckpoint(one.size, again.signatures));
  }
  return {};
}

}  // namespace

Result<Sequence> ChangeLedgerKey(Ledger& ledger, const KeyChangeWish& wish, Clock& clock,
                                 const TypeRegistry& registry) {
  SINETTI_TRY(CheckWish(ledger, wish));
  SINETTI_ASSIGN(std::optional<Sequence> recorded, Recorded(ledger.Read(), wish, registry));
  SINETTI_TRY(RequireIntact(ledger, wish, registry));
  if (!recorded) {
    SINETTI_ASSIGN(recorded, Record(ledger, wish, registry));
  }
  VerifiableIndex index(registry, {.progress = wish.progress});
  if (wish.previous_signer != nullptr)
    SINETTI_TRY(ledger.SignCheckpoint(*wish.previous_signer, clock, &index));
  SINETTI_TRY(EndorseAll(ledger, wish));
  if (wish.previous_signer == nullptr)
    SINETTI_TRY(ledger.SignCheckpoint(*wish.next, clock, &index));
  return *recorded;
}

}  // namespace sinetti
