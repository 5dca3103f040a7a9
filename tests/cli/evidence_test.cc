// Evidence packs and documents outside the ledger through the program: made, checked elsewhere,
// found again, and refused when anything was changed.
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

// SHA-256 of "abc" (FIPS 180-4, appendix).
constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

class Evidence : public ::testing::Test {
 protected:
  void SetUp() override {
    Done({"init", "--origin", "testi.fi/loki"});
    place_.Write("ledger.vkey", Done({"key", "show"}));
    Done({"record", "decision.made", "--stream", "matter-1", "--attribute", "client=p-1",
          "--attribute", "matter=M/1", "--set", "kind=palvelu", "--set", "result=granted", "--set",
          "decidedOn=2026-01-12", "--set", "authority=Malli", "--set", "reasons=salaiset syyt"});
    place_.Write("paatos.PDF", "abc");
  }

  std::string Done(const std::vector<std::string>& arguments) {
    const Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, 0) << arguments[0] << ": " << ran.err;
    return ran.out;
  }
  void MakePack(const std::string& key, const std::string& file) {
    Done({"evidence", "pack", key, "--to", "hallinto-oikeus", "--purpose", "valituksen käsittely",
          "--ground", "808/2019:42", "-o", file});
  }
  Ran Check(const std::string& file) {
    return place_.Run({"evidence", "check", file, "--key", "ledger.vkey"});
  }

  Workplace place_;
};

TEST_F(Evidence, APackIsCheckedWithoutTheLedgerAndAChangedOneIsRefused) {
  MakePack("matter:M/1", "matter.evidence");
  const std::string good = place_.Read("matter.evidence");
  EXPECT_THAT(good, Not(HasSubstr("salaiset")));
  Workplace elsewhere;
  const std::string file = elsewhere.Write("matter.evidence", good);
  const Ran checked =
      elsewhere.Run({"evidence", "check", file, "--key", place_.Path("ledger.vkey")});
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_THAT(checked.out, AllOf(HasSubstr("The evidence pack holds. This is the only event"),
                                 HasSubstr("hallinto-oikeus"), HasSubstr("decision.made")));
  EXPECT_EQ(Done({"check-proof", "matter.evidence", "--key", "ledger.vkey"}), checked.out);
  EXPECT_THAT(Done({"check-proof", "matter.evidence", "--key", "ledger.vkey", "--json"}),
              AllOf(HasSubstr("\"proof\":\"evidence-pack\""), HasSubstr("\"recordedAs\":[1]"),
                    HasSubstr("\"ownWords\":true")));

  std::string bad = good;
  bad.replace(bad.find("Handed to: hallinto-oikeus"), 26, "Handed to: halllnto-oikeus");
  place_.Write("bad", bad);
  const Ran refused = Check("bad");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("a byte was changed"));
  place_.Write("bad", good.substr(0, good.size() / 2));
  EXPECT_EQ(Check("bad").exit_code, 2);
  EXPECT_EQ(Check("ledger.vkey").exit_code, 2);
  EXPECT_EQ(place_.Run({"evidence", "html", "bad", "--key", "ledger.vkey"}).exit_code, 2);
}

TEST_F(Evidence, ThatAPackWasHandedOutStandsInTheLogOfTheClient) {
  MakePack("matter:M/1", "matter.evidence");
  EXPECT_THAT(Done({"log", "--client", "p-1", "--type", "access."}), HasSubstr("access.exported"));
  Done({"verify"});
  // Without a recipient nothing is handed out.
  EXPECT_EQ(
      place_.Run({"evidence", "pack", "matter:M/1", "--purpose", "x", "--ground", "y"}).exit_code,
      2);
  EXPECT_THAT(Done({"log", "--type", "access.exported", "-n", "0"}), HasSubstr("#1 "));
}

