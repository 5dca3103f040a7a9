// Checks the signatures of actors over batches, and that what must be signed is.  Findings are
// data. Only batches that exist are looked at: of all other entries nothing but the type is read.
// Implements docs/format/actor.md, "Check".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/actor/actor_register.h"
#include "ledger/actor/entry_source.h"
#include "ledger/event/record.h"

namespace sinetti {

enum class SignatureFindingKind {
  kBadSignature,      // it is not one of these events by this key
  kUnknownActor,      // nobody of that name is registered
  kKeyNotInForce,     // never the actor's, not yet, or replaced
  kKeyRevoked,        // recorded after the moment from which the key is revoked
  kWrongCount,        // it does not fit what stands before
  kMissingSignature,  // the policy demanded one
  kUnsignedRotation,  // the old key did not sign that it is replaced
  kBadActorEvent,     // an event about actors that has no effect
  kUnreadable,
};
const char* SignatureFindingKindName(SignatureFindingKind kind);  // "bad signature"

struct SignatureFinding {
  SignatureFindingKind kind{};
  Sequence sequence;    // of the signature; of the event, where one is missing
  std::string message;  // what is wrong, without the position
};

struct SignatureReport {
  std::uint64_t batches = 0;  // signatures looked at
  std::uint64_t events = 0;   // events under a right signature
  std::uint64_t actors = 0;
  std::vector<SignatureFinding> findings;  // by position
  std::uint64_t findings_total = 0;

  bool right() const { return findings_total == 0; }
};

// See() entries in order, then Finish().  One thread at a time.
class SignatureCheck {
 public:
  // `source` must outlive the check.
  SignatureCheck(std::string origin, const EntrySource& source)
      : origin_(std::move(origin)), source_(&source) {}

  // What the index says of actors before `end`, for who does not see() the entries before it.
  Result<void> SeeIndexed(TreeSize end);

  // The header of an entry that is there.  Costs a look at its type.
  void See(const RecordHeader& header, Sequence sequence);

  SignatureReport Finish(std::size_t findings_max = 100) const;

  // As of the last entry seen; what no signature backs is not in it.
  ActorRegister Register() const;
  // The newest policy whose moment has come at `now`; null: nothing is demanded.
  const SignaturePolicy* PolicyAt(Timestamp now) const;
  // Something is demanded, now or later.
  bool demands() const { return !policies_.empty(); }

 private:
  struct Demand {
    Sequence sequence;
    std::uint32_t type;  // in demanded_types_
    Sequence policy;
  };
  struct PlacedPolicy {
    Sequence sequence;
    SignaturePolicy policy;
  };
  class Fold;

  void SeePolicy(Sequence sequence);
  void NoteDemand(const RecordHeader& header, Sequence sequence);
  Result<void> SeeSignatureBehind(Sequence rotation, TreeSize end);

  std::string origin_;
  const EntrySource* source_;
  std::vector<Sequence> changes_;  // actor.*
  std::vector<Sequence> signed_;   // batch.signed
  std::vector<PlacedPolicy> policies_;
  std::vector<SignatureFinding> of_policies_;
  std::vector<Demand> demands_;
  std::vector<std::string> demanded_types_;
};

// The whole ledger, by a pass of its own.
Result<SignatureReport> VerifyBatchSignatures(const Reader& reader, const TypeRegistry& registry,
                                              const std::string& origin);

}  // namespace sinetti
