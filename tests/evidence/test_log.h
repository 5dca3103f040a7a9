// A small log in memory with its key, whose history can be forked, and witnesses to show it to.
#pragma once

#include <string>

#include "ledger/crypto/sha256.h"
#include "ledger/crypto/signer.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/proof_file.h"
#include "ledger/merkle/proof.h"
#include "ledger/merkle/tree_hash.h"
#include "tests/support/memory_tree.h"

namespace sinetti::testing_support {

inline FileSigner SignerOf(const std::string& name, std::uint8_t seed,
                           KeyType type = KeyType::kNote) {
  return FileSigner::FromSeed(name, Secret::From(Bytes(32, seed)).value(), type).value();
}

inline Timestamp At(std::int64_t second) {
  return Timestamp{ParseTimestamp("2026-03-01T12:00:00Z").value().micros + second * 1'000'000};
}

class TestLog {
 public:
  // Entries from `fork` on are others than those of the log without a fork.
  explicit TestLog(std::uint64_t size, std::uint64_t fork = UINT64_MAX,
                   const std::string& origin = "log.example/a", std::uint8_t seed = 1)
      : signer_(SignerOf(origin, seed)) {
    for (std::uint64_t i = 0; i < size; ++i) {
      const std::string entry = std::to_string(i) + (i >= fork ? " forged" : "");
      tree_.Append(LeafHash(AsBytes(entry)));
    }
  }

  const VerifierKey& key() const { return signer_.key(); }
  FileSigner& signer() { return signer_; }

  Hash RootAt(std::uint64_t size) { return ReadRoot(TreeSize{size}, tree_).value(); }

  // Signed at second `size` unless another one is named.
  std::string CheckpointAt(std::uint64_t size, std::int64_t second = -1) {
    Checkpoint checkpoint;
    checkpoint.origin = key().name;
    checkpoint.size = TreeSize{size};
    checkpoint.root = RootAt(size);
    checkpoint.time = At(second < 0 ? static_cast<std::int64_t>(size) : second);
    return SignCheckpoint(checkpoint, signer_).value();
  }

  std::string Consistency(std::uint64_t older, std::uint64_t newer) {
    return FormatConsistencyProof(
               {CheckpointAt(older), CheckpointAt(newer),
                ProveConsistency(TreeSize{older}, TreeSize{newer}, tree_).value()})
        .value();
  }

 private:
  FileSigner signer_;
  MemoryTree tree_;
};

}  // namespace sinetti::testing_support
