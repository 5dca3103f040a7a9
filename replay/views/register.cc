#include "replay/views/register.h"

#include <algorithm>
#include <array>

#include "ledger/event/field_text.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/register_types.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE register_entry (
  seq INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  type TEXT NOT NULL,
  subject TEXT,
  text TEXT,
  party TEXT,
  day TEXT NOT NULL,
  until TEXT,
  amount INTEGER,                -- cents, thousandths, or a plain number
  amount_shown TEXT,
  provider TEXT,
  unit TEXT,
  matter TEXT,
  client TEXT,
  ref TEXT NOT NULL
);
CREATE INDEX register_entry_topic ON register_entry (topic, day);
CREATE INDEX register_entry_subject ON register_entry (subject) WHERE subject IS NOT NULL;

CREATE VIEW v_register AS
  SELECT r.topic, r.type, r.subject, r.text, r.party, r.day, r.until,
         r.day <= meta.as_of AND (r.until IS NULL OR r.until >= meta.as_of) AS current,
         r.amount_shown AS amount, r.provider, r.unit, r.matter, r.client, r.ref, r.seq
  FROM register_entry r, meta ORDER BY r.topic, r.day, r.seq;

-- A referral of a client from where it was made to where it ended.
CREATE VIEW v_referrals AS
  SELECT m.subject AS referral, m.client, m.text AS came_from, coalesce(l.party, m.party) AS goes_to,
         m.day AS made_on, (SELECT count(*) FROM register_entry d WHERE d.subject = m.subject
                            AND d.type = 'referral.redirected') AS redirected,
         CASE WHEN a.type = 'referral.accepted' THEN 'accepted'
              WHEN a.type = 'referral.declined' THEN 'declined' ELSE 'open' END AS state,
         CAST(julianday(coalesce(a.day, meta.as_of)) - julianday(m.day) AS INTEGER) AS days,
         m.seq, a.seq AS closed_seq
  FROM register_entry m JOIN meta
  LEFT JOIN register_entry l ON l.seq =
    (SELECT max(d.seq) FROM register_entry d WHERE d.subject = m.subject
       AND d.type = 'referral.redirected')
  LEFT JOIN register_entry a ON a.seq =
    (SELECT max(d.seq) FROM register_entry d WHERE d.subject = m.subject
       AND d.type IN ('referral.accepted', 'referral.declined'))
  WHERE m.type = 'referral.made' ORDER BY m.day, m.seq;

-- A question that a source leaves open, and its answer.
CREATE VIEW v_questions AS
  SELECT q.subject AS question, q.text, q.party AS owner, q.day AS opened_on, q.until AS due,
         a.text AS answer, a.party AS answered_by, a.day AS answered_on,
         CASE WHEN a.seq IS NOT NULL THEN 'answered'
              WHEN q.until < meta.as_of THEN 'overdue' ELSE 'open' END AS state,
         q.seq, a.seq AS answer_seq
  FROM register_entry q JOIN meta
  LEFT JOIN register_entry a ON a.seq =
    (SELECT max(d.seq) FROM register_entry d WHERE d.subject = q.subject
       AND d.type = 'question.answered')
  WHERE q.type = 'question.opened' ORDER BY q.day, q.seq;

-- Vouchers of a service in a year: granted, refused, used and paid for.
CREATE VIEW v_vouchers AS
  SELECT subject AS service, CAST(substr(day, 1, 4) AS INTEGER) AS year,
         sum(type = 'voucher.decisionMade') AS granted, sum(type = 'voucher.refused') AS refused,
         sum(type = 'voucher.revoked') AS revoked, sum(type = 'voucher.used') AS used,
         sum(CASE type WHEN 'voucher.settled' THEN amount END) AS paid_cents, max(seq) AS seq
  FROM register_entry WHERE type GLOB 'voucher.*' GROUP BY 1, 2 ORDER BY 1, 2;
)sql";

constexpr std::array<std::string_view, 1> kSql = {
    "INSERT INTO register_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
    "?14, ?15)"};

// The named fields of one event.
class Fields {
 public:
  explicit Fields(const Event& event) : fields_(ReadFieldTexts(event)) {}

  const FieldText* Find(std::string_view name) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [name](const FieldText& field) { return field.name == name; });
    return found == fields_.end() ? nullptr : &*found;
  }

  std::string Joined(std::string_view names) const {
    std::string joined;
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(' '), names.size());
      const FieldText* field = Find(names.substr(0, end));
      names.remove_prefix(std::min(end + 1, names.size()));
      if (field == nullptr || field->text.empty()) continue;
      if (!joined.empty()) joined += " · ";
      joined += field->text;
    }
    return joined;
  }

  // The first or last day of a field that holds one.
  std::optional<std::string> Day(std::string_view name, bool last) const {
    const FieldText* field = Find(name);
    if (field == nullptr) return std::nullopt;
    if (const auto& day = last ? field->last : field->first; day) return FormatDate(*day);
    if (ParseDate(field->text.substr(0, 10))) return field->text.substr(0, 10);
    return std::nullopt;
  }

 private:
  std::vector<FieldText> fields_;
};

class Register final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Register(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const auto types = RegisterTypes();
    const auto row = std::find_if(types.begin(), types.end(), [&event](const RegisterType& one) {
      return one.type == event.type();
    });
    SINETTI_CHECK(row != types.end());
    const Fields fields(event);
    const Envelope& envelope = event.envelope();
    const std::string subject = fields.Joined(row->subject), text = fields.Joined(row->text),
                      party = fields.Joined(row->party);
    const FieldText* amount = fields.Find(row->amount);
    std::optional<std::int64_t> low;
    std::string shown;
    if (amount != nullptr) {
      low = amount->low;
      shown = amount->text;
    }
    const std::string day = fields.Day(row->day, false).value_or(FirstDay(event));
    const std::optional<std::string> until = fields.Day(row->until, true);
    return sql_[0].Run(event.sequence(), row->topic, row->type, Column(subject), Column(text),
                       Column(party), day, until, low, Column(shown), Column(envelope.provider),
                       Column(envelope.unit), Column(envelope.matter), Column(envelope.client),
                       EventRefOf(event));
  }

 private:
  explicit Register(Statements sql) : sql_(std::move(sql)) {}

  Statements sql_;
};

std::vector<std::string_view> TypeNames() {
  std::vector<std::string_view> names;
  for (const RegisterType& one : RegisterTypes()) names.push_back(one.type);
  return names;
}

}  // namespace

const ViewDefinition& RegisterView() {
  static const ViewDefinition definition{
      .name = "register",
      .version = 1,
      .shows = {"v_register", "v_referrals", "v_questions", "v_vouchers"},
      .tables = {"register_entry"},
      .schema = kSchema,
      .event_types = TypeNames(),
      .open = Register::Open};
  return definition;
}

}  // namespace sinetti
