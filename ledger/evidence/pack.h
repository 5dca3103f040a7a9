// An evidence pack: one file with all events of a key, the proof that none was left out, what is
// needed to read them, a summary for people, and the ledger's own record that exactly this was
// handed out.  Its recipient checks it with the ledger's verifier key alone.  Implements
// docs/format/evidence-pack.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/language.h"
#include "ledger/crypto/verifier_key.h"
#include "ledger/event/event.h"
#include "ledger/evidence/key_chain.h"
#include "ledger/evidence/timestamp_chain.h"
#include "ledger/index/complete_proof.h"
#include "ledger/log/checkpoint.h"

namespace sinetti {

inline constexpr std::string_view kPackHeader = "sinetti.fi/evidence-pack@v2";
inline constexpr std::string_view kPackHeader1 = "sinetti.fi/evidence-pack@v1";

// Each text of a section ends with a newline, or is empty.
struct EvidencePack {
  int version = 2;        // 1: has neither `timestamps` nor `keys`
  std::string recipient;  // one line each
  std::string purpose;
  std::string ground;                 // act and section
  LocalText summary;                  // for people
  std::string events;                 // as JSON, a line each
  std::string schema;                 // SchemaText
  std::string documents;              // DocumentLines
  std::string answer;                 // a complete proof with its entries
  std::string timestamps;             // the record of those of its checkpoint
  std::string keys;                   // the chain of the ledger's keys, once they changed
  std::vector<std::string> recorded;  // inclusion proofs of the events that say so
  std::string consistency;            // from the checkpoint of the answer to that of `recorded`
};

// What the ledger vouches for: everything before the first section `recorded`.
std::string FormatPackManifest(const EvidencePack& pack);
Hash PackDigest(const EvidencePack& pack);

std::string FormatPack(const EvidencePack& pack);
bool IsPack(std::string_view text);  // by the first line

// The grammar of the container alone.  kInvalid unless `text` is what FormatPack would write;
// kUnsupported for a section that this version does not have.
Result<EvidencePack> ParsePack(std::string_view text);

// What a checker needs before anything is checked.  kInvalid, kUnsupported: as ParsePack.
struct PackOutline {
  std::string checkpoint;               // of the answer, for a policy; empty when it is none
  std::vector<std::string> statements;  // about the keys of the ledger
};
Result<PackOutline> OutlineOf(std::string_view text);

// The sections that follow from the answer: what a maker writes and a checker compares.
struct PackWords {
  LocalText summary;
  std::string events;
  std::string schema;
  std::string documents;

  friend bool operator==(const PackWords&, const PackWords&) = default;
};
// What the words are about.
struct PackContent {
  const CheckedComplete& answer;
  const std::string& checkpoint;  // its note
  const std::vector<Event>& events;
  const std::vector<StatedStamp>& stamps;
};
PackWords WordsOf(const EvidencePack& pack, const PackContent& content,
                  const TypeRegistry& registry);

// The clients whom an event is about.
std::vector<std::string> ClientsOf(const Event& event);

// The clients whom the events are about, sorted; the pack's own key counts.  Each of them finds in
// the own log that the pack was made.
std::vector<std::string> ClientsOf(const std::string& key, const std::vector<Event>& events);

struct CheckedPack {
  EvidencePack pack;
  CheckedComplete answer;
  std::string checkpoint;  // the note of the answer
  std::vector<Event> events;
  std::optional<TimestampRecord> timestamps;  // of that checkpoint
  std::vector<StatedStamp> stamps;            // theirs; nobody is believed yet
  std::vector<Sequence> recorded;             // where the ledger says that it was handed out
  Checkpoint recorded_by;                     // the checkpoint over them
  bool own_words = false;  // this program would write summary and readings the same
};

// Everything but whom to believe of time: grammar (kInvalid); signatures, completeness, that the
// ledger recorded exactly this pack for everybody whom it is about, and that the time-stamps are of
// its checkpoint (kCorrupt); kUnsupported for an event of a type that this program does not know.
// Each checkpoint is opened with the key of the chain that vouches for it; `witnessed`: witnesses
// that the checker believes have cosigned the one of the answer.  `registry` must outlive the
// events.
Result<CheckedPack> CheckPack(std::string_view text, const KeyChain& keys, bool witnessed,
                              const TypeRegistry& registry);

// The same with one key of the ledger, from which the pack's own chain leads to the others.
Result<CheckedPack> CheckPack(std::string_view text, const VerifierKey& key,
                              const TypeRegistry& registry);

}  // namespace sinetti
