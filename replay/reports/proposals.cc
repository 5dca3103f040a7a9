#include "replay/reports/proposals.h"

#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const Words kNumber{"Nro", "Nr", "No"};

const std::vector<CodeWord>& Headings() {
  static const std::vector<CodeWord> codes{
      {"brackets", {"rastien sulkeet", "parenteserna efter kryssen", "brackets after the ticks"}},
      {"object", {"yhteistyökohde", "samarbetsobjekt", "object of cooperation"}},
      {"change", {"toiminnallinen muutos", "funktionell förändring", "functional change"}},
      {"measures", {"toimenpiteet", "åtgärder", "measures"}},
      {"benefits", {"edut", "fördelar", "benefits"}},
      {"risks", {"riskit", "risker", "risks"}},
      {"operations", {"vaikutus toimintaan", "verkningar på verksamheten", "effect on operations"}},
      {"finance", {"vaikutus talouteen", "verkningar på ekonomin", "effect on finances"}},
      {"staff", {"vaikutus henkilöstöön", "verkningar på personalen", "effect on staff"}},
      {"extra",
       {"mallipohjan ulkopuolinen kohta", "punkt utanför mallen", "item outside the template"}}};
  return codes;
}

const TableSpec& Ticks() {
  static const TableSpec spec{
      .key = "ticks",
      .title = {"Ehdotukset toteutustavan mukaan", "Förslagen enligt genomförande",
                "Proposals by way of carrying out"},
      .sql = R"sql(
        WITH mine AS (SELECT * FROM v34_proposals WHERE ?1 = '' OR study = ?1),
        class(place, code) AS (VALUES (1, 'quick'), (2, 'study'), (3, 'both'), (4, 'none')),
        of AS (SELECT seq, CASE WHEN quick AND needs_study THEN 'both' WHEN quick THEN 'quick'
                                WHEN needs_study THEN 'study' ELSE 'none' END AS code FROM mine)
        SELECT c.code AS class, count(o.seq) AS proposals, group_concat(o.seq, ' ') AS events,
               CASE WHEN c.code IN ('both', 'none') AND count(o.seq) > 0 THEN 'notice' END AS mark
        FROM class c LEFT JOIN of o ON o.code = c.code
        WHERE EXISTS (SELECT 1 FROM mine) GROUP BY c.place, c.code
        UNION ALL
        SELECT 'all', count(*), NULL, NULL FROM mine HAVING count(*) > 0)sql",
      .columns =
          {{"class",
            {"Rasti", "Kryss", "Tick"},
            ColumnKind::kCode,
            {{"quick", {"heti toteutettava", "kan genomföras genast", "can be done at once"}},
             {"study", {"vaatii lisäselvitystä", "kräver vidare utredning", "needs further study"}},
             {"both", {"molemmat", "båda", "both"}},
             {"none", {"ei kumpikaan", "ingendera", "neither"}},
             {"all", {"yhteensä", "totalt", "total"}}}},
           {"proposals", {"Ehdotuksia", "Förslag", "Proposals"}, ColumnKind::kInteger}},
      .when_empty = {"Ehdotuksia ei ole.", "Det finns inga förslag.", "There are no proposals."}};
  return spec;
}

