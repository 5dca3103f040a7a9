#include "replay/views/discrepancies.h"

#include <schemas/source.capnp.h>

#include "ledger/event/body.h"
#include "replay/views/cells.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
-- By its place: an audit writes in that order, and ids have none.
CREATE TABLE finding (
  id TEXT NOT NULL UNIQUE,
  place_in_audit INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  subject TEXT NOT NULL,
  place TEXT NOT NULL,
  stated TEXT,
  computed TEXT,
  difference TEXT,
  fi TEXT NOT NULL,
  sv TEXT NOT NULL,
  en TEXT NOT NULL,
  events TEXT NOT NULL,
  reading TEXT
);

CREATE TABLE finding_recorded (
  seq INTEGER PRIMARY KEY,
  finding TEXT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  place TEXT,
  stated TEXT,
  computed TEXT,
  difference TEXT,
  day TEXT NOT NULL
);

CREATE TABLE finding_answer (
  seq INTEGER PRIMARY KEY,
  finding TEXT NOT NULL,
  state TEXT NOT NULL,
  text TEXT NOT NULL,
  answered_by TEXT,
  correction TEXT,
  day TEXT NOT NULL
);

-- A withdrawn, corrected or accepted finding stays so until a later answer; an explanation alone
-- leaves it explained.  `reading`: the value was unreadable and somebody chose a reading.
CREATE VIEW v37_discrepancies AS
  WITH last AS (
    SELECT a.* FROM finding_answer a
    WHERE NOT EXISTS (SELECT 1 FROM finding_answer b
                      WHERE b.finding = a.finding AND b.seq > a.seq))
  SELECT f.id, f.code, f.severity, f.subject, f.place, f.stated, f.computed, f.difference,
         coalesce(a.state, CASE WHEN f.reading IS NOT NULL THEN 'reading chosen' ELSE 'open' END)
           AS state,
         a.text AS explanation, a.answered_by, f.reading,
         (unixepoch((SELECT as_of FROM meta)) - unixepoch(r.day)) / 86400 AS days_open,
         f.fi, f.sv, f.en, f.events, a.seq AS answer_seq
  FROM finding f
  LEFT JOIN last a ON a.finding = f.id
  LEFT JOIN finding_recorded r ON r.seq =
    (SELECT min(seq) FROM finding_recorded q WHERE q.finding = f.id)
  ORDER BY f.place_in_audit;
)sql";

class Discrepancies final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<Discrepancies> view(new Discrepancies);
    SINETTI_TRY(
        PrepareInto(view->recorded_, database,
                    "INSERT INTO finding_recorded VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
    SINETTI_TRY(PrepareInto(view->answer_, database,
                            "INSERT INTO finding_answer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::DiscrepancyDetected>(event)) return Recorded(event);
    if (Is<schema::DiscrepancyExplained>(event)) {
      const auto body = Body<schema::DiscrepancyExplained>(event);
      return Answer(event, body.getFinding(), "explained", body.getExplanation(), body.getBy());
    }
    if (Is<schema::DiscrepancyAccepted>(event)) {
      const auto body = Body<schema::DiscrepancyAccepted>(event);
      return Answer(event, body.getFinding(), "accepted", body.getReason(), body.getBy());
    }
    if (Is<schema::DiscrepancyWithdrawn>(event)) {
      const auto body = Body<schema::DiscrepancyWithdrawn>(event);
      return Answer(event, body.getFinding(), "withdrawn", body.getReason(), body.getBy());
    }
    const auto body = Body<schema::DiscrepancyCorrected>(event);
    return answer_->Run(event.sequence(), TextOf(body.getFinding()), "corrected",
                        TextOf(body.getReason()), Column(event.envelope().actor),
                        ResolveRef(event, TextOf(body.getCorrection())), Day(event));
  }

 private:
  Discrepancies() = default;

  static Date Day(const Event& event) {
    return ValidFrom(event).value_or(DayInHelsinki(event.recorded_at()));
  }

  Result<void> Recorded(const Event& event) {
    const auto body = Body<schema::DiscrepancyDetected>(event);
    return recorded_->Run(event.sequence(), TextOf(body.getFinding()), TextOf(body.getCheck()),
                          EnumerantName(body.getSeverity()), Column(body.getPlace()),
                          Column(body.getStated()), Column(body.getComputed()),
                          Column(body.getDifference()), Day(event));
  }

  template <typename Text>
  Result<void> Answer(const Event& event, const Text& finding, std::string_view state,
                      const Text& text, const Text& by) {
    const auto answered_by = Column(by);
    return answer_->Run(event.sequence(), TextOf(finding), state, TextOf(text),
                        answered_by ? answered_by : Column(event.envelope().actor), nullptr,
                        Day(event));
  }

  std::optional<Statement> recorded_, answer_;
};

}  // namespace

const ViewDefinition& DiscrepanciesView() {
  static const ViewDefinition definition{
      .name = "discrepancies",
      .version = 1,
      .shows = {"v37_discrepancies"},
      .tables = {"finding_recorded", "finding_answer"},
      .schema = kSchema,
      .event_types = {"discrepancy.detected", "discrepancy.explained", "discrepancy.accepted",
                      "discrepancy.corrected", "discrepancy.withdrawn"},
      .open = Discrepancies::Open};
  return definition;
}

}  // namespace sinetti
