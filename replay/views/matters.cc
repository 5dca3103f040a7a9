#include "replay/views/matters.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/values.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE matter_event (
  seq INTEGER PRIMARY KEY,
  matter TEXT NOT NULL,          -- matter number, or the stream where none is given
  stream TEXT NOT NULL,
  ref TEXT NOT NULL,
  type TEXT NOT NULL,
  happened TEXT NOT NULL,        -- first day that it is valid on
  occurred TEXT,                 -- as given: EDTF
  recorded_at TEXT NOT NULL,
  actor TEXT,
  role TEXT,
  mandate TEXT,
  document TEXT,
  document_sha256 TEXT,
  publicity TEXT NOT NULL,
  client TEXT,
  legal_basis TEXT,
  relation TEXT,
  relates_to TEXT,
  confidence TEXT NOT NULL,
  causation TEXT,
  contract TEXT,
  provider TEXT,
  unit TEXT
);
CREATE INDEX matter_event_by_matter ON matter_event (matter, happened, seq);
CREATE INDEX matter_event_related ON matter_event (relates_to) WHERE relates_to IS NOT NULL;
CREATE INDEX matter_event_caused ON matter_event (causation) WHERE causation IS NOT NULL;

CREATE VIEW v20_timeline AS
  SELECT m.matter, m.happened, m.occurred, m.type, m.actor, m.role, m.mandate, m.document,
         m.document_sha256, m.publicity, m.legal_basis, m.client, m.relation, m.relates_to,
         (SELECT group_concat(c.seq, ', ') FROM matter_event c
          WHERE c.relates_to = m.ref AND c.relation IN ('corrects', 'supersedes')) AS corrected_by,
         m.recorded_at, m.confidence, m.causation, m.contract, m.provider, m.unit, m.stream, m.ref,
         m.seq
  FROM matter_event m ORDER BY m.matter, m.happened, m.seq;

CREATE VIEW v20_matters AS
  SELECT matter, count(*) AS events, min(happened) AS first_day, max(happened) AS last_day,
         count(DISTINCT actor) AS actors, count(DISTINCT stream) AS streams, max(seq) AS seq
  FROM matter_event GROUP BY matter ORDER BY matter;
)sql";

// Families whose streams are matters even when no matter number is given.
constexpr std::array<std::string_view, 26> kFamilies = {
    "action",        "appeal",      "application", "assessment", "case",        "choice",
    "clarification", "complaint",   "correction",  "decision",   "fine",        "finding",
    "followup",      "hearing",     "inspection",  "intake",     "matter",      "need",
    "needtrigger",   "participant", "plan",        "placement",  "procurement", "supcase",
    "suspension",    "voucher"};

bool IsMatterFamily(std::string_view type) {
  const std::string_view family = type.substr(0, type.find('.'));
  return std::find(kFamilies.begin(), kFamilies.end(), family) != kFamilies.end();
}

std::string_view PublicityName(Publicity publicity) {
  switch (publicity) {
    case Publicity::kUnspecified: return "unspecified";
    case Publicity::kOpen: return "open";
    case Publicity::kSecret: return "secret";
    case Publicity::kPersonal: return "personal";
    case Publicity::kSensitive: return "sensitive";
  }
  return "unspecified";
}

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

std::string BasisText(const Envelope& envelope) {
  std::string text;
  for (const LegalBasis& basis : envelope.legal_basis) {
    if (!text.empty()) text += ", ";
    text += std::string(basis.act) + ":" + std::string(basis.section);
    if (!basis.moment.empty()) text += ":" + std::string(basis.moment);
  }
  return text;
}

class Matters final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(
        Statement insert,
        database.Prepare(
            "INSERT INTO matter_event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
            "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)"));
    return std::unique_ptr<View>(new Matters(std::move(insert)));
  }

  Result<void> Apply(const Event& event) override {
    const Envelope& envelope = event.envelope();
    if (envelope.matter.empty() && !IsMatterFamily(event.type())) return {};
    std::string_view title, digest;
    ReadDocument(event, title, digest);
    return insert_.Run(
        event.sequence(), envelope.matter.empty() ? event.stream() : envelope.matter,
        event.stream(), EventRefOf(event), event.type(), FirstDay(event), Column(envelope.occurred),
        FormatTimestamp(event.recorded_at()), Column(envelope.actor), Column(envelope.role),
        Column(ResolveRef(event, envelope.mandate)), Column(title), Column(digest),
        PublicityName(envelope.publicity), Column(envelope.client), Column(BasisText(envelope)),
        Column(envelope.relation), Column(ResolveRef(event, envelope.relates_to)),
        ConfidenceName(envelope.provenance.confidence),
        Column(ResolveRef(event, envelope.causation)), Column(envelope.contract),
        Column(envelope.provider), Column(envelope.unit));
  }

 private:
  explicit Matters(Statement insert) : insert_(std::move(insert)) {}

  // The body's `document`, whatever its type; found once for each type.
  void ReadDocument(const Event& event, std::string_view& title, std::string_view& digest) {
    const StructInfo* info = event.type_info().body;
    auto known = document_slots_.find(info);
    if (known == document_slots_.end()) {
      const FieldInfo* field = info->Find("document");
      const bool has = field != nullptr && !field->list && field->structure != nullptr &&
                       field->structure->schema_id == capnp::typeId<schema::Document>();
      known =
          document_slots_.emplace(info, has ? static_cast<std::int64_t>(field->slot) : -1).first;
    }
    if (known->second < 0) return;
    const auto body = event.impl().body.getAs<capnp::AnyStruct>();
    const auto pointers = body.getPointerSection();
    const auto slot = static_cast<unsigned>(known->second);
    if (slot >= pointers.size() || pointers[slot].isNull()) return;
    const auto document = pointers[slot].getAs<schema::Document>();
    title = Text(document.getTitle());
    digest = Text(document.getSha256());
  }

  Statement insert_;
  std::unordered_map<const StructInfo*, std::int64_t> document_slots_;
};

}  // namespace

const ViewDefinition& MattersView() {
  static const ViewDefinition definition{.name = "matters",
                                         .version = 2,
                                         .shows = {"v20_timeline", "v20_matters"},
                                         .tables = {"matter_event"},
                                         .schema = kSchema,
                                         .event_types = {},
                                         .own_lane = true,
                                         .open = Matters::Open};
  return definition;
}

}  // namespace sinetti
