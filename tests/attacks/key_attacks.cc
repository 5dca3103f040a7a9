// Attacks on the keys of a ledger over time: forged changes, changes taken away, and what thieves
// of old keys sign.
#include <algorithm>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/evidence/key_chain.h"
#include "ledger/evidence/key_change.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"
#include "tests/attacks/attacks.h"
#include "tests/log/memory_ledger.h"
#include "tests/log/test_keys.h"

namespace sinetti::attacks {
namespace {

using testing_support::MemoryLedger;
using testing_support::TestSigner;

constexpr const char* kOrigin = "ledger.example/test";

// A ledger in which key 1 followed key 0 and key 2 followed key 1; `stolen` instead says that key 1
// was compromised behind `last_good`.
class Keys {
 public:
  explicit Keys(bool stolen) {
    Grow(ledger_, 2, key0_);
    Change(ledger_, {.previous = key0_.key(), .previous_signer = &key0_, .next = &key1_});
    last_good_ = OpenCheckpoint(Grow(ledger_, 2, key1_), key1_.key()).value();
    if (stolen) {
      Grow(ledger_, 1, key1_);
      Change(ledger_, {.previous = key1_.key(), .next = &key2_, .last_good = last_good_});
    } else {
      Change(ledger_, {.previous = key1_.key(), .previous_signer = &key1_, .next = &key2_});
    }
    kept_ = OpenCheckpoint(Grow(ledger_, 3, key2_), key2_.key()).value();
    statements_ = KeyStatementsOf(ledger_->Read(), registry_).value();
    SINETTI_CHECK(statements_.size() == 2);
  }

  Result<KeyChain> Follow(const Signer& trusted, const std::vector<std::string>& statements) const {
    return FollowKeyChain(trusted.key(), statements, registry_);
  }
  const std::vector<std::string>& statements() const { return statements_; }
  const TypeRegistry& registry() const { return registry_; }
  const Checkpoint& last_good() const { return last_good_; }
  const Checkpoint& kept() const { return kept_; }
  std::uint64_t LastOf(std::size_t span) const {
    return Follow(key2_, statements_)->spans()[span].last->value;
  }

  // Records `events` more, and signs.
  std::string Grow(MemoryLedger& ledger, int events, Signer& signer,
                   const std::string& prefix = "e") {
    std::vector<EncodedDraft> drafts;
    for (int i = 0; i < events; ++i) {
      const std::string id = prefix + std::to_string(++events_);
      auto draft = ParseDraft(R"({"specversion":"1.0","id":")" + id +
                                  R"(","source":"urn:testi","type":"org.registered","stream":")" +
                                  id + R"(","data":{"orgId":"x","name":"X","sector":"public"}})",
                              registry_);
      drafts.push_back(EncodeDraft(*std::move(draft)).value());
    }
    SINETTI_CHECK(ledger->Append(std::move(drafts)).has_value());
    VerifiableIndex index(registry_, {});
    return ledger->SignCheckpoint(signer, clock_, &index).value().note;
  }
  void Change(MemoryLedger& ledger, const KeyChangeWish& wish) {
    SINETTI_CHECK(ChangeLedgerKey(*ledger, wish, clock_, registry_).has_value());
  }

  FileSigner key0_ = TestSigner(1), key1_ = TestSigner(2), key2_ = TestSigner(3);

 private:
  TypeRegistry registry_ = TypeRegistry::Builtin();
  FixedClock clock_{Timestamp{1'767'225'600'000'000}, 1};
  int events_ = 0;
  MemoryLedger ledger_;
  Checkpoint last_good_, kept_;
  std::vector<std::string> statements_;
};

FileSigner AnyThief(Random& random) {
  return TestSigner(static_cast<std::uint8_t>(10 + Below(random, 240)));
}

// A checkpoint as whoever has the key can make one, of what they like.
std::string NoteOf(FileSigner& signer, std::uint64_t size, Random& random) {
  Hash root;
  for (std::uint8_t& byte : root.bytes) byte = static_cast<std::uint8_t>(random());
  return SignCheckpoint({.origin = kOrigin, .size = TreeSize{size}, .root = root}, signer).value();
}

// All but the signature lines, which a key that came later may have added.
bool SayTheSame(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                    [](const std::string& one, const std::string& other) {
                      InclusionProof a = ParseInclusionProof(one).value();
                      InclusionProof b = ParseInclusionProof(other).value();
                      a.checkpoint = ParseNote(a.checkpoint).value().text;
                      b.checkpoint = ParseNote(b.checkpoint).value().text;
                      return FormatInclusionProof(a) == FormatInclusionProof(b);
                    });
}

