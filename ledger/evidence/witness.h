// A witness: somebody else than the keeper of the ledger, who remembers the newest checkpoint and
// cosigns only what extends it.  Its state is a folder of its own; what it saw is durable before a
// cosignature leaves it.  Implements docs/format/witness.md.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/crypto/signer.h"
#include "ledger/evidence/submission.h"
#include "ledger/evidence/witness_files.h"
#include "ledger/vault/vault_files.h"

namespace sinetti {

// What became of a submission that could be judged.
struct CosignOutcome {
  Checkpoint checkpoint;
  std::string note;  // signed by the log and cosigned; empty when refused for a contradiction
  Timestamp time;    // of the cosignature
  std::optional<Contradiction> contradiction;
  std::filesystem::path kept;  // the file with the contradiction
};

struct CosignOptions {
  AskSecret ask;  // for the passphrase of the witness's key, when there is something to sign
  // The log's key, got from its keeper on another way: needed when the one that the witness knows
  // was compromised.
  std::optional<VerifierKey> log_key;
  const TypeRegistry* registry = nullptr;  // needed for statements about keys
};

// One process at a time, one thread at a time.
class Witness {
 public:
  // Makes the folder and a new key.  kConflict: something is there already.  kInvalid: the name.
  static Result<Witness> Create(const std::filesystem::path& folder, const std::string& name,
                                WitnessMode mode, const KeyProtection* protection = nullptr);

  // kNotFound: no witness there.  kLocked: another process has it.  kCorrupt: files were changed.
  static Result<Witness> Open(const std::filesystem::path& folder);

  const VerifierKey& key() const { return identity_.key; }
  WitnessMode mode() const { return identity_.mode; }

  // From now on checkpoints of this log are cosigned.  Adding it again does nothing; kConflict for
  // another key of the same origin.
  Result<void> AddLog(const VerifierKey& log);

  // By origin.
  Result<std::vector<WitnessedLog>> Logs() const;
  // kNotFound: not a log of this witness.
  Result<WitnessedLog> LogOf(std::string_view origin) const;
  // Files of contradictions that were met, by name.
  Result<std::vector<std::filesystem::path>> Contradictions() const;

  // Judges, keeps the state durably, and only then hands out the cosignature.  Errors as Judge, and
  // kInvalid when a full witness is shown a checkpoint without a replay, kEnvironment when `now` is
  // before its last cosignature or when the state can't be kept: then nothing was cosigned.
  // Where the log has changed its key, the submission carries the statements that lead from the key
  // that the witness knows to the newest, which it knows from then on.
  Result<CosignOutcome> Cosign(const Submission& submission, Timestamp now,
                               const CosignOptions& options = {});

 private:
  Witness(std::filesystem::path folder, VaultFile lock, WitnessIdentity identity)
      : folder_(std::move(folder)), lock_(std::move(lock)), identity_(std::move(identity)) {}

  std::filesystem::path LogPath(std::string_view origin) const;
  Result<WitnessedLog> ReadLog(const std::filesystem::path& path) const;
  Result<std::unique_ptr<Signer>> OpenSigner(const AskSecret& ask) const;
  Result<VerifierKey> KeyOfLog(const Submission& submission, const VerifierKey& known,
                               const CosignOptions& options) const;
  Result<CosignOutcome> KeepContradiction(const Judgement& judgement, const WitnessedLog& log);

  std::filesystem::path folder_;
  VaultFile lock_;  // held as long as the witness is open
  WitnessIdentity identity_;
};

}  // namespace sinetti
