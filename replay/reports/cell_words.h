// What a code, a stated value or a name of the schema is called in the three languages.  Labels of
// event types and enumerants come from the schemas; only codes that views compute are listed by
// reports (replay/reports/codes.h).
#pragma once

#include <string_view>
#include <vector>

#include "replay/reports/query_table.h"

namespace sinetti {

// The words of a code; the code itself when `codes` has none.
CellValue CodeValue(std::string_view code, const std::vector<CodeWord>& codes);

// Of "reasons, contact": every code in words, separated by commas.
Words CodesWords(std::string_view list, const std::vector<CodeWord>& codes);

// yyyy-mm-dd as a Date; a partial date in words; other text as it stands.
CellValue DateValue(std::string_view text);

// Of "0 3 1": counts of equal periods.
CellValue TrendValue(std::string_view counts);

// Values as the views show them (replay/views/columns.h): ">4000" is "yli 4 000", "–" is missing,
// "? 4 | 5" is unreadable with its readings.
Words StatedWords(std::string_view shown);

// Labels of the schemas; unknown names as they stand.
Words EventTypeWords(std::string_view type);
Words EnumerantWords(std::string_view schema_field, std::string_view name);

// A value as a part of a title.
Words WordsOf(const CellValue& value);

}  // namespace sinetti
