// The worked examples of docs/format/witness.md, computed anew.
#include <gtest/gtest.h>

#include "ledger/evidence/policy.h"
#include "ledger/evidence/witness_files.h"
#include "ledger/log/cosignature.h"
#include "tests/evidence/test_log.h"
#include "tests/support/page.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using namespace testing_support;

constexpr char kPage[] = "docs/format/witness.md";

class WitnessPage : public testing::Test {
 protected:
  // The checkpoint of docs/format/checkpoint.md, cosigned.
  std::string Cosigned() {
    Note note = ParseNote(ExampleIn("docs/format/checkpoint.md", "checkpoint")).value();
    note.signatures.push_back(Cosign(note.text, time_, witness_).value());
    return FormatNote(note);
  }

  FileSigner log_ = SignerOf("sinetti.example/ledger", 0x2a);
  FileSigner witness_ = SignerOf("witness.example/w1", 0x2b, KeyType::kCosignature);
  Timestamp time_ = ParseTimestamp("2026-03-02T12:00:00Z").value();
};

TEST_F(WitnessPage, CosignatureExampleIsTrue) {
  ExpectExample(kPage, "witness key", FormatVerifierKey(witness_.key()) + "\n");
  const Note note = ParseNote(ExampleIn("docs/format/checkpoint.md", "checkpoint")).value();
  ExpectExample(
      kPage, "message",
      CosignatureMessage(static_cast<std::uint64_t>(time_.micros / 1'000'000), note.text));
  ExpectExample(kPage, "cosigned", Cosigned());
  const VerifierKey keys[] = {log_.key(), witness_.key()};
  const auto opened = OpenNote(ExampleIn(kPage, "cosigned"), keys);
  ASSERT_OK(opened);
  EXPECT_EQ(opened->cosigned_by.size(), 1u);
}

TEST_F(WitnessPage, StateExampleIsTrue) {
  const Checkpoint checkpoint = OpenCheckpoint(Cosigned(), log_.key()).value();
  const WitnessedLog log{log_.key(), SeenCheckpoint{Cosigned(), checkpoint, time_}};
  ExpectExample(kPage, "state", FormatWitnessedLog(log));
  EXPECT_OK(ParseWitnessedLog(ExampleIn(kPage, "state"), witness_.key()));
}

TEST_F(WitnessPage, PolicyExampleIsTrue) {
  std::string text = "log " + FormatVerifierKey(log_.key()) + "\n\n";
  text += "witness audit " + FormatVerifierKey(witness_.key()) + " https://witness.example/w1\n";
  for (const std::string name : {"w2", "w3"}) {
    const auto seed = static_cast<std::uint8_t>(name == "w2" ? 0x2c : 0x2d);
    text +=
        "witness " + name + " " +
        FormatVerifierKey(SignerOf("witness.example/" + name, seed, KeyType::kCosignature).key()) +
        "\n";
  }
  text +=
      "\n# the auditor, and one of the others\n"
      "group others any w2 w3\n"
      "group enough all audit others\n"
      "quorum enough\n";
  ExpectExample(kPage, "policy", text);
  const auto policy = Policy::Parse(ExampleIn(kPage, "policy"));
  ASSERT_OK(policy);
  const auto witnessed = OpenWitnessed(ExampleIn(kPage, "cosigned"), *policy, std::nullopt);
  ASSERT_OK(witnessed);
  EXPECT_FALSE(witnessed->met);
  EXPECT_EQ(witnessed->cosignatures.size(), 1u);
}

TEST_F(WitnessPage, ContradictionExampleIsTrue) {
  Checkpoint forged =
      OpenCheckpoint(ExampleIn("docs/format/checkpoint.md", "checkpoint"), log_.key()).value();
  forged.root = HashOf({AsBytes("another history")});
  ExpectExample(kPage, "contradiction",
                FormatContradiction(ExampleIn("docs/format/checkpoint.md", "checkpoint"),
                                    SignCheckpoint(forged, log_).value()));
  EXPECT_OK(CheckContradiction(ExampleIn(kPage, "contradiction"), log_.key()));
}

}  // namespace
}  // namespace sinetti
