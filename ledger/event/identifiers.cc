#include "ledger/event/identifiers.h"

#include <algorithm>
#include <array>

#include "ledger/base/quote.h"
#include "ledger/event/edtf.h"
#include "ledger/event/legal_basis.h"
#include "ledger/event/municipalities.h"

namespace sinetti {
namespace {

constexpr std::string_view kOrganisationArc = "1.2.246.10.";
constexpr std::size_t kSerialDigits = 7;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsControlOrSpace(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; }

template <typename Predicate>
bool All(std::string_view text, Predicate predicate) {
  return std::all_of(text.begin(), text.end(), predicate);
}

Error Bad(std::string_view what, std::string_view text, const std::string& why) {
  return Error{ErrorCode::kInvalid, std::string(what) + " " + Quoted(text) + ": " + why};
}

// The check digit of seven serial digits; -1 for a serial that is never given out.
int BusinessIdCheckDigit(std::string_view serial) {
  constexpr std::array<int, kSerialDigits> kWeights = {7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < kSerialDigits; ++i) sum += kWeights[i] * (serial[i] - '0');
  const int remainder = sum % 11;
  if (remainder == 1) return -1;
  return remainder == 0 ? 0 : 11 - remainder;
}

Result<void> CheckBusinessId(std::string_view text) {
  if (text.size() != 9 || !All(text.substr(0, kSerialDigits), IsDigit) || text[7] != '-' ||
      !IsDigit(text[8]))
    return Bad("business id", text, "expected seven digits, a hyphen and a check digit");
  const int check = BusinessIdCheckDigit(text.substr(0, kSerialDigits));
  if (check < 0) return Bad("business id", text, "this serial is never given out");
  if (check != text[8] - '0')
    return Bad("business id", text, "the check digit should be " + std::to_string(check));
  return {};
}

Result<void> CheckMunicipality(std::string_view text, std::optional<Date> as_of) {
  Municipality municipality;
  if (!FindMunicipality(text, municipality))
    return Bad("municipality", text,
               "no municipality has had this code since 2001 (three digits, such as 179)");
  if (!as_of || municipality.MayBeNamedOn(*as_of)) return {};
  const std::string name(municipality.name(Language::kFinnish));
  if (!municipality.ceased() || *as_of < municipality.ceased_on())
    return Bad("municipality", text, name + " was founded after " + FormatDate(*as_of));
  const Municipality heir = municipality.AsOf(*as_of);
  return Bad("municipality", text,
             name + " ceased on " + FormatDate(municipality.ceased_on()) + "; on " +
                 FormatDate(*as_of) + " it is part of " + heir.code() + " " +
                 std::string(heir.name(Language::kFinnish)));
}

Result<void> CheckOid(std::string_view text) {
  constexpr std::size_t kLongest = 128;
  if (text.size() > kLongest) return Bad("object identifier", text, "longer than 128 characters");
  std::size_t arcs = 0;
  std::string_view rest = text;
  while (true) {
    const std::size_t dot = rest.find('.');
    const std::string_view arc = rest.substr(0, dot);
    if (arc.empty() || !All(arc, IsDigit) || (arc.size() > 1 && arc[0] == '0'))
      return Bad("object identifier", text,
                 "expected numbers without leading zeros, with points between them");
    if (arcs == 0 && (arc.size() > 1 || arc[0] > '2'))
      return Bad("object identifier", text, "the first number is 0, 1 or 2");
    if (arcs == 1 && text[0] != '2' && (arc.size() > 2 || (arc.size() == 2 && arc[0] > '3')))
      return Bad("object identifier", text, "below 0 and 1 the second number is at most 39");
    ++arcs;
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  if (arcs < 2) return Bad("object identifier", text, "at least two numbers");
  if (text.substr(0, kOrganisationArc.size()) == kOrganisationArc && !BusinessIdOfOid(text))
    return Bad("object identifier", text,
               "below 1.2.246.10 stands a business id, and its check digit is wrong here");
  return {};
}

Result<void> CheckSha256(std::string_view text) {
  const auto lower_hex = [](char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); };
  if (text.size() == 64 && All(text, lower_hex)) return {};
  return Bad("SHA-256 digest", text,
             "expected 64 hexadecimal digits in lower case, here are " +
                 std::to_string(text.size()) + " bytes");
}

Result<void> CheckCurrency(std::string_view text) {
  if (text.size() == 3 && All(text, [](char c) { return c >= 'A' && c <= 'Z'; })) return {};
  return Bad("currency", text, "expected three capital letters of ISO 4217, such as EUR");
}

Result<void> CheckPseudonym(std::string_view text) {
  const auto allowed = [](char c) { return IsLetter(c) || IsDigit(c) || c == '-'; };
  if (text.empty() || text.size() > 64 || !IsLetter(text[0]) || !All(text, allowed))
    return Bad("pseudonym", text,
               "expected a letter, then letters, digits and hyphens, 64 at most");
  return {};
}

Result<void> CheckUrl(std::string_view text) {
  const std::size_t colon = text.find("://");
  const auto scheme_character = [](char c) {
    return IsLetter(c) || IsDigit(c) || c == '+' || c == '-' || c == '.';
  };
  const bool absolute = colon != std::string_view::npos && colon > 0 && IsLetter(text[0]) &&
                        All(text.substr(0, colon), scheme_character);
  if (!absolute) return Bad("URL", text, "expected an absolute address such as https://host/path");
  if (std::any_of(text.begin(), text.end(), IsControlOrSpace))
    return Bad("URL", text, "spaces and control characters must be percent-encoded");
  const char host = colon + 3 < text.size() ? text[colon + 3] : '/';
  if (host == '/' || host == '?' || host == '#') return Bad("URL", text, "the host is missing");
  return {};
}

// An id of the same source, or source#id.
Result<void> CheckEventRef(std::string_view text) {
  if (text.empty() || std::any_of(text.begin(), text.end(), IsControlOrSpace))
    return Bad("event reference", text, "expected an event's id, or source#id, without spaces");
  const std::size_t hash = text.rfind('#');
  if (hash == 0 || hash == text.size() - 1)
    return Bad("event reference", text, "something must stand on both sides of #");
  return {};
}

Result<void> CheckMediaType(std::string_view text) {
  const auto token_character = [](char c) {
    return IsLetter(c) || IsDigit(c) ||
           std::string_view("!#$&-^_.+").find(c) != std::string_view::npos;
  };
  const std::string_view essence = text.substr(0, text.find(';'));
  const std::size_t slash = essence.find('/');
  const bool named = slash != std::string_view::npos && slash > 0 && slash + 1 < essence.size() &&
                     All(essence.substr(0, slash), token_character) &&
                     All(essence.substr(slash + 1), token_character);
  const bool printable = All(text, [](char c) { return c >= 0x20 && c < 0x7f; });
  if (named && printable) return {};
  return Bad("media type", text, "expected type/subtype, such as application/pdf");
}

// For kinds whose parser already gives a full message.
template <typename T>
Result<void> Only(const Result<T>& parsed) {
  if (!parsed) return parsed.error();
  return {};
}

}  // namespace

Result<void> CheckIdentifier(IdentifierKind kind, std::string_view text,
                             std::optional<Date> as_of) {
  switch (kind) {
    case IdentifierKind::kNone: return {};
    case IdentifierKind::kBusinessId: return CheckBusinessId(text);
    case IdentifierKind::kMunicipality: return CheckMunicipality(text, as_of);
    case IdentifierKind::kOid: return CheckOid(text);
    case IdentifierKind::kSha256: return CheckSha256(text);
    case IdentifierKind::kEdtf: return Only(ParseEdtf(text));
    case IdentifierKind::kDate: return Only(ParseDate(text));
    case IdentifierKind::kInstant: return Only(ParseTimestamp(text));
    case IdentifierKind::kCurrency: return CheckCurrency(text);
    case IdentifierKind::kAct: return CheckAct(text);
    case IdentifierKind::kLegalBasis: return Only(ParseLegalBasis(text));
    case IdentifierKind::kPseudonym: return CheckPseudonym(text);
    case IdentifierKind::kUrl: return CheckUrl(text);
    case IdentifierKind::kEventRef: return CheckEventRef(text);
    case IdentifierKind::kMediaType: return CheckMediaType(text);
  }
  return Error{ErrorCode::kUnsupported, "unknown kind of identifier; use a newer sinetti"};
}

bool IsBusinessId(std::string_view text) { return CheckBusinessId(text).has_value(); }

std::string OidOfBusinessId(std::string_view business_id) {
  SINETTI_CHECK(IsBusinessId(business_id));
  std::string digits(business_id.substr(0, kSerialDigits));
  digits += business_id.back();
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return std::string(kOrganisationArc) + digits.substr(first);
}

std::optional<std::string> BusinessIdOfOid(std::string_view oid) {
  if (oid.substr(0, kOrganisationArc.size()) != kOrganisationArc) return std::nullopt;
  oid.remove_prefix(kOrganisationArc.size());
  const std::string_view arc = oid.substr(0, oid.find('.'));
  if (arc.empty() || arc.size() > kSerialDigits + 1 || arc[0] == '0' || !All(arc, IsDigit))
    return std::nullopt;
  const std::string digits = std::string(kSerialDigits + 1 - arc.size(), '0') + std::string(arc);
  const std::string id = digits.substr(0, kSerialDigits) + "-" + digits.back();
  if (!IsBusinessId(id)) return std::nullopt;
  return id;
}

}  // namespace sinetti
