// The grants of a ledger and its policy of access, folded from the events of one stream.
// Implements docs/format/access.md, "Events".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/access/decision.h"
#include "ledger/event/event.h"
#include "ledger/log/reader.h"

namespace sinetti {

// Where the events stand that give and take rights, so that whoever asks finds them by one look at
// the index; elsewhere they have no effect.
inline constexpr std::string_view kAccessStream = "access";
// The source of such events when the program makes them.
inline constexpr std::string_view kAccessSource = "sinetti:access";

// An event of the stream that changes nothing, and why.
struct IgnoredAccessEvent {
  Sequence sequence;
  std::string why;
};

class AccessRegister {
 public:
  // The events of the stream, in order; of other types nothing is kept.
  void Apply(const Event& event);

  const std::vector<AccessGrant>& grants() const { return grants_; }  // oldest first
  const AccessPolicy& policy() const { return policy_; }
  const std::vector<IgnoredAccessEvent>& ignored() const { return ignored_; }

  // By source#id, or by the id alone.
  const AccessGrant* Find(std::string_view reference) const;

 private:
  void TakeGrant(const Event& event);
  void TakeRevocation(const Event& event);

  std::vector<AccessGrant> grants_;
  AccessPolicy policy_;
  std::vector<IgnoredAccessEvent> ignored_;
};

// As of the reader's last event.
Result<AccessRegister> ReadAccessRegister(const Reader& reader, const TypeRegistry& registry);

}  // namespace sinetti
