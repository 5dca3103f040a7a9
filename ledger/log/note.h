// Signed notes (C2SP signed-note): text, an empty line, and one line for each signature. Implements
// docs/format/checkpoint.md, "Note".
//
//   sinetti.example/ledger
//   42
//   <base64>
//
//   — sinetti.example/ledger <base64 of key id (4 bytes, big-endian) ‖ signature>
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/clock.h"
#include "ledger/base/result.h"
#include "ledger/crypto/signer.h"
#include "ledger/crypto/verifier_key.h"

namespace sinetti {

// More than any checkpoint needs, even with a hundred post-quantum cosignatures.
inline constexpr std::size_t kNoteBytesMax = 1'000'000;
inline constexpr std::size_t kNoteSignaturesMax = 100;

struct NoteSignature {
  std::string name;  // of the key
  std::uint32_t key_id = 0;
  Bytes signature;  // without the key id

  friend bool operator==(const NoteSignature&, const NoteSignature&) = default;
};

// A note whose signatures nobody has checked yet: its text must not be trusted.
struct Note {
  std::string text;  // with its last newline, without the empty line
  std::vector<NoteSignature> signatures;

  friend bool operator==(const Note&, const Note&) = default;
};

// kInvalid unless `note` follows the grammar: UTF-8, no control character but newline, text and at
// least one signature line, each limit above kept.  The text ends at the last empty line.
Result<Note> ParseNote(std::string_view note);

// The inverse of ParseNote.
std::string FormatNote(const Note& note);

// Two notes of checkpoints with an empty line between them, as files that compare two checkpoints
// hold them.  A checkpoint's text has no empty line, so there is one way to split.  kInvalid.
Result<std::pair<std::string_view, std::string_view>> SplitNotes(std::string_view text);

// Signs `text`, which ends with a newline, and returns the whole note.  kInvalid when the text
// can't stand in a note; errors of the signer pass through.
Result<std::string> SignNote(std::string_view text, Signer& signer);

// By a witness (docs/format/witness.md).
struct Cosignature {
  VerifierKey key;
  Timestamp time;  // the witness's word; the earliest when it cosigned more than once

  friend bool operator==(const Cosignature&, const Cosignature&) = default;
};

// Of the known keys each stands at most once in one of the two lists, and at least one does.
struct OpenedNote {
  std::string text;
  std::vector<VerifierKey> signed_by;
  std::vector<Cosignature> cosigned_by;
  std::vector<NoteSignature> unknown;  // signatures of keys that are not known: not checked
};

// Checks the signatures by the keys in `known`, each after its type.  Signatures by other keys
// (same name or same id alone is another key) are ignored, as the specification demands: keys are
// rotated, witnesses cosign.  kCorrupt when a signature by a known key is wrong, or when no known
// key signed.
Result<OpenedNote> OpenNote(std::string_view note, std::span<const VerifierKey> known);

}  // namespace sinetti
