#include "replay/views/retention.h"

#include <array>

#include "ledger/client/retention.h"
#include "ledger/event/body.h"
#include "ledger/event/edtf.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/retention_schema.h"
#include "schemas/matter.capnp.h"
#include "schemas/subject.capnp.h"

namespace sinetti {
namespace {

enum Sql {
  kItem,
  kReopened,
  kClosed,
  kStated,
  kHold,
  kReleased,
  kRequested,
  kAnswered,
  kOverridden,
  kKeyCreated,
  kKeyDestroyed,
  kDisposal,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT INTO retention_item VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10) ON CONFLICT DO "
    "UPDATE SET events = events + 1, last_event = max(last_event, ?7), last_validity = "
    "max(last_validity, ?8), open_ended = max(open_ended, ?9), seq = ?10",
    "DELETE FROM retention_closed WHERE matter = ?1",
    "INSERT OR REPLACE INTO retention_closed VALUES (?1, ?2, ?3)",
    "INSERT OR REPLACE INTO retention_stated VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT OR REPLACE INTO retention_hold VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, NULL, NULL, ?7)",
    "UPDATE retention_hold SET released_on = ?3, released_by = ?4, released_seq = ?5 "
    "WHERE ref = ?1 AND client = ?2",
    "INSERT OR REPLACE INTO erasure_request VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL, NULL, NULL, "
    "NULL, ?6)",
    "UPDATE erasure_request SET answer = ?2, answered_by = ?3, answer_seq = ?4 WHERE ref = ?1",
    "UPDATE erasure_request SET overridden_by = ?2, obstacles = ?3 WHERE ref = ?1",
    "INSERT INTO sealing_key VALUES (?1, ?2, NULL, NULL, NULL, ?3) "
    "ON CONFLICT DO UPDATE SET created_on = coalesce(created_on, ?2), seq = ?3",
    "INSERT INTO sealing_key VALUES (?1, NULL, ?2, ?3, ?4, ?4) "
    "ON CONFLICT DO UPDATE SET destroyed_on = ?2, destroyed_for = ?3, destroyed_seq = ?4, seq = ?4",
    "INSERT INTO disposal VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
};

// The last day that `edtf` may mean; the day of recording where it says none or has no end.
Date LastDay(std::string_view edtf, const Event& event) {
  const auto parsed = ParseEdtf(edtf);
  return parsed && parsed->last != kLastDate ? parsed->last : DayInHelsinki(event.recorded_at());
}

std::string_view TriggerName(const RetentionClass* retention) {
  if (retention == nullptr) return "unknown";
  switch (retention->trigger) {
    case RetentionTrigger::kMatterClosed: return "matterClosed";
    case RetentionTrigger::kEvent: return "event";
    case RetentionTrigger::kValidityEnded: return "validityEnded";
    case RetentionTrigger::kStated: return "stated";
  }
  return "unknown";
}

class Retention final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Retention(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const Envelope& envelope = event.envelope();
    if (!envelope.retention.empty() && !envelope.client.empty()) SINETTI_TRY(ApplyItem(event));
    if (Is<schema::MatterOpened>(event)) return sql_[kReopened].Run(envelope.matter);
    if (Is<schema::MatterClosed>(event)) return ApplyClosed(event);
    if (Is<schema::DisposalExecuted>(event)) {
      const auto body = Body<schema::DisposalExecuted>(event);
      return sql_[kDisposal].Run(event.sequence(), Text(body.getRetentionClass()),
                                 Text(body.getWhat()), Text(body.getExecutedOn()), body.getCount(),
                                 Column(Text(body.getExecutedBy())));
    }
    if (Is<schema::RetentionDueComputed>(event)) {
      const auto body = Body<schema::RetentionDueComputed>(event);
      return sql_[kStated].Run(Text(body.getSubject()), Text(body.getRetentionClass()),
                               Text(body.getMatter()), Text(body.getDue()), Text(body.getWhy()),
                               event.sequence());
    }
    if (event.type().starts_with("legalhold.")) return ApplyHold(event);
    if (event.type().starts_with("subject.")) return ApplyErasure(event);
    return {};
  }

