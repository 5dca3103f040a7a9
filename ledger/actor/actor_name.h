// When two names that people typed mean one actor: where an act needs two of them.
#pragma once

#include <string>
#include <string_view>

namespace sinetti {

// Without the spaces around it and the case of ASCII letters.
std::string FoldedActor(std::string_view actor);

inline bool SameActor(std::string_view one, std::string_view other) {
  return FoldedActor(one) == FoldedActor(other);
}

}  // namespace sinetti
