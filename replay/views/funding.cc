#include "replay/views/funding.h"

#include <schemas/funding.capnp.h>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/funding_schema.h"

namespace sinetti {
namespace {

std::string_view StateOf(const StatedValue* value) {
  return value == nullptr ? "absent" : StatedStateName(value->state);
}

// NULL for an enumerant that says nothing.
template <typename E>
std::optional<std::string_view> Given(E value) {
  const std::string_view name = EnumerantName(value);
  return name == "unspecified" ? std::nullopt : std::optional(name);
}

class Funding final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<Funding> view(new Funding);
    SINETTI_TRY(PrepareInto(view->line_, database,
                            "INSERT INTO funding_line VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                            "?10, ?11, ?12, ?13, ?14, ?15, ?16)"));
    SINETTI_TRY(PrepareInto(view->total_, database,
                            "INSERT INTO funding_total VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    SINETTI_TRY(PrepareInto(view->key_, database,
                            "INSERT INTO cost_key VALUES (?1, ?2, ?3, (SELECT count(*) + 1 FROM "
                            "cost_key WHERE stream = ?2 AND key = ?3), ?4, ?5, ?6, ?7, ?8)"));
    SINETTI_TRY(PrepareInto(view->key_share_, database,
                            "INSERT INTO cost_key_share VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    SINETTI_TRY(PrepareInto(view->allocated_, database,
                            "INSERT INTO share_allocated VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    SINETTI_TRY(
        PrepareInto(view->dispute_, database, "INSERT INTO cost_dispute VALUES (?1, ?2, ?3, ?4)"));
    SINETTI_TRY(PrepareInto(view->payment_, database,
                            "INSERT INTO funding_payment VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    values_ = reader_.Read(event);
    if (Is<schema::FundingPlanLineRecorded>(event)) return Line(event);
    if (Is<schema::FundingYearTotalStated>(event)) {
      const auto body = Body<schema::FundingYearTotalStated>(event);
      return Total(event, TextOf(body.getProject()), body.getYear());
    }
    if (Is<schema::FundingProgrammeTotalStated>(event)) {
      const auto body = Body<schema::FundingProgrammeTotalStated>(event);
      return Total(event, TextOf(body.getProject()), 0);
    }
    if (Is<schema::CostSharingKeyDefined>(event))
      return Key(event, Body<schema::CostSharingKeyDefined>(event));
    if (Is<schema::CostSharingKeyChanged>(event))
      return Key(event, Body<schema::CostSharingKeyChanged>(event));
    if (Is<schema::CostSharingShareAllocated>(event)) return Allocated(event);
    if (Is<schema::CostSharingDisputeRaised>(event)) {
      const auto body = Body<schema::CostSharingDisputeRaised>(event);
      return dispute_->Run(event.sequence(), event.stream(), TextOf(body.getKey()), false);
    }
    if (Is<schema::CostSharingDisputeSettled>(event)) {
      const auto body = Body<schema::CostSharingDisputeSettled>(event);
      return dispute_->Run(event.sequence(), event.stream(), TextOf(body.getKey()), true);
    }
    return Payment(event);
  }

 private:
  Funding() = default;

  Result<void> Line(const Event& event) {
    const auto body = Body<schema::FundingPlanLineRecorded>(event);
    const StatedValue* amount = FindStated(values_, "amount");
    const StatedValue* share = FindStated(values_, "share");
    std::optional<std::string_view> bound;
    if (share != nullptr) bound = share->bound;
    return line_->Run(event.sequence(), event.stream(), TextOf(body.getProject()), body.getYear(),
                      body.getOrder(), TextOf(body.getLine()), EnumerantName(body.getKind()),
                      Given(body.getWithin()), Column(body.getPayer()), Column(body.getPayerText()),
                      LowOf(amount), StateOf(amount),
                      amount == nullptr ? std::nullopt : Column(amount->unit),
                      amount != nullptr && amount->currency_stated, LowOf(share), bound);
  }

  Result<void> Total(const Event& event, std::string_view project, int year) {
    const StatedValue* total = FindStated(values_, "total");
    return total_->Run(event.sequence(), event.stream(), project, year, LowOf(total),
                       StateOf(total));
  }

  template <typename KeyBody>
  Result<void> Key(const Event& event, const KeyBody& body) {
    std::string readings;
    for (const auto reading : body.getReadings()) {
      if (!readings.empty()) readings += " | ";
      readings += TextOf(reading);
    }
    auto from = FirstDayOf(FindStated(values_, "from"));
    if (!from) from = ValidFrom(event);
    SINETTI_TRY(key_->Run(event.sequence(), event.stream(), TextOf(body.getKey()),
                          Column(body.getObject()), Column(body.getRaw()), Column(readings),
                          LowOf(FindStated(values_, "step")), from));
    std::int64_t place = 0;
    for (const auto share : body.getShares()) {
      const StatedValue* stated =
          FindStated(values_, "shares[" + std::to_string(place) + "].share");
      std::optional<std::string_view> bound;
      if (stated != nullptr) bound = stated->bound;
      SINETTI_TRY(key_share_->Run(event.sequence(), ++place, TextOf(share.getPayer()),
                                  LowOf(stated), bound, Given(share.getBasis())));
    }
    return {};
  }

  Result<void> Allocated(const Event& event) {
    const auto body = Body<schema::CostSharingShareAllocated>(event);
    return allocated_->Run(event.sequence(), event.stream(), TextOf(body.getKey()),
                           DisplayOf(FindStated(values_, "period")), TextOf(body.getPayer()),
                           LowOf(FindStated(values_, "amount")));
  }

  Result<void> Payment(const Event& event) {
    const auto amount = LowOf(FindStated(values_, "amount"));
    if (Is<schema::FundingGranted>(event)) {
      const auto body = Body<schema::FundingGranted>(event);
      return payment_->Run(event.sequence(), "granted", Column(body.getGrant()),
                           Column(body.getPayer()), Column(body.getPayee()), amount);
    }
    if (Is<schema::FundingPaid>(event)) {
      const auto body = Body<schema::FundingPaid>(event);
      return payment_->Run(event.sequence(), "paid", Column(body.getGrant()),
                           Column(body.getPayer()), Column(body.getPayee()), amount);
    }
    if (Is<schema::FundingReclaimed>(event)) {
      const auto body = Body<schema::FundingReclaimed>(event);
      return payment_->Run(event.sequence(), "reclaimed", Column(body.getGrant()),
                           Column(body.getPayer()), Column(body.getPayee()), amount);
    }
    const auto body = Body<schema::FundingSettledToSuccessor>(event);
    return payment_->Run(event.sequence(), "settled", Column(body.getGrant()),
                         Column(body.getPredecessor()), Column(body.getSuccessor()), amount);
  }

  StatedValueReader reader_;
  std::vector<StatedValue> values_;  // of the event at hand
  std::optional<Statement> line_, total_, key_, key_share_, allocated_, dispute_, payment_;
};

}  // namespace

const ViewDefinition& FundingView() {
  static const ViewDefinition definition{
      .name = "funding",
      .version = 1,
      .shows = {"v30_funding", "v30_payers", "v31_cost_sharing"},
      .tables = {"funding_line", "funding_total", "cost_key", "cost_key_share", "share_allocated",
                 "cost_dispute", "funding_payment"},
      .schema = kFundingSchema,
      .event_types = {"funding.planLineRecorded", "funding.yearTotalStated",
                      "funding.programmeTotalStated", "costsharing.keyDefined",
                      "costsharing.keyChanged", "costsharing.shareAllocated",
                      "costsharing.disputeRaised", "costsharing.disputeSettled", "funding.granted",
                      "funding.paid", "funding.reclaimed", "funding.settledToSuccessor"},
      .open = Funding::Open};
  return definition;
}

}  // namespace sinetti
