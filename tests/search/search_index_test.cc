// The index names exactly the events that say a word.  What they say is found again here without
// it: the texts of each event, taken apart by the C library's own idea of letters.
#include "replay/search/search_index.h"

#include <gmock/gmock.h>

#include <clocale>
#include <cwctype>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "ledger/event/event_texts.h"
#include "ledger/log/read_event.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using testing_support::ScenarioFiles;
using testing_support::ScenarioLedger;
using Numbers = std::set<std::uint64_t>;

std::wstring Wide(const std::string& text) {
  std::wstring wide(text.size() + 1, L'\0');
  const std::size_t size = std::mbstowcs(wide.data(), text.c_str(), wide.size());
  EXPECT_NE(size, static_cast<std::size_t>(-1)) << text;
  wide.resize(size == static_cast<std::size_t>(-1) ? 0 : size);
  return wide;
}

std::string Narrow(const std::wstring& text) {
  std::string narrow(4 * text.size() + 1, '\0');
  narrow.resize(std::wcstombs(narrow.data(), text.c_str(), narrow.size()));
  return narrow;
}

std::set<std::wstring> WordsOf(const std::string& text) {
  std::set<std::wstring> words;
  std::wstring word;
  for (const wchar_t c : Wide(text) + L' ') {
    if (std::iswalnum(static_cast<std::wint_t>(c)) != 0) {
      word += static_cast<wchar_t>(std::towlower(static_cast<std::wint_t>(c)));
    } else {
      if (!word.empty()) words.insert(word);
      word.clear();
    }
  }
  return words;
}

// The five documents, and which words each of their events says.
class SearchIndexTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    ASSERT_NE(std::setlocale(LC_CTYPE, "C.UTF-8"), nullptr);
    ledger_ = new ScenarioLedger;
    for (const auto& file : ScenarioFiles(".ndjson")) ledger_->Load(file);
    const Reader reader = ledger_->ledger().Read();
    for (std::uint64_t i = 0; i < reader.size().value; ++i) {
      const auto event = ReadEvent(reader, ledger_->registry(), Sequence{i});
      ASSERT_OK(event);
      for (const EventText& text : EventTexts(*event))
        for (const std::wstring& word : WordsOf(text.text)) said_[word].insert(i);
    }
  }
  static void TearDownTestSuite() {
    delete ledger_;
    said_.clear();
  }

  static Result<SearchIndex> Open(bool anew = false) {
    const Ledger& ledger = ledger_->ledger();
    return SearchIndex::Open(ledger.dir(), ledger.info().origin, ledger.Read().size(), anew);
  }
  static Result<SearchIndex> UpToDate() {
    SINETTI_ASSIGN(SearchIndex index, Open());
    const Reader reader = ledger_->ledger().Read();
    SINETTI_TRY(index.CatchUp(reader, ledger_->registry(), {.until = reader.size()}));
    return index;
  }
  static SearchQuestion Question(const SearchWords& words) {
    return {.query = ParseSearch(words).value(), .until = ledger_->ledger().Read().size()};
  }
  static Numbers Found(SearchIndex& index, const SearchQuestion& question) {
    const auto found = index.Find(question);
    EXPECT_TRUE(testing_support::IsOk(found));
    Numbers numbers;
    if (!found) return numbers;
    for (const Sequence sequence : found->sequences) numbers.insert(sequence.value);
    EXPECT_EQ(found->total, numbers.size());
    return numbers;
  }

  // The events with a word that begins so.
  static Numbers Saying(const std::wstring& beginning) {
    Numbers events;
    for (auto one = said_.lower_bound(beginning);
         one != said_.end() && one->first.compare(0, beginning.size(), beginning) == 0; ++one)
      events.insert(one->second.begin(), one->second.end());
    return events;
  }

  static ScenarioLedger* ledger_;
  static std::map<std::wstring, Numbers> said_;
};
ScenarioLedger* SearchIndexTest::ledger_ = nullptr;
std::map<std::wstring, Numbers> SearchIndexTest::said_;

TEST_F(SearchIndexTest, NamesTheEventsThatSayAWordAndNoOthers) {
  auto index = UpToDate();
  ASSERT_OK(index);
  ASSERT_GT(said_.size(), 1000u);
  for (const auto& [word, events] : said_) {
    ASSERT_EQ(Found(*index, Question({.words = {Narrow(word)}, .whole = true})), events)
        << Narrow(word);
  }
}

TEST_F(SearchIndexTest, TakesAWordAsTheBeginningOfLongerOnesInAnyCase) {
  auto index = UpToDate();
  ASSERT_OK(index);
  std::mt19937 random(20261122);
  for (int i = 0; i < 300; ++i) {
    auto word = said_.begin();
    std::advance(word, random() % said_.size());
    std::wstring beginning = word->first.substr(0, 1 + random() % word->first.size());
    const Numbers events = Saying(beginning);
    for (wchar_t& c : beginning)
      c = static_cast<wchar_t>(std::towupper(static_cast<std::wint_t>(c)));
    if (std::towlower(static_cast<std::wint_t>(beginning[0])) !=
        static_cast<std::wint_t>(word->first[0]))
      continue;  // no capital leads back
    ASSERT_EQ(Found(*index, Question({.words = {Narrow(beginning)}})), events) << Narrow(beginning);
  }
}

