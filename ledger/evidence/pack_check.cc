// What a pack claims, checked from its bytes and the keys of the ledger: first what the ledger
// recorded of it, which holds every byte in front; then the answer and its time-stamps; then that
// both are of one history.
#include <algorithm>

#include "ledger/event/body.h"
#include "ledger/evidence/pack.h"
#include "ledger/log/chain.h"
#include "ledger/log/proof_file.h"
#include "ledger/log/proved_entry.h"
#include "schemas/access.capnp.h"

namespace sinetti {
namespace {

Error Wrong(const std::string& what) { return Error{ErrorCode::kCorrupt, what}; }

std::string Text(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

// What an event says of a pack that was handed out.
struct Record {
  Sequence sequence;
  std::string client;  // may be empty
  std::string checkpoint;
};

class PackChecker {
 public:
  PackChecker(const KeyChain& keys, bool witnessed, const TypeRegistry& registry)
      : keys_(keys), witnessed_(witnessed), registry_(registry) {}

  Result<CheckedPack> Check(std::string_view text) {
    SINETTI_ASSIGN(checked_.pack, ParsePack(text));
    SINETTI_ASSIGN(answer_, ParseCompleteProof(checked_.pack.answer));
    digest_ = PackDigest(checked_.pack).hex();
    SINETTI_TRY(CheckRecords());
    if (auto held = CheckAnswer(); !held) return std::move(held).error().Within("answer");
    if (auto held = CheckStamps(); !held) return std::move(held).error().Within("timestamps");
    SINETTI_TRY(CheckHistory());
    SINETTI_TRY(CheckClients());
    const EvidencePack& pack = checked_.pack;
    checked_.own_words =
        WordsOf(pack, {checked_.answer, checked_.checkpoint, checked_.events, checked_.stamps},
                registry_) == PackWords{pack.summary, pack.events, pack.schema, pack.documents};
    return std::move(checked_);
  }

 private:
  Result<void> CheckRecords() {
    for (const std::string& proof : checked_.pack.recorded) {
      auto record = CheckRecord(proof);
      if (!record) return std::move(record).error().Within("recorded");
      if (!checked_.recorded.empty() && record->sequence <= checked_.recorded.back())
        return Wrong("recorded: events are not in ascending order");
      if (!recorded_by_.empty() && record->checkpoint != recorded_by_)
        return Wrong("recorded: the events are proved by different checkpoints");
      checked_.recorded.push_back(record->sequence);
      clients_.push_back(std::move(record->client));
      recorded_by_ = std::move(record->checkpoint);
    }
    return {};
  }

  Result<Record> CheckRecord(const std::string& proof) {
    const EvidencePack& pack = checked_.pack;
    SINETTI_ASSIGN(InclusionProof parsed, ParseInclusionProof(proof));
    // Told before any signature is looked at.
    if (AsText(parsed.entry).find(digest_) == std::string_view::npos)
      return Wrong("event " + std::to_string(parsed.sequence.value) +
                   " does not record this pack, whose digest is " + digest_ +
                   ": a byte was changed");
    // No witness has seen it yet.
    SINETTI_ASSIGN(const VerifierKey key, keys_.KeyFor(parsed.checkpoint, false));
    SINETTI_ASSIGN(const CheckedInclusion checked, CheckInclusionProof(proof, key));
    SINETTI_ASSIGN(
        const VerifiedEntry entry,
        ChainVerifier::CheckAgainst(EntryOf(checked.sequence, checked.entry), checked.leaf_hash));
    SINETTI_ASSIGN(const Event event, DecodeEvent(entry, registry_));
    if (!Is<schema::AccessExported>(event))
      return Wrong("event " + std::to_string(event.sequence().value) + " is no access.exported");
    const auto body = Body<schema::AccessExported>(event);
    if (Text(body.getDocument().getSha256()) != digest_ || Text(body.getObject()) != answer_.key ||
        Text(body.getRecipient()) != pack.recipient || Text(body.getPurpose()) != pack.purpose ||
        Text(body.getGround()) != pack.ground)
      return Wrong("event " + std::to_string(event.sequence().value) +
                   " records another key, recipient, purpose or ground than the pack says");
    checked_.recorded_by = checked.checkpoint;
    return Record{event.sequence(), std::string(event.envelope().client),
                  std::move(parsed.checkpoint)};
  }

  Result<void> CheckAnswer() {
    checked_.checkpoint = answer_.to.checkpoint;
    SINETTI_ASSIGN(const VerifierKey key, keys_.KeyFor(checked_.checkpoint, witnessed_));
    VerifierKey older = key;
    if (answer_.from) {
      SINETTI_ASSIGN(older, keys_.KeyFor(answer_.from->checkpoint, false));
    }
    SINETTI_ASSIGN(checked_.answer, CheckCompleteProof(checked_.pack.answer, older, key));
    if (checked_.answer.entries.size() != checked_.answer.leaves.size())
      return Wrong("it proves events that the file does not hold");
    SINETTI_ASSIGN(checked_.events, EventsOf(checked_.answer, registry_));
    return {};
  }

  Result<void> CheckStamps() {
    if (checked_.pack.timestamps.empty()) return {};
    SINETTI_ASSIGN(checked_.timestamps, ParseTimestampRecord(checked_.pack.timestamps));
    SINETTI_ASSIGN(checked_.stamps, StatedStamps(*checked_.timestamps, checked_.checkpoint));
    return {};
  }

  Result<void> CheckHistory() {
    auto between = ParseConsistencyProof(checked_.pack.consistency);
    if (!between) return std::move(between).error().Within("consistency");
    if (between->old_checkpoint != checked_.checkpoint || between->new_checkpoint != recorded_by_)
      return Wrong(
          "consistency: it is not from the checkpoint of the answer to that of the record");
    SINETTI_ASSIGN(const VerifierKey older, keys_.KeyFor(checked_.checkpoint, witnessed_));
    SINETTI_ASSIGN(const VerifierKey newer, keys_.KeyFor(recorded_by_, false));
    auto held = CheckConsistencyProof(checked_.pack.consistency, older, newer);
    if (!held) return std::move(held).error().Within("consistency");
    return {};
  }

  Result<void> CheckClients() {
    std::sort(clients_.begin(), clients_.end());
    for (const std::string& client : ClientsOf(answer_.key, checked_.events))
      if (!std::binary_search(clients_.begin(), clients_.end(), client))
        return Wrong("the ledger does not say that the pack was handed out in the log of " +
                     client);
    return {};
  }

  const KeyChain& keys_;
  const bool witnessed_;
  const TypeRegistry& registry_;
  CheckedPack checked_;
  CompleteProof answer_;
  std::string digest_;
  std::string recorded_by_;           // note
  std::vector<std::string> clients_;  // in whose logs it stands
};

}  // namespace

Result<CheckedPack> CheckPack(std::string_view text, const KeyChain& keys, bool witnessed,
                              const TypeRegistry& registry) {
  return PackChecker(keys, witnessed, registry).Check(text);
}

Result<CheckedPack> CheckPack(std::string_view text, const VerifierKey& key,
                              const TypeRegistry& registry) {
  SINETTI_ASSIGN(const PackOutline outline, OutlineOf(text));
  SINETTI_ASSIGN(const KeyChain keys, FollowKeyChain(key, outline.statements, registry));
  return CheckPack(text, keys, false, registry);
}

}  // namespace sinetti
