// What happens in the made-up region: the agenda says what is next, and one of the processes writes
// it.  Some occasions pass without an event, when no place is free for instance.
#include "replay/region/region.h"

#include "replay/region/founding.h"
#include "replay/region/matters.h"
#include "replay/region/projects.h"
#include "replay/region/stays.h"
#include "replay/region/supervision.h"

namespace sinetti {

struct RegionGenerator::Impl {
  Impl(std::uint64_t seed, const RegionOptions& options)
      : region(seed, options),
        matters(region),
        stays(region),
        monitoring(region),
        contracts(region),
        supervision(region),
        projects(region),
        founding(region, contracts, monitoring) {}

  void Append(std::string& out) {
    ++region.event;
    region.defects.Advance(region.event);
    while (true) {
      const Task task = region.agenda.Take();
      region.MoveTo(task.at);
      if (Run(task, out)) return;
    }
  }

  bool Run(const Task& task, std::string& out) {
    switch (static_cast<RegionProcess>(task.process)) {
      case kFounding: return founding.Step(out, task.slot);
      case kMatterArrives: return matters.Arrive(out);
      case kMatterStep: return matters.Step(out, task.slot);
      case kPlacementArrives: return stays.Arrive(out);
      case kPlacementEnds: return stays.End(out, task.slot);
      case kTransferArrives: return stays.ArriveTransfer(out);
      case kTransferStep: return stays.StepTransfer(out, task.slot);
      case kPlacesReviewed: return stays.Review(out);
      case kIncidentArrives: return monitoring.ReportIncident(out);
      case kStaffNotifies: return monitoring.NotifyByStaff(out);
      case kObservationArrives: return monitoring.Observe(out);
      case kObservationStep: return monitoring.StepObservation(out, task.slot);
      case kAccountDue: return monitoring.PublishAccount(out, task.slot);
      case kContractArrives: return contracts.Arrive(out);
      case kAmendmentArrives: return contracts.Amend(out);
      case kSubcontractorArrives: return contracts.AddSubcontractor(out);
      case kChargeDue: return contracts.Charge(out, task.slot);
      case kChargePaid: return contracts.Pay(out, task.slot);
      case kCaseArrives: return supervision.Arrive(out);
      case kCaseStep: return supervision.Step(out, task.slot);
      case kProjectArrives: return projects.Arrive(out);
      case kProjectStep: return projects.Step(out, task.slot);
    }
    return false;
  }

  RegionContext region;
  RegionMatters matters;
  RegionStays stays;
  RegionMonitoring monitoring;
  RegionContracts contracts;
  RegionSupervision supervision;
  RegionProjects projects;
  RegionFounding founding;
};

RegionGenerator::RegionGenerator(std::uint64_t seed, RegionOptions options)
    : impl_(std::make_unique<Impl>(seed, options)) {}
RegionGenerator::RegionGenerator(RegionGenerator&&) noexcept = default;
RegionGenerator& RegionGenerator::operator=(RegionGenerator&&) noexcept = default;
RegionGenerator::~RegionGenerator() = default;

std::string RegionGenerator::NextLine() {
  std::string line;
  line.reserve(1024);
  impl_->Append(line);
  return line;
}

void RegionGenerator::AppendLine(std::string& out) { impl_->Append(out); }

std::uint64_t RegionGenerator::lines() const { return impl_->region.event; }

Date RegionGenerator::today() const { return impl_->region.today; }

std::vector<PlantedDefect> RegionGenerator::AnswerKey(Date day) const {
  std::vector<PlantedDefect> key;
  for (const PlantedDefect& defect : impl_->region.defects.planted())
    if (defect.visible_from <= day) key.push_back(defect);
  return key;
}

}  // namespace sinetti
