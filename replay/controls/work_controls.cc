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
       (percent_thousandths - 100000) / 1000,
       'Tiimin työpanokset eivät ole yhteensä 100 %: ' || team || '.',
       'Arbetsinsatserna i teamet är inte sammanlagt 100 %: ' || team || '.',
       'The shares of the team do not make 100 %: ' || team || '.',
       seq
FROM v_teams WHERE percent_thousandths <> 100000 ORDER BY team, seq)sql"},

    // A time of day that reads in more ways than one.
    {"R-GARBLE", R"sql(
SELECT 'medium', series, 'slot.seriesReserved/time', raw, coalesce(readings, ''), '',
       'Kellonaikaa "' || raw || '" ei voi lukea yksiselitteisesti: ' || coalesce(readings, '?') ||
         '.',
       'Klockslaget "' || raw || '" kan inte läsas entydigt: ' || coalesce(readings, '?') || '.',
       'The time "' || raw || '" can be read in more ways than one: ' || coalesce(readings, '?') ||
         '.',
       reserved_seq, CASE time_state WHEN 'chosen' THEN time END
FROM slot_series WHERE raw IS NOT NULL ORDER BY series)sql"},

    // Two days side by side: the dash between them was lost.
    {"R-GARBLE", R"sql(
SELECT 'low', e.stream, e.type || '/' || min(v.path), v.raw, min(v.shown) || ' | ' || max(v.shown), '',
       'Päivämäärien väliltä on kadonnut väliviiva: "' || v.raw || '".',
       'Strecket mellan två dagar har fallit bort: "' || v.raw || '".',
       'The dash between two days was lost: "' || v.raw || '".',
       v.seq
FROM stated_value v JOIN sourced_event e ON e.seq = v.seq
WHERE v.kind = 'when' AND v.raw GLOB '*[0-9].[0-9]*.[0-9][0-9][0-9][0-9] [0-9]*.[0-9]*.[0-9]*'
GROUP BY v.seq, v.raw ORDER BY v.seq)sql"},
};

}  // namespace

std::span<const SqlControl> WorkControls() { return kControls; }

}  // namespace sinetti
