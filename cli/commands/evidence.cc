// sinetti evidence pack and html, and how a pack is shown once it was checked.
#include "cli/commands/evidence.h"

#include "cli/commands/checkpoint_text.h"
#include "cli/commands/commands.h"
#include "cli/commands/complete.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "cli/commands/reading.h"
#include "cli/commands/timestamp_use.h"
#include "cli/commands/views_at.h"
#include "cli/io/files.h"
#include "ledger/client/packing.h"
#include "ledger/event/event_json.h"
#include "ledger/evidence/pack.h"
#include "replay/render/evidence_page.h"

namespace sinetti {
namespace {

std::string NumberJson(Sequence sequence) { return std::to_string(sequence.value); }

// What the authorities whom the checker trusts say of the time-stamps; nothing where none was
// asked.
using Judged = std::optional<TimestampReport>;

std::string ExistedBy(const Judged& judged) {
  const CheckedTimestamp* vouched = judged ? judged->Vouched() : nullptr;
  return vouched == nullptr ? "" : FormatTimestamp(vouched->claims().time);
}

bool Holds(const Judged& judged) { return !judged || (judged->good() && judged->vouched); }

std::string StatedJson(const StatedStamp& stamp) {
  return JsonObject()
      .Text("time", FormatTimestamp(stamp.claims.time))
      .Text("authority", stamp.authority.subject)
      .Text("certificate", stamp.authority.fingerprint)
      .Text("imprint", stamp.claims.imprint.Words())
      .str();
}

void PrintJson(Console& console, const CheckedPack& checked, const Judged& judged) {
  console.PrintLine(
      JsonObject()
          .Text("proof", "evidence-pack")
          .Bool("valid", Holds(judged))
          .Text("key", checked.answer.key)
          .Text("origin", checked.answer.to.origin)
          .Number("oldSize", checked.answer.from ? checked.answer.from->size.value : 0)
          .Number("treeSize", checked.answer.to.size.value)
          .Text("to", checked.pack.recipient)
          .Text("purpose", checked.pack.purpose)
          .Text("ground", checked.pack.ground)
          .Raw("recordedAs", JsonArray(checked.recorded, NumberJson))
          .Bool("ownWords", checked.own_words)
          .Bool("stampsJudged", judged.has_value())
          .Text("existedBy", ExistedBy(judged))
          .Raw("stamps", judged ? JsonArray(judged->stamps, StampJson)
                                : JsonArray(checked.stamps, StatedJson))
          .Number("count", checked.events.size())
          .Raw("events",
               JsonArray(checked.events, [](const Event& event) { return EventToJson(event); }))
          .str());
}

void PrintTime(Console& console, const CheckedPack& checked, const Judged& judged) {
  if (!judged) {
    for (const StatedStamp& stamp : checked.stamps)
      console.PrintLine("  time-stamp  " + FormatTimestamp(stamp.claims.time) + ", by " +
                        stamp.authority.subject +
                        ": of this checkpoint; whether to believe it was not asked, give the "
                        "authority's certificate with --authority");
    return;
  }
  if (checked.stamps.empty()) {
    console.PrintLine(console.Red("  not time-stamped") + ": the pack holds no time-stamp");
    return;
  }
  const CheckedTimestamp* vouched = judged->Vouched();
  console.PrintLine(vouched == nullptr
                        ? console.Red("  no time") +
                              ": no authority that is trusted vouches for one"
                        : "  existed on  " + ExistedBy(judged) + ", says " + vouched->authority());
  PrintStamps(console, *judged);
  if (checked.timestamps->chains.size() > 1)
    console.PrintLine(
        "  the entries below the checkpoint were not hashed anew: that needs the ledger");
}

void PrintText(Console& console, const CheckedPack& checked, const Judged& judged) {
  console.PrintLine(console.Green("The evidence pack holds.") + ' ' +
                    CompleteWords(checked.answer));
  console.PrintLine("  checkpoint  " + CheckpointWords(checked.answer.to));
  PrintTime(console, checked, judged);
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
  SINETTI_ASSIGN(const auto reading, Reading::Begin(session, *ledger, arguments.signing));
  SINETTI_ASSIGN(const auto signer, session.OpenSigner());
  SINETTI_TRY(RequireKeyInForce(ledger->Read(), session.registry, signer->key()));
  PackWish wish{.key = arguments.key,
                .recipient = arguments.recipient,
                .purpose = arguments.purpose,
                .ground = arguments.ground,
                .actor = arguments.actor,
                .role = arguments.role,
                .actor_signer = reading->signer()};
  {
    const Reader reader = ledger->Read();
    SINETTI_ASSIGN(wish.from, SizeOf(session, reader, arguments.from));
    SINETTI_ASSIGN(wish.to, SizeOf(session, reader, arguments.to));
  }
  const auto made = MakePack(reading->tools(), *signer, wish);
  if (!made) {
    SINETTI_TRY(SignOutcome(session, *ledger, made));
  }
  SINETTI_TRY(WriteWhole(arguments.output, made->text));
  std::string numbers;
  for (const Sequence sequence : made->recorded)
    numbers += (numbers.empty() ? " " : ", ") + std::to_string(sequence.value);
  session.console.Say(Counted(made->events, "event") + " with the key " + arguments.key +
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
  EvidencePage page{text, FormatVerifierKey(key), {}, {}};
  const auto check = [&]() -> Result<CheckedPack> {
    SINETTI_ASSIGN(PackOutline outline, OutlineOf(text));
    SINETTI_ASSIGN(const ProofKey found,
                   KeyToCheckWith(session, outline.checkpoint,
                                  {page.key, arguments.policy, std::move(outline.statements)}));
    return CheckPack(text, found.chain, !arguments.policy.empty(), session.registry);
  };
  auto checked = check();
  if (!checked) return std::move(checked).error().Within(arguments.file);
  page.summary = checked->pack.summary;
  if (!arguments.policy.empty()) {
    SINETTI_ASSIGN(page.policy, ReadWhole(arguments.policy));
  }
  SINETTI_TRY(WriteWhole(arguments.output, RenderEvidencePage(page)));
  if (!arguments.output.empty() && arguments.output != "-")
    session.console.Say("page written to " + arguments.output +
                        "; it opens in a browser from the file, without a network");
  return kDone;
}

Result<ExitCode> CheckPackFile(Session& session, const std::string& text, const ProofKey& key,
                               const CheckProofArguments& arguments) {
  SINETTI_ASSIGN(const CheckedPack checked,
                 CheckPack(text, key.chain, !arguments.policy.empty(), session.registry));
  Judged judged;
  if (!arguments.authorities.empty()) {
    SINETTI_ASSIGN(const TimestampTrust trust,
                   ReadTrust(session, arguments.authorities, arguments.at, arguments.distrust));
    judged.emplace();
    if (checked.timestamps) {
      SINETTI_ASSIGN(judged, CheckTimestampRecord(*checked.timestamps, checked.checkpoint, trust));
    }
  }
  session.console.json() ? PrintJson(session.console, checked, judged)
                         : PrintText(session.console, checked, judged);
  return Holds(judged) ? kDone : kFoundWrong;
}

}  // namespace sinetti
