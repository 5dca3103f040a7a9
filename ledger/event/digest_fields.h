// The digests of documents that an event carries: how a document outside the ledger is bound to it
// (docs/format/evidence-pack.md, "Attachments").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/event/event.h"

namespace sinetti {

struct DigestField {
  std::string path;              // data.document.sha256
  std::string digest;            // SHA-256 in 64 lower-case hex digits
  std::uint64_t size_bytes = 0;  // as the same struct says; 0: it does not
  std::string media_type;        // the same; may be empty
};

// Of every field that holds a SHA-256, in the order of the schema, and of the quoted span.
std::vector<DigestField> DigestFields(const Event& event);

}  // namespace sinetti