Outcome FlipAStatement(Keys& keys, Random& random) {
  for (;;) {
    const std::string text = FlipBit(FormatKeyChain({keys.statements(), {}}), random);
    const auto file = ParseKeyChain(text);
    if (!file) return Alone(file);
    if (!file->proof.empty()) return {"something stands behind the chain", "so it does"};
    const auto followed = keys.Follow(keys.key0_, file->statements);
    if (!followed) return Alone(followed);
    // Both keys of a change sign it; a third signature says nothing, and nobody asks for it.
    if (!SayTheSame(file->statements, keys.statements())) return {};
  }
}

// Doubled, swapped, or one from the beginning left out.
Outcome DisorderStatements(Keys& keys, Random& random) {
  std::vector<std::string> statements = keys.statements();
  switch (Below(random, 3)) {
    case 0: statements.insert(statements.begin(), statements[Below(random, 2)]); break;
    case 1: std::swap(statements[0], statements[1]); break;
    default: statements.erase(statements.begin());
  }
  return Alone(keys.Follow(keys.key0_, statements));
}

// A copy of the ledger from before its first change, with another change in it.
struct Fork {
  MemoryLedger ledger;
  std::vector<std::string> statements;
};
std::unique_ptr<Fork> ForkWithChange(Keys& keys, Random& random, Signer& signer,
                                     FileSigner& thief) {
  auto fork = std::make_unique<Fork>();
  keys.Grow(fork->ledger, 1 + static_cast<int>(Below(random, 3)), signer, "fork-");
  keys.Change(fork->ledger, {.previous = signer.key(), .previous_signer = &signer, .next = &thief});
  keys.Grow(fork->ledger, 1, thief, "fork-");
  fork->statements = KeyStatementsOf(fork->ledger->Read(), keys.registry()).value();
  return fork;
}

// By somebody who has no key of the ledger: both signatures are their own.
Outcome ForgeARotationWithoutAKey(Keys& keys, Random& random) {
  FileSigner own = AnyThief(random), next = TestSigner(9);
  const auto fork = ForkWithChange(keys, random, own, next);
  return Alone(keys.Follow(keys.key0_, fork->statements));
}

// By the thief of the key that was in force: whoever knows that key alone follows them.
Outcome ForgeARotationWithTheStolenKey(Keys& keys, Random& random) {
  FileSigner thief = AnyThief(random);
  const auto fork = ForkWithChange(keys, random, keys.key0_, thief);
  Outcome outcome{Reason(keys.Follow(keys.key0_, fork->statements)), {}};
  const auto report = fork->ledger->Verify({.keys = {thief.key()}, .against = keys.kept()});
  SINETTI_CHECK(report.has_value());
  if (!report->intact()) outcome.elsewhere = report->findings.front().message;
  return outcome;
}

// The statement of a compromise is left out of the chain that is handed on, and the thief's
// checkpoint is shown to whoever has not heard of it.
Outcome HideACompromise(Keys& keys, Random& random) {
  const std::vector<std::string> cut{keys.statements().front()};
  const std::string note = NoteOf(keys.key1_, keys.kept().size.value + Below(random, 50), random);
  const auto believed = [&](const Signer& trusted) -> Result<VerifierKey> {
    SINETTI_ASSIGN(const KeyChain chain, keys.Follow(trusted, cut));
    return chain.KeyFor(note, false);
  };
  return {Reason(believed(keys.key1_)), Reason(believed(keys.key2_))};
}

