// Which events carry the digest of which document: LEDGER/documents.sqlite, derived from the
// ledger, made by the first `sinetti evidence find` and taken further by each later one. Implements
// docs/format/evidence-pack.md, "Documents".
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "replay/search/index_file.h"

namespace sinetti {

// Not thread-safe; several processes may each have one.
class DocumentIndex {
 public:
  // As OpenIndexFile.
  static Result<DocumentIndex> Open(const std::string& ledger_dir, const std::string& origin,
                                    TreeSize size, bool anew);

  // Takes in what was recorded since, checking the chain on the way.  kCorrupt: see Fold.
  Result<FoldOutcome> CatchUp(const Reader& reader, const TypeRegistry& registry,
                              const FoldOptions& options);

  // The events that carry this SHA-256 (64 lower-case hex digits), rising.  What they say is read
  // from the ledger.
  Result<std::vector<Sequence>> EventsWith(const std::string& digest);

 private:
  explicit DocumentIndex(std::unique_ptr<Database> database);

  std::unique_ptr<Database> database_;
};

}  // namespace sinetti
