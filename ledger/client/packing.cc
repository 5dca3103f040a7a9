// Proved and asked for first, worded, recorded and signed for before the text leaves this file.
#include "ledger/client/packing.h"

#include <algorithm>
#include <optional>
#include <set>

#include "ledger/client/access_event.h"
#include "ledger/client/exporting.h"
#include "ledger/event/text_rules.h"
#include "ledger/evidence/key_chain.h"
#include "ledger/evidence/pack.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"
#include "ledger/log/proved_entry.h"
#include "ledger/log/timestamp_store.h"

namespace sinetti {
namespace {

// What one making of a pack gathers.
class Packer {
 public:
  Packer(const AccessTools& tools, const PackWish& wish)
      : tools_(tools),
        wish_(wish),
        reader_{wish.purpose, wish.ground, wish.role, wish.actor, wish.actor_signer},
        pack_{.recipient = wish.recipient, .purpose = wish.purpose, .ground = wish.ground} {}

  Result<MadePack> Make(Signer& signer) {
    SINETTI_TRY(CheckTexts());
    SINETTI_TRY(Prove(signer.key()));
    SINETTI_TRY(Ask());
    SINETTI_TRY(Word());
    MadePack made{.events = events_.size()};
    SINETTI_ASSIGN(made.recorded, Record());
    SINETTI_TRY(Vouch(signer, made.recorded));
    made.text = FormatPack(pack_);
    return made;
  }

 private:
  Result<void> CheckTexts() const {
    const std::pair<const char*, const std::string&> texts[] = {
        {"recipient", wish_.recipient}, {"purpose", wish_.purpose}, {"ground", wish_.ground}};
    for (const auto& [name, text] : texts)
      if (const std::string problem = LineProblem(text); !problem.empty())
        return Error{ErrorCode::kInvalid, std::string(name) + ": " + problem};
    return {};
  }

  // The answer as a checker will read it, who begins with the key in force.
  Result<void> Prove(const VerifierKey& key) {
    const Reader reader = tools_.ledger.Read();
    SINETTI_ASSIGN(proof_, ProveComplete(reader, {wish_.key, wish_.from, wish_.to, true}));
    SINETTI_ASSIGN(auto statements, KeyStatementsOf(reader, tools_.registry));
    SINETTI_ASSIGN(const KeyChain keys, FollowKeyChain(key, statements, tools_.registry));
    SINETTI_ASSIGN(const VerifierKey newer, keys.KeyFor(proof_.to.checkpoint, true));
    VerifierKey older = newer;
    if (proof_.from) {
      SINETTI_ASSIGN(older, keys.KeyFor(proof_.from->checkpoint, true));
    }
    pack_.answer = FormatCompleteProof(proof_);
    SINETTI_ASSIGN(answer_, CheckCompleteProof(pack_.answer, older, newer));
    SINETTI_ASSIGN(events_, EventsOf(answer_, tools_.registry));
    if (!statements.empty()) pack_.keys = FormatKeyChain({std::move(statements), {}});
    SINETTI_ASSIGN(const auto stamps, TimestampsAt(reader.snapshot(), answer_.to.size));
    if (!stamps) return {};
    pack_.timestamps = FormatTimestampRecord(*stamps);
    SINETTI_ASSIGN(stamps_, StatedStamps(*stamps, proof_.to.checkpoint));
    return {};
  }

  // Where exports need a grant, one has to cover each event, for each client whom it is about.
  Result<void> Ask() {
    if (wish_.actor.empty()) {
      SINETTI_ASSIGN(const bool needed, ExportsNeedGrant(tools_.ledger, tools_.registry));
      if (!needed) return {};
      return Error{ErrorCode::kInvalid,
                   "this ledger hands nothing out without a grant; next: add --actor ACTOR"};
    }
    std::vector<Sequence> sequences;
    for (const Event& event : events_) sequences.push_back(event.sequence());
    SINETTI_ASSIGN(AccessGate gate,
                   AccessGate::Open(tools_, AccessAct::kExport, reader_, sequences));
    bool all = true;
    std::set<std::pair<std::string, AccessVerdict>> refused;
    const auto take = [&](const AccessAnswer& answer, const std::string& subject) {
      if (answer.granted()) {
        grants_.insert(answer.grant->reference);
        return;
      }
      all = false;
      if (gate.policy().exports_granted && refused.emplace(subject, answer.verdict).second)
        gate.RefuseKey(wish_.key, subject, answer.verdict);
    };
    for (const Event& event : events_) {
      std::vector<std::string> subjects = ClientsOf(event);
      if (subjects.empty()) subjects.push_back(StreamSubject(event.stream()));
      for (const std::string& subject : subjects) take(gate.Ask(event, subject), subject);
    }
    if (events_.empty()) take(gate.AskForKey(wish_.key), Subjects().front());
    if (!gate.refused().empty()) {
      SINETTI_TRY(gate.RecordRefused());
      return gate.Refusal();
    }
    if (!all) grants_.clear();
    gate_.emplace(std::move(gate));
    return {};
  }

