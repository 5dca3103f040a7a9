#include "replay/reports/access.h"
#include "replay/reports/bodies.h"
#include "replay/reports/deadlines.h"
#include "replay/reports/discrepancies.h"
#include "replay/reports/dossier.h"
#include "replay/reports/form.h"
#include "replay/reports/funding.h"
#include "replay/reports/inspection_report.h"
#include "replay/reports/integrity.h"
#include "replay/reports/operations.h"
#include "replay/reports/overview.h"
#include "replay/reports/processing_return.h"
#include "replay/reports/project_account.h"
#include "replay/reports/proposals.h"
#include "replay/reports/provider.h"
#include "replay/reports/register_extract.h"
#include "replay/reports/reports.h"
#include "replay/reports/self_monitoring.h"
#include "replay/reports/trace.h"
#include "replay/reports/yearly_account.h"

namespace sinetti {

const std::vector<const ReportDefinition*>& AllReports() {
  static const std::vector<const ReportDefinition*> reports{
      &OverviewReport(),       &ProviderReport(),
      &RegisterExtract(),      &InspectionReport(),
      &DossierReport(),        &ProcessingReturn(),
      &YearlyAccount(),        &ProjectAccount(),
      &DeadlinesReport(),      &DiscrepanciesReport(),
      &SelfMonitoringReport(), &TraceReport(),
      &FundingReport(),        &ProposalsReport(),
      &BodiesReport(),         &FormReport(),
      &AccessReport(),         &IntegrityReport(),
      &OperationsReport(),     &PublicDiscrepanciesReport(),
  };
  return reports;
}

}  // namespace sinetti
