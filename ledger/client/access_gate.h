// Stands before the vault: asks whether a reader may have the sealed values that it asks for, keeps
// a record of what was refused, and signs for the reader what is recorded of the rest.
// Implements docs/format/access.md, "Order".
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/access/access_register.h"
#include "ledger/base/clock.h"
#include "ledger/client/own_event.h"
#include "ledger/crypto/signer.h"
#include "ledger/event/event_json.h"
#include "ledger/vault/sealing.h"

namespace sinetti {

// Who asks and why.  A signer proves it; its key has the reader's name.
struct ReaderOfClient {
  std::string purpose;
  std::string ground;  // act and section
  std::string role;    // the reader's task, in words; may be empty
  std::string actor;
  Signer* signer = nullptr;
};

// What opening and disclosing work with.  `open` is the only way to a sealed value, and is called
// for none that no grant covers: as Vault::Open.
struct AccessTools {
  Ledger& ledger;  // open for writing
  const TypeRegistry& registry;
  Clock& clock;
  std::function<Result<OpenedValue>(const SealedField&, std::string_view stream)> open;
};

// What is opened of one subject, and by which grants.
struct SubjectFields {
  std::vector<std::string> paths;
  std::set<std::string> grants;
};

struct RefusedField {
  std::string object;   // stream
  std::string asked;    // 41 data.reasons, or in words
  std::string subject;  // whose log it is for
  AccessVerdict why{};
};

// The object of what is asked of the whole ledger.
inline constexpr std::string_view kWholeLedger = "ledger";

// One request.  All that it is made of must outlive it.
class AccessGate {
 public:
  // kInvalid: a text of the reader is refused, or the signer has another name.
  static Result<AccessGate> Open(const AccessTools& tools, AccessAct act,
                                 const ReaderOfClient& reader, const std::vector<Sequence>& events);

  // For the values of one subject in an event; the grant lives as long as the gate.
  AccessAnswer Ask(const Event& event, std::string_view subject) const;

  // For all that the ledger holds: only a grant without limits covers it.
  AccessAnswer AskForAll() const;

  // For a file of all events of a key (kind:value) that has none: as an event with that key alone.
  AccessAnswer AskForKey(std::string_view key) const;

  // Adds an answer that is not granted.
  void Refuse(const Event& event, const SealedField& field, AccessVerdict why);
  void RefuseAll(AccessVerdict why);
  void RefuseKey(std::string_view key, std::string subject, AccessVerdict why);
  const std::vector<RefusedField>& refused() const { return refused_; }
  const AccessPolicy& policy() const { return grants_.policy(); }

  // Records one `access.refused` for each subject and reason of what was refused.
  Result<void> RecordRefused();

  // kConflict: what the reader is told of the first refusal.  It rests on nothing but the events'
  // plain attributes and the grants.
  Error Refusal() const;

  // As one batch, signed by the reader where it has a signer; receipts of `events` only.
  Result<std::vector<Receipt>> Record(const std::vector<OwnEvent>& events) const;

 private:
  AccessGate(const AccessTools& tools, AccessAct act, const ReaderOfClient& reader)
      : tools_(&tools), act_(act), reader_(&reader) {}

  Result<void> CheckReader() const;
  Result<void> Identify(const Reader& ledger, const std::vector<Sequence>& events);
  AccessQuestion Question() const;
  std::string Why(AccessVerdict verdict) const;

  const AccessTools* tools_;
  AccessAct act_;
  const ReaderOfClient* reader_;
  AccessRegister grants_;
  Timestamp moment_;
  bool registered_ = false;
  std::string unproved_;  // why it is not proved; empty: it is, or nothing was handed over
  bool proved_ = false;
  std::vector<RefusedField> refused_;
};

}  // namespace sinetti
