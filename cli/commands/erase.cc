// sinetti erase: a client's keys destroyed under dual control, with a receipt.
#include <filesystem>

#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/io/files.h"
#include "ledger/base/private_files.h"
#include "ledger/client/erasure.h"

namespace sinetti {
namespace {

// DIR/erasure-CLIENT-APPROVAL.json and .txt, the approval by its sequence: an erasure that has to
// be done again has a receipt of its own.
struct ReceiptFiles {
  std::string json;
  std::string text;
};

ReceiptFiles FilesOf(const Session& session, const EraseArguments& arguments,
                     const ErasureReceipt& receipt) {
  const std::string dir =
      arguments.receipts.empty() ? session.BesideLedger(".receipts") : arguments.receipts;
  const std::string stem =
      dir + "/erasure-" + receipt.client + "-" + std::to_string(receipt.approval.sequence.value);
  return {stem + ".json", stem + ".txt"};
}

Result<void> Keep(const Session& session, const EraseArguments& arguments,
                  const ErasureReceipt& receipt) {
  const ReceiptFiles files = FilesOf(session, arguments, receipt);
  SINETTI_TRY(MakePrivateFolder(std::filesystem::path(files.json).parent_path().string()));
  SINETTI_TRY(WriteWhole(files.json, FormatReceiptJson(receipt)));
  return WriteWhole(files.text, FormatReceiptText(receipt, session.console.language()));
}

void PrintRecorded(Session& session, const std::string& client, const char* state,
                   const Receipt& receipt) {
  if (session.console.json()) {
    session.console.PrintLine(JsonObject()
                                  .Text("client", client)
                                  .Text("state", state)
                                  .Number("sequence", receipt.sequence.value)
                                  .str());
  } else {
    session.console.PrintLine("erasure of " + client + " " + state + ": event " +
                              std::to_string(receipt.sequence.value));
  }
}

void PrintOutcome(Session& session, const EraseArguments& arguments,
                  const ErasureOutcome& outcome) {
  const ErasureReceipt& receipt = outcome.receipt;
  const ReceiptFiles files = FilesOf(session, arguments, receipt);
  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Text("client", receipt.client)
                          .Text("state", "erased")
                          .Number("sequence", outcome.recorded.value)
                          .Number("sealedValues", receipt.sealed_values)
                          .Text("receipt", files.json)
                          .Text("digest", ReceiptDigest(receipt).hex())
                          .Text("oldVaultKey", receipt.keys.old_vault_key)
                          .Text("newVaultKey", receipt.keys.new_vault_key)
                          .str());
    return;
  }
  console.PrintLine(receipt.client + " is erased: " + std::to_string(receipt.sealed_values) +
                    " sealed values open to nobody (event " +
                    std::to_string(outcome.recorded.value) + ")");
  for (const std::string& stream : receipt.shared)
    console.PrintLine("  confidential values of stream " + stream +
                      " stay: they are not only about this client");
  console.PrintLine("  receipt    " + files.json + ", " + files.text);
  console.PrintLine("  digest     " + ReceiptDigest(receipt).hex());
  console.PrintLine("  vault key  " + receipt.keys.old_vault_key + " destroyed, " +
                    receipt.keys.new_vault_key + " made");
  console.PrintLine("Destroy every copy of vault.key made before now, and copy the new vault.");
}

}  // namespace

Result<ExitCode> Run(Session& session, const EraseArguments& arguments) {
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(Vault vault, session.OpenVault(*ledger));
  const ErasureTools tools{
      .ledger = *ledger,
      .vault = vault,
      .registry = session.registry,
      .clock = session.clock,
      .keep_receipt =
          [&](const ErasureReceipt& receipt) { return Keep(session, arguments, receipt); },
      .sign = [&] { return SignAndSay(session, *ledger); }};
  switch (arguments.kind) {
    case EraseArguments::Kind::kRequest: {
      SINETTI_ASSIGN(const Receipt receipt,
                     RequestErasure(tools, arguments.client, arguments.by, arguments.reason));
      PrintRecorded(session, arguments.client, "requested", receipt);
      break;
    }
    case EraseArguments::Kind::kRefuse: {
      SINETTI_ASSIGN(const Receipt receipt,
                     RefuseErasure(tools, arguments.client, arguments.by, arguments.reason));
      PrintRecorded(session, arguments.client, "refused", receipt);
      break;
    }
    case EraseArguments::Kind::kApprove: {
      SINETTI_ASSIGN(
          const ErasureOutcome outcome,
          ApproveErasure(tools, arguments.client, arguments.by, arguments.override_reason));
      PrintOutcome(session, arguments, outcome);
      break;
    }
  }
  return kDone;
}

}  // namespace sinetti
