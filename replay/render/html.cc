// One self-contained HTML file: headings, captions, header cells with scope, no script, no outside
// resource.  Every figure links to the events it came from, listed at the end with their quotes.
#include "replay/render/html_style.h"
#include "replay/render/layout.h"
#include "replay/render/words.h"

namespace sinetti {
namespace {

constexpr std::size_t kEventsShown = 3;

std::string Element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + EscapeHtml(text) + "</" + std::string(name) + ">\n";
}

std::string LanguageCode(Language language) {
  switch (language) {
    case Language::kFinnish: return "fi";
    case Language::kSwedish: return "sv";
    case Language::kEnglish: return "en";
  }
  return "fi";
}

std::string MarkClass(Mark mark) {
  switch (mark) {
    case Mark::kNone: return "";
    case Mark::kGood: return "good";
    case Mark::kNotice: return "notice";
    case Mark::kBad: return "bad";
  }
  return "";
}

std::string EventLinks(const std::vector<Sequence>& events) {
  if (events.empty()) return "";
  std::string out = "<span class=\"events\">";
  for (std::size_t i = 0; i < events.size() && i < kEventsShown; ++i) {
    const std::string number = std::to_string(events[i].value);
    out += (i ? " " : "") + ("<a href=\"#event-" + number + "\">#" + number + "</a>");
  }
  if (events.size() > kEventsShown) {
    out += " …+" + std::to_string(events.size() - kEventsShown);
  }
  return out + "</span>";
}

// Long words of data (streams, paths, names of files) get places where a line may break.
std::string Breakable(std::string_view text) {
  constexpr std::size_t kLongWord = 20;
  std::string out;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (DisplayWidth(word) <= kLongWord) {
      out += EscapeHtml(word);
    } else {
      std::size_t run = 0;
      for (std::size_t at = 0; at < word.size(); ++at) {
        const bool starts_character = (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
        if (starts_character && run >= kLongWord) {
          out += "<wbr>";
          run = 0;
        }
        out += EscapeHtml(word.substr(at, 1));
        run += starts_character;
        if (std::string_view("/.:#@_-").find(word[at]) != std::string_view::npos) {
          out += "<wbr>";
          run = 0;
        }
      }
    }
    text.remove_prefix(word.size());
    if (!text.empty()) {
      out += ' ';
      text.remove_prefix(1);
    }
  }
  return out;
}

// Days and the numbers of cases stay on one line; a sentence asks for room.
std::string WidthClass(const Cell& cell, const std::string& text) {
  constexpr std::size_t kSentence = 45;
  constexpr std::size_t kNumber = 14;
  if (std::holds_alternative<Date>(cell.value)) return "short";
  if (text.find(' ') == std::string::npos && DisplayWidth(text) <= kNumber) return "short";
  return DisplayWidth(text) > kSentence ? "long" : "";
}

std::string TableCell(const Cell& cell, const Column& column, bool is_header, Language language) {
  const std::string text = FormatCell(cell.value, language);
  std::string classes;
  for (const std::string& name :
       {std::string(column.right ? "right" : ""), WidthClass(cell, text), MarkClass(cell.mark)}) {
    if (!name.empty()) classes += (classes.empty() ? "" : " ") + name;
  }
  const std::string tag = is_header ? "th scope=\"row\"" : "td";
  std::string out = "<" + tag + (classes.empty() ? "" : " class=\"" + classes + "\"") +
                    " data-title=\"" + EscapeHtml(column.title.In(language)) + "\"><span>";
  if (const auto* trend = std::get_if<Trend>(&cell.value)) {
    out += SparklineSvg(*trend);
  } else {
    out += Breakable(text);
  }
  if (cell.mark != Mark::kNone) {
    out += " <span class=\"mark\">" + MarkSign(cell.mark) + " " + MarkWord(cell.mark, language) +
           "</span>";
  }
  return out + EventLinks(cell.events) + (is_header ? "</span></th>" : "</span></td>");
}

// A wide table scrolls in a box of its own, which the keyboard can reach.  One of few rows stays on
// one page; one of many columns is set smaller.
std::string TableStart(std::string_view title, std::size_t columns, std::size_t rows) {
  constexpr std::size_t kManyColumns = 10;
  constexpr std::size_t kFewRows = 6;
  return std::string("<div class=\"table") + (columns > 2 ? " stack" : "") +
         (columns >= kManyColumns ? " wide" : "") + (rows <= kFewRows ? " few" : "") +
         "\" role=\"region\" tabindex=\"0\" aria-label=\"" + EscapeHtml(title) + "\">";
}

void AppendTable(const Table& table, Language language, std::string& out) {
  if (table.rows.empty()) {
    out += Element("h3", table.title.In(language));
    out += "<p class=\"empty\">" + EscapeHtml(table.when_empty.In(language)) + "</p>\n";
    return;
  }
  out += TableStart(table.title.In(language), table.columns.size(), table.rows.size()) +
         "<table>\n<caption>" + EscapeHtml(table.title.In(language)) + "</caption>\n<thead><tr>";
  for (const Column& column : table.columns) {
    out += std::string("<th scope=\"col\"") + (column.right ? " class=\"right\"" : "") + ">" +
           EscapeHtml(column.title.In(language)) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += TableCell(row[i], table.columns[i], i == 0, language);
    }
    out += "</tr>\n";
  }
  out += "</tbody></table></div>\n";
  if (const std::string& note = table.note.In(language); !note.empty()) {
    out += "<p class=\"note\">" + EscapeHtml(note) + "</p>\n";
  }
}

