// The auditor of the verifiable index: recomputes the root of every checkpoint that carries one,
// from the entries alone, and compares what is stored (docs/format/index.md, "Map").
#pragma once

#include <string>

#include "ledger/event/type_registry.h"
#include "ledger/index/key_gather.h"
#include "ledger/log/verify.h"

namespace sinetti {

// VerifySnapshot and then the index roots: report.index_roots says how many were recomputed, or
// report.index_unknown why none was.  They are not looked at when something else was found, nor
// together with options.since.  Uses at most about 400 MiB, whatever the size, and temporary files.
Result<VerifyReport> VerifyWithIndex(const Snapshot& snapshot, const VerifyOptions& options,
                                     const TypeRegistry& registry,
                                     std::size_t memory_bytes_max = KeyGather::kMemoryBytesMax);

// The same for the ledger in `dir`, as VerifyLedger.
Result<VerifyReport> VerifyLedgerWithIndex(const std::string& dir, const VerifyOptions& options,
                                           const TypeRegistry& registry,
                                           const StoreEnvironment* environment = nullptr);

}  // namespace sinetti
