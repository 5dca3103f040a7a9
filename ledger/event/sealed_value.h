// One Sealed struct (schemas/values.capnp) of a body, as plain data.
#pragma once

#include <cstring>
#include <string>

#include "ledger/event/body_struct.h"
#include "ledger/event/event_json.h"

namespace sinetti {

// A commitment of another length than 32 bytes reads as zeros: no value and salt ever match it.
inline SealedField ReadSealed(const BodyStruct& sealed, std::string path) {
  const auto& fields = sealed.info().fields;  // subject, commitment, box
  SealedField field;
  field.path = std::move(path);
  field.subject = sealed.Text(fields[0]);
  const auto commitment = sealed.Pointer(fields[1]).getAs<capnp::Data>();
  if (commitment.size() == field.commitment.bytes.size())
    std::memcpy(field.commitment.bytes.data(), commitment.begin(), commitment.size());
  const auto box = sealed.Pointer(fields[2]).getAs<capnp::Data>();
  field.box = ByteView(box.begin(), box.size());
  return field;
}

}  // namespace sinetti
