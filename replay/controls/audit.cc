#include "replay/controls/audit.h"

#include <string>
#include <utility>

#include "ledger/base/bytes.h"
#include "ledger/crypto/sha256.h"
#include "replay/controls/control_settings.h"

namespace sinetti {
namespace {

constexpr std::size_t kIdBytes = 8;

// source#id where the views keep it, so that the id of a finding is the same in every ledger that
// holds the events; the sequence, which never changes within one ledger, where they do not.
Result<std::string> EventName(Statement& ref, Sequence sequence) {
  ref.Start(sequence);
  SINETTI_ASSIGN(const bool found, ref.Step());
  return found ? std::string(ref.Text(0)) : "#" + std::to_string(sequence.value);
}

// What is recorded later may add events to a finding, and must not make another finding of it: the
// id holds no more of them than the one that the finding is about.
Result<std::string> FindingId(Statement& ref, const AuditFinding& finding, bool of_statement) {
  std::string text = finding.code + '\0' + finding.subject + '\0' + finding.place;
  if (of_statement) {
    SINETTI_ASSIGN(const std::string name, EventName(ref, finding.events.front()));
    text += '\0' + name;
  }
  const ByteView bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  const Hash hash = HashOf({bytes});
  return "f-" + hash.hex().substr(0, 2 * kIdBytes);
}

std::string EventList(const AuditFinding& finding) {
  std::string list;
  for (const Sequence sequence : finding.events) {
    if (!list.empty()) list += ' ';
    list += std::to_string(sequence.value);
  }
  return list;
}

std::optional<std::string_view> OrNull(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

// The table `finding` while an audit fills it.  It knows which ids are taken.
class FindingTable {
 public:
  static Result<FindingTable> Open(Database& views) {
    SINETTI_ASSIGN(Statement ref, views.Prepare("SELECT ref FROM sourced_event WHERE seq = ?1"));
    SINETTI_ASSIGN(Statement taken, views.Prepare("SELECT 1 FROM finding WHERE id = ?1"));
    SINETTI_ASSIGN(Statement insert,
                   views.Prepare("INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                                 "?10, ?11, ?12, ?13, ?14)"));
    return FindingTable(std::move(ref), std::move(taken), std::move(insert));
  }

  // Gives the finding its id.  False: the same finding is there already.
  Result<bool> Keep(AuditFinding& finding) {
    const bool of_statement = finding.about == FindingAbout::kStatement;
    SINETTI_ASSIGN(finding.id, FindingId(ref_, finding, of_statement));
    SINETTI_ASSIGN(bool taken, IsTaken(finding.id));
    if (taken && !of_statement) {
      // Two things of one name: neither may hide the other.
      SINETTI_ASSIGN(finding.id, FindingId(ref_, finding, true));
      SINETTI_ASSIGN(taken, IsTaken(finding.id));
    }
    if (taken) return false;
    SINETTI_TRY(insert_.Run(finding.id, ++place_, finding.code,
                            FindingSeverityName(finding.severity), finding.subject, finding.place,
                            OrNull(finding.stated), OrNull(finding.computed),
                            OrNull(finding.difference), finding.text.fi, finding.text.sv,
                            finding.text.en, EventList(finding), OrNull(finding.reading)));
    return true;
  }

 private:
  FindingTable(Statement ref, Statement taken, Statement insert)
      : ref_(std::move(ref)), taken_(std::move(taken)), insert_(std::move(insert)) {}

  Result<bool> IsTaken(const std::string& id) {
    taken_.Start(id);
    return taken_.Step();
  }

  Statement ref_, taken_, insert_;
  std::int64_t place_ = 0;
};

}  // namespace

Result<void> StoreAudit(Database& views, const std::vector<Control>& controls,
                        const TakeFinding& also) {
  // A savepoint stands alone, and inside the transaction of whoever folds.
  SINETTI_TRY(views.Execute("SAVEPOINT findings"));
  const auto store = [&]() -> Result<void> {
    SINETTI_TRY(views.Execute("DELETE FROM finding"));
    SINETTI_ASSIGN(FindingTable table, FindingTable::Open(views));
    const TakeFinding take = [&](AuditFinding finding) -> Result<void> {
      SINETTI_ASSIGN(const bool kept, table.Keep(finding));
      return kept && also ? also(std::move(finding)) : Result<void>();
    };
    SINETTI_ASSIGN(const ControlSettings settings, ControlSettings::InForce(views, controls));
    SINETTI_TRY(settings.Store(views));
    for (const Control& control : controls)
      if (settings.Runs(control))
        SINETTI_TRY(control.run(views, settings.ValuesOf(control.code), take));
    return {};
  };
  auto stored = store();
  if (stored) stored = views.Execute("RELEASE findings");
  if (!stored) (void)views.Execute("ROLLBACK TO findings; RELEASE findings");
  return stored;
}

Result<std::vector<AuditFinding>> Audit(Database& views) {
  std::vector<AuditFinding> findings;
  SINETTI_TRY(StoreAudit(views, AllControls(), [&](AuditFinding finding) -> Result<void> {
    findings.push_back(std::move(finding));
    return {};
  }));
  return findings;
}

}  // namespace sinetti
