#include "replay/search/search_query.h"

#include <algorithm>

#include "ledger/base/quote.h"
#include "replay/search/search_words.h"

namespace sinetti {
namespace {

bool HasWord(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
           ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
  });
}

// One phrase of FTS5: in quotes, so that nothing in it is an operator.
Result<std::string> Phrase(const std::string& word, bool whole) {
  if (!HasWord(word))
    return Error{ErrorCode::kInvalid,
                 Quoted(word, 200) + " has no letter or digit to look for; next: give a word"};
  std::string phrase = "\"";
  for (const char c : Composed(word)) phrase += c == '"' ? "\"\"" : std::string(1, c);
  return phrase + (whole ? "\"" : "\"*");
}

Result<std::string> Joined(const std::vector<std::string>& words, bool whole,
                           const std::string& with) {
  std::string expression;
  for (const std::string& word : words) {
    SINETTI_ASSIGN(const std::string phrase, Phrase(word, whole));
    expression += (expression.empty() ? "" : with) + phrase;
  }
  return expression;
}

}  // namespace

Result<SearchQuery> ParseSearch(const SearchWords& asked) {
  if (asked.words.empty())
    return Error{ErrorCode::kInvalid, "nothing to look for; next: give a word"};
  SearchQuery query;
  SINETTI_ASSIGN(query.mentions, Joined(asked.words, asked.whole, " OR "));
  SINETTI_ASSIGN(query.events, Joined(asked.words, asked.whole, asked.any ? " OR " : " AND "));
  if (!asked.without.empty()) {
    SINETTI_ASSIGN(const std::string without, Joined(asked.without, asked.whole, " OR "));
    query.events = "(" + query.events + ") NOT (" + without + ")";
  }
  return query;
}

}  // namespace sinetti
