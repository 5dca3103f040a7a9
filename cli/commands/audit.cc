// sinetti audit: what does not add up, with the events it rests on.  The findings are derived with
// the views; only --record writes, and only that a finding was made.
#include "replay/controls/audit.h"

#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/commands/draft_source.h"
#include "cli/commands/explain_check.h"
#include "cli/commands/json_text.h"
#include "cli/commands/setting_lines.h"
#include "cli/commands/views_at.h"
#include "replay/render/render.h"
#include "replay/reports/cell_words.h"
#include "replay/reports/codes.h"
#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

constexpr std::string_view kFindings =
    "SELECT id, code, severity, subject, place, stated, computed, difference, state, explanation, "
    "fi, sv, en, events, days_open FROM v37_discrepancies";

struct Row {
  std::string id, code, severity, subject, place, stated, computed, difference, state, explanation;
  std::string text;  // in the asked language
  std::string events;
  bool recorded = false;  // as discrepancy.detected

  bool open() const { return state == "open"; }
};

Result<std::vector<Row>> ReadRows(Database& views, Language language) {
  SINETTI_ASSIGN(Statement statement, views.Prepare(kFindings));
  statement.Start();
  std::vector<Row> rows;
  while (true) {
    SINETTI_ASSIGN(const bool more, statement.Step());
    if (!more) return rows;
    const auto text = [&](int column) { return std::string(statement.Text(column)); };
    const int words = language == Language::kFinnish   ? 10
                      : language == Language::kSwedish ? 11
                                                       : 12;
    rows.push_back({.id = text(0),
                    .code = text(1),
                    .severity = text(2),
                    .subject = text(3),
                    .place = text(4),
                    .stated = text(5),
                    .computed = text(6),
                    .difference = text(7),
                    .state = text(8),
                    .explanation = text(9),
                    .text = text(words),
                    .events = text(13),
                    .recorded = !statement.IsNull(14)});
  }
}

std::string RowJson(const Row& row) {
  return JsonObject()
      .Text("id", row.id)
      .Text("check", row.code)
      .Text("severity", row.severity)
      .Text("subject", row.subject)
      .Text("place", row.place)
      .Text("stated", row.stated)
      .Text("computed", row.computed)
      .Text("difference", row.difference)
      .Text("state", row.state)
      .Text("explanation", row.explanation)
      .Text("text", row.text)
      .Raw("events", JsonArray(ParseSequences(row.events),
                               [](Sequence one) { return std::to_string(one.value); }))
      .str();
}

constexpr Text3 kStated = {"ilmoitettu", "uppgivet", "stated"};
constexpr Text3 kComputed = {"laskettu", "beräknat", "computed"};
constexpr Text3 kDifference = {"erotus", "skillnad", "difference"};
constexpr Text3 kEvents = {"tapahtumat", "händelser", "events"};
constexpr Text3 kNothingOpen = {"Mitään ei ole avoinna.", "Inget är öppet.", "Nothing is open."};
constexpr Text3 kOneOpen = {"1 havainto on avoinna.", "1 iakttagelse är öppen.",
                            "1 finding is open."};
constexpr Text3 kManyOpen = {" havaintoa on avoinna.", " iakttagelser är öppna.",
                             " findings are open."};

std::string Severity(const Console& console, const Row& row) {
  const std::string word =
      EnumerantWords("discrepancy.detected/severity", row.severity).In(console.language());
  if (row.severity == "high") return console.Red(word);
  if (row.severity == "medium") return console.Yellow(word);
  return word;
}

std::string State(const Console& console, const Row& row) {
  for (const CodeWord& one : FindingStates())
    if (one.code == row.state) return one.words.In(console.language());
  return row.state;
}

void PrintRow(Console& console, const Row& row) {
  const auto word = [&](const Text3& text) { return std::string(text.In(console.language())); };
  console.PrintLine(console.Bold(row.code) + "  " + Severity(console, row) + "  " + row.subject +
                    "  " + row.place + "  [" + State(console, row) + "]");
  console.PrintLine("  " + row.text);
  if (!row.stated.empty() || !row.computed.empty()) {
    std::string figures = "  " + word(kStated) + " " + (row.stated.empty() ? "-" : row.stated) +
                          ", " + word(kComputed) + " " +
                          (row.computed.empty() ? "-" : row.computed);
    if (!row.difference.empty()) figures += ", " + word(kDifference) + " " + row.difference;
    console.PrintLine(figures);
  }
  std::string events;
  for (const Sequence event : ParseSequences(row.events))
    events += " #" + std::to_string(event.value);
  console.PrintLine("  " + row.id + ", " + word(kEvents) + events);
  console.PrintLine("");
}

