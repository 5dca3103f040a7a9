// The golden corpus of released types, tests/event/corpus.txt: a line is
//   TYPE VERSION READING RECORD
// READING the first 32 hex digits of SHA-256 of what a reader sees (EventToJson without position,
// sealed values open), RECORD the draft record in base64.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/event_json.h"
#include "ledger/event/type_registry.h"

namespace sinetti::testing_support {

inline constexpr const char* kCorpusFile = SINETTI_SOURCE_DIR "/tests/event/corpus.txt";

struct CorpusLine {
  std::string type;
  int version = 0;
  std::string reading;
  Bytes record;
};

inline std::vector<CorpusLine> Corpus() {
  std::vector<CorpusLine> lines;
  std::ifstream in(kCorpusFile);
  for (std::string text; std::getline(in, text);) {
    if (text.empty() || text[0] == '#') continue;
    std::istringstream words(text);
    CorpusLine line;
    std::string record;
    words >> line.type >> line.version >> line.reading >> record;
    line.record = *Base64Decode(record);
    lines.push_back(std::move(line));
  }
  return lines;
}

inline std::string CorpusText(const TypeInfo& type, ByteView record, const std::string& reading) {
  return type.name + " " + std::to_string(type.version) + " " +
         HashOf({AsBytes(reading)}).hex().substr(0, 32) + " " + Base64Encode(record);
}

// The type's example, on a stream of its own.
inline std::string CorpusDraft(const TypeInfo& type) {
  return R"({"specversion":"1.0","id":"korpus-)" + type.name +
         R"(","source":"urn:corpus","type":")" + type.name + R"(","stream":"korpus",)" +
         R"("occurred":"2015-03-01",)" + (type.publication ? "" : R"("client":"p-900",)") +
         R"("matter":"asia-1","data":)" + type.example + "}";
}

// What a reader with every key sees.
inline std::string ReadingOf(const Event& event) {
  EventJsonOptions options{.position = false};
  options.open = [](const SealedField& field) { return std::string(AsText(field.box)); };
  return EventToJson(event, options);
}

}  // namespace sinetti::testing_support
