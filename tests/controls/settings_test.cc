// Controls switched and parametrised by events: the newest setting in force counts, and an audit of
// the past follows the settings of the past, byte for byte.
#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "replay/controls/control_guide.h"
#include "replay/controls/control_parameters.h"
#include "tests/controls/control_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing_support::ControlLedger;

class Settings : public ControlLedger {
 protected:
  // A charge whose total is `cents` too much.
  void Charge(const std::string& total) {
    Add("settlement.charged",
        R"({"settlement":"l-1","period":{"date":"2026-01"},"payer":{"name":"B"},)"
        R"("payee":{"name":"A"},"quantity":{"value":2},"unitPrice":)" +
            Euros("10") + R"(,"total":)" + Euros(total) + "}");
  }
  void Set(const std::string& data, const std::string& from) {
    Add("control.set", R"({"reason":"Kokeilu.","by":"valvontapäällikkö",)" + data + "}", from,
        R"("actor":"p-7","effectivefrom":")" + from + R"(",)");
  }
  void SetTolerance(const std::string& cents, const std::string& from) {
    Set(R"("control":"R-MULT","parameters":[{"name":"toleranceCents","value":)" + cents + "}]",
        from);
  }
};

TEST_F(Settings, CountFromTheirDayOnAndTheNewestInForceWins) {
  Charge("20.05");
  SetTolerance("5", "2026-03-01");
  SetTolerance("4", "2026-06-01");
  EXPECT_THAT(Findings("2026-02-28"), SizeIs(1));
  EXPECT_THAT(Findings("2026-03-01"), IsEmpty());
  EXPECT_THAT(Findings("2026-05-31"), IsEmpty());
  EXPECT_THAT(Findings("2026-06-01"), ElementsAre("R-MULT high l-1 2026-01"));
  // Recorded last, for a day before: it fills its own time and changes nothing after.
  SetTolerance("100", "2026-04-01");
  EXPECT_THAT(Findings("2026-04-01"), IsEmpty());
  EXPECT_THAT(Findings("2026-06-01"), SizeIs(1));
}

TEST_F(Settings, SwitchAControlOrOnePartOfItOffAndOn) {
  Charge("21");
  Add("product.volumePriced",
      R"({"product":"x","year":2026,"volume":{"value":2,"unit":"kpl"},"unitPrice":)" + Euros("10") +
          R"(,"totalStated":)" + Euros("30") + "}");
  ASSERT_THAT(Findings(), SizeIs(2));
  Set(R"("control":"R-MULT/charge","state":"off")", "2026-02-01");
  EXPECT_THAT(Findings(), ElementsAre("R-MULT high x 2026"));
  Set(R"("control":"R-MULT","state":"off")", "2026-03-01");
  EXPECT_THAT(Findings(), IsEmpty());
  Set(R"("control":"R-MULT/charge","state":"on")", "2026-04-01");
  EXPECT_THAT(Findings(), ElementsAre("R-MULT high l-1 2026-01"));
  EXPECT_THAT(Findings("2026-01-31"), SizeIs(2));
  EXPECT_THAT(Findings("2026-03-31"), IsEmpty());
}

TEST_F(Settings, LeaveAnAuditOfThePastAsItWasByteForByte) {
  Charge("20.05");
  const std::string everything =
      "SELECT * FROM v37_discrepancies, (SELECT group_concat(control || part || coalesce(parameter,"
      " '') || value || coalesce(seq, '-')) FROM v_control_settings)";
  const Timestamp then = ParseTimestamp("2026-03-02T08:00:30Z").value();
  for (int i = 0; i < 40; ++i)  // the clock of the ledger gives each event its second
    Add("rule.referenced", R"({"rule":"r","text":"t"})");
  const auto before = Rows(everything, "2026-12-31", then);
  ASSERT_THAT(before, SizeIs(1));
  SetTolerance("5", "2026-01-01");  // in force from before `then`, and not known then
  Set(R"("control":"R-MULT","state":"off")", "2026-01-01");
  EXPECT_THAT(Findings("2026-12-31"), IsEmpty());
  EXPECT_EQ(Rows(everything, "2026-12-31", then), before);
}

TEST_F(Settings, TellWhatWasInForceWhyAndByWhom) {
  Charge("20.05");
  SetTolerance("5", "2026-03-01");
  const std::string differing =
      "SELECT control, parameter, value, ordinary, since, reason, decided_by, recorded_by, seq "
      "FROM v_control_settings WHERE differs";
  EXPECT_THAT(Rows(differing, "2026-02-28"), IsEmpty());
  EXPECT_THAT(Rows(differing),
              ElementsAre(ElementsAre("R-MULT", "toleranceCents", "5", "0", "2026-03-01",
                                      "Kokeilu.", "valvontapäällikkö", "p-7", "1")));
}

TEST_F(Settings, NameWhatThereIsNotAndChangeNothing) {
  Charge("20.05");
  Set(R"("control":"R-MULTI","state":"off")", "2026-02-01");
  Set(R"("control":"R-MULT","parameters":[{"name":"tolerance","value":9}])", "2026-02-01");
  Set(R"("control":"R-MULT/charges","state":"off")", "2026-02-01");
  EXPECT_THAT(Findings(), SizeIs(1));
  EXPECT_THAT(Rows("SELECT control, parameter FROM v_control_settings_of_nothing"),
              ElementsAre(ElementsAre("R-MULTI", "NULL"), ElementsAre("R-MULT", "tolerance"),
                          ElementsAre("R-MULT/charges", "NULL")));
}

TEST(ControlParameters, AreDeclaredAndUsedByTheirOwnCode) {
  std::set<std::string> used;
  const std::regex name(R"([ (]:([a-z][A-Za-z]*)\b)");
  for (const Control& control : AllControls()) {
    const std::string sql(control.sql);
    for (std::sregex_iterator at(sql.begin(), sql.end(), name), end; at != end; ++at)
      used.insert(std::string(control.code) + " " + (*at)[1].str());
  }
  used.insert("R-CAL saturdays");  // its control is code
  std::set<std::string> declared;
  for (const ControlParameter& parameter : ControlParameters()) {
    declared.insert(std::string(parameter.code) + " " + std::string(parameter.name));
    for (const Text3& text : {parameter.unit, parameter.means}) {
      EXPECT_STRNE(text.fi, "") << parameter.name;
      EXPECT_STRNE(text.sv, "") << parameter.name;
      EXPECT_STRNE(text.en, "") << parameter.name;
    }
  }
  EXPECT_EQ(used, declared);
}

TEST(ControlParts, AreNamedOnceAndDescribed) {
  std::set<std::string> parts;
  for (const Control& control : AllControls()) {
    if (control.part.empty()) continue;  // switched with its code only
    EXPECT_TRUE(parts.insert(std::string(control.code) + "/" + std::string(control.part)).second)
        << control.code << "/" << control.part << " is there twice";
  }
  for (const ControlGuide* guide : ControlGuides()) {
    for (const ControlCase& one : guide->cases) {
      std::string list(one.part);
      for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(", ", at), list.size());
        const std::string part = std::string(guide->code) + "/" + list.substr(at, end - at);
        EXPECT_EQ(parts.erase(part), 1U) << part << " is described and is not there, or twice";
        at = end + 2;
      }
    }
  }
  EXPECT_THAT(parts, IsEmpty()) << "not described in replay/controls/guides_to_*.cc";
}

}  // namespace
}  // namespace sinetti
