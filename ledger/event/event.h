// An event as readers see it: decoded from a verified entry, in today's schema.  The envelope is
// plain data; the body is reached through ledger/event/body.h (views, controls) or EventToJson.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/result.h"
#include "ledger/event/entry.h"
#include "ledger/event/record.h"
#include "ledger/event/type_registry.h"

namespace sinetti {

// Same numbers as in schemas/record.capnp.
enum class Publicity : std::uint16_t { kUnspecified, kOpen, kSecret, kPersonal, kSensitive };
enum class LegalStatus : std::uint16_t { kInForce, kDraft, kRepealed };
enum class Confidence : std::uint16_t { kUnspecified, kStated, kDerived, kVerified, kInvented };

struct LegalBasis {
  std::string_view act;      // 741/2023
  std::string_view section;  // 39
  std::string_view moment;   // subsection
  std::string_view as_of;    // day of the wording that was used
  LegalStatus status = LegalStatus::kInForce;
};

// Where the content comes from: bytes [start, end) of a document.
struct Provenance {
  std::string_view document;
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  ByteView span_sha256;  // 32 bytes, or empty
  std::string_view quote;
  std::string_view stated_by;
  Confidence confidence = Confidence::kUnspecified;
  std::vector<std::string_view> invented;  // paths of values that no source states; "*": all
};

// Empty text: not given.  Shapes and meanings: schemas/record.capnp.
struct Envelope {
  Publicity publicity = Publicity::kUnspecified;
  std::string_view occurred;        // EDTF or RFC 3339, as given
  std::string_view effective_from;  // first day of validity
  std::string_view effective_to;    // first day after validity
  std::string_view actor;
  std::string_view role;
  std::string_view mandate;  // event reference
  std::string_view provider;
  std::string_view unit;
  std::string_view matter;
  std::string_view contract;
  std::string_view client;     // pseudonym
  std::string_view causation;  // event reference
  std::string_view correlation;
  std::string_view relation;    // corrects, supersedes, answers, appeals, explains
  std::string_view relates_to;  // event reference
  std::string_view retention;
  std::string_view time;         // CloudEvents time, when `occurred` says something else
  std::string_view data_schema;  // CloudEvents dataschema
  std::vector<LegalBasis> legal_basis;
  Provenance provenance;
};

// Owns its bytes: every view it hands out lives as long as the event.  Immutable.
class Event {
 public:
  Event(Event&&) noexcept;
  Event& operator=(Event&&) noexcept;
  ~Event();

  Sequence sequence() const { return header().sequence; }
  StreamVersion stream_version() const { return header().stream_version; }
  Timestamp recorded_at() const { return header().recorded_at; }
  std::string_view source() const { return header().source; }
  std::string_view id() const { return header().id; }
  std::string_view type() const { return header().type; }
  std::string_view stream() const { return header().stream; }
  const Hash& leaf() const;  // of its entry

  const RecordHeader& header() const;
  const Envelope& envelope() const;
  const TypeInfo& type_info() const;

  struct Impl;  // ledger/event/body.h
  explicit Event(std::unique_ptr<Impl> impl);
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

// Decodes and checks the whole record: canonical, every text UTF-8, every field where the type's
// schema has it; so reading the body cannot fail later.  A record of an older type version is
// brought into today's schema here.  kUnsupported: a type, type version or field that this program
// does not know.  kCorrupt: no canonical record.  `registry` must outlive the event.
Result<Event> DecodeEvent(const VerifiedEntry& entry, const TypeRegistry& registry);

}  // namespace sinetti
