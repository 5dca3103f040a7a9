// A type that changed twice: its old records are read in today's shape, and nothing else of them
// changes.
#include "ledger/event/upcast.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "ledger/event/body.h"
#include "ledger/event/event_json.h"
#include "ledger/event/index_keys.h"
#include "ledger/event/schema_reader.h"
#include "tests/event/sample.capnp.h"
#include "tests/event/test_events.h"

namespace sinetti {
namespace {

using testing::HasSubstr;

// Version 1 counted the first day too.
void WithoutTheFirstDay(capnp::AnyPointer::Builder body) {
  auto delay = body.getAs<sample::DelayOfTwo>();
  delay.setFullDays(delay.getDays() == 0 ? 0 : delay.getDays() - 1);
}

void InCalendarDays(capnp::AnyPointer::Builder body) {
  auto delay = body.getAs<sample::DelayOfThree>();
  delay.setCounted("calendarDays");
  delay.initParts(1)[0].setCount(static_cast<std::uint16_t>(delay.getFullDays()));
}

constexpr std::array<Upcast, 2> kUpcasts = {
    {{"sample.delay", 2, &InCalendarDays}, {"sample.delay", 1, &WithoutTheFirstDay}}};
constexpr std::span<const Upcast> kSecond{&kUpcasts[1], 1};

constexpr const char* kData =
    R"({"days":7,"unit":"yks-1","note":{"subject":"p-900","value":"salaisuus"}})";

Bytes RecordOf(const TypeRegistry& registry, const std::string& data) {
  DraftParser parser(registry);
  auto encoded = Encode(parser, DraftJson("sample.delay", data, R"("actor":"Virasto",)"));
  EXPECT_TRUE(encoded) << encoded.error().message;
  return encoded->record;
}

Result<Event> Read(ByteView record, const TypeRegistry& registry, std::span<const Upcast> upcasts) {
  SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(record));
  return DecodeEvent(ChainVerifier::Vouch({header.sequence, {}, record}), registry, upcasts);
}

class UpcastTest : public testing::Test {
 protected:
  TypeRegistry first_ = ReadCatalogue(capnp::Schema::from<sample::FirstRelease>(), {});
  TypeRegistry second_ = ReadCatalogue(capnp::Schema::from<sample::SecondRelease>(), kSecond);
  TypeRegistry third_ = ReadCatalogue(capnp::Schema::from<sample::ThirdRelease>(), kUpcasts);
};

TEST_F(UpcastTest, VersionsFollowFromTheUpcasts) {
  EXPECT_EQ(first_.Find("sample.delay")->version, 1);
  EXPECT_EQ(second_.Find("sample.delay")->version, 2);
  EXPECT_EQ(third_.Find("sample.delay")->version, 3);
}

TEST_F(UpcastTest, AnOldRecordIsReadInTodaysShapeOneVersionAfterTheOther) {
  const Bytes record = RecordOf(first_, kData);
  const auto event = Read(record, third_, kUpcasts);
  ASSERT_TRUE(event) << event.error().message;
  const auto body = Body<sample::DelayOfThree>(*event);
  EXPECT_EQ(body.getDays(), 7u);
  EXPECT_EQ(body.getFullDays(), 6u);
  EXPECT_EQ(std::string_view(body.getCounted().cStr()), "calendarDays");
  ASSERT_EQ(body.getParts().size(), 1u);
  EXPECT_EQ(body.getParts()[0].getCount(), 6u);
  EXPECT_THAT(EventToJson(*event), HasSubstr(R"("fullDays":6,"counted":"calendarDays")"));

  const auto second = Read(record, second_, kSecond);
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_THAT(EventToJson(*second), HasSubstr(R"("fullDays":6)"));
}

TEST_F(UpcastTest, WhatTheRecordSaysOfItselfAndWhatStandsSealedInItStays) {
  const Bytes record = RecordOf(first_, kData);
  const auto before = Read(record, first_, {});
  const auto now = Read(record, third_, kUpcasts);
  ASSERT_TRUE(before && now);
  EXPECT_EQ(now->header().type_version, 1);
  EXPECT_EQ(now->leaf(), before->leaf());
  EXPECT_EQ(now->envelope().actor, "Virasto");
  EXPECT_EQ(IndexKeys(*now), IndexKeys(*before));
  const auto sealed_before = SealedFields(*before), sealed_now = SealedFields(*now);
  ASSERT_EQ(sealed_now.size(), 1u);
  EXPECT_EQ(sealed_now[0].commitment, sealed_before[0].commitment);
  EXPECT_EQ(std::string(AsText(sealed_now[0].box)), "salaisuus");
}

TEST_F(UpcastTest, ANewRecordIsLeftAsItIs) {
  const Bytes record = RecordOf(third_, R"({"days":7,"fullDays":3,"counted":"workdays"})");
  const auto event = Read(record, third_, kUpcasts);
  ASSERT_TRUE(event) << event.error().message;
  EXPECT_EQ(event->header().type_version, 3);
  EXPECT_THAT(EventToJson(*event), HasSubstr(R"("fullDays":3,"counted":"workdays")"));
}

TEST_F(UpcastTest, ANewerRecordIsUnsupportedInAnOlderProgram) {
  const auto event = Read(RecordOf(third_, R"({"days":7})"), second_, kSecond);
  ASSERT_FALSE(event);
  EXPECT_EQ(event.error().code, ErrorCode::kUnsupported);
}

TEST_F(UpcastTest, AChangedByteOfAnOldRecordIsNotReadAsSomethingElse) {
  const Bytes record = RecordOf(first_, kData);
  const auto whole = Read(record, third_, kUpcasts);
  ASSERT_TRUE(whole);
  for (std::size_t i = 0; i < record.size(); ++i) {
    Bytes changed = record;
    changed[i] ^= 1;
    const auto event = Read(changed, third_, kUpcasts);
    if (event) {
      EXPECT_NE(event->leaf(), whole->leaf()) << "byte " << i;
    }
  }
}

TEST(UpcastDeathTest, AVersionThatIsLeftOutAborts) {
  static constexpr std::array<Upcast, 1> kGap = {{{"sample.delay", 2, &InCalendarDays}}};
  EXPECT_DEATH(ReadCatalogue(capnp::Schema::from<sample::ThirdRelease>(), kGap), "");
  static constexpr std::array<Upcast, 1> kOther = {{{"sample.other", 1, &InCalendarDays}}};
  EXPECT_DEATH(ReadCatalogue(capnp::Schema::from<sample::ThirdRelease>(), kOther), "");
}

TEST(ReleasedUpcasts, BelongToTypesOfTheCatalogue) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  for (const Upcast& upcast : ReleasedUpcasts()) {
    ASSERT_NE(registry.Find(upcast.type), nullptr) << upcast.type;
    EXPECT_NE(upcast.apply, nullptr) << upcast.type;
  }
}

}  // namespace
}  // namespace sinetti
