// The five event types about actors and signatures as plain data (schemas/actor.capnp), and which
// events they are.  Implements docs/format/actor.md, "Events".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/base/integers.h"
#include "ledger/base/result.h"
#include "ledger/crypto/verifier_key.h"
#include "ledger/event/event.h"

namespace sinetti {

// Where the events about actors and the policy stand, so that whoever appends finds them by one
// look at the index; elsewhere they have no effect.
inline constexpr std::string_view kActorStream = "actors";
inline constexpr std::string_view kSignatureStream = "signatures";
// The source of events that the program makes for an actor.
inline constexpr std::string_view kActorSource = "sinetti:actor";

enum class ActorEventType {
  kNone,  // of any other type
  kRegistered,
  kKeyRotated,
  kKeyRevoked,
  kPolicySet,
  kBatchSigned,
};
ActorEventType ActorEventTypeOf(std::string_view type);

struct ActorKeyGiven {  // actor.registered, actor.keyRotated
  std::string actor;
  VerifierKey key;
  bool recovery = false;  // keyRotated
  std::string kind;       // registered: office
  std::string title;      // registered
};

struct ActorKeyRevocation {
  std::string actor;
  std::string key_id;
  bool compromised = false;
  // What the key signed later is worth nothing.
  Timestamp moment;
};

struct SignaturePolicy {
  std::vector<std::string> types;  // a type, or a family with its dot
  Timestamp from;                  // as stated; INT64_MIN: from the event on

  bool Demands(std::string_view type) const;
};

struct BatchSignature {
  std::string actor;
  std::string key_id;
  std::uint64_t count = 0;
  std::string signature;  // base64, not read yet
};

// kInvalid with what is wrong when the event's content cannot be used: a malformed key, one of
// another name.  The event must be of a fitting type.
Result<ActorKeyGiven> ReadActorKeyGiven(const Event& event);
ActorKeyRevocation ReadActorKeyRevocation(const Event& event);
SignaturePolicy ReadSignaturePolicy(const Event& event);
BatchSignature ReadBatchSignature(const Event& event);

// The id of a key as events name it: eight hex digits.
std::string KeyIdText(const VerifierKey& key);

}  // namespace sinetti
