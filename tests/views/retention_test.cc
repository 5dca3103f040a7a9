// V28 beside the fold that erasures rely on (ledger/client/client_file.h): other code over the same
// events, in other tables.
#include "ledger/client/retention.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "ledger/client/client_file.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class RetentionViewTest : public ::testing::Test {
 protected:
  void Add(const std::string& id, const std::string& type, const std::string& day,
           const std::string& attributes, const std::string& data) {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s","type":")" + type +
                R"(","occurred":")" + day + R"(","id":")" + id + R"(",)" + attributes +
                R"("data":)" + data + "}");
  }
  Rows Query(const std::string& sql, Date as_of) {
    auto views = ledger_.Views(as_of);
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
};

TEST_F(RetentionViewTest, AnItemIsKeptThenDueHeldWhileAHoldIsInForceAndErased) {
  Add("m", "matter.closed", "2016-02-29",
      R"("client":"p-900","matter":"asia-1","retention":"sosiaalihuolto-iakkaat-10v",)",
      R"({"outcome":"ratkaistu"})");
  const std::string sql =
      "SELECT client, matter, basis, begins, due, state, days_past_due, hold, "
      "disposed_on FROM v28_retention";
  const std::vector<std::string> until = {"p-900", "asia-1", "703/2023:27 ja liite", "2016-02-29",
                                          "2026-02-28"};
  const auto row = [&until](const std::vector<std::string>& rest) {
    Rows rows = {until};
    rows[0].insert(rows[0].end(), rest.begin(), rest.end());
    return rows;
  };
  EXPECT_EQ(Query(sql, DateOf(2026, 2, 28)), row({"kept", "NULL", "NULL", "NULL"}));
  EXPECT_EQ(Query(sql, DateOf(2026, 3, 1)), row({"due", "1", "NULL", "NULL"}));
  Add("h", "legalhold.set", "2026-03-02", "",
      R"({"subject":"p-900","reason":"valitus","orderedBy":"oikeuspalvelut"})");
  EXPECT_EQ(Query(sql, DateOf(2026, 3, 2)), row({"held", "2", "valitus", "NULL"}));
  Add("r", "legalhold.released", "2026-04-02", "",
      R"({"subject":"p-900","hold":"h","reason":"lainvoima","releasedBy":"oikeuspalvelut"})");
  EXPECT_EQ(
      Query("SELECT client, reason, released_on, in_force FROM v28_holds", DateOf(2026, 4, 2)),
      (Rows{{"p-900", "valitus", "2026-04-02", "0"}}));
  Add("q", "subject.erasureRequested", "2026-04-03", "",
      R"({"subject":"p-900","requestedBy":"arkisto","reason":"aika"})");
  const std::string erasures =
      "SELECT requested_by, state, answered_by, destroyed_on FROM "
      "v28_erasures";
  EXPECT_EQ(Query(erasures, DateOf(2026, 4, 3)), (Rows{{"arkisto", "requested", "NULL", "NULL"}}));
  Add("a", "subject.erasureApproved", "2026-04-04", "",
      R"({"subject":"p-900","request":"q","approvedBy":"tietosuoja"})");
  Add("k", "subject.keyDestroyed", "2026-04-05", "", R"({"subject":"p-900","reason":"aika"})");
  EXPECT_EQ(Query(erasures, DateOf(2026, 5, 1)),
            (Rows{{"arkisto", "destroyed", "tietosuoja", "2026-04-05"}}));
  EXPECT_EQ(Query(sql, DateOf(2026, 5, 1)), row({"erased", "NULL", "NULL", "2026-04-05"}));
  Add("d", "disposal.executed", "2026-05-01", "",
      R"({"retentionClass":"tosite-3v","what":"kansiot","executedOn":"2026-05-01","count":12})");
  EXPECT_EQ(Query("SELECT class, what, documents FROM v28_disposals", DateOf(2026, 5, 1)),
            (Rows{{"tosite-3v", "kansiot", "12"}}));
}

