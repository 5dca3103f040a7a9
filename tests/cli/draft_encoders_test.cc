// Encoders on several threads: groups come back in the order in which they were given, each draft
// with what one thread alone would have made of it; and encoders may be dropped at any moment.
#include "cli/commands/draft_encoders.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <thread>

#include "replay/region/region.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using testing_support::TempDir;

constexpr std::size_t kLines = 6'000;  // more groups than are in flight at once
constexpr std::size_t kWrongOneIn = 97;

class DraftEncodersTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto vault = Vault::Open({.folder = dir_ / "keys", .origin = "example.org/l", .create = true});
    ASSERT_OK(vault);
    vault_.emplace(std::move(vault).value());
  }

  // Each wrong in its own way, so that an error tells which one it is about.
  static std::vector<std::string> Lines(bool protected_fields) {
    RegionGenerator region(
        11, {.providers = 20, .protected_fields = protected_fields, .events_per_year = 10'000});
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < kLines; ++i) {
      lines.push_back(region.NextLine());
      if (i % kWrongOneIn == 0) lines.back() = R"({"wrong-)" + std::to_string(i) + R"(":1})";
    }
    return lines;
  }

  static std::vector<DraftGroup> Groups(const std::vector<std::string>& lines) {
    std::vector<DraftGroup> groups(1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (groups.back().full()) groups.emplace_back();
      groups.back().Add(lines[i], i + 1);
    }
    return groups;
  }

  std::vector<DraftGroup> ByOneThread(const std::vector<std::string>& lines, Vault* vault) {
    std::vector<DraftGroup> groups = Groups(lines);
    DraftParser parser(registry_);
    for (DraftGroup& group : groups) group.Encode(parser, vault);
    return groups;
  }

  std::vector<DraftGroup> ByEncoders(const std::vector<std::string>& lines, Vault* vault) {
    std::vector<DraftGroup> done;
    DraftEncoders encoders(registry_, vault);
    for (DraftGroup& group : Groups(lines)) {
      encoders.Give(std::move(group));
      if (encoders.busy()) done.push_back(*encoders.Take());
    }
    while (auto group = encoders.Take()) done.push_back(*std::move(group));
    return done;
  }

  // Digests, because two sealings of one value have salts of their own.
  static void ExpectSame(const std::vector<DraftGroup>& one, const std::vector<DraftGroup>& other) {
    ASSERT_EQ(one.size(), other.size());
    std::size_t wrong = 0;
    for (std::size_t g = 0; g < one.size(); ++g) {
      ASSERT_OK(one[g].sealed);
      ASSERT_OK(other[g].sealed);
      ASSERT_EQ(one[g].encoded.size(), other[g].encoded.size());
      for (std::size_t i = 0; i < one[g].encoded.size(); ++i) {
        const auto& a = one[g].encoded[i];
        const auto& b = other[g].encoded[i];
        ASSERT_EQ(one[g].line(i), other[g].line(i));
        ASSERT_EQ(a.has_value(), b.has_value()) << one[g].json(i);
        if (a) {
          ASSERT_EQ(a->digest, b->digest) << one[g].json(i);
        } else {
          ASSERT_EQ(a.error().message, b.error().message);
          ++wrong;
        }
      }
    }
    EXPECT_EQ(wrong, (kLines + kWrongOneIn - 1) / kWrongOneIn);
  }

  TempDir dir_;
  TypeRegistry registry_ = TypeRegistry::Builtin();
  std::optional<Vault> vault_;
};

TEST_F(DraftEncodersTest, GiveWhatOneThreadWouldInTheSameOrder) {
  const std::vector<std::string> lines = Lines(false);
  ExpectSame(ByEncoders(lines, nullptr), ByOneThread(lines, nullptr));
}

TEST_F(DraftEncodersTest, SealWithOneKeyForEachSubjectWhicheverThreadMeetsItFirst) {
  const std::vector<std::string> lines = Lines(true);
  const std::vector<DraftGroup> sealed = ByEncoders(lines, &*vault_);
  const std::vector<std::string> subjects = vault_->Subjects();
  EXPECT_FALSE(subjects.empty());
  ExpectSame(sealed, ByOneThread(lines, &*vault_));
  EXPECT_EQ(vault_->Subjects(), subjects);
}

TEST_F(DraftEncodersTest, AreDroppedAtAnyMoment) {
  const std::uint32_t seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<DraftGroup> groups = Groups(Lines(true));
  for (int round = 0; round < 20; ++round) {
    DraftEncoders encoders(registry_, &*vault_);
    for (auto given = 1 + random() % groups.size(); given != 0; --given) {
      encoders.Give(groups[given - 1]);
      if (random() % 4 == 0) {
        EXPECT_TRUE(encoders.Take());
      }
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
  }
}

}  // namespace
}  // namespace sinetti
