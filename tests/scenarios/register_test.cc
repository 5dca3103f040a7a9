// The register of what does not add up in the five source documents, row by row as the domain
// research (not this program) states it: document, check code, severity, what is stated, what is
// computed, the difference.  Typed in by hand; it is compared with what the audit says of each
// document alone, and of what the register calls right the audit must say nothing.
#include <gtest/gtest.h>

#include <set>

#include "replay/controls/audit.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::ScenarioFiles;
using testing_support::ScenarioLedger;

constexpr const char* kAny = "*";  // the register names no such thing for the row

struct Row {
  const char* id;
  const char* code;
  const char* severity;
  const char* place;  // ends the finding's place: which of the document's findings is meant
  const char* stated;
  const char* computed;
  const char* difference;
  const char* as_of = "2026-06-01";
};

// clang-format off
constexpr Row kRegister[] = {
    {"D-000-01", "R-SUM", "high", "2008/total", "100000.00", "100500.00", "500.00"},
    {"D-000-02", "R-SUM", "high", "project-by-lines", "170000.00", "170500.00", "500.00"},
    {"D-000-03", "R-GARBLE", "medium", "length", "viiden neljän kuukauden", "4 | 5", ""},
    {"D-000-03", "R-DUR", "medium", "reading 5", "20 kk", "21 kk", "1"},
    {"D-000-04", "R-NAME", "medium", "kunta-729", "Saarijärven seutu / Saarijärven kaupunki", "", ""},
    {"D-000-06", "R-KEY", "low", "printed kuntaosuus 1", "15700.00 / 6700.00 / 2600.00",
     "15750.00 / 6750.00 / 2500.00", "-50.00 / -50.00 / 100.00"},
    {"D-000-07", "R-SHARE", "info", "2008/Valtion osuus", "75.000 %", "75.124 %", "0.124"},
    {"D-000-08", "R-MISS", "medium", "jako kuuden kunnan kesken", kAny, "", ""},
    {"D-000-09", "R-MISS", "low", "currency", "", "EUR", ""},
    {"D-000-10", "R-CAL", "info", "start", "2007-05-01", "vappu", ""},
    {"D-000-11", "R-SUCC", "high", "succession 2009-01-01",
     "Jyväskylän kaupunki, Jyväskylän maalaiskunta", "Jyväskylän kaupunki", ""},
    {"D-000-11", "R-SUCC", "medium", "succession 2009-01-01", "Pylkönmäki", "Saarijärven kaupunki", ""},
    {"D-000-12", "R-MISS", "low", "Suunnitelmat, esitteet, raportit", kAny, "", ""},
    {"D-000-13", "R-SEQ", "info", "main", "I-II", "1, 2", ""},

    {"D-001-01", "R-CAL", "info", "end", "2016-10-30", "sunnuntai", ""},
    {"D-001-02", "R-DUR", "low", "start", "2.5 vuosi", "2014-04-30", ""},
    {"D-001-03", "R-CONTRA", "high", "esimerkkimalli", kAny, "sote-lakipaketti-2016", ""},
    {"D-001-04", "R-LATE", "high", "lausuntokierros", "keväällä 2017", "2018-06-01", "366", "2018-06-01"},
    {"D-001-04", "R-LATE", "high", "lopulliset-paatokset", "keväällä 2018", "2018-06-01", "1", "2018-06-01"},
    {"D-001-05", "R-GARBLE", "low", "attendance", "< 400 osallistuja", "", ""},
    {"D-001-05", "R-GARBLE", "low", "count", "> 4000 ihminen", "", ""},
    {"D-001-06", "R-EVID", "medium", "yhteiset verkostot", "aitoa kumppanuutta ja yhteisiä näkemyksiä voidaan luoda", "", ""},
    {"D-001-06", "R-EVID", "medium", "ks-sote-2020", "äärimmäisen arvokas työ", "", ""},
    {"D-001-06", "R-EVID", "medium", "integraatio", kAny, "", ""},
    {"D-001-08", "R-CONTRA", "low", kAny, "on kuluneena syksynä käynyt läpi hankkeen tuloksia", "13.9.2016", ""},
    {"D-001-09", "R-NAME", "medium", "body", "palvelutuotantotyöryhmä", "", ""},
    {"D-001-09", "R-NAME", "medium", "body", "alatyöryhmät", "", ""},
    {"D-001-09", "R-NAME", "medium", "body", "työvaliokunta", "", ""},
    {"D-001-09", "R-NAME", "medium", "body", "maakunnan väliaikaishallinto", "", ""},
    {"D-001-10", "R-EVID", "medium", "Esimerkkimallinnus", kAny, "", ""},
    {"D-001-10", "R-EVID", "medium", "Seminaarin materiaalit", kAny, "", ""},

    {"D-002-01", "R-GARBLE", "high", "figures[0].quantity", "(Hämeenlinna 15 paikkaa, Janakkala ja Hattula 5 yhteensä paikkaa)", kAny, ""},
    {"D-002-02", "R-QUOTA", "high", "P1 Janakkalan ja Hattulan paikat", "5", "", ""},
    {"D-002-03", "R-DUP", "high", "P11 brackets", kAny, "P10 brackets", kAny},
    {"D-002-04", "R-DUP", "high", "P11 risks", kAny, "P10 risks", kAny},
    {"D-002-05", "R-CONTRA", "high", kAny, "Palvelut on toimintolaskennan pohjalta hinnoiteltu läpinäkyvästi.", "Toimintolaskennan rakentaminen kattavaksi edellyttää panoksia.", ""},
    {"D-002-06", "R-STATE", "medium", "P8", "2", "1", "-1"},
    {"D-002-06", "R-STATE", "medium", "P9", "2", "1", "-1"},
    {"D-002-06", "R-STATE", "medium", "P10", "2", "1", "-1"},
    {"D-002-07", "R-CONTRA", "medium", "ehdotuksen riski on pieni", kAny, kAny, ""},
    {"D-002-08", "R-CONTRA", "medium", "yhteistyö on nopeasti ja helposti käynnistettävissä", kAny, "Kustannukset muuttuvat epätasaisesti kuntien välillä. Vajaakäytön kustannuksista ei päästä yhteisymmärrykseen.", ""},
    {"D-002-09", "R-CONTRA", "medium", "yhteistyö on nopeasti ja helposti käynnistettävissä", kAny, "Nykyiseen kiinteistöön liittyvä riski.", ""},
    {"D-002-10", "R-MISS", "medium", "P7 staff", "", "", ""},
    {"D-002-10", "R-MISS", "medium", "P3 staff", "", "", ""},
    {"D-002-10", "R-MISS", "medium", "P1 extra 7", "d)", "", ""},
    {"D-002-10", "R-MISS", "medium", "P1 extra 8", "e)", "", ""},
    {"D-002-10", "R-MISS", "medium", "P8 benefits 3", "b)", "a)", ""},
    {"D-002-10", "R-MISS", "medium", "P10 risks 3", "a)", "b)", ""},
    {"D-002-11", "R-GARBLE", "medium", "figures[0].share", "(arvio 4 5%)", "4–5 % | 45 %", ""},
    {"D-002-11", "R-GARBLE", "medium", "figures[0].quantity", "16 65 v", "16–65 vuotta | 1665", ""},
    {"D-002-12", "R-MISS", "medium", "Käyttöprosentin ylläpitäminen riittävänä", kAny, "", ""},
    {"D-002-12", "R-MISS", "medium", "Yksiköiden hoitopäivien hinnoissa suuri ero", kAny, "", ""},
    {"D-002-12", "R-MISS", "medium", "Toimipisteiden määrä", kAny, "", ""},
    {"D-002-13", "R-NAME", "low", "P6", kAny, kAny, ""},
    {"D-002-14", "R-CONTRA", "low", "henkilöstömäärän muutos on etu", "Henkilöstömäärä ja rakenne voidaan optimoida koko palvelualueella", "Henkilöstömäärän vähentyminen", ""},
    {"D-002-14", "R-CONTRA", "low", "ehdotukset yhdessä vähentävät henkilöstöä", kAny, kAny, ""},
    {"D-002-15", "R-EVID", "medium", "hhj-2014-p03", kAny, "", ""},
    {"D-002-15", "R-EVID", "medium", "hhj-2014-p09", kAny, "", ""},
    {"D-002-16", "R-RULE", "high", "perheneuvola", kAny, "", ""},
    {"D-002-17", "R-CONTRA", "low", "resursseja tarvitaan nykyistä vähemmän", kAny, kAny, ""},

    {"D-003-01", "R-MISS", "high", "Kustannusarvio", "Kustannusarvio €", "", ""},
    {"D-003-02", "R-MISS", "high", "Toteutusaika", "Toteutusaika", "", ""},
    {"D-003-03", "R-GARBLE", "high", "suupohja-80-20", "80% 20%", "STM 80 %, SM 20 % | STM 20 %, SM 80 % | työajan jako 80 % ja 20 %", ""},
    {"D-003-04", "R-GARBLE", "low", "programme.linkRecorded", kAny, "", ""},
    {"D-003-05", "R-PARTS", "medium", "members", "9", "10", "1"},
    {"D-003-06", "R-CONTRA", "medium", "päivystyksellä on oma seudullinen yhteistyöryhmä", kAny, kAny, ""},
    {"D-003-07", "R-CONTRA", "low", "viestintä kuuluu hyvinvoinnin kehittämiseen", kAny, kAny, ""},
    {"D-003-08", "R-ROLE", "medium", "kehittamisryhma", kAny, kAny, "3"},
    {"D-003-09", "R-NAME", "low", "titles", "Hankkeen vetäjä, Projektipäällikkö, Seutukoordinaattori", "", ""},
    {"D-003-10", "R-CADENCE", "medium", "2005", "1/month", "11", "-1"},
    {"D-003-10", "R-CADENCE", "medium", "2005", "2–3/year", "0", "-2"},
    {"D-003-10", "R-CADENCE", "medium", "2004", "≥1/year", "0", "-1"},
    {"D-003-11", "R-EVID", "low", "attendance", "ø40", "", ""},
    {"D-003-12", "R-SEQ", "low", "dia 2", kAny, "", ""},
    {"D-003-12", "R-SEQ", "low", "dia 12", kAny, "", ""},
    {"D-003-12", "R-SEQ", "low", "dia 19", kAny, "", ""},
    {"D-003-13", "R-SUCC", "medium", "kunta-175", "Jurva", "kunta-301", ""},
    {"D-003-14", "R-LATE", "medium", "suupohja-palvelurakenne", kAny, "", ""},

    {"D-004-01", "R-BLANK", "high", "6", "5", "0", "-5"},
    {"D-004-01", "R-BLANK", "high", "7", "5", "0", "-5"},
    {"D-004-01", "R-BLANK", "high", "8", "6", "0", "-6"},
    {"D-004-02", "R-SEQ", "medium", "42-77", "78", "42", "-36"},
    {"D-004-03", "R-MISS", "medium", "Vastauskieli hakulomakkeen kysymyksiin", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "5. Hakeeko kunta/alue hyvinvoinnin integroidun toimintamallin kokeiluun?", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "6. Hakeeko kunta/alue koulutuspalvelu toimintamallin kokeiluun?", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "7. Hakeeko kunta/alue asumispalvelujen toimintamallin kokeiluun?", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "8. Hakeeko kunta/alue valvonnan toimintamallin kokeiluun?", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "9. Hakeeko kunta/alue kuntien ja Kelan yhteistyö toimintamallin kokeiluun:", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "10. Hakeeko kunta/alue nuorisotakuu toimintamallin kokeiluun?", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "5.1 Hyvinvoinnin integroidun toimintamallin osiot, joihin kunta/alue osallistuu:", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "7.1 Asumispalvelujen toimintamallin osiot, joihin kunta/ alue osallistuu:", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "8.1 Valvonnan toimintamallin osiot, joihin kunta/alue osallistuu:", kAny, "", ""},
    {"D-004-03", "R-MISS", "medium", "9.1 Kuntien ja Kelan yhteistyön kehittämisen toimintamallin osiot, joihin kunta/alue osallistuu:", kAny, "", ""},
    {"D-004-04", "R-RULE", "high", "hakemus", "1–2 workingDays", "1 workingDays", "-1"},
    {"D-004-05", "R-CONTRA", "medium", kAny, "viivytyksettä (1-2 arkipäivää)ja", "Kiireelliset tilanteet hoidetaan 1-2 päivän kuluessa.", ""},
    {"D-004-06", "R-BASE", "high", "parts[1].share", "~ 30 %", "", ""},
    {"D-004-06", "R-PARTS", "high", "parts", "45.000 %", "100.000 %", "55.000 %"},
    {"D-004-07", "R-RULE", "medium", "age", "<29", "<25", ""},
    {"D-004-08", "R-GARBLE", "medium", "time", "klo 13.30 15-30", kAny, ""},
    {"D-004-08", "R-GARBLE", "medium", "end", "1.12.2011 31.10.2013", "2011-12-01 | 2013-10-31", ""},
    {"D-004-08", "R-GARBLE", "medium", "bracket", "viivytyksettä (1-2 arkipäivää)ja", "", ""},
    {"D-004-10", "R-PARTS", "low", "base", "100.000", "100.000", "0.000"},
    {"D-004-11", "R-EVID", "high", kAny, "näyttää olevan asiakasryhmässä terveyseroja kaventava vaikutus", "", ""},
    {"D-004-11", "R-EVID", "high", kAny, "Pidempiaikaista seurantaa ei vielä ole.", "", ""},
    {"D-004-12", "R-EVID", "high", "toimeentulotuen käsittelyaika", kAny, "", ""},
    {"D-004-13", "R-CONTRA", "low", "projektirahoitus kelpaa toimintamallin jatkon rahoitukseksi", kAny, kAny, ""},
    {"D-004-14", "R-NAME", "low", "name", "Rovaniemen Monitoimikeskus-säätiö", "Eduro-säätiö", ""},
    {"D-004-15", "R-MISS", "medium", "päiväys", kAny, "", ""},
    {"D-004-16", "R-SUCC", "high", "competence 2017-01-01", "kunta-698", "kela", ""},
    {"D-004-17", "R-RULE", "medium", "A-klinikka", kAny, "", ""},
};

