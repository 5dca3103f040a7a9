// The body of a checkpoint, both ways.
#include "ledger/log/checkpoint.h"

#include "ledger/log/note.h"
#include "ledger/log/text_lines.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {
namespace {

constexpr std::string_view kIndexPrefix = "index ";
constexpr std::string_view kTimePrefix = "time ";

Error BadCheckpoint(const std::string& why) {
  return Error{ErrorCode::kInvalid, "not a checkpoint: " + why};
}

Result<Timestamp> ParseTimeLine(std::string_view text) {
  SINETTI_ASSIGN(const Timestamp time, ParseTimestamp(text));
  if (FormatTimestamp(time) != text)
    return Error{ErrorCode::kInvalid,
                 "time " + Quoted(text) + " is to be written " + FormatTimestamp(time)};
  return time;
}

Result<void> ReadExtension(std::string_view line, Checkpoint& checkpoint) {
  if (line.empty()) return BadCheckpoint("an extension line is empty");
  if (line.starts_with(kIndexPrefix)) {
    if (checkpoint.index_root) return BadCheckpoint("two index lines");
    SINETTI_ASSIGN(checkpoint.index_root, ParseBase64Hash(line.substr(kIndexPrefix.size())));
  } else if (line.starts_with(kTimePrefix)) {
    if (checkpoint.time) return BadCheckpoint("two time lines");
    SINETTI_ASSIGN(checkpoint.time, ParseTimeLine(line.substr(kTimePrefix.size())));
  } else {
    checkpoint.extensions.emplace_back(line);
  }
  return {};
}

}  // namespace

std::string FormatCheckpoint(const Checkpoint& checkpoint) {
  std::string text = checkpoint.origin + '\n' + std::to_string(checkpoint.size.value) + '\n' +
                     Base64Encode(checkpoint.root.view()) + '\n';
  if (checkpoint.index_root)
    text.append(kIndexPrefix).append(Base64Encode(checkpoint.index_root->view())).append("\n");
  if (checkpoint.time)
    text.append(kTimePrefix).append(FormatTimestamp(*checkpoint.time)).append("\n");
  for (const std::string& line : checkpoint.extensions) text.append(line).append("\n");
  return text;
}

Result<Checkpoint> ParseCheckpoint(std::string_view text) {
  Checkpoint checkpoint;
  SINETTI_ASSIGN(checkpoint.origin, TakeLine(text));
  if (checkpoint.origin.empty()) return BadCheckpoint("the origin line is empty");
  SINETTI_ASSIGN(const std::string_view size_line, TakeLine(text));
  SINETTI_ASSIGN(checkpoint.size.value, ParseDecimal(size_line));
  SINETTI_ASSIGN(const std::string_view root_line, TakeLine(text));
  SINETTI_ASSIGN(checkpoint.root, ParseBase64Hash(root_line));
  if (checkpoint.size.value == 0 && checkpoint.root != EmptyRoot())
    return BadCheckpoint("size 0 has the root " + EmptyRoot().hex() + ", here is " +
                         checkpoint.root.hex());
  while (!text.empty()) {
    SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
    SINETTI_TRY(ReadExtension(line, checkpoint));
  }
  return checkpoint;
}

Result<std::string> SignCheckpoint(const Checkpoint& checkpoint, Signer& signer) {
  if (checkpoint.origin != signer.key().name)
    return Error{ErrorCode::kInvalid, "the ledger is " + Quoted(checkpoint.origin) +
                                          ", the signing key belongs to " +
                                          Quoted(signer.key().name) + "; use the ledger's own key"};
  const std::string text = FormatCheckpoint(checkpoint);
  // Read back before it is signed: what we can't read ourselves must not go out.
  SINETTI_ASSIGN(const Checkpoint read, ParseCheckpoint(text));
  if (read != checkpoint) return BadCheckpoint("an extension line has a reserved form");
  return SignNote(text, signer);
}

Result<Checkpoint> OpenCheckpoint(std::string_view note, const VerifierKey& key) {
  SINETTI_TRY(RequireKeyType(key, KeyType::kNote));
  SINETTI_ASSIGN(const OpenedNote opened, OpenNote(note, {&key, 1}));
  SINETTI_ASSIGN(Checkpoint checkpoint, ParseCheckpoint(opened.text));
  if (checkpoint.origin != key.name)
    return Error{ErrorCode::kCorrupt, "the checkpoint is of " + Quoted(checkpoint.origin) +
                                          ", the key belongs to " + Quoted(key.name)};
  return checkpoint;
}

}  // namespace sinetti
