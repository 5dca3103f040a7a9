// The states that things of supervision go through, as one table for each machine: which event
// leads to which state, and what it may follow.  The view `states` folds them, the control R-STEP
// finds steps out of order, docs/reference/state-machines.md draws them.
#pragma once

#include <span>
#include <string_view>

#include "ledger/base/language.h"

namespace sinetti {

struct State {
  std::string_view name;  // "notified"
  Text3 words;
};

// What an event says of whom.
struct StateStep {
  std::string_view event;  // its type
  std::string_view state;  // after it
  // States that it may follow, separated by spaces; "new": nothing is known of the subject yet.
  // Any other is out of order.
  std::string_view after;
  // "matter": the envelope's matter, or the stream where it has none; "event": the event itself;
  // else the field of the body that names the subject.
  std::string_view subject;
  bool known_only = false;  // says nothing of a subject that the machine does not know
  bool names = false;       // from now on, the event's own reference means the subject too
};

struct StateMachine {
  std::string_view name;  // "fine"
  Text3 words;
  std::string_view law;     // legal bases, separated by spaces; empty: our own order of work
  bool keeps_steps = true;  // every step is a row of state_step; false where there are too many
  std::span<const State> states;
  std::span<const StateStep> steps;
};

// matter, supcase, contract, finding, fine, discrepancy.
std::span<const StateMachine> StateMachines();

const StateMachine& MachineOf(std::string_view name);  // must be one of them

// The state that an event of this type leads to; empty: it is no step of the machine.
std::string_view StateAfter(std::string_view machine, std::string_view event);

// Whether a step may follow the state; "new" for a subject that is not known.
bool MayFollow(const StateStep& step, std::string_view previous);

}  // namespace sinetti
