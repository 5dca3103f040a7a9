// The fixed words of every report: what stands around the data.
#pragma once

#include <string>

#include "replay/reports/report.h"

namespace sinetti::words {

extern const Words kLedger, kScope, kCheckpoint, kNoCheckpoint, kPosition, kRoot, kAsOf, kKnownAt,
    kKnownAll, kRules, kProvenance, kEvents, kEventsCaption, kEvent, kType, kStream, kOccurred,
    kRecorded, kSource, kLeaf, kGood, kNotice, kBad, kContents, kHowToCheck, kHowToCheckText,
    kChartTable, kInvented, kReportSheet, kEventSheet, kTypeName;

}  // namespace sinetti::words
