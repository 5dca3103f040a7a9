#include "ledger/evidence/contradiction.h"

#include "ledger/log/note.h"
#include "ledger/log/text_lines.h"

namespace sinetti {
namespace {

constexpr std::string_view kHeader = "sinetti.fi/contradiction@v1";

std::string SizeWords(const Checkpoint& checkpoint) {
  return std::to_string(checkpoint.size.value) + " entries";
}

}  // namespace

const char* ContradictionName(ContradictionKind kind) {
  switch (kind) {
    case ContradictionKind::kFork: return "fork";
    case ContradictionKind::kIndexFork: return "fork of the index";
    case ContradictionKind::kSetBack: return "set back";
  }
  return "";
}

std::optional<ContradictionKind> Contradicts(const Checkpoint& first, const Checkpoint& second) {
  if (first.size == second.size) {
    if (first.root != second.root) return ContradictionKind::kFork;
    if (first.index_root && second.index_root && first.index_root != second.index_root)
      return ContradictionKind::kIndexFork;
    return std::nullopt;
  }
  if (!first.time || !second.time) return std::nullopt;
  const bool first_is_smaller = first.size < second.size;
  const bool first_is_later = *first.time > *second.time;
  if (first_is_smaller == first_is_later && first.time != second.time)
    return ContradictionKind::kSetBack;
  return std::nullopt;
}

std::string FormatContradiction(std::string_view first_note, std::string_view second_note) {
  return std::string(kHeader) + "\n\n" + std::string(first_note) + '\n' + std::string(second_note);
}

bool IsContradiction(std::string_view text) {
  return text.starts_with(kHeader) && text.substr(kHeader.size()).starts_with('\n');
}

std::string Contradiction::Words() const {
  switch (kind) {
    case ContradictionKind::kFork:
      return "two trees of " + SizeWords(first) + " are signed: root " + first.root.hex() +
             " and root " + second.root.hex();
    case ContradictionKind::kIndexFork:
      return "two indexes of one tree of " + SizeWords(first) + " are signed: root " +
             first.index_root->hex() + " and root " + second.index_root->hex();
    case ContradictionKind::kSetBack: break;
  }
  return SizeWords(first) + " are signed at " + FormatTimestamp(*first.time) + ", " +
         SizeWords(second) + " at " + FormatTimestamp(*second.time) +
         ": the ledger was set back, or its clock was";
}

Result<Contradiction> CheckContradiction(std::string_view text, const VerifierKey& key) {
  if (!IsContradiction(text) || !text.substr(kHeader.size()).starts_with("\n\n"))
    return Error{ErrorCode::kInvalid, "not a contradiction file: it begins with " +
                                          Quoted(text.substr(0, text.find('\n')))};
  SINETTI_ASSIGN(const auto notes, SplitNotes(text.substr(kHeader.size() + 2)));
  Contradiction contradiction;
  SINETTI_ASSIGN(contradiction.first, OpenCheckpoint(notes.first, key));
  SINETTI_ASSIGN(contradiction.second, OpenCheckpoint(notes.second, key));
  const auto kind = Contradicts(contradiction.first, contradiction.second);
  if (!kind)
    return Error{ErrorCode::kCorrupt, "the two checkpoints, of " + SizeWords(contradiction.first) +
                                          " and of " + SizeWords(contradiction.second) +
                                          ", can both be true: this proves nothing"};
  contradiction.kind = *kind;
  return contradiction;
}

}  // namespace sinetti
