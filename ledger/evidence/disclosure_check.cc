// What a disclosure claims, checked from its bytes and the verifier key: each step takes only what
// the one before let pass.
#include <algorithm>

#include "ledger/event/body.h"
#include "ledger/event/event_json.h"
#include "ledger/evidence/disclosure.h"
#include "ledger/log/chain.h"
#include "ledger/merkle/proof.h"
#include "ledger/merkle/tree_hash.h"
#include "schemas/access.capnp.h"

namespace sinetti {
namespace {

Error Wrong(Sequence sequence, const std::string& what) {
  return Error{ErrorCode::kCorrupt, "event " + std::to_string(sequence.value) + ": " + what};
}

// The entry is in the tree that the checkpoint signs, and decodes.
Result<Event> OpenEntry(const ProvedEntry& proved, const Checkpoint& checkpoint,
                        const TypeRegistry& registry) {
  const Hash leaf = LeafHash(proved.entry);
  SINETTI_TRY(
      VerifyInclusion(proved.sequence, checkpoint.size, leaf, proved.hashes, checkpoint.root));
  SINETTI_ASSIGN(const VerifiedEntry verified,
                 ChainVerifier::CheckAgainst(EntryOf(proved.sequence, proved.entry), leaf));
  return DecodeEvent(verified, registry);
}

// Every sealed field of the event is there, in order, and what is opened is what was sealed.
Result<void> CheckFields(const DisclosedEvent& disclosed, const Event& event) {
  const std::vector<SealedField> sealed = SealedFields(event);
  for (std::size_t i = 0; i < std::max(sealed.size(), disclosed.fields.size()); ++i) {
    if (i == disclosed.fields.size())
      return Wrong(disclosed.sequence, sealed[i].path + " is neither opened nor withheld");
    const DisclosedField& field = disclosed.fields[i];
    if (i == sealed.size() || field.path != sealed[i].path)
      return Wrong(disclosed.sequence, "it has no sealed field " + field.path + " at this place");
    if (field.opened &&
        SealCommitment(field.opened->salt, field.opened->value) != sealed[i].commitment)
      return Wrong(disclosed.sequence, field.path + ": not the value that was sealed");
  }
  return {};
}

bool RecordsIt(const Event& event, const std::string& digest) {
  if (!Is<schema::AccessDisclosedTo>(event)) return false;
  const auto manifest = Body<schema::AccessDisclosedTo>(event).getManifest();
  return std::string_view(manifest.begin(), manifest.size()) == digest;
}

}  // namespace

Result<CheckedDisclosure> CheckDisclosure(std::string_view text, const VerifierKey& key,
                                          const TypeRegistry& registry) {
  CheckedDisclosure checked;
  SINETTI_ASSIGN(checked.disclosure, ParseDisclosure(text));
  SINETTI_ASSIGN(checked.checkpoint, OpenCheckpoint(checked.disclosure.checkpoint, key));
  const std::vector<DisclosedEvent>& disclosed = checked.disclosure.manifest.events;
  const std::string digest = ManifestDigest(checked.disclosure.manifest).hex();

  auto next = disclosed.begin();
  for (const ProvedEntry& proved : checked.disclosure.entries) {
    auto event = OpenEntry(proved, checked.checkpoint, registry);
    if (!event)
      return std::move(event).error().Within("event " + std::to_string(proved.sequence.value));
    if (next != disclosed.end() && next->sequence == proved.sequence) {
      SINETTI_TRY(CheckFields(*next, *event));
      checked.events.push_back(std::move(*event));
      ++next;
    } else if (RecordsIt(*event, digest)) {
      checked.recorded.push_back(proved.sequence);
    } else {
      return Wrong(proved.sequence, "the file does not say what it is there for");
    }
  }
  if (next != disclosed.end()) return Wrong(next->sequence, "its entry is missing");
  if (checked.recorded.empty())
    return Error{ErrorCode::kCorrupt,
                 "the ledger does not say that it disclosed this: no access.disclosedTo carries "
                 "the digest " +
                     digest};
  return checked;
}

}  // namespace sinetti
