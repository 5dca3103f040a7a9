// Words of the codes that views compute and several reports show.  Codes that a schema defines are
// shown by the schema's own labels (ColumnKind::kEnumerant).
#pragma once

#include <vector>

#include "replay/reports/query_table.h"

namespace sinetti {

const std::vector<CodeWord>& ControlCodes();    // R-SUM: the check's title
const std::vector<CodeWord>& FindingStates();   // of V37
const std::vector<CodeWord>& DeadlineStates();  // of V4
const std::vector<CodeWord>& OrderStates();     // of V3
const std::vector<CodeWord>& FineStates();
const std::vector<CodeWord>& FinalityWords();
const std::vector<CodeWord>& ChainStates();           // of V6
const std::vector<CodeWord>& NotificationChannels();  // of V7
const std::vector<CodeWord>& DutyWords();             // whose time limit it is
const std::vector<CodeWord>& YesNoWords();            // yes, no, unspecified
const std::vector<CodeWord>& MandateStates();         // of V21
const std::vector<CodeWord>& DecisionItems();         // what a decision must have

}  // namespace sinetti
