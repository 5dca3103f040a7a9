// What people type to record events, and every way in which it can be wrong: each error names file,
// line, path and value, has the right exit code, and leaves nothing behind.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using testing_support::Ran;
using testing_support::Workplace;

std::string Draft(
    const std::string& id, const std::string& more = "",
    const std::string& data = R"({"orgId":"kunta-232","name":"Kauhajoki","sector":"public"})") {
  return R"({"specversion":"1.0","id":")" + id +
         R"(","source":"urn:test","type":"org.registered","stream":"org-)" + id + "\"" + more +
         R"(,"data":)" + data + "}";
}

class Recording : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(Sinetti({"init", "--origin", "testi.fi/loki"}).exit_code, 0); }

  Ran Sinetti(const std::vector<std::string>& arguments, const std::string& input = "") {
    return place_.Run(arguments, input);
  }

  std::string Events() {
    const std::string json = Sinetti({"status", "--json"}).out;
    const std::size_t at = json.find("\"size\":") + 7;
    return json.substr(at, json.find(',', at) - at);
  }

  // A file with this text is refused: exit 2, the message has the parts, nothing is recorded.
  void ExpectRefused(const std::string& text, const std::vector<std::string>& parts) {
    const std::string file = place_.Write("bad.ndjson", text);
    const Ran ran = Sinetti({"import", file});
    EXPECT_EQ(ran.exit_code, 2) << ran.err;
    for (const std::string& part : parts) EXPECT_THAT(ran.err, HasSubstr(part));
    EXPECT_EQ(Events(), "0");
    EXPECT_EQ(ran.out, "");
  }

  Workplace place_;
};

TEST_F(Recording, ImportsAFileAndSignsACheckpoint) {
  const std::string file = place_.Write("a.ndjson", Draft("a") + "\n" + Draft("b") + "\n");
  const Ran ran = Sinetti({"import", file});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("2 events recorded"));
  EXPECT_THAT(ran.err, HasSubstr("checkpoint of 2 events signed"));
}

TEST_F(Recording, RecordsTheSameFileOnce) {
  const std::string file = place_.Write("a.ndjson", Draft("a") + "\n" + Draft("b") + "\n");
  Sinetti({"import", file});
  const Ran again = Sinetti({"import", file});
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_THAT(again.out, HasSubstr("0 events recorded, 2 were there already"));
  EXPECT_EQ(Events(), "2");
}

TEST_F(Recording, TakesAnArrayAndStandardInput) {
  const Ran array = Sinetti({"import", "-"}, "[\n" + Draft("a") + ",\n" + Draft("b") + "\n]\n");
  EXPECT_EQ(array.exit_code, 0) << array.err;
  EXPECT_EQ(Events(), "2");
  EXPECT_EQ(Sinetti({"import", "-"}, Draft("c")).exit_code, 0);
  EXPECT_EQ(Events(), "3");
}

TEST_F(Recording, RecordsNothingOfAFileWithOneWrongLine) {
  ExpectRefused(Draft("a") + "\n" + Draft("b", R"(,"colour":"red")") + "\n",
                {"bad.ndjson:2", "colour"});
}

TEST_F(Recording, NamesTheElementOfAnArray) {
  ExpectRefused("[\n" + Draft("a") + ",\n\n{\"specversion\":\"1.0\"}\n]", {"bad.ndjson:4"});
}

TEST_F(Recording, RefusesAnArrayThatIsCut) {
  ExpectRefused("[\n" + Draft("a") + ",\n", {"bad.ndjson:3", "does not end"});
}

TEST_F(Recording, RefusesAnArrayWithACommaTooMany) {
  ExpectRefused("[" + Draft("a") + ",]", {"bad.ndjson:1", "missing"});
  ExpectRefused("[," + Draft("a") + "]", {"bad.ndjson:1", "missing"});
}

TEST_F(Recording, RefusesWhatIsNoJson) { ExpectRefused("{\"specversion\":", {"bad.ndjson:1"}); }

TEST_F(Recording, RefusesADuplicateMember) {
  ExpectRefused(Draft("a", R"(,"id":"b")"), {"bad.ndjson:1", "id", "twice"});
}

TEST_F(Recording, RefusesAWrongType) {
  ExpectRefused(Draft("a", "", R"({"orgId":"x","name":7,"sector":"public"})"),
                {"bad.ndjson:1", "data.name", "7"});
}

TEST_F(Recording, RefusesAMissingField) {
  ExpectRefused(Draft("a", "", R"({"orgId":"x","sector":"public"})"),
                {"bad.ndjson:1", "data", "name"});
}

TEST_F(Recording, RefusesABadIdentifier) {
  ExpectRefused(
      Draft("a", "", R"({"orgId":"x","name":"y","sector":"public","businessId":"0204819-7"})"),
      {"bad.ndjson:1", "businessId", "0204819-7"});
}

