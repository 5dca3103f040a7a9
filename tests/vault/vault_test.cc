// The vault as a whole: keys survive, files that were touched are refused, a crash is no damage.
#include "ledger/vault/vault.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "tests/event/test_events.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOrigin = "test.example/ledger";

class VaultTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(testing::TempDir()) /
        ("vault_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  Result<Vault> Open(bool create = true, bool read_only = false) const {
    return Vault::Open({folder_, kOrigin, create, read_only});
  }

  // A draft of a type with a $personal field, about `client`.
  Draft PersonalDraft(const std::string& client, const std::string& value = "Kiireellinen tarve") {
    for (const TypeInfo& type : registry_.types())
      for (const FieldInfo& field : type.body->fields)
        if (field.sealing == Sealing::kPersonal && !field.list && !type.example.empty()) {
          if (type.example.find('"' + field.name + '"') != std::string::npos) continue;
          std::string data = type.example;
          data.insert(1, '"' + field.name + "\":\"" + value + "\",");
          auto draft = ParseDraft(
              R"({"specversion":"1.0","id":"1","source":"urn:test","stream":"s-1","occurred":"2015",)"
              R"("type":")" +
                  type.name + R"(","client":")" + client + R"(","data":)" + data + "}",
              registry_);
          EXPECT_TRUE(draft) << draft.error().message;
          return std::move(*draft);
        }
    ADD_FAILURE() << "no type with a personal field";
    std::abort();
  }

  std::string Read(const char* name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void Write(const char* name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary | std::ios::trunc) << bytes;
  }

  TypeRegistry registry_ = TypeRegistry::Builtin();
  fs::path folder_;
};

TEST_F(VaultTest, SealedFieldsOpenAgainAfterTheVaultWasClosed) {
  Bytes record;
  {
    auto vault = Open();
    ASSERT_TRUE(vault) << vault.error().message;
    Draft draft = PersonalDraft("p-1");
    ASSERT_TRUE(vault->Seal(draft));
    auto encoded = EncodeDraft(std::move(draft));
    ASSERT_TRUE(encoded) << encoded.error().message;
    record = encoded->record;
    EXPECT_EQ(AsText(record).find("Kiireellinen"), std::string_view::npos);
  }
  auto vault = Open(false);
  ASSERT_TRUE(vault) << vault.error().message;
  auto event = Decode(record, registry_);
  ASSERT_TRUE(event) << event.error().message;
  const std::vector<SealedField> fields = SealedFields(*event);
  ASSERT_EQ(fields.size(), 1u);
  EXPECT_EQ(fields[0].subject, "p-1");
  auto opened = vault->Open(fields[0], event->stream());
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->value, "Kiireellinen tarve");
  EXPECT_EQ(SealCommitment(opened->salt, opened->value), fields[0].commitment);

  SealedField of_another = fields[0];
  of_another.subject = "p-2";
  EXPECT_EQ(vault->Open(of_another, event->stream()).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(vault->Open(fields[0], "other").error().code, ErrorCode::kCorrupt);
}

TEST_F(VaultTest, TheSameDraftSealedTwiceHasOneDigestAndTwoBoxes) {
  auto vault = Open();
  ASSERT_TRUE(vault) << vault.error().message;
  std::vector<EncodedDraft> encoded;
  for (const char* value : {"Kiireellinen tarve", "Kiireellinen tarve", "Muu tarve"}) {
    Draft draft = PersonalDraft("p-1", value);
    ASSERT_TRUE(vault->Seal(draft));
    encoded.push_back(*EncodeDraft(std::move(draft)));
  }
  EXPECT_EQ(encoded[0].digest, encoded[1].digest);
  EXPECT_NE(encoded[0].record, encoded[1].record);
  EXPECT_NE(encoded[0].digest, encoded[2].digest);
}

TEST_F(VaultTest, AnUnsealedDraftIsNotEncoded) {
  auto encoded = EncodeDraft(PersonalDraft("p-1"));
  ASSERT_FALSE(encoded);
  EXPECT_EQ(encoded.error().code, ErrorCode::kInvalid);
}