// What the register checked and found right, or calls plausibility only: code and subject's place.
constexpr struct { const char* id; const char* code; const char* place; } kRight[] = {
    {"D-000-02", "R-SUM", "project-by-years"},
    {"D-000-05", "R-SHARE", "2007"},
    {"D-000-06", "R-KEY", "amounts 2007"},
    {"D-003-05", "R-PARTS", "lautakuntien-puheenjohtajat"},
    {"D-004-09", "R-MULT", "2014"},
};
// clang-format on

std::vector<AuditFinding> FindingsOf(const ScenarioLedger& ledger, const char* as_of) {
  auto views = ledger.Views(ParseDate(as_of).value());
  EXPECT_OK(views);
  auto findings = Audit((*views)->database());
  EXPECT_OK(findings);
  return *findings;
}

bool Is(const std::string& found, std::string_view expected) {
  return expected == kAny || found == expected;
}

bool Matches(const AuditFinding& finding, const Row& row) {
  const std::string_view place(row.place);
  return finding.code == row.code &&
         FindingSeverityName(finding.severity) == std::string(row.severity) &&
         (place == kAny || finding.place.ends_with(place)) && Is(finding.stated, row.stated) &&
         Is(finding.computed, row.computed) && Is(finding.difference, row.difference);
}

class Register : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    ledgers_ = new std::map<std::string, ScenarioLedger>;
    for (const auto& file : ScenarioFiles(".ndjson")) {
      const std::string number = file.filename().string().substr(0, 3);
      if (number < "005") (*ledgers_)[number].Load(file);
    }
  }
  static void TearDownTestSuite() { delete ledgers_; }
  static std::map<std::string, ScenarioLedger>* ledgers_;
};

