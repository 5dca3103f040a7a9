// The register, and that what is recorded is seen: each type of the catalogue reaches a view, or
// stands here with the reason why not.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "replay/views/register_types.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

// Views that see every type and take what they want of it.
const std::map<std::string_view, std::string_view> kByViewsOfAllTypes = {
    {"batch.signed", "a signature over other events: counted by V45, judged by `sinetti verify`"},
    {"disposal.executed", "V28, which sees every type for its retention class"},
    {"legalhold.released", "V28"},
    {"legalhold.set", "V28"},
    {"retention.dueComputed", "V28"},
    {"subject.erasureApproved", "V28"},
    {"subject.erasureOverridden", "V28"},
    {"subject.erasureRefused", "V28"},
    {"subject.erasureRequested", "V28"},
    {"subject.keyCreated", "V28"},
    {"subject.keyDestroyed", "V28"},
};

TEST(FoldedTypes, EachTypeReachesAViewByNameOrIsExplained) {
  std::set<std::string_view> named;
  for (const ViewDefinition* view : AllViews())
    named.insert(view->event_types.begin(), view->event_types.end());
  const TypeRegistry registry = TypeRegistry::Builtin();
  for (const TypeInfo& type : registry.types()) {
    if (named.count(type.name) == 0) {
      EXPECT_EQ(kByViewsOfAllTypes.count(type.name), 1u)
          << type.name << " reaches no view: fold it, or say why not (docs/guide/add-an-event.md)";
    } else {
      EXPECT_EQ(kByViewsOfAllTypes.count(type.name), 0u) << type.name << " is folded by name";
    }
  }
  for (const auto& [type, reason] : kByViewsOfAllTypes)
    EXPECT_NE(registry.Find(type), nullptr) << type;
}

TEST(Register, NamesFieldsOfItsTypesAndNoneThatIsSealed) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  std::set<std::string_view> seen;
  for (const RegisterType& row : RegisterTypes()) {
    SCOPED_TRACE(std::string(row.type));
    EXPECT_TRUE(seen.insert(row.type).second) << "twice";
    const TypeInfo* type = registry.Find(row.type);
    ASSERT_NE(type, nullptr);
    EXPECT_FALSE(row.subject.empty());
    for (std::string_view names :
         {row.subject, row.text, row.party, row.day, row.until, row.amount}) {
      while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        const FieldInfo* field = type->body->Find(names.substr(0, end));
        ASSERT_NE(field, nullptr) << names.substr(0, end);
        EXPECT_EQ(field->sealing, Sealing::kNone) << field->name;
        EXPECT_NE(field->identifier, IdentifierKind::kPseudonym) << field->name;
        names.remove_prefix(std::min(end + 1, names.size()));
      }
    }
  }
}

// docs/reference/views.md, "By number": every number has its views, and every view is on the page.
TEST(ViewsPage, HasEveryNumberAndEveryView) {
  std::ifstream in(SINETTI_SOURCE_DIR "/docs/reference/views.md");
  std::stringstream page;
  page << in.rdbuf();
  const std::string text = page.str();
  // Shown by the program beside the file of views: what one machine did.
  std::set<std::string> shown = {"v40_integrity", "v41_replay_runs", "v42_lag", "v43_imports"};
  for (const ViewDefinition* view : AllViews())
    for (const std::string_view name : view->shows) {
      EXPECT_NE(text.find("`" + std::string(name) + "`"), std::string::npos) << name;
      shown.emplace(name);
    }
  std::map<int, std::set<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| V")) continue;
    std::set<std::string>& names = rows[std::stoi(line.substr(3))];
    for (std::size_t at = line.find('`'); at != line.npos; at = line.find('`', at + 1)) {
      const std::size_t end = line.find('`', at + 1);
      names.insert(line.substr(at + 1, end - at - 1));
      at = end;
    }
  }
  for (int number = 1; number <= 45; ++number) {
    const bool none = (number > 17 && number < 20) || number == 38 || number == 39;
    EXPECT_EQ(rows.count(number), none ? 0u : 1u) << "V" << number;
  }
  for (const auto& [number, names] : rows) {
    EXPECT_FALSE(names.empty()) << "V" << number;
    for (const std::string& name : names) {
      EXPECT_EQ(shown.count(name), 1u) << name;
      EXPECT_TRUE(name.starts_with("v" + std::to_string(number) + "_")) << name;
    }
  }
}

