// Parsing first, then signatures: nothing is decoded from a text before a known key has vouched for
// it.
#include "ledger/log/note.h"

#include <algorithm>

#include "ledger/log/cosignature.h"
#include "ledger/log/text_lines.h"

namespace sinetti {
namespace {

constexpr std::string_view kSignaturePrefix = "\u2014 ";  // em dash, space
constexpr std::size_t kKeyIdBytes = 4;

Error BadNote(const std::string& why) {
  return Error{ErrorCode::kInvalid, "not a signed note: " + why};
}

Result<void> CheckCharacters(std::string_view text) {
  if (!IsUtf8(text)) return BadNote("it is not UTF-8");
  const bool has_control =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n'; });
  if (has_control) return BadNote("it holds a control character");
  return {};
}

Result<NoteSignature> ParseSignatureLine(std::string_view line) {
  const std::string shown = "signature line " + Quoted(line);
  if (!line.starts_with(kSignaturePrefix))
    return BadNote(shown + " does not begin with an em dash");
  line.remove_prefix(kSignaturePrefix.size());
  const std::size_t space = line.find(' ');
  if (space == line.npos) return BadNote(shown + " has no signature");

  NoteSignature signature;
  signature.name = line.substr(0, space);
  if (auto name = CheckKeyName(signature.name); !name)
    return BadNote(shown + ": " + std::move(name).error().message);
  auto bytes = Base64Decode(line.substr(space + 1));
  if (!bytes) return BadNote(shown + ": " + std::move(bytes).error().message);
  if (bytes->size() <= kKeyIdBytes) return BadNote(shown + " is too short");
  for (std::size_t i = 0; i < kKeyIdBytes; ++i)
    signature.key_id = signature.key_id << 8 | (*bytes)[i];
  signature.signature.assign(bytes->begin() + kKeyIdBytes, bytes->end());
  return signature;
}

std::string FormatSignatureLine(const NoteSignature& signature) {
  Bytes bytes;
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes.push_back(static_cast<std::uint8_t>(signature.key_id >> shift));
  bytes.insert(bytes.end(), signature.signature.begin(), signature.signature.end());
  return std::string(kSignaturePrefix) + signature.name + ' ' + Base64Encode(bytes) + '\n';
}

Error NotSigned(const Note& note, std::span<const VerifierKey> known) {
  std::string expected, present;
  for (const VerifierKey& key : known) expected += ' ' + FormatVerifierKey(key);
  for (const NoteSignature& signature : note.signatures) present += ' ' + signature.name;
  return Error{ErrorCode::kCorrupt, "the note is signed by none of the keys" + expected +
                                        "; its signatures name" + present};
}

Result<void> CheckSignature(const Note& note, const NoteSignature& signature,
                            const VerifierKey& key, OpenedNote& opened) {
  if (key.type == KeyType::kCosignature) {
    SINETTI_ASSIGN(const Timestamp time, CheckCosignature(note.text, signature.signature, key));
    const auto earlier =
        std::find_if(opened.cosigned_by.begin(), opened.cosigned_by.end(),
                     [&](const Cosignature& cosignature) { return cosignature.key == key; });
    if (earlier == opened.cosigned_by.end()) {
      opened.cosigned_by.push_back({key, time});
    } else {
      earlier->time = std::min(earlier->time, time);
    }
    return {};
  }
  const auto value = Ed25519Signature::From(signature.signature);
  if (!value || !Ed25519Verify(key.public_key, AsBytes(note.text), *value))
    return Error{ErrorCode::kCorrupt,
                 "the signature of " + FormatVerifierKey(key) +
                     " is wrong: the text was changed or signed with another key"};
  if (std::find(opened.signed_by.begin(), opened.signed_by.end(), key) == opened.signed_by.end())
    opened.signed_by.push_back(key);
  return {};
}

}  // namespace

Result<Note> ParseNote(std::string_view text) {
  if (text.size() > kNoteBytesMax)
    return BadNote("it has " + std::to_string(text.size()) + " bytes, the limit is 1000000");
  SINETTI_TRY(CheckCharacters(text));
  const std::size_t split = text.rfind("\n\n");
  if (split == text.npos) return BadNote("no empty line stands between text and signatures");

  Note note;
  note.text = text.substr(0, split + 1);
  std::string_view rest = text.substr(split + 2);
  if (rest.empty()) return BadNote("it has no signature");
  while (!rest.empty()) {
    if (note.signatures.size() == kNoteSignaturesMax) return BadNote("more than 100 signatures");
    SINETTI_ASSIGN(const std::string_view line, TakeLine(rest));
    SINETTI_ASSIGN(NoteSignature signature, ParseSignatureLine(line));
    note.signatures.push_back(std::move(signature));
  }
  return note;
}

std::string FormatNote(const Note& note) {
  std::string text = note.text + '\n';
  for (const NoteSignature& signature : note.signatures) text += FormatSignatureLine(signature);
  return text;
}

Result<std::pair<std::string_view, std::string_view>> SplitNotes(std::string_view text) {
  // The first note ends at its second empty line or the end.
  const std::size_t signatures = text.find("\n\n");
  const std::size_t end = signatures == text.npos ? text.npos : text.find("\n\n", signatures + 2);
  if (end == text.npos)
    return BadNote("two signed checkpoints with an empty line between are needed here");
  return std::pair(text.substr(0, end + 1), text.substr(end + 2));
}

Result<std::string> SignNote(std::string_view text, Signer& signer) {
  SINETTI_TRY(RequireKeyType(signer.key(), KeyType::kNote));
  SINETTI_TRY(CheckCharacters(text));
  if (!text.ends_with('\n')) return BadNote("its text does not end with a newline");
  SINETTI_ASSIGN(const Ed25519Signature signature, signer.Sign(AsBytes(text)));
  const VerifierKey& key = signer.key();
  std::string note =
      FormatNote({std::string(text),
                  {{key.name, key.id, Bytes(signature.bytes.begin(), signature.bytes.end())}}});
  // A signer that does not hold the key it names must not put a broken note into the world.
  SINETTI_TRY(OpenNote(note, {&key, 1}));
  return note;
}

Result<OpenedNote> OpenNote(std::string_view text, std::span<const VerifierKey> known) {
  SINETTI_ASSIGN(Note note, ParseNote(text));
  OpenedNote opened;
  for (NoteSignature& signature : note.signatures) {
    const auto key = std::find_if(known.begin(), known.end(), [&](const VerifierKey& candidate) {
      return candidate.name == signature.name && candidate.id == signature.key_id;
    });
    if (key == known.end()) {
      opened.unknown.push_back(std::move(signature));
      continue;
    }
    SINETTI_TRY(CheckSignature(note, signature, *key, opened));
  }
  if (opened.signed_by.empty() && opened.cosigned_by.empty()) {
    note.signatures = std::move(opened.unknown);
    return NotSigned(note, known);
  }
  opened.text = std::move(note.text);
  return opened;
}

}  // namespace sinetti
