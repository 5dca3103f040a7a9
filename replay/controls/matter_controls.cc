// Checks of clients' matters and decisions: powers, what a decision must hold, required
// participants, disclosure between registers, time limits, and local standards against the law.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // A decision whose mandate does not hold on its day.
    {"R-AUTH-01", R"sql(
SELECT CASE m.mandate_state WHEN 'missing' THEN 'medium' ELSE 'high' END,
       coalesce(d.matter, d.stream), coalesce(d.number, d.ref), coalesce(d.office, ''),
       iif(m.mandate_state = 'other_office', coalesce(m.mandate_office, ''), ''), '',
       'Päätös ' || coalesce(d.number, d.ref) || ' (' || d.decided_on || '): ' ||
         CASE m.mandate_state WHEN 'missing' THEN 'toimivaltaa ei ole kirjattu'
           WHEN 'unknown' THEN 'toimivallan siirtoa ei ole rekisterissä'
           WHEN 'not_in_force' THEN 'toimivallan siirto ei ollut voimassa'
           WHEN 'other_type' THEN 'siirto ei kata tätä päätöslajia'
           WHEN 'other_office' THEN 'toimivalta on siirretty toiselle viranhaltijalle'
           ELSE 'harkintaa edellyttävä päätös ilman harkintavaltaa' END || '.',
       'Beslut ' || coalesce(d.number, d.ref) || ' (' || d.decided_on || '): ' ||
         CASE m.mandate_state WHEN 'missing' THEN 'befogenheten är inte antecknad'
           WHEN 'unknown' THEN 'delegeringen finns inte i registret'
           WHEN 'not_in_force' THEN 'delegeringen var inte i kraft'
           WHEN 'other_type' THEN 'delegeringen omfattar inte denna typ av beslut'
           WHEN 'other_office' THEN 'befogenheten har delegerats till en annan tjänsteinnehavare'
           ELSE 'beslut som kräver prövning utan rätt till prövning' END || '.',
       'Decision ' || coalesce(d.number, d.ref) || ' (' || d.decided_on || '): ' ||
         CASE m.mandate_state WHEN 'missing' THEN 'no mandate is recorded'
           WHEN 'unknown' THEN 'the delegation is not in the register'
           WHEN 'not_in_force' THEN 'the delegation was not in force'
           WHEN 'other_type' THEN 'the delegation does not cover this type of decision'
           WHEN 'other_office' THEN 'the power was given to another office'
           ELSE 'discretion was used without the power to use it' END || '.',
       d.seq || coalesce(' ' || g.seq, '')
FROM decision d JOIN v_decision_mandate m ON m.ref = d.ref
LEFT JOIN delegation g ON g.ref = d.mandate
WHERE m.mandate_state <> 'valid' ORDER BY d.seq)sql",
     FindingAbout::kStatement, "decision"},

    // What 434/2003 44 to 47 sections ask of a decision and it does not hold.
    {"R-MISS", R"sql(
SELECT 'medium', coalesce(matter, ref), coalesce(decision_no, ref), missing_items, '', '',
       'Päätöksestä ' || coalesce(decision_no, ref) || ' puuttuu: ' || missing_items ||
         ' (434/2003 44–47 §).',
       'I beslutet ' || coalesce(decision_no, ref) || ' saknas: ' || missing_items ||
         ' (434/2003 44–47 §).',
       'The decision ' || coalesce(decision_no, ref) || ' lacks: ' || missing_items ||
         ' (434/2003 sections 44–47).',
       seq
FROM (SELECT *, replace(replace(', ' || v.missing_items, ', mandate', ''), ', ', ',') AS other
      FROM v21_decisions v)
WHERE missing_items IS NOT NULL AND other <> '' ORDER BY seq)sql",
     FindingAbout::kStatement, "decision"},

    // A unit that knew the client before did not join by the next step.
    {"R-PROC-01", R"sql(
SELECT 'high', matter, unit, started_on, '', '',
       'Yksikkö, jossa asiakkaalla on aikaisempi asiakkuus, ei ole mukana alkuvaiheesta: ' || unit ||
         '.',
       'En enhet där klienten har en tidigare klientrelation är inte med från början: ' || unit ||
         '.',
       'A unit with an earlier client relation is not in from the start: ' || unit || '.',
       seq || coalesce(' ' || joined_seq, '')
FROM v_required_participants
WHERE joined_seq IS NULL OR joined_seq > deadline_seq ORDER BY seq, unit)sql",
     FindingAbout::kStatement, "participant"},

    // Data move between registers when a unit joins: consent or law must say so.
    {"R-RULE", R"sql(
SELECT 'medium', matter, participant, joined_on, '', '',
       'Liittymisen perustetta ei ole kirjattu (suostumus tai laki): ' || participant || '.',
       'Grunden för att ansluta sig är inte antecknad (samtycke eller lag): ' || participant || '.',
       'No basis for joining is recorded (consent or law): ' || participant || '.',
       seq
FROM participant WHERE client IS NOT NULL AND basis = 'unspecified' ORDER BY seq)sql",
     FindingAbout::kStatement, "joining"},

    // A local standard that allows more than the statute.
    {"R-RULE", R"sql(
SELECT 'high', rule, version, shown || ' ' || unit, statute_limit || ' ' || unit,
       statute_limit - local_limit,
       'Paikallinen palvelulupaus on heikompi kuin laki: ' || coalesce(text, standard) || '; ' ||
         statute_rule || ' sallii ' || statute_limit || '.',
       'Den lokala utfästelsen är svagare än lagen: ' || coalesce(text, standard) || '; ' ||
         statute_rule || ' tillåter ' || statute_limit || '.',
       'The local standard is weaker than the statute: ' || coalesce(text, standard) || '; ' ||
         statute_rule || ' allows ' || statute_limit || '.',
       seq
FROM v16_local_standards WHERE verdict = 'weaker' ORDER BY rule, since)sql",
     FindingAbout::kStatement, "localStandard"},

    // A target group that is cut differently from the rule it follows.
    {"R-RULE", R"sql(
SELECT 'medium', cohort, 'age', stated, rule_says, '',
       'Kohderyhmän ikäraja poikkeaa säännöstä: ' || stated || ', sääntö ' || rule_says || '.',
       'Målgruppens åldersgräns avviker från regeln: ' || stated || ', regeln ' || rule_says || '.',
       'The age limit of the group differs from the rule: ' || stated || ', the rule says ' ||
         rule_says || '.',
       seq
FROM v16_cohorts WHERE verdict = 'differs' ORDER BY cohort)sql",
     FindingAbout::kStatement, "cohort"},

    // A statutory limit that an authority did not keep.
    {"R-LATE", R"sql(
SELECT CASE state WHEN 'overdue' THEN 'high' ELSE 'medium' END, matter, rule || ' ' || trigger_date,
       due, coalesce(closed_on, (SELECT as_of FROM meta)), days_late,
       'Lakisääteinen määräaika ' || due || ' ylittyi ' || days_late || ' päivällä. ' || reason_fi,
       'Den lagstadgade tidsfristen ' || due || ' överskreds med ' || days_late || ' dagar. ' ||
         reason_sv,
       'The statutory time limit ' || due || ' was passed by ' || days_late || ' days. ' ||
         reason_en,
       seq || coalesce(' ' || closed_seq, '')
FROM v4_deadlines WHERE kind = 'statute' AND duty = 'authority' AND state IN ('late', 'overdue')
  AND days_late > :graceDays
ORDER BY due, seq, rule)sql",
     FindingAbout::kStatement, "statute"},

    // The authority of a type of matter changes under running matters.
    {"R-SUCC", R"sql(
SELECT 'high', task, 'competence ' || effective, from_org, to_org, '',
       'Toimivaltainen viranomainen vaihtuu ' || effective || ': ' || task || ', ' || from_org ||
         ' → ' || to_org || '. Aiemmin vireille tulleiden asioiden viranomainen on tarkistettava.',
       'Den behöriga myndigheten byts ' || effective || ': ' || task || ', ' || from_org || ' → ' ||
         to_org || '. Myndigheten i tidigare anhängiga ärenden ska kontrolleras.',
       'The competent authority changes on ' || effective || ': ' || task || ', ' || from_org ||
         ' → ' || to_org || '. Check the authority of matters that were opened before.',
       seq
FROM competence WHERE effective <= (SELECT as_of FROM meta) ORDER BY effective, seq)sql",
     FindingAbout::kStatement, "competence"},

    // One legal person under two names: sources of before and after speak of the same party.
    {"R-NAME", R"sql(
SELECT 'low', n.org_id, 'name', o.name, n.name, '',
       'Sama organisaatio on esiintynyt nimillä ' || o.name || ' ja ' || n.name || '.',
       'Samma organisation har förekommit under namnen ' || o.name || ' och ' || n.name || '.',
       'One organisation has been called ' || o.name || ' and ' || n.name || '.',
       n.seq || ' ' || o.seq
FROM organisation_name n JOIN organisation o ON o.org_id = n.org_id
WHERE n.name <> o.name ORDER BY n.org_id, n.seq)sql",
     FindingAbout::kStatement, "organisation"},

    // The source itself says that nobody measures it.
    {"R-EVID", R"sql(
SELECT 'high', stream, subject, statement, '', '',
       'Lähde toteaa, ettei mittaria tai seurantaa ole: ' || statement,
       'Källan konstaterar att det inte finns någon indikator eller uppföljning: ' || statement,
       'The source says that there is no indicator or follow-up: ' || statement,
       seq
FROM indicator_gap ORDER BY seq)sql",
     FindingAbout::kStatement, "gapStated"},
};

}  // namespace

std::span<const SqlControl> MatterControls() { return kControls; }

}  // namespace sinetti
