// Searching through the program: what people see, and what they are told when there is nothing.
#include <gmock/gmock.h>

#include <filesystem>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

class Searching : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(place_.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
    Register("a", "Hoivakoti Päivänkakkara");
    Register("b", "Päivystävä hoivakoti");
  }
  void Register(const std::string& id, const std::string& name) {
    const Ran ran = place_.Run(
        {"record", "org.registered", "--id", id, "--stream", "org-" + id, "--set", "orgId=" + id,
         "--set", "name=" + name, "--set", "sector=private", "--attribute",
         "occurred=2025-03-0" + std::to_string(1 + id[0] - 'a'), "--no-checkpoint"});
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
  }

  Workplace place_;
};

TEST_F(Searching, ShowsTheEventItsDayAndThePlace) {
  const Ran ran = place_.Run({"search", "päivänk"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("#0"), HasSubstr("1.3.2025"), HasSubstr("org.registered"),
                             HasSubstr("Hoivakoti [Päivänkakkara]"), Not(HasSubstr("#1"))));
}

TEST_F(Searching, FindsWhatWasRecordedSinceTheLastSearch) {
  EXPECT_THAT(place_.Run({"search", "uusi"}).err, HasSubstr("none of 2 events says that"));
  Register("c", "Uusi koti");
  EXPECT_THAT(place_.Run({"search", "uusi"}).out, HasSubstr("[Uusi] koti"));
  std::filesystem::remove(place_.Path("ledger/search.sqlite"));
  EXPECT_THAT(place_.Run({"search", "uusi"}).out, HasSubstr("[Uusi] koti"));
}

TEST_F(Searching, SpeaksJson) {
  const Ran ran = place_.Run({"search", "hoivakoti", "--newest", "--json"});
  EXPECT_THAT(ran.out, AllOf(HasSubstr(R"("size":2,"total":2,"hits":[{"sequence":1,)"),
                             HasSubstr(R"({"path":"data.name","text":"Päivystävä [hoivakoti]"})")));
}

TEST_F(Searching, TellsHowManyMoreThereAre) {
  const Ran ran = place_.Run({"search", "hoivakoti", "--limit", "1"});
  EXPECT_THAT(ran.err, HasSubstr("these are 1 of 2 events; --limit 0 shows all"));
}

TEST_F(Searching, NarrowsByDayAndByWhatWasKnown) {
  EXPECT_THAT(place_.Run({"search", "hoivakoti", "--from", "2025-03-02"}).out,
              AllOf(HasSubstr("#1"), Not(HasSubstr("#0"))));
  EXPECT_THAT(place_.Run({"search", "hoivakoti", "--to", "2025-03-01"}).out,
              AllOf(HasSubstr("#0"), Not(HasSubstr("#1"))));
  EXPECT_THAT(place_.Run({"search", "hoivakoti", "--known-at", "2001-01-01"}).err,
              HasSubstr("none of 0 events"));
}

TEST_F(Searching, SaysWhatIsWrongWithTheQuestion) {
  for (const std::vector<std::string>& question : {std::vector<std::string>{"search"},
                                                   {"search", "--", "***"},
                                                   {"search", "a", "--from", "eilen"},
                                                   {"search", "a", "--type", "org.registred"},
                                                   {"search", "a", "--known-at", "eilen"},
                                                   {"search", "a", "--limit", "-1"}}) {
    const Ran ran = place_.Run(question);
    EXPECT_EQ(ran.exit_code, 2) << question.back();
    EXPECT_EQ(ran.out, "") << question.back();
    EXPECT_NE(ran.err, "") << question.back();
  }
  EXPECT_THAT(place_.Run({"search", "a", "--type", "org.registred"}).err,
              HasSubstr("org.registered"));
}

TEST_F(Searching, FindsEverythingOrSaysHowToMakeADamagedIndexAnew) {
  ASSERT_EQ(place_.Run({"search", "hoivakoti"}).exit_code, 0);
  const std::string index = "ledger/search.sqlite";
  const std::string whole = place_.Read(index);
  constexpr std::size_t kPage = 4096;
  ASSERT_GT(whole.size(), 4 * kPage);
  bool refused = false;
  for (std::size_t page = 0; page < whole.size(); page += kPage) {
    std::string damaged = whole;
    damaged.replace(page, kPage, kPage, 'x');
    place_.Write(index, damaged);
    const Ran ran = place_.Run({"search", "hoivakoti"});
    if (ran.exit_code == 0) {
      EXPECT_THAT(ran.out, AllOf(HasSubstr("#0"), HasSubstr("#1"))) << page;
    } else {
      EXPECT_THAT(ran.err, HasSubstr("sinetti search --rebuild")) << page;
      refused = true;
    }
  }
  EXPECT_TRUE(refused);
  EXPECT_THAT(place_.Run({"search", "hoivakoti", "--rebuild"}).out, HasSubstr("#0"));
}

}  // namespace
}  // namespace sinetti
