// From a Report to bytes.  Nothing here reads a clock, a locale or an environment: same Report,
// same language, same bytes on every machine.
#pragma once

#include <string>
#include <string_view>

#include "replay/reports/report.h"

namespace sinetti {

enum class ReportFormat { kText, kMarkdown, kHtml, kCsv, kJson, kXlsx, kPdf };

Result<ReportFormat> ParseReportFormat(
    std::string_view name);  // text, md, html, csv, json, xlsx, pdf

// `width`: columns of the terminal for kText; other formats ignore it.
std::string Render(const Report& report, ReportFormat format, Language language, int width = 100);

// Of any format; a workbook (workbook.h) can fail, texts cannot, so Render takes no kXlsx.  kPdf
// gives the page that a browser prints: whoever has one makes the PDF of it.
Result<std::string> RenderFile(const Report& report, ReportFormat format, Language language,
                               int width);

// One table as in kText, for commands that print a table of their own.
std::string RenderTable(const Table& table, Language language, int width);

// A text in lines of at most `width` columns, each indented, for commands that print prose.
std::string RenderParagraph(std::string_view text, int indent, int width);

// How values are written, by language: Finnish "1 234,50 €" with non-breaking spaces, "1.5.2007".
std::string FormatMoney(Cents amount, Language language);
std::string FormatThousandths(Thousandths value, Language language);
std::string FormatPercent(Percent value, Language language);
std::string FormatInteger(std::int64_t value, Language language);
std::string FormatDay(Date date, Language language);
std::string FormatMoment(Timestamp time,
                         Language language);  // Helsinki time, "13.9.2016 klo 14.05"
std::string FormatCell(const CellValue& value, Language language);

}  // namespace sinetti
