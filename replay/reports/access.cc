#include "replay/reports/access.h"

#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const Words kClient{"Asiakas", "Klient", "Client"};

const TableSpec& Accesses() {
  static const TableSpec spec{
      .key = "accesses",
      .title = {"Katselut, viennit, luovutukset ja evätyt yritykset",
                "Granskningar, exporter, utlämnanden och nekade försök",
                "Views, exports, disclosures and refused attempts"},
      .sql =
          "SELECT substr(at, 1, 19) AS at, kind, client, reader, role, object, fields, purpose, "
          "ground, recipient, refused, grants, seq AS events, CASE kind WHEN 'refused' THEN "
          "'notice' "
          "END AS mark, 'kind' AS mark_column FROM v29_access WHERE ?1 = '' OR client = ?1",
      .columns = {{"at", {"Milloin (UTC)", "När (UTC)", "When (UTC)"}},
                  {"kind",
                   {"Mitä tehtiin", "Vad som gjordes", "What was done"},
                   ColumnKind::kCode,
                   {{"viewed", {"katsottu", "granskat", "viewed"}},
                    {"exported", {"viety", "exporterat", "exported"}},
                    {"disclosed", {"luovutettu", "utlämnat", "disclosed"}},
                    {"refused", {"evätty", "nekat", "refused"}}}},
                  {"client",
                   kClient,
                   ColumnKind::kText,
                   {},
                   {"ei asiakasta", "ingen klient", "no client"}},
                  {"reader",
                   {"Kuka", "Vem", "Who"},
                   ColumnKind::kText,
                   {},
                   {"ei kirjattu", "inte antecknat", "not recorded"}},
                  {"role",
                   {"Tehtävä", "Uppgift", "Role"},
                   ColumnKind::kText,
                   {},
                   {"ei kirjattu", "inte antecknat", "not recorded"}},
                  {"object", {"Kohde", "Objekt", "Object"}},
                  {"fields",
                   {"Kentät", "Fält", "Fields"},
                   ColumnKind::kText,
                   {},
                   {"ei suljettuja", "inga förseglade", "none sealed"}},
                  {"purpose", {"Käyttötarkoitus", "Ändamål", "Purpose"}},
                  {"ground", {"Peruste", "Grund", "Ground"}},
                  {"recipient",
                   {"Vastaanottaja", "Mottagare", "Recipient"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"refused",
                   {"Miksi evättiin", "Varför nekat", "Why refused"},
                   ColumnKind::kCode,
                   {{"notProved", {"ei osoitettu lukijaksi", "inte styrkt", "not proved"}},
                    {"noGrant", {"ei käyttöoikeutta", "ingen behörighet", "no grant"}},
                    {"notInForce", {"ei voimassa", "gäller inte", "not in force"}},
                    {"role", {"rooli ei salli", "rollen tillåter inte", "role"}},
                    {"purpose", {"ei tarkoitukseen", "inte för ändamålet", "purpose"}},
                    {"scope", {"ei rajauksessa", "utanför avgränsningen", "scope"}}},
                   kNotApplicable},
                  {"grants",
                   {"Käyttöoikeudet", "Behörigheter", "Grants"},
                   ColumnKind::kText,
                   {},
                   {"ei mainittu", "ej angivna", "not stated"}}},
      .when_empty = {"Tietoja ei ole katsottu eikä luovutettu.",
                     "Uppgifterna har varken granskats eller lämnats ut.",
                     "The data were neither viewed nor handed out."}};
  return spec;
}

const TableSpec& Grants() {
  const Words no_limit{"ei rajausta", "ingen gräns", "no limit"};
  static const TableSpec spec{
      .key = "grants",
      .title = {"Käyttöoikeudet", "Behörigheter", "Grants"},
      .sql =
          "SELECT reader, role, state, providers, units, matters, clients, purposes, "
          "substr(begins, 1, 19) AS begins, substr(ends, 1, 19) AS ends, ground, granted_by, "
          "trim(seq || ' ' || coalesce(revoked_seq, '')) AS events FROM v29_grants "
          "WHERE ?1 = '' OR clients IS NULL OR ', ' || clients || ',' LIKE '%, ' || ?1 || ',%'",
      .columns =
          {{"reader", {"Lukija", "Läsare", "Reader"}},
           {"role",
            {"Rooli", "Roll", "Role"},
            ColumnKind::kCode,
            {{"supervisor", {"valvoja", "tillsynsperson", "supervisor"}},
             {"lawyer", {"lakimies", "jurist", "lawyer"}},
             {"operator", {"ylläpitäjä", "driftsansvarig", "operator"}},
             {"provider", {"palveluntuottaja", "tjänsteproducent", "provider"}},
             {"auditor", {"tarkastaja", "granskare", "auditor"}},
             {"unspecified", {"ei mainittu", "ej angiven", "not stated"}}}},
           {"state",
            {"Tila", "Status", "State"},
            ColumnKind::kCode,
            {{"in force", {"voimassa", "gäller", "in force"}},
             {"not begun", {"ei alkanut", "inte börjat", "not begun"}},
             {"ended", {"päättynyt", "upphört", "ended"}},
             {"revoked", {"poistettu", "återkallad", "revoked"}},
             {"without effect", {"ei vaikuta", "utan verkan", "without effect"}}}},
           {"providers",
            {"Tuottajat", "Producenter", "Providers"},
            ColumnKind::kText,
            {},
            no_limit},
           {"units", {"Yksiköt", "Enheter", "Units"}, ColumnKind::kText, {}, no_limit},
           {"matters", {"Asiat", "Ärenden", "Matters"}, ColumnKind::kText, {}, no_limit},
           {"clients", {"Asiakkaat", "Klienter", "Clients"}, ColumnKind::kText, {}, no_limit},
           {"purposes", {"Tarkoitukset", "Ändamål", "Purposes"}, ColumnKind::kText, {}, no_limit},
           {"begins",
            {"Alkaa (UTC)", "Börjar (UTC)", "From (UTC)"},
            ColumnKind::kText,
            {},
            {"heti", "genast", "at once"}},
           {"ends",
            {"Päättyy (UTC)", "Upphör (UTC)", "Until (UTC)"},
            ColumnKind::kText,
            {},
            no_limit},
           {"ground", {"Peruste", "Grund", "Ground"}},
           {"granted_by", {"Antaja", "Given av", "Granted by"}}},
      .when_empty = {"Kukaan ei saa avata suljettuja tietoja.",
                     "Ingen får öppna förseglade uppgifter.", "Nobody may open sealed values."}};
  return spec;
}

const TableSpec& Requests() {
  static const TableSpec spec{
      .key = "requests",
      .title = {"Lokitietopyynnöt", "Begäranden om logguppgifter", "Requests for this log"},
      .sql =
          "SELECT client, requested_on, period_from, period_to, answered_on, state, days, "
          "trim(seq || ' ' || coalesce(answered_seq, '')) AS events, CASE state WHEN 'open' THEN "
          "'notice' ELSE 'good' END AS mark, 'state' AS mark_column FROM v29_log_requests "
          "WHERE ?1 = '' OR client = ?1",
      .columns = {{"client",
                   kClient,
                   ColumnKind::kText,
                   {},
                   {"ei asiakasta", "ingen klient", "no client"}},
                  {"requested_on", {"Pyydetty", "Begärt", "Requested"}, ColumnKind::kDate},
                  {"period_from",
                   {"Jakso alkaa", "Perioden börjar", "Period from"},
                   ColumnKind::kDate,
                   {},
                   {"ei rajattu", "inte begränsad", "not limited"}},
                  {"period_to",
                   {"Jakso päättyy", "Perioden slutar", "Period to"},
                   ColumnKind::kDate,
                   {},
                   {"ei rajattu", "inte begränsad", "not limited"}},
                  {"answered_on",
                   {"Vastattu", "Besvarat", "Answered"},
                   ColumnKind::kDate,
                   {},
                   {"ei vielä", "inte ännu", "not yet"}},
                  {"state",
                   {"Tila", "Status", "State"},
                   ColumnKind::kCode,
                   {{"open", {"avoinna", "öppen", "open"}},
                    {"answered", {"annettu", "utlämnat", "given"}},
                    {"refused", {"evätty", "avslagen", "refused"}}}},
                  {"days", {"Päiviä", "Dagar", "Days"}, ColumnKind::kInteger}},
      .when_empty = {"Lokitietoja ei ole pyydetty.", "Logguppgifter har inte begärts.",
                     "Nobody asked for the log."},
      .note = {"Vastaus on annettava kahdessa kuukaudessa (703/2023 11 §).",
               "Svaret ska ges inom två månader (703/2023 11 §).",
               "The answer is due in two months (703/2023, section 11)."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  Section section{.title = {"Kuka on käsitellyt tietoja", "Vem som har behandlat uppgifterna",
                            "Who has used the data"},
                  .paragraphs = {Words{
                      "Jokainen suljetun tiedon avaaminen ja luovutus kirjataan ennen kuin tieto "
                      "näytetään, ja samoin jokainen evätty yritys.",
                      "Varje öppning och utlämnande av en förseglad uppgift registreras innan "
                      "uppgiften visas, och likaså varje nekat försök.",
                      "Each opening and disclosure of a sealed value is recorded before the value "
                      "is shown, and so is each refused attempt."}}};
  for (const TableSpec* spec : {&Accesses(), &Grants(), &Requests()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec, scope));
    section.tables.push_back(std::move(table));
  }
  return std::vector<Section>{std::move(section)};
}

}  // namespace

const ReportDefinition& AccessReport() {
  static const ReportDefinition definition{
      .name = "access",
      .title = {"Käyttö- ja luovutusloki", "Användnings- och utlämnandelogg",
                "Log of use and disclosure"},
      .about = {"Kuka on katsonut asiakkaan tietoja, miksi ja millä perusteella, ja kenelle niitä "
                "on luovutettu",
                "Vem som har granskat en klients uppgifter, varför och på vilken grund, och till "
                "vem de har lämnats ut",
                "Who looked at a client's data, why and on what ground, and to whom they were "
                "handed out"},
      .scope = {"asiakkaan tunniste (valinnainen)", "klientens pseudonym (valfritt)",
                "pseudonym of a client (optional)"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
