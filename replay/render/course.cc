// The course of a matter, drawn: as lines of text with a column for each stream, and as inline SVG
// with arcs to what each step refers to.  No script; whole numbers only: equal bytes everywhere.
#include <algorithm>

#include "replay/render/layout.h"
#include "replay/render/words.h"

namespace sinetti {
namespace {

constexpr int kRow = 28;
constexpr int kLane = 18;
constexpr int kTrack = 9;  // between arcs side by side
constexpr int kTracksMax = 8;
constexpr int kDay = 92;
constexpr int kCharacter = 8;  // of 13 px, generously
constexpr int kColours = 6;

// The first and last step of each lane: its line is drawn between them.
struct Extent {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Extent> Extents(const Course& course) {
  std::vector<Extent> extents(course.lanes.size(), {course.steps.size(), 0});
  for (std::size_t i = 0; i < course.steps.size(); ++i) {
    Extent& extent = extents[course.steps[i].lane];
    extent.first = std::min(extent.first, i);
    extent.last = i;
  }
  return extents;
}

std::string Attribute(std::string_view name, int value) {
  return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

int Y(std::size_t step) { return static_cast<int>(step) * kRow + kRow / 2; }

std::string LaneClass(std::size_t lane) { return "l" + std::to_string(lane % kColours + 1); }

// Arcs that overlap lie side by side: each takes the innermost track that is free between its ends.
std::vector<int> Tracks(const Course& course) {
  std::vector<int> tracks;
  for (std::size_t i = 0; i < course.links.size(); ++i) {
    const auto [top, bottom] = std::minmax(course.links[i].from, course.links[i].to);
    std::vector<bool> taken(kTracksMax, false);
    for (std::size_t k = 0; k < i; ++k) {
      const auto [other_top, other_bottom] = std::minmax(course.links[k].from, course.links[k].to);
      if (other_top < bottom && top < other_bottom)
        taken[static_cast<std::size_t>(tracks[k])] = true;
    }
    const auto free = std::find(taken.begin(), taken.end(), false);
    tracks.push_back(static_cast<int>(free - taken.begin()) % kTracksMax);
  }
  return tracks;
}

class Drawing {
 public:
  Drawing(const Course& course, Language language)
      : course_(course), language_(language), tracks_(Tracks(course)) {
    int most = -1;
    for (const int track : tracks_) most = std::max(most, track);
    days_ = (most + 2) * kTrack;
    lanes_ = days_ + kDay;
    labels_ = lanes_ + static_cast<int>(course.lanes.size()) * kLane + 8;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < course.steps.size(); ++i)
      longest = std::max(longest, DisplayWidth(LabelOf(i)));
    width_ = labels_ + static_cast<int>(longest) * kCharacter;
  }

  std::string Svg() const {
    const std::string id = "course-" + course_.key;
    std::string out = "<svg class=\"course\" role=\"img\" aria-labelledby=\"" + id + "\"" +
                      Attribute("width", width_) +
                      Attribute("height", static_cast<int>(course_.steps.size()) * kRow) +
                      " xmlns=\"http://www.w3.org/2000/svg\">\n<title id=\"" + id + "\">" +
                      EscapeHtml(course_.title.In(language_)) + "</title>\n";
    const std::vector<Extent> extents = Extents(course_);
    for (std::size_t lane = 0; lane < extents.size(); ++lane) {
      out += "<line" + Attribute("x1", LaneX(lane)) + Attribute("y1", Y(extents[lane].first)) +
             Attribute("x2", LaneX(lane)) + Attribute("y2", Y(extents[lane].last)) +
             " class=\"lane " + LaneClass(lane) + "\"/>\n";
    }
    for (std::size_t i = 0; i < course_.links.size(); ++i) out += Arc(i);
    for (std::size_t i = 0; i < course_.steps.size(); ++i) out += Step(i);
    return out + "</svg>\n";
  }

  // What a step refers to, in words: the arcs in another form.
  std::string LinksOf(std::size_t step) const {
    std::string text;
    for (const Course::Link& link : course_.links) {
      if (link.from != step) continue;
      const Course::Step& to = course_.steps[link.to];
      text += " · " + link.relation.In(language_) + " " + EventReferences(to.events, 1);
    }
    return text;
  }

 private:
  int LaneX(std::size_t lane) const { return lanes_ + static_cast<int>(lane) * kLane; }

  std::string LabelOf(std::size_t i) const {
    const Course::Step& step = course_.steps[i];
    return step.label.In(language_) + " " + EventReferences(step.events, 1) + LinksOf(i);
  }

  // From the step that refers, out to the left, to what it refers to, with a point there.
  std::string Arc(std::size_t i) const {
    const Course::Link& link = course_.links[i];
    const int out = days_ - (tracks_[i] + 1) * kTrack;
    const int from = Y(link.from);
    const int to = Y(link.to);
    const std::string at = std::to_string(days_);
    return "<path class=\"arc\" d=\"M" + at + " " + std::to_string(from) + "H" +
           std::to_string(out) + "V" + std::to_string(to) + "H" + at +
           "\"/>\n<path class=\"point\" d=\"M" + at + " " + std::to_string(to) + "l-6 -4v8z\"/>\n";
  }

  std::string Step(std::size_t i) const {
    const Course::Step& step = course_.steps[i];
    const int x = LaneX(step.lane);
    const int y = Y(i);
    std::string mark = step.mark == Mark::kBad      ? " bad"
                       : step.mark == Mark::kNotice ? " notice"
                       : step.mark == Mark::kGood   ? " good"
                                                    : "";
    std::string out = "<text class=\"day\"" + Attribute("x", days_ + 6) + Attribute("y", y + 4) +
                      ">" + EscapeHtml(FormatCell(step.day, language_)) + "</text>\n";
    if (step.due) {
      out += "<path class=\"due" + mark + "\" d=\"M" + std::to_string(x) + " " +
             std::to_string(y - 6) + "l6 6l-6 6l-6 -6z\"/>\n";
    } else {
      out += "<circle class=\"" + LaneClass(step.lane) + "\"" + Attribute("cx", x) +
             Attribute("cy", y) + Attribute("r", 5) + "/>\n";
    }
    const std::string words = EscapeHtml(step.label.In(language_));
    const std::string reference = EventReferences(step.events, 1);
    out +=
        "<text class=\"step" + mark + "\"" + Attribute("x", labels_) + Attribute("y", y + 4) + ">";
    out += step.events.empty() ? words
                               : "<a href=\"#event-" + std::to_string(step.events.front().value) +
                                     "\">" + words + " " + EscapeHtml(reference) + "</a>";
    return out + "<tspan class=\"links\">" + EscapeHtml(LinksOf(i)) + "</tspan></text>\n";
  }

  const Course& course_;
  Language language_;
  std::vector<int> tracks_;
  int days_ = 0, lanes_ = 0, labels_ = 0, width_ = 0;
};

}  // namespace

std::string CourseSvg(const Course& course, Language language) {
  return Drawing(course, language).Svg();
}

std::string CourseLanes(const Course& course) {
  std::string out;
  for (std::size_t lane = 0; lane < course.lanes.size(); ++lane) {
    out +=
        "<span class=\"lane\"><svg class=\"course\" aria-hidden=\"true\" width=\"12\" "
        "height=\"12\"><circle class=\"" +
        LaneClass(lane) + "\" cx=\"6\" cy=\"6\" r=\"5\"/></svg> " + EscapeHtml(course.lanes[lane]) +
        "</span> ";
  }
  return out;
}

std::string CourseText(const Course& course, Language language) {
  const Drawing drawing(course, language);
  const std::vector<Extent> extents = Extents(course);
  std::string out;
  for (std::size_t i = 0; i < course.steps.size(); ++i) {
    const Course::Step& step = course.steps[i];
    std::string line = FormatCell(step.day, language);
    line.resize(line.size() + 12 - std::min<std::size_t>(DisplayWidth(line), 12), ' ');
    for (std::size_t lane = 0; lane < extents.size(); ++lane) {
      const bool inside = extents[lane].first <= i && i <= extents[lane].last;
      line += step.lane == lane ? (step.due ? "◆" : "●") : inside ? "│" : " ";
    }
    line += "  " + step.label.In(language) + " " + EventReferences(step.events, 1);
    if (step.mark == Mark::kBad || step.mark == Mark::kNotice)
      line += " " + MarkSign(step.mark) + " " + MarkWord(step.mark, language);
    out += line + drawing.LinksOf(i) + "\n";
  }
  return out;
}

}  // namespace sinetti
