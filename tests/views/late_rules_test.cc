// A rule that is recorded after the acts that it governs decides all the same: the limits are those
// of a ledger that knew every rule from the first day, and what was known before stays visible.
#include <gtest/gtest.h>

#include <random>

#include "replay/fold/digest.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using testing_support::TempDir;
using Rows = std::vector<std::vector<std::string>>;

std::string DraftText(const std::string& type, const std::string& id, const std::string& data,
                      const std::string& stream) {
  return R"({"specversion":"1.0","source":"urn:test","occurred":"2000","provider":"tuottaja",)"
         R"("stream":")" +
         stream + R"(","type":")" + type + R"(","id":")" + id + R"(","data":)" + data + "}";
}

std::string Application(const std::string& id, const std::string& day) {
  return DraftText("application.received", id,
                   R"({"kind":"toimeentulotuki","urgency":"normal","receivedOn":")" + day + R"("})",
                   "asia-" + id);
}

std::string Decision(const std::string& id, const std::string& application,
                     const std::string& day) {
  return DraftText("decision.made", id,
                   R"({"kind":"toimeentulotuki","result":"granted","decidedOn":")" + day +
                       R"(","application":")" + application + R"("})",
                   "asia-" + application);
}

std::string Version(const std::string& id, const std::string& rule, const std::string& version,
                    int amount, const std::string& from, const std::string& to,
                    const std::string& unit = "workingDays") {
  return DraftText("rule.versionInForce", id,
                   R"({"rule":")" + rule + R"(","version":")" + version +
                       R"(","amount":{"value":)" + std::to_string(amount) + R"(},"unit":")" + unit +
                       R"(","excludeFirstDay":true,"week":"mondayToFriday","eveIsHoliday":true,)"
                       R"("statute":"1412/1997:14_c","from":{"date":")" +
                       from + R"("})" + (to.empty() ? "" : R"(,"to":{"date":")" + to + R"("})") +
                       "}",
                   "rule-" + rule);
}

std::string Local(const std::string& id, const std::string& rule, const std::string& against) {
  return DraftText("rule.registered", id,
                   R"({"rule":")" + rule + R"(","title":"Oma","kind":"local","measuredAgainst":")" +
                       against + R"("})",
                   "rule-" + rule);
}

// A decision that is notified by letter, and attacked.
std::vector<std::string> Appealed(const std::string& id, bool corrected, const std::string& sent) {
  const std::string stream = "asia-" + id;
  return {
      DraftText("decision.made", "p" + id,
                R"({"kind":"palvelu","result":"refused","decidedOn":"2005-01-01","remedy":")" +
                    std::string(corrected ? "correction30" : "appeal30") +
                    R"(","provisions":["1301/2014:45"]})",
                stream),
      DraftText("decision.notified", "t" + id,
                R"({"decision":"p)" + id + R"(","method":"letter","sentOn":")" + sent + R"("})",
                stream),
      DraftText("appeal.filed", "v" + id,
                R"({"decision":"p)" + id + R"(","court":"hallinto-oikeus","filedOn":"2026-01-01"})",
                stream)};
}

constexpr const char* kRows =
    "SELECT rule, rule_version, kind, basis, trigger_date, due, rolled_from, reason_en, state, "
    "closed_on, days_late, workdays_late, against, subject FROM v4_deadlines "
    "ORDER BY trigger_ref, rule";
constexpr const char* kStandards =
    "SELECT rule, version, statute_version, statute_limit, verdict FROM v16_local_standards";

class LateRules : public ::testing::Test {
 protected:
  Rows Query(const std::string& sql, std::optional<Timestamp> known_at = std::nullopt) {
    auto views = ledger_.Views(ParseDate("2030-01-01").value(), known_at);
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }
  Timestamp Now() {
    return ParseTimestamp(Query("SELECT max(recorded_at) FROM matter_event")[0][0]).value();
  }

  ScenarioLedger ledger_;
};

