// The tables and views of deadlines.cc, beside those of ledger_rules.h.
#pragma once

#include <string_view>

namespace sinetti {

// `subject` is what the closing act refers to: an event, or a stream or unit for acts that name
// none. States: pending, in_time, late (done, after the last day), overdue (not done), lapsed (a
// party let its time go by).
inline constexpr std::string_view kDeadlinesSchema = R"sql(
CREATE TABLE deadline (
  trigger_ref TEXT NOT NULL,
  rule TEXT NOT NULL,            -- `set`: a day that the act itself set
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,            -- statute, local, set
  against TEXT,                  -- of a local standard: the statutory rule
  rule_version TEXT,
  basis TEXT,
  trigger_type TEXT NOT NULL,
  trigger_date TEXT NOT NULL,
                                 -- 0000-01-01: not known when the decision was notified
  due TEXT,                      -- NULL: no version is known to be in force on trigger_date, or an
                                 -- earlier time is still running; not shown by the views
  rolled_from TEXT,
  reason_fi TEXT,
  reason_sv TEXT,
  reason_en TEXT,
  duty TEXT NOT NULL,            -- authority, provider, party
  closing TEXT NOT NULL,         -- event types that end it
  closed_on TEXT,
  closed_type TEXT,
  closed_seq INTEGER,
  workdays_used INTEGER,         -- Monday to Friday without holidays and eves
  workdays_late INTEGER,
  matter TEXT NOT NULL,
  provider TEXT,
  unit TEXT,
  client TEXT,
  authority TEXT,
  matter_kind TEXT,
  urgency TEXT,
  seq INTEGER NOT NULL,          -- the trigger
  moved_seq INTEGER,             -- the act that moved the day
  rule_seq INTEGER,              -- the event that recorded the rule version; NULL: it is compiled in
  PRIMARY KEY (trigger_ref, rule)
) WITHOUT ROWID;
CREATE INDEX deadline_of_kind ON deadline (subject, seq) WHERE matter_kind IS NOT NULL;
CREATE INDEX deadline_of_statute ON deadline (subject) WHERE kind = 'statute';
CREATE INDEX deadline_open ON deadline (subject) WHERE closed_on IS NULL;
CREATE INDEX deadline_by_matter ON deadline (matter);
CREATE INDEX deadline_by_rule ON deadline (rule, trigger_date) WHERE kind = 'statute';

-- Remedy of a decision, needed when it is notified.
CREATE TABLE deadline_remedy (
  decision TEXT PRIMARY KEY,
  remedy INTEGER NOT NULL,       -- number of its enumerant
  social_services INTEGER NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- When a decision was notified: as stated, or deemed by `rule` from `sent_on`.
CREATE TABLE deadline_notice (
  ref TEXT PRIMARY KEY,
  decision TEXT NOT NULL,
  rule TEXT,                     -- NULL: the day is stated, or cannot be known
  sent_on TEXT,
  notified_on TEXT,              -- NULL: not known
  seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX deadline_notice_of ON deadline_notice (decision);
CREATE INDEX deadline_notice_by_rule ON deadline_notice (rule, sent_on) WHERE rule IS NOT NULL;

-- A request for correction of a decision, and what settled it: the act itself, and the decision that
-- it names, if any.
CREATE TABLE deadline_request (
  request TEXT PRIMARY KEY,
  decision TEXT NOT NULL,
  settled_by TEXT,
  new_decision TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX deadline_request_of ON deadline_request (decision);

-- What a corrective action is about, and the newest evidence of it.
CREATE TABLE deadline_action (
  action TEXT PRIMARY KEY,
  about TEXT NOT NULL,
  evidence_on TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- An order rests on a finding, a fine on an order: what fulfils one fulfils the other.
CREATE TABLE deadline_link (
  rests_on TEXT NOT NULL,
  subject TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (rests_on, subject)
) WITHOUT ROWID;

CREATE TABLE cohort_limit (
  cohort TEXT PRIMARY KEY,
  definition TEXT,
  age INTEGER,                   -- thousandths of a year
  shown TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE VIEW v4_deadlines AS
  SELECT d.rule, d.rule_version, d.kind, d.basis, d.matter, d.trigger_type, d.trigger_date, d.due,
         d.rolled_from, d.reason_fi, d.reason_sv, d.reason_en,
         CASE WHEN d.closed_on <= d.due THEN 'in_time'
              WHEN d.closed_on > d.due THEN 'late'
              WHEN d.due >= meta.as_of THEN 'pending'
              WHEN d.duty = 'party' THEN 'lapsed' ELSE 'overdue' END AS state,
         d.closed_on, d.closed_type,
         CASE WHEN d.duty = 'party' AND d.closed_on IS NULL THEN 0
              ELSE max(0, CAST(julianday(coalesce(d.closed_on, meta.as_of)) -
                               julianday(d.due) AS INTEGER)) END AS days_late,
         d.workdays_late,
         CASE WHEN d.closed_on IS NULL
              THEN CAST(julianday(d.due) - julianday(meta.as_of) AS INTEGER) END AS days_left,
         d.duty, d.against, d.provider, d.unit, d.client, d.subject, d.trigger_ref, d.seq,
         d.moved_seq, d.closed_seq, d.rule_seq
  FROM deadline d, meta WHERE d.due IS NOT NULL
  ORDER BY d.due, d.trigger_ref, d.rule;

-- Handling times of authorities by month of arrival.  The median is in tenths of a working day.
CREATE VIEW v13_processing AS
  WITH handled AS (
    SELECT d.*, substr(d.trigger_date, 1, 7) AS month,
           row_number() OVER w AS place, count(d.workdays_used) OVER g AS closed
    FROM deadline d
    WHERE d.kind = 'statute' AND d.duty = 'authority' AND d.matter_kind IS NOT NULL
      AND d.due IS NOT NULL
    WINDOW g AS (PARTITION BY d.authority, d.matter_kind, d.urgency, substr(d.trigger_date, 1, 7),
                              d.rule, d.rule_version),
           w AS (PARTITION BY d.authority, d.matter_kind, d.urgency, substr(d.trigger_date, 1, 7),
                              d.rule, d.rule_version
                 ORDER BY d.workdays_used IS NULL, d.workdays_used, d.trigger_ref)),
  local AS (
    SELECT l.trigger_ref, l.closed_on <= l.due AS in_time, l.rule
    FROM deadline l WHERE l.kind = 'local')
  SELECT g.*,
         (SELECT s.verdict FROM v16_local_standards s WHERE s.rule = g.local_rule
          ORDER BY s.since DESC LIMIT 1) AS local_verdict
  FROM (
    SELECT h.authority, h.matter_kind AS kind, h.urgency, h.month, count(*) AS received,
           sum(coalesce(h.closed_type = 'decision.made', 0)) AS decided,
           sum(h.closed_on IS NOT NULL) AS handled,
           sum(coalesce(h.closed_on <= h.due, 0)) AS within,
           sum(coalesce(h.closed_on <= h.due, 0)) * 1000 /
             nullif(sum(h.closed_on IS NOT NULL OR h.due < meta.as_of), 0) AS within_permille,
           sum(CASE WHEN h.place IN ((h.closed + 1) / 2, (h.closed + 2) / 2)
                    THEN h.workdays_used END) * 10 /
             nullif(sum(h.place IN ((h.closed + 1) / 2, (h.closed + 2) / 2)
                        AND h.workdays_used IS NOT NULL), 0) AS median_workdays_tenths,
           max(h.workdays_used) AS worst_workdays,
           sum(coalesce(h.closed_on > h.due, h.due < meta.as_of)) AS breaches,
           max(h.workdays_late) AS worst_workdays_late, h.rule, h.rule_version,
           max(l.rule) AS local_rule, sum(l.in_time) AS within_local, min(h.seq) AS seq
    FROM handled h JOIN meta LEFT JOIN local l ON l.trigger_ref = h.trigger_ref
    GROUP BY h.authority, h.matter_kind, h.urgency, h.month, h.rule, h.rule_version) g
  ORDER BY g.authority, g.kind, g.month, g.urgency, g.rule, g.rule_version;

-- The age limit of a target group beside the rule that it should follow.
CREATE VIEW v16_cohorts AS
  SELECT c.cohort, c.shown AS stated, v.shown AS rule_says, v.rule, v.version, v.text,
         CASE WHEN c.age IS NULL OR v.amount IS NULL THEN 'unknown'
              WHEN c.age = v.amount THEN 'equal' ELSE 'differs' END AS verdict, c.seq
  FROM cohort_limit c
  JOIN ledger_rule_version v ON v.trigger = 'cohort.defined' AND v.applies_to = 'cohort=' || c.cohort
  ORDER BY c.cohort;
)sql";

}  // namespace sinetti
