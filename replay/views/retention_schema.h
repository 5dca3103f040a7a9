// The tables and views of retention.cc.
#pragma once

#include <string_view>

namespace sinetti {

inline constexpr std::string_view kRetentionSchema = R"sql(
-- The events of one client, retention class and matter.
CREATE TABLE retention_item (
  client TEXT NOT NULL,
  class TEXT NOT NULL,
  matter TEXT NOT NULL,          -- may be empty
  trigger_kind TEXT NOT NULL,    -- matterClosed, event, validityEnded, stated, unknown
  years INTEGER,                 -- NULL: a class that the table does not have
  basis TEXT,
  events INTEGER NOT NULL,
  last_event TEXT NOT NULL,
  last_validity TEXT NOT NULL,
  open_ended INTEGER NOT NULL,   -- a validity without end
  seq INTEGER NOT NULL,
  PRIMARY KEY (client, class, matter)
) WITHOUT ROWID;

CREATE TABLE retention_closed (
  matter TEXT PRIMARY KEY,
  closed_on TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE retention_stated (
  client TEXT NOT NULL,
  class TEXT NOT NULL,
  matter TEXT NOT NULL,
  due TEXT NOT NULL,
  why TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (client, class, matter)
) WITHOUT ROWID;

CREATE TABLE retention_hold (
  ref TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  reason TEXT NOT NULL,
  ordered_by TEXT NOT NULL,
  ground TEXT,
  since TEXT NOT NULL,
  released_on TEXT,
  released_by TEXT,
  released_seq INTEGER,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE erasure_request (
  ref TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  requested_on TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  answer TEXT,                   -- approved, refused
  answered_by TEXT,
  overridden_by TEXT,
  obstacles TEXT,
  answer_seq INTEGER,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sealing_key (
  client TEXT PRIMARY KEY,
  created_on TEXT,
  destroyed_on TEXT,
  destroyed_for TEXT,
  destroyed_seq INTEGER,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE disposal (
  seq INTEGER PRIMARY KEY,
  class TEXT NOT NULL,
  what TEXT NOT NULL,
  executed_on TEXT NOT NULL,
  documents INTEGER NOT NULL,
  executed_by TEXT
);

-- The day on which the period begins, and the last day on which the item must be kept: what is
-- stated for the matter, for the whole class, or computed.  Of 29 February the last day of February
-- (150/1930 section 3): SQLite would go over to March.
CREATE VIEW v_retention_due AS
  WITH begun AS (
    SELECT i.*, coalesce(m.due, c.due) AS stated_due, coalesce(m.why, c.why) AS why,
           coalesce(m.seq, c.seq) AS stated_seq,
           CASE trigger_kind WHEN 'matterClosed' THEN k.closed_on
                             WHEN 'event' THEN i.last_event
                             WHEN 'validityEnded' THEN
                               CASE i.open_ended WHEN 0 THEN i.last_validity END END AS begins
    FROM retention_item i
    LEFT JOIN retention_closed k ON k.matter = i.matter
    LEFT JOIN retention_stated m
      ON m.client = i.client AND m.class = i.class AND m.matter = i.matter
    LEFT JOIN retention_stated c ON c.client = i.client AND c.class = i.class AND c.matter = '')
  SELECT *, coalesce(stated_due, min(date(begins, years || ' years'),
                                     date(begins, 'start of month', years || ' years', '1 month',
                                          '-1 day'))) AS due
  FROM begun;

CREATE VIEW v28_retention AS
  SELECT d.client, d.class, d.basis, nullif(d.matter, '') AS matter, d.events,
         CASE WHEN d.stated_due IS NOT NULL THEN 'stated' ELSE d.trigger_kind END AS trigger_kind,
         CASE WHEN d.stated_due IS NOT NULL THEN d.why ELSE d.begins END AS begins, d.due,
         (SELECT group_concat(h.reason, ' | ') FROM
            (SELECT reason FROM retention_hold WHERE client = d.client AND released_seq IS NULL
             ORDER BY seq) h) AS hold,
         CASE WHEN k.destroyed_seq IS NOT NULL THEN 'erased'
              WHEN d.due IS NULL THEN 'not_begun'
              WHEN d.due >= meta.as_of THEN 'kept'
              WHEN EXISTS (SELECT 1 FROM retention_hold h
                           WHERE h.client = d.client AND h.released_seq IS NULL) THEN 'held'
              ELSE 'due' END AS state,
         CASE WHEN d.due < meta.as_of AND k.destroyed_seq IS NULL
              THEN CAST(julianday(meta.as_of) - julianday(d.due) AS INTEGER) END AS days_past_due,
         k.destroyed_on AS disposed_on, d.seq, coalesce(k.destroyed_seq, d.stated_seq) AS closed_seq
  FROM v_retention_due d JOIN meta LEFT JOIN sealing_key k ON k.client = d.client
  ORDER BY d.due IS NULL, d.due, d.client, d.class, d.matter;

CREATE VIEW v28_holds AS
  SELECT ref, client, reason, ordered_by, ground, since, released_on, released_by,
         released_seq IS NULL AS in_force, seq, released_seq AS closed_seq
  FROM retention_hold ORDER BY since, seq;

CREATE VIEW v28_erasures AS
  SELECT r.client, r.requested_on, r.requested_by, r.reason,
         CASE WHEN r.answer = 'refused' THEN 'refused'
              WHEN k.destroyed_seq > r.seq THEN 'destroyed'
              WHEN r.answer IS NOT NULL THEN r.answer ELSE 'requested' END AS state,
         r.answered_by, r.overridden_by, r.obstacles,
         CASE WHEN k.destroyed_seq > r.seq THEN k.destroyed_on END AS destroyed_on, r.ref, r.seq,
         coalesce(CASE WHEN k.destroyed_seq > r.seq THEN k.destroyed_seq END, r.answer_seq)
           AS closed_seq
  FROM erasure_request r LEFT JOIN sealing_key k ON k.client = r.client
  ORDER BY r.requested_on, r.seq;

CREATE VIEW v28_disposals AS
  SELECT class, what, executed_on, documents, executed_by, seq
  FROM disposal ORDER BY executed_on, seq;
)sql";

}  // namespace sinetti
