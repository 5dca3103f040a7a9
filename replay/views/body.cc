#include "replay/views/body.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/body_schema.h"
#include "replay/views/columns.h"
#include "schemas/body.capnp.h"
#include "schemas/participation.capnp.h"

namespace sinetti {
namespace {

enum Sql {
  kBody,
  kMembers,
  kMandate,
  kDissolved,
  kJoined,
  kLeft,
  kCadence,
  kMeeting,
  kAgenda,
  kRole,
  kRoleEnded,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO body VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '', ?10)",
    "UPDATE body SET members_low = ?2, members_high = ?3, members_shown = ?4, seq = ?5 "
    "WHERE body = ?1",
    "INSERT INTO body_mandate VALUES (?1, ?2, ?3, ?4, ?5)",
    "UPDATE body SET dissolved = ?2, seq = ?3 WHERE body = ?1",
    "INSERT INTO body_member VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')",
    "UPDATE body_member SET left_day = ?5 WHERE body = ?1 AND person = ?2 AND organisation = ?3 "
    "AND office = ?4 AND left_day = ''",
    "INSERT OR REPLACE INTO cadence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    "INSERT INTO meeting VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO agenda_item VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT OR REPLACE INTO role VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', ?8)",
    "UPDATE role SET ended = ?5, seq = ?6 WHERE person = ?1 AND role = ?2 AND body = ?3 "
    "AND project = ?4",
};

class BodyFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new BodyFold(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (event.type().starts_with("body.")) return ApplyBody(event);
    if (event.type().starts_with("role.")) return ApplyRole(event);
    if (Is<schema::GatheringCadenceSet>(event)) {
      const auto body = Body<schema::GatheringCadenceSet>(event);
      Amount attendance;
      if (body.hasAttendance()) attendance = ReadQuantity(body.getAttendance());
      const bool mean = body.getAttendance().getBound() == schema::Bound::MEAN;
      return SetCadence(event, Text(body.getSeries()), "gathering", Text(body.getName()),
                        body.getCadence(), attendance.shown, mean);
    }
    if (Is<schema::AgendaItemHandled>(event)) {
      const auto body = Body<schema::AgendaItemHandled>(event);
      return sql_[kAgenda].Run(event.sequence(), Text(body.getBody()), Text(body.getMeeting()),
                               Text(body.getSection()), Text(body.getTitle()),
                               EnumerantName(body.getOutcome()), FirstDayOf(body.getReviewDate()));
    }
    return ApplyMeeting(event);
  }

 private:
  explicit BodyFold(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyBody(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::BodyEstablished>(event)) {
      const auto body = Body<schema::BodyEstablished>(event);
      Amount members;
      if (body.hasMembers()) members = ReadQuantity(body.getMembers());
      return sql_[kBody].Run(Text(body.getBody()), Text(body.getName()), Text(body.getProject()),
                             members.low, members.high, members.shown, body.getComposition().size(),
                             body.getOrganisations().size(), FirstDay(event), seq);
    }
    if (Is<schema::BodyMembershipCountStated>(event)) {
      const auto body = Body<schema::BodyMembershipCountStated>(event);
      const Amount members = ReadQuantity(body.getMembers());
      return sql_[kMembers].Run(Text(body.getBody()), members.low, members.high, members.shown,
                                seq);
    }
    if (Is<schema::BodyCadenceSet>(event)) {
      const auto body = Body<schema::BodyCadenceSet>(event);
      return SetCadence(event, Text(body.getBody()), "body", "", body.getCadence(), "", false);
    }
    if (Is<schema::BodyMandateGiven>(event)) {
      const auto body = Body<schema::BodyMandateGiven>(event);
      return sql_[kMandate].Run(seq, Text(body.getBody()), Text(body.getTask()),
                                Text(body.getProject()), "");
    }
    if (Is<schema::BodyTaskAssigned>(event)) {
      const auto body = Body<schema::BodyTaskAssigned>(event);
      return sql_[kMandate].Run(seq, Text(body.getBody()), Text(body.getTask()), "",
                                LastDayOf(body.getDue()));
    }
    if (Is<schema::BodyMemberJoined>(event)) {
      const auto body = Body<schema::BodyMemberJoined>(event);
      return sql_[kJoined].Run(seq, Text(body.getBody()), Text(body.getPerson()),
                               OrgKey(body.getOrganisation()), Text(body.getOffice()),
                               FirstDay(event));
    }
    if (Is<schema::BodyMemberLeft>(event)) {
      const auto body = Body<schema::BodyMemberLeft>(event);
      return sql_[kLeft].Run(Text(body.getBody()), Text(body.getPerson()),
                             OrgKey(body.getOrganisation()), Text(body.getOffice()),
                             FirstDay(event));
    }
    const auto body = Body<schema::BodyDissolved>(event);
    return sql_[kDissolved].Run(Text(body.getBody()), FirstDay(event), seq);
  }

