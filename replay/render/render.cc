#include "replay/render/render.h"

#include "replay/render/layout.h"
#include "replay/render/words.h"
#include "replay/render/workbook.h"

namespace sinetti {

Result<ReportFormat> ParseReportFormat(std::string_view name) {
  if (name == "text") return ReportFormat::kText;
  if (name == "md" || name == "markdown") return ReportFormat::kMarkdown;
  if (name == "html") return ReportFormat::kHtml;
  if (name == "csv") return ReportFormat::kCsv;
  if (name == "json") return ReportFormat::kJson;
  if (name == "xlsx") return ReportFormat::kXlsx;
  if (name == "pdf") return ReportFormat::kPdf;
  return Error{ErrorCode::kInvalid, "report format is \"" + std::string(name) +
                                        "\"; use text, md, html, csv, json, xlsx or pdf"};
}

std::string Render(const Report& report, ReportFormat format, Language language, int width) {
  switch (format) {
    case ReportFormat::kText: return RenderText(report, language, width);
    case ReportFormat::kMarkdown: return RenderMarkdown(report, language);
    case ReportFormat::kHtml:
    case ReportFormat::kPdf: return RenderHtml(report, language);
    case ReportFormat::kCsv: return RenderCsv(report, language);
    case ReportFormat::kJson: return RenderJson(report, language);
    case ReportFormat::kXlsx: break;
  }
  SINETTI_CHECK(format != ReportFormat::kXlsx);
  return {};
}

Result<std::string> RenderFile(const Report& report, ReportFormat format, Language language,
                               int width) {
  if (format == ReportFormat::kXlsx) return RenderWorkbook(report, language);
  return Render(report, format, language, width);
}

std::vector<std::pair<std::string, std::string>> ProvenanceLines(const ReportOrigin& origin,
                                                                 Language language) {
  std::vector<std::pair<std::string, std::string>> lines;
  const auto add = [&](const Words& label, std::string value) {
    lines.emplace_back(label.In(language), std::move(value));
  };
  add(words::kLedger, origin.ledger);
  if (!origin.scope.empty()) add(words::kScope, origin.scope);
  add(words::kPosition, FormatInteger(static_cast<std::int64_t>(origin.position.value), language));
  add(words::kRoot, origin.root.hex());
  add(words::kCheckpoint,
      origin.checkpoint_size
          ? FormatInteger(static_cast<std::int64_t>(origin.checkpoint_size->value), language)
          : words::kNoCheckpoint.In(language));
  add(words::kAsOf, FormatDay(origin.as_of, language));
  add(words::kKnownAt,
      origin.known_at ? FormatMoment(*origin.known_at, language) : words::kKnownAll.In(language));
  if (!origin.rules.empty()) add(words::kRules, origin.rules);
  return lines;
}

std::string HeadLine(const ReportOrigin& origin, Language language) {
  std::string out;
  const auto add = [&](const Words& label, const std::string& value) {
    out += (out.empty() ? "" : " · ") + label.In(language) + ": " + value;
  };
  add(words::kAsOf, FormatDay(origin.as_of, language));
  add(words::kKnownAt,
      origin.known_at ? FormatMoment(*origin.known_at, language) : words::kKnownAll.In(language));
  add(words::kLedger, origin.ledger);
  add(words::kCheckpoint,
      origin.checkpoint_size
          ? FormatInteger(static_cast<std::int64_t>(origin.checkpoint_size->value), language)
          : words::kNoCheckpoint.In(language));
  return out;
}

std::string EventReferences(const std::vector<Sequence>& events, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < events.size() && i < most; ++i) {
    if (i != 0) out += ", ";
    out += "#" + std::to_string(events[i].value);
  }
  if (events.size() > most) out += " …+" + std::to_string(events.size() - most);
  return out;
}

std::string MarkSign(Mark mark) {
  switch (mark) {
    case Mark::kNone: return "";
    case Mark::kGood: return "✓";
    case Mark::kNotice: return "△";
    case Mark::kBad: return "⚠";
  }
  return "";
}

std::string MarkWord(Mark mark, Language language) {
  switch (mark) {
    case Mark::kNone: return "";
    case Mark::kGood: return words::kGood.In(language);
    case Mark::kNotice: return words::kNotice.In(language);
    case Mark::kBad: return words::kBad.In(language);
  }
  return "";
}

std::string TrendNumbers(const Trend& trend, std::string_view separator) {
  std::string out;
  for (const std::int64_t count : trend.counts) {
    if (!out.empty()) out += separator;
    out += std::to_string(count);
  }
  return out;
}

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return width;
}

}  // namespace sinetti
