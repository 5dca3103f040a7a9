// See actor_register.h.
#include "ledger/actor/actor_register.h"

#include <algorithm>

#include "ledger/base/quote.h"

namespace sinetti {
namespace {

const ActorKey* FindKey(const Actor& actor, std::string_view key_id) {
  const auto found = std::find_if(actor.keys.begin(), actor.keys.end(), [&](const ActorKey& key) {
    return KeyIdText(key.key) == key_id;
  });
  return found == actor.keys.end() ? nullptr : &*found;
}

Error Unknown(std::string_view actor) {
  return Error{ErrorCode::kInvalid, "no actor " + Quoted(actor) + " is registered"};
}

}  // namespace

ActorRegister::ActorRegister(const std::vector<ActorKeyRevocation>& revocations) {
  for (const ActorKeyRevocation& revocation : revocations) {
    const auto [known, added] =
        revocations_.try_emplace({revocation.actor, revocation.key_id}, revocation);
    if (!added && revocation.moment < known->second.moment) known->second = revocation;
  }
}

ActorKey ActorRegister::NewKey(const ActorKeyGiven& given, Sequence at) const {
  ActorKey key{.key = given.key, .since = at, .replaced = {}, .revoked = {}};
  const auto revocation = revocations_.find({given.actor, KeyIdText(given.key)});
  if (revocation != revocations_.end()) {
    key.revoked = revocation->second.moment;
    key.compromised = revocation->second.compromised;
  }
  return key;
}

Result<void> ActorRegister::Register(const ActorKeyGiven& given, Sequence at) {
  if (const Actor* known = Find(given.actor))
    return Error{ErrorCode::kInvalid, "actor " + Quoted(given.actor) +
                                          " is registered already, by event " +
                                          std::to_string(known->registered.value)};
  actors_.emplace(given.actor,
                  Actor{given.actor, given.kind, given.title, at, {NewKey(given, at)}});
  return {};
}

Result<void> ActorRegister::CheckRotation(const ActorKeyGiven& given) const {
  const Actor* actor = Find(given.actor);
  if (actor == nullptr) return Unknown(given.actor);
  if (FindKey(*actor, KeyIdText(given.key)) != nullptr)
    return Error{ErrorCode::kInvalid, "the key " + KeyIdText(given.key) + " of " +
                                          Quoted(given.actor) +
                                          " was its key before; a key does not come back"};
  return {};
}

Result<void> ActorRegister::Rotate(const ActorKeyGiven& given, Sequence at) {
  SINETTI_TRY(CheckRotation(given));
  Actor& actor = actors_.find(given.actor)->second;
  actor.keys.back().replaced = at;
  actor.keys.push_back(NewKey(given, at));
  return {};
}

Result<void> ActorRegister::CheckRevocation(const ActorKeyRevocation& revocation) const {
  const Actor* actor = Find(revocation.actor);
  if (actor == nullptr) return Unknown(revocation.actor);
  if (FindKey(*actor, revocation.key_id) == nullptr)
    return Error{ErrorCode::kInvalid,
                 "actor " + Quoted(revocation.actor) + " has no key " + Quoted(revocation.key_id)};
  return {};
}

KeyAnswer ActorRegister::Ask(std::string_view name, std::string_view key_id, Sequence at,
                             Timestamp recorded_at) const {
  const Actor* actor = Find(name);
  if (actor == nullptr) return {KeyVerdict::kUnknownActor, nullptr, Unknown(name).message};
  const ActorKey* key = FindKey(*actor, key_id);
  const std::string who = "the key " + Quoted(key_id) + " of " + Quoted(name);
  if (key == nullptr)
    return {KeyVerdict::kUnknownKey, nullptr,
            who + " was never registered; its newest is " + KeyIdText(actor->keys.back().key)};
  if (at <= key->since)
    return {KeyVerdict::kNotYet, &key->key,
            who + " signs only what stands behind event " + std::to_string(key->since.value)};
  if (key->revoked && recorded_at > *key->revoked)
    return {KeyVerdict::kRevoked, &key->key,
            who + " was revoked" + (key->compromised ? " as compromised" : "") + " from " +
                FormatTimestamp(*key->revoked) + ", this was recorded at " +
                FormatTimestamp(recorded_at)};
  if (key->replaced && at > *key->replaced)
    return {KeyVerdict::kReplaced, &key->key,
            who + " was replaced by a newer one at event " + std::to_string(key->replaced->value)};
  return {KeyVerdict::kInForce, &key->key, ""};
}

const Actor* ActorRegister::Find(std::string_view name) const {
  const auto found = actors_.find(name);
  return found == actors_.end() ? nullptr : &found->second;
}

}  // namespace sinetti