std::map<std::string, ScenarioLedger>* Register::ledgers_ = nullptr;

TEST_F(Register, IsWhatTheAuditSaysOfEachDocument) {
  std::map<std::string, std::vector<AuditFinding>> audits;
  for (const Row& row : kRegister) {
    const std::string document = std::string(row.id).substr(2, 3);
    auto& findings = audits[document + row.as_of];
    if (findings.empty()) findings = FindingsOf(ledgers_->at(document), row.as_of);
    const auto matches = std::count_if(findings.begin(), findings.end(),
                                       [&](const AuditFinding& f) { return Matches(f, row); });
    EXPECT_GE(matches, 1) << row.id << ": " << row.code << " " << row.severity << " " << row.place
                          << ", stated " << row.stated << ", computed " << row.computed
                          << ", difference " << row.difference;
  }
}

TEST_F(Register, SaysNothingOfWhatIsRight) {
  for (const auto& right : kRight) {
    const std::string document = std::string(right.id).substr(2, 3);
    for (const AuditFinding& finding : FindingsOf(ledgers_->at(document), "2026-06-01")) {
      const std::string where = finding.subject + " " + finding.place;
      EXPECT_FALSE(finding.code == right.code && where.find(right.place) != std::string::npos)
          << right.id << ": " << finding.code << " " << where;
    }
  }
}

