// One pass; what depends on later events (a matter's closing, a stated day) is joined at the end.
#include "ledger/client/client_file.h"

#include <algorithm>

#include "ledger/event/body.h"
#include "ledger/event/edtf.h"
#include "ledger/event/event_json.h"
#include "schemas/matter.capnp.h"
#include "schemas/subject.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kStreamSubject = "stream:";

std::string ReferenceOf(const Event& event) {
  return std::string(event.source()) + "#" + std::string(event.id());
}

std::string TextOf(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

// An event reference of `event` in full: an id alone is of the same source.
std::string FullReference(const Event& event, const std::string& reference) {
  if (reference.find('#') != std::string::npos) return reference;
  return std::string(event.source()) + "#" + reference;
}

// The last day that `edtf` may mean; the day of recording where it says none or has no end.
Date LastDay(std::string_view edtf, const Event& event) {
  const Date recorded = DayInHelsinki(event.recorded_at());
  if (edtf.empty()) return recorded;
  const auto parsed = ParseEdtf(edtf);
  return parsed && parsed->last != kLastDate ? parsed->last : recorded;
}

ErasureMark Mark(const Event& event, std::string by, std::string reason) {
  return {ReferenceOf(event), event.sequence(),  event.recorded_at(),
          std::move(by),      std::move(reason), {}};
}

}  // namespace

void ClientFiles::Apply(const Event& event) {
  if (const std::string client(event.envelope().client); !client.empty()) {
    Facts& facts = clients_[client];
    ++facts.file.events;
    ApplyRetention(event, facts);
  }
  ApplySealed(event);
  ApplyMatter(event);
  ApplyOwn(event);
}

void ClientFiles::ApplyRetention(const Event& event, Facts& facts) {
  const Envelope& envelope = event.envelope();
  if (envelope.retention.empty()) return;
  ItemFacts& item = facts.items[{std::string(envelope.retention), std::string(envelope.matter)}];
  const Date day = LastDay(envelope.occurred, event);
  item.last_event = item.events == 0 ? day : std::max(item.last_event, day);
  Date validity = day;
  if (const auto end = ParseDate(envelope.effective_to); end) {
    validity = AddDays(*end, -1);
  } else if (!envelope.effective_from.empty()) {
    item.open_ended = true;
  }
  item.last_validity = item.events == 0 ? validity : std::max(item.last_validity, validity);
  ++item.events;
}

void ClientFiles::ApplySealed(const Event& event) {
  const std::string client(event.envelope().client);
  for (const SealedField& field : SealedFields(event)) {
    std::string subject(field.subject);
    if (!subject.starts_with(kStreamSubject)) {
      ++clients_[subject].file.sealed_values;
      continue;
    }
    subject.erase(0, kStreamSubject.size());
    StreamSecrets& stream = streams_[subject];
    ++stream.values;
    stream.clients.insert(client);
    if (!client.empty()) clients_[client].file.streams.insert(subject);
  }
}

void ClientFiles::ApplyMatter(const Event& event) {
  const std::string matter(event.envelope().matter);
  if (matter.empty()) return;
  if (Is<schema::MatterOpened>(event)) closed_.erase(matter);
  if (!Is<schema::MatterClosed>(event)) return;
  const auto body = Body<schema::MatterClosed>(event);
  const bool dated = body.hasClosedOn() && body.getClosedOn().isDate();
  closed_[matter] = LastDay(
      dated ? std::string_view(body.getClosedOn().getDate().cStr()) : event.envelope().occurred,
      event);
}

