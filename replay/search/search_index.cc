// The index is folded as the views are, in a file of its own: who never searches never pays for it.
#include "replay/search/search_index.h"

#include "ledger/event/event_texts.h"
#include "replay/fold/effective_day.h"
#include "replay/search/index_file.h"
#include "replay/search/search_words.h"

namespace sinetti {
namespace {

const std::string& Schema() {
  static const std::string schema = R"sql(
CREATE TABLE searched (
  seq INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  day TEXT NOT NULL,
  provider TEXT NOT NULL,
  unit TEXT NOT NULL,
  matter TEXT NOT NULL,
  contract TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_words USING fts5(words, content = '', prefix = '3', )sql" +
                                    std::string(kTokenizer) + ");";
  return schema;
}

class SearchFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statement event,
                   database.Prepare("INSERT INTO searched VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_ASSIGN(Statement words,
                   database.Prepare("INSERT INTO search_words (rowid, words) VALUES (?1, ?2)"));
    return std::unique_ptr<View>(new SearchFold(std::move(event), std::move(words)));
  }

  Result<void> Apply(const Event& event) override {
    const Envelope& envelope = event.envelope();
    SINETTI_TRY(event_.Run(event.sequence(), event.type(), EffectiveDay(event), envelope.provider,
                           envelope.unit, envelope.matter, envelope.contract));
    text_.clear();
    for (const EventText& one : EventTexts(event)) {
      text_ += one.text;
      text_ += kApart;
    }
    return words_.Run(event.sequence(), Composed(text_));
  }

 private:
  SearchFold(Statement event, Statement words)
      : event_(std::move(event)), words_(std::move(words)) {}

  // Parts the texts of an event.  A phrase across two of them is a match too, which is rare and
  // shows in the excerpts.
  static constexpr std::string_view kApart = "\n";

  Statement event_, words_;
  std::string text_;
};

const ViewDefinition& SearchDefinition() {
  static const ViewDefinition definition{
      .name = "search",
      .version = 1,
      .shows = {},
      .tables = {"searched"},
      .schema = Schema(),
      .event_types = {},
      .open = &SearchFold::Open,
  };
  return definition;
}

constexpr std::string_view kWhere = R"sql(
FROM search_words JOIN searched s ON s.seq = search_words.rowid
WHERE search_words MATCH ?1
  AND (?2 = '' OR s.type = ?2 OR (?2 LIKE '%.' AND substr(s.type, 1, length(?2)) = ?2))
  AND (?3 = '' OR s.provider = ?3) AND (?4 = '' OR s.unit = ?4)
  AND (?5 = '' OR s.matter = ?5) AND (?6 = '' OR s.contract = ?6)
  AND s.day >= ?7 AND (?8 = '' OR s.day <= ?8) AND s.seq < ?9
)sql";

void Ask(Statement& statement, const SearchQuestion& question, std::int64_t limit) {
  statement.Start(question.query.events, question.type, question.provider, question.unit,
                  question.matter, question.contract, question.from, question.to,
                  question.until.value, limit);
}

}  // namespace

SearchIndex::SearchIndex(std::unique_ptr<Database> database) : database_(std::move(database)) {}

Result<SearchIndex> SearchIndex::Open(const std::string& ledger_dir, const std::string& origin,
                                      TreeSize size, bool anew) {
  SINETTI_ASSIGN(auto database, OpenIndexFile(ledger_dir + "/search.sqlite", SearchDefinition(),
                                              origin, size, anew));
  return SearchIndex(std::move(database));
}

Result<FoldOutcome> SearchIndex::CatchUp(const Reader& reader, const TypeRegistry& registry,
                                         const FoldOptions& options) {
  return Fold({{database_.get(), {&SearchDefinition()}}}, reader, registry, options);
}

Result<SearchFound> SearchIndex::Find(const SearchQuestion& question) {
  SearchFound found;
  SINETTI_ASSIGN(Statement count, database_->Prepare("SELECT count(*)" + std::string(kWhere)));
  Ask(count, question, 0);
  SINETTI_ASSIGN(bool more, count.Step());
  found.total = static_cast<std::uint64_t>(count.Integer(0));

  const bool newest = question.order == SearchOrder::kNewestFirst;
  SINETTI_ASSIGN(
      Statement rows,
      database_->Prepare("SELECT s.seq" + std::string(kWhere) +
                         (newest ? "ORDER BY s.seq DESC" : "ORDER BY rank, s.seq") + " LIMIT ?10"));
  Ask(rows, question, question.limit == 0 ? -1 : static_cast<std::int64_t>(question.limit));
  while (true) {
    SINETTI_ASSIGN(more, rows.Step());
    if (!more) return found;
    found.sequences.push_back(Sequence{static_cast<std::uint64_t>(rows.Integer(0))});
  }
}

}  // namespace sinetti
