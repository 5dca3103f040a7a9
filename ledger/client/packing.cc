// Proved and worded first, so that nothing is said to have been handed out that cannot be; recorded
// and signed for before the text leaves this file.
#include "ledger/client/packing.h"

#include "ledger/client/access_event.h"
#include "ledger/event/text_rules.h"
#include "ledger/evidence/pack.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"
#include "ledger/log/proved_entry.h"

namespace sinetti {
namespace {

Result<void> CheckTexts(const PackWish& wish) {
  const std::pair<const char*, const std::string&> texts[] = {
      {"recipient", wish.recipient}, {"purpose", wish.purpose}, {"ground", wish.ground}};
  for (const auto& [name, text] : texts)
    if (const std::string problem = LineProblem(text); !problem.empty())
      return Error{ErrorCode::kInvalid, std::string(name) + ": " + problem};
  return {};
}

// The answer as a checker will read it; its signature is the ledger's own.
Result<CheckedComplete> ReadAnswer(const CompleteProof& proof, const VerifierKey& key) {
  return CheckCompleteProof(FormatCompleteProof(proof), key);
}

// Everybody whom the events are about finds it in the own log.
Result<std::vector<Sequence>> Record(Ledger& ledger, const TypeRegistry& registry,
                                     const PackWish& wish, std::vector<std::string> subjects,
                                     const std::string& digest) {
  if (subjects.empty())
    subjects.push_back(std::string(kStreamSubject) + wish.key.substr(wish.key.find(':') + 1));
  std::vector<OwnEvent> events;
  for (const std::string& subject : subjects) {
    SINETTI_ASSIGN(OwnEvent event,
                   NewAccessEvent("access.exported", "exported", subject, wish.actor, wish.role));
    event.data = {{"object", wish.key, {}},
                  {"purpose", wish.purpose, {}},
                  {"ground", wish.ground, {}},
                  {"recipient", wish.recipient, {}},
                  {"format", std::string(kPackHeader), {}},
                  {"document", "", {}, {{"sha256", digest, {}}}}};
    events.push_back(std::move(event));
  }
  SINETTI_ASSIGN(const auto receipts, RecordOwnEvents(ledger, registry, events));
  std::vector<Sequence> recorded;
  for (const Receipt& receipt : receipts) recorded.push_back(receipt.sequence);
  return recorded;
}

}  // namespace

Result<MadePack> MakePack(Ledger& ledger, const TypeRegistry& registry, Signer& signer,
                          Clock& clock, const PackWish& wish) {
  SINETTI_TRY(CheckTexts(wish));
  SINETTI_ASSIGN(const CompleteProof answer,
                 ProveComplete(ledger.Read(), {wish.key, wish.from, wish.to, true}));
  SINETTI_ASSIGN(const CheckedComplete checked, ReadAnswer(answer, signer.key()));
  SINETTI_ASSIGN(const std::vector<Event> events, EventsOf(checked, registry));
  EvidencePack pack{.recipient = wish.recipient, .purpose = wish.purpose, .ground = wish.ground};
  PackWords words = WordsOf(pack, checked, events, registry);
  pack.summary = std::move(words.summary);
  pack.events = std::move(words.events);
  pack.schema = std::move(words.schema);
  pack.documents = std::move(words.documents);
  pack.answer = FormatCompleteProof(answer);

  MadePack made{.events = events.size()};
  SINETTI_ASSIGN(made.recorded, Record(ledger, registry, wish, ClientsOf(wish.key, events),
                                       PackDigest(pack).hex()));
  VerifiableIndex index(registry, {});
  SINETTI_ASSIGN(const StoredCheckpoint signed_one, ledger.SignCheckpoint(signer, clock, &index));
  const Reader reader = ledger.Read();
  for (const Sequence sequence : made.recorded) {
    SINETTI_ASSIGN(ProvedEntry proved, ProveEntry(reader, sequence, signed_one.size));
    pack.recorded.push_back(FormatInclusionProof(
        {sequence, std::move(proved.entry), std::move(proved.hashes), signed_one.note}));
  }
  ConsistencyProof between{.old_checkpoint = answer.to.checkpoint,
                           .new_checkpoint = signed_one.note};
  SINETTI_ASSIGN(between.hashes, reader.ConsistencyProof(answer.to.size, signed_one.size));
  SINETTI_ASSIGN(pack.consistency, FormatConsistencyProof(between));
  made.text = FormatPack(pack);
  return made;
}

}  // namespace sinetti
