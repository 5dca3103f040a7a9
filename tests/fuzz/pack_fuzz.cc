// Evidence packs, as their recipient checks them with the ledger's key alone: one of a provider
// with two events about two clients, damaged.
#include "ledger/client/packing.h"
#include "ledger/evidence/pack.h"
#include "ledger/index/verifiable_index.h"
#include "tests/fuzz/handed_out.h"

namespace sinetti::fuzz {
namespace {

constexpr std::string_view kDrafts[] = {
    R"({"specversion":"1.0","id":"1","source":"urn:t","type":"decision.made","stream":"m-1",)"
    R"("client":"p-1","provider":"h-1","data":{"kind":"asumispalvelu","result":"refused",)"
    R"("decidedOn":"2024-11-28","authority":"Malli","reasons":"viraston syyt"}})",
    R"({"specversion":"1.0","id":"2","source":"urn:t","type":"plan.adopted","stream":"m-2",)"
    R"("client":"p-2","provider":"h-1","data":{"kind":"palvelusuunnitelma","parts":["care"],)"
    R"("consent":"yes","content":"toisen asiat"}})"};

Result<std::string> Pack(const AccessTools& tools, Signer& signer) {
  VerifiableIndex index(tools.registry, {});
  SINETTI_TRY(tools.ledger.SignCheckpoint(signer, tools.clock, &index));
  SINETTI_ASSIGN(MadePack made, MakePack(tools, signer,
                                         {.key = "provider:h-1",
                                          .recipient = "hallinto-oikeus",
                                          .purpose = "valitus",
                                          .ground = "808/2019:42",
                                          .actor = "oikeuspalvelut",
                                          .role = "lakimies"}));
  return std::move(made.text);
}

const HandedOut& TheExample() {
  static const HandedOut example(kDrafts, Pack);
  return example;
}

}  // namespace

std::vector<std::string> Seeds() { return TheExample().Seeds("docs/format/evidence-pack.md"); }

// Whatever is accepted says what the ledger recorded that it handed out.
void Eat(std::string_view input) {
  const HandedOut& example = TheExample();
  static const std::string manifest = FormatPackManifest(ParsePack(example.file).value());
  if (const auto parsed = ParsePack(input)) SINETTI_CHECK(FormatPack(*parsed) == input);
  const auto checked = CheckPack(input, example.signer.key(), example.registry);
  if (!checked) return;
  SINETTI_CHECK(FormatPackManifest(checked->pack) == manifest);
  SINETTI_CHECK(checked->events.size() == 2 && checked->recorded.size() == 2);
}

}  // namespace sinetti::fuzz
