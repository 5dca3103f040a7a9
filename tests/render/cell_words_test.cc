// Stated values and codes in words: bounds, unreadable values and labels of the schemas.
#include "replay/reports/cell_words.h"

#include <gtest/gtest.h>

#include "replay/render/render.h"

namespace sinetti {
namespace {

std::string Finnish(std::string_view shown) { return StatedWords(shown).fi; }

TEST(StatedWords, SayBoundsInWords) {
  EXPECT_EQ(Finnish(">40000"), "yli 40\u00a0000");
  EXPECT_EQ(StatedWords(">40000").en, "over 40,000");
  EXPECT_EQ(StatedWords("> 400 osallistuja").sv, "över 400 osallistuja");
  EXPECT_EQ(Finnish("<29"), "alle 29");
  EXPECT_EQ(Finnish("~60"), "noin 60");
  EXPECT_EQ(Finnish("ø40"), "keskimäärin 40");
  EXPECT_EQ(Finnish("≥1/year"), "vähintään 1 vuodessa");
  EXPECT_EQ(StatedWords("1/month").sv, "1 gånger per månad");
}

TEST(StatedWords, ShowMissingAsMissingAndNeverAsNothing) {
  EXPECT_EQ(Finnish("–"), "puuttuu");
  EXPECT_EQ(Finnish(""), "puuttuu");
  EXPECT_EQ(Finnish("0"), "0");
}

TEST(StatedWords, ListTheReadingsOfAnUnreadableValue) {
  EXPECT_EQ(Finnish("?"), "epäselvä");
  EXPECT_EQ(Finnish("? 4 | 5"), "epäselvä: 4 tai 5");
  EXPECT_EQ(StatedWords("? 4–5 % | 45 %").en, "unreadable: 4–5 % or 45 %");
}

TEST(StatedWords, KeepMoneyDaysAndYearsReadable) {
  EXPECT_EQ(Finnish("100500.00"), "100\u00a0500,00");
  EXPECT_EQ(Finnish("45.500 %"), "45,5 %");
  EXPECT_EQ(Finnish("100.000 %"), "100 %");
  EXPECT_EQ(Finnish("2015"), "2015");
  EXPECT_EQ(Finnish("2015-01-01"), "2015-01-01");
  EXPECT_EQ(Finnish("13.9.2016"), "13.9.2016");
  EXPECT_EQ(Finnish("-1.500 %"), "-1,5 %");
  EXPECT_EQ(Finnish("f-659aba48107408"), "f-659aba48107408");
  EXPECT_EQ(Finnish("741/2023:10.1"), "741/2023:10.1");
}

TEST(CodeWords, ShowUnknownCodesAsTheyStand) {
  const std::vector<CodeWord> codes{{"in_time", {"ajoissa", "i tid", "in time"}}};
  EXPECT_EQ(WordsOf(CodeValue("in_time", codes)).sv, "i tid");
  EXPECT_EQ(WordsOf(CodeValue("new_state", codes)).fi, "new_state");
  EXPECT_EQ(CodesWords("in_time, other; in_time", codes).en, "in time, other, in time");
}

TEST(SchemaWords, AreTheLabelsOfTheSchemas) {
  EXPECT_EQ(EventTypeWords("decision.made").fi, "päätös tehty");
  EXPECT_EQ(EventTypeWords("no.suchType").en, "no.suchType");
  EXPECT_EQ(EnumerantWords("decision.made/result", "refused").sv, "avslaget");
  EXPECT_EQ(EnumerantWords("decision.made/result", "other").fi, "other");
}

}  // namespace
}  // namespace sinetti
