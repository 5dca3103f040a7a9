#include "cli/commands/event_scan.h"

#include <algorithm>
#include <charconv>

#include "ledger/base/quote.h"
#include "ledger/log/chain.h"
#include "replay/render/render.h"

namespace sinetti {
namespace {

constexpr std::uint64_t kBlockMax = 4096;

Result<void> HandOver(const Reader& reader, const TypeRegistry& registry, EventRange range,
                      const std::function<Result<bool>(Event)>& take) {
  if (range.first >= range.end) return {};
  SINETTI_ASSIGN(ChainPosition before, reader.PositionAt(TreeSize{range.first}));
  ChainVerifier verifier(std::move(before));
  EntryCursor cursor = reader.Scan(Sequence{range.first}, TreeSize{range.end});
  while (cursor.Next()) {
    SINETTI_ASSIGN(const VerifiedEntry verified, verifier.Check(cursor.entry()));
    SINETTI_ASSIGN(Event event, DecodeEvent(verified, registry));
    SINETTI_ASSIGN(const bool more, take(std::move(event)));
    if (!more) return {};
  }
  return cursor.status();
}

}  // namespace

Result<void> ScanEvents(const Reader& reader, const TypeRegistry& registry, EventRange range,
                        const EventUse& use) {
  return HandOver(reader, registry, range, [&](Event event) { return use(event); });
}

Result<void> ScanEventsBackwards(const Reader& reader, const TypeRegistry& registry,
                                 EventRange range, const EventUse& use) {
  // Blocks grow: the newest few are found at once, and a long search reads in long runs.
  for (std::uint64_t block = 64; range.first < range.end; block = std::min(2 * block, kBlockMax)) {
    const std::uint64_t first = range.end - std::min(block, range.end - range.first);
    std::vector<Event> events;
    SINETTI_TRY(HandOver(reader, registry, {first, range.end}, [&](Event event) -> Result<bool> {
      events.push_back(std::move(event));
      return true;
    }));
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
      SINETTI_ASSIGN(const bool more, use(*event));
      if (!more) return {};
    }
    range.end = first;
  }
  return {};
}

std::string EventLine(const Event& event, Language language) {
  const Labels& labels = event.type_info().labels;
  const std::string& label = language == Language::kFinnish   ? labels.fi
                             : language == Language::kSwedish ? labels.sv
                                                              : labels.en;
  std::string line = "#" + std::to_string(event.sequence().value);
  line.resize(std::max<std::size_t>(line.size(), 8), ' ');
  line += FormatTimestamp(event.recorded_at()).substr(0, 19) + "Z  " + std::string(event.type()) +
          "  " + label + "  [" + std::string(event.stream()) + " v" +
          std::to_string(event.stream_version().value) + "]";
  if (!event.envelope().occurred.empty()) line += "  " + std::string(event.envelope().occurred);
  return line;
}

Result<Sequence> FindEvent(Session& session, const Reader& reader, const std::string& reference) {
  const std::string digits = reference.starts_with('#') ? reference.substr(1) : reference;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc() && end == digits.data() + digits.size()) return Sequence{number};
  if (const std::size_t hash = reference.rfind('#'); hash != std::string::npos && hash != 0) {
    SINETTI_ASSIGN(const auto found,
                   reader.Find(reference.substr(0, hash), reference.substr(hash + 1)));
    if (found) return *found;
  }
  std::optional<Sequence> found;
  const EventRange all{0, reader.size().value};
  SINETTI_TRY(ScanEvents(reader, session.registry, all, [&](const Event& event) -> Result<bool> {
    session.console.Progress("looking", event.sequence().value, all.end);
    if (event.id() == reference) found = event.sequence();
    return !found;
  }));
  session.console.EndProgress();
  if (found) return *found;
  return Error{ErrorCode::kNotFound,
               "no event has the id " + Quoted(reference, 200) +
                   "; give a sequence (41 or '#41'), an event id or source#id"};
}

}  // namespace sinetti
