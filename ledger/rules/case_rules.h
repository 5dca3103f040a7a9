// What an act forbids because of what is recorded already: a second fine while the first is open,
// more additional parts than three times the base, a fine that has lapsed, a correction that is not
// there.  The door asks before it records; docs/internals/invariants.md lists the rules, and
// docs/decisions/0066 says why these are refused and others become findings.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"
#include "ledger/event/codec.h"
#include "ledger/log/reader.h"
#include "ledger/rules/fine_case.h"

namespace sinetti {

// The types that some rule judges by other events; a draft of another type costs one look here.
class JudgedTypes {
 public:
  // `registry` must outlive it.
  explicit JudgedTypes(const TypeRegistry& registry);
  bool Contains(std::string_view type) const;

 private:
  std::vector<std::string_view> names_;
};

// One batch against a ledger.  Reads the streams of its fines once each, and looks events up by
// id; nothing for other drafts.  Must not outlive the ledger, the registry and the drafts.
class CaseRules {
 public:
  CaseRules(Reader reader, const TypeRegistry& registry, std::span<const EncodedDraft> drafts)
      : reader_(std::move(reader)), registry_(registry), drafts_(drafts) {}

  // Judges the drafts in their order, each by the ledger and the drafts before it; a draft whose id
  // the ledger knows is not judged again.  kConflict: an act forbids the draft `*wrong`; the
  // message names field, value, what stands against it, what to do, act and section.
  Result<void> Check(std::size_t* wrong);

 private:
  Result<void> Judge(std::size_t index);
  Result<void> CheckRecorded(const Event& event, std::size_t index);
  Result<void> CheckImposed(const Event& event, std::size_t index);
  Result<void> CheckOrdered(const Event& event, std::size_t index);

  // The case of a stream, by the ledger and the drafts before `before`.
  Result<const FineCase*> CaseOf(std::string_view stream, std::size_t before);
  Result<FineCase> FoldStream(std::string_view stream) const;
  // True when the ledger, or a draft before `before`, has the name.
  Result<bool> IsKnown(std::string_view source, std::string_view id, std::size_t before);

  Reader reader_;
  const TypeRegistry& registry_;
  std::span<const EncodedDraft> drafts_;

  struct Folded {
    FineCase state;
    std::size_t next = 0;  // drafts before it are in
  };
  std::map<std::string, Folded, std::less<>> cases_;
  // Both made when first asked: places of drafts that Folded takes, by stream; and the first place
  // of each source and id.
  std::optional<std::map<std::string_view, std::vector<std::size_t>>> of_stream_;
  std::optional<std::map<std::pair<std::string_view, std::string_view>, std::size_t>> places_;
};

}  // namespace sinetti
