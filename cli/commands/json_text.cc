#include "cli/commands/json_text.h"

namespace sinetti {

JsonObject& JsonObject::Raw(std::string_view key, std::string_view json) {
  if (!members_.empty()) members_ += ",";
  members_ += JsonQuoted(key) + ":" + std::string(json);
  return *this;
}

}  // namespace sinetti
