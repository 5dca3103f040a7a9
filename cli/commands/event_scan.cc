#include "cli/commands/event_scan.h"

#include <charconv>

#include "ledger/log/chain.h"
#include "replay/render/render.h"

namespace sinetti {

Result<Event> ReadEvent(const Reader& reader, const TypeRegistry& registry, Sequence sequence) {
  SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
  SINETTI_ASSIGN(const VerifiedEntry verified,
                 ChainVerifier::CheckAgainst(stored.entry(), stored.leaf));
  return DecodeEvent(verified, registry);
}

Result<void> ScanEvents(const Reader& reader, const TypeRegistry& registry,
                        const std::function<Result<bool>(const Event&)>& use) {
  ChainVerifier verifier;
  EntryCursor cursor = reader.Scan();
  while (cursor.Next()) {
    SINETTI_ASSIGN(const VerifiedEntry verified, verifier.Check(cursor.entry()));
    SINETTI_ASSIGN(const Event event, DecodeEvent(verified, registry));
    SINETTI_ASSIGN(const bool more, use(event));
    if (!more) return {};
  }
  return cursor.status();
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

Result<Sequence> FindEvent(const Reader& reader, const TypeRegistry& registry,
                           const std::string& reference) {
  const bool marked = reference.starts_with('#');
  const std::string digits = marked ? reference.substr(1) : reference;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc() && end == digits.data() + digits.size()) return Sequence{number};
  if (const std::size_t hash = reference.rfind('#'); hash != std::string::npos && hash != 0) {
    SINETTI_ASSIGN(const auto found,
                   reader.Find(reference.substr(0, hash), reference.substr(hash + 1)));
    if (found) return *found;
  }
  std::optional<Sequence> found;
  SINETTI_TRY(ScanEvents(reader, registry, [&](const Event& event) -> Result<bool> {
    if (event.id() == reference) found = event.sequence();
    return !found;
  }));
  if (found) return *found;
  return Error{ErrorCode::kNotFound, "no event has the id \"" + reference +
                                         "\"; give #SEQUENCE, an event id or source#id"};
}

}  // namespace sinetti
