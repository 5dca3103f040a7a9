// Making, opening and closing a store: the lock, the families, and an error of its own for each way
// in which it cannot be done.
#include <algorithm>
#include <utility>

#include "ledger/base/private_files.h"
#include "ledger/store/environment.h"
#include "ledger/store/fail_stop.h"
#include "ledger/store/families.h"
#include "ledger/store/store_impl.h"

namespace sinetti {
namespace {

constexpr int kReadOpenAttempts = 200;

constexpr std::uint64_t kFlushAtCloseBytes = 4 << 20;

rocksdb::Env* EnvOf(const StoreEnvironment* environment) {
  return environment != nullptr ? environment->env : rocksdb::Env::Default();
}

bool HasStore(const std::string& store_dir, const StoreEnvironment* environment) {
  return EnvOf(environment)->FileExists(store_dir + "/CURRENT").ok();
}

Result<std::unique_ptr<WriterLock>> LockFor(const std::string& dir,
                                            const StoreEnvironment* environment) {
  if (environment != nullptr && !environment->on_disk) return std::unique_ptr<WriterLock>();
  return WriterLock::Take(dir);
}

// The families must be ours.  RocksDB opens a database for writing only with all it has, so one
// that we do not know must have come from a newer program.  Gives those that are there; later ones
// may be missing.
Result<std::vector<Family>> StoredFamilies(const std::string& store_dir,
                                           const rocksdb::DBOptions& options) {
  std::vector<std::string> names;
  const rocksdb::Status status = rocksdb::DB::ListColumnFamilies(options, store_dir, &names);
  if (!status.ok())
    return internal::ToError(status, "read the table of contents of " + store_dir, true);
  std::vector<Family> ours;
  for (const Family family : internal::AllFamilies())
    if (std::erase(names, internal::FamilyName(family)) > 0) ours.push_back(family);
  if (!names.empty())
    return Error{ErrorCode::kUnsupported, "store " + store_dir + " has a family \"" +
                                              names.front() +
                                              "\" that this program does not know: use a newer "
                                              "sinetti"};
  if (ours.size() < kFirstFamilyCount ||
      ours[kFirstFamilyCount - 1] != static_cast<Family>(kFirstFamilyCount - 1))
    return Error{ErrorCode::kNotFound, "the ledger of " + store_dir +
                                           " was never made completely: remove its folder and run "
                                           "`sinetti init`"};
  return ours;
}

// How far a writer is.  It says in the manifest which files count before it deletes one that does
// not, so while this stays the same nothing has vanished beneath a reader.
struct Progress {
  std::string manifest;
  std::uint64_t manifest_bytes = 0;
  std::vector<std::string> logs;  // rising

