#include "replay/reports/register_extract.h"

#include "replay/reports/codes.h"
#include "replay/reports/composed.h"
#include "replay/reports/provider.h"
#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const Words kUnit{"Yksikkö", "Enhet", "Unit"};

const TableSpec& Chains() {
  static const TableSpec spec{
      .key = "chains",
      .title = {"Epäkohdat ja niiden korjaaminen", "Missförhållanden och hur de rättades",
                "Findings and how they were mended"},
      .sql =
          "SELECT found_on, unit, severity, provision, text, state, evidence_on, verified_on, "
          "days_open, recurrence, seq AS events, CASE WHEN state = 'mended' THEN 'good' WHEN "
          "past_due OR severity = 'endangering' THEN 'bad' ELSE 'notice' END AS mark, 'state' AS "
          "mark_column FROM v6_finding_chain WHERE provider = ?1 ORDER BY found_on DESC, seq DESC",
      .columns = {{"found_on", {"Havaittu", "Konstaterat", "Found"}, ColumnKind::kDate},
                  {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
                  {.key = "severity",
                   .title = {"Vakavuus", "Allvarlighetsgrad", "Severity"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "finding.recorded/severity"},
                  {"provision",
                   {"Säännös", "Bestämmelse", "Provision"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"text", {"Epäkohta", "Missförhållande", "Finding"}},
                  {"state", {"Vaihe", "Skede", "Stage"}, ColumnKind::kCode, ChainStates()},
                  {"verified_on",
                   {"Todennettu", "Verifierat", "Verified"},
                   ColumnKind::kDate,
                   {},
                   {"ei vielä", "inte ännu", "not yet"}},
                  {"days_open", {"Avoinna (pv)", "Öppet (d)", "Days open"}, ColumnKind::kInteger},
                  {"recurrence",
                   {"Toistunut (krt)", "Upprepat (ggr)", "Recurred (times)"},
                   ColumnKind::kInteger}},
      .when_empty = {"Epäkohtia ei ole kirjattu.", "Inga missförhållanden har registrerats.",
                     "No finding is on record."}};
  return spec;
}

const TableSpec& Notifications() {
  static const TableSpec spec{
      .key = "notifications",
      .title = {"Ilmoitukset ja vaaratapahtumat kolmelta vuodelta",
                "Anmälningar och farliga händelser under tre år",
                "Notifications and incidents of three years"},
      .sql =
          "SELECT v.day, v.unit, v.channel, v.theme, v.serious, v.summary, v.days_to_reaction, "
          "v.organiser_on, v.authority_on, v.seq AS events, CASE WHEN v.days_to_reaction IS NULL "
          "THEN CASE v.serious WHEN 'yes' THEN 'bad' ELSE 'notice' END END AS mark, "
          "'days_to_reaction' AS mark_column FROM v7_notifications v, meta m WHERE v.provider = ?1 "
          "AND v.day > date(m.as_of, '-3 years') ORDER BY v.day DESC, v.seq DESC",
      .columns = {{"day", {"Päivä", "Dag", "Day"}, ColumnKind::kDate},
                  {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
                  {"channel",
                   {"Ilmoittaja", "Anmälare", "Channel"},
                   ColumnKind::kCode,
                   NotificationChannels()},
                  {.key = "theme",
                   .title = {"Teema", "Tema", "Theme"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "smobservation.recorded/theme"},
                  {"serious", {"Vakava", "Allvarlig", "Serious"}, ColumnKind::kCode, YesNoWords()},
                  {"summary", {"Kuvaus", "Beskrivning", "Description"}},
                  {"days_to_reaction",
                   {"Reaktio (pv)", "Reaktion (d)", "Reaction (days)"},
                   ColumnKind::kInteger,
                   {},
                   {"ei vielä", "inte ännu", "not yet"}},
                  {"organiser_on",
                   {"Järjestäjälle", "Till anordnaren", "To the organiser"},
                   ColumnKind::kDate,
                   {},
                   {"ei kirjattu", "inte registrerad", "not on record"}},
                  {"authority_on",
                   {"Viranomaiselle", "Till myndigheten", "To the authority"},
                   ColumnKind::kDate,
                   {},
                   {"ei kirjattu", "inte registrerad", "not on record"}}},
      .when_empty = {"Ilmoituksia ei ole kirjattu.", "Inga anmälningar har registrerats.",
                     "No notification is on record."},
      .note = {"Ilmoittajan tiedot on sinetöity eivätkä ole otteella.",
               "Uppgifterna om anmälaren är förseglade och ingår inte i utdraget.",
               "Who notified is sealed and not in the extract."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  SINETTI_ASSIGN(std::vector<Section> card, SectionsOf(ProviderReport(), views, request.scope));
  std::vector<Section> sections;
  sections.push_back(
      TakeTables(card, {"Tuottaja ja yksiköt", "Producent och enheter", "Provider and units"},
                 {"card", "units", "contracts"}));
  sections.back().paragraphs.push_back(
      {"Ote viranomaiselle tai toiselle palvelunjärjestäjälle: 741/2023 34 ja 45 §. Luotettavuutta "
       "arvioidaan kolmen vuoden ajalta (7 §).",
       "Utdrag för en myndighet eller en annan tjänsteanordnare: 741/2023 34 och 45 §. "
       "Tillförlitligheten bedöms för tre år (7 §).",
       "Extract for an authority or another organiser: 741/2023 sections 34 and 45. Reliability is "
       "judged over three years (section 7)."});
  sections.push_back(TakeTables(
      card,
      {"Valvonta-asiat ja määräykset", "Tillsynsärenden och förelägganden", "Cases and orders"},
      {"cases", "orders"}));
  Section found{.title = {"Epäkohdat ja ilmoitukset", "Missförhållanden och anmälningar",
                          "Findings and notifications"}};
  for (const TableSpec* spec : {&Chains(), &Notifications()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec, {request.scope}));
    found.tables.push_back(std::move(table));
  }
  sections.push_back(std::move(found));
  sections.push_back(
      TakeTables(card, {"Omavalvonta", "Egenkontroll", "Self-monitoring"}, {"selfmonitoring"}));
  return sections;
}

}  // namespace

const ReportDefinition& RegisterExtract() {
  static const ReportDefinition definition{
      .name = "extract",
      .title = {"Rekisteriote tuottajasta", "Registerutdrag om en producent",
                "Register extract on a provider"},
      .about = {"Viranomaiselle: rekisteröinti, määräykset, epäkohtien korjaaminen ja ilmoitukset "
                "(741/2023 34 ja 45 §)",
                "För myndigheten: registrering, förelägganden, rättade missförhållanden och "
                "anmälningar (741/2023 34 och 45 §)",
                "For the authority: registration, orders, findings mended, notifications (741/2023 "
                "sections 34 and 45)"},
      .scope = {"tuottaja", "producent", "provider"},
      .needs_scope = true,
      .build = &Build};
  return definition;
}

}  // namespace sinetti
