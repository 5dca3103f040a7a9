// Rows that the design states for the five scenarios, the dates and the funding arithmetic (its
// sections A6, C.2 and C.4), typed in by hand from the page and not from what the program shows.
// One line is one stated fact: scenario, as-of day, query, the cells expected.
#include <gtest/gtest.h>

#include <map>

#include "replay/calendar/deadline.h"
#include "replay/calendar/holidays.h"
#include "replay/controls/audit.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioFiles;
using testing_support::ScenarioLedger;

struct Fact {
  const char* scenario;
  const char* as_of;
  const char* sql;
  const char* rows;  // cells by |, rows by ;
};

// clang-format off
constexpr Fact kFacts[] = {
    // A6.1 and C.4: funding of 2007 and 2008, in cents.
    {"000", "2026-06-01", "SELECT stated, computed, difference FROM v30_funding WHERE year = 2007 AND line = 'total'", "7000000|7000000|0"},
    {"000", "2026-06-01", "SELECT stated FROM v30_funding WHERE year = 2007 AND line = 'Valtion osuus'", "5250000"},
    {"000", "2026-06-01", "SELECT stated FROM v30_funding WHERE year = 2007 AND line = 'Kuntaosuus'", "1750000"},
    {"000", "2026-06-01", "SELECT stated, share_stated FROM v30_funding WHERE year = 2007 AND payer = 'kunta-179-vanha'", "1100000|63000"},
    {"000", "2026-06-01", "SELECT stated, share_stated FROM v30_funding WHERE year = 2007 AND payer = 'kunta-180'", "470000|27000"},
    {"000", "2026-06-01", "SELECT stated, share_stated FROM v30_funding WHERE year = 2007 AND payer = 'kunta-729'", "180000|10000"},
    {"000", "2026-06-01", "SELECT round(share_computed / 1000.0, 2) FROM v30_funding WHERE year = 2007 AND payer IS NOT NULL ORDER BY stated DESC", "62.86;26.86;10.29"},
    {"000", "2026-06-01", "SELECT flags FROM v30_funding WHERE year = 2007 AND payer IS NOT NULL", ";;"},
    {"000", "2026-06-01", "SELECT stated, computed, difference FROM v30_funding WHERE year = 2008 AND line = 'total'", "10000000|10050000|50000"},
    {"000", "2026-06-01", "SELECT stated FROM v30_funding WHERE year = 2008 AND line = 'Valtion osuus'", "7550000"},
    {"000", "2026-06-01", "SELECT stated, computed, difference FROM v30_funding WHERE year = 2008 AND line = 'Kuntaosuus'", "2500000|2500000|0"},
    {"000", "2026-06-01", "SELECT stated FROM v30_funding WHERE year = 2008 AND payer IS NOT NULL ORDER BY stated DESC", "1570000;670000;260000"},
    {"000", "2026-06-01", "SELECT round(share_computed / 1000.0, 1) FROM v30_funding WHERE year = 2008 AND payer IS NOT NULL ORDER BY stated DESC", "62.8;26.8;10.4"},
    {"000", "2026-06-01", "SELECT stated, computed, difference FROM v30_funding WHERE line = 'project-by-years'", "17000000|17000000|0"},
    {"000", "2026-06-01", "SELECT stated, computed, difference FROM v30_funding WHERE line = 'project-by-lines'", "17000000|17050000|50000"},
    {"000", "2026-06-01", "SELECT share_computed FROM v30_funding WHERE year = 2007 AND line = 'Valtion osuus'", "75000"},
    {"000", "2026-06-01", "SELECT total FROM v30_payers WHERE payer = 'kunta-179-vanha'", "2670000"},
    {"000", "2026-06-01", "SELECT total FROM v30_payers WHERE payer = 'kunta-180'", "1140000"},
    {"000", "2026-06-01", "SELECT total FROM v30_payers WHERE payer = 'kunta-729'", "440000"},
    {"000", "2026-06-01", "SELECT sum(total) FROM v30_payers", "4250000"},
    {"000", "2026-06-01", "SELECT by_key_rounded, difference_rounded FROM v31_cost_sharing WHERE period = 2008 AND key = 'amounts 2007' ORDER BY allocated DESC", "1570000|0;670000|0;260000|0"},
    {"000", "2026-06-01", "SELECT by_key, difference FROM v31_cost_sharing WHERE period = 2008 AND key LIKE 'printed%' ORDER BY allocated DESC", "1575000|-5000;675000|-5000;250000|10000"},
    {"000", "2026-06-01", "SELECT round(by_key / 100.0) FROM v31_cost_sharing WHERE period = 2008 AND key = 'amounts 2007' ORDER BY allocated DESC", "15714.0;6714.0;2571.0"},
    {"000", "2026-06-01", "SELECT stated, chosen FROM v33_phases WHERE phase = 1", "viiden neljän kuukauden|4"},
    {"000", "2026-06-01", "SELECT months_by_dates FROM v33_phases ORDER BY phase", "4;12;4"},
    {"000", "2026-06-01", "SELECT months, stated, fits FROM v33_durations WHERE reading = '4'", "20|20|1"},
    {"000", "2026-06-01", "SELECT months, stated, fits, chosen FROM v33_durations WHERE reading = '5'", "21|20|0|0"},
    {"000", "2026-06-01", "SELECT planned_from, reached FROM v33_milestones WHERE step = 'start'", "2007-05-01|2007-05-01"},
    {"000", "2026-06-01", "SELECT planned_to, reached FROM v33_milestones WHERE step = 'end'", "2008-12-31|2008-12-31"},
    {"000", "2026-06-01", "SELECT step, reached FROM v33_milestones WHERE step IN ('phase 2', 'phase 3')", "phase 2|2007-09;phase 3|2008-09"},
    {"000", "2009-01-02", "SELECT value FROM v27_snapshot WHERE kind = 'payer' ORDER BY value", "kunta-179-uusi;kunta-729"},
    {"000", "2008-12-31", "SELECT count(*) FROM v27_snapshot WHERE kind = 'payer'", "3"},
    {"000", "2009-01-02", "SELECT value FROM v27_snapshot WHERE kind = 'succession' AND subject = 'kunta-633'", "kunta-729"},
    {"000", "2009-01-02", "SELECT subject FROM v27_snapshot WHERE kind = 'succession' AND value = 'kunta-179-uusi' ORDER BY 1", "kunta-179-vanha;kunta-180;kunta-277"},
    {"000", "2008-12-31", "SELECT count(*) FROM v27_snapshot WHERE kind = 'area' AND subject LIKE 'saarij%'", "6"},
    {"000", "2008-12-31", "SELECT municipality FROM area_member WHERE area_id LIKE 'saarij%' ORDER BY 1", "216;226;265;312;633;729"},
    {"000", "2009-01-02", "SELECT transferred, act FROM v_succession_banner WHERE party = 'kunta-180'", "velat, saatavat ja velvoitteet|426/2008"},
    {"000", "2026-06-01", "SELECT level, count(*) FROM objective GROUP BY level ORDER BY level", "main|2;sub|6"},
    {"000", "2026-06-01", "SELECT state FROM v37_discrepancies WHERE code = 'R-GARBLE'", "reading chosen"},
    {"000", "2026-06-01", "SELECT count(*) FROM v37_discrepancies WHERE severity = 'high' AND state = 'open'", "3"},

    // A6.2
    {"001", "2018-05-31", "SELECT planned_from, planned_to, state, days_late FROM v33_milestones WHERE step = 'lausuntokierros'", "2017-03-01|2017-05-31|late|365"},
    {"001", "2018-05-31", "SELECT state FROM v33_milestones WHERE step = 'lopulliset-paatokset'", "pending"},
    {"001", "2018-06-01", "SELECT state FROM v33_milestones WHERE step = 'lopulliset-paatokset'", "late"},
    {"001", "2017-04-01", "SELECT state FROM v33_milestones WHERE step IN ('lausuntokierros', 'lopulliset-paatokset')", "pending;pending"},
    {"001", "2017-05-31", "SELECT state FROM v33_milestones WHERE step = 'lausuntokierros'", "pending"},
    {"001", "2017-06-01", "SELECT state, days_late FROM v33_milestones WHERE step = 'lausuntokierros'", "late|1"},
    {"001", "2026-06-01", "SELECT state FROM v33_milestones WHERE step = 'lopulliset-paatokset'", "missed"},
    {"001", "2026-06-01", "SELECT count(*) FROM decision", "0"},
    {"001", "2026-06-01", "SELECT stated FROM v26_provenance WHERE path = 'attendance'", "< 400 osallistuja"},
    {"001", "2026-06-01", "SELECT stated FROM v26_provenance WHERE type = 'engagement.cumulativeReported'", "> 4000 ihminen"},
    {"001", "2026-06-01", "SELECT first_day, anchor FROM v26_provenance WHERE raw LIKE 't_n__n' AND type = 'gathering.held'", "2016-09-13|2016-09-13"},
    {"001", "2026-06-01", "SELECT count(*) FROM v37_discrepancies WHERE code = 'R-EVID' AND place = 'integraatio'", "1"},
    {"001", "2026-06-01", "SELECT stated, computed FROM v37_discrepancies WHERE code = 'R-CAL'", "2016-10-30|sunnuntai"},
    {"001", "2026-06-01", "SELECT severity FROM v37_discrepancies WHERE code = 'R-CONTRA' AND computed = 'sote-lakipaketti-2016'", "high"},

    // A6.3
    {"002", "2026-06-01", "SELECT count(*) FROM v34_proposals", "11"},
    {"002", "2026-06-01", "SELECT group_concat(number) FROM v34_proposals WHERE quick = 1 AND needs_study = 0", "2,3,4,6"},
    {"002", "2026-06-01", "SELECT group_concat(number) FROM v34_proposals WHERE quick = 0 AND needs_study = 1", "1,5,7,11"},
    {"002", "2026-06-01", "SELECT group_concat(number) FROM v34_proposals WHERE quick = 1 AND needs_study = 1", "8,9,10"},
    {"002", "2026-06-01", "SELECT number FROM v34_proposals WHERE copied_from <> ''", "11"},
    {"002", "2026-06-01", "SELECT number FROM v34_proposals WHERE instr(missing_fields, 'staff') > 0 ORDER BY 1", "3;7"},
    {"002", "2026-06-01", "SELECT number FROM v34_proposals WHERE instr(missing_fields, 'käyttöprosentin raja') > 0", "2"},
    {"002", "2026-06-01", "SELECT number FROM v34_proposals WHERE instr(missing_fields, 'hoitopäivien hinnat') > 0", "6"},
    {"002", "2026-06-01", "SELECT number FROM v34_proposals WHERE instr(missing_fields, 'hinnat') > 0 ORDER BY 1", "6;11"},
    {"002", "2026-06-01", "SELECT agreed, occupied, over_quota FROM v10_places WHERE owner = 'Hämeenlinna'", "15|16|1"},
    {"002", "2026-06-01", "SELECT agreed, occupied, free, shared, priority_rule <> '' FROM v10_places WHERE owner LIKE '%Janakkala%'", "5|2|3|1|1"},
    {"002", "2026-06-01", "SELECT sum(agreed) FROM v10_places", "20"},
    {"002", "2026-06-01", "SELECT buyers, cost_key, estimated_cents, threshold_cents, standstill_days FROM v24_procurements", "3|notAgreed|50000000|40000000|14"},
    {"002", "2026-06-01", "SELECT substr(chapter, 1, 9) FROM v24_procurements", "1397/2016"},
    {"002", "2026-06-01", "SELECT home_municipality, delay_days FROM v11_transfers", "082|2"},
    {"002", "2026-06-01", "SELECT computed FROM v32_price_forecasts", "notComputable"},
    {"002", "2026-06-01", "SELECT change FROM v32_price_forecasts", "-5…-4 %"},
    {"002", "2026-06-01", "SELECT quantity, quantity_unit, unit_price_cents, computed FROM v32_charges", "10|hoitopäivä|NULL|notComputable"},
    {"002", "2026-06-01", "SELECT chosen_by IS NOT NULL, chosen LIKE '20%' FROM v26_provenance WHERE stream = 'proposal-hhj-2014-01' AND path = 'figures[0].quantity'", "1|1"},
    {"002", "2026-06-01", "SELECT length(readings) - length(replace(readings, '|', '')) + 1 FROM v26_provenance WHERE stream = 'proposal-hhj-2014-01' AND path = 'figures[0].quantity'", "3"},
    {"002", "2026-06-01", "SELECT count(*) FROM v37_discrepancies WHERE code = 'R-DUP'", "2"},
    {"002", "2026-06-01", "SELECT chosen_unit IS NOT NULL, home_municipality FROM choice", "1|165"},
    {"002", "2026-06-01", "SELECT handler <> '', closed_on FROM v2_case_board", "1|NULL"},

    // A6.4
    {"003", "2009-01-01", "SELECT expected_min, expected_max, held, state, months_without FROM v35_cadence WHERE body = 'kehittamisryhma' AND year = 2005", "12|12|11|short|2005-07"},
    {"003", "2009-01-01", "SELECT expected_min, expected_max, held, state FROM v35_cadence WHERE body = 'lautakuntien-puheenjohtajat' AND year = 2005", "2|3|0|none"},
    {"003", "2009-01-01", "SELECT expected_min, held, state FROM v35_cadence WHERE kind = 'gathering' AND year = 2005", "1|0|none;1|0|none"},
    {"003", "2009-01-01", "SELECT expected_min, expected_max FROM v35_cadence_totals WHERE body = 'kehittamisryhma'", "36|36"},
    {"003", "2009-01-01", "SELECT expected_min, expected_max FROM v35_cadence_totals WHERE body = 'lautakuntien-puheenjohtajat'", "6|9"},
    {"003", "2009-01-01", "SELECT expected_min, expected_max FROM v35_cadence_totals WHERE kind = 'gathering'", "3|NULL;3|NULL"},
    {"003", "2009-01-01", "SELECT members FROM v35_members WHERE body = 'kehittamisryhma'", "9"},
    {"003", "2009-01-01", "SELECT members FROM v35_members WHERE body = 'lautakuntien-puheenjohtajat'", "5"},
    {"003", "2009-01-01", "SELECT members FROM v35_members WHERE body = 'hoivapalvelutuottajat'", "15"},
    {"003", "2009-01-01", "SELECT members FROM v35_members WHERE body = 'kunnallisjohto'", "25"},
    {"003", "2009-01-01", "SELECT members FROM v35_members WHERE body = 'yhteistyoryhmat'", "~60"},
    {"003", "2009-01-01", "SELECT sum(seats), max(members_known) FROM v35_members", "114|0"},
    {"003", "2009-01-01", "SELECT count(*) FROM v30_funding", "0"},
    {"003", "2009-01-01", "SELECT raw, object LIKE 'kohde epäselvä%' FROM v_cost_key", "80% 20%|1"},
    {"003", "2009-01-01", "SELECT count(*) FROM cost_key_share WHERE share IS NOT NULL", "0"},
    {"003", "2009-01-01", "SELECT count(*) FROM v37_discrepancies WHERE code = 'R-MISS' AND severity = 'high'", "2"},
    {"003", "2009-01-01", "SELECT count(*) FROM v37_discrepancies WHERE code = 'R-ROLE'", "1"},
    {"003", "2009-01-01", "SELECT count(*) FROM v37_discrepancies WHERE code = 'R-GARBLE' AND severity = 'high'", "1"},
    {"003", "2009-01-01", "SELECT state FROM v33_milestones WHERE kind = 'deferral'", "undated"},
    {"003", "2009-01-02", "SELECT value FROM v27_snapshot WHERE kind = 'succession' AND subject = 'kunta-175'", "kunta-301"},
    {"003", "2008-12-31", "SELECT count(*) FROM v27_snapshot WHERE kind = 'succession'", "0"},

    // A6.5 and C.4
    {"004", "2014-06-01", "SELECT volume, unit_price_cents, total_stated_cents, total_computed_cents, difference_cents FROM v32_price_volume", "20200|8914|180062800|180062800|0"},
    {"004", "2014-06-01", "SELECT workdays, round(volume_per_workday_thousandths / 1000.0, 1) FROM v32_price_volume", "251|80.5"},
    {"004", "2014-06-01", "SELECT volume, cents FROM v32_shares WHERE reading = 'stated'", "9090|81028260"},
    {"004", "2014-06-01", "SELECT volume, cents FROM v32_shares WHERE reading = 'rest'", "11110|99034540"},
    {"004", "2014-06-01", "SELECT volume, cents, percent_thousandths FROM v32_shares WHERE reading = 'of_rest'", "3333|29710362|16500"},
    {"004", "2014-06-01", "SELECT volume, cents, percent_thousandths FROM v32_shares WHERE reading = 'of_all'", "6060|54018840|30000"},
    {"004", "2014-06-01", "SELECT min(base_unknown) FROM v32_shares WHERE reading LIKE 'of_%'", "1"},
    {"004", "2014-06-01", "SELECT received, decided, breaches, worst_workdays_late FROM v13_processing WHERE month = '2014-01' AND urgency = 'urgent'", "1|1|1|1"},
    {"004", "2014-06-01", "SELECT within_local, local_verdict FROM v13_processing WHERE month = '2014-01'", "1|weaker"},
    {"004", "2014-06-01", "SELECT due, state, workdays_late FROM v4_deadlines WHERE rule = 'toimeentulotuki-kiireellinen'", "2014-01-07|late|1"},
    {"004", "2014-06-01", "SELECT due, state FROM v4_deadlines WHERE rule = '698-kiireellinen'", "2014-01-08|in_time"},
    {"004", "2014-06-01", "SELECT DISTINCT trigger_date, due, state FROM v4_deadlines WHERE rule = 'toimeentulotuki-paatos'", "2014-04-17|2014-04-30|in_time"},
    {"004", "2014-06-01", "SELECT closed_on FROM v4_deadlines WHERE rule = 'toimeentulotuki-paatos' ORDER BY 1", "2014-04-29;2014-04-30"},
    {"004", "2014-06-01", "SELECT trigger_date, due FROM v4_deadlines WHERE rule = 'set'", "2014-04-29|2014-05-14"},
    {"004", "2014-06-01", "SELECT breaches FROM v13_processing WHERE month = '2014-04'", "0"},
    {"004", "2014-06-01", "SELECT verdict, local_limit, statute_limit FROM v16_local_standards WHERE rule = '698-kiireellinen'", "weaker|2|1"},
    {"004", "2014-06-01", "SELECT date, release_deadline, released_on, state FROM v17_slots WHERE date = '2013-11-26'", "2013-11-26|2013-11-12|2013-11-12|released"},
    {"004", "2014-06-01", "SELECT state FROM v17_slots WHERE date = '2013-11-19'", "booked"},
    {"004", "2014-06-01", "SELECT time, utilisation_permille FROM v17_series", "13:30-15:30|500"},
    {"004", "2014-06-01", "SELECT mandate_state FROM v25_decisions WHERE subkind = 'vuokravakuus'", "valid"},
    {"004", "2014-06-01", "SELECT mandate_state FROM v25_decisions WHERE subkind = 'terveydenhuoltomenot'", "discretion"},
    {"004", "2014-06-01", "SELECT questions, answered, blank, models_answered, models, sequence_gaps FROM v36_questionnaire", "42|16|26|3|6|42–77"},
    {"004", "2014-06-01", "SELECT section, stated_blank FROM v36_sections WHERE state = 'blank' AND stated_blank > 0", "6|5;7|5;8|6"},
    {"004", "2014-06-01", "SELECT value FROM v27_snapshot WHERE kind = 'competence'", "kunta-698"},
    {"004", "2017-06-01", "SELECT value FROM v27_snapshot WHERE kind = 'competence'", "kela"},
    {"004", "2017-06-01", "SELECT DISTINCT authority FROM v13_processing WHERE month LIKE '2014%'", "Rovaniemen kaupunki"},
    {"004", "2014-06-01", "SELECT percent_thousandths, members FROM v_teams", "100000|3"},
    {"004", "2014-06-01", "SELECT stated, rule_says FROM v16_cohorts", "<29|<25"},
};

