// How texts become words: the same for what is indexed, looked for and shown.  Case is folded; ä, ö
// and å are letters of their own, as in Finnish; whatever is no letter or digit parts words.
#pragma once

#include <string>
#include <string_view>

namespace sinetti {

// The tokenizer's part of CREATE VIRTUAL TABLE … USING fts5.
inline constexpr std::string_view kTokenizer = "tokenize = 'unicode61 remove_diacritics 0'";

// ä, ö and å in one character each where a text writes a letter and a combining mark, as file names
// and copied texts of some systems do (Unicode, normalisation form C, for these six letters).
std::string Composed(std::string_view text);

}  // namespace sinetti
