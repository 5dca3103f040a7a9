// Policies: n of m by groups, against a brute-force count; what is no policy; what is attached.
#include "ledger/evidence/policy.h"

#include <gmock/gmock.h>

#include "ledger/log/cosignature.h"
#include "tests/evidence/test_log.h"
#include "tests/support/flip.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using namespace testing_support;

class PolicyTest : public testing::Test {
 protected:
  PolicyTest() {
    for (std::uint8_t i = 0; i < 4; ++i)
      witnesses_.push_back(
          SignerOf("witness.example/" + std::to_string(i), 10 + i, KeyType::kCosignature));
  }

  // The log and the witnesses w0 to w3, then these lines.
  std::string Text(const std::string& lines) const {
    std::string text = "log " + FormatVerifierKey(log_.key()) + " https://log.example/\n";
    for (std::size_t i = 0; i < witnesses_.size(); ++i)
      text += "witness w" + std::to_string(i) + " " + FormatVerifierKey(witnesses_[i].key()) + "\n";
    return text + lines;
  }

  // The checkpoint of 5 entries, cosigned by the witnesses whose bit is set.
  std::string NoteBy(unsigned set) {
    Note note = ParseNote(log_.CheckpointAt(5)).value();
    for (unsigned i = 0; i < witnesses_.size(); ++i) {
      if ((set >> i & 1) != 0)
        note.signatures.push_back(Cosign(note.text, At(100 + i), witnesses_[i]).value());
    }
    return FormatNote(note);
  }

  // For every set of witnesses the quorum is met as `expected` says.
  template <typename Expected>
  void ExpectQuorum(const std::string& lines, Expected expected) {
    const auto policy = Policy::Parse(Text(lines));
    ASSERT_OK(policy);
    for (unsigned set = 0; set < 16; ++set) {
      const auto witnessed = OpenWitnessed(NoteBy(set), *policy, std::nullopt);
      ASSERT_OK(witnessed);
      EXPECT_EQ(witnessed->met, expected(set)) << lines << ", set " << set;
      EXPECT_EQ(RequireQuorum(NoteBy(set), *policy, std::nullopt).has_value(), expected(set));
      EXPECT_EQ(witnessed->log, log_.key());
    }
  }

  TestLog log_{5};
  std::vector<FileSigner> witnesses_;
};

TEST_F(PolicyTest, QuorumsAreMetByEnoughWitnessesAndNoOthers) {
  const auto count = [](unsigned set) { return __builtin_popcount(set); };
  ExpectQuorum("quorum none\n", [](unsigned) { return true; });
  ExpectQuorum("quorum w2\n", [](unsigned set) { return (set & 4) != 0; });
  ExpectQuorum("group g any w0 w1\nquorum g\n", [](unsigned set) { return (set & 3) != 0; });
  ExpectQuorum("group g all w0 w1\nquorum g\n", [](unsigned set) { return (set & 3) == 3; });
  for (int k = 1; k <= 4; ++k)
    ExpectQuorum("group g " + std::to_string(k) + " w0 w1 w2 w3\nquorum g\n",
                 [&](unsigned set) { return count(set) >= k; });
  ExpectQuorum("group a any w0 w1\n\n# two levels\n \tgroup b all a\tw2  w3 \nquorum b\n",
               [&](unsigned set) { return (set & 3) != 0 && (set & 12) == 12; });
  ExpectQuorum("group a 2 w0 w1 w2\ngroup b any a w3\nquorum b\n",
               [&](unsigned set) { return count(set & 7) >= 2 || (set & 8) != 0; });
}

TEST_F(PolicyTest, SaysWhoCosignedAndWhatIsAskedFor) {
  const Policy policy =
      Policy::Parse(Text("group a any w0 w1\ngroup b all a w2\nquorum b\n")).value();
  const auto short_of = RequireQuorum(NoteBy(2), policy, std::nullopt);
  EXPECT_FAILS(short_of, ErrorCode::kCorrupt);
  EXPECT_THAT(short_of.error().message, HasSubstr("cosigned by w1 at 2026-03-01T12:01:41Z"));
  EXPECT_THAT(short_of.error().message, HasSubstr("asked for: 2 of (1 of (w0, w1), w2)"));
}

TEST_F(PolicyTest, AWrongCosignatureIsRefusedEvenWhereItIsNotNeeded) {
  const Policy policy = Policy::Parse(Text("quorum w0\n")).value();
  Note note = ParseNote(NoteBy(3)).value();
  note.signatures[2].signature[20] ^= 1;
  EXPECT_FAILS(OpenWitnessed(FormatNote(note), policy, std::nullopt), ErrorCode::kCorrupt);
}

TEST_F(PolicyTest, BelievesItsLogsOrTheOneThatIsNamed) {
  TestLog other(5, UINT64_MAX, "log.example/b", 7);
  const Policy policy = Policy::Parse(Text("quorum none\n")).value();
  EXPECT_FAILS(OpenWitnessed(other.CheckpointAt(5), policy, std::nullopt), ErrorCode::kCorrupt);
  EXPECT_OK(OpenWitnessed(other.CheckpointAt(5), policy, other.key()));
  EXPECT_FAILS(OpenWitnessed(log_.CheckpointAt(5), policy, other.key()), ErrorCode::kCorrupt);
  const Policy no_log = Policy::Parse("quorum none\n").value();
  EXPECT_FAILS(OpenWitnessed(log_.CheckpointAt(5), no_log, std::nullopt), ErrorCode::kInvalid);
  EXPECT_OK(OpenWitnessed(log_.CheckpointAt(5), no_log, log_.key()));
  // Cosigned, but not signed by the log.
  Note note = ParseNote(NoteBy(1)).value();
  note.signatures.erase(note.signatures.begin());
  EXPECT_FAILS(OpenWitnessed(FormatNote(note), policy, std::nullopt), ErrorCode::kCorrupt);
}

