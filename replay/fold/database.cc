// SQLite behind Database and Statement; see the header.
#include "replay/fold/database.h"

#include <sqlite3.h>

#include <utility>

#include "ledger/base/finnish_order.h"
#include "ledger/base/private_files.h"
#include "replay/fold/sums.h"

namespace sinetti {
namespace {

constexpr const char* kInMemory = ":memory:";

ErrorCode CodeOf(int rc) {
  switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::kLocked;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorCode::kCorrupt;
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_READONLY: return ErrorCode::kEnvironment;
    default: return ErrorCode::kInvalid;
  }
}

Error MakeError(sqlite3* db, const std::string& what) {
  return Error{CodeOf(sqlite3_errcode(db)), what + ": " + sqlite3_errmsg(db)};
}

int OnlyReads(void*, int action, const char*, const char*, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    default: return SQLITE_DENY;
  }
}

// By default every allocation of every connection takes one lock, to count bytes that nobody asks
// for: the threads of a fold would wait for one another.  Without effect where somebody in this
// process opened a database before.
void CountNoMemory() {
  static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)configured;
}

}  // namespace

struct Statement::Impl {
  sqlite3* db = nullptr;
  sqlite3_stmt* statement = nullptr;
  int bind_rc = SQLITE_OK;
  ~Impl() { sqlite3_finalize(statement); }
};

Statement::Statement(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

void Statement::Begin() {
  sqlite3_reset(impl_->statement);
  impl_->bind_rc = SQLITE_OK;
}

void Statement::StartWith(const std::vector<std::string>& texts) {
  Begin();
  const int parameters = sqlite3_bind_parameter_count(impl_->statement);
  for (int i = 0; i < parameters && i < static_cast<int>(texts.size()); ++i) {
    BindText(i + 1, texts[static_cast<std::size_t>(i)], Copy::kAlways);
  }
}

void Statement::StartNamed(const std::vector<std::pair<std::string, std::int64_t>>& values) {
  Begin();
  for (const auto& [name, value] : values) {
    const int index = sqlite3_bind_parameter_index(impl_->statement, name.c_str());
    if (index > 0) BindInteger(index, value);
  }
}

Result<void> Statement::Finish() {
  SINETTI_CHECK(impl_->bind_rc == SQLITE_OK);  // more values than parameters is our own bug
  int rc = SQLITE_ROW;
  while (rc == SQLITE_ROW) rc = sqlite3_step(impl_->statement);
  if (rc != SQLITE_DONE) {
    Error error = MakeError(impl_->db, sqlite3_sql(impl_->statement));
    sqlite3_reset(impl_->statement);
    sqlite3_clear_bindings(impl_->statement);
    return error;
  }
  sqlite3_reset(impl_->statement);
  sqlite3_clear_bindings(impl_->statement);  // the texts belong to the caller of Run
  return {};
}

Result<bool> Statement::Step() {
  const int rc = sqlite3_step(impl_->statement);
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) return false;
  return MakeError(impl_->db, sqlite3_sql(impl_->statement));
}

void Statement::BindText(int index, std::string_view value, Copy copy) {
  const char* data = value.data() != nullptr ? value.data() : "";
  impl_->bind_rc |=
      sqlite3_bind_text64(impl_->statement, index, data, value.size(),
                          copy == Copy::kAlways ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::BindInteger(int index, std::int64_t value) {
  impl_->bind_rc |= sqlite3_bind_int64(impl_->statement, index, value);
}
void Statement::BindNull(int index) {
  impl_->bind_rc |= sqlite3_bind_null(impl_->statement, index);
}

int Statement::columns() const { return sqlite3_column_count(impl_->statement); }

std::string_view Statement::column_name(int column) const {
  return sqlite3_column_name(impl_->statement, column);
}

std::int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(impl_->statement, column);
}

std::string_view Statement::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(impl_->statement, column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(impl_->statement, column))};
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(impl_->statement, column) == SQLITE_NULL;
}

ByteView Statement::Blob(int column) const {
  const auto* data =
      static_cast<const std::uint8_t*>(sqlite3_column_blob(impl_->statement, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(impl_->statement, column))};
}

