// The extract on a provider that an authority or another organiser gets (741/2023 34 and 45
// sections; V1, V3, V6, V7): what it is, what was ordered, found, mended and notified.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& RegisterExtract();

}  // namespace sinetti
