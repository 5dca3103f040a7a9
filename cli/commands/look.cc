// sinetti log and show: events as they are recorded.
#include <algorithm>
#include <deque>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "cli/io/files.h"
#include "ledger/event/event_json.h"

namespace sinetti {
namespace {

// Which events `log` shows; empty members match everything.
class Filter {
 public:
  static Result<Filter> Make(const LogArguments& arguments) {
    Filter filter(arguments);
    if (!arguments.since.empty()) {
      SINETTI_ASSIGN(filter.since_, ParseMoment(arguments.since));
    }
    if (!arguments.until.empty()) {
      SINETTI_ASSIGN(filter.until_, ParseMoment(arguments.until));
    }
    return filter;
  }

  bool Takes(const Event& event) const {
    const Envelope& envelope = event.envelope();
    return Matches(arguments_.stream, event.stream()) && TakesType(event.type()) &&
           Matches(arguments_.provider, envelope.provider) &&
           Matches(arguments_.unit, envelope.unit) && Matches(arguments_.matter, envelope.matter) &&
           Matches(arguments_.contract, envelope.contract) &&
           Matches(arguments_.client, envelope.client) &&
           (!since_ || event.recorded_at() >= *since_) &&
           (!until_ || event.recorded_at() < *until_);
  }

 private:
  explicit Filter(const LogArguments& arguments) : arguments_(arguments) {}

  static bool Matches(const std::string& wanted, std::string_view value) {
    return wanted.empty() || wanted == value;
  }
  bool TakesType(std::string_view type) const {
    if (arguments_.type.ends_with('.')) return type.starts_with(arguments_.type);
    return Matches(arguments_.type, type);
  }

  const LogArguments& arguments_;
  std::optional<Timestamp> since_;
  std::optional<Timestamp> until_;
};

std::string Shown(const Session& session, const Event& event) {
  return session.console.json() ? EventToJson(event) : EventLine(event, session.console.language());
}

// The candidates of `log`: the events of the stream, or all of them.
Result<void> ForEachCandidate(const Session& session, const Reader& reader,
                              const LogArguments& arguments,
                              const std::function<Result<bool>(const Event&)>& use) {
  if (arguments.stream.empty()) return ScanEvents(reader, session.registry, use);
  SINETTI_ASSIGN(const std::vector<Sequence> sequences, reader.Stream(arguments.stream));
  for (const Sequence sequence : sequences) {
    SINETTI_ASSIGN(const Event event, ReadEvent(reader, session.registry, sequence));
    SINETTI_ASSIGN(const bool more, use(event));
    if (!more) return {};
  }
  return {};
}

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

Result<ExitCode> Run(Session& session, const LogArguments& arguments) {
  SINETTI_ASSIGN(const Filter filter, Filter::Make(arguments));
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  // The newest `limit` lines are wanted, so older ones are dropped as newer ones come.
  std::deque<std::string> lines;
  std::uint64_t matched = 0;
  SINETTI_TRY(ForEachCandidate(session, reader, arguments, [&](const Event& event) -> Result<bool> {
    if (!filter.Takes(event)) return true;
    ++matched;
    lines.push_back(Shown(session, event));
    if (arguments.limit != 0 && lines.size() > arguments.limit) lines.pop_front();
    return true;
  }));
  if (arguments.reverse) std::reverse(lines.begin(), lines.end());
  for (const std::string& line : lines) session.console.PrintLine(line);
  if (matched > lines.size()) {
    session.console.Say("the newest " + std::to_string(lines.size()) + " of " +
                        std::to_string(matched) + " events; --limit 0 shows all");
  }
  return kDone;
}

Result<ExitCode> Run(Session& session, const ShowArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  const Sequence sequence{arguments.sequence};
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
