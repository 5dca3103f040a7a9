// Witnesses through the program: what they cosign, refuse and keep, that no answer leaves them
// before it is remembered, and what the keeper of the ledger does with a cosignature.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using testing_support::Ran;
using testing_support::Workplace;

class Witnessing : public ::testing::Test {
 protected:
  void SetUp() override {
    Expect(0, {"init", "--origin", "testi.fi/loki"});
    place_.Write("ledger.vkey", Expect(0, {"key", "show"}).out);
    Grow("first.checkpoint");
    place_.Write("w.vkey", Expect(0, {"witness", "init", "--name", "todistaja.fi/w"}).out);
    Expect(0, {"witness", "add-log", "ledger.vkey"});
  }

  Ran Expect(int exit_code, const std::vector<std::string>& arguments) {
    const Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, exit_code) << arguments[0] << ": " << ran.out << ran.err;
    return ran;
  }

  // One more event and a checkpoint that covers it.
  void Grow(const std::string& checkpoint, const std::string& ledger = "ledger") {
    const std::string id = "o" + std::to_string(++events_);
    Expect(0, {"-l", ledger, "record", "org.registered", "--stream", id, "--set", "orgId=" + id,
               "--set", "name=X", "--set", "sector=public"});
    Expect(0, {"-l", ledger, "checkpoint", "-o", checkpoint});
  }
  void CopyLedger(const std::string& to) {
    fs::copy(place_.Path("ledger"), place_.Path(to), fs::copy_options::recursive);
    fs::copy(place_.Path("ledger.keys"), place_.Path(to + ".keys"), fs::copy_options::recursive);
  }

  Workplace place_;
  int events_ = 0;
};

TEST_F(Witnessing, CosignsAsTheLedgerGrowsAndSaysWhatItHasSeen) {
  EXPECT_THAT(Expect(0, {"witness", "status"}).out, HasSubstr("nothing seen yet"));
  const Ran first = Expect(0, {"witness", "cosign", "first.checkpoint"});
  EXPECT_THAT(first.out,
              AllOf(StartsWith("testi.fi/loki\n1\n"), HasSubstr("\u2014 todistaja.fi/w ")));
  Grow("second.checkpoint");
  Expect(0, {"prove", "consistency", "1", "2", "-o", "grew.proof"});
  Expect(0, {"witness", "cosign", "grew.proof", "-o", "second.cosigned"});
  EXPECT_THAT(place_.Read("second.cosigned"), StartsWith(place_.Read("second.checkpoint")));
  EXPECT_THAT(Expect(0, {"witness", "status"}).out, HasSubstr("2 entries of testi.fi/loki"));
  const std::string json = Expect(0, {"witness", "status", "--json"}).out;
  EXPECT_THAT(json, AllOf(HasSubstr("\"mode\":\"light\""), HasSubstr("\"size\":2"),
                          HasSubstr("\"contradictions\":[]")));
}

TEST_F(Witnessing, RefusesWithTheNextStep) {
  EXPECT_THAT(Expect(2, {"witness", "cosign"}).err, HasSubstr("--replay"));
  EXPECT_THAT(Expect(2, {"witness", "cosign", "w.vkey"}).err, HasSubstr("w.vkey"));
  EXPECT_THAT(Expect(2, {"witness", "status", "--state", "nowhere"}).err,
              HasSubstr("sinetti witness init"));
  EXPECT_THAT(Expect(2, {"witness", "init", "--name", "a.fi/b"}).err, HasSubstr("there already"));
  Expect(2, {"witness", "init", "--name", "a b", "--state", "other"});
  EXPECT_FALSE(fs::exists(place_.Path("other")));
  EXPECT_THAT(Expect(2, {"witness", "add-log", "w.vkey"}).err, HasSubstr("a witness's key"));
  EXPECT_THAT(Expect(2, {"verify", "--key", "w.vkey"}).err, HasSubstr("a witness's key"));

  Expect(0, {"witness", "cosign", "first.checkpoint"});
  Grow("second.checkpoint");
  EXPECT_THAT(Expect(2, {"witness", "cosign", "second.checkpoint"}).err,
              HasSubstr("next: sinetti prove consistency 1 2"));
  Expect(0, {"init", "--origin", "toinen.fi/loki", "-l", "b"});
  Expect(0, {"-l", "b", "checkpoint", "-o", "b.checkpoint"});
  EXPECT_THAT(Expect(2, {"witness", "cosign", "b.checkpoint"}).err,
              HasSubstr("sinetti witness add-log"));
}

