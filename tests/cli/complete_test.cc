// Complete answers through the program: proved, checked without the ledger, and refused when
// anything was changed; ledgers of programs that had no index yet.
#include <gmock/gmock.h>

#include <rocksdb/env.h>

#include "ledger/crypto/signer.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/keys.h"
#include "ledger/log/ledger.h"
#include "ledger/store/store.h"
#include "tests/cli/program.h"
#include "tests/log/drop_family.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

std::string Scenario(const std::string& name) {
  return std::string(SINETTI_SOURCE_DIR) + "/docs/scenarios/" + name + ".ndjson";
}

// A ledger of two documents; tests that change it work in a place of their own.
class Complete : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    place_ = new Workplace;
    Fill(*place_, {});
  }
  static void TearDownTestSuite() { delete place_; }

  static void Fill(const Workplace& place, const std::vector<std::string>& options) {
    ASSERT_EQ(place.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
    for (const char* name :
         {"000-keski-suomi-yhteistoimintamalli", "003-toimielimet-ja-puuttuvat-arvot"}) {
      std::vector<std::string> arguments = {"import", Scenario(name)};
      arguments.insert(arguments.end(), options.begin(), options.end());
      const Ran ran = place.Run(arguments);
      ASSERT_EQ(ran.exit_code, 0) << ran.err;
    }
    place.Write("ledger.vkey", place.Run({"key", "show"}).out);
  }

  static Ran Check(const std::string& file) {
    return place_->Run({"check-proof", file, "--key", "ledger.vkey"});
  }
  static std::string Member(const std::string& json, const std::string& name) {
    const std::size_t at = json.find('"' + name + "\":");
    EXPECT_NE(at, std::string::npos) << name << " in " << json;
    const std::size_t begin = at + name.size() + 3;
    return json.substr(begin, json.find_first_of(",}", begin) - begin);
  }

  static Workplace* place_;
};
Workplace* Complete::place_ = nullptr;

TEST_F(Complete, ShowsAllEventsOfAKeyToSomebodyWithoutTheLedger) {
  ASSERT_EQ(
      place_->Run({"prove", "complete", "type:org.registered", "--entries", "-o", "all.proof"})
          .exit_code,
      0);
  const Ran listed = place_->Run({"log", "--type", "org.registered", "-n", "0"});
  const Ran checked = Check("all.proof");
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_THAT(checked.out,
              AllOf(HasSubstr("The proof holds. These are all"), HasSubstr(listed.out)));
  const std::string json =
      place_->Run({"check-proof", "all.proof", "--key", "ledger.vkey", "--json"}).out;
  EXPECT_THAT(json, AllOf(HasSubstr("\"proof\":\"complete\""), HasSubstr("\"events\":[{")));
  EXPECT_EQ(Member(json, "count"),
            std::to_string(std::count(listed.out.begin(), listed.out.end(), '\n')));
}

TEST_F(Complete, ShowsThatThereIsNone) {
  ASSERT_EQ(place_->Run({"prove", "absent", "client:p-0", "-o", "none.proof"}).exit_code, 0);
  const Ran checked = Check("none.proof");
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_THAT(checked.out, HasSubstr("No event of client:p-0 is among the first"));
  const Ran refused = place_->Run({"prove", "absent", "type:org.registered"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("is not absent"), HasSubstr("prove complete type:")));
}

TEST_F(Complete, BeginsAndEndsAtCheckpointsNamedBySizeOrByFile) {
  const std::string list = place_->Run({"checkpoint", "--list", "--json"}).out;
  const std::string first = list.substr(0, list.find('\n'));
  const std::string second = list.substr(list.find('\n') + 1);
  const std::string from = Member(first, "size");
  const auto json = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"prove", "complete", "type:org.registered", "-o", "p"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ran ran = place_->Run(arguments);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return place_->Run({"check-proof", "p", "--key", "ledger.vkey", "--json"}).out;
  };
  const std::string between = json({"--from", from});
  EXPECT_EQ(Member(between, "oldSize"), from);
  EXPECT_EQ(Member(between, "newSize"), Member(second, "size"));
  const std::string before = json({"--to", from});
  EXPECT_EQ(Member(before, "newSize"), from);
  EXPECT_EQ(Member(between, "before"), Member(before, "count"));
  EXPECT_EQ(std::stoi(Member(json({}), "count")),
            std::stoi(Member(before, "count")) + std::stoi(Member(between, "count")));
  ASSERT_EQ(place_->Run({"checkpoint", "-o", "kept.checkpoint"}).exit_code, 0);
  const std::string same = json({"--from", "kept.checkpoint"});
  EXPECT_EQ(Member(same, "oldSize"), Member(second, "size"));
  EXPECT_EQ(Member(same, "count"), "0");

  const Ran unknown = place_->Run({"prove", "complete", "type:org.registered", "--from", "17"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("17"));
  EXPECT_EQ(place_
                ->Run({"prove", "complete", "type:org.registered", "--from", Member(second, "size"),
                       "--to", from})
                .exit_code,
            2);
  EXPECT_EQ(place_->Run({"prove", "complete", "nonsense"}).exit_code, 2);
  EXPECT_EQ(
      place_->Run({"prove", "complete", "type:org.registered", "--from", "no.file"}).exit_code, 2);
}

