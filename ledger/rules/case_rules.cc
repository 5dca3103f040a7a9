// See case_rules.h.
#include "ledger/rules/case_rules.h"

#include <algorithm>

#include "ledger/base/quote.h"
#include "ledger/event/body.h"
#include "ledger/event/decimal.h"
#include "ledger/event/legal_basis.h"
#include "ledger/event/recorded_refs.h"
#include "ledger/log/read_event.h"
#include "schemas/supervision.capnp.h"

namespace sinetti {
namespace {

std::string_view View(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

// Under the law that forbids it.
Error Forbidden(const std::string& what, std::string_view law) {
  return {ErrorCode::kConflict, what + " (" + LegalBasesInWords(law) + ")"};
}

std::string Euros(std::int64_t cents) { return FormatDecimal(cents, 2) + " €"; }

// More than `times` times `unit`, without overflow; both are not negative.
bool IsMoreThan(std::int64_t amount, std::int64_t times, std::int64_t unit) {
  return unit >= 0 && times > 0 &&
         (amount / times > unit || (amount / times == unit && amount % times > 0));
}

std::string_view SourceOf(std::string_view ref) { return ref.substr(0, ref.find('#')); }
std::string_view IdOf(std::string_view ref) { return ref.substr(ref.find('#') + 1); }

}  // namespace

JudgedTypes::JudgedTypes(const TypeRegistry& registry) : names_{"fine.imposed", "fine.ordered"} {
  for (const TypeInfo& type : registry.types())
    if (type.body->has_recorded) names_.push_back(type.name);
}

bool JudgedTypes::Contains(std::string_view type) const {
  return std::find(names_.begin(), names_.end(), type) != names_.end();
}

Result<void> CaseRules::Check(std::size_t* wrong) {
  const JudgedTypes judged(registry_);
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(drafts_[i].record));
    if (!judged.Contains(header.type)) continue;
    // Recorded already, or twice in the batch: it says nothing new.
    SINETTI_ASSIGN(const bool known, IsKnown(header.source, header.id, i));
    if (known) continue;
    *wrong = i;
    SINETTI_TRY(Judge(i));
  }
  return {};
}

Result<void> CaseRules::Judge(std::size_t index) {
  SINETTI_ASSIGN(const Event event, ReadDraft(drafts_[index], registry_,
                                              Sequence{reader_.size().value + index}, Timestamp{}));
  if (Is<schema::FineImposed>(event)) return CheckImposed(event, index);
  if (Is<schema::FineOrdered>(event)) return CheckOrdered(event, index);
  return CheckRecorded(event, index);
}

Result<void> CaseRules::CheckRecorded(const Event& event, std::size_t index) {
  for (const RecordedRef& one : RecordedRefs(event)) {
    const std::string ref = RefIn(event, one.reference);
    SINETTI_ASSIGN(const bool known, IsKnown(SourceOf(ref), IdOf(ref), index));
    if (!known)
      return Forbidden("data." + one.field->name + ": no event " + Quoted(one.reference) +
                           " of source " + Quoted(SourceOf(ref)) +
                           " is in the ledger, nor before this one among what is being recorded; "
                           "record it first",
                       one.field->law);
  }
  return {};
}

// 1113/1990 section 12: no new fine before the former one is dealt with.
Result<void> CaseRules::CheckImposed(const Event& event, std::size_t index) {
  SINETTI_ASSIGN(const FineCase* known, CaseOf(event.stream(), index));
  const std::string_view obligation = View(Body<schema::FineImposed>(event).getMainObligation());
  const CaseFine* open = known->OpenFor(obligation);
  if (open == nullptr) return {};
  return Forbidden("data.mainObligation: " + Quoted(obligation) + " is enforced by the fine " +
                       Quoted(IdOf(open->ref)) + " of " + open->imposed_on +
                       " already, and nothing is recorded of what became of it; record that first "
                       "(fine.ordered, fine.reduced, fine.withdrawn or fine.lapsed)",
                   "1113/1990:12");
}

