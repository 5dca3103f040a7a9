// Checks of bodies, gatherings and the people who hold roles in them.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    {"R-CADENCE", R"sql(
SELECT 'medium', body, year, cadence, held, CASE state WHEN 'more' THEN held - expected_max
ELSE held - expected_min END,
name || ': vuonna ' || year || ' pidetty ' || held || ', asetettu ' ||
CASE WHEN expected_max IS NULL THEN 'vähintään ' || expected_min WHEN expected_max =
expected_min THEN expected_min ELSE expected_min || '–' || expected_max END ||
CASE WHEN months_without IS NULL OR held = 0 THEN '.' ELSE '; ilman: ' || months_without ||
'.' END,
name || ': år ' || year || ' hölls ' || held || ', fastställt ' ||
CASE WHEN expected_max IS NULL THEN 'minst ' || expected_min WHEN expected_max =
expected_min THEN expected_min ELSE expected_min || '–' || expected_max END ||
CASE WHEN months_without IS NULL OR held = 0 THEN '.' ELSE '; utan: ' || months_without ||
'.' END,
name || ': ' || held || ' held in ' || year || ', set ' ||
CASE WHEN expected_max IS NULL THEN 'at least ' || expected_min WHEN expected_max =
expected_min THEN expected_min ELSE expected_min || '–' || expected_max END ||
CASE WHEN months_without IS NULL OR held = 0 THEN '.' ELSE '; none in: ' || months_without
|| '.' END,
seq FROM v35_cadence WHERE state IN ('none', 'short', 'more') ORDER BY kind, body, year)sql",
     FindingAbout::kStatement, "gatherings"},
    {"R-EVID", R"sql(
SELECT 'low', subject, 'attendance', attendance, '', '',
name || ': osallistujamäärä on vain keskiarvo, eikä yhtään tilaisuutta ole kirjattu.',
name || ': antalet deltagare är bara ett medeltal och ingen tillställning är antecknad.',
name || ': attendance is an average only and no gathering is recorded.',
seq FROM cadence c WHERE attendance_is_mean = 1 AND NOT EXISTS (SELECT 1 FROM meeting m
WHERE m.subject = c.subject AND m.kind = c.kind) ORDER BY subject, since)sql",
     FindingAbout::kStatement, "attendance"},
    {"R-PARTS", R"sql(
SELECT 'medium', body, 'members', members_low / 1000, offices * organisations,
offices * organisations - members_low / 1000,
name || ': jäseniä ' || members_shown || ', mutta ' || offices || ' virkaa ' ||
organisations || ' organisaatiosta on ' || (offices * organisations) || '.',
name || ': ' || members_shown || ' medlemmar, men ' || offices || ' tjänster från ' ||
organisations || ' organisationer är ' || (offices * organisations) || '.',
name || ': ' || members_shown || ' members, but ' || offices || ' offices of ' ||
organisations || ' organisations make ' || (offices * organisations) || '.',
seq FROM body WHERE offices > 0 AND organisations > 0 AND members_low = members_high
AND members_low <> offices * organisations * 1000 ORDER BY body)sql",
     FindingAbout::kThing, "members"},
    // The role conflict matrix: who leads a project is not to write for, or report to, the body
    // that steers it; who prepares a decision is not to make it; who supervises is not to produce.
    {"R-ROLE", R"sql(
WITH conflict(one, other) AS (VALUES ('leader', 'secretary'), ('coordinator', 'secretary'),
('leader', 'chair'), ('coordinator', 'chair'), ('preparer', 'decisionMaker'),
('presenter', 'decisionMaker'), ('leader', 'supervisor'), ('coordinator', 'supervisor'))
SELECT 'medium', a.person, b.body, a.role || ' (' || a.project || ')', b.role || ' (' ||
b.body || ')', (SELECT count(*) FROM role s WHERE s.person = a.person AND s.ended = '' AND
s.role = b.role),
'Sama henkilö johtaa hanketta ' || a.project || ' ja on ' || coalesce(g.name, b.body) ||
' -toimielimessä, joka ohjaa hanketta; saman lajin tehtäviä hänellä on ' || (SELECT count(*)
FROM role s WHERE s.person = a.person AND s.ended = '' AND s.role = b.role) || '.',
'Samma person leder projektet ' || a.project || ' och verkar i organet ' ||
coalesce(g.name, b.body) || ' som styr projektet; uppdrag av samma slag: ' ||
(SELECT count(*) FROM role s WHERE s.person = a.person AND s.ended = '' AND s.role = b.role)
|| '.',
'One person leads the project ' || a.project || ' and serves in ' ||
coalesce(g.name, b.body) || ', the body that steers it; roles of that kind: ' ||
(SELECT count(*) FROM role s WHERE s.person = a.person AND s.ended = '' AND s.role = b.role)
|| '.',
min(a.seq) || ' ' || b.seq || ' ' || d.seq
FROM conflict c JOIN role a ON a.role = c.one AND a.ended = ''
JOIN role b ON b.person = a.person AND b.role = c.other AND b.ended = ''
JOIN body_mandate d ON d.body = b.body AND d.project = a.project AND d.project <> ''
LEFT JOIN body g ON g.body = b.body
GROUP BY a.person, b.body, b.role ORDER BY a.person, b.body)sql",
     FindingAbout::kThing, "steering"},
    {"R-NAME", R"sql(
SELECT 'low', person, 'titles', titles, '', '',
'Yhdellä henkilöllä on lähteessä useita nimikkeitä: ' || titles || '.',
'En person har flera titlar i källan: ' || titles || '.',
'One person has several titles in the source: ' || titles || '.',
(SELECT group_concat(seq, ' ') FROM (SELECT seq FROM role r WHERE r.person = v.person AND
title <> '' ORDER BY seq)) FROM v35_roles v WHERE titles LIKE '%, %' ORDER BY person)sql",
     FindingAbout::kThing, "titles"},
    // An area that was defined for good has a member that ceased: its place needs a successor.
    {"R-SUCC", R"sql(
SELECT 'medium', m.area_id, m.org_id, m.name, coalesce(e.successor, ''), '',
'Alueen ' || coalesce(m.area_name, m.area_id) || ' jäsen ' || m.name || ' on lakannut ' || e.effective
|| coalesce(' (' || e.act || ')', '') || coalesce('; seuraaja ' || e.successor, '') || '.',
'Medlemmen ' || m.name || ' i området ' || coalesce(m.area_name, m.area_id) || ' upphörde ' ||
e.effective || coalesce(' (' || e.act || ')', '') || coalesce('; efterträdare ' || e.successor, '') ||
'.',
'The member ' || m.name || ' of the area ' || coalesce(m.area_name, m.area_id) || ' ceased on ' ||
e.effective || coalesce(' (' || e.act || ')', '') || coalesce('; successor ' || e.successor, '') ||
'.',
m.seq || ' ' || e.seq FROM area_member m JOIN organisation_end e ON e.org_id = m.org_id
WHERE e.effective <= (SELECT as_of FROM meta) AND coalesce(m.valid_to, '9999') > e.effective
AND NOT EXISTS (SELECT 1 FROM v_succession_banner b WHERE b.party = m.org_id)
AND m.seq = (SELECT max(n.seq) FROM area_member n WHERE n.area_id = m.area_id)
ORDER BY m.area_id, m.place)sql",
     FindingAbout::kThing, "areaMember"},
    // A quotation that opens a bracket and does not close it: what stood in it is lost.
    {"R-GARBLE", R"sql(
SELECT 'low', stream, type, quote, '', '',
'Sulku avataan eikä suljeta: ' || substr(quote, -40) || '.',
'En parentes öppnas men sluts inte: ' || substr(quote, -40) || '.',
'A bracket is opened and not closed: ' || substr(quote, -40) || '.',
seq FROM sourced_event WHERE quote LIKE '%(' AND confidence = 'stated' ORDER BY seq)sql",
     FindingAbout::kStatement, "bracketOpen"},
    {"R-LATE", R"sql(
SELECT 'medium', body, meeting || ' ' || section, title, '', '',
'Asia on lykätty, eikä uutta käsittelyaikaa ole: ' || title || '.',
'Ärendet är uppskjutet utan ny tidpunkt: ' || title || '.',
'The item was put off and no day was set for it: ' || title || '.',
seq FROM agenda_item WHERE outcome = 'deferred' AND review_date = '' ORDER BY seq)sql",
     FindingAbout::kStatement, "deferredItem"},
};

}  // namespace

std::span<const SqlControl> BodyControls() { return kControls; }

}  // namespace sinetti
