// After an erasure nothing opens what was erased: not the ledger, its views, the vault, earlier
// exports and proofs, nor backups made before; and everything that proved something still does.
#include <gmock/gmock.h>

#include <filesystem>

#include "ledger/event/event_json.h"
#include "ledger/log/ledger.h"
#include "tests/cli/erased_scan.h"
#include "tests/cli/program.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing_support::FindKeys;
using testing_support::FindText;
using testing_support::Ran;
using testing_support::ReadFilesBelow;
using testing_support::SealedBox;
using testing_support::Workplace;

constexpr const char* kOrigin = "testi.fi/loki";
// What nobody may find afterwards, each in another kind of field.
const std::vector<std::string> kCanaries = {"KANARIA-sisalto-7341", "KANARIA-perustelu-9920",
                                            "KANARIA-salainen-4417", "KANARIA-toinen-1286"};

std::string Draft(const std::string& id, const std::string& type, const std::string& stream,
                  const std::string& client, const std::string& data) {
  return R"({"specversion":"1.0","id":")" + id + R"(","source":"urn:testi","type":")" + type +
         R"(","stream":")" + stream + R"(","client":")" + client +
         R"(","matter":"M-1","occurred":"2012-05-01","data":)" + data + "}\n";
}

std::string PlanData(const std::string& content) {
  return R"({"kind":"palvelusuunnitelma","parts":["care"],"content":)" + content + "}";
}

std::string Drafts() {
  std::string drafts;
  drafts += Draft("1", "matter.opened", "matter-1", "p-900", R"({"kind":"x","authority":"Malli"})");
  drafts += Draft("2", "plan.adopted", "matter-1", "p-900", PlanData('"' + kCanaries[0] + '"'));
  drafts += Draft("3", "decision.made", "matter-1", "p-900",
                  R"({"kind":"x","result":"refused","decidedOn":"2012-05-02","authority":"Malli",)"
                  R"("clientReasons":")" +
                      kCanaries[1] + R"(","reasons":")" + kCanaries[2] + "\"}");
  drafts += Draft("4", "plan.adopted", "matter-2", "p-901",
                  PlanData(R"({"subject":"p-900","value":")" + kCanaries[3] + "\"}"));
  drafts += Draft("5", "plan.adopted", "matter-2", "p-901", PlanData("\"jää-tallelle\""));
  return drafts;
}

class ErasureFromTheCommandLine : public ::testing::Test {
 protected:
  void SetUp() override {
    Sinetti({"init", "--origin", kOrigin});
    Import(Drafts());
    Sinetti({"access", "grant", "virasto-1", "--role", "lawyer", "--ground", "741/2023:45", "--by",
             "tietohallinto"});
  }

  // Runs and expects success.
  Ran Sinetti(const std::vector<std::string>& arguments) {
    Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, 0) << arguments[0] << ": " << ran.err;
    return ran;
  }
  // The source of an import is its owner's: it is gone before anybody looks.
  void Import(const std::string& drafts) {
    Sinetti({"import", place_.Write("drafts.ndjson", drafts)});
    fs::remove(place_.Path("drafts.ndjson"));
  }
  void Erase() {
    Sinetti({"erase", "request", "p-900", "--by", "arkisto", "--reason", "säilytysaika päättynyt"});
    Sinetti({"erase", "approve", "p-900", "--by", "tietosuojavastaava"});
  }
  Ran OpenEvent(const std::string& sequence) {
    return place_.Run({"client", "open", sequence, "--purpose", "valvonta", "--ground",
                       "741/2023:45", "--role", "tarkastaja", "--actor", "virasto-1"});
  }

  // What the only receipt tells people.
  std::string ReceiptText() const {
    std::string text;
    for (const auto& [path, content] : ReadFilesBelow(place_.Path("ledger.receipts")))
      if (path.ends_with(".txt")) text += content;
    return text;
  }

  // The sealed values of p-900 as the ledger has them.
  std::vector<SealedBox> Boxes() {
    const TypeRegistry registry = TypeRegistry::Builtin();
    auto ledger = Ledger::OpenForReading(place_.Path("ledger"));
    SINETTI_CHECK(ledger.has_value());
    const Reader reader = (*ledger)->Read();
    std::vector<SealedBox> boxes;
    ChainVerifier verifier;
    EntryCursor cursor = reader.Scan();
    while (cursor.Next()) {
      auto verified = verifier.Check(cursor.entry());
      SINETTI_CHECK(verified.has_value());
      auto event = DecodeEvent(*verified, registry);
      SINETTI_CHECK(event.has_value());
      for (const SealedField& field : SealedFields(*event)) {
        if (field.subject != "p-900" && field.subject != "stream:matter-1") continue;
        const std::string associated =
            std::string(kOrigin) + '\0' + std::string(event->stream()) + '\0' + field.path;
        const ByteView with = AsBytes(associated);
        boxes.push_back({std::string(field.subject),
                         "",
                         {field.box.begin(), field.box.end()},
                         {with.begin(), with.end()}});
      }
    }
    return boxes;
  }

  Workplace place_;
};

