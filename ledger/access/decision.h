// May this reader, with these grants, ask this question at this moment?  Pure: no ledger, no vault,
// no clock, so that every case can be tried.  Implements docs/format/access.md, "Decision".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/base/integers.h"

namespace sinetti {

// Same numbers as in schemas/access.capnp.
enum class ReaderRole : std::uint16_t {
  kUnspecified,
  kSupervisor,
  kLawyer,
  kOperator,
  kProvider,
  kAuditor
};
enum class AccessAct : std::uint16_t { kUnspecified, kOpen, kDisclose, kExport };
enum class AccessVerdict : std::uint16_t {
  kGranted,
  kNotProved,
  kNoGrant,
  kNotInForce,
  kRole,
  kPurpose,
  kScope
};

// An empty list is no limit.
struct AccessScope {
  std::vector<std::string> providers;
  std::vector<std::string> units;
  std::vector<std::string> matters;
  std::vector<std::string> clients;
  std::vector<std::string> purposes;
};

struct AccessGrant {
  std::string reference;  // source#id of access.granted
  Sequence sequence;
  std::string reader;
  ReaderRole role{};
  AccessScope scope;
  std::optional<Timestamp> from;   // first moment at which it counts; from the event on
  std::optional<Timestamp> until;  // first moment at which it counts no more
  std::string ground;
  std::string granted_by;
  std::optional<Sequence> revoked;
};

struct AccessPolicy {
  bool proof_always = false;     // else of readers who are registered actors
  bool exports_granted = false;  // exports need a grant
};

// One sealed value that somebody asks for, or an export.
struct AccessQuestion {
  std::string reader;
  AccessAct act = AccessAct::kOpen;
  std::string purpose;
  std::string provider;  // of the event; empty: it names none.  So below
  std::string unit;
  std::string matter;
  std::string client;  // whose value it is
  Timestamp moment;
  bool registered = false;  // the reader is an actor of the ledger
  bool proved = false;      // and signed the request with its key in force
};

struct AccessAnswer {
  AccessVerdict verdict = AccessVerdict::kNoGrant;
  const AccessGrant* grant = nullptr;  // by which; null unless granted

  bool granted() const { return verdict == AccessVerdict::kGranted; }
};

// Whether a grant of the role may allow the act at all.
bool MayAct(ReaderRole role, AccessAct act);

// Why the grant never counts: one without a role, an auditor's without an end, a provider's without
// providers, one that the reader gave itself.  Empty: it does.
std::string GrantProblem(const AccessGrant& grant);

// One grant has to cover the whole question.  Of several refusals the one that came nearest is
// given.
AccessAnswer Decide(std::span<const AccessGrant> grants, const AccessPolicy& policy,
                    const AccessQuestion& question);

// "supervisor", "open", "scope": as in the schema.
const char* ReaderRoleName(ReaderRole role);
const char* AccessActName(AccessAct act);
const char* AccessVerdictName(AccessVerdict verdict);

}  // namespace sinetti