  Result<void> Word() {
    PackWords words =
        WordsOf(pack_, {answer_, proof_.to.checkpoint, events_, stamps_}, tools_.registry);
    pack_.summary = std::move(words.summary);
    pack_.events = std::move(words.events);
    pack_.schema = std::move(words.schema);
    pack_.documents = std::move(words.documents);
    return {};
  }

  static std::string StreamSubject(std::string_view stream) {
    return std::string(kStreamSubject) + std::string(stream);
  }

  // Everybody whom the events are about finds it in the own log.
  std::vector<std::string> Subjects() const {
    std::vector<std::string> subjects = ClientsOf(wish_.key, events_);
    if (subjects.empty())
      subjects.push_back(StreamSubject(wish_.key.substr(wish_.key.find(':') + 1)));
    return subjects;
  }

  Result<std::vector<Sequence>> Record() const {
    std::vector<OwnEvent> events;
    for (const std::string& subject : Subjects()) {
      SINETTI_ASSIGN(OwnEvent event, NewAccessEvent("access.exported", "exported", subject,
                                                    wish_.actor, wish_.role));
      event.data = {{"object", wish_.key, {}},
                    {"purpose", wish_.purpose, {}},
                    {"ground", wish_.ground, {}},
                    {"recipient", wish_.recipient, {}},
                    {"format", std::string(kPackHeader), {}},
                    {"document", "", {}, {{"sha256", PackDigest(pack_).hex(), {}}}}};
      if (!grants_.empty()) event.data.push_back({"grants", "", {grants_.begin(), grants_.end()}});
      events.push_back(std::move(event));
    }
    SINETTI_ASSIGN(
        const auto receipts,
        gate_ ? gate_->Record(events) : RecordOwnEvents(tools_.ledger, tools_.registry, events));
    std::vector<Sequence> recorded;
    for (const Receipt& receipt : receipts) recorded.push_back(receipt.sequence);
    return recorded;
  }

  // A checkpoint over the records, and how the one of the answer grew to it.
  Result<void> Vouch(Signer& signer, const std::vector<Sequence>& recorded) {
    VerifiableIndex index(tools_.registry, {});
    SINETTI_ASSIGN(const StoredCheckpoint signed_one,
                   tools_.ledger.SignCheckpoint(signer, tools_.clock, &index));
    const Reader reader = tools_.ledger.Read();
    for (const Sequence sequence : recorded) {
      SINETTI_ASSIGN(ProvedEntry proved, ProveEntry(reader, sequence, signed_one.size));
      pack_.recorded.push_back(FormatInclusionProof(
          {sequence, std::move(proved.entry), std::move(proved.hashes), signed_one.note}));
    }
    ConsistencyProof between{.old_checkpoint = proof_.to.checkpoint,
                             .new_checkpoint = signed_one.note};
    SINETTI_ASSIGN(between.hashes, reader.ConsistencyProof(proof_.to.size, signed_one.size));
    SINETTI_ASSIGN(pack_.consistency, FormatConsistencyProof(between));
    return {};
  }

  const AccessTools& tools_;
  const PackWish& wish_;
  const ReaderOfClient reader_;
  EvidencePack pack_;
  CompleteProof proof_;
  CheckedComplete answer_;
  std::vector<Event> events_;
  std::vector<StatedStamp> stamps_;
  std::optional<AccessGate> gate_;
  std::set<std::string> grants_;
};

}  // namespace

Result<MadePack> MakePack(const AccessTools& tools, Signer& signer, const PackWish& wish) {
  return Packer(tools, wish).Make(signer);
}

}  // namespace sinetti
