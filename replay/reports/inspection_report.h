// The report of the inspections of a case (tarkastuskertomus, 434/2003 39 section): when and where,
// by which order, what was found, what was demanded, and when the party was told.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& InspectionReport();

}  // namespace sinetti
