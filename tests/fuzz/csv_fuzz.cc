// Tables: any text is CSV or an error, any mapping a mapping or an error.  The first byte 0 divides
// the input into table and mapping; without one the mapping is that of the permit log.
#include "ledger/base/check.h"
#include "ledger/event/draft_csv.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

std::string PermitMapping() {
  std::string text;
  for (const std::string& line : LinesOf("docs/scenarios/receipt.mapping.json"))
    text += line + '\n';
  return text;
}

}  // namespace

std::vector<std::string> Seeds() {
  const std::string zero(1, '\0');
  return {
      "a,b\n1,\"x \"\"y\"\"\n\"\r\n" + zero + R"({"id":"{a}","time":{"$time":"{b}"}})",
      "id;when\n7;6.12.2011 7:05\n" + zero +
          R"({"$delimiter":";","$timezone":"Europe/Helsinki","$empty":["NULL"],"id":"{id}",)"
          R"("data":{"n":{"$number":"{id}"},"t":{"$time":"{when}","$format":"dd.mm.yyyy HH:MM"}}})",
      "a\nkyllä\n" + zero + R"({"f":{"$boolean":"{a}","$values":{"kyllä":"true"}},"l":["{a}"]})"};
}

void Eat(std::string_view input) {
  static const std::string permit_mapping = PermitMapping();
  const std::size_t zero = input.find('\0');
  const std::string_view mapping =
      zero == input.npos ? std::string_view(permit_mapping) : input.substr(zero + 1);
  Result<CsvDrafts> drafts = CsvDrafts::Open(input.substr(0, zero), mapping);
  if (!drafts) {
    SINETTI_CHECK(!drafts.error().message.empty());
    return;
  }
  for (;;) {
    const auto draft = drafts->Next();
    if (draft && !draft->has_value()) return;
  }
}

}  // namespace sinetti::fuzz
