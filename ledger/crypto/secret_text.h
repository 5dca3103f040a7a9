// A text that wipes itself: a passphrase, a PIN, the content of a key file.  Moves wipe what they
// leave behind; copies are not made.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/bytes.h"

namespace sinetti {

class SecretText {
 public:
  SecretText() = default;
  // Takes a copy; the caller wipes its own.
  explicit SecretText(std::string_view text);
  SecretText(SecretText&& other) noexcept;
  SecretText& operator=(SecretText&& other) noexcept;
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
  ~SecretText();

  std::string_view view() const { return text_; }
  ByteView bytes() const { return AsBytes(text_); }
  bool empty() const { return text_.empty(); }

  // What is outgrown is wiped.
  void Append(std::string_view more);
  void RemoveLast();
  void Clear();

 private:
  std::string text_;
};

}  // namespace sinetti
