// The parameters that people may set by an event (control.set): what each means, its unit, and the
// value that the program comes with.  A query names a parameter as :name.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/base/language.h"

namespace sinetti {

struct ControlParameter {
  std::string_view code;  // R-SUM
  std::string_view name;  // toleranceCents
  std::int64_t value;     // as the program comes
  Text3 unit;
  Text3 means;
};

// All of them, by code.
std::span<const ControlParameter> ControlParameters();

std::vector<const ControlParameter*> ParametersOf(std::string_view code);

}  // namespace sinetti
