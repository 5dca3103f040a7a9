// The list of controls.  Adding one is adding its file here (docs/reference/controls.md).
#include <algorithm>
#include <span>

#include "replay/controls/audit.h"
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

void Add(std::vector<Control>& all, std::span<const SqlControl> controls) {
  for (const SqlControl& control : controls) {
    all.push_back(
        {control.code, control.sql,
         [&control](Database& views, const ControlValues& values, const TakeFinding& take) {
           return RunSqlControl(views, control, take, values);
         },
         control.part});
  }
}

}  // namespace

std::vector<Control> AllControls() {
  std::vector<Control> all;
  for (Control& control : DayControls()) all.push_back(std::move(control));
  Add(all, BodyControls());
  Add(all, ContractControls());
  Add(all, DutyControls());
  Add(all, FormControls());
  Add(all, FundingControls());
  Add(all, InvariantControls());
  Add(all, MatterControls());
  Add(all, PartyControls());
  Add(all, PlanControls());
  Add(all, PriceControls());
  Add(all, ProposalControls());
  Add(all, RegisterControls());
  Add(all, RelationControls());
  Add(all, StatementControls());
  Add(all, StepControls());
  Add(all, SupervisionControls());
  Add(all, ValueControls());
  Add(all, WorkControls());
  std::stable_sort(all.begin(), all.end(),
                   [](const Control& a, const Control& b) { return a.code < b.code; });
  return all;
}

}  // namespace sinetti
