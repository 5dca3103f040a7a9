// A SQLite table with a hash chain: the hash of each row covers the one before it and the text of
// the draft.  Synchronous FULL, so that a commit is durable; ids and versions are unique indexes.
#include <sqlite3.h>

#include "ledger/crypto/sha256.h"
#include "tests/bench/measure.h"
#include "tests/bench/peer.h"

namespace sinetti::bench {
namespace {

constexpr const char* kSchema =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
    "CREATE TABLE event (seq INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL,"
    " type TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,"
    " hash BLOB NOT NULL, UNIQUE (source, id), UNIQUE (stream, version));";

ByteView Column(sqlite3_stmt* row, int column) {
  return {static_cast<const std::uint8_t*>(sqlite3_column_blob(row, column)),
          static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
}

class SqlitePeer final : public Peer {
 public:
  explicit SqlitePeer(const std::string& file) {
    Check(sqlite3_open(file.c_str(), &db_));
    Execute(kSchema);
    insert_ = Prepare(
        "INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5,"
        " (SELECT coalesce(max(version), -1) + 1 FROM event WHERE stream = ?5), ?6, ?7)");
    all_ = Prepare("SELECT body, hash FROM event ORDER BY seq");
    stream_ = Prepare("SELECT body FROM event WHERE stream = ?1 ORDER BY version");
  }

  ~SqlitePeer() override {
    for (sqlite3_stmt* statement : {insert_, all_, stream_}) sqlite3_finalize(statement);
    sqlite3_close_v2(db_);
  }

  std::string_view name() const override { return "SQLite hash chain"; }

  void Append(std::span<const PeerDraft> drafts) override {
    Execute("BEGIN IMMEDIATE");
    for (const PeerDraft& draft : drafts) {
      const auto* body = reinterpret_cast<const std::uint8_t*>(draft.json.data());
      head_ = HashOf({head_.view(), ByteView(body, draft.json.size())});
      sqlite3_bind_int64(insert_, 1, static_cast<sqlite3_int64>(next_++));
      BindText(insert_, 2, draft.source);
      BindText(insert_, 3, draft.id);
      BindText(insert_, 4, draft.type);
      BindText(insert_, 5, draft.stream);
      BindText(insert_, 6, draft.json);
      sqlite3_bind_blob(insert_, 7, head_.view().data(), 32, SQLITE_STATIC);
      if (sqlite3_step(insert_) != SQLITE_DONE) Check(sqlite3_errcode(db_));
      sqlite3_reset(insert_);
    }
    Execute("COMMIT");
  }

  std::uint64_t VerifyAll() override {
    Hash previous;
    std::uint64_t rows = 0;
    while (sqlite3_step(all_) == SQLITE_ROW) {
      previous = HashOf({previous.view(), Column(all_, 0)});
      const ByteView stored = Column(all_, 1);
      if (!std::equal(stored.begin(), stored.end(), previous.view().begin()))
        Fail("SQLite: a row is wrong");
      ++rows;
    }
    sqlite3_reset(all_);
    return rows;
  }

  std::uint64_t ReadStream(const std::string& stream) override {
    std::uint64_t events = 0;
    BindText(stream_, 1, stream);
    while (sqlite3_step(stream_) == SQLITE_ROW) events += Column(stream_, 0).empty() ? 0 : 1;
    sqlite3_reset(stream_);
    return events;
  }

 private:
  void Check(int code) {
    if (code != SQLITE_OK) Fail(std::string("SQLite: ") + sqlite3_errmsg(db_));
  }
  void Execute(const char* sql) { Check(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }
  sqlite3_stmt* Prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    Check(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr));
    return statement;
  }
  static void BindText(sqlite3_stmt* statement, int index, const std::string& text) {
    sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }

  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  sqlite3_stmt* all_ = nullptr;
  sqlite3_stmt* stream_ = nullptr;
  Hash head_;
  std::uint64_t next_ = 0;
};

}  // namespace

std::unique_ptr<Peer> MakeSqlitePeer(const std::string& file) {
  return std::make_unique<SqlitePeer>(file);
}

}  // namespace sinetti::bench
