// Provider card (V1 with V2, V3, V8, V23 and V37): what a supervisor asks first about a provider.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& ProviderReport();

}  // namespace sinetti
