// What a person types becomes phrases, whatever characters are in it: never operators of FTS5.
#include "replay/search/search_query.h"

#include <gtest/gtest.h>

#include "replay/search/search_words.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

std::string EventsOf(const SearchWords& asked) {
  const auto query = ParseSearch(asked);
  return query ? query->events : "error: " + query.error().message;
}

TEST(SearchQuery, AsksForAllWordsAndTakesEachAsABeginning) {
  EXPECT_EQ(EventsOf({.words = {"määräys", "uhkasakko"}}), R"("määräys"* AND "uhkasakko"*)");
}

TEST(SearchQuery, AsksForOneOfTheWordsOrForWholeWordsWhereWanted) {
  EXPECT_EQ(EventsOf({.words = {"a", "b"}, .any = true}), R"("a"* OR "b"*)");
  EXPECT_EQ(EventsOf({.words = {"a"}, .whole = true}), R"("a")");
}

TEST(SearchQuery, LeavesOutWhatIsNotWanted) {
  EXPECT_EQ(EventsOf({.words = {"a", "b"}, .without = {"c", "d"}}),
            R"(("a"* AND "b"*) NOT ("c"* OR "d"*))");
  EXPECT_EQ(ParseSearch({.words = {"a", "b"}, .without = {"c"}}).value().mentions,
            R"("a"* OR "b"*)");
}

TEST(SearchQuery, TakesOperatorsAndQuotesAsText) {
  EXPECT_EQ(EventsOf({.words = {"a\" OR words:b NEAR("}}), R"("a"" OR words:b NEAR("*)");
}

TEST(SearchQuery, RefusesWhatHasNoLetterOrDigit) {
  for (const char* nothing : {"", " ", "*", "\"\"", "--"}) {
    const auto query = ParseSearch({.words = {"sana", nothing}});
    ASSERT_FALSE(query) << nothing;
    EXPECT_EQ(query.error().code, ErrorCode::kInvalid);
  }
  EXPECT_FALSE(ParseSearch({}));
}

TEST(SearchQuery, PutsALetterAndItsMarkIntoOneCharacter) {
  EXPECT_EQ(Composed("pa\xCC\x88"
                     "a\xCC\x88to\xCC\x88s A\xCC\x8A"
                     "bo"),
            "päätös Åbo");
  EXPECT_EQ(Composed("e\xCC\x88 a\xCC a"), "e\xCC\x88 a\xCC a");
}

}  // namespace
}  // namespace sinetti
