// Making, opening and closing a store: the lock, the families, and an error of its own for each way
// in which it cannot be done.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "ledger/store/environment.h"
#include "ledger/store/fail_stop.h"
#include "ledger/store/families.h"
#include "ledger/store/store_impl.h"

namespace sinetti {
namespace {

// A reader may list the files just before the writer deletes one of them.
constexpr int kReadOpenAttempts = 5;

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
// that we do not know must have come from a newer program.  Gives their number; later ones may be
// missing.
Result<std::size_t> CountFamilies(const std::string& store_dir, const rocksdb::DBOptions& options) {
  std::vector<std::string> names;
  const rocksdb::Status status = rocksdb::DB::ListColumnFamilies(options, store_dir, &names);
  if (!status.ok()) return internal::ToError(status, "read the table of contents of " + store_dir);
  std::size_t ours = 0;
  for (const std::string& name : names) {
    bool known = false;
    for (std::size_t i = 0; i < kFamilyCount; ++i)
      known |= name == internal::FamilyName(static_cast<Family>(i));
    if (!known)
      return Error{ErrorCode::kUnsupported, "store " + store_dir + " has a family \"" + name +
                                                "\" that this program does not know: use a newer "
                                                "sinetti"};
    ++ours;
  }
  if (ours < kFirstFamilyCount)
    return Error{ErrorCode::kNotFound, "the ledger of " + store_dir +
                                           " was never made completely: remove its folder and run "
                                           "`sinetti init`"};
  return ours;
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
    std::error_code code;
    std::filesystem::create_directories(dir, code);
    if (code)
      return Error{ErrorCode::kEnvironment,
                   "cannot make the folder " + dir + ": " + code.message()};
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
      rocksdb::DB::Open(options, store_dir, internal::FamilyDescriptors(cache), &handles, &db);
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
  SINETTI_ASSIGN(const std::size_t families, CountFamilies(store_dir, database));
  database.create_missing_column_families = write;

  impl->cache = internal::NewBlockCache();
  impl->run_dir = dir + "/runs";
  const auto descriptors =
      internal::FamilyDescriptors(impl->cache, write ? kFamilyCount : families);
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::Status status;
  for (int attempt = 0; attempt < (write ? 1 : kReadOpenAttempts); ++attempt) {
    status = write ? rocksdb::DB::Open(database, store_dir, descriptors, &handles, &db)
                   : rocksdb::DB::OpenForReadOnly(database, store_dir, descriptors, &handles, &db);
    if (status.ok()) break;
  }
  if (!status.ok()) return internal::ToError(status, "open the store " + store_dir);
  impl->db.reset(db);
  std::copy(handles.begin(), handles.end(), impl->families.begin());
  if (write) {
    EmptyRunFolder(impl->run_dir, impl->env.get());
    if (const rocksdb::Status made = impl->env->CreateDirIfMissing(impl->run_dir); !made.ok())
      return internal::ToError(made, "make the folder " + impl->run_dir);
  }
  return std::unique_ptr<Store>(new Store(std::move(impl)));
}

}  // namespace sinetti
