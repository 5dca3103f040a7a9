// Whether bytes are exactly a record that EncodeDraft can make (docs/format/event.md, "Record"):
// canonical, and with every field where its schema has it.  What passes can be read by anybody's
// Cap'n Proto without an error, without loops and without reading a word twice.
#pragma once

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"
#include "ledger/event/type_registry.h"

namespace sinetti {

// `record` has passed ReadRecordHeader; `body` is the struct of its type.  kCorrupt: not canonical.
// kUnsupported: a field, enumerant or union member that the schemas compiled in do not have.
Result<void> CheckRecord(ByteView record, const StructInfo& root, const StructInfo& body);

}  // namespace sinetti
