#include "ledger/event/event_texts.h"

#include <string_view>
#include <utility>

#include "ledger/event/body.h"
#include "ledger/event/body_values.h"

namespace sinetti {
namespace {

std::string InThreeLanguages(const Labels& words) {
  std::string text = words.fi;
  for (const std::string& other : {words.sv, words.en})
    if (other != words.fi) text += " / " + other;
  return text;
}

void AddAttributes(const Event& event, std::vector<EventText>& texts) {
  const Envelope& envelope = event.envelope();
  const std::pair<const char*, std::string_view> attributes[] = {
      {"id", event.id()},
      {"stream", event.stream()},
      {"matter", envelope.matter},
      {"contract", envelope.contract},
      {"provider", envelope.provider},
      {"unit", envelope.unit},
      {"subject", envelope.client},
      {"actor", envelope.actor},
      {"role", envelope.role},
      {"mandate", envelope.mandate},
      {"sourcedocument", envelope.provenance.document},
      {"sourcequote", envelope.provenance.quote},
      {"statedby", envelope.provenance.stated_by},
  };
  for (const auto& [name, text] : attributes)
    if (!text.empty()) texts.push_back({name, std::string(text)});
  for (const LegalBasis& basis : envelope.legal_basis)
    texts.push_back({"legalbasis", std::string(basis.act) + " " + std::string(basis.section)});
}

}  // namespace

std::vector<EventText> EventTexts(const Event& event) {
  std::vector<EventText> texts;
  texts.push_back(
      {"type", std::string(event.type()) + " – " + InThreeLanguages(event.type_info().labels)});
  AddAttributes(event, texts);
  VisitValues({event.impl().body.getAs<capnp::AnyStruct>(), *event.type_info().body}, "data",
              [&texts](const BodyValue& value) {
                // Digests are found by `evidence find`; nobody searches for a part of one.
                if (value.field.identifier == IdentifierKind::kSha256 || value.text.empty()) return;
                texts.push_back({value.path,
                                 value.words != nullptr ? InThreeLanguages(*value.words)
                                                        : std::string(value.text),
                                 &value.field});
              });
  return texts;
}

}  // namespace sinetti
