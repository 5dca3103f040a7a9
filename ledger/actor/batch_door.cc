// See batch_door.h.
#include "ledger/actor/batch_door.h"

#include <algorithm>
#include <map>

#include "ledger/actor/batch_message.h"
#include "ledger/base/quote.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/json_writer.h"

namespace sinetti {
namespace {

constexpr char kSignedByHand[] =
    "an event of type batch.signed is made by sinetti itself and taken from nobody; leave it out, "
    "and sign with --sign-as ACTOR --actor-key FILE";

constexpr char kKeyByHand[] =
    "events about the ledger's own keys are made by sinetti itself and taken from nobody; leave it "
    "out; next: sinetti key rotate, or sinetti key compromised";

std::string SignatureJson(const VerifierKey& key, std::size_t count,
                          const Ed25519Signature& signature) {
  const Hash name = HashOf({signature.view()});
  JsonWriter json(false);
  json.BeginObject();
  json.TextMember("specversion", "1.0");
  json.TextMember("id", "signed-" + HexEncode(name.view().first(16)));
  json.TextMember("source", kActorSource);
  json.TextMember("type", "batch.signed");
  json.TextMember("stream", kSignatureStream);
  json.TextMember("actor", key.name);
  json.Member("data");
  json.BeginObject();
  json.TextMember("actor", key.name);
  json.TextMember("keyId", KeyIdText(key));
  json.Member("count");
  json.Literal(std::to_string(count));
  json.TextMember("signature", Base64Encode(signature.view()));
  json.EndObject();
  json.EndObject();
  return json.Take();
}

// What to do about a draft that would be a finding.
std::string NextStep(SignatureFindingKind kind) {
  switch (kind) {
    case SignatureFindingKind::kMissingSignature: return "; next: --sign-as ACTOR --actor-key FILE";
    case SignatureFindingKind::kUnknownActor: return "; next: sinetti actor register";
    case SignatureFindingKind::kKeyNotInForce:
    case SignatureFindingKind::kKeyRevoked: return "; `sinetti actor list` shows the keys in force";
    case SignatureFindingKind::kUnsignedRotation:
      return "; sign with the old key, or state it as a recovery";
    default: return "";
  }
}

}  // namespace

Result<EncodedDraft> SignBatch(std::string_view origin, std::span<const EncodedDraft> drafts,
                               Signer& signer, const TypeRegistry& registry) {
  SINETTI_TRY(RequireKeyType(signer.key(), KeyType::kNote));
  if (drafts.empty() || drafts.size() > kSignedEventsMax)
    return Error{ErrorCode::kInvalid, "one signature is over 1 to " +
                                          std::to_string(kSignedEventsMax) + " events, here are " +
                                          std::to_string(drafts.size())};
  std::vector<Hash> hashes;
  hashes.reserve(drafts.size());
  for (const EncodedDraft& draft : drafts) hashes.push_back(DraftRecordHash(draft.record));
  SINETTI_ASSIGN(const Ed25519Signature signature,
                 signer.Sign(AsBytes(BatchMessage(origin, signer.key().name, hashes))));
  SINETTI_ASSIGN(Draft draft,
                 ParseDraft(SignatureJson(signer.key(), drafts.size(), signature), registry));
  return EncodeDraft(std::move(draft));
}

// Drafts that are new, and those under a name that the ledger knows, each with its place in the
// batch as it was handed in.
struct BatchDoor::Split {
  std::vector<EncodedDraft> fresh, recorded;
  std::vector<std::size_t> fresh_places, recorded_places;
  std::vector<std::pair<std::size_t, std::size_t>> repeated;  // place, and that of the first
};

Result<BatchDoor> BatchDoor::Open(Ledger& ledger, const TypeRegistry& registry, Clock& clock,
                                  Signer* signer) {
  BatchDoor door(ledger, registry, clock, signer);
  SINETTI_TRY(door.Load());
  return door;
}

Result<void> BatchDoor::Load() {
  const EntrySource source(ledger_->Read(), *registry_);
  SignatureCheck known(ledger_->info().origin, source);
  SINETTI_TRY(known.SeeIndexed(source.reader().size()));
  demands_ = known.demands();
  return {};
}

Result<std::vector<Receipt>> BatchDoor::Append(std::vector<EncodedDraft> drafts,
                                               std::optional<std::size_t>* refused) {
  bool about_actors = false, is_judged = false;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(drafts[i].record));
    if (header.type.starts_with("ledger.key")) {
      if (refused != nullptr) *refused = i;
      return Error{ErrorCode::kConflict, kKeyByHand};
    }
    const ActorEventType type = ActorEventTypeOf(header.type);
    if (type == ActorEventType::kBatchSigned) {
      if (refused != nullptr) *refused = i;
      return Error{ErrorCode::kConflict, kSignedByHand};
    }
    about_actors = about_actors || type != ActorEventType::kNone;
    is_judged = is_judged || judged_.Contains(header.type);
  }
  if (is_judged) {
    std::size_t wrong = 0;
    auto allowed = CaseRules(ledger_->Read(), *registry_, drafts).Check(&wrong);
    if (!allowed && refused != nullptr) *refused = wrong;
    SINETTI_TRY(std::move(allowed));
  }
  if (drafts.empty() || (signer_ == nullptr && !about_actors && !demands_))
    return ledger_->Append(std::move(drafts), refused);

  SINETTI_ASSIGN(Split split, SplitRecorded(std::move(drafts), refused));
  const std::size_t fresh = split.fresh.size();
  if (fresh != 0) {
    if (signer_ != nullptr) {
      SINETTI_ASSIGN(EncodedDraft signature,
                     SignBatch(ledger_->info().origin, split.fresh, *signer_, *registry_));
      split.fresh.push_back(std::move(signature));
    }
    std::optional<std::size_t> wrong;
    auto checked = CheckBatch(split.fresh, fresh, &wrong);
    if (wrong && refused != nullptr) *refused = split.fresh_places[*wrong];
    SINETTI_TRY(std::move(checked));
  }
  auto receipts = AppendChecked(std::move(split), refused);
  if (receipts && about_actors) SINETTI_TRY(Load());
  return receipts;
}

