// Rules of docs/internals/invariants.md that are found, because what broke them was done and must
// not be hidden: a fine ordered too early, a contract signed in the standstill, a substantial
// change, a step out of order.
#include <string>

#include "replay/controls/control_sets.h"
#include "replay/views/state_machines.h"

namespace sinetti {
namespace {

// The words of a state or a machine, by its name in `column`: CASE … END.
std::string WordsOfStates(std::string_view machine, std::string_view state, Language language) {
  std::string sql =
      "CASE " + std::string(machine) + " || ' ' || coalesce(" + std::string(state) + ", 'new')";
  for (const StateMachine& one : StateMachines())
    for (const State& known : one.states)
      sql += " WHEN '" + std::string(one.name) + " " + std::string(known.name) + "' THEN '" +
             known.words.In(language) + "'";
  const Text3 none = {"ei kirjattu", "inte antecknat", "not recorded"};
  return sql + " ELSE '" + none.In(language) + "' END";
}

std::string WordsOfMachines(Language language) {
  std::string sql = "CASE machine";
  for (const StateMachine& one : StateMachines())
    sql += " WHEN '" + std::string(one.name) + "' THEN '" + one.words.In(language) + "'";
  return sql + " END";
}

// One sentence of R-STEP.
std::string Sentence(Language language, const Text3& out_of_order, const Text3& after) {
  return WordsOfMachines(language) + " || ' ' || subject || '" + out_of_order.In(language) +
         "' || illegal_event || '" + after.In(language) + "' || " +
         WordsOfStates("machine", "illegal_state", language) + " || ').'";
}

// Steps against the tables of state_machines.h, once for each subject, by its first one.  Answers
// to findings are left out: a finding about them would be a finding that an answer makes.
std::string StepsOutOfOrder() {
  const Text3 broken = {
      ": vaihe väärässä järjestyksessä: ", ": steg i fel ordning: ", ": a step out of order: "};
  const Text3 after = {" (edellinen tila: ", " (föregående tillstånd: ", " (state before it: "};
  return "SELECT 'medium', subject, machine || ' ' || illegal_event, illegal_event, "
         "coalesce(illegal_state, ''), '', " +
         Sentence(Language::kFinnish, broken, after) + ", " +
         Sentence(Language::kSwedish, broken, after) + ", " +
         Sentence(Language::kEnglish, broken, after) +
         ", illegal_seq FROM v46_states WHERE illegal > 0 AND machine <> 'discrepancy' "
         "ORDER BY machine, subject";
}

constexpr SqlControl kControls[] = {
    // 1113/1990 section 10: the imposing decision is final, unless it is obeyed despite an appeal;
    // section 22: those concerned are heard.
    {"R-FINE", R"sql(
SELECT 'high', o.case_no, 'fine ordered ' || f.state_on,
       trim(iif(f.order_hearing IS NULL, 'hearing ', '') ||
            iif(f.order_final = 'yes' OR o.enforceable = 'yes' OR s.seq IS NOT NULL, '', 'finality')),
       '', '',
       'Uhkasakko on tuomittu maksettavaksi ' || iif(f.order_hearing IS NULL,
         'ilman kirjattua kuulemista (1113/1990 22 §).',
         'ennen kuin asettamispäätös on lainvoimainen (1113/1990 10 §).'),
       'Vitet har dömts ut ' || iif(f.order_hearing IS NULL,
         'utan antecknat hörande (1113/1990 22 §).',
         'innan beslutet om föreläggande vunnit laga kraft (1113/1990 10 §).'),
       'The fine was ordered to be paid ' || iif(f.order_hearing IS NULL,
         'and no hearing is recorded (1113/1990 section 22).',
         'before the imposing decision was final (1113/1990 section 10).'),
       f.ordered_seq || ' ' || f.seq
FROM sup_fine f JOIN sup_order o ON o.ref = f.sup_order
LEFT JOIN state_step s ON s.machine = 'fine' AND s.subject = f.ref AND s.state = 'final'
  AND s.seq < f.ordered_seq
WHERE f.ordered_seq IS NOT NULL AND (f.order_hearing IS NULL OR NOT
  (f.order_final = 'yes' OR o.enforceable = 'yes' OR s.seq IS NOT NULL))
ORDER BY f.ordered_seq)sql"},

    // 1397/2016 section 129: no contract before the standstill is over.
    {"R-STANDSTILL", R"sql(
SELECT 'high', contract, 'signed ' || signed, signed, free_from, '',
       'Sopimus on allekirjoitettu odotusajalla: sen sai tehdä aikaisintaan ' || free_from ||
         ' (1397/2016 129 §).',
       'Avtalet har undertecknats under väntetiden: det fick ingås tidigast ' || free_from ||
         ' (1397/2016 129 §).',
       'The contract was signed within the standstill: it could be made from ' || free_from ||
         ' (1397/2016 section 129).',
       contract_seq || ' ' || procurement_seq
FROM (SELECT c.contract, s.since AS signed, s.seq AS contract_seq, p.seq AS procurement_seq,
             CASE WHEN p.standstill_ended <> '' THEN p.standstill_ended
                  WHEN p.standstill_started <> ''
                  THEN date(p.standstill_started, (coalesce(p.standstill_days, 14) + 1) || ' days')
                  WHEN p.decided <> ''
                  THEN date(p.decided, (v.standstill_days + 1) || ' days') END AS free_from
      FROM contract c
      JOIN state_step s ON s.machine = 'contract' AND s.subject = c.contract AND s.state = 'signed'
      JOIN procurement p ON p.procurement = c.procurement
      JOIN v24_procurements v ON v.procurement = c.procurement)
WHERE signed < free_from ORDER BY contract, contract_seq)sql"},

    // 1397/2016 section 136: another party, or clearly more, is a new procurement.
    {"R-CHANGE", R"sql(
SELECT iif(ground = 'partyReplaced' AND substantial <> 'yes', 'medium', 'high'), contract,
       'substantial ' || day, ground, '', '',
       'Sopimusta on muutettu olennaisesti ilman uutta hankintaa: ' || change ||
         ' (1397/2016 136 §).',
       'Avtalet har ändrats väsentligt utan ny upphandling: ' || change || ' (1397/2016 136 §).',
       'The contract was substantially changed without a new procurement: ' || change ||
         ' (1397/2016 section 136).',
       seq
FROM contract_change WHERE kind = 'amended' AND (ground = 'partyReplaced' OR substantial = 'yes')
ORDER BY seq)sql"},
};

}  // namespace

std::span<const SqlControl> InvariantControls() { return kControls; }

std::span<const SqlControl> StepControls() {
  static const std::string sql = StepsOutOfOrder();
  static const SqlControl control[] = {{"R-STEP", sql, FindingAbout::kThing}};
  return control;
}

}  // namespace sinetti
