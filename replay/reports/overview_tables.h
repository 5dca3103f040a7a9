// The tables of the overview: what presses today, how supervision stands, providers side by side.
#pragma once

#include "replay/reports/query_table.h"
#include "replay/reports/self_monitoring.h"

namespace sinetti {

// --- overview_work.cc: time limits and cases
const TableSpec& AtAGlance();    // one line for each kind of work, with the longest wait
const TableSpec& OverdueWork();  // the gravest first
const TableSpec& DueSoon();      // in the next 14 days
const TableSpec& OpenCases();    // V2

// --- overview_supervision.cc: V3, V6, V7, V8
const TableSpec& OpenOrders();
const TableSpec& UnansweredNotifications();
const TableSpec& OpenFindings();
TableSpec MonitoringCycle(const std::vector<ReportPeriod>& periods);  // the oldest first

// --- provider_comparison.cc: V1, V4, V6, V7
const TableSpec& ProvidersNow();
const TableSpec& ProviderTrends();  // twelve months

}  // namespace sinetti
