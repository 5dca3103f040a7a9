// Proofs, verification, views and reports through the program, on the documents of docs/scenarios.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

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
  for (const char* format : {"text", "md", "html", "csv", "json"}) {
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

TEST_F(Looking, GivesEveryCommandHelpWithExamples) {
  for (const char* command :
       {"init", "import", "record", "types", "log", "show", "trace", "checkpoint", "verify",
        "check-proof", "replay", "query", "report", "status", "export"}) {
    const Ran ran = place_->Run({command, "--help"});
    EXPECT_EQ(ran.exit_code, 0) << command;
    EXPECT_THAT(ran.out, HasSubstr("Examples:")) << command;
  }
}

}  // namespace
}  // namespace sinetti
