// Encodes the tree of a draft twice at most: as the record, and as the digest form where they
// differ.
#include "ledger/event/codec.h"

#include <utility>

#include "ledger/crypto/sha256.h"
#include "ledger/event/canonical_writer.h"
#include "ledger/event/draft_tree.h"
#include "ledger/event/record.h"

namespace sinetti {

Result<EncodedDraft> EncodeDraft(Draft draft) {
  const Draft::Impl& impl = draft.impl();
  for (std::size_t i = 0; i < impl.slots.size(); ++i)
    if (!impl.slots[i].sealed)
      return Error{ErrorCode::kInvalid, impl.protected_fields[i].path +
                                            ": a protected value that no vault has sealed; "
                                            "open the vault of the ledger and seal the draft"};

  for (const SealedSlot& slot : impl.slots) {
    slot.pointers[kSealedCommitment] = slot.commitment;
    slot.pointers[kSealedBox] = slot.box;
  }
  EncodedDraft encoded;
  encoded.record = WriteCanonical(impl.record, kRecordBytesMax);
  if (encoded.record.empty())
    return Error{ErrorCode::kInvalid,
                 "event `" + std::string(impl.id) +
                     "` is larger than an entry, which has at most " +
                     std::to_string(kEntryBytesMax) +
                     " bytes; put long texts in a document and refer to it by its SHA-256"};
  if (impl.slots.empty()) {
    encoded.digest = Hash16::Of(HashOf({encoded.record}));
  } else {
    for (const SealedSlot& slot : impl.slots) {
      slot.pointers[kSealedCommitment] = slot.draft_commitment;
      slot.pointers[kSealedBox] = PointerNode();
    }
    encoded.digest = Hash16::Of(HashOf({WriteCanonical(impl.record, kRecordBytesMax)}));
  }
  encoded.source = impl.source;
  encoded.id = impl.id;
  encoded.stream = impl.stream;
  encoded.expected = impl.expected;
  return encoded;
}

}  // namespace sinetti
