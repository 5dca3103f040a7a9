// Proofs, verification, views and reports through the program, on the documents of docs/scenarios.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
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

// One ledger with two documents, made once for all tests, which only read it or work on copies.
class Looking : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    place_ = new Workplace;
    ASSERT_EQ(place_->Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
    for (const char* name : {"000-keski-suomi-yhteistoimintamalli.ndjson",
                             "003-toimielimet-ja-puuttuvat-arvot.ndjson"}) {
      const Ran ran =
          place_->Run({"import", std::string(SINETTI_SOURCE_DIR) + "/docs/scenarios/" + name});
      ASSERT_EQ(ran.exit_code, 0) << ran.err;
    }
    place_->Write("ledger.vkey", place_->Run({"key", "show"}).out);
  }
  static void TearDownTestSuite() { delete place_; }

  static Workplace* place_;
};
Workplace* Looking::place_ = nullptr;

TEST_F(Looking, VerifiesAnIntactLedgerAndSaysHowFarItIsAnchored) {
  const Ran ran = place_->Run({"verify"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("intact"), HasSubstr("anchored")));
}

TEST_F(Looking, DoctorNamesWhatToMendAndHow) {
  Workplace elsewhere;
  std::filesystem::copy(place_->Path("ledger"), elsewhere.Path("ledger"),
                        std::filesystem::copy_options::recursive);
  std::filesystem::copy(place_->Path("ledger.keys"), elsewhere.Path("ledger.keys"));
  ASSERT_EQ(elsewhere.Run({"replay"}).exit_code, 0);
  const Ran good = elsewhere.Run({"doctor"});
  EXPECT_EQ(good.exit_code, 0) << good.out;
  EXPECT_THAT(good.out, Not(HasSubstr("mend")));

  std::filesystem::permissions(elsewhere.Path("ledger.keys"), std::filesystem::perms(0750));
  std::filesystem::permissions(elsewhere.Path("ledger.keys/signing.key"),
                               std::filesystem::perms(0644));
  std::filesystem::remove(elsewhere.Path("ledger/views.sqlite"));
  ASSERT_EQ(elsewhere
                .Run({"record", "org.registered", "--stream", "org-x", "--set", "orgId=x", "--set",
                      "name=X", "--set", "sector=public", "--no-checkpoint"})
                .exit_code,
            0);
  const Ran bad = elsewhere.Run({"doctor"});
  EXPECT_EQ(bad.exit_code, 1);
  for (const char* advice : {"chmod 700", "chmod 600", "sinetti checkpoint", "sinetti replay"})
    EXPECT_THAT(bad.out, HasSubstr(advice));
  EXPECT_THAT(elsewhere.Run({"doctor", "--json"}).out, HasSubstr("\"good\":false"));
}

