// What any text of a draft must keep to, whatever field it stands in (docs/format/event.md,
// "Texts").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinetti {

// `text` as an error message may repeat it: quoted and short, and never with a personal identity
// code in it.
std::string Shown(std::string_view text);

inline constexpr std::size_t kTextBytesMax = 32'768;  // of one text in data
inline constexpr std::size_t kLineBytesMax = 1'024;   // of one attribute

// Each gives the problem and the next step, or an empty string when there is none.  A text found to
// hold a personal identity code is never repeated in the message.

// At most `bytes_max` bytes, no U+0000, no valid personal identity code (henkilötunnus).
std::string TextProblem(std::string_view text, std::size_t bytes_max = kTextBytesMax);

// Besides: not empty, one line without control characters, no space at either end.
std::string LineProblem(std::string_view text, std::size_t bytes_max = kLineBytesMax);

// Besides: no spaces at all.  For ids, streams and the like, which people put into commands.
std::string NameProblem(std::string_view text, std::size_t bytes_max = kLineBytesMax);

// RFC 3986, section 4.1, by characters and percent-encoding; not empty (CloudEvents `source`).
std::string UriReferenceProblem(std::string_view text);

}  // namespace sinetti
