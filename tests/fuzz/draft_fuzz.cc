// Drafts: any line becomes a draft that can be encoded, or an error that says something.
#include "ledger/base/check.h"
#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/record.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = LinesOf("docs/scenarios/100-valvonta.ndjson");
  for (std::string& line : LinesOf("docs/scenarios/002-ehdotukset-ja-paikat.ndjson"))
    seeds.push_back(std::move(line));
  return seeds;
}

void Eat(std::string_view input) {
  static const TypeRegistry registry = TypeRegistry::Builtin();
  static DraftParser parser(registry);
  Result<Draft> draft = parser.Parse(input);
  if (!draft.has_value()) {
    SINETTI_CHECK(!draft.error().message.empty());
    return;
  }
  const Result<EncodedDraft> encoded = EncodeDraft(std::move(*draft));
  if (encoded.has_value()) SINETTI_CHECK(ReadRecordHeader(encoded->record).has_value());
}

}  // namespace sinetti::fuzz
