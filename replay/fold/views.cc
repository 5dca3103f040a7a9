// See views.h.  A file under construction is `views/rebuild-….sqlite`; finished ones are
// `views/NNNNNN.sqlite`, the number one higher at each swap.  Finished files use SQLite's
// write-ahead log, so readers and the catch-up never wait for one another.
#include "replay/fold/views.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "ledger/base/private_files.h"
#include "ledger/merkle/tree_hash.h"
#include "replay/fold/rebuild_file.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;

Error FileError(const std::string& what, const std::error_code& code) {
  return Error{ErrorCode::kEnvironment, what + ": " + code.message()};
}

ViewsMeta EmptyMeta(const std::string& origin, std::optional<Date> as_of,
                    std::optional<Timestamp> known_at) {
  ViewsMeta meta;
  meta.origin = origin;
  meta.root = EmptyRoot();
  meta.as_of = as_of;
  meta.known_at = known_at;
  return meta;
}

Result<void> CheckOrigin(const ViewsMeta& meta, const std::string& origin,
                         const std::string& path) {
  if (meta.origin == origin) return {};
  return Error{ErrorCode::kInvalid, path + ": these are views of the ledger " + meta.origin +
                                        ", this ledger is " + origin +
                                        "; delete the views, replay makes them anew"};
}

// Leaves one file as readers expect it, all of it on the disk, ready to be renamed.
Result<void> Close(std::unique_ptr<Database> database, const std::string& path) {
  SINETTI_TRY(database->Execute(kViewsSettings));
  SINETTI_TRY(database->Execute("PRAGMA wal_checkpoint(TRUNCATE)"));
  database.reset();
  return MakeDurable(path);
}

}  // namespace

ViewsFile::ViewsFile(std::string ledger_dir, std::string origin,
                     std::vector<const ViewDefinition*> views, DeriveTables derive)
    : ledger_dir_(std::move(ledger_dir)),
      origin_(std::move(origin)),
      views_(std::move(views)),
      derive_(std::move(derive)) {}

Result<void> ViewsFile::Derive(Database& database, FoldOutcome& outcome) const {
  if (!derive_ || outcome.meta.derived == outcome.meta.position) return {};
  SINETTI_TRY(database.Execute("BEGIN IMMEDIATE"));
  outcome.meta.derived = outcome.meta.position;
  const auto derive = [&]() -> Result<void> {
    SINETTI_TRY(derive_(database));
    SINETTI_TRY(WriteMeta(database, outcome.meta));
    return database.Execute("COMMIT");
  };
  auto derived = derive();
  if (!derived) (void)database.Execute("ROLLBACK");
  return derived;
}

Result<FoldOutcome> ViewsFile::Build(ViewsDraft& draft, const Reader& reader,
                                     const TypeRegistry& registry,
                                     const FoldOptions& options) const {
  SINETTI_ASSIGN(FoldOutcome outcome, Fold(draft.lanes(), reader, registry, options));
  if (outcome.to < options.until) return outcome;  // asked to stop
  SINETTI_TRY(draft.Finish());
  SINETTI_TRY(Derive(draft.database(), outcome));
  return outcome;
}

std::string ViewsFile::path() const { return ledger_dir_ + "/views.sqlite"; }
std::string ViewsFile::Folder() const { return ledger_dir_ + "/views"; }
bool ViewsFile::exists() const { return fs::exists(path()); }

Result<ViewsMeta> ViewsFile::Meta() const {
  if (!exists()) {
    return Error{ErrorCode::kNotFound, path() + ": no views yet; next: sinetti replay"};
  }
  SINETTI_ASSIGN(auto database, Database::Open(path(), Database::Mode::kReadOnly));
  return ReadMeta(*database);
}

std::string ViewsFile::NewFile() const {
  int highest = 0;
  for (const auto& entry : fs::directory_iterator(Folder())) {
    highest = std::max(highest, std::atoi(entry.path().filename().c_str()));
  }
  char name[32];
  std::snprintf(name, sizeof name, "/%06d.sqlite", highest + 1);
  return Folder() + name;
}

Result<FoldOutcome> ViewsFile::CatchUp(const Reader& reader, const TypeRegistry& registry,
                                       const FoldOptions& options) const {
  if (!exists()) {
    SINETTI_ASSIGN(RebuildOutcome made, Rebuild(reader, registry, options, true));
    return made.fold;
  }
  const std::string current = fs::canonical(path()).string();
  SINETTI_ASSIGN(auto database, Database::Open(current, Database::Mode::kReadWrite));
  SINETTI_TRY(database->Execute(kViewsSettings));
  SINETTI_ASSIGN(const ViewsMeta meta, ReadMeta(*database));
  SINETTI_TRY(CheckOrigin(meta, origin_, current));
  SINETTI_ASSIGN(const auto outdated, OutdatedViews(*database, views_));
  if (!outdated.empty()) {
    return Error{ErrorCode::kUnsupported, "the view " + outdated.front() +
                                              " has changed since these views were made; next: "
                                              "sinetti replay --rebuild"};
  }
  SINETTI_ASSIGN(FoldOutcome outcome, Fold({{database.get(), views_}}, reader, registry, options));
  if (outcome.to == options.until) SINETTI_TRY(Derive(*database, outcome));
  return outcome;
}

