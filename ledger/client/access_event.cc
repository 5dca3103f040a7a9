// See access_event.h.
#include "ledger/client/access_event.h"

namespace sinetti {

Result<OwnEvent> NewAccessEvent(std::string_view type, std::string_view what,
                                const std::string& subject, const std::string& actor,
                                const std::string& role) {
  const bool person = !subject.starts_with(kStreamSubject);
  OwnEvent event;
  event.type = type;
  event.stream = "access-" + (person ? subject : subject.substr(kStreamSubject.size()));
  SINETTI_ASSIGN(event.id, NewOwnId(what));
  if (person) event.client = subject;
  event.actor = actor;
  event.role = role;
  return event;
}

}  // namespace sinetti