TEST_F(Looking, DoctorMakesTheDerivedIndexesAnew) {
  Workplace elsewhere;
  std::filesystem::copy(place_->Path("ledger"), elsewhere.Path("ledger"),
                        std::filesystem::copy_options::recursive);
  std::filesystem::copy(place_->Path("ledger.keys"), elsewhere.Path("ledger.keys"));
  const Ran ran = elsewhere.Run({"doctor", "--rebuild-index"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(elsewhere.Run({"verify"}).exit_code, 0);
}

// Each of these once ended in an abort, or could.
TEST_F(Looking, RefusesPlacesAndDaysThatAreNotThere) {
  const std::vector<std::vector<std::string>> asked{
      {"replay", "--until", "999999", "-o", "views.sqlite"},
      {"report", "funding", "--until", "999999"},
      {"show", "18446744073709551615"},
      {"prove", "inclusion", "18446744073709551615"},
      {"prove", "consistency", "0", "18446744073709551615"},
      {"report", "selfmonitoring", "x", "--as-of", "0000-01-01"},
      {"report", "funding", "--as-of", "10000-01-01"}};
  for (const std::vector<std::string>& arguments : asked) {
    const Ran ran = place_->Run(arguments);
    EXPECT_EQ(ran.exit_code, 2) << arguments[0] << " " << arguments[1] << ": " << ran.err;
    EXPECT_THAT(ran.err, Not(HasSubstr("internal error")));
  }
}

TEST_F(Looking, NoticesARollbackAgainstACheckpointKeptElsewhere) {
  Workplace elsewhere;
  std::filesystem::copy(place_->Path("ledger"), elsewhere.Path("ledger"),
                        std::filesystem::copy_options::recursive);
  std::filesystem::copy(place_->Path("ledger.keys"), elsewhere.Path("ledger.keys"));
  ASSERT_EQ(elsewhere
                .Run({"record", "org.registered", "--stream", "org-x", "--set", "orgId=x", "--set",
                      "name=X", "--set", "sector=public"})
                .exit_code,
            0);
  ASSERT_EQ(elsewhere.Run({"checkpoint", "-o", "kept.txt"}).exit_code, 0);
  const std::string kept = place_->Write("kept.txt", elsewhere.Read("kept.txt"));
  const Ran ran = place_->Run({"verify", "--against", kept});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, HasSubstr("NOT intact"));
}

TEST_F(Looking, ProvesAnEventToSomebodyWithoutTheLedger) {
  ASSERT_EQ(place_->Run({"prove", "inclusion", "7", "-o", "event.proof"}).exit_code, 0);
  Workplace elsewhere;
  const std::string proof = elsewhere.Write("event.proof", place_->Read("event.proof"));
  const std::string key = elsewhere.Write("ledger.vkey", place_->Read("ledger.vkey"));
  const Ran ran = elsewhere.Run({"check-proof", proof, "--key", key});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Event 7"));
  const Ran nonsense = elsewhere.Run({"check-proof", proof, "--key", "testi.fi/loki+12+AQ"});
  EXPECT_EQ(nonsense.exit_code, 2);
  EXPECT_THAT(nonsense.err, AllOf(HasSubstr("'testi.fi/loki+12+AQ' is no verifier key"),
                                  HasSubstr("no file"), HasSubstr("sinetti key show")));

  std::string tampered = place_->Read("event.proof");
  tampered[tampered.size() / 2] ^= 1;
  EXPECT_NE(elsewhere.Run({"check-proof", elsewhere.Write("bad.proof", tampered), "--key", key})
                .exit_code,
            0);
}

TEST_F(Looking, ProvesThatNothingWasChangedBetweenTwoCheckpoints) {
  const Ran list = place_->Run({"checkpoint", "--list", "--json"});
  const std::size_t at = list.out.find("\"size\":") + 7;
  const std::string first = list.out.substr(at, list.out.find(',', at) - at);
  ASSERT_EQ(place_->Run({"prove", "consistency", first, "-o", "c.proof"}).exit_code, 0);
  const Ran ran =
      place_->Run({"check-proof", place_->Path("c.proof"), "--key", place_->Path("ledger.vkey")});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
}

TEST_F(Looking, RebuildsViewsToTheSameDigestsOnEveryPath) {
  const auto digest = [](const Ran& ran) {
    const std::size_t at = ran.out.find("all views");
    return ran.out.substr(at, ran.out.find('\n', at) - at);
  };
  const Ran caught_up = place_->Run({"replay", "--digest"});
  const Ran rebuilt = place_->Run({"replay", "--rebuild", "--digest"});
  const Ran single = place_->Run({"replay", "--rebuild", "--digest", "--single-thread"});
  EXPECT_EQ(caught_up.exit_code, 0) << caught_up.err;
  EXPECT_EQ(rebuilt.exit_code, 0) << rebuilt.err;
  EXPECT_EQ(digest(caught_up), digest(rebuilt));
  EXPECT_EQ(digest(caught_up), digest(single));
  EXPECT_THAT(rebuilt.err, HasSubstr("digests equal"));
}

TEST_F(Looking, KeepsViewsThatSomebodyChangedAndSaysSo) {
  Workplace elsewhere;
  std::filesystem::copy(place_->Path("ledger"), elsewhere.Path("ledger"),
                        std::filesystem::copy_options::recursive);
  std::filesystem::copy(place_->Path("ledger.keys"), elsewhere.Path("ledger.keys"));
  std::filesystem::remove_all(elsewhere.Path("ledger/views"));
  std::filesystem::remove(elsewhere.Path("ledger/views.sqlite"));
  ASSERT_EQ(elsewhere.Run({"replay"}).exit_code, 0);
  const std::string sql = "UPDATE volume_stream SET events = events + 1";
  ASSERT_EQ(std::system(
                ("sqlite3 '" + elsewhere.Path("ledger/views.sqlite") + "' '" + sql + "'").c_str()),
            0);
  const Ran ran = elsewhere.Run({"replay", "--rebuild"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, HasSubstr("volume"));
}

TEST_F(Looking, AnswersAsKnownWhenOnlyTheFirstDocumentWasThere) {
  const Ran now = place_->Run({"query", "--format", "csv", "SELECT sum(events) FROM v44_schemas"});
  const Ran then = place_->Run(
      {"query", "--format", "csv", "--until", "10", "SELECT sum(events) FROM v44_schemas"});
  EXPECT_EQ(now.exit_code, 0) << now.err;
  EXPECT_THAT(then.out, HasSubstr("\n10\r\n"));
  EXPECT_THAT(now.out, Not(HasSubstr("\n10\r\n")));
}

TEST_F(Looking, LetsAQueryOnlyRead) {
  const Ran ran = place_->Run({"query", "DELETE FROM volume_stream"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("not authorized"));
}

TEST_F(Looking, WritesAReportThatProvesItself) {
  for (const char* format : {"text", "md", "html", "csv", "json", "xlsx"}) {
    ASSERT_EQ(place_->Run({"report", "integrity", "--format", format, "-o", "r"}).exit_code, 0);
    const Ran good = place_->Run({"report", "check", "r"});
    EXPECT_EQ(good.exit_code, 0) << format << good.err;
    std::string changed = place_->Read("r");
    const std::size_t digit = changed.find_first_of("123456789", changed.size() / 3);
    changed[digit] = changed[digit] == '1' ? '2' : '1';
    place_->Write("r", changed);
    EXPECT_EQ(place_->Run({"report", "check", "r"}).exit_code, 1) << format;
  }
}

TEST_F(Looking, ShowsAnEventWithItsPlaceInTheChain) {
  const Ran ran = place_->Run({"show", "3"});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("leaf hash"), HasSubstr("previous"), HasSubstr("sourcequote")));
  EXPECT_EQ(place_->Run({"show", "99999"}).exit_code, 2);
}

// The sequences of the lines of `log`: "#41  2026-…".
std::vector<int> Sequences(const std::string& text) {
  std::vector<int> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with('#')) found.push_back(std::stoi(line.substr(1)));
  return found;
}

