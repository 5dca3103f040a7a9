#include "replay/views/provider.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/columns.h"
#include "schemas/provider.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE provider (
  provider TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  business_id TEXT NOT NULL,
  oid TEXT NOT NULL,
  sector TEXT NOT NULL,
  services TEXT NOT NULL,
  status TEXT NOT NULL,          -- applied, registered, removed
  since TEXT NOT NULL,
  fixed_term_end TEXT NOT NULL,
  register_number TEXT NOT NULL,
  ground TEXT NOT NULL,          -- of the removal
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE provider_condition (
  provider TEXT NOT NULL,
  number INTEGER NOT NULL,
  condition TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (provider, number)
) WITHOUT ROWID;

CREATE TABLE provider_check (
  provider TEXT NOT NULL,
  kind TEXT NOT NULL,            -- the matter checked, or "all"
  result TEXT NOT NULL,
  note TEXT NOT NULL,
  day TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (provider, kind)
) WITHOUT ROWID;

CREATE TABLE unit (
  unit TEXT PRIMARY KEY,
  provider TEXT NOT NULL,
  name TEXT NOT NULL,
  oid TEXT NOT NULL,
  municipality TEXT NOT NULL,
  services TEXT NOT NULL,
  places INTEGER,                -- thousandths
  responsible_person TEXT NOT NULL,
  status TEXT NOT NULL,          -- proposed, registered, removed
  since TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX unit_by_provider ON unit (provider);

-- Supervision cases of a provider, also those that name its unit only.
CREATE VIEW provider_case AS
  SELECT coalesce(c.provider, u.provider) AS provider, c.case_no, c.closed_on
  FROM supcase c LEFT JOIN unit u ON u.unit = c.unit;

CREATE VIEW v1_provider_card AS
  SELECT p.provider, p.name, p.sector, p.business_id, p.oid, p.status, p.since,
         (SELECT count(*) FROM unit u WHERE u.provider = p.provider AND u.status = 'registered')
           AS units,
         (SELECT count(*) FROM unit u WHERE u.provider = p.provider AND u.status = 'registered'
            AND u.responsible_person = '') AS units_without_responsible_person,
         (SELECT group_concat(c.condition, ' | ') FROM provider_condition c
           WHERE c.provider = p.provider) AS conditions,
         (SELECT count(*) FROM v23_contracts c WHERE c.provider = p.provider AND c.in_force = 1)
           AS contracts_in_force,
         (SELECT sum(c.value_cents) FROM v23_contracts c
           WHERE c.provider = p.provider AND c.in_force = 1) AS contract_value_cents,
         (SELECT count(*) FROM v23_contracts c
           WHERE c.provider = p.provider AND c.in_force = 1 AND c.value_cents IS NULL)
           AS contracts_without_value,
         (SELECT count(*) FROM provider_case c
           WHERE c.provider = p.provider AND c.closed_on IS NULL) AS open_cases,
         (SELECT count(DISTINCT o.ref) FROM provider_case c JOIN v3_orders o
             ON o.case_no = c.case_no
           WHERE c.provider = p.provider AND o.met_on IS NULL) AS orders_open,
         (SELECT count(*) FROM provider_case c JOIN matter_event e ON e.matter = c.case_no
           WHERE c.provider = p.provider AND e.type = 'supcase.noticeIssued'
             AND e.happened > date(m.as_of, '-3 years')) AS notices_3_years,
         (SELECT max(e.happened) FROM provider_case c JOIN matter_event e ON e.matter = c.case_no
           WHERE c.provider = p.provider AND e.type = 'inspection.held') AS last_inspection,
         (SELECT max(r.published_on) FROM sm_report r JOIN unit u ON u.unit = r.unit
           WHERE u.provider = p.provider) AS last_self_monitoring_report,
         (SELECT group_concat(k.kind || ': ' || k.result, ', ') FROM provider_check k
           WHERE k.provider = p.provider AND k.result <> 'clear') AS reliability_flags,
         p.seq
  FROM provider p, meta m ORDER BY p.provider;
)sql";

enum Sql {
  kApplied,
  kRegistered,
  kRemoved,
  kForgetConditions,
  kCondition,
  kCheck,
  kUnitProposed,
  kUnitRegistered,
  kUnitChanged,
  kUnitMoved,
  kUnitPerson,
  kUnitRemoved,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT INTO provider VALUES (?1, ?2, ?3, '', '', ?4, 'applied', ?5, '', '', '', ?6) "
    "ON CONFLICT DO NOTHING",
    "INSERT OR REPLACE INTO provider VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'registered', ?7, ?8, ?9, '', "
    "?10)",
    "INSERT INTO provider VALUES (?1, '', '', '', '', '', 'removed', ?2, '', '', ?3, ?4) "
    "ON CONFLICT DO UPDATE SET status = 'removed', since = ?2, ground = ?3, seq = ?4",
    "DELETE FROM provider_condition WHERE provider = ?1",
    "INSERT INTO provider_condition VALUES (?1, ?2, ?3, ?4)",
    "INSERT OR REPLACE INTO provider_check VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO unit VALUES (?1, '', ?2, '', '', ?3, ?4, '', 'proposed', ?5, ?6) "
    "ON CONFLICT DO NOTHING",
    "INSERT INTO unit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', 'registered', ?8, ?9) "
    "ON CONFLICT DO UPDATE SET provider = ?2, name = ?3, oid = ?4, municipality = ?5, "
    "services = ?6, places = ?7, status = 'registered', since = ?8, seq = ?9",
    "UPDATE unit SET places = coalesce(?2, places), name = CASE ?3 WHEN '' THEN name ELSE ?3 END, "
    "seq = ?4 WHERE unit = ?1",
    "UPDATE unit SET provider = ?2, responsible_person = '', seq = ?3 WHERE unit = ?1",
    "UPDATE unit SET responsible_person = ?2, seq = ?3 WHERE unit = ?1",
    "UPDATE unit SET status = 'removed', since = ?2, seq = ?3 WHERE unit = ?1",
};