class RegisterOf : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& day, const std::string& data) {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s","type":")" + type +
                R"(","occurred":")" + day + R"(","id":")" + std::to_string(++id_) + R"(","data":)" +
                data + "}");
  }
  Rows Query(const std::string& sql, const char* as_of = "2026-06-01") {
    auto views = ledger_.Views(ParseDate(as_of).value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
  int id_ = 0;
};

TEST_F(RegisterOf, ShowsValuesAsTheyAreStatedAndWhatIsCurrent) {
  Add("ngo.partnershipAgreed", "2026-01-02",
      R"({"partner":{"name":"Paikallisyhdistys ry"},"object":"päivätoiminta","unit":"yks-1",)"
      R"("compensation":{"amount":1200,"currency":"EUR","bound":"approx"},)"
      R"("from":{"date":"2026-02"},"to":{"date":"2026-04"}})");
  const std::string sql =
      "SELECT topic, subject, text, party, day, until, amount, current FROM v_register";
  EXPECT_EQ(Query(sql, "2026-04-30"),
            (Rows{{"cooperation", "päivätoiminta", "yks-1", "Paikallisyhdistys ry", "2026-02-01",
                   "2026-04-30", "~ 1200.00 EUR", "1"}}));
  EXPECT_EQ(Query("SELECT current FROM v_register", "2026-05-01"), (Rows{{"0"}}));
}

TEST_F(RegisterOf, JoinsListsEnumsAndNumbersAndLeavesSealedFieldsOut) {
  Add("plan.adopted", "2026-01-02",
      R"({"kind":"palvelusuunnitelma","parts":["care","income"],"consent":"yes",)"
      R"("reviewDue":{"date":"2026-09"},"content":{"subject":"p-900","value":"salaisuus"}})");
  Add("import.batchAccepted", "2026-01-03",
      R"({"delivery":"luvat.csv","accepted":8577,"rejected":2})");
  EXPECT_EQ(Query("SELECT subject, text, until, amount FROM v_register ORDER BY seq"),
            (Rows{{"palvelusuunnitelma", "care, income · yes", "2026-09-30", "NULL"},
                  {"luvat.csv", "2", "NULL", "8577"}}));
  for (const auto& row : Query("SELECT * FROM register_entry"))
    for (const std::string& cell : row) EXPECT_EQ(cell.find("salaisuus"), std::string::npos);
}

TEST_F(RegisterOf, FollowsAReferralToItsEnd) {
  Add("referral.made", "2026-01-02",
      R"({"referral":"l-1","from":"terveysasema","to":"aikuissosiaalityö"})");
  Add("referral.redirected", "2026-01-05",
      R"({"referral":"l-1","from":"aikuissosiaalityö","to":"vammaispalvelut"})");
  const std::string sql = "SELECT goes_to, redirected, state, days FROM v_referrals";
  EXPECT_EQ(Query(sql, "2026-01-10"), (Rows{{"vammaispalvelut", "1", "open", "8"}}));
  Add("referral.accepted", "2026-01-12", R"({"referral":"l-1","service":"vammaispalvelut"})");
  EXPECT_EQ(Query(sql), (Rows{{"vammaispalvelut", "1", "accepted", "10"}}));
}

TEST_F(RegisterOf, AQuestionIsOpenOverdueOrAnswered) {
  Add("question.opened", "2026-01-02",
      R"({"question":"k-1","text":"Kuka maksaa?","owner":"ohjausryhmä",)"
      R"("due":{"date":"2026-03"}})");
  const std::string sql = "SELECT state, answer FROM v_questions";
  EXPECT_EQ(Query(sql, "2026-03-31"), (Rows{{"open", "NULL"}}));
  EXPECT_EQ(Query(sql, "2026-04-01"), (Rows{{"overdue", "NULL"}}));
  Add("question.answered", "2026-04-02", R"({"question":"k-1","answer":"kunnat"})");
  EXPECT_EQ(Query(sql), (Rows{{"answered", "kunnat"}}));
}

TEST_F(RegisterOf, CountsVouchersOfAServiceAndWhatWasPaidForThem) {
  for (const char* total : {"100", "26.5"})
    Add("voucher.settled", "2026-02-01",
        R"({"service":"kotihoito","provider":"a","period":{"date":"2026-01"},"total":{"amount":)" +
            std::string(total) + R"(,"currency":"EUR"}})");
  Add("voucher.refused", "2026-02-02", R"({"service":"kotihoito"})");
  EXPECT_EQ(Query("SELECT service, year, granted, refused, paid_cents FROM v_vouchers"),
            (Rows{{"kotihoito", "2026", "0", "1", "12650"}}));
}

}  // namespace
}  // namespace sinetti
