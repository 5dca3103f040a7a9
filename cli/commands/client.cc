// sinetti client: pseudonyms, and sealed fields opened with a trace.
#include <algorithm>
#include <map>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "cli/commands/reading.h"
#include "ledger/client/opening.h"
#include "ledger/client/pseudonym.h"
#include "ledger/event/event_json.h"

namespace sinetti {
namespace {

// One row of `client list`.
struct ClientRow {
  std::uint64_t events = 0;
  std::uint64_t sealed_values = 0;
  bool has_key = false;
  bool erased = false;     // as the vault says
  bool destroyed = false;  // as the ledger says
};

bool IsPerson(std::string_view subject) { return !subject.starts_with("stream:"); }

Result<std::map<std::string, ClientRow>> ListClients(Session& session) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const Vault vault, session.OpenVaultForReading(*ledger));
  std::map<std::string, ClientRow> rows;
  for (const std::string& subject : vault.Subjects())
    if (IsPerson(subject)) rows[subject].has_key = true;
  SINETTI_TRY(
      ScanEvents(ledger->Read(), session.registry, [&rows](const Event& event) -> Result<bool> {
        if (const auto client = event.envelope().client; !client.empty())
          ++rows[std::string(client)].events;
        if (event.type() == "subject.keyDestroyed")
          rows[std::string(event.envelope().client)].destroyed = true;
        for (const SealedField& field : SealedFields(event))
          if (IsPerson(field.subject)) ++rows[std::string(field.subject)].sealed_values;
        return true;
      }));
  for (auto& [client, row] : rows) row.erased = vault.IsErased(client);
  return rows;
}

const char* StateOf(const ClientRow& row) {
  if (row.destroyed && row.has_key) return "erased, but this vault has the key again";
  if (row.erased || row.destroyed) return "erased";
  if (row.has_key) return "opens";
  return row.sealed_values == 0 ? "nothing sealed" : "no key in this vault";
}

}  // namespace

Result<ExitCode> Run(Session& session, const ClientNewArguments& arguments) {
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(Vault vault, session.OpenVault(*ledger));
  SINETTI_ASSIGN(const std::string pseudonym, NewPseudonym());
  // The key first: a key without its event harms nobody.
  SINETTI_TRY(vault.MakeKey(pseudonym));
  OwnEvent made{.type = "subject.keyCreated",
                .stream = "client-" + pseudonym,
                .id = "key-" + pseudonym,
                .client = pseudonym,
                .actor = arguments.actor,
                .data = {{"subject", pseudonym, {}}}};
  SINETTI_ASSIGN(const auto receipts, RecordOwnEvents(*ledger, session.registry, {made}));
  SINETTI_TRY(SignAndSay(session, *ledger));
  if (session.console.json()) {
    session.console.PrintLine(JsonObject()
                                  .Text("client", pseudonym)
                                  .Number("sequence", receipts.front().sequence.value)
                                  .str());
  } else {
    session.console.PrintLine(pseudonym);
  }
  return kDone;
}

Result<ExitCode> Run(Session& session, const ClientListArguments&) {
  SINETTI_ASSIGN(const auto rows, ListClients(session));
  Console& console = session.console;
  for (const auto& [client, row] : rows) {
    if (console.json()) {
      console.PrintLine(JsonObject()
                            .Text("client", client)
                            .Number("events", row.events)
                            .Number("sealedValues", row.sealed_values)
                            .Text("state", StateOf(row))
                            .str());
    } else {
      console.PrintLine(client + "  " + std::to_string(row.events) + " events, " +
                        std::to_string(row.sealed_values) + " sealed values, " + StateOf(row));
    }
  }
  if (rows.empty()) console.Say("no client yet; next: sinetti client new");
  const bool back = std::any_of(rows.begin(), rows.end(), [](const auto& row) {
    return row.second.destroyed && row.second.has_key;
  });
  if (back)
    console.Say("an old copy of the vault was put back; next: sinetti erase request CLIENT");
  return back ? kFoundWrong : kDone;
}

Result<ExitCode> Run(Session& session, const ClientOpenArguments& arguments) {
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(const auto reading, Reading::Begin(session, *ledger, arguments.key));
  SINETTI_ASSIGN(const Event event,
                 ReadEvent(ledger->Read(), session.registry, Sequence{arguments.sequence}));
  const auto outcome = OpenSealedFields(
      reading->tools(), event,
      {arguments.purpose, arguments.ground, arguments.role, arguments.actor, reading->signer()});
  SINETTI_TRY(SignOutcome(session, *ledger, outcome));
  const Opening& opening = *outcome;
  for (const Receipt& receipt : opening.recorded)
    session.console.Say("that you looked is event " + std::to_string(receipt.sequence.value));
  for (const std::string& path : opening.refused)
    session.console.Say(path + " stays closed: no grant of " + arguments.actor +
                        " covers it; that it was asked is recorded");
  for (const std::string& path : opening.closed)
    session.console.Say(path + " stays closed: the key of its subject is not in the vault");
  const EventJsonOptions options{
      .indent = !session.console.json(),
      .open = [&opening](const SealedField& field) { return opening.ValueAt(field.path); }};
  session.console.PrintLine(EventToJson(event, options));
  return kDone;
}

}  // namespace sinetti
