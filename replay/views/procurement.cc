#include <array>

#include "ledger/event/body.h"
#include "replay/views/columns.h"
#include "replay/views/contract.h"
#include "schemas/procurement.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE procurement (
  procurement TEXT PRIMARY KEY,
  service TEXT NOT NULL,
  buyers INTEGER NOT NULL,
  buyer_names TEXT NOT NULL,
  lead TEXT NOT NULL,
  population_base TEXT NOT NULL,
  cost_key TEXT NOT NULL,
  agreed_seq INTEGER NOT NULL,   -- 0: no joint agreement
  threshold_class TEXT NOT NULL,
  threshold_cents INTEGER,
  estimated_cents INTEGER,
  vat_excluded TEXT NOT NULL,
  noticed TEXT NOT NULL,
  tender_deadline TEXT NOT NULL,
  tenders INTEGER NOT NULL,
  excluded INTEGER NOT NULL,
  decided TEXT NOT NULL,
  winner TEXT NOT NULL,
  winner_provider TEXT NOT NULL,
  grounds TEXT NOT NULL,
  appeal_instructions TEXT NOT NULL,
  standstill_days INTEGER,
  standstill_started TEXT NOT NULL,
  standstill_ended TEXT NOT NULL,
  correction TEXT NOT NULL,      -- requested, corrected, refused
  appealed TEXT NOT NULL,
  direct_ground TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE procurement_exclusion (
  seq INTEGER PRIMARY KEY,
  procurement TEXT NOT NULL,
  tenderer TEXT NOT NULL,
  ground TEXT NOT NULL
);
CREATE INDEX procurement_exclusion_of ON procurement_exclusion (procurement);

CREATE VIEW v24_procurements AS
  SELECT procurement, service, buyers, buyer_names, lead, population_base,
         CASE WHEN agreed_seq > 0 AND cost_key = '' THEN 'notAgreed' ELSE cost_key END AS cost_key,
         estimated_cents, threshold_cents, threshold_class,
         CASE WHEN threshold_class IN ('annexEHealthSocial', 'annexEOther')
               AND estimated_cents >= threshold_cents THEN '1397/2016:107' ELSE '' END AS chapter,
         noticed, tender_deadline, tenders, excluded, decided, winner, appeal_instructions,
         -- 14 days unless the decision says otherwise (1397/2016 section 129)
         CASE WHEN estimated_cents >= threshold_cents THEN coalesce(standstill_days, 14) END
           AS standstill_days,
         standstill_started, standstill_ended, correction, appealed, direct_ground,
         (SELECT group_concat(x.tenderer || ': ' || x.ground, ' | ') FROM
            (SELECT tenderer, ground FROM procurement_exclusion
             WHERE procurement = p.procurement ORDER BY seq) x) AS exclusions,
         (SELECT count(*) FROM register_entry r WHERE r.subject = p.procurement
           AND r.type = 'procurement.marketConsulted') AS market_consultations,
         (SELECT r.text FROM register_entry r WHERE r.subject = p.procurement
           AND r.type = 'procurement.tenderCompared' ORDER BY r.seq DESC LIMIT 1) AS compared_by,
         (SELECT group_concat(c.contract, ', ') FROM
            (SELECT contract FROM contract WHERE procurement = p.procurement ORDER BY contract) c)
           AS contracts, seq
  FROM procurement p ORDER BY procurement;
)sql";

