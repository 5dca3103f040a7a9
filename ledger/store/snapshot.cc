// Reading at one moment: snapshots and cursors.
#include <mutex>
#include <shared_mutex>

#include <rocksdb/db.h>

#include "ledger/store/store_impl.h"

namespace sinetti {
namespace {

// Two blocks of a disk's read-ahead; larger values cost memory and win nothing (measured on ext4).
constexpr std::size_t kBulkReadaheadBytes = 1 << 20;

}  // namespace

struct Snapshot::Impl {
  const Store::Impl* store = nullptr;
  const rocksdb::Snapshot* snapshot = nullptr;  // null in a read-only store, which never changes

  ~Impl() {
    if (snapshot != nullptr) store->db->ReleaseSnapshot(snapshot);
  }
  rocksdb::ReadOptions ReadOptions() const {
    rocksdb::ReadOptions options;
    options.snapshot = snapshot;
    return options;
  }
};

struct Cursor::Impl {
  Bytes end;
  rocksdb::Slice end_slice;
  std::unique_ptr<rocksdb::Iterator> iterator;
  std::string what;
};

Cursor::Cursor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Cursor::~Cursor() = default;
Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;

bool Cursor::Valid() const { return impl_->iterator->Valid(); }
void Cursor::Next() { impl_->iterator->Next(); }
ByteView Cursor::key() const { return internal::ToView(impl_->iterator->key()); }
ByteView Cursor::value() const { return internal::ToView(impl_->iterator->value()); }
Result<void> Cursor::status() const {
  const rocksdb::Status status = impl_->iterator->status();
  if (!status.ok()) return internal::ToError(status, impl_->what);
  return {};
}

Snapshot::Snapshot(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Snapshot::~Snapshot() = default;

std::shared_ptr<const Snapshot> Store::TakeSnapshot() const {
  auto impl = std::make_unique<Snapshot::Impl>();
  impl->store = impl_.get();
  if (impl_->may_write) {
    const std::shared_lock whole(impl_->ingesting);
    impl->snapshot = impl_->db->GetSnapshot();
  }
  return std::shared_ptr<const Snapshot>(new Snapshot(std::move(impl)));
}

Result<std::optional<Bytes>> Snapshot::Get(Family family, ByteView key) const {
  rocksdb::PinnableSlice value;
  const Store::Impl& store = *impl_->store;
  if (store.handle(family) == nullptr) return std::optional<Bytes>();
  const rocksdb::Status status =
      store.db->Get(impl_->ReadOptions(), store.handle(family), internal::ToSlice(key), &value);
  if (status.IsNotFound()) return std::optional<Bytes>();
  if (!status.ok()) return internal::ToError(status, "read from ledger " + store.dir);
  const ByteView view = internal::ToView(value);
  return std::optional<Bytes>(Bytes(view.begin(), view.end()));
}

Cursor Snapshot::Scan(Family family, ByteView first, ByteView end, ScanKind kind) const {
  auto cursor = std::make_unique<Cursor::Impl>();
  cursor->what = "scan ledger " + impl_->store->dir;
  cursor->end.assign(end.begin(), end.end());
  cursor->end_slice = internal::ToSlice(cursor->end);
  rocksdb::ReadOptions options = impl_->ReadOptions();
  options.total_order_seek = true;  // ranges may span more than one prefix
  if (!end.empty()) options.iterate_upper_bound = &cursor->end_slice;
  if (kind == ScanKind::kBulk) {
    options.readahead_size = kBulkReadaheadBytes;
    options.fill_cache = false;
  }
  const Store::Impl& store = *impl_->store;
  cursor->iterator.reset(store.handle(family) == nullptr
                             ? rocksdb::NewEmptyIterator()
                             : store.db->NewIterator(options, store.handle(family)));
  cursor->iterator->Seek(internal::ToSlice(first));
  return Cursor(std::move(cursor));
}

Result<std::optional<std::pair<Bytes, Bytes>>> Snapshot::Last(Family family) const {
  rocksdb::ReadOptions options = impl_->ReadOptions();
  options.total_order_seek = true;
  const Store::Impl& store = *impl_->store;
  if (store.handle(family) == nullptr) return std::optional<std::pair<Bytes, Bytes>>();
  const std::unique_ptr<rocksdb::Iterator> iterator(
      store.db->NewIterator(options, store.handle(family)));
  iterator->SeekToLast();
  if (!iterator->status().ok())
    return internal::ToError(iterator->status(), "read from ledger " + store.dir);
  if (!iterator->Valid()) return std::optional<std::pair<Bytes, Bytes>>();
  const ByteView key = internal::ToView(iterator->key());
  const ByteView value = internal::ToView(iterator->value());
  return std::optional(std::pair(Bytes(key.begin(), key.end()), Bytes(value.begin(), value.end())));
}

}  // namespace sinetti
