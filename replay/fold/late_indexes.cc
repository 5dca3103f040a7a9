// See late_indexes.h.
#include "replay/fold/late_indexes.h"

#include <algorithm>
#include <string>

namespace sinetti {
namespace {

struct Index {
  std::string name;
  std::string sql;
};

Result<std::vector<Index>> Indexes(Database& database, std::string_view query) {
  SINETTI_ASSIGN(Statement rows, database.Prepare(query));
  std::vector<Index> indexes;
  for (rows.Start();;) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return indexes;
    indexes.push_back({std::string(rows.Text(0)), std::string(rows.Text(1))});
  }
}

bool IsAsked(const std::vector<const ViewDefinition*>& views, const std::string& index) {
  return std::any_of(views.begin(), views.end(), [&](const ViewDefinition* view) {
    return std::find(view->lookups.begin(), view->lookups.end(), index) != view->lookups.end();
  });
}

}  // namespace

Result<void> SetIndexesAside(Database& database, const std::vector<const ViewDefinition*>& views) {
  SINETTI_TRY(database.Execute(
      "CREATE TABLE index_aside (place INTEGER PRIMARY KEY, name TEXT NOT NULL, sql TEXT NOT "
      "NULL)"));
  SINETTI_ASSIGN(const std::vector<Index> indexes,
                 Indexes(database,
                         "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT "
                         "NULL ORDER BY rowid"));
  SINETTI_ASSIGN(Statement remember,
                 database.Prepare("INSERT INTO index_aside (name, sql) VALUES (?1, ?2)"));
  for (const Index& index : indexes) {
    if (IsAsked(views, index.name)) continue;
    SINETTI_TRY(remember.Run(index.name, index.sql));
    SINETTI_TRY(database.Execute("DROP INDEX \"" + index.name + '"'));
  }
  return {};
}

Result<void> MakeIndexes(Database& database) {
  const auto waits = database.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'index_aside'");
  if (!waits) return {};
  SINETTI_ASSIGN(const std::vector<Index> indexes,
                 Indexes(database, "SELECT name, sql FROM index_aside ORDER BY place"));
  SINETTI_TRY(database.Execute("BEGIN IMMEDIATE"));
  const auto make = [&]() -> Result<void> {
    for (const Index& index : indexes) SINETTI_TRY(database.Execute(index.sql));
    return database.Execute("DROP TABLE index_aside; COMMIT");
  };
  auto made = make();
  if (!made) (void)database.Execute("ROLLBACK");
  return made;
}

}  // namespace sinetti
