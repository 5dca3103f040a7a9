#include "cli/commands/explain_check.h"

#include <algorithm>

#include "cli/commands/json_text.h"
#include "cli/commands/setting_lines.h"
#include "ledger/base/quote.h"
#include "replay/controls/audit.h"
#include "replay/controls/control_guide.h"
#include "replay/controls/control_parameters.h"
#include "replay/render/render.h"

namespace sinetti {
namespace {

constexpr Text3 kFinds = {"Löytää", "Hittar", "Finds"};
constexpr Text3 kReads = {"Lukee", "Läser", "Reads"};
constexpr Text3 kFrom = {"tapahtumista", "av händelserna", "from the events"};
constexpr Text3 kEveryEvent = {"kaikista tapahtumista", "alla händelser", "every event"};
constexpr Text3 kSource = {"peruste", "grund", "source"};
constexpr Text3 kItself = {"aineisto itse", "materialet självt", "the record itself"};
constexpr Text3 kExample = {"Esimerkki", "Exempel", "Example"};
constexpr Text3 kParameters = {"Asetukset", "Inställningar", "Settings"};
constexpr Text3 kAnswer = {"Mitä tehdä", "Vad göra", "What to do"};

Text3 SourceOf(const ControlCase& one) { return *one.source.en == '\0' ? kItself : one.source; }

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

using Settings = std::vector<SettingRow>;

Settings OfCode(const Settings& settings, std::string_view code) {
  Settings found;
  for (const SettingRow& row : settings)
    if (row.control == code) found.push_back(row);
  return found;
}

// What the program comes with.
Settings OrdinarySettings() {
  Settings rows;
  for (const Control& control : AllControls()) {
    if (rows.empty() || rows.back().control != control.code) {
      for (const ControlParameter* parameter : ParametersOf(control.code)) {
        const std::string value = std::to_string(parameter->value);
        rows.push_back({.control = std::string(control.code),
                        .parameter = std::string(parameter->name),
                        .value = value,
                        .ordinary = value});
      }
    }
    const auto same = [&](const SettingRow& row) {
      return row.control == control.code && row.parameter.empty() && row.part == control.part;
    };
    if (std::none_of(rows.begin(), rows.end(), same))
      rows.push_back({.control = std::string(control.code),
                      .part = std::string(control.part),
                      .value = control.ordinarily_on ? "on" : "off",
                      .ordinary = control.ordinarily_on ? "on" : "off"});
  }
  return rows;
}

Result<Settings> SettingsAt(Session& session, const Moment& moment) {
  auto ledger = session.OpenForReading();
  if (!ledger) {
    // What a check does can be read anywhere.
    if (ledger.error().code == ErrorCode::kNotFound) return OrdinarySettings();
    return std::move(ledger).error();
  }
  SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, **ledger, moment));
  return ReadSettings(views.database());
}

std::string GuideJson(const ControlGuide& guide, const Settings& settings, Language language) {
  const ControlInputs inputs = InputsOf(guide.code);
  const auto one_case = [language](const ControlCase& one) {
    return JsonObject()
        .Text("part", one.part)
        .Text("finds", one.finds.In(language))
        .Text("severity", one.severity)
        .Text("rule", one.rule.In(language))
        .Text("source", SourceOf(one).In(language))
        .str();
  };
  return JsonObject()
      .Text("check", guide.code)
      .Text("title", guide.title.In(language))
      .Raw("cases", JsonArray(guide.cases, one_case))
      .Raw("settings", JsonArray(OfCode(settings, guide.code),
                                 [&](const SettingRow& row) { return SettingJson(row, language); }))
      .Raw("views", JsonArray(inputs.views, JsonQuoted))
      .Raw("eventTypes", JsonArray(inputs.event_types, JsonQuoted))
      .Text("example", guide.example.In(language))
      .Text("answer", guide.answer.In(language))
      .str();
}

void Print(Console& console, const ControlGuide& guide, const Settings& settings) {
  const Language language = console.language();
  const auto paragraph = [&](std::string_view text, int indent) {
    console.Print(RenderParagraph(text, indent, console.width()));
  };
  const auto heading = [&](const Text3& text) {
    console.PrintLine("");
    console.PrintLine(console.Bold(text.In(language)));
  };
  console.PrintLine(console.Bold(guide.code) + "  " + guide.title.In(language));
  heading(kFinds);
  for (const ControlCase& one : guide.cases) {
    paragraph(std::string(one.severity) + ": " + one.finds.In(language), 2);
    if (*one.rule.en != '\0') paragraph(one.rule.In(language), 6);
    paragraph(std::string(kSource.In(language)) + ": " + SourceOf(one).In(language), 6);
  }
  const ControlInputs inputs = InputsOf(guide.code);
  heading(kReads);
  paragraph(Joined(inputs.views), 2);
  if (inputs.event_types == std::vector<std::string>{"*"}) {
    paragraph(kEveryEvent.In(language), 2);
  } else {
    paragraph(std::string(kFrom.In(language)) + " " + Joined(inputs.event_types), 2);
  }
  heading(kParameters);
  PrintSettings(console, OfCode(settings, guide.code));
  heading(kExample);
  paragraph(guide.example.In(language), 2);
  heading(kAnswer);
  paragraph(guide.answer.In(language), 2);
}

Error UnknownCheck(const std::string& code) {
  std::string known;
  for (const ControlGuide* guide : ControlGuides()) known += " " + std::string(guide->code);
  return {ErrorCode::kNotFound, "there is no check " + Quoted(code) + "; these are:" + known};
}

}  // namespace

Result<void> CheckKnown(const std::string& code) {
  if (FindControlGuide(code) == nullptr) return UnknownCheck(code);
  return {};
}

Result<ExitCode> ExplainCheck(Session& session, const std::string& code, const Moment& moment) {
  Console& console = session.console;
  const bool all = code == "all";
  std::vector<const ControlGuide*> guides;
  for (const ControlGuide* guide : ControlGuides())
    if (all || guide->code == code) guides.push_back(guide);
  if (guides.empty()) return UnknownCheck(code);
  SINETTI_ASSIGN(const Settings settings, SettingsAt(session, moment));
  if (console.json()) {
    const auto json = [&](const ControlGuide* guide) {
      return GuideJson(*guide, settings, console.language());
    };
    console.PrintLine(all ? JsonArray(guides, json) : json(guides.front()));
    return kDone;
  }
  for (const ControlGuide* guide : guides) {
    if (guide != guides.front()) console.PrintLine("");
    Print(console, *guide, settings);
  }
  return kDone;
}

}  // namespace sinetti
