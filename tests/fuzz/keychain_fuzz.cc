// Chains of keys, as a stranger may hand them to a checker: the worked example of the format page,
// alone and before a proof, damaged.
#include "ledger/base/check.h"
#include "ledger/evidence/key_chain.h"
#include "ledger/log/proof_file.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

constexpr std::string_view kOld =
    "sinetti.example/ledger+ace26f36+ARl/ayPhbIUyxqvIOPrNXqeJvgx2spIDNAOb+os9No1h";
constexpr std::string_view kNew =
    "sinetti.example/ledger+f76bc3ad+Aah7ipm9iKaWhsmUqAtinYFUhxqilVQINMAdefT5FlAv";

const TypeRegistry& Types() {
  static const TypeRegistry registry = TypeRegistry::Builtin();
  return registry;
}

std::string Chain() {
  for (const std::string& block : BlocksOf("docs/format/key-chain.md"))
    if (IsKeyChain(block)) return block;
  SINETTI_CHECK(false);
  return {};
}

// Whoever trusts the first key arrives at the second, and nowhere else.
void EatStatements(const KeyChainFile& file, const VerifierKey& old_key,
                   const VerifierKey& new_key) {
  for (const VerifierKey& trusted : {old_key, new_key}) {
    const auto followed = FollowKeyChain(trusted, file.statements, Types());
    if (!followed) continue;
    SINETTI_CHECK(followed->newest() == new_key && followed->spans().size() == 2);
    SINETTI_CHECK(followed->spans().front().last == TreeSize{1});
    if (const auto key = followed->KeyFor(file.proof, false))
      SINETTI_CHECK(*key == old_key || *key == new_key);
  }
}

}  // namespace

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds{Chain()};
  for (const std::string& block : BlocksOf("docs/format/proof.md"))
    if (block.starts_with("c2sp.org/tlog-proof@v1"))
      seeds.push_back(FormatKeyChain({ParseKeyChain(Chain()).value().statements, block}));
  SINETTI_CHECK(seeds.size() >= 2);
  return seeds;
}

void Eat(std::string_view input) {
  static const VerifierKey old_key = ParseVerifierKey(kOld).value();
  static const VerifierKey new_key = ParseVerifierKey(kNew).value();
  static const bool example_is_good =
      FollowKeyChain(old_key, ParseKeyChain(Chain()).value().statements, Types()).has_value();
  SINETTI_CHECK(example_is_good);
  const auto file = ParseKeyChain(input);
  if (!file) return;
  SINETTI_CHECK(FormatKeyChain(*file) == input);
  EatStatements(*file, old_key, new_key);
}

}  // namespace sinetti::fuzz