TEST_F(PolicyTest, RefusesWhatIsNoPolicyAndNamesTheLine) {
  const std::string w0 = FormatVerifierKey(witnesses_[0].key());
  const std::string log = FormatVerifierKey(log_.key());
  for (const std::string& lines : {std::string(),
                                   std::string("quorum g\n"),
                                   std::string("quorum w0\nquorum w0\n"),
                                   std::string("quorum\n"),
                                   std::string("quorum w0 w1\n"),
                                   std::string("quorum w0"),
                                   std::string("group g 0 w0\nquorum g\n"),
                                   std::string("group g 2 w0\nquorum g\n"),
                                   std::string("group g 01 w0\nquorum g\n"),
                                   std::string("group g +1 w0\nquorum g\n"),
                                   std::string("group g any w0 w0\nquorum g\n"),
                                   std::string("group g any g\nquorum g\n"),
                                   std::string("group g any\nquorum g\n"),
                                   std::string("group none any w0\nquorum none\n"),
                                   std::string("group w0 any w1\nquorum w0\n"),
                                   std::string("group g any none\nquorum g\n"),
                                   std::string("group a any w0\ngroup b any w0\nquorum b\n"),
                                   std::string("other w0\n"),
                                   std::string("quorum w0\v\n"),
                                   std::string("quorum w0\r\n"),
                                   std::string("quorum w0\x7f\n"),
                                   "log " + log + "\nquorum w0\n",
                                   "witness x " + w0 + "\nquorum w0\n",
                                   "witness " + w0 + "\nquorum w0\n",
                                   "log " + w0 + "\nquorum w0\n",
                                   "witness x " + log + "\nquorum w0\n"})
    EXPECT_FAILS(Policy::Parse(Text(lines)), ErrorCode::kInvalid) << lines;
  EXPECT_THAT(Policy::Parse(Text("quorum w0\nquorum w0\n")).error().message,
              HasSubstr("policy, line 7: a second quorum line"));
}

TEST_F(PolicyTest, WithAnyByteChangedItIsRefusedOrMeansTheSame) {
  const std::string text = Text("group g 4 w0 w1 w2 w3\nquorum g\n");
  const Policy policy = Policy::Parse(text).value();
  const std::string note = NoteBy(15);
  ASSERT_OK(RequireQuorum(note, policy, std::nullopt));
  const std::string less = NoteBy(7);
  ExpectEveryFlipRefused(text, [&](const std::string& changed) {
    const auto parsed = Policy::Parse(changed);
    if (!parsed) return true;
    // A name may be spelled otherwise throughout, an address may differ, white space may be added:
    // what is believed is the same.
    return parsed->logs() == policy.logs() && parsed->witnesses() == policy.witnesses() &&
           parsed->QuorumWords().substr(0, 4) == "4 of" &&
           !RequireQuorum(less, *parsed, std::nullopt);
  });
}

TEST_F(PolicyTest, TakesOnlyRightCosignaturesOfItsWitnessesAndEachOnce) {
  const Policy policy = Policy::Parse(Text("quorum w0\n")).value();
  const auto names = [&](const std::string& kept, const std::string& offered) {
    const auto added = NewCosignatures(kept, offered, policy, log_.key());
    EXPECT_OK(added);
    std::string text;
    for (const NoteSignature& one : *added) text += one.name.back();
    return text;
  };
  EXPECT_EQ(names(NoteBy(0), NoteBy(5)), "02");
  EXPECT_EQ(names(NoteBy(1), NoteBy(5)), "2");
  EXPECT_EQ(names(NoteBy(5), NoteBy(5)), "");

  FileSigner stranger = SignerOf("stranger.example", 77, KeyType::kCosignature);
  Note note = ParseNote(NoteBy(0)).value();
  note.signatures.push_back(Cosign(note.text, At(1), stranger).value());
  EXPECT_FAILS(NewCosignatures(NoteBy(0), FormatNote(note), policy, log_.key()),
               ErrorCode::kInvalid);
  note = ParseNote(NoteBy(1)).value();
  note.signatures[1].signature[0] ^= 1;
  EXPECT_FAILS(NewCosignatures(NoteBy(0), FormatNote(note), policy, log_.key()),
               ErrorCode::kCorrupt);
  // Another text of the same tree.
  Note other = ParseNote(log_.CheckpointAt(5, 77)).value();
  other.signatures.push_back(Cosign(other.text, At(100), witnesses_[0]).value());
  EXPECT_FAILS(NewCosignatures(NoteBy(0), FormatNote(other), policy, log_.key()),
               ErrorCode::kConflict);
}

TEST_F(PolicyTest, FindsTheNewestCheckpointOfAProof) {
  EXPECT_EQ(NewestNoteOf(log_.Consistency(2, 5)), log_.CheckpointAt(5));
  const InclusionProof proof{Sequence{0}, Bytes(40), {}, log_.CheckpointAt(1)};
  EXPECT_EQ(NewestNoteOf(FormatInclusionProof(proof)), log_.CheckpointAt(1));
  EXPECT_EQ(NewestNoteOf("nothing"), "nothing");
}

}  // namespace
}  // namespace sinetti
