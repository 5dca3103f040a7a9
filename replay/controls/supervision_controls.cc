// Checks of supervision and self-monitoring: days that passed, accounts that are missing, and the
// steps that 741/2023, 434/2003 and 1113/1990 require (A4.12 of the domain).
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // An order whose day passed and that nobody has shown to be met.
    {"R-LATE", R"sql(
SELECT 'high', case_no, 'order ' || ordered_on, due, (SELECT as_of FROM meta), days_past_due,
       'Määräyksen määräaika ' || due || ' on kulunut: ' || obligations,
       'Tidsfristen för föreläggandet ' || due || ' har gått ut: ' || obligations,
       'The due day of the order, ' || due || ', has passed: ' || obligations,
       seq
FROM v3_orders WHERE state = 'past_due' AND days_past_due > :graceDays GROUP BY ref ORDER BY due, seq)sql",
     FindingAbout::kStatement, "order"},

    // What a provider was asked to do by a day, other than orders, fines and accounts.
    {"R-LATE", R"sql(
SELECT 'medium', matter, trigger_type || ' ' || trigger_date, due, (SELECT as_of FROM meta),
       days_late,
       'Asetettu määräaika ' || due || ' on kulunut ' || days_late || ' päivää sitten (' ||
         trigger_type || ').',
       'Den utsatta dagen ' || due || ' gick ut för ' || days_late || ' dagar sedan (' ||
         trigger_type || ').',
       'The day that was set, ' || due || ', passed ' || days_late || ' days ago (' ||
         trigger_type || ').',
       seq || coalesce(' ' || moved_seq, '')
FROM v4_deadlines
WHERE kind = 'set' AND state = 'overdue' AND days_late > :graceDays
  AND trigger_type NOT IN ('supcase.orderIssued', 'fine.imposed') ORDER BY due, seq)sql",
     FindingAbout::kStatement, "setDay"},

    // The account of a unit or a programme that is due and not published.
    {"R-LATE", R"sql(
SELECT 'high', unit, 'self-monitoring ' || next_due, next_due, (SELECT as_of FROM meta),
       CAST(julianday((SELECT as_of FROM meta)) - julianday(next_due) AS INTEGER),
       'Omavalvonnan seurantaselvitys on julkaisematta: määräpäivä oli ' || next_due ||
         ' (741/2023 26 ja 27 §).',
       'Uppföljningen av egenkontrollen har inte publicerats: sista dagen var ' || next_due ||
         ' (741/2023 26 och 27 §).',
       'The account of self-monitoring is not published: it was due on ' || next_due ||
         ' (741/2023 sections 26 and 27).',
       seq
FROM v8_self_monitoring WHERE overdue = 1
  AND julianday((SELECT as_of FROM meta)) - julianday(next_due) > :graceDays ORDER BY unit, scope)sql",
     FindingAbout::kThing, "selfMonitoring"},

    // A period that no account covers.
    {"R-MISS", R"sql(
SELECT 'high', unit, missing_from || '/' || missing_to, '', '', '',
       'Omavalvonnan seurantaselvitys puuttuu ajalta ' || missing_from || '–' || missing_to ||
         ' (741/2023 26 ja 27 §).',
       'Uppföljningen av egenkontrollen saknas för ' || missing_from || '–' || missing_to ||
         ' (741/2023 26 och 27 §).',
       'No account of self-monitoring covers ' || missing_from || '–' || missing_to ||
         ' (741/2023 sections 26 and 27).',
       seq
FROM v8_missing_periods ORDER BY unit, scope, missing_from)sql",
     FindingAbout::kThing, "selfMonitoringPeriod"},

    // A plan that staff cannot find or that does not tell them how to notify (27 and 30 sections).
    {"R-MISS", R"sql(
SELECT 'medium', unit, 'plan ' || plan_version, '',
       trim(CASE WHEN displayed_on IS NULL THEN 'display ' ELSE '' END ||
            CASE WHEN staff_instruction = 'no' THEN 'instruction' ELSE '' END), '',
       'Omavalvontasuunnitelmassa on puutteita: ' ||
         trim(CASE WHEN displayed_on IS NULL THEN 'ei nähtävillä yksikössä; ' ELSE '' END ||
              CASE WHEN staff_instruction = 'no' THEN 'henkilöstön ohje puuttuu' ELSE '' END, '; ')
         || '.',
       'Planen för egenkontroll har brister: ' ||
         trim(CASE WHEN displayed_on IS NULL THEN 'inte framlagd i enheten; ' ELSE '' END ||
              CASE WHEN staff_instruction = 'no' THEN 'anvisning till personalen saknas' ELSE '' END,
              '; ') || '.',
       'The self-monitoring plan has defects: ' ||
         trim(CASE WHEN displayed_on IS NULL THEN 'not on display in the unit; ' ELSE '' END ||
              CASE WHEN staff_instruction = 'no' THEN 'no instruction to staff' ELSE '' END, '; ')
         || '.',
       seq
FROM v8_self_monitoring
WHERE scope = 'unit' AND published_on IS NOT NULL
  AND (displayed_on IS NULL OR staff_instruction = 'no') ORDER BY unit)sql",
     FindingAbout::kThing, "selfMonitoringPlan"},

    // An inspection needs an order, and a ground to enter homes (741/2023 36 section).
    {"R-PROC-01", R"sql(
SELECT 'high', i.case_no, 'inspection ' || i.held_on, i.held_on, '', '',
       CASE WHEN i.inspection_order IS NULL THEN 'Tarkastuksella ei ole tarkastusmääräystä (741/2023 36 §).'
            ELSE 'Asuintiloihin ulottuneella tarkastuksella ei ole välttämättömyysperustetta (741/2023 36 §).' END,
       CASE WHEN i.inspection_order IS NULL THEN 'Inspektionen saknar inspektionsförordnande (741/2023 36 §).'
            ELSE 'Inspektionen i bostadslokaler saknar grund för nödvändighet (741/2023 36 §).' END,
       CASE WHEN i.inspection_order IS NULL THEN 'The inspection has no inspection order (741/2023 section 36).'
            ELSE 'The inspection entered homes and no necessity is recorded (741/2023 section 36).' END,
       i.seq
FROM sup_inspection i
WHERE i.inspection_order IS NULL OR (i.home_premises = 'yes' AND i.home_ground IS NULL)
ORDER BY i.seq)sql",
     FindingAbout::kStatement, "inspection"},

    // The report goes to the party, and between organiser and authority (34 section).
    {"R-PROC-01", R"sql(
SELECT 'medium', case_no, 'inspection report ' || drafted_on, drafted_on,
       trim(CASE WHEN notified_on IS NULL THEN 'party ' ELSE '' END ||
            CASE WHEN exchanged_on IS NULL THEN 'exchange' ELSE '' END), '',
       'Tarkastuskertomusta ei ole annettu tiedoksi tai vaihdettu järjestäjän ja viranomaisen kesken (741/2023 34 §).',
       'Inspektionsberättelsen har inte delgetts eller utbytts mellan anordnare och myndighet (741/2023 34 §).',
       'The inspection report was not notified, or not exchanged between organiser and authority (741/2023 section 34).',
       seq || ' ' || report_seq
FROM sup_inspection
WHERE drafted_on IS NOT NULL AND (notified_on IS NULL OR exchanged_on IS NULL) ORDER BY seq)sql",
     FindingAbout::kStatement, "inspectionReport"},

    // A fine needs a hearing, and waits for the one before it (1113/1990 12 and 22 sections).
    {"R-PROC-01", R"sql(
SELECT 'high', o.case_no, 'fine ' || f.imposed_on, f.main_obligation, '', '',
       CASE WHEN f.hearing IS NULL THEN 'Uhkasakko on asetettu ilman kuulemista (1113/1990 22 §).'
            ELSE 'Uusi uhkasakko on asetettu ennen kuin edellinen on ratkaistu (1113/1990 12 §).' END,
       CASE WHEN f.hearing IS NULL THEN 'Vite har förelagts utan hörande (1113/1990 22 §).'
            ELSE 'Ett nytt vite har förelagts innan det föregående är avgjort (1113/1990 12 §).' END,
       CASE WHEN f.hearing IS NULL THEN 'The fine was imposed without a hearing (1113/1990 section 22).'
            ELSE 'A new fine was imposed before the former one was dealt with (1113/1990 section 12).' END,
       f.seq
FROM sup_fine f JOIN sup_order o ON o.ref = f.sup_order
WHERE f.hearing IS NULL OR EXISTS (
  SELECT 1 FROM sup_fine e WHERE e.sup_order = f.sup_order AND e.seq < f.seq
   AND e.main_obligation = f.main_obligation
   AND (e.state = 'imposed' OR e.state_on > f.imposed_on))
ORDER BY f.seq)sql",
     FindingAbout::kStatement, "fine"},

    // At most three additional parts at one time (1113/1990 10 section).
    {"R-SUM", R"sql(
SELECT 'high', o.case_no, 'fine ' || f.imposed_on,
       printf('%d.%02d', f.ordered_cents / 100, f.ordered_cents % 100),
       printf('%d.%02d', 4 * f.base_cents / 100, 4 * f.base_cents % 100),
       printf('-%d.%02d', (f.ordered_cents - 4 * f.base_cents) / 100,
              (f.ordered_cents - 4 * f.base_cents) % 100),
       'Uhkasakkoa on tuomittu enemmän kuin peruserä ja kolme kertaa peruserä lisäeriä (1113/1990 10 §).',
       'Mer vite har dömts ut än grundbeloppet och tilläggsbelopp till tre gånger grundbeloppet (1113/1990 10 §).',
       'More was ordered than the base and additional parts of three times the base (1113/1990 section 10).',
       f.seq
FROM sup_fine f JOIN sup_order o ON o.ref = f.sup_order
WHERE f.kind = 'running' AND f.ordered_cents > 4 * f.base_cents ORDER BY f.seq)sql",
     FindingAbout::kStatement, "runningFine"},

    // Events older than two years need a special reason (741/2023 33 section).
    {"R-RULE", R"sql(
SELECT 'medium', c.case_no, 'age of the event', c.event_date, c.opened_on, '',
       'Yli ' || :oldEventYears || ' vuotta vanhaa tapahtumaa tutkitaan ilman kirjattua erityistä syytä (741/2023 33 §).',
       'En över ' || :oldEventYears || ' år gammal händelse utreds utan antecknat särskilt skäl (741/2023 33 §).',
       'An event older than ' || :oldEventYears || ' years is investigated and no special reason is recorded (741/2023 section 33).',
       c.seq
FROM supcase c
WHERE c.event_date IS NOT NULL AND c.special_reason IS NULL
  AND date(c.event_date, '+' || :oldEventYears || ' years') < c.opened_on ORDER BY c.seq)sql",
     FindingAbout::kThing, "oldEvent"},
};

}  // namespace

std::span<const SqlControl> SupervisionControls() { return kControls; }

}  // namespace sinetti
