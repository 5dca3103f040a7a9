// sinetti actor: keys of those who sign what they submit, and what must be signed.
#include "cli/commands/actor_door.h"
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/passphrase.h"
#include "ledger/client/own_event.h"
#include "ledger/crypto/key_file.h"
#include "ledger/event/draft_json.h"

namespace sinetti {
namespace {

// One event about actors, through the same door as every other draft.
Result<ExitCode> RecordOne(Session& session, const SigningArguments& signing,
                           const std::string& type, const std::string& data) {
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(const std::string id, NewOwnId(type));
  JsonObject json;
  json.Text("specversion", "1.0")
      .Text("id", id)
      .Text("source", kActorSource)
      .Text("type", type)
      .Text("stream", kActorStream)
      .Raw("data", data);
  SINETTI_ASSIGN(Draft draft, ParseDraft(json.str(), session.registry));
  std::vector<EncodedDraft> drafts;
  SINETTI_ASSIGN(EncodedDraft encoded, EncodeDraft(std::move(draft)));
  drafts.push_back(std::move(encoded));
  SINETTI_ASSIGN(ActorDoor door, ActorDoor::Open(session, *ledger, signing));
  SINETTI_ASSIGN(const std::vector<Receipt> receipts, door.Append(std::move(drafts)));
  const Receipt& receipt = receipts.front();
  if (session.console.json()) {
    session.console.PrintLine(
        JsonObject().Text("type", type).Number("sequence", receipt.sequence.value).str());
  } else {
    session.console.PrintLine(type + ": event " + std::to_string(receipt.sequence.value));
  }
  SINETTI_TRY(SignAndSay(session, *ledger));
  return kDone;
}

Result<ExitCode> Keygen(Session& session, const ActorArguments& arguments) {
  SINETTI_ASSIGN(Secret seed, Secret::Random());
  SINETTI_ASSIGN(const FileSigner signer, FileSigner::FromSeed(arguments.name, seed));
  SINETTI_ASSIGN(const auto protection,
                 NewProtection(arguments.encrypt, session.passphrase_file()));
  SINETTI_TRY(WriteKeyFile(arguments.output, {.name = arguments.name, .seed = seed},
                           ProtectionOrNone(protection)));
  const std::string key = FormatVerifierKey(signer.key());
  session.console.PrintLine(
      session.console.json()
          ? JsonObject().Text("actor", arguments.name).Text("verifierKey", key).str()
          : key);
  session.console.Say("private key in " + arguments.output +
                      ", keep it to yourself; next: sinetti actor register VKEY --kind office");
  return kDone;
}

Result<ExitCode> GiveKey(Session& session, const ActorArguments& arguments) {
  SINETTI_ASSIGN(const VerifierKey key, ReadVerifierKey(arguments.verifier_key));
  SINETTI_TRY(RequireKeyType(key, KeyType::kNote));
  JsonObject data;
  data.Text("actor", key.name);
  const bool registered = arguments.action == ActorArguments::Action::kRegister;
  if (registered) data.Text("kind", arguments.kind);
  data.Text("verifierKey", FormatVerifierKey(key));
  if (!arguments.title.empty()) data.Text("title", arguments.title);
  if (arguments.recovery) data.Bool("recovery", true);
  if (!arguments.reason.empty()) data.Text("reason", arguments.reason);
  return RecordOne(session, arguments.signing, registered ? "actor.registered" : "actor.keyRotated",
                   data.str());
}

// What the index says of actors and policies.
class Known {
 public:
  static Result<std::unique_ptr<Known>> Read(const Ledger& ledger, const TypeRegistry& registry) {
    auto known = std::unique_ptr<Known>(new Known(ledger, registry));
    SINETTI_TRY(known->check_.SeeIndexed(known->source_.reader().size()));
    return known;
  }
  ActorRegister actors() const { return check_.Register(); }
  const SignaturePolicy* PolicyAt(Timestamp now) const { return check_.PolicyAt(now); }

 private:
  Known(const Ledger& ledger, const TypeRegistry& registry)
      : source_(ledger.Read(), registry), check_(ledger.info().origin, source_) {}

  EntrySource source_;
  SignatureCheck check_;
};

Result<std::string> MomentText(Session& session, const std::string& given) {
  if (given.empty()) return FormatTimestamp(session.clock.Now());
  SINETTI_ASSIGN(const Timestamp moment, ParseMoment(given));
  return FormatTimestamp(moment);
}

Result<std::string> NewestKeyId(Session& session, const std::string& name) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const auto known, Known::Read(*ledger, session.registry));
  const ActorRegister actors = known->actors();
  const Actor* actor = actors.Find(name);
  if (actor == nullptr)
    return Error{ErrorCode::kNotFound,
                 "no actor " + name + " is registered; `sinetti actor list` lists them"};
  return KeyIdText(actor->keys.back().key);
}

