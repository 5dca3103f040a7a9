// Deadlines in words, for a lawyer who asks "why that day".
#include "replay/calendar/deadline_text.h"

#include <cstdlib>

#include "ledger/base/date_display.h"

namespace sinetti {
namespace {

using Action = DeadlineStep::Action;

struct UnitWords {
  Text3 one;
  Text3 many;
};

UnitWords WordsOf(LimitUnit unit) {
  switch (unit) {
    case LimitUnit::kDays: return {{"päivä", "dag", "day"}, {"päivää", "dagar", "days"}};
    case LimitUnit::kWeeks: return {{"viikko", "vecka", "week"}, {"viikkoa", "veckor", "weeks"}};
    case LimitUnit::kMonths:
      return {{"kuukausi", "månad", "month"}, {"kuukautta", "månader", "months"}};
    case LimitUnit::kYears: return {{"vuosi", "år", "year"}, {"vuotta", "år", "years"}};
    case LimitUnit::kWorkdays:
      return {{"arkipäivä", "vardag", "working day"}, {"arkipäivää", "vardagar", "working days"}};
    case LimitUnit::kSameOrNextWorkday:
      return {{"samana tai seuraavana arkipäivänä", "samma eller följande vardag",
               "same or next working day"},
              {}};
    case LimitUnit::kFirstWorkdayOfMonth:
      return {{"kuukauden ensimmäinen arkipäivä", "månadens första vardag",
               "first working day of the month"},
              {}};
  }
  return {};
}

bool IsAmountSpoken(LimitUnit unit) {
  return unit == LimitUnit::kWorkdays || !LooksAtWorkdays(unit);
}

std::string Statute(const Rule& rule, Language language) {
  if (rule.act.empty()) return "";
  const std::string sign = language == Language::kEnglish ? "section " : "";
  const std::string tail = language == Language::kEnglish ? "" : " §";
  return rule.section.empty() ? " (" + rule.act + ")"
                              : " (" + rule.act + " " + sign + rule.section + tail + ")";
}

std::string DayWithName(Date date, Language language) {
  const std::string weekday = WeekdayName(WeekdayOf(date)).In(language);
  const std::string name = DayName(date).In(language);
  return DisplayDay(date, language) + " (" + weekday + (name == weekday ? "" : ", " + name) + ")";
}

std::string Sentence(const Rule& rule, const Deadline& deadline, Language language) {
  constexpr Text3 kAfter = {" päivästä ", " från ", " from "};
  constexpr Text3 kBefore = {" ennen päivää ", " före ", " before "};
  constexpr Text3 kRolled = {
      "; siirtyy, 150/1930 5 §: ", "; flyttas, 150/1930 5 §: ", "; moves on, 150/1930 section 5: "};
  const Text3& direction = rule.amount < 0 ? kBefore : kAfter;
  std::string text = LimitText(rule, language) + direction.In(language) +
                     DisplayDay(deadline.trigger, language) + Statute(rule, language) + ": " +
                     DayWithName(deadline.rolled_from.value_or(deadline.due), language);
  if (deadline.rolled_from) text += kRolled.In(language) + DayWithName(deadline.due, language);
  return text;
}

Text3 Words(Action action) {
  switch (action) {
    case Action::kTrigger: return {"määräaika alkaa", "tiden börjar", "the time starts"};
    case Action::kCounted: return {"lasketaan, ", "räknas, ", "counted, "};
    case Action::kSkipped: return {"ei lasketa", "räknas inte", "not counted"};
    case Action::kReached: return {"täyttyy", "löper ut", "reached"};
    case Action::kRolled:
      return {"ei arkipäivä, siirtyy", "inte vardag, flyttas", "no working day, moves on"};
    case Action::kDue: return {"viimeinen päivä", "sista dagen", "last day"};
  }
  return {};
}

}  // namespace

std::string LimitText(const Rule& rule, Language language) {
  const UnitWords words = WordsOf(rule.unit);
  if (!IsAmountSpoken(rule.unit)) return words.one.In(language);
  const int amount = std::abs(rule.amount);
  return std::to_string(amount) + " " + (amount == 1 ? words.one : words.many).In(language);
}

LocalText ReasonOf(const Rule& rule, const Deadline& deadline) {
  return {Sentence(rule, deadline, Language::kFinnish),
          Sentence(rule, deadline, Language::kSwedish),
          Sentence(rule, deadline, Language::kEnglish)};
}

std::vector<std::string> ExplainSteps(const Deadline& deadline, Language language) {
  std::vector<std::string> lines;
  for (const DeadlineStep& step : deadline.steps) {
    std::string line = DayWithName(step.date, language) + ": " + Words(step.action).In(language);
    if (step.action == Action::kCounted) line += std::to_string(step.number) + ".";
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace sinetti
