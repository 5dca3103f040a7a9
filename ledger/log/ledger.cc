// See ledger.h.
#include "ledger/log/ledger.h"

#include "ledger/crypto/verifier_key.h"
#include "ledger/log/timestamp_store.h"

namespace sinetti {
Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::Create(const std::string& dir, const std::string& origin,
                                               Clock& clock, const Options& options) {
  if (auto valid = CheckKeyName(origin); !valid)
    return std::move(valid).error().Within("origin `" + origin + "`");
  SINETTI_ASSIGN(auto store, Store::Create(dir, options.environment));
  Batch batch = store->NewBatch();
  PutMetadata(batch, {.format = kLedgerFormat,
                      .origin = origin,
                      .algorithm = std::string(kLedgerAlgorithm),
                      .created = clock.Now()});
  SINETTI_TRY(store->Commit(std::move(batch)));
  return Open(std::move(store), &clock, options);
}

Result<std::unique_ptr<Ledger>> Ledger::OpenForWriting(const std::string& dir, Clock& clock,
                                                       const Options& options) {
  SINETTI_ASSIGN(auto store, Store::Open(dir, {.mode = StoreOptions::Mode::kWrite,
                                               .environment = options.environment,
                                               .accept_damaged_log = options.accept_damaged_log}));
  return Open(std::move(store), &clock, options);
}

Result<std::unique_ptr<Ledger>> Ledger::OpenForReading(const std::string& dir,
                                                       const Options& options) {
  SINETTI_ASSIGN(auto store, Store::Open(dir, {.mode = StoreOptions::Mode::kRead,
                                               .environment = options.environment,
                                               .accept_damaged_log = options.accept_damaged_log}));
  return Open(std::move(store), nullptr, options);
}

Result<std::unique_ptr<Ledger>> Ledger::Open(std::unique_ptr<Store> store, Clock* clock,
                                             const Options& options) {
  std::unique_ptr<Ledger> ledger(new Ledger());
  auto snapshot = store->TakeSnapshot();
  SINETTI_ASSIGN(ledger->info_, ReadMetadata(*snapshot, store->dir()));
  SINETTI_ASSIGN(LogState state, RecoverState(*snapshot));
  SINETTI_TRY(CheckAgainstNewest(*snapshot, state));
  if (clock != nullptr) {
    SINETTI_ASSIGN(auto index, DerivedIndex::Open(*store, state.size(), options.run_events_max));
    ledger->appender_ =
        std::make_unique<Appender>(*store, *clock, std::move(state), std::move(index));
  } else {
    ledger->reader_.emplace(std::move(snapshot), std::make_shared<const LogState>(std::move(state)),
                            std::make_shared<Reader::IndexSource>());
  }
  ledger->store_ = std::move(store);
  return ledger;
}

Result<TreeSize> Ledger::RebuildIndexes(const std::string& dir, const Options& options) {
  SINETTI_ASSIGN(const auto store, Store::Open(dir, {.mode = StoreOptions::Mode::kWrite,
                                                     .environment = options.environment}));
  SINETTI_TRY(ReadMetadata(*store->TakeSnapshot(), dir));
  return RebuildDerivedIndex(*store, options.run_events_max);
}

Reader Ledger::Read() const {
  if (reader_) return *reader_;
  // In this order each covers at least what the one before it does.
  auto state = appender_->state();
  auto index = std::make_shared<Reader::IndexSource>(appender_->index());
  return Reader(store_->TakeSnapshot(), std::move(state), std::move(index));
}

Result<StoredCheckpoint> Ledger::SignCheckpoint(Signer& signer, Clock& clock,
                                                CheckpointIndex* index) {
  if (!writable())
    return Error{ErrorCode::kInvalid, "the ledger in " + dir() + " was opened for reading"};
  const std::lock_guard lock(signing_);
  return SignStoredTree(*store_, info_, signer, clock, index);
}

Result<StoredCheckpoint> Ledger::AddToCheckpoint(TreeSize size,
                                                 std::span<const NoteSignature> signatures) {
  if (!writable())
    return Error{ErrorCode::kInvalid, "the ledger in " + dir() + " was opened for reading"};
  const std::lock_guard lock(signing_);
  return AddSignatures(*store_, size, signatures);
}

Result<void> Ledger::KeepTimestamps(const TimestampRecord& record) {
  if (!writable())
    return Error{ErrorCode::kInvalid, "the ledger in " + dir() + " was opened for reading"};
  const std::lock_guard lock(signing_);
  return PutTimestamps(*store_, record);
}

Result<std::vector<Receipt>> Ledger::Append(std::vector<EncodedDraft> drafts,
                                            std::optional<std::size_t>* refused) {
  if (!writable())
    return Error{ErrorCode::kInvalid, "the ledger in " + dir() + " was opened for reading"};
  return appender_->Append(std::move(drafts), refused);
}

}  // namespace sinetti
