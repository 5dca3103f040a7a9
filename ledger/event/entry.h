// An entry of the log, before and after it was verified.  Bytes that nobody verified cannot be
// decoded: DecodeEvent takes a VerifiedEntry, and only the chain verifier can make one.
#pragma once

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"

namespace sinetti {

// As stored: `previous` is the leaf hash of the entry before (zeros for the first), `record` a view
// into bytes that the reader owns.  Unverified.
struct Entry {
  Sequence sequence;
  Hash previous;
  ByteView record;
};

// An entry whose leaf hash stands where the chain says.  A view: the record's bytes must outlive
// it.
class VerifiedEntry {
 public:
  ByteView record() const { return record_; }
  const Hash& leaf() const { return leaf_; }  // SHA-256(0x00, previous, record)
  Sequence sequence() const { return sequence_; }
  const Hash& previous() const { return previous_; }

 private:
  friend class ChainVerifier;  // ledger/log/chain.h
  VerifiedEntry(const Entry& entry, const Hash& leaf)
      : sequence_(entry.sequence), previous_(entry.previous), leaf_(leaf), record_(entry.record) {}

  Sequence sequence_;
  Hash previous_;
  Hash leaf_;
  ByteView record_;
};

}  // namespace sinetti
