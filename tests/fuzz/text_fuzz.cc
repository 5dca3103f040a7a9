// The small grammars: partial dates, legal bases, times, hex and base64; what is read is written
// back the same.
#include "ledger/base/bytes.h"
#include "ledger/base/check.h"
#include "ledger/base/clock.h"
#include "ledger/event/edtf.h"
#include "ledger/event/legal_basis.h"
#include "ledger/event/personal_code.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {

std::vector<std::string> Seeds() {
  return {"2017-21",
          "2016-05?/..",
          "[2016,2017]",
          "1990~",
          "/2005-06",
          "741/2023:39:1@2026-01-01#draft",
          "434/2003:49_c",
          "c0ffee00",
          "2026-03-01T12:00:00.5+02:00",
          "rNnvSwRmxi2OeUsPNxcJdg==",
          "131052-950X"};
}

void Eat(std::string_view input) {
  (void)ParseEdtf(input);
  (void)ParseLegalBasis(input);
  (void)ContainsPersonalIdentityCode(input);
  (void)ParseTimestamp(input);
  const Result<Bytes> hex = HexDecode(input);
  if (hex.has_value()) SINETTI_CHECK(HexEncode(*hex).size() == input.size());
  const Result<Bytes> base64 = Base64Decode(input);
  if (base64.has_value()) SINETTI_CHECK(Base64Encode(*base64) == input);
}

}  // namespace sinetti::fuzz
