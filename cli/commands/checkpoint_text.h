// Checkpoints as people meet them: in a file, and in one line.
#pragma once

#include <string>

#include "ledger/log/checkpoint.h"

namespace sinetti {

// Signed by the key; the error names the file.
Result<Checkpoint> ReadCheckpointFile(const std::string& file, const VerifierKey& key);

std::string CheckpointWords(const Checkpoint& checkpoint);

}  // namespace sinetti
