// Events that the program records of its own acts: who opened what, that a key was made or
// destroyed.  They go through the same door as every other draft (docs/format/event.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/codec.h"
#include "ledger/event/type_registry.h"
#include "ledger/log/ledger.h"

namespace sinetti {

// One member of `data`: a text, or texts, or members of its own.  Empty ones are left out.
struct OwnField {
  std::string_view name;
  std::string text;
  std::vector<std::string> list;
  std::vector<OwnField> members = {};
};

inline constexpr std::string_view kOwnSource = "sinetti:client";

struct OwnEvent {
  std::string type;
  std::string source = std::string(kOwnSource);
  std::string stream;
  std::string id;  // with the source, for ever
  std::string client;
  std::string actor;
  std::string role;
  std::string causation;  // event reference
  std::vector<OwnField> data;
};

// An id that nobody else has: `what`, a hyphen and random digits.
Result<std::string> NewOwnId(std::string_view what);

// As drafts that may be appended.  kInvalid when a text is refused, as for any draft.
Result<std::vector<EncodedDraft>> EncodeOwnEvents(const TypeRegistry& registry,
                                                  const std::vector<OwnEvent>& events);

// As one atomic step; receipts in the order of the events.  kInvalid when a text is refused, as
// for any draft.
Result<std::vector<Receipt>> RecordOwnEvents(Ledger& ledger, const TypeRegistry& registry,
                                             const std::vector<OwnEvent>& events);

}  // namespace sinetti
