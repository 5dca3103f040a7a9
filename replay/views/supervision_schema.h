// The tables and views of supervision.cc.
#pragma once

#include <string_view>

namespace sinetti {

// A case is known by its matter number, or by its stream where it has none.
inline constexpr std::string_view kSupervisionSchema = R"sql(
CREATE TABLE supcase (
  case_no TEXT PRIMARY KEY,
  provider TEXT,
  unit TEXT,
  source TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  event_date TEXT,
  special_reason TEXT,
  priority TEXT NOT NULL,
  handler TEXT,
  authority TEXT,
  subject_matter TEXT,
  stage TEXT NOT NULL,
  closed_on TEXT,
  outcome TEXT,
  last_event TEXT NOT NULL,
  last_day TEXT NOT NULL,
  last_seq INTEGER NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sup_order (
  ref TEXT PRIMARY KEY,
  case_no TEXT NOT NULL,
  provider TEXT,
  unit TEXT,
  obligations TEXT NOT NULL,
  ordered_on TEXT NOT NULL,
  due TEXT NOT NULL,
  enforceable TEXT NOT NULL,     -- despite appeal
  mandate TEXT,
  appealed_on TEXT,
  appeal_ref TEXT,
  appeal_result TEXT,
  appeal_decided_on TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sup_fine (
  ref TEXT PRIMARY KEY,
  sup_order TEXT NOT NULL,
  main_obligation TEXT NOT NULL,
  kind TEXT NOT NULL,
  fixed_cents INTEGER,
  base_cents INTEGER,
  additional_cents INTEGER,
  period_days INTEGER,
  imposed_on TEXT NOT NULL,
  due TEXT NOT NULL,
  state TEXT NOT NULL,           -- imposed, ordered, reduced, withdrawn, lapsed
  state_on TEXT NOT NULL,
  ordered_cents INTEGER,
  hearing TEXT,
  order_final TEXT,              -- of the imposing decision, as fine.ordered states it
  order_hearing TEXT,            -- before it was ordered to be paid
  ordered_seq INTEGER,           -- fine.ordered
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sup_finding (
  ref TEXT PRIMARY KEY,
  case_no TEXT NOT NULL,
  unit TEXT,
  severity TEXT NOT NULL,
  provision TEXT,
  text TEXT NOT NULL,
  found_on TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sup_inspection (
  ref TEXT PRIMARY KEY,
  case_no TEXT NOT NULL,
  unit TEXT,
  held_on TEXT NOT NULL,
  inspection_order TEXT,
  home_premises TEXT NOT NULL,
  home_ground TEXT,              -- of its order
  drafted_on TEXT,
  notified_on TEXT,
  exchanged_on TEXT,
  report_seq INTEGER,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sup_inspection_order (
  ref TEXT PRIMARY KEY,
  home_ground TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE VIEW v2_case_board AS
  SELECT c.case_no, c.provider, c.unit, c.source, c.opened_on,
         CAST(julianday(coalesce(c.closed_on, meta.as_of)) - julianday(c.opened_on) AS INTEGER)
           AS age_days,
         c.priority, c.stage,
         CASE WHEN c.closed_on IS NULL THEN
           (SELECT min(d.due) FROM deadline d
            WHERE d.matter = c.case_no AND d.closed_on IS NULL AND d.duty <> 'party') END
           AS next_due,
         CASE WHEN c.closed_on IS NULL THEN
           (SELECT CAST(julianday(min(d.due)) - julianday(meta.as_of) AS INTEGER) FROM deadline d
            WHERE d.matter = c.case_no AND d.closed_on IS NULL AND d.duty <> 'party') END
           AS days_left,
         c.handler, c.authority, c.subject_matter, c.last_event, c.last_day, c.outcome,
         c.closed_on,
         CAST((julianday(c.opened_on) - julianday(c.event_date)) > 730 AS INTEGER) AS over_two_years,
         (SELECT count(*) FROM sup_finding f WHERE f.case_no = c.case_no) AS findings,
         c.seq, c.last_seq
  FROM supcase c, meta
  ORDER BY c.closed_on IS NOT NULL, next_due IS NULL, next_due, c.opened_on, c.case_no;

-- Finality on the as-of day: appealed, decided by a court, final (nobody appealed in time), open.
CREATE VIEW v3_orders AS
  SELECT o.case_no, o.provider, o.unit, o.obligations, o.ordered_on, o.due,
         d.closed_on AS met_on,
         CASE WHEN d.closed_on IS NOT NULL THEN
                CASE WHEN d.closed_on <= o.due THEN 'met' ELSE 'met_late' END
              WHEN o.due < meta.as_of THEN 'past_due' ELSE 'running' END AS state,
         CASE WHEN d.closed_on IS NULL AND o.due < meta.as_of
              THEN CAST(julianday(meta.as_of) - julianday(o.due) AS INTEGER) ELSE 0 END
           AS days_past_due,
         f.kind AS fine_kind, coalesce(f.fixed_cents, f.base_cents) AS amount_cents,
         f.additional_cents, f.period_days, f.state AS fine_state, f.imposed_on, f.due AS fine_due,
         f.ordered_cents,
         CASE WHEN o.appeal_decided_on IS NOT NULL THEN 'decided'
              WHEN o.appealed_on IS NOT NULL THEN 'appealed'
              WHEN a.due IS NOT NULL AND a.due < meta.as_of THEN 'final' ELSE 'open' END AS finality,
         o.appeal_result, a.due AS last_day_to_appeal,
         CASE WHEN o.enforceable = 'yes' THEN 1
              WHEN o.appealed_on IS NULL AND a.due < meta.as_of THEN 1
              ELSE 0 END AS enforceable_now,
         -- 1113/1990 13 section: two years from the later of the due day and finality
         CASE WHEN f.state = 'imposed' THEN date(max(f.due, coalesce(fa.due, f.due)), '+2 years')
              END AS two_year_expiry,
         o.mandate, o.ref, o.seq
  FROM sup_order o JOIN meta
  LEFT JOIN deadline d ON d.trigger_ref = o.ref AND d.rule = 'set'
  LEFT JOIN deadline a ON a.subject = o.ref AND a.kind = 'statute' AND a.duty = 'party'
  LEFT JOIN sup_fine f ON f.sup_order = o.ref
  LEFT JOIN deadline fa ON fa.subject = f.ref AND fa.kind = 'statute' AND fa.duty = 'party'
  ORDER BY o.ordered_on, o.seq, f.seq;

CREATE VIEW v3_findings AS
  SELECT case_no, unit, severity, provision, text, found_on, ref, seq
  FROM sup_finding ORDER BY found_on, seq;
)sql";

}  // namespace sinetti
