// sinetti show: one event as it is recorded, with its place in the chain.
#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "ledger/event/event_json.h"

namespace sinetti {
namespace {

void PrintDetails(Session& session, const Event& event, const StoredEntry& stored) {
  Console& console = session.console;
  const Labels& labels = event.type_info().labels;
  const Language language = console.language();
  console.PrintLine(console.Bold("Event " + std::to_string(event.sequence().value)) + "  " +
                    std::string(event.type()) + "  " +
                    (language == Language::kFinnish   ? labels.fi
                     : language == Language::kSwedish ? labels.sv
                                                      : labels.en));
  console.PrintLine("  recorded       " + FormatTimestamp(event.recorded_at()));
  console.PrintLine("  stream         " + std::string(event.stream()) + ", version " +
                    std::to_string(event.stream_version().value));
  console.PrintLine("  source and id  " + std::string(event.source()) + " # " +
                    std::string(event.id()));
  console.PrintLine("  previous       " + stored.previous.hex());
  console.PrintLine("  leaf hash      " + stored.leaf.hex());
  console.PrintLine("  record         " + std::to_string(stored.record.size()) + " bytes");
  console.PrintLine("");
  console.PrintLine(EventToJson(event, {.position = false, .indent = true}));
}

}  // namespace

Result<ExitCode> Run(Session& session, const ShowArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const Sequence sequence, FindEvent(session, reader, arguments.event));
  SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
  if (arguments.raw) {
    session.console.Print(AsText(stored.previous.view()));
    session.console.Print(AsText(stored.record));
    return kDone;
  }
  SINETTI_ASSIGN(const Event event, ReadEvent(reader, session.registry, sequence));
  if (session.console.json()) {
    session.console.PrintLine(EventToJson(event));
  } else {
    PrintDetails(session, event, stored);
  }
  return kDone;
}

}  // namespace sinetti
