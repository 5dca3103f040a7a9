#include "replay/views/cells.h"

#include "ledger/event/edtf.h"

namespace sinetti {

Result<void> PrepareInto(std::optional<Statement>& statement, Database& database,
                         std::string_view sql) {
  SINETTI_ASSIGN(statement, database.Prepare(sql));
  return {};
}

std::string EventRefOf(const Event& event) {
  return std::string(event.source()) + "#" + std::string(event.id());
}

std::string ResolveRef(const Event& event, std::string_view reference) {
  if (reference.empty() || reference.find('#') != std::string_view::npos)
    return std::string(reference);
  return std::string(event.source()) + "#" + std::string(reference);
}

std::optional<std::int64_t> LowOf(const StatedValue* value) {
  return value == nullptr ? std::nullopt : value->low;
}

std::optional<std::int64_t> HighOf(const StatedValue* value) {
  return value == nullptr ? std::nullopt : value->high;
}

std::optional<Date> FirstDayOf(const StatedValue* value) {
  return value == nullptr ? std::nullopt : value->first;
}

std::optional<Date> LastDayOf(const StatedValue* value) {
  return value == nullptr ? std::nullopt : value->last;
}

std::optional<std::string> DisplayOf(const StatedValue* value) {
  if (value == nullptr) return std::nullopt;
  return DisplayStated(*value);
}

std::optional<std::string> PrintedDate(const StatedValue* value) {
  if (value == nullptr) return std::nullopt;
  return value->raw.empty() ? DisplayStated(*value) : std::string(value->raw);
}

std::optional<Date> ValidFrom(const Event& event) {
  if (auto day = ParseDate(event.envelope().effective_from); day) return *day;
  if (auto occurred = ParseEdtf(event.envelope().occurred); occurred) return occurred->first;
  return std::nullopt;
}

std::string RecordedText(const Event& event) { return FormatTimestamp(event.recorded_at()); }

}  // namespace sinetti
