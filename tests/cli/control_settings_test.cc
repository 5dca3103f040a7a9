// Controls set by events, through the program: an audit of the past prints the same bytes after a
// setting as before it, and whoever asks is told what was in force and why.
#include <gmock/gmock.h>

#include <chrono>
#include <ctime>
#include <thread>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

// In whole seconds, clear of any event before and after.
std::string Now() {
  std::this_thread::sleep_for(std::chrono::milliseconds(1001));
  const std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  std::this_thread::sleep_for(std::chrono::milliseconds(1001));
  return text;
}

TEST(ControlSettings, LeaveAnAuditOfThePastByteForByteAndExplainTheOneOfToday) {
  Workplace place;
  ASSERT_EQ(place.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  const std::string charge =
      R"({"specversion":"1.0","source":"urn:test","stream":"l-1","id":"1","occurred":"2026-01-15",)"
      R"("type":"settlement.charged","data":{"settlement":"l-1","period":{"date":"2026-01"},)"
      R"("payer":{"name":"B"},"payee":{"name":"A"},"quantity":{"value":2},"unitPrice":)"
      R"({"amount":10,"currency":"EUR","currencyStated":true},"total":)"
      R"({"amount":20.05,"currency":"EUR","currencyStated":true}}})";
  ASSERT_EQ(place.Run({"import", place.Write("charge.ndjson", charge + "\n")}).exit_code, 0);
  const std::vector<std::string> then{"--lang",     "en",         "audit", "--as-of",
                                      "2026-06-01", "--known-at", Now()};
  const Ran before = place.Run(then);
  EXPECT_EQ(before.exit_code, 1) << before.err;
  EXPECT_THAT(before.out, AllOf(HasSubstr("R-MULT"), Not(HasSubstr("Settings in force"))));

  const std::string setting =
      R"({"specversion":"1.0","source":"urn:test","stream":"controls","id":"2",)"
      R"("effectivefrom":"2026-02-01","type":"control.set","data":{"control":"R-MULT",)"
      R"("parameters":[{"name":"toleranceCents","value":5}],"reason":"Viiden sentin pyöristys.",)"
      R"("by":"valvontapäällikkö"}})";
  ASSERT_EQ(place.Run({"import", place.Write("setting.ndjson", setting + "\n")}).exit_code, 0);
  const Ran after = place.Run(then);
  EXPECT_EQ(after.exit_code, 1) << after.err;
  EXPECT_EQ(after.out, before.out);

  const Ran today = place.Run({"--lang", "en", "audit", "--as-of", "2026-06-01"});
  EXPECT_EQ(today.exit_code, 0) << today.err;
  EXPECT_THAT(today.out,
              AllOf(HasSubstr("Settings in force that differ"),
                    HasSubstr("R-MULT  toleranceCents  5 cents (otherwise 0 cents)"),
                    HasSubstr("since 2026-02-01: Viiden sentin pyöristys. (valvontapäällikkö, #1)"),
                    HasSubstr("Nothing is open.")));
  EXPECT_EQ(place.Run({"audit", "--as-of", "2026-01-31"}).exit_code, 1);

  const Ran all = place.Run({"--lang", "en", "--json", "audit", "--settings"});
  EXPECT_EQ(all.exit_code, 0) << all.err;
  EXPECT_THAT(all.out, AllOf(HasSubstr(R"("parameter":"toleranceCents","value":5,"ordinary":0)"),
                             HasSubstr(R"({"check":"R-CAL","part":"setDay","state":"off"})")));
  EXPECT_THAT(place.Run({"--lang", "en", "audit", "--explain", "R-MULT"}).out,
              HasSubstr("toleranceCents  5 cents (otherwise 0 cents)"));
  EXPECT_THAT(
      place.Run({"--lang", "en", "audit", "--explain", "R-MULT", "--as-of", "2026-01-31"}).out,
      HasSubstr("toleranceCents  0 cents"));
}

TEST(ControlSettings, AreReportedWhenTheyNameNothing) {
  Workplace place;
  ASSERT_EQ(place.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  const std::string setting =
      R"({"specversion":"1.0","source":"urn:test","stream":"controls","id":"2",)"
      R"("type":"control.set","data":{"control":"R-MULTI","state":"off","reason":"r","by":"b"}})";
  ASSERT_EQ(place.Run({"import", place.Write("setting.ndjson", setting + "\n")}).exit_code, 0);
  const Ran audit = place.Run({"audit"});
  EXPECT_EQ(audit.exit_code, 0) << audit.err;
  EXPECT_THAT(audit.err, AllOf(HasSubstr("event #0"), HasSubstr("R-MULTI")));
}

}  // namespace
}  // namespace sinetti
