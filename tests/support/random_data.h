// Random `data` of events, made from the schemas alone: what property tests of everything that
// takes an event begin with.
#pragma once

#include <random>
#include <string>
#include <string_view>

#include "ledger/base/date.h"
#include "ledger/event/decimal.h"
#include "ledger/event/json_writer.h"
#include "ledger/event/type_registry.h"

namespace sinetti::testing_support {

// Random `data` for a type; sizes shrink with depth, so that it ends.
class RandomData {
 public:
  explicit RandomData(std::uint64_t seed) : random_(seed) {}

  std::string Make(const StructInfo& info) {
    Object(info, 0);
    return json_.Take();
  }

  // One of few, so that events speak of the same things.
  std::string Name() {
    static constexpr std::string_view kNames[] = {"alku", "kunta-091", "hoiva", "K/1/2024", "1"};
    return std::string(kNames[Below(std::size(kNames))]);
  }

  // Any day that a date may name, the ends more often.
  std::string Day() {
    switch (Below(8)) {
      case 0: return FormatDate(kFirstDate);
      case 1: return FormatDate(kLastDate);
      case 2: return "2016-02-29";
      default: return FormatDate(AddDays(DateOf(2015, 1, 1), static_cast<int>(Below(4'000))));
    }
  }

  std::string PartialDate() {
    static constexpr std::string_view kDates[] = {
        "2017-21", "2004/2006",  "../2006",
        "2007~",   "2017-XX-XX", "9999",
        "0000",    "20XX",       "2016-09-13T14:05:00+03:00"};
    return Below(2) ? Day() : std::string(kDates[Below(std::size(kDates))]);
  }

 private:
  std::uint64_t Below(std::uint64_t limit) { return random_() % limit; }

  void Object(const StructInfo& info, int depth) {
    json_.BeginObject();
    int members = 0;
    for (const FieldInfo& field : info.fields) members += field.union_value >= 0;
    const std::uint64_t chosen = members > 0 ? Below(static_cast<std::uint64_t>(members)) : 0;
    std::uint64_t member = 0;
    std::string_view divided;  // what has its denominator stays out: that may be 0
    for (const FieldInfo& field : info.fields) {
      const bool written = field.union_value >= 0 ? member++ == chosen
                           : field.required       ? true
                                            : Below(2 + static_cast<std::uint64_t>(depth)) == 0;
      if (!written || field.name == divided) continue;
      if (!field.divides.empty()) divided = field.divides;
      // A struct that holds itself must not go on for ever.
      if (depth > 6 && !field.required && field.union_value < 0 && field.structure != nullptr)
        continue;
      json_.Member(field.name);
      Value(field, depth);
    }
    json_.EndObject();
  }

  void Value(const FieldInfo& field, int depth) {
    if (!field.list) return One(field, depth);
    json_.BeginArray();
    const std::uint64_t count = depth > 4 ? (field.required ? 1 : 0) : 1 + Below(3);
    for (std::uint64_t i = 0; i < count; ++i) One(field, depth + 1);
    json_.EndArray();
  }

  void One(const FieldInfo& field, int depth) {
    switch (field.kind) {
      case ValueKind::kVoid: return json_.Literal("true");
      case ValueKind::kBool: return json_.Literal(Below(2) ? "true" : "false");
      case ValueKind::kDecimal:
      case ValueKind::kInteger: return json_.Literal(Number(field));
      case ValueKind::kEnum: {
        const auto& enumerants = field.enumeration->enumerants;
        if (field.only >= 0)
          return json_.Text(enumerants[static_cast<std::size_t>(field.only)].name);
        const std::uint64_t first = field.required && enumerants[0].name == "unspecified";
        return json_.Text(enumerants[first + Below(enumerants.size() - first)].name);
      }
      case ValueKind::kText: return json_.Text(TextFor(field.identifier));
      case ValueKind::kSealed:
        if (field.sealing == Sealing::kConfidential || Below(2)) return json_.Text(AnyText());
        json_.BeginObject();
        json_.TextMember("value", AnyText());
        json_.TextMember("subject", "p-" + std::to_string(Below(9)));
        return json_.EndObject();
      default: return Object(*field.structure, depth + 1);
    }
  }

  // Any bit pattern of the field's width, the ends and the first numbers more often.
  std::string Number(const FieldInfo& field) {
    std::uint64_t number = random_() >> Below(64);
    if (Below(4) == 0) number = ~std::uint64_t{0} >> Below(64);
    if (Below(4) == 0) number = Below(3);  // so that events agree on years and places
    const unsigned unused = 64u - field.bits;
    if (!field.is_signed) return std::to_string(number << unused >> unused);
    const std::int64_t value = static_cast<std::int64_t>(number << unused) >> unused;
    return field.kind == ValueKind::kDecimal ? FormatDecimal(value, field.decimals)
                                             : std::to_string(value);
  }

  std::string AnyText() {
    static constexpr std::string_view kPieces[] = {
        "a",    "ä",    "€", "\xf0\x9f\x92\xb6", "\"", "\\", "\n",
        "\x01", "\x7f", " ", "\xe2\x80\xa8",     "0",  "/",  "<"};
    std::string text;
    for (std::uint64_t i = 0; i <= Below(12); ++i) text += kPieces[Below(std::size(kPieces))];
    return text;
  }

  std::string TextFor(IdentifierKind kind) {
    switch (kind) {
      case IdentifierKind::kNone: return Below(2) ? Name() : AnyText();
      case IdentifierKind::kBusinessId: return "0204819-8";
      case IdentifierKind::kMunicipality: return Below(2) ? "091" : "564";
      case IdentifierKind::kOid: return "1.2.246.10.2048198";
      case IdentifierKind::kSha256: return std::string(64, "0123456789abcdef"[Below(16)]);
      case IdentifierKind::kEdtf: return PartialDate();
      case IdentifierKind::kDate: return Day();
      case IdentifierKind::kInstant: return "2026-03-01T12:00:00.5+02:00";
      case IdentifierKind::kCurrency: return "EUR";
      case IdentifierKind::kAct: return "741/2023";
      case IdentifierKind::kLegalBasis: return "741/2023:39:1@2026-01-01#draft";
      case IdentifierKind::kPseudonym: return "p-" + std::to_string(Below(3));
      case IdentifierKind::kUrl: return "https://example.fi/a";
      case IdentifierKind::kEventRef: return "urn:x#e-1";
      case IdentifierKind::kMediaType: return "text/plain";
    }
    return "";
  }

  std::mt19937_64 random_;
  JsonWriter json_{false};
};

}  // namespace sinetti::testing_support
