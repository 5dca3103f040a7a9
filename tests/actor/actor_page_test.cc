// The worked example of docs/format/actor.md, computed anew.
#include "ledger/actor/batch_message.h"
#include "ledger/event/event_json.h"
#include "tests/actor/actor_ledger.h"
#include "tests/support/page.h"

namespace sinetti {
namespace {

using namespace testing_support;

constexpr char kPage[] = "docs/format/actor.md";
constexpr char kExampleOrigin[] = "sinetti.example/ledger";

TEST(ActorPage, ExampleIsTrue) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  FileSigner signer =
      FileSigner::FromSeed("malli.example/valvonta", Secret::From(Bytes(32, 0x2c)).value()).value();
  ExpectExample(kPage, "key", FormatVerifierKey(signer.key()) + "\n");

  const std::string first = ExampleIn("docs/format/event.md", "draft");
  std::string second = first;
  second.replace(second.find("\"id\": \"1\""), 9, "\"id\": \"2\"");
  second.replace(second.find("toimenpide-1"), 12, "toimenpide-2");
  std::vector<EncodedDraft> drafts;
  for (const std::string& json : {first, second})
    drafts.push_back(EncodeDraft(ParseDraft(json, registry).value()).value());
  ExpectExample(kPage, "second record", Base64Encode(drafts[1].record) + "\n");

  const std::vector<Hash> hashes = {DraftRecordHash(drafts[0].record),
                                    DraftRecordHash(drafts[1].record)};
  ExpectExample(kPage, "message", BatchMessage(kExampleOrigin, signer.key().name, hashes));

  EncodedDraft signature = SignBatch(kExampleOrigin, drafts, signer, registry).value();
  AssignPosition(signature.record, Sequence{2}, StreamVersion{1}, Timestamp{0}, signature.digest);
  const Entry entry{.sequence = Sequence{2}, .previous = {}, .record = signature.record};
  const auto verified =
      ChainVerifier::CheckAgainst(entry, EntryHash(entry.previous, entry.record)).value();
  const Event event = DecodeEvent(verified, registry).value();
  ExpectExample(kPage, "signed", EventToJson(event, {.position = false, .indent = true}) + "\n");
}

}  // namespace
}  // namespace sinetti
