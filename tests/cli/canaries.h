// Drafts of every event type that seals something, a canary in each of its sealed fields, and a
// search that finds a canary in any text or file: as it is, in hex, in base64, or as a digest.
// Where persons are asked for: of every type, with a canary also in each pseudonym, of the client
// and in the body, and in what is said in words; every event is then about a person and secret.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ledger/event/type_registry.h"

namespace sinetti::testing_support {

class Canaries {
 public:
  enum class In { kSealed, kSealedAndPersons };
  explicit Canaries(In in = In::kSealed);

  const std::string& drafts() const { return drafts_; }  // NDJSON
  std::size_t events() const { return events_; }
  std::size_t fields() const { return values_.size(); }

  // Sealed fields of all types, those of structs below included.
  static std::size_t SealedFieldsOfTheCatalogue();

  // What was found, in words; empty: nothing.
  std::vector<std::string> FoundIn(const std::string& text) const;

  // The names of all reports, from `sinetti report --json`.
  static std::vector<std::string> ReportNames(const std::string& json);

 private:
  // `data` of a draft, with its canaries.
  std::string Data(const TypeInfo& type, In in);
  std::string NewPerson();

  std::string drafts_;
  std::size_t events_ = 0;
  std::size_t persons_ = 0;
  std::vector<std::string> values_;
  std::vector<std::string> needles_;
};

}  // namespace sinetti::testing_support
