#include "ledger/event/stated_value.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/event/test_events.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

class StatedValueTest : public ::testing::Test {
 protected:
  Event Make(const std::string& type, const std::string& data) {
    DraftParser parser(registry_);
    auto encoded = Encode(parser, DraftJson(type, data, R"("occurred":"2015-03-01",)"));
    EXPECT_OK(encoded);
    auto event = Decode(encoded->record, registry_);
    EXPECT_OK(event);
    return std::move(*event);
  }

  const TypeRegistry registry_ = TypeRegistry::Builtin();
  StatedValueReader reader_;
};

TEST_F(StatedValueTest, FindsEveryValueWithItsPath) {
  const Event event = Make("costsharing.keyDefined",
                           R"({"key":"k","shares":[{"payer":"a","share":{"percent":63,"bound":)"
                           R"("approx","base":"kuntaosuus"}},{"payer":"b","share":{"range":)"
                           R"({"low":4,"high":5},"baseUnknown":true}}],)"
                           R"("step":{"amount":100,"currency":"EUR","currencyStated":true}})");
  const auto values = reader_.Read(event);
  const StatedValue* approx = FindStated(values, "shares[0].share");
  ASSERT_NE(approx, nullptr);
  EXPECT_EQ(approx->low, 63'000);
  EXPECT_EQ(approx->bound, "approx");
  EXPECT_EQ(approx->unit, "kuntaosuus");
  EXPECT_EQ(DisplayStated(*approx), "~ 63 %");
  const StatedValue* range = FindStated(values, "shares[1].share");
  ASSERT_NE(range, nullptr);
  EXPECT_EQ(range->low, 4'000);
  EXPECT_EQ(range->high, 5'000);
  EXPECT_EQ(range->bound, "range");
  EXPECT_TRUE(range->base_unknown);
  EXPECT_EQ(DisplayStated(*range), "4–5 %");
  const StatedValue* step = FindStated(values, "step");
  ASSERT_NE(step, nullptr);
  EXPECT_EQ(step->low, 10'000);
  EXPECT_TRUE(step->currency_stated && step->plain());
  EXPECT_EQ(DisplayStated(*step), "100.00 EUR");
}

TEST_F(StatedValueTest, KeepsWhatIsMissingAndWhatCannotBeRead) {
  const Event event = Make("project.phasePlanned",
                           R"({"projectId":"p","phase":1,"start":{"missing":{"label":"Alku"}},)"
                           R"("length":{"garbled":{"raw":"viiden neljän kuukauden",)"
                           R"("readings":["4","5"]},"unit":"kk"}})");
  const auto values = reader_.Read(event);
  const StatedValue* start = FindStated(values, "start");
  ASSERT_NE(start, nullptr);
  EXPECT_EQ(start->state, StatedValue::State::kMissing);
  EXPECT_EQ(start->missing_label, "Alku");
  const StatedValue* length = FindStated(values, "length");
  ASSERT_NE(length, nullptr);
  EXPECT_EQ(length->state, StatedValue::State::kGarbled);
  EXPECT_EQ(length->readings, (std::vector<std::string_view>{"4", "5"}));
  EXPECT_EQ(DisplayStated(*length), "viiden neljän kuukauden");
}

TEST_F(StatedValueTest, ResolvesAPartialDateToItsDays) {
  const Event event =
      Make("consultation.roundPlanned", R"({"round":"r","object":"o","planned":{"date":"2017-21",)"
                                        R"("raw":"keväällä 2017"}})");
  const auto values = reader_.Read(event);
  const StatedValue* planned = FindStated(values, "planned");
  ASSERT_NE(planned, nullptr);
  EXPECT_EQ(planned->first, DateOf(2017, 3, 1));
  EXPECT_EQ(planned->last, DateOf(2017, 5, 31));
  EXPECT_EQ(planned->raw, "keväällä 2017");
  EXPECT_FALSE(planned->plain());
}

TEST_F(StatedValueTest, AValueThatIsNotGivenIsNotThere) {
  const Event event = Make("milestone.missed", R"({"milestone":"m"})");
  EXPECT_TRUE(reader_.Read(event).empty());
  EXPECT_TRUE(reader_.AllPlain(event));
}

TEST_F(StatedValueTest, AgreesWithItselfOnWhatIsPlainForEveryExample) {
  DraftParser parser(registry_);
  std::size_t with_values = 0;
  for (const TypeInfo& type : registry_.types()) {
    auto encoded = Encode(parser, ExampleJson(type));
    ASSERT_OK(encoded) << type.name;
    auto event = Decode(encoded->record, registry_);
    ASSERT_OK(event) << type.name;
    const auto values = reader_.Read(*event);
    const bool plain = std::all_of(values.begin(), values.end(),
                                   [](const StatedValue& value) { return value.plain(); });
    EXPECT_EQ(reader_.AllPlain(*event), plain) << type.name;
    with_values += values.empty() ? 0 : 1;
  }
  EXPECT_GT(with_values, 50U);
}

TEST_F(StatedValueTest, TellsPlainFromTheRestValueByValue) {
  const std::vector<std::pair<std::string, bool>> cases = {
      {R"({"date":"2017-03-01"})", true},
      {R"({"date":"2017-03-01T12:00:00+02:00"})", true},
      {R"({"date":"2017-03-01","raw":"tänään"})", false},
      {R"({"date":"2017-03"})", false},
      {R"({"date":"2017-03-01/2017-03-02"})", false},
      {R"({"date":"2017-03-XX"})", false},
      {R"({"date":"2017~"})", false},
      {R"({"missing":{"label":"x"}})", false},
  };
  for (const auto& [when, plain] : cases) {
    const Event event = Make("project.started", R"({"projectId":"p","on":)" + when + "}");
    EXPECT_EQ(reader_.AllPlain(event), plain) << when;
    EXPECT_EQ(reader_.Read(event)[0].plain(), plain) << when;
  }
}

TEST(DecimalText, HoldsForBothSignsAndTheSmallestNumber) {
  EXPECT_EQ(DecimalText(5, 2, false), "0.05");
  EXPECT_EQ(DecimalText(-5, 2, false), "-0.05");
  EXPECT_EQ(DecimalText(2500, 3, true), "2.5");
  EXPECT_EQ(DecimalText(4'000'000, 3, true), "4000");
  EXPECT_EQ(DecimalText(INT64_MIN, 2, false), "-92233720368547758.08");
}

}  // namespace
}  // namespace sinetti
