// R9 at the level of the program: every sealed field of every event type holds a canary, every
// command is run for a reader without a grant, and nothing that the program says or leaves behind
// has one in it: not the value, not its digest, not its bytes in hex or base64.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/cli/canaries.h"
#include "tests/cli/program.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using testing_support::Canaries;
using testing_support::Ran;
using testing_support::Workplace;

class Canary : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(place_.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
    const Ran ran = place_.Run({"import", place_.Write("drafts.ndjson", canaries_.drafts())});
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    fs::remove(place_.Path("drafts.ndjson"));
    fs::remove(place_.Path(".in"));
    place_.Write("ledger.vkey", place_.Run({"key", "show"}).out);
  }

  void Scan(const std::string& text, const std::string& where) {
    for (const std::string& found : canaries_.FoundIn(text))
      ADD_FAILURE() << where << ": " << found;
  }
  Ran RunAndScan(const std::vector<std::string>& arguments) {
    Ran ran = place_.Run(arguments);
    std::string command;
    for (const std::string& argument : arguments) command += argument + " ";
    Scan(ran.out, command + "(stdout)");
    Scan(ran.err, command + "(stderr)");
    return ran;
  }
  void ScanFiles() {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(place_.Path(""))) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::stringstream text;
      text << in.rdbuf();
      Scan(text.str(), entry.path().string());
      ++files;
    }
    EXPECT_GT(files, 20u);
  }

  Canaries canaries_;
  Workplace place_;
};

TEST_F(Canary, IsInEverySealedFieldOfEveryType) {
  EXPECT_GT(canaries_.fields(), 20u);
  EXPECT_EQ(canaries_.fields(), canaries_.SealedFieldsOfTheCatalogue());
}

