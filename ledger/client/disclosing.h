// Makes a disclosure: opens the chosen fields, records that and to whom they were disclosed, and
// only then hands out the file (docs/format/disclosure.md).
#pragma once

#include <functional>

#include "ledger/client/opening.h"
#include "ledger/crypto/signer.h"
#include "ledger/evidence/disclosure.h"

namespace sinetti {

struct DisclosureWish {
  std::string recipient;
  std::string purpose;
  std::string ground;           // act and section that allow it
  std::string withheld_ground;  // act and section by which the other fields are withheld
  std::string actor;            // who discloses; may be empty when nothing is opened
  std::string role;
  Signer* actor_signer = nullptr;  // proves the actor
  std::vector<Sequence> events;
  // Whether a sealed field of an event is opened.
  std::function<bool(const Event&, const SealedField&)> open;
};

// The file's text.  One `access.disclosedTo` for each subject whose values are opened, or one for
// the first event's stream when none is; a checkpoint is signed over them, and all proofs lead to
// it.  kNotFound: no such event, or the key of a field that is to be opened is gone.  kConflict: it
// was erased and the vault has its key again.  kInvalid: a text is refused.  Then nothing is
// recorded and nothing handed out.  kConflict: no grant of the actor covers one of the fields; then
// only that is recorded.
Result<std::string> Disclose(const AccessTools& tools, Signer& signer, const DisclosureWish& wish);

}  // namespace sinetti
