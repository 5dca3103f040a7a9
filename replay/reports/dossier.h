// The dossier on a decision for an appeal court (808/2019; V20, V21, V22 and proofs): the decision
// with its mandate, the course of the matter, notification and appeal, and what proves each event.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& DossierReport();

}  // namespace sinetti
