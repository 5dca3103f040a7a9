// sinetti status: where the ledger, its checkpoints and its views stand.
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/views_at.h"

namespace sinetti {

Result<ExitCode> Run(Session& session, const StatusArguments&) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const Hash root, reader.Root());
  SINETTI_ASSIGN(const auto checkpoint, NewestCheckpoint(session, *ledger, reader.size()));
  const ViewsFile views = session.Views(*ledger);
  std::optional<ViewsMeta> meta;
  if (views.exists()) {
    SINETTI_ASSIGN(meta, views.Meta());
  }
  const std::uint64_t size = reader.size().value;
  const std::uint64_t anchored = checkpoint ? checkpoint->size.value : 0;
  const std::uint64_t viewed = meta ? meta->position.value : 0;

  Console& console = session.console;
  if (console.json()) {
    JsonObject object;
    object.Text("origin", ledger->info().origin)
        .Number("size", size)
        .Text("root", root.hex())
        .Text("created", FormatTimestamp(ledger->info().created))
        .Number("anchored", anchored)
        .Number("viewsPosition", viewed)
        .Number("viewsLag", size - std::min(size, viewed));
    console.PrintLine(object.str());
    return kDone;
  }
  console.PrintLine(console.Bold(ledger->info().origin));
  console.PrintLine("  ledger       " + session.ledger_dir() + ", made " +
                    FormatTimestamp(ledger->info().created));
  console.PrintLine("  events       " + std::to_string(size) +
                    (size == 0 ? "" : ", newest " + FormatTimestamp(reader.last_recorded_at())));
  console.PrintLine("  root         " + root.hex());
  if (!checkpoint) {
    console.PrintLine("  checkpoint   " + console.Yellow("none; next: sinetti checkpoint"));
  } else if (anchored < size) {
    console.PrintLine("  checkpoint   " +
                      console.Yellow(Counted(size - anchored, "event") +
                                     " beyond the newest checkpoint; next: sinetti checkpoint"));
  } else {
    console.PrintLine("  checkpoint   everything is anchored" +
                      (checkpoint->time ? ", signed " + FormatTimestamp(*checkpoint->time) : ""));
  }
  if (!meta) {
    console.PrintLine("  views        " + console.Yellow("none; next: sinetti replay"));
  } else if (viewed < size) {
    console.PrintLine("  views        " + console.Yellow(Counted(size - viewed, "event") +
                                                         " behind; next: sinetti replay"));
  } else {
    console.PrintLine("  views        up to date");
  }
  return kDone;
}

}  // namespace sinetti
