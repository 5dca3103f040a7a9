// RFC 6962, section 2.1, as written there.
#include "ledger/merkle/tree_hash.h"

#include "ledger/crypto/sha256.h"

namespace sinetti {

Hash LeafHash(ByteView entry) { return LeafHash(entry, {}); }

Hash LeafHash(ByteView first, ByteView second) {
  return HashOf({ByteView(&kLeafDomain, 1), first, second});
}

Hash NodeHash(const Hash& left, const Hash& right) {
  return HashOf({ByteView(&kNodeDomain, 1), left.view(), right.view()});
}

Hash EmptyRoot() { return HashOf({}); }

}  // namespace sinetti