  Result<void> SetCadence(const Event& event, std::string_view subject, std::string_view kind,
                          std::string_view name, schema::Cadence::Reader cadence,
                          std::string_view attendance, bool attendance_is_mean) {
    const Amount times = ReadQuantity(cadence.getTimes());
    const auto per = EnumerantName(cadence.getPer());
    return sql_[kCadence].Run(subject, kind, FirstDay(event), name, event.envelope().effective_to,
                              times.low, times.high, per, times.shown + "/" + std::string(per),
                              attendance, attendance_is_mean, event.sequence());
  }

  Result<void> ApplyMeeting(const Event& event) {
    if (Is<schema::MeetingHeld>(event)) {
      const auto body = Body<schema::MeetingHeld>(event);
      std::optional<std::int64_t> attendees;
      if (body.hasAttendees()) attendees = ReadQuantity(body.getAttendees()).low;
      return sql_[kMeeting].Run(event.sequence(), Text(body.getBody()), "body", FirstDay(event),
                                Text(body.getNumber()), attendees,
                                Text(body.getMinutes().getTitle()));
    }
    const auto body = Body<schema::GatheringHeld>(event);
    if (!body.hasSeries()) return {};
    const std::string day = FirstDayOf(body.getOn());
    return sql_[kMeeting].Run(event.sequence(), Text(body.getSeries()), "gathering",
                              day.empty() ? FirstDay(event) : day, "", nullptr, "");
  }

  Result<void> ApplyRole(const Event& event) {
    if (Is<schema::RoleHeld>(event)) {
      const auto body = Body<schema::RoleHeld>(event);
      return sql_[kRole].Run(Text(body.getPerson()), EnumerantName(body.getRole()),
                             Text(body.getBody()), Text(body.getProject()), Text(body.getTitle()),
                             Text(body.getReportsTo()), FirstDay(event), event.sequence());
    }
    const auto body = Body<schema::RoleEnded>(event);
    return sql_[kRoleEnded].Run(Text(body.getPerson()), EnumerantName(body.getRole()),
                                Text(body.getBody()), Text(body.getProject()), FirstDay(event),
                                event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& BodyView() {
  static const ViewDefinition definition{
      .name = "body",
      .shows = {"v35_cadence", "v35_cadence_totals", "v35_members", "v35_roles"},
      .tables = {"body", "body_mandate", "cadence", "meeting", "agenda_item", "role",
                 "body_member"},
      .schema = kBodySchema,
      .event_types = {"body.established", "body.membershipCountStated", "body.cadenceSet",
                      "body.mandateGiven", "body.taskAssigned", "body.memberJoined",
                      "body.memberLeft", "body.dissolved", "meeting.held", "agenda.itemHandled",
                      "gathering.cadenceSet", "gathering.held", "role.held", "role.ended"},
      .open = &BodyFold::Open,
  };
  return definition;
}

}  // namespace sinetti
