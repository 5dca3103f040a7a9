// Complete answers, as a stranger may hand them to `check-proof`: the worked examples of
// docs/format/proof.md, damaged.
#include <map>
#include <set>

#include "ledger/base/check.h"
#include "ledger/index/complete_proof.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

constexpr std::string_view kKey =
    "sinetti.example/ledger+ace26f36+ARl/ayPhbIUyxqvIOPrNXqeJvgx2spIDNAOb+os9No1h";

// What the index of the examples says: how many events a key has at a size, and which were shown.
struct Truth {
  VerifierKey log = ParseVerifierKey(kKey).value();
  TypeRegistry registry = TypeRegistry::Builtin();
  std::map<std::pair<std::string, std::uint64_t>, std::uint64_t> counts;
  std::set<Hash> leaves;

  Truth() {
    for (const std::string& seed : Seeds()) {
      const auto checked = CheckCompleteProof(seed, log);
      if (!checked) continue;
      if (checked->from) counts[{checked->key, checked->from->size.value}] = checked->count_before;
      counts[{checked->key, checked->to.size.value}] =
          checked->count_before + checked->leaves.size();
      leaves.insert(checked->leaves.begin(), checked->leaves.end());
    }
    SINETTI_CHECK(counts.size() >= 3 && !leaves.empty());
  }
};

}  // namespace

std::vector<std::string> Seeds() { return BlocksOf("docs/format/proof.md"); }

// Whatever is accepted counts as the index counts, and shows no leaf but those of the examples.
void Eat(std::string_view input) {
  static const Truth truth;
  if (const auto proof = ParseCompleteProof(input))
    SINETTI_CHECK(FormatCompleteProof(*proof) == input);
  const auto checked = CheckCompleteProof(input, truth.log);
  if (!checked) return;
  const auto count = truth.counts.find({checked->key, checked->to.size.value});
  SINETTI_CHECK(count != truth.counts.end());
  SINETTI_CHECK(count->second == checked->count_before + checked->leaves.size());
  for (const Hash& leaf : checked->leaves) SINETTI_CHECK(truth.leaves.contains(leaf));
  (void)EventsOf(*checked, truth.registry);
}

}  // namespace sinetti::fuzz
