// Tables: RFC 4180 with its corner cases, times, mappings, and the permit log of a municipality.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "ledger/event/csv_number.h"
#include "ledger/event/csv_time.h"
#include "ledger/event/draft_csv.h"
#include "ledger/event/event_json.h"
#include "tests/event/test_events.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Rows ReadAll(std::string_view text, char delimiter = ',') {
  CsvReader reader(text, delimiter);
  Rows rows;
  std::vector<std::string> cells;
  for (;;) {
    auto more = reader.Next(cells);
    if (!more) return {{more.error().message}};
    if (!*more) return rows;
    rows.push_back(cells);
  }
}

TEST(CsvReader, ReadsQuotesLineEndsAndEmptyCells) {
  EXPECT_EQ(ReadAll("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(ReadAll("a,b\r\n1,2"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(ReadAll("\xef\xbb\xbf\"a\",b\n"), (Rows{{"a", "b"}}));
  EXPECT_EQ(ReadAll("\"x \"\"y\"\"\n,z\",\n,\n"), (Rows{{"x \"y\"\n,z", ""}, {"", ""}}));
  EXPECT_EQ(ReadAll("a;b,c\n", ';'), (Rows{{"a", "b,c"}}));
  EXPECT_EQ(ReadAll("a\n\n\n"), (Rows{{"a"}}));
  EXPECT_EQ(ReadAll(""), Rows{});
  EXPECT_EQ(ReadAll("a\rb,c"), (Rows{{"a\rb", "c"}}));
}

TEST(CsvReader, SaysWhereATextStopsBeingCsv) {
  EXPECT_EQ(ReadAll("a\n\"b\nc")[0][0],
            "line 2, column 1: the quote that begins here never ends; close it");
  EXPECT_TRUE(ReadAll("a,b\n1,x\"y")[0][0].starts_with("line 2, column 2: a quote inside"));
  EXPECT_TRUE(ReadAll("a,\"b\"c")[0][0].starts_with("line 1, column 2: text behind the closing"));
  EXPECT_TRUE(
      ReadAll("a,\"b\n\"\nc,\xff")[0][0].starts_with("line 3, column 2: the cell is not UTF-8"));
}

TEST(CsvReader, ReadsTheCsvSpectrumAsItsJsonSays) {
  const std::filesystem::path folder = SINETTI_SHARED_DIR "/data/vectors/csv-spectrum";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared data at " << folder;
  int compared = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder / "csvs")) {
    SCOPED_TRACE(file.path().filename().string());
    std::string text = ReadFile(file.path());
    // The files named so lost their carriage returns on the way here; their JSON still has them.
    if (file.path().stem().string().ends_with("_crlf") && text.find('\r') == std::string::npos)
      for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '\r');
    const Rows rows = ReadAll(text);
    simdjson::dom::parser parser;
    simdjson::dom::element json;
    const auto json_path = folder / "json" / (file.path().stem().string() + ".json");
    if (parser.load(json_path.string()).get(json)) {  // one expectation is Latin-1
      EXPECT_NE(rows[0][0].find("not UTF-8"), std::string::npos);
      continue;
    }
    Rows expected;
    simdjson::dom::array objects;
    if (json.get_array().get(objects)) continue;
    for (const simdjson::dom::object object : objects) {
      if (expected.empty()) {
        expected.emplace_back();
        for (const auto member : object) expected[0].emplace_back(member.key);
      }
      expected.emplace_back();
      for (const auto member : object)
        expected.back().emplace_back(std::string_view(member.value.get_string()));
    }
    EXPECT_EQ(rows, expected);
    ++compared;
  }
  EXPECT_GE(compared, 10);
}

TEST(TableTime, ReadsWhatTablesHold) {
  const auto read = [](std::string_view text, std::string_view zone = "") {
    auto time = ReadTableTime(text, zone);
    return time ? *time : time.error().message;
  };
  EXPECT_EQ(read("2011-12-06 13:41:31.788000+01:00"), "2011-12-06T13:41:31.788+01:00");
  EXPECT_EQ(read("2011-12-06T13:41:31Z"), "2011-12-06T13:41:31Z");
  EXPECT_EQ(read("2011-12-06 13:41:31 +0100"), "2011-12-06T13:41:31+01:00");
  EXPECT_EQ(read("2011-12-06"), "2011-12-06");
  EXPECT_EQ(read("2011-12-06 13:41", "-02:30"), "2011-12-06T13:41:00-02:30");
  EXPECT_NE(read("2011-12-06 13:41").find("no offset from UTC"), std::string::npos);
  EXPECT_NE(read("2011-02-29").find("no such day"), std::string::npos);
  EXPECT_NE(read("2011-02-28 24:00:00Z").find("no such time"), std::string::npos);
  EXPECT_NE(read("2011-02-28 10:00:00.1234567Z").find("six digits"), std::string::npos);
  EXPECT_NE(read("yesterday").find("expected a time"), std::string::npos);
}

