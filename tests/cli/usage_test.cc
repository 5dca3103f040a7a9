// How the program is asked: options, commands, completion, help, and what it cannot mean.
#include <gmock/gmock.h>

#include <cstdlib>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing_support::Ran;
using testing_support::Workplace;

class Usage : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(place_.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  }

  Workplace place_;
};

// Completes the last word, as bash would.
std::string Completed(const Workplace& place, const std::string& words) {
  place.Write("completion.bash", place.Run({"completion", "bash"}).out);
  place.Write("try.bash", "source completion.bash\nCOMP_WORDS=(" + words +
                              ")\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n_sinetti\n"
                              "echo \"${COMPREPLY[*]}\" > completed\n");
  const std::string command = "cd '" + place.Path("") + "' && bash try.bash";
  EXPECT_EQ(std::system(command.c_str()), 0);
  return place.Read("completed");
}

TEST_F(Usage, CompletesCommandsOptionsAndValuesWhateverStandsBefore) {
  EXPECT_EQ(Completed(place_, "sinetti im"), "import\n");
  EXPECT_EQ(Completed(place_, "sinetti -l region im"), "import\n");
  EXPECT_EQ(Completed(place_, "sinetti -l import --json ver"), "verify\n");
  EXPECT_EQ(Completed(place_, "sinetti --lang sv import a.ndjson --map"), "--mapping\n");
  EXPECT_EQ(Completed(place_, "sinetti -l region prove cons"), "consistency\n");
  EXPECT_EQ(Completed(place_, "sinetti report funding --format h"), "html\n");
  EXPECT_EQ(Completed(place_, "sinetti import --lang s"), "sv\n");
  EXPECT_EQ(Completed(place_, "sinetti import --led"), "--ledger\n");
  EXPECT_EQ(Completed(place_, "sinetti import --mapping completion.b"), "completion.bash\n");
}

// An audit for a check that does not exist must not say that nothing is open, and no number may
// bring the program down.
TEST_F(Usage, RefusesWhatItCannotMean) {
  const auto refused = [&](const std::vector<std::string>& arguments, const std::string& part) {
    const Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, 2) << arguments[0] << ": " << ran.out << ran.err;
    EXPECT_THAT(ran.err, AllOf(::testing::StartsWith("sinetti: "), HasSubstr(part)));
    EXPECT_EQ(ran.out, "");
  };
  refused({"audit", "--check", "R-NONE"}, "there is no check 'R-NONE'");
  refused({"replay", "--until", "99999"}, "--until 99999");
  refused({"replay", "--view", "volum"}, "did you mean `volume`?");
  refused({"replay", "--rebuild", "--as-of", "2026-03-01"}, "--rebuild makes the current views");
  refused({"replay", "--accept-difference"}, "belongs to --rebuild");
  refused({"replay", "-o", "x.sqlite"}, "--output keeps an earlier state");
  refused({"report", "funding", "--until", "99999"}, "--until 99999");
  refused({"log", "--limit", "-1"}, "from 0 on");
  refused({"log", "--from", "-1"}, "from 0 on");
  refused({"import", "--rejects", "r", "x"}, "--keep-going");
  refused({"types", "decision.mad"}, "did you mean `decision.made`");
  refused({"record", "zzz", "--stream", "s"}, "`sinetti types` lists them");
  refused({"init"}, "--origin is required; `sinetti init --help` explains");
  refused({"prove"}, "sinetti prove needs one of: inclusion consistency complete absent");
  refused({}, "name a command; `sinetti --help`");
  refused({"status", "extra"}, "extra; `sinetti status --help`");
}

TEST_F(Usage, GivesEveryCommandHelpWithExamples) {
  for (const char* command :
       {"init", "import", "record", "types", "log", "search", "show", "trace", "checkpoint",
        "verify", "check-proof", "replay", "query", "report", "status", "export"}) {
    const Ran ran = place_.Run({command, "--help"});
    EXPECT_EQ(ran.exit_code, 0) << command;
    EXPECT_THAT(ran.out, HasSubstr("Examples:")) << command;
  }
}

}  // namespace
}  // namespace sinetti
