// The tables and views of self_monitoring.cc.
#pragma once

#include <string_view>

namespace sinetti {

// `unit` is the unit of a plan, or the provider of a programme.  Periods of the report are the
// thirds of a year; an observation belongs to the third in which it was made.
inline constexpr std::string_view kSelfMonitoringSchema = R"sql(
CREATE TABLE sm_plan (
  scope TEXT NOT NULL,           -- unit, programme
  unit TEXT NOT NULL,
  provider TEXT,
  plan_version TEXT NOT NULL,
  approved_on TEXT,
  published_on TEXT,
  url TEXT,
  displayed_on TEXT,
  staff_instruction TEXT NOT NULL,
  incident_procedure TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (scope, unit)
) WITHOUT ROWID;

CREATE TABLE sm_report (
  scope TEXT NOT NULL,
  unit TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  published_on TEXT NOT NULL,
  changes INTEGER NOT NULL,
  changes_text TEXT,
  url TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (scope, unit, period_from)
) WITHOUT ROWID;

CREATE TABLE sm_feedback (
  seq INTEGER PRIMARY KEY,
  unit TEXT NOT NULL,
  respondents TEXT NOT NULL,
  answers INTEGER,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL
);

CREATE TABLE sm_observation (
  ref TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  provider TEXT,
  theme TEXT NOT NULL,
  severity TEXT NOT NULL,
  observed_on TEXT NOT NULL,
  period TEXT NOT NULL,          -- 2025/2: the third of the year
  text TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sm_action (
  ref TEXT PRIMARY KEY,
  about TEXT NOT NULL,
  due TEXT NOT NULL,
  verified_on TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sm_indicator (
  seq INTEGER PRIMARY KEY,
  unit TEXT NOT NULL,
  theme TEXT NOT NULL,
  indicator TEXT NOT NULL,
  period TEXT NOT NULL,
  numerator INTEGER,
  denominator INTEGER
);

CREATE TABLE indicator_gap (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  subject TEXT NOT NULL,
  statement TEXT NOT NULL
);

-- Days between the periods of two accounts that follow each other, in which nothing was accounted for.
CREATE VIEW v8_missing_periods AS
  SELECT scope, unit, date(before_to, '+1 day') AS missing_from,
         date(period_from, '-1 day') AS missing_to, seq
  FROM (SELECT scope, unit, period_from, seq,
               lag(period_to) OVER (PARTITION BY scope, unit ORDER BY period_from) AS before_to
        FROM sm_report)
  WHERE period_from > date(before_to, '+1 day')
  ORDER BY unit, scope, missing_from;

CREATE VIEW v8_self_monitoring AS
  SELECT p.unit, p.scope, p.provider, p.plan_version, p.approved_on, p.published_on, p.url,
         p.displayed_on, p.staff_instruction,
         (SELECT max(f.period_to) FROM sm_feedback f WHERE f.unit = p.unit) AS last_feedback,
         (SELECT max(r.period_to) FROM sm_report r WHERE r.scope = p.scope AND r.unit = p.unit)
           AS last_report_to,
         (SELECT max(r.published_on) FROM sm_report r WHERE r.scope = p.scope AND r.unit = p.unit)
           AS last_report_on,
         (SELECT max(d.due) FROM deadline d
          WHERE d.subject = 'selfmonitoring:' || p.unit AND d.closed_on IS NULL) AS next_due,
         (SELECT coalesce(max(d.due < meta.as_of), 0) FROM deadline d
          WHERE d.subject = 'selfmonitoring:' || p.unit AND d.closed_on IS NULL) AS overdue,
         (SELECT group_concat(m.missing_from || '/' || m.missing_to, ', ') FROM v8_missing_periods m
          WHERE m.scope = p.scope AND m.unit = p.unit) AS missing_periods,
         p.seq
  FROM sm_plan p, meta ORDER BY p.unit, p.scope;

CREATE VIEW v9_self_monitoring_report AS
  WITH observed AS (
    SELECT o.*, EXISTS (SELECT 1 FROM sm_action a
                        WHERE a.about = o.ref AND a.verified_on IS NOT NULL) AS corrected
    FROM sm_observation o)
  SELECT o.period, o.provider, o.unit, o.theme, count(*) AS observations,
         sum(o.severity = 'serious') AS serious, sum(o.corrected) AS corrected,
         sum(NOT o.corrected) AS open,
         (SELECT coalesce(sum(r.changes), 0) FROM sm_report r
          WHERE r.scope = 'unit' AND r.unit = o.unit
            AND substr(r.period_from, 1, 4) || '/' || ((substr(r.period_from, 6, 2) + 3) / 4)
                = o.period) AS changes,
         (SELECT coalesce(sum(f.answers), 0) FROM sm_feedback f
          WHERE f.unit = o.unit
            AND substr(f.period_from, 1, 4) || '/' || ((substr(f.period_from, 6, 2) + 3) / 4)
                = o.period) AS feedback,
         (SELECT count(*) FROM sm_indicator i
          WHERE i.unit = o.unit AND i.theme = o.theme AND i.period = o.period) AS indicators,
         (SELECT min(r.published_on) FROM sm_report r
          WHERE r.scope = 'unit' AND r.unit = o.unit
            AND substr(r.period_from, 1, 4) || '/' || ((substr(r.period_from, 6, 2) + 3) / 4)
                = o.period) AS reported_on,
         min(o.seq) AS seq
  FROM observed o
  GROUP BY o.period, o.provider, o.unit, o.theme
  ORDER BY o.period, o.unit, o.theme;
)sql";

}  // namespace sinetti
