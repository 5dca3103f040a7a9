// Events back to CloudEvents JSON, for export, `show` and disclosure (docs/format/event.md, "Back
// to JSON").  Without the position it is a draft again, and makes the same record bytes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/hash.h"
#include "ledger/event/event.h"

namespace sinetti {

// A protected field of an event.  `path` as in the draft, "data.note".
struct SealedField {
  std::string path;
  std::string_view subject;
  Hash commitment;
  ByteView box;
};

struct EventJsonOptions {
  // Adds sequence, streamversion, recordedat and leaf, which a draft may not have.
  bool position = true;
  // Two spaces a level and a line for each member; otherwise one line.
  bool indent = false;
  // Opens a protected field for a reader who may see it: shown as {"subject":…,"value":…}.  Where
  // it gives nothing or is not set: {"sealed":"<commitment in hex>","subject":…}.
  std::function<std::optional<std::string>(const SealedField&)> open;
  // Of a draft made from the event: an id of its own, and the event that it corrects.  Empty: as
  // the event has it.
  std::string id;
  std::string corrects;
};

// Members in a fixed order (attributes, then data in the order of the schema), no trailing newline.
std::string EventToJson(const Event& event, const EventJsonOptions& options = {});

// Only the `data` member.
std::string EventDataToJson(const Event& event, const EventJsonOptions& options = {});

// The protected fields of an event, in the order of the schema; those that hold nothing are left
// out.
std::vector<SealedField> SealedFields(const Event& event);

}  // namespace sinetti
