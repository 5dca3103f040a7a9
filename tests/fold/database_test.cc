#include "replay/fold/database.h"

#include <gmock/gmock.h>

#include "tests/support/results.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;

std::unique_ptr<Database> Memory() {
  auto database = Database::InMemory();
  EXPECT_TRUE(database);
  return std::move(database).value();
}

TEST(Database, GivesBackWhatWasBound) {
  auto database = Memory();
  ASSERT_OK(database->Execute("CREATE TABLE t (a, b, c, d)"));
  auto insert = database->Prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4)");
  ASSERT_OK(insert);
  ASSERT_OK(insert->Run(Sequence{41}, "määräys", DateOf(2026, 3, 1), nullptr));
  auto rows = database->Prepare("SELECT * FROM t");
  ASSERT_OK(rows);
  rows->Start();
  auto more = rows->Step();
  ASSERT_TRUE(more && *more);
  EXPECT_EQ(rows->Integer(0), 41);
  EXPECT_EQ(rows->Text(1), "määräys");
  EXPECT_EQ(rows->Text(2), "2026-03-01");
  EXPECT_TRUE(rows->IsNull(3));
}

TEST(Database, ListsNamesAsFinnsDo) {
  auto database = Memory();
  ASSERT_OK(
      database->Execute("CREATE TABLE t (n); INSERT INTO t VALUES ('Öja'), ('Åbo'), ('Ähtäri'), "
                        "('espoo'), ('Zeta 10'), "
                        "('Zeta 9'), ('Alavus')"));
  EXPECT_EQ(database
                ->Scalar("SELECT group_concat(n, ' ') FROM (SELECT n FROM t ORDER BY n COLLATE "
                         "FINNISH)")
                .value(),
            "Alavus espoo Zeta 9 Zeta 10 Åbo Ähtäri Öja");
}

TEST(Database, BindsIntegersByTheNamesThatAStatementHas) {
  auto database = Memory();
  auto query = database->Prepare("SELECT :days, :cents * 2, :days + 1, :none");
  ASSERT_OK(query);
  query->StartNamed({{":cents", 21}, {":days", 7}, {":other", 1}});
  auto more = query->Step();
  ASSERT_TRUE(more && *more);
  EXPECT_EQ(query->Integer(0), 7);
  EXPECT_EQ(query->Integer(1), 42);
  EXPECT_EQ(query->Integer(2), 8);
  EXPECT_TRUE(query->IsNull(3));
}

// SQLite's own sum() and abs() end the statement with "integer overflow".
TEST(Database, GivesNullForASumThatFitsNoInteger) {
  auto database = Memory();
  ASSERT_OK(database->Execute(
      "CREATE TABLE t (k, n); INSERT INTO t VALUES (1, 9223372036854775807), (1, 1), (2, 3), "
      "(2, NULL), (2, -5), (3, NULL), (4, -9223372036854775808), (5, 0.5), (5, 2), "
      "(6, 9223372036854775807), (6, 9223372036854775807), (6, -9223372036854775807)"));
  const auto shown = [&](const std::string& sql) {
    auto value =
        database->Scalar("SELECT group_concat(coalesce(v, 'NULL'), ' ') FROM (" + sql + ")");
    EXPECT_OK(value);
    return value ? *value : "";
  };
  EXPECT_EQ(shown("SELECT sum(n) AS v FROM t GROUP BY k ORDER BY k"),
            "NULL -2 NULL -9223372036854775808 2.5 9223372036854775807");
  EXPECT_EQ(shown("SELECT sum(n) AS v FROM t WHERE k > 9"), "NULL");
  EXPECT_EQ(shown("SELECT sum(n) OVER (ORDER BY rowid ROWS 1 PRECEDING) AS v FROM t WHERE k = 2"),
            "3 3 -5");
  EXPECT_EQ(shown("SELECT abs(n) AS v FROM t WHERE k IN (2, 4, 5) ORDER BY rowid"),
            "3 NULL 5 NULL 0.5 2");
}

TEST(Database, BindsAnEmptyOptionalAsNull) {
  auto database = Memory();
  ASSERT_OK(database->Execute("CREATE TABLE t (a)"));
  auto insert = database->Prepare("INSERT INTO t VALUES (?1)");
  ASSERT_OK(insert);
  ASSERT_OK(insert->Run(std::optional<std::int64_t>()));
  EXPECT_EQ(database->Scalar("SELECT count(*) FROM t WHERE a IS NULL").value(), "1");
}

TEST(Database, RefusesToWriteForAPersonWhoTypesSql) {
  auto database = Memory();
  ASSERT_OK(database->Execute("CREATE TABLE t (a)"));
  database->RefuseWrites();
  for (const char* sql :
       {"DELETE FROM t", "DROP TABLE t", "ATTACH 'x' AS y", "PRAGMA user_version=1",
        "CREATE TABLE u (a)", "INSERT INTO t VALUES (1)"}) {
    EXPECT_FALSE(database->Prepare(sql)) << sql;
  }
  EXPECT_TRUE(database->Prepare("SELECT count(*) FROM t"));
}

TEST(Database, RefusesASecondStatement) {
  auto database = Memory();
  auto statement = database->Prepare("SELECT 1; DROP TABLE t");
  ASSERT_FALSE(statement);
  EXPECT_THAT(statement.error().message, HasSubstr("one statement"));
}

TEST(Database, SaysNotFoundForAMissingFile) {
  auto database = Database::Open("/nonexistent/views.sqlite", Database::Mode::kReadOnly);
  ASSERT_FALSE(database);
  EXPECT_EQ(database.error().code, ErrorCode::kNotFound);
}

TEST(Database, StopsALongStatementWhenAsked) {
  auto database = Memory();
  database->SetInterrupt([] { return true; });
  auto forever = database->Scalar(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
  EXPECT_FALSE(forever);
}

}  // namespace
}  // namespace sinetti
