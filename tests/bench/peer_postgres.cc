// A PostgreSQL table whose trigger chains each row to the one before it, on a server of the same
// machine through a unix socket.  Batches go in with COPY, which is the fastest that PostgreSQL
// has; the trigger locks the head of the chain, as it must when there are several writers.
#include <libpq-fe.h>

#include <cstdlib>

#include "tests/bench/measure.h"
#include "tests/bench/peer.h"

namespace sinetti::bench {
namespace {

constexpr const char* kSchema = R"sql(
DROP TABLE IF EXISTS event, head;
CREATE TABLE head (seq bigint NOT NULL, hash bytea NOT NULL);
INSERT INTO head VALUES (-1, decode(repeat('00', 32), 'hex'));
CREATE TABLE event (seq bigint PRIMARY KEY, source text NOT NULL, id text NOT NULL,
  type text NOT NULL, stream text NOT NULL, version bigint NOT NULL, body text NOT NULL,
  hash bytea NOT NULL, UNIQUE (source, id), UNIQUE (stream, version));
CREATE OR REPLACE FUNCTION chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE head SET seq = seq + 1, hash = sha256(hash || convert_to(NEW.body, 'UTF8'))
    RETURNING seq, hash INTO NEW.seq, NEW.hash;
  SELECT coalesce(max(version), -1) + 1 INTO NEW.version FROM event WHERE stream = NEW.stream;
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION chain();
)sql";

constexpr const char* kVerify = R"sql(
SELECT count(*), count(*) FILTER (WHERE hash IS DISTINCT FROM sha256(previous || body)) FROM
  (SELECT hash, convert_to(body, 'UTF8') AS body,
     lag(hash, 1, decode(repeat('00', 32), 'hex')) OVER (ORDER BY seq) AS previous
   FROM event) AS chained
)sql";

void AppendCopyField(std::string& out, const std::string& text, char end) {
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: out += c;
    }
  }
  out += end;
}

class PostgresPeer final : public Peer {
 public:
  explicit PostgresPeer(const std::string& connection)
      : connection_(PQconnectdb(connection.c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK)
      Fail(std::string("PostgreSQL: ") + PQerrorMessage(connection_));
    Run("SET client_min_messages = warning");
    Run(kSchema);
    Prepare("append", "INSERT INTO event (source, id, type, stream, body) VALUES ($1,$2,$3,$4,$5)");
    Prepare("stream", "SELECT body FROM event WHERE stream = $1 ORDER BY version");
  }
  ~PostgresPeer() override { PQfinish(connection_); }

  std::string_view name() const override { return "PostgreSQL hash-chain trigger"; }

  void Append(std::span<const PeerDraft> drafts) override {
    if (drafts.size() == 1) return AppendOne(drafts.front());
    std::string rows;
    for (const PeerDraft& draft : drafts) {
      AppendCopyField(rows, draft.source, '\t');
      AppendCopyField(rows, draft.id, '\t');
      AppendCopyField(rows, draft.type, '\t');
      AppendCopyField(rows, draft.stream, '\t');
      AppendCopyField(rows, draft.json, '\n');
    }
    PQclear(PQexec(connection_, "COPY event (source, id, type, stream, body) FROM STDIN"));
    if (PQputCopyData(connection_, rows.data(), static_cast<int>(rows.size())) != 1 ||
        PQputCopyEnd(connection_, nullptr) != 1)
      Fail(std::string("PostgreSQL: ") + PQerrorMessage(connection_));
    while (PGresult* result = PQgetResult(connection_)) Check(result);
  }

  std::uint64_t VerifyAll() override {
    PGresult* result = PQexec(connection_, kVerify);
    if (PQresultStatus(result) != PGRES_TUPLES_OK || std::atoll(PQgetvalue(result, 0, 1)) != 0)
      Fail("PostgreSQL: a row is wrong");
    const auto rows = static_cast<std::uint64_t>(std::atoll(PQgetvalue(result, 0, 0)));
    PQclear(result);
    return rows;
  }

  std::uint64_t ReadStream(const std::string& stream) override {
    const char* values[] = {stream.c_str()};
    PGresult* result = PQexecPrepared(connection_, "stream", 1, values, nullptr, nullptr, 1);
    const auto rows = static_cast<std::uint64_t>(PQntuples(result));
    Check(result);
    return rows;
  }

 private:
  void AppendOne(const PeerDraft& draft) {
    const char* values[] = {draft.source.c_str(), draft.id.c_str(), draft.type.c_str(),
                            draft.stream.c_str(), draft.json.c_str()};
    Check(PQexecPrepared(connection_, "append", 5, values, nullptr, nullptr, 0));
  }
  void Run(const char* sql) { Check(PQexec(connection_, sql)); }
  void Prepare(const char* name, const char* sql) {
    Check(PQprepare(connection_, name, sql, 0, nullptr));
  }
  void Check(PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
      Fail(std::string("PostgreSQL: ") + PQerrorMessage(connection_));
    PQclear(result);
  }

  PGconn* connection_;
};

}  // namespace

std::unique_ptr<Peer> MakePostgresPeer(const std::string& connection) {
  return std::make_unique<PostgresPeer>(connection);
}

}  // namespace sinetti::bench
