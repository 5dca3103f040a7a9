#include "replay/controls/audit.h"

#include <set>
#include <string>

#include "ledger/base/bytes.h"
#include "ledger/crypto/sha256.h"

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

}  // namespace

Result<std::vector<AuditFinding>> RunControls(Database& views,
                                              const std::vector<Control>& controls) {
  SINETTI_ASSIGN(Statement ref, views.Prepare("SELECT ref FROM sourced_event WHERE seq = ?1"));
  std::vector<AuditFinding> all;
  std::set<std::string> ids;
  for (const Control& control : controls) {
    SINETTI_ASSIGN(std::vector<AuditFinding> findings, control.run(views));
    for (AuditFinding& finding : findings) {
      const bool of_statement = finding.about == FindingAbout::kStatement;
      SINETTI_ASSIGN(finding.id, FindingId(ref, finding, of_statement));
      if (!of_statement && ids.count(finding.id) > 0) {
        // Two things of one name: neither may hide the other.
        SINETTI_ASSIGN(finding.id, FindingId(ref, finding, true));
      }
      if (ids.insert(finding.id).second) all.push_back(std::move(finding));
    }
  }
  return all;
}

Result<void> StoreFindings(Database& views, const std::vector<AuditFinding>& findings) {
  // A savepoint stands alone, and inside the transaction of whoever folds.
  SINETTI_TRY(views.Execute("SAVEPOINT findings; DELETE FROM finding"));
  const auto store = [&]() -> Result<void> {
    SINETTI_ASSIGN(Statement insert,
                   views.Prepare("INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                                 "?10, ?11, ?12, ?13, ?14)"));
    std::int64_t place = 0;
    for (const AuditFinding& finding : findings) {
      SINETTI_TRY(insert.Run(finding.id, ++place, finding.code,
                             FindingSeverityName(finding.severity), finding.subject, finding.place,
                             OrNull(finding.stated), OrNull(finding.computed),
                             OrNull(finding.difference), finding.text.fi, finding.text.sv,
                             finding.text.en, EventList(finding), OrNull(finding.reading)));
    }
    return views.Execute("RELEASE findings");
  };
  auto stored = store();
  if (!stored) (void)views.Execute("ROLLBACK TO findings; RELEASE findings");
  return stored;
}

Result<std::vector<AuditFinding>> Audit(Database& views) {
  SINETTI_ASSIGN(std::vector<AuditFinding> findings, RunControls(views, AllControls()));
  SINETTI_TRY(StoreFindings(views, findings));
  return findings;
}

}  // namespace sinetti
