// RocksDB's Status, told as an Error: what the caller can do about it.
#include "ledger/store/store_impl.h"

namespace sinetti::internal {

namespace {

// What to do about damaged bytes: `verify` looks at a store that opens, and only at such a one.
constexpr const char* kLook = "run `sinetti verify`, restore a backup if it confirms";
constexpr const char* kSalvage =
    "restore a backup; where there is none as new, `sinetti doctor --salvage` opens what stands "
    "before the damage and keeps the store as it is";

}  // namespace

Error ToError(const rocksdb::Status& status, const std::string& what, bool opening) {
  SINETTI_CHECK(!status.ok());
  const std::string context = "cannot " + what + ": ";
  if (status.IsNoSpace() || status.subcode() == rocksdb::Status::kSpaceLimit)
    return {ErrorCode::kEnvironment, context + "the disk is full (" + status.ToString() +
                                         "): free some space and try again"};
  if (status.IsCorruption())
    return {ErrorCode::kCorrupt, context + "stored bytes are damaged (" + status.ToString() +
                                     "): " + (opening ? kSalvage : kLook)};
  if (status.IsNotSupported())
    return {ErrorCode::kUnsupported, context + status.ToString() + ": use a newer sinetti"};
  return {ErrorCode::kEnvironment, context + status.ToString()};
}

}  // namespace sinetti::internal
