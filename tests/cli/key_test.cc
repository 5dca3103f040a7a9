// Key files under a passphrase, through the program: made so, put under one, taken off; the
// passphrase from a file, from the environment, from the terminal; and nothing opened without it.
#include <gmock/gmock.h>
#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using testing_support::Ran;
using testing_support::Workplace;

constexpr char kRight[] = "oikea hevonen paristo niitti";

class KeysUnderAPassphrase : public ::testing::Test {
 protected:
  void SetUp() override {
    PutPrivate("right", std::string(kRight) + "\n");
    PutPrivate("wrong", "väärä hevonen paristo niitti\n");
  }
  Ran Expect(int exit_code, const std::vector<std::string>& arguments) {
    const Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, exit_code) << arguments[0] << ": " << ran.out << ran.err;
    EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("hevonen")));
    return ran;
  }
  void PutPrivate(const std::string& name, const std::string& text) {
    chmod(place_.Write(name, text).c_str(), 0600);
  }
  Ran Record(int exit_code, const std::string& stream, const std::string& passphrase_file) {
    std::vector<std::string> arguments{"record", "org.registered", "--stream", stream,
                                       "--set",  "orgId=c",        "--set",    "name=X",
                                       "--set",  "sector=public"};
    if (!passphrase_file.empty()) {
      arguments.push_back("--passphrase-file");
      arguments.push_back(passphrase_file);
    }
    return Expect(exit_code, arguments);
  }
  std::string KeyText() { return place_.Read("ledger.keys/signing.key"); }

  Workplace place_;
};

TEST_F(KeysUnderAPassphrase, AreMadeSoAndSignOnlyWithIt) {
  Expect(0, {"init", "--origin", "testi.fi/loki", "--encrypt", "--passphrase-file", "right"});
  EXPECT_THAT(KeyText(), StartsWith("sinetti.fi/encrypted-key@v1\nkey testi.fi/loki+"));
  Record(0, "a", "right");
  Expect(0, {"verify"});
  EXPECT_THAT(Expect(0, {"key", "show"}).out, StartsWith("testi.fi/loki+"));

  const Ran wrong = Expect(3, {"checkpoint", "--passphrase-file", "wrong"});
  EXPECT_THAT(wrong.err, HasSubstr("the passphrase does not open it"));
  EXPECT_THAT(Expect(3, {"checkpoint"}).err, HasSubstr("there is no terminal to ask on"));
  EXPECT_THAT(Expect(3, {"checkpoint", "--passphrase-file", "absent"}).err, HasSubstr("absent"));
  chmod(place_.Path("right").c_str(), 0644);
  EXPECT_THAT(Expect(3, {"checkpoint", "--passphrase-file", "right"}).err, HasSubstr("chmod 600"));
}

TEST_F(KeysUnderAPassphrase, ArePutUnderItTakenOffAndPutUnderAnother) {
  Expect(0, {"init", "--origin", "testi.fi/loki"});
  const std::string plain = KeyText();
  EXPECT_THAT(Expect(2, {"key", "decrypt"}).err, HasSubstr("has no passphrase"));
  Expect(0, {"key", "encrypt", "--passphrase-file", "right"});
  EXPECT_THAT(KeyText(), Not(HasSubstr("PRIVATE")));
  EXPECT_THAT(Expect(2, {"key", "encrypt", "--passphrase-file", "right"}).err,
              HasSubstr("already"));
  const std::string under_right = KeyText();
  Expect(3, {"key", "change-passphrase", "--passphrase-file", "wrong", "--new-passphrase-file",
             "right"});
  Expect(3, {"key", "decrypt", "--passphrase-file", "wrong"});
  EXPECT_EQ(KeyText(), under_right);
  PutPrivate("short", "lyhyt\n");
  PutPrivate("lines", "ensimmäinen rivi\ntoinen rivi\n");
  for (const char* bad : {"short", "lines"})
    Expect(2, {"key", "change-passphrase", "--passphrase-file", "right", "--new-passphrase-file",
               bad});
  EXPECT_EQ(KeyText(), under_right);
  Expect(0, {"key", "change-passphrase", "--passphrase-file", "right", "--new-passphrase-file",
             "wrong"});
  Expect(3, {"key", "decrypt", "--passphrase-file", "right"});
  Expect(0, {"key", "decrypt", "--passphrase-file", "wrong"});
  EXPECT_EQ(KeyText(), plain);
}

