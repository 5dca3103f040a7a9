// The settings of controls as people read them: `sinetti audit --settings`, what an audit says of
// settings that differ, and the settings on the page of one control.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/io/console.h"
#include "ledger/base/result.h"
#include "replay/fold/database.h"

namespace sinetti {

struct SettingRow {
  std::string control;    // R-SUM
  std::string part;       // places; empty for a parameter
  std::string parameter;  // toleranceCents; empty for a switch
  std::string value, ordinary;
  bool differs = false;
  std::string since, reason, by, event;  // empty where the program's own holds
};

// In force on the day of `views`, after their audit; of every control.
Result<std::vector<SettingRow>> ReadSettings(Database& views);

std::string SettingJson(const SettingRow& row, Language language);

// One line each, and a second one where people decided it.
void PrintSettings(Console& console, const std::vector<SettingRow>& rows);

// The settings that differ from the program's own, under a heading; and those that name nothing
// there is, as messages.  Prints nothing where there are none.
Result<void> PrintWhatDiffers(Console& console, Database& views);

}  // namespace sinetti