TEST_F(Looking, ListsEventsFromEitherEndOrFromAnEventOn) {
  const auto log = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "log");
    return Sequences(place_->Run(arguments).out);
  };
  const std::vector<int> all = log({"--limit", "0"});
  ASSERT_GT(all.size(), 100U);  // more than one block read backwards
  for (std::size_t i = 0; i < all.size(); ++i) ASSERT_EQ(all[i], static_cast<int>(i));
  const int last = all.back();
  EXPECT_EQ(log({}).size(), 50U);
  EXPECT_EQ(log({"--tail", "3"}), (std::vector<int>{last - 2, last - 1, last}));
  EXPECT_EQ(log({"--limit", "2", "--reverse"}), (std::vector<int>{last, last - 1}));
  EXPECT_EQ(log({"--from", "41", "-n", "3"}), (std::vector<int>{41, 42, 43}));
  EXPECT_EQ(log({"--from", "41", "-n", "3", "--reverse"}), (std::vector<int>{41, 40, 39}));
  std::vector<int> reversed = log({"--limit", "0", "--reverse"});
  std::reverse(reversed.begin(), reversed.end());
  EXPECT_EQ(reversed, all);
  const Ran beyond = place_->Run({"log", "--from", "99999"});
  EXPECT_EQ(beyond.exit_code, 2);
  EXPECT_THAT(beyond.err, HasSubstr("99999"));
}

