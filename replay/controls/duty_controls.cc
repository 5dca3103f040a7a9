// Segregation of duties, mandates of acts that are no decisions, and charges against the contract
// they are under.  Which types are such acts: replay/views/duties.cc.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // The conflict matrix.  One person, or one office where nobody is named, did both.
    {"R-ROLE", R"sql(
WITH conflict(topic, one, other) AS (VALUES
  ('settlement', 'charges', 'pays'), ('grant', 'approves', 'pays'),
  ('contract', 'proposes', 'orders'), ('procurement', 'proposes', 'approves'),
  ('procurement', 'compares', 'approves'), ('subcontractor', 'proposes', 'approves'),
  ('proposal', 'proposes', 'approves'), ('action', 'shows', 'verifies')),
duty(duty, fi, sv, en) AS (VALUES
  ('charges', 'laskutus', 'fakturering', 'charging'), ('pays', 'maksu', 'betalning', 'paying'),
  ('orders', 'tilaus', 'beställning', 'ordering'),
  ('proposes', 'esitys', 'förslag', 'proposing'),
  ('approves', 'hyväksyntä', 'godkännande', 'approving'),
  ('compares', 'tarjousten vertailu', 'jämförelse av anbud', 'comparing tenders'),
  ('shows', 'näytön antaminen', 'framläggande av bevis', 'giving evidence'),
  ('verifies', 'todentaminen', 'verifiering', 'verifying')),
both AS (
  SELECT 'contract' AS topic, a.key, 'orders' AS one, 'pays' AS other,
         max(a.seq, b.seq) AS later, min(a.seq, b.seq) AS earlier,
         CASE WHEN a.who = b.who THEN a.who ELSE a.office END AS who
  FROM duty_act b JOIN duty_act a ON a.topic = 'contract' AND a.duty = 'orders'
    AND a.key = b.contract
  WHERE b.duty = 'pays'
    AND (a.who = b.who OR ((a.who IS NULL OR b.who IS NULL) AND a.office = b.office))
  UNION ALL
  SELECT c.topic, a.key, c.one, c.other, max(a.seq, b.seq) AS later, min(a.seq, b.seq) AS earlier,
         CASE WHEN a.who = b.who THEN a.who ELSE a.office END AS who
  FROM conflict c JOIN duty_act a ON a.topic = c.topic AND a.duty = c.one
  JOIN duty_act b ON b.topic = a.topic AND b.key = a.key AND b.duty = c.other
  WHERE a.who = b.who OR ((a.who IS NULL OR b.who IS NULL) AND a.office = b.office))
SELECT 'high', b.key, b.one || '/' || b.other, b.who, '', '',
       'Sama henkilö tai virka (' || b.who || ') on tehnyt kaksi toimea, jotka pitäisi erottaa: ' ||
         x.fi || ' ja ' || y.fi || ' (' || b.key || ').',
       'En person eller tjänst (' || b.who || ') har utfört två åtgärder som borde skiljas åt: ' ||
         x.sv || ' och ' || y.sv || ' (' || b.key || ').',
       'One person or office (' || b.who || ') did two things that should be separate: ' ||
         x.en || ' and ' || y.en || ' (' || b.key || ').',
       b.later || ' ' || min(b.earlier)
FROM both b JOIN duty x ON x.duty = b.one JOIN duty y ON y.duty = b.other
GROUP BY b.topic, b.key, b.one, b.other, b.later ORDER BY b.later, b.topic, b.one, b.other)sql",
     FindingAbout::kStatement, "duties"},

    // Who answered for the unit on that day inspected it.
    {"R-ROLE", R"sql(
SELECT 'high', i.key, i.type || ' ' || i.day, i.who, '', '',
       'Yksikön vastuuhenkilö (' || i.who || ') on tarkastanut omaa yksikköään: ' || i.key || '.',
       'Enhetens ansvariga person (' || i.who || ') har inspekterat sin egen enhet: ' || i.key ||
         '.',
       'The person responsible for the unit (' || i.who || ') inspected it: ' || i.key || '.',
       i.seq || ' ' || a.seq
FROM duty_act i JOIN duty_act a ON a.topic = 'unit' AND a.key = i.key AND a.duty = 'answersFor'
  AND a.who = i.who AND a.day <= i.day
WHERE i.topic = 'unit' AND i.duty = 'inspects' AND NOT EXISTS (
  SELECT 1 FROM duty_act n WHERE n.topic = 'unit' AND n.key = i.key AND n.duty = 'answersFor'
   AND n.day <= i.day AND (n.day > a.day OR (n.day = a.day AND n.seq > a.seq)))
ORDER BY i.seq)sql",
     FindingAbout::kStatement, "ownUnit"},

    // An act that names a mandate which does not hold on its day, or goes above its ceiling.
    {"R-AUTH-01", R"sql(
WITH act AS (
  SELECT a.*, g.seq AS granted, CASE
      WHEN a.mandate IS NULL THEN 'missing'
      WHEN g.ref IS NULL THEN 'unknown'
      WHEN a.day < g.valid_from OR a.day >= g.valid_to OR a.day >= g.revoked_on THEN 'notInForce'
      WHEN a.office <> g.to_office THEN 'otherOffice' ELSE 'valid' END AS state
  FROM duty_act a LEFT JOIN delegation g ON g.ref = a.mandate
  WHERE a.duty IN ('approves', 'orders', 'pays', 'sanctions', 'reduces'))
SELECT CASE state WHEN 'missing' THEN 'medium' ELSE 'high' END, key, type || ' ' || day,
       coalesce(office, ''), '', '',
       'Toimi ' || type || ' (' || key || ', ' || day || '): ' || CASE state
         WHEN 'missing' THEN 'toimivaltaa ei ole kirjattu'
         WHEN 'unknown' THEN 'toimivallan siirtoa ei ole rekisterissä'
         WHEN 'notInForce' THEN 'toimivallan siirto ei ollut voimassa'
         ELSE 'toimivalta on siirretty toiselle viranhaltijalle' END || '.',
       'Åtgärden ' || type || ' (' || key || ', ' || day || '): ' || CASE state
         WHEN 'missing' THEN 'befogenheten är inte antecknad'
         WHEN 'unknown' THEN 'delegeringen finns inte i registret'
         WHEN 'notInForce' THEN 'delegeringen var inte i kraft'
         ELSE 'befogenheten har delegerats till en annan tjänsteinnehavare' END || '.',
       'The act ' || type || ' (' || key || ', ' || day || '): ' || CASE state
         WHEN 'missing' THEN 'no mandate is recorded'
         WHEN 'unknown' THEN 'the delegation is not in the register'
         WHEN 'notInForce' THEN 'the delegation was not in force'
         ELSE 'the power was given to another office' END || '.',
       seq || coalesce(' ' || granted, '')
FROM act WHERE state <> 'valid' AND (state <> 'missing' OR :requireMandate = 1)
ORDER BY seq)sql",
     FindingAbout::kStatement, "act"},

    {"R-AUTH-01", R"sql(
SELECT 'high', a.key, a.type || ' ' || a.day, printf('%d.%02d', a.cents / 100, a.cents % 100),
       printf('%d.%02d', c.cents / 100, c.cents % 100),
       printf('-%d.%02d', (a.cents - c.cents) / 100, (a.cents - c.cents) % 100),
       'Toimi ' || a.type || ' ylittää toimivallan euromäärän: ' ||
         printf('%d.%02d', a.cents / 100, a.cents % 100) || ', enintään ' ||
         printf('%d.%02d', c.cents / 100, c.cents % 100) || '.',
       'Åtgärden ' || a.type || ' överskrider befogenhetens belopp: ' ||
         printf('%d.%02d', a.cents / 100, a.cents % 100) || ', högst ' ||
         printf('%d.%02d', c.cents / 100, c.cents % 100) || '.',
       'The act ' || a.type || ' exceeds the amount of its mandate: ' ||
         printf('%d.%02d', a.cents / 100, a.cents % 100) || ', at most ' ||
         printf('%d.%02d', c.cents / 100, c.cents % 100) || '.',
       a.seq || ' ' || c.seq
FROM duty_act a JOIN delegation_cap c ON c.ref = a.mandate
WHERE a.cents > c.cents ORDER BY a.seq)sql",
     FindingAbout::kStatement, "amount"},

    // A charge for time outside the term of its contract.
    {"R-PROC-01", R"sql(
SELECT 'high', a.contract, a.type || ' ' || a.first_day, a.first_day || '/' || a.last_day,
       c.term_start || '/' || c.term_end, '',
       'Veloitus ajalta ' || a.first_day || '–' || a.last_day ||
         ' on sopimuskauden ulkopuolella: ' || c.term_start || '–' || c.term_end || '.',
       'Debiteringen för ' || a.first_day || '–' || a.last_day ||
         ' är utanför avtalsperioden: ' || c.term_start || '–' || c.term_end || '.',
       'The charge for ' || a.first_day || ' to ' || a.last_day ||
         ' is outside the term of the contract: ' || c.term_start || ' to ' || c.term_end || '.',
       a.seq || ' ' || c.seq
FROM duty_act a JOIN contract c ON c.contract = a.contract
WHERE a.duty = 'charges' AND c.stage <> 'drafted'
  AND (a.first_day < c.term_start OR (c.term_end <> '' AND a.last_day > c.term_end))
ORDER BY a.seq)sql",
     FindingAbout::kStatement, "contractTerm"},

    // A charge or a payment under a contract that nobody signed.
    {"R-PROC-01", R"sql(
SELECT 'high', a.contract, a.type || ' ' || a.day, coalesce(c.stage, ''), 'signed', '',
       'Sopimusta ei ole allekirjoitettu, ja sen nojalla on laskutettu tai maksettu: ' || a.contract ||
         '.',
       'Avtalet är inte undertecknat och det har fakturerats eller betalats enligt det: ' ||
         a.contract || '.',
       'The contract is not signed, and something was charged or paid under it: ' || a.contract || '.',
       a.seq || coalesce(' ' || c.seq, '')
FROM duty_act a LEFT JOIN contract c ON c.contract = a.contract
WHERE a.contract IS NOT NULL AND a.duty IN ('charges', 'pays')
  AND (c.contract IS NULL OR c.stage = 'drafted')
ORDER BY a.seq)sql",
     FindingAbout::kStatement, "contractUnsigned"},

    // Paid, and nobody charged it.
    {"R-PROC-01", R"sql(
SELECT 'high', p.key, p.type || ' ' || p.day, '', 'settlement.charged', '',
       'Maksulla ei ole laskua: ' || p.key || '.',
       'Betalningen har ingen faktura: ' || p.key || '.',
       'The payment has no charge: ' || p.key || '.', p.seq
FROM duty_act p WHERE p.topic = 'settlement' AND p.duty = 'pays' AND NOT EXISTS (
  SELECT 1 FROM duty_act c WHERE c.topic = 'settlement' AND c.key = p.key AND c.duty = 'charges')
ORDER BY p.seq)sql",
     FindingAbout::kStatement, "paidWithoutCharge"},

    // Who works and charges under the contract is a subcontractor whom nobody approved by then.
    {"R-PROC-01", R"sql(
SELECT 'high', a.contract, 'charge by ' || a.party, a.party, s.result, '',
       s.name || ' laskuttaa alihankkijana, jota ei ole hyväksytty.',
       s.name || ' fakturerar som underleverantör och är inte godkänd.',
       s.name || ' charges as a subcontractor who was not approved.',
       a.seq || ' ' || s.seq
FROM duty_act a JOIN subcontractor s ON s.contract = a.contract AND a.party IN (s.subcontractor, s.name)
WHERE a.duty = 'charges' AND NOT (s.result = 'approved' AND s.decided <= a.last_day)
ORDER BY a.seq, s.subcontractor, s.service)sql",
     FindingAbout::kStatement, "unapprovedWork"},
};

}  // namespace

std::span<const SqlControl> DutyControls() { return kControls; }

}  // namespace sinetti
