// A walk over the plain values of a body by the schema's description of it: what reads the same of
// every type (digests of documents, texts to search) needs no code per type.  Sealed values are
// passed by.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ledger/event/body_struct.h"

namespace sinetti {

// A text of a body, or the chosen enumerant of an enumeration.
struct BodyValue {
  const BodyStruct& body;  // the struct that it stands in
  const FieldInfo& field;
  const std::string& path;  // data.document.sha256, data.parties[1]
  std::string_view text;    // the text; the enumerant's name
  const Labels* words;      // of the enumerant; null for a text
};

// In the order of the schema.  An enumeration at its first enumerant counts as not said unless the
// field is required.
void VisitValues(const BodyStruct& body, const std::string& path,
                 const std::function<void(const BodyValue&)>& visit);

}  // namespace sinetti