TEST_F(Looking, ListsTheSameOfAStreamATypeOrATimeWhicheverWayItLooks) {
  const std::string stream = "funding-keski-suomen-yhteistoimintamalli";
  const std::vector<int> all = Sequences(place_->Run({"log", "--stream", stream, "-n", "0"}).out);
  ASSERT_GT(all.size(), 5U);
  EXPECT_EQ(Sequences(place_->Run({"log", "--stream", stream, "--tail", "2"}).out),
            (std::vector<int>{all[all.size() - 2], all.back()}));
  EXPECT_EQ(
      Sequences(
          place_->Run({"log", "--stream", stream, "--from", std::to_string(all[1]), "-n", "2"})
              .out),
      (std::vector<int>{all[1], all[2]}));
  const std::vector<int> lines =
      Sequences(place_->Run({"log", "--type", "funding.planLineRecorded", "-n", "0"}).out);
  ASSERT_GT(lines.size(), 3U);
  const Ran newest = place_->Run({"log", "--type", "funding.planLineRecorded", "-n", "1"});
  EXPECT_EQ(Sequences(newest.out), std::vector<int>{lines.back()});
  EXPECT_THAT(newest.err, HasSubstr("--limit 0"));
  const std::string json = place_->Run({"show", "20", "--json"}).out;
  const std::size_t at = json.find("\"recordedat\":\"") + 14;
  const std::string moment = json.substr(at, json.find('"', at) - at);
  EXPECT_EQ(Sequences(place_->Run({"log", "--since", moment, "--from", "0", "-n", "1"}).out),
            std::vector<int>{20});
  EXPECT_EQ(Sequences(place_->Run({"log", "--until", moment, "-n", "1"}).out),
            std::vector<int>{19});
}

TEST_F(Looking, FindsAnEventByWhateverOutputCallsIt) {
  const std::string shown = place_->Run({"show", "41"}).out;
  EXPECT_EQ(place_->Run({"show", "#41"}).out, shown);
  const std::size_t at = shown.find("source and id  ") + 15;
  const std::string name = shown.substr(at, shown.find('\n', at) - at);
  const std::size_t hash = name.find(" # ");
  const std::string source = name.substr(0, hash);
  const std::string id = name.substr(hash + 3);
  EXPECT_EQ(place_->Run({"show", source + "#" + id}).out, shown);
  EXPECT_EQ(place_->Run({"show", id}).out, shown);
  EXPECT_EQ(place_->Run({"show", "no-such-event"}).exit_code, 2);
}

