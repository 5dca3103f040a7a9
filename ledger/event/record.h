// The record: one event as it is stored and hashed, a single canonical Cap'n Proto segment whose
// root is schemas/record.capnp (docs/format/event.md, "Record").  What the store and the sequencer
// need of it, without decoding the event: its header, and the five words that give it its place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/clock.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/base/result.h"

namespace sinetti {

// The format this program writes and reads.
inline constexpr std::uint16_t kRecordFormat = 1;

// An entry (previous leaf hash, then record) fits a C2SP entry bundle, so it has at most 65,535
// bytes; a record is a whole number of words.
inline constexpr std::size_t kEntryBytesMax = 65'535;
inline constexpr std::size_t kRecordBytesMax = (kEntryBytesMax - 32) / 8 * 8;

// The texts are views into the record and live as long as its bytes.
struct RecordHeader {
  Sequence sequence;
  StreamVersion stream_version;  // 0: a draft record, not yet in a ledger
  Timestamp recorded_at;
  Hash16 draft_digest;
  std::uint16_t format = 0;
  std::uint16_t type_version = 0;
  std::string_view source;
  std::string_view id;
  std::string_view type;
  std::string_view stream;
};

// Reads the header of bytes of any origin and any alignment; never touches the envelope or the
// body. kUnsupported: written by a newer format.  kCorrupt: no record; the message says what is
// wrong at which byte.  Pure; safe on any thread.
Result<RecordHeader> ReadRecordHeader(ByteView record);

// Gives a draft record its place: writes words 1 to 5 (bytes 8 to 47) and nothing else, so the
// bytes stay canonical.  `record` must come from EncodeDraft.
void AssignPosition(std::span<std::uint8_t> record, Sequence sequence, StreamVersion stream_version,
                    Timestamp recorded_at, const Hash16& draft_digest);

}  // namespace sinetti
