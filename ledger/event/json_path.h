// Where the parser is inside a draft, and the errors it makes there.  Frames live on the stack; the
// path becomes text only when there is something to say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace sinetti {

struct JsonPath {
  const JsonPath* parent = nullptr;
  std::string_view name;    // of a member
  std::int64_t index = -1;  // of an element, when not negative

  // "data.lines[2].amount"
  std::string Text() const {
    std::string text = parent == nullptr ? "" : parent->Text();
    if (index >= 0) return text + "[" + std::to_string(index) + "]";
    if (!text.empty() && !name.empty()) text += '.';
    return text += name;
  }

  // kInvalid: "<path>: <problem>".
  Error Invalid(const std::string& problem) const {
    std::string where = Text();
    return {ErrorCode::kInvalid, (where.empty() ? "event" : where) + ": " + problem};
  }
};

}  // namespace sinetti
