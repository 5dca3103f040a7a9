// The days that supervisors and providers set themselves, and what fulfils them; part of
// deadlines.cc.
#pragma once

#include "replay/views/deadline_table.h"

namespace sinetti {

// Clarifications, demands, orders, fines, follow-ups and corrective actions; other events do
// nothing.
Result<void> ApplySupervisionDeadline(const Event& event, DeadlineTable& table);

}  // namespace sinetti
