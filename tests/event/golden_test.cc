// Records must stay the same bytes for ever: the vectors in tests/event/golden and the worked
// example of docs/format/event.md.  SINETTI_REWRITE_GOLDEN=1 writes the vectors anew, which is
// right only for new ones: a changed old one means that old ledgers can no longer be told from
// tampered ones.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "ledger/event/event_json.h"
#include "tests/event/test_events.h"
#include "tests/support/page.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using testing_support::ExampleIn;
using testing_support::ExpectExample;
using testing_support::ReadFile;

constexpr const char* kPage = "docs/format/event.md";

struct Vector {
  std::string about, draft, record, digest;
};

Vector ReadVector(const fs::path& path) {
  simdjson::padded_string text(ReadFile(path));
  simdjson::ondemand::parser parser;
  auto document = parser.iterate(text);
  Vector vector;
  vector.about = std::string_view(document["about"].raw_json_token());
  while (vector.about.back() != '"') vector.about.pop_back();
  simdjson::ondemand::object draft = document["draft"];
  vector.draft = std::string_view(draft.raw_json());
  vector.record = std::string_view(document["record"].get_string());
  vector.digest = std::string_view(document["digest"].get_string());
  return vector;
}

TEST(Golden, RecordsAreTheBytesTheyAlwaysWere) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  int vectors = 0;
  for (const auto& entry : fs::directory_iterator(SINETTI_SOURCE_DIR "/tests/event/golden")) {
    SCOPED_TRACE(entry.path().filename().string());
    const Vector vector = ReadVector(entry.path());
    auto encoded = Encode(parser, vector.draft);
    ASSERT_TRUE(encoded) << encoded.error().message;
    const std::string record = HexEncode(encoded->record);
    const std::string digest = HexEncode(encoded->digest.bytes);
    if (std::getenv("SINETTI_REWRITE_GOLDEN") != nullptr) {
      std::ofstream(entry.path()) << "{\n  \"about\": " << vector.about
                                  << ",\n  \"draft\": " << vector.draft << ",\n  \"record\": \""
                                  << record << "\",\n  \"digest\": \"" << digest << "\"\n}\n";
      continue;
    }
    EXPECT_EQ(record, vector.record);
    EXPECT_EQ(digest, vector.digest);
    auto event = Decode(*HexDecode(vector.record), registry);
    ASSERT_TRUE(event) << event.error().message;
    EventJsonOptions options{.position = false};
    options.open = [](const SealedField& field) { return std::string(AsText(field.box)); };
    auto again = Encode(parser, EventToJson(*event, options));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(HexEncode(again->record), vector.record);
    ++vectors;
  }
  if (std::getenv("SINETTI_REWRITE_GOLDEN") == nullptr) {
    EXPECT_GE(vectors, 4);
  }
}

// Offset, eight bytes in hex, and the bytes that are letters.
std::string Dump(const Bytes& bytes) {
  std::string dump;
  for (std::size_t i = 0; i < bytes.size(); i += 8) {
    char offset[24];
    std::snprintf(offset, sizeof offset, "%4zu  ", i);
    dump += offset;
    for (std::size_t j = i; j < i + 8; ++j) dump += HexEncode({&bytes[j], 1}) + ' ';
    dump += ' ';
    for (std::size_t j = i; j < i + 8; ++j)
      dump += bytes[j] >= 0x20 && bytes[j] < 0x7f ? static_cast<char>(bytes[j]) : '.';
    dump += '\n';
  }
  return dump;
}

TEST(Golden, TheFormatPageShowsARealRecord) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  auto encoded = Encode(parser, ExampleIn(kPage, "draft"));
  ASSERT_TRUE(encoded) << encoded.error().message;
  ExpectExample(kPage, "record", Dump(encoded->record));
  ExpectExample(kPage, "digest", HexEncode(encoded->digest.bytes) + "\n");
  auto event = Decode(encoded->record, registry);
  ASSERT_TRUE(event) << event.error().message;
  ExpectExample(kPage, "json", EventToJson(*event, {.position = false, .indent = true}) + "\n");
}

}  // namespace
}  // namespace sinetti
