// What remains of an erasure: who asked, who approved, what was destroyed and what stays
// (docs/format/sealing.md, "Receipt").
#pragma once

#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/base/language.h"
#include "ledger/client/client_file.h"
#include "ledger/vault/vault_swap.h"

namespace sinetti {

struct ErasureReceipt {
  std::string origin;
  std::string client;
  ErasureMark request;
  ErasureMark approval;
  std::optional<ErasureMark> override_mark;
  Timestamp destroyed_at;
  KeyErasure keys;                  // which, and under which vault keys
  std::uint64_t events = 0;         // about the client, in the ledger for ever
  std::uint64_t sealed_values = 0;  // that open to nobody now
  std::vector<std::string> shared;  // streams whose confidential values stay: they are not only
                                    // about this client
  TreeSize size;                    // events in the ledger when the keys were destroyed
};

// The text whose digest the ledger records: JSON, indented, ends with a newline.
std::string FormatReceiptJson(const ErasureReceipt& receipt);
Hash ReceiptDigest(const ErasureReceipt& receipt);

// The same for people.
std::string FormatReceiptText(const ErasureReceipt& receipt, Language language);

}  // namespace sinetti
