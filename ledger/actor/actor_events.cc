// Reads the bodies through their generated readers.
#include "ledger/actor/actor_events.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ledger/base/quote.h"
#include "ledger/event/body.h"
#include "schemas/actor.capnp.h"

namespace sinetti {
namespace {

std::string Text(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

// The schema has checked that these are instants.
Timestamp Moment(capnp::Text::Reader text) {
  const auto moment = ParseTimestamp(std::string_view(text.begin(), text.size()));
  return moment ? *moment : Timestamp{INT64_MIN};
}

Result<VerifierKey> KeyOf(const std::string& actor, const std::string& text) {
  auto key = ParseVerifierKey(text);
  if (!key) return std::move(key).error().Within("verifierKey");
  SINETTI_TRY(RequireKeyType(*key, KeyType::kNote));
  if (key->name != actor)
    return Error{ErrorCode::kInvalid, "the verifier key is that of " + Quoted(key->name) +
                                          ", the actor is " + Quoted(actor)};
  return key;
}

}  // namespace

ActorEventType ActorEventTypeOf(std::string_view type) {
  static constexpr std::array<std::pair<std::string_view, ActorEventType>, 5> kTypes{
      {{"actor.registered", ActorEventType::kRegistered},
       {"actor.keyRotated", ActorEventType::kKeyRotated},
       {"actor.keyRevoked", ActorEventType::kKeyRevoked},
       {"signature.policySet", ActorEventType::kPolicySet},
       {"batch.signed", ActorEventType::kBatchSigned}}};
  if (type.empty() || (type[0] != 'a' && type[0] != 's' && type[0] != 'b'))
    return ActorEventType::kNone;
  for (const auto& [name, kind] : kTypes)
    if (name == type) return kind;
  return ActorEventType::kNone;
}

bool SignaturePolicy::Demands(std::string_view type) const {
  return std::any_of(types.begin(), types.end(), [type](const std::string& demanded) {
    return demanded == type || (demanded.ends_with('.') && type.starts_with(demanded));
  });
}

Result<ActorKeyGiven> ReadActorKeyGiven(const Event& event) {
  ActorKeyGiven given;
  std::string key;
  if (Is<schema::ActorRegistered>(event)) {
    const auto body = Body<schema::ActorRegistered>(event);
    given.actor = Text(body.getActor());
    given.kind = EnumerantName(body.getKind());
    given.title = Text(body.getTitle());
    key = Text(body.getVerifierKey());
  } else {
    const auto body = Body<schema::ActorKeyRotated>(event);
    given.actor = Text(body.getActor());
    given.recovery = body.getRecovery();
    key = Text(body.getVerifierKey());
  }
  SINETTI_ASSIGN(given.key, KeyOf(given.actor, key));
  return given;
}

ActorKeyRevocation ReadActorKeyRevocation(const Event& event) {
  const auto body = Body<schema::ActorKeyRevoked>(event);
  ActorKeyRevocation revocation{.actor = Text(body.getActor()),
                                .key_id = Text(body.getKeyId()),
                                .moment = Moment(body.getFrom())};
  revocation.compromised = body.getReason() == schema::RevocationReason::COMPROMISED;
  if (!revocation.compromised) revocation.moment = std::max(revocation.moment, event.recorded_at());
  return revocation;
}

SignaturePolicy ReadSignaturePolicy(const Event& event) {
  const auto body = Body<schema::SignaturePolicySet>(event);
  SignaturePolicy policy{.types = {},
                         .from = body.hasFrom() ? Moment(body.getFrom()) : Timestamp{INT64_MIN}};
  for (const capnp::Text::Reader type : body.getTypes()) policy.types.push_back(Text(type));
  return policy;
}

BatchSignature ReadBatchSignature(const Event& event) {
  const auto body = Body<schema::BatchSigned>(event);
  return {.actor = Text(body.getActor()),
          .key_id = Text(body.getKeyId()),
          .count = body.getCount(),
          .signature = Text(body.getSignature())};
}

std::string KeyIdText(const VerifierKey& key) {
  const std::array<std::uint8_t, 4> id{
      static_cast<std::uint8_t>(key.id >> 24), static_cast<std::uint8_t>(key.id >> 16),
      static_cast<std::uint8_t>(key.id >> 8), static_cast<std::uint8_t>(key.id)};
  return HexEncode(id);
}

}  // namespace sinetti
