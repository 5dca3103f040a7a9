// A file beside the ledger that is folded from it by whoever asks it, and by nobody else
// (docs/decisions/0070): the words of `sinetti search`, the documents of `evidence find`.  Deleting
// one loses nothing.
#pragma once

#include <memory>
#include <string>

#include "replay/fold/database.h"
#include "replay/fold/fold.h"

namespace sinetti {

// Opens the file for the ledger named `origin`, or begins it: when there is none, when it is of
// another ledger or another version of this program, when it cannot be read, when it stands past
// `size`, and when it is wanted `anew`.  kEnvironment: it cannot be made.
Result<std::unique_ptr<Database>> OpenIndexFile(const std::string& path,
                                                const ViewDefinition& definition,
                                                const std::string& origin, TreeSize size,
                                                bool anew);

}  // namespace sinetti
