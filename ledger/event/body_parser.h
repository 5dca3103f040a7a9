// The `data` member of a draft, by the schema of its type (docs/format/event.md, "Data").
#pragma once

#include <optional>

#include "ledger/base/date.h"
#include "ledger/base/result.h"
#include "ledger/event/draft_tree.h"
#include "ledger/event/json_input.h"
#include "ledger/event/json_path.h"

namespace sinetti {

class BodyParser {
 public:
  // `event_day` is the first day the event may speak of, against which municipalities are checked.
  BodyParser(JsonInput& input, Draft::Impl& draft, std::optional<Date> event_day)
      : input_(input), draft_(draft), event_day_(event_day) {}

  // Reads `value` into `node`, which has the shape of `info`.
  Result<void> Parse(JsonValue value, const StructInfo& info, StructNode& node,
                     const JsonPath& path);

 private:
  Result<void> ParseObject(JsonValue value, const StructInfo& info, StructNode& node,
                           const JsonPath& path);
  Result<void> ParseField(JsonValue value, const FieldInfo& field, StructNode& node,
                          const JsonPath& path);
  static Result<void> CheckDenominators(const StructInfo& info, const StructNode& node,
                                        const JsonPath& path);
  Result<void> ParseScalar(JsonValue value, const FieldInfo& field, std::uint64_t* number,
                           const JsonPath& path);
  Result<void> ParseNumber(JsonValue value, const FieldInfo& field, std::uint64_t* number,
                           const JsonPath& path);
  Result<void> ParseEnum(JsonValue value, const FieldInfo& field, std::uint64_t* number,
                         const JsonPath& path);
  Result<void> ParseText(JsonValue value, const FieldInfo& field, PointerNode* pointer,
                         const JsonPath& path);
  Result<void> ParseSealed(JsonValue value, const FieldInfo& field, PointerNode* pointer,
                           const JsonPath& path);
  Result<void> ParseStruct(JsonValue value, const FieldInfo& field, PointerNode* pointer,
                           const JsonPath& path);
  Result<void> ParseList(JsonValue value, const FieldInfo& field, PointerNode* pointer,
                         const JsonPath& path);
  Result<void> ParseStructList(simdjson::ondemand::array array, const FieldInfo& field,
                               PointerNode* list, const JsonPath& path);
  Result<void> ParsePointerList(simdjson::ondemand::array array, const FieldInfo& field,
                                PointerNode* list, const JsonPath& path);
  Result<void> ParseSealedList(simdjson::ondemand::array array, const FieldInfo& field,
                               PointerNode* list, const JsonPath& path);
  Result<void> ParseScalarList(simdjson::ondemand::array array, const FieldInfo& field,
                               PointerNode* list, const JsonPath& path);
  template <class ParseElement>
  Result<void> ForEach(simdjson::ondemand::array array, const JsonPath& path,
                       ParseElement parse_element);
  Result<std::string_view> TextOf(JsonValue value, const char* expected, bool may_show,
                                  const JsonPath& path);
  Result<void> Seal(std::string_view subject, std::string_view value, const FieldInfo& field,
                    PointerNode* pointer, const JsonPath& path);
  Error Unexpected(JsonValue& value, const std::string& expected, const JsonPath& path,
                   bool may_show = true);

  JsonInput& input_;
  Draft::Impl& draft_;
  std::optional<Date> event_day_;
  int depth_ = 0;
};

}  // namespace sinetti
