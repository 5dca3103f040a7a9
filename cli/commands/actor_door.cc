#include "cli/commands/actor_door.h"

#include "cli/commands/passphrase.h"
#include "ledger/base/quote.h"

namespace sinetti {

Result<ActorDoor> ActorDoor::Open(Session& session, Ledger& ledger,
                                  const SigningArguments& signing) {
  std::unique_ptr<Signer> signer;
  if (!signing.actor.empty()) {
    SINETTI_ASSIGN(signer, OpenSigner(signing.key_file, AskActorPassphrase(signing)));
    if (signer->key().name != signing.actor)
      return Error{ErrorCode::kInvalid, signing.key_file + " is the key of " +
                                            Quoted(signer->key().name) + ", --sign-as names " +
                                            Quoted(signing.actor)};
  }
  SINETTI_ASSIGN(BatchDoor door,
                 BatchDoor::Open(ledger, session.registry, session.clock, signer.get()));
  return ActorDoor(std::move(signer), std::move(door));
}

}  // namespace sinetti
