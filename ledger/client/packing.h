// Makes an evidence pack: whether it may be handed out is asked as of any export, and that it is
// handed out is recorded and signed for before the file exists (docs/format/evidence-pack.md,
// docs/format/access.md, "Exports", decision 0053).
#pragma once

#include <string>

#include "ledger/client/access_gate.h"
#include "ledger/crypto/signer.h"
#include "ledger/index/prove_complete.h"

namespace sinetti {

struct PackWish {
  std::string key;               // kind:value
  std::optional<TreeSize> from;  // as for a complete answer
  std::optional<TreeSize> to;
  std::string recipient;
  std::string purpose;
  std::string ground;  // act and section
  std::string actor;   // who hands it out; may be empty
  std::string role;
  Signer* actor_signer = nullptr;  // proves the actor
};

struct MadePack {
  std::string text;
  std::size_t events = 0;
  std::vector<Sequence> recorded;
};

// One `access.exported` for each client whom the events are about, or one for the key when there is
// none; a checkpoint is signed over them.  kNotFound: no checkpoint carries an index.  kInvalid: a
// text is refused, or there is no actor where exports need a grant.  Then nothing is recorded and
// nothing handed out.  kConflict: exports need a grant, and the actor's cover not all of the
// events; then only that is recorded.
Result<MadePack> MakePack(const AccessTools& tools, Signer& signer, const PackWish& wish);

}  // namespace sinetti
