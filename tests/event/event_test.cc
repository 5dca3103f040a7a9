// Events: what comes back of a draft, what is refused of a record.
#include "ledger/event/event.h"

#include <capnp/serialize.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "ledger/event/body.h"
#include "ledger/event/event_json.h"
#include "ledger/event/index_keys.h"
#include "ledger/event/schema_reader.h"
#include "schemas/record.capnp.h"
#include "tests/event/sample.capnp.h"
#include "tests/event/test_events.h"

namespace sinetti {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kAttributes =
    R"("time":"2026-03-01T12:00:00+02:00","occurred":"2017-21","client":"p-1","actor":"Virasto","role":"valvoja",)"
    R"("mandate":"m-1","provider":"0204819-8","unit":"y-1","matter":"a-1","contract":"c-1","causation":"x#1",)"
    R"("correlation":"k","relation":"corrects","relatesto":"e-0","publicity":"secret","retention":"10y",)"
    R"("legalbasis":"741/2023:39:1@2026-01-01#draft; 906/2019:26 434/2003","effectivefrom":"2026-01-01",)"
    R"("effectiveto":"2027-01-01","sourcedocument":"000.txt","sourcestart":0,"sourceend":17,)"
    R"("sourcedigest":"8d00a7d15e02796ae262336d304a7265a158956e8914aeb8ee2242f37d778854","sourcequote":"lainaus\nrivi",)"
    R"("statedby":"kunta","confidence":"derived","invented":"text,parts[0].name","dataschema":"urn:schema:1",)";

constexpr const char* kData =
    R"({"flag":true,"i8":-5,"i16":-300,"i32":-70000,"i64":-9223372036854775808,"u8":200,"u16":60000,"u32":4000000000,)"
    R"("u64":18446744073709551615,"cents":89.14,"thousandths":-0.005,"colour":"green","text":"ääkköset \"\\\u2028\t",)"
    R"("texts":["a","b"],"flags":[true,false,true],"smalls":[-1,0,127],"bigs":[1,18446744073709551615],)"
    R"("amounts":[0.01,-5],"colours":["red","unspecified"],"part":{},"parts":[{"name":"y-2","count":3,"parts":[{"count":1},{}]},)"
    R"({"secret":"sisus"}],"money":{"range":{"low":1,"high":2.5},"bound":"range","currency":"EUR"},"when":{"date":"2004/2006"},)"
    R"("pair":{"left":7,"right":"r"},"span":{"from":"2026-01-01","length":5},"secret":"oma",)"
    R"("secrets":[{"subject":"p-2","value":"toinen"}],"business":"0204819-8","places":["091"]})";

class EventTest : public testing::Test {
 protected:
  Bytes Record(const std::string& data = kData, const std::string& attributes = kAttributes) {
    auto encoded = Encode(parser_, DraftJson("sample.everything", data, attributes));
    EXPECT_TRUE(encoded) << encoded.error().message;
    return encoded->record;
  }

  TypeRegistry registry_ = ReadCatalogue(capnp::Schema::from<sample::Catalogue>());
  DraftParser parser_{registry_};
};

TEST_F(EventTest, EnvelopeSaysWhatTheDraftSaid) {
  auto event = Decode(Record(), registry_);
  ASSERT_TRUE(event) << event.error().message;
  const Envelope& envelope = event->envelope();
  EXPECT_EQ(envelope.occurred, "2017-21");
  EXPECT_EQ(envelope.time, "2026-03-01T12:00:00+02:00");
  EXPECT_EQ(envelope.client, "p-1");
  EXPECT_EQ(envelope.publicity, Publicity::kSecret);
  ASSERT_EQ(envelope.legal_basis.size(), 3u);
  EXPECT_EQ(envelope.legal_basis[0].act, "741/2023");
  EXPECT_EQ(envelope.legal_basis[0].section, "39");
  EXPECT_EQ(envelope.legal_basis[0].moment, "1");
  EXPECT_EQ(envelope.legal_basis[0].as_of, "2026-01-01");
  EXPECT_EQ(envelope.legal_basis[0].status, LegalStatus::kDraft);
  EXPECT_EQ(envelope.legal_basis[2].act, "434/2003");
  EXPECT_EQ(envelope.provenance.end, 17u);
  EXPECT_EQ(envelope.provenance.span_sha256.size(), 32u);
  EXPECT_EQ(envelope.provenance.confidence, Confidence::kDerived);
  EXPECT_THAT(envelope.provenance.invented, ElementsAre("text", "parts[0].name"));
  EXPECT_EQ(event->type_info().labels.sv, "allt");
}

