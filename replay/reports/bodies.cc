#include "replay/reports/bodies.h"

#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const Words kBody{"Toimielin tai sarja", "Organ eller serie", "Body or series"};
const Words kNotStated{"lähde ei kerro", "källan säger inte", "the source does not say"};

const std::vector<CodeWord>& States() {
  static const std::vector<CodeWord> words{
      {"ok", {"täyttyi", "uppfylld", "kept"}},
      {"short", {"liian harvoin", "för få", "too few"}},
      {"more", {"useammin kuin asetettu", "fler än fastställt", "more than set"}},
      {"none", {"ei yhtään", "inga", "none held"}},
      {"pending", {"vuosi on kesken", "året pågår", "the year is not over"}}};
  return words;
}

// "2–3", "at least 1"; the columns expected_min and expected_max of a row.
std::string Expected(const std::string& at_least) {
  return "CASE WHEN expected_max IS NULL THEN '" + at_least +
         " ' || expected_min WHEN expected_max = expected_min THEN CAST(expected_min AS TEXT) "
         "ELSE expected_min || '–' || expected_max END";
}
std::string ExpectedColumns() {
  return Expected("vähintään") + " AS expected_fi, " + Expected("minst") + " AS expected_sv, " +
         Expected("at least") + " AS expected_en, ";
}

