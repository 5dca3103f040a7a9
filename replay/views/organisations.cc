#include "replay/views/organisations.h"

#include <schemas/org.capnp.h>

#include "ledger/event/body.h"
#include "replay/views/cells.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE organisation (
  org_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sector TEXT NOT NULL,
  municipality TEXT,
  business_id TEXT,
  oid TEXT,
  legal_form TEXT,
  valid_from TEXT,
  recorded_at TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE organisation_name (
  org_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  valid_from TEXT,
  PRIMARY KEY (org_id, seq)
) WITHOUT ROWID;

-- How an organisation ended; `successor` is NULL when it was dissolved without one.
CREATE TABLE organisation_end (
  org_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  successor TEXT,
  effective TEXT,
  act TEXT,
  transferred TEXT,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (org_id, seq)
) WITHOUT ROWID;

CREATE TABLE organisation_role (
  seq INTEGER PRIMARY KEY,
  org_id TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT,
  valid_from TEXT,
  valid_to TEXT,
  recorded_at TEXT NOT NULL
);

CREATE TABLE area_member (
  area_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  area_name TEXT,
  name TEXT NOT NULL,
  municipality TEXT,
  org_id TEXT,
  valid_from TEXT,
  valid_to TEXT,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (area_id, seq, place)
) WITHOUT ROWID;

CREATE TABLE competence (
  seq INTEGER PRIMARY KEY,
  task TEXT NOT NULL,
  from_org TEXT NOT NULL,
  to_org TEXT NOT NULL,
  effective TEXT,
  act TEXT,
  pending TEXT,
  recorded_at TEXT NOT NULL
);

-- Every organisation with the one that stands in its place on the as-of day.
CREATE VIEW v_current_party AS
  WITH RECURSIVE follow(org_id, party, steps) AS (
    SELECT org_id, org_id, 0 FROM organisation
    UNION
    SELECT f.org_id, e.successor, f.steps + 1
    FROM follow f JOIN organisation_end e ON e.org_id = f.party
    WHERE e.successor IS NOT NULL AND f.steps < 100
      AND e.effective <= (SELECT as_of FROM meta))
  SELECT f.org_id AS org_id, f.party AS party
  FROM follow f
  WHERE f.steps = (SELECT max(steps) FROM follow g WHERE g.org_id = f.org_id);

CREATE VIEW v_organisations AS
  SELECT o.org_id,
         coalesce((SELECT n.name FROM organisation_name n
                   WHERE n.org_id = o.org_id
                     AND (n.valid_from IS NULL OR n.valid_from <= (SELECT as_of FROM meta))
                   ORDER BY n.valid_from DESC, n.seq DESC LIMIT 1), o.name) AS name,
         o.sector, o.municipality, o.business_id, o.oid, o.valid_from,
         e.effective AS valid_to, e.successor, e.act, o.recorded_at, o.seq
  FROM organisation o
  LEFT JOIN organisation_end e ON e.org_id = o.org_id
  ORDER BY o.org_id;

-- The parties of a project that ceased, and who carries their claims and debts.
CREATE VIEW v_succession_banner AS
  WITH party(project, org_id, role) AS (
    SELECT project, payer, 'payer' FROM funding_line WHERE payer IS NOT NULL
    UNION
    SELECT project, org_id, 'administrator' FROM project_administrator
    UNION
    SELECT l.project, m.org_id, 'area member'
    FROM funding_line l
    JOIN area_member m ON m.area_name = l.line
    WHERE m.org_id IS NOT NULL)
  SELECT p.project, p.org_id AS party, o.name AS party_name, group_concat(p.role, ', ') AS roles,
         e.effective, e.successor, s.name AS successor_name, e.act, e.transferred, e.seq
  FROM (SELECT * FROM party ORDER BY project, org_id, role) p
  JOIN organisation_end e ON e.org_id = p.org_id
  LEFT JOIN organisation o ON o.org_id = p.org_id
  LEFT JOIN organisation s ON s.org_id = e.successor
  WHERE e.effective <= (SELECT as_of FROM meta)
  GROUP BY p.project, p.org_id, e.seq
  ORDER BY p.project, e.effective, p.org_id;

