// See witness.h.  A file is replaced by writing beside it, syncing, renaming and syncing the
// folder: after a crash it is the old one or the new one.
#include "ledger/evidence/witness.h"

#include <algorithm>
#include <system_error>

#include "ledger/crypto/key_file.h"
#include "ledger/crypto/sha256.h"
#include "ledger/evidence/key_chain.h"
#include "ledger/log/cosignature.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileBytesMax = 2 * kNoteBytesMax + 10'000;

Error Failed(const std::string& what, const fs::path& path, const std::error_code& error) {
  return Error{ErrorCode::kEnvironment,
               "couldn't " + what + " " + path.string() + ": " + error.message()};
}

Result<void> MakeFolder(const fs::path& path) {
  std::error_code error;
  fs::create_directory(path, error);
  if (error) return Failed("make the folder", path, error);
  fs::permissions(path, fs::perms::owner_all, error);
  if (error) return Failed("protect the folder", path, error);
  return {};
}

// Durable when it returns: the new content under `path`, or an error and the old one.
Result<void> Replace(const fs::path& path, std::string_view text) {
  fs::path beside = path;
  beside += ".part";
  std::error_code error;
  fs::remove(beside, error);  // left by a crash
  {
    SINETTI_ASSIGN(VaultFile file, VaultFile::Open(beside, VaultFile::Mode::kCreate));
    SINETTI_TRY(file.WriteAt(0, AsBytes(text)));
    SINETTI_TRY(file.Sync());
  }
  fs::rename(beside, path, error);
  if (error) return Failed("replace", path, error);
  return SyncFolder(path.parent_path());
}

Result<std::string> ReadText(const fs::path& path) {
  SINETTI_ASSIGN(const VaultFile file, VaultFile::Open(path, VaultFile::Mode::kRead));
  SINETTI_ASSIGN(const Bytes bytes, file.ReadAll(kFileBytesMax));
  return std::string(AsText(bytes));
}

// A name for files of this log: an origin may hold any character.
std::string FileNameOf(std::string_view origin) {
  return HashOf({AsBytes(origin)}).hex().substr(0, 32);
}

Result<std::vector<fs::path>> FilesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".part") files.push_back(entry.path());
  }
  if (error) return Failed("look into", folder, error);
  std::sort(files.begin(), files.end());
  return files;
}

// The note with the signature of the log alone: nothing that nobody checked is kept or passed on.
Result<Note> SignedByLogAlone(std::string_view text, const VerifierKey& log) {
  SINETTI_ASSIGN(const Note note, ParseNote(text));
  const auto own = std::find_if(note.signatures.begin(), note.signatures.end(),
                                [&](const NoteSignature& signature) {
                                  return signature.name == log.name && signature.key_id == log.id;
                                });
  SINETTI_CHECK(own != note.signatures.end());  // the note was opened with this key
  return Note{note.text, {*own}};
}

}  // namespace

Result<Witness> Witness::Create(const fs::path& folder, const std::string& name, WitnessMode mode,
                                const KeyProtection* protection) {
  SINETTI_TRY(CheckKeyName(name));
  std::error_code error;
  if (fs::exists(folder, error))
    return Error{ErrorCode::kConflict, folder.string() +
                                           " is there already: a witness is made in "
                                           "a new folder, and never made again"};
  SINETTI_TRY(MakeFolder(folder));
  SINETTI_TRY(MakeFolder(folder / "logs"));
  SINETTI_TRY(MakeFolder(folder / "contradictions"));
  SINETTI_ASSIGN(Secret seed, Secret::Random());
  SINETTI_TRY(
      WriteKeyFile(folder / "witness.key", {name, seed, KeyType::kCosignature}, protection));
  SINETTI_ASSIGN(const FileSigner signer, FileSigner::FromSeed(name, seed, KeyType::kCosignature));
  SINETTI_TRY(Replace(folder / "LOCK", ""));
  // Last: a folder without it is no witness.
  SINETTI_TRY(Replace(folder / "witness", FormatWitnessIdentity({signer.key(), mode})));
  return Open(folder);
}

