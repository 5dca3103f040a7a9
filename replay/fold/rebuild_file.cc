// See rebuild_file.h.  Linux gives each run of the machine a random name, boot_id.
#include "replay/fold/rebuild_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <system_error>

#include "replay/fold/late_indexes.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;

Result<void> Sync(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
  const int code = errno;
  if (descriptor >= 0) close(descriptor);
  if (synced) return {};
  return Error{ErrorCode::kEnvironment, path + ": " + std::strerror(code)};
}

std::string LaneFile(const std::string& path) { return path + "-lane"; }

Result<std::unique_ptr<Database>> OpenForBuilding(const std::string& path) {
  SINETTI_ASSIGN(auto database, Database::Open(path, Database::Mode::kReadWrite));
  SINETTI_TRY(database->Execute(kRebuildSettings));
  return database;
}

bool HasLane(Database& database) {
  return database.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'lane_aside'").has_value();
}

Result<void> InTransaction(Database& database, const std::function<Result<void>()>& work) {
  SINETTI_TRY(database.Execute("BEGIN IMMEDIATE"));
  auto done = work();
  if (done) done = database.Execute("COMMIT");
  if (!done) (void)database.Execute("ROLLBACK");
  return done;
}

}  // namespace

// The rollback journal keeps only pages that were there before, and a rebuild mostly adds pages:
// half the writing of a write-ahead log.
const char* const kRebuildSettings =
    "PRAGMA journal_mode = TRUNCATE;"
    "PRAGMA synchronous = OFF;"
    "PRAGMA cache_size = -65536;"
    "PRAGMA temp_store = FILE;";

const char* const kViewsSettings =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = NORMAL;"
    "PRAGMA cache_size = -65536;"
    "PRAGMA temp_store = FILE;";

void RemoveDatabase(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal", "-lane", "-lane-journal"})
    fs::remove(path + suffix, ignored);
}

std::string RebuildFile(const std::string& folder) {
  std::string run;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> run;
  // Where the system has no such name, nothing is gone on with.
  const std::string name = run.empty() ? "rebuild.sqlite" : "rebuild-" + run + ".sqlite";
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string file = entry.path().filename().string();
    const bool ours = !run.empty() && file.starts_with(name);
    if (file.starts_with("rebuild") && !ours) fs::remove(entry.path(), ignored);
  }
  return folder + "/" + name;
}

Result<void> MakeDurable(const std::string& path) {
  SINETTI_TRY(Sync(path));
  return Sync(fs::path(path).parent_path().string());
}

bool ViewsDraft::CanGoOn(const std::string& path, const std::vector<const ViewDefinition*>& views,
                         const std::string& origin, TreeSize until) {
  if (!fs::exists(path)) return false;
  auto database = Database::Open(path, Database::Mode::kReadWrite);
  if (!database) return false;
  auto meta = ReadMeta(**database);
  auto outdated = OutdatedViews(**database, views);
  if (!meta || !outdated || !outdated->empty()) return false;
  if (meta->origin != origin || meta->position > until) return false;
  return !HasLane(**database) || CanGoOn(LaneFile(path), views, origin, until);
}

Result<ViewsDraft> ViewsDraft::Open(const std::string& path,
                                    const std::vector<const ViewDefinition*>& views,
                                    const ViewsMeta& meta, bool two_lanes) {
  ViewsDraft draft;
  draft.path_ = path;
  draft.views_ = views;
  const bool is_new = !fs::exists(path);
  SINETTI_ASSIGN(draft.database_, OpenForBuilding(path));
  if (is_new) SINETTI_TRY(draft.Create(meta, two_lanes));
  if (HasLane(*draft.database_)) {
    SINETTI_ASSIGN(draft.lane_, OpenForBuilding(LaneFile(path)));
  }
  return draft;
}

Result<void> ViewsDraft::Create(const ViewsMeta& meta, bool two_lanes) {
  const auto make = [&](Database& database) -> Result<void> {
    SINETTI_TRY(CreateTables(database, views_, meta));
    return SetIndexesAside(database, views_);
  };
  RemoveDatabase(LaneFile(path_));
  if (two_lanes) {
    SINETTI_ASSIGN(const auto lane, OpenForBuilding(LaneFile(path_)));
    SINETTI_TRY(InTransaction(*lane, [&] { return make(*lane); }));
  }
  // The lane comes first: whoever finds this file complete finds the lane, too.
  return InTransaction(*database_, [&]() -> Result<void> {
    SINETTI_TRY(make(*database_));
    return two_lanes ? database_->Execute("CREATE TABLE lane_aside (id INTEGER PRIMARY KEY)")
                     : Result<void>();
  });
}

std::vector<const ViewDefinition*> ViewsDraft::ViewsOf(bool own_lane) const {
  std::vector<const ViewDefinition*> chosen;
  for (const ViewDefinition* view : views_)
    if (view->own_lane == own_lane) chosen.push_back(view);
  return chosen;
}

std::vector<FoldLane> ViewsDraft::lanes() const {
  if (lane_ == nullptr) return {{database_.get(), views_}};
  return {{database_.get(), ViewsOf(false)}, {lane_.get(), ViewsOf(true)}};
}

// Between tables of one shape SQLite copies rows as they are, without taking them apart.
Result<void> ViewsDraft::Merge() {
  lane_.reset();
  {
    SINETTI_ASSIGN(Statement attach, database_->Prepare("ATTACH ?1 AS lane"));
    SINETTI_TRY(attach.Run(LaneFile(path_)));
  }
  auto merged = InTransaction(*database_, [&]() -> Result<void> {
    for (const ViewDefinition* view : ViewsOf(true))
      for (const std::string_view table : view->tables)
        SINETTI_TRY(database_->Execute("INSERT INTO main." + std::string(table) +
                                       " SELECT * FROM lane." + std::string(table)));
    return database_->Execute("DROP TABLE main.lane_aside");
  });
  if (auto detached = database_->Execute("DETACH lane"); !detached) return detached;
  return merged;
}

Result<void> ViewsDraft::Finish() {
  if (lane_ != nullptr) SINETTI_TRY(Merge());
  RemoveDatabase(LaneFile(path_));
  return MakeIndexes(*database_);
}

}  // namespace sinetti
