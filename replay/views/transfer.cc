#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/places.h"
#include "schemas/transfer.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE transfer (
  transfer TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  hospital TEXT NOT NULL,
  home_municipality TEXT NOT NULL,
  ready TEXT NOT NULL,
  requested_unit TEXT NOT NULL,
  offered_unit TEXT NOT NULL,
  own_municipality_unit TEXT NOT NULL,
  refusals INTEGER NOT NULL,
  refusal_ground TEXT NOT NULL,
  moved TEXT NOT NULL,
  receiving_unit TEXT NOT NULL,
  delay_stated INTEGER,          -- thousandths of a day
  fee_cents INTEGER,
  fee_shown TEXT NOT NULL,
  rule_version TEXT NOT NULL,    -- as the charge states it
  charged_days INTEGER,          -- thousandths of a day, as the charge states them
  counted_days INTEGER,          -- the last day that a hospital counted
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE transfer_fee_end (
  ref TEXT PRIMARY KEY,
  scope TEXT NOT NULL,
  reason TEXT,
  day TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- No act sets the fee: it follows a rule that the ledger records, one that begins with
-- transfer.readinessDeclared and counts days; the version in force when the patient was ready decides.
CREATE VIEW v11_transfers AS
  WITH delay AS (
    SELECT t.*,
           -- a patient who still waits has waited until the as-of day
           CASE WHEN t.ready = '' THEN NULL ELSE CAST(
             julianday(CASE t.moved WHEN '' THEN m.as_of ELSE t.moved END) - julianday(t.ready)
             AS INTEGER) END AS delay_days
    FROM transfer t, meta m)
  SELECT t.transfer, t.hospital, t.home_municipality, t.ready, t.moved, t.delay_days,
         t.requested_unit, t.offered_unit, t.own_municipality_unit, t.receiving_unit,
         t.refusal_ground, t.fee_shown AS fee, t.rule_version,
         t.delay_stated / 1000 AS delay_stated_days, t.counted_days,
         t.charged_days / 1000 AS charged_days, v.rule AS fee_rule, v.version AS fee_rule_version,
         v.amount / 1000 AS free_days, max(0, t.delay_days - v.amount / 1000) AS fee_days,
         v.seq AS fee_rule_seq, t.seq
  FROM delay t LEFT JOIN ledger_rule_version v ON (v.rule, v.version) = (
    SELECT f.rule, f.version FROM ledger_rule_version f
    WHERE f.trigger = 'transfer.readinessDeclared' AND f.unit = 'days' AND f.amount IS NOT NULL
      AND f.valid_from <= t.ready AND (f.valid_to IS NULL OR t.ready < f.valid_to)
      AND NOT EXISTS (SELECT 1 FROM ledger_rule_repeal p
                      WHERE p.rule = f.rule AND f.valid_from < p.day AND p.day <= t.ready)
    ORDER BY f.valid_from DESC, f.seq DESC LIMIT 1)
  ORDER BY t.ready, t.transfer;

CREATE VIEW v11_fee_ends AS
  SELECT scope, day, reason, seq FROM transfer_fee_end ORDER BY day, seq;
)sql";

