// Files that others made to break parsers, through the program itself: each is refused with its
// name, line and reason or recorded as it is; nothing half is ever recorded, and the program ends
// with an exit code (R4).
#include <gmock/gmock.h>
#include <simdjson.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/cli/program.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using testing_support::Ran;
using testing_support::ReadFile;
using testing_support::SharedData;
using testing_support::Workplace;

std::vector<fs::path> FilesBelow(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == extension)
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

// A draft whose name is the given JSON value.
std::string DraftNamed(const std::string& id, const std::string& json_value) {
  return R"({"specversion":"1.0","source":"urn:test","type":"org.registered","stream":"org","id":")" +
         id + R"(","data":{"orgId":"x","sector":"public","name":)" + json_value + "}}\n";
}

class Strangers : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(place_.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  }

  std::uint64_t Events() {
    const std::string json = place_.Run({"status", "--json"}).out;
    const std::size_t at = json.find("\"size\":");
    EXPECT_NE(at, json.npos) << json;
    return at == json.npos ? 0 : std::stoull(json.substr(at + 7));
  }

  // Imports the file; it is recorded whole or refused by name, and the count says which.
  Ran Import(const fs::path& file, const std::vector<std::string>& more = {}) {
    const std::uint64_t before = Events();
    std::vector<std::string> arguments{"import", file.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = place_.Run(arguments);
    EXPECT_THAT(ran.exit_code, AnyOf(0, 2)) << file << "\n" << ran.err;
    if (ran.exit_code == 2) {
      EXPECT_THAT(ran.err, HasSubstr(file.filename().string()));
      EXPECT_EQ(ran.out, "") << file;
      EXPECT_EQ(Events(), before) << file;
    }
    return ran;
  }

  void ExpectIntact() {
    const Ran ran = place_.Run({"verify"});
    EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  }

  Workplace place_;
};

// No file of the suite is a draft, though some are arrays without any: those record nothing.
TEST_F(Strangers, JsonTestSuiteIsRefusedFileByFile) {
  SINETTI_NEEDS_SHARED_DATA("vectors/JSONTestSuite");
  const std::vector<fs::path> files = FilesBelow(SharedData("vectors/JSONTestSuite"), ".json");
  EXPECT_GE(files.size(), 300u);
  int empty = 0;
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.filename().string());
    const Ran ran = Import(file);
    if (ran.exit_code != 0) continue;
    ++empty;
    EXPECT_THAT(ran.out, HasSubstr("0 events recorded"));
  }
  EXPECT_LE(empty, 8);
  EXPECT_EQ(Events(), 0u);
  ExpectIntact();
}

// As the value of a field: what is no JSON must be refused, a text may be recorded.
TEST_F(Strangers, JsonTestSuiteInsideADraftIsRefusedOrRecordedWhole) {
  SINETTI_NEEDS_SHARED_DATA("vectors/JSONTestSuite");
  std::uint64_t recorded = 0;
  for (const fs::path& file :
       FilesBelow(SharedData("vectors/JSONTestSuite/test_parsing"), ".json")) {
    const std::string text = ReadFile(file);
    const std::string name = file.filename().string();
    if (text.find('\n') != text.npos) continue;  // would end the line of the draft
    SCOPED_TRACE(name);
    const std::string good = DraftNamed("good-" + name, "\"before\"");
    const Ran ran = Import(place_.Write(name + ".ndjson", good + DraftNamed("bad-" + name, text)));
    if (ran.exit_code == 0) recorded += 2;
    if (name.starts_with("n_")) {
      EXPECT_EQ(ran.exit_code, 2);
      EXPECT_THAT(ran.err, HasSubstr(".ndjson:2"));
    }
  }
  EXPECT_EQ(recorded, 4u);  // two files hold a text and nothing else
  EXPECT_EQ(Events(), recorded);
  ExpectIntact();
}

