#include "replay/search/excerpts.h"

#include <gmock/gmock.h>

#include "tests/support/results.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Result<std::vector<Excerpt>> In(const std::vector<EventText>& texts, const SearchWords& words) {
  SINETTI_ASSIGN(const SearchQuery query, ParseSearch(words));
  SINETTI_ASSIGN(Excerpts excerpts, Excerpts::Of(query, "[", "]"));
  return excerpts.From(texts, 5);
}

TEST(Excerpts, ShowWhereAWordIsSaidAndMarkIt) {
  const auto found = In({{"stream", "case-1"}, {"data.reasons", "Omavalvonnan puutteet."}},
                        {.words = {"omavalvon"}});
  ASSERT_OK(found);
  ASSERT_THAT(*found, SizeIs(1));
  EXPECT_EQ(found->front().text, 1u);
  EXPECT_EQ(found->front().words, "[Omavalvonnan] puutteet.");
}

TEST(Excerpts, ShowOneOfSeveralWordsWhereTheyStandApart) {
  const auto found =
      In({{"a", "yksi"}, {"b", "kaksi"}, {"c", "kolme"}}, {.words = {"yksi", "kaksi"}});
  ASSERT_OK(found);
  EXPECT_THAT(*found, SizeIs(2));
}

TEST(Excerpts, CutLongTextsAroundTheWord) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "sana" + std::to_string(i) + " ";
  const auto found = In({{"a", text}}, {.words = {"sana100"}});
  ASSERT_OK(found);
  ASSERT_THAT(*found, SizeIs(1));
  EXPECT_LT(found->front().words.size(), 300u);
  EXPECT_THAT(found->front().words, HasSubstr("[sana100]"));
}

TEST(Excerpts, LetNoTextWriteToTheTerminal) {
  const auto found = In({{"a",
                          "sana \x1b[2J\x07 toinen\nrivi \xC2\x9B"
                          "31m \x01\x02 loppu"}},
                        {.words = {"toinen"}});
  ASSERT_OK(found);
  ASSERT_THAT(*found, SizeIs(1));
  EXPECT_EQ(found->front().words, "sana [2J [toinen] rivi 31m loppu");
}

TEST(Excerpts, AreNoneWhereNothingIsSaid) {
  const auto found = In({{"a", "sana"}}, {.words = {"muu"}});
  ASSERT_OK(found);
  EXPECT_THAT(*found, IsEmpty());
}

}  // namespace
}  // namespace sinetti
