// Tables and SQL of bodies and their cadence (replay/views/body.cc): long enough for a file.
#pragma once

#include <string_view>

namespace sinetti {

inline constexpr std::string_view kBodySchema = R"sql(
CREATE TABLE body (
  body TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  project TEXT NOT NULL,
  members_low INTEGER,           -- thousandths
  members_high INTEGER,
  members_shown TEXT NOT NULL,
  offices INTEGER NOT NULL,      -- kinds of members
  organisations INTEGER NOT NULL,
  since TEXT NOT NULL,
  dissolved TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE body_mandate (
  seq INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  task TEXT NOT NULL,
  project TEXT NOT NULL,
  due TEXT NOT NULL
);

-- A body, or a series of gatherings, and how often it is to meet.  `until`: first day after.
CREATE TABLE cadence (
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,            -- body, gathering
  since TEXT NOT NULL,
  name TEXT NOT NULL,
  until TEXT NOT NULL,
  times_low INTEGER,             -- thousandths
  times_high INTEGER,
  per TEXT NOT NULL,
  shown TEXT NOT NULL,
  attendance TEXT NOT NULL,
  attendance_is_mean INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (subject, kind, since)
) WITHOUT ROWID;

CREATE TABLE meeting (
  seq INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,            -- body, gathering
  day TEXT NOT NULL,
  number TEXT NOT NULL,
  attendees INTEGER,
  minutes TEXT NOT NULL
);
CREATE INDEX meeting_by_subject ON meeting (subject, day);

CREATE TABLE agenda_item (
  seq INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  meeting TEXT NOT NULL,
  section TEXT NOT NULL,
  title TEXT NOT NULL,
  outcome TEXT NOT NULL,
  review_date TEXT NOT NULL
);

CREATE TABLE role (
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  body TEXT NOT NULL,
  project TEXT NOT NULL,
  title TEXT NOT NULL,
  reports_to TEXT NOT NULL,
  since TEXT NOT NULL,
  ended TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (person, role, body, project)
) WITHOUT ROWID;

CREATE TABLE body_member (
  seq INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  person TEXT NOT NULL,
  organisation TEXT NOT NULL,
  office TEXT NOT NULL,
  joined TEXT NOT NULL,
  left_day TEXT NOT NULL
);

-- One row for each subject and each year in which its cadence holds, up to the as-of day.
-- `months`: months of the year in which the cadence holds.
CREATE VIEW cadence_year AS
  WITH RECURSIVE year(y) AS (
    SELECT min(CAST(substr(since, 1, 4) AS INTEGER)) FROM cadence
    UNION ALL
    SELECT y + 1 FROM year, meta m WHERE y < CAST(substr(m.as_of, 1, 4) AS INTEGER)),
  held AS (
    SELECT c.*, y.y AS year,
           max(c.since, y.y || '-01-01') AS first_day,
           min(CASE c.until WHEN '' THEN '9999-12-31' ELSE c.until END, (y.y + 1) || '-01-01')
             AS day_after
    FROM cadence c JOIN year y ON y.y >= CAST(substr(c.since, 1, 4) AS INTEGER)
     AND (c.until = '' OR c.until > y.y || '-01-01'))
  SELECT *, CAST(substr(day_after, 1, 4) AS INTEGER) * 12 + CAST(substr(day_after, 6, 2) AS INTEGER)
            - CAST(substr(first_day, 1, 4) AS INTEGER) * 12
            - CAST(substr(first_day, 6, 2) AS INTEGER) AS months
  FROM held;

-- Expected meetings of the year.  A cadence per year counts for years that it covers in full.
CREATE VIEW cadence_expected AS
  SELECT *,
         CASE per WHEN 'month' THEN times_low * months WHEN 'quarter' THEN times_low * months / 3
                  WHEN 'week' THEN times_low * 52 * months / 12
                  ELSE times_low * (months = 12) END / 1000 AS expected_min,
         CASE per WHEN 'month' THEN times_high * months WHEN 'quarter' THEN times_high * months / 3
                  WHEN 'week' THEN times_high * 52 * months / 12 ELSE times_high END / 1000
           AS expected_max
  FROM cadence_year;

-- Full months of a monthly cadence in which nothing was held.
CREATE VIEW cadence_month_without AS
  WITH RECURSIVE month(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM month WHERE n < 12)
  SELECT c.subject, c.kind, c.year, c.year || '-' || substr('0' || n, -2) AS month
  FROM cadence_year c, month, meta m
  WHERE c.per = 'month' AND c.times_low >= 1000
    AND c.year || '-' || substr('0' || n, -2) || '-01' >= c.first_day
    AND c.year || '-' || substr('0' || n, -2) || '-01' < c.day_after
    AND date(c.year || '-' || substr('0' || n, -2) || '-01', '+1 month', '-1 day') <= m.as_of
    AND NOT EXISTS (SELECT 1 FROM meeting h WHERE h.subject = c.subject AND h.kind = c.kind
                     AND h.day LIKE c.year || '-' || substr('0' || n, -2) || '-%');

CREATE VIEW v35_cadence AS
  WITH counted AS (
    SELECT e.*,
           (SELECT count(*) FROM meeting h WHERE h.subject = e.subject AND h.kind = e.kind
              AND h.day >= e.first_day AND h.day < e.day_after) AS held
    FROM cadence_expected e)
  SELECT c.subject AS body, coalesce(b.name, c.name) AS name, c.kind, c.year,
         coalesce(b.members_shown, '') AS members, c.shown AS cadence, c.held,
         c.expected_min, c.expected_max,
         CASE WHEN c.held < c.expected_min AND date(c.day_after, '-1 day') > m.as_of THEN 'pending'
              WHEN c.held = 0 AND c.expected_min > 0 THEN 'none'
              WHEN c.held < c.expected_min THEN 'short'
              WHEN c.held > c.expected_max THEN 'more'
              ELSE 'ok' END AS state,
         (SELECT group_concat(w.month, ', ') FROM (SELECT month FROM cadence_month_without w
           WHERE w.subject = c.subject AND w.kind = c.kind AND w.year = c.year ORDER BY month) w)
           AS months_without,
         c.attendance, c.seq
  FROM counted c JOIN meta m LEFT JOIN body b ON c.kind = 'body' AND b.body = c.subject
  ORDER BY c.kind, c.subject, c.year;

-- The whole time for which a cadence was set, whatever has been held so far.
CREATE VIEW v35_cadence_totals AS
  SELECT body, name, kind, min(year) AS first_year, max(year) AS last_year,
         sum(expected_min) AS expected_min, sum(expected_max) AS expected_max, sum(held) AS held
  FROM v35_cadence GROUP BY body, name, kind ORDER BY kind, body;

CREATE VIEW v35_members AS
  SELECT b.body, b.name, b.members_shown AS members, b.members_low / 1000 AS seats,
         (SELECT count(*) FROM body_member j WHERE j.body = b.body AND j.left_day = '')
           AS members_known, b.seq
  FROM body b WHERE b.dissolved = '' ORDER BY b.body;

CREATE VIEW v35_roles AS
  SELECT person, count(*) AS roles,
         (SELECT count(*) FROM role s WHERE s.person = r.person AND s.role = 'secretary'
            AND s.ended = '') AS secretary_of,
         (SELECT group_concat(t.title, ', ') FROM (SELECT DISTINCT title FROM role t
           WHERE t.person = r.person AND t.title <> '' ORDER BY title) t) AS titles
  FROM role r WHERE ended = '' GROUP BY person ORDER BY person;
)sql";

}  // namespace sinetti
