#include "replay/views/funding_schema.h"

namespace sinetti {

// Rules of the sums.  A line that is part of another (`within`) is not added to the year; the year
// is the sum of its other lines.  `difference` is computed minus stated.  Shares are rounded half
// up. In V31 the key of an earlier year is the exact proportion of its amounts; the rounding step
// is the largest power of ten that divides all amounts of the year.  Lines `total`,
// `project-by-years` and `project-by-lines` are sums, not printed lines.
const std::string_view kFundingSchema = R"sql(
CREATE TABLE funding_line (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  project TEXT NOT NULL,
  year INTEGER NOT NULL,
  place INTEGER NOT NULL,
  line TEXT NOT NULL,
  kind TEXT NOT NULL,
  within TEXT,
  payer TEXT,
  payer_text TEXT,
  amount INTEGER,
  amount_state TEXT NOT NULL,
  currency TEXT,
  currency_stated INTEGER NOT NULL,
  share INTEGER,
  share_bound TEXT
);
CREATE INDEX funding_line_year ON funding_line (project, year, place);

-- year 0: the whole project.
CREATE TABLE funding_total (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  project TEXT NOT NULL,
  year INTEGER NOT NULL,
  total INTEGER,
  total_state TEXT NOT NULL
);

CREATE TABLE cost_key (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  object TEXT,
  raw TEXT,
  readings TEXT,
  step INTEGER,
  valid_from TEXT
);

CREATE TABLE cost_key_share (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  payer TEXT NOT NULL,
  share INTEGER,
  share_bound TEXT,
  basis TEXT,
  PRIMARY KEY (seq, place)
) WITHOUT ROWID;

CREATE TABLE share_allocated (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  key TEXT NOT NULL,
  period TEXT,
  payer TEXT NOT NULL,
  amount INTEGER
);

CREATE TABLE cost_dispute (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  key TEXT NOT NULL,
  settled INTEGER NOT NULL
);

CREATE TABLE funding_payment (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  grant_no TEXT,
  payer TEXT,
  payee TEXT,
  amount INTEGER
);

CREATE VIEW v_funding_year AS
  SELECT project, year, sum(amount) AS computed, max(seq) AS seq
  FROM funding_line WHERE within IS NULL GROUP BY project, year;

-- The newest version of each key; a key with several readings and none chosen has no shares.
CREATE VIEW v_cost_key AS
  SELECT k.* FROM cost_key k
  WHERE NOT EXISTS (SELECT 1 FROM cost_key n
                    WHERE n.stream = k.stream AND n.key = k.key AND n.seq > k.seq);

CREATE VIEW v30_funding AS
  WITH line AS (
    SELECT l.project, l.year, l.place, l.line, l.payer, l.kind, l.amount AS stated,
           CASE WHEN l.within IS NULL THEN
             (SELECT sum(p.amount) FROM funding_line p
              WHERE p.project = l.project AND p.year = l.year AND p.within = l.kind) END AS computed,
           l.share AS share_stated,
           CASE WHEN l.within IS NULL
             THEN (SELECT y.computed FROM v_funding_year y
                   WHERE y.project = l.project AND y.year = l.year)
             ELSE (SELECT p.amount FROM funding_line p
                   WHERE p.project = l.project AND p.year = l.year AND p.kind = l.within
                     AND p.within IS NULL)
           END AS base,
           (SELECT k.key || ' ' || k.version FROM v_cost_key k
            JOIN cost_key_share s ON s.seq = k.seq AND s.payer = l.payer
            WHERE k.stream = l.stream AND l.share IS NOT NULL) AS key_version,
           l.seq
    FROM funding_line l
  ), figure AS (
    SELECT project, year, place, line, payer, stated, computed, share_stated,
           CASE WHEN base > 0 THEN (stated * 200000 + base) / (2 * base) END AS share_computed,
           key_version, seq
    FROM line
    UNION ALL
    SELECT t.project, t.year, 1000, 'total', NULL, t.total, y.computed, NULL, NULL, NULL, t.seq
    FROM funding_total t
    LEFT JOIN v_funding_year y ON y.project = t.project AND y.year = t.year
    WHERE t.year > 0
    UNION ALL
    SELECT t.project, 9999, 1001, 'project-by-years', NULL, t.total,
           (SELECT sum(y.total) FROM funding_total y WHERE y.project = t.project AND y.year > 0),
           NULL, NULL, NULL, t.seq
    FROM funding_total t WHERE t.year = 0
    UNION ALL
    SELECT t.project, 9999, 1002, 'project-by-lines', NULL, t.total,
           (SELECT sum(y.computed) FROM v_funding_year y WHERE y.project = t.project),
           NULL, NULL, NULL, t.seq
    FROM funding_total t WHERE t.year = 0)
  SELECT project, nullif(year, 9999) AS year, line, payer, stated, computed,
         computed - stated AS difference, share_stated, share_computed, key_version,
         trim(CASE WHEN computed <> stated THEN 'R-SUM ' ELSE '' END ||
              CASE WHEN share_stated IS NOT NULL AND abs(share_computed - share_stated) > 1000
                   THEN 'R-SHARE' ELSE '' END) AS flags,
         seq
  FROM figure
  ORDER BY project, coalesce(nullif(year, 9999), 9999), place, seq;

CREATE VIEW v30_payers AS
  SELECT project, payer, group_concat(name, ' / ') AS names, sum(amount) AS total,
         group_concat(seqs, ' ') AS events
  FROM (SELECT project, payer, coalesce(payer_text, line) AS name, sum(amount) AS amount,
               group_concat(seq, ' ') AS seqs, min(seq) AS first
        FROM funding_line WHERE payer IS NOT NULL
        GROUP BY project, payer, coalesce(payer_text, line) ORDER BY project, payer, first)
  GROUP BY project, payer
  ORDER BY project, min(first);

-- The rounding step of a year's payers.
CREATE VIEW v_funding_step AS
  SELECT project, year, within,
         CASE WHEN sum(amount % 1000000 <> 0) = 0 THEN 1000000
              WHEN sum(amount % 100000 <> 0) = 0 THEN 100000
              WHEN sum(amount % 10000 <> 0) = 0 THEN 10000
              WHEN sum(amount % 1000 <> 0) = 0 THEN 1000
              WHEN sum(amount % 100 <> 0) = 0 THEN 100
              ELSE 1 END AS step
  FROM funding_line WHERE within IS NOT NULL GROUP BY project, year, within;

CREATE VIEW v31_cost_sharing AS
  WITH share AS (
    -- by the exact amounts of the year before
    SELECT l.stream, l.project, l.year, l.place, l.payer, l.within, l.amount AS allocated, l.seq,
           'amounts ' || p.year AS key, p.amount AS part, w.amount AS whole, p.seq AS key_seq
    FROM funding_line l
    JOIN funding_line p ON p.project = l.project AND p.year = l.year - 1 AND p.payer = l.payer
                       AND p.within = l.within
    JOIN funding_line w ON w.project = p.project AND w.year = p.year AND w.kind = p.within
                       AND w.within IS NULL
    UNION ALL
    -- by the printed key
    SELECT l.stream, l.project, l.year, l.place, l.payer, l.within, l.amount, l.seq,
           'printed ' || k.key || ' ' || k.version, s.share, 100000, k.seq
    FROM funding_line l
    JOIN v_cost_key k ON k.stream = l.stream
    JOIN cost_key_share s ON s.seq = k.seq AND s.payer = l.payer
    WHERE l.within IS NOT NULL
  ), computed AS (
    SELECT s.*, b.amount AS base, t.step AS step,
           -- amount * part / whole, rounded half up, in two steps that fit 64 bits up to 40 billion
           (b.amount * (s.part / 1000000) / s.whole) * 1000000
             + ((b.amount * (s.part / 1000000) % s.whole) * 1000000
                + b.amount * (s.part % 1000000) + s.whole / 2) / s.whole AS by_key,
           (s.part * 200000 + s.whole) / (2 * s.whole) AS key_share
    FROM share s
    JOIN funding_line b ON b.project = s.project AND b.year = s.year AND b.kind = s.within
                       AND b.within IS NULL
    JOIN v_funding_step t ON t.project = s.project AND t.year = s.year AND t.within = s.within)
  SELECT project, year AS period, key, payer, key_share, base, step, allocated, by_key,
         (by_key + step / 2) / step * step AS by_key_rounded,
         allocated - by_key AS difference,
         allocated - (by_key + step / 2) / step * step AS difference_rounded,
         coalesce((SELECT 1 - settled FROM cost_dispute d
                   WHERE d.stream = computed.stream AND instr(computed.key, d.key) > 0
                   ORDER BY d.seq DESC LIMIT 1), 0) AS disputed,
         key_seq, seq
  FROM computed
  ORDER BY project, period, key, place;
)sql";

}  // namespace sinetti
