// The reports by name.  A report is built from a views database alone: same views, same report
// (docs/guide/add-a-report.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "replay/fold/meta.h"
#include "replay/reports/report.h"

namespace sinetti {

struct ReportRequest {
  std::string scope;  // the provider, matter, unit … asked for; empty: everything
};

struct ReportDefinition {
  std::string_view name;  // on the command line
  Words title;
  Words about;  // one sentence for the list of reports
  Words scope;  // what SUBJECT is; empty: takes none
  bool needs_scope = false;
  // Reads what AttachOperations offers: it tells of one machine, and only there it is made again.
  bool of_machine = false;
  // Of a report for publication: columns that stay where a row rests on an event about a person, or
  // on a secret one.  Empty: not for publication.
  std::vector<std::string_view> public_columns = {};
  Result<std::vector<Section>> (*build)(Database& views, const ReportRequest& request) = nullptr;
};

const std::vector<const ReportDefinition*>& AllReports();

// Null when there is no such report.
const ReportDefinition* FindReport(std::string_view name);

// `origin` is filled but for the report's own name and subject.  `cited` stays empty: CiteEvents.
Result<Report> BuildReport(const ReportDefinition& definition, Database& views,
                           const ReportRequest& request, ReportOrigin origin);

// Every event named by a cell of the report, each once, in order.
std::vector<Sequence> EventsNamed(const Report& report);

// What the last section says of one event.
CitedEvent Cite(const Event& event);

// Fills the last section from the events that EventsNamed says, in that order; withholds what may
// not be published where the report is for publication.
void CiteEvents(const ReportDefinition& definition, const std::vector<Event>& events,
                Report& report);

}  // namespace sinetti
