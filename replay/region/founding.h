// How the made-up region begins: delegations, providers with their units and price lists, places
// and contracts on the first day, and the plans of self-monitoring in January.
#pragma once

#include "replay/region/contracts.h"
#include "replay/region/monitoring.h"

namespace sinetti {

class RegionFounding {
 public:
  RegionFounding(RegionContext& region, RegionContracts& contracts, RegionMonitoring& monitoring);

  // Steps of the first day follow one another; then the adoption, display and publication of each
  // unit's plan.
  bool Step(std::string& out, std::uint32_t step);

 private:
  void GrantDelegation(std::string& out, std::uint32_t which);
  void RegisterProvider(std::string& out, std::uint32_t index);
  void PublishPrices(std::string& out, std::uint32_t index);
  void RegisterUnit(std::string& out, std::uint32_t index);
  void AgreePlaces(std::string& out, std::uint32_t index);
  void AdoptPlan(std::string& out, std::uint32_t unit);
  void DisplayPlan(std::string& out, std::uint32_t unit);
  void PublishPlan(std::string& out, std::uint32_t unit);
  Line BeginPlan(std::string& out, std::string_view type, std::uint32_t unit);

  RegionContext& region_;
  RegionContracts& contracts_;
  RegionMonitoring& monitoring_;
  std::uint32_t contracts_at_first_;
  std::uint32_t plans_;  // first step of the plans: three for each unit
  bool not_displayed_ = false;
};

}  // namespace sinetti
