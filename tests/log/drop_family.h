// A store as a program wrote it that did not know some family yet.
#pragma once

#include <string>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include "ledger/base/check.h"

namespace sinetti::testing_support {

// Nobody may have the ledger in `dir` open.
inline void DropStoreFamily(rocksdb::Env* env, const std::string& dir, const std::string& name) {
  rocksdb::Options options;
  options.env = env;
  std::vector<std::string> names;
  SINETTI_CHECK(rocksdb::DB::ListColumnFamilies(options, dir + "/store", &names).ok());
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const std::string& one : names) families.emplace_back(one, options);
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  SINETTI_CHECK(rocksdb::DB::Open(options, dir + "/store", families, &handles, &db).ok());
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) SINETTI_CHECK(db->DropColumnFamily(handles[i]).ok());
  for (rocksdb::ColumnFamilyHandle* handle : handles) (void)db->DestroyColumnFamilyHandle(handle);
  SINETTI_CHECK(db->Close().ok());
  delete db;
}

}  // namespace sinetti::testing_support
