// Disclosures, as their recipient checks them with the ledger's key alone: one with an opened field
// and two withheld ones, damaged.
#include "ledger/client/disclosing.h"
#include "tests/fuzz/handed_out.h"

namespace sinetti::fuzz {
namespace {

constexpr std::string_view kDrafts[] = {
    R"({"specversion":"1.0","id":"1","source":"urn:t","type":"decision.made","stream":"m-1",)"
    R"("client":"p-1","data":{"kind":"asumispalvelu","result":"refused","decidedOn":"2024-11-28",)"
    R"("authority":"Malli","reasons":"viraston syyt","clientReasons":"oma tilanne"}})",
    R"({"specversion":"1.0","id":"2","source":"urn:t","type":"plan.adopted","stream":"m-2",)"
    R"("client":"p-2","data":{"kind":"palvelusuunnitelma","parts":["care"],"consent":"yes",)"
    R"("content":"toisen asiat"}})"};

Result<std::string> Disclosed(const AccessTools& tools, Signer& signer) {
  const OwnEvent grant{.type = "access.granted",
                       .stream = std::string(kAccessStream),
                       .id = "grant-1",
                       .data = {{"reader", "kirjaamo", {}},
                                {"role", "lawyer", {}},
                                {"ground", "621/1999:11", {}},
                                {"grantedBy", "tietohallinto", {}}}};
  SINETTI_TRY(RecordOwnEvents(tools.ledger, tools.registry, {grant}));
  return Disclose(
      tools, signer,
      {.recipient = "asianosainen",
       .purpose = "tiedonsaanti",
       .ground = "621/1999:11",
       .withheld_ground = "621/1999:24.1",
       .actor = "kirjaamo",
       .role = "tietopalvelu",
       .events = {Sequence{0}, Sequence{1}},
       .open = [](const Event&, const SealedField& field) { return field.subject == "p-1"; }});
}

const HandedOut& TheExample() {
  static const HandedOut example(kDrafts, Disclosed);
  return example;
}

}  // namespace

std::vector<std::string> Seeds() { return TheExample().Seeds("docs/format/disclosure.md"); }

// Whatever is accepted says what the ledger recorded that it disclosed.
void Eat(std::string_view input) {
  const HandedOut& example = TheExample();
  static const std::string manifest =
      FormatManifest(ParseDisclosure(example.file).value().manifest);
  if (const auto parsed = ParseDisclosure(input)) SINETTI_CHECK(FormatDisclosure(*parsed) == input);
  const auto checked = CheckDisclosure(input, example.signer.key(), example.registry);
  if (!checked) return;
  SINETTI_CHECK(FormatManifest(checked->disclosure.manifest) == manifest);
  SINETTI_CHECK(checked->events.size() == 2 && checked->recorded.size() == 1);
}

}  // namespace sinetti::fuzz
