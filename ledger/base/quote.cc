#include "ledger/base/quote.h"

#include "ledger/base/bytes.h"

namespace sinetti {
namespace {

// Length of the UTF-8 character that begins at `text`, or 0 when none does.
std::size_t CharacterSize(std::string_view text) {
  for (std::size_t size = 1; size <= 4 && size <= text.size(); ++size)
    if (IsUtf8(text.substr(0, size))) return size;
  return 0;
}

}  // namespace

std::string Quoted(std::string_view text, std::size_t bytes_max) {
  std::string quoted = "'";
  std::size_t position = 0;
  while (position < text.size()) {
    const std::size_t size = CharacterSize(text.substr(position));
    const std::size_t step = size == 0 ? 1 : size;
    if (position + step > bytes_max) break;
    const unsigned char first = static_cast<unsigned char>(text[position]);
    if (size == 0 || first < 0x20 || first == 0x7f) {
      quoted += '?';
    } else {
      quoted += text.substr(position, size);
    }
    position += step;
  }
  if (position < text.size()) quoted += "…";
  return quoted + "'";
}

}  // namespace sinetti