Result<RebuildOutcome> ViewsFile::Rebuild(const Reader& reader, const TypeRegistry& registry,
                                          const FoldOptions& options,
                                          bool accept_difference) const {
  std::error_code code;
  SINETTI_TRY(MakePrivateFolder(Folder()));

  const std::string building = RebuildFile(Folder());
  // What a killed rebuild left is gone on from only when it is of this ledger, of these views, and
  // not ahead.
  if (!ViewsDraft::CanGoOn(building, views_, origin_, options.until)) RemoveDatabase(building);

  RebuildOutcome outcome;
  {
    SINETTI_ASSIGN(
        ViewsDraft draft,
        ViewsDraft::Open(building, views_, EmptyMeta(origin_, std::nullopt, std::nullopt),
                         options.threaded));
    SINETTI_ASSIGN(outcome.fold, Build(draft, reader, registry, options));
    if (outcome.fold.to < options.until) return outcome;  // the next call goes on
    SINETTI_ASSIGN(outcome.digests, DigestViews(draft.database(), views_));
    SINETTI_TRY(Close(std::move(draft).Release(), building));
  }

  if (exists()) {
    SINETTI_ASSIGN(auto old, Database::Open(path(), Database::Mode::kReadOnly));
    auto meta = ReadMeta(*old);
    auto outdated = OutdatedViews(*old, views_);
    if (meta && outdated && outdated->empty() && meta->position == outcome.fold.to) {
      SINETTI_ASSIGN(const auto before, DigestViews(*old, views_));
      outcome.compared = true;
      for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] != outcome.digests[i]) outcome.differs.push_back(before[i].name);
      }
    }
  }
  if (!outcome.differs.empty() && !accept_difference) return outcome;

  std::string previous;
  if (fs::is_symlink(path())) previous = fs::read_symlink(path(), code).filename().string();
  const std::string finished = NewFile();
  fs::rename(building, finished, code);
  if (code) return FileError(building, code);
  SINETTI_TRY(MakeDurable(finished));
  const std::string link = Folder() + "/link";
  fs::remove(link, code);
  fs::create_symlink("views/" + fs::path(finished).filename().string(), link, code);
  if (code) return FileError(link, code);
  // From here on readers that open the views see the new file.
  fs::rename(link, path(), code);
  if (code) return FileError(path(), code);
  outcome.swapped = true;

  // Readers may have opened the name a moment before the rename, so the file before stays until the
  // next swap; older ones go.
  for (const auto& entry : fs::directory_iterator(Folder())) {
    const std::string file = entry.path().filename().string();
    const bool numbered = !file.empty() && file[0] >= '0' && file[0] <= '9';
    const bool kept = file.starts_with(fs::path(finished).filename().string()) ||
                      (!previous.empty() && file.starts_with(previous));
    if (numbered && !kept) fs::remove(entry.path(), code);
  }
  return outcome;
}

Result<std::unique_ptr<ViewsFile::Snapshot>> ViewsFile::SnapshotAt(
    const Reader& reader, const TypeRegistry& registry, const FoldOptions& options,
    std::optional<Date> as_of, std::optional<Timestamp> known_at) const {
  std::error_code code;
  SINETTI_TRY(MakePrivateFolder(Folder()));
  static constexpr const char* kStem = "/snapshot-";
  const std::string file = Folder() + kStem + std::to_string(::getpid()) + "-" +
                           std::to_string(reinterpret_cast<std::uintptr_t>(&options)) + ".sqlite";
  RemoveDatabase(file);
  FoldOptions bounded = options;
  if (known_at) {
    SINETTI_ASSIGN(const TreeSize known, SizeKnownAt(reader, *known_at));
    bounded.until = std::min(bounded.until, known);
    if (bounded.anchor && bounded.anchor->size > bounded.until) bounded.anchor.reset();
  }
  const auto fold = [&]() -> Result<std::unique_ptr<Snapshot>> {
    SINETTI_ASSIGN(
        ViewsDraft draft,
        ViewsDraft::Open(file, views_, EmptyMeta(origin_, as_of, known_at), bounded.threaded));
    SINETTI_ASSIGN(FoldOutcome outcome, Build(draft, reader, registry, bounded));
    SINETTI_TRY(draft.Finish());  // also when it was asked to stop
    return std::make_unique<Snapshot>(file, std::move(draft).Release(), std::move(outcome));
  };
  auto snapshot = fold();
  if (!snapshot) RemoveDatabase(file);
  return snapshot;
}

ViewsFile::Snapshot::Snapshot(std::string path, std::unique_ptr<Database> database,
                              FoldOutcome outcome)
    : path_(std::move(path)), database_(std::move(database)), outcome_(std::move(outcome)) {}

ViewsFile::Snapshot::~Snapshot() {
  database_.reset();
  RemoveDatabase(path_);
}

}  // namespace sinetti
