// Grammar first, then signatures, then tree maths; each step takes only what the one before let
// pass.
#include "ledger/log/proof_file.h"

#include "ledger/log/note.h"
#include "ledger/log/proved_entry.h"
#include "ledger/log/text_lines.h"
#include "ledger/merkle/proof.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {
namespace {

constexpr std::string_view kInclusionHeader = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kConsistencyHeader = "sinetti.fi/consistency-proof@v1";
constexpr std::size_t kProofBytesMax = 2 * kNoteBytesMax + 200'000;

Error BadProof(const std::string& why) {
  return Error{ErrorCode::kInvalid, "not a proof file: " + why};
}

Result<void> TakeHeader(std::string_view& text, std::string_view header) {
  if (text.size() > kProofBytesMax)
    return BadProof("it has " + std::to_string(text.size()) + " bytes, more than any proof");
  SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
  if (line != header)
    return BadProof("expected " + Quoted(header) + " as first line, here is " + Quoted(line));
  return {};
}

void AppendHashes(const std::vector<Hash>& hashes, std::string& text) {
  for (const Hash& hash : hashes) text += Base64Encode(hash.view()) + '\n';
  text += '\n';
}

struct TreeHead {
  TreeSize size;
  Hash root;
};

std::string FormatTreeHead(std::string_view word, const Checkpoint& checkpoint) {
  return std::string(word) + ' ' + std::to_string(checkpoint.size.value) + ' ' +
         Base64Encode(checkpoint.root.view()) + '\n';
}

Result<TreeHead> TakeTreeHead(std::string_view& text, std::string_view word) {
  SINETTI_ASSIGN(std::string_view value, TakeValue(text, word));
  TreeHead head;
  SINETTI_ASSIGN(head.size.value, ParseDecimal(TakeWord(value)));
  SINETTI_ASSIGN(head.root, ParseBase64Hash(value));
  return head;
}

// The checkpoint inside a note, for its grammar alone.
Result<Checkpoint> ReadUnopened(std::string_view note) {
  SINETTI_ASSIGN(const Note parsed, ParseNote(note));
  return ParseCheckpoint(parsed.text);
}

struct ParsedConsistency {
  TreeHead old_head;
  TreeHead new_head;
  ConsistencyProof proof;
};

Result<ParsedConsistency> ParseConsistency(std::string_view text) {
  SINETTI_TRY(TakeHeader(text, kConsistencyHeader));
  ParsedConsistency parsed;
  SINETTI_ASSIGN(parsed.old_head, TakeTreeHead(text, "old"));
  SINETTI_ASSIGN(parsed.new_head, TakeTreeHead(text, "new"));
  SINETTI_ASSIGN(parsed.proof.hashes, TakeHashes(text));
  SINETTI_ASSIGN(const auto notes, SplitNotes(text));
  parsed.proof.old_checkpoint = notes.first;
  parsed.proof.new_checkpoint = notes.second;
  SINETTI_TRY(ReadUnopened(parsed.proof.old_checkpoint));
  SINETTI_TRY(ReadUnopened(parsed.proof.new_checkpoint));
  return parsed;
}

Result<void> CheckHead(const char* which, const TreeHead& head, const Checkpoint& checkpoint) {
  if (head.size == checkpoint.size && head.root == checkpoint.root) return {};
  return Error{ErrorCode::kCorrupt,
               std::string("the proof's ") + which + " tree is " + std::to_string(head.size.value) +
                   " with root " + head.root.hex() + ", its checkpoint says " +
                   std::to_string(checkpoint.size.value) + " with root " + checkpoint.root.hex()};
}

}  // namespace

Result<ProofKind> ProofKindOf(std::string_view text) {
  SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
  if (line == kInclusionHeader) return ProofKind::kInclusion;
  if (line == kConsistencyHeader) return ProofKind::kConsistency;
  return Error{ErrorCode::kUnsupported, "no known kind of proof begins with " + Quoted(line)};
}

