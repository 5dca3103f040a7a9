// What each check does, for whoever gets a finding: `sinetti audit --explain CODE` and the page
// docs/reference/controls.md say what stands here.  The texts lie beside the controls so that a
// change of one is a change of the other; tests hold both together.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/language.h"

namespace sinetti {

// One thing that a check looks for; most checks look in several places.
struct ControlCase {
  Text3 finds;
  std::string_view severity;  // "high", or the possible ones, gravest first: "high, medium"
  Text3 rule;                 // which when; empty where there is one severity
  // Act and section, or the parameters of the comparison; empty: the record contradicts itself, and
  // no act is needed to see it.
  Text3 source;
  std::string_view part = {};  // of the control: what a setting may switch alone; several: "a, b"
};

struct ControlGuide {
  std::string_view code;
  Text3 title;
  std::span<const ControlCase> cases;
  Text3 example;  // a sentence as the check writes it
  Text3 answer;   // what to do with a finding
};

// By code: ControlGuides() of every code, nullptr for a code that nobody described.
std::vector<const ControlGuide*> ControlGuides();
const ControlGuide* FindControlGuide(std::string_view code);

// What the controls of a code read, from their SQL: tables of views, and the event types that those
// views are folded from.  Sorted, each once.
struct ControlInputs {
  std::vector<std::string> views;
  std::vector<std::string> event_types;  // {"*"}: every type
};
ControlInputs InputsOf(std::string_view code);

// The parts of ControlGuides, by subject.
std::span<const ControlGuide> GuidesToFigures();     // sums, shares, places, times that are counted
std::span<const ControlGuide> GuidesToTexts();       // what a source leaves out or contradicts
std::span<const ControlGuide> GuidesToPowers();      // mandates, duties to be kept apart
std::span<const ControlGuide> GuidesToProcedure();   // steps, days, parties
std::span<const ControlGuide> GuidesToInvariants();  // the order in which acts let things happen

}  // namespace sinetti
