// Grammar first, then signatures, then the map, then the fold; each step takes only what the one
// before let pass.
#include "ledger/index/complete_proof.h"

#include <algorithm>

#include "ledger/base/base85.h"
#include "ledger/event/index_keys.h"
#include "ledger/log/chain.h"
#include "ledger/log/note.h"
#include "ledger/log/proved_entry.h"
#include "ledger/log/text_lines.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {
namespace {

constexpr std::size_t kFileBytesMax = 512 << 20;

Error BadProof(const std::string& why) {
  return Error{ErrorCode::kInvalid, "not a proof file: " + why};
}

Result<KeyState> ReadState(std::string_view field) {
  KeyState state;
  SINETTI_ASSIGN(state.count, ParseDecimal(TakeWord(field)));
  SINETTI_ASSIGN(state.head, ParseBase64Hash(field));
  return state;
}

std::string FormatState(const KeyState& state) {
  return std::to_string(state.count) + ' ' + Base64Encode(state.head.view()) + '\n';
}

std::string FormatPart(std::string_view word, const KeyAt& at) {
  std::string text =
      std::string(word) + ' ' + std::to_string(at.size.value) + ' ' + FormatState(at.state);
  if (at.proof.other)
    text += "other " + Base64Encode(at.proof.other->key.view()) + ' ' +
            FormatState(at.proof.other->state);
  for (const Hash& sibling : at.proof.siblings) text += Base64Encode(sibling.view()) + '\n';
  return text + '\n';
}

// The line has been taken already.
Result<KeyAt> TakePart(std::string_view field, std::string_view& text) {
  KeyAt at;
  SINETTI_ASSIGN(at.size.value, ParseDecimal(TakeWord(field)));
  SINETTI_ASSIGN(at.state, ReadState(field));
  if (text.starts_with("other ")) {
    SINETTI_ASSIGN(std::string_view other, TakeValue(text, "other"));
    MapEntry entry;
    SINETTI_ASSIGN(entry.key, ParseBase64Hash(TakeWord(other)));
    SINETTI_ASSIGN(entry.state, ReadState(other));
    at.proof.other = entry;
  }
  SINETTI_ASSIGN(at.proof.siblings, TakeHashes(text, kMapDepthMax));
  return at;
}

Result<std::vector<Hash>> TakeLeaves(std::string_view& text) {
  SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
  if (line == "leaves") return std::vector<Hash>();
  const auto field = ValueAfter(line, "leaves");
  if (!field) return BadProof("expected a line 'leaves', here is " + Quoted(line));
  auto bytes = Base85Decode(*field);
  if (!bytes) return BadProof("its leaves: " + std::move(bytes).error().message);
  if (bytes->empty() || bytes->size() % 32 != 0) return BadProof("its leaves are no whole hashes");
  std::vector<Hash> leaves(bytes->size() / 32);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    SINETTI_ASSIGN(leaves[i], Hash::From(ByteView(*bytes).subspan(32 * i, 32)));
  }
  return leaves;
}

// The lines `entry` and the empty line behind them.
Result<std::vector<Bytes>> TakeEntries(std::string_view& text) {
  std::vector<Bytes> entries;
  while (true) {
    SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
    if (line.empty()) return entries;
    const auto field = ValueAfter(line, "entry");
    if (!field) return BadProof("expected a line 'entry ...', here is " + Quoted(line));
    auto entry = ParseEntryBytes(*field);
    if (!entry)
      return BadProof("entry " + std::to_string(entries.size()) + ": " +
                      std::move(entry).error().message);
    entries.push_back(std::move(*entry));
  }
}