-- Who holds a task from which day to which: before its first transfer, whoever gave it away.  The
-- act that moved it is at the day that the row begins, or, of the first holder, ends with.
CREATE VIEW v27_task_holders AS
  WITH moved AS (
    SELECT c.*, lead(effective) OVER later AS ended, row_number() OVER later AS step
    FROM competence c WHERE effective IS NOT NULL
    WINDOW later AS (PARTITION BY task ORDER BY effective, seq))
  SELECT task, from_org AS holder, NULL AS valid_from, effective AS valid_to, act, pending,
         recorded_at, seq
  FROM moved WHERE step = 1
  UNION ALL
  SELECT task, to_org, effective, ended, act, pending, recorded_at, seq FROM moved
  ORDER BY task, valid_from, seq;

CREATE VIEW v27_snapshot AS
  WITH now AS (SELECT as_of FROM meta)
  SELECT 'organisation' AS kind, org_id AS subject, name AS value, municipality AS detail,
         valid_from, valid_to, recorded_at, seq
  FROM v_organisations
  WHERE valid_to IS NULL OR valid_to > (SELECT as_of FROM now)
  UNION ALL
  SELECT 'succession', org_id, coalesce(successor, '-'), act, effective, NULL, recorded_at, seq
  FROM organisation_end WHERE effective <= (SELECT as_of FROM now)
  UNION ALL
  SELECT 'payer', l.project, c.party, o.name, NULL, NULL, NULL, min(l.seq)
  FROM funding_line l
  JOIN v_current_party c ON c.org_id = l.payer
  JOIN organisation o ON o.org_id = c.party
  GROUP BY l.project, c.party
  UNION ALL
  SELECT 'role', scope, org_id, role, valid_from, valid_to, recorded_at, seq
  FROM organisation_role
  WHERE valid_to IS NULL OR valid_to > (SELECT as_of FROM now)
  UNION ALL
  SELECT 'area', area_id, name, municipality, valid_from, valid_to, recorded_at, seq
  FROM area_member
  WHERE valid_to IS NULL OR valid_to > (SELECT as_of FROM now)
  UNION ALL
  SELECT 'competence', task, holder, act, valid_from, valid_to, recorded_at, seq
  FROM v27_task_holders
  WHERE (valid_from IS NULL OR valid_from <= (SELECT as_of FROM now))
    AND (valid_to IS NULL OR valid_to > (SELECT as_of FROM now))
  ORDER BY kind, subject, value, seq;
)sql";

