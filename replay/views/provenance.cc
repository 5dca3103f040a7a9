#include "replay/views/provenance.h"

#include <schemas/source.capnp.h>

#include "ledger/event/body.h"
#include "replay/views/cells.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE sourced_event (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  stream TEXT NOT NULL,
  type TEXT NOT NULL,
  document TEXT,
  span_start INTEGER,
  span_end INTEGER,
  quote TEXT,
  stated_by TEXT,
  confidence TEXT NOT NULL,
  invented TEXT
);
CREATE INDEX sourced_event_ref ON sourced_event (ref);

-- low and high: cents, thousandths of the unit, thousandths of a percent.
CREATE TABLE stated_value (
  seq INTEGER NOT NULL,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  shown TEXT NOT NULL,
  low INTEGER,
  high INTEGER,
  bound TEXT,
  unit TEXT,
  currency_stated INTEGER,
  base_unknown INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  anchor TEXT,
  raw TEXT,
  readings TEXT,
  missing_label TEXT,
  missing_unit TEXT,
  PRIMARY KEY (seq, path)
) WITHOUT ROWID;

CREATE TABLE reading_chosen (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  path TEXT NOT NULL,
  reading TEXT NOT NULL,
  reason TEXT,
  rejected TEXT,
  chosen_by TEXT,
  chosen_on TEXT
);
CREATE INDEX reading_chosen_ref ON reading_chosen (ref, path);

CREATE VIEW v26_provenance AS
  SELECT e.stream, e.type, v.path, v.kind, v.state, v.shown AS stated, v.low, v.high, v.bound,
         v.unit, v.first_day, v.last_day, v.anchor, v.raw, v.readings, v.missing_label,
         c.reading AS chosen, c.chosen_by, c.reason AS chosen_why, e.stated_by, e.document,
         e.span_start, e.span_end, e.quote, e.confidence,
         -- the whole event, the field itself or a part of it
         coalesce(e.invented = '*' OR instr(',' || e.invented || ',', ',' || v.path || ',') > 0, 0)
           AS invented,
         (SELECT group_concat(id, ' ') FROM
            (SELECT f.id FROM finding f WHERE instr(' ' || f.events || ' ', ' ' || e.seq || ' ') > 0
             ORDER BY f.id)) AS findings,
         e.seq
  FROM stated_value v
  JOIN sourced_event e ON e.seq = v.seq
  LEFT JOIN reading_chosen c ON c.seq =
    (SELECT max(d.seq) FROM reading_chosen d WHERE d.ref = e.ref AND d.path = v.path)
  ORDER BY e.seq, v.path;
)sql";

std::string_view ConfidenceName(Confidence confidence) {
  switch (confidence) {
    case Confidence::kUnspecified: return "unspecified";
    case Confidence::kStated: return "stated";
    case Confidence::kDerived: return "derived";
    case Confidence::kVerified: return "verified";
    case Confidence::kInvented: return "invented";
  }
  return "unspecified";
}

template <typename Texts>
std::string Joined(const Texts& texts, std::string_view separator) {
  std::string joined;
  for (const auto& text : texts) {
    if (!joined.empty()) joined += separator;
    joined += TextOf(text);
  }
  return joined;
}

class ProvenanceFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<ProvenanceFold> view(new ProvenanceFold);
    SINETTI_TRY(PrepareInto(view->event_, database,
                            "INSERT INTO sourced_event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
                            "?9, ?10, ?11)"));
    SINETTI_TRY(PrepareInto(view->value_, database,
                            "INSERT INTO stated_value VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                            "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"));
    SINETTI_TRY(PrepareInto(view->chosen_, database,
                            "INSERT INTO reading_chosen VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    const bool sourced = !event.envelope().provenance.document.empty();
    if (sourced || !reader_.AllPlain(event)) {
      SINETTI_TRY(Sourced(event));
      for (const StatedValue& value : reader_.Read(event))
        if (sourced || !value.plain()) SINETTI_TRY(Value(event, value));
    }
    if (Is<schema::ValueReadingChosen>(event)) return Chosen(event);
    return {};
  }

 private:
  ProvenanceFold() = default;

  Result<void> Sourced(const Event& event) {
    const Provenance& provenance = event.envelope().provenance;
    std::optional<std::uint64_t> start, end;
    if (!provenance.document.empty()) {
      start = provenance.start;
      end = provenance.end;
    }
    return event_->Run(event.sequence(), EventRefOf(event), event.stream(), event.type(),
                       Column(provenance.document), start, end, Column(provenance.quote),
                       Column(provenance.stated_by), ConfidenceName(provenance.confidence),
                       Column(Joined(provenance.invented, ",")));
  }

  Result<void> Value(const Event& event, const StatedValue& value) {
    const bool when = value.kind == StatedValue::Kind::kWhen;
    std::optional<std::string_view> bound;
    if (!when && value.state == StatedValue::State::kGiven) bound = value.bound;
    std::optional<bool> currency_stated;
    if (value.kind == StatedValue::Kind::kMoney) currency_stated = value.currency_stated;
    return value_->Run(event.sequence(), value.path, StatedKindName(value.kind),
                       StatedStateName(value.state), DisplayStated(value), value.low, value.high,
                       bound, Column(value.unit), currency_stated, value.base_unknown, value.first,
                       value.last, Column(value.anchor), Column(value.raw),
                       Column(Joined(value.readings, " | ")), Column(value.missing_label),
                       Column(value.missing_unit));
  }

  Result<void> Chosen(const Event& event) {
    const auto body = Body<schema::ValueReadingChosen>(event);
    return chosen_->Run(event.sequence(), ResolveRef(event, TextOf(body.getEvent())),
                        TextOf(body.getPath()), TextOf(body.getReading()), Column(body.getReason()),
                        Column(Joined(body.getRejected(), " | ")), Column(event.envelope().actor),
                        RecordedText(event));
  }

  StatedValueReader reader_;
  std::optional<Statement> event_, value_, chosen_;
};

}  // namespace

const ViewDefinition& ProvenanceView() {
  static const ViewDefinition definition{
      .name = "provenance",
      .version = 1,
      .shows = {"v26_provenance"},
      .tables = {"sourced_event", "stated_value", "reading_chosen"},
      .schema = kSchema,
      .event_types = {},
      .own_lane = true,
      .open = ProvenanceFold::Open};
  return definition;
}

}  // namespace sinetti
