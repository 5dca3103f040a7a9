#include "replay/views/notification.h"

#include "ledger/event/body.h"
#include "replay/calendar/deadline.h"
#include "replay/views/columns.h"
#include "schemas/decision.capnp.h"

namespace sinetti {
namespace {

std::optional<Date> DayOf(std::string_view text) {
  const auto date = ParseDate(text);
  return date ? std::optional(*date) : std::nullopt;
}

std::string_view RuleOf(schema::NotificationMethod method) {
  switch (method) {
    case schema::NotificationMethod::LETTER:
    case schema::NotificationMethod::PUBLIC_NOTICE:
      return NotificationRule(NotificationMethod::kLetter);
    case schema::NotificationMethod::WEBSITE: return NotificationRule(NotificationMethod::kWebsite);
    case schema::NotificationMethod::ELECTRONIC:
      return NotificationRule(NotificationMethod::kElectronic);
    default: return {};
  }
}

}  // namespace

std::optional<Date> DeemedBy(const RuleBook& book, std::string_view rule, Date sent) {
  const auto found = book.Find(rule, sent);
  if (!found) return std::nullopt;
  const auto day = DueDay(**found, sent);
  return day ? std::optional(*day) : std::nullopt;
}

Notice NoticeOf(const Event& event, const RuleBook& book) {
  const auto notified = Body<schema::DecisionNotified>(event);
  const auto sent = DayOf(Text(notified.getSentOn()));
  if (const auto received = DayOf(Text(notified.getReceivedOn()))) return {{}, sent, received};
  if (!sent) return {};
  if (notified.getMethod() == schema::NotificationMethod::HANDED) return {{}, sent, sent};
  const std::string_view rule = RuleOf(notified.getMethod());
  if (rule.empty()) return {{}, sent, std::nullopt};
  return {rule, sent, DeemedBy(book, rule, *sent)};
}

}  // namespace sinetti
