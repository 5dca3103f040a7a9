#include "replay/fold/effective_day.h"

#include "ledger/event/edtf.h"

namespace sinetti {

Date EffectiveDay(const Event& event) {
  const Envelope& envelope = event.envelope();
  if (auto from = ParseDate(envelope.effective_from); from) return *from;
  if (auto occurred = ParseEdtf(envelope.occurred); occurred) return occurred->first;
  return DayInHelsinki(event.recorded_at());
}

}  // namespace sinetti
