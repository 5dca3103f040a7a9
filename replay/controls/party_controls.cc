// Checks of parties: one under two names, one that nobody describes, one that ceased too early.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // One payer under several printed names: who owes the amount?
    {"R-NAME", R"sql(
WITH named AS (
  SELECT project, payer, group_concat(DISTINCT coalesce(payer_text, line)) AS names,
         count(DISTINCT coalesce(payer_text, line)) AS n, group_concat(seq, ' ') AS events
  FROM (SELECT * FROM funding_line ORDER BY seq) WHERE payer IS NOT NULL GROUP BY project, payer)
SELECT 'medium', project, payer, replace(names, ',', ' / '), '', '',
       'Samalla maksajalla on eri nimiä: ' || replace(names, ',', ' / ') || '.',
       'Samma betalare har olika namn: ' || replace(names, ',', ' / ') || '.',
       'One payer has several names: ' || replace(names, ',', ' / ') || '.',
       events
FROM named WHERE n > 1 ORDER BY project, payer)sql",
     FindingAbout::kThing, "payer"},

    // A body that a plan relies on, with no members, mandate or founding recorded.
    {"R-NAME", R"sql(
SELECT 'medium', b.body, 'body', b.body, '', '',
       'Toimielimen "' || b.body || '" jäseniä, toimivaltaa tai asettamista ei ole kirjattu.',
       'Medlemmar, mandat eller tillsättning för organet "' || b.body || '" är inte antecknade.',
       'No members, mandate or founding of the body "' || b.body || '" are recorded.',
       group_concat(b.seq, ' ')
FROM (SELECT DISTINCT body, seq FROM body_named WHERE known = 0 ORDER BY seq) b
WHERE NOT EXISTS (SELECT 1 FROM body_named k WHERE k.body = b.body AND k.known = 1)
GROUP BY b.body ORDER BY min(b.seq), b.body)sql",
     FindingAbout::kThing, "body"},

    // A party ceased, and the project has neither been reported nor settled with the successor.
    {"R-SUCC", R"sql(
WITH open AS (
  SELECT s.*, instr(s.roles, 'payer') + instr(s.roles, 'administrator') > 0 AS bound
  FROM v_succession_banner s
  WHERE NOT EXISTS (SELECT 1 FROM project_event e WHERE e.project = s.project
                    AND e.what = 'reported' AND e.day_first <= s.effective)
    AND NOT EXISTS (SELECT 1 FROM funding_payment f WHERE f.kind = 'settled'
                    AND f.payer = s.party))
SELECT CASE WHEN max(bound) THEN 'high' ELSE 'medium' END, project, 'succession ' || effective,
       group_concat(coalesce(party_name, party), ', '), coalesce(successor_name, successor, '-'), '',
       'Osapuoli on lakannut ' || effective || ' ennen kuin hanke on raportoitu ja selvitetty: ' ||
         group_concat(coalesce(party_name, party), ', ') || '. Velvoitteet siirtyvät: ' ||
         coalesce(successor_name, successor, '-') || ' (' || coalesce(act, '-') || ').',
       'En part har upphört ' || effective || ' innan projektet rapporterats och reglerats: ' ||
         group_concat(coalesce(party_name, party), ', ') || '. Förpliktelserna övergår till ' ||
         coalesce(successor_name, successor, '-') || ' (' || coalesce(act, '-') || ').',
       'A party ceased on ' || effective || ' before the project was reported and settled: ' ||
         group_concat(coalesce(party_name, party), ', ') || '. Its obligations pass to ' ||
         coalesce(successor_name, successor, '-') || ' (' || coalesce(act, '-') || ').',
       seq
FROM open GROUP BY project, seq ORDER BY project, effective, seq)sql",
     FindingAbout::kStatement, "project"},
};

}  // namespace

std::span<const SqlControl> PartyControls() { return kControls; }

}  // namespace sinetti
