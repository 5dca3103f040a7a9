// sinetti generate: a made-up region as drafts, and the key of what was planted in it.
#include <algorithm>
#include <charconv>

#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/io/files.h"
#include "replay/region/region.h"

namespace sinetti {
namespace {

constexpr std::uint64_t kEventsMax = 1'000'000'000;
constexpr std::size_t kBlockBytes = 1 << 20;

// "20000" or "1e6".
Result<std::uint64_t> ParseEvents(const std::string& text) {
  std::uint64_t number = 0;
  int zeros = 0;
  const char* const end = text.data() + text.size();
  auto read = std::from_chars(text.data(), end, number);
  if (read.ec == std::errc() && read.ptr != end && (*read.ptr == 'e' || *read.ptr == 'E'))
    read = std::from_chars(read.ptr + 1, end, zeros);
  bool good = read.ec == std::errc() && read.ptr == end && zeros >= 0;
  for (; good && zeros > 0 && number > 0; --zeros) {
    number *= 10;
    good = number <= kEventsMax;
  }
  if (good && number > 0 && number <= kEventsMax) return number;
  return Error{ErrorCode::kInvalid,
               "--events " + text + ": a number from 1 to 1e9 is expected, as 20000 or 1e6"};
}

// Somewhat under three years, however many events: a larger number is a region of more people.
RegionOptions OptionsFor(const GenerateArguments& arguments, std::uint64_t events) {
  RegionOptions options;
  options.providers = arguments.providers;
  if (options.providers == 0)
    options.providers = static_cast<int>(std::clamp<std::uint64_t>(events / 5'000, 4, 400));
  options.protected_fields = !arguments.no_sealed;
  options.start_year = arguments.start;
  options.events_per_year = std::max<std::uint64_t>(1, events * 2 / 5);
  options.events = events;
  options.defects = arguments.defects;
  return options;
}

std::string KeyLine(const PlantedDefect& defect) {
  return JsonObject()
             .Text("check", defect.check)
             .Text("subject", defect.subject)
             .Text("place", defect.place)
             .Text("event", defect.event)
             .Text("planted", defect.planted)
             .str() +
         "\n";
}

Result<std::size_t> WriteKey(const RegionGenerator& region, const std::string& path) {
  const auto key = region.AnswerKey(region.today());
  std::string text;
  for (const PlantedDefect& defect : key) text += KeyLine(defect);
  if (!path.empty()) SINETTI_TRY(WriteWhole(path, text));
  return key.size();
}

}  // namespace

Result<ExitCode> Run(Session& session, const GenerateArguments& arguments) {
  SINETTI_ASSIGN(const std::uint64_t events, ParseEvents(arguments.events));
  if (!arguments.answer_key.empty() && arguments.defects == 0)
    return Error{ErrorCode::kInvalid,
                 "--answer-key " + arguments.answer_key + ": nothing is planted; add --defects N"};
  Console& console = session.console;
  RegionGenerator region(arguments.seed, OptionsFor(arguments, events));
  SINETTI_ASSIGN(FileWriter writer, FileWriter::Open(arguments.output));
  std::string block;
  while (region.lines() < events) {
    region.AppendLine(block);
    block += '\n';
    if (block.size() < kBlockBytes && region.lines() < events) continue;
    SINETTI_ASSIGN(const bool read, writer.Write(block));
    if (!read) return kDone;
    block.clear();
    console.Progress("generating", region.lines(), events);
  }
  console.EndProgress();
  SINETTI_TRY(writer.Finish());
  SINETTI_ASSIGN(const std::size_t planted, WriteKey(region, arguments.answer_key));
  const std::string last = FormatDate(region.today());
  console.Say(Counted(events, "event") + ", last day " + last +
              (planted == 0 ? std::string()
                            : ", " + Counted(planted, "defect") +
                                  " planted, which sinetti audit --as-of " + last + " finds"));
  return kDone;
}

}  // namespace sinetti
