// How records of an older version of a type are read in today's shape (docs/format/event.md, "The
// unknown").  Fields are only ever appended, so an old record fits today's struct; an upcast fills
// in what the new fields would have said.  The stored bytes, their hashes and their index keys stay
// as they are: an upcast never writes a field with $index, a sealed one, or one that was there.
#pragma once

#include <capnp/any.h>

#include <cstdint>
#include <span>
#include <string_view>

#include "ledger/event/event.h"
#include "ledger/event/type_registry.h"

namespace sinetti {

// Makes of a body of version `from` one of version from + 1.
struct Upcast {
  std::string_view type;
  std::uint16_t from = 1;
  void (*apply)(capnp::AnyPointer::Builder body) = nullptr;
};

// Those of the types of schemas/catalogue.capnp.  The version of a type is one more than the number
// of its upcasts (docs/guide/add-an-event.md, "Later changes").
std::span<const Upcast> ReleasedUpcasts();

// How many versions of the type there are.  Its upcasts must go from 1 on, each version once: what
// is else is a bug and aborts.
std::uint16_t VersionsOf(std::string_view type, std::span<const Upcast> upcasts);

// As DecodeEvent, with upcasts of one's own: for tests of types that changed.  `registry` must have
// been read with the same ones.
Result<Event> DecodeEvent(const VerifiedEntry& entry, const TypeRegistry& registry,
                          std::span<const Upcast> upcasts);

}  // namespace sinetti
