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

}  // namespace

std::optional<Date> NotifiedOn(const Event& event) {
  const auto notified = Body<schema::DecisionNotified>(event);
  const auto sent = DayOf(Text(notified.getSentOn()));
  if (const auto received = DayOf(Text(notified.getReceivedOn()))) return received;
  if (!sent || *sent > AddDays(kLastDate, -7)) return std::nullopt;  // then no day has a name
  switch (notified.getMethod()) {
    case schema::NotificationMethod::LETTER:
    case schema::NotificationMethod::WEBSITE:
    case schema::NotificationMethod::PUBLIC_NOTICE:
      return DeemedNotified(NotificationMethod::kLetter, *sent);
    case schema::NotificationMethod::ELECTRONIC:
      return DeemedNotified(NotificationMethod::kElectronic, *sent);
    case schema::NotificationMethod::HANDED: return sent;
    default: return std::nullopt;
  }
}

}  // namespace sinetti
