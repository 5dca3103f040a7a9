// A grouped bar chart as inline SVG: no script, no font file, told apart by pattern as well as
// colour so that it survives a black-and-white printer.  Coordinates are integers: equal bytes
// everywhere.
#include <algorithm>

#include "replay/render/layout.h"
#include "replay/render/words.h"

namespace sinetti {
namespace {

constexpr int kBarHeight = 18;
constexpr int kGap = 14;
constexpr int kPlotWidth = 300;
constexpr int kCharacterWidth = 8;
constexpr int kMargin = 24;
constexpr int kWidestText = 360;
constexpr std::size_t kLabelBeside = 16;

std::string Attribute(std::string_view name, int value) {
  return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

std::string TextAt(int x, int y, std::string_view kind, std::string_view text) {
  return "<text" + Attribute("x", x) + Attribute("y", y) + " class=\"" + std::string(kind) + "\">" +
         EscapeHtml(text) + "</text>\n";
}

std::string Bar(int x, int y, int width, std::size_t series) {
  const std::string number = std::to_string(series % 4 + 1);
  return "<rect" + Attribute("x", x) + Attribute("y", y) + Attribute("width", std::max(width, 1)) +
         Attribute("height", kBarHeight - 3) + " class=\"bar s" + number + "\"/>\n";
}

// Room for the longest of the texts.
int Room(std::size_t characters) {
  return std::min(kWidestText, static_cast<int>(characters) * kCharacterWidth + kMargin);
}

std::string Value(const Chart& chart, std::int64_t value, Language language) {
  return chart.money ? FormatMoney({value}, language) : FormatInteger(value, language);
}

constexpr int kSparkStep = 7;
constexpr int kSparkHeight = 20;

}  // namespace

// The newest period stands out; a period without anything keeps its place as a line.
std::string SparklineSvg(const Trend& trend) {
  std::int64_t highest = 1;
  for (const std::int64_t count : trend.counts) highest = std::max(highest, count);
  const int width = static_cast<int>(trend.counts.size()) * kSparkStep;
  std::string out = "<svg class=\"spark\" role=\"img\" aria-label=\"" + TrendNumbers(trend, ", ") +
                    "\"" + Attribute("width", width) + Attribute("height", kSparkHeight) +
                    " viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(kSparkHeight) +
                    "\">";
  for (std::size_t i = 0; i < trend.counts.size(); ++i) {
    const std::int64_t count = std::max<std::int64_t>(trend.counts[i], 0);
    const int height = 1 + static_cast<int>(count * (kSparkHeight - 1) / highest);
    out += "<rect" + Attribute("x", static_cast<int>(i) * kSparkStep) +
           Attribute("y", kSparkHeight - height) + Attribute("width", kSparkStep - 2) +
           Attribute("height", height) +
           (i + 1 == trend.counts.size() ? " class=\"newest\"/>" : "/>");
  }
  return out + "</svg>";
}

std::string ChartSvg(const Chart& chart, Language language) {
  std::int64_t highest = 1;
  std::size_t longest_label = 0;
  std::size_t longest_value = 0;
  for (const Chart::Group& group : chart.groups) {
    longest_label = std::max(longest_label, DisplayWidth(group.label));
    for (const std::int64_t value : group.values) {
      highest = std::max(highest, value);
      longest_value = std::max(longest_value, DisplayWidth(Value(chart, value, language)));
    }
  }
  // A long label stands above its bars, so that a phone does not shrink the chart to nothing.
  const bool above = longest_label > kLabelBeside;
  const int label_width = above ? kBarHeight / 2 : Room(longest_label);
  const int series_count = static_cast<int>(chart.series.size());
  const int label_height = above ? kBarHeight + 2 : 0;
  const int group_height = label_height + series_count * kBarHeight + kGap;
  const int legend_height = 28;
  const int width = label_width + kPlotWidth + Room(longest_value);
  const int height = legend_height + static_cast<int>(chart.groups.size()) * group_height;

  const std::string id = "chart-" + chart.key;
  std::string out = "<svg class=\"chart\" role=\"img\" aria-labelledby=\"" + id + "\"" +
                    Attribute("width", width) + Attribute("height", height) + " viewBox=\"0 0 " +
                    std::to_string(width) + " " + std::to_string(height) + "\">\n<title id=\"" +
                    id + "\">" + EscapeHtml(chart.title.In(language)) + "</title>\n";
  int x = label_width;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const std::string& name = chart.series[i].In(language);
    out += Bar(x, 4, 15, i) + TextAt(x + 21, 16, "legend", name);
    x += 45 + 8 * static_cast<int>(DisplayWidth(name));
  }
  int y = legend_height;
  for (const Chart::Group& group : chart.groups) {
    out += above ? TextAt(label_width, y + 12, "label", group.label)
                 : TextAt(label_width - 10, y + series_count * kBarHeight / 2 + 4, "group",
                          group.label);
    for (std::size_t i = 0; i < group.values.size(); ++i) {
      const std::int64_t value = group.values[i];
      const int length = static_cast<int>(std::max<std::int64_t>(value, 0) * kPlotWidth / highest);
      const int top = y + label_height + static_cast<int>(i) * kBarHeight;
      out += Bar(label_width, top, length, i);
      out += TextAt(label_width + std::max(length, 1) + 7, top + 12, "value",
                    Value(chart, value, language));
    }
    y += group_height;
  }
  return out + "</svg>\n";
}

}  // namespace sinetti
