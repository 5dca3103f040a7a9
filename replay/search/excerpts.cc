// A full-text index of one event at a time, in memory: the same tokenizer finds the same words.
#include "replay/search/excerpts.h"

#include <utility>

#include "replay/search/search_words.h"

namespace sinetti {
namespace {

constexpr int kWordsAround = 16;

// What FTS5 puts around a match until the caller's marks take its place: no text keeps these bytes.
constexpr char kBefore = '\x01';
constexpr char kAfter = '\x02';

// One line without control characters, so that no text of an event can lead a terminal astray; runs
// of spaces become one.
std::string OnOneLine(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 =
        byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    if (byte > ' ' && byte != 0x7F && !c1)
      line += text[i];
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

std::string Marked(std::string_view text, const std::string& before, const std::string& after) {
  std::string marked;
  for (const char c : text) {
    if (c == kBefore)
      marked += before;
    else if (c == kAfter)
      marked += after;
    else
      marked += c;
  }
  return marked;
}

}  // namespace

Result<Excerpts> Excerpts::Of(const SearchQuery& query, std::string before, std::string after) {
  SINETTI_ASSIGN(auto database, Database::InMemory());
  SINETTI_TRY(database->Execute("CREATE VIRTUAL TABLE said USING fts5(words, " +
                                std::string(kTokenizer) + ")"));
  SINETTI_ASSIGN(Statement clear, database->Prepare("DELETE FROM said"));
  SINETTI_ASSIGN(Statement add,
                 database->Prepare("INSERT INTO said (rowid, words) VALUES (?1, ?2)"));
  SINETTI_ASSIGN(
      Statement find,
      database->Prepare("SELECT rowid, snippet(said, 0, char(1), char(2), '…', " +
                        std::to_string(kWordsAround) +
                        ") FROM said WHERE said MATCH ?1 ORDER BY rank, rowid LIMIT ?2"));
  Excerpts excerpts(std::move(database), std::move(clear), std::move(add), std::move(find));
  excerpts.mentions_ = query.mentions;
  excerpts.before_ = std::move(before);
  excerpts.after_ = std::move(after);
  return excerpts;
}

Excerpts::Excerpts(std::unique_ptr<Database> database, Statement clear, Statement add,
                   Statement find)
    : database_(std::move(database)),
      clear_(std::move(clear)),
      add_(std::move(add)),
      find_(std::move(find)) {}

Result<std::vector<Excerpt>> Excerpts::From(const std::vector<EventText>& texts,
                                            std::size_t limit) {
  SINETTI_TRY(clear_.Run());
  for (std::size_t i = 0; i < texts.size(); ++i)
    SINETTI_TRY(add_.Run(i, OnOneLine(Composed(texts[i].text))));
  std::vector<Excerpt> excerpts;
  find_.Start(mentions_, limit);
  while (true) {
    SINETTI_ASSIGN(const bool more, find_.Step());
    if (!more) return excerpts;
    excerpts.push_back(
        {static_cast<std::size_t>(find_.Integer(0)), Marked(find_.Text(1), before_, after_)});
  }
}

}  // namespace sinetti
