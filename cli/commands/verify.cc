// sinetti verify: what the auditor found, in words that a person can act on.
#include "cli/commands/checkpoint_text.h"
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/key_use.h"
#include "cli/commands/policy_use.h"
#include "cli/commands/signatures.h"
#include "cli/commands/timestamp_use.h"
#include "cli/io/files.h"
#include "ledger/index/verify_index.h"

namespace sinetti {
namespace {

std::string Place(const LedgerFinding& finding) {
  if (finding.first == finding.last) return "event " + std::to_string(finding.first.value);
  return "events " + std::to_string(finding.first.value) + " to " +
         std::to_string(finding.last.value);
}

std::string FindingJson(const LedgerFinding& finding) {
  return JsonObject()
      .Text("kind", FindingKindName(finding.kind))
      .Number("first", finding.first.value)
      .Number("last", finding.last.value)
      .Text("stated", finding.stated)
      .Text("recomputed", finding.recomputed)
      .Text("message", finding.message)
      .str();
}

// What the policy of the caller says, when there is one.
struct PolicyOutcome {
  std::string quorum;               // what it asks for
  std::optional<Witnessed> newest;  // the largest checkpoint that meets it
};

// Signed by a key that counts for its size.
Result<Checkpoint> ReadKeptCheckpoint(const std::string& file, const KeyChain& keys,
                                      bool witnessed) {
  SINETTI_ASSIGN(const std::string note, ReadWhole(file));
  auto key = keys.KeyFor(note, witnessed);
  if (!key) return std::move(key).error().Within(file);
  return ReadCheckpointFile(file, *key);
}

Result<PolicyOutcome> AskPolicy(Session& session, const VerifyArguments& arguments,
                                const VerifierKey& key, const VerifyReport& report) {
  SINETTI_ASSIGN(const Policy policy, ReadPolicy(arguments.policy));
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  std::string elsewhere;
  if (!arguments.against.empty()) {
    SINETTI_ASSIGN(elsewhere, ReadWhole(arguments.against));
  }
  const TreeSize anchored = report.anchor ? report.anchor->size : TreeSize{};
  PolicyOutcome outcome{policy.QuorumWords(), {}};
  SINETTI_ASSIGN(outcome.newest, NewestWitnessed(*ledger, policy, key, anchored, elsewhere));
  return outcome;
}

void PrintPolicy(Console& console, const PolicyOutcome& outcome) {
  if (outcome.newest) {
    console.PrintLine("  witnessed: " + std::to_string(outcome.newest->checkpoint.size.value) +
                      " events, " + outcome.newest->words);
    return;
  }
  console.PrintLine(console.Red("  not witnessed") +
                    ": no checkpoint meets the policy; asked for: " + outcome.quorum);
}

void PrintJson(Session& session, const VerifyReport& report,
               const std::optional<PolicyOutcome>& policy,
               const std::optional<TimestampOutcome>& timestamps,
               const SignatureAudit& signatures) {
  JsonObject object;
  object.Bool("intact", report.intact())
      .Number("since", report.since.value)
      .Number("size", report.size.value)
      .Text("root", report.root.hex())
      .Number("checkpoints", report.checkpoints)
      .Number("indexRoots", report.index_roots)
      .Text("indexUnknown", report.index_unknown)
      .Number("anchored", report.anchor ? report.anchor->size.value : 0)
      .Number("findings", report.findings_total)
      .Raw("first", report.findings.empty() ? "null" : FindingJson(report.findings.front()))
      .Raw("all", JsonArray(report.findings, FindingJson))
      .Raw("signatures", signatures.Json());
  if (policy) {
    object.Bool("policyMet", policy->newest.has_value())
        .Number("witnessed", policy->newest ? policy->newest->checkpoint.size.value : 0);
  }
  if (timestamps) object.Raw("timestamps", timestamps->Json());
  session.console.PrintLine(object.str());
}

// How far a checkpoint vouches, and what lies beyond it.
void PrintAnchor(Console& console, const VerifyReport& report) {
  const std::uint64_t size = report.size.value;
  if (!report.anchor) {
    console.PrintLine(
        console.Yellow("  not anchored: no checkpoint signed by a known key vouches for "
                       "it; next: sinetti checkpoint"));
    return;
  }
  const Checkpoint& anchor = *report.anchor;
  console.PrintLine("  anchored: a checkpoint of " + Counted(anchor.size.value, "event") +
                    (anchor.time ? ", signed " + FormatTimestamp(*anchor.time) : "") +
                    ", vouches for them");
  if (anchor.size.value < size) {
    console.PrintLine(console.Yellow("  beyond it: " + Counted(size - anchor.size.value, "event") +
                                     " that whoever can write the store could have rewritten; "
                                     "next: sinetti checkpoint"));
  }
}

void PrintIndex(Console& console, const VerifyReport& report) {
  if (!report.index_unknown.empty()) {
    console.PrintLine(console.Yellow("  the index was not recomputed: " + report.index_unknown));
  } else if (report.index_roots > 0) {
    console.PrintLine("  index: the roots in " + Counted(report.index_roots, "checkpoint") +
                      " recomputed; answers proved by them are complete");
  }
}

void PrintReport(Session& session, const VerifyReport& report) {
  Console& console = session.console;
  const std::string size = Counted(report.size.value, "event");
  if (report.intact()) {
    console.PrintLine(console.Green("The ledger is intact") + ": " + size + " and " +
                      Counted(report.checkpoints, "checkpoint") + " recomputed from stored bytes");
    console.PrintLine("  root " + report.root.hex());
    PrintIndex(console, report);
    PrintAnchor(console, report);
    return;
  }
  console.PrintLine(console.Red("The ledger is NOT intact") + ": " +
                    Counted(report.findings_total, "finding") + " in " + size);
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const LedgerFinding& finding = report.findings[i];
    console.PrintLine((i == 0 ? "  first bad position: " : "  ") + Place(finding) + ": " +
                      FindingKindName(finding.kind));
    console.PrintLine("    " + finding.message);
  }
  if (report.findings_total > report.findings.size()) {
    console.PrintLine("  and " + std::to_string(report.findings_total - report.findings.size()) +
                      " more");
  }
  PrintAnchor(console, report);
  console.Say(
      "stop writing to this ledger, keep a copy as it is, and compare with a backup and with "
      "checkpoints kept elsewhere");
}

}  // namespace

