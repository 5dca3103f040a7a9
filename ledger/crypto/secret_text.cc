// See secret_text.h.
#include "ledger/crypto/secret_text.h"

#include <algorithm>

#include "ledger/crypto/secret.h"

namespace sinetti {
namespace {

void Wipe(std::string& text) {
  text.resize(text.capacity());
  WipeBytes({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  text.clear();
}

}  // namespace

SecretText::SecretText(std::string_view text) { Append(text); }

// A short text lives in the string itself, so moving it would leave a copy.
SecretText::SecretText(SecretText&& other) noexcept : text_(other.text_) { Wipe(other.text_); }

SecretText& SecretText::operator=(SecretText&& other) noexcept {
  if (this == &other) return *this;
  Clear();
  Append(other.text_);
  other.Clear();
  return *this;
}

SecretText::~SecretText() { Wipe(text_); }

void SecretText::Append(std::string_view more) {
  if (text_.size() + more.size() <= text_.capacity()) {
    text_.append(more);
    return;
  }
  std::string larger;
  larger.reserve(std::max(text_.size() + more.size(), 2 * text_.capacity()));
  larger.append(text_).append(more);
  Wipe(text_);
  text_.swap(larger);
}

void SecretText::RemoveLast() {
  if (text_.empty()) return;
  text_.back() = '\0';
  text_.pop_back();
}

void SecretText::Clear() { Wipe(text_); }

}  // namespace sinetti
