// Stands in for peer_postgres.cc where libpq is not installed.
#include "tests/bench/peer.h"

namespace sinetti::bench {

std::unique_ptr<Peer> MakePostgresPeer(const std::string&) { return nullptr; }

}  // namespace sinetti::bench
