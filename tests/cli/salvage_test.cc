// `sinetti doctor --salvage`: a ledger whose write-ahead log was damaged in the middle.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "ledger/event/draft_json.h"
#include "ledger/log/ledger.h"
#include "tests/cli/program.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using testing_support::Ran;
using testing_support::Workplace;

// Appends one event a commit in a process of its own, which ends without closing anything: all of
// it stands in the write-ahead log.
void AppendAndDie(const std::string& dir, int events) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    SystemClock clock;
    auto ledger = Ledger::OpenForWriting(dir, clock);
    if (!ledger) _exit(1);
    const TypeRegistry registry = TypeRegistry::Builtin();
    for (int i = 0; i < events; ++i) {
      auto draft = ParseDraft(
          R"({"specversion":"1.0","source":"urn:test","type":"action.started","stream":"action-1",)"
          R"("id":")" +
              std::to_string(i) + R"(","data":{"action":"a-1","startedOn":"2026-03-12"}})",
          registry);
      if (!draft) _exit(2);
      auto encoded = EncodeDraft(std::move(*draft));
      if (!encoded) _exit(3);
      std::vector<EncodedDraft> drafts;
      drafts.push_back(std::move(*encoded));
      if (!(*ledger)->Append(std::move(drafts))) _exit(4);
    }
    _exit(0);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

// Flips a byte in the middle of the longest log.
void DamageTheLog(const std::string& store) {
  fs::path longest;
  for (const auto& file : fs::directory_iterator(store))
    if (file.path().extension() == ".log" &&
        (longest.empty() || file.file_size() > fs::file_size(longest)))
      longest = file.path();
  ASSERT_FALSE(longest.empty());
  const auto middle = static_cast<std::streamoff>(fs::file_size(longest) / 2);
  std::fstream log(longest, std::ios::in | std::ios::out | std::ios::binary);
  const char byte = static_cast<char>(log.seekg(middle).get());
  log.seekp(middle).put(static_cast<char>(byte ^ 1));
}

TEST(Salvage, KeepsWhatStandsBeforeTheDamageAndTheStoreAsItWas) {
  const Workplace place;
  ASSERT_EQ(place.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  AppendAndDie(place.Path("ledger"), 400);
  DamageTheLog(place.Path("ledger/store"));
  const Ran refused = place.Run({"status"});
  EXPECT_EQ(refused.exit_code, 1) << refused.out;
  EXPECT_THAT(refused.err, AllOf(HasSubstr("damaged"), HasSubstr("sinetti doctor --salvage")));
  EXPECT_THAT(place.Run({"verify"}).err, HasSubstr("sinetti doctor --salvage"));

  const Ran salvaged = place.Run({"doctor", "--salvage"});
  EXPECT_EQ(salvaged.exit_code, 0) << salvaged.err;
  EXPECT_THAT(salvaged.err, AllOf(HasSubstr("events are left"), HasSubstr("store.damaged")));
  EXPECT_TRUE(fs::exists(place.Path("ledger/store.damaged/CURRENT")));
  const Ran signed_anew = place.Run({"checkpoint"});
  EXPECT_EQ(signed_anew.exit_code, 0) << signed_anew.err;
  const Ran verified = place.Run({"verify"});
  EXPECT_EQ(verified.exit_code, 0) << verified.out << verified.err;
  EXPECT_THAT(verified.out, ContainsRegex("The ledger is intact: [1-3][0-9]{2} events"))
      << "the damage is about half way through 400";
}

TEST(Salvage, WhatWasLostShowsAgainstACheckpointKeptElsewhere) {
  const Workplace place;
  ASSERT_EQ(place.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  AppendAndDie(place.Path("ledger"), 400);
  ASSERT_EQ(place.Run({"checkpoint", "-o", place.Path("kept.txt")}).exit_code, 0);
  DamageTheLog(place.Path("ledger/store"));
  ASSERT_EQ(place.Run({"doctor", "--salvage"}).exit_code, 0);
  const Ran checked = place.Run({"verify", "--against", place.Path("kept.txt")});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_THAT(checked.out, AllOf(HasSubstr("to 399: truncated"), HasSubstr("400 events")));
}

TEST(Salvage, DoesNothingToALedgerThatOpens) {
  const Workplace place;
  ASSERT_EQ(place.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  const Ran needless = place.Run({"doctor", "--salvage"});
  EXPECT_EQ(needless.exit_code, 0) << needless.err;
  EXPECT_THAT(needless.err, HasSubstr("nothing to salvage"));
  EXPECT_FALSE(fs::exists(place.Path("ledger/store.damaged")));
}

}  // namespace
}  // namespace sinetti