std::string FormatInclusionProof(const InclusionProof& proof) {
  std::string text(kInclusionHeader);
  text += "\nextra " + Base64Encode(proof.entry);
  text += "\nindex " + std::to_string(proof.sequence.value) + '\n';
  AppendHashes(proof.hashes, text);
  return text + proof.checkpoint;
}

Result<InclusionProof> ParseInclusionProof(std::string_view text) {
  SINETTI_TRY(TakeHeader(text, kInclusionHeader));
  InclusionProof proof;
  if (text.starts_with("index "))
    return BadProof("it has no line 'extra' with the entry; only proofs that carry it are checked");
  SINETTI_ASSIGN(const std::string_view extra, TakeValue(text, "extra"));
  SINETTI_ASSIGN(proof.entry, ParseEntryBytes(extra));
  SINETTI_ASSIGN(const std::string_view index, TakeValue(text, "index"));
  SINETTI_ASSIGN(proof.sequence.value, ParseDecimal(index));
  SINETTI_ASSIGN(proof.hashes, TakeHashes(text));
  proof.checkpoint = text;
  SINETTI_TRY(ReadUnopened(proof.checkpoint));
  return proof;
}

Result<CheckedInclusion> CheckInclusionProof(std::string_view text, const VerifierKey& key) {
  SINETTI_ASSIGN(InclusionProof proof, ParseInclusionProof(text));
  SINETTI_ASSIGN(Checkpoint checkpoint, OpenCheckpoint(proof.checkpoint, key));
  const Hash leaf = LeafHash(proof.entry);
  SINETTI_TRY(
      VerifyInclusion(proof.sequence, checkpoint.size, leaf, proof.hashes, checkpoint.root));
  return CheckedInclusion{proof.sequence, std::move(proof.entry), leaf, std::move(checkpoint)};
}

Result<std::string> FormatConsistencyProof(const ConsistencyProof& proof) {
  SINETTI_ASSIGN(const Checkpoint old_checkpoint, ReadUnopened(proof.old_checkpoint));
  SINETTI_ASSIGN(const Checkpoint new_checkpoint, ReadUnopened(proof.new_checkpoint));
  std::string text = std::string(kConsistencyHeader) + '\n' +
                     FormatTreeHead("old", old_checkpoint) + FormatTreeHead("new", new_checkpoint);
  AppendHashes(proof.hashes, text);
  return text + proof.old_checkpoint + '\n' + proof.new_checkpoint;
}

Result<ConsistencyProof> ParseConsistencyProof(std::string_view text) {
  SINETTI_ASSIGN(ParsedConsistency parsed, ParseConsistency(text));
  SINETTI_ASSIGN(const std::string written, FormatConsistencyProof(parsed.proof));
  if (written != text)
    return Error{
        ErrorCode::kInvalid,
        "consistency proof: the lines `old` and `new` do not say what the checkpoints say"};
  return std::move(parsed.proof);
}

Result<CheckedConsistency> CheckConsistencyProof(std::string_view text, const VerifierKey& key) {
  return CheckConsistencyProof(text, key, key);
}

Result<CheckedConsistency> CheckConsistencyProof(std::string_view text, const VerifierKey& old_key,
                                                 const VerifierKey& new_key) {
  SINETTI_ASSIGN(const ParsedConsistency parsed, ParseConsistency(text));
  SINETTI_ASSIGN(Checkpoint old_checkpoint, OpenCheckpoint(parsed.proof.old_checkpoint, old_key));
  SINETTI_ASSIGN(Checkpoint new_checkpoint, OpenCheckpoint(parsed.proof.new_checkpoint, new_key));
  SINETTI_TRY(CheckHead("old", parsed.old_head, old_checkpoint));
  SINETTI_TRY(CheckHead("new", parsed.new_head, new_checkpoint));
  SINETTI_TRY(VerifyConsistency(old_checkpoint.size, old_checkpoint.root, new_checkpoint.size,
                                new_checkpoint.root, parsed.proof.hashes));
  return CheckedConsistency{std::move(old_checkpoint), std::move(new_checkpoint)};
}

}  // namespace sinetti
