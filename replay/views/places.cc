#include "replay/views/places.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/columns.h"
#include "schemas/capacity.capnp.h"

namespace sinetti {
namespace {

// A quota is one owner's, or several owners' together when nobody divided it: `shared` is then 1,
// and who comes first is `priority_rule`, if anything was agreed.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE place_unit (
  unit TEXT PRIMARY KEY,
  total INTEGER,                 -- thousandths of a place; NULL: missing or unreadable
  total_shown TEXT NOT NULL,
  basis TEXT NOT NULL,           -- planned, agreed, changed
  since TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE place_quota (
  unit TEXT NOT NULL,
  quota INTEGER NOT NULL,
  owners TEXT NOT NULL,
  shared INTEGER NOT NULL,
  places INTEGER,
  priority_rule TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (unit, quota)
) WITHOUT ROWID;

CREATE TABLE place_quota_owner (
  unit TEXT NOT NULL,
  owner TEXT NOT NULL,
  quota INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (unit, owner)
) WITHOUT ROWID;

CREATE TABLE placement (
  unit TEXT NOT NULL,
  client TEXT NOT NULL,
  owner TEXT NOT NULL,
  owner_name TEXT NOT NULL,
  state TEXT NOT NULL,           -- waiting, offered, placed, ended
  requested TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (unit, client)
) WITHOUT ROWID;

CREATE TABLE occupancy (
  seq INTEGER PRIMARY KEY,
  unit TEXT NOT NULL,
  period TEXT NOT NULL,
  beds INTEGER,
  patient_days INTEGER,
  percent INTEGER,               -- thousandths of a per cent, as stated
  percent_shown TEXT NOT NULL,
  threshold INTEGER,
  statement TEXT NOT NULL
);

CREATE VIEW v10_owner_places AS
  SELECT q.unit, q.quota, q.owners, q.shared, q.places / 1000 AS agreed, q.priority_rule, q.seq
  FROM place_quota q
  UNION ALL
  -- owners of clients who have no quota of their own
  SELECT p.unit, 1000 + dense_rank() OVER (PARTITION BY p.unit ORDER BY p.owner),
         p.owner_name, 0, 0, '', min(p.seq)
  FROM placement p LEFT JOIN place_quota_owner o ON o.unit = p.unit AND o.owner = p.owner
  WHERE o.quota IS NULL AND p.state <> 'ended' GROUP BY p.unit, p.owner, p.owner_name;

CREATE VIEW v10_places AS
  WITH client AS (
    SELECT p.unit, p.owner_name, coalesce(o.quota, -1) AS quota, p.state, p.requested
    FROM placement p LEFT JOIN place_quota_owner o ON o.unit = p.unit AND o.owner = p.owner
    WHERE p.state <> 'ended'),
  counted AS (
    SELECT q.*,
           (SELECT count(*) FROM client c WHERE c.unit = q.unit AND c.state = 'placed'
              AND (c.quota = q.quota OR q.quota > 1000 AND c.quota = -1 AND c.owner_name = q.owners))
             AS occupied,
           (SELECT count(*) FROM client c WHERE c.unit = q.unit AND c.state IN ('waiting', 'offered')
              AND (c.quota = q.quota OR q.quota > 1000 AND c.quota = -1 AND c.owner_name = q.owners))
             AS waiting,
           (SELECT min(c.requested) FROM client c
             WHERE c.unit = q.unit AND c.state IN ('waiting', 'offered')
              AND (c.quota = q.quota OR q.quota > 1000 AND c.quota = -1 AND c.owner_name = q.owners))
             AS first_request
    FROM v10_owner_places q)
  SELECT unit, owners AS owner, agreed, occupied, max(agreed - occupied, 0) AS free,
         max(occupied - agreed, 0) AS over_quota, shared, priority_rule, waiting,
         CAST(julianday(m.as_of) - julianday(first_request) AS INTEGER) AS longest_wait_days,
         counted.seq AS seq
  FROM counted, meta m ORDER BY unit, quota;

CREATE VIEW v10_occupancy AS
  SELECT unit, period, beds / 1000 AS beds, patient_days / 1000 AS patient_days,
         percent_shown AS percent_stated, statement, seq
  FROM occupancy ORDER BY seq;
)sql";

enum Sql {
  kUnit,
  kForgetQuotas,
  kForgetOwners,
  kQuota,
  kOwner,
  kRequested,
  kOffered,
  kStarted,
  kEnded,
  kOccupancy,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO place_unit VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "DELETE FROM place_quota WHERE unit = ?1",
    "DELETE FROM place_quota_owner WHERE unit = ?1",
    "INSERT INTO place_quota VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT OR REPLACE INTO place_quota_owner VALUES (?1, ?2, ?3, ?4)",
    "INSERT INTO placement VALUES (?1, ?2, ?3, ?4, 'waiting', ?5, '', '', ?6) "
    "ON CONFLICT DO UPDATE SET owner = ?3, owner_name = ?4, state = 'waiting', requested = ?5, "
    "ended = '', seq = ?6",
    "INSERT INTO placement VALUES (?1, ?2, ?3, ?4, 'offered', ?5, '', '', ?6) "
    "ON CONFLICT DO UPDATE SET state = 'offered', seq = ?6",
    "INSERT INTO placement VALUES (?1, ?2, ?3, ?4, 'placed', '', ?5, '', ?6) "
    "ON CONFLICT DO UPDATE SET owner = ?3, owner_name = ?4, state = 'placed', started = ?5, "
    "ended = '', seq = ?6",
    "UPDATE placement SET state = 'ended', ended = ?3, seq = ?4 WHERE unit = ?1 AND client = ?2",
    "INSERT INTO occupancy VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
};

class Places final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Places(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::CapacityPlanned>(event)) {
      return ApplyQuotas(event, Body<schema::CapacityPlanned>(event), "planned");
    }
    if (Is<schema::CapacityPlacesAgreed>(event)) {
      return ApplyQuotas(event, Body<schema::CapacityPlacesAgreed>(event), "agreed");
    }
    if (Is<schema::CapacityChanged>(event)) {
      return ApplyQuotas(event, Body<schema::CapacityChanged>(event), "changed");
    }
    if (Is<schema::OccupancyMeasured>(event)) return ApplyOccupancy(event);
    return ApplyPlacement(event);
  }

 private:
  explicit Places(Statements sql) : sql_(std::move(sql)) {}

  // The newest word on a unit's places replaces the one before; a change may leave quotas alone.
  template <typename Reader>
  Result<void> ApplyQuotas(const Event& event, Reader body, std::string_view basis) {
    const auto unit = Text(body.getUnit());
    const Amount total = ReadQuantity(body.getTotal());
    SINETTI_TRY(
        sql_[kUnit].Run(unit, total.low, total.shown, basis, FirstDay(event), event.sequence()));
    if (body.getPerOwner().size() == 0) return {};
    SINETTI_TRY(sql_[kForgetQuotas].Run(unit));
    SINETTI_TRY(sql_[kForgetOwners].Run(unit));
    int quota = 0;
    for (const auto part : body.getPerOwner()) {
      ++quota;
      SINETTI_TRY(sql_[kQuota].Run(unit, quota, JoinNames(part.getOwners()),
                                   part.getOwners().size() > 1, ReadQuantity(part.getPlaces()).low,
                                   Text(part.getPriorityRule()), event.sequence()));
      for (const auto owner : part.getOwners()) {
        SINETTI_TRY(sql_[kOwner].Run(unit, OrgKey(owner), quota, event.sequence()));
      }
    }
    return {};
  }

  template <typename Reader>
  Result<void> Place(const Event& event, Reader body, Sql statement) {
    return sql_[statement].Run(Text(body.getUnit()), event.envelope().client,
                               OrgKey(body.getOwner()), Text(body.getOwner().getName()),
                               FirstDay(event), event.sequence());
  }

  Result<void> ApplyPlacement(const Event& event) {
    if (Is<schema::PlacementRequested>(event)) {
      return Place(event, Body<schema::PlacementRequested>(event), kRequested);
    }
    if (Is<schema::PlacementOffered>(event)) {
      return Place(event, Body<schema::PlacementOffered>(event), kOffered);
    }
    if (Is<schema::PlacementStarted>(event)) {
      return Place(event, Body<schema::PlacementStarted>(event), kStarted);
    }
    if (Is<schema::PlacementMoved>(event)) {
      const auto body = Body<schema::PlacementMoved>(event);
      SINETTI_TRY(End(event, Text(body.getFromUnit())));
      return Place(event, body, kStarted);
    }
    return End(event, Text(Body<schema::PlacementEnded>(event).getUnit()));
  }

  Result<void> End(const Event& event, std::string_view unit) {
    return sql_[kEnded].Run(unit, event.envelope().client, FirstDay(event), event.sequence());
  }

  Result<void> ApplyOccupancy(const Event& event) {
    const auto body = Body<schema::OccupancyMeasured>(event);
    Amount beds, days, percent, threshold;
    if (body.hasBeds()) beds = ReadQuantity(body.getBeds());
    if (body.hasPatientDays()) days = ReadQuantity(body.getPatientDays());
    if (body.hasPercent()) percent = ReadShare(body.getPercent());
    if (body.hasThreshold()) threshold = ReadShare(body.getThreshold());
    return sql_[kOccupancy].Run(event.sequence(), Text(body.getUnit()), DateText(body.getPeriod()),
                                beds.low, days.low, percent.low, percent.shown, threshold.low,
                                Text(body.getStatement()));
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& PlacesView() {
  static const ViewDefinition definition{
      .name = "places",
      .shows = {"v10_places", "v10_occupancy"},
      .tables = {"place_unit", "place_quota", "place_quota_owner", "placement", "occupancy"},
      .schema = kSchema,
      .event_types = {"capacity.planned", "capacity.placesAgreed", "capacity.changed",
                      "placement.requested", "placement.offered", "placement.started",
                      "placement.moved", "placement.ended", "occupancy.measured"},
      .open = &Places::Open,
  };
  return definition;
}

}  // namespace sinetti