TEST_F(SearchIndexTest, AsksForAllForAnyAndForNone) {
  auto index = UpToDate();
  ASSERT_OK(index);
  const Numbers first = Found(*index, Question({.words = {"kunta"}}));
  const Numbers second = Found(*index, Question({.words = {"palvelu"}}));
  Numbers both, either, only;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                        std::inserter(both, both.end()));
  std::set_union(first.begin(), first.end(), second.begin(), second.end(),
                 std::inserter(either, either.end()));
  std::set_difference(first.begin(), first.end(), second.begin(), second.end(),
                      std::inserter(only, only.end()));
  ASSERT_FALSE(both.empty());
  ASSERT_FALSE(only.empty());
  EXPECT_EQ(Found(*index, Question({.words = {"kunta", "palvelu"}})), both);
  EXPECT_EQ(Found(*index, Question({.words = {"kunta", "palvelu"}, .any = true})), either);
  EXPECT_EQ(Found(*index, Question({.words = {"kunta"}, .without = {"palvelu"}})), only);
}

TEST_F(SearchIndexTest, KeepsÄAndÖApartFromAAndO) {
  auto index = UpToDate();
  ASSERT_OK(index);
  EXPECT_FALSE(Found(*index, Question({.words = {"PÄÄTÖS"}})).empty());
  EXPECT_EQ(Found(*index, Question({.words = {"PÄÄTÖS"}})),
            Found(*index, Question({.words = {"pa\xCC\x88"
                                              "a\xCC\x88to\xCC\x88s"}})));
  EXPECT_EQ(Found(*index, Question({.words = {"PÄÄTÖS"}})), Saying(L"päätös"));
  EXPECT_EQ(Found(*index, Question({.words = {"paatos"}})), Saying(L"paatos"));
  EXPECT_NE(Saying(L"päätös"), Saying(L"paatos"));
}

TEST_F(SearchIndexTest, AsksForOneTypeAFamilyOfTypesOrSomeDays) {
  auto index = UpToDate();
  ASSERT_OK(index);
  const Reader reader = ledger_->ledger().Read();
  SearchQuestion question = Question({.words = {"kunta"}});
  Numbers of_family, of_type, of_days;
  for (const std::uint64_t i : Found(*index, question)) {
    const auto event = ReadEvent(reader, ledger_->registry(), Sequence{i});
    ASSERT_OK(event);
    if (event->type().starts_with("proposal.")) of_family.insert(i);
    if (event->type() == "proposal.opened") of_type.insert(i);
    if (event->envelope().effective_from.empty() &&
        event->envelope().occurred.starts_with("2014-05"))
      of_days.insert(i);
  }
  ASSERT_FALSE(of_family.empty());
  ASSERT_FALSE(of_days.empty());
  question.type = "proposal.";
  EXPECT_EQ(Found(*index, question), of_family);
  question.type = "proposal.opened";
  EXPECT_EQ(Found(*index, question), of_type);
  question.type = "";
  question.from = "2014-05-01";
  question.to = "2014-05-31";
  EXPECT_EQ(Found(*index, question), of_days);
}

TEST_F(SearchIndexTest, SeesOnlyWhatWasRecordedByThenAndCountsPastTheLimit) {
  auto index = UpToDate();
  ASSERT_OK(index);
  SearchQuestion question = Question({.words = {"kunta"}});
  const Numbers all = Found(*index, question);
  ASSERT_GT(all.size(), 3u);
  question.until = TreeSize{*std::next(all.begin(), 2)};
  EXPECT_EQ(Found(*index, question), Numbers(all.begin(), std::next(all.begin(), 2)));
  question.until = ledger_->ledger().Read().size();
  question.order = SearchOrder::kNewestFirst;
  question.limit = 2;
  const auto newest = index->Find(question);
  ASSERT_OK(newest);
  EXPECT_EQ(newest->total, all.size());
  EXPECT_THAT(newest->sequences,
              ElementsAre(Sequence{*all.rbegin()}, Sequence{*std::next(all.rbegin())}));
}

TEST_F(SearchIndexTest, GoesOnWhereItStoppedAndComesOutTheSame) {
  const Reader reader = ledger_->ledger().Read();
  auto fresh = Open(true);
  ASSERT_OK(fresh);
  ASSERT_OK(fresh->CatchUp(reader, ledger_->registry(), {.until = TreeSize{50}}));
  const Numbers early = Found(*fresh, Question({.words = {"kunta"}}));
  auto later = Open();  // another process
  ASSERT_OK(later);
  const auto grown = later->CatchUp(reader, ledger_->registry(), {.until = reader.size()});
  ASSERT_OK(grown);
  EXPECT_EQ(grown->from, TreeSize{50});
  const Numbers all = Found(*later, Question({.words = {"kunta"}}));
  EXPECT_EQ(early, Numbers(all.begin(), all.lower_bound(50)));
  EXPECT_EQ(all, Saying(L"kunta"));
}

TEST_F(SearchIndexTest, BeginsAnewWhereTheFileIsOfAnotherLedgerOrIsNoIndex) {
  const Ledger& ledger = ledger_->ledger();
  {
    auto other = SearchIndex::Open(ledger.dir(), "example.org/other", TreeSize{0}, false);
    ASSERT_OK(other);
  }
  auto index = UpToDate();
  ASSERT_OK(index);
  EXPECT_FALSE(Found(*index, Question({.words = {"kunta"}})).empty());
  index = Error{ErrorCode::kInvalid, "closed"};
  std::ofstream(ledger.dir() + "/search.sqlite", std::ios::trunc) << "SQLite format 3, it says";
  index = UpToDate();
  ASSERT_OK(index);
  EXPECT_EQ(Found(*index, Question({.words = {"kunta"}})), Saying(L"kunta"));
}

}  // namespace
}  // namespace sinetti
