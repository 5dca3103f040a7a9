// Opens the sealed fields of an event for a reader with a grant and a purpose.  That somebody
// looked is durable before the values are handed out (703/2023 10 section; docs/format/access.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/client/access_gate.h"

namespace sinetti {

struct OpenedField {
  std::string path;
  std::string subject;
  std::string value;
};

struct Opening {
  std::vector<OpenedField> fields;   // in the order of the schema
  std::vector<std::string> closed;   // paths whose key is no longer there
  std::vector<std::string> refused;  // paths that no grant covers
  std::vector<Receipt> recorded;     // access.viewed, one for each subject

  std::optional<std::string> ValueAt(std::string_view path) const;
};

// kNotFound: the event has no sealed field, or none that opens.  kConflict: no grant of the reader
// covers one of them; that it was asked is recorded, and the vault was not.  kConflict also: the
// ledger says that the key was destroyed, and the vault has it.  kInvalid: a text of the reader is
// refused. kCorrupt: a box does not open under its key.  In none of these cases is anything shown.
Result<Opening> OpenSealedFields(const AccessTools& tools, const Event& event,
                                 const ReaderOfClient& reader);

// kConflict: the ledger says that the keys of `subject`, which the vault still opens, were
// destroyed.
Result<void> CheckNotErased(const Ledger& ledger, const std::string& subject);

}  // namespace sinetti