std::optional<double> NumberOf(std::string text) {
  for (const char* unit : {" kk", " %", " workingDays"})
    if (text.ends_with(unit)) text.resize(text.size() - std::string(unit).size());
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0') return std::nullopt;
  return number;
}

// The one convention: difference is computed − stated, days for days.
TEST_F(Register, GivesEveryDifferenceAsComputedMinusStated) {
  int compared = 0;
  for (const auto& [document, ledger] : *ledgers_) {
    for (const AuditFinding& finding : FindingsOf(ledger, "2026-06-01")) {
      const auto difference = NumberOf(finding.difference);
      if (!difference) continue;
      SCOPED_TRACE(finding.code + " " + finding.subject + " " + finding.place);
      const auto stated = NumberOf(finding.stated), computed = NumberOf(finding.computed);
      const auto stated_day = ParseDate(finding.stated), computed_day = ParseDate(finding.computed);
      if (stated && computed) {
        EXPECT_NEAR(*difference, *computed - *stated, 0.0005);
        ++compared;
      } else if (stated_day && computed_day) {
        EXPECT_EQ(*difference, computed_day->days - stated_day->days);
        ++compared;
      }
    }
  }
  EXPECT_GE(compared, 12);
}

// What every finding of every document must have (the register's columns): a known code with a
// title, a subject, a place, one sentence in each language, events that exist, something stated or
// computed unless the very point is that nothing is.
TEST_F(Register, HasEveryPartOfEveryFinding) {
  for (const auto& [document, ledger] : *ledgers_) {
    const std::uint64_t size = ledgers_->at(document).ledger().Read().size().value;
    for (const AuditFinding& finding : FindingsOf(ledger, "2026-06-01")) {
      SCOPED_TRACE(document + " " + finding.code + " " + finding.subject + " " + finding.place);
      EXPECT_STRNE(ControlTitle(finding.code).en, "");
      EXPECT_FALSE(finding.subject.empty() || finding.place.empty());
      EXPECT_FALSE(finding.text.fi.empty() || finding.text.sv.empty() || finding.text.en.empty());
      ASSERT_FALSE(finding.events.empty());
      std::set<std::uint64_t> once;
      for (const Sequence event : finding.events) {
        EXPECT_LT(event.value, size);
        EXPECT_TRUE(once.insert(event.value).second) << "event " << event.value << " twice";
      }
      EXPECT_TRUE(finding.code == "R-MISS" || !finding.stated.empty() || !finding.computed.empty());
      if (NumberOf(finding.stated) && NumberOf(finding.computed)) {
        EXPECT_TRUE(NumberOf(finding.difference)) << finding.difference;
      }
    }
  }
}

// The checks of the rule list that the five documents trigger: none of them silent.
TEST_F(Register, TriggersTheChecksOfTheRuleList) {
  std::set<std::string> found;
  for (const auto& [document, ledger] : *ledgers_)
    for (const AuditFinding& finding : FindingsOf(ledger, "2018-06-01")) found.insert(finding.code);
  EXPECT_EQ(found, (std::set<std::string>{"R-AUTH-01", "R-BASE", "R-BLANK", "R-CADENCE", "R-CAL",
                                          "R-CONTRA",  "R-DUP",  "R-DUR",   "R-EVID",    "R-GARBLE",
                                          "R-KEY",     "R-LATE", "R-MISS",  "R-NAME",    "R-PARTS",
                                          "R-QUOTA",   "R-ROLE", "R-RULE",  "R-SEQ",     "R-SHARE",
                                          "R-STATE",   "R-SUCC", "R-SUM"}));
}

}  // namespace
}  // namespace sinetti
