// What an actor signs when it signs a batch: exactly what is stored of each event, without what the
// ledger gives it (docs/format/actor.md, "Message").  Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"

namespace sinetti {

// Of one signature.  More than any commit of an import holds.
inline constexpr std::uint64_t kSignedEventsMax = 1'000'000;

// SHA-256 of a record with bytes 8 to 47 zero: the same for the draft record and for the stored
// one. `record` has a whole header, as every record that ReadRecordHeader takes.
Hash DraftRecordHash(ByteView record);

// `hashes` in the order of the entries.
std::string BatchMessage(std::string_view origin, std::string_view actor,
                         std::span<const Hash> hashes);

}  // namespace sinetti
