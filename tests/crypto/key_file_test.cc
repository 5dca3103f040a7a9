#include "ledger/crypto/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

class KeyFile : public testing::Test {
 protected:
  KeyFile() {
    char name[] = "/tmp/sinetti_key_XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~KeyFile() override { std::filesystem::remove_all(folder_); }

  PrivateKey Key() const { return {"ledger.example/log", Secret::From(Bytes(32, 9)).value()}; }
  std::filesystem::path Path() const { return folder_ / "signing.key"; }
  void Put(const std::string& text) const {
    std::ofstream(Path(), std::ios::binary) << text;
    chmod(Path().c_str(), 0600);
  }

  std::filesystem::path folder_;
};

TEST_F(KeyFile, ReadsBackWhatWasWritten) {
  ASSERT_TRUE(WriteKeyFile(Path(), Key()));
  const auto read = ReadKeyFile(Path());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->name, "ledger.example/log");
  EXPECT_EQ(HexEncode(read->seed.view()), HexEncode(Bytes(32, 9)));
}

TEST_F(KeyFile, IsReadableByItsOwnerOnlyWhateverTheUmask) {
  const mode_t before = umask(0);
  ASSERT_TRUE(WriteKeyFile(Path(), Key()));
  umask(before);
  struct stat status {};
  ASSERT_EQ(stat(Path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0600u);
}

TEST_F(KeyFile, IsNeverOverwritten) {
  ASSERT_TRUE(WriteKeyFile(Path(), Key()));
  PrivateKey other{"other", Secret::From(Bytes(32, 1)).value()};
  EXPECT_EQ(WriteKeyFile(Path(), other).error().code, ErrorCode::kConflict);
  EXPECT_EQ(ReadKeyFile(Path())->name, "ledger.example/log");
}

TEST_F(KeyFile, IsRefusedWhenGroupOrOthersMayUseIt) {
  ASSERT_TRUE(WriteKeyFile(Path(), Key()));
  for (const mode_t mode : {0640, 0604, 0620, 0644, 0660, 0610}) {
    ASSERT_EQ(chmod(Path().c_str(), mode), 0);
    const auto read = ReadKeyFile(Path());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::kEnvironment);
    EXPECT_NE(read.error().message.find("chmod 600"), std::string::npos);
  }
  ASSERT_EQ(chmod(Path().c_str(), 0400), 0);
  EXPECT_TRUE(ReadKeyFile(Path()));
}

TEST_F(KeyFile, SaysWhatIsWrongAndNothingOfTheContent) {
  ASSERT_TRUE(WriteKeyFile(Path(), Key()));
  const std::string good = testing_support::ReadFile(Path());
  const std::string secret = good.substr(good.rfind('+') + 1, 20);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string flipped = good;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x01);
    Put(flipped);
    const auto read = ReadKeyFile(Path());
    ASSERT_FALSE(read) << i;
    EXPECT_EQ(read.error().code, ErrorCode::kEnvironment);
    EXPECT_EQ(read.error().message.find(secret.substr(0, 8)), std::string::npos);
  }
  for (const std::string& text : {std::string(), good + "\n", good + good, good.substr(0, 20),
                                  std::string(5000, 'x'), std::string("PRIVATE+KEY+\n")}) {
    Put(text);
    EXPECT_EQ(ReadKeyFile(Path()).error().code, ErrorCode::kEnvironment) << text;
  }
}

TEST_F(KeyFile, IsRefusedWhenMissingAFolderOrAPipe) {
  EXPECT_EQ(ReadKeyFile(Path()).error().code, ErrorCode::kEnvironment);
  EXPECT_EQ(ReadKeyFile(folder_).error().code, ErrorCode::kEnvironment);
  ASSERT_EQ(mkfifo(Path().c_str(), 0600), 0);
  EXPECT_EQ(ReadKeyFile(Path()).error().code, ErrorCode::kEnvironment);
}

TEST_F(KeyFile, NeedsAFolderToBeWrittenIn) {
  EXPECT_EQ(WriteKeyFile(folder_ / "absent" / "signing.key", Key()).error().code,
            ErrorCode::kEnvironment);
  PrivateKey nameless{"has space", Secret::From(Bytes(32, 1)).value()};
  EXPECT_EQ(WriteKeyFile(Path(), nameless).error().code, ErrorCode::kInvalid);
  EXPECT_FALSE(std::filesystem::exists(Path()));
}

// Signer keys of the Go note package have the same text, so either program reads the other's file.
TEST_F(KeyFile, ReadsAKeyOfAnotherImplementation) {
  Put("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n");
  const auto read = ReadKeyFile(Path());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->name, "PeterNeumann");
}

}  // namespace
}  // namespace sinetti
