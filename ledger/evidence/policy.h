// Which logs are believed, which witnesses are known, and how many of them are enough: a file after
// C2SP tlog-policy.  Implements docs/format/witness.md, "Policy".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/crypto/verifier_key.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/note.h"

namespace sinetti {

class Policy {
 public:
  // A witness or a group; the name means something within the policy only.
  struct Member {
    std::string name;
    std::optional<VerifierKey> key;  // of a witness
    std::size_t threshold = 0;       // of a group: so many of its members
    std::vector<std::size_t> members;

    friend bool operator==(const Member&, const Member&) = default;
  };

  // kInvalid, with the line, unless `text` follows the grammar; kUnsupported for keys of other
  // types.
  static Result<Policy> Parse(std::string_view text);

  const std::vector<VerifierKey>& logs() const { return logs_; }
  const std::vector<Member>& members() const {
    return members_;
  }  // as defined, groups after theirs
  std::vector<VerifierKey> witnesses() const;

  // The quorum of those who cosigned; true for a policy that asks for none.
  bool Met(std::span<const Cosignature> cosignatures) const;
  // "2 of (w1, any of (w2, w3))", or "none"
  std::string QuorumWords() const;

  friend bool operator==(const Policy&, const Policy&) = default;

 private:
  struct Reader;

  std::string WordsOf(std::size_t member) const;

  std::vector<VerifierKey> logs_;
  std::vector<Member> members_;
  std::optional<std::size_t> quorum_;  // nothing: none is asked for
};

struct Witnessed {
  Checkpoint checkpoint;
  VerifierKey log;
  std::vector<Cosignature> cosignatures;  // by witnesses of the policy
  bool met = false;
  std::string words;  // who cosigned, of which quorum
};

// The checkpoint in which a proof file ends: the newest one in it, of which any older one is a
// beginning once the proof was checked.  Something else gives something that no note is.
std::string_view NewestNoteOf(std::string_view proof);

// Opens a checkpoint with the logs and the witnesses of the policy; `log`, when there is one,
// stands in for the policy's logs.  kCorrupt when a signature by one of them is wrong or the log
// did not sign; kInvalid when there is no log to believe.  Whether the quorum is met, it says.
Result<Witnessed> OpenWitnessed(std::string_view note, const Policy& policy,
                                const std::optional<VerifierKey>& log);

// The same, and kCorrupt when the quorum is not met.
Result<Witnessed> RequireQuorum(std::string_view note, const Policy& policy,
                                const std::optional<VerifierKey>& log);

// The signature lines of `offered` by witnesses of the policy whom `kept` does not have yet.  Both
// are signed by `log`; kConflict when their texts differ, kInvalid when no witness of the policy
// cosigned `offered`, kCorrupt when a cosignature is wrong.
Result<std::vector<NoteSignature>> NewCosignatures(std::string_view kept, std::string_view offered,
                                                   const Policy& policy, const VerifierKey& log);

}  // namespace sinetti