Result<Witness> Witness::Open(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder / "witness", error))
    return Error{ErrorCode::kNotFound, folder.string() +
                                           " is no state of a witness; next: sinetti "
                                           "witness init --name NAME"};
  SINETTI_ASSIGN(VaultFile lock, VaultFile::Open(folder / "LOCK", VaultFile::Mode::kWrite));
  SINETTI_TRY(lock.Lock());
  SINETTI_ASSIGN(const std::string text, ReadText(folder / "witness"));
  auto identity = ParseWitnessIdentity(text);
  if (!identity) return std::move(identity).error().Within((folder / "witness").string());
  SINETTI_ASSIGN(const KeyFileHead head, ReadKeyFileHead(folder / "witness.key"));
  if (head.key != identity->key)
    return Error{ErrorCode::kCorrupt, folder.string() + "/witness.key is the key " +
                                          FormatVerifierKey(head.key) + ", this witness is " +
                                          FormatVerifierKey(identity->key)};
  return Witness(folder, std::move(lock), *std::move(identity));
}

Result<std::unique_ptr<Signer>> Witness::OpenSigner(const AskSecret& ask) const {
  SINETTI_ASSIGN(auto signer, sinetti::OpenSigner(folder_ / "witness.key", ask));
  SINETTI_CHECK(signer->key() == key());  // Open compared them, and the lock is held
  return signer;
}

fs::path Witness::LogPath(std::string_view origin) const {
  return folder_ / "logs" / FileNameOf(origin);
}

Result<WitnessedLog> Witness::ReadLog(const fs::path& path) const {
  SINETTI_ASSIGN(const std::string text, ReadText(path));
  auto log = ParseWitnessedLog(text, key());
  if (!log) return std::move(log).error().Within(path.string());
  // A file of another log under this name would be a memory of something else.
  if (LogPath(log->key.name) != path)
    return Error{ErrorCode::kCorrupt, path.string() + " is the state of " + log->key.name +
                                          ", whose file has another name"};
  return log;
}

Result<void> Witness::AddLog(const VerifierKey& log) {
  SINETTI_TRY(RequireKeyType(log, KeyType::kNote));
  std::error_code error;
  const fs::path path = LogPath(log.name);
  if (!fs::exists(path, error)) return Replace(path, FormatWitnessedLog({log, std::nullopt}));
  SINETTI_ASSIGN(const WitnessedLog known, ReadLog(path));
  if (known.key == log) return {};
  return Error{ErrorCode::kConflict, "this witness knows " + log.name + " by the key " +
                                         FormatVerifierKey(known.key) + ", given is " +
                                         FormatVerifierKey(log)};
}

Result<std::vector<WitnessedLog>> Witness::Logs() const {
  SINETTI_ASSIGN(const std::vector<fs::path> files, FilesIn(folder_ / "logs"));
  std::vector<WitnessedLog> logs;
  for (const fs::path& file : files) {
    SINETTI_ASSIGN(WitnessedLog log, ReadLog(file));
    logs.push_back(std::move(log));
  }
  std::sort(logs.begin(), logs.end(), [](const WitnessedLog& left, const WitnessedLog& right) {
    return left.key.name < right.key.name;
  });
  return logs;
}

Result<WitnessedLog> Witness::LogOf(std::string_view origin) const {
  std::error_code error;
  if (!fs::exists(LogPath(origin), error))
    return Error{ErrorCode::kNotFound, "this witness does not know the log '" +
                                           std::string(origin) +
                                           "'; next: sinetti witness add-log VKEY"};
  return ReadLog(LogPath(origin));
}

Result<std::vector<fs::path>> Witness::Contradictions() const {
  return FilesIn(folder_ / "contradictions");
}