TEST_F(EventTest, GeneratedReadersReadTheBody) {
  auto event = Decode(Record(), registry_);
  ASSERT_TRUE(event) << event.error().message;
  ASSERT_TRUE(Is<sample::Everything>(*event));
  EXPECT_FALSE(Is<sample::Demanding>(*event));
  auto body = Body<sample::Everything>(*event);
  EXPECT_TRUE(body.getFlag());
  EXPECT_FALSE(body.getOther());
  EXPECT_EQ(body.getI8(), -5);
  EXPECT_EQ(body.getI16(), -300);
  EXPECT_EQ(body.getI32(), -70000);
  EXPECT_EQ(body.getI64(), INT64_MIN);
  EXPECT_EQ(body.getU64(), UINT64_MAX);
  EXPECT_EQ(body.getCents(), 8914);
  EXPECT_EQ(body.getThousandths(), -5);
  EXPECT_EQ(body.getColour(), sample::Colour::GREEN);
  EXPECT_EQ(body.getTexts()[1], "b");
  EXPECT_TRUE(body.getFlags()[2]);
  EXPECT_EQ(body.getSmalls()[0], -1);
  EXPECT_EQ(body.getBigs()[1], UINT64_MAX);
  EXPECT_EQ(body.getAmounts()[1], -500);
  EXPECT_TRUE(body.hasPart());
  EXPECT_EQ(body.getParts()[0].getParts()[0].getCount(), 1);
  EXPECT_EQ(body.getMoney().getRange().getHigh(), 250);
  EXPECT_TRUE(body.isPair());
  EXPECT_EQ(body.getPair().getLeft(), 7u);
  EXPECT_EQ(body.getSpan().getLength(), 5);
  EXPECT_EQ(body.getSecrets()[0].getSubject(), "p-2");
}

TEST_F(EventTest, JsonComesBackAndMakesTheSameRecord) {
  const Bytes record = Record();
  auto event = Decode(record, registry_);
  ASSERT_TRUE(event) << event.error().message;
  EventJsonOptions options{.position = false};
  options.open = [](const SealedField& field) { return std::string(AsText(field.box)); };
  const std::string json = EventToJson(*event, options);
  auto again = Encode(parser_, json);
  ASSERT_TRUE(again) << again.error().message << "\n" << json;
  EXPECT_EQ(HexEncode(again->record), HexEncode(record)) << json;
  EXPECT_THAT(json, HasSubstr(R"("cents":89.14,"thousandths":-0.005)"));
  EXPECT_THAT(json,
              HasSubstr(R"("legalbasis":"741/2023:39:1@2026-01-01#draft 906/2019:26 434/2003")"));
}

TEST_F(EventTest, SealedFieldsShowTheirCommitmentOnly) {
  auto event = Decode(Record(), registry_);
  ASSERT_TRUE(event) << event.error().message;
  const auto fields = SealedFields(*event);
  ASSERT_EQ(fields.size(), 3u);
  EXPECT_EQ(fields[0].path, "data.parts[1].secret");
  EXPECT_EQ(fields[0].subject, "stream:test-1");
  EXPECT_EQ(fields[1].path, "data.secret");
  EXPECT_EQ(fields[2].path, "data.secrets[0]");
  const std::string json = EventToJson(*event);
  EXPECT_THAT(json, HasSubstr(R"("secret":{"sealed":")" + fields[1].commitment.hex() +
                              R"(","subject":"p-1"})"));
  EXPECT_THAT(
      json,
      HasSubstr(R"("sequence":0,"streamversion":0,"recordedat":"1970-01-01T00:00:00Z","leaf":")" +
                event->leaf().hex()));
}

