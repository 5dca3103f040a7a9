// A disclosure: chosen events with chosen sealed fields opened and the others withheld on a stated
// ground, in one file that its recipient checks with the ledger's verifier key alone.  What is
// opened cannot be false, what is withheld cannot be guessed or left out, and the ledger itself
// says that it was handed over.  Implements docs/format/disclosure.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/crypto/verifier_key.h"
#include "ledger/event/event.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/proved_entry.h"
#include "ledger/vault/sealing.h"

namespace sinetti {

// One sealed field: opened, or withheld on a ground.
struct DisclosedField {
  std::string path;  // data.reasons
  std::optional<OpenedValue> opened;
  std::string ground;  // where it is withheld: act and section
};

struct DisclosedEvent {
  Sequence sequence;
  std::vector<DisclosedField> fields;  // every sealed field, in the order of the schema
};

// What is handed over, to whom, for what, on what ground.  Each text is one line.
struct DisclosureManifest {
  std::string recipient;
  std::string purpose;
  std::string ground;
  std::vector<DisclosedEvent> events;  // ascending, each once
};

// The text whose SHA-256 an `access.disclosedTo` in the ledger carries.
std::string FormatManifest(const DisclosureManifest& manifest);
Hash ManifestDigest(const DisclosureManifest& manifest);

struct Disclosure {
  DisclosureManifest manifest;
  std::vector<ProvedEntry> entries;  // ascending: those disclosed, and those that say so
  std::string checkpoint;            // the signed note that all proofs lead to
};

std::string FormatDisclosure(const Disclosure& disclosure);
bool IsDisclosure(std::string_view text);  // by the first line

// The grammar alone.  kInvalid unless `text` is what FormatDisclosure would write.
Result<Disclosure> ParseDisclosure(std::string_view text);

struct CheckedDisclosure {
  Disclosure disclosure;
  Checkpoint checkpoint;
  std::vector<Event> events;       // those disclosed, as in the manifest
  std::vector<Sequence> recorded;  // where the ledger says that it disclosed this
};

// Everything: grammar (kInvalid); signature, proofs, commitments, that no sealed field is passed
// over, and that the ledger recorded exactly this disclosure (kCorrupt); kUnsupported for an event
// of a type that this program does not know.  `registry` must outlive the events.
Result<CheckedDisclosure> CheckDisclosure(std::string_view text, const VerifierKey& key,
                                          const TypeRegistry& registry);

}  // namespace sinetti
