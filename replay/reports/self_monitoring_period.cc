// The figures of one four-month period.  Only what the schema leaves open is read: the text of an
// observation that may be published, never whom it is about.
#include "replay/reports/self_monitoring_period.h"

namespace sinetti {

const std::string_view kUnitsAsked =
    "WITH who(unit) AS (SELECT unit FROM sm_plan WHERE unit = ?1 OR provider = ?1 "
    "UNION SELECT unit FROM unit WHERE unit = ?1 OR provider = ?1) ";

namespace {

const Words kUnit{"Yksikkö tai ohjelma", "Enhet eller program", "Unit or programme"};

// Observations of those units, with the day on which the last measure on each was verified;
// `mended` is NULL while a measure is open, or none was planned.
constexpr std::string_view kObserved = R"sql(, observed AS (
          SELECT o.*, a.due, a.actions, CASE WHEN a.open = 0 THEN a.verified_on END AS mended, a.seqs
          FROM sm_observation o JOIN who ON who.unit = o.unit
          LEFT JOIN (SELECT about, count(*) AS actions, max(due) AS due,
                            sum(verified_on IS NULL) AS open, max(verified_on) AS verified_on,
                            group_concat(seq, ' ') AS seqs
                     FROM sm_action GROUP BY about) a ON a.about = o.ref) )sql";

}  // namespace

const TableSpec& PeriodSummary() {
  static const TableSpec spec{
      .key = "summary",
      .title = {"Jakso lukuina", "Perioden i siffror", "The period in figures"},
      .sql = std::string(kUnitsAsked) + std::string(kObserved) + R"sql(,
        span(now, key, first, last) AS (VALUES (1, ?4, ?2, ?3), (0, ?7, ?5, ?6)),
        item(rank, what, now, n, seq) AS (
          SELECT 1, 'observations', now, 1, seq FROM observed, span WHERE period = key
          UNION ALL SELECT 2, 'serious', now, 1, seq FROM observed, span
            WHERE period = key AND severity = 'serious'
          UNION ALL SELECT 3, 'corrected', now, 1, seq FROM observed, span
            WHERE period = key AND mended IS NOT NULL
          UNION ALL SELECT 4, 'open', now, 1, seq FROM observed, span
            WHERE period = key AND mended IS NULL
          UNION ALL SELECT 5, 'carried', now, 1, seq FROM observed, span
            WHERE observed_on < first AND (mended IS NULL OR mended > last)
          UNION ALL SELECT 6, 'changes', now, r.changes, r.seq FROM span
            JOIN sm_report r ON r.period_from <= last AND r.period_to >= first
            JOIN who ON who.unit = r.unit
          UNION ALL SELECT 7, 'feedback', now, coalesce(f.answers, 0), f.seq FROM span
            JOIN sm_feedback f ON f.period_from <= last AND f.period_to >= first
            JOIN who ON who.unit = f.unit
          UNION ALL SELECT 8, 'reports', now, 1, r.seq FROM span
            JOIN sm_report r ON r.period_from <= last AND r.period_to >= first
            JOIN who ON who.unit = r.unit),
        kind(rank, what) AS (VALUES (1, 'observations'), (2, 'serious'), (3, 'corrected'),
          (4, 'open'), (5, 'carried'), (6, 'changes'), (7, 'feedback'), (8, 'reports'))
        SELECT k.what, coalesce(sum(CASE WHEN i.now = 1 THEN i.n END), 0) AS number,
               coalesce(sum(CASE WHEN i.now = 0 THEN i.n END), 0) AS before,
               group_concat(CASE WHEN i.now = 1 THEN i.seq END, ' ') AS number_events,
               group_concat(CASE WHEN i.now = 0 THEN i.seq END, ' ') AS before_events
        FROM kind k LEFT JOIN item i ON i.rank = k.rank GROUP BY k.rank ORDER BY k.rank)sql",
      .columns = {{"what",
                   {"Mitä", "Vad", "What"},
                   ColumnKind::kCode,
                   {{"observations", {"Havaintoja", "Iakttagelser", "Observations"}},
                    {"serious", {"Näistä vakavia", "Av dem allvarliga", "Of these, serious"}},
                    {"corrected",
                     {"Jakson havainnoista korjattu", "Av periodens iakttagelser rättade",
                      "Observations of the period corrected"}},
                    {"open",
                     {"Jakson havainnoista avoinna", "Av periodens iakttagelser öppna",
                      "Observations of the period open"}},
                    {"carried",
                     {"Aiemmilta jaksoilta avoinna jakson lopussa",
                      "Öppna från tidigare perioder vid periodens slut",
                      "Open from earlier periods at the end of this one"}},
                    {"changes", {"Tehtyjä muutoksia", "Gjorda ändringar", "Changes made"}},
                    {"feedback", {"Palautteita", "Svar i responsen", "Answers in the feedback"}},
                    {"reports",
                     {"Julkaistuja seurantaselvityksiä", "Publicerade uppföljningsredogörelser",
                      "Follow-up accounts published"}}}},
                  {"number", {"Jaksolla", "Under perioden", "In the period"}, ColumnKind::kInteger},
                  {"before",
                   {"Edellisellä jaksolla", "Föregående period", "In the period before"},
                   ColumnKind::kInteger}},
      .note = {
          "Korjattu: jokainen havainnosta päätetty toimenpide on todennettu. Nolla havaintoa ei "
          "osoita, ettei havaittavaa ollut.",
          "Rättad: varje åtgärd som beslutats på grund av iakttagelsen har verifierats. Noll "
          "iakttagelser visar inte att det inte fanns något att iaktta.",
          "Corrected: every measure decided because of the observation has been verified. No "
          "observation does not show that there was nothing to observe."}};
  return spec;
}

