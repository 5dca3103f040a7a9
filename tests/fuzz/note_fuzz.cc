// Notes, checkpoints, proofs and keys, as a stranger may hand them to `check-proof`: the worked
// examples of the format pages, damaged.
#include <set>

#include "ledger/base/check.h"
#include "ledger/crypto/verifier_key.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

constexpr std::string_view kKey =
    "sinetti.example/ledger+ace26f36+ARl/ayPhbIUyxqvIOPrNXqeJvgx2spIDNAOb+os9No1h";

// What the holder of the key said, in the examples: the texts of the checkpoints, and the entries.
struct Said {
  std::set<std::string> checkpoints;
  std::set<std::pair<std::uint64_t, Bytes>> entries;
};

Said InTheExamples(const VerifierKey& key) {
  Said said;
  for (const std::string& seed : Seeds()) {
    for (const std::string& note : NotesIn(seed, key.name))
      if (const auto checkpoint = OpenCheckpoint(note, key))
        said.checkpoints.insert(FormatCheckpoint(*checkpoint));
    if (const auto proved = CheckInclusionProof(seed, key))
      said.entries.insert({proved->sequence.value, proved->entry});
  }
  SINETTI_CHECK(said.checkpoints.size() >= 2 && !said.entries.empty());
  return said;
}

// What is read is written back the same.
void EatGrammar(std::string_view input) {
  if (const auto key = ParseVerifierKey(input)) SINETTI_CHECK(FormatVerifierKey(*key) == input);
  if (const auto note = ParseNote(input)) SINETTI_CHECK(FormatNote(*note) == input);
  // Not the same text: an extension line may stand before those that we write first.
  if (const auto checkpoint = ParseCheckpoint(input))
    SINETTI_CHECK(ParseCheckpoint(FormatCheckpoint(*checkpoint)).value() == *checkpoint);
  if (const auto proof = ParseInclusionProof(input))
    SINETTI_CHECK(FormatInclusionProof(*proof) == input);
  if (const auto proof = ParseConsistencyProof(input))
    SINETTI_CHECK(FormatConsistencyProof(*proof).value() == input);
}

}  // namespace

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = BlocksOf("docs/format/checkpoint.md");
  for (std::string& block : BlocksOf("docs/format/proof.md")) seeds.push_back(std::move(block));
  seeds.emplace_back(kKey);
  return seeds;
}

// Whatever is accepted says what the holder of the key said, perhaps with signatures of others.
void Eat(std::string_view input) {
  static const VerifierKey key = ParseVerifierKey(kKey).value();
  static const Said said = InTheExamples(key);
  EatGrammar(input);
  if (const auto checkpoint = OpenCheckpoint(input, key))
    SINETTI_CHECK(said.checkpoints.contains(FormatCheckpoint(*checkpoint)));
  if (const auto proved = CheckInclusionProof(input, key))
    SINETTI_CHECK(said.entries.contains({proved->sequence.value, proved->entry}));
  if (const auto proved = CheckConsistencyProof(input, key))
    SINETTI_CHECK(said.checkpoints.contains(FormatCheckpoint(proved->old_checkpoint)) &&
                  said.checkpoints.contains(FormatCheckpoint(proved->new_checkpoint)));
}

}  // namespace sinetti::fuzz
