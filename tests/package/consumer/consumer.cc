// A program of somebody else, built against an installed sinetti: headers, generated schemas,
// archives and the libraries they need must all be found.  consume.sh compares what it prints with
// what sha256sum says.
#include <capnp/schema.h>

#include <cstdio>

#include "ledger/base/version.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/record.h"
#include "schemas/record.capnp.h"

int main() {
  if (sinetti::ReadRecordHeader({}).has_value()) return 1;
  if (capnp::Schema::from<sinetti::schema::Record>().getProto().getId() == 0) return 1;
  std::printf("sinetti %s\n", sinetti::kVersion);
  std::printf("%s\n", sinetti::HashOf({sinetti::AsBytes("abc")}).hex().c_str());
}
