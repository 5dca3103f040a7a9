// Every line of the scenario files must be a draft that the ledger takes: the document decides, so
// a line that does not fit means that a schema is too narrow.
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "ledger/event/draft_json.h"
#include "ledger/event/type_registry.h"

namespace sinetti {
namespace {

TEST(Scenarios, EveryLineIsADraftThatTheLedgerTakes) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  std::size_t files = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(SINETTI_SOURCE_DIR "/docs/scenarios")) {
    if (file.path().extension() != ".ndjson") continue;
    ++files;
    std::ifstream input(file.path());
    std::string line;
    for (std::size_t number = 1; std::getline(input, line); ++number) {
      const auto draft = parser.Parse(line);
      EXPECT_TRUE(draft.has_value())
          << file.path().filename().string() << ":" << number << ": " << draft.error().message;
    }
  }
  EXPECT_GE(files, 6u);
}

}  // namespace
}  // namespace sinetti