TEST_F(Witnessing, KeepsAForkThatAnybodyCanCheckAndRaisesAnAlarmUntilItIsTakenAway) {
  CopyLedger("other");
  Grow("second.checkpoint");
  Grow("forked.checkpoint", "other");
  Expect(0, {"prove", "consistency", "1", "2", "-o", "grew.proof"});
  Expect(0, {"-l", "other", "prove", "consistency", "1", "2", "-o", "forked.proof"});
  Expect(0, {"witness", "cosign", "first.checkpoint"});
  Expect(0, {"witness", "cosign", "grew.proof"});

  const Ran ran = Expect(1, {"witness", "cosign", "forked.proof", "-o", "forked.cosigned"});
  EXPECT_THAT(ran.out, AllOf(HasSubstr("Not cosigned: contradiction"), HasSubstr("fork")));
  EXPECT_FALSE(fs::exists(place_.Path("forked.cosigned")));
  EXPECT_THAT(Expect(1, {"witness", "cosign", "forked.proof", "--json"}).out,
              HasSubstr("\"cosigned\":false,\"contradiction\":\"fork\""));
  EXPECT_THAT(Expect(1, {"witness", "status"}).out, HasSubstr("contradiction kept in"));
  const std::string kept = fs::directory_iterator(place_.Path("witness/contradictions"))->path();
  EXPECT_THAT(Expect(0, {"check-proof", kept, "--key", "ledger.vkey"}).out,
              HasSubstr("what cannot both be true: fork"));
  EXPECT_THAT(Expect(0, {"check-proof", kept, "--key", "ledger.vkey", "--json"}).out,
              HasSubstr("\"kind\":\"fork\""));
}

TEST_F(Witnessing, NoticesALedgerThatWasSetBackAndGrewAgain) {
  CopyLedger("old");
  Grow("second.checkpoint");
  Grow("third.checkpoint");
  Expect(0, {"witness", "cosign", "third.checkpoint"});
  // Restored from the old copy, and writing goes on: fewer entries at a later time.
  Grow("again.checkpoint", "old");
  EXPECT_THAT(Expect(1, {"witness", "cosign", "again.checkpoint"}).out, HasSubstr("set back"));
  EXPECT_THAT(Expect(1, {"-l", "old", "witness", "cosign", "--replay"}).err,
              HasSubstr("is not intact"));
}

class FullWitnessing : public Witnessing {
 protected:
  void SetUp() override {
    Witnessing::SetUp();
    Expect(0, {"witness", "init", "--full", "--name", "tarkastaja.fi/w", "--state", "full"});
    Expect(0, {"witness", "add-log", "ledger.vkey", "--state", "full"});
  }
};

TEST_F(FullWitnessing, CosignsWhatItRecomputedFromTheStoredBytes) {
  EXPECT_THAT(Expect(2, {"witness", "cosign", "first.checkpoint", "--state", "full"}).err,
              HasSubstr("--replay"));
  Expect(0, {"witness", "cosign", "--replay", "first.checkpoint", "--state", "full"});
  Grow("second.checkpoint");
  Grow("third.checkpoint");
  // No proof file: the ledger itself shows that it grew.
  const Ran ran = Expect(0, {"witness", "cosign", "--replay", "--state", "full", "--json"});
  EXPECT_THAT(ran.out, AllOf(HasSubstr("\"cosigned\":true"), HasSubstr("\"size\":3")));
  EXPECT_THAT(
      Expect(2, {"witness", "cosign", "--replay", "first.checkpoint", "--state", "full"}).err,
      HasSubstr("older"));
}

TEST_F(FullWitnessing, RefusesACheckpointThatTheLedgerDoesNotKeep) {
  CopyLedger("other");
  Grow("second.checkpoint");
  Grow("forked.checkpoint", "other");
  EXPECT_THAT(
      Expect(1, {"witness", "cosign", "--replay", "forked.checkpoint", "--state", "full"}).err,
      HasSubstr("keeps another checkpoint"));
  Expect(0, {"witness", "cosign", "--replay", "--state", "full"});
  // A fork that the other copy keeps is evidence, not just a finding.
  EXPECT_THAT(Expect(1, {"-l", "other", "witness", "cosign", "--replay", "--state", "full"}).out,
              HasSubstr("fork"));
}

