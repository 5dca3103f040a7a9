// The decision is made from the ledger alone; the vault is behind it.
#include "ledger/client/access_gate.h"

#include <algorithm>
#include <map>

#include "ledger/access/reader_proof.h"
#include "ledger/actor/batch_door.h"
#include "ledger/actor/signature_check.h"
#include "ledger/base/quote.h"
#include "ledger/client/access_event.h"
#include "ledger/crypto/random.h"
#include "ledger/event/text_rules.h"

namespace sinetti {
namespace {

Result<Hash> HeadOf(const Reader& ledger) {
  if (ledger.size().value == 0) return Hash{};
  return ledger.Leaf(Sequence{ledger.size().value - 1});
}

Result<ActorRegister> ReadActors(const AccessTools& tools, const Reader& ledger) {
  const EntrySource source(ledger, tools.registry);
  SignatureCheck check(tools.ledger.info().origin, source);
  SINETTI_TRY(check.SeeIndexed(ledger.size()));
  return check.Register();
}

}  // namespace

Result<AccessGate> AccessGate::Open(const AccessTools& tools, AccessAct act,
                                    const ReaderOfClient& reader,
                                    const std::vector<Sequence>& events) {
  AccessGate gate(tools, act, reader);
  SINETTI_TRY(gate.CheckReader());
  const Reader ledger = tools.ledger.Read();
  // A clock that was put back wakes no grant that has ended.
  gate.moment_ = std::max(tools.clock.Now(), ledger.last_recorded_at());
  SINETTI_ASSIGN(gate.grants_, ReadAccessRegister(ledger, tools.registry));
  SINETTI_TRY(gate.Identify(ledger, events));
  return gate;
}

Result<void> AccessGate::CheckReader() const {
  const std::pair<const char*, const std::string&> texts[] = {
      {"actor", reader_->actor}, {"purpose", reader_->purpose}, {"ground", reader_->ground}};
  for (const auto& [name, text] : texts)
    if (const std::string problem = LineProblem(text); !problem.empty())
      return Error{ErrorCode::kInvalid, std::string(name) + ": " + problem};
  if (reader_->signer != nullptr && reader_->signer->key().name != reader_->actor)
    return Error{ErrorCode::kInvalid, "the key is that of " + Quoted(reader_->signer->key().name) +
                                          ", the reader is " + Quoted(reader_->actor)};
  return {};
}

Result<void> AccessGate::Identify(const Reader& ledger, const std::vector<Sequence>& events) {
  SINETTI_ASSIGN(const ActorRegister actors, ReadActors(*tools_, ledger));
  registered_ = actors.Find(reader_->actor) != nullptr;
  if (reader_->signer == nullptr) return {};
  AccessRequest request{.origin = tools_->ledger.info().origin,
                        .reader = reader_->actor,
                        .act = act_,
                        .events = events,
                        .purpose = reader_->purpose,
                        .ground = reader_->ground,
                        .size = ledger.size(),
                        .head = {},
                        .nonce = {}};
  SINETTI_ASSIGN(request.head, HeadOf(ledger));
  SINETTI_TRY(RandomBytes(request.nonce));
  SINETTI_ASSIGN(const Ed25519Signature signature,
                 reader_->signer->Sign(AsBytes(FormatAccessRequest(request))));
  unproved_ =
      ReaderProofProblem(request, actors, KeyIdText(reader_->signer->key()), signature, moment_);
  proved_ = unproved_.empty();
  return {};
}

AccessQuestion AccessGate::Question() const {
  AccessQuestion question;
  question.reader = reader_->actor;
  question.act = act_;
  question.purpose = reader_->purpose;
  question.moment = moment_;
  question.registered = registered_;
  question.proved = proved_;
  return question;
}

AccessAnswer AccessGate::Ask(const Event& event, std::string_view subject) const {
  const Envelope& envelope = event.envelope();
  const bool person = !subject.starts_with(kStreamSubject);
  AccessQuestion question = Question();
  question.provider = envelope.provider;
  question.unit = envelope.unit;
  question.matter = envelope.matter;
  question.client = person ? subject : envelope.client;
  return Decide(grants_.grants(), grants_.policy(), question);
}

AccessAnswer AccessGate::AskForAll() const {
  return Decide(grants_.grants(), grants_.policy(), Question());
}

AccessAnswer AccessGate::AskForKey(std::string_view key) const {
  const std::string_view kind = key.substr(0, key.find(':'));
  const std::string value(key.substr(std::min(kind.size() + 1, key.size())));
  AccessQuestion question = Question();
  if (kind == "provider") question.provider = value;
  if (kind == "unit") question.unit = value;
  if (kind == "matter") question.matter = value;
  if (kind == "client") question.client = value;
  return Decide(grants_.grants(), grants_.policy(), question);
}

void AccessGate::Refuse(const Event& event, const SealedField& field, AccessVerdict why) {
  refused_.push_back({std::string(event.stream()),
                      std::to_string(event.sequence().value) + ' ' + field.path,
                      std::string(field.subject), why});
}

void AccessGate::RefuseAll(AccessVerdict why) {
  refused_.push_back({std::string(kWholeLedger), "all entries",
                      std::string(kStreamSubject) + std::string(kWholeLedger), why});
}

void AccessGate::RefuseKey(std::string_view key, std::string subject, AccessVerdict why) {
  refused_.push_back(
      {std::string(key), "all events of " + std::string(key), std::move(subject), why});
}

Result<void> AccessGate::RecordRefused() {
  std::map<std::pair<std::string, AccessVerdict>, OwnEvent> events;
  for (const RefusedField& field : refused_) {
    OwnEvent& event = events[{field.subject, field.why}];
    if (!event.type.empty()) {
      event.data.back().list.push_back(field.asked);
      continue;
    }
    SINETTI_ASSIGN(event, NewAccessEvent("access.refused", "refused", field.subject, reader_->actor,
                                         reader_->role));
    event.data = {{"object", field.object, {}},      {"reader", reader_->actor, {}},
                  {"act", AccessActName(act_), {}},  {"why", AccessVerdictName(field.why), {}},
                  {"purpose", reader_->purpose, {}}, {"ground", reader_->ground, {}},
                  {"viewerRole", reader_->role, {}}, {"fields", "", {field.asked}}};
  }
  std::vector<OwnEvent> all;
  for (auto& [key, event] : events) all.push_back(std::move(event));
  SINETTI_TRY(RecordOwnEvents(tools_->ledger, tools_->registry, all));
  return {};
}

std::string AccessGate::Why(AccessVerdict verdict) const {
  const std::string reader = Quoted(reader_->actor);
  const std::string ask = "; next: ask whoever keeps the ledger for a grant (sinetti access grant)";
  switch (verdict) {
    case AccessVerdict::kNotProved:
      return unproved_.empty()
                 ? reader + " has to sign what it asks for; next: add --actor-key FILE"
                 : reader + " did not prove to be it: " + unproved_ + "; next: sinetti actor list";
    case AccessVerdict::kNoGrant: return reader + " has no grant" + ask;
    case AccessVerdict::kNotInForce: return "no grant of " + reader + " is in force now" + ask;
    case AccessVerdict::kRole:
      return "no grant of " + reader + " has a role that may " + AccessActName(act_) + ask;
    case AccessVerdict::kPurpose:
      return "no grant of " + reader + " is for this purpose; next: sinetti access list";
    case AccessVerdict::kScope:
    case AccessVerdict::kGranted: break;
  }
  return "no grant of " + reader + " covers this provider, unit, matter and client" + ask;
}

Error AccessGate::Refusal() const {
  const RefusedField& first = refused_.front();
  const bool event = first.asked.front() >= '0' && first.asked.front() <= '9';
  const std::string what = event ? "event " + first.asked : first.asked;
  return {ErrorCode::kConflict,
          what + ": refused, and that it was asked is recorded: " + Why(first.why)};
}

Result<std::vector<Receipt>> AccessGate::Record(const std::vector<OwnEvent>& events) const {
  if (reader_->signer == nullptr) return RecordOwnEvents(tools_->ledger, tools_->registry, events);
  SINETTI_ASSIGN(std::vector<EncodedDraft> drafts, EncodeOwnEvents(tools_->registry, events));
  SINETTI_ASSIGN(BatchDoor door,
                 BatchDoor::Open(tools_->ledger, tools_->registry, tools_->clock, reader_->signer));
  return door.Append(std::move(drafts));
}

}  // namespace sinetti
