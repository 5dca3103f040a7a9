// What a report says, before anybody decides how it looks: plain data that every renderer reads.
// Same inputs, same Report; same Report and language, same bytes.  A figure carries the events it
// came from, so that a reader can open it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/base/date.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/base/language.h"

namespace sinetti {

// A text in the three languages.  Data (names, quotes) is the same in all of them: Same(text).
struct Words {
  std::string fi;
  std::string sv;
  std::string en;

  static Words Same(std::string text) { return {text, text, text}; }
  const std::string& In(Language language) const {
    return language == Language::kFinnish ? fi : language == Language::kSwedish ? sv : en;
  }
};

struct Cents {
  std::int64_t value = 0;
};
struct Thousandths {
  std::int64_t value = 0;
};
struct Percent {  // thousandths of a percent
  std::int64_t value = 0;
};
struct Trend {  // counts of equal periods, oldest first; drawn as a sparkline
  std::vector<std::int64_t> counts;
};

// Missing is a value of its own ("ei arvioitavissa", "puuttuu"): it is a Words, never 0.
using CellValue = std::variant<std::monostate, std::string, Words, std::int64_t, Cents, Thousandths,
                               Percent, Date, Trend>;

enum class Mark { kNone, kGood, kNotice, kBad };  // never by colour alone: renderers add a sign

struct Cell {
  CellValue value;
  Mark mark = Mark::kNone;
  std::vector<Sequence> events;  // the events this figure came from, in order
};

struct Column {
  std::string key;  // stable, for CSV and JSON: "computed"
  Words title;
  bool right = false;  // numbers stand to the right
};

struct Table {
  std::string key;  // stable: "lines"
  Words title;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  Words when_empty;  // what it means that there is no row
  Words note;        // under the table; may be empty
};

// Bars side by side, one group for each label: funding stated and computed, deadlines met and
// missed.
struct Chart {
  std::string key;
  Words title;
  std::vector<Words> series;  // at most four
  struct Group {
    std::string label;
    std::vector<std::int64_t> values;  // one for each series
  };
  std::vector<Group> groups;
  bool money = false;  // values are cents
};

// What happened, drawn from the top down: a line for each step, a dot in the lane of its stream,
// and an arc to each step that it refers to.
struct Course {
  std::string key;
  Words title;
  std::vector<std::string> lanes;  // streams, in the order in which they appear
  struct Step {
    CellValue day;
    Words label;
    std::size_t lane = 0;
    bool due = false;  // a last day, not something that happened
    Mark mark = Mark::kNone;
    std::vector<Sequence> events;
  };
  std::vector<Step> steps;
  struct Link {
    std::size_t from = 0;  // the step that refers
    std::size_t to = 0;
    Words relation;
  };
  std::vector<Link> links;  // by `from`
};

struct Section {
  Words title;
  std::vector<Words> paragraphs;
  std::vector<Course> courses;
  std::vector<Chart> charts;
  std::vector<Table> tables;
};

// Where a report comes from: enough for anyone with the ledger to rebuild it to the same bytes.
struct ReportOrigin {
  std::string report;                       // its name on the command line: "funding"
  std::string scope;                        // the provider, matter or unit asked for; may be empty
  std::string ledger;                       // the ledger's origin
  TreeSize position;                        // events folded
  Hash root;                                // root of the tree of that size
  std::optional<TreeSize> checkpoint_size;  // the newest signed checkpoint at or before it
  std::string checkpoint_note;              // its text, for the integrity section; may be empty
  Date as_of;
  std::optional<Timestamp> known_at;  // none: everything recorded up to `position`
  std::string rules;                  // versions of rules that the figures depend on, in words
};

// An event that some figure came from, as the last section lists it.
struct CitedEvent {
  Sequence sequence;
  std::string id;
  std::string type;
  Words label;  // of the type
  std::string stream;
  std::string occurred;  // EDTF, as recorded
  Timestamp recorded_at;
  std::string document;  // provenance: where the source says so, and in which words
  std::string quote;
  bool invented = false;  // no source states it
  Hash leaf;              // proves it: `sinetti prove inclusion SEQUENCE`
};

struct Report {
  ReportOrigin origin;
  Words title;
  Words subtitle;
  std::vector<Section> sections;
  std::vector<CitedEvent> cited;  // every event named by a cell, in order; see reports/cite.h
};

}  // namespace sinetti
