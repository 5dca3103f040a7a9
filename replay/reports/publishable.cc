#include "replay/reports/publishable.h"

#include <algorithm>

namespace sinetti {
namespace {

const Words kWithheld{"ei julkinen", "inte offentlig", "not public"};

bool RestsOn(const std::vector<Cell>& row, const std::set<Sequence>& closed) {
  return std::any_of(row.begin(), row.end(), [&closed](const Cell& cell) {
    return std::any_of(cell.events.begin(), cell.events.end(),
                       [&closed](Sequence event) { return closed.count(event) != 0; });
  });
}

}  // namespace

void WithholdClosed(Report& report, const std::set<Sequence>& closed,
                    std::span<const std::string_view> open) {
  for (Section& section : report.sections) {
    for (Table& table : section.tables) {
      for (std::vector<Cell>& row : table.rows) {
        if (!RestsOn(row, closed)) continue;
        for (std::size_t i = 0; i < row.size(); ++i) {
          const bool stays =
              std::find(open.begin(), open.end(), table.columns[i].key) != open.end();
          if (!stays && !std::holds_alternative<std::monostate>(row[i].value))
            row[i].value = kWithheld;
        }
      }
    }
  }
  for (CitedEvent& event : report.cited) {
    if (closed.count(event.sequence) == 0) continue;
    event.id.clear();
    event.stream.clear();
    event.occurred.clear();
    event.document.clear();
    event.quote.clear();
  }
}

}  // namespace sinetti
