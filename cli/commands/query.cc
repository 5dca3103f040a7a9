// sinetti query: SQL that can only read, over the views of any moment.
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/views_at.h"
#include "replay/render/render.h"

namespace sinetti {
namespace {

std::string PlainText(const SqlValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* blob = std::get_if<Bytes>(&value)) return HexEncode(*blob);
  if (const auto* real = std::get_if<double>(&value)) {
    char out[40];
    std::snprintf(out, sizeof out, "%.15g", *real);
    return out;
  }
  return "";
}

std::string JsonValue(const SqlValue& value) {
  if (std::holds_alternative<SqlNull>(value)) return "null";
  if (std::holds_alternative<std::string>(value) || std::holds_alternative<Bytes>(value)) {
    return JsonQuoted(PlainText(value));
  }
  return PlainText(value);
}

std::string CsvValue(const SqlValue& value) {
  const std::string text = PlainText(value);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

Result<void> PrintTable(Session& session, Statement& rows) {
  Table table{.key = "query", .when_empty = Words::Same("no rows")};
  for (int i = 0; i < rows.columns(); ++i) {
    const std::string name(rows.column_name(i));
    table.columns.push_back({.key = name, .title = Words::Same(name)});
  }
  while (true) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) break;
    auto& cells = table.rows.emplace_back();
    for (int i = 0; i < rows.columns(); ++i) {
      const SqlValue value = rows.Value(i);
      if (std::holds_alternative<std::int64_t>(value)) {
        table.columns[static_cast<std::size_t>(i)].right = true;
      }
      cells.push_back({.value = PlainText(value)});
    }
  }
  session.console.Print(RenderTable(table, session.console.language(), session.console.width()));
  return {};
}

// CSV and JSON stream row by row: any size in little memory.
Result<void> PrintCsv(Session& session, Statement& rows) {
  std::string line;
  for (int i = 0; i < rows.columns(); ++i) {
    line += (i ? "," : "") + CsvValue(std::string(rows.column_name(i)));
  }
  session.console.Print(line + "\r\n");
  while (true) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return {};
    line.clear();
    for (int i = 0; i < rows.columns(); ++i) line += (i ? "," : "") + CsvValue(rows.Value(i));
    session.console.Print(line + "\r\n");
  }
}

Result<void> PrintJson(Session& session, Statement& rows) {
  session.console.Print("[");
  for (bool first = true;; first = false) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) break;
    JsonObject object;
    for (int i = 0; i < rows.columns(); ++i) {
      object.Raw(rows.column_name(i), JsonValue(rows.Value(i)));
    }
    session.console.Print((first ? "" : ",\n") + object.str());
  }
  session.console.Print("]\n");
  return {};
}

}  // namespace

Result<ExitCode> Run(Session& session, const QueryArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const Moment moment,
                 ParseMomentArguments(arguments.as_of, arguments.known_at, arguments.until));
  SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, *ledger, moment));
  SINETTI_TRY(
      AttachOperations(views.database(), session.ledger_dir(), ledger->Read().size().value));
  views.database().RefuseWrites();
  auto prepared = views.database().Prepare(arguments.sql);
  if (!prepared) {
    prepared = Error{ErrorCode::kInvalid,
                     prepared.error().message +
                         "; `sinetti query \"SELECT name FROM sqlite_schema WHERE type = 'view'\"` "
                         "lists the views"};
    return std::move(prepared).error();
  }
  prepared->Start();
  if (arguments.format == "json" || session.console.json()) {
    SINETTI_TRY(PrintJson(session, *prepared));
  } else if (arguments.format == "csv") {
    SINETTI_TRY(PrintCsv(session, *prepared));
  } else {
    SINETTI_TRY(PrintTable(session, *prepared));
  }
  return kDone;
}

}  // namespace sinetti
