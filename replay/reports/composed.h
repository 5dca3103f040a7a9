// Reports that the law asks for are mostly a choice of tables that stand in other reports: these
// take them from there, so that a figure is computed in one place.
#pragma once

#include <initializer_list>

#include "replay/reports/reports.h"

namespace sinetti {

// The sections of another report on the same subject.
Result<std::vector<Section>> SectionsOf(const ReportDefinition& definition, Database& views,
                                        const std::string& scope);

// A section of the tables of those keys, in this order, with their charts; KEY takes the cards
// KEY-2 and so on as well.  A table that the other report does not have today is left out.
Section TakeTables(std::vector<Section>& from, Words title,
                   std::initializer_list<std::string_view> keys);

}  // namespace sinetti