// The newest key of the log, as far as the statements lead.
Result<VerifierKey> Witness::KeyOfLog(const Submission& submission, const VerifierKey& known,
                                      const CosignOptions& options) const {
  const VerifierKey& trusted = options.log_key ? *options.log_key : known;
  if (submission.statements.empty()) {
    if (trusted == known) return known;
    return Error{ErrorCode::kInvalid,
                 "this witness knows " + known.name + " by the key " + FormatVerifierKey(known) +
                     "; next: bring what `sinetti prove consistency --with-keys` writes"};
  }
  SINETTI_CHECK(options.registry != nullptr);
  SINETTI_ASSIGN(const KeyChain chain,
                 FollowKeyChain(trusted, submission.statements, *options.registry));
  const bool named = std::any_of(chain.spans().begin(), chain.spans().end(),
                                 [&known](const KeySpan& span) { return span.key == known; });
  if (!named)
    return Error{ErrorCode::kCorrupt,
                 "the chain of keys does not name the key that this witness "
                 "knows, " +
                     FormatVerifierKey(known)};
  return chain.newest();
}

Result<CosignOutcome> Witness::KeepContradiction(const Judgement& judgement,
                                                 const WitnessedLog& log) {
  // Evidence is two signatures by one key.  A note that the key known here never signed cannot be.
  if (const auto same_key = OpenCheckpoint(judgement.against, log.key); !same_key)
    return Error{ErrorCode::kCorrupt,
                 "the checkpoint contradicts what this witness has seen, and another key of the "
                 "log signed it: not cosigned; keep what was submitted, and ask the keeper"};
  SINETTI_ASSIGN(const Note seen, SignedByLogAlone(log.seen->note, log.key));
  SINETTI_ASSIGN(const Note against, SignedByLogAlone(judgement.against, log.key));
  const std::string text = FormatContradiction(FormatNote(seen), FormatNote(against));
  CosignOutcome outcome{.checkpoint = judgement.checkpoint};
  SINETTI_ASSIGN(outcome.contradiction, CheckContradiction(text, log.key));
  const std::string name = FileNameOf(log.key.name).substr(0, 8) + "-" +
                           std::to_string(outcome.contradiction->first.size.value) + "-" +
                           HashOf({AsBytes(text)}).hex().substr(0, 16);
  outcome.kept = folder_ / "contradictions" / name;
  SINETTI_TRY(Replace(outcome.kept, text));
  return outcome;
}

Result<CosignOutcome> Witness::Cosign(const Submission& submission, Timestamp now,
                                      const CosignOptions& options) {
  if (mode() == WitnessMode::kFull && !submission.replayed)
    return Error{ErrorCode::kInvalid,
                 "this witness vouches for a replay of the whole ledger; "
                 "next: sinetti -l LEDGER witness cosign --replay"};
  SINETTI_ASSIGN(const std::string origin, OriginOf(submission));
  SINETTI_ASSIGN(WitnessedLog log, LogOf(origin));
  SINETTI_ASSIGN(const VerifierKey key_of_log, KeyOfLog(submission, log.key, options));
  SINETTI_ASSIGN(Judgement judgement, Judge(submission, key_of_log, log.seen));
  if (judgement.contradiction) return KeepContradiction(judgement, log);
  if (log.seen && now < log.seen->time)
    return Error{ErrorCode::kEnvironment, "the clock of this machine says " + FormatTimestamp(now) +
                                              ", the last cosignature was given at " +
                                              FormatTimestamp(log.seen->time) + ": set the clock"};

  SINETTI_ASSIGN(Note note, SignedByLogAlone(submission.note, key_of_log));
  SINETTI_ASSIGN(const auto signer, OpenSigner(options.ask));
  SINETTI_ASSIGN(NoteSignature cosignature, sinetti::Cosign(note.text, now, *signer));
  SINETTI_ASSIGN(const Timestamp time, CheckCosignature(note.text, cosignature.signature, key()));
  note.signatures.push_back(std::move(cosignature));
  log.key = key_of_log;
  log.seen = SeenCheckpoint{FormatNote(note), judgement.checkpoint, time};
  // The point of no return: from here on the witness has seen it, whether the answer arrives or
  // not.
  SINETTI_TRY(Replace(LogPath(origin), FormatWitnessedLog(log)));
  return CosignOutcome{
      .checkpoint = std::move(judgement.checkpoint), .note = log.seen->note, .time = time};
}

}  // namespace sinetti
