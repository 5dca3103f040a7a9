// See digest.h for the encoding.
#include "replay/fold/digest.h"

#include "ledger/crypto/sha256.h"

namespace sinetti {
namespace {

class RowHasher {
 public:
  void Text(std::string_view text) { sha_.Update(AsBytes(text)); }

  void Number(std::uint64_t value) {
    std::uint8_t bytes[8];
    StoreLittleEndian64(value, bytes);
    sha_.Update({bytes, 8});
  }

  void Tag(std::uint8_t tag) { sha_.Update({&tag, 1}); }

  Result<void> Cell(const SqlValue& value) {
    if (std::holds_alternative<SqlNull>(value)) {
      Tag(0);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
      Tag(1);
      Number(static_cast<std::uint64_t>(*number));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      Tag(2);
      Number(text->size());
      Text(*text);
    } else if (const auto* blob = std::get_if<Bytes>(&value)) {
      Tag(3);
      Number(blob->size());
      sha_.Update(*blob);
    } else {
      return Error{ErrorCode::kCorrupt, "a view holds a floating-point value"};
    }
    return {};
  }

  Hash Finish() { return sha_.Finish(); }

 private:
  Sha256 sha_;
};

Result<std::string> PrimaryKey(Database& database, std::string_view table) {
  SINETTI_ASSIGN(
      Statement columns,
      database.Prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk"));
  columns.Start(table);
  std::string key;
  while (true) {
    SINETTI_ASSIGN(const bool more, columns.Step());
    if (!more) break;
    if (!key.empty()) key += ", ";
    key += '"' + std::string(columns.Text(0)) + '"';
  }
  if (key.empty()) {
    return Error{ErrorCode::kCorrupt,
                 "view table " + std::string(table) + " is missing or has no primary key"};
  }
  return key;
}

Result<void> HashTable(Database& database, std::string_view table, RowHasher& hasher) {
  hasher.Text(table);
  hasher.Tag(0);
  SINETTI_ASSIGN(const std::string key, PrimaryKey(database, table));
  SINETTI_ASSIGN(Statement rows,
                 database.Prepare("SELECT * FROM \"" + std::string(table) + "\" ORDER BY " + key));
  rows.Start();
  while (true) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return {};
    for (int column = 0; column < rows.columns(); ++column) {
      SINETTI_TRY(hasher.Cell(rows.Value(column)));
    }
  }
}

}  // namespace

Result<Hash> DigestTables(Database& database, const std::vector<std::string_view>& tables) {
  RowHasher hasher;
  for (const std::string_view table : tables) SINETTI_TRY(HashTable(database, table, hasher));
  return hasher.Finish();
}

Result<std::vector<ViewDigest>> DigestViews(Database& database,
                                            const std::vector<const ViewDefinition*>& views) {
  std::vector<ViewDigest> digests;
  for (const ViewDefinition* view : views) {
    SINETTI_ASSIGN(const Hash digest, DigestTables(database, view->tables));
    digests.push_back({std::string(view->name), view->version, digest});
  }
  return digests;
}

Hash TotalDigest(const std::vector<ViewDigest>& digests) {
  RowHasher hasher;
  for (const ViewDigest& view : digests) {
    hasher.Text(view.name);
    hasher.Tag(0);
    hasher.Text(std::to_string(view.version));
    hasher.Tag(0);
    hasher.Text(AsText(view.digest.view()));
  }
  return hasher.Finish();
}

}  // namespace sinetti