TEST_F(Recording, RefusesAnUnknownTypeAndNamesOneLikeIt) {
  std::string draft = Draft("a");
  draft.replace(draft.find("org.registered"), 14, "org.registred");
  ExpectRefused(draft, {"bad.ndjson:1", "org.registred", "org.registered"});
}

TEST_F(Recording, RefusesAnEnumerantOutsideItsList) {
  ExpectRefused(Draft("a", "", R"({"orgId":"x","name":"y","sector":"pubic"})"),
                {"bad.ndjson:1", "data.sector", "pubic", "public"});
}

TEST_F(Recording, RefusesInvalidUtf8) {
  ExpectRefused(Draft("a", "", "{\"orgId\":\"x\",\"name\":\"\xff\",\"sector\":\"public\"}"),
                {"bad.ndjson:1"});
}

TEST_F(Recording, RefusesADateThatIsNone) {
  ExpectRefused(Draft("a", R"(,"occurred":"2026-02-30")"),
                {"bad.ndjson:1", "occurred", "2026-02-30"});
}

TEST_F(Recording, RefusesAPersonalIdentityCodeInPlainText) {
  ExpectRefused(Draft("a", "", R"({"orgId":"x","name":"henkilö 010100-900F","sector":"public"})"),
                {"bad.ndjson:1", "data.name"});
}

TEST_F(Recording, RefusesATextThatIsTooLongForAnEntry) {
  ExpectRefused(
      Draft("a", "",
            R"({"orgId":"x","name":")" + std::string(70'000, 'a') + R"(","sector":"public"})"),
      {"bad.ndjson:1", "data.name", "70000", "32768"});
}

TEST_F(Recording, RefusesAnotherContentUnderAKnownId) {
  ASSERT_EQ(Sinetti({"import", place_.Write("a.ndjson", Draft("a"))}).exit_code, 0);
  const Ran ran = Sinetti(
      {"import", "-"},
      Draft("b") + "\n" + Draft("a", "", R"({"orgId":"x","name":"Muu","sector":"public"})"));
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("urn:test"));
  EXPECT_EQ(Events(), "1");
}

TEST_F(Recording, RefusesAWrongExpectedVersion) {
  const Ran ran = Sinetti({"import", "-"}, Draft("a", R"(,"expectedversion":3)"));
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("3"), HasSubstr("org-a")));
  EXPECT_EQ(Events(), "0");
}

TEST_F(Recording, NamesTheLineOfTheOneDraftThatConflictsWithTheLedger) {
  ASSERT_EQ(Sinetti({"import", place_.Write("a.ndjson", Draft("a"))}).exit_code, 0);
  const std::string other = R"({"orgId":"x","name":"Muu","sector":"public"})";
  const std::string same_id = Draft("b") + "\n\n" + Draft("a", "", other) + "\n" + Draft("c");
  EXPECT_THAT(Sinetti({"import", place_.Write("id.ndjson", same_id)}).err,
              AllOf(HasSubstr("id.ndjson:3: "), HasSubstr("event `a` of source `urn:test`"),
                    HasSubstr("entry 0"), HasSubstr("new id")));
  const std::string version = "[" + Draft("b") + ",\n" + Draft("a", R"(,"expectedversion":1)") +
                              ",\n" + Draft("c", R"(,"expectedversion":7)") + "]";
  EXPECT_THAT(Sinetti({"import", place_.Write("version.json", version)}).err,
              AllOf(HasSubstr("version.json:3: "), HasSubstr("stream `org-c`"),
                    HasSubstr("event `c`"), HasSubstr("expected at version 7"),
                    HasSubstr("it is at 0"), HasSubstr("read the stream again")));
  EXPECT_EQ(Events(), "1");
}

// More than one commit holds: the drafts go through a file, and the conflict is in a later commit.
TEST_F(Recording, NamesTheLineOfAConflictInAFileOfManyCommits) {
  std::string drafts;
  for (int i = 0; i < 2'600; ++i) {
    drafts +=
        Draft(std::to_string(i), i == 2'500 ? R"(,"expectedversion":3)" : "",
              R"({"orgId":"x","name":")" + std::string(30'000, 'a') + R"(","sector":"public"})") +
        "\n";
  }
  const Ran ran = Sinetti({"import", place_.Write("many.ndjson", drafts)});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("many.ndjson:2501: "), HasSubstr("org-2500"),
                             ::testing::ContainsRegex("; [0-9]+ events before it are recorded")));
}

TEST_F(Recording, KeepsGoingAndWritesTheRestToAFile) {
  const std::string file = place_.Write("a.ndjson", Draft("a") + "\nno json\n" + Draft("b") + "\n");
  const Ran ran = Sinetti({"import", "--keep-going", file});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.out, HasSubstr("2 events recorded, 1 refused"));
  EXPECT_THAT(place_.Read("a.ndjson.rejects"),
              AllOf(HasSubstr("\"line\":2"), HasSubstr("\"reason\":"), HasSubstr("no json")));
  EXPECT_EQ(Events(), "2");
}

