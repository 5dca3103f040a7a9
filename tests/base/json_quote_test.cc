#include "ledger/base/json_quote.h"

#include <gtest/gtest.h>

namespace sinetti {
namespace {

TEST(JsonQuoted, EscapesWhatRfc8259AsksFor) {
  EXPECT_EQ(JsonQuoted("a\"b\\c\n\r\t\b\x1f"), R"("a\"b\\c\n\r\t\u0008\u001f")");
}

TEST(JsonQuoted, EscapesWhatTerminalsAndScriptsTripOn) {
  EXPECT_EQ(JsonQuoted("\x7f\xe2\x80\xa8\xe2\x80\xa9"), R"("\u007f\u2028\u2029")");
}

TEST(JsonQuoted, LeavesOtherTextAsItIs) {
  EXPECT_EQ(JsonQuoted("yli 40 000 €, ä/ö \xe2\x80\x93"), "\"yli 40 000 €, ä/ö \xe2\x80\x93\"");
}

TEST(JsonQuoted, TakesATextThatEndsInsideALineSeparator) {
  EXPECT_EQ(JsonQuoted("a\xe2\x80"), "\"a\xe2\x80\"");
}

}  // namespace
}  // namespace sinetti
