// See index_file.h.
#include "replay/search/index_file.h"

#include "ledger/merkle/tree_hash.h"
#include "replay/fold/meta.h"
#include "replay/fold/rebuild_file.h"

namespace sinetti {
namespace {

bool IsUsable(Database& database, const ViewDefinition& definition, const std::string& origin,
              TreeSize size) {
  const auto meta = ReadMeta(database);
  if (!meta || meta->origin != origin || meta->position > size) return false;
  const auto outdated = OutdatedViews(database, {&definition});
  return outdated && outdated->empty();
}

}  // namespace

Result<std::unique_ptr<Database>> OpenIndexFile(const std::string& path,
                                                const ViewDefinition& definition,
                                                const std::string& origin, TreeSize size,
                                                bool anew) {
  if (anew) RemoveDatabase(path);
  auto database = Database::Open(path, Database::Mode::kReadWrite);
  if (!database || !IsUsable(**database, definition, origin, size)) {
    if (!database && database.error().code != ErrorCode::kCorrupt) return database.error();
    database = Error{ErrorCode::kNotFound, "closed"};
    RemoveDatabase(path);
    database = Database::Open(path, Database::Mode::kReadWrite);
    if (!database) return std::move(database).error();
    ViewsMeta meta;
    meta.origin = origin;
    meta.root = EmptyRoot();
    SINETTI_TRY(CreateTables(**database, {&definition}, meta));
  }
  SINETTI_TRY((*database)->Execute(kViewsSettings));
  return std::move(*database);
}

}  // namespace sinetti
