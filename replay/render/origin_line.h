// The line by which a report says how to build it again.  Every format carries it where a program
// finds it and a reader is not disturbed: HTML and Markdown in a comment at the end, text and CSV
// in the last line, JSON as a member, a workbook as the comment of its archive, PDF in a
// comment behind its end.
#pragma once

#include <string>
#include <string_view>

#include "replay/render/render.h"

namespace sinetti {

// What `report check` needs to rebuild a report to the same bytes.
struct ReportRecipe {
  std::string report;
  std::string scope;
  ReportFormat format = ReportFormat::kText;
  Language language = Language::kFinnish;
  int width = 100;                         // kText
  TreeSize until;                          // events folded
  std::optional<Date> as_of;               // only when asked for
  std::optional<Timestamp> known_at;       // only when asked for
  std::optional<TreeSize> checkpoint;      // that the report names
  std::optional<Timestamp> operations_at;  // of a report that tells of one machine

  friend bool operator==(const ReportRecipe&, const ReportRecipe&) = default;
};

// "sinetti-report report=funding format=html lang=fi width=100 until=171 …"; values
// percent-encoded.
std::string FormatRecipe(const ReportRecipe& recipe);

// The recipe of a report that sinetti wrote, found by its last "sinetti-report " line.  kInvalid
// when there is none, or it is damaged.
Result<ReportRecipe> FindRecipe(std::string_view report_text);

// The report with its recipe in place.
std::string WithRecipe(std::string report_text, const ReportRecipe& recipe);

}  // namespace sinetti
