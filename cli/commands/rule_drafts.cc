#include "cli/commands/rule_drafts.h"

#include "cli/commands/json_text.h"

namespace sinetti {
namespace {

constexpr std::string_view kBookSource = "urn:sinetti:rules:suomi";

struct UnitWords {
  std::string_view unit;    // as in schemas/rule.capnp
  std::string_view amount;  // unit of the quantity
};

UnitWords WordsOf(LimitUnit unit) {
  switch (unit) {
    case LimitUnit::kDays: return {"days", "päivä"};
    case LimitUnit::kWeeks: return {"weeks", "viikko"};
    case LimitUnit::kMonths: return {"months", "kuukausi"};
    case LimitUnit::kYears: return {"years", "vuosi"};
    case LimitUnit::kWorkdays: return {"workingDays", "arkipäivä"};
    case LimitUnit::kSameOrNextWorkday: return {"sameOrNextWorkingDay", "arkipäivä"};
    case LimitUnit::kFirstWorkdayOfMonth: return {"firstWorkingDayOfMonth", "kuukausi"};
  }
  return {};
}

std::string Statute(const Rule& rule) {
  std::string section = rule.section;
  for (char& c : section) c = c == ' ' ? '_' : c;
  return section.empty() ? rule.act : rule.act + ":" + section;
}

std::string DayJson(Date day) { return JsonObject().Text("date", FormatDate(day)).str(); }

std::string Draft(const Rule& rule, std::string_view type, const std::string& id,
                  const std::string& data, bool ends) {
  JsonObject draft;
  draft.Text("specversion", "1.0")
      .Text("id", id)
      .Text("source", kBookSource)
      .Text("type", type)
      .Text("stream", "rule-" + rule.id)
      .Text("occurred", FormatDate(rule.valid_from))
      .Text("effectivefrom", FormatDate(rule.valid_from));
  if (ends) draft.Text("effectiveto", FormatDate(rule.valid_to));
  return draft.Raw("data", data).str();
}

std::string Registered(const Rule& rule) {
  return Draft(rule, "rule.registered", rule.id,
               JsonObject()
                   .Text("rule", rule.id)
                   .Text("title", rule.title.fi)
                   .Text("kind", "statute")
                   .Text("statute", Statute(rule))
                   .Text("titleSv", rule.title.sv)
                   .Text("titleEn", rule.title.en)
                   .str(),
               false);
}

std::string Version(const Rule& rule) {
  const UnitWords words = WordsOf(rule.unit);
  const bool ends = rule.valid_to != kLastDate;
  JsonObject data;
  data.Text("rule", rule.id)
      .Text("version", rule.version)
      .Text("statute", Statute(rule))
      .Raw("amount",
           JsonObject().Raw("value", std::to_string(rule.amount)).Text("unit", words.amount).str())
      .Text("unit", words.unit)
      .Text("trigger", rule.trigger);
  if (!rule.closing.empty()) data.Text("act", rule.closing);
  data.Bool("excludeFirstDay", rule.exclude_first_day)
      .Text("rollover", rule.rollover ? "yes" : "no");
  if (LooksAtWorkdays(rule.unit)) {
    data.Text("week", rule.workdays.saturday_counts ? "mondayToSaturday" : "mondayToFriday")
        .Bool("eveIsHoliday", !rule.workdays.christmas_eve_counts);
  }
  data.Raw("from", DayJson(rule.valid_from));
  if (ends) data.Raw("to", DayJson(rule.valid_to));
  if (!rule.note.empty()) data.Text("note", rule.note);
  return Draft(rule, "rule.versionInForce", rule.id + ":" + rule.version, data.str(), ends);
}

}  // namespace

std::vector<std::string> RuleDrafts(const RuleBook& book) {
  std::vector<std::string> drafts;
  const Rule* before = nullptr;
  for (const Rule& rule : book.rules()) {
    if (before == nullptr || before->id != rule.id) drafts.push_back(Registered(rule));
    drafts.push_back(Version(rule));
    before = &rule;
  }
  return drafts;
}

std::string RuleBookText(const RuleBook& book) {
  std::string text;
  for (const std::string& draft : RuleDrafts(book)) text += draft + "\n";
  return text;
}

}  // namespace sinetti