// Opens the checkpoint of one part and checks what the index says there.
Result<Checkpoint> CheckPart(const char* which, const KeyAt& at, const Hash& key_hash,
                             const VerifierKey& key) {
  const auto within = [which](Error error) {
    return std::move(error).Within(std::string("the ") + which + " checkpoint");
  };
  auto checkpoint = OpenCheckpoint(at.checkpoint, key);
  if (!checkpoint) return within(std::move(checkpoint).error());
  if (checkpoint->size != at.size)
    return within({ErrorCode::kCorrupt, "it is of " + std::to_string(checkpoint->size.value) +
                                            " events, the proof says " +
                                            std::to_string(at.size.value)});
  if (!checkpoint->index_root)
    return within({ErrorCode::kCorrupt, "it carries no index, so it proves no complete answer"});
  if (auto holds = VerifyMapProof(key_hash, at.state, at.proof, *checkpoint->index_root); !holds)
    return within(std::move(holds).error());
  return checkpoint;
}

}  // namespace

Result<void> CheckKeyText(std::string_view key) {
  const bool fits = IsUtf8(key) && std::ranges::none_of(key, [](char c) {
                      return (c >= 0 && c < ' ') || c == 0x7f;
                    });
  const std::size_t colon = key.find(':');
  if (fits && colon != key.npos && colon > 0 && colon + 1 < key.size()) return {};
  return Error{ErrorCode::kInvalid, Quoted(key) +
                                        " is no key: write kind:value, such as "
                                        "provider:0204819-8, in one line"};
}

std::string FormatCompleteProof(const CompleteProof& proof) {
  std::string text = std::string(kCompleteHeader) + "\nkey " + proof.key + "\nplace " +
                     Base64Encode(IndexKeyHash(proof.key).view()) + '\n';
  if (proof.from) text += FormatPart("from", *proof.from);
  text += FormatPart("to", proof.to) + "leaves";
  if (!proof.leaves.empty()) {
    Bytes leaves;
    leaves.reserve(32 * proof.leaves.size());
    for (const Hash& leaf : proof.leaves)
      leaves.insert(leaves.end(), leaf.bytes.begin(), leaf.bytes.end());
    text += ' ' + Base85Encode(leaves);
  }
  text += '\n';
  for (const Bytes& entry : proof.entries) text += "entry " + Base64Encode(entry) + '\n';
  text += '\n';
  if (proof.from) text += proof.from->checkpoint + '\n';
  return text + proof.to.checkpoint;
}

Result<CompleteProof> ParseCompleteProof(std::string_view text) {
  const std::string_view whole = text;
  if (text.size() > kFileBytesMax)
    return BadProof("it has " + std::to_string(text.size()) + " bytes, more than any proof");
  SINETTI_ASSIGN(const std::string_view header, TakeLine(text));
  if (header != kCompleteHeader) return BadProof("its first line is " + Quoted(header));
  CompleteProof proof;
  SINETTI_ASSIGN(proof.key, TakeValue(text, "key"));
  SINETTI_TRY(CheckKeyText(proof.key));
  SINETTI_ASSIGN(const std::string_view place_text, TakeValue(text, "place"));
  SINETTI_ASSIGN(const Hash place, ParseBase64Hash(place_text));
  if (place != IndexKeyHash(proof.key))
    return BadProof("it is of the key hash " + place.hex() + ", that of " + Quoted(proof.key) +
                    " is " + IndexKeyHash(proof.key).hex());
  SINETTI_ASSIGN(std::string_view line, TakeLine(text));
  if (const auto from = ValueAfter(line, "from")) {
    SINETTI_ASSIGN(proof.from, TakePart(*from, text));
    SINETTI_ASSIGN(line, TakeLine(text));
  }
  const auto to = ValueAfter(line, "to");
  if (!to) return BadProof("expected a line 'to ...', here is " + Quoted(line));
  SINETTI_ASSIGN(proof.to, TakePart(*to, text));
  SINETTI_ASSIGN(proof.leaves, TakeLeaves(text));
  SINETTI_ASSIGN(proof.entries, TakeEntries(text));
  if (proof.from) {
    // A checkpoint has no empty line in its text, so its note ends at its second one.
    const std::size_t signatures = text.find("\n\n");
    const std::size_t end = signatures == text.npos ? text.npos : text.find("\n\n", signatures + 2);
    if (end == text.npos) return BadProof("it needs two signed checkpoints");
    proof.from->checkpoint = text.substr(0, end + 1);
    text.remove_prefix(end + 2);
  }
  proof.to.checkpoint = text;
  // One text for each proof, so that no changed byte goes unnoticed.
  if (FormatCompleteProof(proof) != whole) return BadProof("its parts are not in their one form");
  return proof;
}