// Whether a draft under a known name is the same is for the ledger to say.
Result<BatchDoor::Split> BatchDoor::SplitRecorded(std::vector<EncodedDraft> drafts,
                                                  std::optional<std::size_t>* refused) const {
  Split split;
  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, Hash16>> names;
  const Reader reader = ledger_->Read();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    EncodedDraft& draft = drafts[i];
    const auto [first, added] = names.try_emplace({draft.source, draft.id}, i, draft.digest);
    if (!added && first->second.second == draft.digest) {
      split.repeated.emplace_back(i, first->second.first);
      continue;
    }
    if (!added) {
      if (refused != nullptr) *refused = i;
      return Error{ErrorCode::kConflict, "source " + Quoted(draft.source) + " and id " +
                                             Quoted(draft.id) +
                                             " stand twice in the batch, with other content; give "
                                             "one of the two another id"};
    }
    SINETTI_ASSIGN(const auto found, reader.Find(draft.source, draft.id));
    (found ? split.recorded_places : split.fresh_places).push_back(i);
    (found ? split.recorded : split.fresh).push_back(std::move(draft));
  }
  return split;
}

// What would be found, were the batch recorded.
Result<void> BatchDoor::CheckBatch(std::span<const EncodedDraft> batch, std::size_t drafts,
                                   std::optional<std::size_t>* wrong) {
  EntrySource source(ledger_->Read(), *registry_);
  const std::uint64_t size = source.reader().size().value;
  source.SetPending(batch, clock_->Now());
  SignatureCheck check(ledger_->info().origin, source);
  SINETTI_TRY(check.SeeIndexed(source.reader().size()));
  for (std::size_t i = 0; i < batch.size(); ++i) {
    SINETTI_ASSIGN(RecordHeader header, ReadRecordHeader(batch[i].record));
    header.recorded_at = source.PendingTime(i);
    check.See(header, Sequence{size + i});
  }
  const SignatureReport report = check.Finish(SIZE_MAX);
  const auto found = std::find_if(
      report.findings.begin(), report.findings.end(),
      [size](const SignatureFinding& finding) { return finding.sequence.value >= size; });
  if (found == report.findings.end()) return {};
  const std::size_t index = static_cast<std::size_t>(found->sequence.value - size);
  const std::string message = found->message + NextStep(found->kind);
  if (index >= drafts) return Error{ErrorCode::kInvalid, "the signature: " + message};
  *wrong = index;
  return Error{ErrorCode::kConflict, message};
}

// Recorded ones first: they commit nothing, and a conflict among them stops the others.
Result<std::vector<Receipt>> BatchDoor::AppendChecked(Split split,
                                                      std::optional<std::size_t>* refused) {
  std::vector<Receipt> receipts(split.fresh_places.size() + split.recorded_places.size() +
                                split.repeated.size());
  const auto append = [&](std::vector<EncodedDraft> drafts,
                          const std::vector<std::size_t>& places) -> Result<void> {
    if (drafts.empty()) return {};
    std::optional<std::size_t> at;
    auto made = ledger_->Append(std::move(drafts), &at);
    if (!made) {
      if (refused != nullptr && at && *at < places.size()) *refused = places[*at];
      return std::move(made).error();
    }
    for (std::size_t i = 0; i < places.size(); ++i) receipts[places[i]] = (*made)[i];
    return {};
  };
  SINETTI_TRY(append(std::move(split.recorded), split.recorded_places));
  SINETTI_TRY(append(std::move(split.fresh), split.fresh_places));
  for (const auto& [place, first] : split.repeated) {
    receipts[place] = receipts[first];
    receipts[place].duplicate = true;
  }
  return receipts;
}

}  // namespace sinetti
