// Stored records: hostile bytes are refused, or decode into an event that can be shown.
#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/event.h"
#include "ledger/event/event_json.h"
#include "ledger/event/index_keys.h"
#include "ledger/log/chain.h"
#include "ledger/merkle/tree_hash.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

const TypeRegistry& Registry() {
  static const TypeRegistry registry = TypeRegistry::Builtin();
  return registry;
}

}  // namespace

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (const std::string& line : LinesOf("docs/scenarios/002-ehdotukset-ja-paikat.ndjson")) {
    Result<Draft> draft = ParseDraft(line, Registry());
    if (!draft.has_value()) continue;
    Result<EncodedDraft> encoded = EncodeDraft(std::move(*draft));
    if (encoded.has_value()) seeds.emplace_back(encoded->record.begin(), encoded->record.end());
  }
  return seeds;
}

void Eat(std::string_view input) {
  const ByteView record = AsBytes(input);
  const Result<RecordHeader> header = ReadRecordHeader(record);
  if (!header.has_value()) return;
  const Entry entry{header->sequence, Hash{}, record};
  const Hash leaf = LeafHash(entry.previous.bytes, record);
  const Result<VerifiedEntry> verified = ChainVerifier::CheckAgainst(entry, leaf);
  if (!verified.has_value()) return;
  const Result<Event> event = DecodeEvent(*verified, Registry());
  if (!event.has_value()) return;
  EventToJson(*event);
  IndexKeys(*event);
}

}  // namespace sinetti::fuzz
