// `sinetti generate`: the way from a made-up region over import and audit to its answer key, as a
// person goes it.
#include <gmock/gmock.h>

#include <set>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using testing_support::Ran;
using testing_support::Workplace;

std::size_t LinesOf(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// The values of one text member, wherever it stands in the JSON.
std::multiset<std::string> ValuesOf(const std::string& json, const std::string& name) {
  std::multiset<std::string> values;
  const std::string quoted = "\"" + name + "\":\"";
  for (std::size_t at = json.find(quoted); at != std::string::npos;
       at = json.find(quoted, at + 1)) {
    const std::size_t begin = at + quoted.size();
    values.insert(json.substr(begin, json.find('"', begin) - begin));
  }
  return values;
}

TEST(GenerateCommand, PlantsWhatAnAuditOfTheLastDayFinds) {
  Workplace place;
  const Ran made = place.Run({"generate", "--events", "4e3", "--seed", "5", "--defects", "40",
                              "--answer-key", place.Path("key"), "-o", place.Path("region")});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_EQ(made.out, "");
  EXPECT_EQ(LinesOf(place.Read("region")), 4'000u);
  const std::string key = place.Read("key");
  ASSERT_GT(LinesOf(key), 20u);
  const std::size_t at = made.err.find("--as-of ");
  ASSERT_NE(at, std::string::npos) << made.err;
  const std::string last_day = made.err.substr(at + 8, 10);

  ASSERT_EQ(place.Run({"init", "--origin", "example.org/made-up"}).exit_code, 0);
  const Ran imported = place.Run({"import", place.Path("region")});
  ASSERT_EQ(imported.exit_code, 0) << imported.err;
  const Ran audit = place.Run({"--json", "audit", "--as-of", last_day});
  EXPECT_EQ(audit.exit_code, 1) << audit.err;
  for (const char* name : {"check", "subject", "place"})
    EXPECT_EQ(ValuesOf(audit.out, name), ValuesOf(key, name)) << name;
}

TEST(GenerateCommand, GivesTheSameBytesForTheSameSeedAndOthersForAnother) {
  Workplace place;
  const auto run = [&](const char* seed) {
    return place.Run({"generate", "--events", "2000", "--defects", "10", "--seed", seed}).out;
  };
  const std::string once = run("3");
  EXPECT_EQ(LinesOf(once), 2'000u);
  EXPECT_EQ(once, run("3"));
  EXPECT_NE(once, run("4"));
  EXPECT_THAT(once, HasSubstr("supcase.orderIssued"));
}

TEST(GenerateCommand, WithoutSealedFieldsNeedsNoVault) {
  Workplace place;
  const Ran made = place.Run({"generate", "--events", "3000", "--no-sealed", "--start", "2030"});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_EQ(made.out.find("clientReasons"), std::string::npos);
  EXPECT_EQ(made.out.find(R"("type":"supcase.orderIssued")"), std::string::npos);
  EXPECT_THAT(made.out, HasSubstr(R"("time":"2030-01-02T)"));
}

TEST(GenerateCommand, SaysWhatIsWrongWithItsOptions) {
  Workplace place;
  for (const char* events : {"0", "x", "1e", "2e9", "-3", "1e30"}) {
    const Ran ran = place.Run({"generate", std::string("--events=") + events});
    EXPECT_EQ(ran.exit_code, 2) << events;
    EXPECT_THAT(ran.err, HasSubstr("--events")) << events;
  }
  const Ran key = place.Run({"generate", "--answer-key", place.Path("key")});
  EXPECT_EQ(key.exit_code, 2);
  EXPECT_THAT(key.err, HasSubstr("--defects"));
  EXPECT_EQ(place.Run({"generate", "--start", "2019"}).exit_code, 2);
}

}  // namespace
}  // namespace sinetti