TEST_F(Evidence, APolicyIsAppliedToTheCheckpointOfTheAnswer) {
  const auto witness = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "witness");
    arguments.insert(arguments.end(), {"--state", "w"});
    return Done(arguments);
  };
  const std::string key = witness({"init", "--name", "todistaja.fi/w"});
  witness({"add-log", "ledger.vkey"});
  place_.Write("policy", "log " + place_.Read("ledger.vkey") + "witness w " + key + "quorum w\n");
  const auto check = [&] {
    return place_.Run({"evidence", "check", "matter.evidence", "--policy", "policy"}).exit_code;
  };
  MakePack("matter:M/1", "matter.evidence");
  EXPECT_EQ(check(), 1);
  Done({"checkpoint", "-o", "first"});
  witness({"cosign", "first", "-o", "cosigned"});
  Done({"checkpoint", "--attach", "cosigned", "--policy", "policy"});
  MakePack("matter:M/1", "matter.evidence");
  EXPECT_EQ(check(), 0);
}

TEST_F(Evidence, APageAsksForTheWitnessesOfAPolicyAndIsNotMadeWithoutThem) {
  const std::string key = Done({"witness", "init", "--name", "todistaja.fi/w", "--state", "w"});
  Done({"witness", "add-log", "ledger.vkey", "--state", "w"});
  const std::string policy = place_.Write(
      "policy", "log " + place_.Read("ledger.vkey") + "witness w " + key + "quorum w\n");
  const std::vector<std::string> html = {"evidence",    "html",     "matter.evidence", "--key",
                                         "ledger.vkey", "--policy", "policy"};
  MakePack("matter:M/1", "matter.evidence");
  EXPECT_EQ(place_.Run(html).exit_code, 1);
  Done({"checkpoint", "-o", "first"});
  Done({"witness", "cosign", "first", "-o", "cosigned", "--state", "w"});
  Done({"checkpoint", "--attach", "cosigned", "--policy", "policy"});
  MakePack("matter:M/1", "matter.evidence");
  EXPECT_THAT(Done(html), HasSubstr("witness w todistaja.fi/w+"));
  EXPECT_THAT(place_.Read("matter.evidence"), HasSubstr("Witnesses whose names stand"));
}

TEST_F(Evidence, APackMadeUnderANewKeyLeadsFromTheOldOneToIt) {
  MakePack("matter:M/1", "before");
  Done({"key", "rotate", "--reason", "vuosittainen vaihto"});
  place_.Write("new.vkey", Done({"key", "show"}));
  Done({"key", "chain", "-o", "chain"});
  MakePack("matter:M/1", "matter.evidence");
  for (const char* key : {"ledger.vkey", "new.vkey"}) {
    EXPECT_THAT(Done({"evidence", "check", "matter.evidence", "--key", key}),
                HasSubstr("The evidence pack holds."));
    EXPECT_THAT(Done({"evidence", "html", "matter.evidence", "--key", key}), HasSubstr("<main>"));
    Done({"evidence", "check", "before", "--key", key, "--key-chain", "chain"});
  }
  EXPECT_EQ(place_.Run({"evidence", "check", "before", "--key", "new.vkey"}).exit_code, 1);
  place_.Write("policy", "log " + place_.Read("ledger.vkey") + "quorum none\n");
  Done({"evidence", "check", "matter.evidence", "--policy", "policy"});
}

TEST_F(Evidence, WhereExportsNeedAGrantOnlyItsReaderHandsOut) {
  Done({"access", "policy", "--proof", "registered", "--exports", "granted", "--reason", "valvonta",
        "--by", "tietohallinto"});
  const auto pack = [&](const std::string& actor) {
    std::vector<std::string> all = {"evidence",        "pack",      "matter:M/1", "--to",
                                    "hallinto-oikeus", "--purpose", "valitus",    "--ground",
                                    "808/2019:42",     "-o",        "pack"};
    if (!actor.empty()) all.insert(all.end(), {"--actor", actor});
    return place_.Run(all);
  };
  EXPECT_EQ(pack("").exit_code, 2);
  const Ran refused = pack("oikeuspalvelut");
  EXPECT_NE(refused.exit_code, 0);
  EXPECT_THAT(refused.err, HasSubstr("all events of matter:M/1: refused"));
  EXPECT_THAT(Done({"log", "--client", "p-1"}), HasSubstr("access.refused"));
  Done({"access", "grant", "oikeuspalvelut", "--role", "lawyer", "--ground", "808/2019:42", "--by",
        "tietohallinto", "--matter", "M/1"});
  EXPECT_EQ(pack("oikeuspalvelut").exit_code, 0) << pack("oikeuspalvelut").err;
  EXPECT_EQ(Check("pack").exit_code, 0);
  Done({"verify"});
}