TEST_F(RetentionViewTest, RandomItemsEndOnTheDayThatErasuresGoBy) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto pick = [&random](int size) { return static_cast<int>(random() % unsigned(size)); };
  const auto any = [&](const char* prefix, int size) {
    return prefix + std::to_string(pick(size));
  };
  const auto day = [&] { return FormatDate(AddDays(DateOf(2003, 12, 1), pick(8000))); };
  const auto classes = RetentionClasses();
  for (int i = 0; i < 400; ++i) {
    const std::string id = "e" + std::to_string(i), when = day();
    const std::string who = R"("client":")" + any("p-", 6) + R"(",)";
    const std::string matter = pick(4) ? R"("matter":")" + any("m-", 8) + R"(",)" : "";
    const std::string code =
        pick(12) ? std::string(classes[static_cast<std::size_t>(pick(int(classes.size())))].code)
                 : "muu-luokka";
    const std::string kept = pick(4) ? R"("retention":")" + code + R"(",)" : "";
    std::string validity;
    if (pick(3) == 0) validity = R"("effectivefrom":"2004-01-01",)";
    if (pick(3) == 0) validity += R"("effectiveto":")" + day() + R"(",)";
    switch (pick(9)) {
      case 0:
        Add(id, "matter.closed", pick(3) ? when : when.substr(0, 4), who + matter + kept,
            pick(2) ? R"({"outcome":"x"})"
                    : R"({"outcome":"x","closedOn":{"date":")" + day().substr(0, 7) + R"("}})");
        break;
      case 1:
        Add(id, "matter.opened", when, who + matter + kept, R"({"kind":"x","authority":"x"})");
        break;
      case 2:
        Add(id, "retention.dueComputed", when, "",
            R"({"subject":")" + any("p-", 6) + R"(","retentionClass":")" + code + R"(","due":")" +
                day() + R"(","why":"kuolema")" +
                (pick(2) ? R"(,"matter":")" + any("m-", 8) + "\"" : "") + "}");
        break;
      case 3:
        Add(id, "legalhold.set", when, "",
            R"({"subject":")" + any("p-", 6) + R"(","reason":"x","orderedBy":"x"})");
        break;
      case 4:
        Add(id, "legalhold.released", when, "",
            R"({"subject":")" + any("p-", 6) + R"(","hold":")" + any("e", i + 1) +
                R"(","reason":"x","releasedBy":"x"})");
        break;
      default:
        Add(id, "intake.routed", when, who + matter + kept + validity,
            R"({"service":"x","to":"y"})");
    }
  }
  const auto files =
      ReadClientFiles(ledger_.ledger().Read(), ledger_.registry(), ledger_.ledger().Read().size());
  ASSERT_OK(files);
  std::map<std::vector<std::string>, std::string> expected, found;
  std::map<std::string, std::size_t> expected_holds, found_holds;
  for (const auto& [client, file] : files->Files()) {
    for (const RetentionItem& item : file.items)
      expected[{client, item.code, item.matter, std::to_string(item.events)}] =
          item.ends ? FormatDate(*item.ends) : "NULL";
    if (!file.holds.empty()) expected_holds[client] = file.holds.size();
  }
  const Date last = DateOf(2099, 1, 1);
  for (const auto& row : Query("SELECT client, class, coalesce(matter, ''), events, due FROM "
                               "v28_retention",
                               last))
    found[{row[0], row[1], row[2], row[3]}] = row[4];
  for (const auto& row :
       Query("SELECT client, count(*) FROM v28_holds WHERE in_force GROUP BY client", last))
    found_holds[row[0]] = std::stoul(row[1]);
  EXPECT_GT(expected.size(), 100u);
  EXPECT_EQ(found, expected);
  EXPECT_EQ(found_holds, expected_holds);
}

}  // namespace
}  // namespace sinetti
