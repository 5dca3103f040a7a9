// Finds Finnish personal identity codes (henkilötunnus, 690/2022, separators of 2023 included) in
// text.  No plaintext field of any event may hold one: a person is a pseudonym in the ledger, and
// what is written once cannot be taken out again.
#pragma once

#include <string_view>

namespace sinetti {

// True when `text` is one code and nothing else: ddmmyy, separator, three digits, check character.
// The day must exist; all individual numbers 000 to 999 count (sources disagree on 000 and 001, and
// 900 to 999 are temporary codes).
bool IsPersonalIdentityCode(std::string_view text);

// True when a valid code stands anywhere in `text`.  Lower-case letters and the dashes that word
// processors put for a hyphen count too.  Not inside longer runs of digits or hexadecimal digits,
// so that hashes and UUIDs do not raise alarms; glued to other letters it is found.  Looks at about
// every sixth byte of ordinary text.
bool ContainsPersonalIdentityCode(std::string_view text);

}  // namespace sinetti
