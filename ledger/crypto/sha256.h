// SHA-256 (FIPS 180-4), the one hash function of the ledger (docs/format/hashing.md).
#pragma once

#include <initializer_list>
#include <memory>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"

namespace sinetti {

// The hash of the parts, one after the other, without copying them together.  Any thread may call
// it; made for short inputs (about two million calls a second on one core).
Hash HashOf(std::initializer_list<ByteView> parts);

// For input that arrives piece by piece.  One thread at a time.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void Update(ByteView bytes);

  // The hash of everything since construction or the last Finish; then begins anew.
  Hash Finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti
