// A ledger in memory with events of a made-up region, and what its index must be by the definition.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/index_keys.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/chain.h"
#include "replay/region/region.h"
#include "tests/index/naive_map.h"
#include "tests/log/memory_ledger.h"
#include "tests/log/test_keys.h"

namespace sinetti::testing_support {

class IndexedLedger {
 public:
  explicit IndexedLedger(std::uint64_t seed)
      : registry(TypeRegistry::Builtin()),
        region_(seed, {.providers = 6, .events_per_year = 5'000}) {}

  // The next events of the region, in one commit.
  void Append(std::size_t events) {
    std::vector<EncodedDraft> drafts;
    for (std::size_t i = 0; i < events; ++i) {
      auto draft = ParseDraft(region_.NextLine(), registry);
      SINETTI_CHECK(draft.has_value());
      auto encoded = EncodeDraft(std::move(*draft));
      SINETTI_CHECK(encoded.has_value());
      drafts.push_back(std::move(*encoded));
    }
    SINETTI_CHECK(ledger->Append(std::move(drafts)).has_value());
  }

  Result<Checkpoint> Sign(VerifiableIndex::Options options = {}) {
    VerifiableIndex index(registry, std::move(options));
    SINETTI_ASSIGN(const StoredCheckpoint stored, ledger->SignCheckpoint(signer, clock, &index));
    return OpenCheckpoint(stored.note, signer.key());
  }

  // The leaf hashes of each key's events among the first `size`.
  std::map<std::string, std::vector<Hash>> Answers(TreeSize size) const {
    std::map<std::string, std::vector<Hash>> answers;
    ChainVerifier chain;
    const Reader reader = (*const_cast<MemoryLedger&>(ledger)).Read();
    EntryCursor cursor = reader.Scan(Sequence{0}, size);
    while (cursor.Next()) {
      auto entry = chain.Check(cursor.entry());
      SINETTI_CHECK(entry.has_value());
      auto event = DecodeEvent(*entry, registry);
      SINETTI_CHECK(event.has_value());
      for (const IndexKey& key : IndexKeys(*event))
        answers[key.kind + ":" + key.value].push_back(entry->leaf());
    }
    return answers;
  }

  Hash NaiveRoot(TreeSize size) const {
    NaiveMap map;
    for (const auto& [key, leaves] : Answers(size))
      for (const Hash& leaf : leaves) map.Add(key, leaf);
    return map.Root();
  }

  TypeRegistry registry;
  MemoryLedger ledger;
  FileSigner signer = TestSigner();
  FixedClock clock{Timestamp{1'767'225'600'000'000}, 1};

 private:
  RegionGenerator region_;
};

}  // namespace sinetti::testing_support