TEST_F(ErasureFromTheCommandLine, LeavesNoPlaintextAndNoKeyAnywhereAndEveryProofHolds) {
  const std::string scenario =
      std::string(SINETTI_SOURCE_DIR) + "/docs/scenarios/004-rovaniemi-kuntakokeilut.ndjson";
  Sinetti({"import", scenario});
  EXPECT_THAT(OpenEvent("1").out, HasSubstr(kCanaries[0]));

  // Everything that a ledger leaves behind it before the erasure.
  Sinetti({"replay"});
  for (const char* format : {"html", "json", "csv", "text", "md"})
    Sinetti({"report", "trace", "M-1", "--format", format, "-o",
             place_.Path(std::string("trace.") + format)});
  Sinetti({"export", "-o", place_.Path("bundle.ndjson")});
  Sinetti({"checkpoint", "-o", place_.Path("before.checkpoint")});
  place_.Write("ledger.vkey", Sinetti({"key", "show"}).out);
  for (const char* sequence : {"0", "1", "2", "3", "4"})
    Sinetti({"prove", "inclusion", sequence, "-o", place_.Path("event-" + std::string(sequence))});
  place_.Write("log.json", Sinetti({"log", "--limit", "0", "--json"}).out);
  const std::string size = "40";
  const std::string digests = Sinetti({"replay", "--until", size, "--digest"}).out;
  const std::string verified = Sinetti({"replay", "--rebuild", "--digest"}).out;
  fs::copy(place_.Path("ledger"), place_.Path("backup"), fs::copy_options::recursive);
  fs::create_directory(place_.Path("backup.keys"));
  for (const char* name : {"vault.log", "vault.head"})
    fs::copy_file(place_.Path(std::string("ledger.keys/") + name),
                  place_.Path(std::string("backup.keys/") + name));

  // The search finds what is still there: the vault key, which opens the boxes.
  const auto boxes = Boxes();
  ASSERT_EQ(boxes.size(), 4u);
  EXPECT_THAT(FindKeys(ReadFilesBelow(place_.Path("ledger.keys")), kOrigin, boxes), Not(IsEmpty()));
  const std::string stolen = place_.Read("ledger.keys/vault.key");
  EXPECT_EQ(FindKeys({{"hex", "x " + HexEncode(AsBytes(stolen)) + " x"},
                      {"log", place_.Read("ledger.keys/vault.log")}},
                     kOrigin, boxes)
                .size(),
            1u);
  EXPECT_EQ(FindKeys({{"base64", Base64Encode(AsBytes(stolen))},
                      {"log", place_.Read("ledger.keys/vault.log")}},
                     kOrigin, boxes)
                .size(),
            1u);
  for (const std::string& canary : kCanaries) {
    EXPECT_THAT(FindText({{"plain", "x" + canary}}, canary), Not(IsEmpty()));
    EXPECT_THAT(FindText({{"base64", Base64Encode(AsBytes("yy" + canary + "y"))}}, canary),
                Not(IsEmpty()));
  }

  Erase();
  Sinetti({"replay", "--rebuild"});

  const auto files = ReadFilesBelow(place_.Path(""));
  EXPECT_GT(files.size(), 30u);
  for (const std::string& canary : kCanaries) EXPECT_THAT(FindText(files, canary), IsEmpty());
  EXPECT_THAT(FindText(files, stolen), IsEmpty());
  EXPECT_THAT(FindKeys(files, kOrigin, boxes), IsEmpty());

  // Proofs, checkpoints and statistics are as they were.
  Sinetti({"verify", "--against", place_.Path("before.checkpoint")});
  for (const char* sequence : {"0", "1", "2", "3", "4"})
    Sinetti({"check-proof", place_.Path("event-" + std::string(sequence)), "--key",
             place_.Path("ledger.vkey")});
  EXPECT_EQ(Sinetti({"replay", "--until", size, "--digest"}).out, digests);
  EXPECT_NE(Sinetti({"replay", "--rebuild", "--digest"}).out, "");

  // An older copy of the vault beside the new key opens nothing.
  for (const char* key : {"vault.key", "signing.key"})
    fs::copy_file(place_.Path(std::string("ledger.keys/") + key),
                  place_.Path(std::string("backup.keys/") + key));
  const Ran old =
      place_.Run({"--keys", place_.Path("backup.keys"), "client", "open", "1", "--purpose", "x",
                  "--ground", "x", "--role", "x", "--actor", "virasto-1"});
  EXPECT_EQ(old.exit_code, 1) << old.err;
  EXPECT_EQ(old.out, "");
}

