// Cosignatures of witnesses (C2SP tlog-cosignature, version 1 with Ed25519): a signature line under
// a checkpoint that says when the witness saw it, and that it had seen nothing that contradicts it.
// Implements docs/format/witness.md, "Cosignature".
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/clock.h"
#include "ledger/log/note.h"

namespace sinetti {

// What is signed: a header line, the time in whole POSIX seconds, the text of the note.
std::string CosignatureMessage(std::uint64_t seconds, std::string_view text);

// The signature line of the witness for a note's text; the fraction of `now` is dropped.  kInvalid
// when the signer is no witness or `now` is before 1970; errors of the signer pass through.
Result<NoteSignature> Cosign(std::string_view text, Timestamp now, Signer& signer);

// The time that the witness `key` signed together with `text`.  kCorrupt when it did not.
Result<Timestamp> CheckCosignature(std::string_view text, ByteView signature,
                                   const VerifierKey& key);

}  // namespace sinetti
