// The table of attributes: what each may hold and where it goes (docs/format/event.md,
// "Attributes"). Only attributes.cc reads it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ledger/event/attributes.h"
#include "ledger/event/identifiers.h"

namespace sinetti::attribute_table {

// What an attribute holds, and which check that means.
enum class Form : std::uint8_t {
  kOther,       // a function of its own
  kLine,        // LineProblem
  kName,        // NameProblem
  kUri,         // UriReferenceProblem
  kIdentifier,  // CheckIdentifier
  kQuote,       // TextProblem
};

// Where it goes.
enum class Place : std::uint8_t { kNone, kRecord, kEnvelope, kProvenance };

struct Rule {
  std::string_view name;
  Form form;
  Place place = Place::kNone;
  std::string_view field = {};  // of the struct in schemas/record.capnp
  IdentifierKind identifier = IdentifierKind::kNone;
};

using enum IdentifierKind;

inline constexpr std::array<Rule, kAttributes> kRules = {{
    {"specversion", Form::kOther},
    {"id", Form::kName, Place::kRecord, "id"},
    {"source", Form::kUri, Place::kRecord, "source"},
    {"type", Form::kOther},
    {"data", Form::kOther},
    {"datacontenttype", Form::kOther},
    {"dataschema", Form::kUri, Place::kEnvelope, "dataSchema"},
    {"time", Form::kIdentifier, Place::kNone, {}, kInstant},
    {"subject", Form::kOther},
    {"stream", Form::kName, Place::kRecord, "stream"},
    {"expectedversion", Form::kOther},
    {"occurred", Form::kIdentifier, Place::kNone, {}, kEdtf},
    {"effectivefrom", Form::kIdentifier, Place::kEnvelope, "effectiveFrom", kDate},
    {"effectiveto", Form::kIdentifier, Place::kEnvelope, "effectiveTo", kDate},
    {"actor", Form::kLine, Place::kEnvelope, "actor"},
    {"role", Form::kLine, Place::kEnvelope, "role"},
    {"mandate", Form::kIdentifier, Place::kEnvelope, "mandate", kEventRef},
    {"provider", Form::kLine, Place::kEnvelope, "provider"},
    {"unit", Form::kLine, Place::kEnvelope, "unit"},
    {"matter", Form::kLine, Place::kEnvelope, "matter"},
    {"contract", Form::kLine, Place::kEnvelope, "contract"},
    {"client", Form::kOther},
    {"causation", Form::kIdentifier, Place::kEnvelope, "causation", kEventRef},
    {"correlation", Form::kLine, Place::kEnvelope, "correlation"},
    {"relation", Form::kOther},
    {"relatesto", Form::kIdentifier, Place::kEnvelope, "relatesTo", kEventRef},
    {"publicity", Form::kOther},
    {"retention", Form::kLine, Place::kEnvelope, "retention"},
    {"legalbasis", Form::kOther},
    {"sourcedocument", Form::kLine, Place::kProvenance, "document"},
    {"sourcestart", Form::kOther},
    {"sourceend", Form::kOther},
    {"sourcedigest", Form::kOther},
    {"sourcequote", Form::kQuote, Place::kProvenance, "quote"},
    {"statedby", Form::kLine, Place::kProvenance, "statedBy"},
    {"confidence", Form::kOther},
    {"invented", Form::kOther},
}};

constexpr std::size_t Index(Attribute attribute) { return static_cast<std::size_t>(attribute); }

}  // namespace sinetti::attribute_table
