// The reader goes through the file once, line by line: a name must stand before it is used, so no
// circle can be written.
#include "ledger/evidence/policy.h"

#include <algorithm>
#include <set>

#include "ledger/log/text_lines.h"

namespace sinetti {
namespace {

constexpr std::size_t kPolicyBytesMax = 1'000'000;

std::vector<std::string_view> ItemsOf(std::string_view line) {
  constexpr std::string_view kSpace = " \t";
  std::vector<std::string_view> items;
  for (std::size_t at = line.find_first_not_of(kSpace); at != line.npos;
       at = line.find_first_not_of(kSpace, at)) {
    const std::size_t end = std::min(line.find_first_of(kSpace, at), line.size());
    items.push_back(line.substr(at, end - at));
    at = end;
  }
  return items;
}

Error BadLine(const std::string& why) { return Error{ErrorCode::kInvalid, why}; }

bool HasKey(std::span<const VerifierKey> keys, const VerifierKey& key) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](const VerifierKey& one) { return one.public_key == key.public_key; });
}

}  // namespace

struct Policy::Reader {
  Policy policy;
  std::set<std::size_t> used;  // members of a group: each counts in one way only
  bool has_quorum = false;

  Result<VerifierKey> Key(std::string_view text, KeyType type) const {
    SINETTI_ASSIGN(VerifierKey key, ParseVerifierKey(text));
    SINETTI_TRY(RequireKeyType(key, type));
    if (HasKey(policy.logs_, key) || HasKey(policy.witnesses(), key))
      return BadLine("the key of " + key.name + " stands in the policy twice");
    return key;
  }

  Result<std::size_t> Find(std::string_view name) const {
    const auto found = std::find_if(policy.members_.begin(), policy.members_.end(),
                                    [&](const Member& member) { return member.name == name; });
    if (found != policy.members_.end())
      return static_cast<std::size_t>(found - policy.members_.begin());
    return BadLine("no line before it defines " + Quoted(name));
  }

  Result<void> Define(Member member) {
    if (member.name == "none" || Find(member.name))
      return BadLine("the name " + Quoted(member.name) + " is taken");
    policy.members_.push_back(std::move(member));
    return {};
  }

  Result<void> Log(const std::vector<std::string_view>& items) {
    if (items.size() < 2 || items.size() > 3) return BadLine("expected: log VKEY [URL]");
    SINETTI_ASSIGN(VerifierKey key, Key(items[1], KeyType::kNote));
    policy.logs_.push_back(std::move(key));
    return {};
  }

  Result<void> Witness(const std::vector<std::string_view>& items) {
    if (items.size() < 3 || items.size() > 4) return BadLine("expected: witness NAME VKEY [URL]");
    SINETTI_ASSIGN(VerifierKey key, Key(items[2], KeyType::kCosignature));
    return Define({.name = std::string(items[1]), .key = std::move(key)});
  }

  Result<void> Group(const std::vector<std::string_view>& items) {
    if (items.size() < 4) return BadLine("expected: group NAME all|any|K MEMBER...");
    Member group{.name = std::string(items[1])};
    for (std::size_t i = 3; i < items.size(); ++i) {
      SINETTI_ASSIGN(const std::size_t member, Find(items[i]));
      if (!used.insert(member).second)
        return BadLine(Quoted(items[i]) + " is a member already, and counts only once");
      group.members.push_back(member);
    }
    const std::size_t count = group.members.size();
    if (items[2] == "all" || items[2] == "any") {
      group.threshold = items[2] == "all" ? count : 1;
    } else {
      SINETTI_ASSIGN(group.threshold, ParseDecimal(items[2]));
    }
    if (group.threshold < 1 || group.threshold > count)
      return BadLine("of " + std::to_string(count) + " members, " + std::string(items[2]) +
                     " can't be asked for");
    return Define(std::move(group));
  }

  Result<void> Quorum(const std::vector<std::string_view>& items) {
    if (items.size() != 2) return BadLine("expected: quorum NAME");
    if (has_quorum) return BadLine("a second quorum line");
    has_quorum = true;
    if (items[1] == "none") return {};
    SINETTI_ASSIGN(policy.quorum_, Find(items[1]));
    return {};
  }

  Result<void> Line(std::string_view line) {
    const bool bad_octet = std::any_of(line.begin(), line.end(), [](char c) {
      return (c >= 0 && c < ' ' && c != '\t') || c == 0x7f;
    });
    if (bad_octet) return BadLine("a control character");
    const std::vector<std::string_view> items = ItemsOf(line);
    if (items.empty() || items[0].starts_with('#')) return {};
    if (items[0] == "log") return Log(items);
    if (items[0] == "witness") return Witness(items);
    if (items[0] == "group") return Group(items);
    if (items[0] == "quorum") return Quorum(items);
    return BadLine("expected log, witness, group or quorum, here is " + Quoted(items[0]));
  }
};

Result<Policy> Policy::Parse(std::string_view text) {
  if (text.size() > kPolicyBytesMax)
    return Error{ErrorCode::kInvalid, "policy: it has more than 1000000 bytes"};
  Reader reader;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto within = [&](Error error) {
      return std::move(error).Within("policy, line " + std::to_string(number));
    };
    auto line = TakeLine(text);
    if (!line) return within(std::move(line).error());
    if (auto read = reader.Line(*line); !read) return within(std::move(read).error());
  }
  if (!reader.has_quorum)
    return Error{ErrorCode::kInvalid,
                 "policy: a line 'quorum NAME' is missing; 'quorum none' asks for no witness"};
  return std::move(reader.policy);
}

