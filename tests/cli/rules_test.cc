// `sinetti rules`: the rule book comes in once, and a newer one only with what changed.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

const std::string kShipped = SINETTI_SOURCE_DIR "/rules/suomi.ndjson";

std::string Text(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

class RulesCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(place_.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  }

  std::string Events() const { return place_.Run({"log", "--limit", "0"}).out; }

  Workplace place_;
};

// One source: the file that is shipped is the table that is compiled in.
TEST_F(RulesCommand, BookIsTheFileThatIsShipped) {
  const Ran ran = place_.Run({"rules", "book"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.out, Text(kShipped)) << "write it anew: sinetti rules book -o rules/suomi.ndjson";
}

TEST_F(RulesCommand, BookHasTheLinesOfTheWorkedExample) {
  const std::string page = Text(SINETTI_SOURCE_DIR "/docs/format/rule-book.md");
  const std::string mark = "<!-- example: statements -->\n```json\n";
  const std::size_t begin = page.find(mark);
  ASSERT_NE(begin, std::string::npos);
  const std::size_t from = begin + mark.size();
  EXPECT_THAT(Text(kShipped), HasSubstr(page.substr(from, page.find("```", from) - from)));
  const auto asked = [&](const char* day) {
    return place_.Run({"--json", "deadline", "--rule", "psykososiaalinen-alle-23", "--from", day});
  };
  EXPECT_THAT(asked("2025-05-01").out, HasSubstr(R"("due":"2025-05-29")"));
  EXPECT_EQ(asked("2025-04-30").exit_code, 2);
}

TEST_F(RulesCommand, InstalledTwiceRecordsOnce) {
  const Ran first = place_.Run({"--json", "rules", "install"});
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_THAT(first.out, AllOf(HasSubstr(R"("changed":0)"), HasSubstr(R"("unchanged":0)")));
  const std::string before = Events();
  const Ran again = place_.Run({"--json", "rules", "install", kShipped});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(again.out, AllOf(HasSubstr(R"("added":0)"), HasSubstr(R"("changed":0)")));
  EXPECT_EQ(Events(), before);
  EXPECT_THAT(place_.Run({"rules", "install"}).out, HasSubstr("nothing to record"));
  EXPECT_EQ(place_.Run({"rules", "diff"}).exit_code, 0);
}

TEST_F(RulesCommand, InstallRecordsOfANewerBookOnlyWhatChangedAndSaysWhatItCorrects) {
  ASSERT_EQ(place_.Run({"rules", "install"}).exit_code, 0);
  // A later amendment: the version of 2025 ends, one of 2027 begins; nobody touches the rest.
  std::string book = Text(kShipped);
  const std::string open = R"("from":{"date":"2025-05-01"},"note":"1107/2024"}})";
  book =
      Replaced(book, open,
               R"("from":{"date":"2025-05-01"},"to":{"date":"2027-01-01"},"note":"1107/2024"}})");
  book += R"({"specversion":"1.0","id":"psykososiaalinen-alle-23:2027",)"
          R"("source":"urn:sinetti:rules:suomi","type":"rule.versionInForce",)"
          R"("stream":"rule-psykososiaalinen-alle-23","occurred":"2027-01-01",)"
          R"("effectivefrom":"2027-01-01","data":{"rule":"psykososiaalinen-alle-23",)"
          R"("version":"2027","amount":{"value":21},"unit":"days",)"
          R"("trigger":"assessment.completed","excludeFirstDay":true,"rollover":"no",)"
          R"("from":{"date":"2027-01-01"}}})"
          "\n";
  const std::string file = place_.Write("uusi.ndjson", book);

  const Ran diff = place_.Run({"rules", "diff", file});
  EXPECT_EQ(diff.exit_code, 1) << diff.err;
  EXPECT_THAT(diff.out, AllOf(HasSubstr("~ rule.versionInForce psykososiaalinen-alle-23 2025"),
                              HasSubstr(R"(to: – -> {"date":"2027-01-01"})"),
                              HasSubstr("+ rule.versionInForce psykososiaalinen-alle-23 2027"),
                              Not(HasSubstr("hoitoon-paasy"))));
  const Ran installed = place_.Run({"--json", "rules", "install", file});
  EXPECT_EQ(installed.exit_code, 0) << installed.err;
  EXPECT_THAT(installed.out, AllOf(HasSubstr(R"("added":1)"), HasSubstr(R"("changed":1)")));
  EXPECT_EQ(place_.Run({"rules", "diff", file}).exit_code, 0);

  const auto due = [&](const std::string& from) {
    return place_.Run({"--json", "deadline", "--rule", "psykososiaalinen-alle-23", "--from", from})
        .out;
  };
  EXPECT_THAT(due("2026-12-31"),
              AllOf(HasSubstr(R"("version":"2025")"), HasSubstr(R"("due":"2027-01-28")")));
  EXPECT_THAT(due("2027-01-01"),
              AllOf(HasSubstr(R"("version":"2027")"), HasSubstr(R"("due":"2027-01-22")")));
  const Ran history = place_.Run({"--json", "log", "--stream", "rule-psykososiaalinen-alle-23"});
  EXPECT_THAT(place_.Run({"trace", "rule-psykososiaalinen-alle-23"}).out, HasSubstr("2027"))
      << history.out;

  // And back: what the older book says is recorded again, for the ledger forgets nothing.
  EXPECT_THAT(place_.Run({"--json", "rules", "install"}).out,
              AllOf(HasSubstr(R"("changed":1)"), HasSubstr(R"("onlyInLedger":1)")));
  EXPECT_THAT(place_.Run({"--json", "rules", "install", file}).out, HasSubstr(R"("changed":1)"));
}

TEST_F(RulesCommand, InstallRefusesABadBookWithItsLineAndRecordsNothing) {
  const std::string before = Events();
  const auto refuse = [&](const std::string& from, const std::string& to) {
    const std::string line = R"({"specversion":"1.0","id":"a","source":"urn:t",)"
                             R"("type":"rule.versionInForce","stream":"s","data":{"rule":"oma",)"
                             R"("version":"1","amount":{"value":3},"unit":"days",)"
                             R"("trigger":"decision.made","from":{"date":"2020-01-01"}}})";
    const Ran ran = place_.Run(
        {"rules", "install", place_.Write("b.ndjson", "\n" + Replaced(line, from, to) + "\n")});
    EXPECT_EQ(ran.exit_code, 2) << ran.out;
    EXPECT_THAT(ran.err, HasSubstr("b.ndjson:2"));
    return ran.err;
  };
  EXPECT_THAT(refuse(R"("value":3)", R"("value":0)"), HasSubstr("sets no time limit"));
  EXPECT_THAT(refuse("decision.made", "decision.maid"), HasSubstr("did you mean"));
  const std::string other = R"({"specversion":"1.0","id":"a","source":"urn:t","stream":"s",)"
                            R"("type":"rule.referenced","data":{"rule":"x","text":"y"}})";
  EXPECT_THAT(place_.Run({"rules", "install", place_.Write("d.ndjson", other)}).err,
              HasSubstr("rule book holds"));
  EXPECT_THAT(refuse("2020-01-01", "2020-13-01"), HasSubstr("2020-13-01"));
  const std::string twice = Text(kShipped) + Text(kShipped).substr(0, Text(kShipped).find('\n'));
  EXPECT_THAT(place_.Run({"rules", "install", place_.Write("c.ndjson", twice)}).err,
              HasSubstr("stands in the book already"));
  EXPECT_EQ(Events(), before);
}

TEST_F(RulesCommand, ShowsEachVersionWithActAndSectionAndTheEventThatRecordedIt) {
  EXPECT_THAT(place_.Run({"--lang", "en", "rules", "show", "hoitoon-paasy"}).out,
              AllOf(HasSubstr("3 months"), HasSubstr("14 days"), HasSubstr("1326/2010 section 51"),
                    HasSubstr("of the program")));
  ASSERT_EQ(place_.Run({"rules", "install"}).exit_code, 0);
  EXPECT_THAT(place_.Run({"--lang", "en", "rules", "show", "hoitoon-paasy"}).out,
              AllOf(HasSubstr("version 2023, event "), Not(HasSubstr("of the program"))));
  EXPECT_THAT(place_.Run({"rules", "show", "hoitoonpaasy"}).err, HasSubstr("did you mean"));
  // On one day one version of each rule at most.
  const std::string day = place_.Run({"--json", "rules", "list", "--on", "2024-10-31"}).out;
  EXPECT_THAT(day, AllOf(HasSubstr(R"("rule":"hoitoon-paasy","version":"2023")"),
                         Not(HasSubstr(R"("rule":"hoitoon-paasy","version":"2024")")),
                         Not(HasSubstr("psykososiaalinen-alle-23"))));
}

TEST(InitCommand, TakesARuleBook) {
  Workplace place;
  const Ran bad =
      place.Run({"init", "--origin", "testi.fi/loki", "--rules", place.Write("x", "{}\n")});
  EXPECT_EQ(bad.exit_code, 2);
  EXPECT_NE(place.Run({"status"}).exit_code, 0) << "a bad book leaves no ledger behind";
  const Ran made = place.Run({"init", "--origin", "testi.fi/loki", "--rules", "built-in"});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("of the rule book recorded"));
  EXPECT_EQ(place.Run({"rules", "diff"}).exit_code, 0);
  EXPECT_EQ(place.Run({"verify"}).exit_code, 0);
}

}  // namespace
}  // namespace sinetti
