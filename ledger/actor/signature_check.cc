// Two steps: what is there is noted while the entries come by, and judged when all revocations are
// known.
#include "ledger/actor/signature_check.h"

#include <algorithm>

#include "ledger/actor/batch_message.h"
#include "ledger/base/quote.h"
#include "ledger/crypto/ed25519.h"

namespace sinetti {
namespace {

Error Misplaced(std::string_view stream) {
  return Error{ErrorCode::kInvalid, "it stands in the stream " + Quoted(stream) +
                                        " and counts only in `" + std::string(kActorStream) + "`"};
}

SignatureFindingKind FindingOf(KeyVerdict verdict) {
  switch (verdict) {
    case KeyVerdict::kUnknownActor: return SignatureFindingKind::kUnknownActor;
    case KeyVerdict::kRevoked: return SignatureFindingKind::kKeyRevoked;
    default: return SignatureFindingKind::kKeyNotInForce;
  }
}

// Those of a ledger in which everything is wrong need not all be kept to be counted.
constexpr std::uint64_t kFindingsKept = 10'000;

// Entries [first, end) stand under one signature, right or wrong.
struct SignedRange {
  Sequence first, end;
};

}  // namespace

const char* SignatureFindingKindName(SignatureFindingKind kind) {
  switch (kind) {
    case SignatureFindingKind::kBadSignature: return "bad signature";
    case SignatureFindingKind::kUnknownActor: return "unknown actor";
    case SignatureFindingKind::kKeyNotInForce: return "key not in force";
    case SignatureFindingKind::kKeyRevoked: return "revoked key";
    case SignatureFindingKind::kWrongCount: return "wrong count";
    case SignatureFindingKind::kMissingSignature: return "missing signature";
    case SignatureFindingKind::kUnsignedRotation: return "unsigned rotation";
    case SignatureFindingKind::kBadActorEvent: return "event without effect";
    case SignatureFindingKind::kUnreadable: return "unreadable";
  }
  return "unknown";
}

// Goes through changes and signatures in the order of the ledger.
class SignatureCheck::Fold {
 public:
  explicit Fold(const SignatureCheck& check)
      : source_(*check.source_), origin_(check.origin_), register_(Revocations(check)) {
    std::vector<std::pair<Sequence, bool>> order;
    for (const Sequence sequence : check.changes_) order.emplace_back(sequence, false);
    for (const Sequence sequence : check.signed_) order.emplace_back(sequence, true);
    std::sort(order.begin(), order.end());
    order.erase(std::unique(order.begin(), order.end()), order.end());
    for (const auto& [sequence, is_signature] : order) Take(sequence, is_signature);
    for (const Rotation& rotation : rotations_)
      Add(SignatureFindingKind::kUnsignedRotation, rotation.at,
          "the key of " + Quoted(rotation.given.actor) +
              " is replaced without a signature of the old key over it, and it is not stated as a "
              "recovery: it has no effect");
  }

  void FindMissing(const SignatureCheck& check) {
    auto range = ranges_.begin();
    for (const Demand& demand : check.demands_) {
      while (range != ranges_.end() && range->end <= demand.sequence) ++range;
      if (range != ranges_.end() && range->first <= demand.sequence) continue;
      Add(SignatureFindingKind::kMissingSignature, demand.sequence,
          "an event of type " + check.demanded_types_[demand.type] + " must be signed, as event " +
              std::to_string(demand.policy.value) + " demands, and is not");
    }
  }

  const ActorRegister& actors() const { return register_; }
  SignatureReport& report() { return report_; }

 private:
  struct Rotation {
    Sequence at;
    ActorKeyGiven given;
  };

  static std::vector<ActorKeyRevocation> Revocations(const SignatureCheck& check) {
    std::vector<ActorKeyRevocation> revocations;
    for (const Sequence sequence : check.changes_) {
      const auto event = check.source_->Read(sequence);
      if (event && event->stream() == kActorStream &&
          ActorEventTypeOf(event->type()) == ActorEventType::kKeyRevoked)
        revocations.push_back(ReadActorKeyRevocation(*event));
    }
    return revocations;
  }

  void Add(SignatureFindingKind kind, Sequence sequence, std::string message) {
    if (++report_.findings_total <= kFindingsKept)
      report_.findings.push_back({kind, sequence, std::move(message)});
  }