 private:
  explicit Retention(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyItem(const Event& event) {
    const Envelope& envelope = event.envelope();
    const RetentionClass* retention = FindRetentionClass(envelope.retention);
    std::optional<int> years;
    std::optional<std::string_view> basis;
    if (retention != nullptr) {
      years = retention->years;
      basis = retention->basis;
    }
    const Date day = LastDay(envelope.occurred, event);
    Date validity = day;
    bool open_ended = false;
    if (const auto end = ParseDate(envelope.effective_to); end && *end > kFirstDate) {
      validity = AddDays(*end, -1);
    } else {
      open_ended = !envelope.effective_from.empty();
    }
    return sql_[kItem].Run(envelope.client, envelope.retention, envelope.matter,
                           TriggerName(retention), years, basis, day, validity, open_ended,
                           event.sequence());
  }

  Result<void> ApplyClosed(const Event& event) {
    if (event.envelope().matter.empty()) return {};
    const auto body = Body<schema::MatterClosed>(event);
    const bool dated = body.hasClosedOn() && body.getClosedOn().isDate();
    const Date closed =
        LastDay(dated ? Text(body.getClosedOn().getDate()) : event.envelope().occurred, event);
    return sql_[kClosed].Run(event.envelope().matter, closed, event.sequence());
  }

  Result<void> ApplyHold(const Event& event) {
    if (Is<schema::LegalholdSet>(event)) {
      const auto body = Body<schema::LegalholdSet>(event);
      return sql_[kHold].Run(EventRefOf(event), Text(body.getSubject()), Text(body.getReason()),
                             Text(body.getOrderedBy()), Column(Text(body.getGround())),
                             FirstDay(event), event.sequence());
    }
    const auto body = Body<schema::LegalholdReleased>(event);
    return sql_[kReleased].Run(ResolveRef(event, Text(body.getHold())), Text(body.getSubject()),
                               FirstDay(event), Text(body.getReleasedBy()), event.sequence());
  }

  Result<void> ApplyErasure(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::SubjectErasureRequested>(event)) {
      const auto body = Body<schema::SubjectErasureRequested>(event);
      return sql_[kRequested].Run(EventRefOf(event), Text(body.getSubject()), FirstDay(event),
                                  Text(body.getRequestedBy()), Text(body.getReason()), seq);
    }
    if (Is<schema::SubjectErasureApproved>(event)) {
      const auto body = Body<schema::SubjectErasureApproved>(event);
      return sql_[kAnswered].Run(ResolveRef(event, Text(body.getRequest())), "approved",
                                 Text(body.getApprovedBy()), seq);
    }
    if (Is<schema::SubjectErasureRefused>(event)) {
      const auto body = Body<schema::SubjectErasureRefused>(event);
      return sql_[kAnswered].Run(ResolveRef(event, Text(body.getRequest())), "refused",
                                 Text(body.getRefusedBy()), seq);
    }
    if (Is<schema::SubjectErasureOverridden>(event)) {
      const auto body = Body<schema::SubjectErasureOverridden>(event);
      return sql_[kOverridden].Run(ResolveRef(event, Text(body.getRequest())),
                                   Text(body.getOverriddenBy()), JoinTexts(body.getObstacles()));
    }
    if (Is<schema::SubjectKeyCreated>(event)) {
      const auto body = Body<schema::SubjectKeyCreated>(event);
      return sql_[kKeyCreated].Run(Text(body.getSubject()), FirstDay(event), seq);
    }
    if (Is<schema::SubjectKeyDestroyed>(event)) {
      const auto body = Body<schema::SubjectKeyDestroyed>(event);
      return sql_[kKeyDestroyed].Run(Text(body.getSubject()), FirstDay(event),
                                     Text(body.getReason()), seq);
    }
    return {};
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& RetentionView() {
  static const ViewDefinition definition{
      .name = "retention",
      .version = 1,
      .shows = {"v28_retention", "v28_holds", "v28_erasures", "v28_disposals"},
      .tables = {"retention_item", "retention_closed", "retention_stated", "retention_hold",
                 "erasure_request", "sealing_key", "disposal"},
      .schema = kRetentionSchema,
      .event_types = {},
      .open = Retention::Open};
  return definition;
}

}  // namespace sinetti
