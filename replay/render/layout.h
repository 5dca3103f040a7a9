// Pieces that several renderers share: the provenance lines, event references, escaping of cells.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "replay/render/render.h"

namespace sinetti {

// "Rekisteri" -> "esimerkki.fi/loki", in the order of the page's head.
std::vector<std::pair<std::string, std::string>> ProvenanceLines(const ReportOrigin& origin,
                                                                 Language language);

// The same in one line, for the head of a page: "Tilanne päivänä: 1.3.2026 · …".  Without it a
// printed first page would not say of which day it speaks.
std::string HeadLine(const ReportOrigin& origin, Language language);

// "#3, #14" ; at most `most` of them, then "…+12".
std::string EventReferences(const std::vector<Sequence>& events, std::size_t most = 6);

// The sign and word that go with a mark: "⚠ huomio"; empty for kNone.
std::string MarkSign(Mark mark);
std::string MarkWord(Mark mark, Language language);

// "0, 3, 1": the counts behind a sparkline.
std::string TrendNumbers(const Trend& trend, std::string_view separator);

// Columns that a terminal needs to show the text: code points, good enough for Nordic letters.
std::size_t DisplayWidth(std::string_view text);

std::string RenderText(const Report& report, Language language, int width);
std::string RenderMarkdown(const Report& report, Language language);
std::string RenderHtml(const Report& report, Language language);
std::string RenderCsv(const Report& report, Language language);
std::string RenderJson(const Report& report, Language language);
std::string ChartSvg(const Chart& chart, Language language);
std::string CourseSvg(const Course& course, Language language);
// What the colours of the lanes stand for, as HTML.
std::string CourseLanes(const Course& course);
// A line for each step.
std::string CourseText(const Course& course, Language language);
std::string SparklineSvg(const Trend& trend);
std::string EscapeHtml(std::string_view text);

}  // namespace sinetti