TEST_F(Recording, ChecksWithoutRecordingInADryRun) {
  const std::string file = place_.Write("a.ndjson", Draft("a"));
  EXPECT_THAT(Sinetti({"import", "--dry-run", file}).out, HasSubstr("nothing was recorded"));
  EXPECT_EQ(Events(), "0");
}

TEST_F(Recording, RecordsOneEventFromTheCommandLine) {
  const Ran ran =
      Sinetti({"record", "org.registered", "--stream", "org-1", "--set", "orgId=1", "--set",
               "name=Teuva", "--set", "sector=public", "--attribute", "occurred=2026-03-01"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("event 0 recorded"));
  EXPECT_THAT(Sinetti({"show", "0"}).out, AllOf(HasSubstr("Teuva"), HasSubstr("2026-03-01")));
}

TEST_F(Recording, SaysWhatToDoWithoutALedger) {
  const Ran ran = place_.Run({"-l", "elsewhere", "status"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("elsewhere"), HasSubstr("sinetti init")));
}

TEST_F(Recording, NeverOverwritesALedgerOrItsKey) {
  const Ran ran = Sinetti({"init", "--origin", "testi.fi/toinen"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("already"), HasSubstr("next: `sinetti import FILE`")));
  EXPECT_THAT(Sinetti({"key", "show"}).out, StartsWith("testi.fi/loki+"));
  const Ran key = Sinetti({"-l", "other", "--keys", "ledger.keys", "init", "--origin", "a/b"});
  EXPECT_EQ(key.exit_code, 2);
  EXPECT_THAT(key.err, AllOf(HasSubstr("ledger.keys/signing.key"), HasSubstr("--keys")));
}

// The folder of the project has one of this name: source code.
TEST_F(Recording, TakesNoOtherFolderForALedger) {
  std::filesystem::create_directories(place_.Path("project/ledger/store"));
  const Ran ran = Sinetti({"-l", "project/ledger", "init", "--origin", "a/b"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("project/ledger/store"), HasSubstr("holds no ledger")));
  EXPECT_FALSE(std::filesystem::exists(place_.Path("project/ledger.keys")));
}

TEST_F(Recording, RefusesASigningKeyThatOthersCanRead) {
  chmod(place_.Path("ledger.keys/signing.key").c_str(), 0644);
  const Ran ran = Sinetti({"checkpoint"});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_THAT(ran.err, HasSubstr("signing.key"));
}

TEST_F(Recording, StopsOnAFullDiskAndRecordsNothingByHalf) {
  std::string drafts;
  for (int i = 0; i < 2'000; ++i) {
    drafts +=
        Draft(std::to_string(i), "",
              R"({"orgId":"x","name":")" + std::string(1'000, 'a') + R"(","sector":"public"})") +
        "\n";
  }
  place_.LimitFiles(1'000'000);
  const Ran ran = Sinetti({"import", place_.Write("a.ndjson", drafts)});
  EXPECT_EQ(ran.exit_code, 3) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("each is recorded once"));
  place_.LimitFiles(0);
  EXPECT_EQ(Events(), "0");
  EXPECT_EQ(Sinetti({"import", place_.Path("a.ndjson")}).exit_code, 0);
  EXPECT_EQ(Events(), "2000");
}

TEST_F(Recording, MissesAFileByName) {
  const Ran ran = Sinetti({"import", "missing.ndjson"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("missing.ndjson"));
}

TEST_F(Recording, ExplainsATypeWithItsExample) {
  EXPECT_THAT(Sinetti({"types", "decision.made"}).out, HasSubstr("Example of data"));
  const Ran unknown = Sinetti({"types", "decision.mad"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("decision.made"));
}

TEST_F(Recording, TellsAWrongOptionFromTheRightOne) {
  const Ran unknown = Sinetti({"import", "--colour"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_EQ(unknown.err,
            "sinetti: unknown option --colour; `sinetti import --help` lists the options\n");
  const Ran near = Sinetti({"-l", "ledger", "import", "--maping", "m.json", "a.csv"});
  EXPECT_EQ(near.exit_code, 2);
  EXPECT_THAT(near.err, HasSubstr("unknown option --maping; did you mean `--mapping`?"));
  EXPECT_THAT(Sinetti({"import", "--json", "-x"}).err, HasSubstr("unknown option -x"));
}

TEST_F(Recording, TellsAWrongCommandFromTheRightOne) {
  const Ran ran = Sinetti({"--ledger=ledger", "imprt", "a.ndjson"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("unknown command imprt; did you mean `import`?"));
  EXPECT_THAT(Sinetti({"prove", "inclusio", "1"}).err, HasSubstr("did you mean `inclusion`?"));
  EXPECT_THAT(Sinetti({"import"}).err, HasSubstr("FILE"));  // nothing unknown: what is missing
}

}  // namespace
}  // namespace sinetti
