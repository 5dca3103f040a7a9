// Erasing keys: what is gone is gone, what stays opens, and wherever it stops the next opening
// makes it whole.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "ledger/crypto/hmac.h"
#include "ledger/event/draft_json.h"
#include "ledger/vault/vault.h"
#include "tests/event/test_events.h"
#include "tests/support/flip.h"
#include "tests/support/page.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing_support::IsOk;
using testing_support::ReadFile;

constexpr const char* kOrigin = "test.example/ledger";
const std::vector<std::string> kSteps = {"write the new vault key",
                                         "write the keys that stay",
                                         "commit",
                                         "overwrite the old vault.key",
                                         "put the new vault.key in place",
                                         "overwrite the old vault.log",
                                         "put the new vault.log in place",
                                         "overwrite the old vault.head",
                                         "put the new vault.head in place"};
constexpr std::size_t kCommitted = 3;  // from this step on the key is gone

class VaultErase : public testing::Test {
 protected:
  VaultErase() {
    auto vault = Open();
    EXPECT_TRUE(IsOk(vault));
    for (const char* client : {"p-1", "p-2", "p-3"})
      records_.emplace(client, Sealed(*vault, client));
  }

  fs::path folder() const { return dir_ / "keys"; }
  Result<Vault> Open(bool read_only = false) const { return OpenIn(folder(), read_only); }
  static Result<Vault> OpenIn(const fs::path& folder, bool read_only = false) {
    return Vault::Open(
        {.folder = folder, .origin = kOrigin, .create = !read_only, .read_only = read_only});
  }

  Draft DraftOf(const std::string& client) {
    auto draft =
        ParseDraft(DraftJson("plan.adopted",
                             R"({"kind":"x","parts":["care"],"content":"arvo )" + client + R"("})",
                             R"("client":")" + client + R"(",)"),
                   registry_);
    SINETTI_CHECK(draft.has_value());
    return std::move(*draft);
  }
  Bytes Sealed(Vault& vault, const std::string& client) {
    Draft draft = DraftOf(client);
    SINETTI_CHECK(vault.Seal(draft).has_value());
    return EncodeDraft(std::move(draft))->record;
  }

  // Whether the value of `client` opens to what was sealed.
  bool Opens(const Vault& vault, const std::string& client) {
    auto event = Decode(records_.at(client), registry_);
    SINETTI_CHECK(event.has_value());
    auto opened = vault.Open(SealedFields(*event).front(), event->stream());
    if (opened) EXPECT_EQ(opened->value, "arvo " + client);
    return opened.has_value();
  }

  // Another process begins to erase p-1 and is gone before `step`.
  void EraseAndDieBefore(const std::string& step) {
    const pid_t child = fork();
    if (child == 0) {
      auto vault = Open();
      if (!vault) _exit(1);
      auto erased = vault->Erase({"p-1"}, "note", [&](std::string_view at) -> Result<void> {
        if (at == step) _exit(9);
        return {};
      });
      _exit(erased ? 0 : 2);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_EQ(WEXITSTATUS(status), step.empty() ? 0 : 9) << step;
  }

  void ExpectOnlyTheFilesOfAVault(bool erasure_open) const {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(folder()))
      names.push_back(file.path().filename());
    std::vector<std::string> expected = {"vault.head", "vault.key", "vault.log"};
    if (erasure_open) expected.push_back("vault.erasure");
    EXPECT_THAT(names, testing::UnorderedElementsAreArray(expected));
  }

  TypeRegistry registry_ = TypeRegistry::Builtin();
  testing_support::TempDir dir_;
  std::map<std::string, Bytes> records_;
};

TEST_F(VaultErase, WhatIsErasedOpensNoMoreAndTheRestDoes) {
  const std::string old_key = ReadFile(folder() / "vault.key");
  for (const bool again : {false, true}) {
    auto vault = Open();
    ASSERT_TRUE(IsOk(vault));
    if (!again) {
      const auto erased = vault->Erase({"p-1"}, "2026 17");
      ASSERT_TRUE(IsOk(erased));
      EXPECT_EQ(erased->keys_kept, 2u);
      EXPECT_NE(erased->old_vault_key, erased->new_vault_key);
    }
    ASSERT_TRUE(vault->open_erasure());
    EXPECT_EQ(vault->open_erasure()->note, "2026 17");
    EXPECT_EQ(vault->open_erasure()->subjects, std::vector<std::string>{"p-1"});
    EXPECT_FALSE(Opens(*vault, "p-1"));
    EXPECT_TRUE(Opens(*vault, "p-2"));
    EXPECT_TRUE(Opens(*vault, "p-3"));
    EXPECT_TRUE(vault->IsErased("p-1"));
    EXPECT_FALSE(vault->IsErased("p-2"));
  }
  EXPECT_NE(ReadFile(folder() / "vault.key"), old_key);
}

