// Every type's $example goes the whole way: it parses, and its record is what Cap'n Proto itself
// calls canonical, with the texts that went in.
#include <capnp/message.h>
#include <capnp/serialize.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "ledger/event/event_json.h"
#include "schemas/record.capnp.h"
#include "tests/event/test_events.h"

namespace sinetti {
namespace {

TEST(Examples, EveryExampleMakesACanonicalRecord) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  ASSERT_FALSE(registry.types().empty());
  for (const TypeInfo& type : registry.types()) {
    SCOPED_TRACE(type.name);
    auto encoded = Encode(parser, ExampleJson(type));
    if (!encoded) {
      ADD_FAILURE() << encoded.error().message << "\n" << type.example;
      continue;
    }
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

TEST(Examples, EveryExampleComesBackAsJsonThatMakesTheSameRecord) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  for (const TypeInfo& type : registry.types()) {
    SCOPED_TRACE(type.name);
    auto encoded = Encode(parser, ExampleJson(type));
    ASSERT_TRUE(encoded) << encoded.error().message;
    auto event = Decode(encoded->record, registry);
    ASSERT_TRUE(event) << event.error().message;
    for (const bool indent : {false, true}) {
      EventJsonOptions options{.position = false, .indent = indent};
      options.open = [](const SealedField& field) { return std::string(AsText(field.box)); };
      const std::string json = EventToJson(*event, options);
      auto again = Encode(parser, json);
      ASSERT_TRUE(again) << again.error().message << "\n" << json;
      EXPECT_EQ(HexEncode(again->record), HexEncode(encoded->record)) << json;
      EXPECT_EQ(again->digest, encoded->digest);
    }
  }
}

bool InThreeLanguages(const Labels& labels) {
  return !labels.fi.empty() && !labels.sv.empty() && !labels.en.empty();
}

TEST(Examples, EveryTypeHasLabelsAndASentence) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  for (const TypeInfo& type : registry.types()) {
    EXPECT_TRUE(InThreeLanguages(type.labels)) << type.name;
    EXPECT_FALSE(type.about.empty()) << type.name;
    EXPECT_FALSE(type.example.empty()) << type.name;
  }
}

// Down to the parts of values and the values of enumerations; each struct once.
void ExpectLabels(const StructInfo& structure, std::set<const StructInfo*>& seen) {
  if (!seen.insert(&structure).second) return;
  for (const FieldInfo& field : structure.fields) {
    EXPECT_TRUE(InThreeLanguages(field.labels)) << structure.name << "." << field.name;
    if (field.structure != nullptr) ExpectLabels(*field.structure, seen);
    if (field.enumeration == nullptr) continue;
    for (const EnumerantInfo& one : field.enumeration->enumerants)
      EXPECT_TRUE(InThreeLanguages(one.labels)) << field.enumeration->name << "." << one.name;
  }
}

TEST(Examples, EveryFieldAndEveryValueHasLabelsInThreeLanguages) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  std::set<const StructInfo*> seen;
  for (const TypeInfo& type : registry.types()) ExpectLabels(*type.body, seen);
  EXPECT_GT(seen.size(), registry.types().size()) << "values have structs of their own";
}

}  // namespace
}  // namespace sinetti
