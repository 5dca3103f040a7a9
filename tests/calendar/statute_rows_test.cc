// Every rule of the book on a day that was counted by hand, with a paper calendar: the time limits
// of the acts (B3.2 and B3.3 of the domain) against the program's arithmetic.
#include <gtest/gtest.h>

#include <set>

#include "replay/calendar/deadline.h"

namespace sinetti {
namespace {

struct Counted {
  const char* rule;
  const char* trigger;
  const char* version;
  const char* due;
  const char* rolled_from = "";
};

constexpr Counted kRows[] = {
    // Appeals and corrections: a party's act moves.
    {"oikaisuvaatimus-yleinen", "2024-11-06", "2010", "2024-12-09", "2024-12-06"},
    {"oikaisuvaatimus-sosiaalihuolto", "2025-11-24", "2015", "2025-12-29", "2025-12-24"},
    {"oikaisuvaatimus-hyvinvointialue", "2024-11-06", "2023", "2024-11-20"},
    {"aluevalitus", "2024-05-24", "2023", "2024-06-24", "2024-06-23"},
    {"valitus-hallinto-oikeus", "2024-12-06", "2020", "2025-01-07", "2025-01-05"},
    {"hankintaoikaisu", "2026-01-09", "2017", "2026-01-23"},
    {"hankintavalitus", "2025-12-11", "2017", "2025-12-29", "2025-12-25"},
    {"hankintavalitus-ilman-odotusaikaa", "2024-11-06", "2017", "2024-12-09", "2024-12-06"},
    {"hankintavalitus-puutteellinen", "2024-08-31", "2017", "2025-02-28"},
    // An authority's own time stays, on whatever day it ends.
    {"hankintaoikaisu-oma-aloite", "2025-01-02", "2017", "2025-04-02"},
    {"hankinta-odotusaika", "2024-12-12", "2017", "2024-12-26"},
    {"hankinta-odotusaika-puite", "2024-12-12", "2017", "2024-12-22"},
    {"asiavirhe", "2020-02-29", "2004", "2025-02-28"},
    {"kirjoitusvirhe", "2019-03-01", "2004", "2024-03-01"},
    {"hallintokantelu-ika", "2022-03-05", "2014", "2024-03-05"},
    {"valvonta-tapahtuman-ika", "2024-01-31", "2024", "2026-01-31"},
    {"uhkasakko-tuomitseminen", "2024-02-29", "1991", "2026-02-28"},
    {"tahdosta-riippumaton-hoito", "2011-08-26", "1991", "2011-11-26"},
    // Deemed notification does not move.
    {"tiedoksianto-kirje", "2024-11-29", "2004", "2024-12-06"},
    {"tiedoksianto-sahkoinen", "2024-11-29", "2003", "2024-12-02"},
    {"tiedoksianto-poytakirja", "2024-11-29", "2023", "2024-12-06"},
    // Social services.
    {"toimeentulotuki-kiireellinen", "2014-01-03", "2008", "2014-01-07"},
    {"toimeentulotuki-kiireellinen", "2016-12-30", "2008", "2017-01-02"},
    {"toimeentulotuki-kiireellinen", "2017-01-05", "2017", "2017-01-09"},
    {"toimeentulotuki-paatos", "2013-12-19", "2008", "2014-01-03"},
    {"toimeentulotuki-paatos", "2014-04-17", "2008", "2014-04-30"},
    {"toimeentulotuki-paatos", "2026-03-02", "2017", "2026-03-11"},
    {"toimeentulotuki-seuraava-kuukausi", "2026-04-20", "2017", "2026-05-04"},
    {"toimeentulotuki-taydennyspyynto", "2026-03-02", "2017", "2026-03-11"},
    {"toimeentulotuki-taydennetty", "2026-03-06", "2017", "2026-03-17"},
    {"toimeentulotuki-keskustelu", "2026-04-01", "2017", "2026-04-14"},
    {"palvelutarpeen-arviointi-aloitus", "2023-10-02", "2023", "2023-10-11"},
    {"palvelutarpeen-arviointi-lapsi", "2024-11-30", "2015", "2025-02-28"},
    {"sosiaalipalvelu-toteutus", "2025-01-31", "2015", "2025-04-30"},
    {"sosiaalipalvelu-toteutus-25a", "2025-05-31", "2025", "2025-06-30"},
    // Access to care, with its history.
    {"hoito-arviointi", "2023-08-31", "2005", "2023-09-05"},
    {"hoito-yhteys", "2026-03-03", "2011", "2026-03-03"},
    {"hoito-yhteys", "2026-04-03", "2011", "2026-04-07"},
    {"hoitoon-paasy", "2023-08-31", "2011", "2023-11-30"},
    {"hoitoon-paasy", "2023-09-01", "2023", "2023-09-15"},
    {"hoitoon-paasy", "2024-10-31", "2023", "2024-11-14"},
    {"hoitoon-paasy", "2024-11-01", "2024", "2024-11-15"},
    {"hoitoon-paasy", "2024-12-31", "2024", "2025-01-14"},
    {"hoitoon-paasy", "2025-01-01", "2025", "2025-04-01"},
    {"hoitoon-paasy-alle-23", "2023-08-31", "2011", "2023-11-30"},
    {"hoitoon-paasy-alle-23", "2023-09-01", "2023", "2023-09-15"},
    {"hoitoon-paasy-alle-23", "2024-12-31", "2024", "2025-01-14"},
    {"hoitoon-paasy-alle-23", "2025-01-01", "2025", "2025-01-15"},
    {"psykososiaalinen-alle-23", "2025-05-01", "2025", "2025-05-29"},
    {"suun-hoito", "2025-08-31", "2025", "2026-02-28"},
    {"suun-hoito-alle-23", "2025-11-30", "2025", "2026-02-28"},
    {"erikoissairaanhoito-arviointi", "2026-03-03", "2011", "2026-03-24"},
    {"erikoissairaanhoito-hoito", "2026-03-03", "2011", "2026-09-03"},
    {"nuorisopsykiatria", "2026-03-03", "2011", "2026-06-03"},
    {"hoitoonpaasy-julkaisu", "2025-05-31", "2025", "2025-06-30"},
    {"hoitoonpaasy-julkaisu-esh", "2025-10-31", "2025", "2026-02-28"},
    // Supervision and data.
    {"omavalvonta-seuranta", "2024-10-31", "2024", "2025-02-28"},
    {"lokitietopyynto", "2024-12-31", "2024", "2025-02-28"},
    {"lokitieto-ika", "2024-02-29", "2024", "2026-02-28"},
    {"luotettavuus-tarkastelu", "2027-02-28", "2024", "2024-02-28"},
};

TEST(Statutes, EndOnTheDaysCountedByHand) {
  const RuleBook book = RuleBook::BuiltIn();
  for (const Counted& row : kRows) {
    SCOPED_TRACE(std::string(row.rule) + " from " + row.trigger);
    const auto deadline = Compute(book, row.rule, ParseDate(row.trigger).value());
    ASSERT_TRUE(deadline) << deadline.error().message;
    EXPECT_EQ(FormatDate(deadline->due), row.due);
    EXPECT_EQ(deadline->rule_version, row.version);
    EXPECT_EQ(deadline->rolled_from ? FormatDate(*deadline->rolled_from) : "", row.rolled_from);
  }
}

TEST(Statutes, AreAllHere) {
  std::set<std::string> counted;
  for (const Counted& row : kRows) counted.insert(row.rule);
  const RuleBook book = RuleBook::BuiltIn();
  for (const Rule& rule : book.rules()) EXPECT_TRUE(counted.contains(rule.id)) << rule.id;
}

TEST(Statutes, HoldFromTheirFirstDayToTheDayBeforeTheirEnd) {
  const RuleBook book = RuleBook::BuiltIn();
  const auto holds = [&](const char* rule, const char* day) {
    return Compute(book, rule, ParseDate(day).value()).has_value();
  };
  EXPECT_FALSE(holds("psykososiaalinen-alle-23", "2025-04-30"));
  EXPECT_FALSE(holds("hoito-arviointi", "2023-09-01"));
  EXPECT_FALSE(holds("toimeentulotuki-paatos", "2007-12-31"));
  EXPECT_FALSE(holds("palvelutarpeen-arviointi-aloitus", "2023-09-30"));
  EXPECT_FALSE(holds("sosiaalipalvelu-toteutus-25a", "2025-04-30"));
  EXPECT_FALSE(holds("oikaisuvaatimus-hyvinvointialue", "2022-12-31"));
}

// 150/1930 5 section names Saturday and the eves; Maundy Thursday and New Year's Eve it does not.
TEST(Statutes, DoNotMoveFromNewYearsEveOrMaundyThursdayButFromEasterSaturday) {
  const RuleBook book = RuleBook::BuiltIn();
  const auto due = [&](const char* day) {
    return FormatDate(
        Compute(book, "oikaisuvaatimus-hyvinvointialue", ParseDate(day).value())->due);
  };
  EXPECT_EQ(due("2024-12-17"), "2024-12-31");
  EXPECT_EQ(due("2026-03-19"), "2026-04-02");
  EXPECT_EQ(due("2026-03-21"), "2026-04-07");
}

}  // namespace
}  // namespace sinetti
