// One function for each command: opens what it needs, calls, prints, and returns the exit code.
#pragma once

#include "cli/args/arguments.h"
#include "cli/commands/session.h"

namespace sinetti {

Result<ExitCode> Run(Session& session, const InitArguments& arguments);
Result<ExitCode> Run(Session& session, const ImportArguments& arguments);
Result<ExitCode> Run(Session& session, const GenerateArguments& arguments);
Result<ExitCode> Run(Session& session, const RecordArguments& arguments);
Result<ExitCode> Run(Session& session, const TypesArguments& arguments);
Result<ExitCode> Run(Session& session, const LogArguments& arguments);
Result<ExitCode> Run(Session& session, const SearchArguments& arguments);
Result<ExitCode> Run(Session& session, const ShowArguments& arguments);
Result<ExitCode> Run(Session& session, const TraceArguments& arguments);
Result<ExitCode> Run(Session& session, const CheckpointArguments& arguments);
Result<ExitCode> Run(Session& session, const VerifyArguments& arguments);
Result<ExitCode> Run(Session& session, const ProveArguments& arguments);
Result<ExitCode> Run(Session& session, const CheckProofArguments& arguments);
Result<ExitCode> Run(Session& session, const EvidencePackArguments& arguments);
Result<ExitCode> Run(Session& session, const EvidenceHtmlArguments& arguments);
Result<ExitCode> Run(Session& session, const EvidenceFindArguments& arguments);
Result<ExitCode> Run(Session& session, const AttachArguments& arguments);
Result<ExitCode> Run(Session& session, const WitnessArguments& arguments);
Result<ExitCode> Run(Session& session, const TimestampArguments& arguments);
Result<ExitCode> Run(Session& session, const ReplayArguments& arguments);
Result<ExitCode> Run(Session& session, const QueryArguments& arguments);
Result<ExitCode> Run(Session& session, const DeadlineArguments& arguments);
Result<ExitCode> Run(Session& session, const RulesArguments& arguments);
Result<ExitCode> Run(Session& session, const AuditArguments& arguments);
Result<ExitCode> Run(Session& session, const ReportArguments& arguments);
Result<ExitCode> Run(Session& session, const ReportCheckArguments& arguments);
Result<ExitCode> Run(Session& session, const StatusArguments& arguments);
Result<ExitCode> Run(Session& session, const DoctorArguments& arguments);
Result<ExitCode> Run(Session& session, const KeyArguments& arguments);
Result<ExitCode> Run(Session& session, const ExportArguments& arguments);
Result<ExitCode> Run(Session& session, const ClientNewArguments& arguments);
Result<ExitCode> Run(Session& session, const ClientListArguments& arguments);
Result<ExitCode> Run(Session& session, const ClientOpenArguments& arguments);
Result<ExitCode> Run(Session& session, const DiscloseArguments& arguments);
Result<ExitCode> Run(Session& session, const EraseArguments& arguments);
Result<ExitCode> Run(Session& session, const HoldArguments& arguments);
Result<ExitCode> Run(Session& session, const RetentionArguments& arguments);
Result<ExitCode> Run(Session& session, const ActorArguments& arguments);
Result<ExitCode> Run(Session& session, const AccessArguments& arguments);
Result<ExitCode> Run(Session& session, const CompletionArguments& arguments);

}  // namespace sinetti
