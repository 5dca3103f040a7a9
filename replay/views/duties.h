// Who did what to which thing: acts that controls weigh against one another (who proposes does not
// approve, who orders does not pay, nobody inspects their own unit), against the mandate they name,
// and against the contract they are under.  Which types are such acts is declared, not coded.
#pragma once

#include <span>
#include <string_view>

#include "replay/fold/view.h"

namespace sinetti {

// What an event of a type does.  Names of fields as body_fields.h takes them.
struct DutyDeclaration {
  std::string_view type;
  std::string_view duty;   // proposes, orders, approves, charges, pays, inspects …
  std::string_view topic;  // kind of thing: settlement, contract, unit …
  std::string_view key;    // fields that name the thing; an event without them is left out
  std::string_view who = "@actor";
  std::string_view party = {};  // who is paid or works
  std::string_view day = {};    // path of a stated date; empty: the event's own day
  std::string_view money = {};  // path of a stated amount
  bool only_money = false;      // an event without the amount is left out
};

std::span<const DutyDeclaration> DutyDeclarations();

const ViewDefinition& DutiesView();

}  // namespace sinetti