TEST_F(VaultErase, AnErasedSubjectGetsNoKeyAgain) {
  auto vault = Open();
  ASSERT_TRUE(IsOk(vault->Erase({"p-1"}, "")));
  Draft draft = DraftOf("p-1");
  const auto sealed = vault->Seal(draft);
  ASSERT_FALSE(sealed);
  EXPECT_EQ(sealed.error().code, ErrorCode::kConflict);
  EXPECT_THAT(sealed.error().message, HasSubstr("p-1 was erased"));
  EXPECT_THAT(sealed.error().message, testing::Not(HasSubstr("arvo")));
  EXPECT_EQ(vault->MakeKey("p-1").error().code, ErrorCode::kConflict);
  EXPECT_FALSE(vault->HasKey("p-1"));
  records_["p-4"] = Sealed(*vault, "p-4");
  EXPECT_TRUE(Opens(*vault, "p-4"));
}

TEST_F(VaultErase, OneErasureAtATimeUntilItIsClosed) {
  auto vault = Open();
  ASSERT_TRUE(IsOk(vault->Erase({"p-1"}, "")));
  EXPECT_EQ(vault->Erase({"p-2"}, "").error().code, ErrorCode::kConflict);
  ASSERT_TRUE(IsOk(vault->CloseErasure()));
  EXPECT_FALSE(vault->open_erasure());
  ASSERT_TRUE(IsOk(vault->Erase({"p-2"}, "")));
  ASSERT_TRUE(IsOk(vault->CloseErasure()));
  vault = Open(true);
  ASSERT_TRUE(IsOk(vault));
  EXPECT_TRUE(vault->IsErased("p-1"));
  EXPECT_TRUE(vault->IsErased("p-2"));
  EXPECT_TRUE(Opens(*vault, "p-3"));
  ExpectOnlyTheFilesOfAVault(false);
}

TEST_F(VaultErase, AKillBeforeAnyStepLeavesTheKeyOrNothingOfIt) {
  const std::string keys = folder().string();
  fs::copy(keys, dir_ / "before", fs::copy_options::recursive);
  for (std::size_t step = 0; step <= kSteps.size(); ++step) {
    SCOPED_TRACE(step < kSteps.size() ? kSteps[step] : "to the end");
    fs::remove_all(keys);
    fs::copy(dir_ / "before", keys, fs::copy_options::recursive);
    const std::string old_key = ReadFile(folder() / "vault.key");
    EraseAndDieBefore(step < kSteps.size() ? kSteps[step] : "");
    const bool gone = step >= kCommitted;
    {
      // A reader changes nothing and sees the same truth.
      auto reader = Open(true);
      ASSERT_TRUE(IsOk(reader));
      EXPECT_EQ(reader->IsErased("p-1"), gone);
      EXPECT_EQ(Opens(*reader, "p-1"), !gone);
      EXPECT_TRUE(Opens(*reader, "p-2"));
    }
    {
      auto vault = Open();
      ASSERT_TRUE(IsOk(vault));
      EXPECT_EQ(vault->IsErased("p-1"), gone);
      EXPECT_EQ(vault->open_erasure().has_value(), gone);
      EXPECT_EQ(Opens(*vault, "p-1"), !gone);
      EXPECT_TRUE(Opens(*vault, "p-2"));
      EXPECT_TRUE(Opens(*vault, "p-3"));
      EXPECT_EQ(ReadFile(folder() / "vault.key") == old_key, !gone);
      records_["p-5"] = Sealed(*vault, "p-5");
      EXPECT_TRUE(Opens(*vault, "p-5"));
    }
    ExpectOnlyTheFilesOfAVault(gone);
    auto vault = Open();
    ASSERT_TRUE(IsOk(vault));
    EXPECT_TRUE(Opens(*vault, "p-5"));
    if (gone) {
      ASSERT_TRUE(IsOk(vault->CloseErasure()));
    } else {
      ASSERT_TRUE(IsOk(vault->Erase({"p-1"}, "")));
    }
    EXPECT_FALSE(Opens(*vault, "p-1"));
  }
}

TEST_F(VaultErase, HalfWrittenFilesBeforeTheCommitAreNothing) {
  for (const char* name :
       {"vault.key.next", "vault.log.next", "vault.head.next", "vault.erasure.next"}) {
    EraseAndDieBefore("commit");
    std::ofstream(folder() / name, std::ios::binary | std::ios::trunc) << "half";
    auto vault = Open();
    ASSERT_TRUE(IsOk(vault));
    EXPECT_TRUE(Opens(*vault, "p-1"));
    ExpectOnlyTheFilesOfAVault(false);
  }
}

