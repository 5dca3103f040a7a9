// The keys of a ledger over time: what was proved before a rotation stays proved, what a thief of
// the old key signs after it does not count, and no byte of a statement can change.
#include "ledger/evidence/key_chain.h"

#include <gmock/gmock.h>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/evidence/key_change.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/chain.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"
#include "tests/log/memory_ledger.h"
#include "tests/log/test_keys.h"
#include "tests/support/flip.h"
#include "tests/support/page.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using testing_support::ExpectEveryFlipRefused;
using testing_support::ExpectExample;
using testing_support::MemoryLedger;
using testing_support::TestSigner;

class LedgerKeys : public ::testing::Test {
 protected:
  void Record(MemoryLedger& ledger, const std::string& id) {
    auto draft = ParseDraft(R"({"specversion":"1.0","id":")" + id +
                                R"(","source":"urn:testi","type":"org.registered","stream":")" +
                                id + R"(","data":{"orgId":"x","name":"X","sector":"public"}})",
                            registry_);
    ASSERT_OK(draft);
    std::vector<EncodedDraft> drafts;
    drafts.push_back(EncodeDraft(std::move(*draft)).value());
    ASSERT_OK(ledger->Append(std::move(drafts)));
  }
  std::string Sign(MemoryLedger& ledger, Signer& signer) {
    VerifiableIndex index(registry_, {});
    const auto stored = ledger->SignCheckpoint(signer, clock_, &index);
    EXPECT_OK(stored);
    return stored->note;
  }
  std::string Prove(MemoryLedger& ledger, std::uint64_t sequence) {
    const Reader reader = ledger->Read();
    const StoredEntry stored = reader.Read(Sequence{sequence}).value();
    InclusionProof proof{.sequence = Sequence{sequence}};
    proof.entry.assign(stored.previous.bytes.begin(), stored.previous.bytes.end());
    proof.entry.insert(proof.entry.end(), stored.record.begin(), stored.record.end());
    const StoredCheckpoint newest = *NewestCheckpoint(reader.snapshot()).value();
    proof.checkpoint = newest.note;
    proof.hashes = reader.InclusionProof(proof.sequence, newest.size).value();
    return FormatInclusionProof(proof);
  }
  Result<Sequence> Rotate(MemoryLedger& ledger, Signer& from, Signer& to) {
    return ChangeLedgerKey(*ledger, {.previous = from.key(), .previous_signer = &from, .next = &to},
                           clock_, registry_);
  }
  Result<Sequence> DeclareStolen(MemoryLedger& ledger, Signer& from, Signer& to,
                                 const std::string& last_good) {
    return ChangeLedgerKey(*ledger,
                           {.previous = from.key(),
                            .next = &to,
                            .last_good = OpenCheckpoint(last_good, from.key()).value()},
                           clock_, registry_);
  }
  std::vector<std::string> Statements(MemoryLedger& ledger) {
    auto statements = KeyStatementsOf(ledger->Read(), registry_);
    EXPECT_OK(statements);
    return *statements;
  }
  Result<KeyChain> Follow(const Signer& trusted, const std::vector<std::string>& statements) {
    return FollowKeyChain(trusted.key(), statements, registry_);
  }
  // Checks a proof as whoever trusts `trusted` and has the chain of `ledger`.
  Result<CheckedInclusion> Check(const std::string& proof, const Signer& trusted,
                                 const std::vector<std::string>& statements,
                                 bool witnessed = false) {
    SINETTI_ASSIGN(const KeyChain chain, Follow(trusted, statements));
    const std::string note = ParseInclusionProof(proof).value().checkpoint;
    SINETTI_ASSIGN(const VerifierKey key, chain.KeyFor(note, witnessed));
    return CheckInclusionProof(proof, key);
  }

  TypeRegistry registry_ = TypeRegistry::Builtin();
  FixedClock clock_{Timestamp{1'767'225'600'000'000}, 1};
  MemoryLedger ledger_;
  FileSigner key0_ = TestSigner(1), key1_ = TestSigner(2), key2_ = TestSigner(3);
};

TEST_F(LedgerKeys, FollowFromAnyOfThemToTheNewest) {
  Record(ledger_, "a");
  Sign(ledger_, key0_);
  ASSERT_OK(Rotate(ledger_, key0_, key1_));
  Record(ledger_, "b");
  Sign(ledger_, key1_);
  ASSERT_OK(Rotate(ledger_, key1_, key2_));
  const auto statements = Statements(ledger_);
  ASSERT_EQ(statements.size(), 2u);
  for (const Signer* trusted : {&key0_, &key1_, &key2_}) {
    const auto chain = Follow(*trusted, statements);
    ASSERT_OK(chain);
    EXPECT_EQ(chain->newest(), key2_.key());
    EXPECT_EQ(chain->spans()[0].last, TreeSize{2});
    EXPECT_EQ(chain->spans()[1].last, TreeSize{4});
  }
  EXPECT_THAT(Follow(TestSigner(9), statements).error().message, HasSubstr("is not among them"));
  const std::vector<std::string> backwards{statements[1], statements[0]};
  EXPECT_FALSE(Follow(key0_, backwards));
  const std::vector<std::string> twice{statements[0], statements[0]};
  EXPECT_FALSE(Follow(key0_, twice));
}

TEST_F(LedgerKeys, ProveWhatWasProvedBeforeAndAllOfItAnew) {
  Record(ledger_, "a");
  Record(ledger_, "b");
  Sign(ledger_, key0_);
  const std::string before = Prove(ledger_, 0);
  ASSERT_OK(Rotate(ledger_, key0_, key1_));
  Record(ledger_, "c");
  Sign(ledger_, key1_);
  const auto statements = Statements(ledger_);
  EXPECT_OK(CheckInclusionProof(before, key0_.key()));
  for (const Signer* trusted : {&key0_, &key1_}) {
    EXPECT_OK(Check(before, *trusted, statements));
    EXPECT_OK(Check(Prove(ledger_, 0), *trusted, statements));
    EXPECT_OK(Check(Prove(ledger_, 3), *trusted, statements));
  }
  // The new key vouches for every checkpoint that is kept, so all of the ledger verifies with it.
  const auto report = ledger_->Verify({.keys = {key1_.key()}});
  ASSERT_OK(report);
  EXPECT_TRUE(report->intact());
  EXPECT_EQ(report->checkpoints, 3u);
}

TEST_F(LedgerKeys, RefuseWhatAThiefOfTheOldKeySignsLater) {
  MemoryLedger stolen;  // a copy from before the rotation
  for (MemoryLedger* ledger : {&ledger_, &stolen}) {
    Record(*ledger, "a");
    Sign(*ledger, key0_);
  }
  ASSERT_OK(Rotate(ledger_, key0_, key1_));
  Record(stolen, "forged-1");
  Record(stolen, "forged-2");
  Sign(stolen, key0_);
  const std::string forged = Prove(stolen, 1);
  EXPECT_OK(CheckInclusionProof(forged, key0_.key()));  // whoever never heard of the rotation
  for (const Signer* trusted : {&key0_, &key1_}) {
    const auto checked = Check(forged, *trusted, Statements(ledger_));
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::kCorrupt);
    EXPECT_THAT(checked.error().message, HasSubstr("was replaced and vouches for at most 2"));
  }
  // A rotation to a key of the thief's own is another history, which the newest key never signed.
  FileSigner thief = TestSigner(66);
  ASSERT_OK(Rotate(stolen, key0_, thief));
  EXPECT_FALSE(Follow(key1_, Statements(stolen)));
  // The name and id of the new key under a note do not help.
  InclusionProof parts = ParseInclusionProof(forged).value();
  Note note = ParseNote(parts.checkpoint).value();
  note.signatures.push_back({key1_.key().name, key1_.key().id, note.signatures[0].signature});
  parts.checkpoint = FormatNote(note);
  EXPECT_FALSE(Check(FormatInclusionProof(parts), key0_, Statements(ledger_)));
}

