// What a pack claims, checked from its bytes and the verifier key: first what the ledger recorded
// of it, which holds every byte in front; then the answer; then that both are of one history.
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

Result<Record> CheckRecord(const std::string& proof, const EvidencePack& pack,
                           const std::string& key, const std::string& digest,
                           const VerifierKey& verifier, const TypeRegistry& registry,
                           Checkpoint& checkpoint) {
  SINETTI_ASSIGN(InclusionProof parsed, ParseInclusionProof(proof));
  // Told before any signature is looked at.
  if (AsText(parsed.entry).find(digest) == std::string_view::npos)
    return Wrong("event " + std::to_string(parsed.sequence.value) +
                 " does not record this pack, whose digest is " + digest + ": a byte was changed");
  SINETTI_ASSIGN(const CheckedInclusion checked, CheckInclusionProof(proof, verifier));
  SINETTI_ASSIGN(
      const VerifiedEntry entry,
      ChainVerifier::CheckAgainst(EntryOf(checked.sequence, checked.entry), checked.leaf_hash));
  SINETTI_ASSIGN(const Event event, DecodeEvent(entry, registry));
  if (!Is<schema::AccessExported>(event))
    return Wrong("event " + std::to_string(event.sequence().value) + " is no access.exported");
  const auto body = Body<schema::AccessExported>(event);
  if (Text(body.getDocument().getSha256()) != digest || Text(body.getObject()) != key ||
      Text(body.getRecipient()) != pack.recipient || Text(body.getPurpose()) != pack.purpose ||
      Text(body.getGround()) != pack.ground)
    return Wrong("event " + std::to_string(event.sequence().value) +
                 " records another key, recipient, purpose or ground than the pack says");
  checkpoint = checked.checkpoint;
  return Record{event.sequence(), std::string(event.envelope().client),
                std::move(parsed.checkpoint)};
}

}  // namespace

Result<CheckedPack> CheckPack(std::string_view text, const VerifierKey& key,
                              const TypeRegistry& registry) {
  CheckedPack checked;
  SINETTI_ASSIGN(checked.pack, ParsePack(text));
  const EvidencePack& pack = checked.pack;
  SINETTI_ASSIGN(const CompleteProof answer, ParseCompleteProof(pack.answer));
  const std::string digest = PackDigest(pack).hex();

  std::vector<std::string> clients;
  std::string recorded_by;
  for (const std::string& proof : pack.recorded) {
    auto record = CheckRecord(proof, pack, answer.key, digest, key, registry, checked.recorded_by);
    if (!record) return std::move(record).error().Within("recorded");
    if (!checked.recorded.empty() && record->sequence <= checked.recorded.back())
      return Wrong("recorded: events are not in ascending order");
    if (!recorded_by.empty() && record->checkpoint != recorded_by)
      return Wrong("recorded: the events are proved by different checkpoints");
    checked.recorded.push_back(record->sequence);
    clients.push_back(std::move(record->client));
    recorded_by = std::move(record->checkpoint);
  }

  auto complete = CheckCompleteProof(pack.answer, key);
  if (!complete) return std::move(complete).error().Within("answer");
  checked.answer = std::move(*complete);
  if (checked.answer.entries.size() != checked.answer.leaves.size())
    return Wrong("answer: it proves events that the file does not hold");
  auto events = EventsOf(checked.answer, registry);
  if (!events) return std::move(events).error().Within("answer");
  checked.events = std::move(*events);

  auto consistent = CheckConsistencyProof(pack.consistency, key);
  if (!consistent) return std::move(consistent).error().Within("consistency");
  SINETTI_ASSIGN(const ConsistencyProof between, ParseConsistencyProof(pack.consistency));
  if (between.old_checkpoint != answer.to.checkpoint || between.new_checkpoint != recorded_by)
    return Wrong("consistency: it is not from the checkpoint of the answer to that of the record");

  std::sort(clients.begin(), clients.end());
  for (const std::string& client : ClientsOf(answer.key, checked.events))
    if (!std::binary_search(clients.begin(), clients.end(), client))
      return Wrong("the ledger does not say that the pack was handed out in the log of " + client);
  checked.own_words = WordsOf(pack, checked.answer, checked.events, registry) ==
                      PackWords{pack.summary, pack.events, pack.schema, pack.documents};
  return checked;
}

}  // namespace sinetti