  void Take(Sequence sequence, bool is_signature) {
    const auto event = source_.Read(sequence);
    if (!event) return Add(SignatureFindingKind::kUnreadable, sequence, event.error().message);
    if (is_signature) return TakeSignature(*event);
    if (const auto taken = TakeChange(*event); !taken)
      Add(SignatureFindingKind::kBadActorEvent, sequence, taken.error().message);
  }

  Result<void> TakeChange(const Event& event) {
    if (event.stream() != kActorStream) return Misplaced(event.stream());
    const ActorEventType type = ActorEventTypeOf(event.type());
    if (type == ActorEventType::kKeyRevoked)
      return register_.CheckRevocation(ReadActorKeyRevocation(event));
    SINETTI_ASSIGN(ActorKeyGiven given, ReadActorKeyGiven(event));
    if (type == ActorEventType::kRegistered) return register_.Register(given, event.sequence());
    SINETTI_TRY(register_.CheckRotation(given));
    if (given.recovery) return register_.Rotate(given, event.sequence());
    rotations_.push_back({event.sequence(), std::move(given)});
    return {};
  }

  void TakeSignature(const Event& event) {
    ++report_.batches;
    const Sequence at = event.sequence();
    const BatchSignature batch = ReadBatchSignature(event);
    const std::uint64_t behind = ranges_.empty() ? 0 : ranges_.back().end.value + 1;
    if (batch.count == 0 || batch.count > kSignedEventsMax || batch.count > at.value - behind)
      return Add(SignatureFindingKind::kWrongCount, at,
                 "it says that it signs " + std::to_string(batch.count) +
                     " events, and there are " + std::to_string(at.value - behind) +
                     " between it and the signature before");
    const SignedRange range{Sequence{at.value - batch.count}, at};
    ranges_.push_back(range);
    const KeyAnswer answer = register_.Ask(batch.actor, batch.key_id, at, event.recorded_at());
    if (answer.verdict != KeyVerdict::kInForce)
      return Add(FindingOf(answer.verdict), at, answer.words);
    const auto hashes = source_.DraftHashes(range.first, batch.count);
    if (!hashes) return Add(SignatureFindingKind::kUnreadable, at, hashes.error().message);
    if (!Holds(batch, *answer.key, *hashes))
      return Add(SignatureFindingKind::kBadSignature, at,
                 "it is no signature of events " + std::to_string(range.first.value) + " to " +
                     std::to_string(at.value - 1) + " by " + Quoted(batch.actor) + ", key " +
                     batch.key_id + ": the events or the signature are not what was signed");
    report_.events += batch.count;
    Activate(batch.actor, range);
  }

  bool Holds(const BatchSignature& batch, const VerifierKey& key,
             const std::vector<Hash>& hashes) const {
    const auto bytes = Base64Decode(batch.signature);
    if (!bytes) return false;
    const auto signature = Ed25519Signature::From(*bytes);
    return signature &&
           Ed25519Verify(key.public_key, AsBytes(BatchMessage(origin_, batch.actor, hashes)),
                         *signature);
  }

  // The old key has signed these rotations.
  void Activate(const std::string& actor, const SignedRange& range) {
    for (auto rotation = rotations_.begin(); rotation != rotations_.end();) {
      if (rotation->given.actor != actor || rotation->at < range.first ||
          rotation->at >= range.end) {
        ++rotation;
        continue;
      }
      if (const auto rotated = register_.Rotate(rotation->given, range.end); !rotated)
        Add(SignatureFindingKind::kBadActorEvent, rotation->at, rotated.error().message);
      rotation = rotations_.erase(rotation);
    }
  }

  const EntrySource& source_;
  const std::string& origin_;
  ActorRegister register_;
  std::vector<Rotation> rotations_;  // not signed yet
  std::vector<SignedRange> ranges_;
  SignatureReport report_;
};

Result<void> SignatureCheck::SeeIndexed(TreeSize end) {
  SINETTI_ASSIGN(const std::vector<Sequence> sequences, source_->reader().Stream(kActorStream));
  for (const Sequence sequence : sequences) {
    if (sequence.value >= end.value) break;
    SINETTI_ASSIGN(const StoredEntry stored, source_->reader().Read(sequence));
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(stored.record));
    See(header, sequence);
    if (ActorEventTypeOf(header.type) == ActorEventType::kKeyRotated)
      SINETTI_TRY(SeeSignatureBehind(sequence, end));
  }
  return {};
}

