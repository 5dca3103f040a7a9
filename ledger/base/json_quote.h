// One way to write a text into JSON (RFC 8259), for everything that prints JSON: events, reports,
// commands.
#pragma once

#include <string>
#include <string_view>

namespace sinetti {

// Appends "text" in quotes.  Escaped are what RFC 8259 asks for, and DEL and the line separators
// U+2028 and U+2029, on which terminals and scripts trip.  `text` is UTF-8.
void AppendJsonQuoted(std::string& out, std::string_view text);

std::string JsonQuoted(std::string_view text);

}  // namespace sinetti