std::vector<VerifierKey> Policy::witnesses() const {
  std::vector<VerifierKey> keys;
  for (const Member& member : members_) {
    if (member.key) keys.push_back(*member.key);
  }
  return keys;
}

bool Policy::Met(std::span<const Cosignature> cosignatures) const {
  if (!quorum_) return true;
  std::vector<bool> met;  // as members_; a group stands after its members
  for (const Member& member : members_) {
    if (member.key) {
      met.push_back(std::any_of(cosignatures.begin(), cosignatures.end(),
                                [&](const Cosignature& one) { return one.key == *member.key; }));
      continue;
    }
    const auto count = std::count_if(member.members.begin(), member.members.end(),
                                     [&](std::size_t index) { return met[index]; });
    met.push_back(static_cast<std::size_t>(count) >= member.threshold);
  }
  return met[*quorum_];
}

std::string Policy::WordsOf(std::size_t index) const {
  const Member& member = members_[index];
  if (member.key) return member.name;
  std::string names;
  for (const std::size_t one : member.members) names += (names.empty() ? "" : ", ") + WordsOf(one);
  return std::to_string(member.threshold) + " of (" + names + ")";
}

std::string Policy::QuorumWords() const { return quorum_ ? WordsOf(*quorum_) : "none"; }

std::string_view NewestNoteOf(std::string_view proof) {
  // The text of a checkpoint has no empty line: the last one stands before its signatures, the one
  // before that ends whatever comes first.
  const std::size_t signatures = proof.rfind("\n\n");
  if (signatures == proof.npos || signatures == 0) return proof;
  const std::size_t before = proof.rfind("\n\n", signatures - 1);
  return before == proof.npos ? proof : proof.substr(before + 2);
}

Result<Witnessed> OpenWitnessed(std::string_view note, const Policy& policy,
                                const std::optional<VerifierKey>& log) {
  const std::vector<VerifierKey> logs = log ? std::vector{*log} : policy.logs();
  if (logs.empty())
    return Error{ErrorCode::kInvalid,
                 "the policy names no log: add a line 'log VKEY', or give the key with --key"};
  std::vector<VerifierKey> known = logs;
  for (VerifierKey& key : policy.witnesses()) known.push_back(std::move(key));
  SINETTI_ASSIGN(OpenedNote opened, OpenNote(note, known));
  Witnessed witnessed;
  if (opened.signed_by.empty()) {
    // None of the logs signed; asked again for the words that say so.
    SINETTI_TRY(OpenNote(note, logs));
    return Error{ErrorCode::kCorrupt, "the checkpoint is not signed by a log of the policy"};
  }
  witnessed.log = opened.signed_by[0];
  SINETTI_ASSIGN(witnessed.checkpoint, OpenCheckpoint(note, witnessed.log));
  witnessed.cosignatures = std::move(opened.cosigned_by);
  witnessed.met = policy.Met(witnessed.cosignatures);
  std::string by;
  for (const Policy::Member& member : policy.members()) {
    for (const Cosignature& one : witnessed.cosignatures) {
      if (member.key == one.key)
        by += (by.empty() ? "" : ", ") + member.name + " at " + FormatTimestamp(one.time);
    }
  }
  witnessed.words =
      "cosigned by " + (by.empty() ? "nobody" : by) + "; asked for: " + policy.QuorumWords();
  return witnessed;
}

Result<Witnessed> RequireQuorum(std::string_view note, const Policy& policy,
                                const std::optional<VerifierKey>& log) {
  SINETTI_ASSIGN(Witnessed witnessed, OpenWitnessed(note, policy, log));
  if (witnessed.met) return witnessed;
  return Error{ErrorCode::kCorrupt, "the checkpoint of " +
                                        std::to_string(witnessed.checkpoint.size.value) +
                                        " events does not meet the policy: " + witnessed.words};
}

Result<std::vector<NoteSignature>> NewCosignatures(std::string_view kept, std::string_view offered,
                                                   const Policy& policy, const VerifierKey& log) {
  SINETTI_ASSIGN(const Witnessed before, OpenWitnessed(kept, policy, log));
  SINETTI_ASSIGN(const Witnessed after, OpenWitnessed(offered, policy, log));
  SINETTI_ASSIGN(const Note kept_note, ParseNote(kept));
  SINETTI_ASSIGN(const Note offered_note, ParseNote(offered));
  if (kept_note.text != offered_note.text)
    return Error{ErrorCode::kConflict, "the ledger keeps another checkpoint of " +
                                           std::to_string(before.checkpoint.size.value) +
                                           " events than the one that was cosigned"};
  if (after.cosignatures.empty())
    return Error{ErrorCode::kInvalid,
                 "no witness of the policy has cosigned it: add it to the "
                 "policy, or bring what the witness gave back"};
  std::vector<NoteSignature> added;
  for (const Cosignature& cosignature : after.cosignatures) {
    const bool known =
        std::any_of(before.cosignatures.begin(), before.cosignatures.end(),
                    [&](const Cosignature& one) { return one.key == cosignature.key; });
    if (known) continue;
    const auto line = std::find_if(offered_note.signatures.begin(), offered_note.signatures.end(),
                                   [&](const NoteSignature& signature) {
                                     return signature.name == cosignature.key.name &&
                                            signature.key_id == cosignature.key.id;
                                   });
    added.push_back(*line);
  }
  return added;
}

}  // namespace sinetti
