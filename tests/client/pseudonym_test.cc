// Pseudonyms: the ones of the format page, and that two are never the same.
#include "ledger/client/pseudonym.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <set>

#include "ledger/base/bytes.h"
#include "ledger/event/identifiers.h"
#include "tests/support/page.h"

namespace sinetti {
namespace {

using Random = std::array<std::uint8_t, kPseudonymRandomBytes>;

TEST(Pseudonym, TheFormatPageShowsRealOnes) {
  Random counting{}, ones{};
  std::iota(counting.begin(), counting.end(), std::uint8_t{1});
  ones.fill(0xff);
  std::string shown;
  for (const Random& random : {Random{}, counting, ones})
    shown += HexEncode(random) + "   " + PseudonymOf(random) + "\n";
  testing_support::ExpectExample("docs/format/sealing.md", "pseudonym", shown);
}

TEST(Pseudonym, NewOnesAreValidAndDiffer) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto pseudonym = NewPseudonym();
    ASSERT_TRUE(pseudonym) << pseudonym.error().message;
    EXPECT_TRUE(CheckIdentifier(IdentifierKind::kPseudonym, *pseudonym)) << *pseudonym;
    EXPECT_TRUE(seen.insert(*pseudonym).second);
  }
}

}  // namespace
}  // namespace sinetti
