// Checks of products and of work that is split into shares.  Charges: contract_controls.cc.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // A product: volume times unit price, in cents, tolerance 0.
    {"R-MULT", R"sql(
SELECT 'high', product, year,
       printf('%d.%02d', total_stated_cents / 100, total_stated_cents % 100),
       printf('%d.%02d', total_computed_cents / 100, total_computed_cents % 100),
       printf('%s%d.%02d', iif(difference_cents < 0, '-', ''), abs(difference_cents) / 100,
              abs(difference_cents) % 100),
       'Määrä × yksikköhinta ei ole ilmoitettu yhteissumma.',
       'Mängd × enhetspris är inte den angivna summan.',
       'Volume × unit price is not the stated total.',
       seq
FROM v32_price_volume WHERE abs(difference_cents) > :toleranceCents ORDER BY product, year)sql",
     FindingAbout::kStatement, "product"},

    // A split of work whose parts leave a rest that the source does not explain, or overlap.
    {"R-PARTS", R"sql(
WITH split AS (
  SELECT stream, work, sum(CASE WHEN base_unknown = 0 THEN percent END) AS known,
         max(base_unknown) AS unknown, group_concat(part, ', ') AS parts,
         group_concat(includes, ', ') AS includes, group_concat(DISTINCT seq) AS events
  FROM (SELECT * FROM work_part ORDER BY seq, place) GROUP BY stream, work)
SELECT CASE WHEN unknown = 1 OR includes IS NOT NULL THEN 'high' ELSE 'medium' END, work, 'parts',
       printf('%d.%03d %%', known / 1000, known % 1000), '100.000 %',
       printf('%d.%03d %%', (100000 - known) / 1000, (100000 - known) % 1000),
       'Osat (' || parts || ') eivät muodosta kokonaisuutta.' ||
         coalesce(' Osaan on luettu myös: ' || nullif(includes, '') || '.', ''),
       'Delarna (' || parts || ') bildar inte en helhet.' ||
         coalesce(' I en del ingår också: ' || nullif(includes, '') || '.', ''),
       'The parts (' || parts || ') do not make the whole.' ||
         coalesce(' One part also includes: ' || nullif(includes, '') || '.', ''),
       events
FROM split WHERE abs(known - 100000) > :toleranceThousandths OR unknown = 1 ORDER BY stream, work)sql",
     FindingAbout::kStatement, "work"},
};

}  // namespace

std::span<const SqlControl> PriceControls() { return kControls; }

}  // namespace sinetti
