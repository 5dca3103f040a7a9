// Authorities and tokens with dates, for tests of time-stamps over years.
#pragma once

#include <string>

#include "ledger/crypto/timestamp.h"
#include "tests/support/time_authority.h"

namespace sinetti::testing_support {

inline Timestamp Day(const std::string& day) { return ParseTimestamp(day + "T12:00:00Z").value(); }

inline TimeAuthority Authority(const std::string& name, const std::string& begin,
                               const std::string& end, bool sha512 = false) {
  return TimeAuthority({.name = name, .begin = Day(begin), .end = Day(end), .sha512 = sha512});
}

inline Bytes TokenOf(const TimeAuthority& authority, const Imprint& imprint,
                     const std::string& day) {
  const Bytes request = FormatTimestampRequest({imprint, {1}, ""}).value();
  const Bytes response = authority.Answer(request, Day(day));
  const ByteView token = TokenOfResponse(response).value();
  return {token.begin(), token.end()};
}

}  // namespace sinetti::testing_support
