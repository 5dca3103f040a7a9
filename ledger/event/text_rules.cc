// Checks of single texts; no state, no JSON.
#include "ledger/event/text_rules.h"

#include <algorithm>

#include "ledger/base/quote.h"
#include "ledger/event/personal_code.h"

namespace sinetti {
namespace {

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool IsHexDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool IsUriCharacter(char c) {
  if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

}  // namespace

std::string Shown(std::string_view text) {
  return ContainsPersonalIdentityCode(text) ? "a personal identity code" : Quoted(text);
}

std::string TextProblem(std::string_view text, std::size_t bytes_max) {
  if (text.size() > bytes_max)
    return "the text has " + std::to_string(text.size()) + " bytes, at most " +
           std::to_string(bytes_max) +
           " are allowed; put long texts in a document and refer to it by its SHA-256";
  if (text.find('\0') != text.npos)
    return "the text holds the character U+0000, which no field may hold; remove it";
  if (ContainsPersonalIdentityCode(text))
    return "the text holds a personal identity code (henkilötunnus), which is never recorded in "
           "plain text; use the person's pseudonym";
  return "";
}

std::string LineProblem(std::string_view text, std::size_t bytes_max) {
  if (text.empty()) return "the text is empty; leave the member out or give it a value";
  if (std::string problem = TextProblem(text, bytes_max); !problem.empty()) return problem;
  if (std::any_of(text.begin(), text.end(), IsControl))
    return Quoted(text) + " holds a control character; only one line of text may stand here";
  if (text.front() == ' ' || text.back() == ' ')
    return Quoted(text) + " has a space at its beginning or end; remove it";
  return "";
}

std::string NameProblem(std::string_view text, std::size_t bytes_max) {
  if (std::string problem = LineProblem(text, bytes_max); !problem.empty()) return problem;
  if (text.find(' ') != text.npos)
    return Quoted(text) + " holds a space; write a hyphen or leave it out";
  return "";
}

std::string UriReferenceProblem(std::string_view text) {
  if (std::string problem = NameProblem(text); !problem.empty()) return problem;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!IsUriCharacter(text[i]))
      return Quoted(text) + " is not a URI reference (RFC 3986): wrong character at byte " +
             std::to_string(i + 1) + "; percent-encode it";
    if (text[i] == '%' &&
        (i + 2 >= text.size() || !IsHexDigit(text[i + 1]) || !IsHexDigit(text[i + 2])))
      return Quoted(text) + " is not a URI reference (RFC 3986): % at byte " +
             std::to_string(i + 1) + " is not followed by two hexadecimal digits";
  }
  return "";
}

}  // namespace sinetti