TEST_F(Evidence, ADocumentIsRecordedByItsDigestAndFoundByItsContent) {
  const Ran nowhere = place_.Run({"evidence", "find", place_.Path("paatos.PDF")});
  EXPECT_EQ(nowhere.exit_code, 1);
  EXPECT_THAT(nowhere.out, HasSubstr("recorded nowhere"));
  Done({"attach", place_.Path("paatos.PDF"), "--stream", "matter-1", "--attribute", "matter=M/1",
        "--title", "Päätös"});
  const std::string shown = Done({"show", "1", "--json"});
  EXPECT_THAT(shown, AllOf(HasSubstr(kAbc), HasSubstr("\"sizeBytes\":3"),
                           HasSubstr("application/pdf"), Not(HasSubstr("paatos.PDF"))));
  place_.Write("copy", "abc");
  place_.Write("other", "abd");
  EXPECT_THAT(Done({"evidence", "find", place_.Path("copy")}),
              AllOf(HasSubstr("1 place"), HasSubstr("document.attached"),
                    HasSubstr("data.document.sha256")));
  const Ran both =
      place_.Run({"evidence", "find", place_.Path("copy"), place_.Path("other"), "--json"});
  EXPECT_EQ(both.exit_code, 1);
  EXPECT_THAT(both.out, AllOf(HasSubstr("\"sequence\":1"), HasSubstr("\"events\":[]")));
  EXPECT_EQ(place_.Run({"evidence", "find", place_.Path("no.file")}).exit_code, 2);

  MakePack("matter:M/1", "matter.evidence");
  EXPECT_THAT(Check("matter.evidence").out,
              HasSubstr(std::string(kAbc) + " 3 application/pdf 1 data.document.sha256"));
}

TEST_F(Evidence, ADocumentIsFoundByTheIndexAndAlsoWhereNoneCanBeKept) {
  Done({"attach", place_.Path("paatos.PDF"), "--stream", "matter-1"});
  const std::vector<std::string> find = {"evidence", "find", place_.Path("paatos.PDF")};
  const std::string found = Done(find);
  EXPECT_THAT(found, HasSubstr("1 place"));
  EXPECT_TRUE(std::filesystem::exists(place_.Path("ledger/documents.sqlite")));
  Done({"attach", place_.Path("paatos.PDF"), "--stream", "matter-2"});
  EXPECT_THAT(Done(find), HasSubstr("2 places"));
  EXPECT_EQ(Done({"evidence", "find", "--scan", place_.Path("paatos.PDF")}), Done(find));
  // A folder stands where the index should.
  std::filesystem::remove(place_.Path("ledger/documents.sqlite"));
  std::filesystem::create_directories(place_.Path("ledger/documents.sqlite/x"));
  const Ran scanned = place_.Run(find);
  EXPECT_EQ(scanned.exit_code, 0);
  EXPECT_THAT(scanned.out, HasSubstr("2 places"));
  EXPECT_THAT(scanned.err, HasSubstr("looking at every event"));
}

TEST_F(Evidence, NothingIsAttachedWhenOneFileCannotBeRead) {
  EXPECT_EQ(place_
                .Run({"attach", place_.Path("paatos.PDF"), place_.Path("no.file"), "--stream",
                      "matter-1"})
                .exit_code,
            2);
  EXPECT_EQ(place_.Run({"evidence", "find", place_.Path("paatos.PDF")}).exit_code, 1);
}

}  // namespace
}  // namespace sinetti