TEST_F(ErasureFromTheCommandLine, WhatWasErasedIsSaidToBeErased) {
  Erase();
  const Ran open = OpenEvent("1");
  EXPECT_EQ(open.exit_code, 2);
  EXPECT_THAT(open.err, HasSubstr("erased"));
  EXPECT_EQ(open.out, "");
  EXPECT_THAT(OpenEvent("4").out, HasSubstr("jää-tallelle"));
  EXPECT_THAT(Sinetti({"client", "list"}).out,
              AllOf(HasSubstr("p-900  "), HasSubstr("erased"), HasSubstr("p-901  ")));
  EXPECT_THAT(Sinetti({"show", "1"}).out, HasSubstr("sealed"));
  EXPECT_THAT(ReceiptText(),
              AllOf(HasSubstr("Todistus"), HasSubstr("p-900"), HasSubstr("stream:matter-1")));
}

TEST_F(ErasureFromTheCommandLine, AnOldVaultThatWasPutBackIsNoticedAndErasedAgain) {
  fs::copy(place_.Path("ledger.keys"), place_.Path("old"), fs::copy_options::recursive);
  Erase();
  fs::remove_all(place_.Path("ledger.keys"));
  fs::rename(place_.Path("old"), place_.Path("ledger.keys"));
  const Ran list = place_.Run({"client", "list"});
  EXPECT_EQ(list.exit_code, 1);
  EXPECT_THAT(list.out, HasSubstr("erased, but this vault has the key again"));
  const Ran open = OpenEvent("1");
  EXPECT_EQ(open.exit_code, 2);
  EXPECT_THAT(open.err, HasSubstr("old copy of the vault"));
  EXPECT_EQ(open.out, "");
  Erase();
  Sinetti({"client", "list"});
  EXPECT_THAT(OpenEvent("1").err, HasSubstr("erased"));
}

TEST_F(ErasureFromTheCommandLine, TheReceiptIsTheOneThatTheLedgerRecorded) {
  Sinetti({"erase", "request", "p-900", "--by", "arkisto", "--reason", "aika"});
  const std::string said = Sinetti({"erase", "approve", "p-900", "--by", "tsv", "--json"}).out;
  const std::size_t at = said.find("\"digest\":\"") + 10;
  const std::string digest = said.substr(at, 64);
  EXPECT_THAT(Sinetti({"log", "--type", "subject.keyDestroyed", "--json"}).out, HasSubstr(digest));
  EXPECT_THAT(ReceiptText(), HasSubstr(digest));
}

