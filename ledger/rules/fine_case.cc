// See fine_case.h.
#include "ledger/rules/fine_case.h"

#include <algorithm>
#include <array>

#include "ledger/event/body.h"
#include "ledger/event/edtf.h"
#include "schemas/decision.capnp.h"
#include "schemas/matter.capnp.h"
#include "schemas/supervision.capnp.h"

namespace sinetti {
namespace {

constexpr std::array<std::string_view, 7> kTypes = {
    "fine.imposed", "fine.ordered",         "fine.reduced", "fine.withdrawn",
    "fine.lapsed",  "decision.becameFinal", "hearing.held"};

std::string_view View(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

std::optional<std::int64_t> Cents(bool stated, schema::Money::Reader money) {
  if (!stated || !money.isAmount()) return std::nullopt;
  return money.getAmount();
}

std::optional<Date> DayOf(std::string_view edtf) {
  const auto parsed = ParseEdtf(edtf);
  if (!parsed) return std::nullopt;
  return parsed->first;
}

// The day of the invitation, else of the hearing.
std::optional<Date> DayOffered(const Event& event) {
  const auto body = Body<schema::HearingHeld>(event);
  if (body.hasInvited() && body.getInvited().isDate())
    if (const auto day = DayOf(View(body.getInvited().getDate()))) return day;
  return DayOf(event.envelope().occurred);
}

// Words alone count: letter case of ASCII and spaces do not.
std::string Bare(std::string_view text) {
  std::string bare;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\t')
      bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  while (!bare.empty() && bare.back() == '.') bare.pop_back();
  return bare;
}

template <class T>
std::string FineIn(const Event& event) {
  return RefIn(event, View(Body<T>(event).getFine()));
}

std::string DealtFine(const Event& event) {
  if (Is<schema::FineOrdered>(event)) return FineIn<schema::FineOrdered>(event);
  if (Is<schema::FineReduced>(event)) return FineIn<schema::FineReduced>(event);
  if (Is<schema::FineWithdrawn>(event)) return FineIn<schema::FineWithdrawn>(event);
  return FineIn<schema::FineLapsed>(event);
}

CaseFine ReadImposed(const Event& event) {
  const auto body = Body<schema::FineImposed>(event);
  return {.ref = RefOf(event),
          .order = RefIn(event, View(body.getOrder())),
          .obligation = std::string(View(body.getMainObligation())),
          .imposed_on = std::string(View(body.getImposedOn())),
          .due = std::string(View(body.getDue())),
          .base_cents = Cents(body.hasBase(), body.getBase()),
          .additional_cents = Cents(body.hasAdditional(), body.getAdditional()),
          .dealt_by = {}};
}

}  // namespace

bool IsOfFineCase(std::string_view type) {
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

std::string RefOf(const Event& event) {
  return std::string(event.source()) + "#" + std::string(event.id());
}

std::string RefIn(const Event& event, std::string_view reference) {
  if (reference.empty() || reference.find('#') != std::string_view::npos)
    return std::string(reference);
  return std::string(event.source()) + "#" + std::string(reference);
}

void FineCase::Apply(const Event& event) {
  if (!IsOfFineCase(event.type())) return;
  if (Is<schema::FineImposed>(event)) {
    fines.push_back(ReadImposed(event));
  } else if (Is<schema::DecisionBecameFinal>(event)) {
    const auto body = Body<schema::DecisionBecameFinal>(event);
    if (const auto day = DayOf(View(body.getFinalOn())))
      final_on.insert_or_assign(RefIn(event, View(body.getDecision())), *day);
  } else if (Is<schema::HearingHeld>(event)) {
    if (const auto day = DayOffered(event)) hearing_on.insert_or_assign(RefOf(event), *day);
  } else {
    const std::string dealt = DealtFine(event);
    for (CaseFine& fine : fines)
      if (fine.ref == dealt) fine.dealt_by = event.type();
  }
}

const CaseFine* FineCase::Find(std::string_view ref) const {
  for (const CaseFine& fine : fines)
    if (fine.ref == ref) return &fine;
  return nullptr;
}

const CaseFine* FineCase::OpenFor(std::string_view obligation) const {
  const std::string wanted = Bare(obligation);
  for (const CaseFine& fine : fines)
    if (fine.dealt_by.empty() && Bare(fine.obligation) == wanted) return &fine;
  return nullptr;
}

std::optional<Date> FineCase::LastDayToHear(const CaseFine& fine) const {
  const auto due = ParseDate(fine.due);
  auto final = final_on.find(fine.ref);
  if (final == final_on.end()) final = final_on.find(fine.order);
  if (!due || final == final_on.end()) return std::nullopt;
  return AddMonths(std::max(*due, final->second), 24);
}

}  // namespace sinetti