Result<ExitCode> Run(Session& session, const VerifyArguments& arguments) {
  SINETTI_ASSIGN(const VerifierKey trusted, session.TrustedKey(arguments.verifier_key));
  SINETTI_ASSIGN(const KeyChain keys, KeysOfLedger(session, trusted));
  const VerifierKey& key = keys.newest();
  VerifyOptions options{.keys = {key}};
  if (!arguments.since.empty()) {
    SINETTI_ASSIGN(options.since, ReadKeptCheckpoint(arguments.since, keys, false));
  }
  if (!arguments.against.empty()) {
    // Comparing with what a compromised key signed can only find more.
    SINETTI_ASSIGN(options.against, ReadKeptCheckpoint(arguments.against, keys, true));
  }
  options.progress = [&session](TreeSize done, TreeSize total) {
    session.console.Progress("verifying", done.value, total.value);
  };
  SignatureAudit signatures(session, options);
  VerifyRun run{.started = session.clock.Now()};
  SINETTI_ASSIGN(const VerifyReport report,
                 VerifyLedgerWithIndex(session.ledger_dir(), options, session.registry));
  signatures.Finish();
  session.console.EndProgress();
  run.ended = session.clock.Now();
  run.size = report.size.value;
  run.anchored = report.anchor ? report.anchor->size.value : 0;
  run.findings = report.findings_total + signatures.findings();
  run.root = report.root.hex();
  session.Remember(run);
  std::optional<PolicyOutcome> policy;
  if (report.intact() && !arguments.policy.empty()) {
    SINETTI_ASSIGN(policy, AskPolicy(session, arguments, key, report));
  }
  std::optional<TimestampOutcome> timestamps;
  if (report.intact()) {
    const TreeSize anchored = report.anchor ? report.anchor->size : TreeSize{};
    SINETTI_ASSIGN(timestamps, AskAuthorities(session, arguments.authorities, anchored));
  }
  if (session.console.json()) {
    PrintJson(session, report, policy, timestamps, signatures);
  } else {
    PrintReport(session, report);
    if (policy) PrintPolicy(session.console, *policy);
    if (timestamps) timestamps->Print(session.console);
    signatures.Print(session.console);
  }
  const bool witnessed = !policy || policy->newest.has_value();
  const bool stamped = !timestamps || timestamps->right();
  return report.intact() && witnessed && stamped && signatures.right() ? kDone : kFoundWrong;
}

}  // namespace sinetti
