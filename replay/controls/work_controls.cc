// Checks of how work is arranged: teams whose shares do not make one, times and days that cannot be
// read one way only.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // A team whose shares do not make one.
    {"R-PARTS", R"sql(
SELECT 'medium', team, 'members', printf('%d.%03d', percent_thousandths / 1000,
                                         percent_thousandths % 1000), '100.000',
       printf('%s%d.%03d', iif(percent_thousandths > 100000, '-', ''),
              abs(100000 - percent_thousandths) / 1000, abs(100000 - percent_thousandths) % 1000),
       'Tiimin työpanokset eivät ole yhteensä 100 %: ' || team || '.',
       'Arbetsinsatserna i teamet är inte sammanlagt 100 %: ' || team || '.',
       'The shares of the team do not make 100 %: ' || team || '.',
       seq
FROM v_teams WHERE abs(percent_thousandths - 100000) > :toleranceThousandths ORDER BY team, seq)sql",
     FindingAbout::kStatement, "team"},

    // Shares that make one, and nobody says one of what: of a full-time post, or of each person's
    // own time.
    {"R-PARTS", R"sql(
SELECT 'low', team, 'base', '100.000', '100.000', '0.000',
       'Tiimin osuudet ovat yhteensä 100 %, mutta lähde ei kerro, ovatko ne yhdestä ' ||
         'henkilötyövuodesta vai kunkin henkilön työajasta: ' || coalesce(base, '–') || '.',
       'Teamets andelar är sammanlagt 100 %, men källan anger inte om de räknas av ett årsverke ' ||
         'eller av vars och ens arbetstid: ' || coalesce(base, '–') || '.',
       'The shares of the team make 100 %, and the source does not say whether they are of one ' ||
         'full-time post or of each person''s time: ' || coalesce(base, '–') || '.',
       seq
FROM v_teams WHERE percent_thousandths = 100000 AND members > 1 AND coalesce(base, '') NOT IN
  ('htv', 'henkilötyövuosi', 'fte', 'FTE', 'årsverke', 'henkilön työaika', 'person')
ORDER BY team, seq)sql",
     FindingAbout::kStatement, "teamBase"},

    // A time of day that reads in more ways than one.
    {"R-GARBLE", R"sql(
SELECT 'medium', series, 'slot.seriesReserved/time', raw, coalesce(readings, ''), '',
       'Kellonaikaa "' || raw || '" ei voi lukea yksiselitteisesti: ' || coalesce(readings, '?') ||
         '.',
       'Klockslaget "' || raw || '" kan inte läsas entydigt: ' || coalesce(readings, '?') || '.',
       'The time "' || raw || '" can be read in more ways than one: ' || coalesce(readings, '?') ||
         '.',
       reserved_seq, CASE time_state WHEN 'chosen' THEN time END
FROM slot_series WHERE raw IS NOT NULL ORDER BY series)sql",
     FindingAbout::kStatement, "time"},

    // Two days side by side: the dash between them was lost.
    {"R-GARBLE", R"sql(
SELECT 'medium', e.stream, e.type || '/' || min(v.path), v.raw, min(v.shown) || ' | ' || max(v.shown), '',
       'Päivämäärien väliltä on kadonnut väliviiva: "' || v.raw || '".',
       'Strecket mellan två dagar har fallit bort: "' || v.raw || '".',
       'The dash between two days was lost: "' || v.raw || '".',
       v.seq
FROM stated_value v JOIN sourced_event e ON e.seq = v.seq
WHERE v.kind = 'when' AND v.raw GLOB '*[0-9].[0-9]*.[0-9][0-9][0-9][0-9] [0-9]*.[0-9]*.[0-9]*'
GROUP BY v.seq, v.raw ORDER BY v.seq)sql",
     FindingAbout::kStatement, "dash"},

    // A bracket with a figure runs into the next word: what stood between them is lost.
    {"R-GARBLE", R"sql(
WITH run AS (SELECT document, quote, seq FROM sourced_event
             WHERE quote GLOB '*([0-9]*)[a-zåäö]*' AND confidence = 'stated')
SELECT 'medium', document, 'bracket', (SELECT quote FROM run r WHERE r.document = d.document
                                       ORDER BY length(quote), seq LIMIT 1), '', '',
       'Sulun jäljestä on kadonnut välilyönti tai sana.',
       'Efter en parentes har ett mellanslag eller ett ord fallit bort.',
       'After a bracket a space or a word was lost.',
       (SELECT group_concat(seq, ' ') FROM (SELECT seq FROM run r WHERE r.document = d.document
                                            ORDER BY seq))
FROM (SELECT DISTINCT document FROM run) d ORDER BY document)sql",
     FindingAbout::kThing, "bracketRun"},
};

}  // namespace

std::span<const SqlControl> WorkControls() { return kControls; }

}  // namespace sinetti
