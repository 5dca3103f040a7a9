#include "ledger/event/municipalities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/event/shared_rows.h"

namespace sinetti {
namespace {

Municipality Find(const std::string& code) {
  Municipality found;
  EXPECT_TRUE(FindMunicipality(code, found)) << code;
  return found;
}

TEST(Municipalities, KnowThoseOfTheSourceDocuments) {
  struct Row {
    const char* code;
    const char* name;
    const char* heir;  // on 2026-01-01
  };
  const Row rows[] = {{"077", "Hankasalmi", "077"},
                      {"082", "Hattula", "082"},
                      {"109", "Hämeenlinna", "109"},
                      {"151", "Isojoki", "151"},
                      {"165", "Janakkala", "165"},
                      {"175", "Jurva", "301"},
                      {"179", "Jyväskylä", "179"},
                      {"180", "Jyväskylän maalaiskunta", "179"},
                      {"216", "Kannonkoski", "216"},
                      {"226", "Karstula", "226"},
                      {"265", "Kivijärvi", "265"},
                      {"312", "Kyyjärvi", "312"},
                      {"218", "Karijoki", "218"},
                      {"232", "Kauhajoki", "232"},
                      {"410", "Laukaa", "410"},
                      {"633", "Pylkönmäki", "729"},
                      {"694", "Riihimäki", "694"},
                      {"698", "Rovaniemi", "698"},
                      {"699", "Rovaniemen maalaiskunta", "698"},
                      {"729", "Saarijärvi", "729"},
                      {"846", "Teuva", "846"},
                      {"277", "Korpilahti", "179"}};
  for (const Row& row : rows) {
    const Municipality found = Find(row.code);
    EXPECT_EQ(found.name(Language::kFinnish), row.name);
    EXPECT_EQ(found.AsOf(DateOf(2026, 1, 1)).code(), row.heir) << row.name;
    EXPECT_EQ(found.ceased(), std::string(row.code) != row.heir) << row.name;
  }
  for (const char* code : {"175", "180", "277", "633"}) {
    EXPECT_EQ(Find(code).ceased_on(), DateOf(2009, 1, 1)) << code;
    EXPECT_TRUE(Find(code).InForce(DateOf(2008, 12, 31)));
    EXPECT_FALSE(Find(code).InForce(DateOf(2009, 1, 1)));
    EXPECT_TRUE(Find(code).MayBeNamedOn(DateOf(2009, 1, 1)));
    EXPECT_FALSE(Find(code).MayBeNamedOn(DateOf(2009, 1, 2)));
  }
  EXPECT_EQ(Find("699").ceased_on(), DateOf(2006, 1, 1));
}

TEST(Municipalities, FollowChainsOfAbolition) {
  // Vöyri -> Vöyri-Maksamaa (2007) -> Vöyri (2011).
  EXPECT_EQ(Find("944").AsOf(DateOf(2006, 12, 31)).code(), "944");
  EXPECT_EQ(Find("944").AsOf(DateOf(2007, 1, 1)).code(), "945");
  EXPECT_EQ(Find("944").AsOf(DateOf(2011, 1, 1)).code(), "946");
  // Virtasalmi -> Pieksänmaa (2004) -> Pieksämäki (2007).
  EXPECT_EQ(Find("937").AsOf(DateOf(2005, 6, 1)).code(), "640");
  EXPECT_EQ(Find("937").AsOf(DateOf(2026, 1, 1)).code(), "593");
  // Längelmäki was divided.
  EXPECT_EQ(Find("443").successors().size(), 2u);
}

TEST(Municipalities, HaveSwedishNames) {
  EXPECT_EQ(Find("091").name(Language::kSwedish), "Helsingfors");
  EXPECT_EQ(Find("109").name(Language::kSwedish), "Tavastehus");
  EXPECT_EQ(Find("180").name(Language::kSwedish), "Jyväskylä landskommun");
  EXPECT_EQ(Find("091").name(Language::kEnglish), "Helsinki");
}

TEST(Municipalities, RefuseCodesThatNobodyHas) {
  Municipality found;
  for (const char* code : {"", "000", "001", "999", "91", "0091", "09a", "-91", " 91"})
    EXPECT_FALSE(FindMunicipality(code, found)) << code;
}

// The official number of municipalities at the beginning of each year.
TEST(Municipalities, CountAsManyAsTheCountryHad) {
  const std::map<int, std::size_t> counts = {
      {2001, 448}, {2002, 448}, {2003, 446}, {2004, 444}, {2005, 432}, {2006, 431}, {2007, 416},
      {2008, 415}, {2009, 348}, {2010, 342}, {2011, 336}, {2012, 336}, {2013, 320}, {2015, 317},
      {2016, 313}, {2017, 311}, {2020, 310}, {2021, 309}, {2025, 308}, {2026, 308}};
  for (const auto& [year, count] : counts)
    EXPECT_EQ(MunicipalitiesOn(DateOf(year, 1, 2)).size(), count) << year;
}

TEST(Municipalities, AgreeWithEveryYearlyKeyOfStatisticsFinland) {
  int years = 0;
  for (int year = 2013; year <= 2026; ++year) {
    const auto rows =
        SharedRows("municipalities/geofi/municipality_key_" + std::to_string(year) + ".csv", ',');
    if (rows.empty()) continue;
    ++years;
    std::set<std::string> expected;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const std::string code = std::string(3 - rows[i][0].size(), '0') + rows[i][0];
      expected.insert(code);
      if (year == 2026) {
        EXPECT_EQ(Find(code).name(Language::kFinnish), rows[i][2]);
        EXPECT_EQ(Find(code).name(Language::kSwedish), rows[i][3]);
      }
    }
    std::set<std::string> computed;
    for (const Municipality& one : MunicipalitiesOn(DateOf(year, 6, 1)))
      computed.insert(one.code());
    EXPECT_EQ(computed, expected) << year;
  }
  if (years == 0) GTEST_SKIP() << "shared data is absent";
  EXPECT_GE(years, 9);
}

TEST(Municipalities, AgreeWithTheKeyOfAbolishedOnes) {
  const auto rows = SharedRows("municipalities/ptt/abolished_mun_key.csv", ',');
  if (rows.empty()) GTEST_SKIP() << "shared data is absent";
  int checked = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Municipality found;
    const std::string heir = rows[i][1].substr(2);
    if (!FindMunicipality(rows[i][0].substr(2), found) || rows[i][0] == rows[i][1]) continue;
    ASSERT_TRUE(found.ceased()) << found.code();
    bool named = false;
    for (const Municipality& successor : found.successors()) named |= successor.code() == heir;
    EXPECT_TRUE(named) << found.code() << " -> " << heir;
    ++checked;
  }
  EXPECT_GE(checked, 140);
}

}  // namespace
}  // namespace sinetti
