// Drafts, records and events for the tests of ledger/event, without a ledger around them.
#pragma once

#include <string>
#include <utility>

#include "ledger/base/check.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/event.h"
#include "ledger/event/record.h"

namespace sinetti {

// Stands in for ledger/log/chain.h, which these tests do not link: vouches for any bytes.
class ChainVerifier {
 public:
  static VerifiedEntry Vouch(const Entry& entry) {
    const std::uint8_t leaf = 0;
    return {entry, HashOf({ByteView(&leaf, 1), entry.previous.view(), entry.record})};
  }
  static VerifiedEntry Unhashed(const Entry& entry) { return {entry, Hash{}}; }  // for benchmarks
};

inline std::string DraftJson(const std::string& type, const std::string& data,
                             const std::string& attributes = "") {
  return R"({"specversion":"1.0","id":"e-1","source":"urn:test:source","type":")" + type +
         R"(","stream":"test-1",)" + attributes + R"("data":)" + data + "}";
}

// A draft for a type's $example; the day is one on which every municipality of the examples exists.
inline std::string ExampleJson(const TypeInfo& type) {
  return DraftJson(type.name, type.example,
                   type.publication ? R"("occurred":"2015-03-01",)"
                                    : R"("occurred":"2015-03-01","client":"p-1",)");
}

// Seals with commitments that only differ by value, so that equal drafts give equal bytes.
inline void SealForTest(Draft& draft) {
  for (std::size_t i = 0; i < draft.protected_fields().size(); ++i) {
    const ProtectedField& field = draft.protected_fields()[i];
    const Hash hash = HashOf({AsBytes(field.path), AsBytes(field.value)});
    draft.SetSealed(i, hash, AsBytes(field.value), HashOf({AsBytes(field.value)}));
  }
}

inline Result<EncodedDraft> Encode(DraftParser& parser, const std::string& json) {
  SINETTI_ASSIGN(Draft draft, parser.Parse(json));
  SealForTest(draft);
  return EncodeDraft(std::move(draft));
}

inline Result<Event> Decode(ByteView record, const TypeRegistry& registry) {
  SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(record));
  return DecodeEvent(ChainVerifier::Vouch({header.sequence, {}, record}), registry);
}

}  // namespace sinetti
