// See reader_proof.h.
#include "ledger/access/reader_proof.h"

#include "ledger/base/bytes.h"

namespace sinetti {

std::string FormatAccessRequest(const AccessRequest& request) {
  std::string text = "sinetti.fi/access-request@v1\norigin " + request.origin;
  text += "\nreader " + request.reader + "\nact " + AccessActName(request.act) + "\nevents";
  for (const Sequence sequence : request.events) text += " " + std::to_string(sequence.value);
  text += "\npurpose " + request.purpose + "\nground " + request.ground;
  text += "\nsize " + std::to_string(request.size.value);
  text += "\nhead " + Base64Encode(request.head.view());
  return text + "\nnonce " + Base64Encode(request.nonce) + "\n";
}

std::string ReaderProofProblem(const AccessRequest& request, const ActorRegister& actors,
                               std::string_view key_id, const Ed25519Signature& signature,
                               Timestamp now) {
  const KeyAnswer answer = actors.Ask(request.reader, key_id, Sequence{request.size.value}, now);
  if (answer.verdict != KeyVerdict::kInForce) return answer.words;
  const std::string text = FormatAccessRequest(request);
  if (!Ed25519Verify(answer.key->public_key, AsBytes(text), signature))
    return "it is not the signature of this request";
  return "";
}

}  // namespace sinetti
