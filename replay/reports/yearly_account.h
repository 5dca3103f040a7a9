// The organiser's yearly account of services and economy (612/2021 29 section; V13, V14, V30 and
// the figures of supervision).
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& YearlyAccount();

}  // namespace sinetti