TEST_F(LedgerKeys, LeadNoFurtherBehindACompromiseThanOutsideHelpReaches) {
  Record(ledger_, "a");
  Record(ledger_, "b");
  const std::string good = Sign(ledger_, key0_);
  const std::string before = Prove(ledger_, 0);
  Record(ledger_, "c");
  Sign(ledger_, key0_);
  const std::string later = Prove(ledger_, 2);
  ASSERT_OK(DeclareStolen(ledger_, key0_, key1_, good));
  const auto statements = Statements(ledger_);

  const auto alone = Follow(key0_, statements);
  ASSERT_FALSE(alone);
  EXPECT_THAT(alone.error().message, HasSubstr("declared compromised"));
  EXPECT_THAT(alone.error().message, HasSubstr(FormatVerifierKey(key1_.key())));

  EXPECT_THAT(Check(before, key1_, statements).error().message, HasSubstr("witnesses"));
  EXPECT_OK(Check(before, key1_, statements, true));
  EXPECT_THAT(Check(later, key1_, statements, true).error().message,
              HasSubstr("was compromised and vouches for at most 2"));
  EXPECT_OK(Check(Prove(ledger_, 2), key1_, statements));
}

TEST_F(LedgerKeys, RefuseAStatementWithAnyByteChanged) {
  Record(ledger_, "a");
  Sign(ledger_, key0_);
  ASSERT_OK(Rotate(ledger_, key0_, key1_));
  const std::string text = FormatKeyChain({Statements(ledger_), {}});
  const auto refused = [this](const std::string& changed) {
    const auto file = ParseKeyChain(changed);
    return !file || !file->proof.empty() || !Follow(key0_, file->statements);
  };
  EXPECT_FALSE(refused(text));
  ExpectEveryFlipRefused(text, refused);
}

TEST_F(LedgerKeys, StandBeforeAProofInOneFile) {
  Record(ledger_, "a");
  Sign(ledger_, key0_);
  ASSERT_OK(Rotate(ledger_, key0_, key1_));
  const KeyChainFile file{Statements(ledger_), Prove(ledger_, 0)};
  const auto read = ParseKeyChain(FormatKeyChain(file));
  ASSERT_OK(read);
  EXPECT_EQ(*read, file);
}