class Organisations final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<Organisations> view(new Organisations);
    SINETTI_TRY(PrepareInto(view->organisation_, database,
                            "INSERT OR REPLACE INTO organisation VALUES "
                            "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    SINETTI_TRY(PrepareInto(view->name_, database,
                            "INSERT INTO organisation_name VALUES (?1, ?2, ?3, ?4)"));
    SINETTI_TRY(PrepareInto(view->end_, database,
                            "INSERT OR REPLACE INTO organisation_end VALUES "
                            "(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_TRY(PrepareInto(view->role_, database,
                            "INSERT INTO organisation_role VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_TRY(PrepareInto(view->member_, database,
                            "INSERT INTO area_member VALUES "
                            "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    SINETTI_TRY(PrepareInto(view->competence_, database,
                            "INSERT INTO competence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    values_ = reader_.Read(event);
    if (Is<schema::OrgRegistered>(event)) return Registered(event);
    if (Is<schema::OrgRenamed>(event)) return Renamed(event);
    if (Is<schema::OrgMergedInto>(event)) return MergedInto(event);
    if (Is<schema::OrgDissolved>(event)) return Dissolved(event);
    if (Is<schema::OrgSuccessor>(event)) return Succeeded(event);
    if (Is<schema::OrgRoleAssigned>(event)) return RoleAssigned(event);
    if (Is<schema::AreaMembersDefined>(event)) return MembersDefined(event);
    if (Is<schema::CompetenceTransferred>(event)) return Transferred(event);
    return {};
  }

 private:
  Organisations() = default;

  Result<void> Registered(const Event& event) {
    const auto body = Body<schema::OrgRegistered>(event);
    auto from = FirstDayOf(FindStated(values_, "founded"));
    if (!from) from = ValidFrom(event);
    return organisation_->Run(
        TextOf(body.getOrgId()), TextOf(body.getName()), EnumerantName(body.getSector()),
        Column(body.getMunicipality()), Column(body.getBusinessId()), Column(body.getOid()),
        Column(body.getLegalForm()), from, RecordedText(event), event.sequence());
  }

  Result<void> Renamed(const Event& event) {
    const auto body = Body<schema::OrgRenamed>(event);
    auto from = FirstDayOf(FindStated(values_, "from"));
    if (!from) from = ValidFrom(event);
    return name_->Run(TextOf(body.getOrgId()), event.sequence(), TextOf(body.getNewName()), from);
  }

  Result<void> MergedInto(const Event& event) {
    const auto body = Body<schema::OrgMergedInto>(event);
    return End(event, TextOf(body.getOrgId()), TextOf(body.getSuccessor()), TextOf(body.getAct()),
               TextOf(body.getTransferred()));
  }

  Result<void> Dissolved(const Event& event) {
    const auto body = Body<schema::OrgDissolved>(event);
    return End(event, TextOf(body.getOrgId()), {}, TextOf(body.getAct()), {});
  }

  Result<void> Succeeded(const Event& event) {
    const auto body = Body<schema::OrgSuccessor>(event);
    for (const auto predecessor : body.getPredecessors()) {
      SINETTI_TRY(End(event, TextOf(predecessor), TextOf(body.getSuccessor()),
                      TextOf(body.getAct()), TextOf(body.getTransferred())));
    }
    return {};
  }

  Result<void> End(const Event& event, std::string_view org_id, std::string_view successor,
                   std::string_view act, std::string_view transferred) {
    auto effective = FirstDayOf(FindStated(values_, "effective"));
    if (!effective) effective = ValidFrom(event);
    return end_->Run(org_id, event.sequence(), Column(successor), effective, Column(act),
                     Column(transferred), RecordedText(event));
  }

  Result<void> RoleAssigned(const Event& event) {
    const auto body = Body<schema::OrgRoleAssigned>(event);
    auto from = FirstDayOf(FindStated(values_, "from"));
    if (!from) from = ValidFrom(event);
    return role_->Run(event.sequence(), TextOf(body.getOrgId()), EnumerantName(body.getRole()),
                      Column(body.getScope()), from, LastDayOf(FindStated(values_, "to")),
                      RecordedText(event));
  }

  Result<void> MembersDefined(const Event& event) {
    const auto body = Body<schema::AreaMembersDefined>(event);
    auto from = FirstDayOf(FindStated(values_, "from"));
    if (!from) from = ValidFrom(event);
    std::int64_t place = 0;
    for (const auto member : body.getMembers()) {
      SINETTI_TRY(member_->Run(TextOf(body.getAreaId()), event.sequence(), ++place,
                               Column(body.getName()), TextOf(member.getName()),
                               Column(member.getMunicipality()), Column(member.getOrgId()), from,
                               LastDayOf(FindStated(values_, "to")), RecordedText(event)));
    }
    return {};
  }

  Result<void> Transferred(const Event& event) {
    const auto body = Body<schema::CompetenceTransferred>(event);
    auto effective = FirstDayOf(FindStated(values_, "effective"));
    if (!effective) effective = ValidFrom(event);
    return competence_->Run(event.sequence(), TextOf(body.getTask()), TextOf(body.getFromOrg()),
                            TextOf(body.getToOrg()), effective, Column(body.getAct()),
                            Column(body.getPending()), RecordedText(event));
  }

  StatedValueReader reader_;
  std::vector<StatedValue> values_;  // of the event at hand
  std::optional<Statement> organisation_, name_, end_, role_, member_, competence_;
};

}  // namespace

const ViewDefinition& OrganisationsView() {
  static const ViewDefinition definition{
      .name = "organisations",
      .version = 2,
      .shows = {"v27_snapshot", "v27_task_holders", "v_organisations", "v_current_party",
                "v_succession_banner"},
      .tables = {"organisation", "organisation_name", "organisation_end", "organisation_role",
                 "area_member", "competence"},
      .schema = kSchema,
      .event_types = {"org.registered", "org.renamed", "org.mergedInto", "org.dissolved",
                      "org.successor", "org.roleAssigned", "area.membersDefined",
                      "competence.transferred"},
      .open = Organisations::Open,
      .tells_of_before = {"competence.transferred"}};
  return definition;
}

}  // namespace sinetti
