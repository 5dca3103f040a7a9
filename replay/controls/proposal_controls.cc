// Checks of proposals made on one template: copied sentences, boxes, empty headings, headings out
// of order, titles that differ, places that nobody divided, statements that disagree.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    {"R-DUP", R"sql(
SELECT 'high', study, 'P' || copy || ' ' || h.kind, words, 'P' || original || ' ' || h.kind,
shingles + 11,
'Ehdotuksessa ' || copy || ' kohdassa ' || h.fi || ' on samat ' || (shingles + 11) ||
' peräkkäistä sanaa kuin ehdotuksessa ' || original || '.',
'Förslag ' || copy || ' har under ' || h.sv || ' samma ' || (shingles + 11) ||
' ord i följd som förslag ' || original || '.',
'Proposal ' || copy || ' has under ' || h.en || ' the same ' || (shingles + 11) ||
' words in a row as proposal ' || original || '.',
original_seq || ' ' || copy_seq
FROM proposal_copy c JOIN proposal_heading h ON h.kind = c.place
WHERE shingles + 11 >= :words ORDER BY study, copy, original,
position)sql",
     FindingAbout::kStatement, "proposal"},
    {"R-STATE", R"sql(
SELECT CASE WHEN quick + needs_study = 2 AND phases LIKE '%|%' THEN 'medium' ELSE 'high' END,
study, 'P' || number, quick + needs_study, 1, 1 - quick - needs_study,
CASE quick + needs_study WHEN 0 THEN 'Ehdotuksessa ' || number || ' ei ole yhtään rastia.'
ELSE 'Ehdotuksessa ' || number || ' on molemmat toisensa poissulkevat rastit' ||
CASE WHEN phases LIKE '%|%' THEN ', kumpikin omalle vaiheelleen.' ELSE '.' END END,
CASE quick + needs_study WHEN 0 THEN 'Förslag ' || number || ' har inget kryss.'
ELSE 'Förslag ' || number || ' har båda de kryss som utesluter varandra' ||
CASE WHEN phases LIKE '%|%' THEN ', vart och ett för sin fas.' ELSE '.' END END,
CASE quick + needs_study WHEN 0 THEN 'Proposal ' || number || ' has no box ticked.'
ELSE 'Proposal ' || number || ' has both boxes that exclude each other ticked' ||
CASE WHEN phases LIKE '%|%' THEN ', each for its own phase.' ELSE '.' END END,
seq FROM v34_proposals p WHERE quick + needs_study <> 1 AND EXISTS (SELECT 1 FROM
proposal_tick t WHERE t.study = p.study AND t.number = p.number) ORDER BY study, number)sql",
     FindingAbout::kThing, "proposal"},
    {"R-MISS", R"sql(
SELECT 'medium', study, 'P' || number || ' ' || h.kind, '', '', '',
'Ehdotuksen ' || number || ' kohta ' || h.fi || CASE gap WHEN 'blank' THEN ' on tyhjä.'
ELSE ' katkeaa kesken.' END,
'Punkten ' || h.sv || ' i förslag ' || number || CASE gap WHEN 'blank' THEN ' är tom.'
ELSE ' bryts av.' END,
'The heading ' || h.en || ' of proposal ' || number || CASE gap WHEN 'blank'
THEN ' is empty.' ELSE ' breaks off.' END,
seq FROM proposal_gap g JOIN proposal_heading h ON h.kind = g.field WHERE gap <> 'missing'
ORDER BY study, number, place)sql",
     FindingAbout::kThing, "proposal"},
    // A letter that the template does not have there: its own letter is then without content.
    {"R-MISS", R"sql(
WITH letter(kind, letter) AS (VALUES ('benefits', 'a)'), ('risks', 'b)'),
('operations', 'a)'), ('finance', 'b)'), ('staff', 'c)'))
SELECT 'medium', study, 'P' || number || ' ' || s.kind || ' ' || place, substr(printed, 1, 2),
coalesce(l.letter, ''), '',
CASE s.kind WHEN 'extra' THEN 'Ehdotuksen ' || number || ' kohtaa ' || printed ||
' ei ole mallipohjassa.' ELSE 'Ehdotuksen ' || number || ' kohta ' || h.fi ||
' on merkitty kirjaimella ' || substr(printed, 1, 2) || ', mallipohjassa ' || l.letter || '.'
END,
CASE s.kind WHEN 'extra' THEN 'Punkten ' || printed || ' i förslag ' || number ||
' finns inte i mallen.' ELSE 'Punkten ' || h.sv || ' i förslag ' || number ||
' har bokstaven ' || substr(printed, 1, 2) || ', i mallen ' || l.letter || '.' END,
CASE s.kind WHEN 'extra' THEN 'Item ' || printed || ' of proposal ' || number ||
' is not in the template.' ELSE 'The heading ' || h.en || ' of proposal ' || number ||
' has the letter ' || substr(printed, 1, 2) || ', in the template ' || l.letter || '.' END,
seq FROM proposal_section s JOIN proposal_heading h ON h.kind = s.kind LEFT JOIN letter l
ON l.kind = s.kind WHERE printed LIKE '_)%' AND (s.kind = 'extra' OR
substr(printed, 1, 2) <> l.letter) ORDER BY study, number, place)sql",
     FindingAbout::kThing, "proposalLetter"},
    {"R-NAME", R"sql(
SELECT 'low', study, 'P' || number, list_title, title, '',
'Ehdotuksella ' || number || ' on luettelossa toinen otsikko kuin ehdotuksessa.',
'Förslag ' || number || ' har en annan rubrik i förteckningen än i förslaget.',
'Proposal ' || number || ' has another title in the list than on its page.',
seq FROM (SELECT *, replace(replace(replace(title, ',', ''), '.', ''), ' ', '') AS t,
replace(replace(replace(list_title, ',', ''), '.', ''), ' ', '') AS l FROM proposal)
WHERE list_title <> '' AND instr(t, l) = 0 AND instr(l, t) = 0 ORDER BY study, number)sql",
     FindingAbout::kThing, "proposalTitle"},
    {"R-QUOTA", R"sql(
SELECT 'high', study, 'P' || number || ' ' || label, shown, '', '',
'Paikkoja ' || shown || ' ei ole jaettu omistajien kesken (' || owner_names ||
'), eikä etusijasta ole sovittu.',
'Platserna ' || shown || ' är inte fördelade mellan ägarna (' || owner_names ||
') och ingen prioritet är avtalad.',
'The places ' || shown || ' are not divided between their owners (' || owner_names ||
') and no priority was agreed.',
seq FROM proposal_figure WHERE kind = 'places' AND owners > 1 ORDER BY study, number, figure)sql",
     FindingAbout::kThing, "undivided"},
    {"R-RULE", R"sql(
SELECT 'high', record, service, statement, act, '',
'Lause viittaa siihen, että palvelu ei ehkä ole lain mukainen: ' || suggests,
'Satsen tyder på att tjänsten kanske inte är laglig: ' || suggests,
'The statement suggests that the service may not be lawful: ' || suggests,
seq FROM compliance_gap WHERE confirmed = 'yes' ORDER BY seq)sql",
     FindingAbout::kStatement, "compliance"},
};

}  // namespace

std::span<const SqlControl> ProposalControls() { return kControls; }

}  // namespace sinetti
