// Registrations that ended under what rests on them, days that other events set and that passed,
// more residents than registered places, and unit prices that are not the list's.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // A contract in force with a provider who is no longer registered.
    {"R-SUCC", R"sql(
WITH ended AS (
  SELECT provider, name, seq, CASE status WHEN 'removed' THEN since
           ELSE date(fixed_term_end, '+1 day') END AS since
  FROM provider WHERE status = 'removed' OR (status = 'registered' AND length(fixed_term_end) = 10))
SELECT 'high', c.contract, 'registration ' || c.provider, e.since, '', '',
       'Palveluntuottajan rekisteröinti on päättynyt ' || e.since ||
         ', ja sopimus on voimassa: ' || coalesce(nullif(e.name, ''), e.provider) || '.',
       'Serviceproducentens registrering upphörde ' || e.since ||
         ' och avtalet är i kraft: ' || coalesce(nullif(e.name, ''), e.provider) || '.',
       'The registration of the provider ended on ' || e.since ||
         ' and the contract is in force: ' || coalesce(nullif(e.name, ''), e.provider) || '.',
       c.seq || ' ' || e.seq
FROM v23_contracts c JOIN ended e ON e.provider = c.provider
WHERE c.in_force = 1 AND e.since <= (SELECT as_of FROM meta) ORDER BY c.contract)sql",
     FindingAbout::kThing, "registration"},

    // Services charged for the time after the registration.
    {"R-SUCC", R"sql(
WITH ended AS (
  SELECT provider, name, seq, CASE status WHEN 'removed' THEN since
           ELSE date(fixed_term_end, '+1 day') END AS since
  FROM provider WHERE status = 'removed' OR (status = 'registered' AND length(fixed_term_end) = 10)),
called AS MATERIALIZED (
  SELECT provider AS party, since, seq FROM ended
  UNION SELECT name, since, seq FROM ended WHERE name <> '' AND name <> provider)
SELECT 'high', a.key, 'charge by ' || a.party, a.last_day, e.since, '',
       'Palvelusta laskutetaan ajalta, jona tuottaja ei ollut rekisterissä: ' || a.party || ', ' ||
         a.last_day || '.',
       'Tjänster faktureras för en tid då producenten inte var registrerad: ' || a.party || ', ' ||
         a.last_day || '.',
       'Services are charged for a time when the provider was not registered: ' || a.party || ', ' ||
         a.last_day || '.',
       a.seq || ' ' || e.seq
FROM duty_act a JOIN called e ON e.party = a.party
WHERE a.duty = 'charges' AND a.last_day >= e.since ORDER BY a.seq)sql",
     FindingAbout::kStatement, "chargeAfterRegistration"},

    // A day that an event set, and nothing closed it.
    {"R-LATE", R"sql(
SELECT 'medium', key, type || ' ' || due, due, (SELECT as_of FROM meta),
       CAST(julianday((SELECT as_of FROM meta)) - julianday(due) AS INTEGER),
       'Asetettu päivä ' || due || ' on kulunut (' || type || '): ' || key || '.',
       'Den utsatta dagen ' || due || ' har passerat (' || type || '): ' || key || '.',
       'The day that was set, ' || due || ', has passed (' || type || '): ' || key || '.', seq
FROM awaited WHERE closed_seq IS NULL
  AND julianday((SELECT as_of FROM meta)) - julianday(due) > :graceDays ORDER BY due, seq)sql",
     FindingAbout::kStatement, "awaited"},

    // More clients than the register has places for the unit.
    {"R-QUOTA", R"sql(
SELECT 'high', u.unit, 'registered places', u.places / 1000, count(p.client),
       count(p.client) - u.places / 1000,
       'Yksikössä on asukkaita ' || count(p.client) || ', rekisteröityjä paikkoja ' ||
         u.places / 1000 || '.',
       'Enheten har ' || count(p.client) || ' boende och ' || u.places / 1000 ||
         ' registrerade platser.',
       'The unit has ' || count(p.client) || ' residents and ' || u.places / 1000 ||
         ' registered places.',
       u.seq || ' ' || max(p.seq)
FROM unit u JOIN placement p ON p.unit = u.unit AND p.state = 'placed'
WHERE u.status = 'registered' AND u.places IS NOT NULL
GROUP BY u.unit HAVING count(p.client) - u.places / 1000 > :tolerancePlaces ORDER BY u.unit)sql",
     FindingAbout::kThing, "registeredPlaces"},

    // A unit price that is not the list's on the first day of the charge.
    {"R-MULT", R"sql(
SELECT 'high', settlement, 'price ' || price_list || ' ' || service,
       printf('%s%d.%02d', iif(cents < 0, '-', ''), abs(cents) / 100, abs(cents) % 100),
       printf('%s%d.%02d', iif(list_cents < 0, '-', ''), abs(list_cents) / 100,
              abs(list_cents) % 100),
       printf('%s%d.%02d', iif(list_cents < cents, '-', ''), abs(list_cents - cents) / 100,
              abs(list_cents - cents) % 100),
       'Veloituksen yksikköhinta ei ole hinnaston ' || price_list || ' hinta ' || first_day || '.',
       'Debiteringens enhetspris är inte prislistans ' || price_list || ' pris ' || first_day || '.',
       'The unit price of the charge is not that of the price list ' || price_list || ' on ' ||
         first_day || '.',
       seq || ' ' || price_seq
FROM v_charged_prices WHERE abs(list_cents - cents) > :toleranceCents ORDER BY seq)sql",
     FindingAbout::kStatement, "priceList"},
};

}  // namespace

std::span<const SqlControl> RegisterControls() { return kControls; }

}  // namespace sinetti