Result<CheckedComplete> CheckCompleteProof(std::string_view text, const VerifierKey& key) {
  return CheckCompleteProof(text, key, key);
}

Result<CheckedComplete> CheckCompleteProof(std::string_view text, const VerifierKey& from_key,
                                           const VerifierKey& to_key) {
  SINETTI_ASSIGN(CompleteProof proof, ParseCompleteProof(text));
  const Hash key_hash = IndexKeyHash(proof.key);
  CheckedComplete checked{.key = proof.key};
  KeyState state;
  if (proof.from) {
    SINETTI_ASSIGN(checked.from, CheckPart("older", *proof.from, key_hash, from_key));
    state = proof.from->state;
    checked.count_before = state.count;
  }
  SINETTI_ASSIGN(checked.to, CheckPart("newer", proof.to, key_hash, to_key));
  if (checked.from && checked.from->size > checked.to.size)
    return Error{ErrorCode::kCorrupt,
                 "the older checkpoint is of " + std::to_string(checked.from->size.value) +
                     " events, the newer one of " + std::to_string(checked.to.size.value)};
  for (const Hash& leaf : proof.leaves) state = state.With(leaf);
  if (state.count != proof.to.state.count)
    return Error{ErrorCode::kCorrupt, "the index counts " + std::to_string(proof.to.state.count) +
                                          " events of " + proof.key +
                                          " at the newer checkpoint, with those shown there are " +
                                          std::to_string(state.count)};
  if (state.head != proof.to.state.head)
    return Error{ErrorCode::kCorrupt, "the events shown lead to the head " + state.head.hex() +
                                          ", the index has " + proof.to.state.head.hex() +
                                          ": one is missing, added, changed or out of order"};
  if (!proof.entries.empty() && proof.entries.size() != proof.leaves.size())
    return Error{ErrorCode::kCorrupt, "there are " + std::to_string(proof.leaves.size()) +
                                          " events and " + std::to_string(proof.entries.size()) +
                                          " entries"};
  for (std::size_t i = 0; i < proof.entries.size(); ++i) {
    const Hash leaf = LeafHash(proof.entries[i]);
    if (leaf != proof.leaves[i])
      return Error{ErrorCode::kCorrupt, "entry " + std::to_string(i + 1) + " of " +
                                            std::to_string(proof.entries.size()) +
                                            " has the leaf hash " + leaf.hex() + ", proved is " +
                                            proof.leaves[i].hex()};
  }
  checked.leaves = std::move(proof.leaves);
  checked.entries = std::move(proof.entries);
  return checked;
}

Result<std::vector<Event>> EventsOf(const CheckedComplete& checked, const TypeRegistry& registry) {
  std::vector<Event> events;
  const std::size_t colon = checked.key.find(':');
  const IndexKey key{checked.key.substr(0, colon), checked.key.substr(colon + 1)};
  std::uint64_t next = checked.from ? checked.from->size.value : 0;
  for (std::size_t i = 0; i < checked.entries.size(); ++i) {
    const ByteView record = ByteView(checked.entries[i]).subspan(kPreviousBytes);
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(record));
    const std::string name = "event " + std::to_string(header.sequence.value);
    if (header.sequence.value < next || header.sequence >= checked.to.size.NextSequence())
      return Error{ErrorCode::kCorrupt,
                   name + " does not stand between the checkpoints, behind " + "the one before it"};
    next = header.sequence.value + 1;
    SINETTI_ASSIGN(const VerifiedEntry entry,
                   ChainVerifier::CheckAgainst(EntryOf(header.sequence, checked.entries[i]),
                                               checked.leaves[i]));
    SINETTI_ASSIGN(Event event, DecodeEvent(entry, registry));
    const std::vector<IndexKey> keys = IndexKeys(event);
    if (!std::binary_search(keys.begin(), keys.end(), key))
      return Error{ErrorCode::kCorrupt, name + " does not have the key " + checked.key};
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace sinetti
