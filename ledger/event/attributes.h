// The CloudEvents attributes of a draft: every member of the event but `data`.  One table says what
// each may hold and where it goes (docs/format/event.md, "Attributes").
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/base/result.h"
#include "ledger/event/draft_tree.h"
#include "ledger/event/name_table.h"

namespace sinetti {

// In the order of the table in attribute_rules.h.
enum class Attribute : std::uint8_t {
  kSpecVersion,
  kId,
  kSource,
  kType,
  kData,
  kDataContentType,
  kDataSchema,
  kTime,
  kSubject,
  kStream,
  kExpectedVersion,
  kOccurred,
  kEffectiveFrom,
  kEffectiveTo,
  kActor,
  kRole,
  kMandate,
  kProvider,
  kUnit,
  kMatter,
  kContract,
  kClient,
  kCausation,
  kCorrelation,
  kRelation,
  kRelatesTo,
  kPublicity,
  kRetention,
  kLegalBasis,
  kSourceDocument,
  kSourceStart,
  kSourceEnd,
  kSourceDigest,
  kSourceQuote,
  kStatedBy,
  kConfidence,
  kInvented,
};
inline constexpr std::size_t kAttributes = 37;

// The attributes as they stand in the JSON; a number keeps its digits.  Not given: no value.
using AttributeTexts = std::array<std::optional<std::string_view>, kAttributes>;

// Made once per registry; immutable.
class AttributeReader {
 public:
  explicit AttributeReader(const TypeRegistry& registry);

  // The attribute called `name`, or nothing.
  std::optional<Attribute> Find(std::string_view name) const;
  static std::string_view NameOf(Attribute attribute);
  static bool TakesNumber(Attribute attribute);
  std::string UnknownAttribute(std::string_view name) const;

  // Checks `texts`, which live in the draft's arena, and puts them into the draft: its record but
  // for the body, its type, its identity.  The first day that the event speaks of goes into
  // *event_day, when it says one.
  Result<void> Apply(const AttributeTexts& texts, Draft::Impl& draft,
                     std::optional<Date>* event_day) const;

 private:
  class Application;

  const TypeRegistry& registry_;
  NameTable names_;
  std::array<const FieldInfo*, kAttributes> fields_{};  // where it goes, when it is one field
  const StructInfo* envelope_ = nullptr;
  const StructInfo* provenance_ = nullptr;
  const StructInfo* legal_basis_ = nullptr;
};

}  // namespace sinetti