enum Sql {
  kExists,
  kReady,
  kRequested,
  kOffered,
  kRefused,
  kMoved,
  kFee,
  kCounted,
  kFeeEnd,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR IGNORE INTO transfer VALUES (?1, ?2, '', '', '', '', '', '', 0, '', '', '', NULL, "
    "NULL, '', '', NULL, NULL, ?3)",
    "UPDATE transfer SET hospital = ?2, home_municipality = ?3, ready = ?4, seq = ?5 "
    "WHERE transfer = ?1",
    "UPDATE transfer SET requested_unit = ?2, seq = ?3 WHERE transfer = ?1",
    "UPDATE transfer SET offered_unit = ?2, own_municipality_unit = ?3, seq = ?4 "
    "WHERE transfer = ?1",
    "UPDATE transfer SET refusals = refusals + 1, refusal_ground = ?2, seq = ?3 "
    "WHERE transfer = ?1",
    "UPDATE transfer SET moved = ?2, receiving_unit = ?3, delay_stated = ?4, seq = ?5 "
    "WHERE transfer = ?1",
    "UPDATE transfer SET fee_cents = ?2, fee_shown = ?3, rule_version = ?4, charged_days = ?5, "
    "seq = ?6 WHERE transfer = ?1",
    "UPDATE transfer SET counted_days = max(coalesce(counted_days, 0), ?2), seq = ?3 "
    "WHERE transfer = ?1",
    "INSERT OR REPLACE INTO transfer_fee_end VALUES (?1, ?2, ?3, ?4, ?5)",
};

class Transfer final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Transfer(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const Sequence seq = event.sequence();
    if (Is<schema::TransferReadinessDeclared>(event)) {
      const auto body = Body<schema::TransferReadinessDeclared>(event);
      SINETTI_TRY(Exists(event, Text(body.getTransfer())));
      return sql_[kReady].Run(Text(body.getTransfer()), Text(body.getHospital()),
                              Text(body.getHomeMunicipality()), FirstDayOf(body.getReady()), seq);
    }
    if (Is<schema::TransferFollowUpPlaceRequested>(event)) {
      const auto body = Body<schema::TransferFollowUpPlaceRequested>(event);
      SINETTI_TRY(Exists(event, Text(body.getTransfer())));
      return sql_[kRequested].Run(Text(body.getTransfer()), Text(body.getTargetUnit()), seq);
    }
    if (Is<schema::TransferFollowUpPlaceOffered>(event)) {
      const auto body = Body<schema::TransferFollowUpPlaceOffered>(event);
      SINETTI_TRY(Exists(event, Text(body.getTransfer())));
      return sql_[kOffered].Run(Text(body.getTransfer()), Text(body.getOfferedUnit()),
                                EnumerantName(body.getOwnMunicipalityUnit()), seq);
    }
    if (Is<schema::TransferFollowUpPlaceRefused>(event)) {
      const auto body = Body<schema::TransferFollowUpPlaceRefused>(event);
      SINETTI_TRY(Exists(event, Text(body.getTransfer())));
      return sql_[kRefused].Run(Text(body.getTransfer()), Text(body.getGround()), seq);
    }
    if (Is<schema::TransferMoved>(event)) {
      const auto body = Body<schema::TransferMoved>(event);
      std::optional<std::int64_t> delay;
      if (body.hasDelayStated()) delay = ReadQuantity(body.getDelayStated()).low;
      SINETTI_TRY(Exists(event, Text(body.getTransfer())));
      return sql_[kMoved].Run(Text(body.getTransfer()), FirstDayOf(body.getMoved()),
                              Text(body.getUnit()), delay, seq);
    }
    if (Is<schema::TransferDelayDayCounted>(event)) {
      const auto body = Body<schema::TransferDelayDayCounted>(event);
      SINETTI_TRY(Exists(event, Text(body.getTransfer())));
      return sql_[kCounted].Run(Text(body.getTransfer()), body.getOrdinal(), seq);
    }
    if (Is<schema::TransferDelayFeeAbolished>(event)) {
      const auto body = Body<schema::TransferDelayFeeAbolished>(event);
      return sql_[kFeeEnd].Run(EventRefOf(event), Text(body.getScope()),
                               Column(Text(body.getReason())), FirstDay(event), seq);
    }
    const auto body = Body<schema::TransferDelayFeeCharged>(event);
    const Amount fee = ReadMoney(body.getFee());
    SINETTI_TRY(Exists(event, Text(body.getTransfer())));
    return sql_[kFee].Run(Text(body.getTransfer()), fee.low, fee.shown, Text(body.getRuleVersion()),
                          ReadQuantity(body.getDays()).low, seq);
  }

 private:
  explicit Transfer(Statements sql) : sql_(std::move(sql)) {}

  Result<void> Exists(const Event& event, std::string_view transfer) {
    return sql_[kExists].Run(transfer, event.envelope().client, event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& TransferView() {
  static const ViewDefinition definition{
      .name = "transfer",
      .version = 2,
      .shows = {"v11_transfers", "v11_fee_ends"},
      .tables = {"transfer", "transfer_fee_end"},
      .schema = kSchema,
      .event_types = {"transfer.readinessDeclared", "transfer.followUpPlaceRequested",
                      "transfer.followUpPlaceOffered", "transfer.followUpPlaceRefused",
                      "transfer.moved", "transfer.delayFeeCharged", "transfer.delayDayCounted",
                      "transfer.delayFeeAbolished"},
      .open = &Transfer::Open,
  };
  return definition;
}

}  // namespace sinetti
