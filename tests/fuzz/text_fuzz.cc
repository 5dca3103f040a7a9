// The small grammars: partial dates, identifiers, legal bases, decimals, times, hex and base64;
// what is read is written back the same, and what is quoted can be printed.
#include "ledger/base/bytes.h"
#include "ledger/base/check.h"
#include "ledger/base/clock.h"
#include "ledger/base/date.h"
#include "ledger/base/quote.h"
#include "ledger/event/decimal.h"
#include "ledger/event/edtf.h"
#include "ledger/event/identifiers.h"
#include "ledger/event/legal_basis.h"
#include "ledger/event/personal_code.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

void EatDates(std::string_view input) {
  const Result<Edtf> edtf = ParseEdtf(input);
  if (edtf) {
    const Result<Edtf> again = ParseEdtf(FormatEdtf(*edtf));
    SINETTI_CHECK(again.has_value() && *again == *edtf);
    SINETTI_CHECK(kFirstDate <= edtf->first && edtf->first <= edtf->last &&
                  edtf->last <= kLastDate);
    for (const Language language : {Language::kFinnish, Language::kSwedish, Language::kEnglish})
      SINETTI_CHECK(IsUtf8(DisplayEdtf(*edtf, language)));
  }
  const Result<Date> date = ParseDate(input);
  if (date) SINETTI_CHECK(FormatDate(*date) == input);
  const Result<Timestamp> time = ParseTimestamp(input);
  if (!time) return;
  const Result<Timestamp> again = ParseTimestamp(FormatTimestamp(*time));
  if (again)
    SINETTI_CHECK(*again == *time);  // an offset may lead out of the years that have a text
}

void EatIdentifiers(std::string_view input) {
  for (std::size_t kind = 0; kind < kIdentifierKinds; ++kind)
    (void)CheckIdentifier(static_cast<IdentifierKind>(kind), input, DateOf(2024, 1, 1));
  if (IsBusinessId(input)) SINETTI_CHECK(BusinessIdOfOid(OidOfBusinessId(input)) == input);
  if (IsPersonalIdentityCode(input)) SINETTI_CHECK(ContainsPersonalIdentityCode(input));
  (void)ContainsPersonalIdentityCode(input);
  (void)BusinessIdOfOid(input);
  (void)ParseLegalBasis(input);
}

void EatNumbers(std::string_view input) {
  for (const unsigned decimals : {0u, 2u, 3u}) {
    const ScaledDecimal read = ParseDecimal(input, decimals);
    if (read.error != DecimalError::kNone || read.magnitude > INT64_MAX) continue;
    const std::int64_t value = static_cast<std::int64_t>(read.magnitude);
    const std::string text = FormatDecimal(read.negative ? -value : value, decimals);
    SINETTI_CHECK(ParseDecimal(text, decimals).magnitude == read.magnitude);
  }
}

}  // namespace

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
          "131052-950X",
          "0204819-8",
          "1.2.246.10.2048198.10.5",
          "-89.14e1",
          "https://example.fi/a",
          "urn:x#e-1",
          "9999-12-31"};
}

void Eat(std::string_view input) {
  EatDates(input);
  EatIdentifiers(input);
  EatNumbers(input);
  SINETTI_CHECK(IsUtf8(Quoted(input)));
  const Result<Bytes> hex = HexDecode(input);
  if (hex.has_value()) SINETTI_CHECK(HexEncode(*hex).size() == input.size());
  const Result<Bytes> base64 = Base64Decode(input);
  if (base64.has_value()) SINETTI_CHECK(Base64Encode(*base64) == input);
}

}  // namespace sinetti::fuzz
