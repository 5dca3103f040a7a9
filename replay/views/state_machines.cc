// See state_machines.h.
#include "replay/views/state_machines.h"

#include <algorithm>

#include "ledger/base/check.h"

namespace sinetti {
namespace {

constexpr State kMatterStates[] = {
    {"open", {"vireillä", "anhängigt", "open"}},
    {"toComplete", {"täydennettävänä", "ska kompletteras", "to be completed"}},
    {"decided", {"päätetty", "avgjort", "decided"}},
    {"notified", {"tiedoksi annettu", "delgivet", "notified"}},
    {"correction", {"oikaisuvaatimus vireillä", "omprövning anhängig", "correction requested"}},
    {"appeal", {"valitus vireillä", "besvär anhängiga", "under appeal"}},
    {"final", {"lainvoimainen", "laga kraft", "final"}},
    {"closed", {"suljettu", "avslutat", "closed"}},
};

// 434/2003: what was decided is notified, and only what was notified becomes final.
constexpr StateStep kMatterSteps[] = {
    {"matter.opened", "open", "new open", "matter"},
    {"application.received", "open", "new open toComplete decided notified final closed", "matter"},
    {"application.completionRequested", "toComplete", "open toComplete", "matter", true},
    {"application.completed", "open", "toComplete open", "matter", true},
    {"decision.made", "decided",
     "new open toComplete decided notified correction appeal final closed", "matter"},
    {"decision.notified", "notified", "decided notified correction appeal final", "matter", true},
    {"correction.requested", "correction", "decided notified", "matter", true},
    {"correction.inadmissible", "decided", "correction", "matter", true},
    {"correction.decided", "decided", "correction", "matter", true},
    {"appeal.filed", "appeal", "decided notified", "matter", true},
    {"appeal.decided", "decided", "appeal", "matter", true},
    {"decision.becameFinal", "final", "notified decided final", "matter", true},
    {"matter.closed", "closed", "open toComplete decided notified correction appeal final",
     "matter", true},
};

constexpr State kSupcaseStates[] = {
    {"opened", {"avattu", "öppnat", "opened"}},
    {"clarification", {"selvityksessä", "utreds", "clarification"}},
    {"inspection", {"tarkastus", "inspektion", "inspection"}},
    {"guidance", {"ohjaus", "styrning", "guidance"}},
    {"attention", {"huomiota kiinnitetty", "uppmärksamhet fäst", "attention drawn"}},
    {"urged", {"kehotettu", "uppmanad", "urged"}},
    {"notice", {"huomautus", "anmärkning", "notice"}},
    {"order", {"määräys", "föreläggande", "order"}},
    {"fine", {"uhkasakko", "vite", "conditional fine"}},
    {"suspension", {"keskeyttäminen", "avbrytande", "suspension"}},
    {"corrected", {"korjattu", "rättat", "corrected"}},
    {"followup", {"jälkivalvonta", "uppföljande tillsyn", "follow-up"}},
    {"closed", {"päätetty", "avslutat", "closed"}},
    {"reopened", {"avattu uudelleen", "återupptaget", "reopened"}},
};

constexpr std::string_view kOpenCase =
    "opened clarification inspection guidance attention urged notice order fine suspension "
    "corrected followup reopened";

// A case that was closed is opened again before anything is done in it.
constexpr StateStep kSupcaseSteps[] = {
    {"supcase.opened", "opened", "new", "matter"},
    {"clarification.requested", "clarification", kOpenCase, "matter", true},
    {"inspection.orderGiven", "inspection", kOpenCase, "matter", true},
    {"inspection.held", "inspection", kOpenCase, "matter", true},
    {"supcase.guidanceGiven", "guidance", kOpenCase, "matter"},
    {"supcase.attentionDrawn", "attention", kOpenCase, "matter"},
    {"supcase.urged", "urged", kOpenCase, "matter"},
    {"supcase.noticeIssued", "notice", kOpenCase, "matter"},
    {"supcase.orderIssued", "order", kOpenCase, "matter"},
    {"fine.imposed", "fine", kOpenCase, "matter"},
    {"suspension.threatened", "suspension", kOpenCase, "matter"},
    {"suspension.ordered", "suspension", kOpenCase, "matter"},
    {"suspension.immediateOrdered", "suspension", kOpenCase, "matter"},
    {"action.verified", "corrected", kOpenCase, "matter", true},
    {"followup.scheduled", "followup", kOpenCase, "matter", true},
    {"supcase.closed", "closed", kOpenCase, "matter"},
    {"supcase.reopened", "reopened", "closed", "matter"},
};

constexpr State kContractStates[] = {
    {"drafted", {"luonnos", "utkast", "drafted"}},
    {"signed", {"allekirjoitettu", "undertecknat", "signed"}},
    {"inForce", {"voimassa", "i kraft", "in force"}},
    {"amended", {"muutettu", "ändrat", "amended"}},
    {"terminated", {"irtisanottu", "uppsagt", "terminated"}},
    {"rescinded", {"purettu", "hävt", "rescinded"}},
    {"expired", {"päättynyt", "upphört", "expired"}},
};

constexpr StateStep kContractSteps[] = {
    {"contract.drafted", "drafted", "new drafted", "contract"},
    {"contract.signed", "signed", "new drafted", "contract"},
    {"contract.enteredIntoForce", "inForce", "signed amended", "contract", true},
    {"contract.amended", "amended", "signed inForce amended", "contract", true},
    {"contract.renewed", "inForce", "signed inForce amended expired", "contract", true},
    {"contract.terminated", "terminated", "signed inForce amended", "contract", true},
    {"contract.rescinded", "rescinded", "signed inForce amended terminated", "contract", true},
    {"contract.expired", "expired", "signed inForce amended", "contract", true},
};

constexpr State kFindingStates[] = {
    {"found", {"havaittu", "konstaterat", "found"}},
    {"demanded", {"korjaamista vaadittu", "rättelse krävd", "correction demanded"}},
    {"action", {"toimenpide", "åtgärd", "action"}},
    {"evidence", {"näyttö annettu", "bevis framlagt", "evidence given"}},
    {"verified", {"todennettu", "verifierat", "verified"}},
    {"rejected", {"hylätty", "underkänt", "rejected"}},
    {"closed", {"suljettu", "avslutat", "closed"}},
};

// A finding is closed once; the same again is a finding of its own.
constexpr StateStep kFindingSteps[] = {
    {"finding.recorded", "found", "new", "event"},
    {"correction.demanded", "demanded", "found demanded action evidence rejected", "finding", true,
     true},
    {"supcase.orderIssued", "demanded", "found demanded action evidence rejected", "finding", true,
     true},
    {"action.planned", "action", "found demanded action evidence rejected", "about", true, true},
    {"action.started", "action", "action rejected", "action", true},
    {"action.evidenceGiven", "evidence", "action evidence rejected", "action", true},
    {"action.verified", "verified", "action evidence", "action", true},
    {"action.rejected", "rejected", "action evidence", "action", true},
    {"action.closed", "closed", "verified", "action", true},
};

constexpr State kFineStates[] = {
    {"imposed", {"asetettu", "förelagt", "imposed"}},
    {"final", {"lainvoimainen", "laga kraft", "final"}},
    {"ordered", {"tuomittu maksettavaksi", "utdömt", "ordered to be paid"}},
    {"reduced", {"alennettu", "nedsatt", "reduced"}},
    {"withdrawn", {"peruutettu", "återkallat", "withdrawn"}},
    {"lapsed", {"rauennut", "förfallet", "lapsed"}},
};

constexpr StateStep kFineSteps[] = {
    {"fine.imposed", "imposed", "new", "event"},
    {"decision.becameFinal", "final", "imposed", "decision", true},
    {"fine.ordered", "ordered", "imposed final", "fine"},
    {"fine.reduced", "reduced", "imposed final ordered", "fine"},
    {"fine.withdrawn", "withdrawn", "imposed final", "fine"},
    {"fine.lapsed", "lapsed", "imposed final", "fine"},
};

constexpr State kDiscrepancyStates[] = {
    {"detected", {"havaittu", "upptäckt", "detected"}},
    {"explained", {"selitetty", "förklarad", "explained"}},
    {"accepted", {"hyväksytty", "godtagen", "accepted"}},
    {"corrected", {"korjattu", "rättad", "corrected"}},
    {"withdrawn", {"peruttu", "återtagen", "withdrawn"}},
};

// An audit finds without recording it, so an answer may be the first that the ledger knows.
constexpr StateStep kDiscrepancySteps[] = {
    {"discrepancy.detected", "detected", "new", "finding"},
    {"discrepancy.explained", "explained", "new detected explained", "finding"},
    {"discrepancy.accepted", "accepted", "new detected explained", "finding"},
    {"discrepancy.corrected", "corrected", "new detected explained accepted", "finding"},
    {"discrepancy.withdrawn", "withdrawn", "new detected explained accepted", "finding"},
};

constexpr StateMachine kMachines[] = {
    {"matter",
     {"asia", "ärende", "matter"},
     "434/2003:54 434/2003:49_c",
     false,
     kMatterStates,
     kMatterSteps},
    {"supcase",
     {"valvonta-asia", "tillsynsärende", "supervision case"},
     "741/2023:38 741/2023:39",
     true,
     kSupcaseStates,
     kSupcaseSteps},
    {"contract",
     {"sopimus", "avtal", "contract"},
     "612/2021:15",
     true,
     kContractStates,
     kContractSteps},
    {"finding",
     {"epäkohta", "missförhållande", "finding"},
     "741/2023:25",
     true,
     kFindingStates,
     kFindingSteps},
    {"fine",
     {"uhkasakko", "vite", "conditional fine"},
     "1113/1990:6 1113/1990:10",
     true,
     kFineStates,
     kFineSteps},
    {"discrepancy",
     {"ristiriita", "avvikelse", "discrepancy"},
     "",
     true,
     kDiscrepancyStates,
     kDiscrepancySteps},
};

}  // namespace

std::span<const StateMachine> StateMachines() { return kMachines; }

const StateMachine& MachineOf(std::string_view name) {
  for (const StateMachine& machine : kMachines)
    if (machine.name == name) return machine;
  SINETTI_CHECK(!"a machine of that name");
  return kMachines[0];
}

std::string_view StateAfter(std::string_view machine, std::string_view event) {
  for (const StateStep& step : MachineOf(machine).steps)
    if (step.event == event) return step.state;
  return {};
}

bool MayFollow(const StateStep& step, std::string_view previous) {
  std::string_view after = step.after;
  while (!after.empty()) {
    const std::string_view one = after.substr(0, after.find(' '));
    if (one == previous) return true;
    after.remove_prefix(std::min(after.size(), one.size() + 1));
  }
  return false;
}

}  // namespace sinetti
