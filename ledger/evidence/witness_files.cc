// Both files are read by writing them again and comparing: what is not what the writer would write
// is refused.
#include "ledger/evidence/witness_files.h"

#include "ledger/log/note.h"
#include "ledger/log/text_lines.h"

namespace sinetti {
namespace {

constexpr std::string_view kIdentityHeader = "sinetti.fi/witness@v1";
constexpr std::string_view kLogHeader = "sinetti.fi/witness-log@v1";

Error Damaged(const std::string& why) {
  return Error{ErrorCode::kCorrupt,
               why + "; the witness's state is damaged: restore it, never begin it anew"};
}

Result<std::string_view> TakeStated(std::string_view& text, std::string_view word) {
  auto value = TakeValue(text, word);
  if (!value) return Damaged(value.error().message);
  return value;
}

Result<void> TakeHeader(std::string_view& text, std::string_view header) {
  const auto line = TakeLine(text);
  if (line && *line == header) return {};
  return Damaged("the first line is not '" + std::string(header) + "'");
}

Result<VerifierKey> TakeKey(std::string_view& text, std::string_view word, KeyType type) {
  SINETTI_ASSIGN(const std::string_view value, TakeStated(text, word));
  auto key = ParseVerifierKey(value);
  if (!key) return Damaged(key.error().message);
  if (auto right = RequireKeyType(*key, type); !right) return Damaged(right.error().message);
  return key;
}

std::string SizeOf(const std::optional<SeenCheckpoint>& seen) {
  return seen ? std::to_string(seen->checkpoint.size.value) : "none";
}

Result<SeenCheckpoint> OpenSeen(std::string_view note, const VerifierKey& log,
                                const VerifierKey& witness) {
  const VerifierKey keys[] = {log, witness};
  auto opened = OpenNote(note, keys);
  if (!opened) return Damaged(opened.error().message);
  if (opened->signed_by.size() != 1 || opened->cosigned_by.size() != 1 || !opened->unknown.empty())
    return Damaged("the checkpoint in it is not signed by log and witness alone");
  auto checkpoint = OpenCheckpoint(note, log);
  if (!checkpoint) return Damaged(checkpoint.error().message);
  return SeenCheckpoint{std::string(note), *std::move(checkpoint), opened->cosigned_by[0].time};
}

}  // namespace

std::string FormatWitnessIdentity(const WitnessIdentity& identity) {
  return std::string(kIdentityHeader) + "\nkey " + FormatVerifierKey(identity.key) + "\nmode " +
         (identity.mode == WitnessMode::kFull ? "full" : "light") + "\n";
}

Result<WitnessIdentity> ParseWitnessIdentity(std::string_view text) {
  std::string_view rest = text;
  SINETTI_TRY(TakeHeader(rest, kIdentityHeader));
  WitnessIdentity identity;
  SINETTI_ASSIGN(identity.key, TakeKey(rest, "key", KeyType::kCosignature));
  identity.mode = rest == "mode full\n" ? WitnessMode::kFull : WitnessMode::kLight;
  if (FormatWitnessIdentity(identity) != text) return Damaged("its mode is not light or full");
  return identity;
}

std::string FormatWitnessedLog(const WitnessedLog& log) {
  std::string text = std::string(kLogHeader) + "\nlog " + FormatVerifierKey(log.key) + "\nsize " +
                     SizeOf(log.seen) + "\n";
  return log.seen ? text + '\n' + log.seen->note : text;
}

Result<WitnessedLog> ParseWitnessedLog(std::string_view text, const VerifierKey& witness) {
  std::string_view rest = text;
  SINETTI_TRY(TakeHeader(rest, kLogHeader));
  WitnessedLog log;
  SINETTI_ASSIGN(log.key, TakeKey(rest, "log", KeyType::kNote));
  SINETTI_TRY(TakeStated(rest, "size"));
  if (!rest.empty()) {
    rest.remove_prefix(1);
    SINETTI_ASSIGN(log.seen, OpenSeen(rest, log.key, witness));
  }
  if (FormatWitnessedLog(log) != text) return Damaged("its size line and its checkpoint disagree");
  return log;
}

}  // namespace sinetti
