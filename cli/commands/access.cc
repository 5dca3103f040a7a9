// sinetti access: grants of sealed fields, their revocation, and of whom a signature is demanded.
#include <algorithm>

#include "cli/commands/actor_door.h"
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "ledger/access/access_register.h"
#include "ledger/client/own_event.h"

namespace sinetti {
namespace {

// One event about rights, through the same door as every other draft.
Result<ExitCode> RecordOne(Session& session, const AccessArguments& arguments,
                           const std::string& type, const std::string& what,
                           std::vector<OwnField> data) {
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  OwnEvent event{.type = type,
                 .source = std::string(kAccessSource),
                 .stream = std::string(kAccessStream),
                 .actor = arguments.by,
                 .data = std::move(data)};
  SINETTI_ASSIGN(event.id, NewOwnId(what));
  SINETTI_ASSIGN(std::vector<EncodedDraft> drafts, EncodeOwnEvents(session.registry, {event}));
  SINETTI_ASSIGN(ActorDoor door, ActorDoor::Open(session, *ledger, arguments.signing));
  SINETTI_ASSIGN(const std::vector<Receipt> receipts, door.Append(std::move(drafts)));
  const std::uint64_t sequence = receipts.front().sequence.value;
  if (session.console.json()) {
    session.console.PrintLine(
        JsonObject().Text("type", type).Text("id", event.id).Number("sequence", sequence).str());
  } else {
    session.console.PrintLine(event.id + ": event " + std::to_string(sequence));
  }
  SINETTI_TRY(SignAndSay(session, *ledger));
  return kDone;
}

Result<std::string> MomentText(const std::string& given) {
  if (given.empty()) return std::string();
  SINETTI_ASSIGN(const Timestamp moment, ParseMoment(given));
  return FormatTimestamp(moment);
}

Result<ExitCode> Grant(Session& session, const AccessArguments& arguments) {
  SINETTI_ASSIGN(const std::string from, MomentText(arguments.from));
  SINETTI_ASSIGN(const std::string until, MomentText(arguments.until));
  AccessGrant grant{.reference = "",
                    .sequence = {},
                    .reader = arguments.reader,
                    .role = ReaderRole::kSupervisor,
                    .scope = {.providers = arguments.providers,
                              .units = {},
                              .matters = {},
                              .clients = {},
                              .purposes = {}},
                    .from = std::nullopt,
                    .until = std::nullopt,
                    .ground = "",
                    .granted_by = arguments.by,
                    .revoked = std::nullopt};
  for (const ReaderRole role : {ReaderRole::kSupervisor, ReaderRole::kLawyer, ReaderRole::kOperator,
                                ReaderRole::kProvider, ReaderRole::kAuditor})
    if (arguments.role == ReaderRoleName(role)) grant.role = role;
  if (!until.empty()) grant.until = *ParseTimestamp(until);
  if (const std::string problem = GrantProblem(grant); !problem.empty())
    return Error{ErrorCode::kInvalid, "this grant would have no effect: " + problem +
                                          "; next: sinetti access grant --help"};
  return RecordOne(session, arguments, "access.granted", "grant",
                   {{"reader", arguments.reader, {}},
                    {"role", arguments.role, {}},
                    {"providers", "", arguments.providers},
                    {"units", "", arguments.units},
                    {"matters", "", arguments.matters},
                    {"clients", "", arguments.clients},
                    {"purposes", "", arguments.purposes},
                    {"from", from, {}},
                    {"until", until, {}},
                    {"ground", arguments.ground, {}},
                    {"grantedBy", arguments.by, {}},
                    {"reason", arguments.reason, {}}});
}

Result<ExitCode> Revoke(Session& session, const AccessArguments& arguments) {
  std::string reference;
  {
    SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
    SINETTI_ASSIGN(const AccessRegister access,
                   ReadAccessRegister(ledger->Read(), session.registry));
    const AccessGrant* grant = access.Find(arguments.grant);
    if (grant == nullptr)
      return Error{ErrorCode::kNotFound,
                   "there is no grant " + arguments.grant + "; `sinetti access list` lists them"};
    if (grant->revoked)
      return Error{ErrorCode::kConflict, arguments.grant + " was revoked already: event " +
                                             std::to_string(grant->revoked->value)};
    reference = grant->reference;
  }
  return RecordOne(session, arguments, "access.revoked", "revoked",
                   {{"grant", reference, {}},
                    {"reason", arguments.reason, {}},
                    {"revokedBy", arguments.by, {}}});
}

// What is not named stays as it is: nothing is loosened by leaving it out.
Result<ExitCode> SetPolicy(Session& session, const AccessArguments& arguments) {
  std::string exports = arguments.exports;
  if (exports.empty()) {
    SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
    SINETTI_ASSIGN(const AccessRegister access,
                   ReadAccessRegister(ledger->Read(), session.registry));
    exports = access.policy().exports_granted ? "granted" : "free";
  }
  return RecordOne(session, arguments, "access.policySet", "policy",
                   {{"readerProof", arguments.proof == "always" ? "always" : "whenRegistered", {}},
                    {"exports", exports == "granted" ? "yes" : "no", {}},
                    {"reason", arguments.reason, {}},
                    {"setBy", arguments.by, {}}});
}

std::string IdOf(const AccessGrant& grant) {
  return grant.reference.substr(grant.reference.find('#') + 1);
}

const char* StateOf(const AccessGrant& grant, Timestamp now) {
  if (grant.revoked) return "revoked";
  if (grant.until && *grant.until <= now) return "ended";
  if (grant.from && now < *grant.from) return "not begun";
  return "in force";
}

void PrintJson(Console& console, const AccessGrant& grant, Timestamp now) {
  const AccessScope& scope = grant.scope;
  JsonObject object;
  object.Text("grant", IdOf(grant))
      .Number("sequence", grant.sequence.value)
      .Text("reader", grant.reader)
      .Text("role", ReaderRoleName(grant.role))
      .Text("state", StateOf(grant, now))
      .Raw("providers", JsonArray(scope.providers, JsonQuoted))
      .Raw("units", JsonArray(scope.units, JsonQuoted))
      .Raw("matters", JsonArray(scope.matters, JsonQuoted))
      .Raw("clients", JsonArray(scope.clients, JsonQuoted))
      .Raw("purposes", JsonArray(scope.purposes, JsonQuoted));
  if (grant.from) object.Text("from", FormatTimestamp(*grant.from));
  if (grant.until) object.Text("until", FormatTimestamp(*grant.until));
  if (grant.revoked) object.Number("revoked", grant.revoked->value);
  console.PrintLine(object.Text("ground", grant.ground).Text("grantedBy", grant.granted_by).str());
}

void PrintText(Console& console, const AccessGrant& grant, Timestamp now) {
  console.PrintLine(grant.reader + ", " + ReaderRoleName(grant.role) + ", " + StateOf(grant, now));
  std::string limits;
  const auto add = [&limits](const char* kind, const std::vector<std::string>& values) {
    for (const std::string& value : values)
      limits += (limits.empty() ? "" : "; ") + std::string(kind) + " " + value;
  };
  add("provider", grant.scope.providers);
  add("unit", grant.scope.units);
  add("matter", grant.scope.matters);
  add("client", grant.scope.clients);
  add("purpose", grant.scope.purposes);
  console.PrintLine("  limits   " + (limits.empty() ? std::string("none") : limits));
  if (grant.from) console.PrintLine("  from     " + FormatTimestamp(*grant.from));
  if (grant.until) console.PrintLine("  until    " + FormatTimestamp(*grant.until));
  console.PrintLine("  ground   " + grant.ground);
  console.PrintLine("  grant    " + IdOf(grant) + ", event " +
                    std::to_string(grant.sequence.value) + ", by " + grant.granted_by);
}

Result<ExitCode> List(Session& session, const AccessArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const AccessRegister access, ReadAccessRegister(reader, session.registry));
  const Timestamp now = std::max(session.clock.Now(), reader.last_recorded_at());
  Console& console = session.console;
  for (const AccessGrant& grant : access.grants()) {
    if (!arguments.reader.empty() && grant.reader != arguments.reader) continue;
    console.json() ? PrintJson(console, grant, now) : PrintText(console, grant, now);
  }
  for (const IgnoredAccessEvent& event : access.ignored())
    console.Say("event " + std::to_string(event.sequence.value) + " has no effect: " + event.why);
  if (access.grants().empty())
    console.Say("no grant yet: nobody opens sealed fields; next: sinetti access grant --help");
  console.Say(
      std::string("a signature is demanded of ") +
      (access.policy().proof_always ? "every reader" : "readers that are registered actors") +
      "; exports " + (access.policy().exports_granted ? "need a grant" : "are free"));
  return kDone;
}

}  // namespace

Result<ExitCode> Run(Session& session, const AccessArguments& arguments) {
  switch (arguments.action) {
    case AccessArguments::Action::kGrant: return Grant(session, arguments);
    case AccessArguments::Action::kRevoke: return Revoke(session, arguments);
    case AccessArguments::Action::kList: return List(session, arguments);
    case AccessArguments::Action::kPolicy: return SetPolicy(session, arguments);
  }
  return kBadInput;
}

}  // namespace sinetti
