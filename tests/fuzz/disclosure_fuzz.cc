// Disclosures, as their recipient checks them with the ledger's key alone: one with an opened field
// and two withheld ones, damaged.
#include <memory>

#include "ledger/base/check.h"
#include "ledger/client/disclosing.h"
#include "ledger/event/draft_json.h"
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
    R"("client":"p-1","data":{"kind":"asumispalvelu","result":"refused","decidedOn":"2024-11-28",)"
    R"("authority":"Malli","reasons":"viraston syyt","clientReasons":"oma tilanne"}})",
    R"({"specversion":"1.0","id":"2","source":"urn:t","type":"plan.adopted","stream":"m-2",)"
    R"("client":"p-2","data":{"kind":"palvelusuunnitelma","parts":["care"],"consent":"yes",)"
    R"("content":"toisen asiat"}})"};

struct Example {
  TypeRegistry registry = TypeRegistry::Builtin();
  FileSigner signer = testing_support::TestSigner(7, kOrigin);
  std::string file;
  std::string manifest;

  Example() {
    const Result<void> made = Make();
    SINETTI_CHECK(made.has_value());
    manifest = FormatManifest(ParseDisclosure(file).value().manifest);
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
    const DisclosureWish wish{
        .recipient = "asianosainen",
        .purpose = "tiedonsaanti",
        .ground = "621/1999:11",
        .withheld_ground = "621/1999:24.1",
        .actor = "kirjaamo",
        .role = "tietopalvelu",
        .events = {Sequence{0}, Sequence{1}},
        .open = [](const Event&, const SealedField& field) { return field.subject == "p-1"; }};
    const OwnEvent grant{.type = "access.granted",
                         .stream = std::string(kAccessStream),
                         .id = "grant-1",
                         .data = {{"reader", "kirjaamo", {}},
                                  {"role", "lawyer", {}},
                                  {"ground", "621/1999:11", {}},
                                  {"grantedBy", "tietohallinto", {}}}};
    SINETTI_TRY(RecordOwnEvents(*ledger, registry, {grant}));
    const AccessTools tools{.ledger = *ledger,
                            .registry = registry,
                            .clock = clock,
                            .open = [&vault](const SealedField& field, std::string_view stream) {
                              return vault.Open(field, stream);
                            }};
    SINETTI_ASSIGN(file, Disclose(tools, signer, wish));
    return {};
  }
};

const Example& TheExample() {
  static const Example example;
  return example;
}

}  // namespace

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = BlocksOf("docs/format/disclosure.md");
  seeds.push_back(TheExample().file);
  return seeds;
}

// Whatever is accepted says what the ledger recorded that it disclosed.
void Eat(std::string_view input) {
  const Example& example = TheExample();
  if (const auto parsed = ParseDisclosure(input)) SINETTI_CHECK(FormatDisclosure(*parsed) == input);
  const auto checked = CheckDisclosure(input, example.signer.key(), example.registry);
  if (!checked) return;
  SINETTI_CHECK(FormatManifest(checked->disclosure.manifest) == example.manifest);
  SINETTI_CHECK(checked->events.size() == 2 && checked->recorded.size() == 1);
}

}  // namespace sinetti::fuzz
