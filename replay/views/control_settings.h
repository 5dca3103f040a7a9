// What people set about the controls of the audit (control.set), and the settings that the last
// audit followed: which controls ran, with which parameters, and who decided so.  The table
// `control_in_force` is filled by the audit (replay/controls/control_settings.h) as `finding` is:
// no part of the digest, empty until the audit has run.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& ControlSettingsView();

}  // namespace sinetti