TEST_F(LateRules, DecideWhenTheyWereInForceOnTheDayOfTheTrigger) {
  ledger_.Add(Application("a", "2018-03-05"));
  ledger_.Add(Application("b", "2018-09-03"));
  ledger_.Add(Decision("d", "a", "2018-03-13"));
  const std::string sql = "SELECT rule_version, due, state, workdays_late FROM v4_deadlines";
  EXPECT_EQ(Query(sql), (Rows{{"2017", "2018-03-14", "in_time", "0"},
                              {"2017", "2018-09-12", "overdue", "NULL"}}));
  const Timestamp before = Now();
  ledger_.Add(Version("v", "toimeentulotuki-paatos", "koe", 5, "2018-02-01", "2018-06-01"));
  EXPECT_EQ(Query(sql),
            (Rows{{"koe", "2018-03-12", "late", "1"}, {"2017", "2018-09-12", "overdue", "NULL"}}));
  // What was known then stays what was known then.
  EXPECT_EQ(Query(sql, before), (Rows{{"2017", "2018-03-14", "in_time", "0"},
                                      {"2017", "2018-09-12", "overdue", "NULL"}}));
}

TEST_F(LateRules, SetALimitWhereNoneWasKnown) {
  ledger_.Add(Application("a", "2003-03-03"));
  ledger_.Add(Decision("d", "a", "2003-03-20"));
  EXPECT_EQ(Query(kRows), Rows{});
  EXPECT_EQ(Query("SELECT * FROM v13_processing"), Rows{});
  ledger_.Add(Version("v", "toimeentulotuki-paatos", "1998", 10, "1998-03-01", "2008-01-01"));
  EXPECT_EQ(Query("SELECT rule_version, due, state, workdays_late FROM v4_deadlines"),
            (Rows{{"1998", "2003-03-17", "late", "3"}}));
  EXPECT_EQ(Query("SELECT received, breaches FROM v13_processing"), (Rows{{"1", "1"}}));
}

TEST_F(LateRules, ThatReplaceAVersionTakeItsLimitsAway) {
  ledger_.Add(Application("a", "2003-03-03"));
  ledger_.Add(Version("v", "toimeentulotuki-paatos", "1998", 10, "1998-03-01", "2008-01-01"));
  EXPECT_EQ(Query("SELECT due FROM v4_deadlines").size(), 1U);
  ledger_.Add(Version("w", "toimeentulotuki-paatos", "1998", 10, "1998-03-01", "2003-01-01"));
  EXPECT_EQ(Query(kRows), Rows{});
}

TEST_F(LateRules, ThatRepealARuleEndItForTriggersFromThatDayOn) {
  ledger_.Add(Application("a", "2018-03-05"));
  ledger_.Add(Application("b", "2018-09-03"));
  ledger_.Add(DraftText("rule.repealed", "k",
                        R"({"rule":"toimeentulotuki-paatos","from":{"date":"2018-07-01"}})",
                        "rule-x"));
  const std::string sql = "SELECT trigger_date, rule_version FROM v4_deadlines";
  EXPECT_EQ(Query(sql), (Rows{{"2018-03-05", "2017"}}));
  ledger_.Add(Version("v", "toimeentulotuki-paatos", "uusi", 5, "2018-08-01", ""));
  EXPECT_EQ(Query(sql), (Rows{{"2018-03-05", "2017"}, {"2018-09-03", "uusi"}}));
}

TEST_F(LateRules, OfAMunicipalityStandBesideTheStatuteFromTheFirstDayOn) {
  ledger_.Add(Application("a", "2018-03-05"));
  ledger_.Add(Decision("d", "a", "2018-03-13"));
  ledger_.Add(Version("v", "oma", "1", 5, "2018-01-01", ""));
  ledger_.Add(Local("r", "oma", "toimeentulotuki-paatos"));
  EXPECT_EQ(Query("SELECT rule, kind, due, state, workdays_late FROM v4_deadlines"),
            (Rows{{"oma", "local", "2018-03-12", "late", "1"},
                  {"toimeentulotuki-paatos", "statute", "2018-03-14", "in_time", "0"}}));
  EXPECT_EQ(Query(kStandards), (Rows{{"oma", "1", "2017", "7", "stronger"}}));
  ledger_.Add(Version("w", "toimeentulotuki-paatos", "koe", 3, "2018-01-01", "2019-01-01"));
  EXPECT_EQ(Query(kStandards), (Rows{{"oma", "1", "koe", "3", "weaker"}}));
}

