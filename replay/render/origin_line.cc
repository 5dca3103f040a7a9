#include "replay/render/origin_line.h"

#include <charconv>
#include <map>

#include "replay/render/workbook.h"

namespace sinetti {
namespace {

constexpr std::string_view kMarker = "sinetti-report ";

std::string PercentEncoded(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '.' || c == '_' || c == ':' || c == '/';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

Result<std::string> PercentDecoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    SINETTI_ASSIGN(const Bytes byte, HexDecode(text.substr(i + 1, 2)));
    if (byte.size() != 1) return Error{ErrorCode::kInvalid, "the report's recipe is cut"};
    out += static_cast<char>(byte[0]);
    i += 2;
  }
  return out;
}

std::string FormatName(ReportFormat format) {
  switch (format) {
    case ReportFormat::kText: return "text";
    case ReportFormat::kMarkdown: return "md";
    case ReportFormat::kHtml: return "html";
    case ReportFormat::kCsv: return "csv";
    case ReportFormat::kJson: return "json";
    case ReportFormat::kXlsx: return "xlsx";
    case ReportFormat::kPdf: return "pdf";
  }
  return "";
}

std::string LanguageName(Language language) {
  return language == Language::kFinnish ? "fi" : language == Language::kSwedish ? "sv" : "en";
}

Result<Language> ParseLanguage(std::string_view name) {
  if (name == "fi") return Language::kFinnish;
  if (name == "sv") return Language::kSwedish;
  if (name == "en") return Language::kEnglish;
  return Error{ErrorCode::kInvalid, "language is \"" + std::string(name) + "\""};
}

Result<std::uint64_t> ParseNumber(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  return Error{ErrorCode::kInvalid, "\"" + std::string(text) + "\" is no number"};
}

Result<ReportRecipe> ReadMembers(const std::map<std::string, std::string, std::less<>>& members) {
  ReportRecipe recipe;
  for (const auto& [key, value] : members) {
    if (key == "report") {
      recipe.report = value;
    } else if (key == "scope") {
      recipe.scope = value;
    } else if (key == "format") {
      SINETTI_ASSIGN(recipe.format, ParseReportFormat(value));
    } else if (key == "lang") {
      SINETTI_ASSIGN(recipe.language, ParseLanguage(value));
    } else if (key == "width") {
      SINETTI_ASSIGN(const std::uint64_t width, ParseNumber(value));
      recipe.width = static_cast<int>(std::min<std::uint64_t>(width, 1000));
    } else if (key == "until") {
      SINETTI_ASSIGN(recipe.until.value, ParseNumber(value));
    } else if (key == "as-of") {
      SINETTI_ASSIGN(recipe.as_of, ParseDate(value));
    } else if (key == "known-at") {
      SINETTI_ASSIGN(recipe.known_at, ParseTimestamp(value));
    } else if (key == "checkpoint") {
      SINETTI_ASSIGN(const std::uint64_t size, ParseNumber(value));
      recipe.checkpoint = TreeSize{size};
    } else if (key == "operations-at") {
      SINETTI_ASSIGN(recipe.operations_at, ParseTimestamp(value));
    } else {
      return Error{ErrorCode::kUnsupported, "member \"" + key +
                                                "\" is not known here: a newer program wrote this "
                                                "report"};
    }
  }
  if (recipe.report.empty()) return Error{ErrorCode::kInvalid, "it does not name its report"};
  return recipe;
}

}  // namespace

std::string FormatRecipe(const ReportRecipe& recipe) {
  std::string out(kMarker);
  const auto add = [&](std::string_view key, std::string_view value) {
    if (out.back() != ' ') out += ' ';
    out += std::string(key) + "=" + PercentEncoded(value);
  };
  add("report", recipe.report);
  if (!recipe.scope.empty()) add("scope", recipe.scope);
  add("format", FormatName(recipe.format));
  add("lang", LanguageName(recipe.language));
  if (recipe.format == ReportFormat::kText) add("width", std::to_string(recipe.width));
  add("until", std::to_string(recipe.until.value));
  if (recipe.as_of) add("as-of", FormatDate(*recipe.as_of));
  if (recipe.known_at) add("known-at", FormatTimestamp(*recipe.known_at));
  if (recipe.checkpoint) add("checkpoint", std::to_string(recipe.checkpoint->value));
  if (recipe.operations_at) add("operations-at", FormatTimestamp(*recipe.operations_at));
  return out;
}

Result<ReportRecipe> FindRecipe(std::string_view report_text) {
  const std::size_t start = report_text.rfind(kMarker);
  if (start == std::string_view::npos) {
    return Error{ErrorCode::kInvalid,
                 "this is no report that sinetti wrote: its recipe is missing"};
  }
  std::string_view line = report_text.substr(start + kMarker.size());
  line = line.substr(0, line.find_first_of("\"\n"));
  std::map<std::string, std::string, std::less<>> members;
  while (!line.empty()) {
    const std::string_view member = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), member.size() + 1));
    const std::size_t equals = member.find('=');
    if (equals == std::string_view::npos) continue;  // the end of a comment
    SINETTI_ASSIGN(std::string value, PercentDecoded(member.substr(equals + 1)));
    members[std::string(member.substr(0, equals))] = std::move(value);
  }
  auto recipe = ReadMembers(members);
  if (!recipe) return std::move(recipe).error().Within("the report's recipe");
  return recipe;
}

std::string WithRecipe(std::string report_text, const ReportRecipe& recipe) {
  const std::string line = FormatRecipe(recipe);
  switch (recipe.format) {
    case ReportFormat::kHtml:
    case ReportFormat::kMarkdown: return report_text + "<!-- " + line + " -->\n";
    case ReportFormat::kText:
    case ReportFormat::kCsv: return report_text + "\n# " + line + "\n";
    case ReportFormat::kJson: {
      const std::size_t end = report_text.rfind('}');
      return report_text.substr(0, end) + ",\n\"recipe\":\"" + line + "\"}\n";
    }
    case ReportFormat::kPdf: return report_text + "% " + line + "\n";
    case ReportFormat::kXlsx: return WithArchiveComment(std::move(report_text), line + "\n");
  }
  return report_text;
}

}  // namespace sinetti
