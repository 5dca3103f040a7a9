#include "replay/fold/digest.h"

#include <gmock/gmock.h>

#include "ledger/crypto/sha256.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

std::unique_ptr<Database> WithRows(const std::string& rows) {
  auto database = std::move(Database::InMemory()).value();
  EXPECT_TRUE(database->Execute("CREATE TABLE t (k INTEGER PRIMARY KEY, v TEXT)"));
  EXPECT_TRUE(database->Execute(rows));
  return database;
}

Hash DigestOf(const std::string& rows) {
  auto database = WithRows(rows);
  return DigestTables(*database, {"t"}).value();
}

TEST(Digest, IsTheDocumentedHashOfTheRows) {
  // "t" 0x00, then 1 (integer) 7 in eight bytes, 2 (text) length 1, "a".
  const Bytes expected = {'t', 0, 1, 7, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 'a'};
  EXPECT_EQ(DigestOf("INSERT INTO t VALUES (7, 'a')"), HashOf({expected}));
}

TEST(Digest, DoesNotDependOnTheOrderOfInserting) {
  EXPECT_EQ(DigestOf("INSERT INTO t VALUES (1, 'a'), (2, 'b')"),
            DigestOf("INSERT INTO t VALUES (2, 'b'), (1, 'a')"));
}

TEST(Digest, ChangesWithAnyValue) {
  const Hash digest = DigestOf("INSERT INTO t VALUES (1, 'a'), (2, 'b')");
  EXPECT_NE(digest, DigestOf("INSERT INTO t VALUES (1, 'a'), (2, 'c')"));
  EXPECT_NE(digest, DigestOf("INSERT INTO t VALUES (1, 'a'), (3, 'b')"));
  EXPECT_NE(digest, DigestOf("INSERT INTO t VALUES (1, 'a')"));
  EXPECT_NE(DigestOf("INSERT INTO t VALUES (1, NULL)"), DigestOf("INSERT INTO t VALUES (1, '')"));
}

TEST(Digest, RefusesFloatingPoint) {
  auto database = std::move(Database::InMemory()).value();
  ASSERT_OK(database->Execute("CREATE TABLE t (k INTEGER PRIMARY KEY, v REAL)"));
  ASSERT_OK(database->Execute("INSERT INTO t VALUES (1, 0.5)"));
  EXPECT_FALSE(DigestTables(*database, {"t"}));
}

TEST(Digest, RefusesATableWithoutPrimaryKey) {
  auto database = std::move(Database::InMemory()).value();
  ASSERT_OK(database->Execute("CREATE TABLE t (v TEXT)"));
  EXPECT_FALSE(DigestTables(*database, {"t"}));
}

}  // namespace
}  // namespace sinetti