enum Sql {
  kExists,
  kNeed,
  kJoint,
  kNotice,
  kTender,
  kExcluded,
  kExclusion,
  kDecided,
  kStandstillStarted,
  kStandstillEnded,
  kCorrection,
  kAppealed,
  kDirect,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR IGNORE INTO procurement VALUES (?1, '', 0, '', '', '', '', 0, '', NULL, NULL, '', "
    "'', '', 0, 0, '', '', '', '', '', NULL, '', '', '', '', '', ?2)",
    "UPDATE procurement SET service = ?2, buyers = max(buyers, ?3), buyer_names = ?4, seq = ?5 "
    "WHERE procurement = ?1",
    "UPDATE procurement SET service = ?2, buyers = ?3, buyer_names = ?4, lead = ?5, "
    "population_base = ?6, cost_key = ?7, agreed_seq = ?8, seq = ?8 WHERE procurement = ?1",
    "UPDATE procurement SET service = CASE service WHEN '' THEN ?2 ELSE service END, "
    "threshold_class = ?3, threshold_cents = ?4, estimated_cents = ?5, vat_excluded = ?6, "
    "noticed = ?7, tender_deadline = ?8, seq = ?9 WHERE procurement = ?1",
    "UPDATE procurement SET tenders = tenders + 1, seq = ?2 WHERE procurement = ?1",
    "UPDATE procurement SET excluded = excluded + 1, seq = ?2 WHERE procurement = ?1",
    "INSERT INTO procurement_exclusion VALUES (?1, ?2, ?3, ?4)",
    "UPDATE procurement SET decided = ?2, winner = ?3, winner_provider = ?4, grounds = ?5, "
    "appeal_instructions = ?6, standstill_days = ?7, seq = ?8 WHERE procurement = ?1",
    "UPDATE procurement SET standstill_started = ?2, standstill_days = ?3, seq = ?4 "
    "WHERE procurement = ?1",
    "UPDATE procurement SET standstill_ended = ?2, seq = ?3 WHERE procurement = ?1",
    "UPDATE procurement SET correction = ?2, seq = ?3 WHERE procurement = ?1",
    "UPDATE procurement SET appealed = ?2, seq = ?3 WHERE procurement = ?1",
    "UPDATE procurement SET decided = ?2, winner = ?3, winner_provider = ?4, direct_ground = ?5, "
    "seq = ?6 WHERE procurement = ?1",
};

class Procurement final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Procurement(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const Sequence seq = event.sequence();
    if (Is<schema::ProcurementNeedStated>(event)) {
      const auto body = Body<schema::ProcurementNeedStated>(event);
      SINETTI_TRY(sql_[kExists].Run(Text(body.getProcurement()), seq));
      return sql_[kNeed].Run(Text(body.getProcurement()), Text(body.getService()),
                             body.getBuyers().size(), JoinNames(body.getBuyers()), seq);
    }
    if (Is<schema::ProcurementJointAgreed>(event)) {
      const auto body = Body<schema::ProcurementJointAgreed>(event);
      SINETTI_TRY(sql_[kExists].Run(Text(body.getProcurement()), seq));
      return sql_[kJoint].Run(Text(body.getProcurement()), Text(body.getService()),
                              body.getBuyers().size(), JoinNames(body.getBuyers()),
                              Text(body.getLead().getName()), Text(body.getPopulationBase()),
                              Text(body.getCostKey()), seq);
    }
    if (Is<schema::ProcurementNoticePublished>(event)) return ApplyNotice(event);
    if (Is<schema::ProcurementTenderReceived>(event)) {
      return Count(event, Text(Body<schema::ProcurementTenderReceived>(event).getProcurement()),
                   kTender);
    }
    if (Is<schema::ProcurementTenderExcluded>(event)) {
      const auto body = Body<schema::ProcurementTenderExcluded>(event);
      SINETTI_TRY(sql_[kExclusion].Run(seq, Text(body.getProcurement()),
                                       Text(body.getTenderer().getName()), Text(body.getGround())));
      return Count(event, Text(body.getProcurement()), kExcluded);
    }
    if (Is<schema::ProcurementDirectAwardMade>(event)) {
      const auto body = Body<schema::ProcurementDirectAwardMade>(event);
      SINETTI_TRY(sql_[kExists].Run(Text(body.getProcurement()), seq));
      return sql_[kDirect].Run(Text(body.getProcurement()), FirstDay(event),
                               Text(body.getWinner().getName()), Text(body.getWinnerProvider()),
                               Text(body.getGround()), seq);
    }
    return ApplyDecision(event);
  }