TEST_F(Complete, RefusesAnAnswerThatWasChanged) {
  ASSERT_EQ(place_->Run({"prove", "complete", "type:org.registered", "--entries", "-o", "good"})
                .exit_code,
            0);
  const std::string good = place_->Read("good");
  // 1: it says what is not so; 2: it is no proof file.
  const auto refused = [&](const std::string& what, const std::string& text, int exit_code) {
    ASSERT_NE(text, good) << what;
    place_->Write("bad", text);
    const Ran ran = Check("bad");
    EXPECT_EQ(ran.exit_code, exit_code) << what << ": " << ran.out << ran.err;
  };
  std::string text = good;
  text.replace(text.find("to "), 3, "to 1");
  refused("another size", text, 1);
  text = good;
  text.replace(text.find("key type:org.registered"), 23, "key type:org.registere2");
  refused("another key", text, 2);
  text = good;
  text.erase(text.find("leaves ") + 7, 40);
  refused("an event left out", text, 1);
  text = good;
  const std::size_t entry = text.find("\nentry ") + 1;
  text.erase(entry, text.find('\n', entry) + 1 - entry);
  refused("an entry left out", text, 1);
  refused("cut", good.substr(0, good.size() - 1), 2);
}

TEST_F(Complete, VerifyRecomputesTheIndexAndARebuiltOneIsTheSame) {
  Workplace place;
  Fill(place, {});
  const Ran before = place.Run({"prove", "complete", "type:org.registered"});
  EXPECT_THAT(place.Run({"verify"}).out, HasSubstr("index: the roots in 2 checkpoints recomputed"));
  EXPECT_EQ(Member(place.Run({"verify", "--json"}).out, "indexRoots"), "2");
  // One that is kept elsewhere as well counts once.
  ASSERT_EQ(place.Run({"checkpoint", "-o", "kept"}).exit_code, 0);
  EXPECT_EQ(Member(place.Run({"verify", "--against", "kept", "--json"}).out, "indexRoots"), "2");
  testing_support::DropStoreFamily(rocksdb::Env::Default(), place.Path("ledger"), "index");
  const Ran gone = place.Run({"prove", "complete", "type:org.registered"});
  EXPECT_EQ(gone.exit_code, 2);
  EXPECT_THAT(gone.err, HasSubstr("sinetti checkpoint"));
  EXPECT_EQ(place.Run({"verify"}).exit_code, 0);
  ASSERT_EQ(place.Run({"checkpoint"}).exit_code, 0);
  EXPECT_EQ(place.Run({"prove", "complete", "type:org.registered"}).out, before.out);
  ASSERT_EQ(place.Run({"checkpoint", "--rebuild-index"}).exit_code, 0);
  EXPECT_EQ(place.Run({"prove", "complete", "type:org.registered"}).out, before.out);
}

TEST_F(Complete, OpensAndVerifiesLedgersFromBeforeTheIndex) {
  Workplace place;
  Fill(place, {"--no-checkpoint"});
  {
    SystemClock clock;
    auto ledger = Ledger::OpenForWriting(place.Path("ledger"), clock);
    ASSERT_TRUE(ledger.has_value()) << ledger.error().message;
    auto signer = FileSigner::Open(place.Path("ledger.keys/signing.key"));
    ASSERT_TRUE(signer.has_value()) << signer.error().message;
    ASSERT_TRUE((*ledger)->SignCheckpoint(*signer, clock).has_value());
  }
  testing_support::DropStoreFamily(rocksdb::Env::Default(), place.Path("ledger"), "index");
  const std::string old = place.Run({"checkpoint", "--list", "--json"}).out;
  EXPECT_EQ(Member(old, "index"), "\"\"");

  const Ran verified = place.Run({"verify"});
  EXPECT_EQ(verified.exit_code, 0) << verified.out << verified.err;
  EXPECT_THAT(verified.out, AllOf(HasSubstr("intact"), Not(HasSubstr("index:"))));
  const Ran refused = place.Run({"prove", "complete", "type:org.registered"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("no checkpoint carries an index yet"),
                                 HasSubstr("sinetti checkpoint")));
  ASSERT_EQ(place.Run({"prove", "inclusion", "3", "-o", "old.proof"}).exit_code, 0);

  // The same tree, signed again with the index; what was signed before holds as it did.
  ASSERT_EQ(place.Run({"checkpoint"}).exit_code, 0);
  const std::string now = place.Run({"checkpoint", "--list", "--json"}).out;
  EXPECT_EQ(Member(now, "size"), Member(old, "size"));
  EXPECT_EQ(Member(now, "root"), Member(old, "root"));
  EXPECT_NE(Member(now, "index"), "\"\"");
  EXPECT_EQ(place.Run({"prove", "complete", "type:org.registered", "-o", "all.proof"}).exit_code,
            0);
  for (const char* proof : {"old.proof", "all.proof"})
    EXPECT_EQ(place.Run({"check-proof", proof, "--key", "ledger.vkey"}).exit_code, 0) << proof;
  EXPECT_THAT(place.Run({"verify"}).out, HasSubstr("index: the roots in 1 checkpoint"));
}

