// "Did you mean": names close to a wrong one, for error messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinetti {

// At most three of `names` within a third of the length of `wrong` in edits (one insertion,
// deletion, change or swap of neighbours each, case ignored), best first.
std::vector<std::string_view> NearestNames(std::string_view wrong,
                                           const std::vector<std::string_view>& names);

// "; did you mean `a` or `b`?", or empty when nothing is near.
std::string DidYouMean(std::string_view wrong, const std::vector<std::string_view>& names);

}  // namespace sinetti
