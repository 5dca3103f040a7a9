#include "replay/reports/reports.h"

#include <algorithm>
#include <set>

#include "ledger/event/publicity.h"
#include "replay/reports/publishable.h"

namespace sinetti {

const ReportDefinition* FindReport(std::string_view name) {
  for (const ReportDefinition* definition : AllReports()) {
    if (definition->name == name) return definition;
  }
  return nullptr;
}

Result<Report> BuildReport(const ReportDefinition& definition, Database& views,
                           const ReportRequest& request, ReportOrigin origin) {
  const bool takes_scope = !definition.scope.en.empty();
  if (definition.needs_scope && request.scope.empty()) {
    return Error{ErrorCode::kInvalid, "report " + std::string(definition.name) + " needs a " +
                                          definition.scope.en + ": sinetti report " +
                                          std::string(definition.name) + " SUBJECT"};
  }
  if (!takes_scope && !request.scope.empty()) {
    return Error{ErrorCode::kInvalid, "report " + std::string(definition.name) +
                                          " takes no subject, here is \"" + request.scope + "\""};
  }
  origin.report = definition.name;
  origin.scope = request.scope;
  Report report{.origin = std::move(origin), .title = definition.title};
  if (!request.scope.empty()) report.subtitle = Words::Same(request.scope);
  SINETTI_ASSIGN(report.sections, definition.build(views, request));
  return report;
}

std::vector<Sequence> EventsNamed(const Report& report) {
  std::vector<Sequence> events;
  for (const Section& section : report.sections) {
    for (const Table& table : section.tables) {
      for (const auto& row : table.rows) {
        for (const Cell& cell : row) {
          events.insert(events.end(), cell.events.begin(), cell.events.end());
        }
      }
    }
    for (const Course& course : section.courses)
      for (const Course::Step& step : course.steps)
        events.insert(events.end(), step.events.begin(), step.events.end());
  }
  std::sort(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  return events;
}

CitedEvent Cite(const Event& event) {
  const Labels& labels = event.type_info().labels;
  const Envelope& envelope = event.envelope();
  return {.sequence = event.sequence(),
          .id = std::string(event.id()),
          .type = std::string(event.type()),
          .label = {labels.fi, labels.sv, labels.en},
          .stream = std::string(event.stream()),
          .occurred = std::string(envelope.occurred),
          .recorded_at = event.recorded_at(),
          .document = std::string(envelope.provenance.document),
          .quote = std::string(envelope.provenance.quote),
          .invented = envelope.provenance.confidence == Confidence::kInvented,
          .leaf = event.leaf()};
}

void CiteEvents(const ReportDefinition& definition, const std::vector<Event>& events,
                Report& report) {
  std::set<Sequence> closed;
  for (const Event& event : events) {
    report.cited.push_back(Cite(event));
    if (!WhyNotPublic(event).empty()) closed.insert(event.sequence());
  }
  if (!definition.public_columns.empty()) WithholdClosed(report, closed, definition.public_columns);
}

}  // namespace sinetti
