#include "replay/reports/funding.h"
#include "replay/reports/integrity.h"
#include "replay/reports/proposals.h"
#include "replay/reports/reports.h"

namespace sinetti {

const std::vector<const ReportDefinition*>& AllReports() {
  static const std::vector<const ReportDefinition*> reports{
      &FundingReport(),
      &ProposalsReport(),
      &IntegrityReport(),
  };
  return reports;
}

}  // namespace sinetti