const TableSpec& PeriodObservations() {
  static const TableSpec spec{
      .key = "observations",
      .title = {"Havainnot ja toimenpiteet", "Iakttagelser och åtgärder",
                "Observations and measures"},
      .sql = std::string(kUnitsAsked) + std::string(kObserved) +
             "SELECT o.observed_on, o.unit, o.theme, o.severity, nullif(o.text, '') AS text, "
             "o.actions, o.due, o.mended, o.seq AS events, o.seqs AS mended_events, "
             "CASE WHEN o.mended IS NOT NULL THEN 'good' WHEN o.severity = 'serious' OR o.due < "
             "m.as_of THEN 'bad' ELSE 'notice' END AS mark, 'mended' AS mark_column "
             "FROM observed o, meta m WHERE o.period = ?4 OR (o.observed_on < ?2 AND (o.mended IS "
             "NULL OR o.mended >= ?2)) ORDER BY o.severity <> 'serious', o.observed_on, o.seq",
      .columns = {{"observed_on", {"Havaittu", "Observerad", "Observed"}, ColumnKind::kDate},
                  {"unit", kUnit},
                  {.key = "theme",
                   .title = {"Teema", "Tema", "Theme"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "smobservation.recorded/theme"},
                  {.key = "severity",
                   .title = {"Vakavuus", "Allvarlighetsgrad", "Severity"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "smobservation.recorded/severity"},
                  {"text",
                   {"Havainto", "Iakttagelse", "Observation"},
                   ColumnKind::kText,
                   {},
                   {"ei julkaistavaa kuvausta", "ingen beskrivning för publicering",
                    "no description for publication"}},
                  {"actions",
                   {"Toimenpiteitä", "Åtgärder", "Measures"},
                   ColumnKind::kInteger,
                   {},
                   {"ei päätetty", "inte beslutade", "none decided"}},
                  {"due",
                   {"Viimeistään", "Senast", "By"},
                   ColumnKind::kDate,
                   {},
                   {"päivää ei ole asetettu", "ingen dag har satts", "no day is set"}},
                  {"mended",
                   {"Korjattu ja todennettu", "Rättad och verifierad", "Corrected and verified"},
                   ColumnKind::kDate,
                   {},
                   {"avoinna", "öppen", "open"}}},
      .when_empty =
          {"Jaksolla ei ole kirjattu havaintoja eikä aiempia ole avoinna.",
           "Inga iakttagelser har registrerats under perioden och inga tidigare är öppna.",
           "No observation was recorded in the period, and no earlier one is open."},
      .note = {"Mukana ovat myös aiempien jaksojen havainnot, jotka olivat jaksolla avoinna tai "
               "korjattiin sen aikana tai jälkeen.",
               "Här ingår också tidigare perioders iakttagelser som var öppna under perioden eller "
               "rättades under eller efter den.",
               "Observations of earlier periods are here as well when they were open in the period "
               "or corrected in it or after."}};
  return spec;
}

const TableSpec& PeriodChanges() {
  static const TableSpec spec{
      .key = "changes",
      .title = {"Seurannan perusteella tehdyt muutokset", "Ändringar på grund av uppföljningen",
                "Changes made because of the follow-up"},
      .sql = std::string(kUnitsAsked) +
             "SELECT r.unit, r.scope, nullif(r.changes_text, '') AS changes_text, r.published_on, "
             "nullif(r.url, '') AS url, r.seq AS events FROM sm_report r JOIN who ON who.unit = "
             "r.unit WHERE r.period_from <= ?3 AND r.period_to >= ?2 ORDER BY r.scope, r.unit",
      .columns = {{"unit", kUnit},
                  {"scope",
                   {"Selvitys", "Redogörelse", "Account"},
                   ColumnKind::kCode,
                   {{"unit", {"yksikön suunnitelmasta", "om enhetens plan", "of the unit's plan"}},
                    {"programme",
                     {"omavalvontaohjelmasta", "om programmet för egenkontroll",
                      "of the programme"}}}},
                  {"changes_text",
                   {"Muutokset", "Ändringar", "Changes"},
                   ColumnKind::kText,
                   {},
                   {"ei ilmoitettuja muutoksia", "inga angivna ändringar", "no changes stated"}},
                  {"published_on", {"Julkaistu", "Publicerad", "Published"}, ColumnKind::kDate},
                  {"url",
                   {"Missä", "Var", "Where"},
                   ColumnKind::kText,
                   {},
                   {"osoitetta ei ole kirjattu", "adressen är inte registrerad",
                    "the address is not on record"}}},
      .when_empty = {"Jaksolta ei ole julkaistu seurantaselvitystä.",
                     "Ingen uppföljningsredogörelse har publicerats för perioden.",
                     "No follow-up account of the period was published."}};
  return spec;
}

const TableSpec& ProgrammeThemes() {
  static const TableSpec spec{
      .key = "programme-themes",
      .title = {"Omavalvontaohjelma: kaikki yksiköt teemoittain",
                "Programmet för egenkontroll: alla enheter per tema",
                "The programme: all units by theme"},
      .sql = std::string(kUnitsAsked) + std::string(kObserved) + R"sql(
        SELECT theme, count(DISTINCT unit) AS units, count(*) AS observations,
               sum(severity = 'serious') AS serious, sum(mended IS NOT NULL) AS corrected,
               sum(mended IS NULL) AS open, group_concat(seq, ' ') AS events,
               CASE WHEN sum(mended IS NULL) = 0 THEN 'good'
                    WHEN sum(mended IS NULL AND severity = 'serious') > 0 THEN 'bad'
                    ELSE 'notice' END AS mark, 'open' AS mark_column
        FROM observed WHERE period = ?4 GROUP BY theme ORDER BY count(*) DESC, theme)sql",
      .columns = {{.key = "theme",
                   .title = {"Teema", "Tema", "Theme"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "smobservation.recorded/theme"},
                  {"units", {"Yksiköitä", "Enheter", "Units"}, ColumnKind::kInteger},
                  {"observations",
                   {"Havaintoja", "Iakttagelser", "Observations"},
                   ColumnKind::kInteger},
                  {"serious", {"Vakavia", "Allvarliga", "Serious"}, ColumnKind::kInteger},
                  {"corrected", {"Korjattu", "Rättade", "Corrected"}, ColumnKind::kInteger},
                  {"open", {"Avoinna", "Öppna", "Open"}, ColumnKind::kInteger}},
      .when_empty = {"Jaksolla ei ole kirjattu havaintoja.",
                     "Inga iakttagelser har registrerats under perioden.",
                     "No observation was recorded in the period."}};
  return spec;
}

const TableSpec& PeriodIndicators() {
  static const TableSpec spec{
      .key = "indicators",
      .title = {"Mittarit", "Indikatorer", "Indicators"},
      .sql = std::string(kUnitsAsked) + R"sql(
        SELECT v.unit, coalesce(v.name, v.indicator) AS indicator, v.period_from, v.period_to,
               v.numerator, v.denominator, coalesce(v.stated, v.computed) AS value,
               nullif(v.unit_of_measure, '') AS unit_of_measure,
               i.target_shown AS target, 'noBase' AS value_why, v.seq AS events
        FROM v14_values v JOIN who ON who.unit = v.unit
        LEFT JOIN indicator i ON i.indicator = v.indicator
        WHERE v.period_from <= ?3 AND v.period_to >= ?2
        ORDER BY v.unit, v.indicator, v.period_from, v.seq)sql",
      .columns = {{"unit", kUnit},
                  {"indicator", {"Mittari", "Indikator", "Indicator"}},
                  {"period_from", {"Alkaen", "Från", "From"}, ColumnKind::kDate},
                  {"period_to", {"Päättyen", "Till", "To"}, ColumnKind::kDate},
                  {"numerator", {"Osoittaja", "Täljare", "Numerator"}, ColumnKind::kThousandths},
                  {"denominator",
                   {"Nimittäjä", "Nämnare", "Denominator"},
                   ColumnKind::kThousandths},
                  {"value",
                   {"Arvo", "Värde", "Value"},
                   ColumnKind::kThousandths,
                   {{"noBase",
                     {"ei laskettavissa: nimittäjä puuttuu", "kan inte beräknas: nämnaren saknas",
                      "not computable: the denominator is missing"}}}},
                  {"unit_of_measure", {"Mitta", "Mått", "Measure"}},
                  {"target",
                   {"Tavoite", "Mål", "Target"},
                   ColumnKind::kStated,
                   {},
                   {"ei tavoitetta", "inget mål", "no target"}}},
      .when_empty = {"Mittareiden arvoja ei ole kirjattu.",
                     "Inga värden för indikatorer har registrerats.",
                     "No value of an indicator is on record."}};
  return spec;
}

}  // namespace sinetti
