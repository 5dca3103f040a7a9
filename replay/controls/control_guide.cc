#include "replay/controls/control_guide.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "replay/controls/audit.h"
#include "replay/views/all_views.h"

namespace sinetti {
namespace {

bool IsNamePart(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// The names behind FROM and JOIN: tables, views, and the query's own common table expressions.
std::set<std::string> TablesNamed(std::string_view sql) {
  std::set<std::string> names;
  bool table_follows = false;
  for (std::size_t at = 0; at < sql.size();) {
    if (!IsNamePart(sql[at])) {
      if (sql[at] == '(') table_follows = false;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < sql.size() && IsNamePart(sql[at])) ++at;
    const std::string_view word = sql.substr(begin, at - begin);
    if (table_follows) names.emplace(word);
    table_follows = word == "FROM" || word == "JOIN";
  }
  return names;
}

// A table of the view, or an SQL view over its tables.
bool Defines(const ViewDefinition& view, const std::string& table) {
  if (std::find(view.tables.begin(), view.tables.end(), table) != view.tables.end()) return true;
  const std::string create = "CREATE VIEW " + table;
  const std::size_t at = view.schema.find(create);
  return at != std::string_view::npos && !IsNamePart(view.schema[at + create.size()]);
}

}  // namespace

std::vector<const ControlGuide*> ControlGuides() {
  std::vector<const ControlGuide*> guides;
  for (const auto part : {GuidesToFigures(), GuidesToTexts(), GuidesToPowers(), GuidesToProcedure(),
                          GuidesToInvariants()})
    for (const ControlGuide& guide : part) guides.push_back(&guide);
  std::sort(guides.begin(), guides.end(),
            [](const ControlGuide* a, const ControlGuide* b) { return a->code < b->code; });
  return guides;
}

const ControlGuide* FindControlGuide(std::string_view code) {
  for (const ControlGuide* guide : ControlGuides())
    if (guide->code == code) return guide;
  return nullptr;
}

ControlInputs InputsOf(std::string_view code) {
  std::set<std::string> views;
  std::set<std::string> types;
  for (const Control& control : AllControls()) {
    if (control.code != code) continue;
    for (const std::string& table : TablesNamed(control.sql)) {
      for (const ViewDefinition* view : AllViews()) {
        if (!Defines(*view, table)) continue;
        views.insert(table);
        types.insert(view->event_types.begin(), view->event_types.end());
        if (view->event_types.empty()) types.insert("*");
      }
    }
  }
  if (types.contains("*")) types = {"*"};
  return {{views.begin(), views.end()}, {types.begin(), types.end()}};
}

Text3 ControlTitle(std::string_view code) {
  const ControlGuide* guide = FindControlGuide(code);
  return guide == nullptr ? Text3{} : guide->title;
}

}  // namespace sinetti
