// sinetti log: events in order, from either end.  Nothing is held but what is about to be printed,
// and nothing is read but what may have to be.
#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "ledger/event/event_json.h"

namespace sinetti {
namespace {

// Which events `log` shows; empty members match everything.
class Filter {
 public:
  explicit Filter(const LogArguments& arguments) : arguments_(arguments) {}

  bool Takes(const Event& event) const {
    const Envelope& envelope = event.envelope();
    return TakesType(event.type()) && Matches(arguments_.provider, envelope.provider) &&
           Matches(arguments_.unit, envelope.unit) && Matches(arguments_.matter, envelope.matter) &&
           Matches(arguments_.contract, envelope.contract) &&
           Matches(arguments_.client, envelope.client);
  }

 private:
  static bool Matches(const std::string& wanted, std::string_view value) {
    return wanted.empty() || wanted == value;
  }
  bool TakesType(std::string_view type) const {
    if (arguments_.type.ends_with('.')) return type.starts_with(arguments_.type);
    return Matches(arguments_.type, type);
  }

  const LogArguments& arguments_;
};

// The first event recorded at `time` or later: times rise with sequences.
Result<std::uint64_t> FirstRecordedFrom(const Session& session, const Reader& reader,
                                        const std::string& text) {
  SINETTI_ASSIGN(const Timestamp time, ParseMoment(text));
  std::uint64_t low = 0;
  std::uint64_t high = reader.size().value;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    SINETTI_ASSIGN(const Event event, ReadEvent(reader, session.registry, Sequence{middle}));
    if (event.recorded_at() < time)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// What --from, --since and --until leave.
Result<EventRange> RangeOf(const Session& session, const Reader& reader,
                           const LogArguments& arguments) {
  EventRange range{0, reader.size().value};
  if (!arguments.since.empty()) {
    SINETTI_ASSIGN(range.first, FirstRecordedFrom(session, reader, arguments.since));
  }
  if (!arguments.until.empty()) {
    SINETTI_ASSIGN(range.end, FirstRecordedFrom(session, reader, arguments.until));
  }
  if (!arguments.from) return range;
  if (*arguments.from >= reader.size().value) {
    return Error{ErrorCode::kNotFound,
                 "--from " + std::to_string(*arguments.from) + ": the ledger has " +
                     std::to_string(reader.size().value) + " events, counted from 0"};
  }
  if (arguments.reverse)
    range.end = std::min(range.end, *arguments.from + 1);
  else
    range.first = std::max(range.first, *arguments.from);
  return range;
}

// Hands the candidates of `log` over, oldest or newest first: the events of the stream, or all.
Result<void> ForEachCandidate(Session& session, const Reader& reader, EventRange range,
                              const std::string& stream, bool newest_first, const EventUse& use) {
  if (stream.empty()) {
    const auto looking = [&](const Event& event) {
      const std::uint64_t at = event.sequence().value;
      session.console.Progress("looking", newest_first ? range.end - at : at - range.first,
                               range.end - range.first);
      return use(event);
    };
    return newest_first ? ScanEventsBackwards(reader, session.registry, range, looking)
                        : ScanEvents(reader, session.registry, range, looking);
  }
  SINETTI_ASSIGN(std::vector<Sequence> sequences, reader.Stream(stream));
  if (newest_first) std::reverse(sequences.begin(), sequences.end());
  for (const Sequence sequence : sequences) {
    if (sequence.value < range.first || sequence.value >= range.end) continue;
    SINETTI_ASSIGN(const Event event, ReadEvent(reader, session.registry, sequence));
    SINETTI_ASSIGN(const bool more, use(event));
    if (!more) return {};
  }
  return {};
}

}  // namespace

Result<ExitCode> Run(Session& session, const LogArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const EventRange range, RangeOf(session, reader, arguments));
  const Filter filter(arguments);
  Console& console = session.console;

  // The newest few, oldest of them first, are looked for from the end and kept until all are found;
  // everything else is printed as it comes.
  const bool from_the_end = arguments.limit != 0 && !arguments.from && !arguments.reverse;
  std::vector<std::string> kept;
  std::uint64_t shown = 0;
  std::optional<std::uint64_t> stopped;  // where a limit ended the list
  SINETTI_TRY(
      ForEachCandidate(session, reader, range, arguments.stream, from_the_end || arguments.reverse,
                       [&](const Event& event) -> Result<bool> {
                         if (!filter.Takes(event)) return true;
                         if (arguments.limit != 0 && shown == arguments.limit) {
                           stopped = event.sequence().value;
                           return false;
                         }
                         ++shown;
                         std::string line = console.json() ? EventToJson(event)
                                                           : EventLine(event, console.language());
                         if (from_the_end) {
                           kept.push_back(std::move(line));
                         } else {
                           console.EndProgress();
                           console.PrintLine(line);
                         }
                         return true;
                       }));
  console.EndProgress();
  if (shown == 0) console.Say("no event matches");
  for (auto line = kept.rbegin(); line != kept.rend(); ++line) console.PrintLine(*line);
  if (stopped) {
    console.Say(from_the_end
                    ? "these are the newest " + std::to_string(shown) +
                          "; --limit 0 shows all, --from SEQ those from an event on"
                    : "--from " + std::to_string(*stopped) + " goes on; --limit 0 shows all");
  }
  return kDone;
}

}  // namespace sinetti