Statement::Kind Statement::KindOf(int column) const {
  switch (sqlite3_column_type(impl_->statement, column)) {
    case SQLITE_INTEGER: return Kind::kInteger;
    case SQLITE_FLOAT: return Kind::kReal;
    case SQLITE_TEXT: return Kind::kText;
    case SQLITE_BLOB: return Kind::kBytes;
    default: return Kind::kNull;
  }
}

SqlValue Statement::Value(int column) const {
  switch (KindOf(column)) {
    case Kind::kInteger: return Integer(column);
    case Kind::kReal: return sqlite3_column_double(impl_->statement, column);
    case Kind::kText: return std::string(Text(column));
    case Kind::kBytes: {
      const ByteView bytes = Blob(column);
      return Bytes(bytes.begin(), bytes.end());
    }
    case Kind::kNull: break;
  }
  return SqlNull{};
}

struct Database::Impl {
  sqlite3* db = nullptr;
  std::string path;
  std::function<bool()> should_stop;
  ~Impl() { sqlite3_close_v2(db); }
};

namespace {

// COLLATE FINNISH, for queries that list names.  No table, index or view uses it: other programs
// open the views too.
int CompareNames(void*, int a_size, const void* a, int b_size, const void* b) {
  return CompareFinnish({static_cast<const char*>(a), static_cast<std::size_t>(a_size)},
                        {static_cast<const char*>(b), static_cast<std::size_t>(b_size)});
}

bool InstallFinnishOrder(sqlite3* db) {
  return sqlite3_create_collation(db, "FINNISH", SQLITE_UTF8, nullptr, &CompareNames) == SQLITE_OK;
}

}  // namespace

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::Open(const std::string& path, Mode mode) {
  CountNoMemory();
  // SQLite gives the files beside it the mode of this one.  Where it cannot be made, SQLite says
  // so.
  if (mode == Mode::kReadWrite && path != kInMemory) (void)MakePrivateFile(path);
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  const int flags =
      mode == Mode::kReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2(path.c_str(), &impl->db, flags | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) {
    Error error = MakeError(impl->db, path);
    if (mode == Mode::kReadOnly && error.code == ErrorCode::kEnvironment) {
      error.code = ErrorCode::kNotFound;
    }
    return error;
  }
  sqlite3_busy_timeout(impl->db, 10'000);
  sqlite3_extended_result_codes(impl->db, 1);
  if (!InstallSums(impl->db) || !InstallFinnishOrder(impl->db))
    return MakeError(impl->db, impl->path);
  return std::unique_ptr<Database>(new Database(std::move(impl)));
}

Result<std::unique_ptr<Database>> Database::InMemory() { return Open(kInMemory, Mode::kReadWrite); }

Result<void> Database::Execute(const std::string& sql) {
  if (sqlite3_exec(impl_->db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return MakeError(impl_->db, impl_->path);
  }
  return {};
}

Result<Statement> Database::Prepare(std::string_view sql) {
  auto impl = std::make_unique<Statement::Impl>();
  impl->db = impl_->db;
  const char* tail = nullptr;
  if (sqlite3_prepare_v3(impl_->db, sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &impl->statement, &tail) != SQLITE_OK) {
    return MakeError(impl_->db, "SQL");
  }
  if (impl->statement == nullptr) return Error{ErrorCode::kInvalid, "SQL: no statement here"};
  const std::string_view rest(tail, static_cast<std::size_t>(sql.data() + sql.size() - tail));
  if (rest.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
    return Error{ErrorCode::kInvalid,
                 "SQL: one statement at a time, here a second follows: " + std::string(rest)};
  }
  return Statement(std::move(impl));
}

Result<std::string> Database::Scalar(std::string_view sql) {
  SINETTI_ASSIGN(Statement statement, Prepare(sql));
  SINETTI_ASSIGN(const bool found, statement.Step());
  if (!found) return Error{ErrorCode::kNotFound, "no row for: " + std::string(sql)};
  return std::string(statement.Text(0));
}

void Database::RefuseWrites() { sqlite3_set_authorizer(impl_->db, OnlyReads, nullptr); }

void Database::SetInterrupt(std::function<bool()> should_stop) {
  impl_->should_stop = std::move(should_stop);
  sqlite3_progress_handler(
      impl_->db, 10'000,
      [](void* context) { return static_cast<Impl*>(context)->should_stop() ? 1 : 0; },
      impl_.get());
}

}  // namespace sinetti