TEST_F(LedgerKeys, AreChangedInStepsThatMayBeRepeated) {
  Record(ledger_, "a");
  Sign(ledger_, key0_);
  const auto first = Rotate(ledger_, key0_, key1_);
  ASSERT_OK(first);
  const auto again = Rotate(ledger_, key0_, key1_);
  ASSERT_OK(again);
  EXPECT_EQ(*again, *first);
  EXPECT_EQ(ledger_->Read().size(), TreeSize{2});
  EXPECT_EQ(Rotate(ledger_, key0_, key2_).error().code, ErrorCode::kConflict);
  EXPECT_EQ(Rotate(ledger_, key1_, key1_).error().code, ErrorCode::kConflict);
  FileSigner foreign = TestSigner(5, "other.example");
  EXPECT_EQ(Rotate(ledger_, key1_, foreign).error().code, ErrorCode::kInvalid);
  EXPECT_OK(RequireKeyInForce(ledger_->Read(), registry_, key1_.key()));
  EXPECT_EQ(RequireKeyInForce(ledger_->Read(), registry_, key0_.key()).error().code,
            ErrorCode::kConflict);
}

// A change that a crash stopped before the keys have signed leads nowhere yet.
TEST_F(LedgerKeys, SayNothingOfAChangeThatIsHalfDone) {
  Record(ledger_, "a");
  Sign(ledger_, key0_);
  auto draft =
      ParseDraft(R"({"specversion":"1.0","id":"k","source":"urn:testi","type":"ledger.keyRotated",)"
                 R"("stream":"ledger-keys","data":{"previousKey":")" +
                     FormatVerifierKey(key0_.key()) + R"(","verifierKey":")" +
                     FormatVerifierKey(key1_.key()) + R"("}})",
                 registry_);
  ASSERT_OK(draft);
  std::vector<EncodedDraft> drafts;
  drafts.push_back(EncodeDraft(std::move(*draft)).value());
  ASSERT_OK(ledger_->Append(std::move(drafts)));
  EXPECT_TRUE(Statements(ledger_).empty());
  Record(ledger_, "b");
  Sign(ledger_, key0_);
  EXPECT_TRUE(Statements(ledger_).empty());
  ASSERT_OK(Rotate(ledger_, key0_, key1_));
  EXPECT_EQ(Statements(ledger_).size(), 1u);
  EXPECT_OK(Follow(key0_, Statements(ledger_)));
}

TEST_F(LedgerKeys, ChangeOnlyWhereTheLedgerIsIntact) {
  Record(ledger_, "a");
  Sign(ledger_, key2_);  // not the key that is said to be in force
  const auto rotated = Rotate(ledger_, key0_, key1_);
  ASSERT_FALSE(rotated);
  EXPECT_EQ(rotated.error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(ledger_->Read().size(), TreeSize{1});
}

TEST(KeyChainPage, ExampleIsTrue) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  const std::string origin = "sinetti.example/ledger";
  const auto signer_of = [&origin](std::uint8_t byte) {
    return FileSigner::FromSeed(origin, Secret::From(Bytes(32, byte)).value()).value();
  };
  FileSigner previous = signer_of(0x2a), next = signer_of(0x2d);
  auto draft =
      ParseDraft(R"({"specversion":"1.0","id":"key-f76bc3ad","source":"sinetti:key",)"
                 R"("type":"ledger.keyRotated","stream":"ledger-keys","data":{"previousKey":")" +
                     FormatVerifierKey(previous.key()) + R"(","verifierKey":")" +
                     FormatVerifierKey(next.key()) + R"("}})",
                 registry);
  ASSERT_OK(draft);
  EncodedDraft encoded = EncodeDraft(std::move(*draft)).value();
  const Timestamp time = ParseTimestamp("2026-03-01T12:00:00Z").value();
  AssignPosition(encoded.record, Sequence{0}, StreamVersion{1}, time, encoded.digest);
  const Hash leaf = EntryHash(Hash{}, encoded.record);

  Note note =
      ParseNote(SignCheckpoint({.origin = origin, .size = TreeSize{1}, .root = leaf, .time = time},
                               previous)
                    .value())
          .value();
  note.signatures.push_back(
      ParseNote(SignNote(note.text, next).value()).value().signatures.front());
  InclusionProof proof{.sequence = Sequence{0}, .checkpoint = FormatNote(note)};
  proof.entry.assign(32, 0);
  proof.entry.insert(proof.entry.end(), encoded.record.begin(), encoded.record.end());
  const KeyChainFile file{{FormatInclusionProof(proof)}, {}};
  ExpectExample("docs/format/key-chain.md", "chain", FormatKeyChain(file));
  const auto chain = FollowKeyChain(previous.key(), file.statements, registry);
  ASSERT_OK(chain);
  EXPECT_EQ(chain->newest(), next.key());
}

}  // namespace
}  // namespace sinetti
