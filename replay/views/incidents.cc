#include "replay/views/incidents.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/decision.capnp.h"
#include "schemas/incident.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE signal (
  ref TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  unit TEXT,
  provider TEXT,
  channel TEXT NOT NULL,         -- incident, staff, provider, organiser, authority, client, complaint
  theme TEXT NOT NULL,
  serious TEXT NOT NULL,         -- yes, no, unspecified
  summary TEXT,
  organiser_on TEXT,
  authority_on TEXT,
  reacted_on TEXT,               -- classified, analysed, forwarded: whichever came first
  state TEXT NOT NULL,           -- made, classified, analysed, forwarded, authority, learnt,
                                 -- answered, decided
  retaliation TEXT,              -- alleged, found, not_found
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE retaliation (
  ref TEXT PRIMARY KEY,
  signal TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE VIEW v7_notifications AS
  SELECT s.day, s.unit, s.provider, s.channel, s.theme, s.serious, s.summary, s.state,
         CAST(julianday(s.reacted_on) - julianday(s.day) AS INTEGER) AS days_to_reaction,
         CASE WHEN s.reacted_on IS NULL
              THEN CAST(julianday(meta.as_of) - julianday(s.day) AS INTEGER) END AS days_waiting,
         s.organiser_on, s.authority_on, s.retaliation, s.ref, s.seq
  FROM signal s, meta ORDER BY s.day, s.seq;
)sql";

enum Sql {
  kSignal,
  kReaction,
  kForwarded,
  kAuthority,
  kLearnt,
  kAlleged,
  kMark,
  kAssessed,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO signal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'made', "
    "NULL, ?12)",
    "UPDATE signal SET state = ?2, reacted_on = coalesce(reacted_on, ?3), seq = ?4 WHERE ref = ?1",
    "UPDATE signal SET state = 'forwarded', organiser_on = ?2, "
    "reacted_on = coalesce(reacted_on, ?2), seq = ?3 WHERE ref = ?1",
    "UPDATE signal SET state = 'authority', authority_on = ?2, "
    "reacted_on = coalesce(reacted_on, ?2), seq = ?3 WHERE ref = ?1",
    "UPDATE signal SET state = 'learnt', seq = ?2 WHERE ref = ?1",
    "INSERT OR REPLACE INTO retaliation VALUES (?1, ?2, ?3)",
    "UPDATE signal SET retaliation = 'alleged', seq = ?2 WHERE ref = ?1",
    "UPDATE signal SET retaliation = ?2, seq = ?3 "
    "WHERE ref = (SELECT signal FROM retaliation WHERE ref = ?1)",
};

// What the kinds of signals have in common.
struct Signal {
  std::string_view channel;
  std::string_view unit;
  std::string_view theme = "unspecified";
  std::string_view serious = "unspecified";
  std::string_view summary;
  std::optional<std::string_view> organiser_on, authority_on, reacted_on;
};

std::string_view Serious(schema::HarmLevel harm) {
  if (harm == schema::HarmLevel::UNSPECIFIED) return "unspecified";
  return harm == schema::HarmLevel::SEVERE ? "yes" : "no";
}

