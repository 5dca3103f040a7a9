// Checks of places, contracts, procurements and charges.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    {"R-QUOTA", R"sql(
SELECT 'high', unit, owner, agreed, occupied, over_quota,
owner || ': paikkoja ' || agreed || ', asukkaita ' || occupied || '.',
owner || ': ' || agreed || ' platser, ' || occupied || ' boende.',
owner || ': ' || agreed || ' places, ' || occupied || ' residents.',
seq FROM v10_places WHERE over_quota > :tolerancePlaces ORDER BY unit, owner)sql",
     FindingAbout::kThing, "owner"},
    {"R-QUOTA", R"sql(
SELECT 'high', unit, owners, places / 1000, '', '',
owners || ': ' || (places / 1000) || ' yhteistä paikkaa ilman etusijajärjestystä.',
owners || ': ' || (places / 1000) || ' gemensamma platser utan prioritering.',
owners || ': ' || (places / 1000) || ' shared places without a priority rule.',
seq FROM place_quota WHERE shared = 1 AND priority_rule = '' ORDER BY unit, quota)sql",
     FindingAbout::kThing, "priority"},
    {"R-SUM", R"sql(
SELECT 'high', u.unit, 'total', u.total / 1000, sum(q.places) / 1000,
(sum(q.places) - u.total) / 1000,
'Paikkoja yhteensä ' || (u.total / 1000) || ', omistajittain ' || (sum(q.places) / 1000) || '.',
'Platser totalt ' || (u.total / 1000) || ', per ägare ' || (sum(q.places) / 1000) || '.',
'Places in all ' || (u.total / 1000) || ', by owner ' || (sum(q.places) / 1000) || '.',
u.seq FROM place_unit u JOIN place_quota q ON q.unit = u.unit WHERE u.total IS NOT NULL
GROUP BY u.unit HAVING count(*) = count(q.places) AND sum(q.places) <> u.total
ORDER BY u.unit)sql",
     FindingAbout::kThing, "places"},
    {"R-MULT", R"sql(
SELECT 'high', settlement, period,
printf('%s%d.%02d', iif(total_stated_cents < 0, '-', ''), abs(total_stated_cents) / 100,
abs(total_stated_cents) % 100),
printf('%s%d.%02d', iif(total_computed_cents < 0, '-', ''), abs(total_computed_cents) / 100,
abs(total_computed_cents) % 100),
printf('%s%d.%02d', iif(difference_cents < 0, '-', ''), abs(difference_cents) / 100,
abs(difference_cents) % 100),
'Laskutettu summa ei ole määrä kertaa hinta vähennettynä tuloilla (612/2021 57 §).',
'Det fakturerade beloppet är inte mängd gånger pris minus inkomster (612/2021 57 §).',
'The amount charged is not quantity times price less income (612/2021 section 57).',
seq FROM v32_charges WHERE abs(difference_cents) > :toleranceCents ORDER BY settlement)sql",
     FindingAbout::kThing, "charge"},
    {"R-MISS", R"sql(
SELECT 'medium', procurement, 'costKey', '', '', '',
'Yhteishankinnan kustannusten jaosta ei ole sovittu.',
'Om fördelningen av kostnaderna för den gemensamma upphandlingen finns inget avtal.',
'How the costs of the joint procurement are shared was not agreed.',
agreed_seq FROM procurement WHERE agreed_seq > 0 AND cost_key = '' ORDER BY procurement)sql",
     FindingAbout::kThing, "costKey"},
    // 612/2021 section 15 applies to contracts of wellbeing services counties, from 1.1.2023.
    {"R-PROC-01", R"sql(
SELECT 'medium', contract, 'clauses', clauses, 8, 8 - clauses,
'Sopimuksesta puuttuu ' || clauses_missing || ' lain 612/2021 15 §:n ehtoa.',
'I avtalet saknas ' || clauses_missing || ' av villkoren i 15 § i lag 612/2021.',
'The contract lacks ' || clauses_missing || ' of the clauses of section 15 of 612/2021.',
seq FROM v23_contracts WHERE clauses_missing > 0 AND stage <> 'drafted'
AND term_start >= '2023-01-01' ORDER BY contract)sql",
     FindingAbout::kThing, "clauses"},
    // 1397/2016 section 136: minor changes together stay under 10 % of the contract.
    {"R-RULE", R"sql(
SELECT 'high', a.contract, 'minor',
printf('%s%d.%02d', iif(sum(a.value_cents) < 0, '-', ''), abs(sum(a.value_cents)) / 100,
abs(sum(a.value_cents)) % 100),
printf('%d.%02d', c.value_cents * :minorChangesPercent / 100 / 100,
c.value_cents * :minorChangesPercent / 100 % 100),
printf('%s%d.%02d', iif(c.value_cents * :minorChangesPercent / 100 < sum(a.value_cents), '-', ''),
abs(c.value_cents * :minorChangesPercent / 100 - sum(a.value_cents)) / 100,
abs(c.value_cents * :minorChangesPercent / 100 - sum(a.value_cents)) % 100),
'Sopimuksen vähäiset muutokset ovat yhteensä vähintään ' || :minorChangesPercent || ' % sopimuksen arvosta (1397/2016 136 §).',
'De mindre ändringarna i avtalet är sammanlagt minst ' || :minorChangesPercent || ' % av avtalets värde (1397/2016 136 §).',
'The minor changes of the contract make ' || :minorChangesPercent || ' % of its value or more (1397/2016 section 136).',
group_concat(a.seq, ' ') FROM (SELECT * FROM contract_change ORDER BY seq) a JOIN contract c ON c.contract = a.contract
WHERE a.kind = 'amended' AND a.ground = 'minor' GROUP BY a.contract
HAVING abs(sum(a.value_cents)) * 100 >= c.value_cents * :minorChangesPercent ORDER BY a.contract)sql",
     FindingAbout::kThing, "minorChanges"},
    // 1397/2016 section 136: one additional or unforeseen change stays at 50 % at most.
    {"R-RULE", R"sql(
SELECT 'high', a.contract, a.ground || ' ' || a.day, 
printf('%s%d.%02d', iif(a.value_cents < 0, '-', ''), abs(a.value_cents) / 100,
abs(a.value_cents) % 100), printf('%d.%02d', c.value_cents * :singleChangePercent / 100 / 100,
c.value_cents * :singleChangePercent / 100 % 100),
printf('%s%d.%02d', iif(c.value_cents * :singleChangePercent / 100 < a.value_cents, '-', ''),
abs(c.value_cents * :singleChangePercent / 100 - a.value_cents) / 100, abs(c.value_cents * :singleChangePercent / 100 - a.value_cents) % 100),
'Yksi muutos on yli ' || :singleChangePercent || ' % sopimuksen arvosta (1397/2016 136 §).',
'En ändring är mer än ' || :singleChangePercent || ' % av avtalets värde (1397/2016 136 §).',
'One change is more than ' || :singleChangePercent || ' % of the value of the contract (1397/2016 section 136).',
a.seq FROM contract_change a JOIN contract c ON c.contract = a.contract
WHERE a.kind = 'amended' AND a.ground IN ('additional', 'unforeseen')
AND abs(a.value_cents) * 100 > c.value_cents * :singleChangePercent ORDER BY a.seq)sql",
     FindingAbout::kStatement, "singleChange"},
    {"R-PROC-01", R"sql(
SELECT 'medium', contract, subcontractor, 'declared', 'approved', '',
name || ' on ilmoitettu alihankkijaksi, mutta sitä ei ole hyväksytty (612/2021 17 §).',
name || ' har anmälts som underleverantör men inte godkänts (612/2021 17 §).',
name || ' was declared as a subcontractor but not approved (612/2021 section 17).',
seq FROM subcontractor WHERE result = 'declared' ORDER BY contract, subcontractor)sql",
     FindingAbout::kThing, "subcontractor"},
};

}  // namespace

std::span<const SqlControl> ContractControls() { return kControls; }

}  // namespace sinetti
