// Ledgers on the real engine over a file system in memory, for tests that need no disk.
#pragma once

#include <memory>
#include <string>

#include <rocksdb/env.h>

#include "ledger/log/ledger.h"
#include "ledger/store/environment.h"
#include "tests/log/drop_family.h"

namespace sinetti::testing_support {

class MemoryLedger {
 public:
  explicit MemoryLedger(std::size_t run_events_max = DerivedIndex::kRunEventsMax)
      : env_(rocksdb::NewMemEnv(rocksdb::Env::Default())),
        environment_{.env = env_.get(), .on_disk = false},
        options_{.environment = &environment_, .run_events_max = run_events_max} {
    auto made = Ledger::Create(kDir, "ledger.example/test", clock_, options_);
    SINETTI_CHECK(made.has_value());
    ledger_ = *std::move(made);
  }

  Ledger& operator*() { return *ledger_; }
  Ledger* operator->() { return ledger_.get(); }

  void Reopen() {
    Close();
    auto opened = Open();
    SINETTI_CHECK(opened.has_value());
    ledger_ = *std::move(opened);
  }
  void Close() { ledger_.reset(); }
  Result<std::unique_ptr<Ledger>> Open() { return Ledger::OpenForWriting(kDir, clock_, options_); }
  Result<std::unique_ptr<Ledger>> OpenForReading() {
    return Ledger::OpenForReading(kDir, options_);
  }
  // The store below, with the ledger closed: to change what no ledger would.
  std::unique_ptr<Store> OpenStore() {
    Close();
    auto store =
        Store::Open(kDir, {.mode = StoreOptions::Mode::kWrite, .environment = &environment_});
    SINETTI_CHECK(store.has_value());
    return *std::move(store);
  }

  // As a program wrote it that did not know the family, with the ledger closed.
  void DropFamily(const std::string& name) { DropStoreFamily(env_.get(), kDir, name); }

  static constexpr const char* kDir = "/ledger";

 private:
  std::unique_ptr<rocksdb::Env> env_;
  StoreEnvironment environment_;
  Ledger::Options options_;
  FixedClock clock_{Timestamp{1'767'225'600'000'000}, 1};
  std::unique_ptr<Ledger> ledger_;
};

}  // namespace sinetti::testing_support
