// Untrusted text inside error messages: short, printable and valid UTF-8, whatever came in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinetti {

// 'text' in single quotes; at most `bytes_max` bytes of it, cut between characters and then marked
// with …; control characters and broken UTF-8 become ?.
std::string Quoted(std::string_view text, std::size_t bytes_max = 64);

}  // namespace sinetti
