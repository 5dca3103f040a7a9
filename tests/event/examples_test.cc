// Every type's $example goes the whole way: it parses, and its record is what Cap'n Proto itself
// calls canonical, with the texts that went in.
#include <capnp/message.h>
#include <capnp/serialize.h>
#include <gtest/gtest.h>

#include <string>

#include "ledger/base/check.h"
#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/record.h"
#include "schemas/record.capnp.h"

namespace sinetti {
namespace {

std::string DraftOf(const TypeInfo& type) {
  return R"({"specversion":"1.0","id":"e-1","source":"urn:test:examples","type":")" + type.name +
         R"(","stream":"test-1","occurred":"2015-03-01","client":"p-1","data":)" + type.example + "}";
}

void SealAll(Draft& draft) {
  for (std::size_t i = 0; i < draft.protected_fields().size(); ++i) {
    Hash hash;
    hash.bytes.fill(static_cast<std::uint8_t>(i + 1));
    const Bytes box(60, 7);
    draft.SetSealed(i, hash, box, hash);
  }
}

TEST(Examples, EveryExampleMakesACanonicalRecord) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  ASSERT_FALSE(registry.types().empty());
  for (const TypeInfo& type : registry.types()) {
    SCOPED_TRACE(type.name);
    auto draft = parser.Parse(DraftOf(type));
    if (!draft) {
      ADD_FAILURE() << draft.error().message << "\n" << type.example;
      continue;
    }
    SealAll(*draft);
    auto encoded = EncodeDraft(std::move(*draft));
    ASSERT_TRUE(encoded) << encoded.error().message;
    auto header = ReadRecordHeader(encoded->record);
    ASSERT_TRUE(header) << header.error().message;
    EXPECT_EQ(header->type, type.name);

    auto words = kj::heapArray<capnp::word>(encoded->record.size() / 8);
    std::memcpy(words.begin(), encoded->record.data(), encoded->record.size());
    kj::ArrayPtr<const capnp::word> segment = words;
    capnp::SegmentArrayMessageReader reader(kj::arrayPtr(&segment, 1));
    EXPECT_TRUE(reader.isCanonical());
    auto again = capnp::canonicalize(reader.getRoot<schema::Record>());
    auto bytes = again.asBytes();
    EXPECT_EQ(Bytes(bytes.begin(), bytes.end()), encoded->record);
  }
}

TEST(Examples, EveryTypeHasLabelsAndASentence) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  for (const TypeInfo& type : registry.types()) {
    EXPECT_FALSE(type.labels.fi.empty() || type.labels.sv.empty() || type.labels.en.empty())
        << type.name;
    EXPECT_FALSE(type.about.empty()) << type.name;
    EXPECT_FALSE(type.example.empty()) << type.name;
  }
}

}  // namespace
}  // namespace sinetti