TEST_F(ErasureFromTheCommandLine, NeedsAnotherActorAndSaysWhatStandsAgainstIt) {
  Sinetti({"hold", "set", "p-900", "--by", "oikeuspalvelut", "--reason", "valitus"});
  EXPECT_THAT(Sinetti({"hold", "list"}).out, HasSubstr("p-900  oikeuspalvelut: valitus"));
  Sinetti({"erase", "request", "p-900", "--by", "arkisto", "--reason", "aika"});
  const Ran same = place_.Run({"erase", "approve", "p-900", "--by", "Arkisto"});
  EXPECT_EQ(same.exit_code, 2);
  EXPECT_THAT(same.err, HasSubstr("two different actors"));
  const Ran held = place_.Run({"erase", "approve", "p-900", "--by", "tsv"});
  EXPECT_EQ(held.exit_code, 2);
  EXPECT_THAT(held.err, AllOf(HasSubstr("valitus"), HasSubstr("--override")));
  EXPECT_THAT(OpenEvent("1").out, HasSubstr(kCanaries[0]));
  Sinetti({"hold", "release", "p-900", "--by", "oikeuspalvelut", "--reason", "lainvoima"});
  Sinetti({"erase", "approve", "p-900", "--by", "tsv"});
}

TEST_F(ErasureFromTheCommandLine, ADraftAboutAnErasedClientIsRefusedByItsLine) {
  Erase();
  const std::string file = place_.Write("again.ndjson", Drafts());
  const Ran again = place_.Run({"import", file});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_THAT(again.err, AllOf(HasSubstr("again.ndjson:2"), HasSubstr("p-900 was erased")));
  EXPECT_THAT(again.err, Not(HasSubstr("KANARIA")));
  const Ran rest = place_.Run({"import", "--keep-going", file});
  EXPECT_EQ(rest.exit_code, 2);
  EXPECT_THAT(rest.out, AllOf(HasSubstr("0 events recorded"), HasSubstr("2 were there already"),
                              HasSubstr("3 refused")));
  EXPECT_EQ(Sinetti({"verify"}).exit_code, 0);
}

TEST_F(ErasureFromTheCommandLine, RetentionListsWhatIsDueAndWhatIsHeld) {
  std::string drafts =
      Draft("k1", "plan.adopted", "matter-7", "p-7", PlanData("\"a\"")) +
      Draft("k2", "matter.closed", "matter-7", "p-7", R"({"outcome":"ratkaistu"})");
  for (std::size_t at = 0; (at = drafts.find("\"M-1\"", at)) != drafts.npos;)
    drafts.replace(at, 5, R"("M-7","retention":"sosiaalihuolto-iakkaat-10v")");
  Import(drafts);
  EXPECT_THAT(Sinetti({"retention", "due", "--as-of", "2022-05-01", "--lang", "en"}).out,
              HasSubstr("Nothing is due"));
  EXPECT_THAT(Sinetti({"retention", "due", "--as-of", "2022-05-02", "--json"}).out,
              AllOf(HasSubstr(R"("client":"p-7")"), HasSubstr(R"("state":"due")"),
                    HasSubstr(R"("keptUntil":"2022-05-01")"), HasSubstr("703/2023:27")));
  EXPECT_THAT(Sinetti({"retention", "due", "--as-of", "2022-05-02"}).out, HasSubstr("hävitettävä"));
  EXPECT_THAT(Sinetti({"retention", "due", "--as-of", "2022-05-02", "--lang", "sv"}).out,
              HasSubstr("ska gallras"));
  Sinetti({"hold", "set", "p-7", "--by", "oikeuspalvelut", "--reason", "valitus"});
  EXPECT_THAT(Sinetti({"retention", "due", "--as-of", "2022-05-02", "--lang", "en"}).out,
              AllOf(HasSubstr("held"), HasSubstr("valitus")));
  EXPECT_THAT(Sinetti({"retention", "due", "--as-of", "2020-01-01", "--all", "--json"}).out,
              HasSubstr(R"("state":"kept")"));
  EXPECT_THAT(Sinetti({"retention", "classes", "--lang", "en"}).out, HasSubstr("child protection"));
}

}  // namespace
}  // namespace sinetti
