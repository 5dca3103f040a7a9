// Checks of funding plans: sums, shares, and the key of one year against the next.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // A total, or a line with parts, must be the sum of its parts.  Tolerance 0.
    {"R-SUM", R"sql(
WITH wrong AS (
  SELECT f.*, coalesce(CAST(f.year AS TEXT), 'project') AS period,
         printf('%d.%02d', f.stated / 100, f.stated % 100) AS s,
         printf('%d.%02d', f.computed / 100, f.computed % 100) AS c,
         printf('%s%d.%02d', iif(f.difference < 0, '-', ''), abs(f.difference) / 100,
                abs(f.difference) % 100) AS d,
         (SELECT group_concat(x, ' ') FROM (
            SELECT l.seq AS x FROM funding_line l
            WHERE l.project = f.project AND f.line <> 'project-by-years' AND
              ((f.line = 'total' AND l.year = f.year AND l.within IS NULL) OR
               (f.line = 'project-by-lines' AND l.within IS NULL) OR
               (l.year = f.year AND l.within =
                  (SELECT k.kind FROM funding_line k WHERE k.seq = f.seq)))
            UNION
            SELECT t.seq FROM funding_total t
            WHERE t.project = f.project AND t.year > 0 AND f.line = 'project-by-years'
            ORDER BY x)) AS parts
  FROM v30_funding f WHERE abs(f.difference) > :toleranceCents)
SELECT 'high', project, period || '/' || line, s, c, d,
       'Ilmoitettu summa on ' || s || ', laskettu ' || c || ': ero ' || d || '.',
       'Den angivna summan är ' || s || ', den beräknade ' || c || ': skillnaden är ' || d || '.',
       'The stated sum is ' || s || ', the computed one ' || c || ': the difference is ' || d || '.',
       seq || ' ' || parts
FROM wrong ORDER BY project, period, line)sql",
     FindingAbout::kStatement, "funding"},

    // A printed share must be the amount's share of its base, within the tolerance.
    {"R-SHARE", R"sql(
SELECT 'medium', project, year || '/' || line,
       printf('%d.%03d %%', share_stated / 1000, share_stated % 1000),
       printf('%d.%03d %%', share_computed / 1000, share_computed % 1000),
       printf('%s%d.%03d', iif(share_computed < share_stated, '-', ''),
              abs(share_computed - share_stated) / 1000, abs(share_computed - share_stated) % 1000),
       'Ilmoitettu osuus poikkeaa määrästä lasketusta yli ' || printf('%g', :toleranceThousandths / 1000.0)
         || ' prosenttiyksikköä.',
       'Den angivna andelen avviker mer än ' || printf('%g', :toleranceThousandths / 1000.0) ||
         ' procentenheter från den som beräknats av beloppet.',
       'The stated share differs from the amount''s by more than ' ||
         printf('%g', :toleranceThousandths / 1000.0) || ' percentage units.',
       seq
FROM v30_funding WHERE abs(share_computed - share_stated) > :toleranceThousandths ORDER BY project, year, line)sql",
     FindingAbout::kStatement, "amount"},

    // The state's share of a year against the year before: a drift often shows a slip elsewhere.
    {"R-SHARE", R"sql(
WITH state AS (
  SELECT f.project, f.year, f.line, f.share_computed AS share, f.seq
  FROM v30_funding f JOIN funding_line l ON l.seq = f.seq AND l.kind = 'state')
SELECT 'info', b.project, b.year || '/' || b.line,
       printf('%d.%03d %%', a.share / 1000, a.share % 1000),
       printf('%d.%03d %%', b.share / 1000, b.share % 1000),
       printf('%s%d.%03d', iif(b.share < a.share, '-', ''), abs(b.share - a.share) / 1000,
              abs(b.share - a.share) % 1000),
       'Valtion osuus on muuttunut edellisvuodesta, vaikka lähde ei kerro muutoksesta.',
       'Statens andel har ändrats från föregående år utan att källan nämner det.',
       'The state''s share has changed since the year before, and the source does not say so.',
       a.seq || ' ' || b.seq
FROM state a JOIN state b ON b.project = a.project AND b.year = a.year + 1
WHERE abs(b.share - a.share) >= :driftThousandths ORDER BY b.project, b.year)sql",
     FindingAbout::kStatement, "drift"},

    // The key of a year must be the key of the year before.  Two keys are tested and the finding
    // says
    // which: the exact amounts of the year before, and the printed shares.  Amounts are rounded to
    // the step of the year's amounts.
    {"R-KEY", R"sql(
WITH tested AS (
  SELECT project, period, key, min(step) / 100 AS step, sum(difference_rounded <> 0) AS wrong,
         group_concat(printf('%d.%02d', allocated / 100, allocated % 100), ' / ') AS allocated,
         group_concat(printf('%d.%02d', by_key / 100, by_key % 100), ' / ') AS by_key,
         group_concat(printf('%s%d.%02d', iif(difference < 0, '-', ''), abs(difference) / 100,
                             abs(difference) % 100), ' / ') AS difference,
         (SELECT group_concat(x, ' ') FROM (
            SELECT v.seq AS x FROM v31_cost_sharing v
            WHERE v.project = c.project AND v.period = c.period AND v.key = c.key
            UNION SELECT v.key_seq FROM v31_cost_sharing v
            WHERE v.project = c.project AND v.period = c.period AND v.key = c.key
            ORDER BY x)) AS events
  FROM v31_cost_sharing c GROUP BY project, period, key
), named AS (
  SELECT *,
         CASE WHEN key LIKE 'amounts %' THEN 'vuoden ' || substr(key, 9) || ' tarkat määrät'
              ELSE 'painettu avain ' || substr(key, 9) END AS fi,
         CASE WHEN key LIKE 'amounts %' THEN 'de exakta beloppen ' || substr(key, 9)
              ELSE 'den tryckta nyckeln ' || substr(key, 9) END AS sv,
         CASE WHEN key LIKE 'amounts %' THEN 'the exact amounts of ' || substr(key, 9)
              ELSE 'the printed key ' || substr(key, 9) END AS en
  FROM tested)
SELECT CASE WHEN o.key IS NOT NULL THEN 'low' ELSE 'medium' END,
       t.project, t.period || '/' || t.key, t.allocated, t.by_key, t.difference,
       'Osuudet eivät vastaa jakoperustetta "' || t.fi || '", kun pyöristysaskel on ' || t.step ||
         '.' || coalesce(' Ne vastaavat jakoperustetta "' || o.fi || '".', ''),
       'Andelarna följer inte grunden "' || t.sv || '" då avrundningssteget är ' || t.step || '.' ||
         coalesce(' De följer grunden "' || o.sv || '".', ''),
       'The shares do not follow ' || t.en || ' when rounded to ' || t.step || '.' ||
         coalesce(' They follow ' || o.en || '.', ''),
       t.events
FROM named t
LEFT JOIN named o ON o.project = t.project AND o.period = t.period AND o.wrong = 0
WHERE t.wrong > 0 ORDER BY t.project, t.period, t.key)sql",
     FindingAbout::kThing, "costSharing"},
};

}  // namespace

std::span<const SqlControl> FundingControls() { return kControls; }

}  // namespace sinetti
