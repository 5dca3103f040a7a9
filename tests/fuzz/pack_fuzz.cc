// Evidence packs, as their recipient checks them with the ledger's key alone: one of a provider
// with two events about two clients, damaged.
#include "ledger/base/check.h"
#include "ledger/client/packing.h"
#include "ledger/event/draft_json.h"
#include "ledger/evidence/pack.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/ledger.h"
#include "ledger/vault/vault.h"
#include "tests/fuzz/fuzz.h"
#include "tests/log/test_keys.h"
#include "tests/support/temp_dir.h"

namespace sinetti::fuzz {
namespace {

constexpr const char* kOrigin = "test.example/ledger";
constexpr std::string_view kDrafts[] = {
    R"({"specversion":"1.0","id":"1","source":"urn:t","type":"decision.made","stream":"m-1",)"
    R"("client":"p-1","provider":"h-1","data":{"kind":"asumispalvelu","result":"refused",)"
    R"("decidedOn":"2024-11-28","authority":"Malli","reasons":"viraston syyt"}})",
    R"({"specversion":"1.0","id":"2","source":"urn:t","type":"plan.adopted","stream":"m-2",)"
    R"("client":"p-2","provider":"h-1","data":{"kind":"palvelusuunnitelma","parts":["care"],)"
    R"("consent":"yes","content":"toisen asiat"}})"};

struct Example {
  TypeRegistry registry = TypeRegistry::Builtin();
  FileSigner signer = testing_support::TestSigner(7, kOrigin);
  std::string file;
  std::string manifest;

  Example() {
    const Result<void> made = Make();
    SINETTI_CHECK(made.has_value());
    manifest = FormatPackManifest(ParsePack(file).value());
  }

 private:
  Result<void> Make() {
    const testing_support::TempDir dir;
    FixedClock clock(Timestamp{1'772'366'400'000'000}, 1'000);
    SINETTI_ASSIGN(const auto ledger, Ledger::Create(dir / "ledger", kOrigin, clock));
    SINETTI_ASSIGN(Vault vault,
                   Vault::Open({.folder = dir / "keys", .origin = kOrigin, .create = true}));
    for (const std::string_view json : kDrafts) {
      SINETTI_ASSIGN(Draft draft, ParseDraft(json, registry));
      SINETTI_TRY(vault.Seal(draft));
      std::vector<EncodedDraft> drafts;
      SINETTI_ASSIGN(drafts.emplace_back(), EncodeDraft(std::move(draft)));
      SINETTI_TRY(ledger->Append(std::move(drafts)));
    }
    VerifiableIndex index(registry, {});
    SINETTI_TRY(ledger->SignCheckpoint(signer, clock, &index));
    const PackWish wish{.key = "provider:h-1",
                        .recipient = "hallinto-oikeus",
                        .purpose = "valitus",
                        .ground = "808/2019:42",
                        .actor = "oikeuspalvelut",
                        .role = "lakimies"};
    SINETTI_ASSIGN(MadePack made, MakePack(*ledger, registry, signer, clock, wish));
    file = std::move(made.text);
    return {};
  }
};

const Example& TheExample() {
  static const Example example;
  return example;
}

}  // namespace

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = BlocksOf("docs/format/evidence-pack.md");
  seeds.push_back(TheExample().file);
  return seeds;
}

// Whatever is accepted says what the ledger recorded that it handed out.
void Eat(std::string_view input) {
  const Example& example = TheExample();
  if (const auto parsed = ParsePack(input)) SINETTI_CHECK(FormatPack(*parsed) == input);
  const auto checked = CheckPack(input, example.signer.key(), example.registry);
  if (!checked) return;
  SINETTI_CHECK(FormatPackManifest(checked->pack) == example.manifest);
  SINETTI_CHECK(checked->events.size() == 2 && checked->recorded.size() == 2);
}

}  // namespace sinetti::fuzz
