// Completeness of forms (V36): questions, answers, sections left blank, jumps in the numbers.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& FormReport();

}  // namespace sinetti
