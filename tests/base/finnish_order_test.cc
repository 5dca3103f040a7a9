// The order in which Finns look a name up.
#include "ledger/base/finnish_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace sinetti {
namespace {

TEST(FinnishOrder, PutsÅÄAndÖBehindZAndCapitalsWithSmallLetters) {
  const std::vector<std::string> ordered{
      "",       "Aalto", "alavus", "Espoo",  "Eskola",    "Hämeenlinna", "Inari",
      "Zürich", "Åbo",   "åland",  "Ähtäri", "Äänekoski", "Öhman",       "öja"};
  for (std::size_t i = 0; i + 1 < ordered.size(); ++i) {
    if (ordered[i] == "Espoo") continue;  // Eskola stands before it: the next test
    EXPECT_LT(CompareFinnish(ordered[i], ordered[i + 1]), 0) << ordered[i] << " " << ordered[i + 1];
  }
  EXPECT_GT(CompareFinnish("Espoo", "Eskola"), 0);
  EXPECT_LT(CompareFinnish("Hamina", "Hämeenlinna"), 0);
  EXPECT_LT(CompareFinnish("Hzzz", "Hämeenlinna"), 0);
}

TEST(FinnishOrder, CountsNumbersInNames) {
  EXPECT_LT(CompareFinnish("Yksikkö 2", "Yksikkö 10"), 0);
  EXPECT_LT(CompareFinnish("Yksikkö 10", "Yksikkö 10 b"), 0);
  EXPECT_LT(CompareFinnish("99999999999999999999998", "99999999999999999999999"), 0);
}

TEST(FinnishOrder, PutsMarkedLettersOfOtherLanguagesWithTheirOwn) {
  EXPECT_LT(CompareFinnish("Café", "Cafz"), 0);
  EXPECT_GT(CompareFinnish("Müller", "Mxller"), 0);  // ü as y
}

// Random texts of the bytes that matter, broken UTF-8 among them; the seed is printed.
TEST(FinnishOrder, IsATotalOrderOfAnyBytes) {
  const unsigned seed = 20261122;
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string alphabet("aAzZ\xC3\xA4\x84\xB6\xA5 019-\xE2\x80\x93", 17);
  std::vector<std::string> texts;
  for (int i = 0; i < 120; ++i) {
    std::string text;
    for (std::size_t k = random() % 6; k > 0; --k) text += alphabet[random() % alphabet.size()];
    texts.push_back(text);
  }
  for (const auto& a : texts)
    for (const auto& b : texts) {
      EXPECT_EQ(CompareFinnish(a, b) == 0, a == b);
      EXPECT_EQ(CompareFinnish(a, b), -CompareFinnish(b, a));
      for (std::size_t k = 0; k < texts.size(); k += 7) {
        const std::string& c = texts[k];
        if (CompareFinnish(a, b) < 0 && CompareFinnish(b, c) < 0)
          ASSERT_LT(CompareFinnish(a, c), 0) << a << "|" << b << "|" << c;
      }
    }
}

}  // namespace
}  // namespace sinetti
