#include "replay/views/equality.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/equality_schema.h"
#include "schemas/capacity.capnp.h"
#include "schemas/decision.capnp.h"
#include "schemas/matter.capnp.h"
#include "schemas/provider.capnp.h"
#include "schemas/selfmonitoring.capnp.h"
#include "schemas/settlement.capnp.h"
#include "schemas/transfer.capnp.h"

namespace sinetti {
namespace {

// The indicator that gives the inhabitants of a municipality, with its code as the unit.
constexpr std::string_view kPopulation = "asukasluku";
// What a patient who is ready to leave a hospital waits for.
constexpr std::string_view kFollowUp = "jatkohoito";

enum Sql { kHome, kNeed, kServed, kPlace, kPlaced, kUnit, kCost, kCredit, kPeople, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO equality_home VALUES (?1, ?2, ?3)",
    "INSERT INTO equality_need VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE SET "
    "municipality = coalesce(?3, municipality), service = coalesce(?4, service), "
    "asked_on = coalesce(asked_on, ?6), served_on = coalesce(served_on, ?7), seq = ?8",
    "UPDATE equality_need SET served_on = coalesce(served_on, ?2), seq = ?3 WHERE request = ?1",
    "INSERT INTO equality_need SELECT ?1, ?2, ?3, NULL, ?4, NULL, NULL, ?5 WHERE NOT EXISTS "
    "(SELECT 1 FROM equality_need WHERE unit = ?4 AND client = ?2 AND served_on IS NULL)",
    "UPDATE equality_need SET served_on = ?3, seq = ?4 WHERE request = (SELECT request FROM "
    "equality_need WHERE unit = ?1 AND client = ?2 AND served_on IS NULL ORDER BY seq LIMIT 1)",
    "INSERT OR REPLACE INTO equality_unit VALUES (?1, ?2, ?3)",
    "INSERT OR REPLACE INTO equality_cost VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO equality_credit VALUES (?1, ?2, ?3)",
    "INSERT OR REPLACE INTO equality_population VALUES (?1, ?2, ?3, ?4)",
};

using Cell = std::optional<std::string_view>;

class Equality final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Equality(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::ApplicationReceived>(event)) {
      const auto body = Body<schema::ApplicationReceived>(event);
      return Need(event, EventRefOf(event), {}, Column(Text(body.getKind())), {},
                  Column(Text(body.getReceivedOn())), {});
    }
    if (Is<schema::DecisionMade>(event)) return ApplyDecision(event);
    if (Is<schema::ChoiceMade>(event)) {
      const auto body = Body<schema::ChoiceMade>(event);
      SINETTI_TRY(Home(event, Text(body.getHomeMunicipality())));
      return Need(event, EventRefOf(event), Column(Text(body.getHomeMunicipality())),
                  Column(Text(body.getService())), {}, {}, FirstDay(event));
    }
    if (Is<schema::PlacementRequested>(event)) return Asked(event);
    if (Is<schema::PlacementStarted>(event)) return Placed(event);
    if (Is<schema::TransferReadinessDeclared>(event)) {
      const auto body = Body<schema::TransferReadinessDeclared>(event);
      SINETTI_TRY(Home(event, Text(body.getHomeMunicipality())));
      const std::string ready = FirstDayOf(body.getReady());
      return Need(event, TransferKey(Text(body.getTransfer())),
                  Column(Text(body.getHomeMunicipality())), kFollowUp, {}, Column(ready), {});
    }
    if (Is<schema::TransferMoved>(event)) {
      const auto body = Body<schema::TransferMoved>(event);
      const std::string moved = FirstDayOf(body.getMoved());
      return sql_[kServed].Run(TransferKey(Text(body.getTransfer())), Column(moved),
                               event.sequence());
    }
    return ApplyOther(event);
  }

 private:
  explicit Equality(Statements sql) : sql_(std::move(sql)) {}

  static std::string TransferKey(std::string_view transfer) {
    return "transfer:" + std::string(transfer);
  }

