#include "replay/views/words.h"

namespace sinetti {
namespace {

bool IsAsciiWordByte(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z');
}

// Letters of two UTF-8 bytes with first byte 0xC3: À to Þ become à to þ, × and ÷ separate.
bool IsLatinLetter(unsigned char second) { return second != 0x97 && second != 0xB7; }

unsigned char LowerLatin(unsigned char second) {
  return second >= 0x80 && second <= 0x9E ? second + 0x20 : second;
}

}  // namespace

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (IsAsciiWordByte(byte)) {
      word += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte);
    } else if (byte == 0xC3 && i + 1 < text.size() &&
               IsLatinLetter(static_cast<unsigned char>(text[i + 1]))) {
      word += static_cast<char>(byte);
      word += static_cast<char>(LowerLatin(static_cast<unsigned char>(text[++i])));
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

std::vector<std::string> Shingles(std::string_view text, int length) {
  const std::vector<std::string> words = Words(text);
  std::vector<std::string> shingles;
  for (std::size_t first = 0; first + length <= words.size(); ++first) {
    std::string shingle = words[first];
    for (std::size_t i = first + 1; i < first + length; ++i) shingle += " " + words[i];
    shingles.push_back(std::move(shingle));
  }
  return shingles;
}

}  // namespace sinetti