TEST_F(FullWitnessing, RefusesALedgerWithADamagedByte) {
  Expect(0, {"witness", "cosign", "--replay", "--state", "full"});
  Grow("second.checkpoint");
  // Somewhere in the entries that the store keeps: in its files, whichever it wrote.
  int refused = 0;
  for (const auto& file : fs::directory_iterator(place_.Path("ledger/store"))) {
    if (file.path().extension() != ".log" && file.path().extension() != ".sst") continue;
    std::string bytes = place_.Read("ledger/store/" + file.path().filename().string());
    const std::size_t at = bytes.find("org.registered");
    if (at == bytes.npos) continue;
    bytes[at] ^= 0x20;
    place_.Write("ledger/store/" + file.path().filename().string(), bytes);
    const Ran ran = place_.Run({"witness", "cosign", "--replay", "--state", "full"});
    EXPECT_NE(ran.exit_code, 0);
    EXPECT_THAT(ran.out, Not(HasSubstr("\u2014 ")));
    ++refused;
    break;
  }
  EXPECT_EQ(refused, 1);
  EXPECT_THAT(Expect(0, {"witness", "status", "--state", "full"}).out, HasSubstr("1 entries"));
}

class Policies : public Witnessing {
 protected:
  void SetUp() override {
    Witnessing::SetUp();
    place_.Write("w2.vkey",
                 Expect(0, {"witness", "init", "--name", "toinen.fi/w", "--state", "w2"}).out);
    Expect(0, {"witness", "add-log", "ledger.vkey", "--state", "w2"});
    const std::string known = "log " + place_.Read("ledger.vkey") + "witness a " +
                              place_.Read("w.vkey") + "witness b " + place_.Read("w2.vkey");
    place_.Write("one.policy", known + "group g any a b\nquorum g\n");
    place_.Write("both.policy", known + "group g all a b\nquorum g\n");
    Expect(0, {"witness", "cosign", "first.checkpoint", "-o", "a.cosigned"});
    Expect(0, {"witness", "cosign", "first.checkpoint", "--state", "w2", "-o", "b.cosigned"});
  }
};

TEST_F(Policies, AttachedCosignaturesTravelWithProofsAndExports) {
  Expect(0, {"prove", "inclusion", "0", "-o", "before.proof"});
  EXPECT_THAT(Expect(1, {"check-proof", "before.proof", "--policy", "one.policy"}).err,
              HasSubstr("cosigned by nobody"));
  EXPECT_THAT(Expect(1, {"verify", "--policy", "one.policy"}).out, HasSubstr("not witnessed"));

  EXPECT_THAT(Expect(0, {"checkpoint", "--attach", "a.cosigned", "--policy", "both.policy"}).out,
              AllOf(HasSubstr("cosigned by a at "), HasSubstr("not enough yet")));
  Expect(0, {"prove", "inclusion", "0", "-o", "one.proof"});
  Expect(0, {"check-proof", "one.proof", "--policy", "one.policy"});
  EXPECT_THAT(Expect(1, {"check-proof", "one.proof", "--policy", "both.policy"}).err,
              HasSubstr("asked for: 2 of (a, b)"));

  const std::string json = Expect(0, {"checkpoint", "--attach", "b.cosigned", "--policy",
                                      "both.policy", "--json", "-o", "all.checkpoint"})
                               .out;
  EXPECT_THAT(json, AllOf(HasSubstr("\"cosignatures\":2"), HasSubstr("\"quorum\":true")));
  EXPECT_THAT(place_.Read("all.checkpoint"),
              AllOf(StartsWith(place_.Read("first.checkpoint")), HasSubstr("toinen.fi/w")));
  // Again: nothing is added twice.
  Expect(0, {"checkpoint", "--attach", "b.cosigned", "--policy", "both.policy", "-o", "again"});
  EXPECT_EQ(place_.Read("again"), place_.Read("all.checkpoint"));

  Grow("second.checkpoint");
  Expect(0, {"prove", "inclusion", "0", "-o", "newer.proof"});
  Expect(1, {"check-proof", "newer.proof", "--policy", "one.policy"});  // not cosigned yet
  EXPECT_THAT(Expect(0, {"verify", "--policy", "both.policy"}).out,
              HasSubstr("witnessed: 1 events"));
  EXPECT_THAT(Expect(0, {"verify", "--policy", "both.policy", "--json"}).out,
              HasSubstr("\"policyMet\":true,\"witnessed\":1"));
  EXPECT_THAT(Expect(0, {"export"}).out, HasSubstr("todistaja.fi/w"));
  Expect(0, {"verify", "--against", "all.checkpoint"});
}