// The scan finds what it looks for: else it would prove nothing.
TEST_F(Canary, IsFoundWhereAGrantOpensIt) {
  ASSERT_EQ(place_
                .Run({"access", "grant", "valvonta-1", "--role", "lawyer", "--ground", "x", "--by",
                      "tietohallinto"})
                .exit_code,
            0);
  const Ran ran = place_.Run({"client", "open", "0", "--purpose", "x", "--ground", "x", "--role",
                              "x", "--actor", "valvonta-1"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_FALSE(canaries_.FoundIn(ran.out).empty());
}

TEST_F(Canary, IsNowhereInWhatAReaderWithoutAGrantGets) {
  const std::string last = std::to_string(canaries_.events() - 1);
  // Asked for one by one.
  for (std::size_t i = 0; i < canaries_.events(); ++i) {
    const Ran ran = RunAndScan({"client", "open", std::to_string(i), "--purpose", "x", "--ground",
                                "x", "--role", "x", "--actor", "valvonta-2"});
    EXPECT_EQ(ran.exit_code, 2) << i;
    EXPECT_EQ(ran.out, "") << i;
  }
  const Ran disclosed = RunAndScan({"disclose", "0", last, "--to", "x", "--purpose", "x",
                                    "--ground", "x", "--withheld", "x", "--subject", "p-1",
                                    "--actor", "valvonta-2", "-o", "opened.disclosure"});
  EXPECT_EQ(disclosed.exit_code, 2);
  EXPECT_FALSE(fs::exists(place_.Path("opened.disclosure")));

  // What everybody may run.
  const std::vector<std::vector<std::string>> commands = {
      {"disclose", "0", last, "--to", "x", "--purpose", "x", "--ground", "x", "--withheld", "x",
       "--actor", "valvonta-2", "-o", "closed.disclosure"},
      {"check-proof", "closed.disclosure", "--key", "ledger.vkey"},
      {"check-proof", "closed.disclosure", "--key", "ledger.vkey", "--json"},
      {"show", "0"},
      {"show", last},
      {"show", "0", "--raw"},
      {"show", last, "--json"},
      {"log", "--limit", "0"},
      {"log", "--limit", "0", "--json"},
      {"log", "--client", "p-1", "--json"},
      {"search", "p", "--limit", "0"},
      {"search", "p", "--limit", "0", "--json"},
      {"trace", "0"},
      {"trace", "matter-1", "--json"},
      {"client", "list"},
      {"client", "list", "--json"},
      {"access", "list", "--json"},
      {"checkpoint", "-o", "newest.checkpoint"},
      {"checkpoint", "--list"},
      {"verify"},
      {"verify", "--json"},
      {"status"},
      {"status", "--json"},
      {"doctor"},
      {"doctor", "--json"},
      {"export", "-o", "entries.ndjson"},
      {"export"},
      {"prove", "inclusion", "0", "-o", "one.proof"},
      {"check-proof", "one.proof", "--key", "ledger.vkey"},
      {"prove", "complete", "client:p-1", "--entries", "-o", "all.proof"},
      {"replay"},
      {"replay", "--digest"},
      {"replay", "--rebuild"},
      {"replay", "--as-of", "2026-01-01", "-o", "past.sqlite"},
      {"audit"},
      {"audit", "--json"},
      {"retention", "due", "--all"},
      {"hold", "list"},
      {"actor", "list"},
      {"erase", "request", "p-1", "--by", "arkisto", "--reason", "x"},
      {"erase", "refuse", "p-1", "--by", "tietosuoja", "--reason", "x"}};
  for (const auto& command : commands) RunAndScan(command);

  // What goes to others: packs and their pages, and what a witness says and keeps.
  const std::vector<std::vector<std::string>> handed_out = {
      {"evidence", "pack", "client:p-1", "--to", "x", "--purpose", "x", "--ground", "x", "-o",
       "client.evidence"},
      {"evidence", "check", "client.evidence", "--key", "ledger.vkey"},
      {"evidence", "check", "client.evidence", "--key", "ledger.vkey", "--json"},
      {"evidence", "html", "client.evidence", "--key", "ledger.vkey", "-o", "client.html"},
      {"attach", "client.evidence", "--stream", "matter-1"},
      {"evidence", "find", "client.evidence"},
      {"evidence", "find", "client.evidence", "--json"},
      {"checkpoint", "-o", "for-witness.checkpoint"},
      {"witness", "init", "--name", "todistaja.fi/w"},
      {"witness", "add-log", "ledger.vkey"},
      {"witness", "cosign", "for-witness.checkpoint"},
      {"witness", "status"},
      {"witness", "status", "--json"},
      {"witness", "init", "--name", "todistaja.fi/f", "--full", "--state", "full"},
      {"witness", "add-log", "ledger.vkey", "--state", "full"},
      {"witness", "cosign", "--replay", "--state", "full", "-o", "cosigned"}};
  for (const auto& command : handed_out)
    EXPECT_EQ(RunAndScan(command).exit_code, 0) << ::testing::PrintToString(command);

  // Every table and view, and every report in every format.
  const Ran tables =
      RunAndScan({"query", "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')",
                  "--format", "csv"});
  EXPECT_EQ(tables.exit_code, 0) << tables.err;
  std::istringstream names(tables.out);
  std::size_t seen = 0;
  for (std::string name; std::getline(names, name);)
    if (name != "name" &&
        RunAndScan({"query", "SELECT * FROM " + name, "--format", "json"}).exit_code == 0)
      ++seen;
  EXPECT_GT(seen, 50u);
  const Ran reports = RunAndScan({"report", "--json"});
  for (const std::string& name : canaries_.ReportNames(reports.out))
    for (const char* format : {"text", "html", "json"})
      for (const std::string& subject :
           {std::string(), std::string("p-1"), std::string("matter-1")}) {
        std::vector<std::string> report = {"report", name};
        if (!subject.empty()) report.push_back(subject);
        report.insert(report.end(), {"--format", format});
        RunAndScan(report);
      }
  ScanFiles();
}

}  // namespace
}  // namespace sinetti
