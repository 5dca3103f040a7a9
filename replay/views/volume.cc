#include "replay/views/volume.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/event/body.h"

namespace sinetti {
namespace {

// `seq` is the newest event that a row counts.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE volume_type (
  type TEXT NOT NULL,
  type_version INTEGER NOT NULL,
  events INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  first_recorded INTEGER NOT NULL,
  last_recorded INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (type, type_version)
) WITHOUT ROWID;

CREATE TABLE volume_day (
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  events INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (day, type)
) WITHOUT ROWID;

CREATE TABLE volume_stream (
  stream TEXT PRIMARY KEY,
  events INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE VIEW v40_streams AS
  SELECT stream, events, bytes, first_seq, seq AS last_seq FROM volume_stream ORDER BY stream;

CREATE VIEW v44_schemas AS
  SELECT v.type, type_version, events, first_seq, seq AS last_seq,
         strftime('%Y-%m-%dT%H:%M:%SZ', first_recorded / 1000000, 'unixepoch') AS first_used,
         strftime('%Y-%m-%dT%H:%M:%SZ', last_recorded / 1000000, 'unixepoch') AS last_used,
         coalesce((SELECT r.text FROM register_entry r
                   WHERE r.type = 'schema.upcasted' AND r.subject = v.type
                   ORDER BY r.seq DESC LIMIT 1), '') AS upcaster
  FROM volume_type v ORDER BY type, type_version;

CREATE VIEW v45_volume AS
  SELECT day, type, events, bytes FROM volume_day ORDER BY day, type;
)sql";

struct Count {
  std::int64_t events = 0;
  std::int64_t bytes = 0;
  Sequence first;
  Sequence last;
  Timestamp first_recorded;
  Timestamp last_recorded;

  void Add(const Event& event, std::int64_t size) {
    if (events == 0) {
      first = event.sequence();
      first_recorded = event.recorded_at();
    }
    ++events;
    bytes += size;
    last = event.sequence();
    last_recorded = event.recorded_at();
  }
};

// Counts of one transaction are gathered in memory: a million events are a few thousand writes.
class Volume final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(
        Statement type,
        database.Prepare("INSERT INTO volume_type VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                         "ON CONFLICT DO UPDATE SET events = events + ?3, "
                         "bytes = bytes + ?4, last_recorded = ?7, seq = ?8"));
    SINETTI_ASSIGN(Statement day,
                   database.Prepare("INSERT INTO volume_day VALUES (?1, ?2, ?3, ?4, ?5) "
                                    "ON CONFLICT DO UPDATE SET events = events + ?3, "
                                    "bytes = bytes + ?4, seq = ?5"));
    SINETTI_ASSIGN(Statement stream,
                   database.Prepare("INSERT INTO volume_stream VALUES (?1, ?2, ?3, ?4, ?5) "
                                    "ON CONFLICT DO UPDATE SET events = events + ?2, "
                                    "bytes = bytes + ?3, seq = ?5"));
    return std::unique_ptr<View>(new Volume(std::move(type), std::move(day), std::move(stream)));
  }

  Result<void> Apply(const Event& event) override {
    const auto size = static_cast<std::int64_t>(event.impl().segment.size() * sizeof(capnp::word));
    const TypeInfo* type = &event.type_info();
    types_[{type, event.header().type_version}].Add(event, size);
    days_[{DayInHelsinki(event.recorded_at()), type}].Add(event, size);
    const auto stream = streams_.find(event.stream());
    (stream != streams_.end() ? stream->second : streams_[std::string(event.stream())])
        .Add(event, size);
    return {};
  }

  Result<void> Flush() override {
    for (const auto& [key, count] : types_) {
      SINETTI_TRY(type_.Run(key.first->name, key.second, count.events, count.bytes, count.first,
                            count.first_recorded.micros, count.last_recorded.micros, count.last));
    }
    for (const auto& [key, count] : days_) {
      SINETTI_TRY(day_.Run(key.first, key.second->name, count.events, count.bytes, count.last));
    }
    SINETTI_TRY(FlushStreams());
    types_.clear();
    days_.clear();
    streams_.clear();
    return {};
  }

 private:
  // Found by a view of its name.
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>()(name);
    }
  };
  using Streams = std::unordered_map<std::string, Count, NameHash, std::equal_to<>>;

  // In the order of their names: neighbours share a page.
  Result<void> FlushStreams() {
    std::vector<const Streams::value_type*> sorted;
    sorted.reserve(streams_.size());
    for (const auto& stream : streams_) sorted.push_back(&stream);
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* a, const auto* b) { return a->first < b->first; });
    for (const auto* stream : sorted) {
      const Count& count = stream->second;
      SINETTI_TRY(stream_.Run(stream->first, count.events, count.bytes, count.first, count.last));
    }
    return {};
  }

  Volume(Statement type, Statement day, Statement stream)
      : type_(std::move(type)), day_(std::move(day)), stream_(std::move(stream)) {}

  Statement type_;
  Statement day_;
  Statement stream_;
  std::map<std::pair<const TypeInfo*, std::uint16_t>, Count> types_;
  std::map<std::pair<Date, const TypeInfo*>, Count> days_;
  Streams streams_;
};

}  // namespace

const ViewDefinition& VolumeView() {
  static const ViewDefinition definition{
      .name = "volume",
      .version = 2,
      .shows = {"v40_streams", "v44_schemas", "v45_volume"},
      .tables = {"volume_type", "volume_day", "volume_stream"},
      .schema = kSchema,
      .event_types = {},
      .own_lane = true,
      .open = &Volume::Open,
  };
  return definition;
}

}  // namespace sinetti
