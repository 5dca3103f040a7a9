#include "replay/reports/trace.h"

#include "replay/reports/codes.h"
#include "replay/reports/course.h"
#include "replay/reports/deadlines.h"
#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

// The matters that the subject names: a matter, a decision's number, an event or a stream.
constexpr const char* kMatters =
    "(SELECT m.matter FROM matter_event m WHERE m.matter = ?1 OR m.stream = ?1 OR m.ref = ?1 "
    "UNION SELECT x.matter FROM v21_decisions x WHERE x.decision_no = ?1 OR x.ref = ?1)";

std::string Sql(std::string_view before, std::string_view after) {
  return std::string(before) + kMatters + std::string(after);
}

const TableSpec& Timeline() {
  static const TableSpec spec{
      .key = "timeline",
      .title = {"Asian vaiheet", "Ärendets gång", "Timeline"},
      .sql = Sql("SELECT v.happened, v.type, nullif(ltrim(coalesce(v.role, '') || "
                 "coalesce(', ' || v.actor, ''), ', '), '') AS actor, v.legal_basis, v.document, "
                 "v.document_sha256, v.relation, v.publicity, v.corrected_by, v.seq AS events, "
                 "v.corrected_by AS corrected_by_events, "
                 "CASE WHEN v.corrected_by IS NOT NULL THEN 'notice' END AS mark "
                 "FROM v20_timeline v WHERE v.matter IN ",
                 " ORDER BY v.happened, v.seq"),
      .columns = {{"happened", {"Päivä", "Dag", "Day"}, ColumnKind::kDate},
                  {"type", {"Tapahtuma", "Händelse", "Event"}, ColumnKind::kEventType},
                  {"actor", {"Toimija", "Aktör", "Actor"}},
                  {"legal_basis",
                   {"Säännös", "Bestämmelse", "Provision"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"document",
                   {"Asiakirja", "Handling", "Document"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"publicity",
                   {"Julkisuus", "Offentlighet", "Publicity"},
                   ColumnKind::kCode,
                   {{"open", {"julkinen", "offentlig", "public"}},
                    {"secret", {"salassa pidettävä", "sekretessbelagd", "secret"}},
                    {"personal", {"henkilötietoja", "personuppgifter", "personal data"}},
                    {"sensitive", {"arkaluonteinen", "känslig", "sensitive"}},
                    {"unspecified", kNotApplicable}}},
                  {"corrected_by",
                   {"Korjattu", "Rättad", "Corrected"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable}},
      .when_empty = {"Asiassa ei ole tapahtumia.", "Ärendet har inga händelser.",
                     "The matter has no events."},
      .note = {"– : ei kirjattu tapahtumaan.", "– : inte registrerat i händelsen.",
               "– : not recorded with the event."}};
  return spec;
}

const TableSpec& Decisions() {
  static const TableSpec spec{
      .key = "decision",
      .title = {"Päätös", "Beslut", "Decision"},
      .sql =
          Sql("SELECT coalesce(v.decision_no, v.ref) AS decision_no, v.kind, v.authority, "
              "v.office_holder, v.decided_on, v.result, v.mandate, v.mandate_state, g.to_office AS "
              "mandate_office, g.valid_from AS mandate_from, coalesce(g.revoked_on, g.valid_to) AS "
              "mandate_to, v.parties, v.provisions, v.reasons, v.contact, v.remedy, "
              "v.remedy_instruction, v.notified_on, v.received_on, v.final_on, v.missing_items, "
              "v.seq AS events, g.seq AS mandate_events, "
              "CASE WHEN v.mandate_state <> 'valid' OR v.missing_items IS NOT NULL THEN 'bad' ELSE "
              "'good' END AS mark, "
              "CASE WHEN v.mandate_state <> 'valid' THEN 'mandate_state' ELSE 'missing_items' END "
              "AS mark_column "
              "FROM v21_decisions v LEFT JOIN delegation g ON g.ref = v.mandate WHERE v.matter IN ",
              " OR v.decision_no = ?1 OR v.ref = ?1 ORDER BY v.decided_on, v.seq"),
      .columns = {{"kind", {"Laji", "Typ", "Kind"}, ColumnKind::kEventType},
                  {"decision_no", {"Päätöksen numero", "Beslutets nummer", "Decision number"}},
                  {"authority", {"Viranomainen", "Myndighet", "Authority"}},
                  {"office_holder", {"Viranhaltija", "Tjänsteinnehavare", "Office holder"}},
                  {"decided_on", {"Päätöspäivä", "Beslutsdag", "Decided on"}, ColumnKind::kDate},
                  {.key = "result",
                   .title = {"Ratkaisu", "Avgörande", "Result"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "decision.made/result"},
                  {"mandate_state",
                   {"Toimivalta päätöspäivänä", "Befogenhet på beslutsdagen",
                    "Mandate on that day"},
                   ColumnKind::kCode,
                   MandateStates()},
                  {"mandate", {"Toimivallan peruste", "Befogenhetens grund", "Mandate"}},
                  {"mandate_office",
                   {"Toimivalta annettu", "Befogenheten given till", "Mandate given to"}},
                  {"mandate_from",
                   {"Toimivalta alkaen", "Befogenhet från", "Mandate from"},
                   ColumnKind::kDate},
                  {"mandate_to",
                   {"Toimivalta päättyy", "Befogenheten upphör", "Mandate until"},
                   ColumnKind::kDate,
                   {},
                   {"toistaiseksi", "tills vidare", "until further notice"}},
                  {"parties", {"Asianosaiset", "Parter", "Parties"}},
                  {"provisions", {"Säännökset", "Bestämmelser", "Provisions"}},
                  {"reasons",
                   {"Perusteltu", "Motiverat", "Reasons given"},
                   ColumnKind::kCode,
                   YesNoWords()},
                  {"contact", {"Lisätietojen antaja", "Kontakt", "Contact"}},
                  {.key = "remedy",
                   .title = {"Muutoksenhaku", "Ändringssökande", "Remedy"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "decision.made/remedy"},
                  {"remedy_instruction",
                   {"Muutoksenhakuohje annettu", "Anvisning given", "Instructions given"},
                   ColumnKind::kCode,
                   YesNoWords()},
                  {"notified_on",
                   {"Lähetetty tiedoksi", "Sänt för delgivning", "Sent for notification"},
                   ColumnKind::kDate,
                   {},
                   {"tiedoksiantoa ei ole kirjattu", "delgivning är inte registrerad",
                    "no notification on record"}},
                  {"received_on",
                   {"Katsotaan saaneen tiedon", "Anses ha fått del", "Deemed notified"},
                   ColumnKind::kDate,
                   {},
                   {"ei laskettavissa: tiedoksiantoa ei ole kirjattu",
                    "kan inte beräknas: delgivning är inte registrerad",
                    "not computable: no notification on record"}},
                  {"final_on",
                   {"Lainvoimainen", "Laga kraft", "Final"},
                   ColumnKind::kDate,
                   {},
                   {"ei kirjattu lainvoimaiseksi", "laga kraft är inte registrerad",
                    "finality is not on record"}},
                  {"missing_items",
                   {"Päätöksestä puuttuu", "I beslutet saknas", "Missing from the decision"},
                   ColumnKind::kCodes,
                   DecisionItems(),
                   {"ei puutteita", "inga brister", "nothing"}}},
      .when_empty = {"Asiassa ei ole päätöstä.", "Ärendet har inget beslut.",
                     "The matter has no decision."}};
  return spec;
}

const TableSpec& Appeals() {
  static const TableSpec spec{
      .key = "appeals",
      .title = {"Tiedoksianto ja muutoksenhaku", "Delgivning och ändringssökande",
                "Notification and appeal"},
      .sql = Sql("SELECT v.happened, v.type, nullif(ltrim(coalesce(v.role, '') || "
                 "coalesce(', ' || v.actor, ''), ', '), '') AS actor, v.seq AS events "
                 "FROM v20_timeline v WHERE (v.type LIKE 'appeal.%' OR v.type LIKE 'correction.%' "
                 "OR v.type IN ('decision.notified', 'decision.becameFinal')) AND v.matter IN ",
                 " ORDER BY v.happened, v.seq"),
      .columns = {{"happened", {"Päivä", "Dag", "Day"}, ColumnKind::kDate},
                  {"type", {"Tapahtuma", "Händelse", "Event"}, ColumnKind::kEventType},
                  {"actor", {"Toimija", "Aktör", "Actor"}}},
      .when_empty = {"Tiedoksiantoa tai muutoksenhakua ei ole kirjattu.",
                     "Ingen delgivning och inget ändringssökande har registrerats.",
                     "No notification or appeal is on record."}};
  return spec;
}

// Parties of the matter that have ceased, and who stands in their place.
const TableSpec& Succession() {
  static const TableSpec spec{
      .key = "succession",
      .title = {"Osapuolet, jotka ovat lakanneet", "Parter som har upphört",
                "Parties that have ceased"},
      .sql = Sql("SELECT e.org_id AS party, o.name AS party_name, e.effective, e.successor, "
                 "s.name AS successor_name, e.act, e.transferred, e.seq AS events, 'notice' AS "
                 "mark, 'successor_name' AS mark_column FROM organisation_end e, meta "
                 "LEFT JOIN organisation o ON o.org_id = e.org_id "
                 "LEFT JOIN organisation s ON s.org_id = e.successor "
                 "WHERE e.effective <= meta.as_of AND e.org_id IN ("
                 "SELECT actor FROM matter_event WHERE matter IN ",
                 ") ORDER BY e.effective, e.org_id"),
      .columns = {{"party_name", {"Osapuoli", "Part", "Party"}},
                  {"party", {"Tunnus", "Beteckning", "Id"}},
                  {"effective", {"Lakkasi", "Upphörde", "Ceased"}, ColumnKind::kDate},
                  {"act", {"Säädös", "Författning", "Act"}},
                  {"transferred", {"Siirtyi", "Överfördes", "Transferred"}},
                  {"successor_name",
                   {"Seuraaja", "Efterträdare", "Successor"},
                   ColumnKind::kText,
                   {},
                   {"ei seuraajaa", "ingen efterträdare", "no successor"}}},
      .when_empty = {"Kaikki osapuolet ovat olemassa.", "Alla parter finns.",
                     "Every party still exists."}};
  return spec;
}

// Contracts that events of the matter name.
const TableSpec& Contracts() {
  static const TableSpec spec{
      .key = "contracts",
      .title = {"Sopimukset", "Avtal", "Contracts"},
      .sql =
          Sql("SELECT v.contract, v.provider, v.service, v.term_start, v.term_end, v.value_cents "
              "AS value, v.clauses_missing, v.seq AS events, CASE WHEN v.clauses_missing <> '' "
              "THEN 'notice' END AS mark FROM v23_contracts v WHERE v.contract IN (SELECT "
              "m.contract FROM matter_event m WHERE m.matter IN ",
              ") ORDER BY v.contract"),
      .columns = {{"contract", {"Sopimus", "Avtal", "Contract"}},
                  {"provider", {"Palveluntuottaja", "Serviceproducent", "Provider"}},
                  {"service", {"Palvelu", "Tjänst", "Service"}},
                  {"term_start",
                   {"Voimassa alkaen", "Gäller från", "In force from"},
                   ColumnKind::kDate},
                  {"term_end",
                   {"Voimassa asti", "Gäller till", "In force until"},
                   ColumnKind::kDate,
                   {},
                   {"toistaiseksi", "tills vidare", "until further notice"}},
                  {"value", {"Arvo", "Värde", "Value"}, ColumnKind::kCents},
                  {"clauses_missing",
                   {"Puuttuvat ehdot (612/2021 15 §)", "Villkor som saknas (612/2021 15 §)",
                    "Clauses missing (612/2021 section 15)"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable}},
      .when_empty = {"Asian tapahtumat eivät nimeä sopimusta.",
                     "Händelserna i ärendet nämner inget avtal.",
                     "No event of the matter names a contract."}};
  return spec;
}

// Supervision of the providers and units of the matter that began on its first day or later.
const TableSpec& Supervision() {
  static const TableSpec spec{
      .key = "supervision",
      .title = {"Valvonta, joka seurasi", "Tillsyn som följde", "Supervision that followed"},
      .sql = "WITH own AS (SELECT * FROM matter_event WHERE matter IN " + std::string(kMatters) +
             ") SELECT v.case_no, v.opened_on, coalesce(v.unit, v.provider) AS target, v.stage, "
             "v.findings, v.closed_on, v.seq AS events FROM v2_case_board v "
             "WHERE v.opened_on >= (SELECT min(happened) FROM own) AND (v.provider IN (SELECT "
             "provider FROM own) OR v.unit IN (SELECT unit FROM own)) AND v.case_no NOT IN (SELECT "
             "stream FROM own) ORDER BY v.opened_on, v.case_no LIMIT 100",
      .columns = {{"case_no", {"Valvonta-asia", "Tillsynsärende", "Case"}},
                  {"opened_on", {"Avattu", "Öppnat", "Opened"}, ColumnKind::kDate},
                  {"target", {"Kohde", "Objekt", "Target"}},
                  {"findings", {"Epäkohtia", "Missförhållanden", "Findings"}, ColumnKind::kInteger},
                  {"closed_on",
                   {"Päätetty", "Avslutat", "Closed"},
                   ColumnKind::kDate,
                   {},
                   {"kesken", "pågår", "pending"}}},
      .when_empty = {"Asian tuottajiin ja yksiköihin ei ole sen jälkeen kohdistettu valvontaa.",
                     "Ingen tillsyn har senare gällt ärendets producenter och enheter.",
                     "No later supervision of the providers and units of the matter."}};
  return spec;
}

Words Banner(const Table& ceased) {
  const std::string count = std::to_string(ceased.rows.size());
  return {"Huomio: asian osapuolista " + count +
              " on lakannut. Saatavat, velat ja velvoitteet kuuluvat seuraajalle, joka näkyy alla.",
          "Obs: av parterna i ärendet har " + count +
              " upphört. Fordringar, skulder och skyldigheter hör till efterträdaren nedan.",
          "Note: " + count +
              " of the parties have ceased. Claims, debts and duties belong to the successor named "
              "below."};
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  SINETTI_TRY(CheckSubject(views, "matter, decision or stream with a course", request.scope,
                           "SELECT matter FROM v20_matters UNION SELECT stream FROM matter_event "
                           "UNION SELECT ref FROM matter_event UNION SELECT decision_no FROM "
                           "v21_decisions UNION SELECT ref FROM v21_decisions ORDER BY 1"));
  SINETTI_ASSIGN(Table timeline, QueryTable(views, Timeline(), scope));
  SINETTI_ASSIGN(std::vector<Table> decisions, QueryCards(views, Decisions(), scope));
  SINETTI_ASSIGN(Table appeals, QueryTable(views, Appeals(), scope));
  SINETTI_ASSIGN(Table contracts, QueryTable(views, Contracts(), scope));
  SINETTI_ASSIGN(Table followed, QueryTable(views, Supervision(), scope));
  SINETTI_ASSIGN(Table ceased, QueryTable(views, Succession(), scope));
  const TableSpec limits =
      DeadlineTable("deadlines", {"Määräajat", "Tidsfrister", "Time limits"},
                    "d.matter IN " + std::string(kMatters),
                    {"Asiassa ei ole määräaikoja.", "Ärendet har inga tidsfrister.",
                     "The matter has no time limits."});
  SINETTI_ASSIGN(Table deadlines, QueryTable(views, limits, scope));

  std::vector<Section> sections(5);
  sections[0].title = {"Kulku", "Gång", "Course"};
  SINETTI_ASSIGN(Course course, QueryCourse(views, kMatters, scope));
  if (!course.steps.empty()) sections[0].courses.push_back(std::move(course));
  if (!ceased.rows.empty()) sections[0].paragraphs.push_back(Banner(ceased));
  sections[0].tables.push_back(std::move(timeline));
  sections[1].title = {"Päätökset ja toimivalta", "Beslut och befogenhet", "Decisions and mandate"};
  sections[1].tables = std::move(decisions);
  sections[2].title = {"Määräajat, tiedoksianto ja muutoksenhaku",
                       "Tidsfrister, delgivning och ändringssökande",
                       "Time limits, notification and appeal"};
  sections[2].tables.push_back(std::move(deadlines));
  sections[2].tables.push_back(std::move(appeals));
  sections[3].title = {"Sopimukset ja valvonta", "Avtal och tillsyn", "Contracts and supervision"};
  sections[3].tables.push_back(std::move(contracts));
  sections[3].tables.push_back(std::move(followed));
  sections[4].title = {"Osapuolten jatkuvuus", "Parternas kontinuitet", "Succession of parties"};
  sections[4].tables.push_back(std::move(ceased));
  return sections;
}

}  // namespace

const ReportDefinition& TraceReport() {
  static const ReportDefinition definition{
      .name = "trace",
      .title = {"Päätöksen ja asian kulku", "Ärendets och beslutets gång",
                "Course of a matter and its decisions"},
      .about = {"Kuka päätti, millä toimivallalla, mitä puuttui ja mihin määräajat perustuvat",
                "Vem beslutade, med vilken befogenhet, vad saknades och vad fristerna bygger på",
                "Who decided, with which mandate, what was missing, and why the time limits end"},
      .scope = {"asia, päätös tai virta", "ärende, beslut eller ström",
                "matter, decision or stream"},
      .needs_scope = true,
      .build = &Build};
  return definition;
}

}  // namespace sinetti