class Incidents final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Incidents(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const Sequence seq = event.sequence();
    if (event.type().starts_with("incident.")) return ApplyIncident(event);
    if (event.type().starts_with("retaliation.")) return ApplyRetaliation(event);
    if (Is<schema::NotificationStaffMade>(event)) {
      const auto body = Body<schema::NotificationStaffMade>(event);
      return Put(event, Text(body.getMadeOn()),
                 {.channel = "staff",
                  .unit = Text(body.getUnit()),
                  .theme = EnumerantName(body.getTheme()),
                  .serious = EnumerantName(body.getSerious()),
                  .summary = Text(body.getSummary())});
    }
    if (Is<schema::NotificationForwardedToOrganiser>(event)) {
      const auto body = Body<schema::NotificationForwardedToOrganiser>(event);
      return sql_[kForwarded].Run(ResolveRef(event, Text(body.getNotification())),
                                  Text(body.getForwardedOn()), seq);
    }
    if (Is<schema::NotificationToAuthority>(event)) {
      const auto body = Body<schema::NotificationToAuthority>(event);
      if (!body.hasNotification()) return {};  // of no notification that is recorded here
      return sql_[kAuthority].Run(ResolveRef(event, Text(body.getNotification())),
                                  Text(body.getNotifiedOn()), seq);
    }
    if (event.type().starts_with("complaint.")) return ApplyComplaint(event);
    return ApplySerious(event);
  }

 private:
  explicit Incidents(Statements sql) : sql_(std::move(sql)) {}

  Result<void> Put(const Event& event, std::string_view day, const Signal& signal) {
    return sql_[kSignal].Run(EventRefOf(event), day, Column(signal.unit),
                             Column(event.envelope().provider), signal.channel, signal.theme,
                             signal.serious, Column(signal.summary), signal.organiser_on,
                             signal.authority_on, signal.reacted_on, event.sequence());
  }

  Result<void> ApplyIncident(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::IncidentReported>(event)) {
      const auto body = Body<schema::IncidentReported>(event);
      return Put(event, FirstDay(event),
                 {.channel = "incident",
                  .unit = Text(body.getUnit()),
                  .theme = EnumerantName(body.getTheme()),
                  .serious = Serious(body.getHarm()),
                  .summary = body.hasSummary() ? Text(body.getSummary()) : Text(body.getKind())});
    }
    if (Is<schema::IncidentClassified>(event)) {
      const auto body = Body<schema::IncidentClassified>(event);
      return sql_[kReaction].Run(ResolveRef(event, Text(body.getIncident())), "classified",
                                 FirstDay(event), seq);
    }
    if (Is<schema::IncidentAnalysed>(event)) {
      const auto body = Body<schema::IncidentAnalysed>(event);
      return sql_[kReaction].Run(ResolveRef(event, Text(body.getIncident())), "analysed",
                                 FirstDay(event), seq);
    }
    const auto body = Body<schema::IncidentLearningShared>(event);
    return sql_[kLearnt].Run(ResolveRef(event, Text(body.getIncident())), seq);
  }

  // To the unit itself (muistutus), or to an authority about it (kantelu); who complains is sealed.
  Result<void> ApplyComplaint(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::ComplaintReceived>(event)) {
      const auto body = Body<schema::ComplaintReceived>(event);
      return Put(event, Text(body.getReceivedOn()),
                 {.channel = "client",
                  .unit = body.hasUnit() ? Text(body.getUnit()) : event.envelope().unit,
                  .summary = Text(body.getSubjectMatter())});
    }
    if (Is<schema::ComplaintFiled>(event)) {
      const auto body = Body<schema::ComplaintFiled>(event);
      return Put(event, Text(body.getFiledOn()),
                 {.channel = "complaint",
                  .unit = event.envelope().unit,
                  .summary = Text(body.getSubjectMatter()),
                  .authority_on = Column(Text(body.getFiledOn()))});
    }
    if (Is<schema::ComplaintAnswered>(event)) {
      const auto body = Body<schema::ComplaintAnswered>(event);
      return sql_[kReaction].Run(ResolveRef(event, Text(body.getComplaint())), "answered",
                                 Text(body.getAnsweredOn()), seq);
    }
    const auto body = Body<schema::ComplaintDecided>(event);
    return sql_[kReaction].Run(ResolveRef(event, Text(body.getComplaint())), "decided",
                               Text(body.getDecidedOn()), seq);
  }

  Result<void> ApplyRetaliation(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::RetaliationAlleged>(event)) {
      const auto body = Body<schema::RetaliationAlleged>(event);
      if (!body.hasNotification()) return {};
      const std::string signal = ResolveRef(event, Text(body.getNotification()));
      SINETTI_TRY(sql_[kAlleged].Run(EventRefOf(event), signal, seq));
      return sql_[kMark].Run(signal, seq);
    }
    const auto body = Body<schema::RetaliationAssessed>(event);
    return sql_[kAssessed].Run(ResolveRef(event, Text(body.getAllegation())),
                               body.getFound() == schema::YesNo::YES ? "found" : "not_found", seq);
  }

  // Between provider, organiser and authority: whoever speaks has reacted that day.
  Result<void> ApplySerious(const Event& event) {
    if (Is<schema::NotificationProviderSerious>(event)) {
      const auto body = Body<schema::NotificationProviderSerious>(event);
      const std::string_view day = Text(body.getNotifiedOn());
      const auto if_told = [&](schema::YesNo told) {
        return told == schema::YesNo::YES ? Column(day) : std::nullopt;
      };
      return Put(event, body.hasNoticedOn() ? Text(body.getNoticedOn()) : day,
                 {.channel = "provider",
                  .unit = Text(body.getUnit()),
                  .theme = EnumerantName(body.getTheme()),
                  .serious = "yes",
                  .summary = Text(body.getSummary()),
                  .organiser_on = if_told(body.getToOrganiser()),
                  .authority_on = if_told(body.getToAuthority()),
                  .reacted_on = Column(day)});
    }
    if (Is<schema::NotificationOrganiserToAuthority>(event)) {
      const auto body = Body<schema::NotificationOrganiserToAuthority>(event);
      const std::string_view day = Text(body.getNotifiedOn());
      return Put(event, day,
                 {.channel = "organiser",
                  .unit = Text(body.getUnit()),
                  .serious = "yes",
                  .summary = Text(body.getSummary()),
                  .authority_on = Column(day),
                  .reacted_on = Column(day)});
    }
    const auto body = Body<schema::NotificationAuthorityToOrganisers>(event);
    const std::string_view day = Text(body.getNotifiedOn());
    return Put(event, day,
               {.channel = "authority",
                .unit = Text(body.getUnit()),
                .serious = "yes",
                .summary = Text(body.getSummary()),
                .organiser_on = Column(day),
                .reacted_on = Column(day)});
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& IncidentsView() {
  static const ViewDefinition definition{
      .name = "incidents",
      .version = 2,
      .shows = {"v7_notifications"},
      .tables = {"signal", "retaliation"},
      .schema = kSchema,
      .event_types = {"incident.reported", "incident.classified", "incident.analysed",
                      "incident.learningShared", "notification.staffMade",
                      "notification.forwardedToOrganiser", "notification.toAuthority",
                      "notification.providerSerious", "notification.organiserToAuthority",
                      "notification.authorityToOrganisers", "retaliation.alleged",
                      "retaliation.assessed", "complaint.received", "complaint.answered",
                      "complaint.filed", "complaint.decided"},
      .open = &Incidents::Open,
  };
  return definition;
}

}  // namespace sinetti
