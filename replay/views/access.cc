#include "replay/views/access.h"

#include <array>

#include "ledger/access/access_register.h"
#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/access.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE access (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  client TEXT,
  reader TEXT,
  role TEXT,
  object TEXT NOT NULL,
  data_class TEXT,
  fields TEXT,
  purpose TEXT NOT NULL,
  ground TEXT NOT NULL,
  recipient TEXT,
  cause TEXT,
  refused TEXT,
  grants TEXT
);
CREATE INDEX access_client ON access (client, seq);

CREATE TABLE access_request (
  ref TEXT PRIMARY KEY,
  client TEXT,
  requested_on TEXT NOT NULL,
  period_from TEXT,
  period_to TEXT,
  answered_on TEXT,
  granted TEXT,
  reason TEXT,
  answered_seq INTEGER,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE access_grant (
  ref TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  reader TEXT NOT NULL,
  role TEXT NOT NULL,
  providers TEXT,
  units TEXT,
  matters TEXT,
  clients TEXT,
  purposes TEXT,
  begins TEXT,
  ends TEXT,
  ground TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  effective INTEGER NOT NULL,
  revoked_at TEXT,
  revoked_by TEXT,
  revoked_seq INTEGER,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE VIEW v29_access AS
  SELECT at, kind, client, reader, role, object, data_class, fields, purpose, ground, recipient,
         cause, refused, grants, seq
  FROM access ORDER BY seq;

CREATE VIEW v29_grants AS
  SELECT g.ref, g.at, g.reader, g.role, g.providers, g.units, g.matters, g.clients, g.purposes,
         g.begins, g.ends, g.ground, g.granted_by,
         CASE WHEN g.effective = 0 THEN 'without effect' WHEN g.revoked_seq IS NOT NULL THEN 'revoked'
              WHEN g.ends IS NOT NULL AND julianday(g.ends) <= julianday(m.as_of) THEN 'ended'
              WHEN g.begins IS NOT NULL AND julianday(g.begins) > julianday(m.as_of) + 1
              THEN 'not begun' ELSE 'in force' END AS state,
         g.revoked_at, g.revoked_by, g.revoked_seq, g.seq
  FROM access_grant g, meta m ORDER BY g.seq;

CREATE VIEW v29_log_requests AS
  SELECT r.client, r.requested_on, r.period_from, r.period_to, r.answered_on, r.granted, r.reason,
         CAST(julianday(coalesce(r.answered_on, m.as_of)) - julianday(r.requested_on) AS INTEGER)
           AS days,
         CASE WHEN r.answered_on IS NULL THEN 'open' WHEN r.granted = 'no' THEN 'refused'
              ELSE 'answered' END AS state,
         r.answered_seq, r.seq
  FROM access_request r, meta m ORDER BY r.requested_on, r.ref;
)sql";

enum Sql { kAccess, kRequest, kAnswer, kGrant, kRevoke, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT INTO access VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
    "?14, ?15)",
    "INSERT INTO access_request VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL, NULL, NULL, ?6)",
    "UPDATE access_request SET answered_on = ?2, granted = ?3, reason = ?4, answered_seq = ?5 "
    "WHERE ref = ?1",
    "INSERT INTO access_grant VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
    "NULL, NULL, NULL, ?15)",
    "UPDATE access_grant SET revoked_at = ?2, revoked_by = ?3, revoked_seq = ?4 "
    "WHERE ref = ?1 AND revoked_seq IS NULL",
};

bool Counts(const Event& event) {
  const auto body = Body<schema::AccessGranted>(event);
  AccessGrant grant;
  grant.reader = Text(body.getReader());
  if (body.getRole() <= schema::AccessRole::AUDITOR)
    grant.role = static_cast<ReaderRole>(body.getRole());
  for (const capnp::Text::Reader provider : body.getProviders())
    grant.scope.providers.emplace_back(Text(provider));
  if (body.hasUntil()) grant.until = Timestamp{};
  grant.granted_by = Text(body.getGrantedBy());
  return event.stream() == kAccessStream && GrantProblem(grant).empty();
}

// What the kinds of access say in their own words.
struct Access {
  std::string_view kind;
  std::string_view object;
  std::string_view data_class;
  std::string fields;
  std::string_view purpose;
  std::string_view ground;
  std::string_view recipient;
  std::string_view reader;  // where the body names one
  std::string_view role;
  std::string_view refused;  // why
  std::string grants;
};

class AccessFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new AccessFold(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::AccessViewed>(event)) {
      const auto body = Body<schema::AccessViewed>(event);
      return Add(event, {.kind = "viewed",
                         .object = Text(body.getObject()),
                         .data_class = Text(body.getDataClass()),
                         .fields = JoinTexts(body.getFields()),
                         .purpose = Text(body.getPurpose()),
                         .ground = Text(body.getGround()),
                         .recipient = {},
                         .reader = Text(body.getViewer()),
                         .role = Text(body.getViewerRole()),
                         .refused = {},
                         .grants = JoinTexts(body.getGrants())});
    }
    if (Is<schema::AccessRefused>(event)) {
      const auto body = Body<schema::AccessRefused>(event);
      return Add(event, {.kind = "refused",
                         .object = Text(body.getObject()),
                         .data_class = {},
                         .fields = JoinTexts(body.getFields()),
                         .purpose = Text(body.getPurpose()),
                         .ground = Text(body.getGround()),
                         .recipient = {},
                         .reader = Text(body.getReader()),
                         .role = Text(body.getViewerRole()),
                         .refused = EnumerantName(body.getWhy()),
                         .grants = {}});
    }
    if (Is<schema::AccessExported>(event)) {
      const auto body = Body<schema::AccessExported>(event);
      return Add(event, {.kind = "exported",
                         .object = Text(body.getObject()),
                         .data_class = {},
                         .fields = {},
                         .purpose = Text(body.getPurpose()),
                         .ground = Text(body.getGround()),
                         .recipient = Text(body.getRecipient()),
                         .reader = {},
                         .role = {},
                         .refused = {},
                         .grants = JoinTexts(body.getGrants())});
    }
    if (Is<schema::AccessDisclosedTo>(event)) {
      const auto body = Body<schema::AccessDisclosedTo>(event);
      return Add(event, {.kind = "disclosed",
                         .object = Text(body.getObject()),
                         .data_class = {},
                         .fields = JoinTexts(body.getFields()),
                         .purpose = Text(body.getPurpose()),
                         .ground = Text(body.getGround()),
                         .recipient = Text(body.getRecipient()),
                         .reader = {},
                         .role = {},
                         .refused = {},
                         .grants = JoinTexts(body.getGrants())});
    }
    if (Is<schema::AccessLogRequestedBySubject>(event)) {
      const auto body = Body<schema::AccessLogRequestedBySubject>(event);
      return sql_[kRequest].Run(EventRefOf(event), Column(event.envelope().client),
                                Text(body.getRequestedOn()), Column(body.getPeriodFrom()),
                                Column(body.getPeriodTo()), event.sequence());
    }
    if (Is<schema::AccessGranted>(event)) return AddGrant(event);
    if (Is<schema::AccessRevoked>(event)) {
      const auto body = Body<schema::AccessRevoked>(event);
      if (event.stream() != kAccessStream) return {};
      return sql_[kRevoke].Run(ResolveRef(event, Text(body.getGrant())), RecordedText(event),
                               Text(body.getRevokedBy()), event.sequence());
    }
    const auto body = Body<schema::AccessLogAnswered>(event);
    return sql_[kAnswer].Run(ResolveRef(event, Text(body.getRequest())), Text(body.getAnsweredOn()),
                             EnumerantName(body.getGranted()), Column(body.getReason()),
                             event.sequence());
  }

 private:
  explicit AccessFold(Statements sql) : sql_(std::move(sql)) {}

  Result<void> Add(const Event& event, const Access& access) {
    const Envelope& envelope = event.envelope();
    const std::string_view reader = access.reader.empty() ? envelope.actor : access.reader;
    const std::string_view role = access.role.empty() ? envelope.role : access.role;
    return sql_[kAccess].Run(event.sequence(), RecordedText(event), access.kind,
                             Column(envelope.client), Column(reader), Column(role), access.object,
                             Column(access.data_class), Column(std::string_view(access.fields)),
                             access.purpose, access.ground, Column(access.recipient),
                             Column(envelope.causation), Column(access.refused),
                             Column(std::string_view(access.grants)));
  }

  Result<void> AddGrant(const Event& event) {
    const auto body = Body<schema::AccessGranted>(event);
    const auto list = [](const auto& texts) { return JoinTexts(texts); };
    const std::string providers = list(body.getProviders()), units = list(body.getUnits()),
                      matters = list(body.getMatters()), clients = list(body.getClients()),
                      purposes = list(body.getPurposes());
    return sql_[kGrant].Run(EventRefOf(event), RecordedText(event), Text(body.getReader()),
                            EnumerantName(body.getRole()), Column(std::string_view(providers)),
                            Column(std::string_view(units)), Column(std::string_view(matters)),
                            Column(std::string_view(clients)), Column(std::string_view(purposes)),
                            Column(body.getFrom()), Column(body.getUntil()), Text(body.getGround()),
                            Text(body.getGrantedBy()), std::int64_t{Counts(event)},
                            event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& AccessView() {
  static const ViewDefinition definition{
      .name = "access",
      .version = 2,
      .shows = {"v29_access", "v29_grants", "v29_log_requests"},
      .tables = {"access", "access_grant", "access_request"},
      .schema = kSchema,
      .event_types = {"access.viewed", "access.exported", "access.disclosedTo", "access.refused",
                      "access.granted", "access.revoked", "access.logRequestedBySubject",
                      "access.logAnswered"},
      .open = &AccessFold::Open,
  };
  return definition;
}

}  // namespace sinetti
