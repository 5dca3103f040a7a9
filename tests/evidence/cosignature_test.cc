// Cosignatures: against checkpoints that witnesses of a public network cosigned, and byte by byte.
#include "ledger/log/cosignature.h"

#include <gtest/gtest.h>

#include "tests/evidence/test_log.h"
#include "tests/support/flip.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using namespace testing_support;

// A checkpoint of a public certificate log as its witnesses cosigned it on 23 May 2026: signatures
// and keys that another implementation made.
constexpr char kPublicNote[] =
    "arche2025h1.staging.ct.transparency.dev\n"
    "1432088532\n"
    "U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n"
    "\n"
    "\u2014 transparency.dev/DEV:witness-little-garden "
    "2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdg"
    "JY096st5BQ==\n"
    "\u2014 remora.n621.de "
    "2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxt"
    "qB0DrAWfBw==\n"
    "\u2014 witness.stagemole.eu "
    "Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKF"
    "Ye/TmN9DAg==\n";
constexpr const char* kPublicKeys[] = {
    "transparency.dev/DEV:witness-little-garden+d8042a87+"
    "BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
    "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv"};

std::vector<VerifierKey> PublicKeys() {
  std::vector<VerifierKey> keys;
  for (const char* key : kPublicKeys) keys.push_back(ParseVerifierKey(key).value());
  return keys;
}

TEST(Cosignature, OpensNotesThatPublicWitnessesCosigned) {
  const std::vector<VerifierKey> keys = PublicKeys();
  for (const VerifierKey& key : keys) EXPECT_EQ(key.type, KeyType::kCosignature);
  const auto opened = OpenNote(kPublicNote, keys);
  ASSERT_OK(opened);
  EXPECT_TRUE(opened->signed_by.empty());
  ASSERT_EQ(opened->cosigned_by.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(opened->cosigned_by[i].key, keys[i]);
    EXPECT_EQ(FormatTimestamp(opened->cosigned_by[i].time), "2026-05-23T21:50:24Z");
  }
}

TEST(Cosignature, WithAnyByteOfThePublicNoteChangedNotAllOfThemOpen) {
  const std::vector<VerifierKey> keys = PublicKeys();
  ExpectEveryFlipRefused(kPublicNote, [&](const std::string& text) {
    const auto opened = OpenNote(text, keys);
    return !opened || opened->cosigned_by.size() < 3;
  });
}

TEST(Cosignature, MessageIsThatOfThePublishedExample) {
  // The example of the C2SP page.
  EXPECT_EQ(CosignatureMessage(1679315147,
                               "example.com/behind-the-sofa\n20852163\n"
                               "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"),
            "cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n"
            "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
}

class Cosigned : public testing::Test {
 protected:
  std::string NoteAt(std::int64_t second) {
    Note note = ParseNote(log_.CheckpointAt(5)).value();
    note.signatures.push_back(Cosign(note.text, At(second), witness_).value());
    return FormatNote(note);
  }

  TestLog log_{5};
  FileSigner witness_ = SignerOf("witness.example/w", 2, KeyType::kCosignature);
};

TEST_F(Cosigned, MadeHereOpensHereAndWithNoByteChanged) {
  const std::string note = NoteAt(60);
  const VerifierKey keys[] = {log_.key(), witness_.key()};
  const auto opened = OpenNote(note, keys);
  ASSERT_OK(opened);
  ASSERT_EQ(opened->cosigned_by.size(), 1u);
  EXPECT_EQ(opened->cosigned_by[0].time, At(60));
  EXPECT_OK(OpenCheckpoint(note, log_.key()));
  ExpectEveryFlipRefused(note, [&](const std::string& text) {
    const auto again = OpenNote(text, keys);
    return !again || again->cosigned_by.empty() || again->signed_by.empty();
  });
}

TEST_F(Cosigned, CountsAWitnessOnceWithItsEarliestTime) {
  Note note = ParseNote(NoteAt(90)).value();
  note.signatures.push_back(ParseNote(NoteAt(60)).value().signatures[1]);
  note.signatures.push_back(ParseNote(NoteAt(120)).value().signatures[1]);
  const auto opened = OpenNote(FormatNote(note), {&witness_.key(), 1});
  ASSERT_OK(opened);
  ASSERT_EQ(opened->cosigned_by.size(), 1u);
  EXPECT_EQ(opened->cosigned_by[0].time, At(60));
}

TEST_F(Cosigned, OneSeedHasTwoKeysAndNeitherStandsForTheOther) {
  FileSigner as_log = SignerOf("same.example", 3);
  FileSigner as_witness = SignerOf("same.example", 3, KeyType::kCosignature);
  EXPECT_EQ(as_log.key().public_key, as_witness.key().public_key);
  EXPECT_NE(as_log.key().id, as_witness.key().id);
  EXPECT_FAILS(SignNote("text\n", as_witness), ErrorCode::kInvalid);
  EXPECT_FAILS(Cosign("text\n", At(0), as_log), ErrorCode::kInvalid);
  EXPECT_FAILS(OpenCheckpoint(NoteAt(60), witness_.key()), ErrorCode::kInvalid);

  // A log's signature relabelled as a cosignature, and the reverse.
  Note note = ParseNote(SignNote("text\n", as_log).value()).value();
  note.signatures[0].key_id = as_witness.key().id;
  EXPECT_FAILS(OpenNote(FormatNote(note), {&as_witness.key(), 1}), ErrorCode::kCorrupt);
  note.signatures[0] = Cosign("text\n", At(0), as_witness).value();
  note.signatures[0].key_id = as_log.key().id;
  EXPECT_FAILS(OpenNote(FormatNote(note), {&as_log.key(), 1}), ErrorCode::kCorrupt);
}

TEST_F(Cosigned, ATimeThatNoCalendarHasIsRefused) {
  EXPECT_FAILS(Cosign("text\n", Timestamp{-1}, witness_), ErrorCode::kInvalid);
  NoteSignature late = Cosign("text\n", At(0), witness_).value();
  late.signature[0] = 0x80;
  EXPECT_FAILS(CheckCosignature("text\n", late.signature, witness_.key()), ErrorCode::kCorrupt);
  EXPECT_FAILS(CheckCosignature("text\n", ByteView(late.signature).first(8), witness_.key()),
               ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace sinetti
