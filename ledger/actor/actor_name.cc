// See actor_name.h.
#include "ledger/actor/actor_name.h"

namespace sinetti {

std::string FoldedActor(std::string_view actor) {
  const std::size_t first = actor.find_first_not_of(" \t");
  if (first == actor.npos) return {};
  actor = actor.substr(first, actor.find_last_not_of(" \t") - first + 1);
  std::string folded(actor);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

}  // namespace sinetti