TEST_F(VaultErase, AStepThatFailsClosesTheVaultUntilItIsOpenedAgain) {
  auto vault = Open();
  const auto erased = vault->Erase({"p-1"}, "", [](std::string_view at) -> Result<void> {
    if (at == kSteps[5]) return Error{ErrorCode::kEnvironment, "disk"};
    return {};
  });
  EXPECT_EQ(erased.error().code, ErrorCode::kEnvironment);
  Draft draft = DraftOf("p-2");
  EXPECT_EQ(vault->Seal(draft).error().code, ErrorCode::kClosed);
  EXPECT_EQ(vault->CloseErasure().error().code, ErrorCode::kClosed);
  vault = Error{ErrorCode::kClosed, ""};
  vault = Open();
  ASSERT_TRUE(IsOk(vault));
  EXPECT_FALSE(Opens(*vault, "p-1"));
  EXPECT_TRUE(vault->Seal(draft));
}

TEST_F(VaultErase, AnOldCopyWithoutItsVaultKeyIsRefused) {
  fs::copy(folder(), dir_ / "copy");
  fs::remove(fs::path(dir_ / "copy") / "vault.key");
  {
    auto vault = Open();
    ASSERT_TRUE(IsOk(vault->Erase({"p-1"}, "")));
    ASSERT_TRUE(IsOk(vault->CloseErasure()));
  }
  fs::copy_file(folder() / "vault.key", fs::path(dir_ / "copy") / "vault.key");
  const auto opened = OpenIn(dir_ / "copy");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
}

// What the operator has to see to: the page says so.
TEST_F(VaultErase, AnOldCopyWithItsVaultKeyStillOpensEverything) {
  fs::copy(folder(), dir_ / "copy");
  ASSERT_TRUE(IsOk(Open()->Erase({"p-1"}, "")));
  auto copy = OpenIn(dir_ / "copy");
  ASSERT_TRUE(IsOk(copy));
  EXPECT_TRUE(Opens(*copy, "p-1"));
}

TEST_F(VaultErase, EveryFlippedByteOfTheNewFilesIsRefused) {
  ASSERT_TRUE(IsOk(Open()->Erase({"p-1"}, "2026-03-01T12:00:00Z 17")));
  for (const char* name : {"vault.erasure", "vault.log", "vault.head", "vault.key"}) {
    const std::string bytes = ReadFile(folder() / name);
    const auto write = [&](const std::string& text) {
      std::ofstream(folder() / name, std::ios::binary | std::ios::trunc) << text;
    };
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      std::string flipped = bytes;
      flipped[i] = static_cast<char>(flipped[i] ^ 0x20);
      write(flipped);
      for (const bool read_only : {true, false})
        EXPECT_FALSE(Open(read_only)) << name << " byte " << i;
      EXPECT_EQ(ReadFile(folder() / name), flipped) << "a refused file was changed";
      if (i % 7 == 0) {
        write(bytes.substr(0, i));
        EXPECT_FALSE(Open()) << name << " cut to " << i;
      }
    }
    write(bytes);
  }
  EXPECT_TRUE(IsOk(Open()));
}

TEST_F(VaultErase, AFlippedByteBetweenCommitAndSwapDestroysNothingMore) {
  EraseAndDieBefore(kSteps[kCommitted]);
  const std::string old_key = ReadFile(folder() / "vault.key");
  for (const char* name :
       {"vault.erasure", "vault.key.next", "vault.log.next", "vault.head.next"}) {
    const std::string bytes = ReadFile(folder() / name);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
      std::string flipped = bytes;
      flipped[i] = static_cast<char>(flipped[i] ^ 0x01);
      std::ofstream(folder() / name, std::ios::binary | std::ios::trunc) << flipped;
      EXPECT_FALSE(Open()) << name << " byte " << i;
      EXPECT_EQ(ReadFile(folder() / "vault.key"), old_key);
    }
    std::ofstream(folder() / name, std::ios::binary | std::ios::trunc) << bytes;
  }
  auto vault = Open();
  ASSERT_TRUE(IsOk(vault));
  EXPECT_FALSE(Opens(*vault, "p-1"));
  EXPECT_TRUE(Opens(*vault, "p-2"));
}

TEST_F(VaultErase, TheFormatPageShowsARealFile) {
  const Secret old_key = *Secret::From(Bytes(32, 0x07)), new_key = *Secret::From(Bytes(32, 0x08));
  const Secret mac =
      *Secret::From(HmacSha256(new_key.view(), {AsBytes("sinetti vault mac")}).view());
  const KeyErasure erasure{.subjects = {"p-1", "stream:matter-1"},
                           .note = "2026-03-01T12:00:00Z 17",
                           .keys_kept = 2,
                           .old_vault_key = VaultKeyId(old_key),
                           .new_vault_key = VaultKeyId(new_key)};
  const std::string text = FormatKeyErasure(erasure, kOrigin, mac);
  testing_support::ExpectExample("docs/format/sealing.md", "erasure", text);
  const fs::path folder = dir_ / "page";
  fs::create_directories(folder);
  testing_support::ExpectEveryFlipRefused(text, [&](const std::string& changed) {
    std::ofstream(folder / "vault.erasure", std::ios::binary | std::ios::trunc) << changed;
    return !ReadKeyErasure(folder, kOrigin, mac);
  });
}

}  // namespace
}  // namespace sinetti