// C.2: trigger, rule's length, the last day.
struct Count {
  const char* trigger;
  LimitUnit unit;
  int amount;
  bool rollover;
  const char* due;
  const char* rolled_from = "";
  WorkdayPolicy workdays = {};
};

constexpr WorkdayPolicy kEves{false, true, true}, kSaturday{true, false, false}, kBoth{true, true, true};

constexpr Count kCounts[] = {
    {"2024-11-06", LimitUnit::kDays, 14, true, "2024-11-20"},
    {"2024-11-06", LimitUnit::kDays, 30, true, "2024-12-09", "2024-12-06"},
    {"2025-11-24", LimitUnit::kDays, 30, true, "2025-12-29", "2025-12-24"},
    {"2024-05-24", LimitUnit::kDays, 30, true, "2024-06-24", "2024-06-23"},
    {"2024-12-06", LimitUnit::kDays, 30, true, "2025-01-07", "2025-01-05"},
    {"2024-11-30", LimitUnit::kMonths, 3, true, "2025-02-28"},
    {"2011-08-26", LimitUnit::kMonths, 3, false, "2011-11-26"},
    {"2014-01-03", LimitUnit::kWorkdays, 1, false, "2014-01-07"},
    {"2014-04-17", LimitUnit::kWorkdays, 7, false, "2014-04-30"},
    {"2014-04-17", LimitUnit::kWorkdays, 7, false, "2014-04-28", "", kSaturday},
    {"2013-12-19", LimitUnit::kWorkdays, 7, false, "2014-01-03"},
    {"2013-12-19", LimitUnit::kWorkdays, 7, false, "2014-01-02", "", kEves},
    {"2013-12-19", LimitUnit::kWorkdays, 7, false, "2013-12-31", "", kSaturday},
    {"2013-12-19", LimitUnit::kWorkdays, 7, false, "2013-12-30", "", kBoth},
    {"2013-11-26", LimitUnit::kDays, -14, false, "2013-11-12"},
};

