#include "replay/views/assertion.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/columns.h"
#include "schemas/assertion.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE assertion (
  seq INTEGER PRIMARY KEY,
  record TEXT NOT NULL,
  topic TEXT NOT NULL,
  polarity TEXT NOT NULL,        -- affirms, denies
  statement TEXT NOT NULL,
  confirmed TEXT NOT NULL,       -- yes, no, unspecified
  weight TEXT NOT NULL           -- high, medium, low, unspecified
);
CREATE INDEX assertion_by_topic ON assertion (record, topic);

CREATE TABLE compliance_gap (
  seq INTEGER PRIMARY KEY,
  record TEXT NOT NULL,
  service TEXT NOT NULL,
  statement TEXT NOT NULL,
  suggests TEXT NOT NULL,
  act TEXT NOT NULL,
  confirmed TEXT NOT NULL
);

-- Both sides confirmed by a person.
CREATE VIEW contradiction AS
  SELECT a.record, a.topic, a.statement AS affirms, d.statement AS denies, a.weight,
         a.seq AS affirms_seq, d.seq AS denies_seq
  FROM assertion a JOIN assertion d ON d.record = a.record AND d.topic = a.topic
   AND d.polarity = 'denies' AND d.confirmed = 'yes'
  WHERE a.polarity = 'affirms' AND a.confirmed = 'yes'
  ORDER BY a.seq, d.seq;
)sql";

enum Sql { kAssertion, kGap, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT INTO assertion VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO compliance_gap VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
};

class Assertion final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Assertion(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::AssertionCoded>(event)) {
      const auto body = Body<schema::AssertionCoded>(event);
      return sql_[kAssertion].Run(event.sequence(), Text(body.getRecord()), Text(body.getTopic()),
                                  EnumerantName(body.getPolarity()), Text(body.getStatement()),
                                  EnumerantName(body.getConfirmed()),
                                  EnumerantName(body.getSeverity()));
    }
    const auto body = Body<schema::ComplianceGapSuggested>(event);
    return sql_[kGap].Run(event.sequence(), Text(body.getRecord()), Text(body.getService()),
                          Text(body.getStatement()), Text(body.getSuggests()), Text(body.getAct()),
                          EnumerantName(body.getConfirmed()));
  }

 private:
  explicit Assertion(Statements sql) : sql_(std::move(sql)) {}

  Statements sql_;
};

}  // namespace

const ViewDefinition& AssertionView() {
  static const ViewDefinition definition{
      .name = "assertion",
      .shows = {"contradiction"},
      .tables = {"assertion", "compliance_gap"},
      .schema = kSchema,
      .event_types = {"assertion.coded", "compliance.gapSuggested"},
      .open = &Assertion::Open,
  };
  return definition;
}

}  // namespace sinetti
