// Attacks on evidence packs: a changed word, a part of another pack, an event left out, a pack that
// was never recorded, and one of a history that was rewritten.
#include "ledger/client/packing.h"
#include "ledger/evidence/contradiction.h"
#include "ledger/evidence/pack.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/proof_file.h"
#include "tests/attacks/attacks.h"
#include "tests/client/client_ledger.h"
#include "tests/log/test_keys.h"

namespace sinetti::attacks {
namespace {

using testing_support::ClientDraft;
using testing_support::ClientLedger;
using testing_support::TestSigner;

constexpr int kMatters = 4;

// A ledger with some decisions of four matters, and a pack of each matter.
class House {
 public:
  explicit House(const std::string& result) {
    for (int i = 0; i < 4 * kMatters; ++i)
      SINETTI_CHECK(
          place_
              .Record(ClientDraft(std::to_string(i), "decision.made", "matter-" + Matter(i),
                                  R"("client":"p-1","matter":"M/)" + Matter(i) + R"(",)",
                                  R"({"kind":"palvelu","result":")" + result +
                                      R"(","decidedOn":"2026-01-12","authority":"Malli"})"))
              .has_value());
    VerifiableIndex index(place_.registry, {});
    kept_ = place_.ledger().SignCheckpoint(signer_, place_.clock, &index).value().note;
    for (int matter = 0; matter < kMatters; ++matter)
      packs_.push_back(MakePack(place_.Tools(), signer_,
                                {.key = "matter:M/" + std::to_string(matter),
                                 .recipient = "hallinto-oikeus",
                                 .purpose = "valituksen käsittely",
                                 .ground = "808/2019:42"})
                           .value()
                           .text);
    for (const std::string& pack : packs_) SINETTI_CHECK(Check(pack).has_value());
  }

  Result<CheckedPack> Check(std::string_view text) const {
    return CheckPack(text, signer_.key(), place_.registry);
  }
  const std::string& AnyPack(Random& random) const { return packs_[Below(random, packs_.size())]; }
  const std::string& kept() const { return kept_; }
  const VerifierKey& key() const { return signer_.key(); }

 private:
  static std::string Matter(int event) { return std::to_string(event % kMatters); }

  ClientLedger place_;
  FileSigner signer_ = TestSigner(7, testing_support::kClientOrigin);
  std::string kept_;
  std::vector<std::string> packs_;
};

Outcome FlipInAPack(House& house, Random& random) {
  return Alone(house.Check(FlipBit(house.AnyPack(random), random)));
}

Outcome ChangeWhatPeopleRead(House& house, Random& random) {
  EvidencePack pack = ParsePack(house.AnyPack(random)).value();
  const auto append = [](std::string& text) { text.insert(text.size() - 1, " muutettu"); };
  switch (Below(random, 6)) {
    case 0: pack.recipient += " ja muut"; break;
    case 1: pack.purpose = "muu tarkoitus"; break;
    case 2: pack.ground = "1/2000:1"; break;
    case 3: append(pack.summary.fi); break;
    case 4: append(pack.events); break;
    default: append(pack.schema);
  }
  return Alone(house.Check(FormatPack(pack)));
}

Outcome BorrowAPart(House& house, Random& random) {
  EvidencePack pack = ParsePack(house.AnyPack(random)).value();
  EvidencePack other = ParsePack(house.AnyPack(random)).value();
  while (other.answer == pack.answer) other = ParsePack(house.AnyPack(random)).value();
  switch (Below(random, 4)) {
    case 0: pack.answer = other.answer; break;
    case 1: pack.recorded = other.recorded; break;
    case 2: pack.events = other.events; break;
    default: pack.summary = other.summary;
  }
  return Alone(house.Check(FormatPack(pack)));
}

Outcome LeaveAnEventOut(House& house, Random& random) {
  EvidencePack pack = ParsePack(house.AnyPack(random)).value();
  const std::size_t entry = pack.answer.find("\nentry ") + 1;
  pack.answer.erase(entry, pack.answer.find('\n', entry) + 1 - entry);
  if (Below(random, 2) == 0) {  // and its leaf: 40 characters of base 85
    const std::size_t leaves = pack.answer.find("leaves ") + 7;
    pack.answer.erase(leaves, 40);
  }
  return Alone(house.Check(FormatPack(pack)));
}

// What would be handed out in silence.
Outcome HandOutWithoutARecord(House& house, Random& random) {
  EvidencePack pack = ParsePack(house.AnyPack(random)).value();
  pack.recipient = "joku muu";
  pack.recorded.clear();
  return Alone(house.Check(FormatPack(pack)));
}

// By the keeper, who has everything but the checkpoints of others.
Outcome PackARewrittenHistory(House& house, House& forged, Random& random) {
  const std::string& pack = forged.AnyPack(random);
  const auto checked =
      CheckContradiction(FormatContradiction(house.kept(), forged.kept()), house.key());
  Outcome outcome{Reason(house.Check(pack)), {}};
  if (checked) outcome.elsewhere = checked->Words();
  return outcome;
}

}  // namespace

std::vector<Attack> PackAttacks() {
  const auto house = std::make_shared<House>("granted"),
             forged = std::make_shared<House>("refused");
  const auto on = [&house](Outcome (*make)(House&, Random&)) {
    return [house, make](Random& random) { return make(*house, random); };
  };
  return {
      {.name = "flip a bit of an evidence pack",
       .mechanism = "digest that the ledger recorded, proofs in the pack",
       .weight = 20,
       .make = on(FlipInAPack)},
      {.name = "change what people read in a pack",
       .mechanism = "digest that the ledger recorded",
       .weight = 10,
       .make = on(ChangeWhatPeopleRead)},
      {.name = "put a part of another pack in",
       .mechanism = "digest that the ledger recorded",
       .weight = 10,
       .make = on(BorrowAPart)},
      {.name = "leave an event out of a pack",
       .mechanism = "complete answer",
       .weight = 10,
       .make = on(LeaveAnEventOut)},
      {.name = "hand a pack out without a record",
       .mechanism = "the ledger's own record of the pack",
       .weight = 5,
       .make = on(HandOutWithoutARecord)},
      {.name = "pack a rewritten history, signed with the ledger's key",
       .mechanism = "comparison of checkpoints",
       .anchor = "a checkpoint kept elsewhere",
       .says = "two trees",
       .weight = 5,
       .make = [house,
                forged](Random& random) { return PackARewrittenHistory(*house, *forged, random); }},
  };
}

}  // namespace sinetti::attacks