void AppendSection(const Section& section, std::size_t number, Language language,
                   std::string& out) {
  out += "<section id=\"s" + std::to_string(number) + "\">\n" +
         Element("h2", section.title.In(language));
  for (const Words& paragraph : section.paragraphs) out += Element("p", paragraph.In(language));
  for (const Course& course : section.courses) {
    const std::string title = EscapeHtml(course.title.In(language));
    out += "<figure>\n<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + title +
           "\">" + CourseSvg(course, language) + "</div><figcaption>" + title + ": " +
           CourseLanes(course) + "</figcaption>\n</figure>\n";
  }
  for (const Chart& chart : section.charts) {
    out += "<figure>\n" + ChartSvg(chart, language) + "<figcaption>" +
           EscapeHtml(chart.title.In(language)) + "</figcaption>\n</figure>\n";
  }
  for (const Table& table : section.tables) AppendTable(table, language, out);
  out += "</section>\n";
}

// A cell of the list of events; `html` is escaped already.
std::string CitedCell(const Words& title, Language language, const std::string& html,
                      std::string_view kind = "td") {
  return "<" + std::string(kind) + (kind == "th" ? " scope=\"row\"" : "") + " data-title=\"" +
         EscapeHtml(title.In(language)) + "\"><span>" + html + "</span></" + std::string(kind) +
         ">";
}

std::string SourceOf(const CitedEvent& event, Language language) {
  std::string html;
  if (!event.quote.empty()) html += "<q>" + Breakable(event.quote) + "</q> ";
  html += Breakable(event.document);
  if (event.invented) html += " <em>(" + EscapeHtml(words::kInvented.In(language)) + ")</em>";
  return html;
}

void AppendCited(const Report& report, Language language, std::string& out) {
  if (report.cited.empty()) return;
  const std::string& title = words::kEvents.In(language);
  out += "<section id=\"events\" class=\"cited\">\n" + Element("h2", title) +
         TableStart(title, 6, report.cited.size()) + "<table>\n<caption>" +
         EscapeHtml(words::kEventsCaption.In(language)) + "</caption>\n<thead><tr>";
  for (const Words* column : {&words::kEvent, &words::kType, &words::kOccurred, &words::kRecorded,
                              &words::kSource, &words::kLeaf}) {
    out += "<th scope=\"col\">" + EscapeHtml(column->In(language)) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const CitedEvent& event : report.cited) {
    const std::string number = std::to_string(event.sequence.value);
    const std::string type = EscapeHtml(event.label.In(language)) + "<br><code>" +
                             Breakable(event.type) + "</code><br>" + Breakable(event.stream);
    out +=
        "<tr id=\"event-" + number + "\">" +
        CitedCell(words::kEvent, language, "#" + number, "th") +
        CitedCell(words::kType, language, type) +
        CitedCell(words::kOccurred, language, EscapeHtml(event.occurred)) +
        CitedCell(words::kRecorded, language,
                  EscapeHtml(FormatMoment(event.recorded_at, language))) +
        CitedCell(words::kSource, language, SourceOf(event, language)) +
        CitedCell(words::kLeaf, language, "<span class=\"hash\">" + event.leaf.hex() + "</span>") +
        "</tr>\n";
  }
  out += "</tbody></table></div>\n</section>\n";
}

void AppendProvenance(const Report& report, Language language, std::string& out) {
  out +=
      "<section id=\"provenance\">\n" + Element("h2", words::kProvenance.In(language)) + "<dl>\n";
  for (const auto& [label, value] : ProvenanceLines(report.origin, language)) {
    out += "<dt>" + EscapeHtml(label) + "</dt><dd>" + EscapeHtml(value) + "</dd>\n";
  }
  out += "</dl>\n" + Element("h3", words::kHowToCheck.In(language)) +
         Element("p", words::kHowToCheckText.In(language)) + "</section>\n";
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string RenderHtml(const Report& report, Language language) {
  const std::string title = EscapeHtml(report.title.In(language));
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + LanguageCode(language) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<title>" +
                    title + "</title>\n<style>" + kHtmlStyle +
                    "</style>\n</head>\n<body>\n<main>\n<header>\n<h1>" + title + "</h1>\n";
  if (const std::string& subtitle = report.subtitle.In(language); !subtitle.empty()) {
    out += "<p class=\"subtitle\">" + EscapeHtml(subtitle) + "</p>\n";
  }
  out += "<p class=\"stands\">" + EscapeHtml(HeadLine(report.origin, language)) + "</p>\n";
  out += "<nav aria-label=\"" + EscapeHtml(words::kContents.In(language)) + "\"><ul>\n";
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    out += "<li><a href=\"#s" + std::to_string(i + 1) + "\">" +
           EscapeHtml(report.sections[i].title.In(language)) + "</a></li>\n";
  }
  out += "<li><a href=\"#provenance\">" + EscapeHtml(words::kProvenance.In(language)) +
         "</a></li>\n</ul></nav>\n</header>\n";
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    AppendSection(report.sections[i], i + 1, language, out);
  }
  AppendProvenance(report, language, out);
  AppendCited(report, language, out);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace sinetti
