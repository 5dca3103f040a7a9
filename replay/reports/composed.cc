#include "replay/reports/composed.h"

namespace sinetti {
namespace {

bool IsOf(std::string_view table, std::string_view key) {
  return table == key ||
         (table.starts_with(key) && table.substr(key.size()).starts_with('-') &&
          table.find_first_not_of("0123456789", key.size() + 1) == std::string_view::npos);
}

}  // namespace

Result<std::vector<Section>> SectionsOf(const ReportDefinition& definition, Database& views,
                                        const std::string& scope) {
  return definition.build(views, {.scope = scope});
}

Section TakeTables(std::vector<Section>& from, Words title,
                   std::initializer_list<std::string_view> keys) {
  Section taken{.title = std::move(title)};
  for (const std::string_view key : keys) {
    for (Section& section : from) {
      for (Table& table : section.tables) {
        if (IsOf(table.key, key)) taken.tables.push_back(std::move(table));
      }
      std::erase_if(section.tables, [&](const Table& table) { return table.columns.empty(); });
    }
  }
  return taken;
}

}  // namespace sinetti
