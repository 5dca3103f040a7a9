#include "cli/commands/rule_listing.h"

#include "cli/commands/json_text.h"
#include "cli/commands/views_at.h"
#include "ledger/base/date_display.h"
#include "ledger/base/nearest.h"
#include "replay/calendar/deadline.h"
#include "replay/render/render.h"
#include "replay/views/recorded_rules.h"

namespace sinetti {

Result<RuleBook> RulesFor(Session& session, bool built_in, const std::string& known_at) {
  if (built_in) return RuleBook::BuiltIn();
  const auto ledger = session.OpenForReading();
  if (!ledger && ledger.error().code == ErrorCode::kNotFound && known_at.empty())
    return RuleBook::BuiltIn();
  if (!ledger) return ledger.error();
  SINETTI_ASSIGN(const Moment moment, ParseMomentArguments("", known_at, std::nullopt));
  SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, **ledger, moment));
  return RecordedRules(views.database());
}

std::string BasisText(const Rule& rule, Language language) {
  if (rule.section.empty()) return rule.act;
  return language == Language::kEnglish ? rule.act + " section " + rule.section
                                        : rule.act + " " + rule.section + " §";
}

std::string VersionText(const Rule& rule, Language language) {
  constexpr Text3 kVersion = {"versio ", "version ", "version "};
  constexpr Text3 kEvent = {", tapahtuma ", ", händelse ", ", event "};
  constexpr Text3 kProgram = {", ohjelman oma", ", programmets egen", ", of the program"};
  return kVersion.In(language) + rule.version +
         (rule.recorded ? kEvent.In(language) + std::to_string(*rule.recorded)
                        : std::string(kProgram.In(language)));
}

std::string RuleJson(const Rule& rule) {
  JsonObject object;
  object.Text("rule", rule.id)
      .Text("version", rule.version)
      .Text("fi", rule.title.fi)
      .Text("sv", rule.title.sv)
      .Text("en", rule.title.en)
      .Text("limit", LimitText(rule, Language::kEnglish))
      .Text("basis", BasisText(rule, Language::kFinnish))
      .Text("trigger", rule.trigger)
      .Text("closing", rule.closing)
      .Bool("rollover", rule.rollover)
      .Bool("saturdayCounts", rule.workdays.saturday_counts)
      .Bool("evesCount", rule.workdays.christmas_eve_counts)
      .Text("validFrom", FormatDate(rule.valid_from))
      .Text("validTo", rule.valid_to == kLastDate ? "" : FormatDate(rule.valid_to))
      .Text("note", rule.note);
  if (rule.recorded) object.Number("event", *rule.recorded);
  return object.str();
}

void PrintRules(Session& session, const std::vector<Rule>& rules) {
  Console& console = session.console;
  if (console.json()) return console.PrintLine(JsonArray(rules, RuleJson));
  const Language language = console.language();
  Table table{.key = "rules", .when_empty = Words::Same("no rules")};
  table.columns = {{.key = "rule", .title = {"sääntö", "regel", "rule"}},
                   {.key = "version", .title = {"versio", "version", "version"}},
                   {.key = "title", .title = {"nimi", "namn", "title"}},
                   {.key = "limit", .title = {"määräaika", "tid", "limit"}},
                   {.key = "basis", .title = {"peruste", "grund", "basis"}},
                   {.key = "from", .title = {"alkaen", "från", "from"}},
                   {.key = "until", .title = {"päättyen", "till", "until"}},
                   {.key = "event", .title = {"tapahtuma", "händelse", "event"}, .right = true}};
  for (const Rule& rule : rules) {
    const auto day = [&](Date date, Date open) {
      return date == open ? std::string() : DisplayDay(date, language);
    };
    table.rows.push_back({{.value = rule.id},
                          {.value = rule.version},
                          {.value = rule.title.In(language)},
                          {.value = LimitText(rule, language)},
                          {.value = BasisText(rule, language)},
                          {.value = day(rule.valid_from, kFirstDate)},
                          {.value = day(rule.valid_to, kLastDate)},
                          {.value = rule.recorded ? std::to_string(*rule.recorded) : ""}});
  }
  console.Print(RenderTable(table, language, console.width()));
}

std::string NearRules(const RuleBook& book, const std::string& id) {
  std::vector<std::string_view> names;
  for (const Rule& rule : book.rules())
    if (names.empty() || names.back() != rule.id) names.push_back(rule.id);
  return DidYouMean(id, names) + "; `sinetti rules list` lists the rules";
}

}  // namespace sinetti
