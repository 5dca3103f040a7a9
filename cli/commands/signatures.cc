#include "cli/commands/signatures.h"

#include <algorithm>

#include "cli/commands/json_text.h"

namespace sinetti {

SignatureAudit::SignatureAudit(Session& session, VerifyOptions& options) {
  auto begun = Begin(session, options);
  if (!begun) unchecked_ = begun.error().message;
}

Result<void> SignatureAudit::Begin(Session& session, VerifyOptions& options) {
  SINETTI_ASSIGN(ledger_, session.OpenForReading());
  source_ = std::make_unique<EntrySource>(ledger_->Read(), session.registry);
  auto check = std::make_unique<SignatureCheck>(ledger_->info().origin, *source_);
  const std::uint64_t first = options.since ? options.since->size.value : 0;
  const std::uint64_t end = source_->reader().size().value;
  if (first != 0) SINETTI_TRY(check->SeeIndexed(TreeSize{std::min(first, end)}));
  check_ = std::move(check);
  // What a writer has appended since is not for this look.
  options.on_header = [this, first, end](const RecordHeader& header, Sequence sequence) {
    if (sequence.value >= first && sequence.value < end) check_->See(header, sequence);
  };
  return {};
}

void SignatureAudit::Finish() {
  if (check_) report_ = check_->Finish();
}

void SignatureAudit::Print(Console& console) const {
  if (!report_) {
    console.PrintLine(console.Yellow("  signatures of actors were not checked: ") + unchecked_);
    return;
  }
  const SignatureReport& report = *report_;
  if (report.right()) {
    if (report.batches != 0)
      console.PrintLine("  signed: " + Counted(report.events, "event") + " by actors, " +
                        Counted(report.batches, "signature") + " checked");
    return;
  }
  console.PrintLine(console.Red("Signatures are NOT in order") + ": " +
                    Counted(report.findings_total, "finding") + " in " +
                    Counted(report.batches, "signature"));
  for (const SignatureFinding& finding : report.findings) {
    console.PrintLine("  event " + std::to_string(finding.sequence.value) + ": " +
                      SignatureFindingKindName(finding.kind));
    console.PrintLine("    " + finding.message);
  }
  if (report.findings_total > report.findings.size())
    console.PrintLine("  and " + std::to_string(report.findings_total - report.findings.size()) +
                      " more");
}

std::string SignatureAudit::Json() const {
  if (!report_) return JsonObject().Text("unchecked", unchecked_).str();
  return JsonObject()
      .Bool("right", report_->right())
      .Number("actors", report_->actors)
      .Number("batches", report_->batches)
      .Number("events", report_->events)
      .Number("findings", report_->findings_total)
      .Raw("all", JsonArray(report_->findings,
                            [](const SignatureFinding& finding) {
                              return JsonObject()
                                  .Text("kind", SignatureFindingKindName(finding.kind))
                                  .Number("sequence", finding.sequence.value)
                                  .Text("message", finding.message)
                                  .str();
                            }))
      .str();
}

}  // namespace sinetti
