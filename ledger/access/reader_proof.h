// How a reader proves to be the actor that it says: it signs the request with its key.
// Implements docs/format/access.md, "Request".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/access/decision.h"
#include "ledger/actor/actor_register.h"
#include "ledger/base/hash.h"
#include "ledger/crypto/signer.h"

namespace sinetti {

// What is asked for, where and when: a signature over it answers no other request.
struct AccessRequest {
  std::string origin;
  std::string reader;
  AccessAct act = AccessAct::kOpen;
  std::vector<Sequence> events;
  std::string purpose;
  std::string ground;
  TreeSize size;  // of the ledger that is asked
  Hash head;      // leaf hash of its last entry; zeros when it has none
  std::array<std::uint8_t, 16> nonce{};
};

// The text that is signed; ends with a newline.
std::string FormatAccessRequest(const AccessRequest& request);

// Why `signature` does not prove that the reader asks this: nobody of that name is registered, the
// key is not in force in an entry that is recorded now, it is not the signature of the request.
// Empty: it does.
std::string ReaderProofProblem(const AccessRequest& request, const ActorRegister& actors,
                               std::string_view key_id, const Ed25519Signature& signature,
                               Timestamp now);

}  // namespace sinetti