TEST_F(LateRules, OfAccountsLeaveOneTimeRunningForEachPlan) {
  const auto plan = [](const std::string& id, const std::string& day) {
    return DraftText("smplan.published", id,
                     R"({"unit":"yksikkö","planVersion":"1","publishedOn":")" + day + R"("})",
                     "unit-1");
  };
  ledger_.Add(plan("p1", "2022-05-02"));
  ledger_.Add(plan("p2", "2024-03-01"));
  const std::string sql = "SELECT trigger_date, due FROM v4_deadlines";
  const Rows known_late = Query(sql);
  ASSERT_EQ(known_late.size(), 1U);
  EXPECT_EQ(known_late[0][0], "2024-03-01");
  ledger_.Add(Version("v", "omavalvonta-seuranta", "koe", 4, "2022-01-01", "2023-01-01", "months"));
  EXPECT_EQ(Query(sql), (Rows{{"2022-05-02", "2022-09-02"}}));
}

TEST_F(LateRules, OfDeemedNotificationMoveTheTimesThatItBegan) {
  for (const std::string& act : Appealed("1", false, "2024-11-29"))
    ASSERT_NO_FATAL_FAILURE(ledger_.Add(act));
  const std::string sql = "SELECT trigger_date, due, rolled_from FROM v4_deadlines";
  const std::string received = "SELECT notified_on, received_on FROM v21_decisions";
  EXPECT_EQ(Query(sql), (Rows{{"2024-12-06", "2025-01-07", "2025-01-05"}}));
  EXPECT_EQ(Query(received), (Rows{{"2024-11-29", "2024-12-06"}}));
  const Timestamp before = Now();
  ledger_.Add(Version("v", "tiedoksianto-kirje", "koe", 3, "2024-01-01", "2025-01-01", "days"));
  EXPECT_EQ(Query(sql), (Rows{{"2024-12-02", "2025-01-02", "2025-01-01"}}));
  EXPECT_EQ(Query(received), (Rows{{"2024-11-29", "2024-12-02"}}));
  EXPECT_EQ(Query(sql, before), (Rows{{"2024-12-06", "2025-01-07", "2025-01-05"}}));
  // Without a rule nobody knows the day; with one again, everybody does.
  ledger_.Add(DraftText("rule.repealed", "k",
                        R"({"rule":"tiedoksianto-kirje","from":{"date":"2024-06-01"}})", "rule-x"));
  EXPECT_EQ(Query(sql), Rows{});
  EXPECT_EQ(Query(received), (Rows{{"2024-11-29", "NULL"}}));
  ledger_.Add(Version("w", "tiedoksianto-kirje", "uusi", 5, "2024-06-01", "", "days"));
  EXPECT_EQ(Query(sql), (Rows{{"2024-12-04", "2025-01-03", "NULL"}}));
}

TEST_F(LateRules, UnderTheNameOfACompiledVersionTakeItsDaysAway) {
  ledger_.Add(Application("a", "2020-03-02"));
  EXPECT_EQ(Query(kRows).size(), 1U);
  ledger_.Add(Version("v", "toimeentulotuki-paatos", "2017", 7, "2017-01-01", "2019-01-01"));
  EXPECT_EQ(Query(kRows), Rows{});
}

