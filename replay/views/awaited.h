// What somebody was to do by a day, and what closed it: a review of a plan, an answer to a
// question, a new provider for a unit.  Time limits of acts and orders are in the view of
// deadlines; here are the days that other events set.  Which types open and close is declared.
#pragma once

#include <span>
#include <string_view>

#include "replay/fold/view.h"

namespace sinetti {

struct AwaitedDeclaration {
  std::string_view opens;   // event type
  std::string_view due;     // path of the stated day
  std::string_view closes;  // event type; one row for each
  std::string_view key;     // fields that name the thing in both (body_fields.h)
};

std::span<const AwaitedDeclaration> AwaitedDeclarations();

const ViewDefinition& AwaitedView();

}  // namespace sinetti
