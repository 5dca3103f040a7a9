// Tables and SQL of the proposal matrix (replay/views/proposal.cc): long enough for a file.
#pragma once

#include <string_view>

namespace sinetti {

inline constexpr std::string_view kProposalSchema = R"sql(
CREATE TABLE proposal (
  study TEXT NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  list_title TEXT NOT NULL,      -- empty: the same
  status TEXT NOT NULL,          -- submitted, accepted, rejected, deferred, merged
  decision TEXT NOT NULL,        -- body and reasons
  review_date TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (study, number)
) WITHOUT ROWID;

CREATE TABLE proposal_tick (
  study TEXT NOT NULL,
  number INTEGER NOT NULL,
  class TEXT NOT NULL,           -- quick, study
  ticked INTEGER NOT NULL,
  bracket TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (study, number, class)
) WITHOUT ROWID;

CREATE TABLE proposal_section (
  study TEXT NOT NULL,
  number INTEGER NOT NULL,
  place INTEGER NOT NULL,        -- in the order of the source
  kind TEXT NOT NULL,
  printed TEXT NOT NULL,
  statements INTEGER NOT NULL,
  truncated INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (study, number, place)
) WITHOUT ROWID;

CREATE TABLE proposal_statement (
  study TEXT NOT NULL,
  number INTEGER NOT NULL,
  place INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  text TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (study, number, place, statement)
) WITHOUT ROWID;

CREATE TABLE proposal_figure (
  study TEXT NOT NULL,
  number INTEGER NOT NULL,
  figure INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  owners INTEGER NOT NULL,
  owner_names TEXT NOT NULL,
  state TEXT NOT NULL,           -- stated, missing, garbled
  shown TEXT NOT NULL,
  printed TEXT NOT NULL,         -- missing: the label; garbled: the text as printed
  seq INTEGER NOT NULL,
  PRIMARY KEY (study, number, figure)
) WITHOUT ROWID;

CREATE TABLE proposal_phase (
  study TEXT NOT NULL,
  number INTEGER NOT NULL,
  phase TEXT NOT NULL,
  class TEXT NOT NULL,
  start TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (study, number, phase)
) WITHOUT ROWID;

CREATE TABLE proposal_effect (
  seq INTEGER PRIMARY KEY,
  study TEXT NOT NULL,
  number INTEGER NOT NULL,
  area TEXT NOT NULL,
  sign TEXT NOT NULL,
  text TEXT NOT NULL,
  indicator TEXT NOT NULL
);

CREATE TABLE proposal_risk (
  seq INTEGER PRIMARY KEY,
  study TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  owner TEXT NOT NULL
);

-- Runs of twelve words, in lower case and without punctuation.  `place` is a heading's kind, or
-- "brackets" for what stands after the boxes.
CREATE TABLE proposal_shingle (
  study TEXT NOT NULL,
  shingle TEXT NOT NULL,
  number INTEGER NOT NULL,
  place TEXT NOT NULL,
  position INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (study, shingle, number, place)
) WITHOUT ROWID;

-- Headings of the template, as schemas/proposal.capnp labels them, in short.
CREATE VIEW proposal_heading(kind, fi, sv, en) AS VALUES
  ('brackets', 'rastien sulkeet', 'parenteserna efter kryssen', 'brackets'),
  ('object', 'yhteistyökohde', 'samarbetsobjekt', 'object'),
  ('change', 'toiminnallinen muutos', 'funktionell förändring', 'functional change'),
  ('measures', 'toimenpiteet', 'åtgärder', 'measures'),
  ('benefits', 'edut', 'fördelar', 'benefits'),
  ('risks', 'riskit', 'risker', 'risks'),
  ('operations', 'vaikutus toimintaan', 'verkningar på verksamheten', 'effect on operations'),
  ('finance', 'vaikutus talouteen', 'verkningar på ekonomin', 'effect on finances'),
  ('staff', 'vaikutus henkilöstöön', 'verkningar på personalen', 'effect on staff'),
  ('extra', 'mallipohjan ulkopuolinen kohta', 'punkt utanför mallen', 'item outside the template');

-- Copied runs: the later proposal has words of the earlier one, in the same place.
CREATE VIEW proposal_copy AS
  SELECT b.study, a.number AS original, b.number AS copy, b.place, min(b.position) AS position,
         b.shingle AS words, count(*) AS shingles, a.seq AS original_seq, b.seq AS copy_seq
  FROM proposal_shingle a JOIN proposal_shingle b
    ON b.study = a.study AND b.shingle = a.shingle AND b.number > a.number
  GROUP BY b.study, a.number, b.number, a.place, b.place;

-- A heading of the template with nothing under it anywhere in the proposal, a text that breaks off,
-- a figure that has a label only.
CREATE VIEW proposal_gap AS
  SELECT study, number, kind AS field, 'blank' AS gap, min(place) AS place, seq
  FROM proposal_section WHERE kind <> 'extra'
  GROUP BY study, number, kind HAVING sum(statements) = 0
  UNION ALL
  SELECT study, number, kind, 'truncated', place, seq FROM proposal_section WHERE truncated = 1
  UNION ALL
  SELECT study, number, label, 'missing', 1000 + figure, seq FROM proposal_figure
  WHERE state = 'missing';

CREATE VIEW v34_proposals AS
  SELECT p.study, p.number, p.title,
         coalesce((SELECT max(t.ticked) FROM proposal_tick t WHERE t.study = p.study
                    AND t.number = p.number AND t.class = 'quick'), 0) AS quick,
         coalesce((SELECT max(t.ticked) FROM proposal_tick t WHERE t.study = p.study
                    AND t.number = p.number AND t.class = 'study'), 0) AS needs_study,
         (SELECT group_concat(f.class || ': ' || f.phase, ' | ')
            FROM (SELECT class, phase FROM proposal_phase f WHERE f.study = p.study
                   AND f.number = p.number ORDER BY f.class, f.phase) f) AS phases,
         (SELECT group_concat(f.shown, '; ') FROM (SELECT * FROM proposal_figure f
            WHERE f.study = p.study AND f.number = p.number AND f.kind = 'places'
            ORDER BY f.figure) f) AS places,
         (SELECT group_concat(f.shown, '; ') FROM (SELECT * FROM proposal_figure f
            WHERE f.study = p.study AND f.number = p.number AND f.kind = 'money'
            ORDER BY f.figure) f) AS money,
         (SELECT group_concat(f.shown, '; ') FROM (SELECT * FROM proposal_figure f
            WHERE f.study = p.study AND f.number = p.number AND f.kind = 'percent'
            ORDER BY f.figure) f) AS percent,
         (SELECT group_concat(f.shown, '; ') FROM (SELECT * FROM proposal_figure f
            WHERE f.study = p.study AND f.number = p.number AND f.kind = 'ages'
            ORDER BY f.figure) f) AS ages,
         (SELECT coalesce(sum(s.statements), 0) FROM proposal_section s
           WHERE s.study = p.study AND s.number = p.number AND s.kind = 'benefits') AS benefits,
         (SELECT coalesce(sum(s.statements), 0) FROM proposal_section s
           WHERE s.study = p.study AND s.number = p.number AND s.kind = 'risks') AS risks,
         (SELECT e.sign FROM proposal_effect e WHERE e.study = p.study AND e.number = p.number
            AND e.area = 'staff' ORDER BY e.seq DESC LIMIT 1) AS staff_effect,
         (SELECT group_concat(g.field, '; ') FROM (SELECT field FROM proposal_gap g
            WHERE g.study = p.study AND g.number = p.number ORDER BY g.place) g) AS missing_fields,
         (SELECT group_concat(c.original || ' ' || c.place, '; ') FROM (
            SELECT DISTINCT original, place FROM proposal_copy c
             WHERE c.study = p.study AND c.copy = p.number ORDER BY original, place) c)
           AS copied_from,
         p.decision, p.status, p.seq
  FROM proposal p ORDER BY p.study, p.number;
)sql";

}  // namespace sinetti
