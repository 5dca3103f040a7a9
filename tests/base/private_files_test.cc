// What is made for its owner only is so under every umask, and what is open is named with its cure.
#include "ledger/base/private_files.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using testing_support::IsOk;
using testing_support::TempDir;

unsigned ModeOf(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 07777;
}

class PrivateFiles : public ::testing::TestWithParam<mode_t> {
 protected:
  void SetUp() override { before_ = ::umask(GetParam()); }
  void TearDown() override { ::umask(before_); }

  TempDir dir_;
  mode_t before_ = 0;
};

TEST_P(PrivateFiles, AreMadeForTheirOwnerOnly) {
  ASSERT_TRUE(IsOk(MakePrivateFolder(dir_ / "inner")));
  EXPECT_EQ(ModeOf(dir_ / "inner"), 0700u);
  ASSERT_TRUE(IsOk(MakePrivateFolder(dir_ / "slash/")));
  EXPECT_EQ(ModeOf(dir_ / "slash"), 0700u);
  ASSERT_TRUE(IsOk(MakePrivateFile(dir_ / "file")));
  EXPECT_EQ(ModeOf(dir_ / "file"), 0600u);
}

// 0777 leaves not even the owner a right.
INSTANTIATE_TEST_SUITE_P(Umasks, PrivateFiles, ::testing::Values(0, 022, 077, 0777));

TEST(PrivateFiles, WhatIsThereStaysAsItIs) {
  TempDir dir;
  ASSERT_EQ(::mkdir((dir / "open").c_str(), 0700), 0);
  ASSERT_EQ(::chmod((dir / "open").c_str(), 0755), 0);
  ASSERT_TRUE(IsOk(MakePrivateFolder(dir / "open")));
  EXPECT_EQ(ModeOf(dir / "open"), 0755u);
  ASSERT_TRUE(IsOk(ClosePrivateFolder(dir / "open")));
  EXPECT_EQ(ModeOf(dir / "open"), 0700u);
  std::ofstream(dir / "file") << "text";
  ASSERT_TRUE(IsOk(MakePrivateFile(dir / "file")));
  EXPECT_EQ(std::filesystem::file_size(dir / "file"), 4u);
}

TEST(PrivateFiles, AFileInThePlaceOfAFolderIsAnError) {
  TempDir dir;
  std::ofstream(dir / "file") << "text";
  for (const char* name : {"file", "file/below"}) {
    const auto made = MakePrivateFolder(dir / name);
    ASSERT_FALSE(made) << name;
    EXPECT_EQ(made.error().code, ErrorCode::kEnvironment);
  }
}

TEST(PrivateFiles, WhatOthersMayUseIsNamedWithItsCure) {
  TempDir dir;
  EXPECT_EQ(OpenToOthers(dir.path()), "");
  EXPECT_EQ(OpenToOthers(dir / "nothing"), "");
  for (const mode_t mode : {0740u, 0710u, 0720u, 0701u, 0702u, 0704u}) {
    ASSERT_EQ(::chmod(dir.path().c_str(), mode), 0);
    EXPECT_THAT(OpenToOthers(dir.path()), HasSubstr("chmod 700 " + dir.path()));
  }
  ASSERT_EQ(::chmod(dir.path().c_str(), 0700), 0);
  std::ofstream(dir / "file") << "text";
  ASSERT_EQ(::chmod((dir / "file").c_str(), 0644), 0);
  EXPECT_THAT(OpenToOthers(dir / "file"), HasSubstr("mode 0644, group or others may use it; next: "
                                                    "chmod 600"));
}

}  // namespace
}  // namespace sinetti
