// Commitments and boxes: what they bind, and that they bind it.
#include "ledger/vault/sealing.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/support/page.h"

namespace sinetti {
namespace {

Secret KeyOf(std::uint8_t byte) { return *Secret::From(Bytes(32, byte)); }

constexpr Salt kSalt = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
constexpr AesGcmNonce kNonce = {7};
constexpr SealPlace kPlace = {"test.example/ledger", "decision-1", "data.note"};

TEST(Sealing, CommitmentIsTheHashThatTheFormatPageSays) {
  // Python: hashlib.sha256(b'\x04' + bytes(range(1, 17)) + b'salainen')
  EXPECT_EQ(SealCommitment(kSalt, "salainen").hex(),
            "2d7a920a4c378b1b66977dc6b85fcf72bbed55516559657f2d7ea49e1aa8e710");
}

TEST(Sealing, DraftCommitmentIsHmacSha256) {
  // Python: hmac.new(b'\x05' * 32, b'salainen', 'sha256')
  EXPECT_EQ(DraftCommitment(KeyOf(5), "salainen").hex(),
            "23897b67b2251f5f8c76a9410ef8fb37f89be1053daf9332ab144e557e7b6106");
}

TEST(Sealing, TheFormatPageShowsARealBox) {
  std::string shown = "key         " + HexEncode(KeyOf(5).view());
  shown += "\norigin      test.example/ledger\nstream      decision-1\npath        data.note";
  shown += "\nvalue       salainen\nsalt        " + HexEncode(kSalt);
  shown += "\nnonce       " + HexEncode(kNonce);
  shown += "\ncommitment  " + SealCommitment(kSalt, "salainen").hex();
  shown += "\nin digest   " + DraftCommitment(KeyOf(5), "salainen").hex();
  const std::string box = HexEncode(SealBox(KeyOf(5), kNonce, kSalt, "salainen", kPlace));
  for (std::size_t at = 0; at < box.size(); at += 64)
    shown += (at == 0 ? "\nbox         " : "\n            ") + box.substr(at, 64);
  testing_support::ExpectExample("docs/format/sealing.md", "sealing", shown + "\n");
}

TEST(Sealing, ABoxOpensToWhatWasSealed) {
  for (const std::size_t length : {1u, 11u, 12u, 13u, 43u, 44u, 45u, 5000u}) {
    const std::string value(length, 'x');
    const Bytes box = SealBox(KeyOf(5), kNonce, kSalt, value, kPlace);
    EXPECT_EQ((box.size() - 12 - 16) % 32, 0u);
    auto opened = OpenBox(KeyOf(5), box, SealCommitment(kSalt, value), kPlace);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened->value, value);
    EXPECT_EQ(opened->salt, kSalt);
  }
}

TEST(Sealing, TheSizeOfABoxTellsOnlyABand) {
  std::set<std::size_t> sizes;
  for (std::size_t length = 1; length <= 12; ++length)
    sizes.insert(SealBox(KeyOf(5), kNonce, kSalt, std::string(length, 'x'), kPlace).size());
  EXPECT_EQ(sizes.size(), 1u);
}

TEST(Sealing, ABoxOpensOnlyInItsPlaceAndUnderItsKey) {
  const Bytes box = SealBox(KeyOf(5), kNonce, kSalt, "salainen", kPlace);
  const Hash commitment = SealCommitment(kSalt, "salainen");
  const auto fails = [&](const Secret& key, const Hash& hash, const SealPlace& place) {
    auto opened = OpenBox(key, box, hash, place);
    return !opened && opened.error().code == ErrorCode::kCorrupt &&
           opened.error().message.find("salainen") == std::string::npos;
  };
  EXPECT_TRUE(fails(KeyOf(6), commitment, kPlace));
  EXPECT_TRUE(fails(KeyOf(5), SealCommitment(kSalt, "julkinen"), kPlace));
  EXPECT_TRUE(fails(KeyOf(5), commitment, {"other.example", "decision-1", "data.note"}));
  EXPECT_TRUE(fails(KeyOf(5), commitment, {"test.example/ledger", "decision-2", "data.note"}));
  EXPECT_TRUE(fails(KeyOf(5), commitment, {"test.example/ledger", "decision-1", "data.name"}));
}

TEST(Sealing, EveryFlippedBitOfABoxIsCaught) {
  Bytes box = SealBox(KeyOf(5), kNonce, kSalt, "salainen", kPlace);
  const Hash commitment = SealCommitment(kSalt, "salainen");
  for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
    box[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    EXPECT_FALSE(OpenBox(KeyOf(5), box, commitment, kPlace)) << bit;
    box[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
  }
  for (std::size_t size = 0; size < box.size(); ++size)
    EXPECT_FALSE(OpenBox(KeyOf(5), ByteView(box).first(size), commitment, kPlace)) << size;
}

}  // namespace
}  // namespace sinetti