TEST_F(VaultTest, NoVaultIsNotFoundAndNothingIsCreated) {
  EXPECT_EQ(Open(false).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Open(true, true).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(fs::exists(folder_));
}

TEST_F(VaultTest, KeysAreForTheirOwnerOnly) {
  { ASSERT_TRUE(Open()); }
  for (const char* name : {"vault.key", "vault.log", "vault.head"}) {
    struct stat status {};
    ASSERT_EQ(::stat((folder_ / name).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << name;
  }
  fs::permissions(folder_ / "vault.key", fs::perms::group_read, fs::perm_options::add);
  EXPECT_EQ(Open().error().code, ErrorCode::kEnvironment);
}

TEST_F(VaultTest, OneWriterManyReaders) {
  auto writer = Open();
  ASSERT_TRUE(writer);
  EXPECT_EQ(Open().error().code, ErrorCode::kLocked);
  EXPECT_TRUE(Open(false, true));
}

TEST_F(VaultTest, AnotherLedgersVaultIsRefused) {
  { ASSERT_TRUE(Open()); }
  auto other = Vault::Open({folder_, "other.example", false, false});
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("other.example"), std::string::npos);
}

TEST_F(VaultTest, EveryFlippedByteIsRefused) {
  {
    auto vault = Open();
    ASSERT_TRUE(vault);
    for (const char* client : {"p-1", "p-2", "p-3"}) {
      Draft draft = PersonalDraft(client);
      ASSERT_TRUE(vault->Seal(draft));
    }
  }
  for (const char* name : {"vault.key", "vault.log", "vault.head"}) {
    const std::string bytes = Read(name);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      std::string flipped = bytes;
      flipped[i] = static_cast<char>(flipped[i] ^ 0x20);
      Write(name, flipped);
      for (const bool read_only : {true, false}) {
        auto opened = Open(false, read_only);
        ASSERT_FALSE(opened) << name << " byte " << i;
        EXPECT_NE(opened.error().message.find("vault"), std::string::npos);
      }
      EXPECT_EQ(Read(name), flipped) << "a refused file was changed";
    }
    Write(name, bytes);
  }
  EXPECT_TRUE(Open(false));
}

TEST_F(VaultTest, EveryTruncationIsRefused) {
  {
    auto vault = Open();
    ASSERT_TRUE(vault);
    for (const char* client : {"p-1", "p-2"}) {
      Draft draft = PersonalDraft(client);
      ASSERT_TRUE(vault->Seal(draft));
    }
  }
  for (const char* name : {"vault.key", "vault.log", "vault.head"}) {
    const std::string bytes = Read(name);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      Write(name, bytes.substr(0, size));
      EXPECT_FALSE(Open(true)) << name << " cut to " << size;
    }
    Write(name, bytes);
  }
  EXPECT_TRUE(Open(false));
}

TEST_F(VaultTest, WhatACrashLeftBehindTheLastSyncIsCutOff) {
  std::string log_before, head_before;
  {
    auto vault = Open();
    ASSERT_TRUE(vault);
    Draft draft = PersonalDraft("p-1");
    ASSERT_TRUE(vault->Seal(draft));
    log_before = Read("vault.log");
    head_before = Read("vault.head");
    draft = PersonalDraft("p-2");
    ASSERT_TRUE(vault->Seal(draft));
  }
  const std::string log_after = Read("vault.log");
  ASSERT_GT(log_after.size(), log_before.size());
  for (std::size_t size = log_before.size(); size <= log_after.size(); ++size) {
    Write("vault.log", log_after.substr(0, size));
    Write("vault.head", head_before);
    {
      auto vault = Open(false);
      ASSERT_TRUE(vault) << size << ": " << vault.error().message;
      EXPECT_TRUE(vault->HasKey("p-1"));
      EXPECT_EQ(vault->HasKey("p-2"), size == log_after.size());
      Draft draft = PersonalDraft("p-3");
      ASSERT_TRUE(vault->Seal(draft));
    }
    auto again = Open(false);
    ASSERT_TRUE(again) << size << ": " << again.error().message;
    EXPECT_TRUE(again->HasKey("p-3"));
  }
}

TEST_F(VaultTest, AVaultThatLostItsHeadKeepsItsKeyAndIsRefused) {
  {
    auto vault = Open();
    ASSERT_TRUE(vault);
    Draft draft = PersonalDraft("p-1");
    ASSERT_TRUE(vault->Seal(draft));
  }
  const std::string key = Read("vault.key"), log = Read("vault.log"), head = Read("vault.head");
  fs::remove(folder_ / "vault.head");
  EXPECT_EQ(Open(true).error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(Read("vault.key"), key);
  EXPECT_EQ(Read("vault.log"), log);
  Write("vault.head", head);
  EXPECT_TRUE(Open(false));
}

TEST_F(VaultTest, ACrashWhileItIsCreatedIsBegunAnew) {
  { ASSERT_TRUE(Open()); }
  const std::string key = Read("vault.key"), log = Read("vault.log");
  for (std::size_t key_size = 0; key_size <= key.size(); key_size += 8)
    for (std::size_t log_size = 0; log_size <= log.size(); log_size += 7) {
      fs::remove(folder_ / "vault.head");
      Write("vault.key", key.substr(0, key_size));
      Write("vault.log", log.substr(0, log_size));
      auto vault = Open();
      ASSERT_TRUE(vault) << vault.error().message;
      Draft draft = PersonalDraft("p-1");
      EXPECT_TRUE(vault->Seal(draft));
    }
}

}  // namespace
}  // namespace sinetti
