// Opened first, so that nothing is said to have been disclosed that cannot be; recorded and signed
// for before the text leaves this function.
#include "ledger/client/disclosing.h"

#include <algorithm>
#include <map>

#include "ledger/client/access_event.h"
#include "ledger/event/text_rules.h"
#include "ledger/log/read_event.h"

namespace sinetti {
namespace {

// What one making of a disclosure gathers.
class Discloser {
 public:
  Discloser(Ledger& ledger, const Vault& vault, const TypeRegistry& registry,
            const DisclosureWish& wish)
      : ledger_(ledger), vault_(vault), registry_(registry), wish_(wish) {}

  Result<Disclosure> Make(Signer& signer, Clock& clock) {
    SINETTI_TRY(CheckTexts());
    SINETTI_TRY(OpenAll());
    SINETTI_TRY(Record());
    SINETTI_ASSIGN(const StoredCheckpoint checkpoint, ledger_.SignCheckpoint(signer, clock));
    Disclosure disclosure{.manifest = std::move(manifest_), .checkpoint = checkpoint.note};
    std::vector<Sequence> sequences = recorded_;
    for (const DisclosedEvent& event : disclosure.manifest.events)
      sequences.push_back(event.sequence);
    std::sort(sequences.begin(), sequences.end());
    const Reader reader = ledger_.Read();
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

  Result<void> OpenAll() {
    std::vector<Sequence> sequences = wish_.events;
    std::sort(sequences.begin(), sequences.end());
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    if (sequences.empty()) return Error{ErrorCode::kInvalid, "no event to disclose"};
    const Reader reader = ledger_.Read();
    for (const Sequence sequence : sequences) {
      SINETTI_ASSIGN(const Event event, ReadEvent(reader, registry_, sequence));
      SINETTI_TRY(OpenEvent(event));
    }
    for (const auto& [subject, paths] : paths_of_) SINETTI_TRY(CheckNotErased(ledger_, subject));
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
      auto opened = vault_.Open(field, event.stream());
      if (!opened)
        return std::move(opened).error().Within("event " + std::to_string(event.sequence().value) +
                                                ", " + field.path);
      disclosed.fields.push_back({field.path, std::move(*opened), ""});
      paths_of_[std::string(field.subject)].push_back(std::to_string(event.sequence().value) + ' ' +
                                                      field.path);
    }
    if (manifest_.events.empty()) first_stream_ = event.stream();
    manifest_.events.push_back(std::move(disclosed));
    return {};
  }

  // Everybody whose values were opened finds it in the own log.
  Result<void> Record() {
    if (paths_of_.empty()) paths_of_[std::string(kStreamSubject) + first_stream_] = {};
    std::vector<OwnEvent> events;
    for (auto& [subject, paths] : paths_of_) {
      SINETTI_ASSIGN(OwnEvent event, DisclosedTo(subject, std::move(paths)));
      events.push_back(std::move(event));
    }
    SINETTI_ASSIGN(const auto receipts, RecordOwnEvents(ledger_, registry_, events));
    for (const Receipt& receipt : receipts) recorded_.push_back(receipt.sequence);
    return {};
  }

  Result<OwnEvent> DisclosedTo(const std::string& subject, std::vector<std::string> paths) const {
    SINETTI_ASSIGN(OwnEvent event, NewAccessEvent("access.disclosedTo", "disclosed", subject,
                                                  wish_.actor, wish_.role));
    event.data = {
        {"object", first_stream_, {}},    {"recipient", wish_.recipient, {}},
        {"purpose", wish_.purpose, {}},   {"ground", wish_.ground, {}},
        {"fields", "", std::move(paths)}, {"manifest", ManifestDigest(manifest_).hex(), {}}};
    return event;
  }

  Ledger& ledger_;
  const Vault& vault_;
  const TypeRegistry& registry_;
  const DisclosureWish& wish_;
  DisclosureManifest manifest_;
  std::string first_stream_;
  std::map<std::string, std::vector<std::string>> paths_of_;  // by subject
  std::vector<Sequence> recorded_;
};

}  // namespace

Result<std::string> Disclose(Ledger& ledger, const Vault& vault, const TypeRegistry& registry,
                             Signer& signer, Clock& clock, const DisclosureWish& wish) {
  SINETTI_ASSIGN(const Disclosure disclosure,
                 Discloser(ledger, vault, registry, wish).Make(signer, clock));
  return FormatDisclosure(disclosure);
}

}  // namespace sinetti
