// The grants are asked for all fields before one is opened; what opens is recorded and signed for
// before the text leaves this function.
#include "ledger/client/disclosing.h"

#include <algorithm>
#include <map>
#include <optional>

#include "ledger/client/access_event.h"
#include "ledger/event/text_rules.h"
#include "ledger/log/read_event.h"

namespace sinetti {
namespace {

// What one making of a disclosure gathers.
class Discloser {
 public:
  Discloser(const AccessTools& tools, const DisclosureWish& wish)
      : tools_(tools),
        wish_(wish),
        reader_{wish.purpose, wish.ground, wish.role, wish.actor, wish.actor_signer} {}

  Result<Disclosure> Make(Signer& signer) {
    SINETTI_TRY(CheckTexts());
    SINETTI_TRY(ReadEvents());
    SINETTI_TRY(AskForAll());
    SINETTI_TRY(OpenAll());
    SINETTI_TRY(Record());
    SINETTI_ASSIGN(const StoredCheckpoint checkpoint,
                   tools_.ledger.SignCheckpoint(signer, tools_.clock));
    Disclosure disclosure{.manifest = std::move(manifest_), .checkpoint = checkpoint.note};
    std::vector<Sequence> sequences = recorded_;
    for (const DisclosedEvent& event : disclosure.manifest.events)
      sequences.push_back(event.sequence);
    std::sort(sequences.begin(), sequences.end());
    const Reader reader = tools_.ledger.Read();
    for (const Sequence sequence : sequences) {
      SINETTI_ASSIGN(ProvedEntry proved, ProveEntry(reader, sequence, checkpoint.size));
      disclosure.entries.push_back(std::move(proved));
    }
    return disclosure;
  }

 private:
  Result<void> CheckTexts() {
    const std::pair<const char*, const std::string&> texts[] = {
        {"recipient", wish_.recipient},
        {"purpose", wish_.purpose},
        {"ground", wish_.ground},
        {"ground of what is withheld", wish_.withheld_ground}};
    for (const auto& [name, text] : texts)
      if (const std::string problem = LineProblem(text); !problem.empty())
        return Error{ErrorCode::kInvalid, std::string(name) + ": " + problem};
    return {};
  }

  Result<void> ReadEvents() {
    std::vector<Sequence> sequences = wish_.events;
    std::sort(sequences.begin(), sequences.end());
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    if (sequences.empty()) return Error{ErrorCode::kInvalid, "no event to disclose"};
    const Reader reader = tools_.ledger.Read();
    for (const Sequence sequence : sequences) {
      SINETTI_ASSIGN(Event event, ReadEvent(reader, tools_.registry, sequence));
      events_.push_back(std::move(event));
    }
    return {};
  }

  // One field that no grant covers, and nothing is disclosed.
  Result<void> AskForAll() {
    std::vector<Sequence> sequences;
    for (const Event& event : events_)
      for (const SealedField& field : SealedFields(event))
        if (wish_.open(event, field)) {
          sequences.push_back(event.sequence());
          break;
        }
    if (sequences.empty()) return {};
    SINETTI_ASSIGN(AccessGate gate,
                   AccessGate::Open(tools_, AccessAct::kDisclose, reader_, sequences));
    for (const Event& event : events_)
      for (const SealedField& field : SealedFields(event)) {
        if (!wish_.open(event, field)) continue;
        const AccessAnswer answer = gate.Ask(event, field.subject);
        if (!answer.granted()) {
          gate.Refuse(event, field, answer.verdict);
        } else {
          opened_[std::string(field.subject)].grants.insert(answer.grant->reference);
        }
      }
    if (!gate.refused().empty()) {
      SINETTI_TRY(gate.RecordRefused());
      return gate.Refusal();
    }
    gate_.emplace(std::move(gate));
    return {};
  }

  Result<void> OpenAll() {
    for (const Event& event : events_) SINETTI_TRY(OpenEvent(event));
    for (const auto& [subject, fields] : opened_)
      SINETTI_TRY(CheckNotErased(tools_.ledger, subject));
    manifest_.recipient = wish_.recipient;
    manifest_.purpose = wish_.purpose;
    manifest_.ground = wish_.ground;
    return {};
  }

  Result<void> OpenEvent(const Event& event) {
    DisclosedEvent disclosed{event.sequence(), {}};
    for (const SealedField& field : SealedFields(event)) {
      if (!wish_.open(event, field)) {
        disclosed.fields.push_back({field.path, std::nullopt, wish_.withheld_ground});
        continue;
      }
      auto opened = tools_.open(field, event.stream());
      if (!opened)
        return std::move(opened).error().Within("event " + std::to_string(event.sequence().value) +
                                                ", " + field.path);
      disclosed.fields.push_back({field.path, std::move(*opened), ""});
      opened_[std::string(field.subject)].paths.push_back(std::to_string(event.sequence().value) +
                                                          ' ' + field.path);
    }
    manifest_.events.push_back(std::move(disclosed));
    return {};
  }

  // Everybody whose values were opened finds it in the own log.
  Result<void> Record() {
    if (opened_.empty())
      opened_[std::string(kStreamSubject) + std::string(events_.front().stream())] = {};
    std::vector<OwnEvent> events;
    for (const auto& [subject, fields] : opened_) {
      SINETTI_ASSIGN(OwnEvent event, DisclosedTo(subject, fields));
      events.push_back(std::move(event));
    }
    SINETTI_ASSIGN(
        const auto receipts,
        gate_ ? gate_->Record(events) : RecordOwnEvents(tools_.ledger, tools_.registry, events));
    for (const Receipt& receipt : receipts) recorded_.push_back(receipt.sequence);
    return {};
  }

  Result<OwnEvent> DisclosedTo(const std::string& subject, const SubjectFields& fields) const {
    SINETTI_ASSIGN(OwnEvent event, NewAccessEvent("access.disclosedTo", "disclosed", subject,
                                                  wish_.actor, wish_.role));
    event.data = {{"object", std::string(events_.front().stream()), {}},
                  {"recipient", wish_.recipient, {}},
                  {"purpose", wish_.purpose, {}},
                  {"ground", wish_.ground, {}},
                  {"fields", "", fields.paths},
                  {"manifest", ManifestDigest(manifest_).hex(), {}},
                  {"grants", "", {fields.grants.begin(), fields.grants.end()}}};
    return event;
  }

  const AccessTools& tools_;
  const DisclosureWish& wish_;
  const ReaderOfClient reader_;
  std::vector<Event> events_;
  std::optional<AccessGate> gate_;
  DisclosureManifest manifest_;
  std::map<std::string, SubjectFields> opened_;  // by subject
  std::vector<Sequence> recorded_;
};

}  // namespace

Result<std::string> Disclose(const AccessTools& tools, Signer& signer, const DisclosureWish& wish) {
  SINETTI_ASSIGN(const Disclosure disclosure, Discloser(tools, wish).Make(signer));
  return FormatDisclosure(disclosure);
}

}  // namespace sinetti