constexpr const char* kHolidays[] = {
    "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
    "2026-05-24", "2026-06-20", "2026-10-31", "2026-12-06", "2026-12-25", "2026-12-26",
    "2014-01-01", "2014-01-06", "2014-04-18", "2014-04-20", "2014-04-21", "2014-05-01", "2014-05-29",
    "2014-06-08", "2014-06-21", "2014-11-01", "2014-12-06", "2014-12-25", "2014-12-26",
};
// clang-format on

std::string Joined(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (row > 0) text += ';';
    for (std::size_t cell = 0; cell < rows[row].size(); ++cell)
      text += (cell > 0 ? "|" : "") + rows[row][cell];
  }
  return text;
}

TEST(DesignRows, AreWhatTheViewsShowOfEachScenario) {
  EXPECT_GE(std::size(kFacts), 100U);
  std::map<std::string, ScenarioLedger> ledgers;
  std::map<std::string, std::unique_ptr<ViewsFile::Snapshot>> views;
  for (const auto& file : ScenarioFiles(".ndjson"))
    ASSERT_NO_FATAL_FAILURE(ledgers[file.filename().string().substr(0, 3)].Load(file));
  for (const Fact& fact : kFacts) {
    SCOPED_TRACE(std::string(fact.scenario) + " as of " + fact.as_of + ": " + fact.sql);
    auto& snapshot = views[std::string(fact.scenario) + fact.as_of];
    if (!snapshot) {
      auto made = ledgers.at(fact.scenario).Views(ParseDate(fact.as_of).value());
      ASSERT_OK(made);
      snapshot = *std::move(made);
      ASSERT_OK(Audit(snapshot->database()));
    }
    EXPECT_EQ(Joined(RowsOf(snapshot->database(), fact.sql)), fact.rows);
  }
}

