// The digest of a view: SHA-256 over all rows of its base tables in primary-key order.  Two files
// whose views have equal digests answer every query alike, however they were built.
#pragma once

#include <string_view>
#include <vector>

#include "ledger/base/hash.h"
#include "replay/fold/view.h"

namespace sinetti {

// Encoding: for each table its name and 0x00; for each row, for each column, a type byte (0 NULL,
// 1 integer, 2 text, 3 blob) and the value (integer: 8 bytes little-endian; text and blob: length
// as 8 bytes little-endian, then the bytes).  A real is kCorrupt: views hold none.
Result<Hash> DigestTables(Database& database, const std::vector<std::string_view>& tables);

struct ViewDigest {
  std::string name;
  int version = 0;
  Hash digest;
  friend bool operator==(const ViewDigest&, const ViewDigest&) = default;
};

// One digest for each view, and the digest over all of them: SHA-256 over name, 0x00, version in
// decimal, 0x00 and digest of each, in the given order.
Result<std::vector<ViewDigest>> DigestViews(Database& database,
                                            const std::vector<const ViewDefinition*>& views);
Hash TotalDigest(const std::vector<ViewDigest>& digests);

}  // namespace sinetti