TEST_F(Policies, TakesNothingThatIsNotRight) {
  const std::string good = place_.Read("a.cosigned");
  const auto refused = [&](int exit_code, const std::string& text, const std::string& words) {
    place_.Write("bad", text);
    const Ran ran = Expect(exit_code, {"checkpoint", "--attach", "bad", "--policy", "one.policy"});
    EXPECT_THAT(ran.err, HasSubstr(words));
  };
  refused(2, place_.Read("first.checkpoint"), "no witness of the policy");
  std::string changed = good;
  changed[changed.size() - 5] = changed[changed.size() - 5] == 'A' ? 'B' : 'A';
  refused(1, changed, "is wrong");
  changed = good;
  changed[changed.find("\n1\n") + 1] = '2';
  refused(1, changed, "is wrong");
  EXPECT_THAT(Expect(2, {"checkpoint", "--attach", "a.cosigned"}).err, HasSubstr("--policy"));
  EXPECT_THAT(Expect(2, {"checkpoint", "--attach", "a.cosigned", "--policy", "w.vkey"}).err,
              HasSubstr("policy, line 1"));
  // Nothing was stored on the way.
  Expect(0, {"checkpoint", "-o", "now"});
  EXPECT_EQ(place_.Read("now"), place_.Read("first.checkpoint"));
  Expect(2, {"check-proof", "a.cosigned"});
}

// Starts the program and kills it after a moment; what it said until then.
std::string RunAndKill(const Workplace& place, std::chrono::microseconds life,
                       const std::vector<std::string>& arguments) {
  const std::string out = place.Path(".killed");
  const pid_t child = fork();
  if (child == 0) {
    if (chdir(place.Path(".").c_str()) != 0 || freopen(out.c_str(), "w", stdout) == nullptr ||
        freopen("/dev/null", "w", stderr) == nullptr)
      _exit(126);
    std::vector<char*> argv{const_cast<char*>("sinetti")};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(SINETTI_PROGRAM, argv.data());
    _exit(127);
  }
  std::this_thread::sleep_for(life);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  return place.Read(".killed");
}

TEST_F(Witnessing, HasRememberedWhatItAnsweredHoweverItIsKilled) {
  Expect(0, {"witness", "cosign", "first.checkpoint"});
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  std::uint64_t seen = 1;
  int answered = 0, ahead = 0;
  // How long a whole run takes here, so that kills fall everywhere in it.
  const auto begin = std::chrono::steady_clock::now();
  Expect(0, {"witness", "cosign", "first.checkpoint"});
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  for (int round = 0; round < 25; ++round) {
    const std::uint64_t size = static_cast<std::uint64_t>(events_) + 1;
    Grow("next.checkpoint");
    Expect(0, {"prove", "consistency", std::to_string(seen), std::to_string(size), "-o", "p"});
    const auto life = whole * std::uniform_int_distribution<int>(60, 260)(random) / 100;
    const std::string answer = RunAndKill(place_, life, {"witness", "cosign", "p"});
    const std::string status = Expect(0, {"witness", "status", "--json"}).out;
    const bool remembered = status.find("\"size\":" + std::to_string(size)) != status.npos;
    const bool got_answer = answer.find("\u2014 todistaja.fi/w") != answer.npos;
    EXPECT_TRUE(remembered || !got_answer) << "answered and forgot; seed " << seed;
    answered += got_answer ? 1 : 0;
    ahead += remembered && !got_answer ? 1 : 0;
    if (remembered) {
      seen = size;
      // Whoever did not get the answer asks again, and gets it.
      Expect(0, {"witness", "cosign", "next.checkpoint"});
    }
  }
  std::printf("seed %u: %d answers, %d times remembered and not answered\n", seed, answered, ahead);
}

TEST_F(Witnessing, AnswersNothingWhenTheDiskIsFull) {
  Expect(0, {"witness", "cosign", "first.checkpoint"});
  Grow("second.checkpoint");
  Expect(0, {"prove", "consistency", "1", "2", "-o", "grew.proof"});
  place_.LimitFiles(100);
  const Ran ran = place_.Run({"witness", "cosign", "grew.proof"});
  EXPECT_EQ(ran.exit_code, 3) << ran.err;
  EXPECT_EQ(ran.out, "");
  place_.LimitFiles(0);
  EXPECT_THAT(Expect(0, {"witness", "status"}).out, HasSubstr("1 entries of testi.fi/loki"));
  Expect(0, {"witness", "cosign", "grew.proof"});
}

}  // namespace
}  // namespace sinetti