TEST_F(Looking, TracesCausesAndEffectsFromBothEnds) {
  Workplace other;
  ASSERT_EQ(other.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  const auto record = [&](const std::string& id, const std::string& attribute) {
    std::vector<std::string> arguments{"record",         "org.registered", "--id",  id,
                                       "--stream",       "o-" + id,        "--set", "orgId=" + id,
                                       "--set",          "name=N",         "--set", "sector=public",
                                       "--no-checkpoint"};
    if (!attribute.empty()) arguments.insert(arguments.end(), {"--attribute", attribute});
    ASSERT_EQ(other.Run(arguments).exit_code, 0);
  };
  record("a", "");
  record("alone", "matter=M-1");
  record("b", "causation=a");
  record("c", "causation=sinetti:record#b");
  record("d", "mandate=c");
  for (const char* from : {"a", "#0", "sinetti:record#c", "o-d"}) {
    const Ran ran = other.Run({"trace", from});
    EXPECT_EQ(Sequences(ran.out), (std::vector<int>{0, 2, 3, 4})) << from << ran.err;
    EXPECT_THAT(ran.out, AllOf(HasSubstr("caused by #0"), HasSubstr("caused by #2"),
                               HasSubstr("mandate #3")));
  }
  EXPECT_EQ(Sequences(other.Run({"trace", "M-1"}).out), std::vector<int>{1});
  EXPECT_THAT(other.Run({"trace", "b", "--json"}).out,
              AllOf(HasSubstr(R"({"relation":"caused by","sequence":0,"outward":true})"),
                    HasSubstr(R"({"relation":"caused by","sequence":3,"outward":false})")));
  EXPECT_EQ(other.Run({"trace", "nothing"}).exit_code, 2);
}

TEST_F(Looking, AuditsInTheLanguageOfTheReader) {
  const std::vector<std::string> audit{"audit", "--check", "R-SUM", "--as-of", "2026-03-01"};
  EXPECT_THAT(place_->Run(audit).out,
              AllOf(HasSubstr("[avoin]"), HasSubstr("ilmoitettu 100000.00, laskettu 100500.00"),
                    HasSubstr("2 havaintoa on avoinna."), Not(HasSubstr("open"))));
  std::vector<std::string> swedish{"--lang", "sv"};
  swedish.insert(swedish.end(), audit.begin(), audit.end());
  EXPECT_THAT(place_->Run(swedish).out,
              AllOf(HasSubstr("[öppen]"), HasSubstr("2 iakttagelser är öppna.")));
}

TEST_F(Looking, ExplainsACheckInThreeLanguages) {
  const Ran finnish = place_->Run({"audit", "--explain", "R-SUM"});
  EXPECT_EQ(finnish.exit_code, 0) << finnish.err;
  EXPECT_THAT(finnish.out, AllOf(HasSubstr("summa ei täsmää"), HasSubstr("high: yhteissumma"),
                                 HasSubstr("1113/1990 10 §"), HasSubstr("v30_funding"),
                                 HasSubstr("funding.planLineRecorded"), HasSubstr("Mitä tehdä")));
  EXPECT_THAT(place_->Run({"--lang", "sv", "audit", "--explain", "R-SUM"}).out,
              HasSubstr("Vad göra"));
  EXPECT_THAT(place_->Run({"--lang", "en", "--json", "audit", "--explain", "R-SUM"}).out,
              AllOf(HasSubstr(R"("check":"R-SUM")"), HasSubstr(R"("severity":"high")"),
                    HasSubstr(R"("eventTypes":[)"), HasSubstr("1113/1990 section 10")));
  const Ran unknown = place_->Run({"audit", "--explain", "R-NONE"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, AllOf(HasSubstr("R-NONE"), HasSubstr("R-SUM")));
}

TEST_F(Looking, SaysWhenNoEventMatches) {
  const Ran ran = place_->Run({"log", "--stream", "no-such-stream"});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.err, HasSubstr("no event matches"));
}

TEST_F(Looking, PrintsProofsAndKeysAsJsonToo) {
  EXPECT_THAT(
      place_->Run({"--json", "key", "show"}).out,
      AllOf(HasSubstr(R"("origin":"testi.fi/loki")"), HasSubstr(R"("verifierKey":"testi)")));
  EXPECT_THAT(
      place_->Run({"--json", "prove", "inclusion", "3"}).out,
      AllOf(HasSubstr(R"("proof":"inclusion")"), HasSubstr(R"("text":"c2sp.org/tlog-proof)")));
  EXPECT_THAT(place_->Run({"--json", "prove", "inclusion", "3", "-o", "3.proof"}).out,
              HasSubstr(R"("file":"3.proof")"));
  EXPECT_EQ(place_->Run({"check-proof", "3.proof", "--key", "ledger.vkey"}).exit_code, 0);
}

TEST_F(Looking, LaysOutForTheColumnsThatAreAskedFor) {
  setenv("COLUMNS", "60", 1);
  const std::string narrow = place_->Run({"report", "discrepancies"}).out;
  unsetenv("COLUMNS");
  const std::string wide = place_->Run({"report", "discrepancies"}).out;
  const auto widest = [](const std::string& text) {
    std::size_t most = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("# sinetti-report ") || line.find("tiiviste ") != line.npos) continue;
      most =
          std::max(most, static_cast<std::size_t>(std::count_if(
                             line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; })));
    }
    return most;
  };
  EXPECT_LE(widest(narrow), 60U) << narrow;
  EXPECT_GT(widest(wide), 60U);
}

TEST_F(Looking, KeepsAReportOfThisMachineThatItCanCheckHere) {
  ASSERT_EQ(place_->Run({"verify"}).exit_code, 0);
  ASSERT_EQ(place_->Run({"report", "operations", "--format", "html", "-o", "o.html"}).exit_code, 0);
  EXPECT_THAT(place_->Read("o.html"), HasSubstr("yhteistoimintamalli."));
  ASSERT_EQ(place_->Run({"verify"}).exit_code, 0);  // what is done later changes nothing
  EXPECT_EQ(place_->Run({"report", "check", "o.html"}).exit_code, 0);
  Workplace copy;
  std::filesystem::copy(place_->Path("ledger"), copy.Path("ledger"),
                        std::filesystem::copy_options::recursive);
  std::filesystem::copy(place_->Path("ledger.keys"), copy.Path("ledger.keys"));
  std::filesystem::remove(copy.Path("ledger/operations.sqlite"));
  EXPECT_EQ(copy.Run({"query", "--format", "csv", "SELECT count(*) FROM v43_imports"}).out,
            "count(*)\r\n0\r\n");
  const Ran elsewhere = copy.Run({"report", "check", place_->Path("o.html")});
  EXPECT_EQ(elsewhere.exit_code, 1);
  EXPECT_THAT(elsewhere.err, HasSubstr("of the machine that made it"));
}

}  // namespace
}  // namespace sinetti