Outcome SignWithACompromisedKey(Keys& keys, Random& random) {
  const bool witnessed = Below(random, 2) == 0;
  // Beyond the last good one even witnesses do not help; up to it nobody else does.
  const std::uint64_t last = keys.last_good().size.value;
  const std::uint64_t size = witnessed ? last + 1 + Below(random, 1000) : 1 + Below(random, last);
  const std::string note = NoteOf(keys.key1_, size, random);
  return Alone(keys.Follow(keys.key2_, keys.statements())->KeyFor(note, witnessed));
}

Outcome SignWithAReplacedKey(Keys& keys, Random& random) {
  const bool first = Below(random, 2) == 0;
  FileSigner& signer = first ? keys.key0_ : keys.key1_;
  const std::uint64_t last = keys.LastOf(first ? 0 : 1);
  const std::string note = NoteOf(signer, last + 1 + Below(random, 1000), random);
  return Alone(keys.Follow(keys.key0_, keys.statements())->KeyFor(note, Below(random, 2) == 0));
}

// The two signatures on one statement are the old and the new key's; one of them is taken away.
Outcome TakeASignatureFromAStatement(Keys& keys, Random& random) {
  std::vector<std::string> statements = keys.statements();
  std::string& statement = statements[Below(random, statements.size())];
  const std::size_t first = statement.find("\n\u2014 ");
  const std::size_t second = statement.find("\n\u2014 ", first + 1);
  SINETTI_CHECK(second != statement.npos);
  if (Below(random, 2) == 0) {
    statement.erase(first, second - first);
  } else {
    statement.erase(second, statement.find('\n', second + 1) - second);
  }
  return Alone(keys.Follow(keys.key0_, statements));
}

}  // namespace

std::vector<Attack> KeyAttacks() {
  const auto rotated = std::make_shared<Keys>(false), stolen = std::make_shared<Keys>(true);
  const auto on = [](const std::shared_ptr<Keys>& keys, Outcome (*make)(Keys&, Random&)) {
    return [keys, make](Random& random) { return make(*keys, random); };
  };
  const std::string chain = "chain of keys";
  return {
      {.name = "flip a bit of a statement about keys",
       .mechanism = chain,
       .weight = 30,
       .make = on(rotated, FlipAStatement)},
      {.name = "double, swap or leave out statements",
       .mechanism = chain,
       .weight = 10,
       .make = on(rotated, DisorderStatements)},
      {.name = "take a signature from a statement",
       .mechanism = chain,
       .weight = 10,
       .make = on(rotated, TakeASignatureFromAStatement)},
      {.name = "forge a rotation without a key",
       .mechanism = chain,
       .says = "is not among them",
       .weight = 2,
       .make = on(rotated, ForgeARotationWithoutAKey)},
      {.name = "forge a rotation with the stolen key in force",
       .mechanism = "comparison of histories",
       .anchor = "a checkpoint kept elsewhere",
       .weight = 2,
       .make = on(rotated, ForgeARotationWithTheStolenKey)},
      {.name = "sign with a replaced key for a larger tree",
       .mechanism = chain,
       .says = "vouches for at most",
       .weight = 10,
       .make = on(rotated, SignWithAReplacedKey)},
      {.name = "sign with a compromised key",
       .mechanism = chain,
       .says = "compromised",
       .weight = 10,
       .make = on(stolen, SignWithACompromisedKey)},
      {.name = "hide that a key was compromised",
       .mechanism = chain,
       .anchor = "the newest key, got on another way",
       .says = "is not among them",
       .weight = 10,
       .make = on(stolen, HideACompromise)},
  };
}

}  // namespace sinetti::attacks
