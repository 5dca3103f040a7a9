// Drafts for tests of the log, made without the JSON codec: a canonical record with the given names
// and a body of the given size.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <capnp/message.h>
#include <capnp/serialize.h>

#include "ledger/crypto/sha256.h"
#include "ledger/event/codec.h"
#include "schemas/record.capnp.h"

namespace sinetti::testing_support {

inline EncodedDraft MakeDraft(std::string_view source, std::string_view id, std::string_view stream,
                              std::string_view body = "body", ExpectedVersion expected = {}) {
  capnp::MallocMessageBuilder message;
  auto record = message.initRoot<schema::Record>();
  record.setFormat(1);
  record.setTypeVersion(1);
  const std::string names[] = {std::string(source), std::string(id), std::string(stream),
                               std::string(body)};
  record.setSource(names[0].c_str());
  record.setId(names[1].c_str());
  record.setType("test.happened");
  record.setStream(names[2].c_str());
  record.getBody().setAs<capnp::Text>(names[3].c_str());
  const kj::Array<capnp::word> words = capnp::canonicalize(record.asReader());
  const kj::ArrayPtr<const kj::byte> bytes = words.asBytes();
  EncodedDraft draft;
  draft.record.assign(bytes.begin(), bytes.end());
  draft.digest = Hash16::Of(HashOf({draft.record}));
  draft.source = names[0];
  draft.id = names[1];
  draft.stream = names[2];
  draft.expected = expected;
  return draft;
}

inline std::vector<EncodedDraft> One(EncodedDraft draft) {
  std::vector<EncodedDraft> drafts;
  drafts.push_back(std::move(draft));
  return drafts;
}

}  // namespace sinetti::testing_support