TEST_F(KeysUnderAPassphrase, ReadItFromTheEnvironment) {
  Expect(0, {"init", "--origin", "testi.fi/loki", "--encrypt", "--passphrase-file", "right"});
  // The test's runner takes the variable away from the program; so it comes through env.
  const std::string command = "cd " + place_.Path("") + " && SINETTI_PASSPHRASE='" + kRight + "' " +
                              SINETTI_PROGRAM + " -q checkpoint > out 2> err";
  EXPECT_EQ(std::system(command.c_str()), 0) << place_.Read("err");
}

TEST_F(KeysUnderAPassphrase, OfActorsAndWitnessesAsWell) {
  Expect(0, {"init", "--origin", "testi.fi/loki"});
  place_.Write("ledger.vkey", Expect(0, {"key", "show"}).out);
  place_.Write("actor.vkey", Expect(0, {"actor", "keygen", "malli.fi/v", "-o", "actor.key",
                                        "--encrypt", "--passphrase-file", "right"})
                                 .out);
  Expect(0, {"actor", "register", "actor.vkey", "--kind", "office"});
  const auto sign = [&](int exit_code, const std::string& passphrase) {
    return Expect(exit_code,
                  {"record", "org.registered", "--stream", "c", "--set", "orgId=c", "--set",
                   "name=X", "--set", "sector=public", "--sign-as", "malli.fi/v", "--actor-key",
                   "actor.key", "--actor-passphrase-file", passphrase});
  };
  sign(3, "wrong");
  EXPECT_THAT(Expect(0, {"status"}).out, Not(HasSubstr("2 events")));
  sign(0, "right");

  Expect(0,
         {"witness", "init", "--name", "w.example/1", "--encrypt", "--passphrase-file", "right"});
  Expect(0, {"witness", "add-log", "ledger.vkey"});
  Expect(0, {"checkpoint", "-o", "c.txt"});
  Expect(3, {"witness", "cosign", "c.txt", "--passphrase-file", "wrong"});
  EXPECT_THAT(Expect(0, {"witness", "status"}).out, HasSubstr("nothing seen yet"));
  EXPECT_THAT(Expect(0, {"witness", "cosign", "c.txt", "--passphrase-file", "right"}).out,
              HasSubstr("w.example/1"));
}

// What a person sees who types `answers` at the prompts.
std::pair<int, std::string> Typed(const Workplace& place, const std::vector<std::string>& arguments,
                                  const std::string& answers) {
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    if (chdir(place.Path("").c_str()) != 0) _exit(126);
    for (const char* name :
         {"SINETTI_LEDGER", "SINETTI_KEYS", "SINETTI_PASSPHRASE", "SINETTI_PASSPHRASE_FILE"})
      unsetenv(name);
    std::vector<char*> argv{const_cast<char*>("sinetti")};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(SINETTI_PROGRAM, argv.data());
    _exit(127);
  }
  std::string seen;
  std::size_t asked = 0;
  std::string_view left = answers;
  char block[512];
  for (ssize_t got; (got = read(terminal, block, sizeof block)) > 0;) {
    seen.append(block, static_cast<std::size_t>(got));
    for (std::size_t at; (at = seen.find(": ", asked)) != seen.npos && !left.empty();) {
      asked = at + 2;
      const std::size_t end = left.find('\n') + 1;
      if (write(terminal, left.data(), end) < 0) break;
      left.remove_prefix(end);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  close(terminal);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, seen};
}

TEST_F(KeysUnderAPassphrase, AreAskedForOnATerminalWithoutEcho) {
  Expect(0, {"init", "--origin", "testi.fi/loki"});
  const auto [differ, two] =
      Typed(place_, {"key", "encrypt"}, "ensimmäinen yritys\ntoinen yritys xx\n");
  EXPECT_EQ(differ, 2);
  EXPECT_THAT(two, AllOf(HasSubstr("New passphrase: "), HasSubstr("Once more: "),
                         HasSubstr("differ"), Not(HasSubstr("yritys"))));
  EXPECT_THAT(KeyText(), StartsWith("PRIVATE"));
  const std::string twice = std::string(kRight) + "\n" + kRight + "\n";
  const auto [same, shown] = Typed(place_, {"key", "encrypt"}, twice);
  EXPECT_EQ(same, 0) << shown;
  EXPECT_THAT(shown, Not(HasSubstr("hevonen")));
  Expect(0, {"checkpoint", "--passphrase-file", "right"});
  // With a slip of the finger, taken back.
  const auto [signed_one, said] = Typed(place_, {"checkpoint"}, std::string(kRight) + "x\x7f\n");
  EXPECT_EQ(signed_one, 0) << said;
  const auto [cancelled, gone] = Typed(place_, {"checkpoint"}, "\x03\n");
  EXPECT_EQ(cancelled, 3) << gone;
}

}  // namespace
}  // namespace sinetti
