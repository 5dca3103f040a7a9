// What the values of one event must be to one another: a start before its end, shares that make a
// whole, a price times a volume.  Which fields of which types stand in which relation is declared;
// an event that keeps all its relations leaves no row.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "replay/fold/view.h"

namespace sinetti {

enum class RelationKind : std::uint8_t {
  kOrder,      // `one` is no later than `other`
  kWhole,      // the shares of the list `one` make 100 %
  kAtMost,     // `one` × `other` is no less than `result`
  kProduct,    // `one` × `other` is `result`
  kRatio,      // `one` of `other` is `result`: a number, or a share
  kOccupancy,  // `one` days of care in `other` beds over the days of `period` are the share
               // `result`
  kBelow,      // the share `one` is no more than the share `other`
  kWithin,     // the number `one` is no more than the number `other`
  kClosedDay,  // `one` is an exact day on which offices are open
};

std::string_view RelationName(RelationKind kind);  // order, whole, …

struct RelationDeclaration {
  std::string_view type;
  RelationKind kind;
  std::string_view one;  // paths of stated values; "shares[].share": of each element
  std::string_view other = {};
  std::string_view result = {};
  std::string_view period = {};
};

std::span<const RelationDeclaration> RelationDeclarations();

const ViewDefinition& RelationsView();

}  // namespace sinetti
