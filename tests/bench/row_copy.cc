// See row_copy.h.  Rows are read ahead in blocks, outside the time that counts.
#include "tests/bench/row_copy.h"

#include <sqlite3.h>

#include <filesystem>
#include <vector>

#include "replay/fold/rebuild_file.h"
#include "tests/bench/measure.h"

namespace sinetti::bench {
namespace {

constexpr std::size_t kBlockRows = 50'000;

class Connection {
 public:
  explicit Connection(const std::string& file) {
    if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) Fail("could not open " + file);
  }
  ~Connection() { sqlite3_close_v2(db_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void Execute(const std::string& sql) {
    if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      Fail(sql + ": " + sqlite3_errmsg(db_));
  }

  sqlite3_stmt* Prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
      Fail(sql + ": " + sqlite3_errmsg(db_));
    return statement;
  }

  std::vector<std::string> Texts(const std::string& sql) {
    std::vector<std::string> texts;
    sqlite3_stmt* statement = Prepare(sql);
    while (sqlite3_step(statement) == SQLITE_ROW)
      texts.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return texts;
  }

 private:
  sqlite3* db_ = nullptr;
};

// Cells of one block, freed together.
class Block {
 public:
  ~Block() { Clear(); }
  void Add(sqlite3_stmt* row, int columns) {
    for (int i = 0; i < columns; ++i)
      cells_.push_back(sqlite3_value_dup(sqlite3_column_value(row, i)));
    ++rows_;
  }
  void InsertInto(sqlite3_stmt* insert, int columns) const {
    std::size_t cell = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      for (int i = 0; i < columns; ++i) sqlite3_bind_value(insert, i + 1, cells_[cell++]);
      if (sqlite3_step(insert) != SQLITE_DONE) Fail("the baseline could not insert a row");
      sqlite3_reset(insert);
    }
  }
  void Clear() {
    for (sqlite3_value* cell : cells_) sqlite3_value_free(cell);
    cells_.clear();
    rows_ = 0;
  }
  std::size_t rows() const { return rows_; }

 private:
  std::vector<sqlite3_value*> cells_;
  std::size_t rows_ = 0;
};

void CopyTable(Connection& from, Connection& to, const std::string& table, RowCopy& copy) {
  sqlite3_stmt* select = from.Prepare("SELECT * FROM \"" + table + "\"");
  const int columns = sqlite3_column_count(select);
  std::string marks = "?1";
  for (int i = 2; i <= columns; ++i) marks += ", ?" + std::to_string(i);
  sqlite3_stmt* insert = to.Prepare("INSERT INTO \"" + table + "\" VALUES (" + marks + ")");
  Block block;
  for (bool more = true; more;) {
    while (block.rows() < kBlockRows && (more = sqlite3_step(select) == SQLITE_ROW))
      block.Add(select, columns);
    const Timer timer;
    to.Execute("BEGIN IMMEDIATE");
    block.InsertInto(insert, columns);
    to.Execute("COMMIT");
    copy.insert_seconds += timer.Seconds();
    copy.rows += block.rows();
    block.Clear();
  }
  sqlite3_finalize(select);
  sqlite3_finalize(insert);
}

}  // namespace

RowCopy CopyRows(const std::string& from_file, const std::string& to_file) {
  std::filesystem::remove(to_file);
  RowCopy copy;
  {
    Connection from(from_file);
    Connection to(to_file);
    to.Execute(kRebuildSettings);
    const auto statements = [&](const std::string& kind) {
      return from.Texts("SELECT sql FROM sqlite_master WHERE type = '" + kind +
                        "' AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'");
    };
    for (const std::string& sql : statements("table")) to.Execute(sql);
    for (const std::string& table :
         from.Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL AND "
                    "name NOT LIKE 'sqlite_%'"))
      CopyTable(from, to, table, copy);
    // A rebuild makes its indexes last, too.
    const Timer timer;
    for (const std::string& sql : statements("index")) to.Execute(sql);
    copy.insert_seconds += timer.Seconds();
  }
  RemoveDatabase(to_file);
  return copy;
}

}  // namespace sinetti::bench
