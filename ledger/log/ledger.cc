// See ledger.h.
#include "ledger/log/ledger.h"

#include "ledger/crypto/verifier_key.h"
#include "ledger/log/keys.h"

namespace sinetti {
namespace {

constexpr std::uint32_t kLedgerFormat = 1;
constexpr std::string_view kAlgorithm = "sha256";

Result<std::string> ReadMeta(const Store& store, std::string_view name) {
  SINETTI_ASSIGN(const auto value, store.Get(Family::kMeta, AsBytes(name)));
  if (!value)
    return Error{ErrorCode::kNotFound,
                 "the ledger in " + store.dir() + " has no `" + std::string(name) +
                     "`: its making was interrupted; remove the folder and run `sinetti init`"};
  return std::string(AsText(*value));
}

Result<LedgerInfo> ReadInfo(const Store& store) {
  LedgerInfo info;
  SINETTI_ASSIGN(const std::string format, ReadMeta(store, kMetaFormat));
  if (format != std::to_string(kLedgerFormat))
    return Error{ErrorCode::kUnsupported, "the ledger in " + store.dir() + " has format " + format +
                                              ", this program reads " +
                                              std::to_string(kLedgerFormat) +
                                              ": use a newer sinetti"};
  info.format = kLedgerFormat;
  SINETTI_ASSIGN(info.origin, ReadMeta(store, kMetaOrigin));
  SINETTI_ASSIGN(info.algorithm, ReadMeta(store, kMetaAlgorithm));
  if (info.algorithm != kAlgorithm)
    return Error{ErrorCode::kUnsupported, "the ledger in " + store.dir() + " hashes with " +
                                              info.algorithm + ", this program with " +
                                              std::string(kAlgorithm) + ": use a newer sinetti"};
  SINETTI_ASSIGN(const std::string created, ReadMeta(store, kMetaCreated));
  SINETTI_ASSIGN(info.created, ParseTimestamp(created));
  return info;
}

}  // namespace

Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::Create(const std::string& dir, const std::string& origin,
                                               Clock& clock, const Options& options) {
  if (auto valid = CheckKeyName(origin); !valid)
    return std::move(valid).error().Within("origin `" + origin + "`");
  SINETTI_ASSIGN(auto store, Store::Create(dir, options.environment));
  Batch batch = store->NewBatch();
  batch.Put(Family::kMeta, AsBytes(kMetaFormat), AsBytes(std::to_string(kLedgerFormat)));
  batch.Put(Family::kMeta, AsBytes(kMetaOrigin), AsBytes(origin));
  batch.Put(Family::kMeta, AsBytes(kMetaAlgorithm), AsBytes(kAlgorithm));
  batch.Put(Family::kMeta, AsBytes(kMetaCreated), AsBytes(FormatTimestamp(clock.Now())));
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
  SINETTI_ASSIGN(ledger->info_, ReadInfo(*store));
  auto snapshot = store->TakeSnapshot();
  SINETTI_ASSIGN(LogState state, RecoverState(*snapshot));
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

Reader Ledger::Read() const {
  if (reader_) return *reader_;
  // In this order each covers at least what the one before it does.
  auto state = appender_->state();
  auto index = std::make_shared<Reader::IndexSource>(appender_->index());
  return Reader(store_->TakeSnapshot(), std::move(state), std::move(index));
}

Result<std::vector<Receipt>> Ledger::Append(std::vector<EncodedDraft> drafts) {
  if (!writable())
    return Error{ErrorCode::kInvalid, "the ledger in " + dir() + " was opened for reading"};
  return appender_->Append(std::move(drafts));
}

}  // namespace sinetti
