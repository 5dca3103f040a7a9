#include "replay/views/supervision_deadlines.h"

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/decision.capnp.h"
#include "schemas/supervision.capnp.h"

namespace sinetti {
namespace {

Result<void> CloseRef(const Event& event, DeadlineTable& table, capnp::Text::Reader reference,
                      capnp::Text::Reader day) {
  return table.Close(event, ResolveRef(event, TextOf(reference)), TextOf(day));
}

// Decisions of a supervisor may be appealed (741/2023 43 section).
Result<void> RememberAppeal(const Event& event, DeadlineTable& table) {
  return table.RememberRemedy(event, static_cast<int>(schema::RemedyKind::APPEAL30), false);
}

Result<void> ApplyClarification(const Event& event, DeadlineTable& table) {
  if (Is<schema::ClarificationRequested>(event)) {
    const auto body = Body<schema::ClarificationRequested>(event);
    return table.InsertSet(event, EventRefOf(event), TextOf(body.getRequestedOn()),
                           TextOf(body.getDue()), "provider", "clarification.received");
  }
  if (Is<schema::ClarificationExtended>(event)) {
    const auto body = Body<schema::ClarificationExtended>(event);
    return table.Move(event, ResolveRef(event, TextOf(body.getRequest())),
                      TextOf(body.getNewDue()));
  }
  const auto body = Body<schema::ClarificationReceived>(event);
  return CloseRef(event, table, body.getRequest(), body.getReceivedOn());
}

Result<void> ApplyDemand(const Event& event, DeadlineTable& table) {
  const auto body = Body<schema::CorrectionDemanded>(event);
  const std::string ref = EventRefOf(event);
  if (body.hasFinding()) {
    SINETTI_TRY(table.Link(event, ResolveRef(event, TextOf(body.getFinding())), ref));
  }
  if (!body.hasDue()) return {};
  return table.InsertSet(event, ref, TextOf(body.getDemandedOn()), TextOf(body.getDue()),
                         "provider", "action.verified");
}

Result<void> ApplyOrder(const Event& event, DeadlineTable& table) {
  const auto body = Body<schema::SupcaseOrderIssued>(event);
  const std::string ref = EventRefOf(event);
  SINETTI_TRY(RememberAppeal(event, table));
  if (body.hasFinding()) {
    SINETTI_TRY(table.Link(event, ResolveRef(event, TextOf(body.getFinding())), ref));
  }
  return table.InsertSet(event, ref, TextOf(body.getOrderedOn()), TextOf(body.getDue()), "provider",
                         "action.verified");
}

Result<void> ApplyFine(const Event& event, DeadlineTable& table) {
  const auto body = Body<schema::FineImposed>(event);
  const std::string ref = EventRefOf(event);
  SINETTI_TRY(RememberAppeal(event, table));
  SINETTI_TRY(table.Link(event, ResolveRef(event, TextOf(body.getOrder())), ref));
  return table.InsertSet(event, ref, TextOf(body.getImposedOn()), TextOf(body.getDue()), "provider",
                         "action.verified");
}

Result<void> ApplyAction(const Event& event, DeadlineTable& table) {
  if (Is<schema::ActionPlanned>(event)) {
    const auto body = Body<schema::ActionPlanned>(event);
    const std::string ref = EventRefOf(event);
    SINETTI_TRY(table.RememberAction(event, ref, ResolveRef(event, TextOf(body.getAbout()))));
    return table.InsertSet(event, ref, FirstDay(event), TextOf(body.getDue()), "provider",
                           "action.verified");
  }
  if (Is<schema::ActionEvidenceGiven>(event)) {
    const auto body = Body<schema::ActionEvidenceGiven>(event);
    return table.Evidence(ResolveRef(event, TextOf(body.getAction())), TextOf(body.getGivenOn()));
  }
  if (Is<schema::ActionRejected>(event)) {
    return table.Evidence(
        ResolveRef(event, TextOf(Body<schema::ActionRejected>(event).getAction())), {});
  }
  const auto body = Body<schema::ActionVerified>(event);
  return table.CloseByAction(event, ResolveRef(event, TextOf(body.getAction())),
                             TextOf(body.getVerifiedOn()));
}

Result<void> ApplyFollowup(const Event& event, DeadlineTable& table) {
  if (Is<schema::FollowupScheduled>(event)) {
    const auto body = Body<schema::FollowupScheduled>(event);
    return table.InsertSet(event, EventRefOf(event), FirstDay(event), TextOf(body.getDue()),
                           "authority", "followup.done");
  }
  const auto body = Body<schema::FollowupDone>(event);
  return CloseRef(event, table, body.getFollowup(), body.getDoneOn());
}

}  // namespace

Result<void> ApplySupervisionDeadline(const Event& event, DeadlineTable& table) {
  const std::string_view type = event.type();
  const std::string_view family = type.substr(0, type.find('.'));
  if (family == "clarification") return ApplyClarification(event, table);
  if (family == "action") return ApplyAction(event, table);
  if (family == "followup") return ApplyFollowup(event, table);
  if (Is<schema::CorrectionDemanded>(event)) return ApplyDemand(event, table);
  if (Is<schema::SupcaseOrderIssued>(event)) return ApplyOrder(event, table);
  if (Is<schema::FineImposed>(event)) return ApplyFine(event, table);
  if (Is<schema::SuspensionOrdered>(event)) return RememberAppeal(event, table);
  return {};
}

}  // namespace sinetti
