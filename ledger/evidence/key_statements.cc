// The file of statements: written from a ledger, read and checked without one.
#include <algorithm>

#include "ledger/event/codec.h"
#include "ledger/evidence/key_chain.h"
#include "ledger/log/chain.h"
#include "ledger/log/checkpoint_store.h"
#include "ledger/log/proof_file.h"
#include "ledger/log/text_lines.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {
namespace {

constexpr std::string_view kHeader = "sinetti.fi/key-chain@v1\n";
constexpr std::string_view kCountWord = "statements ";
constexpr std::size_t kPreviousBytes = 32;

Error Malformed(const std::string& why) {
  return Error{ErrorCode::kInvalid, "not a chain of keys: " + why};
}

// A statement ends at its third empty line, which is not its own: hashes, text and signatures stand
// before it.
Result<std::string_view> TakeStatement(std::string_view& text) {
  std::size_t end = 0;
  for (int part = 0; part < 3; ++part) {
    const std::size_t found = text.find("\n\n", part == 0 ? 0 : end + 1);
    if (found == text.npos) {
      if (part < 2) return Malformed("a statement is cut off");
      const std::string_view last = text;
      text = {};
      return last;
    }
    end = found;
  }
  const std::string_view statement = text.substr(0, end + 1);
  text.remove_prefix(end + 2);
  return statement;
}

Result<Event> EventOf(const InclusionProof& proof, const TypeRegistry& registry) {
  Entry entry{.sequence = proof.sequence};
  std::copy_n(proof.entry.begin(), kPreviousBytes, entry.previous.bytes.begin());
  entry.record = ByteView(proof.entry).subspan(kPreviousBytes);
  SINETTI_ASSIGN(const VerifiedEntry verified,
                 ChainVerifier::CheckAgainst(entry, LeafHash(proof.entry)));
  return DecodeEvent(verified, registry);
}

// What the statement says; the next key vouches for it, and unless it was compromised the previous
// one as well.
Result<KeyChange> CheckStatement(const std::string& text, const TypeRegistry& registry) {
  SINETTI_ASSIGN(const InclusionProof proof, ParseInclusionProof(text));
  SINETTI_ASSIGN(const Event event, EventOf(proof, registry));
  SINETTI_ASSIGN(KeyChange change, ReadKeyChange(event));
  SINETTI_TRY(CheckInclusionProof(text, change.next));
  if (!change.compromised) SINETTI_TRY(CheckInclusionProof(text, change.previous));
  return change;
}

Error CannotFollow(const VerifierKey& trusted, const KeyChange& change) {
  return Error{ErrorCode::kCorrupt,
               "the key " + FormatVerifierKey(change.previous) +
                   " was declared compromised, by a statement that " +
                   FormatVerifierKey(change.next) + " signed: whoever has " +
                   FormatVerifierKey(trusted) +
                   " cannot tell whether the ledger's keeper made it. Get the ledger's key from "
                   "its keeper on a way that you trust, and give that with --key; what the old key "
                   "signed counts for at most " +
                   std::to_string(change.last.value) +
                   " events, where witnesses have cosigned it (--policy)"};
}

Result<StoredCheckpoint> SignedBehind(const Reader& reader, const KeyChange& change) {
  SINETTI_ASSIGN(const auto stored,
                 ListCheckpoints(reader.snapshot(), SizeThrough(change.sequence)));
  for (const StoredCheckpoint& one : stored) {
    const bool by_previous = change.compromised || OpenCheckpoint(one.note, change.previous);
    if (by_previous && OpenCheckpoint(one.note, change.next)) return one;
  }
  return Error{ErrorCode::kNotFound, "no checkpoint behind event " +
                                         std::to_string(change.sequence.value) +
                                         " is signed by both keys yet"};
}

Result<Event> StoredEvent(const Reader& reader, Sequence sequence, const TypeRegistry& registry) {
  SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
  SINETTI_ASSIGN(const VerifiedEntry verified,
                 ChainVerifier::CheckAgainst(stored.entry(), stored.leaf));
  return DecodeEvent(verified, registry);
}

Result<std::string> StatementOf(const Reader& reader, const KeyChange& change,
                                const StoredCheckpoint& checkpoint) {
  SINETTI_ASSIGN(const StoredEntry stored, reader.Read(change.sequence));
  InclusionProof proof{.sequence = change.sequence, .checkpoint = checkpoint.note};
  proof.entry.assign(stored.previous.bytes.begin(), stored.previous.bytes.end());
  proof.entry.insert(proof.entry.end(), stored.record.begin(), stored.record.end());
  SINETTI_ASSIGN(proof.hashes, reader.InclusionProof(change.sequence, checkpoint.size));
  return FormatInclusionProof(proof);
}

}  // namespace

bool IsKeyChain(std::string_view text) { return text.starts_with(kHeader); }

