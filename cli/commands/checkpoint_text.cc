// See checkpoint_text.h.
#include "cli/commands/checkpoint_text.h"

#include "cli/io/console.h"
#include "cli/io/files.h"

namespace sinetti {

Result<Checkpoint> ReadCheckpointFile(const std::string& file, const VerifierKey& key) {
  SINETTI_ASSIGN(const std::string note, ReadWhole(file));
  auto checkpoint = OpenCheckpoint(note, key);
  if (!checkpoint) return std::move(checkpoint).error().Within(file);
  return checkpoint;
}

std::string CheckpointWords(const Checkpoint& checkpoint) {
  std::string words = Counted(checkpoint.size.value, "event") + " of " + checkpoint.origin +
                      ", root " + checkpoint.root.hex();
  if (checkpoint.time) words += ", signed " + FormatTimestamp(*checkpoint.time);
  return words;
}

}  // namespace sinetti
