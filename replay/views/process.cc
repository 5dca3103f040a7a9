#include "replay/views/process.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/matter.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE participant (
  seq INTEGER PRIMARY KEY,
  matter TEXT NOT NULL,
  client TEXT,                   -- NULL: a joint process, not a client's
  participant TEXT NOT NULL,
  basis TEXT NOT NULL,           -- consent, law, assignment, unspecified
  timing TEXT NOT NULL,
  earlier_relation TEXT NOT NULL,
  joined_on TEXT NOT NULL
);
CREATE INDEX participant_by_matter ON participant (matter);

-- A unit that knew the client before; by the team's rule it joins at the start.
CREATE TABLE earlier_relation (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  matter TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (seq, place)
) WITHOUT ROWID;

CREATE TABLE assessment_step (
  seq INTEGER PRIMARY KEY,
  matter TEXT NOT NULL,
  step TEXT NOT NULL,            -- started, level_raised, completed
  level TEXT NOT NULL,
  day TEXT NOT NULL
);

-- `deadline_seq`: the next step, by which the unit should have joined.
CREATE VIEW v_required_participants AS
  SELECT e.matter, e.unit, s.day AS started_on,
         (SELECT min(n.seq) FROM assessment_step n WHERE n.matter = e.matter AND n.seq > e.seq)
           AS deadline_seq,
         (SELECT min(p.seq) FROM participant p
          WHERE p.matter = e.matter AND p.participant = e.unit) AS joined_seq,
         e.seq
  FROM earlier_relation e JOIN assessment_step s ON s.seq = e.seq
  ORDER BY e.matter, e.seq, e.place;
)sql";

enum Sql { kParticipant, kRelation, kStep, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT INTO participant VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT INTO earlier_relation VALUES (?1, ?2, ?3, ?4)",
    "INSERT INTO assessment_step VALUES (?1, ?2, ?3, ?4, ?5)",
};

std::string_view MatterOf(const Event& event) {
  return event.envelope().matter.empty() ? event.stream() : event.envelope().matter;
}

class Process final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Process(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::ParticipantJoined>(event)) {
      const auto body = Body<schema::ParticipantJoined>(event);
      return sql_[kParticipant].Run(event.sequence(), MatterOf(event),
                                    Column(event.envelope().client), Text(body.getParticipant()),
                                    EnumerantName(body.getBasis()), EnumerantName(body.getTiming()),
                                    EnumerantName(body.getEarlierRelation()), FirstDay(event));
    }
    if (Is<schema::AssessmentStarted>(event)) {
      const auto body = Body<schema::AssessmentStarted>(event);
      int place = 0;
      for (const auto unit : body.getEarlierRelations()) {
        SINETTI_TRY(sql_[kRelation].Run(event.sequence(), ++place, MatterOf(event), Text(unit)));
      }
      return Step(event, "started", EnumerantName(body.getLevel()));
    }
    if (Is<schema::AssessmentLevelRaised>(event)) {
      return Step(event, "level_raised",
                  EnumerantName(Body<schema::AssessmentLevelRaised>(event).getTo()));
    }
    return Step(event, "completed",
                EnumerantName(Body<schema::AssessmentCompleted>(event).getLevel()));
  }

 private:
  explicit Process(Statements sql) : sql_(std::move(sql)) {}

  Result<void> Step(const Event& event, std::string_view step, std::string_view level) {
    return sql_[kStep].Run(event.sequence(), MatterOf(event), step, level, FirstDay(event));
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& ProcessView() {
  static const ViewDefinition definition{
      .name = "process",
      .version = 1,
      .shows = {"v_required_participants"},
      .tables = {"participant", "earlier_relation", "assessment_step"},
      .schema = kSchema,
      .event_types = {"participant.joined", "assessment.started", "assessment.levelRaised",
                      "assessment.completed"},
      .open = Process::Open};
  return definition;
}

}  // namespace sinetti
