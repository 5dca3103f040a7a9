// Says in the ledger that its entries leave it in a file, before they do.  What is sealed stays
// sealed in them (703/2023 10 section; docs/format/access.md, "Exports").
#pragma once

#include <string>

#include "ledger/client/access_gate.h"

namespace sinetti {

// Whether the policy demands a grant of whoever exports.
Result<bool> ExportsNeedGrant(const Ledger& ledger, const TypeRegistry& registry);

// Records `access.exported`.  kConflict: the policy demands a grant without limits, and the reader
// has none; then that is recorded.  kInvalid: a text is refused.
Result<Receipt> RecordExport(const AccessTools& tools, const ReaderOfClient& reader,
                             const std::string& recipient, const std::string& format);

}  // namespace sinetti