  friend bool operator==(const Progress&, const Progress&) = default;
};

Progress ProgressOf(const std::string& store_dir, rocksdb::Env* env) {
  Progress progress;
  (void)rocksdb::ReadFileToString(env, store_dir + "/CURRENT", &progress.manifest);
  while (progress.manifest.ends_with('\n')) progress.manifest.pop_back();
  (void)env->GetFileSize(store_dir + "/" + progress.manifest, &progress.manifest_bytes);
  std::vector<std::string> names;
  (void)env->GetChildren(store_dir, &names);
  for (std::string& name : names)
    if (name.ends_with(".log")) progress.logs.push_back(std::move(name));
  std::sort(progress.logs.begin(), progress.logs.end());
  return progress;
}

// Gives up the database that was opened, if any.
void Abandon(Store::Impl& impl) {
  for (rocksdb::ColumnFamilyHandle*& family : impl.families)
    if (family != nullptr) (void)impl.db->DestroyColumnFamilyHandle(std::exchange(family, nullptr));
  impl.db.reset();
}

Result<void> OpenDatabase(Store::Impl& impl, const std::string& store_dir,
                          rocksdb::DBOptions options) {
  SINETTI_ASSIGN(std::vector<Family> families, StoredFamilies(store_dir, options));
  options.create_missing_column_families = impl.may_write;
  if (impl.may_write) families = internal::AllFamilies();
  const auto descriptors = internal::FamilyDescriptors(families, impl.cache);
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  const rocksdb::Status status =
      impl.may_write ? rocksdb::DB::Open(options, store_dir, descriptors, &handles, &db)
                     : rocksdb::DB::OpenForReadOnly(options, store_dir, descriptors, &handles, &db);
  if (!status.ok()) return internal::ToError(status, "open the store " + store_dir, true);
  impl.db.reset(db);
  for (std::size_t i = 0; i < families.size(); ++i)
    impl.families[static_cast<std::size_t>(families[i])] = handles[i];
  return {};
}

// A writer in another process goes on meanwhile: a table that was listed may be gone before it is
// opened, and a log may be gone whose events the tables that were listed do not have yet.  Neither
// is damage; what is opened counts once every log that stood before still stands.
Result<void> OpenBesideWriter(Store::Impl& impl, const std::string& store_dir,
                              const rocksdb::DBOptions& options) {
  Progress before = ProgressOf(store_dir, options.env);
  for (int attempt = 0; attempt < kReadOpenAttempts; ++attempt) {
    auto opened = OpenDatabase(impl, store_dir, options);
    Progress after = ProgressOf(store_dir, options.env);
    if (opened && std::ranges::includes(after.logs, before.logs)) return {};
    if (!opened && after == before) return opened;
    Abandon(impl);
    before = std::move(after);
  }
  return Error{ErrorCode::kEnvironment,
               "the store " + store_dir + " was changed by its writer " +
                   std::to_string(kReadOpenAttempts) +
                   " times while it was being opened: try again when less is being recorded"};
}

// Runs that a crash left behind before they were ingested.
void EmptyRunFolder(const std::string& run_dir, rocksdb::Env* env) {
  std::vector<std::string> names;
  if (!env->GetChildren(run_dir, &names).ok()) return;
  for (const std::string& name : names) (void)env->DeleteFile(run_dir + "/" + name);
}

}  // namespace

Store::Impl::~Impl() {
  if (db == nullptr) return;
  if (may_write) FlushIfMuch();
  for (rocksdb::ColumnFamilyHandle* family : families)
    if (family != nullptr) db->DestroyColumnFamilyHandle(family);
  (void)db->Close();
}

// What is only in the log must be replayed by every reader that opens; after much was written that
// would take longer than anything else the reader does.  An error is no loss, the log has it all.
void Store::Impl::FlushIfMuch() {
  std::uint64_t bytes = 0;
  if (!db->GetIntProperty(handle(Family::kEntries), "rocksdb.cur-size-all-mem-tables", &bytes) ||
      bytes < kFlushAtCloseBytes)
    return;
  (void)db->Flush({}, {families.begin(), families.end()});
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;
const std::string& Store::dir() const { return impl_->dir; }

Result<std::unique_ptr<Store>> Store::Create(const std::string& dir,
                                             const StoreEnvironment* environment) {
  if (environment == nullptr || environment->on_disk) {
    SINETTI_TRY(MakePrivateFolder(dir));
    SINETTI_TRY(ClosePrivateFolder(dir));  // it may have been there
  } else if (const rocksdb::Status made = environment->env->CreateDirIfMissing(dir); !made.ok()) {
    return internal::ToError(made, "make the folder " + dir);
  }
  const std::string store_dir = dir + "/store";
  if (HasStore(store_dir, environment))
    return Error{ErrorCode::kConflict,
                 "there is a ledger in " + dir + " already: choose another folder"};
  SINETTI_ASSIGN(auto lock, LockFor(dir, environment));

  rocksdb::DBOptions options = internal::DatabaseOptions(environment, false);
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  const auto cache = internal::NewBlockCache();
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  const rocksdb::Status status =
      rocksdb::DB::Open(options, store_dir,
                        internal::FamilyDescriptors(internal::AllFamilies(), cache), &handles, &db);
  if (!status.ok()) return internal::ToError(status, "make a store in " + store_dir);
  for (rocksdb::ColumnFamilyHandle* handle : handles) db->DestroyColumnFamilyHandle(handle);
  (void)db->Close();
  delete db;
  lock.reset();
  return Open(dir, {.mode = StoreOptions::Mode::kWrite, .environment = environment});
}

Result<std::unique_ptr<Store>> Store::Open(const std::string& dir, const StoreOptions& options) {
  const std::string store_dir = dir + "/store";
  if (!HasStore(store_dir, options.environment))
    return Error{ErrorCode::kNotFound,
                 "there is no ledger in " + dir + ": make one with `sinetti init`"};
  const bool write = options.mode == StoreOptions::Mode::kWrite;
  auto impl = std::make_unique<Impl>();
  impl->dir = dir;
  impl->may_write = write;
  if (write) {
    SINETTI_ASSIGN(impl->lock, LockFor(dir, options.environment));
  }
  rocksdb::DBOptions database =
      internal::DatabaseOptions(options.environment, options.accept_damaged_log);
  if (write) {
    impl->env = rocksdb::NewCompositeEnv(
        std::make_shared<internal::FailStopFileSystem>(database.env->GetFileSystem()));
    database.env = impl->env.get();
  }
  impl->cache = internal::NewBlockCache();
  impl->run_dir = dir + "/runs";
  SINETTI_TRY(write ? OpenDatabase(*impl, store_dir, database)
                    : OpenBesideWriter(*impl, store_dir, database));
  if (write) {
    EmptyRunFolder(impl->run_dir, impl->env.get());
    if (const rocksdb::Status made = impl->env->CreateDirIfMissing(impl->run_dir); !made.ok())
      return internal::ToError(made, "make the folder " + impl->run_dir);
  }
  return std::unique_ptr<Store>(new Store(std::move(impl)));
}

}  // namespace sinetti