 private:
  explicit Procurement(Statements sql) : sql_(std::move(sql)) {}

  Result<void> Count(const Event& event, std::string_view procurement, Sql statement) {
    SINETTI_TRY(sql_[kExists].Run(procurement, event.sequence()));
    return sql_[statement].Run(procurement, event.sequence());
  }

  Result<void> ApplyNotice(const Event& event) {
    const auto body = Body<schema::ProcurementNoticePublished>(event);
    std::optional<std::int64_t> threshold;
    if (body.hasThreshold()) threshold = ReadMoney(body.getThreshold()).low;
    SINETTI_TRY(sql_[kExists].Run(Text(body.getProcurement()), event.sequence()));
    return sql_[kNotice].Run(
        Text(body.getProcurement()), Text(body.getTitle()), EnumerantName(body.getThresholdClass()),
        threshold, ReadMoney(body.getEstimatedValue()).low, EnumerantName(body.getVatExcluded()),
        FirstDay(event), LastDayOf(body.getDeadline()), event.sequence());
  }

  static std::optional<std::int64_t> Days(schema::Quantity::Reader quantity) {
    const Amount amount = ReadQuantity(quantity);
    if (!amount.low) return std::nullopt;
    return *amount.low / 1000;
  }

  Result<void> ApplyDecision(const Event& event) {
    const Sequence seq = event.sequence();
    const std::string day = FirstDay(event);
    if (Is<schema::ProcurementDecided>(event)) {
      const auto body = Body<schema::ProcurementDecided>(event);
      std::optional<std::int64_t> days;
      if (body.hasStandstill()) days = Days(body.getStandstill());
      SINETTI_TRY(sql_[kExists].Run(Text(body.getProcurement()), seq));
      return sql_[kDecided].Run(Text(body.getProcurement()), day, Text(body.getWinner().getName()),
                                Text(body.getWinnerProvider()), Text(body.getGrounds()),
                                EnumerantName(body.getAppealInstructions()), days, seq);
    }
    if (Is<schema::ProcurementStandstillStarted>(event)) {
      const auto body = Body<schema::ProcurementStandstillStarted>(event);
      return sql_[kStandstillStarted].Run(Text(body.getProcurement()), day, Days(body.getDays()),
                                          seq);
    }
    if (Is<schema::ProcurementStandstillEnded>(event)) {
      const auto body = Body<schema::ProcurementStandstillEnded>(event);
      return sql_[kStandstillEnded].Run(Text(body.getProcurement()), day, seq);
    }
    if (Is<schema::ProcurementCorrectionRequested>(event)) {
      const auto body = Body<schema::ProcurementCorrectionRequested>(event);
      return sql_[kCorrection].Run(Text(body.getProcurement()), "requested", seq);
    }
    if (Is<schema::ProcurementCorrectionDecided>(event)) {
      const auto body = Body<schema::ProcurementCorrectionDecided>(event);
      const bool corrected = body.getCorrected() == schema::Answer::YES;
      return sql_[kCorrection].Run(Text(body.getProcurement()), corrected ? "corrected" : "refused",
                                   seq);
    }
    const auto body = Body<schema::ProcurementAppealedToMarketCourt>(event);
    return sql_[kAppealed].Run(Text(body.getProcurement()), day, seq);
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& ProcurementView() {
  static const ViewDefinition definition{
      .name = "procurement",
      .version = 2,
      .shows = {"v24_procurements"},
      .tables = {"procurement", "procurement_exclusion"},
      .schema = kSchema,
      .event_types = {"procurement.needStated", "procurement.jointAgreed",
                      "procurement.noticePublished", "procurement.tenderReceived",
                      "procurement.tenderExcluded", "procurement.decided",
                      "procurement.standstillStarted", "procurement.standstillEnded",
                      "procurement.correctionRequested", "procurement.correctionDecided",
                      "procurement.appealedToMarketCourt", "procurement.directAwardMade"},
      .open = &Procurement::Open,
  };
  return definition;
}

}  // namespace sinetti
