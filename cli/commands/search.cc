// sinetti search: the events that say something.  The index of words only names events; what is
// shown of them comes from the ledger, checked.
#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "cli/commands/views_at.h"
#include "replay/fold/effective_day.h"
#include "replay/render/render.h"
#include "replay/search/excerpts.h"
#include "replay/search/search_index.h"

namespace sinetti {
namespace {

constexpr std::size_t kExcerptsOfAnEvent = 2;
constexpr const char* kIndexOfWords = "the index of words (made anew by sinetti search --rebuild)";

Result<std::string> Day(const std::string& option, const std::string& text) {
  if (text.empty()) return text;
  auto day = ParseDate(text);
  if (!day) return std::move(day).error().Within(option);
  return FormatDate(*day);
}

Result<SearchQuestion> QuestionOf(const Session& session, const Reader& reader,
                                  const SearchArguments& arguments) {
  SearchQuestion question{
      .type = arguments.type,
      .provider = arguments.provider,
      .unit = arguments.unit,
      .matter = arguments.matter,
      .contract = arguments.contract,
      .until = reader.size(),
      .order = arguments.newest ? SearchOrder::kNewestFirst : SearchOrder::kBestFirst,
      .limit = arguments.limit};
  SINETTI_ASSIGN(question.query, ParseSearch({.words = arguments.words,
                                              .without = arguments.without,
                                              .any = arguments.any,
                                              .whole = arguments.whole}));
  SINETTI_ASSIGN(question.from, Day("--from", arguments.from));
  SINETTI_ASSIGN(question.to, Day("--to", arguments.to));
  if (!arguments.type.empty() && !arguments.type.ends_with('.') &&
      session.registry.Find(arguments.type) == nullptr)
    return Error{ErrorCode::kInvalid, UnknownType(session.registry, arguments.type)};
  if (!arguments.known_at.empty()) {
    auto known = ParseMoment(arguments.known_at);
    if (!known) return std::move(known).error().Within("--known-at");
    SINETTI_ASSIGN(question.until, SizeKnownAt(reader, *known));
  }
  return question;
}

// The index of all that the reader sees.
Result<SearchIndex> UpToDate(Session& session, const Ledger& ledger, const Reader& reader,
                             bool anew) {
  SINETTI_ASSIGN(SearchIndex index, SearchIndex::Open(session.ledger_dir(), ledger.info().origin,
                                                      reader.size(), anew));
  SINETTI_ASSIGN(FoldOptions options, FoldOptionsFor(session, ledger, reader.size()));
  options.progress = [&](TreeSize done) {
    session.console.Progress("indexing words", done.value, reader.size().value);
  };
  auto folded = index.CatchUp(reader, session.registry, options);
  session.console.EndProgress();
  if (!folded) return std::move(folded).error().Within(kIndexOfWords);
  if (folded->to < reader.size())
    return Error{ErrorCode::kEnvironment, "stopped after " + Counted(folded->to.value, "event") +
                                              " of " + std::to_string(reader.size().value) +
                                              "; next: the same search again goes on from there"};
  return index;
}

const std::string& Word(const Labels& labels, Language language) {
  return language == Language::kFinnish   ? labels.fi
         : language == Language::kSwedish ? labels.sv
                                          : labels.en;
}

std::string PlaceOf(const EventText& text, Language language) {
  return text.field != nullptr ? Word(text.field->labels, language) : text.path;
}

void PrintHit(Console& console, const Event& event, const std::vector<EventText>& texts,
              const std::vector<Excerpt>& excerpts) {
  std::string head = "#" + std::to_string(event.sequence().value);
  head.resize(std::max<std::size_t>(head.size() + 1, 8), ' ');
  console.PrintLine(console.Bold(head + FormatDay(EffectiveDay(event), console.language()) + "  " +
                                 Word(event.type_info().labels, console.language())) +
                    "  " + std::string(event.type()) + "  [" + std::string(event.stream()) + "]");
  for (const Excerpt& excerpt : excerpts)
    console.PrintLine("        " + PlaceOf(texts[excerpt.text], console.language()) + ": " +
                      excerpt.words);
}

std::string JsonHit(const Event& event, const std::vector<EventText>& texts,
                    const std::vector<Excerpt>& excerpts) {
  const auto excerpt = [&](const Excerpt& one) {
    return JsonObject().Text("path", texts[one.text].path).Text("text", one.words).str();
  };
  return JsonObject()
      .Number("sequence", event.sequence().value)
      .Text("id", event.id())
      .Text("type", event.type())
      .Text("stream", event.stream())
      .Text("matter", event.envelope().matter)
      .Text("day", FormatDate(EffectiveDay(event)))
      .Text("recordedat", FormatTimestamp(event.recorded_at()))
      .Raw("excerpts", JsonArray(excerpts, excerpt))
      .str();
}

void SayHowMany(Console& console, const SearchFound& found, TreeSize size) {
  if (found.total == 0) {
    console.Say("none of " + Counted(size.value, "event") +
                " says that; sealed values are not searched");
  } else if (found.sequences.size() < found.total) {
    console.Say("these are " + std::to_string(found.sequences.size()) + " of " +
                Counted(found.total, "event") + "; --limit 0 shows all");
  }
}

}  // namespace

Result<ExitCode> Run(Session& session, const SearchArguments& arguments) {
  Console& console = session.console;
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const SearchQuestion question, QuestionOf(session, reader, arguments));
  SINETTI_ASSIGN(SearchIndex index, UpToDate(session, *ledger, reader, arguments.rebuild));
  auto asked = index.Find(question);
  if (!asked) return std::move(asked).error().Within(kIndexOfWords);
  const SearchFound& found = *asked;

  const bool coloured = !console.json() && !console.Bold("").empty();
  SINETTI_ASSIGN(Excerpts excerpts, Excerpts::Of(question.query, coloured ? "\x1b[1m" : "[",
                                                 coloured ? "\x1b[0m" : "]"));
  std::vector<std::string> hits;  // JSON
  for (const Sequence sequence : found.sequences) {
    SINETTI_ASSIGN(const Event event, ReadEvent(reader, session.registry, sequence));
    const std::vector<EventText> texts = EventTexts(event);
    SINETTI_ASSIGN(const auto places, excerpts.From(texts, kExcerptsOfAnEvent));
    if (console.json())
      hits.push_back(JsonHit(event, texts, places));
    else
      PrintHit(console, event, texts, places);
  }
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Number("size", reader.size().value)
                          .Number("total", found.total)
                          .Raw("hits", JsonArray(hits, [](const std::string& hit) { return hit; }))
                          .str());
  }
  SayHowMany(console, found, question.until);
  return kDone;
}

}  // namespace sinetti
