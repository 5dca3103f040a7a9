// What views need to turn texts and stated values into columns.  Text may come as Cap'n Proto's or
// as the standard's; an empty text is NULL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/date.h"
#include "ledger/event/stated_value.h"
#include "replay/fold/database.h"

namespace sinetti {

inline std::string_view TextOf(std::string_view text) { return text; }

template <typename Text>
auto TextOf(const Text& text) -> decltype(std::string_view(text.cStr(), text.size())) {
  return {text.begin(), text.size()};
}

// NULL instead of an empty text.
template <typename Text>
std::optional<std::string_view> Column(const Text& text) {
  const std::string_view view = TextOf(text);
  return view.empty() ? std::nullopt : std::optional(view);
}

Result<void> PrepareInto(std::optional<Statement>& statement, Database& database,
                         std::string_view sql);

// source#id: what event references resolve to.
std::string EventRefOf(const Event& event);

// A reference in the body of `event`: an id of the same source, or source#id already.
std::string ResolveRef(const Event& event, std::string_view reference);

// The cell of a stated value that may be absent.
std::optional<std::int64_t> LowOf(const StatedValue* value);
std::optional<std::int64_t> HighOf(const StatedValue* value);
std::optional<Date> FirstDayOf(const StatedValue* value);
std::optional<Date> LastDayOf(const StatedValue* value);
std::optional<std::string> DisplayOf(const StatedValue* value);

// A date as its source prints it: the printed words where they differ, else EDTF.
std::optional<std::string> PrintedDate(const StatedValue* value);

// First day of validity: envelope's effectivefrom, else the first day of what happened.
std::optional<Date> ValidFrom(const Event& event);

// yyyy-mm-ddThh:mm:ssZ of the recording.
std::string RecordedText(const Event& event);

}  // namespace sinetti