TEST(DesignRows, AreWhatTheCalendarCounts) {
  for (const Count& count : kCounts) {
    SCOPED_TRACE(std::string(count.trigger) + " + " + std::to_string(count.amount));
    Rule rule;
    rule.id = "koe";
    rule.version = "1";
    rule.unit = count.unit;
    rule.amount = count.amount;
    rule.rollover = count.rollover;
    rule.workdays = count.workdays;
    const auto deadline = Compute(rule, ParseDate(count.trigger).value());
    ASSERT_OK(deadline);
    EXPECT_EQ(FormatDate(deadline->due), count.due);
    EXPECT_EQ(deadline->rolled_from ? FormatDate(*deadline->rolled_from) : "", count.rolled_from);
  }
  EXPECT_EQ(FormatDate(*DeemedNotified(RuleBook::BuiltIn(), NotificationMethod::kLetter,
                                       DateOf(2024, 11, 29))),
            "2024-12-06");
  EXPECT_EQ(WeekdayOf(DateOf(2007, 5, 1)), Weekday::kTuesday);
}

TEST(DesignRows, AreTheHolidaysAndWorkingDaysOfTheYears) {
  std::map<int, int> holidays;
  for (const char* text : kHolidays) {
    const Date day = ParseDate(text).value();
    const auto holiday = HolidayOn(day);
    EXPECT_TRUE(holiday && !holiday->eve) << text;
    ++holidays[CivilOf(day).year];
  }
  for (const auto& [year, expected] : holidays) {
    int found = 0;
    for (Date day = DateOf(year, 1, 1); day <= DateOf(year, 12, 31); day = AddDays(day, 1))
      if (const auto holiday = HolidayOn(day); holiday && !holiday->eve) ++found;
    EXPECT_EQ(found, expected) << year;
  }
  constexpr int kWorkdays[][2] = {{2013, 251}, {2014, 251}, {2024, 252}, {2025, 251}, {2026, 252}};
  for (const auto& [year, days] : kWorkdays)
    EXPECT_EQ(CountWorkdays(DateOf(year, 1, 1), DateOf(year, 12, 31)), days) << year;
  constexpr const char* kEaster[] = {"2013-03-31", "2014-04-20", "2024-03-31", "2025-04-20",
                                     "2026-04-05"};
  for (const char* text : kEaster) {
    const auto easter = HolidayOn(ParseDate(text).value());
    ASSERT_TRUE(easter) << text;
    EXPECT_NE(std::string(easter->name.en).find("Easter"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace sinetti