const TableSpec& Matrix() {
  static const TableSpec spec{
      .key = "proposals",
      .title = {"Ehdotukset", "Förslag", "Proposals"},
      .sql = R"sql(
        WITH part AS (SELECT study, number, class, group_concat(phase, '; ') AS phases
                      FROM (SELECT * FROM proposal_phase ORDER BY phase)
                      GROUP BY study, number, class)
        SELECT p.number, p.title, p.quick, q.phases AS quick_part, p.needs_study,
               s.phases AS study_part, p.status, nullif(p.decision, '') AS decision,
               p.seq AS events
        FROM v34_proposals p
        LEFT JOIN part q ON q.study = p.study AND q.number = p.number AND q.class = 'quick'
        LEFT JOIN part s ON s.study = p.study AND s.number = p.number AND s.class = 'study'
        WHERE ?1 = '' OR p.study = ?1 ORDER BY p.study, p.number)sql",
      .columns = {{"number", kNumber, ColumnKind::kInteger},
                  {"title", {"Ehdotus", "Förslag", "Proposal"}},
                  {"quick", {"Heti", "Genast", "At once"}, ColumnKind::kSign},
                  {"quick_part",
                   {"Mikä heti", "Vad genast", "What at once"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"needs_study", {"Selvitys", "Utredning", "Study"}, ColumnKind::kSign},
                  {"study_part",
                   {"Mitä selvitetään", "Vad utreds", "What is studied"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"status",
                   {"Tila", "Status", "State"},
                   ColumnKind::kCode,
                   {{"submitted", {"jätetty", "inlämnat", "submitted"}},
                    {"accepted", {"hyväksytty", "godkänt", "accepted"}},
                    {"rejected", {"hylätty", "avslaget", "rejected"}},
                    {"deferred", {"lykätty", "uppskjutet", "deferred"}},
                    {"merged", {"yhdistetty", "sammanslaget", "merged"}}}},
                  {"decision",
                   {"Päätös", "Beslut", "Decision"},
                   ColumnKind::kText,
                   {},
                   {"ei päätetty", "inte beslutat", "not decided"}}},
      .when_empty = {"Ehdotuksia ei ole.", "Det finns inga förslag.", "There are no proposals."}};
  return spec;
}

const TableSpec& Content() {
  static const TableSpec spec{
      .key = "content",
      .title = {"Sisältö ja puutteet", "Innehåll och brister", "Content and gaps"},
      .sql = R"sql(
        SELECT p.number, p.benefits, p.risks, p.staff_effect,
               (SELECT count(*) FROM proposal_gap g
                 WHERE g.study = p.study AND g.number = p.number) AS gaps,
               (SELECT group_concat(DISTINCT c.original) FROM proposal_copy c
                 WHERE c.study = p.study AND c.copy = p.number) AS copied_from,
               p.seq AS events,
               CASE WHEN p.copied_from IS NOT NULL THEN 'bad'
                    WHEN p.missing_fields IS NOT NULL THEN 'notice' END AS mark,
               CASE WHEN p.copied_from IS NOT NULL THEN 'copied_from' ELSE 'gaps' END
                 AS mark_column
        FROM v34_proposals p WHERE ?1 = '' OR p.study = ?1)sql",
      .columns = {{"number", kNumber, ColumnKind::kInteger},
                  {"benefits", {"Etuja", "Fördelar", "Benefits"}, ColumnKind::kInteger},
                  {"risks", {"Riskejä", "Risker", "Risks"}, ColumnKind::kInteger},
                  {.key = "staff_effect",
                   .title = {"Henkilöstö", "Personal", "Staff"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "proposal.effectStated/sign"},
                  {"gaps",
                   {"Puuttuvia tietoja", "Saknade uppgifter", "Gaps"},
                   ColumnKind::kInteger},
                  {"copied_from",
                   {"Kopioitu ehdotuksesta", "Kopierat från förslag", "Copied from proposal"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable}},
      .when_empty = {"Ehdotuksia ei ole.", "Det finns inga förslag.", "There are no proposals."}};
  return spec;
}

const TableSpec& Gaps() {
  static const TableSpec spec{
      .key = "gaps",
      .title = {"Puuttuvat tiedot", "Saknade uppgifter", "What is missing"},
      .sql =
          "SELECT number, field, gap, seq AS events, 'notice' AS mark FROM proposal_gap "
          "WHERE ?1 = '' OR study = ?1 ORDER BY study, number, place",
      .columns = {{"number", kNumber, ColumnKind::kInteger},
                  {"field", {"Kohta", "Punkt", "Item"}, ColumnKind::kCode, Headings()},
                  {"gap",
                   {"Puute", "Brist", "Gap"},
                   ColumnKind::kCode,
                   {{"blank",
                     {"otsikon alla ei ole tekstiä", "ingen text under rubriken",
                      "no text under the heading"}},
                    {"truncated", {"teksti katkeaa", "texten bryts av", "the text breaks off"}},
                    {"missing", {"luku puuttuu", "siffran saknas", "the figure is missing"}}}}},
      .when_empty = {"Mitään ei puutu.", "Inget saknas.", "Nothing is missing."}};
  return spec;
}

const TableSpec& Figures() {
  static const TableSpec spec{
      .key = "figures",
      .title = {"Ehdotusten luvut", "Siffror i förslagen", "Figures of the proposals"},
      .sql =
          "SELECT number, label, kind, shown, nullif(printed, '') AS printed, seq AS events, "
          "CASE state WHEN 'garbled' THEN 'bad' WHEN 'missing' THEN 'notice' END AS mark, "
          "'shown' AS mark_column FROM proposal_figure WHERE ?1 = '' OR study = ?1 "
          "ORDER BY study, number, figure",
      .columns = {{"number", kNumber, ColumnKind::kInteger},
                  {"label", {"Mitä", "Vad", "What"}},
                  {"kind",
                   {"Laji", "Typ", "Kind"},
                   ColumnKind::kCode,
                   {{"places", {"paikat", "platser", "places"}},
                    {"money", {"raha", "pengar", "money"}},
                    {"percent", {"prosentti", "procent", "per cent"}},
                    {"ages", {"ikä", "ålder", "ages"}},
                    {"time", {"aika", "tid", "time"}},
                    {"population", {"väestö", "befolkning", "population"}},
                    {"sites", {"toimipisteet", "verksamhetsställen", "sites"}},
                    {"staffNumber", {"henkilöstömäärä", "personalantal", "number of staff"}}}},
                  {"shown", {"Luku", "Siffra", "Figure"}, ColumnKind::kStated},
                  {"printed",
                   {"Painettuna", "Som tryckt", "As printed"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable}},
      .when_empty = {"Lukuja ei ole.", "Det finns inga siffror.", "There are no figures."}};
  return spec;
}

const TableSpec& Copies() {
  static const TableSpec spec{
      .key = "copies",
      .title = {"Samat sanat kahdessa ehdotuksessa", "Samma ord i två förslag",
                "The same words in two proposals"},
      .sql =
          "SELECT copy, original, place, words, copy_seq || ' ' || original_seq AS events, "
          "'bad' AS mark, 'copy' AS mark_column FROM proposal_copy WHERE ?1 = '' OR study = ?1 "
          "ORDER BY study, copy, original, place",
      .columns = {{"copy", {"Ehdotuksessa", "I förslag", "In proposal"}, ColumnKind::kInteger},
                  {"original",
                   {"Ehdotuksesta", "Från förslag", "From proposal"},
                   ColumnKind::kInteger},
                  {"place", {"Kohta", "Punkt", "Item"}, ColumnKind::kCode, Headings()},
                  {"words", {"Sanat", "Ord", "Words"}}},
      .when_empty = {"Samoja tekstejä ei ole.", "Inga likadana texter.", "No text is the same."}};
  return spec;
}

const TableSpec& Places() {
  static const TableSpec spec{
      .key = "places",
      .title = {"Paikat ja käyttö", "Platser och användning", "Places and occupancy"},
      .sql = R"sql(
        SELECT v.unit, v.owner, v.agreed, v.occupied, v.free, v.over_quota, v.shared,
               nullif(v.priority_rule, '') AS priority_rule, v.waiting, v.longest_wait_days,
               nullif(v.seq, 0) AS agreed_events,
               (SELECT group_concat(p.seq, ' ') FROM place_quota q
                 JOIN place_quota_owner o ON o.unit = q.unit AND o.quota = q.quota
                 JOIN placement p ON p.unit = o.unit AND p.owner = o.owner AND p.state = 'placed'
                 WHERE q.unit = v.unit AND q.owners = v.owner) AS occupied_events,
               CASE WHEN v.over_quota > 0 THEN 'bad' END AS mark, 'over_quota' AS mark_column
        FROM v10_places v)sql",
      .columns = {{"unit", {"Yksikkö", "Enhet", "Unit"}},
                  {"owner", {"Omistaja", "Ägare", "Owner"}},
                  {"agreed", {"Sovittu", "Avtalade", "Agreed"}, ColumnKind::kInteger},
                  {"occupied", {"Käytössä", "I bruk", "Occupied"}, ColumnKind::kInteger},
                  {"free",
                   {"Vapaana", "Lediga", "Free"},
                   ColumnKind::kInteger,
                   {},
                   {"ei laskettavissa: sovittu määrä puuttuu",
                    "kan inte beräknas: avtalat antal saknas",
                    "not computable: the agreed number is missing"}},
                  {"over_quota",
                   {"Yli kiintiön", "Över kvoten", "Over quota"},
                   ColumnKind::kInteger,
                   {},
                   {"ei laskettavissa: sovittu määrä puuttuu",
                    "kan inte beräknas: avtalat antal saknas",
                    "not computable: the agreed number is missing"}},
                  {"shared", {"Yhteinen", "Gemensam", "Shared"}, ColumnKind::kSign},
                  {"priority_rule",
                   {"Etusija", "Företräde", "Priority"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"waiting", {"Jonossa", "I kö", "Waiting"}, ColumnKind::kInteger},
                  {"longest_wait_days",
                   {"Pisin odotus (pv)", "Längsta väntan (d)", "Longest wait (d)"},
                   ColumnKind::kInteger,
                   {},
                   kNotApplicable}},
      .when_empty = {"Paikkoja ei ole sovittu.", "Inga platser har avtalats.",
                     "No places are agreed."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  if (!request.scope.empty()) {
    SINETTI_TRY(CheckSubject(views, "study with proposals", request.scope,
                             "SELECT DISTINCT study FROM proposal ORDER BY study"));
  }
  std::vector<Section> sections{{.title = {"Ehdotusmatriisi", "Förslagsmatris", "Proposal matrix"}},
                                {.title = {"Puutteet ja päällekkäisyydet",
                                           "Brister och överlappningar", "Gaps and duplicates"}},
                                {.title = {"Paikat", "Platser", "Places"}}};
  const std::vector<std::vector<const TableSpec*>> specs{
      {&Ticks(), &Matrix(), &Content()}, {&Gaps(), &Figures(), &Copies()}, {&Places()}};
  for (std::size_t i = 0; i < specs.size(); ++i) {
    for (const TableSpec* spec : specs[i]) {
      SINETTI_ASSIGN(Table table, QueryTable(views, *spec, scope));
      sections[i].tables.push_back(std::move(table));
    }
  }
  return sections;
}

}  // namespace

const ReportDefinition& ProposalsReport() {
  static const ReportDefinition definition{
      .name = "proposals",
      .title = {"Ehdotusmatriisi", "Förslagsmatris", "Proposal matrix"},
      .about = {"Ehdotukset rinnakkain: rastit, luvut, puutteet, kopioidut tekstit ja paikat",
                "Förslagen sida vid sida: kryss, siffror, brister, kopierad text och platser",
                "Proposals side by side: ticks, figures, gaps, copied text and places"},
      .scope = {"selvitys (valinnainen)", "utredning (valfritt)", "study (optional)"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
