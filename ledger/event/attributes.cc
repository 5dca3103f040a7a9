// Finding attributes by name, and the fields of the record they go into.
#include "ledger/event/attributes.h"

#include <string>

#include "ledger/base/check.h"
#include "ledger/base/nearest.h"
#include "ledger/event/attribute_rules.h"
#include "ledger/event/text_rules.h"

namespace sinetti {

AttributeReader::AttributeReader(const TypeRegistry& registry) : registry_(registry) {
  names_.Build(kAttributes, [](std::size_t i) { return kAttributeRules[i].name; });
  envelope_ = registry.record().Find("envelope")->structure;
  provenance_ = envelope_->Find("provenance")->structure;
  legal_basis_ = envelope_->Find("legalBasis")->structure;
  for (std::size_t i = 0; i < kAttributes; ++i) {
    const StructInfo* info = nullptr;
    if (kAttributeRules[i].place == AttributePlace::kRecord) info = &registry.record();
    if (kAttributeRules[i].place == AttributePlace::kEnvelope) info = envelope_;
    if (kAttributeRules[i].place == AttributePlace::kProvenance) info = provenance_;
    if (info == nullptr) continue;
    fields_[i] = info->Find(kAttributeRules[i].field);
    SINETTI_CHECK(fields_[i] != nullptr);
  }
}

std::optional<Attribute> AttributeReader::Find(std::string_view name) const {
  const int found = names_.Find(name, [](std::size_t i) { return kAttributeRules[i].name; });
  if (found < 0) return std::nullopt;
  return static_cast<Attribute>(found);
}

std::string_view AttributeReader::NameOf(Attribute attribute) { return RuleOf(attribute).name; }

bool AttributeReader::TakesNumber(Attribute attribute) {
  return attribute == Attribute::kExpectedVersion || attribute == Attribute::kSourceStart ||
         attribute == Attribute::kSourceEnd;
}

std::string AttributeReader::UnknownAttribute(std::string_view name) const {
  // As `show` and `query` write them: an event from there is no draft any more.
  for (const std::string_view place : {"sequence", "streamversion", "recordedat", "leaf"})
    if (name == place)
      return "attribute " + Shown(name) +
             " is given by the ledger itself, so that time never runs backwards and no version of "
             "a stream is missing; leave it out";
  std::vector<std::string_view> names;
  for (const AttributeRule& rule : kAttributeRules) names.push_back(rule.name);
  return "unknown attribute " + Shown(name) + DidYouMean(name, names) +
         "; what the event says goes into `data`";
}

}  // namespace sinetti
