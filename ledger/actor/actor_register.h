// Who the actors of a ledger are and which key of each was in force when: folded from events.
// Implements docs/format/actor.md, "Key in force".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/actor/actor_events.h"
#include "ledger/base/clock.h"
#include "ledger/base/integers.h"
#include "ledger/base/result.h"

namespace sinetti {

struct ActorKey {
  VerifierKey key;
  Sequence since;                    // signs what stands behind this entry
  std::optional<Sequence> replaced;  // and nothing behind this one
  std::optional<Timestamp> revoked;  // and nothing that is recorded later
  bool compromised = false;
};

struct Actor {
  std::string name;
  std::string kind;
  std::string title;
  Sequence registered;
  std::vector<ActorKey> keys;  // oldest first; the last is the newest
};

enum class KeyVerdict { kInForce, kUnknownActor, kUnknownKey, kNotYet, kReplaced, kRevoked };

struct KeyAnswer {
  KeyVerdict verdict{};
  const VerifierKey* key = nullptr;  // where the actor has one of that id
  std::string words;                 // why not, as a sentence; empty when in force
};

// Revocations are known beforehand, changes come in the order of the ledger: so a key that turned
// out to be compromised has changed nothing after that moment, whenever this was found out.
class ActorRegister {
 public:
  explicit ActorRegister(const std::vector<ActorKeyRevocation>& revocations);

  // kInvalid, and nothing changed: the name is taken; the actor is unknown, or has that key
  // already.
  Result<void> Register(const ActorKeyGiven& given, Sequence at);
  Result<void> CheckRotation(const ActorKeyGiven& given) const;
  // `at`: the old key signs until there, the new one from behind it.
  Result<void> Rotate(const ActorKeyGiven& given, Sequence at);
  // kInvalid when there is no such key by now.
  Result<void> CheckRevocation(const ActorKeyRevocation& revocation) const;

  // May this key sign for the actor in the entry `at`, recorded then?
  KeyAnswer Ask(std::string_view actor, std::string_view key_id, Sequence at,
                Timestamp recorded_at) const;

  const Actor* Find(std::string_view name) const;
  const std::map<std::string, Actor, std::less<>>& actors() const { return actors_; }

 private:
  ActorKey NewKey(const ActorKeyGiven& given, Sequence at) const;

  std::map<std::pair<std::string, std::string>, ActorKeyRevocation> revocations_;
  std::map<std::string, Actor, std::less<>> actors_;
};

}  // namespace sinetti
