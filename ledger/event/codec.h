// Draft to record bytes: canonical Cap'n Proto, the same bytes for the same draft for ever
// (docs/format/event.md, "Record" and "Draft digest").
#pragma once

#include <string>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"
#include "ledger/base/result.h"
#include "ledger/event/draft.h"

namespace sinetti {

// `record` is final but for words 1 to 5, which AssignPosition fills.  `digest` tells a repeated
// draft from another one with the same source and id: the first half of SHA-256 of the digest form.
struct EncodedDraft {
  Bytes record;
  Hash16 digest;
  std::string source;
  std::string id;
  std::string stream;
  ExpectedVersion expected;
};

// kInvalid: the entry would exceed 65,535 bytes, or a protected field was not sealed.  Pure.
Result<EncodedDraft> EncodeDraft(Draft draft);

}  // namespace sinetti
