// The drawing of a course: every step and every link is there, in the order of the days, and
// hostile text stays text.
#include <gmock/gmock.h>

#include <algorithm>

#include "replay/render/layout.h"
#include "tests/render/sample.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Language kFi = Language::kFinnish;

std::size_t Count(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++count;
  return count;
}

Course Sample() {
  Course course{
      .key = "course", .title = Words::Same("Kulku"), .lanes = {"decision-1", "appeal-1"}};
  course.steps = {
      {.day = Date{20'000}, .label = Words::Same("päätös"), .lane = 0, .events = {Sequence{3}}},
      {.day = Date{20'010}, .label = Words::Same("valitus"), .lane = 1, .events = {Sequence{7}}},
      {.day = Date{20'030},
       .label = Words::Same("määräpäivä"),
       .lane = 0,
       .due = true,
       .mark = Mark::kBad,
       .events = {Sequence{3}}}};
  course.links = {{1, 0, Words::Same("hakee muutosta")}, {2, 0, Words::Same("lasketaan")}};
  return course;
}

TEST(Course, IsALineOfTextForEachStepWithAColumnForEachStream) {
  EXPECT_EQ(CourseText(Sample(), kFi),
            "4.10.2024   ●   päätös #3\n"
            "14.10.2024  │●  valitus #7 · hakee muutosta #3\n"
            "3.11.2024   ◆   määräpäivä #3 " +
                MarkSign(Mark::kBad) + " " + MarkWord(Mark::kBad, kFi) + " · lasketaan #3\n");
}

TEST(Course, DrawsADotForEachEventADiamondForALastDayAndAnArcForEachLink) {
  const std::string svg = CourseSvg(Sample(), kFi);
  EXPECT_EQ(Count(svg, "<circle"), 2u);
  EXPECT_EQ(Count(svg, "class=\"due bad\""), 1u);
  EXPECT_EQ(Count(svg, "class=\"arc\""), 2u);
  EXPECT_EQ(Count(svg, "class=\"lane l"), 2u);
  EXPECT_THAT(svg, AllOf(HasSubstr("<a href=\"#event-7\">valitus #7</a>"),
                         HasSubstr("hakee muutosta #3"), HasSubstr("14.10.2024")));
  EXPECT_THAT(CourseLanes(Sample()), AllOf(HasSubstr("decision-1"), HasSubstr("appeal-1")));
}

// The horizontal end of each arc, from "M… …H12V…".
TEST(Course, PutsArcsThatOverlapSideBySide) {
  const std::string svg = CourseSvg(Sample(), kFi);
  const std::size_t first = svg.find("class=\"arc\"");
  const std::size_t second = svg.find("class=\"arc\"", first + 1);
  const auto reach = [&](std::size_t at) {
    const std::size_t h = svg.find('H', at);
    return svg.substr(h, svg.find('V', h) - h);
  };
  EXPECT_NE(reach(first), reach(second));
}

TEST(Course, KeepsHostileTextAsText) {
  Course course = Sample();
  course.lanes[0] = "<script>";
  course.steps[0].label = Words::Same("\"><img src=x onerror=alert(1)>");
  course.links[0].relation = Words::Same("</svg>");
  EXPECT_THAT(CourseSvg(course, kFi) + CourseLanes(course),
              AllOf(Not(HasSubstr("<script")), Not(HasSubstr("<img"))));
  EXPECT_EQ(Count(CourseSvg(course, kFi), "</svg>"), 1u);
}

TEST(Course, IsInEveryFormatThatPeopleRead) {
  Report report = testing_support::SampleReport({});
  report.sections.front().courses.push_back(Sample());
  for (const ReportFormat format :
       {ReportFormat::kText, ReportFormat::kMarkdown, ReportFormat::kHtml, ReportFormat::kJson})
    EXPECT_THAT(Render(report, format, kFi), HasSubstr("valitus"));
}

}  // namespace
}  // namespace sinetti
