// Input that others made to break parsers: JSONTestSuite, naughty strings, CloudEvents of other
// systems, and damaged drafts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <random>
#include <string>

#include "ledger/event/event_json.h"
#include "ledger/event/schema_reader.h"
#include "tests/event/sample.capnp.h"
#include "tests/event/test_events.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using testing::StartsWith;
using testing_support::ReadFile;
using testing_support::SharedData;

class VectorsTest : public testing::Test {
 protected:
  // The message of the error, or "" when the draft was taken.
  std::string ErrorOf(const std::string& json) {
    auto draft = parser_.Parse(json);
    if (draft) return "";
    EXPECT_EQ(draft.error().code, ErrorCode::kInvalid);
    EXPECT_NE(draft.error().message, "");
    return draft.error().message;
  }

  TypeRegistry registry_ = ReadCatalogue(capnp::Schema::from<sample::Catalogue>());
  DraftParser parser_{registry_};
};

// y_ must be JSON, n_ must not, i_ may be either.  A whole text is a draft of the wrong shape at
// best, so each also stands in for a value of a draft.
TEST_F(VectorsTest, JsonTestSuiteIsReadAsItsNamesSay) {
  SINETTI_NEEDS_SHARED_DATA("vectors/JSONTestSuite");
  int yes = 0, no = 0;
  for (const auto& entry : fs::recursive_directory_iterator(SharedData("vectors/JSONTestSuite"))) {
    if (entry.path().extension() != ".json") continue;
    const std::string name = entry.path().filename().string();
    SCOPED_TRACE(name);
    const std::string text = ReadFile(entry.path());
    const std::string whole = ErrorOf(text);
    EXPECT_NE(whole, "");  // no file of the suite is a CloudEvent
    const std::string embedded =
        ErrorOf(DraftJson("sample.everything", R"({"word":"x","texts":)" + text + "}"));
    if (name.starts_with("y_")) {
      ++yes;
      EXPECT_THAT(whole, testing::Not(StartsWith("not JSON")));
      EXPECT_THAT(embedded, testing::Not(StartsWith("not JSON")));
    } else if (name.starts_with("n_")) {
      ++no;
      EXPECT_NE(embedded, "");
    }
  }
  EXPECT_GE(yes, 90);
  EXPECT_GE(no, 180);
}

TEST_F(VectorsTest, NaughtyStringsGoThroughUnchangedOrAreRefused) {
  SINETTI_NEEDS_SHARED_DATA("vectors/blns/blns.json");
  simdjson::dom::parser json;
  const simdjson::dom::array strings = json.load(SharedData("vectors/blns/blns.json").string());
  int taken = 0;
  for (const auto element : strings) {
    const std::string literal = simdjson::minify(element);
    const std::string_view naughty = element.get_string().value();
    SCOPED_TRACE(literal);
    const std::string draft =
        DraftJson("sample.everything", R"({"word":"x","text":)" + literal + "}");
    auto encoded = Encode(parser_, draft);
    if (!encoded) {
      EXPECT_THAT(encoded.error().message, StartsWith("data.text: "));
      continue;
    }
    ++taken;
    auto event = Decode(encoded->record, registry_);
    ASSERT_TRUE(event) << event.error().message;
    simdjson::dom::parser back;
    const std::string written = EventDataToJson(*event);
    const simdjson::dom::element data = back.parse(written).value();
    std::string_view text;
    if (!naughty.empty()) {
      ASSERT_FALSE(data["text"].get_string().get(text)) << written;
    }
    EXPECT_EQ(text, naughty);
    for (const char* attribute :
         {"actor", "matter", "client", "occurred", "legalbasis", "invented"})
      ErrorOf(DraftJson("sample.everything", R"({"word":"x"})",
                        '"' + std::string(attribute) + "\":" + literal + ","));
    ErrorOf(R"({"specversion":"1.0","type":"sample.everything","data":{"word":"x"},"id":)" +
            literal + R"(,"source":)" + literal + R"(,"stream":)" + literal + "}");
    ErrorOf("{" + literal + ":1}");
  }
  EXPECT_GE(taken, 400);
}

// None is a draft of ours (they have no stream and types of their own); each is refused for that,
// and only those that are no JSON objects for another reason.
TEST_F(VectorsTest, CloudEventsOfOtherSystemsAreRefusedForWhatTheyLack) {
  SINETTI_NEEDS_SHARED_DATA("cloudevents");
  int seen = 0;
  for (const auto& entry : fs::recursive_directory_iterator(SharedData("cloudevents"))) {
    if (!entry.is_regular_file() || entry.path().extension() != ".json") continue;
    SCOPED_TRACE(entry.path().string());
    EXPECT_NE(ErrorOf(ReadFile(entry.path())), "");
    ++seen;
  }
  EXPECT_GE(seen, 50);
  std::istringstream lines(ReadFile(SharedData("cloudevents/sdk_java_v1_valid.ndjson")));
  for (std::string line; std::getline(lines, line);)
    EXPECT_THAT(ErrorOf(line), testing::Not(StartsWith("not JSON"))) << line;
}

TEST_F(VectorsTest, EveryTruncationOfADraftIsRefused) {
  const std::string draft = DraftJson(
      "sample.everything", R"({"word":"ä","parts":[{"name":"a"}],"cents":89.14,"flag":true})");
  ASSERT_EQ(ErrorOf(draft), "");
  for (std::size_t size = 0; size < draft.size(); ++size)
    EXPECT_NE(ErrorOf(draft.substr(0, size)), "") << size;
}

TEST_F(VectorsTest, RandomDamageToADraftNeverCrashes) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  const std::string draft = DraftJson(
      "sample.everything",
      R"({"pair":{"left":1},"parts":[{"name":"a","parts":[{}]}],"cents":89.14,"flag":true,"texts":["x","\u00e4"]})");
  constexpr std::string_view kAlphabet = "{}[]\",:\\truefalsn0123456789.-eE \n\t\xc3\xff";
  for (int round = 0; round < 100'000; ++round) {
    std::string damaged = draft;
    for (std::uint64_t i = 0; i <= random() % 4; ++i) {
      const char c = kAlphabet[random() % kAlphabet.size()];
      const std::size_t at = random() % damaged.size();
      switch (random() % 3) {
        case 0: damaged[at] = c; break;
        case 1: damaged.insert(at, 1, c); break;
        default: damaged.erase(at, 1); break;
      }
    }
    auto parsed = parser_.Parse(damaged);
    if (!parsed) continue;
    auto encoded = EncodeDraft(std::move(*parsed));
    ASSERT_TRUE(encoded);
    // What simdjson's other parser, which reads the whole text at once, does not take is no JSON.
    simdjson::dom::parser other;
    EXPECT_FALSE(other.parse(damaged).error()) << damaged;
    auto event = Decode(encoded->record, registry_);
    EXPECT_TRUE(event) << event.error().message << "\n" << damaged;
  }
}

}  // namespace
}  // namespace sinetti
