#include "replay/views/plans_schema.h"

namespace sinetti {

// A step planned for an interval is late from the day after the interval's last day.  Months count
// as year * 12 + month, so that lengths of phases add up without days.
const std::string_view kPlansSchema = R"sql(
CREATE TABLE project (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  project TEXT NOT NULL,
  title TEXT NOT NULL,
  planned INTEGER NOT NULL,
  start_text TEXT, start_first TEXT, start_last TEXT,
  end_text TEXT, end_first TEXT, end_last TEXT,
  duration INTEGER, duration_unit TEXT, duration_text TEXT,
  start_month INTEGER, end_month INTEGER
);

CREATE TABLE project_municipality (
  seq INTEGER NOT NULL,
  municipality TEXT NOT NULL,
  project TEXT NOT NULL,
  PRIMARY KEY (seq, municipality)
) WITHOUT ROWID;

CREATE TABLE project_administrator (
  seq INTEGER PRIMARY KEY,
  project TEXT NOT NULL,
  org_id TEXT NOT NULL
);

CREATE TABLE project_phase (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  stream TEXT NOT NULL,
  project TEXT NOT NULL,
  phase INTEGER NOT NULL,
  title TEXT,
  start_text TEXT, start_first TEXT, start_last TEXT,
  length INTEGER, length_unit TEXT, length_state TEXT NOT NULL, length_text TEXT,
  start_month INTEGER
);

CREATE TABLE phase_reading (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (seq, place)
) WITHOUT ROWID;

-- phase 0: the project itself.
CREATE TABLE project_event (
  seq INTEGER PRIMARY KEY,
  project TEXT NOT NULL,
  phase INTEGER NOT NULL,
  what TEXT NOT NULL,
  day_text TEXT, day_first TEXT, day_last TEXT
);

CREATE TABLE objective (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  owner TEXT NOT NULL,
  level TEXT NOT NULL,
  number TEXT,
  title TEXT,
  text TEXT NOT NULL,
  announced_count INTEGER,
  announced_numbering TEXT
);

CREATE TABLE plan_step (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  stream TEXT NOT NULL,
  step TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  planned_text TEXT, planned_first TEXT, planned_last TEXT
);

CREATE TABLE plan_close (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  step TEXT NOT NULL,
  plan_ref TEXT,
  what TEXT NOT NULL,
  day_text TEXT, day_first TEXT
);

CREATE VIEW v_plan AS
  SELECT s.stream AS plan, s.step, s.kind, s.title, s.body, s.planned_text, s.planned_first,
         s.planned_last, c.what AS closed, c.day_text AS closed_text, c.day_first AS closed_first,
         s.seq, c.seq AS closed_seq
  FROM plan_step s
  LEFT JOIN plan_close c ON c.seq =
    (SELECT max(d.seq) FROM plan_close d
     WHERE (d.stream = s.stream AND d.step = s.step) OR d.plan_ref = s.ref)
  UNION ALL
  SELECT p.stream, 'start', 'project', p.title, NULL, p.start_text, p.start_first, p.start_last,
         CASE WHEN e.seq IS NOT NULL THEN 'reached' END, e.day_text, e.day_first, p.seq, e.seq
  FROM project p
  LEFT JOIN project_event e ON e.project = p.project AND e.what = 'started'
  WHERE p.planned = 1 AND p.start_text IS NOT NULL
  UNION ALL
  SELECT f.stream, 'phase ' || f.phase, 'phase', f.title, NULL, f.start_text, f.start_first,
         f.start_last, CASE WHEN e.seq IS NOT NULL THEN 'reached' END, e.day_text, e.day_first,
         f.seq, e.seq
  FROM project_phase f
  LEFT JOIN project_event e ON e.project = f.project AND
    ((e.what = 'phaseStarted' AND e.phase = f.phase) OR (e.what = 'started' AND f.phase = 1))
  UNION ALL
  SELECT p.stream, 'end', 'project', p.title, NULL, p.end_text, p.end_first, p.end_last,
         CASE WHEN e.seq IS NOT NULL THEN 'reached' END, e.day_text, e.day_first, p.seq, e.seq
  FROM project p
  LEFT JOIN project_event e ON e.project = p.project AND e.what = 'ended'
  WHERE p.planned = 1 AND p.end_text IS NOT NULL;

CREATE VIEW v33_milestones AS
  WITH now AS (SELECT as_of FROM meta)
  SELECT plan, step, kind, title, body, planned_text AS planned, planned_first AS planned_from,
         planned_last AS planned_to, closed_text AS reached,
         CASE WHEN closed IS NOT NULL THEN closed
              WHEN planned_last IS NULL THEN 'undated'
              WHEN planned_last < (SELECT as_of FROM now) THEN 'late'
              ELSE 'pending' END AS state,
         CASE WHEN closed = 'reached' AND closed_first > planned_last
                THEN (unixepoch(closed_first) - unixepoch(planned_last)) / 86400
              WHEN closed IS NULL AND planned_last < (SELECT as_of FROM now)
                THEN (unixepoch((SELECT as_of FROM now)) - unixepoch(planned_last)) / 86400
              END AS days_late,
         seq, closed_seq
  FROM v_plan
  ORDER BY plan, seq, planned_last, step;

CREATE VIEW v33_phases AS
  SELECT f.project, f.phase, f.title, f.start_text AS start, f.length_text AS stated,
         f.length_unit AS unit,
         (SELECT group_concat(reading, ' | ') FROM
            (SELECT reading FROM phase_reading r WHERE r.seq = f.seq ORDER BY place)) AS readings,
         (SELECT c.reading FROM reading_chosen c WHERE c.ref = f.ref AND c.path = 'length'
          ORDER BY c.seq DESC LIMIT 1) AS chosen,
         -- months to the next phase, or to the end of the project
         coalesce((SELECT n.start_month FROM project_phase n
                   WHERE n.project = f.project AND n.phase = f.phase + 1),
                  (SELECT p.end_month + 1 FROM project p WHERE p.project = f.project)) -
           f.start_month AS months_by_dates,
         f.seq
  FROM project_phase f
  ORDER BY f.project, f.phase;

-- Each reading of the one unreadable length, with the sum of the phases that follows from it.
CREATE VIEW v33_durations AS
  WITH other AS (
    SELECT project, sum(coalesce(CASE WHEN f.length_unit = 'kk' THEN f.length / 1000 END,
                        (SELECT months_by_dates FROM v33_phases v WHERE v.seq = f.seq))) AS months
    FROM project_phase f WHERE f.length_state <> 'garbled' GROUP BY project)
  SELECT f.project, f.phase, r.reading,
         CAST(r.reading AS INTEGER) + o.months AS months, p.duration / 1000 AS stated,
         CAST(r.reading AS INTEGER) + o.months = p.duration / 1000 AS fits,
         coalesce((SELECT c.reading = r.reading FROM reading_chosen c
                   WHERE c.ref = f.ref AND c.path = 'length' ORDER BY c.seq DESC LIMIT 1), 0)
           AS chosen,
         f.seq
  FROM project_phase f
  JOIN phase_reading r ON r.seq = f.seq
  JOIN other o ON o.project = f.project
  JOIN project p ON p.project = f.project AND p.duration_unit = 'kk'
  ORDER BY f.project, f.phase, r.place;
)sql";

}  // namespace sinetti
