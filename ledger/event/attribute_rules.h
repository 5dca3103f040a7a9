// The table of attributes: what each may hold and which field of the record it goes into.  Shared
// by the two files that implement attributes.h.
#pragma once

#include <array>
#include <string_view>

#include "ledger/event/attributes.h"

namespace sinetti {

enum class AttributeForm : std::uint8_t {
  kOther,       // a function of its own
  kLine,        // LineProblem
  kName,        // NameProblem
  kUri,         // UriReferenceProblem
  kIdentifier,  // CheckIdentifier
  kQuote,       // TextProblem
};

enum class AttributePlace : std::uint8_t { kNone, kRecord, kEnvelope, kProvenance };

struct AttributeRule {
  std::string_view name;
  AttributeForm form;
  AttributePlace place = AttributePlace::kNone;
  std::string_view field = {};  // of the struct in schemas/record.capnp
  IdentifierKind identifier = IdentifierKind::kNone;
};

inline constexpr std::array<AttributeRule, kAttributes> kAttributeRules = {{
    {"specversion", AttributeForm::kOther},
    {"id", AttributeForm::kName, AttributePlace::kRecord, "id"},
    {"source", AttributeForm::kUri, AttributePlace::kRecord, "source"},
    {"type", AttributeForm::kOther},
    {"data", AttributeForm::kOther},
    {"datacontenttype", AttributeForm::kOther},
    {"dataschema", AttributeForm::kUri, AttributePlace::kEnvelope, "dataSchema"},
    {"time", AttributeForm::kIdentifier, AttributePlace::kNone, {}, IdentifierKind::kInstant},
    {"subject", AttributeForm::kOther},
    {"stream", AttributeForm::kName, AttributePlace::kRecord, "stream"},
    {"expectedversion", AttributeForm::kOther},
    {"occurred", AttributeForm::kIdentifier, AttributePlace::kNone, {}, IdentifierKind::kEdtf},
    {"effectivefrom", AttributeForm::kIdentifier, AttributePlace::kEnvelope, "effectiveFrom",
     IdentifierKind::kDate},
    {"effectiveto", AttributeForm::kIdentifier, AttributePlace::kEnvelope, "effectiveTo",
     IdentifierKind::kDate},
    {"actor", AttributeForm::kLine, AttributePlace::kEnvelope, "actor"},
    {"role", AttributeForm::kLine, AttributePlace::kEnvelope, "role"},
    {"mandate", AttributeForm::kIdentifier, AttributePlace::kEnvelope, "mandate",
     IdentifierKind::kEventRef},
    {"provider", AttributeForm::kLine, AttributePlace::kEnvelope, "provider"},
    {"unit", AttributeForm::kLine, AttributePlace::kEnvelope, "unit"},
    {"matter", AttributeForm::kLine, AttributePlace::kEnvelope, "matter"},
    {"contract", AttributeForm::kLine, AttributePlace::kEnvelope, "contract"},
    {"client", AttributeForm::kOther},
    {"causation", AttributeForm::kIdentifier, AttributePlace::kEnvelope, "causation",
     IdentifierKind::kEventRef},
    {"correlation", AttributeForm::kLine, AttributePlace::kEnvelope, "correlation"},
    {"relation", AttributeForm::kOther},
    {"relatesto", AttributeForm::kIdentifier, AttributePlace::kEnvelope, "relatesTo",
     IdentifierKind::kEventRef},
    {"publicity", AttributeForm::kOther},
    {"retention", AttributeForm::kLine, AttributePlace::kEnvelope, "retention"},
    {"legalbasis", AttributeForm::kOther},
    {"sourcedocument", AttributeForm::kLine, AttributePlace::kProvenance, "document"},
    {"sourcestart", AttributeForm::kOther},
    {"sourceend", AttributeForm::kOther},
    {"sourcedigest", AttributeForm::kOther},
    {"sourcequote", AttributeForm::kQuote, AttributePlace::kProvenance, "quote"},
    {"statedby", AttributeForm::kLine, AttributePlace::kProvenance, "statedBy"},
    {"confidence", AttributeForm::kOther},
    {"invented", AttributeForm::kOther},
}};

inline const AttributeRule& RuleOf(Attribute attribute) {
  return kAttributeRules[static_cast<std::size_t>(attribute)];
}

}  // namespace sinetti
