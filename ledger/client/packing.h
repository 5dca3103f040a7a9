// Makes an evidence pack: that it is handed out is recorded and signed for before the file exists
// (docs/format/evidence-pack.md, decision 0053).
#pragma once

#include <string>

#include "ledger/base/clock.h"
#include "ledger/crypto/signer.h"
#include "ledger/index/prove_complete.h"
#include "ledger/log/ledger.h"

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
};

struct MadePack {
  std::string text;
  std::size_t events = 0;
  std::vector<Sequence> recorded;
};

// One `access.exported` for each client whom the events are about, or one for the key when there is
// none; a checkpoint is signed over them.  kNotFound: no checkpoint carries an index.  kInvalid: a
// text is refused.  Then nothing is recorded and nothing handed out.
Result<MadePack> MakePack(Ledger& ledger, const TypeRegistry& registry, Signer& signer,
                          Clock& clock, const PackWish& wish);

}  // namespace sinetti
