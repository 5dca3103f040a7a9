#include "replay/views/indicators.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/selfmonitoring.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE indicator (
  indicator TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  numerator TEXT,
  denominator TEXT,
  unit_of_measure TEXT,
  target INTEGER,                -- thousandths
  target_shown TEXT,
  source TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- As measured, or as corrected since; thousandths.
CREATE TABLE indicator_value (
  ref TEXT PRIMARY KEY,
  indicator TEXT NOT NULL,
  provider TEXT,
  unit TEXT,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  numerator INTEGER,
  denominator INTEGER,
  value INTEGER,
  corrected TEXT,                -- the reason
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- A denominator of nought makes no value.  Shares are thousandths of a per cent, other ratios
-- thousandths; rounded half away from nought.
CREATE VIEW v14_values AS
  SELECT v.indicator, i.name, v.provider, v.unit, v.period_from, v.period_to, v.numerator,
         v.denominator, i.unit_of_measure, v.value AS stated,
         CASE WHEN v.denominator > 0 THEN
           (v.numerator * CASE i.unit_of_measure WHEN '%' THEN 100000 ELSE 1000 END * 2
            + v.denominator) / (v.denominator * 2) END AS computed,
         CASE WHEN v.value IS NOT NULL THEN 'stated'
              WHEN v.denominator > 0 AND v.numerator IS NOT NULL THEN 'computed'
              ELSE 'not_assessable' END AS state,
         v.corrected, v.ref, v.seq
  FROM indicator_value v LEFT JOIN indicator i ON i.indicator = v.indicator
  ORDER BY v.indicator, v.unit, v.period_from, v.seq;

-- The newest period of each indicator and unit beside the one before; an indicator that is defined
-- and was never measured has one row without a value.
CREATE VIEW v14_indicators AS
  WITH ranked AS (
    SELECT *, coalesce(stated, computed) AS value,
           lag(coalesce(stated, computed)) OVER periods AS before,
           row_number() OVER (PARTITION BY indicator, unit
                              ORDER BY period_from DESC, seq DESC) AS newest
    FROM v14_values
    WINDOW periods AS (PARTITION BY indicator, unit ORDER BY period_from, seq))
  SELECT coalesce(i.indicator, r.indicator) AS indicator, i.name,
         i.numerator || ' / ' || i.denominator AS definition, r.provider, r.unit, r.period_from,
         r.period_to, r.numerator, r.denominator, r.value, i.unit_of_measure,
         i.target, i.target_shown, r.before,
         CASE WHEN r.value IS NULL OR r.before IS NULL THEN NULL
              WHEN r.value > r.before THEN 'up'
              WHEN r.value < r.before THEN 'down' ELSE 'same' END AS trend,
         CASE WHEN r.ref IS NULL THEN 'never_measured' ELSE r.state END AS state,
         CAST(julianday(meta.as_of) - julianday(r.period_to) AS INTEGER) AS days_since,
         r.corrected, i.source, coalesce(r.seq, i.seq) AS seq
  FROM meta, (SELECT indicator FROM indicator UNION SELECT indicator FROM indicator_value) all_of
  LEFT JOIN indicator i ON i.indicator = all_of.indicator
  LEFT JOIN ranked r ON r.indicator = all_of.indicator AND r.newest = 1
  ORDER BY 1, r.unit;
)sql";

enum Sql { kDefined, kMeasured, kCorrected, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO indicator VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "INSERT OR REPLACE INTO indicator_value VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, NULL, ?10)",
    "UPDATE indicator_value SET numerator = ?2, denominator = ?3, value = ?4, corrected = ?5, "
    "seq = ?6 WHERE ref = ?1",
};

// Absent is not nought.
std::optional<std::int64_t> LowIf(bool has, schema::Quantity::Reader quantity) {
  return has ? ReadQuantity(quantity).low : std::nullopt;
}

class Indicators final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Indicators(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const Sequence seq = event.sequence();
    if (Is<schema::IndicatorDefined>(event)) {
      const auto body = Body<schema::IndicatorDefined>(event);
      const Amount target = body.hasTarget() ? ReadQuantity(body.getTarget()) : Amount();
      return sql_[kDefined].Run(
          Text(body.getIndicator()), Text(body.getName()), Column(Text(body.getNumerator())),
          Column(Text(body.getDenominator())), Column(Text(body.getUnitOfMeasure())), target.low,
          Column(target.shown), Column(Text(body.getDataSource())), seq);
    }
    if (Is<schema::IndicatorMeasured>(event)) {
      const auto body = Body<schema::IndicatorMeasured>(event);
      return sql_[kMeasured].Run(EventRefOf(event), Text(body.getIndicator()),
                                 Column(event.envelope().provider), Column(Text(body.getUnit())),
                                 Text(body.getPeriodFrom()), Text(body.getPeriodTo()),
                                 LowIf(body.hasNumerator(), body.getNumerator()),
                                 LowIf(body.hasDenominator(), body.getDenominator()),
                                 LowIf(body.hasValue(), body.getValue()), seq);
    }
    const auto body = Body<schema::IndicatorCorrected>(event);
    return sql_[kCorrected].Run(ResolveRef(event, Text(body.getMeasurement())),
                                LowIf(body.hasNumerator(), body.getNumerator()),
                                LowIf(body.hasDenominator(), body.getDenominator()),
                                LowIf(body.hasValue(), body.getValue()), Text(body.getReason()),
                                seq);
  }

 private:
  explicit Indicators(Statements sql) : sql_(std::move(sql)) {}

  Statements sql_;
};

}  // namespace

const ViewDefinition& IndicatorsView() {
  static const ViewDefinition definition{
      .name = "indicators",
      .shows = {"v14_indicators", "v14_values"},
      .tables = {"indicator", "indicator_value"},
      .schema = kSchema,
      .event_types = {"indicator.defined", "indicator.measured", "indicator.corrected"},
      .open = &Indicators::Open,
  };
  return definition;
}

}  // namespace sinetti
