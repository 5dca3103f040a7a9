// Tables of the self-monitoring report that sum up its period: figures beside those of the period
// before, every observation with its measure, the programme over all units.
#pragma once

#include "replay/reports/query_table.h"

namespace sinetti {

// Parameters of all of them: ?1 unit or provider, ?2 and ?3 first and last day of the period, ?4
// its key in V9; ?5, ?6 and ?7 first day, last day and key of the period before.
const TableSpec& PeriodSummary();
const TableSpec& PeriodObservations();  // and what was done about them
const TableSpec& PeriodChanges();
const TableSpec& ProgrammeThemes();   // all units of a provider together
const TableSpec& PeriodIndicators();  // V14

// The units of ?1: WITH who(unit).
extern const std::string_view kUnitsAsked;

}  // namespace sinetti
