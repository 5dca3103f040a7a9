// Damage, byte by byte: what every verifier must notice.
#pragma once

#include <gtest/gtest.h>

#include <string>

namespace sinetti::testing_support {

// Calls `refused` with `text` changed in one byte, for each byte and each of several changes
// (lowest bit, case bit, highest bit, digit neighbour), and expects true.  Then with each prefix,
// each byte removed and some text added.
template <typename Refused>
void ExpectEveryFlipRefused(const std::string& text, Refused refused) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const int bits : {0x01, 0x02, 0x20, 0x80}) {
      std::string flipped = text;
      flipped[i] = static_cast<char>(flipped[i] ^ bits);
      EXPECT_TRUE(refused(flipped)) << "byte " << i << " ^ " << bits << " accepted:\n" << flipped;
    }
    EXPECT_TRUE(refused(text.substr(0, i))) << "cut to " << i << " bytes";
    std::string shorter = text;
    shorter.erase(i, 1);
    EXPECT_TRUE(refused(shorter)) << "byte " << i << " removed";
  }
  for (const char* more : {"\n", " ", "x", "\n\n"}) {
    EXPECT_TRUE(refused(text + more));
    EXPECT_TRUE(refused(more + text));
  }
}

}  // namespace sinetti::testing_support
