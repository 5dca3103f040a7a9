// The door for drafts as the command line opens it: with the key of the actor who signs, if one
// does.
#pragma once

#include <memory>

#include "cli/commands/session.h"
#include "ledger/actor/batch_door.h"

namespace sinetti {

// A door and its signer.
class ActorDoor {
 public:
  // kInvalid: the key file is that of another actor.
  static Result<ActorDoor> Open(Session& session, Ledger& ledger, const SigningArguments& signing);

  Result<std::vector<Receipt>> Append(std::vector<EncodedDraft> drafts,
                                      std::optional<std::size_t>* refused = nullptr) {
    return door_.Append(std::move(drafts), refused);
  }

 private:
  ActorDoor(std::unique_ptr<Signer> signer, BatchDoor door)
      : signer_(std::move(signer)), door_(std::move(door)) {}

  std::unique_ptr<Signer> signer_;
  BatchDoor door_;
};

}  // namespace sinetti