TEST_F(Strangers, NaughtyStringsComeBackAsTheyWere) {
  SINETTI_NEEDS_SHARED_DATA("vectors/blns/blns.json");
  simdjson::dom::parser parser;
  const simdjson::dom::array strings = parser.load(SharedData("vectors/blns/blns.json").string());
  std::string drafts;
  std::set<std::string> sent;
  std::uint64_t count = 0;
  for (const auto element : strings) {
    drafts += DraftNamed(std::to_string(count++), simdjson::minify(element));
    sent.emplace(element.get_string().value());
  }
  const Ran ran = place_.Run({"import", "--keep-going", place_.Write("blns.ndjson", drafts)});
  EXPECT_THAT(ran.exit_code, AnyOf(0, 2)) << ran.err;
  const std::string rejects = ran.exit_code == 2 ? place_.Read("blns.ndjson.rejects") : "";
  const auto refused = static_cast<std::uint64_t>(std::ranges::count(rejects, '\n'));
  EXPECT_EQ(Events() + refused, count);
  EXPECT_GE(Events(), 400u);
  ExpectIntact();

  simdjson::dom::parser log_parser;
  const std::string log = place_.Run({"log", "--json", "--limit", "1000"}).out;
  std::uint64_t seen = 0;
  for (std::size_t at = 0, end; (end = log.find('\n', at)) != log.npos; at = end + 1, ++seen) {
    const std::string line = log.substr(at, end - at);
    const simdjson::dom::element event = log_parser.parse(line);
    EXPECT_TRUE(sent.contains(std::string(event["data"]["name"].get_string().value()))) << line;
  }
  EXPECT_EQ(seen, Events());
}

TEST_F(Strangers, TablesOfEveryKindAreRecordedWholeOrRefused) {
  SINETTI_NEEDS_SHARED_DATA("vectors/csv-spectrum");
  int recorded = 0, refused = 0;
  for (const char* folder : {"vectors/csv-spectrum/csvs", "finnish", "contracts", "xes", "ocel"}) {
    if (!fs::exists(SharedData(folder))) continue;
    for (const fs::path& file : FilesBelow(SharedData(folder), ".csv")) {
      SCOPED_TRACE(file.string());
      const std::string text = ReadFile(file);
      std::string column = text.substr(0, text.find_first_of(",;\r\n"));
      if (column.starts_with("\xef\xbb\xbf")) column.erase(0, 3);
      std::erase(column, '"');
      const std::string mapping = place_.Write(
          "mapping.json", R"({"specversion":"1.0","source":"urn:test:)" + file.stem().string() +
                              R"(","type":"org.registered","stream":"org","id":"{)" + column +
                              R"(}","data":{"orgId":"{)" + column + R"(}","name":"{)" + column +
                              R"(}","sector":"public"}})");
      const Ran ran = Import(file, {"--mapping", mapping});
      ++(ran.exit_code == 0 ? recorded : refused);
    }
  }
  EXPECT_GE(recorded, 5);
  EXPECT_GE(refused, 1);
  ExpectIntact();
}

// Good files, cut and damaged anywhere.
TEST_F(Strangers, DamagedFilesAreRecordedWholeOrRefused) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::string good;
  for (int i = 0; i < 20; ++i) good += DraftNamed(std::to_string(i), "\"nimi\"");
  for (int round = 0; round < 60; ++round) {
    std::string text = round % 3 == 0 ? "[" + good + "]" : good;
    switch (random() % 4) {
      case 0: text.resize(random() % text.size()); break;
      case 1: text[random() % text.size()] = static_cast<char>(random()); break;
      case 2: text.erase(random() % text.size(), 1 + random() % 200); break;
      default: std::ranges::generate(text, [&] { return static_cast<char>(random()); }); break;
    }
    SCOPED_TRACE(text);
    Import(place_.Write("damaged.ndjson", text));
  }
  ExpectIntact();
}

}  // namespace
}  // namespace sinetti
