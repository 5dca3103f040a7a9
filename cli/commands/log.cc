// sinetti log: events in order, from either end.  Nothing is held but what is about to be printed,
// and nothing is read but what may have to be.
#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "ledger/event/event_json.h"
#include "ledger/index/prove_complete.h"

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

// Events that an index names, before `up_to`; from there on nothing is known.
struct Candidates {
  std::vector<Sequence> sequences;  // rising
  std::uint64_t up_to = 0;
};

// Of the keys that the verifiable index has: one that every event has that the filter takes.
std::string KeyOf(const LogArguments& arguments) {
  const std::string whole_type = arguments.type.ends_with('.') ? "" : arguments.type;
  const std::pair<const char*, const std::string&> kinds[] = {
      {"client:", arguments.client},     {"matter:", arguments.matter},
      {"contract:", arguments.contract}, {"unit:", arguments.unit},
      {"provider:", arguments.provider}, {"type:", whole_type}};
  for (const auto& [kind, value] : kinds)
    if (!value.empty()) return kind + value;
  return "";
}

// Where an index names few events: it is no help to read most of the ledger one by one.
constexpr std::uint64_t kWorthTheIndex = 16;

Result<Candidates> FindCandidates(const Reader& reader, const LogArguments& arguments) {
  if (!arguments.stream.empty()) {
    SINETTI_ASSIGN(std::vector<Sequence> sequences, reader.Stream(arguments.stream));
    return Candidates{std::move(sequences), reader.size().value};
  }
  const std::string key = KeyOf(arguments);
  if (key.empty()) return Candidates{};
  auto keyed = EventsWithKey(reader, key, reader.size().value / kWorthTheIndex);
  // A damaged index is what `verify` tells of; the events are all there.
  if (!keyed || !*keyed) return Candidates{};
  return Candidates{std::move((*keyed)->sequences), (*keyed)->up_to.value};
}

// Hands what `log` may show over, oldest or newest first.
class Look {
 public:
  Look(Session& session, const Reader& reader, EventRange range, Candidates candidates)
      : session_(session), reader_(reader), range_(range), candidates_(std::move(candidates)) {}

  Result<void> OldestFirst(const EventUse& use) {
    SINETTI_ASSIGN(const bool more, Named(use));
    if (!more) return {};
    const EventRange rest = Rest();
    return ScanEvents(reader_, session_.registry, rest, Looking(rest, false, use));
  }
  Result<void> NewestFirst(const EventUse& use) {
    bool more = true;
    const EventRange rest = Rest();
    SINETTI_TRY(ScanEventsBackwards(reader_, session_.registry, rest,
                                    Looking(rest, true, [&](const Event& event) -> Result<bool> {
                                      SINETTI_ASSIGN(more, use(event));
                                      return more;
                                    })));
    if (!more) return {};
    std::reverse(candidates_.sequences.begin(), candidates_.sequences.end());
    SINETTI_TRY(Named(use));
    return {};
  }

 private:
  EventRange Rest() const {
    return {std::max(range_.first, candidates_.up_to), std::max(range_.end, candidates_.up_to)};
  }
  EventUse Looking(EventRange range, bool newest_first, EventUse use) const {
    return [this, range, newest_first, use = std::move(use)](const Event& event) {
      const std::uint64_t at = event.sequence().value;
      session_.console.Progress("looking", newest_first ? range.end - at : at - range.first,
                                range.end - range.first);
      return use(event);
    };
  }
  Result<bool> Named(const EventUse& use) const {
    for (const Sequence sequence : candidates_.sequences) {
      if (sequence.value < range_.first || sequence.value >= range_.end) continue;
      SINETTI_ASSIGN(const Event event, ReadEvent(reader_, session_.registry, sequence));
      SINETTI_ASSIGN(const bool more, use(event));
      if (!more) return false;
    }
    return true;
  }

  Session& session_;
  const Reader& reader_;
  EventRange range_;
  Candidates candidates_;
};

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
  SINETTI_ASSIGN(Candidates candidates, FindCandidates(reader, arguments));
  Look look(session, reader, range, std::move(candidates));
  const EventUse show = [&](const Event& event) -> Result<bool> {
    if (!filter.Takes(event)) return true;
    if (arguments.limit != 0 && shown == arguments.limit) {
      stopped = event.sequence().value;
      return false;
    }
    ++shown;
    std::string line = console.json() ? EventToJson(event) : EventLine(event, console.language());
    if (from_the_end) {
      kept.push_back(std::move(line));
    } else {
      console.EndProgress();
      console.PrintLine(line);
    }
    return true;
  };
  SINETTI_TRY(from_the_end || arguments.reverse ? look.NewestFirst(show) : look.OldestFirst(show));
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
