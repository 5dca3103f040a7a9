#include "replay/reports/integrity.h"
#include "replay/reports/reports.h"

namespace sinetti {

const std::vector<const ReportDefinition*>& AllReports() {
  static const std::vector<const ReportDefinition*> reports{
      &IntegrityReport(),
  };
  return reports;
}

}  // namespace sinetti
