#include "ledger/log/note.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/flip.h"
#include "tests/support/json.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

using namespace testing_support;

FileSigner SignerOf(const std::string& name, std::uint8_t seed) {
  return FileSigner::FromSeed(name, Secret::From(Bytes(32, seed)).value()).value();
}

bool Opens(std::string_view note, const std::vector<VerifierKey>& known) {
  return OpenNote(note, known).has_value();
}

std::string SignatureLinesOf(const std::string& note) {
  return note.substr(note.rfind("\n\n") + 2);
}

TEST(Note, OpensNotesThatOthersSigned) {
  SINETTI_NEEDS_SHARED_DATA("vectors/tlog/notes.ndjson");
  std::ifstream file(SharedData("vectors/tlog/notes.ndjson"));
  JsonParser parser;
  int count = 0;
  for (std::string line; std::getline(file, line); ++count) {
    const JsonValue test = parser.parse(line).value();
    const VerifierKey key = ParseVerifierKey(TextAt(test, "vkey")).value();
    const std::string note = TextAt(test, "note");
    const auto opened = OpenNote(note, {&key, 1});
    ASSERT_EQ(opened.has_value(), TextAt(test, "expect") == "ok") << TextAt(test, "src");
    EXPECT_EQ(opened->signed_by, std::vector<VerifierKey>{key});
    EXPECT_EQ(FormatNote(ParseNote(note).value()), note);
    ExpectEveryFlipRefused(note, [&](const std::string& text) { return !Opens(text, {key}); });
  }
  EXPECT_EQ(count, 17);
}

TEST(Note, SignedHereOpensHere) {
  FileSigner signer = SignerOf("ledger.example/log", 1);
  const std::string note = SignNote("first line\n\nlast line\n", signer).value();
  const auto opened = OpenNote(note, {&signer.key(), 1});
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->text, "first line\n\nlast line\n");
  EXPECT_TRUE(opened->unknown.empty());
  ExpectEveryFlipRefused(note,
                         [&](const std::string& text) { return !Opens(text, {signer.key()}); });
}

TEST(Note, IgnoresSignaturesOfUnknownKeys) {
  FileSigner log = SignerOf("ledger.example/log", 1), witness = SignerOf("witness.example", 2);
  FileSigner rotated = SignerOf("ledger.example/log", 3);
  const std::string text = "text\n";
  std::string note = SignNote(text, witness).value();
  note += SignatureLinesOf(SignNote(text, log).value());
  note += SignatureLinesOf(SignNote(text, rotated).value());

  const auto opened = OpenNote(note, {&log.key(), 1});
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->signed_by, std::vector<VerifierKey>{log.key()});
  ASSERT_EQ(opened->unknown.size(), 2u);
  EXPECT_EQ(opened->unknown[0].name, "witness.example");
  const std::vector<VerifierKey> all = {log.key(), witness.key(), rotated.key()};
  EXPECT_EQ(OpenNote(note, all)->signed_by.size(), 3u);
}

TEST(Note, RefusesAWrongSignatureOfAKnownKeyEvenBesideARightOne) {
  FileSigner log = SignerOf("ledger.example/log", 1), witness = SignerOf("witness.example", 2);
  std::string note = SignNote("text\n", log).value();
  note += SignatureLinesOf(SignNote("other text\n", witness).value());
  EXPECT_TRUE(Opens(note, {log.key()}));
  const std::vector<VerifierKey> both = {log.key(), witness.key()};
  EXPECT_EQ(OpenNote(note, both).error().code, ErrorCode::kCorrupt);
}

TEST(Note, CountsAKeyOnce) {
  FileSigner log = SignerOf("ledger.example/log", 1);
  std::string note = SignNote("text\n", log).value();
  note += SignatureLinesOf(note);
  EXPECT_EQ(OpenNote(note, {&log.key(), 1})->signed_by.size(), 1u);
}

TEST(Note, NamesTheKeysWhenNoneOfThemSigned) {
  FileSigner log = SignerOf("ledger.example/log", 1), other = SignerOf("other.example", 2);
  const std::string note = SignNote("text\n", log).value();
  const auto opened = OpenNote(note, {&other.key(), 1});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
  EXPECT_NE(opened.error().message.find(FormatVerifierKey(other.key())), std::string::npos);
  EXPECT_NE(opened.error().message.find("ledger.example/log"), std::string::npos);
  EXPECT_FALSE(OpenNote(note, {}));
}

TEST(Note, RefusesWhatTheGrammarDoesNotAllow) {
  FileSigner signer = SignerOf("a", 1);
  const std::string good = SignNote("text\n", signer).value();
  ASSERT_TRUE(ParseNote(good));
  const std::string line = SignatureLinesOf(good);
  const std::vector<std::string> bad_notes = {"",
                                              "\n",
                                              "text\n",
                                              "text\n\n",
                                              "text\n" + line,
                                              "text\n\n" + line.substr(0, line.size() - 1),
                                              "te\txt\n\n" + line,
                                              "te\rxt\n\n" + line,
                                              "te\xffxt\n\n" + line,
                                              std::string("te\0xt\n\n", 7) + line,
                                              "text\n\n" + line + "\n",
                                              "text\n\n- a AAAAAAAA\n",
                                              "text\n\n\xe2\x80\x94 a AAAAAA==\n",
                                              "text\n\n\xe2\x80\x94 a+b AAAAAAAA\n",
                                              "text\n\n\xe2\x80\x94  AAAAAAAA\n",
                                              "text\n\n\xe2\x80\x94 a  AAAAAAAA\n",
                                              "text\n\n\xe2\x80\x94 a AAAAAAA\n",
                                              "text\n\n\xe2\x80\x94 a\n"};
  for (const std::string& bad : bad_notes)
    EXPECT_EQ(ParseNote(bad).error().code, ErrorCode::kInvalid) << bad;
  EXPECT_FALSE(SignNote("no newline", signer));
  EXPECT_FALSE(SignNote("tab\t\n", signer));
}

TEST(Note, KeepsItsLimits) {
  const std::string line = "\xe2\x80\x94 a AAAAAAAA\n";
  std::string note = "text\n\n";
  for (std::size_t i = 0; i < kNoteSignaturesMax; ++i) note += line;
  EXPECT_TRUE(ParseNote(note));
  EXPECT_FALSE(ParseNote(note + line));
  EXPECT_FALSE(ParseNote(std::string(kNoteBytesMax, 'x') + "\n\n" + line));
}

// A signer whose module signs with another key than the one it names.
class MixedUpSigner final : public Signer {
 public:
  const VerifierKey& key() const override { return named_.key(); }
  Result<Ed25519Signature> Sign(ByteView message) override { return used_.Sign(message); }

 private:
  FileSigner named_ = SignerOf("ledger.example/log", 1);
  FileSigner used_ = SignerOf("ledger.example/log", 2);
};

TEST(Note, IsNotHandedOutWhenTheSignerUsesAnotherKey) {
  MixedUpSigner signer;
  EXPECT_EQ(SignNote("text\n", signer).error().code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace sinetti
