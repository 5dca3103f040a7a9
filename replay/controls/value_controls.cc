// Checks of values: what a source leaves out, what cannot be read, what is a share of nothing
// named.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // A label, a heading or a mandatory field with nothing under it.
    {"R-MISS", R"sql(
SELECT CASE WHEN kind = 'heading' OR substr(stream, 1, 7) = 'source-' THEN 'low'
            WHEN kind = 'field' OR substr(stream, 1, 5) = 'form-' THEN 'medium' ELSE 'high' END,
       coalesce(subject, stream), label, label || coalesce(' ' || unit, ''), '', '',
       'Lähteessä on nimike "' || label || '" ilman sisältöä.' || coalesce(' ' || consequence, ''),
       'I källan finns rubriken "' || label || '" utan innehåll.',
       'The source has the label "' || label || '" and nothing under it.',
       seq
FROM missing_statement WHERE NOT (stream LIKE 'source-%' AND label GLOB '* [0-9]*')
ORDER BY seq)sql",
     FindingAbout::kStatement, "label"},

    // A numbered part of the document itself that has no text: the numbering goes on, the text has
    // a
    // gap.
    {"R-SEQ", R"sql(
SELECT 'low', coalesce(subject, stream), label, label, '', '',
       'Numeroidussa kohdassa "' || label || '" ei ole tekstiä.' || coalesce(' ' || consequence, ''),
       'Den numrerade delen "' || label || '" har ingen text.',
       'The numbered part "' || label || '" has no text.',
       seq
FROM missing_statement WHERE stream LIKE 'source-%' AND label GLOB '* [0-9]*'
ORDER BY seq)sql",
     FindingAbout::kStatement, "part"},

    // A value that is recorded as missing; the same label of one stream is one finding.
    {"R-MISS", R"sql(
SELECT 'medium', e.stream, v.missing_label,
       v.missing_label || coalesce(' ' || v.missing_unit, ''), '', '',
       'Arvo puuttuu lähteestä: ' || v.missing_label || '.',
       'Värdet saknas i källan: ' || v.missing_label || '.',
       'The source does not give the value: ' || v.missing_label || '.',
       group_concat(DISTINCT v.seq)
FROM (SELECT * FROM stated_value ORDER BY seq, path) v JOIN sourced_event e ON e.seq = v.seq
WHERE v.state = 'missing' AND e.type <> 'evaluation.findingRecorded'
GROUP BY e.stream, v.missing_label ORDER BY min(v.seq), v.missing_label)sql",
     FindingAbout::kThing, "value"},

    // Money without a currency: one finding for each stream.
    {"R-MISS", R"sql(
SELECT 'low', stream, 'currency', '', min(unit), '',
       'Lähteessä ei ole valuuttaa; oletuksena ' || min(unit) || '.',
       'Källan anger ingen valuta; ' || min(unit) || ' antas.',
       'The source prints no currency; ' || min(unit) || ' is assumed.',
       group_concat(seq, ' ')
FROM (SELECT DISTINCT e.stream, e.seq, v.unit FROM stated_value v
      JOIN sourced_event e ON e.seq = v.seq
      WHERE v.kind = 'money' AND v.state = 'given' AND v.currency_stated = 0
        AND e.document IS NOT NULL AND e.confidence <> 'invented' ORDER BY e.seq)
GROUP BY stream ORDER BY min(seq))sql",
     FindingAbout::kThing, "currency"},

    // Unreadable, or readable in several ways.  A length of time is bounded by its dates; anything
    // that
    // is counted or paid is not.
    {"R-GARBLE", R"sql(
SELECT CASE WHEN v.kind IN ('when', 'share') OR v.unit IN ('kk', 'vuosi', 'viikko', 'päivä', 'tunti')
       THEN 'medium' ELSE 'high' END,
       e.stream, e.type || '/' || v.path, v.raw, coalesce(v.readings, ''), '',
       'Arvoa "' || v.raw || '" ei voi lukea yksiselitteisesti: ' || coalesce(v.readings, '?') || '.',
       'Värdet "' || v.raw || '" kan inte läsas entydigt: ' || coalesce(v.readings, '?') || '.',
       'The value "' || v.raw || '" can be read in more ways than one: ' ||
         coalesce(v.readings, '?') || '.',
       v.seq,
       (SELECT c.reading FROM reading_chosen c WHERE c.ref = e.ref AND c.path = v.path
        ORDER BY c.seq DESC LIMIT 1)
FROM stated_value v JOIN sourced_event e ON e.seq = v.seq
WHERE v.state = 'garbled' AND e.type NOT LIKE 'costsharing.key%' ORDER BY v.seq, v.path)sql",
     FindingAbout::kStatement, "value"},

    // A cost-sharing key with several readings: nobody may be charged by it before one is chosen.
    {"R-GARBLE", R"sql(
SELECT 'high', k.stream, 'key/' || k.key, coalesce(k.raw, ''), k.readings, '',
       'Jakoavaimella "' || coalesce(k.raw, k.key) || '" on useita tulkintoja: ' || k.readings || '.',
       'Fördelningsnyckeln "' || coalesce(k.raw, k.key) || '" har flera tolkningar: ' ||
         k.readings || '.',
       'The cost-sharing key "' || coalesce(k.raw, k.key) || '" has several readings: ' ||
         k.readings || '.',
       k.seq,
       (SELECT c.reading FROM reading_chosen c JOIN sourced_event e ON e.ref = c.ref
        WHERE e.seq = k.seq ORDER BY c.seq DESC LIMIT 1)
FROM v_cost_key k WHERE k.readings IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM cost_key_share s WHERE s.seq = k.seq AND s.share IS NOT NULL) ORDER BY k.seq)sql",
     FindingAbout::kStatement, "costKey"},

    // A reported count that is only a bound.
    {"R-GARBLE", R"sql(
SELECT 'low', e.stream, e.type || '/' || v.path, v.shown, '', '',
       'Lähde antaa vain rajan, ei lukumäärää: ' || v.shown || '.',
       'Källan anger bara en gräns, inte ett antal: ' || v.shown || '.',
       'The source gives a bound and no count: ' || v.shown || '.',
       v.seq
FROM stated_value v JOIN sourced_event e ON e.seq = v.seq
WHERE v.kind = 'quantity' AND v.bound IN ('lt', 'gt')
  AND e.type IN ('gathering.attendanceReported', 'engagement.cumulativeReported', 'training.held')
ORDER BY v.seq, v.path)sql",
     FindingAbout::kStatement, "bound"},

    // "Today" without the day it was said on.
    {"R-GARBLE", R"sql(
SELECT 'medium', e.stream, e.type || '/' || v.path, v.raw, '', '',
       'Suhteellista aikaa "' || v.raw || '" ei ole kiinnitetty päivään.',
       'Det relativa uttrycket "' || v.raw || '" är inte knutet till en dag.',
       'The relative expression "' || v.raw || '" is not tied to a day.',
       v.seq
FROM stated_value v JOIN sourced_event e ON e.seq = v.seq
WHERE v.kind = 'when' AND v.anchor IS NULL
  AND lower(v.raw) IN ('tänään', 'eilen', 'huomenna', 'idag', 'igår', 'imorgon')
ORDER BY v.seq, v.path)sql",
     FindingAbout::kStatement, "relativeDay"},

    // A percentage that does not say of what.
    {"R-BASE", R"sql(
SELECT 'high', e.stream, e.type || '/' || v.path, v.shown, '', '',
       'Osuuden ' || v.shown || ' perustaa ei ole ilmoitettu.',
       'Det anges inte vad andelen ' || v.shown || ' räknas av.',
       'The source does not say what the share ' || v.shown || ' is a share of.',
       v.seq
FROM stated_value v JOIN sourced_event e ON e.seq = v.seq
WHERE v.kind = 'share' AND v.base_unknown = 1 AND v.state = 'given'
ORDER BY v.seq, v.path)sql",
     FindingAbout::kStatement, "share"},
};

}  // namespace

std::span<const SqlControl> ValueControls() { return kControls; }

}  // namespace sinetti
