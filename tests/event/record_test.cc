// ReadRecordHeader and AssignPosition against Cap'n Proto's own canonical encoder and reader.
#include "ledger/event/record.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "schemas/record.capnp.h"

namespace sinetti {
namespace {

Bytes CanonicalRecord(const std::string& id = "a-1", std::uint16_t format = 1) {
  capnp::MallocMessageBuilder message;
  auto record = message.initRoot<schema::Record>();
  record.setFormat(format);
  record.setTypeVersion(1);
  record.setPublicity(schema::Publicity::OPEN);
  record.setSource("https://example.fi/registry");
  record.setId(id.c_str());
  record.setType("decision.made");
  record.setStream("decision-ä");
  record.initEnvelope().setOccurred("2017-21");
  record.getBody().initAs<schema::Envelope>().setActor("a");
  auto words = capnp::canonicalize(record.asReader());
  auto bytes = words.asBytes();
  return Bytes(bytes.begin(), bytes.end());
}

TEST(Record, HeaderReadsWhatCapnProtoWrote) {
  const Bytes bytes = CanonicalRecord();
  auto header = ReadRecordHeader(bytes);
  ASSERT_TRUE(header) << header.error().message;
  EXPECT_EQ(header->source, "https://example.fi/registry");
  EXPECT_EQ(header->id, "a-1");
  EXPECT_EQ(header->type, "decision.made");
  EXPECT_EQ(header->stream, "decision-ä");
  EXPECT_EQ(header->format, 1);
  EXPECT_EQ(header->type_version, 1);
  EXPECT_EQ(header->stream_version, StreamVersion{0});
}

TEST(Record, HeaderIsReadAtAnyAlignmentAndForAnyIdLength) {
  for (std::size_t length = 1; length < 20; ++length) {
    const std::string id(length, 'x');
    const Bytes bytes = CanonicalRecord(id);
    for (std::size_t shift = 0; shift < 8; ++shift) {
      Bytes moved(shift, 0xff);
      moved.insert(moved.end(), bytes.begin(), bytes.end());
      auto header = ReadRecordHeader(ByteView(moved).subspan(shift));
      ASSERT_TRUE(header) << header.error().message;
      EXPECT_EQ(header->id, id);
    }
  }
}

TEST(Record, AssignedPositionIsWhatCapnProtoReads) {
  Bytes bytes = CanonicalRecord();
  Hash16 digest;
  for (int i = 0; i < 16; ++i) digest.bytes[i] = static_cast<std::uint8_t>(i + 1);
  AssignPosition(bytes, Sequence{7}, StreamVersion{3}, Timestamp{-5}, digest);
  auto words = kj::heapArray<capnp::word>(bytes.size() / 8);
  std::memcpy(words.begin(), bytes.data(), bytes.size());
  kj::ArrayPtr<const capnp::word> segment = words;
  capnp::SegmentArrayMessageReader reader(kj::arrayPtr(&segment, 1));
  auto record = reader.getRoot<schema::Record>();
  EXPECT_EQ(record.getSequence(), 7u);
  EXPECT_EQ(record.getStreamVersion(), 3u);
  EXPECT_EQ(record.getRecordedAt(), -5);
  EXPECT_EQ(record.getDraftDigestHigh(), 0x0807060504030201u);
  EXPECT_EQ(record.getDraftDigestLow(), 0x100f0e0d0c0b0a09u);
  EXPECT_TRUE(reader.isCanonical());
  auto header = ReadRecordHeader(bytes);
  ASSERT_TRUE(header) << header.error().message;
  EXPECT_EQ(header->sequence, Sequence{7});
  EXPECT_EQ(header->stream_version, StreamVersion{3});
  EXPECT_EQ(header->recorded_at, Timestamp{-5});
  EXPECT_EQ(header->draft_digest, digest);
}

TEST(Record, NewerFormatIsUnsupportedAndZeroFormatIsCorrupt) {
  EXPECT_EQ(ReadRecordHeader(CanonicalRecord("a", 2)).error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(ReadRecordHeader(CanonicalRecord("a", 0)).error().code, ErrorCode::kCorrupt);
}

TEST(Record, EveryTruncationIsRefused) {
  const Bytes bytes = CanonicalRecord();
  const std::size_t header_end = 8 * 13 + 32 + 8 + 16 + 16;  // root, source, id, type, stream
  for (std::size_t size = 0; size < header_end; ++size)
    EXPECT_FALSE(ReadRecordHeader(ByteView(bytes).first(size))) << size;
}

TEST(Record, EveryFlippedBitOfPointersAndPaddingIsRefusedAndNoneCrashes) {
  const Bytes bytes = CanonicalRecord();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    Bytes flipped = bytes;
    flipped[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    auto header = ReadRecordHeader(flipped);
    const std::size_t byte = bit / 8;
    const bool pointer = byte < 8 || (byte >= 56 && byte < 56 + 4 * 8);
    if (pointer) {
      EXPECT_FALSE(header) << "bit " << bit;
    }
  }
}

TEST(Record, RandomBytesNeverCrash) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  const Bytes start = CanonicalRecord();
  for (int round = 0; round < 20'000; ++round) {
    Bytes bytes = round % 2 == 0 ? start : Bytes(random() % 300);
    if (round % 2 == 1)
      for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    for (int i = 0; i < 4 && !bytes.empty(); ++i)
      bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
    auto header = ReadRecordHeader(bytes);
    if (!header) {
      EXPECT_NE(header.error().message, "");
    }
  }
}

}  // namespace
}  // namespace sinetti
