// See exporting.h.
#include "ledger/client/exporting.h"

#include "ledger/client/access_event.h"
#include "ledger/event/text_rules.h"

namespace sinetti {

Result<bool> ExportsNeedGrant(const Ledger& ledger, const TypeRegistry& registry) {
  SINETTI_ASSIGN(const AccessRegister access, ReadAccessRegister(ledger.Read(), registry));
  return access.policy().exports_granted;
}

Result<Receipt> RecordExport(const AccessTools& tools, const ReaderOfClient& reader,
                             const std::string& recipient, const std::string& format) {
  if (const std::string problem = LineProblem(recipient); !problem.empty())
    return Error{ErrorCode::kInvalid, "recipient: " + problem};
  SINETTI_ASSIGN(AccessGate gate, AccessGate::Open(tools, AccessAct::kExport, reader, {}));
  const AccessAnswer answer = gate.AskForAll();
  if (!answer.granted() && gate.policy().exports_granted) {
    gate.RefuseAll(answer.verdict);
    SINETTI_TRY(gate.RecordRefused());
    return gate.Refusal();
  }
  SINETTI_ASSIGN(OwnEvent event,
                 NewAccessEvent("access.exported", "exported",
                                std::string(kStreamSubject) + std::string(kWholeLedger),
                                reader.actor, reader.role));
  event.data = {{"object", std::string(kWholeLedger), {}},
                {"purpose", reader.purpose, {}},
                {"ground", reader.ground, {}},
                {"recipient", recipient, {}},
                {"format", format, {}}};
  if (answer.granted()) event.data.push_back({"grants", "", {answer.grant->reference}});
  SINETTI_ASSIGN(const std::vector<Receipt> receipts, gate.Record({event}));
  return receipts.front();
}

}  // namespace sinetti