TEST(TableTime, FinnishCivilTimeHasItsOffsetOfTheDay) {
  const auto read = [](std::string_view text) { return *ReadTableTime(text, "Europe/Helsinki"); };
  EXPECT_EQ(read("2024-01-15 12:00:00"), "2024-01-15T12:00:00+02:00");
  EXPECT_EQ(read("2024-07-15 12:00:00"), "2024-07-15T12:00:00+03:00");
  EXPECT_EQ(read("2024-03-31 02:59:59"), "2024-03-31T02:59:59+02:00");
  EXPECT_EQ(read("2024-03-31 04:00:00"), "2024-03-31T04:00:00+03:00");
  EXPECT_EQ(read("2024-10-27 03:30:00"), "2024-10-27T03:30:00+03:00");  // comes twice: the first
  EXPECT_EQ(read("2024-10-27 04:00:00"), "2024-10-27T04:00:00+02:00");
}

TEST(TableTime, FormatsSayTheOrder) {
  EXPECT_EQ(*ReadTableTime("6.12.2011 7:05", "dd.mm.yyyy HH:MM", "+02:00"),
            "2011-12-06T07:05:00+02:00");
  EXPECT_EQ(*ReadTableTime("2014/10/22 11:15:41.000", "yyyy/mm/dd HH:MM:SS", "Z"),
            "2014-10-22T11:15:41Z");
  EXPECT_FALSE(ReadTableTime("11-12-06", "yyyy-mm-dd", ""));
}

Result<std::vector<std::string>> Drafts(std::string_view csv, std::string_view mapping) {
  SINETTI_ASSIGN(CsvDrafts drafts, CsvDrafts::Open(csv, mapping));
  std::vector<std::string> all;
  for (;;) {
    SINETTI_ASSIGN(auto draft, drafts.Next());
    if (!draft) return all;
    all.push_back(*draft);
  }
}

std::string ErrorOf(std::string_view csv, std::string_view mapping) {
  auto drafts = Drafts(csv, mapping);
  return drafts ? "no error" : drafts.error().message;
}

TEST(CsvMapping, FillsTemplatesAndLeavesOutWhatIsEmpty) {
  auto drafts = Drafts("id,n,flag,when,note\n7,12.50,kyllä,6.12.2011,\n8,,,,\"a \"\"b\"\"\"\n",
                       R"({"id":"case-{id}","row":"{{{@row}}}","fixed":3,"empty":"x-{note}",
          "data":{"amount":{"value":{"$number":"{n}"},"currency":"EUR"},"fixed":{"a":true},
                  "flag":{"$boolean":"{flag}","$values":{"kyllä":"true","ei":"false","":""}},
                  "when":{"$time":"{when}","$format":"dd.mm.yyyy"},"tags":["{note}","{id}"]}})");
  ASSERT_TRUE(drafts) << drafts.error().message;
  EXPECT_EQ(
      (*drafts)[0],
      R"({"id":"case-7","row":"{1}","fixed":3,"data":{"amount":{"value":12.50,"currency":"EUR"},)"
      R"("flag":true,"when":"2011-12-06","tags":["7"]}})");
  EXPECT_EQ(
      (*drafts)[1],
      R"({"id":"case-8","row":"{2}","fixed":3,"empty":"x-a \"b\"","data":{"amount":{"currency":"EUR"},)"
      R"("tags":["a \"b\"","8"]}})");
}

TEST(TableNumber, ReadsDecimalCommasAndSpacesBetweenThousands) {
  const auto read = [](std::string_view text) { return ReadTableNumber(text, ',').value(); };
  EXPECT_EQ(read("1 234,50"), "1234.50");
  EXPECT_EQ(read("1\xc2\xa0"
                 "234\xc2\xa0"
                 "567"),
            "1234567");
  EXPECT_EQ(read("12\xe2\x80\xaf"
                 "345,5"),
            "12345.5");
  EXPECT_EQ(read("1234,5"), "1234.5");
  EXPECT_EQ(read("\xe2\x88\x92"
                 "0,25"),
            "-0.25");
  EXPECT_EQ(read("-7"), "-7");
  EXPECT_EQ(ReadTableNumber("1 234.50", '.').value(), "1234.50");
}