Result<void> CaseRules::CheckOrdered(const Event& event, std::size_t index) {
  SINETTI_ASSIGN(const FineCase* known, CaseOf(event.stream(), index));
  const auto body = Body<schema::FineOrdered>(event);
  const CaseFine* fine = known->Find(RefIn(event, View(body.getFine())));
  if (fine == nullptr) return {};  // of another case: the audit sees it

  // Section 10: additional parts at one time are three times the base at most.
  if (fine->base_cents) {
    const std::int64_t base = *fine->base_cents;
    const bool parts_known = fine->additional_cents && *fine->additional_cents > 0 &&
                             body.hasAdditionalParts() && body.getAdditionalParts().isValue();
    // Parts are in thousandths: parts x additional > 3 x base.
    if (parts_known && base > 0) {
      const std::int64_t parts = body.getAdditionalParts().getValue() / 1000;
      const std::int64_t allowed =
          base <= INT64_MAX / 3 ? 3 * base / *fine->additional_cents : parts;
      if (parts > allowed)
        return Forbidden("data.additionalParts: " + std::to_string(parts) + " parts of " +
                             Euros(*fine->additional_cents) +
                             " are more than three times the base " + Euros(base) + "; at most " +
                             std::to_string(allowed) +
                             " may be ordered at one time, the rest lapses",
                         "1113/1990:10");
    }
    if (body.getAmount().isAmount() && IsMoreThan(body.getAmount().getAmount(), 4, base))
      return Forbidden("data.amount: " + Euros(body.getAmount().getAmount()) +
                           " is more than the base " + Euros(base) +
                           " and additional parts of three times the base; order less, the rest "
                           "lapses",
                       "1113/1990:10");
  }

  // Section 13: a hearing is offered within two years of finality and the due day, or it lapses.
  const auto last_day = known->LastDayToHear(*fine);
  const auto ordered_on = ParseDate(View(body.getOrderedOn()));
  if (!last_day || !ordered_on || *ordered_on <= *last_day) return {};
  const auto imposed_on = ParseDate(fine->imposed_on);
  for (const auto& [ref, day] : known->hearing_on)
    if (day <= *last_day && (!imposed_on || day > *imposed_on)) return {};
  return Forbidden("data.orderedOn: " + FormatDate(*ordered_on) + ", and no hearing on ordering " +
                       Quoted(IdOf(fine->ref)) + " was offered by " + FormatDate(*last_day) +
                       ", two years from the day it was both final and due; record that hearing, "
                       "or that the fine lapsed (fine.lapsed)",
                   "1113/1990:13");
}

Result<const FineCase*> CaseRules::CaseOf(std::string_view stream, std::size_t before) {
  if (!of_stream_) {
    of_stream_.emplace();
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(drafts_[i].record));
      if (IsOfFineCase(header.type)) (*of_stream_)[header.stream].push_back(i);
    }
  }
  auto found = cases_.find(stream);
  if (found == cases_.end()) {
    SINETTI_ASSIGN(FineCase folded, FoldStream(stream));
    found = cases_.emplace(std::string(stream), Folded{std::move(folded)}).first;
  }
  Folded& folded = found->second;
  for (const std::size_t index : (*of_stream_)[stream]) {
    if (index < folded.next || index >= before) continue;
    const EncodedDraft& draft = drafts_[index];
    SINETTI_ASSIGN(const bool known, IsKnown(draft.source, draft.id, index));
    if (known) continue;
    SINETTI_ASSIGN(
        const Event event,
        ReadDraft(draft, registry_, Sequence{reader_.size().value + index}, Timestamp{}));
    folded.state.Apply(event);
  }
  folded.next = std::max(folded.next, before);
  return &folded.state;
}

Result<FineCase> CaseRules::FoldStream(std::string_view stream) const {
  FineCase folded;
  SINETTI_ASSIGN(const std::vector<Sequence> sequences, reader_.Stream(stream));
  for (const Sequence sequence : sequences) {
    SINETTI_ASSIGN(const StoredEntry stored, reader_.Read(sequence));
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(stored.record));
    if (!IsOfFineCase(header.type)) continue;
    SINETTI_ASSIGN(const Event event, ReadEvent(reader_, registry_, sequence));
    folded.Apply(event);
  }
  return folded;
}

Result<bool> CaseRules::IsKnown(std::string_view source, std::string_view id, std::size_t before) {
  if (!places_) {
    places_.emplace();
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      places_->try_emplace({drafts_[i].source, drafts_[i].id}, i);
  }
  if (const auto found = places_->find({source, id});
      found != places_->end() && found->second < before)
    return true;
  SINETTI_ASSIGN(const auto recorded, reader_.Find(source, id));
  return recorded.has_value();
}

}  // namespace sinetti
