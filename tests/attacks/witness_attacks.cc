// Attacks around witnesses: an old cosigned checkpoint passed off as fresh, a cosignature dated
// anew or borrowed, and a fork that was shown to one of two.
#include "ledger/evidence/policy.h"
#include "ledger/evidence/submission.h"
#include "ledger/log/cosignature.h"
#include "ledger/log/note.h"
#include "tests/attacks/attacks.h"
#include "tests/evidence/test_log.h"

namespace sinetti::attacks {
namespace {

using testing_support::At;
using testing_support::SignerOf;
using testing_support::TestLog;

constexpr std::uint64_t kSize = 40;

// A log that a witness has followed from one event to forty, and a reader who asks for it.
class Witnessed {
 public:
  Witnessed() {
    for (std::uint64_t size = 1; size <= kSize; ++size)
      cosigned_.push_back(Cosigned(log_.CheckpointAt(size), static_cast<std::int64_t>(size)));
    seen_ = {.note = cosigned_.back(),
             .checkpoint = OpenCheckpoint(cosigned_.back(), log_.key()).value(),
             .time = At(kSize)};
    policy_ = Policy::Parse("log " + FormatVerifierKey(log_.key()) + "\nwitness w " +
                            FormatVerifierKey(witness_.key()) + "\nquorum w\n")
                  .value();
  }

  std::string Cosigned(const std::string& text, std::int64_t second) {
    Note note = ParseNote(text).value();
    note.signatures.push_back(Cosign(note.text, At(second), witness_).value());
    return FormatNote(note);
  }
  // What a reader with the policy says of a checkpoint.
  std::string Read(const std::string& note) const {
    return Reason(RequireQuorum(note, policy_, std::nullopt));
  }
  // What somebody says who keeps the newest one: a witness, or a reader who compares.
  std::string Compare(const std::string& note) const {
    const auto judged = Judge({.note = note}, log_.key(), seen_);
    if (!judged) return judged.error().message;
    return judged->contradiction ? ContradictionName(*judged->contradiction) : "";
  }
  const std::string& CosignedAt(std::uint64_t size) const { return cosigned_[size - 1]; }

  TestLog log_{kSize};

 private:
  FileSigner witness_ = SignerOf("witness.example/w", 9, KeyType::kCosignature);
  std::vector<std::string> cosigned_;
  SeenCheckpoint seen_;
  Policy policy_;
};

Outcome ShowAnOldOneAsFresh(Witnessed& witnessed, Random& random) {
  const std::string& old = witnessed.CosignedAt(1 + Below(random, kSize - 1));
  return {witnessed.Read(old), witnessed.Compare(old)};
}

// Its bytes are key id, time and signature: another time is put in the place of the cosigner's.
Outcome DateACosignatureAnew(Witnessed& witnessed, Random& random) {
  Note note = ParseNote(witnessed.CosignedAt(1 + Below(random, kSize))).value();
  Bytes& signature = note.signatures.back().signature;
  const std::uint64_t bit = Below(random, 32);
  signature[7 - bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
  const std::string reason = witnessed.Read(FormatNote(note));
  return {reason, reason};
}

// The witness's line from under one checkpoint, under another that it never saw.
Outcome BorrowACosignature(Witnessed& witnessed, Random& random) {
  const std::uint64_t size = 1 + Below(random, kSize);
  const std::uint64_t other = 1 + (size + Below(random, kSize - 1)) % kSize;
  Note note = ParseNote(witnessed.CosignedAt(size)).value();
  if (other == size) {
    note = ParseNote(TestLog(kSize, 0).CheckpointAt(size)).value();
    note.signatures.push_back(ParseNote(witnessed.CosignedAt(size)).value().signatures.back());
  } else {
    note.signatures.back() = ParseNote(witnessed.CosignedAt(other)).value().signatures.back();
  }
  const std::string reason = witnessed.Read(FormatNote(note));
  return {reason, reason};
}

// Signed by the ledger's key, shown to a reader who asks for no witness.
Outcome ShowAFork(Witnessed& witnessed, Random& random) {
  TestLog fork(kSize, Below(random, kSize));
  const std::string note = fork.CheckpointAt(kSize);
  return {Reason(OpenCheckpoint(note, witnessed.log_.key())), witnessed.Compare(note)};
}

// The log is cut back and goes on by its own clock.
Outcome SetBack(Witnessed& witnessed, Random& random) {
  const std::uint64_t size = 1 + Below(random, kSize - 1);
  const std::string note =
      witnessed.log_.CheckpointAt(size, static_cast<std::int64_t>(kSize + 1 + Below(random, 99)));
  return {Reason(OpenCheckpoint(note, witnessed.log_.key())), witnessed.Compare(note)};
}

}  // namespace

std::vector<Attack> WitnessAttacks() {
  const auto witnessed = std::make_shared<Witnessed>();
  const auto on = [&witnessed](Outcome (*make)(Witnessed&, Random&)) {
    return [witnessed, make](Random& random) { return make(*witnessed, random); };
  };
  const std::string kept = "a newer checkpoint kept elsewhere, or a witness";
  return {
      {.name = "show an old cosigned checkpoint as fresh",
       .mechanism = "comparison of checkpoints",
       .anchor = kept,
       .says = "is older than",
       .weight = 10,
       .make = on(ShowAnOldOneAsFresh)},
      {.name = "date a cosignature anew",
       .mechanism = "cosignature",
       .weight = 10,
       .make = on(DateACosignatureAnew)},
      {.name = "put a cosignature under another checkpoint",
       .mechanism = "cosignature",
       .weight = 10,
       .make = on(BorrowACosignature)},
      {.name = "show a fork signed with the ledger's key",
       .mechanism = "comparison of checkpoints",
       .anchor = kept,
       .says = "fork",
       .weight = 10,
       .make = on(ShowAFork)},
      {.name = "set the ledger back and sign anew",
       .mechanism = "comparison of checkpoints",
       .anchor = kept,
       .says = "set back",
       .weight = 10,
       .make = on(SetBack)},
  };
}

}  // namespace sinetti::attacks
