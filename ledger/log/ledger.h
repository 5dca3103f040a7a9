// The ledger as a whole: one folder, opened for reading or for writing.  Wires the parts of
// ledger/log together; begin reading here.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/log/appender.h"
#include "ledger/log/checkpoint_store.h"
#include "ledger/log/metadata.h"
#include "ledger/log/reader.h"
#include "ledger/log/timestamp_record.h"
#include "ledger/log/verify.h"
#include "ledger/store/store.h"

namespace sinetti {

// Thread-safe but for the destructor, which must come after the Readers'.
class Ledger {
 public:
  struct Options {
    const StoreEnvironment* environment = nullptr;
    bool accept_damaged_log = false;                           // see StoreOptions
    std::size_t run_events_max = DerivedIndex::kRunEventsMax;  // tests make runs small
  };

  // Makes a ledger in `dir` and opens it for writing.  kInvalid: `origin` cannot name a ledger.
  // kConflict: there is one already.  The clock must outlive the ledger.
  static Result<std::unique_ptr<Ledger>> Create(const std::string& dir, const std::string& origin,
                                                Clock& clock, const Options& options);

  // One process at a time.  Errors as Store::Open, and kCorrupt when what is stored contradicts
  // itself or the newest checkpoint.
  static Result<std::unique_ptr<Ledger>> OpenForWriting(const std::string& dir, Clock& clock,
                                                        const Options& options);
  // Any number of processes, also beside a writer; sees what was committed before it opened.
  static Result<std::unique_ptr<Ledger>> OpenForReading(const std::string& dir,
                                                        const Options& options);
  static Result<std::unique_ptr<Ledger>> Create(const std::string& dir, const std::string& origin,
                                                Clock& clock) {
    return Create(dir, origin, clock, Options());
  }
  static Result<std::unique_ptr<Ledger>> OpenForWriting(const std::string& dir, Clock& clock) {
    return OpenForWriting(dir, clock, Options());
  }
  static Result<std::unique_ptr<Ledger>> OpenForReading(const std::string& dir) {
    return OpenForReading(dir, Options());
  }

  // Makes the derived indexes of ids and streams anew, which `verify` found wrong; no entry is
  // touched.  Works on a ledger that does not open because of them.  Returns how many events they
  // cover; newer ones are found in memory.
  static Result<TreeSize> RebuildIndexes(const std::string& dir, const Options& options);
  static Result<TreeSize> RebuildIndexes(const std::string& dir) {
    return RebuildIndexes(dir, Options());
  }

  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  const LedgerInfo& info() const { return info_; }
  const std::string& dir() const { return store_->dir(); }
  bool writable() const { return appender_ != nullptr; }

  // Everything durable now, frozen.
  Reader Read() const;

  // See Appender::Append.  Only when opened for writing.
  Result<std::vector<Receipt>> Append(std::vector<EncodedDraft> drafts,
                                      std::optional<std::size_t>* refused = nullptr);

  // Signs everything durable now; see SignStoredTree.  Only when opened for writing.
  Result<StoredCheckpoint> SignCheckpoint(Signer& signer, Clock& clock,
                                          CheckpointIndex* index = nullptr);

  // See AddSignatures in checkpoint_store.h.  Only when opened for writing.
  Result<StoredCheckpoint> AddToCheckpoint(TreeSize size,
                                           std::span<const NoteSignature> signatures);

  // See timestamp_store.h.  Only when opened for writing.
  Result<void> KeepTimestamps(const TimestampRecord& record);

  // Recomputes everything from stored bytes as of now, while writers go on.  A ledger that cannot
  // be opened any more is verified by VerifyLedger.
  Result<VerifyReport> Verify(const VerifyOptions& options) const {
    return VerifySnapshot(*store_->TakeSnapshot(), options);
  }

  // A copy of the ledger as of now, in a new folder.  Keys and views are not in it.
  Result<void> CopyTo(const std::string& dir) { return store_->CopyTo(dir); }

 private:
  Ledger() = default;
  static Result<std::unique_ptr<Ledger>> Open(std::unique_ptr<Store> store, Clock* clock,
                                              const Options& options);

  LedgerInfo info_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Appender> appender_;  // null when reading
  std::mutex signing_;
  // A reading ledger never changes, so all its Readers are one.
  std::optional<Reader> reader_;
};

}  // namespace sinetti
