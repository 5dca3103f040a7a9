#include "replay/views/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Words, AreLowerCaseLettersAndDigitsWithEverythingElseBetweenThem) {
  EXPECT_THAT(Words("(Työvoiman palvelukeskus, TYÖLLISYYSPOLITIIKKA) – Åbo/4 5%"),
              ElementsAre("työvoiman", "palvelukeskus", "työllisyyspolitiikka", "åbo", "4", "5"));
}

TEST(Words, SeparateAtSignsThatShareTheirFirstByteWithLetters) {
  EXPECT_THAT(Words("a×b÷c"), ElementsAre("a", "b", "c"));
}

TEST(Words, OfACutOffCharacterAreThoseBeforeIt) { EXPECT_THAT(Words("ty\xC3"), ElementsAre("ty")); }

TEST(Shingles, AreEveryRunOfWordsAndNoneOfAShorterText) {
  EXPECT_THAT(Shingles("yksi kaksi kolme neljä", 3),
              ElementsAre("yksi kaksi kolme", "kaksi kolme neljä"));
  EXPECT_THAT(Shingles("yksi kaksi", 3), IsEmpty());
  EXPECT_THAT(Shingles("yksi kaksi kolme", 3), SizeIs(1));
}

}  // namespace
}  // namespace sinetti
