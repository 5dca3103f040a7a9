// The audit: all controls over the views, in one order, with ids that stay the same whenever and
// wherever the same events are audited.  Pure: same tables, same findings.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "ledger/base/language.h"
#include "ledger/base/result.h"
#include "replay/controls/control_values.h"
#include "replay/controls/finding.h"
#include "replay/fold/database.h"

namespace sinetti {

struct Control {
  std::string_view code;
  std::string_view sql;  // what it reads
  std::function<Result<void>(Database&, const ControlValues&, const TakeFinding&)> run;
  std::string_view part;      // of the code, so that people can switch it alone: places
  bool ordinarily_on = true;  // until somebody records otherwise
};

// Every control of the product (all_controls.cc), by code and then as listed.
std::vector<Control> AllControls();

// What a code means, for reports: "sum does not add up".  Empty texts for a code that nobody
// described; control_guide.h says more.
Text3 ControlTitle(std::string_view code);

// Puts what `controls` find into the table `finding`, in place of an earlier audit, so that V26 and
// V37 show it: in the order of the controls, as each orders its own; the same finding of two
// controls is kept once.  The settings in force (control_settings.h) say which controls run and
// with which parameters; they go to the table `control_in_force`.  `also`, where it is given, sees
// each that is kept.  Findings go to the table one by one: memory does not grow with their number.
// `views` must be writable: a snapshot, or the views file of whoever replays.
Result<void> StoreAudit(Database& views, const std::vector<Control>& controls,
                        const TakeFinding& also = {});

// StoreAudit with AllControls; gives what was stored.
Result<std::vector<AuditFinding>> Audit(Database& views);

}  // namespace sinetti
