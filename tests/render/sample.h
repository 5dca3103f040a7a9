// A report of one section for tests of the renderers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "replay/render/render.h"

namespace sinetti::testing_support {

inline Table SampleTable(std::vector<std::vector<Cell>> rows) {
  Table table{.key = "sample",
              .title = {"Taulu", "Tabell", "Table"},
              .when_empty = {"Ei rivejä", "Inga rader", "No rows"}};
  for (std::size_t i = 0; !rows.empty() && i < rows.front().size(); ++i) {
    const std::string key = "c" + std::to_string(i + 1);
    table.columns.push_back({.key = key, .title = Words::Same("Column " + key)});
  }
  table.rows = std::move(rows);
  return table;
}

inline Report SampleReport(std::vector<std::vector<Cell>> rows) {
  Report report{.origin = {.report = "sample", .ledger = "example.org/test", .as_of = Date{20'000}},
                .title = {"Malli", "Exempel", "Sample"}};
  Section section{.title = {"Osa", "Del", "Part"}};
  section.tables.push_back(SampleTable(std::move(rows)));
  report.sections.push_back(std::move(section));
  return report;
}

}  // namespace sinetti::testing_support
