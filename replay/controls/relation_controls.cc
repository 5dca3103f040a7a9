// Values of one event that do not fit one another.  Which fields of which types are compared:
// replay/views/relations.cc.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    {"R-DUR", R"sql(
SELECT 'high', stream, type || '/' || path, stated, computed, difference,
       'Loppu ' || computed || ' on ennen alkua ' || stated || ' (' || type || ').',
       'Slutet ' || computed || ' är före början ' || stated || ' (' || type || ').',
       'The end ' || computed || ' is before the beginning ' || stated || ' (' || type || ').', seq
FROM relation_broken WHERE relation = 'order' ORDER BY seq, number)sql",
     FindingAbout::kStatement, "order"},

    {"R-PARTS", R"sql(
SELECT 'medium', stream, type || '/' || path, stated, computed, printf('%s%d.%03d',
         iif(difference < 0, '-', ''), abs(difference) / 1000, abs(difference) % 1000),
       'Osuudet ovat yhteensä ' || stated || ' %, eivät 100 %.',
       'Andelarna är sammanlagt ' || stated || ' %, inte 100 %.',
       'The shares are ' || stated || ' % together, and not 100 %.', seq
FROM relation_broken WHERE relation = 'whole' AND abs(difference) > :toleranceThousandths
ORDER BY seq, number)sql",
     FindingAbout::kStatement, "whole"},

    {"R-MULT", R"sql(
SELECT 'high', stream, type || '/' || path, stated, computed, printf('%s%d.%02d',
         iif(difference < 0, '-', ''), abs(difference) / 100, abs(difference) % 100),
       CASE relation WHEN 'atMost' THEN 'Maksettu ' || stated ||
         ' on enemmän kuin määrä × hinta, ' || computed || '.'
         ELSE 'Määrä × hinta on ' || computed || ', ilmoitettu ' || stated || '.' END,
       CASE relation WHEN 'atMost' THEN 'Det betalda, ' || stated ||
         ', är mer än mängd × pris, ' || computed || '.'
         ELSE 'Mängd × pris är ' || computed || ', uppgivet ' || stated || '.' END,
       CASE relation WHEN 'atMost' THEN 'What was paid, ' || stated ||
         ', is more than quantity × price, ' || computed || '.'
         ELSE 'Quantity × price is ' || computed || ', stated ' || stated || '.' END, seq
FROM relation_broken WHERE relation IN ('product', 'atMost') AND abs(difference) > :toleranceCents
ORDER BY seq, number)sql",
     FindingAbout::kStatement, "paid"},

    {"R-SHARE", R"sql(
SELECT 'medium', stream, type || '/' || path, stated, computed, printf('%s%d.%03d',
         iif(difference < 0, '-', ''), abs(difference) / 1000, abs(difference) % 1000),
       'Ilmoitettu suhdeluku on ' || stated || ', osistaan laskettu ' || computed || '.',
       'Det angivna förhållandet är ' || stated || ', av delarna beräknat ' || computed || '.',
       'The stated ratio is ' || stated || ', computed of its parts ' || computed || '.', seq
FROM relation_broken WHERE relation IN ('ratio', 'occupancy')
  AND abs(difference) > :toleranceThousandths ORDER BY seq, number)sql",
     FindingAbout::kStatement, "ratio"},

    {"R-QUOTA", R"sql(
SELECT 'high', stream, type || '/' || path, stated, computed, difference / 1000,
       'Lähde kertoo ylityksestä: asukkaita ' || stated || ', paikkoja ' || computed || '.',
       'Källan anger en överskridning: ' || stated || ' boende, ' || computed || ' platser.',
       'The source tells of an excess: ' || stated || ' residents, ' || computed || ' places.', seq
FROM relation_broken WHERE relation = 'within' AND abs(difference) > :tolerancePlaces * 1000
ORDER BY seq, number)sql",
     FindingAbout::kStatement, "statedBreach"},

    {"R-QUOTA", R"sql(
SELECT 'low', stream, type || '/' || path, stated, computed, printf('%s%d.%03d',
         iif(difference < 0, '-', ''), abs(difference) / 1000, abs(difference) % 1000),
       'Käyttöaste ' || stated || ' % ylittää rajan ' || computed || ' %.',
       'Beläggningen ' || stated || ' % överskrider gränsen ' || computed || ' %.',
       'The occupancy of ' || stated || ' % is above the limit of ' || computed || ' %.', seq
FROM relation_broken WHERE relation = 'below' ORDER BY seq, number)sql",
     FindingAbout::kStatement, "occupancy"},
};

}  // namespace

std::span<const SqlControl> RelationControls() { return kControls; }

}  // namespace sinetti
