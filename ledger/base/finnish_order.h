// The order of Finnish and Swedish words: å, ä and ö behind z, capitals with small letters, numbers
// in a name by their value (SFS-EN 13710 for Finnish, without its finer levels).
#pragma once

#include <string_view>

namespace sinetti {

// Below zero, zero or above: `a` stands before, with or behind `b`.  A total order of UTF-8 texts:
// what is equal to a reader is ordered by its bytes, so zero means the same bytes.
int CompareFinnish(std::string_view a, std::string_view b);

}  // namespace sinetti
