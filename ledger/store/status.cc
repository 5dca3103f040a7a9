// RocksDB's Status, told as an Error: what the caller can do about it.
#include "ledger/store/store_impl.h"

namespace sinetti::internal {

Error ToError(const rocksdb::Status& status, const std::string& what) {
  SINETTI_CHECK(!status.ok());
  const std::string context = "cannot " + what + ": ";
  if (status.IsNoSpace() || status.subcode() == rocksdb::Status::kSpaceLimit)
    return {ErrorCode::kEnvironment, context + "the disk is full (" + status.ToString() +
                                         "): free some space and try again"};
  if (status.IsCorruption())
    return {ErrorCode::kCorrupt, context + "stored bytes are damaged (" + status.ToString() +
                                     "): run `sinetti verify`, restore a backup if it confirms"};
  if (status.IsNotSupported())
    return {ErrorCode::kUnsupported, context + status.ToString() + ": use a newer sinetti"};
  return {ErrorCode::kEnvironment, context + status.ToString()};
}

}  // namespace sinetti::internal