const TableSpec& Cadence() {
  static const TableSpec spec{
      .key = "cadence",
      .title = {"Kokoukset ja tilaisuudet vuosittain", "Möten och sammankomster per år",
                "Meetings and gatherings by year"},
      .sql =
          "SELECT name, CAST(year AS TEXT) AS year, " + ExpectedColumns() +
          "held, (SELECT group_concat(seq, ' ') FROM (SELECT seq FROM meeting h WHERE h.subject = "
          "c.body AND h.kind = c.kind AND substr(h.day, 1, 4) = CAST(c.year AS TEXT) ORDER BY "
          "seq)) AS held_events, state, CASE WHEN held > 0 THEN months_without END AS "
          "months_without, nullif(attendance, '') AS attendance, "
          "seq AS events, CASE WHEN state IN ('none', 'short') THEN 'bad' WHEN state = 'ok' THEN "
          "'good' ELSE 'notice' END AS mark, 'state' AS mark_column "
          "FROM v35_cadence c WHERE ?1 = '' OR body = ?1 ORDER BY kind, name COLLATE FINNISH, "
          "body, c.year",
      .columns = {{"name", kBody},
                  {"year", {"Vuosi", "År", "Year"}},
                  {"expected", {"Asetettu", "Fastställt", "Set"}, ColumnKind::kWords},
                  {"held", {"Pidetty", "Hållits", "Held"}, ColumnKind::kInteger},
                  {"state", {"Tila", "Status", "State"}, ColumnKind::kCode, States()},
                  {"months_without",
                   {"Kuukaudet ilman", "Månader utan", "Months without"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"attendance",
                   {"Osallistujia", "Deltagare", "Attendance"},
                   ColumnKind::kText,
                   {},
                   kNotStated}},
      .when_empty = {"Kokoontumisista ei ole määrätty.", "Inga möten har fastställts.",
                     "No meetings were set."}};
  return spec;
}

const TableSpec& Totals() {
  static const TableSpec spec{
      .key = "totals",
      .title = {"Koko ajalta", "Under hela tiden", "Over the whole time"},
      .sql =
          "SELECT name, first_year || '–' || last_year AS years, " + ExpectedColumns() +
          "held, (SELECT group_concat(seq, ' ') FROM (SELECT seq FROM cadence d WHERE d.subject = "
          "t.body AND d.kind = t.kind ORDER BY seq)) AS events, "
          "CASE WHEN held < expected_min THEN 'notice' ELSE 'good' END AS mark, 'held' AS "
          "mark_column FROM v35_cadence_totals t WHERE ?1 = '' OR body = ?1",
      .columns = {{"name", kBody},
                  {"years", {"Vuodet", "År", "Years"}},
                  {"expected", {"Asetettu", "Fastställt", "Set"}, ColumnKind::kWords},
                  {"held", {"Pidetty", "Hållits", "Held"}, ColumnKind::kInteger}},
      .when_empty = {"Kokoontumisista ei ole määrätty.", "Inga möten har fastställts.",
                     "No meetings were set."}};
  return spec;
}

const TableSpec& Members() {
  static const TableSpec spec{
      .key = "members",
      .title = {"Toimielimet ja jäsenet", "Organ och medlemmar", "Bodies and members"},
      .sql =
          "SELECT name, nullif(members, '') AS members, members_known, (SELECT group_concat(seq, "
          "' ') FROM (SELECT seq FROM body_member j WHERE j.body = v.body AND j.left_day = '' "
          "ORDER BY seq)) AS members_known_events, seq AS events "
          "FROM v35_members v WHERE ?1 = '' OR body = ?1",
      .columns = {{"name", kBody},
                  {"members",
                   {"Jäseniä ilmoitettu", "Angivet antal medlemmar", "Members stated"},
                   ColumnKind::kStated,
                   {},
                   kNotStated},
                  {"members_known",
                   {"Jäseniä nimetty", "Nämnda medlemmar", "Members named"},
                   ColumnKind::kInteger}},
      .when_empty = {"Toimielimiä ei ole.", "Det finns inga organ.", "There are no bodies."}};
  return spec;
}

const TableSpec& Roles() {
  static const TableSpec spec{
      .key = "roles",
      .title = {"Henkilöiden tehtävät", "Personers uppgifter", "Roles of persons"},
      .sql =
          "SELECT person, roles, secretary_of, titles, (SELECT group_concat(seq, ' ') FROM (SELECT "
          "seq FROM role r WHERE r.person = v.person AND r.ended = '' ORDER BY seq)) AS events, "
          "CASE WHEN secretary_of > 1 THEN 'notice' ELSE 'good' END AS mark, 'secretary_of' AS "
          "mark_column FROM v35_roles v WHERE ?1 = '' OR EXISTS (SELECT 1 FROM role r WHERE "
          "r.person = v.person AND r.body = ?1 AND r.ended = '')",
      .columns = {{"person", {"Henkilö (peitenimi)", "Person (pseudonym)", "Person (pseudonym)"}},
                  {"roles", {"Tehtäviä", "Uppgifter", "Roles"}, ColumnKind::kInteger},
                  {"secretary_of",
                   {"Sihteerinä toimielimissä", "Sekreterare i organ", "Secretary of bodies"},
                   ColumnKind::kInteger},
                  {"titles",
                   {"Nimikkeet lähteissä", "Titlar i källorna", "Titles in sources"},
                   ColumnKind::kText,
                   {},
                   kNotStated}},
      .when_empty = {"Tehtäviä ei ole kirjattu.", "Inga uppgifter är antecknade.",
                     "No roles are recorded."}};
  return spec;
}

const TableSpec& Deferred() {
  static const TableSpec spec{
      .key = "deferred",
      .title = {"Lykätyt asiat", "Uppskjutna ärenden", "Items put off"},
      .sql =
          "SELECT coalesce(b.name, a.body) AS name, a.meeting, nullif(a.section, '') AS section, "
          "a.title, nullif(a.review_date, '') AS review_date, a.seq AS events, "
          "CASE WHEN a.review_date = '' THEN 'bad' ELSE 'notice' END AS mark "
          "FROM agenda_item a LEFT JOIN body b ON b.body = a.body "
          "WHERE a.outcome = 'deferred' AND (?1 = '' OR a.body = ?1) ORDER BY a.seq",
      .columns = {{"name", kBody},
                  {"meeting", {"Kokous", "Möte", "Meeting"}},
                  {"section", {"Pykälä", "Paragraf", "Section"}, ColumnKind::kText, {}, kNotStated},
                  {"title", {"Asia", "Ärende", "Item"}},
                  {"review_date",
                   {"Käsitellään uudelleen", "Behandlas igen", "To be taken up again"},
                   ColumnKind::kDate,
                   {},
                   {"päivää ei ole asetettu", "ingen dag är utsatt", "no day is set"}}},
      .when_empty = {"Lykättyjä asioita ei ole.", "Det finns inga uppskjutna ärenden.",
                     "Nothing was put off."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  if (!request.scope.empty()) {
    SINETTI_TRY(CheckSubject(views, "body or series of gatherings", request.scope,
                             "SELECT body FROM body UNION SELECT subject FROM cadence UNION "
                             "SELECT body FROM agenda_item ORDER BY 1"));
  }
  std::vector<Section> sections{
      {.title = {"Kokoontuminen", "Möten", "Meetings"}},
      {.title = {"Jäsenet ja tehtävät", "Medlemmar och uppgifter", "Members and roles"}}};
  const std::vector<std::vector<const TableSpec*>> specs{{&Cadence(), &Totals(), &Deferred()},
                                                         {&Members(), &Roles()}};
  for (std::size_t i = 0; i < specs.size(); ++i) {
    for (const TableSpec* spec : specs[i]) {
      SINETTI_ASSIGN(Table table, QueryTable(views, *spec, {request.scope}));
      sections[i].tables.push_back(std::move(table));
    }
  }
  return sections;
}

}  // namespace

const ReportDefinition& BodiesReport() {
  static const ReportDefinition definition{
      .name = "bodies",
      .title = {"Toimielimet ja kokoontuminen", "Organ och möten", "Bodies and meetings"},
      .about = {"Kokoukset verrattuna asetettuun, jäsenet, tehtävät ja lykätyt asiat",
                "Möten jämfört med det fastställda, medlemmar, uppgifter och uppskjutna ärenden",
                "Meetings against what was set, members, roles and items put off"},
      .scope = {"toimielin (valinnainen)", "organ (valfritt)", "body (optional)"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
