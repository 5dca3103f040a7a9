// See stamped_note.h.
#include "ledger/evidence/stamped_note.h"

#include "ledger/log/checkpoint.h"
#include "ledger/log/note.h"

namespace sinetti {

Result<std::string> StampedNote(std::string_view note) {
  SINETTI_ASSIGN(Note parsed, ParseNote(note));
  SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(parsed.text));
  std::erase_if(parsed.signatures, [&](const NoteSignature& signature) {
    return signature.name != checkpoint.origin;
  });
  if (parsed.signatures.empty())
    return Error{ErrorCode::kInvalid,
                 "the checkpoint is not signed under its own name '" + checkpoint.origin + "'"};
  parsed.signatures.resize(1);
  return FormatNote(parsed);
}

}  // namespace sinetti
