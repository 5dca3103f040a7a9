// The tables and views of decisions.cc: base tables hold what was recorded, every judgement is SQL.
#pragma once

#include <string_view>

namespace sinetti {

// `mandate_state` says why a mandate does not hold: missing (none named), unknown (no such
// delegation), not_in_force, other_type, other_office, discretion (the office may not use it and
// the narrower kind is no exception), or valid.
inline constexpr std::string_view kDecisionsSchema = R"sql(
CREATE TABLE delegation (
  ref TEXT PRIMARY KEY,
  from_office TEXT,
  to_office TEXT NOT NULL,
  actor TEXT,
  decision_types TEXT NOT NULL,
  discretion TEXT NOT NULL,
  exceptions TEXT,
  act TEXT,
  valid_from TEXT,
  valid_to TEXT,                 -- first day after
  revoked_on TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE delegation_part (
  ref TEXT NOT NULL,
  kind TEXT NOT NULL,            -- type, exception
  value TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (ref, kind, value)
) WITHOUT ROWID;

CREATE TABLE decision (
  ref TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  number TEXT,
  kind TEXT NOT NULL,
  subkind TEXT,
  result TEXT,
  authority TEXT,
  office TEXT,
  decided_on TEXT NOT NULL,
  discretionary TEXT NOT NULL,
  mandate TEXT,
  parties TEXT,
  provisions TEXT,
  reasons TEXT NOT NULL,         -- yes, no
  contact TEXT,
  remedy TEXT NOT NULL,
  remedy_instruction TEXT NOT NULL,
  stream TEXT NOT NULL,
  matter TEXT,
  client TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX decision_by_mandate ON decision (mandate);

CREATE TABLE decision_notice (
  decision TEXT NOT NULL,
  seq INTEGER NOT NULL,
  method TEXT NOT NULL,
  sent_on TEXT,
  received_on TEXT,              -- acknowledged
  stated_deemed_on TEXT,
  PRIMARY KEY (decision, seq)
) WITHOUT ROWID;

CREATE TABLE decision_final (
  decision TEXT PRIMARY KEY,
  final_on TEXT NOT NULL,
  how TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE VIEW v_decision_mandate AS
  SELECT d.ref, d.mandate, g.to_office AS mandate_office,
    CASE
      WHEN d.mandate IS NULL THEN 'missing'
      WHEN g.ref IS NULL THEN 'unknown'
      WHEN d.decided_on < g.valid_from OR d.decided_on >= g.valid_to
           OR d.decided_on >= g.revoked_on THEN 'not_in_force'
      WHEN NOT EXISTS (SELECT 1 FROM delegation_part p
                       WHERE p.ref = g.ref AND p.kind = 'type' AND p.value IN (d.kind, d.type))
        THEN 'other_type'
      WHEN d.office IS NOT NULL AND d.office <> g.to_office THEN 'other_office'
      WHEN d.discretionary = 'yes' AND g.discretion = 'no'
           AND NOT EXISTS (SELECT 1 FROM delegation_part p
                           WHERE p.ref = g.ref AND p.kind = 'exception' AND p.value = d.subkind)
        THEN 'discretion'
      ELSE 'valid' END AS mandate_state
  FROM decision d LEFT JOIN delegation g ON g.ref = d.mandate;

CREATE VIEW v21_decisions AS
  SELECT d.number AS decision_no, d.kind, d.type, d.authority, d.office AS office_holder,
         d.decided_on, d.result, d.mandate, m.mandate_state, d.parties, d.provisions, d.reasons,
         d.contact, d.remedy, d.remedy_instruction,
         (SELECT min(coalesce(n.sent_on, n.received_on)) FROM decision_notice n
          WHERE n.decision = d.ref) AS notified_on,
         -- acknowledged, or deemed by the rule in force
         (SELECT max(n.notified_on) FROM deadline_notice n WHERE n.decision = d.ref) AS received_on,
         f.final_on,
         nullif(ltrim(
           CASE WHEN d.authority IS NULL THEN ', authority' ELSE '' END ||
           CASE WHEN d.parties IS NULL THEN ', parties' ELSE '' END ||
           CASE WHEN d.reasons = 'no' THEN ', reasons' ELSE '' END ||
           CASE WHEN d.provisions IS NULL THEN ', provisions' ELSE '' END ||
           CASE WHEN d.contact IS NULL THEN ', contact' ELSE '' END ||
           CASE WHEN d.remedy = 'unspecified' OR d.remedy_instruction <> 'yes'
                THEN ', remedy' ELSE '' END ||
           CASE WHEN d.mandate IS NULL THEN ', mandate' ELSE '' END, ', '), '') AS missing_items,
         d.matter, d.client, d.ref, d.seq
  FROM decision d JOIN v_decision_mandate m ON m.ref = d.ref
  LEFT JOIN decision_final f ON f.decision = d.ref
  ORDER BY d.decided_on, d.seq;

CREATE VIEW v25_delegations AS
  SELECT g.to_office AS office, g.from_office, g.actor, g.decision_types, g.discretion,
         g.exceptions, g.valid_from, coalesce(g.revoked_on, g.valid_to) AS valid_to,
         coalesce(g.valid_from <= meta.as_of, 1)
           AND coalesce(meta.as_of < coalesce(g.revoked_on, g.valid_to), 1) AS in_force,
         (SELECT count(*) FROM decision d WHERE d.mandate = g.ref) AS decisions,
         (SELECT count(*) FROM v_decision_mandate m
          WHERE m.mandate = g.ref AND m.mandate_state <> 'valid') AS outside,
         g.act, g.ref, g.seq
  FROM delegation g, meta ORDER BY g.to_office, g.valid_from, g.seq;

-- Every decision against its mandate; outside it first.
CREATE VIEW v25_decisions AS
  SELECT d.office, d.number AS decision_no, d.kind, d.subkind, d.discretionary, d.decided_on,
         m.mandate_state, m.mandate_office, d.mandate, d.matter, d.ref, d.seq
  FROM decision d JOIN v_decision_mandate m ON m.ref = d.ref
  ORDER BY m.mandate_state = 'valid', d.decided_on, d.seq;
)sql";

}  // namespace sinetti
