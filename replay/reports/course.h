// The course of matters as a drawing: their events and last days, what other events refer to them,
// and which mandate, cause or earlier event each of them names.
#pragma once

#include "replay/reports/query_table.h"

namespace sinetti {

// `matters` is SQL that gives matters; it takes `parameters`.  At most 200 steps, the newest; an
// empty course has no step.
Result<Course> QueryCourse(Database& views, const std::string& matters,
                           const std::vector<std::string>& parameters);

}  // namespace sinetti