// Read by a second, simpler rule: spaces out, comma to point, then whatever JSON takes.
TEST(TableNumber, EqualsTheNumberWithoutItsPrint) {
  std::mt19937 random(20260301);
  for (int i = 0; i < 2000; ++i) {
    const auto whole = std::to_string(random() % (i % 2 == 0 ? 1000 : 2'000'000'000));
    std::string printed;
    for (std::size_t at = 0; at < whole.size(); ++at) {
      if (at != 0 && (whole.size() - at) % 3 == 0) printed += i % 3 == 0 ? " " : "\xc2\xa0";
      printed += whole[at];
    }
    const std::string cents = std::to_string(10 + random() % 90);
    EXPECT_EQ(ReadTableNumber(printed + "," + cents, ',').value(), whole + "." + cents) << printed;
  }
}

TEST(TableNumber, GuessesNothing) {
  for (const char* text : {"1.234,50", "1 23,5", "12 34", "1234 567", "1,", ",5", "1 234,5 €", "",
                           "1  234", "1,2,3", "--1", "1 234,", "01", "1e5,0"})
    EXPECT_FAILS(ReadTableNumber(text, ','), ErrorCode::kInvalid) << text;
  EXPECT_FAILS(ReadTableNumber("1,5", '.'), ErrorCode::kInvalid);
  const auto plain = ReadTableNumber("1 234,50", std::nullopt);
  EXPECT_FAILS(plain, ErrorCode::kInvalid);
  EXPECT_NE(plain.error().message.find(R"(say `"$decimal": ",")"), std::string::npos);
  EXPECT_EQ(ReadTableNumber("x", std::nullopt).error().message.find("$decimal"), std::string::npos);
}

TEST(CsvMapping, TakesTheDecimalMarkOfTheTableOrOfOneNumber) {
  const auto fill = [](const std::string& mapping) {
    auto drafts = CsvDrafts::Open("a;b\n\"1 234,50\";2.5\n", mapping);
    if (!drafts) return drafts.error().message;
    auto json = drafts->Next();
    return json ? **json : json.error().message;
  };
  EXPECT_EQ(fill(R"({"$delimiter":";","$decimal":",","x":{"$number":"{a}"},)"
                 R"("y":{"$number":"{b}","$decimal":"."}})"),
            R"({"x":1234.50,"y":2.5})");
  EXPECT_EQ(
      fill(R"({"$delimiter":";","x":{"$number":"{a}","$decimal":","},"y":{"$number":"{b}"}})"),
      R"({"x":1234.50,"y":2.5})");
  EXPECT_NE(fill(R"({"$delimiter":";","x":{"$number":"{a}"}})").find("$decimal"),
            std::string::npos);
  EXPECT_EQ(fill(R"({"$decimal":";","x":"{a}"})"), R"($decimal: expected "." or ",")");
  EXPECT_EQ(fill(R"({"x":{"$text":"{a}","$decimal":","}})"),
            "x.$decimal: only a $number has a decimal mark");
}

TEST(CsvMapping, ErrorsNameRowAndMember) {
  EXPECT_EQ(ErrorOf("a,b\n1\n", R"({"id":"{a}"})"),
            "line 2, column 2: the row has 1 cells, the header 2; check delimiter and quotes");
  EXPECT_EQ(ErrorOf("name\nx\n", R"({"data":{"n":"{nmae}"}})"),
            "data.n: the table has no column 'nmae'; did you mean `name`?");
  EXPECT_TRUE(ErrorOf("a\nx\n", R"({"data":{"n":{"$number":"{a}"}}})")
                  .starts_with("line 2: data.n: expected a number"));
  EXPECT_TRUE(ErrorOf("a\n2011-13-01\n", R"({"time":{"$time":"{a}"}})")
                  .starts_with("line 2: time: time '2011-13-01': there is no such day"));
  EXPECT_TRUE(ErrorOf("a,a\n", R"({"id":"{a}"})").find("stands in the header twice") !=
              std::string::npos);
  EXPECT_TRUE(ErrorOf("", R"({"id":"{a}"})").starts_with("line 1: the table is empty"));
  EXPECT_TRUE(ErrorOf("a\n", "{").starts_with("mapping: not JSON"));
  EXPECT_TRUE(ErrorOf("a\n", "[]").starts_with("mapping: expected a JSON object"));
  EXPECT_TRUE(ErrorOf("a\n", R"({"id":"{a"})").starts_with("id: a { that names no column"));
  EXPECT_TRUE(ErrorOf("a\n", R"({"id":"a}"})").starts_with("id: a } that closes nothing"));
  EXPECT_TRUE(ErrorOf("a\n", R"({"id":null})").starts_with("id: null says nothing"));
  EXPECT_TRUE(
      ErrorOf("a\n", R"({"id":"{a}","id":"{a}"})").starts_with("id: the member stands here twice"));
  EXPECT_TRUE(ErrorOf("a\n", R"({"$timezone":"Mars"})").find("Europe/Helsinki") !=
              std::string::npos);
  EXPECT_TRUE(ErrorOf("a\n", R"({"id":{"$tme":"{a}"}})").starts_with("id.$tme: unknown"));
  EXPECT_TRUE(ErrorOf("a\nx\n", R"({"id":{"$text":"{a}","$values":{"y":"z"}}})")
                  .starts_with("line 2: id: no translation"));
}

TEST(CsvMapping, GoesOnBehindABadRow) {
  auto drafts = CsvDrafts::Open("a\n1,2\n3\n", R"({"id":"{a}"})");
  ASSERT_TRUE(drafts);
  EXPECT_FALSE(drafts->Next());
  auto next = drafts->Next();
  ASSERT_TRUE(next);
  EXPECT_EQ(**next, R"({"id":"3"})");
  EXPECT_EQ(drafts->line(), 3u);
  EXPECT_EQ(*drafts->Next(), std::nullopt);
}

TEST(CsvMapping, RandomTextsNeverCrash) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  constexpr std::string_view kAlphabet = "a,b\"\n\r;{}$1.: \xc3\xa4\xff";
  const auto text = [&] {
    std::string made(random() % 60, ' ');
    for (char& c : made) c = kAlphabet[random() % kAlphabet.size()];
    return made;
  };
  for (int round = 0; round < 20'000; ++round) {
    ReadAll(text());
    (void)CsvMapping::Parse(text());
    (void)CsvMapping::Parse("{\"id\":\"" + text() + "\"}");
    (void)ReadTableTime(text(), "");
    ErrorOf("a,b\n" + text(), R"({"id":"{a}-{b}","time":{"$time":"{b}"}})");
  }
}

// The receiving phase of the permit process of a municipality, 8,577 events of 1,434 cases; what
// must come out was counted by somebody else (facts.json).
TEST(CsvMapping, ThePermitLogImportsWhole) {
  const std::filesystem::path folder = SINETTI_SHARED_DIR "/data/eventlogs/wabo_receipt";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared data at " << folder;
  simdjson::dom::parser json;
  simdjson::dom::element facts;
  ASSERT_FALSE(json.load((folder / "facts.json").string()).get(facts));
  facts = facts["receipt.csv"];

  const std::string csv = ReadFile(folder / "receipt.csv");
  auto drafts =
      CsvDrafts::Open(csv, ReadFile(SINETTI_SOURCE_DIR "/docs/scenarios/receipt.mapping.json"));
  ASSERT_TRUE(drafts) << drafts.error().message;
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  std::set<std::string> ids, streams;
  std::map<std::string, std::int64_t> steps;
  Timestamp first{INT64_MAX}, last{INT64_MIN};
  for (;;) {
    auto draft = drafts->Next();
    ASSERT_TRUE(draft) << draft.error().message;
    if (!*draft) break;
    auto encoded = Encode(parser, **draft);
    ASSERT_TRUE(encoded) << "line " << drafts->line() << ": " << encoded.error().message;
    ids.insert(encoded->id);
    streams.insert(encoded->stream);
    auto event = Decode(encoded->record, registry);
    ASSERT_TRUE(event) << event.error().message;
    auto time = ParseTimestamp(event->envelope().occurred);
    ASSERT_TRUE(time) << time.error().message;
    first = std::min(first, *time);
    last = std::max(last, *time);
    simdjson::dom::parser body;
    const std::string data = EventDataToJson(*event);
    const simdjson::dom::element parsed = body.parse(data).value();
    ++steps[std::string(std::string_view(parsed["step"].get_string()))];
  }
  EXPECT_EQ(ids.size(), facts["events"].get_uint64().value());
  EXPECT_EQ(streams.size(), facts["cases"].get_uint64().value());
  EXPECT_EQ(FormatTimestamp(first), facts["first_timestamp_utc"].get_string().value());
  EXPECT_EQ(FormatTimestamp(last), facts["last_timestamp_utc"].get_string().value());
  std::map<std::string, std::int64_t> expected;
  for (const auto member : simdjson::dom::object(facts["activities"]))
    expected[std::string(member.key)] = member.value.get_int64();
  EXPECT_EQ(steps, expected);
}

}  // namespace
}  // namespace sinetti