TEST_F(EventTest, IndexKeysComeFromEnvelopeAndBody) {
  auto event = Decode(Record(), registry_);
  ASSERT_TRUE(event) << event.error().message;
  EXPECT_THAT(
      IndexKeys(*event),
      ElementsAre(IndexKey{"client", "p-1"}, IndexKey{"contract", "c-1"}, IndexKey{"matter", "091"},
                  IndexKey{"matter", "a-1"}, IndexKey{"provider", "0204819-8"},
                  IndexKey{"stream", "test-1"}, IndexKey{"type", "sample.everything"},
                  IndexKey{"unit", "y-1"}, IndexKey{"unit", "y-2"}));
}

TEST_F(EventTest, UnknownTypesAndVersionsAreUnsupported) {
  Bytes record = Record();
  const TypeRegistry other = TypeRegistry::Builtin();
  EXPECT_EQ(Decode(record, other).error().code, ErrorCode::kUnsupported);
  record[6 * 8 + 2] = 2;  // type version
  EXPECT_EQ(Decode(record, registry_).error().code, ErrorCode::kUnsupported);
}

TEST_F(EventTest, ARecordOfAnotherEntryIsCorrupt) {
  const Bytes record = Record();
  auto event = DecodeEvent(ChainVerifier::Vouch({Sequence{4}, {}, record}), registry_);
  ASSERT_FALSE(event);
  EXPECT_EQ(event.error().code, ErrorCode::kCorrupt);
  EXPECT_THAT(event.error().message, HasSubstr("entry 4"));
}

TEST_F(EventTest, FieldsOfANewerSchemaAreUnsupportedNotDropped) {
  // `other` is the second bit of the data; the highest bit of that byte belongs to no field.
  capnp::MallocMessageBuilder message;
  auto record = message.initRoot<schema::Record>();
  record.setFormat(1);
  record.setTypeVersion(1);
  record.setSource("s");
  record.setId("i");
  record.setType("sample.demanding");
  record.setStream("t");
  auto body = record.getBody().initAs<sample::Everything>();  // far more fields than Demanding has
  body.setWord("x");
  body.setU64(7);
  auto words = capnp::canonicalize(record.asReader());
  auto bytes = words.asBytes();
  EXPECT_EQ(Decode(ByteView(bytes.begin(), bytes.size()), registry_).error().code,
            ErrorCode::kUnsupported);
}

// A record that our decoder takes is one that Cap'n Proto takes, as canonical, and which makes the
// same bytes again; whatever else a flipped bit makes is refused.
TEST_F(EventTest, EveryFlippedBitIsRefusedOrStaysAWholeRecord) {
  Bytes record = Record();
  std::size_t taken = 0;
  for (std::size_t bit = 0; bit < record.size() * 8; ++bit) {
    record[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    if (auto event = Decode(record, registry_)) {
      ++taken;
      auto words = kj::heapArray<capnp::word>(record.size() / 8);
      std::memcpy(words.begin(), record.data(), record.size());
      kj::ArrayPtr<const capnp::word> segment = words;
      capnp::SegmentArrayMessageReader reader(kj::arrayPtr(&segment, 1));
      EXPECT_TRUE(reader.isCanonical()) << bit;
      EXPECT_NO_THROW(EventToJson(*event)) << bit;
      IndexKeys(*event);
    }
    record[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
  }
  EXPECT_GT(taken, 0u);                     // letters of texts, numbers
  EXPECT_LT(taken, record.size() * 8 / 2);  // pointers, lengths, padding, unknown bits
}

TEST_F(EventTest, RandomDamageNeverCrashes) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  const Bytes record = Record();
  for (int round = 0; round < 50'000; ++round) {
    Bytes damaged = record;
    for (std::uint64_t i = 0; i <= random() % 6; ++i)
      damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
    if (random() % 4 == 0) damaged.resize(random() % (damaged.size() / 8) * 8);
    if (auto event = Decode(damaged, registry_)) EventToJson(*event);
  }
}

}  // namespace
}  // namespace sinetti
