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

}  // namespace

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
  const int label_width = Room(longest_label);
  const int series_count = static_cast<int>(chart.series.size());
  const int group_height = series_count * kBarHeight + kGap;
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
    out += TextAt(label_width - 10, y + series_count * kBarHeight / 2 + 4, "group", group.label);
    for (std::size_t i = 0; i < group.values.size(); ++i) {
      const std::int64_t value = group.values[i];
      const int length = static_cast<int>(std::max<std::int64_t>(value, 0) * kPlotWidth / highest);
      const int top = y + static_cast<int>(i) * kBarHeight;
      out += Bar(label_width, top, length, i);
      out += TextAt(label_width + std::max(length, 1) + 7, top + 12, "value",
                    Value(chart, value, language));
    }
    y += group_height;
  }
  return out + "</svg>\n";
}

}  // namespace sinetti