// Random acts and rules in random order, against the same rules recorded first.
TEST_F(LateRules, GiveTheRowsOfALedgerThatKnewThemFromTheFirstDay) {
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  const auto pick = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  const auto day = [&](int low_year = 2005, int high_year = 2026) {
    return FormatDate(DateOf(pick(low_year, high_year), pick(1, 12), pick(1, 28)));
  };
  for (int round = 0; round < 8; ++round) {
    std::vector<std::string> rules, acts;
    const std::vector<std::string> names = {"toimeentulotuki-paatos",
                                            "toimeentulotuki-kiireellinen",
                                            "omavalvonta-seuranta",
                                            "oma-1",
                                            "oma-2",
                                            "tiedoksianto-kirje",
                                            "valitus-hallinto-oikeus",
                                            "oikaisuvaatimus-sosiaalihuolto"};
    // Some are the names of versions that are compiled in.
    const std::vector<std::string> versions = {"v1", "v2", "v3", "2004", "2017", "2020"};
    for (int i = 0; i < 18; ++i) {
      const std::string id = "r" + std::to_string(i);
      const std::string& name = names[static_cast<std::size_t>(pick(0, 7))];
      if (name.starts_with("oma-") && pick(0, 1) == 0) {
        rules.push_back(Local(id, name, names[static_cast<std::size_t>(pick(0, 2))]));
        continue;
      }
      const std::string from = day();
      if (pick(0, 4) == 0) {
        rules.push_back(DraftText("rule.repealed", id,
                                  R"({"rule":")" + name + R"(","from":{"date":")" + from + R"("}})",
                                  "rule-" + name));
        continue;
      }
      rules.push_back(Version(id, name, versions[static_cast<std::size_t>(pick(0, 5))], pick(1, 9),
                              from,
                              pick(0, 1) ? "" : std::max(day(2005, 2030), from + "x").substr(0, 10),
                              pick(0, 1) ? "days" : "workingDays"));
    }
    for (int i = 0; i < 50; ++i) {
      const std::string id = "a" + std::to_string(i);
      if (pick(0, 3) == 0) {
        for (std::string& act : Appealed(id, pick(0, 1) == 0, day()))
          acts.push_back(std::move(act));
        continue;
      }
      if (pick(0, 2) > 0) {
        acts.push_back(Application(id, day()));
        if (pick(0, 1)) acts.push_back(Decision("d" + id, id, day()));
        continue;
      }
      const std::string unit =
          R"({"unit":"y)" + std::to_string(pick(1, 2)) + R"(","publishedOn":")" + day() + "\"";
      acts.push_back(pick(0, 1)
                         ? DraftText("smplan.published", id, unit + R"(,"planVersion":"1"})", "u")
                         : DraftText("smreport.published", id,
                                     unit + R"(,"scope":"unitPlan","periodFrom":"2024-01-01",)"
                                            R"("periodTo":"2024-04-30"})",
                                     "u"));
    }
    ScenarioLedger first, mixed;
    for (const std::string& rule : rules) ASSERT_NO_FATAL_FAILURE(first.Add(rule));
    for (const std::string& act : acts) ASSERT_NO_FATAL_FAILURE(first.Add(act));
    for (std::size_t rule = 0, act = 0; rule < rules.size() || act < acts.size();) {
      const bool next_is_rule = act == acts.size() || (rule < rules.size() && pick(0, 3) == 0);
      ASSERT_NO_FATAL_FAILURE(mixed.Add(next_is_rule ? rules[rule++] : acts[act++]));
    }
    const auto as_of = ParseDate("2030-01-01").value();
    auto known = first.Views(as_of), late = mixed.Views(as_of);
    ASSERT_OK(known);
    ASSERT_OK(late);
    EXPECT_EQ(RowsOf((*known)->database(), kRows), RowsOf((*late)->database(), kRows));
    EXPECT_EQ(RowsOf((*known)->database(), kStandards), RowsOf((*late)->database(), kStandards));

    // Resumed after every eleventh event: the rows of one pass.
    const TempDir dir;
    const Reader reader = mixed.ledger().Read();
    const ViewsFile steps(dir.path(), mixed.ledger().info().origin, AllViews());
    for (std::uint64_t until = 11; until < reader.size().value; until += 11)
      ASSERT_OK(steps.CatchUp(reader, mixed.registry(), {.until = TreeSize{until}}));
    ASSERT_OK(steps.CatchUp(reader, mixed.registry(), {.until = reader.size()}));
    const auto rebuilt = steps.Rebuild(reader, mixed.registry(), {.until = reader.size()}, false);
    ASSERT_OK(rebuilt);
    EXPECT_TRUE(rebuilt->compared && rebuilt->differs.empty());
  }
}

}  // namespace
}  // namespace sinetti
