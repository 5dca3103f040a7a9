#include "replay/views/duties.h"

#include <algorithm>

#include "ledger/event/body.h"
#include "ledger/event/edtf.h"
#include "replay/views/body_fields.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/delegation.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE duty_act (
  seq INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  duty TEXT NOT NULL,
  topic TEXT NOT NULL,
  key TEXT NOT NULL,
  contract TEXT,                 -- that it is under
  who TEXT,                      -- the person, by pseudonym
  office TEXT,                   -- the role in which they acted
  party TEXT,
  day TEXT NOT NULL,             -- on which it was done
  first_day TEXT NOT NULL,       -- of the time it is about
  last_day TEXT NOT NULL,
  cents INTEGER,
  mandate TEXT
);
CREATE INDEX duty_act_by_key ON duty_act (topic, duty, key, who, office);

CREATE TABLE delegation_cap (
  ref TEXT PRIMARY KEY,
  cents INTEGER NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// By type, one for each.
constexpr DutyDeclaration kDuties[] = {
    {"action.evidenceGiven", "shows", "action", "action"},
    {"action.verified", "verifies", "action", "action"},
    {"contract.drafted", "proposes", "contract", "contract"},
    {.type = "contract.sanctionApplied",
     .duty = "sanctions",
     .topic = "contract",
     .key = "contract",
     .money = "amount"},
    {.type = "contract.signed",
     .duty = "orders",
     .topic = "contract",
     .key = "contract",
     .money = "value"},
    {.type = "decision.made",
     .duty = "decides",
     .topic = "decision",
     .key = "=",
     .money = "amount",
     .only_money = true},
    {"finding.recorded", "inspects", "unit", "unit"},
    {.type = "funding.granted",
     .duty = "approves",
     .topic = "grant",
     .key = "grant",
     .money = "amount"},
    {.type = "funding.paid", .duty = "pays", .topic = "grant", .key = "grant", .money = "amount"},
    {"inspection.held", "inspects", "unit", "unit"},
    {"inspection.orderGiven", "inspects", "unit", "unit"},
    {.type = "payment.reduced",
     .duty = "reduces",
     .topic = "contract",
     .key = "contract",
     .day = "period",
     .money = "amount"},
    {.type = "procurement.decided",
     .duty = "approves",
     .topic = "procurement",
     .key = "procurement",
     .money = "value"},
    {.type = "procurement.directAwardMade",
     .duty = "approves",
     .topic = "procurement",
     .key = "procurement",
     .money = "value"},
    {"procurement.needStated", "proposes", "procurement", "procurement"},
    {"procurement.tenderCompared", "compares", "procurement", "procurement"},
    {"proposal.accepted", "approves", "proposal", "study number"},
    {"proposal.submitted", "proposes", "proposal", "study number"},
    {.type = "settlement.charged",
     .duty = "charges",
     .topic = "settlement",
     .key = "settlement",
     .party = "payee",
     .day = "period",
     .money = "total"},
    {.type = "settlement.paid",
     .duty = "pays",
     .topic = "settlement",
     .key = "settlement",
     .money = "amount"},
    {"subcontractor.approved", "approves", "subcontractor", "contract subcontractor service"},
    {"subcontractor.declared", "proposes", "subcontractor", "contract subcontractor service"},
    {.type = "unit.preInspectionDone", .duty = "inspects", .topic = "unit", .key = "unit"},
    {.type = "unit.responsiblePersonNamed",
     .duty = "answersFor",
     .topic = "unit",
     .key = "unit",
     .who = "person"},
    {.type = "voucher.settled",
     .duty = "charges",
     .topic = "voucher",
     .key = "=",
     .party = "provider",
     .day = "period",
     .money = "total"},
};

// The day of the act itself, which what it brings about may follow much later.
std::string DayDone(const Event& event) {
  const auto occurred = ParseEdtf(event.envelope().occurred);
  return occurred ? FormatDate(occurred->first) : FirstDay(event);
}

class DutiesFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<DutiesFold> view(new DutiesFold);
    SINETTI_TRY(PrepareInto(view->act_, database,
                            "INSERT INTO duty_act VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                            "?11, ?12, ?13, ?14)"));
    SINETTI_TRY(
        PrepareInto(view->cap_, database, "INSERT INTO delegation_cap VALUES (?1, ?2, ?3)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::DelegationGranted>(event)) {
      const auto body = Body<schema::DelegationGranted>(event);
      if (!body.hasMaxAmount()) return {};
      const Amount most = ReadMoney(body.getMaxAmount());
      if (!most.high) return {};
      return cap_->Run(EventRefOf(event), *most.high, event.sequence());
    }
    const auto begin = std::lower_bound(
        std::begin(kDuties), std::end(kDuties), event.type(),
        [](const DutyDeclaration& duty, std::string_view type) { return duty.type < type; });
    return begin == std::end(kDuties) ? Result<void>() : Act(event, *begin);
  }

 private:
  DutiesFold() = default;

  Result<void> Act(const Event& event, const DutyDeclaration& duty) {
    std::string key = FieldsKey(event, duty.key);
    if (key.empty() && duty.key == "unit") key = FieldKey(event, "@unit");
    if (key.empty()) return {};
    std::string first = FirstDay(event);
    std::string last = first;
    const std::string day = DayDone(event);
    std::optional<std::int64_t> cents;
    if (!duty.day.empty() || !duty.money.empty()) {
      const std::vector<StatedValue> values = reader_.Read(event);
      if (const StatedValue* stated = FindStated(values, duty.money)) cents = stated->high;
      const StatedValue* period = FindStated(values, duty.day);
      if (period != nullptr && period->first && period->last) {
        first = FormatDate(*period->first);
        last = FormatDate(*period->last);
      }
    }
    if (duty.only_money && !cents) return {};
    std::string contract = FieldKey(event, "contract");
    if (contract.empty()) contract = event.envelope().contract;
    return act_->Run(event.sequence(), duty.type, duty.duty, duty.topic, key, Column(contract),
                     Column(FieldKey(event, duty.who)), Column(event.envelope().role),
                     Column(FieldKey(event, duty.party)), day, first, last, cents,
                     Column(ResolveRef(event, event.envelope().mandate)));
  }

  StatedValueReader reader_;
  std::optional<Statement> act_, cap_;
};

std::vector<std::string_view> Types() {
  std::vector<std::string_view> types{"delegation.granted"};
  for (const DutyDeclaration& duty : kDuties) types.push_back(duty.type);
  return types;
}

}  // namespace

std::span<const DutyDeclaration> DutyDeclarations() { return kDuties; }

const ViewDefinition& DutiesView() {
  static const ViewDefinition definition{.name = "duties",
                                         .tables = {"duty_act", "delegation_cap"},
                                         .schema = kSchema,
                                         .event_types = Types(),
                                         .open = DutiesFold::Open};
  return definition;
}

}  // namespace sinetti
