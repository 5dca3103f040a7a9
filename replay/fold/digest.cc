// See digest.h for the encoding.
#include "replay/fold/digest.h"

#include "ledger/crypto/sha256.h"

namespace sinetti {
namespace {

// Gathers what is hashed: a cell is a few bytes, and each update of a hash costs more than those.
class RowHasher {
 public:
  RowHasher() { buffer_.reserve(kBuffer); }

  void Text(std::string_view text) {
    if (buffer_.size() + text.size() > kBuffer) Drain();
    if (text.size() > kBuffer) {
      sha_.Update(AsBytes(text));
    } else {
      buffer_.append(text);
    }
  }

  void Number(std::uint64_t value) {
    std::uint8_t bytes[8];
    StoreLittleEndian64(value, bytes);
    Text(AsText({bytes, 8}));
  }

  void Tag(std::uint8_t tag) { Text(AsText({&tag, 1})); }

  // The cell of the row where `rows` stands.
  Result<void> Cell(const Statement& rows, int column) {
    switch (rows.KindOf(column)) {
      case Statement::Kind::kNull: Tag(0); return {};
      case Statement::Kind::kInteger:
        Tag(1);
        Number(static_cast<std::uint64_t>(rows.Integer(column)));
        return {};
      case Statement::Kind::kText: return Sized(2, rows.Text(column));
      case Statement::Kind::kBytes: return Sized(3, AsText(rows.Blob(column)));
      case Statement::Kind::kReal: break;
    }
    return Error{ErrorCode::kCorrupt, "a view holds a floating-point value"};
  }

  Hash Finish() {
    Drain();
    return sha_.Finish();
  }

 private:
  static constexpr std::size_t kBuffer = 64 << 10;

  Result<void> Sized(std::uint8_t tag, std::string_view bytes) {
    Tag(tag);
    Number(bytes.size());
    Text(bytes);
    return {};
  }

  void Drain() {
    sha_.Update(AsBytes(buffer_));
    buffer_.clear();
  }

  std::string buffer_;
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
  const int columns = rows.columns();
  while (true) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return {};
    for (int column = 0; column < columns; ++column) SINETTI_TRY(hasher.Cell(rows, column));
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
