#include "replay/fold/meta.h"

#include <map>

namespace sinetti {
namespace {

// `as_of` is always filled: the day that "today" means.  `as_of_fixed` tells whether it was asked
// for.
constexpr const char* kMetaSchema = R"sql(
CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  origin TEXT NOT NULL,
  position INTEGER NOT NULL,
  derived INTEGER NOT NULL,
  root TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  as_of_fixed INTEGER NOT NULL,
  known_at INTEGER
);
CREATE TABLE view_version (name TEXT PRIMARY KEY, version INTEGER NOT NULL);
)sql";

}  // namespace

Date ViewsMeta::Today() const {
  if (as_of) return *as_of;
  return DayInHelsinki(known_at.value_or(recorded_at));
}

Result<void> CreateTables(Database& database, const std::vector<const ViewDefinition*>& views,
                          const ViewsMeta& meta) {
  SINETTI_TRY(database.Execute(kMetaSchema));
  SINETTI_ASSIGN(Statement version,
                 database.Prepare("INSERT INTO view_version (name, version) VALUES (?1, ?2)"));
  for (const ViewDefinition* view : views) {
    if (auto created = database.Execute(std::string(view->schema)); !created) {
      return std::move(created).error().Within("tables of view " + std::string(view->name));
    }
    SINETTI_TRY(version.Run(view->name, view->version));
  }
  return WriteMeta(database, meta);
}

Result<ViewsMeta> ReadMeta(Database& database) {
  SINETTI_ASSIGN(Statement row,
                 database.Prepare("SELECT origin, position, root, recorded_at, as_of, as_of_fixed, "
                                  "known_at, derived FROM meta"));
  row.Start();
  SINETTI_ASSIGN(const bool found, row.Step());
  if (!found) return Error{ErrorCode::kCorrupt, "the views file says nothing of itself"};
  ViewsMeta meta;
  meta.origin = row.Text(0);
  meta.position = TreeSize{static_cast<std::uint64_t>(row.Integer(1))};
  SINETTI_ASSIGN(const Bytes root, HexDecode(row.Text(2)));
  SINETTI_ASSIGN(meta.root, Hash::From(root));
  meta.recorded_at = Timestamp{row.Integer(3)};
  if (row.Integer(5) != 0) {
    SINETTI_ASSIGN(meta.as_of, ParseDate(row.Text(4)));
  }
  if (!row.IsNull(6)) meta.known_at = Timestamp{row.Integer(6)};
  meta.derived = TreeSize{static_cast<std::uint64_t>(row.Integer(7))};
  return meta;
}

Result<void> WriteMeta(Database& database, const ViewsMeta& meta) {
  SINETTI_ASSIGN(Statement row,
                 database.Prepare("INSERT OR REPLACE INTO meta (id, origin, position, root, "
                                  "recorded_at, as_of, as_of_fixed, known_at, derived) "
                                  "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
  std::optional<std::int64_t> known_at;
  if (meta.known_at) known_at = meta.known_at->micros;
  return row.Run(meta.origin, meta.position.value, meta.root.hex(), meta.recorded_at.micros,
                 meta.Today(), meta.as_of.has_value(), known_at, meta.derived.value);
}

Result<std::vector<std::string>> OutdatedViews(Database& database,
                                               const std::vector<const ViewDefinition*>& views) {
  std::map<std::string, std::int64_t> stored;
  SINETTI_ASSIGN(Statement rows, database.Prepare("SELECT name, version FROM view_version"));
  rows.Start();
  while (true) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) break;
    stored[std::string(rows.Text(0))] = rows.Integer(1);
  }
  std::vector<std::string> outdated;
  for (const ViewDefinition* view : views) {
    const auto found = stored.find(std::string(view->name));
    if (found == stored.end() || found->second != view->version) {
      outdated.emplace_back(view->name);
    }
    if (found != stored.end()) stored.erase(found);
  }
  for (const auto& [name, version] : stored) outdated.push_back(name);
  return outdated;
}

}  // namespace sinetti
