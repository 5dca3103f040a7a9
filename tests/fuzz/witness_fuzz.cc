// What a witness is handed, and reads back of its own: submissions, its state, contradictions,
// cosigned notes.  The worked examples of docs/format/witness.md, damaged.
#include <set>

#include "ledger/base/check.h"
#include "ledger/evidence/contradiction.h"
#include "ledger/evidence/submission.h"
#include "ledger/evidence/witness_files.h"
#include "ledger/log/note.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

constexpr std::string_view kLog =
    "sinetti.example/ledger+ace26f36+ARl/ayPhbIUyxqvIOPrNXqeJvgx2spIDNAOb+os9No1h";
constexpr std::string_view kWitness =
    "witness.example/w1+f2e73717+BEUIoHqpQXB/PrLblMiJeoCywRl0drbeITrCc999hsT/";

// What the keys said in the examples, and no other text of theirs can be made.
struct Example {
  VerifierKey log = ParseVerifierKey(kLog).value();
  VerifierKey witness = ParseVerifierKey(kWitness).value();
  std::set<std::string> checkpoints;
  std::optional<SeenCheckpoint> seen;  // by the witness

  Example() {
    for (const std::string& seed : Seeds()) {
      for (const std::string& note : NotesIn(seed, log.name))
        if (const auto checkpoint = OpenCheckpoint(note, log))
          checkpoints.insert(FormatCheckpoint(*checkpoint));
      if (const auto state = ParseWitnessedLog(seed, witness); state && state->seen)
        seen = state->seen;
    }
    SINETTI_CHECK(checkpoints.size() >= 3 && seen);
  }

  bool Said(const Checkpoint& checkpoint) const {
    return checkpoints.contains(FormatCheckpoint(checkpoint));
  }
};

void EatState(std::string_view input, const Example& example) {
  if (const auto identity = ParseWitnessIdentity(input))
    SINETTI_CHECK(FormatWitnessIdentity(*identity) == input);
  const auto state = ParseWitnessedLog(input, example.witness);
  if (!state) return;
  SINETTI_CHECK(FormatWitnessedLog(*state) == input);
  if (state->seen && state->key == example.log)
    SINETTI_CHECK(example.Said(state->seen->checkpoint) && state->seen->time == example.seen->time);
}

// The rule is asked by a witness that has seen nothing and by one that has seen the example.
void EatSubmission(std::string_view input, const Example& example) {
  const Submission submission = ReadSubmission(input);
  (void)OriginOf(submission);
  for (const auto& seen : {std::optional<SeenCheckpoint>(), example.seen}) {
    const auto judged = Judge(submission, example.log, seen);
    if (!judged) continue;
    SINETTI_CHECK(example.Said(judged->checkpoint));
    if (judged->contradiction) {
      const auto against = OpenCheckpoint(judged->against, example.log);
      SINETTI_CHECK(seen && against && Contradicts(seen->checkpoint, *against));
    } else if (seen) {
      SINETTI_CHECK(judged->checkpoint.size >= seen->checkpoint.size);
    }
  }
}

void EatCosigned(std::string_view input, const Example& example) {
  const VerifierKey keys[] = {example.log, example.witness};
  const auto opened = OpenNote(input, keys);
  if (!opened) return;
  for (const Cosignature& cosignature : opened->cosigned_by)
    SINETTI_CHECK(opened->text == FormatCheckpoint(example.seen->checkpoint) &&
                  cosignature.time == example.seen->time);
}

}  // namespace

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (const char* page : {"docs/format/witness.md", "docs/format/proof.md"})
    for (std::string& block : BlocksOf(page)) seeds.push_back(std::move(block));
  const VerifierKey witness = ParseVerifierKey(kWitness).value();
  for (const WitnessMode mode : {WitnessMode::kLight, WitnessMode::kFull})
    seeds.push_back(FormatWitnessIdentity({witness, mode}));
  seeds.push_back(FormatWitnessedLog({ParseVerifierKey(kLog).value(), std::nullopt}));
  return seeds;
}

void Eat(std::string_view input) {
  static const Example example;
  EatState(input, example);
  EatSubmission(input, example);
  EatCosigned(input, example);
  if (const auto found = CheckContradiction(input, example.log)) {
    SINETTI_CHECK(example.Said(found->first) && example.Said(found->second));
    SINETTI_CHECK(Contradicts(found->first, found->second) == found->kind);
    SINETTI_CHECK(!found->Words().empty());
  }
}

}  // namespace sinetti::fuzz