// Some events come after the newest checkpoint, which no index has.
TEST_F(Complete, LogListsTheSameWithTheIndexAndWithoutIt) {
  Workplace place;
  Fill(place, {});
  ASSERT_EQ(place.Run({"import", Scenario("002-ehdotukset-ja-paikat")}).exit_code, 0);
  ASSERT_EQ(place.Run({"import", Scenario("100-valvonta"), "--no-checkpoint"}).exit_code, 0);
  const auto lists = [&] {
    std::vector<std::string> found;
    for (const std::vector<std::string>& filter :
         {std::vector<std::string>{"--provider", "apu-malli"},
          {"--provider", "tuottaja-002"},
          {"--matter", "HVA-K/77/2025"},
          {"--matter", "LVV-K/101/2026", "--type", "decision."},
          {"--type", "rule.versionInForce"},
          {"--unit", "nobody"}})
      for (const std::vector<std::string>& way :
           {std::vector<std::string>{"-n", "0"}, {"-n", "3"}, {"--reverse"}, {"--from", "200"}}) {
        std::vector<std::string> arguments = {"log"};
        arguments.insert(arguments.end(), filter.begin(), filter.end());
        arguments.insert(arguments.end(), way.begin(), way.end());
        const Ran ran = place.Run(arguments);
        EXPECT_EQ(ran.exit_code, 0) << ran.err;
        found.push_back(ran.out);
      }
    return found;
  };
  const std::vector<std::string> with = lists();
  EXPECT_THAT(with[0], HasSubstr("apu-malli"));
  testing_support::DropStoreFamily(rocksdb::Env::Default(), place.Path("ledger"), "index");
  EXPECT_EQ(lists(), with);
}

// The keeper signs an index that leaves events out: whoever recomputes it finds the signature.
TEST_F(Complete, AnIndexThatLeavesEventsOutIsFoundAndNotCosigned) {
  Workplace place;
  Fill(place, {});
  ASSERT_EQ(place.Run({"checkpoint", "-o", "true.checkpoint"}).exit_code, 0);
  auto signer = FileSigner::Open(place.Path("ledger.keys/signing.key"));
  ASSERT_TRUE(signer.has_value());
  Checkpoint checkpoint = OpenCheckpoint(place.Read("true.checkpoint"), signer->key()).value();
  checkpoint.index_root->bytes[0] ^= 1;
  const std::string forged = SignCheckpoint(checkpoint, *signer).value();
  {
    auto store = Store::Open(place.Path("ledger"), {.mode = StoreOptions::Mode::kWrite}).value();
    Batch batch = store->NewBatch();
    batch.Put(Family::kCheckpoints, CheckpointKey(checkpoint.size), AsBytes(forged));
    ASSERT_TRUE(store->Commit(std::move(batch)).has_value());
  }
  const Ran verified = place.Run({"verify"});
  EXPECT_EQ(verified.exit_code, 1);
  EXPECT_THAT(verified.out, HasSubstr("may leave events out"));
  EXPECT_EQ(place.Run({"prove", "complete", "type:org.registered"}).exit_code, 1);

  const auto witness = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "witness");
    arguments.insert(arguments.end(), {"--state", "w"});
    return place.Run(arguments);
  };
  ASSERT_EQ(witness({"init", "--full", "--name", "todistaja.fi/w"}).exit_code, 0);
  ASSERT_EQ(witness({"add-log", "ledger.vkey"}).exit_code, 0);
  const Ran cosigned = witness({"cosign", "--replay"});
  EXPECT_EQ(cosigned.exit_code, 1) << cosigned.out << cosigned.err;
  EXPECT_THAT(cosigned.err, HasSubstr("may leave events out"));
}

}  // namespace
}  // namespace sinetti
