// The tables and views of inspection_plan.cc.
#pragma once

#include <string_view>

namespace sinetti {

// A plan is the stream of its events and a year.  Targets, what is said of them and visits are kept
// apart and paired in the views: the n-th report on a target is of the n-th time it stands in the
// plan, the n-th visit of a kind to it in the plan's year likewise.
inline constexpr std::string_view kInspectionPlanSchema = R"sql(
CREATE TABLE plan_of_year (
  stream TEXT NOT NULL,
  year INTEGER NOT NULL,
  authority TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (stream, year)
) WITHOUT ROWID;

CREATE TABLE plan_programme (
  stream TEXT NOT NULL,
  programme TEXT NOT NULL,
  years TEXT,
  themes TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (stream, programme)
) WITHOUT ROWID;

CREATE TABLE plan_target (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  year INTEGER NOT NULL,
  target TEXT NOT NULL,
  risk INTEGER,                  -- thousandths
  risk_shown TEXT,
  kind TEXT NOT NULL,            -- guidance, inspection, preInspection, unspecified
  planned TEXT,
  planned_first TEXT,
  planned_last TEXT
);

CREATE TABLE plan_result (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  year INTEGER NOT NULL,
  target TEXT NOT NULL,
  done TEXT NOT NULL,            -- yes, no
  done_on TEXT NOT NULL,
  reason TEXT
);

CREATE TABLE plan_visit (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  unit TEXT,
  provider TEXT,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  remote TEXT NOT NULL,
  found INTEGER NOT NULL         -- findings that the event of the visit itself lists
);

CREATE TABLE plan_finding (
  seq INTEGER PRIMARY KEY,
  unit TEXT,
  visit TEXT,                    -- the visit that it names
  found_on TEXT NOT NULL
);
CREATE INDEX plan_finding_visit ON plan_finding (visit);
CREATE INDEX plan_finding_day ON plan_finding (unit, found_on);

CREATE VIEW v5_visits AS
  SELECT v.kind, v.unit, v.provider, v.day, v.remote,
         v.found + (SELECT count(*) FROM plan_finding f WHERE f.visit = v.ref) +
           (SELECT count(*) FROM plan_finding f
            WHERE f.unit = v.unit AND f.found_on = v.day AND f.visit IS NULL) AS findings,
         v.ref, v.seq
  FROM plan_visit v ORDER BY v.day, v.seq;

CREATE VIEW v5_inspection_plan AS
  WITH target AS (
    SELECT t.*, row_number() OVER (PARTITION BY stream, year, target ORDER BY seq) AS number,
           row_number() OVER (PARTITION BY year, target, kind ORDER BY seq) AS visit_number
    FROM plan_target t),
  result AS (
    SELECT r.*, row_number() OVER (PARTITION BY stream, year, target ORDER BY seq) AS number
    FROM plan_result r),
  -- who was visited may stand in a plan as a unit or as its provider
  visited AS (
    SELECT unit AS target, v.* FROM v5_visits v WHERE unit IS NOT NULL
    UNION ALL
    SELECT provider, v.* FROM v5_visits v WHERE provider IS NOT NULL AND provider IS NOT unit),
  visit AS (
    SELECT v.*, CAST(substr(day, 1, 4) AS INTEGER) AS year,
           row_number() OVER (PARTITION BY substr(day, 1, 4), target, kind ORDER BY day, seq)
             AS number,
           row_number() OVER (PARTITION BY substr(day, 1, 4), target ORDER BY day, seq)
             AS any_number
    FROM visited v),
  paired AS (
    SELECT t.stream, t.year, t.target, t.risk, t.risk_shown, t.kind, t.planned, t.planned_first,
           t.planned_last, t.seq, r.done, r.done_on AS said_on, r.reason, r.seq AS result_seq,
           v.day, v.ref, v.findings, v.seq AS visit_seq
    FROM target t
    LEFT JOIN result r ON r.stream = t.stream AND r.year = t.year AND r.target = t.target
      AND r.number = t.number
    LEFT JOIN visit v ON v.year = t.year AND v.target = t.target
      AND CASE t.kind WHEN 'unspecified' THEN v.any_number = t.visit_number
                      ELSE v.kind = t.kind AND v.number = t.visit_number END
    UNION ALL
    -- reported without standing in the plan
    SELECT r.stream, r.year, r.target, NULL, NULL, 'unspecified', NULL, NULL, NULL, r.seq, r.done,
           r.done_on, r.reason, r.seq, NULL, NULL, NULL, NULL
    FROM result r WHERE NOT EXISTS
      (SELECT 1 FROM target t WHERE t.stream = r.stream AND t.year = r.year
         AND t.target = r.target AND t.number = r.number)),
  told AS (
    SELECT p.*, CASE WHEN done = 'no' THEN NULL
                     WHEN done = 'yes' THEN said_on ELSE day END AS done_on
    FROM paired p)
  SELECT p.year AS plan_year, y.authority, p.target, p.risk_shown AS risk, p.kind, p.planned,
         p.planned_first AS planned_from, p.planned_last AS planned_to,
         CASE WHEN p.seq = p.result_seq THEN 'unplanned'
              WHEN p.done = 'no' THEN 'dropped'
              WHEN p.done_on IS NULL THEN
                CASE WHEN coalesce(p.planned_last, p.year || '-12-31') < meta.as_of THEN 'late'
                     ELSE 'pending' END
              WHEN p.done_on > coalesce(p.planned_last, p.year || '-12-31') THEN 'done_late'
              ELSE 'done' END AS state,
         p.done_on,
         CASE WHEN p.seq IS NOT p.result_seq AND p.done IS NOT 'no' THEN
           max(0, CAST(julianday(coalesce(p.done_on, meta.as_of)) -
                       julianday(coalesce(p.planned_last, p.year || '-12-31')) AS INTEGER)) END
           AS days_late,
         CASE WHEN p.done IS 'no' THEN NULL ELSE p.ref END AS visit,
         CASE WHEN p.done IS 'no' THEN NULL ELSE p.findings END AS findings,
         p.reason AS not_done_reason, p.seq,
         coalesce(p.result_seq, p.visit_seq) AS closed_seq
  FROM told p JOIN meta
  LEFT JOIN plan_of_year y ON y.stream = p.stream AND y.year = p.year
  ORDER BY p.year, p.planned_last IS NULL, p.planned_last, p.risk DESC, p.target, p.seq;

-- Of a year and a kind of visit: how much of the plan was done, and what was done beside it.
CREATE VIEW v5_coverage AS
  WITH held AS (
    SELECT CAST(substr(v.day, 1, 4) AS INTEGER) AS year, v.kind, count(*) AS visits,
           sum(v.findings) AS findings,
           sum(p.visit IS NULL) AS unplanned
    FROM v5_visits v
    LEFT JOIN (SELECT DISTINCT visit FROM v5_inspection_plan) p ON p.visit = v.ref
    GROUP BY 1, 2),
  planned AS (
    SELECT plan_year AS year, kind, count(*) AS targets,
           sum(state IN ('done', 'done_late')) AS done, sum(state = 'done_late') AS done_late,
           sum(state = 'dropped') AS dropped, sum(state = 'late') AS late,
           sum(state = 'pending') AS pending
    FROM v5_inspection_plan WHERE state <> 'unplanned' GROUP BY 1, 2)
  SELECT k.year AS plan_year, k.kind, coalesce(p.targets, 0) AS targets,
         coalesce(p.done, 0) AS done, coalesce(p.done_late, 0) AS done_late,
         coalesce(p.dropped, 0) AS dropped, coalesce(p.late, 0) AS late,
         coalesce(p.pending, 0) AS pending,
         p.done * 1000 / p.targets AS coverage_permille,
         coalesce(h.visits, 0) AS visits, coalesce(h.unplanned, 0) AS visits_unplanned,
         coalesce(h.findings, 0) AS findings
  FROM (SELECT year, kind FROM held UNION SELECT year, kind FROM planned) k
  LEFT JOIN planned p ON p.year = k.year AND p.kind = k.kind
  LEFT JOIN held h ON h.year = k.year AND h.kind = k.kind
  ORDER BY 1, 2;
)sql";

}  // namespace sinetti
