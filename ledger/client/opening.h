// Opens the sealed fields of an event for a reader with a purpose.  That somebody looked is durable
// before the values are handed out (703/2023 10 section; docs/format/sealing.md, "Opening").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/client/own_event.h"
#include "ledger/event/event_json.h"
#include "ledger/vault/vault.h"

namespace sinetti {

// Who looks and why; `actor` may be empty.
struct ReaderOfClient {
  std::string purpose;
  std::string ground;  // act and section
  std::string role;
  std::string actor;
};

struct OpenedField {
  std::string path;
  std::string subject;
  std::string value;
};

struct Opening {
  std::vector<OpenedField> fields;  // in the order of the schema
  std::vector<std::string> closed;  // paths whose key is no longer there
  std::vector<Receipt> recorded;    // access.viewed, one for each subject

  std::optional<std::string> ValueAt(std::string_view path) const;
};

// kNotFound: the event has no sealed field, or none that opens.  kConflict: the ledger says that
// the key was destroyed, and the vault has it.  kInvalid: a text of the reader is refused.
// kCorrupt: a box does not open under its key.  In all these cases nothing is recorded and nothing
// is shown.
Result<Opening> OpenSealedFields(Ledger& ledger, const Vault& vault, const TypeRegistry& registry,
                                 const Event& event, const ReaderOfClient& reader);

// kConflict: the ledger says that the keys of `subject`, which the vault still opens, were
// destroyed.
Result<void> CheckNotErased(const Ledger& ledger, const std::string& subject);

}  // namespace sinetti
