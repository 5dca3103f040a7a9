// The rows of a ledger's store, to be changed as no ledger would change them, and put back.
#pragma once

#include <map>
#include <utility>

#include "ledger/store/store.h"

namespace sinetti::testing_support {

struct RawRows {
  std::map<std::pair<Family, Bytes>, Bytes> rows;

  static RawRows Of(const Snapshot& snapshot) {
    RawRows all;
    for (std::size_t f = 0; f < kFamilyCount; ++f) {
      const Family family = static_cast<Family>(f);
      Cursor cursor = snapshot.Scan(family, {}, {}, ScanKind::kBulk);
      for (; cursor.Valid(); cursor.Next())
        all.rows[{family, Bytes(cursor.key().begin(), cursor.key().end())}] =
            Bytes(cursor.value().begin(), cursor.value().end());
      SINETTI_CHECK(cursor.status().has_value());
    }
    return all;
  }

  // Makes the store hold exactly these rows.
  void Restore(Store& store) const {
    const RawRows now = Of(*store.TakeSnapshot());
    Batch batch = store.NewBatch();
    for (const auto& [key, value] : now.rows)
      if (!rows.contains(key)) batch.Delete(key.first, key.second);
    for (const auto& [key, value] : rows) {
      const auto found = now.rows.find(key);
      if (found == now.rows.end() || found->second != value)
        batch.Put(key.first, key.second, value);
    }
    SINETTI_CHECK(store.Commit(std::move(batch)).has_value());
  }
};

inline void PutRow(Store& store, Family family, ByteView key, ByteView value) {
  Batch batch = store.NewBatch();
  batch.Put(family, key, value);
  SINETTI_CHECK(store.Commit(std::move(batch)).has_value());
}

inline void DeleteRow(Store& store, Family family, ByteView key) {
  Batch batch = store.NewBatch();
  batch.Delete(family, key);
  SINETTI_CHECK(store.Commit(std::move(batch)).has_value());
}

}  // namespace sinetti::testing_support
