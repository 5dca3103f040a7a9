#include "replay/views/slots.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/slot.capnp.h"
#include "schemas/source.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE slot_series (
  series TEXT PRIMARY KEY,
  ref TEXT NOT NULL,
  resource TEXT NOT NULL,
  purpose TEXT,
  weekday TEXT NOT NULL,
  time TEXT,                     -- as printed while nobody has chosen a reading
  time_state TEXT NOT NULL,      -- stated, missing, garbled, chosen
  raw TEXT,                      -- as printed, when it cannot be read one way only
  readings TEXT,
  reserved_seq INTEGER NOT NULL,
  release_days INTEGER,          -- NULL: no rule
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE slot (
  series TEXT NOT NULL,
  date TEXT NOT NULL,
  booked_on TEXT,
  client TEXT,
  released_on TEXT,
  outcome TEXT,                  -- used, no_show
  seq INTEGER NOT NULL,
  PRIMARY KEY (series, date)
) WITHOUT ROWID;

CREATE VIEW v17_slots AS
  SELECT s.series, r.resource, s.date, r.time, r.time_state, s.booked_on,
         date(s.date, -r.release_days || ' days') AS release_deadline,
         s.released_on,
         CASE WHEN s.outcome IS NOT NULL THEN s.outcome
              WHEN s.released_on IS NOT NULL THEN 'released'
              WHEN s.booked_on IS NOT NULL THEN 'booked' ELSE 'free' END AS state,
         max(0, julianday(s.released_on) -
                julianday(date(s.date, -r.release_days || ' days'))) <> 0 AS released_late,
         s.seq
  FROM slot s LEFT JOIN slot_series r ON r.series = s.series
  ORDER BY s.series, s.date;

-- Utilisation in tenths of a per cent; NULL while the series has no slot.
CREATE VIEW v17_series AS
  SELECT r.series, r.resource, r.purpose, r.weekday, r.time, r.time_state, r.release_days,
         count(s.date) AS slots,
         coalesce(sum(s.booked_on IS NOT NULL AND s.released_on IS NULL), 0) AS booked,
         coalesce(sum(s.released_on IS NOT NULL), 0) AS released,
         coalesce(sum(s.outcome = 'used'), 0) AS used,
         sum(s.booked_on IS NOT NULL AND s.released_on IS NULL) * 1000 / nullif(count(s.date), 0)
           AS utilisation_permille,
         r.seq
  FROM slot_series r LEFT JOIN slot s ON s.series = r.series
  GROUP BY r.series ORDER BY r.series;
)sql";

enum Sql { kSeries, kReading, kBooked, kReleased, kOutcome, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO slot_series VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?9, ?10, ?11, ?8, "
    "?11)",
    "UPDATE slot_series SET time = ?2, time_state = 'chosen', seq = ?3 WHERE ref = ?1",
    "INSERT INTO slot VALUES (?1, ?2, ?3, ?4, NULL, NULL, ?5) "
    "ON CONFLICT DO UPDATE SET booked_on = ?3, client = ?4, seq = ?5",
    "INSERT INTO slot VALUES (?1, ?2, NULL, NULL, ?3, NULL, ?4) "
    "ON CONFLICT DO UPDATE SET released_on = ?3, seq = ?4",
    "INSERT INTO slot VALUES (?1, ?2, NULL, NULL, NULL, ?3, ?4) "
    "ON CONFLICT DO UPDATE SET outcome = ?3, seq = ?4",
};

struct Time {
  std::string shown;
  std::string_view state = "stated";
  std::string raw, readings;
};

Time ReadTime(schema::ClockTime::Reader time) {
  switch (time.which()) {
    case schema::ClockTime::AT: return {std::string(Text(time.getAt()))};
    case schema::ClockTime::RANGE:
      return {std::string(Text(time.getRange().getFrom())) + "–" +
              std::string(Text(time.getRange().getTo()))};
    case schema::ClockTime::MISSING: return {"", "missing"};
    case schema::ClockTime::GARBLED: {
      const std::string raw(Text(time.getGarbled().getRaw()));
      std::string readings;
      for (const auto reading : time.getGarbled().getReadings()) {
        readings += (readings.empty() ? "" : " | ") + std::string(Text(reading));
      }
      return {raw, "garbled", raw, readings};
    }
  }
  return {};
}

// NULL: the series has no rule.
std::optional<std::int64_t> ReleaseDays(schema::SlotSeriesReserved::Reader series) {
  const auto before = ReadQuantity(series.getReleaseBefore());
  if (!series.hasReleaseBefore() || !before.low) return std::nullopt;
  return *before.low / 1000;
}

class Slots final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Slots(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::SlotSeriesReserved>(event)) return ApplySeries(event);
    if (Is<schema::ValueReadingChosen>(event)) {
      const auto body = Body<schema::ValueReadingChosen>(event);
      if (Text(body.getPath()) != "time") return {};
      return sql_[kReading].Run(ResolveRef(event, Text(body.getEvent())), Text(body.getReading()),
                                event.sequence());
    }
    if (Is<schema::SlotBooked>(event)) {
      const auto body = Body<schema::SlotBooked>(event);
      const std::string booked_on =
          body.hasBookedOn() ? std::string(Text(body.getBookedOn())) : FirstDay(event);
      return sql_[kBooked].Run(Text(body.getSeries()), Text(body.getDate()), booked_on,
                               Column(event.envelope().client), event.sequence());
    }
    if (Is<schema::SlotReleased>(event)) {
      const auto body = Body<schema::SlotReleased>(event);
      return sql_[kReleased].Run(Text(body.getSeries()), Text(body.getDate()),
                                 Text(body.getReleasedOn()), event.sequence());
    }
    if (Is<schema::SlotUsed>(event)) return ApplyOutcome<schema::SlotUsed>(event, "used");
    return ApplyOutcome<schema::SlotNoShow>(event, "no_show");
  }

 private:
  explicit Slots(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplySeries(const Event& event) {
    const auto body = Body<schema::SlotSeriesReserved>(event);
    const Time time = ReadTime(body.getTime());
    return sql_[kSeries].Run(Text(body.getSeries()), EventRefOf(event), Text(body.getResource()),
                             Column(Text(body.getPurpose())), EnumerantName(body.getWeekday()),
                             Column(time.shown), time.state, ReleaseDays(body), Column(time.raw),
                             Column(time.readings), event.sequence());
  }

  template <class T>
  Result<void> ApplyOutcome(const Event& event, std::string_view outcome) {
    const auto body = Body<T>(event);
    return sql_[kOutcome].Run(Text(body.getSeries()), Text(body.getDate()), outcome,
                              event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& SlotsView() {
  static const ViewDefinition definition{
      .name = "slots",
      .version = 1,
      .shows = {"v17_slots", "v17_series"},
      .tables = {"slot_series", "slot"},
      .schema = kSchema,
      .event_types = {"slot.seriesReserved", "slot.booked", "slot.released", "slot.used",
                      "slot.noShow", "value.readingChosen"},
      .open = Slots::Open};
  return definition;
}

}  // namespace sinetti
