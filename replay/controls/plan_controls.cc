// Checks of plans: lengths against dates, numbering, and steps that nobody closed.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // End minus start must be the stated duration; calendar months, both ends included.
    {"R-DUR", R"sql(
SELECT 'medium', project, 'duration', duration_text, (end_month - start_month + 1) || ' kk',
       (end_month - start_month + 1) - duration / 1000,
       'Ilmoitettu kesto on ' || duration_text || ', päivistä laskettu ' ||
         (end_month - start_month + 1) || ' kk.',
       'Den angivna varaktigheten är ' || duration_text || ', beräknad av dagarna ' ||
         (end_month - start_month + 1) || ' mån.',
       'The stated duration is ' || duration_text || ', by the dates it is ' ||
         (end_month - start_month + 1) || ' months.',
       seq
FROM project
WHERE duration_unit = 'kk' AND start_month IS NOT NULL AND end_month IS NOT NULL
  AND (end_month - start_month + 1) * 1000 <> duration ORDER BY project, seq)sql",
     FindingAbout::kStatement, "project"},

    // A duration that no start date can confirm.
    {"R-DUR", R"sql(
WITH open AS (
  SELECT *, date(end_first, '-' || (CASE duration_unit WHEN 'vuosi' THEN duration * 12 / 1000
                                    ELSE duration / 1000 END) || ' months') AS counted
  FROM project WHERE start_text IS NULL AND duration IS NOT NULL AND end_first = end_last
   AND duration_unit IN ('vuosi', 'kk'))
SELECT 'low', project, 'start', duration_text, counted, '',
       'Kesto ' || duration_text || ' on ilmoitettu ilman alkupäivää; lopusta laskien alku olisi ' ||
         counted || '.',
       'Varaktigheten ' || duration_text || ' anges utan startdag; räknat från slutet vore den ' ||
         counted || '.',
       'The duration ' || duration_text || ' has no start; counted back from the end it would be ' ||
         counted || '.',
       seq
FROM open ORDER BY project, seq)sql",
     FindingAbout::kStatement, "withoutStart"},

    // The readings of an unreadable phase must fit the whole; one that does not is answered when
    // another one was chosen.
    {"R-DUR", R"sql(
SELECT 'medium', project, 'phase ' || phase || ' reading ' || reading, stated || ' kk', months || ' kk',
       months - stated,
       'Vaiheiden summa tulkinnalla ' || reading || ' on ' || months || ' kk, ei ' ||
         stated || ' kk.',
       'Med tolkningen ' || reading || ' är fasernas summa ' || months || ' mån, inte ' ||
         stated || ' mån.',
       'With the reading ' || reading || ' the phases make ' || months || ' months, not ' ||
         stated || '.',
       seq, CASE chosen WHEN 0 THEN (SELECT d.reading FROM v33_durations d
                                     WHERE d.seq = v.seq AND d.chosen = 1) END
FROM v33_durations v WHERE fits = 0 ORDER BY project, phase, reading)sql",
     FindingAbout::kStatement, "reading"},

    // Announced in one numbering, listed in another.
    {"R-SEQ", R"sql(
SELECT 'info', owner, level, announced_numbering, group_concat(number, ', '), '',
       'Numerointi on ilmoitettu muodossa ' || announced_numbering || ', mutta luettelossa on ' ||
         group_concat(number, ', ') || '.',
       'Numreringen anges som ' || announced_numbering || ', men i förteckningen står ' ||
         group_concat(number, ', ') || '.',
       'The numbering is announced as ' || announced_numbering || ', the list has ' ||
         group_concat(number, ', ') || '.',
       group_concat(seq, ' ')
FROM (SELECT * FROM objective ORDER BY owner, level, seq)
WHERE announced_numbering GLOB '[IVX]*' AND number GLOB '[0-9]*'
GROUP BY owner, level, announced_numbering ORDER BY owner, level)sql",
     FindingAbout::kThing, "numbering"},

    // More or fewer than announced.
    {"R-SEQ", R"sql(
SELECT 'low', owner, level || ' count', max(announced_count) / 1000, count(*),
       count(*) - max(announced_count) / 1000,
       'Tavoitteita on ilmoitettu ' || max(announced_count) / 1000 || ', lueteltu ' || count(*) || '.',
       'Antalet mål anges till ' || max(announced_count) / 1000 || ', i förteckningen finns ' ||
         count(*) || '.',
       max(announced_count) / 1000 || ' objectives are announced, ' || count(*) || ' are listed.',
       group_concat(seq, ' ')
FROM (SELECT * FROM objective ORDER BY owner, level, seq)
GROUP BY owner, level HAVING max(announced_count) / 1000 <> count(*) ORDER BY owner, level)sql",
     FindingAbout::kThing, "objectives"},

    // A step planned for an interval is late from the day after it.
    {"R-LATE", R"sql(
SELECT 'high', plan, step, planned, (SELECT as_of FROM meta), days_late,
       'Suunniteltu vaihe "' || step || '" (' || planned || ') on myöhässä ' || days_late ||
         ' päivää: sitä ei ole tehty eikä suljettu.',
       'Det planerade steget "' || step || '" (' || planned || ') är ' || days_late ||
         ' dagar försenat: det är varken utfört eller avslutat.',
       'The planned step "' || step || '" (' || planned || ') is ' || days_late ||
         ' days late: neither done nor closed.',
       seq
FROM v33_milestones WHERE state = 'late' AND days_late > :graceDays ORDER BY plan, seq)sql",
     FindingAbout::kStatement, "milestone"},

    // Put off without a day to come back to it.
    {"R-LATE", R"sql(
SELECT 'medium', plan, step, title, '', '',
       'Päätös on lykätty ilman tarkistuspäivää: ' || title || '.',
       'Beslutet är uppskjutet utan granskningsdag: ' || title || '.',
       'The decision was put off and no day was set to review it: ' || title || '.',
       seq
FROM v33_milestones WHERE kind = 'deferral' AND state = 'undated' ORDER BY plan, seq)sql",
     FindingAbout::kStatement, "deferral"},
};

}  // namespace

std::span<const SqlControl> PlanControls() { return kControls; }

}  // namespace sinetti
