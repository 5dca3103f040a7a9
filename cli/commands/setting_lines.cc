#include "cli/commands/setting_lines.h"

#include <algorithm>

#include "cli/commands/json_text.h"
#include "replay/controls/control_parameters.h"
#include "replay/render/render.h"
#include "replay/reports/cell_words.h"

namespace sinetti {
namespace {

constexpr std::string_view kSettings =
    "SELECT control, part, parameter, value, ordinary, differs, since, reason, decided_by, seq "
    "FROM v_control_settings";
constexpr std::string_view kOfNothing =
    "SELECT seq, control, parameter FROM v_control_settings_of_nothing";

constexpr Text3 kDiffers = {"Tarkastuksen asetuksista poikkeavat", "Avvikande inställningar",
                            "Settings in force that differ"};
constexpr Text3 kSince = {"alkaen ", "från ", "since "};
constexpr Text3 kOrdinarily = {"muuten ", "annars ", "otherwise "};

const ControlParameter* ParameterOf(const SettingRow& row) {
  for (const ControlParameter* one : ParametersOf(row.control))
    if (one->name == row.parameter) return one;
  return nullptr;
}

std::string ValueWords(const SettingRow& row, const std::string& value, Language language) {
  if (row.parameter.empty())
    return std::string(EnumerantWords("control.set/state", value).In(language));
  const ControlParameter* parameter = ParameterOf(row);
  return parameter == nullptr ? value : value + " " + parameter->unit.In(language);
}

}  // namespace

Result<std::vector<SettingRow>> ReadSettings(Database& views) {
  SINETTI_ASSIGN(Statement statement, views.Prepare(kSettings));
  std::vector<SettingRow> rows;
  for (statement.Start();;) {
    SINETTI_ASSIGN(const bool more, statement.Step());
    if (!more) return rows;
    const auto text = [&](int column) { return std::string(statement.Text(column)); };
    rows.push_back({.control = text(0),
                    .part = text(1),
                    .parameter = text(2),
                    .value = text(3),
                    .ordinary = text(4),
                    .differs = statement.Integer(5) != 0,
                    .since = text(6),
                    .reason = text(7),
                    .by = text(8),
                    .event = text(9)});
  }
}

std::string SettingJson(const SettingRow& row, Language language) {
  JsonObject json;
  json.Text("check", row.control);
  if (row.parameter.empty()) {
    json.Text("part", row.part).Text("state", row.value);
  } else {
    json.Text("parameter", row.parameter).Raw("value", row.value).Raw("ordinary", row.ordinary);
    if (const ControlParameter* parameter = ParameterOf(row))
      json.Text("unit", parameter->unit.In(language)).Text("means", parameter->means.In(language));
  }
  if (row.event.empty()) return json.str();
  return json.Text("since", row.since)
      .Text("reason", row.reason)
      .Text("by", row.by)
      .Raw("event", row.event)
      .str();
}

void PrintSettings(Console& console, const std::vector<SettingRow>& rows) {
  const Language language = console.language();
  for (const SettingRow& row : rows) {
    const std::string name = row.control + (row.part.empty() ? "" : "/" + row.part) +
                             (row.parameter.empty() ? "" : "  " + row.parameter);
    const std::string value = ValueWords(row, row.value, language);
    std::string line = "  " + name + "  " + (row.differs ? console.Yellow(value) : value);
    if (row.differs)
      line += " (" + std::string(kOrdinarily.In(language)) +
              ValueWords(row, row.ordinary, language) + ")";
    console.PrintLine(line);
    if (row.event.empty()) continue;
    console.Print(RenderParagraph(std::string(kSince.In(language)) + row.since + ": " + row.reason +
                                      " (" + row.by + ", #" + row.event + ")",
                                  6, console.width()));
  }
}

Result<void> PrintWhatDiffers(Console& console, Database& views) {
  SINETTI_ASSIGN(std::vector<SettingRow> rows, ReadSettings(views));
  std::erase_if(rows, [](const SettingRow& row) { return !row.differs; });
  if (!rows.empty()) {
    console.PrintLine(console.Bold(kDiffers.In(console.language())));
    PrintSettings(console, rows);
    console.PrintLine("");
  }
  SINETTI_ASSIGN(Statement statement, views.Prepare(kOfNothing));
  for (statement.Start();;) {
    SINETTI_ASSIGN(const bool more, statement.Step());
    if (!more) return {};
    const std::string control(statement.Text(1));
    const std::string parameter(statement.Text(2));
    console.Say("event #" + std::string(statement.Text(0)) + " sets " +
                (parameter.empty() ? "the control " + control
                                   : "the parameter " + parameter + " of " + control) +
                ", which there is not; next: sinetti audit --settings lists them");
  }
}

}  // namespace sinetti
