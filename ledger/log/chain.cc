// See chain.h.
#include "ledger/log/chain.h"

#include <string>

#include "ledger/event/record.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {
namespace {

Error Broken(Sequence sequence, const std::string& what) {
  return {ErrorCode::kCorrupt, "entry " + std::to_string(sequence.value) + ": " + what +
                                   "; run `sinetti verify` to see how far the damage goes"};
}

}  // namespace

Hash EntryHash(const Hash& previous, ByteView record) { return LeafHash(previous.view(), record); }

Result<VerifiedEntry> ChainVerifier::Check(const Entry& entry) {
  const Sequence expected = position_.size().NextSequence();
  if (entry.sequence != expected)
    return Broken(expected, "missing or out of order, found entry " +
                                std::to_string(entry.sequence.value) + " in its place");
  if (entry.previous != position_.last_leaf)
    return Broken(Sequence{expected.value - 1}, "leaf hash is " + entry.previous.hex() +
                                                    " in the ledger, recomputed " +
                                                    position_.last_leaf.hex());
  auto header = ReadRecordHeader(entry.record);
  if (!header) return std::move(header).error().Within("entry " + std::to_string(expected.value));
  if (header->sequence != entry.sequence)
    return Broken(expected,
                  "its record says it is entry " + std::to_string(header->sequence.value));
  if (header->recorded_at <= position_.last_recorded_at)
    return Broken(expected, "recorded at " + FormatTimestamp(header->recorded_at) +
                                ", not after the entry before it (" +
                                FormatTimestamp(position_.last_recorded_at) + ")");
  position_.last_recorded_at = header->recorded_at;
  position_.last_leaf = EntryHash(entry.previous, entry.record);
  position_.frontier.Append(position_.last_leaf);
  return VerifiedEntry(entry, position_.last_leaf);
}

Result<VerifiedEntry> ChainVerifier::CheckAgainst(const Entry& entry, const Hash& leaf) {
  const Hash computed = EntryHash(entry.previous, entry.record);
  if (computed != leaf)
    return Broken(entry.sequence,
                  "leaf hash is " + leaf.hex() + " in the ledger, recomputed " + computed.hex());
  SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(entry.record));
  if (header.sequence != entry.sequence)
    return Broken(entry.sequence,
                  "its record says it is entry " + std::to_string(header.sequence.value));
  return VerifiedEntry(entry, computed);
}

Result<void> ChainVerifier::Finish(TreeSize size, const Hash& root) const {
  if (size != position_.size())
    return Error{ErrorCode::kCorrupt, "the checkpoint is of " + std::to_string(size.value) +
                                          " entries, " + std::to_string(position_.size().value) +
                                          " were verified"};
  const Hash computed = position_.frontier.Root();
  if (computed != root)
    return Error{ErrorCode::kCorrupt,
                 "the tree of " + std::to_string(size.value) + " entries has root " + root.hex() +
                     " in the checkpoint, recomputed " + computed.hex() + ": run `sinetti verify`"};
  return {};
}

}  // namespace sinetti
