// Reads the bodies through their generated readers.
#include "ledger/access/access_register.h"

#include <algorithm>

#include "ledger/event/body.h"
#include "ledger/log/chain.h"
#include "schemas/access.capnp.h"

namespace sinetti {
namespace {

std::string Text(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

std::vector<std::string> Texts(capnp::List<capnp::Text>::Reader list) {
  std::vector<std::string> texts;
  for (const capnp::Text::Reader text : list) texts.push_back(Text(text));
  return texts;
}

// The schema has checked that it is an instant.
std::optional<Timestamp> Moment(capnp::Text::Reader text) {
  if (text.size() == 0) return std::nullopt;
  const auto moment = ParseTimestamp(std::string_view(text.begin(), text.size()));
  return moment ? *moment : Timestamp{INT64_MIN};
}

}  // namespace

void AccessRegister::Apply(const Event& event) {
  if (event.stream() != kAccessStream) return;
  if (Is<schema::AccessGranted>(event)) return TakeGrant(event);
  if (Is<schema::AccessRevoked>(event)) return TakeRevocation(event);
  if (!Is<schema::AccessPolicySet>(event)) return;
  const auto body = Body<schema::AccessPolicySet>(event);
  // A word of a newer program counts as the stricter one.
  policy_ = {.proof_always = body.getReaderProof() != schema::ReaderProof::WHEN_REGISTERED,
             .exports_granted = body.getExports() == schema::YesNo::YES};
}

void AccessRegister::TakeGrant(const Event& event) {
  const auto body = Body<schema::AccessGranted>(event);
  AccessGrant grant{.reference = std::string(event.source()) + "#" + std::string(event.id()),
                    .sequence = event.sequence(),
                    .reader = Text(body.getReader()),
                    .role = ReaderRole::kUnspecified,
                    .scope = {.providers = Texts(body.getProviders()),
                              .units = Texts(body.getUnits()),
                              .matters = Texts(body.getMatters()),
                              .clients = Texts(body.getClients()),
                              .purposes = Texts(body.getPurposes())},
                    .from = Moment(body.getFrom()),
                    .until = Moment(body.getUntil()),
                    .ground = Text(body.getGround()),
                    .granted_by = Text(body.getGrantedBy()),
                    .revoked = std::nullopt};
  if (body.getRole() <= schema::AccessRole::AUDITOR)
    grant.role = static_cast<ReaderRole>(body.getRole());
  if (std::string problem = GrantProblem(grant); !problem.empty())
    return ignored_.push_back({event.sequence(), std::move(problem)});
  grants_.push_back(std::move(grant));
}

void AccessRegister::TakeRevocation(const Event& event) {
  std::string reference = Text(Body<schema::AccessRevoked>(event).getGrant());
  if (reference.find('#') == reference.npos)
    reference = std::string(event.source()) + "#" + reference;
  for (AccessGrant& grant : grants_) {
    if (grant.reference != reference) continue;
    if (!grant.revoked) grant.revoked = event.sequence();
    return;
  }
  ignored_.push_back({event.sequence(), "there is no grant " + reference});
}

const AccessGrant* AccessRegister::Find(std::string_view reference) const {
  for (const AccessGrant& grant : grants_) {
    const std::string_view full(grant.reference);
    if (full == reference || full.substr(full.find('#') + 1) == reference) return &grant;
  }
  return nullptr;
}

Result<AccessRegister> ReadAccessRegister(const Reader& reader, const TypeRegistry& registry) {
  AccessRegister grants;
  SINETTI_ASSIGN(const std::vector<Sequence> events, reader.Stream(kAccessStream));
  for (const Sequence sequence : events) {
    SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
    SINETTI_ASSIGN(const VerifiedEntry verified,
                   ChainVerifier::CheckAgainst(stored.entry(), stored.leaf));
    SINETTI_ASSIGN(const Event event, DecodeEvent(verified, registry));
    grants.Apply(event);
  }
  return grants;
}

}  // namespace sinetti
