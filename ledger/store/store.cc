// Commits and point reads (docs/format/store.md, "Commit").
#include "ledger/store/store.h"

#include <rocksdb/utilities/checkpoint.h>
#include <rocksdb/write_batch.h>

#include "ledger/store/store_impl.h"

namespace sinetti {

struct Batch::Impl {
  const Store::Impl* store;
  rocksdb::WriteBatch writes;
};

Batch::Batch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Batch::~Batch() = default;
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;

void Batch::Put(Family family, ByteView key, ByteView value) {
  const rocksdb::Status status = impl_->writes.Put(
      impl_->store->handle(family), internal::ToSlice(key), internal::ToSlice(value));
  SINETTI_CHECK(status.ok());  // it only fills memory
}

void Batch::Delete(Family family, ByteView key) {
  const rocksdb::Status status =
      impl_->writes.Delete(impl_->store->handle(family), internal::ToSlice(key));
  SINETTI_CHECK(status.ok());
}

Batch Store::NewBatch(std::size_t reserve_bytes) const {
  return Batch(std::unique_ptr<Batch::Impl>(
      new Batch::Impl{impl_.get(), rocksdb::WriteBatch(reserve_bytes)}));
}

Result<void> Store::Commit(Batch batch) {
  SINETTI_CHECK(impl_->may_write);
  rocksdb::WriteOptions options;
  options.sync = true;
  const rocksdb::Status status = impl_->db->Write(options, &batch.impl_->writes);
  if (!status.ok()) return internal::ToError(status, "commit to ledger " + impl_->dir);
  return {};
}

Result<std::optional<Bytes>> Store::Get(Family family, ByteView key) const {
  rocksdb::PinnableSlice value;
  if (impl_->handle(family) == nullptr) return std::optional<Bytes>();
  const rocksdb::Status status =
      impl_->db->Get({}, impl_->handle(family), internal::ToSlice(key), &value);
  if (status.IsNotFound()) return std::optional<Bytes>();
  if (!status.ok()) return internal::ToError(status, "read from ledger " + impl_->dir);
  const ByteView view = internal::ToView(value);
  return std::optional<Bytes>(Bytes(view.begin(), view.end()));
}

Result<std::vector<std::optional<Bytes>>> Store::MultiGet(Family family,
                                                          std::span<const ByteView> keys) const {
  std::vector<std::optional<Bytes>> found(keys.size());
  if (keys.empty()) return found;
  std::vector<rocksdb::Slice> slices;
  slices.reserve(keys.size());
  for (const ByteView key : keys) slices.push_back(internal::ToSlice(key));
  std::vector<rocksdb::PinnableSlice> values(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  constexpr bool kSorted = true;
  impl_->db->MultiGet({}, impl_->handle(family), keys.size(), slices.data(), values.data(),
                      statuses.data(), kSorted);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (statuses[i].IsNotFound()) continue;
    if (!statuses[i].ok()) return internal::ToError(statuses[i], "read from ledger " + impl_->dir);
    const ByteView view = internal::ToView(values[i]);
    found[i] = Bytes(view.begin(), view.end());
  }
  return found;
}

Result<void> Store::CopyTo(const std::string& target_dir) {
  rocksdb::Checkpoint* made = nullptr;
  rocksdb::Status status = rocksdb::Checkpoint::Create(impl_->db.get(), &made);
  std::unique_ptr<rocksdb::Checkpoint> checkpoint(made);
  if (status.ok()) status = impl_->db->GetEnv()->CreateDirIfMissing(target_dir);
  if (status.ok()) status = checkpoint->CreateCheckpoint(target_dir + "/store");
  if (!status.ok())
    return internal::ToError(status, "copy ledger " + impl_->dir + " to " + target_dir);
  return {};
}

}  // namespace sinetti