  Result<void> ApplyOther(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::UnitRegistered>(event)) {
      const auto body = Body<schema::UnitRegistered>(event);
      return sql_[kUnit].Run(Text(body.getUnit()), JoinTexts(body.getServices()), seq);
    }
    if (Is<schema::VoucherDecisionMade>(event)) {
      const auto body = Body<schema::VoucherDecisionMade>(event);
      return Need(event, EventRefOf(event), {}, Column(Text(body.getService())), {}, {},
                  FirstDay(event));
    }
    if (Is<schema::SettlementCharged>(event)) return ApplyCharge(event);
    if (Is<schema::SettlementCredited>(event)) {
      const auto body = Body<schema::SettlementCredited>(event);
      return sql_[kCredit].Run(seq, Text(body.getSettlement()), ReadMoney(body.getAmount()).low);
    }
    return ApplyPopulation(event);
  }

  Result<void> Home(const Event& event, std::string_view municipality) {
    if (event.envelope().client.empty() || municipality.empty()) return {};
    return sql_[kHome].Run(event.envelope().client, municipality, event.sequence());
  }

  Result<void> Need(const Event& event, std::string_view request, Cell municipality, Cell service,
                    Cell unit, Cell asked_on, Cell served_on) {
    return sql_[kNeed].Run(request, event.envelope().client, municipality, service, unit, asked_on,
                           served_on, event.sequence());
  }

  // A place in a unit; the owner of the place is the client's municipality where it has a code.
  Result<void> Asked(const Event& event) {
    const auto body = Body<schema::PlacementRequested>(event);
    SINETTI_TRY(Home(event, Text(body.getOwner().getMunicipality())));
    return Need(event, EventRefOf(event), Column(Text(body.getOwner().getMunicipality())), {},
                Text(body.getUnit()), FirstDay(event), {});
  }

  // Answers the client's open request of that unit, or stands without one.
  Result<void> Placed(const Event& event) {
    const auto body = Body<schema::PlacementStarted>(event);
    const Cell municipality = Column(Text(body.getOwner().getMunicipality()));
    SINETTI_TRY(Home(event, municipality.value_or("")));
    SINETTI_TRY(sql_[kPlace].Run(EventRefOf(event), event.envelope().client, municipality,
                                 Text(body.getUnit()), event.sequence()));
    return sql_[kPlaced].Run(Text(body.getUnit()), event.envelope().client, FirstDay(event),
                             event.sequence());
  }

  // A refusal leaves the need where it is.
  Result<void> ApplyDecision(const Event& event) {
    const auto body = Body<schema::DecisionMade>(event);
    if (!body.hasApplication()) return {};
    if (body.getResult() != schema::DecisionResult::GRANTED &&
        body.getResult() != schema::DecisionResult::PARTLY_GRANTED)
      return {};
    return sql_[kServed].Run(ResolveRef(event, Text(body.getApplication())),
                             Text(body.getDecidedOn()), event.sequence());
  }

  Result<void> ApplyCharge(const Event& event) {
    const auto body = Body<schema::SettlementCharged>(event);
    const std::string last = LastDayOf(body.getPeriod());
    if (!body.getPayer().hasMunicipality() || last.size() < 4) return {};
    std::optional<std::int64_t> cents;
    if (body.hasTotal()) cents = ReadMoney(body.getTotal()).low;
    return sql_[kCost].Run(Text(body.getSettlement()), Text(body.getPayer().getMunicipality()),
                           Text(body.getService()), std::stoi(last.substr(0, 4)), cents,
                           event.sequence());
  }

  Result<void> ApplyPopulation(const Event& event) {
    const auto body = Body<schema::IndicatorMeasured>(event);
    if (Text(body.getIndicator()) != kPopulation || !body.hasUnit()) return {};
    const auto people = ReadQuantity(body.hasValue() ? body.getValue() : body.getNumerator()).low;
    if (!people) return {};
    return sql_[kPeople].Run(Text(body.getUnit()),
                             std::stoi(std::string(Text(body.getPeriodTo())).substr(0, 4)),
                             *people / 1000, event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& EqualityView() {
  static const ViewDefinition definition{
      .name = "equality",
      .version = 1,
      .shows = {"v12_equality", "v12_requests"},
      .tables = {"equality_home", "equality_need", "equality_unit", "equality_cost",
                 "equality_credit", "equality_population"},
      .schema = kEqualitySchema,
      .event_types = {"application.received", "decision.made", "choice.made", "placement.requested",
                      "placement.started", "transfer.readinessDeclared", "transfer.moved",
                      "unit.registered", "voucher.decisionMade", "settlement.charged",
                      "settlement.credited", "indicator.measured"},
      .lookups = {"equality_need_place"},
      .open = Equality::Open};
  return definition;
}

}  // namespace sinetti
