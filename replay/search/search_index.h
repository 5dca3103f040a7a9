// The words of all events that are not sealed, to be searched: LEDGER/search.sqlite, an FTS5 index
// without the texts themselves.  Derived from the ledger and made by the first search; deleting it
// loses nothing (docs/internals/search.md).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "replay/fold/database.h"
#include "replay/fold/fold.h"
#include "replay/search/search_query.h"

namespace sinetti {

enum class SearchOrder { kBestFirst, kNewestFirst };

// Empty members ask for everything.
struct SearchQuestion {
  SearchQuery query;
  std::string type;  // a type, or a family with a dot at its end
  std::string provider, unit, matter, contract;
  std::string from, to;  // first and last day of validity, yyyy-mm-dd
  TreeSize until;        // only events before it
  SearchOrder order = SearchOrder::kBestFirst;
  std::uint64_t limit = 0;  // 0: all
};

struct SearchFound {
  std::uint64_t total = 0;          // without the limit
  std::vector<Sequence> sequences;  // in the order asked for
};

// Not thread-safe; several processes may each have one.
class SearchIndex {
 public:
  // As OpenIndexFile (index_file.h).
  static Result<SearchIndex> Open(const std::string& ledger_dir, const std::string& origin,
                                  TreeSize size, bool anew);

  // Takes in what was recorded since, checking the chain on the way.  kCorrupt: see Fold.
  Result<FoldOutcome> CatchUp(const Reader& reader, const TypeRegistry& registry,
                              const FoldOptions& options);

  Result<SearchFound> Find(const SearchQuestion& question);

 private:
  explicit SearchIndex(std::unique_ptr<Database> database);

  std::unique_ptr<Database> database_;
};

}  // namespace sinetti
