// The ledger itself, from the text of a draft to the receipt, and the engine below it.
#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/log/keys.h"
#include "ledger/log/ledger.h"
#include "tests/bench/measure.h"
#include "tests/bench/peer.h"

namespace sinetti::bench {
namespace {

class SinettiPeer final : public Peer {
 public:
  explicit SinettiPeer(const std::string& dir)
      : parser_(registry_), ledger_(Must(Ledger::Create(dir, "bench.example/peer", clock_))) {}

  std::string_view name() const override { return "sinetti"; }

  void Append(std::span<const PeerDraft> drafts) override {
    std::vector<EncodedDraft> encoded;
    encoded.reserve(drafts.size());
    for (const PeerDraft& draft : drafts)
      encoded.push_back(Must(EncodeDraft(Must(parser_.Parse(draft.json)))));
    Must(ledger_->Append(std::move(encoded)));
  }

  std::uint64_t VerifyAll() override {
    const VerifyReport report = Must(ledger_->Verify({}));
    if (!report.intact()) Fail("the ledger is not intact");
    return report.size.value;
  }

  std::uint64_t ReadStream(const std::string& stream) override {
    const Reader reader = ledger_->Read();
    std::uint64_t events = 0;
    for (const Sequence sequence : Must(reader.Stream(stream)))
      events += Must(reader.Read(sequence)).record.empty() ? 0 : 1;
    return events;
  }

 private:
  TypeRegistry registry_ = TypeRegistry::Builtin();
  DraftParser parser_;
  SystemClock clock_;
  std::unique_ptr<Ledger> ledger_;
};

class RawStorePeer final : public Peer {
 public:
  explicit RawStorePeer(const std::string& dir) : store_(Must(Store::Create(dir))) {}

  std::string_view name() const override { return "raw RocksDB"; }

  void Append(std::span<const PeerDraft> drafts) override {
    Batch batch = store_->NewBatch();
    for (const PeerDraft& draft : drafts) {
      const auto* bytes = reinterpret_cast<const std::uint8_t*>(draft.json.data());
      batch.Put(Family::kEntries, MakeKey8(next_++), ByteView(bytes, draft.json.size()));
    }
    Must(store_->Commit(std::move(batch)));
  }

  std::uint64_t VerifyAll() override { return 0; }
  std::uint64_t ReadStream(const std::string&) override { return 0; }

 private:
  std::unique_ptr<Store> store_;
  std::uint64_t next_ = 0;
};

}  // namespace

std::unique_ptr<Peer> MakeSinettiPeer(const std::string& dir) {
  return std::make_unique<SinettiPeer>(dir);
}

std::unique_ptr<Peer> MakeRawStorePeer(const std::string& dir) {
  return std::make_unique<RawStorePeer>(dir);
}

}  // namespace sinetti::bench
