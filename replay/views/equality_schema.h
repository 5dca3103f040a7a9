// The tables and views of equality.cc.
#pragma once

#include <string_view>

namespace sinetti {

// One row of equality_need is one request of one client; where the request itself says no
// municipality, it is the client's by the newest event that names one.
inline constexpr std::string_view kEqualitySchema = R"sql(
CREATE TABLE equality_home (
  client TEXT PRIMARY KEY,
  municipality TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE equality_need (
  request TEXT PRIMARY KEY,      -- the application, the transfer, the unit and client, …
  client TEXT NOT NULL,
  municipality TEXT,
  service TEXT,
  unit TEXT,                     -- instead of a service
  asked_on TEXT,
  served_on TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX equality_need_place ON equality_need (unit, client) WHERE unit IS NOT NULL;

CREATE TABLE equality_unit (
  unit TEXT PRIMARY KEY,
  services TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE equality_cost (
  settlement TEXT PRIMARY KEY,
  municipality TEXT NOT NULL,
  service TEXT NOT NULL,
  year INTEGER NOT NULL,
  cents INTEGER,                 -- NULL: no total that can be read
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE equality_credit (
  seq INTEGER PRIMARY KEY,
  settlement TEXT NOT NULL,
  cents INTEGER
);

CREATE TABLE equality_population (
  municipality TEXT NOT NULL,
  year INTEGER NOT NULL,
  people INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (municipality, year)
) WITHOUT ROWID;

-- Requests that can be told to a municipality and a service.
CREATE VIEW v12_requests AS
  SELECT CAST(substr(coalesce(n.asked_on, n.served_on), 1, 4) AS INTEGER) AS year,
         coalesce(n.municipality, h.municipality) AS municipality,
         coalesce(n.service, nullif(u.services, ''), n.unit) AS service, n.client, n.asked_on,
         n.served_on,
         CASE WHEN n.served_on >= n.asked_on
              THEN CAST(julianday(n.served_on) - julianday(n.asked_on) AS INTEGER) END
           AS waited_days, n.request AS ref, n.seq
  FROM equality_need n
  LEFT JOIN equality_home h ON h.client = n.client AND h.client <> ''
  LEFT JOIN equality_unit u ON u.unit = n.unit
  WHERE coalesce(n.municipality, h.municipality) IS NOT NULL
    AND coalesce(n.asked_on, n.served_on) <> ''
  ORDER BY 1, 2, 3, n.asked_on, n.seq;

-- Each client counts once for a service of a year.  Waiting is of those who were served: the median
-- in tenths of a day, the ninetieth percentile as the day within which nine of ten were.  Rates are
-- for a thousand inhabitants, in thousandths; the region is all municipalities whose inhabitants
-- are known.
CREATE VIEW v12_equality AS
  WITH request AS MATERIALIZED (SELECT * FROM v12_requests),
  counted AS (
    SELECT year, municipality, service, count(DISTINCT who) AS need,
           count(DISTINCT CASE WHEN served_on IS NOT NULL THEN who END) AS served,
           count(DISTINCT CASE WHEN served_on IS NULL THEN who END) AS waiting, max(seq) AS seq
    FROM (SELECT *, coalesce(nullif(client, ''), ref) AS who FROM request) GROUP BY 1, 2, 3),
  wait AS (
    SELECT year, municipality, service, waited_days,
           row_number() OVER (PARTITION BY year, municipality, service ORDER BY waited_days)
             AS place,
           count(*) OVER (PARTITION BY year, municipality, service) AS waits
    FROM request WHERE waited_days IS NOT NULL),
  waited AS (
    SELECT year, municipality, service,
           sum(CASE WHEN place IN ((waits + 1) / 2, (waits + 2) / 2) THEN waited_days END) * 10 /
             sum(place IN ((waits + 1) / 2, (waits + 2) / 2)) AS median_tenths,
           min(CASE WHEN place * 10 >= waits * 9 THEN waited_days END) AS p90
    FROM wait GROUP BY 1, 2, 3),
  wait_of_all AS (
    SELECT year, service, waited_days,
           row_number() OVER (PARTITION BY year, service ORDER BY waited_days) AS place,
           count(*) OVER (PARTITION BY year, service) AS waits
    FROM request WHERE waited_days IS NOT NULL),
  waited_of_all AS (
    SELECT year, service,
           sum(CASE WHEN place IN ((waits + 1) / 2, (waits + 2) / 2) THEN waited_days END) * 10 /
             sum(place IN ((waits + 1) / 2, (waits + 2) / 2)) AS median_tenths
    FROM wait_of_all GROUP BY 1, 2),
  credit AS (SELECT settlement, sum(cents) AS cents FROM equality_credit GROUP BY 1),
  cost AS (
    SELECT c.year, c.municipality, c.service, sum(c.cents) AS charged,
           coalesce(sum(k.cents), 0) AS credited, sum(c.cents IS NULL) AS unknown, max(c.seq) AS seq
    FROM equality_cost c LEFT JOIN credit k ON k.settlement = c.settlement GROUP BY 1, 2, 3),
  place AS (
    SELECT year, municipality, service FROM counted
    UNION SELECT year, municipality, service FROM cost),
  row AS (
    SELECT p.year, p.municipality, p.service, e.people, coalesce(c.need, 0) AS need,
           coalesce(c.served, 0) AS served, coalesce(c.waiting, 0) AS waiting, w.median_tenths,
           w.p90, k.charged - k.credited AS cents, coalesce(k.unknown, 0) AS unknown,
           max(coalesce(c.seq, -1), coalesce(k.seq, -1)) AS seq
    FROM place p
    LEFT JOIN equality_population e ON e.municipality = p.municipality AND e.year = p.year
    LEFT JOIN counted c
      ON c.year = p.year AND c.municipality = p.municipality AND c.service IS p.service
    LEFT JOIN waited w
      ON w.year = p.year AND w.municipality = p.municipality AND w.service IS p.service
    LEFT JOIN cost k
      ON k.year = p.year AND k.municipality = p.municipality AND k.service IS p.service),
  region AS (
    SELECT r.year, r.service, sum(r.need) AS need, sum(r.served) AS served, sum(r.cents) AS cents,
           (SELECT sum(people) FROM equality_population e WHERE e.year = r.year) AS people
    FROM row r WHERE r.people > 0 GROUP BY 1, 2)
  SELECT r.year, r.municipality, r.service, r.people AS population, r.need,
         r.need * 1000000 / nullif(r.people, 0) AS need_per_1000, r.served,
         r.served * 1000000 / nullif(r.people, 0) AS served_per_1000, r.waiting,
         r.median_tenths AS median_wait_tenths, r.p90 AS p90_wait_days, r.cents AS cost_cents,
         r.unknown AS costs_unknown,
         r.cents * 1000 / nullif(r.people, 0) AS cost_per_1000_cents,
         r.need * 1000000 / nullif(r.people, 0) - g.need * 1000000 / nullif(g.people, 0)
           AS need_difference,
         r.served * 1000000 / nullif(r.people, 0) - g.served * 1000000 / nullif(g.people, 0)
           AS served_difference,
         r.median_tenths - a.median_tenths AS wait_difference_tenths,
         r.cents * 1000 / nullif(r.people, 0) - g.cents * 1000 / nullif(g.people, 0)
           AS cost_difference_cents,
         r.seq
  FROM row r
  LEFT JOIN region g ON g.year = r.year AND g.service IS r.service
  LEFT JOIN waited_of_all a ON a.year = r.year AND a.service IS r.service
  ORDER BY r.year, r.service, r.municipality;
)sql";

}  // namespace sinetti