// The next signature behind a rotation: if none covers it there, none does.
Result<void> SignatureCheck::SeeSignatureBehind(Sequence rotation, TreeSize end) {
  SINETTI_ASSIGN(const Event event, source_->Read(rotation));
  const auto given = ReadActorKeyGiven(event);
  if (!given || given->recovery) return {};
  EntryCursor cursor = source_->reader().Scan(Sequence{rotation.value + 1}, end);
  while (cursor.Next()) {
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(cursor.entry().record));
    if (ActorEventTypeOf(header.type) != ActorEventType::kBatchSigned) continue;
    See(header, cursor.entry().sequence);
    return {};
  }
  return cursor.status();
}

void SignatureCheck::See(const RecordHeader& header, Sequence sequence) {
  switch (ActorEventTypeOf(header.type)) {
    case ActorEventType::kBatchSigned: signed_.push_back(sequence); return;
    case ActorEventType::kNone: break;
    case ActorEventType::kPolicySet: SeePolicy(sequence); break;
    default: changes_.push_back(sequence);
  }
  if (!policies_.empty()) NoteDemand(header, sequence);
}

void SignatureCheck::SeePolicy(Sequence sequence) {
  const auto event = source_->Read(sequence);
  if (!event) {
    of_policies_.push_back({SignatureFindingKind::kUnreadable, sequence, event.error().message});
  } else if (event->stream() != kActorStream) {
    of_policies_.push_back(
        {SignatureFindingKind::kBadActorEvent, sequence, Misplaced(event->stream()).message});
  } else {
    policies_.push_back({sequence, ReadSignaturePolicy(*event)});
  }
}

void SignatureCheck::NoteDemand(const RecordHeader& header, Sequence sequence) {
  const auto policy =
      std::find_if(policies_.rbegin(), policies_.rend(), [&](const PlacedPolicy& placed) {
        return placed.sequence < sequence && placed.policy.from <= header.recorded_at;
      });
  if (policy == policies_.rend() || !policy->policy.Demands(header.type)) return;
  auto type = std::find(demanded_types_.begin(), demanded_types_.end(), header.type);
  if (type == demanded_types_.end()) type = demanded_types_.insert(type, std::string(header.type));
  demands_.push_back(
      {sequence, static_cast<std::uint32_t>(type - demanded_types_.begin()), policy->sequence});
}

SignatureReport SignatureCheck::Finish(std::size_t findings_max) const {
  Fold fold(*this);
  fold.FindMissing(*this);
  SignatureReport report = std::move(fold.report());
  report.actors = fold.actors().actors().size();
  report.findings.insert(report.findings.end(), of_policies_.begin(), of_policies_.end());
  std::stable_sort(
      report.findings.begin(), report.findings.end(),
      [](const SignatureFinding& a, const SignatureFinding& b) { return a.sequence < b.sequence; });
  report.findings_total += of_policies_.size();
  if (report.findings.size() > findings_max) report.findings.resize(findings_max);
  return report;
}

ActorRegister SignatureCheck::Register() const { return Fold(*this).actors(); }

const SignaturePolicy* SignatureCheck::PolicyAt(Timestamp now) const {
  const auto policy =
      std::find_if(policies_.rbegin(), policies_.rend(),
                   [now](const PlacedPolicy& placed) { return placed.policy.from <= now; });
  return policy == policies_.rend() ? nullptr : &policy->policy;
}

Result<SignatureReport> VerifyBatchSignatures(const Reader& reader, const TypeRegistry& registry,
                                              const std::string& origin) {
  const EntrySource source(reader, registry);
  SignatureCheck check(origin, source);
  EntryCursor cursor = reader.Scan();
  while (cursor.Next()) {
    const auto header = ReadRecordHeader(cursor.entry().record);
    if (header) check.See(*header, cursor.entry().sequence);
  }
  SINETTI_TRY(cursor.status());
  return check.Finish();
}

}  // namespace sinetti
