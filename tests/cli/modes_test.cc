// Ledger, keys, views, receipts and what lies beside them are their owner's only, under every
// umask.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

class Modes : public ::testing::Test {
 protected:
  void SetUp() override { before_ = ::umask(0); }
  void TearDown() override { ::umask(before_); }

  void Good(const std::vector<std::string>& arguments) {
    const Ran ran = place_.Run(arguments);
    ASSERT_EQ(ran.exit_code, 0) << arguments[0] << ": " << ran.err;
  }
  void MakeLedger() {
    Good({"init", "--origin", "testi.fi/loki"});
    Good({"record", "plan.adopted", "--stream", "matter-1", "--set", "kind=palvelusuunnitelma",
          "--set", "parts=[\"care\"]", "--set", "content=kotihoito", "--attribute", "client=p-1"});
  }
  // Everything in the folder of the test but what the test itself made.
  std::vector<std::string> OpenPaths() const {
    std::vector<std::string> open;
    for (const auto& entry : fs::recursive_directory_iterator(place_.Path(""))) {
      const std::string name = entry.path().filename().string();
      if (name == ".in" || name == ".out" || name == ".err" || entry.is_symlink()) continue;
      struct stat status {};
      EXPECT_EQ(::stat(entry.path().c_str(), &status), 0);
      const mode_t right = S_ISDIR(status.st_mode) ? 0700 : 0600;
      if ((status.st_mode & 07777 & ~right) != 0) open.push_back(entry.path().string());
    }
    return open;
  }

  Workplace place_;
  mode_t before_ = 0;
};

TEST_F(Modes, NothingThatIsMadeIsOpenToOthersUnderAHostileUmask) {
  MakeLedger();
  Good({"replay"});
  Good({"replay", "--rebuild"});
  Good({"replay", "--as-of", "2026-01-01", "-o", "snapshot.sqlite"});
  Good({"report", "access", "-o", "report.html", "--format", "html"});
  Good({"export", "-o", "entries.ndjson"});
  Good({"checkpoint", "-o", "newest.checkpoint"});
  Good({"prove", "inclusion", "0", "-o", "one.proof"});
  Good({"actor", "keygen", "malli.example/virasto", "-o", "actor.key"});
  Good({"witness", "init", "--name", "malli.example/todistaja"});
  Good({"erase", "request", "p-1", "--by", "arkisto", "--reason", "pyyntö"});
  Good({"erase", "approve", "p-1", "--by", "tietosuoja", "--override", "koe"});
  place_.Write("bad.ndjson", "{\"specversion\":\"1.0\"}\n");
  (void)place_.Run({"import", "--keep-going", "bad.ndjson"});
  EXPECT_TRUE(fs::exists(place_.Path("bad.ndjson.rejects")));
  fs::remove(place_.Path("bad.ndjson"));
  EXPECT_THAT(OpenPaths(), IsEmpty());
  const Ran doctor = place_.Run({"doctor"});
  EXPECT_THAT(doctor.out, HasSubstr("only their owner may use ledger and keys"));
}

TEST_F(Modes, AFolderThatWasThereIsClosedWhenItBecomesALedger) {
  for (const char* name : {"ledger", "ledger.keys"}) fs::create_directory(place_.Path(name));
  MakeLedger();
  EXPECT_THAT(OpenPaths(), IsEmpty());
}

TEST_F(Modes, AnOpenLedgerIsSaidAtEveryOpeningAndByDoctor) {
  MakeLedger();
  EXPECT_THAT(place_.Run({"status"}).err, Not(HasSubstr("chmod")));
  fs::permissions(place_.Path("ledger"), fs::perms(0755));
  fs::permissions(place_.Path("ledger/store"), fs::perms(0755));
  const Ran status = place_.Run({"status"});
  EXPECT_EQ(status.exit_code, 0);
  EXPECT_THAT(status.err, HasSubstr("mode 0755, group or others may use it; next: chmod 700"));
  EXPECT_THAT(place_.Run({"--quiet", "status"}).err, IsEmpty());
  const Ran doctor = place_.Run({"doctor"});
  EXPECT_EQ(doctor.exit_code, 1);
  EXPECT_THAT(doctor.out, HasSubstr("2 files and folders are open to others"));
  EXPECT_THAT(doctor.out, HasSubstr("chmod -R go="));
}

TEST_F(Modes, KeysThatOthersMayUseAreNotUsed) {
  MakeLedger();
  const std::vector<std::string> open = {"client", "list"};
  EXPECT_EQ(place_.Run(open).exit_code, 0);
  for (const char* name : {"vault.key", "vault.log"}) {
    const fs::path path = place_.Path(std::string("ledger.keys/") + name);
    fs::permissions(path, fs::perms(0640));
    const Ran ran = place_.Run(open);
    EXPECT_EQ(ran.exit_code, 3) << name;
    EXPECT_THAT(ran.err, HasSubstr("chmod 600")) << name;
    fs::permissions(path, fs::perms(0600));
  }
  fs::permissions(place_.Path("ledger.keys"), fs::perms(0770));
  const Ran ran = place_.Run(open);
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_THAT(ran.err, HasSubstr("chmod 700"));
}

}  // namespace
}  // namespace sinetti
