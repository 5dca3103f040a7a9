// CloudEvents 1.0 structured JSON to drafts (docs/format/event.md, "Draft").  One event at a time;
// who reads files splits lines and arrays, and puts file and line before the messages.
#pragma once

#include <memory>
#include <string_view>

#include "ledger/base/result.h"
#include "ledger/event/draft.h"
#include "ledger/event/type_registry.h"

namespace sinetti {

// Longer JSON texts are refused before they are parsed: nothing that large fits an entry.
inline constexpr std::size_t kDraftBytesMax = 1 << 20;

// Keeps its buffers between drafts, so give each thread its own.  `registry` must outlive it and
// the drafts it makes.
class DraftParser {
 public:
  explicit DraftParser(const TypeRegistry& registry);
  DraftParser(DraftParser&&) noexcept;
  DraftParser& operator=(DraftParser&&) noexcept;
  ~DraftParser();

  // kInvalid: not JSON (the message says at which byte), or not a valid draft; the message begins
  // with the path of the value, "data.lines[2].amount: …", and says what was found, what was
  // expected and what to do.  The values of protected fields never appear in a message.
  Result<Draft> Parse(std::string_view json);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The same for a single draft.
Result<Draft> ParseDraft(std::string_view json, const TypeRegistry& registry);

}  // namespace sinetti