std::string FormatKeyChain(const KeyChainFile& file) {
  std::string text = std::string(kHeader) + std::string(kCountWord) +
                     std::to_string(file.statements.size()) + "\n";
  for (const std::string& statement : file.statements) text += "\n" + statement;
  if (!file.proof.empty()) text += "\n" + file.proof;
  return text;
}

Result<KeyChainFile> ParseKeyChain(std::string_view text) {
  const std::string_view whole = text;
  if (!IsKeyChain(text)) return Malformed("its first line is another");
  text.remove_prefix(kHeader.size());
  SINETTI_ASSIGN(const std::string_view count_line, TakeLine(text));
  if (!count_line.starts_with(kCountWord)) return Malformed("the number of statements is missing");
  SINETTI_ASSIGN(const std::uint64_t count, ParseDecimal(count_line.substr(kCountWord.size())));
  if (count == 0 || count > kKeyStatementsMax)
    return Malformed("it has 1 to " + std::to_string(kKeyStatementsMax) + " statements, here " +
                     std::to_string(count));
  SINETTI_ASSIGN(const std::string_view empty, TakeLine(text));
  if (!empty.empty()) return Malformed("an empty line is missing");
  KeyChainFile file;
  for (std::uint64_t i = 0; i < count; ++i) {
    SINETTI_ASSIGN(const std::string_view statement, TakeStatement(text));
    file.statements.emplace_back(statement);
  }
  file.proof = text;
  if (FormatKeyChain(file) != whole) return Malformed("something stands behind its end");
  return file;
}

Result<KeyChain> FollowKeyChain(const VerifierKey& trusted, std::span<const std::string> statements,
                                const TypeRegistry& registry) {
  std::optional<KeyChain> chain;
  std::optional<Sequence> last;
  // Whoever trusts a key trusts what it signed: forwards the next key, backwards how far the one
  // before it vouched.
  bool reached = false;
  for (const std::string& statement : statements) {
    SINETTI_ASSIGN(const KeyChange change, CheckStatement(statement, registry));
    if (last && change.sequence <= *last)
      return Error{ErrorCode::kCorrupt, "statements about keys are not in the order of the ledger"};
    last = change.sequence;
    if (!chain) chain.emplace(change.previous);
    const VerifierKey before = chain->newest();
    reached = reached || before == trusted;
    SINETTI_TRY(chain->Add(change));
    if (change.compromised &&
        (change.previous == trusted || (reached && change.previous == before)))
      return CannotFollow(trusted, change);
  }
  if (!chain) return KeyChain(trusted);
  if (!reached && chain->newest() != trusted)
    return Error{ErrorCode::kCorrupt,
                 "the chain of keys leads from " + FormatVerifierKey(chain->spans().front().key) +
                     " to " + FormatVerifierKey(chain->newest()) + "; the key that you trust, " +
                     FormatVerifierKey(trusted) + ", is not among them"};
  return *std::move(chain);
}

Result<std::vector<KeyChange>> KeyChangesOf(const Reader& reader, const TypeRegistry& registry) {
  SINETTI_ASSIGN(const std::vector<Sequence> sequences, reader.Stream(kLedgerKeyStream));
  std::vector<KeyChange> changes;
  for (const Sequence sequence : sequences) {
    SINETTI_ASSIGN(const Event event, StoredEvent(reader, sequence, registry));
    auto change = ReadKeyChange(event);
    if (!change) return std::move(change).error().Within("event " + std::to_string(sequence.value));
    changes.push_back(*std::move(change));
  }
  return changes;
}

Result<std::vector<std::string>> KeyStatementsOf(const Reader& reader,
                                                 const TypeRegistry& registry) {
  SINETTI_ASSIGN(const std::vector<KeyChange> changes, KeyChangesOf(reader, registry));
  std::vector<std::string> statements;
  for (const KeyChange& change : changes) {
    auto checkpoint = SignedBehind(reader, change);
    if (!checkpoint && checkpoint.error().code == ErrorCode::kNotFound) break;
    SINETTI_TRY(checkpoint);
    SINETTI_ASSIGN(std::string statement, StatementOf(reader, change, *checkpoint));
    statements.push_back(std::move(statement));
  }
  return statements;
}

Result<void> RequireKeyInForce(const Reader& reader, const TypeRegistry& registry,
                               const VerifierKey& key) {
  SINETTI_ASSIGN(const std::vector<KeyChange> changes, KeyChangesOf(reader, registry));
  if (changes.empty() || changes.back().next == key) return {};
  return Error{ErrorCode::kConflict,
               "the ledger's key is " + FormatVerifierKey(changes.back().next) + " since event " +
                   std::to_string(changes.back().sequence.value) + ", given is " +
                   FormatVerifierKey(key) +
                   ": use the newest signing key; where a change was stopped half-way, next: "
                   "sinetti key rotate"};
}

}  // namespace sinetti