Result<ExitCode> Revoke(Session& session, const ActorArguments& arguments) {
  std::string key_id = arguments.key_id;
  if (key_id.empty()) {
    SINETTI_ASSIGN(key_id, NewestKeyId(session, arguments.name));
  }
  SINETTI_ASSIGN(const std::string from, MomentText(session, arguments.from));
  return RecordOne(session, arguments.signing, "actor.keyRevoked",
                   JsonObject()
                       .Text("actor", arguments.name)
                       .Text("keyId", key_id)
                       .Text("from", from)
                       .Text("reason", arguments.reason)
                       .str());
}

std::string KeyState(const ActorKey& key) {
  std::string state = "from event " + std::to_string(key.since.value);
  if (key.replaced) state += ", replaced at event " + std::to_string(key.replaced->value);
  if (key.revoked)
    state += std::string(", revoked") + (key.compromised ? " as compromised" : "") + " from " +
             FormatTimestamp(*key.revoked);
  return state;
}

std::string KeyJson(const ActorKey& key) {
  JsonObject object;
  object.Text("keyId", KeyIdText(key.key))
      .Text("verifierKey", FormatVerifierKey(key.key))
      .Number("since", key.since.value);
  if (key.replaced) object.Number("replaced", key.replaced->value);
  if (key.revoked)
    object.Text("revoked", FormatTimestamp(*key.revoked)).Bool("compromised", key.compromised);
  return object.str();
}

std::string TypesOf(const SignaturePolicy* policy) {
  std::string types;
  if (policy != nullptr)
    for (const std::string& type : policy->types) types += (types.empty() ? "" : ", ") + type;
  return types;
}

Result<ExitCode> List(Session& session) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const auto known, Known::Read(*ledger, session.registry));
  const ActorRegister actors = known->actors();
  const std::string types = TypesOf(known->PolicyAt(session.clock.Now()));
  Console& console = session.console;
  for (const auto& [name, actor] : actors.actors()) {
    if (console.json()) {
      console.PrintLine(JsonObject()
                            .Text("actor", name)
                            .Text("kind", actor.kind)
                            .Text("title", actor.title)
                            .Raw("keys", JsonArray(actor.keys, KeyJson))
                            .str());
      continue;
    }
    console.PrintLine(name + ", " + actor.kind + (actor.title.empty() ? "" : ", " + actor.title));
    for (const ActorKey& key : actor.keys)
      console.PrintLine("  " + KeyIdText(key.key) + "  " + KeyState(key));
  }
  if (!types.empty()) console.Say("must be signed: " + types);
  if (actors.actors().empty())
    console.Say("no actor yet; next: sinetti actor keygen ACTOR -o FILE");
  return kDone;
}

// The program records these by itself and has no actor's key then.
Result<void> CheckDemandable(const std::string& type) {
  for (const char* given : {"access.granted", "access.revoked", "access.policySet"})
    if (type == given) return {};
  for (const char* own : {"access.", "subject.", "legalhold.", "discrepancy.", "batch."})
    if (type.starts_with(own))
      return Error{ErrorCode::kInvalid,
                   "--type " + type +
                       ": events of this family are recorded by sinetti itself, "
                       "without an actor; a signature cannot be demanded of them"};
  return {};
}

Result<ExitCode> SetPolicy(Session& session, const ActorArguments& arguments) {
  if (arguments.types.empty() && !arguments.nothing)
    return Error{ErrorCode::kInvalid,
                 "say what must be signed: --type TYPE, once for each, or --nothing; `sinetti "
                 "actor list` shows what is demanded now"};
  for (const std::string& type : arguments.types) {
    if (!type.ends_with('.') && session.registry.Find(type) == nullptr)
      return Error{ErrorCode::kInvalid, UnknownType(session.registry, type)};
    SINETTI_TRY(CheckDemandable(type));
  }
  JsonObject data;
  data.Raw("types", JsonArray(arguments.types, JsonQuoted));
  if (!arguments.from.empty()) {
    SINETTI_ASSIGN(const std::string from, MomentText(session, arguments.from));
    data.Text("from", from);
  }
  if (!arguments.reason.empty()) data.Text("reason", arguments.reason);
  return RecordOne(session, arguments.signing, "signature.policySet", data.str());
}

}  // namespace

Result<ExitCode> Run(Session& session, const ActorArguments& arguments) {
  switch (arguments.action) {
    case ActorArguments::Action::kKeygen: return Keygen(session, arguments);
    case ActorArguments::Action::kRegister:
    case ActorArguments::Action::kRotate: return GiveKey(session, arguments);
    case ActorArguments::Action::kRevoke: return Revoke(session, arguments);
    case ActorArguments::Action::kList: return List(session);
    case ActorArguments::Action::kPolicy: return SetPolicy(session, arguments);
  }
  return kBadInput;
}

}  // namespace sinetti
