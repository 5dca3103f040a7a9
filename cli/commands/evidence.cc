// sinetti evidence pack and html, and how a pack is shown once it was checked.
#include "cli/commands/evidence.h"

#include "cli/commands/checkpoint_text.h"
#include "cli/commands/commands.h"
#include "cli/commands/complete.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "cli/io/files.h"
#include "ledger/client/packing.h"
#include "ledger/event/event_json.h"
#include "ledger/evidence/pack.h"
#include "replay/render/evidence_page.h"

namespace sinetti {
namespace {

std::string NumberJson(Sequence sequence) { return std::to_string(sequence.value); }

void PrintJson(Console& console, const CheckedPack& checked) {
  console.PrintLine(
      JsonObject()
          .Text("proof", "evidence-pack")
          .Bool("valid", true)
          .Text("key", checked.answer.key)
          .Text("origin", checked.answer.to.origin)
          .Number("oldSize", checked.answer.from ? checked.answer.from->size.value : 0)
          .Number("treeSize", checked.answer.to.size.value)
          .Text("to", checked.pack.recipient)
          .Text("purpose", checked.pack.purpose)
          .Text("ground", checked.pack.ground)
          .Raw("recordedAs", JsonArray(checked.recorded, NumberJson))
          .Bool("ownWords", checked.own_words)
          .Number("count", checked.events.size())
          .Raw("events",
               JsonArray(checked.events, [](const Event& event) { return EventToJson(event); }))
          .str());
}

void PrintText(Console& console, const CheckedPack& checked) {
  console.PrintLine(console.Green("The evidence pack holds.") + ' ' +
                    CompleteWords(checked.answer));
  console.PrintLine("  checkpoint  " + CheckpointWords(checked.answer.to));
  console.PrintLine("  to          " + checked.pack.recipient);
  console.PrintLine("  purpose     " + checked.pack.purpose);
  console.PrintLine("  ground      " + checked.pack.ground);
  for (const Sequence sequence : checked.recorded)
    console.PrintLine("  that it was handed out is event " + std::to_string(sequence.value));
  for (const Event& event : checked.events) console.PrintLine(EventLine(event, console.language()));
  if (!checked.pack.documents.empty()) {
    console.PrintLine("documents (SHA-256, bytes, media type, event, field):");
    console.Print(checked.pack.documents);
  }
  if (!checked.own_words)
    console.Say(
        "summary and readings in the file are worded otherwise than this program would; what is "
        "printed here is read from the proved entries");
}

}  // namespace

Result<ExitCode> Run(Session& session, const EvidencePackArguments& arguments) {
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(const auto signer, session.OpenSigner());
  PackWish wish{.key = arguments.key,
                .recipient = arguments.recipient,
                .purpose = arguments.purpose,
                .ground = arguments.ground,
                .actor = arguments.actor,
                .role = arguments.role};
  {
    const Reader reader = ledger->Read();
    SINETTI_ASSIGN(wish.from, SizeOf(session, reader, arguments.from));
    SINETTI_ASSIGN(wish.to, SizeOf(session, reader, arguments.to));
  }
  SINETTI_ASSIGN(const MadePack made,
                 MakePack(*ledger, session.registry, *signer, session.clock, wish));
  SINETTI_TRY(WriteWhole(arguments.output, made.text));
  std::string numbers;
  for (const Sequence sequence : made.recorded)
    numbers += (numbers.empty() ? " " : ", ") + std::to_string(sequence.value);
  session.console.Say(Counted(made.events, "event") + " with the key " + arguments.key +
                      "; that they were handed out is event" + numbers);
  if (!arguments.output.empty() && arguments.output != "-")
    session.console.Say("pack written to " + arguments.output +
                        "; its recipient checks it anywhere: sinetti evidence check " +
                        arguments.output + " --key VKEY");
  return kDone;
}

// What does not hold is not made a page of.
Result<ExitCode> Run(Session& session, const EvidenceHtmlArguments& arguments) {
  SINETTI_ASSIGN(const std::string text, ReadWhole(arguments.file));
  SINETTI_ASSIGN(const VerifierKey key, ReadVerifierKey(arguments.key));
  auto checked = CheckPack(text, key, session.registry);
  if (!checked) return std::move(checked).error().Within(arguments.file);
  SINETTI_TRY(WriteWhole(
      arguments.output, RenderEvidencePage({text, FormatVerifierKey(key), checked->pack.summary})));
  if (!arguments.output.empty() && arguments.output != "-")
    session.console.Say("page written to " + arguments.output +
                        "; it opens in a browser from the file, without a network");
  return kDone;
}

Result<ExitCode> CheckPackFile(Session& session, const std::string& text, const VerifierKey& key) {
  SINETTI_ASSIGN(const CheckedPack checked, CheckPack(text, key, session.registry));
  session.console.json() ? PrintJson(session.console, checked)
                         : PrintText(session.console, checked);
  return kDone;
}

}  // namespace sinetti
