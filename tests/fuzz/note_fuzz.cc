// Notes, checkpoints, proofs and keys, as a stranger may hand them to `check-proof`.
#include "ledger/crypto/verifier_key.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = BlocksOf("docs/format/checkpoint.md");
  for (std::string& block : BlocksOf("docs/format/proof.md")) seeds.push_back(std::move(block));
  return seeds;
}

void Eat(std::string_view input) {
  static const VerifierKey key{"sinetti.example/ledger", 0xace26f36, {}};
  (void)ParseVerifierKey(input);
  (void)ParseNote(input);
  (void)ParseCheckpoint(input);
  (void)OpenCheckpoint(input, key);
  (void)CheckInclusionProof(input, key);
  (void)CheckConsistencyProof(input, key);
}

}  // namespace sinetti::fuzz