class Provider final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Provider(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::ProviderApplicationReceived>(event)) {
      const auto body = Body<schema::ProviderApplicationReceived>(event);
      return sql_[kApplied].Run(Text(body.getProvider()), Text(body.getName()),
                                Text(body.getBusinessId()), JoinTexts(body.getServices()),
                                FirstDay(event), event.sequence());
    }
    if (Is<schema::ProviderRegistered>(event)) return ApplyRegistered(event);
    if (Is<schema::ProviderReliabilityChecked>(event)) return ApplyCheck(event);
    if (Is<schema::ProviderRemoved>(event)) {
      const auto body = Body<schema::ProviderRemoved>(event);
      return sql_[kRemoved].Run(Text(body.getProvider()), FirstDay(event), Text(body.getGround()),
                                event.sequence());
    }
    return ApplyUnit(event);
  }

 private:
  explicit Provider(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyRegistered(const Event& event) {
    const auto body = Body<schema::ProviderRegistered>(event);
    const auto provider = Text(body.getProvider());
    SINETTI_TRY(sql_[kRegistered].Run(
        provider, Text(body.getName()), Text(body.getBusinessId()), Text(body.getOid()),
        EnumerantName(body.getSector()), JoinTexts(body.getServices()), FirstDay(event),
        DateText(body.getFixedTermEnd()), Text(body.getRegisterNumber()), event.sequence()));
    SINETTI_TRY(sql_[kForgetConditions].Run(provider));
    int number = 0;
    for (const auto condition : body.getConditions()) {
      SINETTI_TRY(sql_[kCondition].Run(provider, ++number, Text(condition), event.sequence()));
    }
    return {};
  }

  Result<void> ApplyCheck(const Event& event) {
    const auto body = Body<schema::ProviderReliabilityChecked>(event);
    const auto provider = Text(body.getProvider());
    const std::string day = FirstDay(event);
    SINETTI_TRY(sql_[kCheck].Run(provider, "all", EnumerantName(body.getResult()),
                                 Text(body.getReasons()), day, event.sequence()));
    for (const auto item : body.getItems()) {
      SINETTI_TRY(sql_[kCheck].Run(provider, EnumerantName(item.getKind()),
                                   EnumerantName(item.getResult()), Text(item.getNote()), day,
                                   event.sequence()));
    }
    return {};
  }

  Result<void> ApplyUnit(const Event& event) {
    if (Is<schema::UnitProposed>(event)) {
      const auto body = Body<schema::UnitProposed>(event);
      return sql_[kUnitProposed].Run(Text(body.getUnit()), Text(body.getName()),
                                     Text(body.getPurpose()), Places(body), FirstDay(event),
                                     event.sequence());
    }
    if (Is<schema::UnitRegistered>(event)) {
      const auto body = Body<schema::UnitRegistered>(event);
      return sql_[kUnitRegistered].Run(Text(body.getUnit()), Text(body.getProvider()),
                                       Text(body.getName()), Text(body.getOid()),
                                       Text(body.getMunicipality()), JoinTexts(body.getServices()),
                                       Places(body), FirstDay(event), event.sequence());
    }
    if (Is<schema::UnitChanged>(event)) {
      const auto body = Body<schema::UnitChanged>(event);
      return sql_[kUnitChanged].Run(Text(body.getUnit()), Places(body), Text(body.getName()),
                                    event.sequence());
    }
    if (Is<schema::UnitTransferredToProvider>(event)) {
      const auto body = Body<schema::UnitTransferredToProvider>(event);
      return sql_[kUnitMoved].Run(Text(body.getUnit()), Text(body.getToProvider()),
                                  event.sequence());
    }
    if (Is<schema::UnitResponsiblePersonNamed>(event)) {
      const auto body = Body<schema::UnitResponsiblePersonNamed>(event);
      return sql_[kUnitPerson].Run(Text(body.getUnit()), Text(body.getPerson()), event.sequence());
    }
    const auto body = Body<schema::UnitRemoved>(event);
    return sql_[kUnitRemoved].Run(Text(body.getUnit()), FirstDay(event), event.sequence());
  }

  template <typename Reader>
  static std::optional<std::int64_t> Places(Reader body) {
    if (!body.hasPlaces()) return std::nullopt;
    return ReadQuantity(body.getPlaces()).low;
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& ProviderView() {
  static const ViewDefinition definition{
      .name = "provider",
      .shows = {"v1_provider_card"},
      .tables = {"provider", "provider_condition", "provider_check", "unit"},
      .schema = kSchema,
      .event_types = {"provider.applicationReceived", "provider.reliabilityChecked",
                      "provider.registered", "provider.removed", "unit.proposed", "unit.registered",
                      "unit.changed", "unit.transferredToProvider", "unit.responsiblePersonNamed",
                      "unit.removed"},
      .open = &Provider::Open,
  };
  return definition;
}

}  // namespace sinetti
