// A report as a workbook for spreadsheets (Office Open XML): a first sheet that says where the
// figures come from, one sheet for each table and chart, one for the events.  Cells are typed: a
// day is a day, money is a number of euros.
#pragma once

#include <string>

#include "replay/render/render.h"

namespace sinetti {

// Same report, same language, same bytes with one version of the library that writes the file.
// kUnsupported when a table has more rows than a sheet holds; kEnvironment when memory or temporary
// files fail.  A line about an archive stands behind it (origin_line.h): the archive's comment.
Result<std::string> RenderWorkbook(const Report& report, Language language);

// The workbook with `comment` as the comment of its archive, which spreadsheets pass over.
std::string WithArchiveComment(std::string workbook, std::string_view comment);

}  // namespace sinetti
