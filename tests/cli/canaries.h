// Drafts of every event type that seals something, a canary in each of its sealed fields, and a
// search that finds a canary in any text or file: as it is, in hex, in base64, or as a digest.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sinetti::testing_support {

class Canaries {
 public:
  Canaries();

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
  std::string drafts_;
  std::size_t events_ = 0;
  std::vector<std::string> values_;
  std::vector<std::string> needles_;
};

}  // namespace sinetti::testing_support
