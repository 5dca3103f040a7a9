#include "replay/reports/course.h"

#include <algorithm>
#include <map>

#include "replay/reports/cell_words.h"
#include "replay/reports/codes.h"

namespace sinetti {
namespace {

// Events of the matters, events elsewhere that refer to them or that they refer to, the mandates
// that they name, and their last days.
std::string StepsSql(const std::string& matters) {
  return "WITH own AS (SELECT * FROM matter_event WHERE matter IN " + matters +
         "), near AS (SELECT * FROM own UNION SELECT o.* FROM matter_event o WHERE o.relates_to IN "
         "(SELECT ref FROM own) OR o.causation IN (SELECT ref FROM own) OR o.ref IN "
         "(SELECT relates_to FROM own UNION SELECT causation FROM own)) "
         "SELECT * FROM (SELECT n.happened AS day, 0 AS due, n.type AS what, '' AS state, '' AS "
         "duty, "
         "n.stream AS lane, n.ref AS ref, coalesce(n.relation, 'relates') AS relation, "
         "n.relates_to "
         "AS relates_to, n.causation AS causation, n.mandate AS mandate, n.seq AS seq FROM near n "
         "UNION ALL SELECT coalesce(g.valid_from, ''), 0, 'delegation.granted', '', '', "
         "coalesce(g.from_office, g.to_office), g.ref, '', NULL, NULL, NULL, g.seq FROM delegation "
         "g "
         "WHERE g.ref IN (SELECT mandate FROM own) "
         "UNION ALL SELECT d.due, 1, d.rule, d.state, d.duty, n.stream, '', 'began', "
         "d.trigger_ref, "
         "NULL, NULL, d.seq FROM v4_deadlines d JOIN own n ON n.ref = d.trigger_ref "
         "ORDER BY seq DESC LIMIT 200) ORDER BY day, due, seq, what";
}

const std::vector<CodeWord>& Relations() {
  static const std::vector<CodeWord> codes{{"corrects", {"korjaa", "rättar", "corrects"}},
                                           {"supersedes", {"korvaa", "ersätter", "supersedes"}},
                                           {"answers", {"vastaa", "besvarar", "answers"}},
                                           {"appeals", {"hakee muutosta", "överklagar", "appeals"}},
                                           {"explains", {"selittää", "förklarar", "explains"}},
                                           {"relates", {"liittyy", "hör till", "relates to"}},
                                           {"cause", {"johtuu", "beror på", "caused by"}},
                                           {"mandate", {"toimivalta", "befogenhet", "mandate"}},
                                           {"began", {"lasketaan", "räknas från", "counted from"}}};
  return codes;
}

Words Joined(const Words& first, const std::string& between, const Words& second) {
  return {first.fi + between + second.fi, first.sv + between + second.sv,
          first.en + between + second.en};
}

Words LastDayOf(std::string_view rule, std::string_view state) {
  const Words what{"Määräpäivä", "Sista dag", "Last day"};
  const Words name = rule == "set" ? Words{"asetettu päivä", "utsatt dag", "set day"}
                                   : Words::Same(std::string(rule));
  return Joined(Joined(what, ": ", name), ", ", WordsOf(CodeValue(state, DeadlineStates())));
}

// As the table of time limits marks them.
Mark MarkOf(std::string_view state, std::string_view duty) {
  if (duty == "party" && (state == "late" || state == "lapsed")) return Mark::kNotice;
  if (state == "overdue" || state == "late") return Mark::kBad;
  return state == "in_time" ? Mark::kGood : Mark::kNone;
}

// Steps in their order, and what each of them names.
struct Names {
  std::size_t step;
  std::string relation;
  std::string ref;
};

std::size_t LaneOf(Course& course, std::string_view stream) {
  const auto found = std::find(course.lanes.begin(), course.lanes.end(), stream);
  if (found != course.lanes.end()) return static_cast<std::size_t>(found - course.lanes.begin());
  course.lanes.emplace_back(stream);
  return course.lanes.size() - 1;
}

}  // namespace

Result<Course> QueryCourse(Database& views, const std::string& matters,
                           const std::vector<std::string>& parameters) {
  enum Place {
    kDay,
    kDue,
    kWhat,
    kState,
    kDuty,
    kLane,
    kRef,
    kRelation,
    kRelates,
    kCause,
    kMandate,
    kSeq
  };
  Course course{.key = "course",
                .title = {"Kulku piirroksena", "Gången som bild", "The course, drawn"}};
  auto statement = views.Prepare(StepsSql(matters));
  if (!statement) return std::move(statement).error().Within("the course");
  statement->StartWith(parameters);
  std::map<std::string, std::size_t, std::less<>> step_of;  // by reference
  std::vector<Names> names;
  while (true) {
    SINETTI_ASSIGN(const bool more, statement->Step());
    if (!more) break;
    const std::size_t step = course.steps.size();
    const bool due = statement->Integer(kDue) != 0;
    course.steps.push_back(
        {.day = DateValue(statement->Text(kDay)),
         .label = due ? LastDayOf(statement->Text(kWhat), statement->Text(kState))
                      : EventTypeWords(statement->Text(kWhat)),
         .lane = LaneOf(course, statement->Text(kLane)),
         .due = due,
         .mark = MarkOf(statement->Text(kState), statement->Text(kDuty)),
         .events = {Sequence{static_cast<std::uint64_t>(statement->Integer(kSeq))}}});
    if (!due) step_of.emplace(statement->Text(kRef), step);
    names.push_back(
        {step, std::string(statement->Text(kRelation)), std::string(statement->Text(kRelates))});
    names.push_back({step, "cause", std::string(statement->Text(kCause))});
    names.push_back({step, "mandate", std::string(statement->Text(kMandate))});
  }
  for (const Names& one : names) {
    const auto to = step_of.find(one.ref);
    if (to == step_of.end() || to->second == one.step) continue;
    course.links.push_back({one.step, to->second, WordsOf(CodeValue(one.relation, Relations()))});
  }
  return course;
}

}  // namespace sinetti
