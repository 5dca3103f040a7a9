#include <array>

#include "ledger/event/body.h"
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
  rule_version TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE VIEW v11_transfers AS
  SELECT t.transfer, t.hospital, t.home_municipality, t.ready, t.moved,
         -- a patient who still waits has waited until the as-of day
         CASE WHEN t.ready = '' THEN NULL ELSE CAST(
           julianday(CASE t.moved WHEN '' THEN m.as_of ELSE t.moved END) - julianday(t.ready)
           AS INTEGER) END AS delay_days,
         t.requested_unit, t.offered_unit, t.own_municipality_unit, t.receiving_unit,
         t.refusal_ground, t.fee_shown AS fee, t.rule_version,
         t.delay_stated / 1000 AS delay_stated_days, t.seq
  FROM transfer t, meta m ORDER BY t.ready, t.transfer;
)sql";

enum Sql { kExists, kReady, kRequested, kOffered, kRefused, kMoved, kFee, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR IGNORE INTO transfer VALUES (?1, ?2, '', '', '', '', '', '', 0, '', '', '', NULL, "
    "NULL, '', '', ?3)",
    "UPDATE transfer SET hospital = ?2, home_municipality = ?3, ready = ?4, seq = ?5 "
    "WHERE transfer = ?1",
    "UPDATE transfer SET requested_unit = ?2, seq = ?3 WHERE transfer = ?1",
    "UPDATE transfer SET offered_unit = ?2, own_municipality_unit = ?3, seq = ?4 "
    "WHERE transfer = ?1",
    "UPDATE transfer SET refusals = refusals + 1, refusal_ground = ?2, seq = ?3 "
    "WHERE transfer = ?1",
    "UPDATE transfer SET moved = ?2, receiving_unit = ?3, delay_stated = ?4, seq = ?5 "
    "WHERE transfer = ?1",
    "UPDATE transfer SET fee_cents = ?2, fee_shown = ?3, rule_version = ?4, seq = ?5 "
    "WHERE transfer = ?1",
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
    const auto body = Body<schema::TransferDelayFeeCharged>(event);
    const Amount fee = ReadMoney(body.getFee());
    SINETTI_TRY(Exists(event, Text(body.getTransfer())));
    return sql_[kFee].Run(Text(body.getTransfer()), fee.low, fee.shown, Text(body.getRuleVersion()),
                          seq);
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
      .shows = {"v11_transfers"},
      .tables = {"transfer"},
      .schema = kSchema,
      .event_types = {"transfer.readinessDeclared", "transfer.followUpPlaceRequested",
                      "transfer.followUpPlaceOffered", "transfer.followUpPlaceRefused",
                      "transfer.moved", "transfer.delayFeeCharged"},
      .open = &Transfer::Open,
  };
  return definition;
}

}  // namespace sinetti
