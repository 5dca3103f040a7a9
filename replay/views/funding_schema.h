// The tables and SQL views of the funding view, apart from the code that fills them.
#pragma once

#include <string_view>

namespace sinetti {

extern const std::string_view kFundingSchema;

}  // namespace sinetti
