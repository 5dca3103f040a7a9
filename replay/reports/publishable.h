// The form of a report that may be published: what rests on an event about a person, or on a secret
// one, is withheld (docs/reference/views.md, "Publishable forms").
#pragma once

#include <set>
#include <span>
#include <string_view>

#include "replay/reports/report.h"

namespace sinetti {

// In each row with a cell that comes from an event of `closed`, cells say that they are withheld,
// but for those of the columns `open`: counts, days and codes that name nobody.  A closed event
// that is cited keeps its place, type and leaf, so that whoever may see it can find it.
void WithholdClosed(Report& report, const std::set<Sequence>& closed,
                    std::span<const std::string_view> open);

}  // namespace sinetti
