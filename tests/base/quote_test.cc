#include "ledger/base/quote.h"

#include <gtest/gtest.h>

#include <random>

#include "ledger/base/bytes.h"

namespace sinetti {
namespace {

TEST(Quote, ShowsShortTextAsItIs) {
  EXPECT_EQ(Quoted("keväällä 2017"), "'keväällä 2017'");
  EXPECT_EQ(Quoted(""), "''");
}

TEST(Quote, CutsBetweenCharacters) {
  EXPECT_EQ(Quoted("ääää", 5), "'ää…'");
  EXPECT_EQ(Quoted("abcdef", 6), "'abcdef'");
  EXPECT_EQ(Quoted("abcdefg", 6), "'abcdef…'");
}

TEST(Quote, ReplacesWhatIsNotText) {
  EXPECT_EQ(Quoted("a\nb\x7f\x1b[31m"), "'a?b??[31m'");
  EXPECT_EQ(Quoted("\xff\xc3(\xc3"),
            "'?"
            "?(?'");
  EXPECT_EQ(Quoted(std::string_view("a\0b", 3)), "'a?b'");
}

TEST(Quote, IsAlwaysUtf8) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 50'000; ++round) {
    std::string text(random() % 80, ' ');
    for (char& c : text) c = static_cast<char>(random());
    ASSERT_TRUE(IsUtf8(Quoted(text)));
  }
}

}  // namespace
}  // namespace sinetti
