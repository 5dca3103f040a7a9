// sinetti report and report check: what the views say, for people, and the proof that it is so.
#include <unistd.h>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "cli/commands/pdf.h"
#include "cli/commands/views_at.h"
#include "cli/io/files.h"
#include "replay/render/origin_line.h"
#include "replay/reports/reports.h"

namespace sinetti {
namespace {

// Reports are laid out for this width unless a terminal reads them, so that files are alike
// anywhere.
constexpr int kFileWidth = 100;

ExitCode ListReports(Session& session) {
  Console& console = session.console;
  const Language language = console.language();
  if (console.json()) {
    console.PrintLine(JsonArray(AllReports(), [&](const ReportDefinition* report) {
      return JsonObject()
          .Text("name", report->name)
          .Text("title", report->title.In(language))
          .Text("about", report->about.In(language))
          .Text("subject", report->scope.In(language))
          .str();
    }));
    return kDone;
  }
  Table table{.key = "reports",
              .title = Words{"Raportit", "Rapporter", "Reports"},
              .columns = {{"name", Words{"Nimi", "Namn", "Name"}},
                          {"subject", Words{"Kohde", "Objekt", "Subject"}},
                          {"about", Words{"Sisältö", "Innehåll", "Content"}}}};
  for (const ReportDefinition* report : AllReports()) {
    table.rows.push_back({{.value = std::string(report->name)},
                          {.value = report->scope.In(language)},
                          {.value = report->about.In(language)}});
  }
  console.Print(RenderTable(table, language, console.width()));
  return kDone;
}

// The report that a recipe describes, as bytes.
Result<std::string> BuildBytes(Session& session, const Ledger& ledger, ReportRecipe& recipe) {
  const ReportDefinition* definition = FindReport(recipe.report);
  if (definition == nullptr) {
    return Error{ErrorCode::kNotFound,
                 "there is no report \"" + recipe.report + "\"; `sinetti report` lists them"};
  }
  const Reader reader = ledger.Read();
  if (recipe.until > reader.size()) {
    return Error{ErrorCode::kInvalid,
                 "the report was made from " + std::to_string(recipe.until.value) +
                     " events, this ledger has " + std::to_string(reader.size().value) +
                     ": it is another ledger, or an older copy"};
  }
  // The current views serve when they are exactly what is asked for.
  Moment moment{.as_of = recipe.as_of, .known_at = recipe.known_at};
  if (recipe.until != reader.size()) moment.until = recipe.until;
  SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, ledger, moment));
  const ViewsMeta& meta = views.meta();

  ReportOrigin origin{.ledger = ledger.info().origin,
                      .position = meta.position,
                      .root = meta.root,
                      .as_of = meta.Today(),
                      .known_at = recipe.known_at};
  if (recipe.checkpoint) {
    SINETTI_ASSIGN(const StoredCheckpoint stored,
                   CheckpointAt(reader.snapshot(), *recipe.checkpoint));
    origin.checkpoint_size = stored.size;
    origin.checkpoint_note = stored.note;
  }
  if (definition->of_machine) {
    SINETTI_TRY(AttachOperations(views.database(), session.ledger_dir(), recipe.until.value,
                                 recipe.operations_at));
  }
  SINETTI_ASSIGN(Report report,
                 BuildReport(*definition, views.database(), {.scope = recipe.scope}, origin));
  std::vector<Event> events;
  for (const Sequence sequence : EventsNamed(report)) {
    SINETTI_ASSIGN(Event event, ReadEvent(reader, session.registry, sequence));
    events.push_back(std::move(event));
  }
  CiteEvents(*definition, events, report);
  SINETTI_ASSIGN(std::string bytes,
                 RenderFile(report, recipe.format, recipe.language, recipe.width));
  if (recipe.format == ReportFormat::kPdf) {
    SINETTI_ASSIGN(bytes, PdfOfPage(bytes));
  }
  return WithRecipe(std::move(bytes), recipe);
}

bool IsText(ReportFormat format) {
  return format != ReportFormat::kXlsx && format != ReportFormat::kPdf;
}

std::uint64_t FirstDifferentLine(std::string_view a, std::string_view b) {
  std::uint64_t line = 1;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i) {
    if (a[i] == '\n') ++line;
  }
  return line;
}

}  // namespace

Result<ExitCode> Run(Session& session, const ReportArguments& arguments) {
  if (arguments.name.empty()) return ListReports(session);
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const Moment moment,
                 ParseMomentArguments(arguments.as_of, arguments.known_at, arguments.until));
  const Reader reader = ledger->Read();
  SINETTI_TRY(CheckUntil(moment, reader.size()));
  ReportRecipe recipe{.report = arguments.name,
                      .scope = arguments.scope,
                      .language = session.console.language(),
                      .width = arguments.output.empty() ? session.console.width() : kFileWidth,
                      .until = moment.until.value_or(reader.size()),
                      .as_of = moment.as_of,
                      .known_at = moment.known_at};
  SINETTI_ASSIGN(recipe.format,
                 ParseReportFormat(session.console.json() ? "json" : arguments.format));
  if (!IsText(recipe.format) && arguments.output.empty() && isatty(STDOUT_FILENO)) {
    return Error{ErrorCode::kInvalid,
                 "this format is not for a terminal: name a file, -o report." + arguments.format};
  }
  SINETTI_ASSIGN(const auto checkpoint, NewestCheckpoint(session, *ledger, recipe.until));
  if (checkpoint) recipe.checkpoint = checkpoint->size;
  if (const ReportDefinition* definition = FindReport(recipe.report);
      definition != nullptr && definition->of_machine) {
    recipe.operations_at = session.clock.Now();
  }
  SINETTI_ASSIGN(const std::string bytes, BuildBytes(session, *ledger, recipe));
  SINETTI_TRY(WriteWhole(arguments.output, bytes));
  if (!arguments.output.empty()) {
    session.console.Say("report written to " + arguments.output + "; next: sinetti report check " +
                        arguments.output);
  }
  return kDone;
}

Result<ExitCode> Run(Session& session, const ReportCheckArguments& arguments) {
  SINETTI_ASSIGN(const std::string given, ReadWhole(arguments.file));
  auto recipe = FindRecipe(given);
  if (!recipe) return std::move(recipe).error().Within(arguments.file);
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const std::string rebuilt, BuildBytes(session, *ledger, *recipe));
  Console& console = session.console;
  const bool equal = given == rebuilt;
  const std::uint64_t line = equal ? 0 : FirstDifferentLine(given, rebuilt);
  if (console.json()) {
    JsonObject object;
    object.Bool("equal", equal).Text("report", recipe->report).Number("bytes", rebuilt.size());
    if (!equal) object.Number("firstDifferentLine", line);
    console.PrintLine(object.str());
  } else if (equal) {
    console.PrintLine(console.Green("The report is what the ledger says") + ": " + recipe->report +
                      ", " + std::to_string(rebuilt.size()) + " bytes, rebuilt from " +
                      Counted(recipe->until.value, "event"));
  } else {
    console.PrintLine(console.Red("The report is not what the ledger says") +
                      ": it differs from line " + std::to_string(line) + " on");
    if (recipe->format == ReportFormat::kPdf) {
      console.Say(
          "another version of the browser prints other bytes: a report to be checked is "
          "handed on as html");
    }
    if (recipe->operations_at) {
      console.Say("this report tells of the machine that made it: check it there");
    }
  }
  return equal ? kDone : kFoundWrong;
}

}  // namespace sinetti
