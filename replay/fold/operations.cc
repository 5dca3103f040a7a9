#include "replay/fold/operations.h"

#include <filesystem>

namespace sinetti {
namespace {

std::string PathOf(const std::string& ledger_dir) { return ledger_dir + "/operations.sqlite"; }

constexpr const char* kSchema = R"sql(
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS import_run (
  id INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER NOT NULL, source TEXT NOT NULL,
  accepted INTEGER NOT NULL, duplicates INTEGER NOT NULL, rejected INTEGER NOT NULL,
  reason TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS replay_run (
  id INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER NOT NULL, kind TEXT NOT NULL,
  from_event INTEGER NOT NULL, to_event INTEGER NOT NULL, applied INTEGER NOT NULL,
  digest TEXT NOT NULL, equal TEXT NOT NULL, error TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS verify_run (
  id INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER NOT NULL, size INTEGER NOT NULL,
  anchored INTEGER NOT NULL, findings INTEGER NOT NULL, root TEXT NOT NULL);
)sql";

// Views of one connection; `size` and `at` are numbers, so nothing needs quoting.
std::string ViewsOver(const std::string& schema, std::uint64_t size, Timestamp at) {
  const std::string ended = " WHERE ended <= " + std::to_string(at.micros);
  const std::string moment = "strftime('%Y-%m-%dT%H:%M:%SZ', ";
  return "CREATE TEMP VIEW v40_integrity AS SELECT " + moment +
         "ended / 1000000, 'unixepoch') AS last_verified, size, root, anchored, findings, "
         "findings = 0 AS intact FROM " +
         schema + ".verify_run" + ended +
         " ORDER BY id DESC LIMIT 1;"
         "CREATE TEMP VIEW v41_replay_runs AS SELECT id, " +
         moment +
         "started / 1000000, 'unixepoch') AS started, kind, from_event, to_event, applied, "
         "(ended - started) / 1000 AS duration_ms, "
         "CASE WHEN ended > started THEN applied * 1000000 / (ended - started) END AS "
         "events_per_second, digest, equal, error FROM " +
         schema + ".replay_run" + ended +
         " ORDER BY id;"
         "CREATE TEMP VIEW v42_lag AS SELECT v.name AS view, v.version, m.position, " +
         std::to_string(size) +
         " - m.position AS lag_events, "
         "coalesce((SELECT error FROM " +
         schema + ".replay_run" + ended +
         " ORDER BY id DESC LIMIT 1), '') AS "
         "last_error FROM view_version v, meta m ORDER BY v.name;"
         "CREATE TEMP VIEW v43_imports AS SELECT id, " +
         moment +
         "started / 1000000, 'unixepoch') AS started, source, "
         "accepted + duplicates + rejected AS lines, accepted, duplicates, rejected, reason FROM " +
         schema + ".import_run" + ended + " ORDER BY id;";
}

}  // namespace

Result<OperationsLog> OperationsLog::Open(const std::string& ledger_dir) {
  SINETTI_ASSIGN(auto database, Database::Open(PathOf(ledger_dir), Database::Mode::kReadWrite));
  SINETTI_TRY(database->Execute(kSchema));
  return OperationsLog(std::move(database));
}

Result<void> OperationsLog::Add(const ImportRun& run) {
  SINETTI_ASSIGN(
      Statement insert,
      database_->Prepare("INSERT INTO import_run (started, ended, source, accepted, "
                         "duplicates, rejected, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  return insert.Run(run.started.micros, run.ended.micros, run.source, run.accepted, run.duplicates,
                    run.rejected, run.reason);
}

Result<void> OperationsLog::Add(const ReplayRun& run) {
  SINETTI_ASSIGN(Statement insert,
                 database_->Prepare("INSERT INTO replay_run (started, ended, kind, from_event, "
                                    "to_event, applied, digest, equal, error) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
  return insert.Run(run.started.micros, run.ended.micros, run.kind, run.from, run.to, run.applied,
                    run.digest, run.equal, run.error);
}

Result<void> OperationsLog::Add(const VerifyRun& run) {
  SINETTI_ASSIGN(
      Statement insert,
      database_->Prepare("INSERT INTO verify_run (started, ended, size, anchored, findings, "
                         "root) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
  return insert.Run(run.started.micros, run.ended.micros, run.size, run.anchored, run.findings,
                    run.root);
}

Result<void> AttachOperations(Database& views, const std::string& ledger_dir,
                              std::uint64_t ledger_size, std::optional<Timestamp> at) {
  std::error_code ignored;
  const Timestamp last = at.value_or(Timestamp{INT64_MAX});
  if (!std::filesystem::exists(PathOf(ledger_dir), ignored)) {
    // Temporary tables, because nothing can be made in what is attached to a read-only connection.
    std::string tables = kSchema;
    tables.erase(0, tables.find("CREATE"));
    for (std::size_t found = tables.find("TABLE "); found != std::string::npos;
         found = tables.find("TABLE ", found + 11)) {
      tables.insert(found, "TEMP ");
    }
    SINETTI_TRY(views.Execute(tables));
    return views.Execute(ViewsOver("temp", ledger_size, last));
  }
  SINETTI_ASSIGN(Statement attach, views.Prepare("ATTACH DATABASE ?1 AS operations"));
  SINETTI_TRY(attach.Run(PathOf(ledger_dir)));
  return views.Execute(ViewsOver("operations", ledger_size, last));
}

}  // namespace sinetti