// source#id, by which events refer to one another.
Result<std::string> EventName(const Reader& reader, Sequence sequence) {
  SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
  SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(stored.record));
  return std::string(header.source) + "#" + std::string(header.id);
}

// One discrepancy.detected for each open finding that nobody recorded yet.  Its id is the
// finding's, so that recording twice records once.
Result<std::size_t> RecordNew(Session& session, const std::vector<Row>& rows) {
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_ASSIGN(Vault vault, session.OpenVault(*ledger));
  DraftSource source(session.registry, &vault);
  const Reader reader = ledger->Read();
  std::vector<EncodedDraft> drafts;
  for (const Row& row : rows) {
    if (!row.open() || row.recorded) continue;
    JsonObject data;
    data.Text("finding", row.id)
        .Text("check", row.code)
        .Text("severity", row.severity)
        .Text("place", row.place);
    if (!row.stated.empty()) data.Text("stated", row.stated);
    if (!row.computed.empty()) data.Text("computed", row.computed);
    if (!row.difference.empty()) data.Text("difference", row.difference);
    std::vector<std::string> names;
    for (const Sequence event : ParseSequences(row.events)) {
      SINETTI_ASSIGN(std::string name, EventName(reader, event));
      names.push_back(std::move(name));
    }
    data.Raw("events", JsonArray(names, JsonQuoted));
    SINETTI_ASSIGN(EncodedDraft draft, source.Encode(JsonObject()
                                                         .Text("specversion", "1.0")
                                                         .Text("id", "detected-" + row.id)
                                                         .Text("source", "sinetti:audit")
                                                         .Text("type", "discrepancy.detected")
                                                         .Text("stream", "discrepancy-" + row.id)
                                                         .Raw("data", data.str())
                                                         .str()));
    drafts.push_back(std::move(draft));
  }
  if (drafts.empty()) return std::size_t{0};
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(const std::vector<Receipt> receipts, ledger->Append(std::move(drafts)));
  SINETTI_TRY(SignAndSay(session, *ledger));
  return receipts.size();
}

Result<ExitCode> ListSettings(Session& session, const Moment& moment) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, *ledger, moment));
  SINETTI_ASSIGN(const std::vector<SettingRow> rows, ReadSettings(views.database()));
  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonArray(
        rows, [&](const SettingRow& row) { return SettingJson(row, console.language()); }));
  } else {
    PrintSettings(console, rows);
  }
  return kDone;
}

}  // namespace

Result<ExitCode> Run(Session& session, const AuditArguments& arguments) {
  SINETTI_ASSIGN(const Moment moment,
                 ParseMomentArguments(arguments.as_of, arguments.known_at, std::nullopt));
  if (!arguments.explain.empty()) return ExplainCheck(session, arguments.explain, moment);
  if (arguments.settings) return ListSettings(session, moment);
  if (arguments.record && !moment.current()) {
    return Error{ErrorCode::kInvalid,
                 "--record works on the present: leave --as-of and --known-at out"};
  }
  std::vector<Row> rows;
  {
    SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
    SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, *ledger, moment));
    SINETTI_ASSIGN(rows, ReadRows(views.database(), session.console.language()));
    if (!session.console.json()) SINETTI_TRY(PrintWhatDiffers(session.console, views.database()));
  }
  const auto named = [&](const Row& row) { return row.code == arguments.check; };
  // People may record findings of their own kinds; a code that nobody knows is a slip.
  if (!arguments.check.empty() && std::none_of(rows.begin(), rows.end(), named)) {
    SINETTI_TRY(CheckKnown(arguments.check));
  }
  std::erase_if(rows, [&](const Row& row) {
    return (!arguments.check.empty() && row.code != arguments.check) ||
           (!arguments.all && !row.open());
  });
  const auto open = static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.open(); }));

  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonArray(rows, RowJson));
  } else {
    for (const Row& row : rows) PrintRow(console, row);
    const Language language = console.language();
    console.PrintLine(open == 0   ? console.Green(kNothingOpen.In(language))
                      : open == 1 ? kOneOpen.In(language)
                                  : std::to_string(open) + kManyOpen.In(language));
  }
  if (arguments.record) {
    SINETTI_ASSIGN(const std::size_t recorded, RecordNew(session, rows));
    console.Say(std::to_string(recorded) + " new findings recorded as discrepancy.detected");
  }
  return open == 0 ? kDone : kFoundWrong;
}

}  // namespace sinetti
