// Typed access to an event's body through the generated readers: Body<schema::DecisionMade>(event).
// The one header of the folder that shows Cap'n Proto; only views, controls and tests include it.
#pragma once

#include <capnp/any.h>
#include <capnp/message.h>
#include <capnp/schema.h>

#include "ledger/base/check.h"
#include "ledger/event/event.h"

namespace sinetti {

struct Event::Impl {
  Impl(kj::Array<capnp::word> record_words, const TypeInfo& info);

  kj::Array<capnp::word> words;
  kj::ArrayPtr<const capnp::word> segment;
  capnp::SegmentArrayMessageReader message;
  capnp::AnyPointer::Reader body;
  const TypeInfo* type = nullptr;
  RecordHeader header;
  Envelope envelope;
  Hash leaf;
};

// `T` must be the struct of the event's type; asking for another one is a bug of the caller.
template <class T>
typename T::Reader Body(const Event& event) {
  SINETTI_CHECK(capnp::typeId<T>() == event.type_info().body->schema_id);
  return event.impl().body.getAs<T>();
}

// True when the event is of the type whose struct is `T`.
template <class T>
bool Is(const Event& event) {
  return capnp::typeId<T>() == event.type_info().body->schema_id;
}

// The enumerant's name as in JSON: "approx".  Lives for ever; empty for a number that a newer
// schema gave.
template <class E>
std::string_view EnumerantName(E value) {
  const auto enumerants = capnp::Schema::from<E>().getEnumerants();
  const auto number = static_cast<unsigned>(value);
  if (number >= enumerants.size()) return {};
  const capnp::Text::Reader name = enumerants[number].getProto().getName();
  return {name.begin(), name.size()};
}

}  // namespace sinetti
