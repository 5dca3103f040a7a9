// See entries_root.h.
#include "ledger/evidence/entries_root.h"

#include "ledger/merkle/frontier.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {
namespace {

constexpr std::uint8_t kLeaf[] = {kLeafDomain};
constexpr std::uint8_t kNode[] = {kNodeDomain};

// The right edge of the tree, as Frontier is with SHA-256.
class Edge {
 public:
  explicit Edge(DigestAlgorithm algorithm) : algorithm_(algorithm) {}

  void Append(const Entry& entry) {
    Bytes hash = DigestOf(algorithm_, {kLeaf, entry.previous.bytes, entry.record});
    for (std::uint64_t carry = size_; (carry & 1) != 0; carry >>= 1) {
      hash = DigestOf(algorithm_, {kNode, subtrees_.back(), hash});
      subtrees_.pop_back();
    }
    subtrees_.push_back(std::move(hash));
    ++size_;
  }

  Bytes Root() const {
    if (subtrees_.empty()) return DigestOf(algorithm_, {});
    Bytes root = subtrees_.back();
    for (std::size_t i = subtrees_.size() - 1; i-- > 0;)
      root = DigestOf(algorithm_, {kNode, subtrees_[i], root});
    return root;
  }

 private:
  DigestAlgorithm algorithm_;
  std::uint64_t size_ = 0;
  std::vector<Bytes> subtrees_;  // largest first
};

}  // namespace

Result<std::vector<Bytes>> EntriesRoots(const Reader& reader,
                                        std::span<const Checkpoint> checkpoints,
                                        DigestAlgorithm algorithm) {
  std::vector<Bytes> roots;
  if (checkpoints.empty()) return roots;
  Edge edge(algorithm);
  Frontier own;
  const auto take = [&]() -> Result<void> {
    for (; roots.size() < checkpoints.size() && checkpoints[roots.size()].size == own.size();
         roots.push_back(edge.Root())) {
      const Checkpoint& checkpoint = checkpoints[roots.size()];
      if (checkpoint.root != own.Root())
        return Error{ErrorCode::kCorrupt, "the checkpoint of " +
                                              std::to_string(checkpoint.size.value) +
                                              " events has root " + checkpoint.root.hex() +
                                              ", recomputed from the entries " + own.Root().hex() +
                                              ": run `sinetti verify`"};
    }
    return {};
  };
  SINETTI_TRY(take());
  EntryCursor cursor = reader.Scan(Sequence{0}, checkpoints.back().size);
  while (cursor.Next()) {
    const Entry& entry = cursor.entry();
    edge.Append(entry);
    own.Append(LeafHash(entry.previous.bytes, entry.record));
    SINETTI_TRY(take());
  }
  SINETTI_TRY(cursor.status());
  if (roots.size() < checkpoints.size())
    return Error{ErrorCode::kCorrupt, "the ledger ends before the checkpoint of " +
                                          std::to_string(checkpoints[roots.size()].size.value) +
                                          " events: run `sinetti verify`"};
  return roots;
}

}  // namespace sinetti