void ClientFiles::ApplyOwn(const Event& event) {
  const auto file = [this](capnp::Text::Reader subject) -> ClientFile& {
    return clients_[TextOf(subject)].file;
  };
  if (Is<schema::LegalholdSet>(event)) {
    const auto body = Body<schema::LegalholdSet>(event);
    file(body.getSubject())
        .holds.push_back({ReferenceOf(event), event.sequence(), TextOf(body.getReason()),
                          TextOf(body.getOrderedBy()), TextOf(body.getGround())});
  } else if (Is<schema::LegalholdReleased>(event)) {
    const auto body = Body<schema::LegalholdReleased>(event);
    const std::string hold = FullReference(event, TextOf(body.getHold()));
    std::erase_if(file(body.getSubject()).holds,
                  [&hold](const LegalHold& one) { return one.reference == hold; });
  } else if (Is<schema::RetentionDueComputed>(event)) {
    const auto body = Body<schema::RetentionDueComputed>(event);
    if (const auto due = ParseDate(body.getDue().cStr()); due)
      clients_[TextOf(body.getSubject())]
          .stated[{TextOf(body.getRetentionClass()), TextOf(body.getMatter())}] = *due;
  } else if (Is<schema::SubjectErasureRequested>(event)) {
    const auto body = Body<schema::SubjectErasureRequested>(event);
    ClientFile& of = file(body.getSubject());
    of.request = Mark(event, TextOf(body.getRequestedBy()), TextOf(body.getReason()));
    of.approval.reset();
    of.override_mark.reset();
  } else if (Is<schema::SubjectErasureApproved>(event)) {
    const auto body = Body<schema::SubjectErasureApproved>(event);
    ClientFile& of = file(body.getSubject());
    if (of.request && of.request->reference == FullReference(event, TextOf(body.getRequest())))
      of.approval = Mark(event, TextOf(body.getApprovedBy()), "");
  } else if (Is<schema::SubjectErasureOverridden>(event)) {
    const auto body = Body<schema::SubjectErasureOverridden>(event);
    ClientFile& of = file(body.getSubject());
    of.override_mark = Mark(event, TextOf(body.getOverriddenBy()), TextOf(body.getReason()));
    for (const auto obstacle : body.getObstacles())
      of.override_mark->obstacles.push_back(TextOf(obstacle));
  } else if (Is<schema::SubjectErasureRefused>(event)) {
    const auto body = Body<schema::SubjectErasureRefused>(event);
    ClientFile& of = file(body.getSubject());
    of.request.reset();
    of.approval.reset();
    of.override_mark.reset();
  } else if (Is<schema::SubjectKeyDestroyed>(event)) {
    const auto body = Body<schema::SubjectKeyDestroyed>(event);
    ClientFile& of = file(body.getSubject());
    of.destroyed = Mark(event, TextOf(body.getApprovedBy()), TextOf(body.getReason()));
    of.request.reset();
    of.approval.reset();
  }
}

RetentionItem ClientFiles::Item(const Facts& facts, const ItemKey& key,
                                const ItemFacts& item) const {
  RetentionItem shown{.code = key.code, .matter = key.matter, .events = item.events};
  auto stated = facts.stated.find(key);
  if (stated == facts.stated.end()) stated = facts.stated.find({key.code, ""});
  if (stated != facts.stated.end()) {
    shown.ends = stated->second;
    shown.stated = true;
    return shown;
  }
  const RetentionClass* retention = FindRetentionClass(key.code);
  if (retention == nullptr) return shown;
  switch (retention->trigger) {
    case RetentionTrigger::kMatterClosed:
      if (const auto closed = closed_.find(key.matter); closed != closed_.end())
        shown.ends = RetentionEnds(*retention, closed->second);
      break;
    case RetentionTrigger::kEvent: shown.ends = RetentionEnds(*retention, item.last_event); break;
    case RetentionTrigger::kValidityEnded:
      if (!item.open_ended) shown.ends = RetentionEnds(*retention, item.last_validity);
      break;
    case RetentionTrigger::kStated: break;
  }
  return shown;
}

ClientFile ClientFiles::Finish(const Facts& facts) const {
  ClientFile file = facts.file;
  for (const auto& [key, item] : facts.items) file.items.push_back(Item(facts, key, item));
  return file;
}

std::map<std::string, ClientFile> ClientFiles::Files() const {
  std::map<std::string, ClientFile> files;
  for (const auto& [client, facts] : clients_) files.emplace(client, Finish(facts));
  return files;
}

std::optional<ClientFile> ClientFiles::File(const std::string& client) const {
  const auto found = clients_.find(client);
  if (found == clients_.end()) return std::nullopt;
  return Finish(found->second);
}

Result<ClientFiles> ReadClientFiles(const Reader& reader, const TypeRegistry& registry,
                                    TreeSize size) {
  ClientFiles files;
  ChainVerifier verifier;
  EntryCursor cursor = reader.Scan(Sequence{0}, size);
  while (cursor.Next()) {
    SINETTI_ASSIGN(const VerifiedEntry verified, verifier.Check(cursor.entry()));
    SINETTI_ASSIGN(const Event event, DecodeEvent(verified, registry));
    files.Apply(event);
  }
  SINETTI_TRY(cursor.status());
  return files;
}

std::vector<std::string> ErasureObstacles(const ClientFile& file, Date today) {
  std::vector<std::string> obstacles;
  for (const LegalHold& hold : file.holds)
    obstacles.push_back("legal hold of " + hold.ordered_by + ": " + hold.reason + " (event " +
                        std::to_string(hold.sequence.value) + ")");
  for (const RetentionItem& item : file.items) {
    if (item.ends && *item.ends < today) continue;
    const RetentionClass* retention = FindRetentionClass(item.code);
    std::string words = "retention class " + item.code;
    if (retention != nullptr) words += " (" + std::string(retention->basis) + ")";
    if (!item.matter.empty()) words += ", matter " + item.matter;
    if (item.ends) {
      words += ": must be kept until " + FormatDate(*item.ends);
    } else if (retention == nullptr) {
      words += ": not in the table; state its last day with retention.dueComputed";
    } else {
      words += ": its " + std::to_string(retention->years) + " years have not begun (" +
               std::string(retention->trigger_en) + ")";
    }
    obstacles.push_back(std::move(words));
  }
  return obstacles;
}

}  // namespace sinetti
