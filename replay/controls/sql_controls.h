// A control as one query over the views: a row is a finding.  Most controls are no more than that,
// so that whoever can read SQL can check the checker.
#pragma once

#include <span>
#include <string_view>

#include "ledger/base/result.h"
#include "replay/controls/control_values.h"
#include "replay/controls/finding.h"
#include "replay/fold/database.h"

namespace sinetti {

// The query's columns, in this order: severity (info, low, medium, high), subject, place, stated,
// computed, difference, the sentence in Finnish, in Swedish, in English, events (sequences
// separated by spaces), and optionally the chosen reading.  NULL is an empty text.  The query
// orders its rows, and may name parameters of its code as :name (control_parameters.h).
struct SqlControl {
  std::string_view code;  // R-SUM
  std::string_view sql;
  FindingAbout about = FindingAbout::kStatement;
  std::string_view part = {};  // of the code; people may switch it alone: places
};

Result<void> RunSqlControl(Database& database, const SqlControl& control, const TakeFinding& take,
                           const ControlValues& values = {});

}  // namespace sinetti
