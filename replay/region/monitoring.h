// What the units of the made-up region see of themselves: incidents, notifications of staff,
// observations with their actions, and the account of self-monitoring every four months.
#pragma once

#include "replay/region/context.h"

namespace sinetti {

class RegionMonitoring {
 public:
  explicit RegionMonitoring(RegionContext& region);

  // With the event at hand; the first account of the unit is due four months later.
  void PlanPublished(std::uint32_t unit);

  bool ReportIncident(std::string& out);
  bool NotifyByStaff(std::string& out);
  bool Observe(std::string& out);
  bool StepObservation(std::string& out, std::uint32_t slot);
  bool PublishAccount(std::string& out, std::uint32_t unit);

 private:
  struct Observation {
    std::uint32_t unit = 0;
    std::uint64_t event = 0;
    std::uint64_t action = 0;  // 0: not planned yet
    int days = 0;              // to its day
  };

  struct Account {
    std::uint64_t event = 0;  // that published the plan
    std::uint32_t count = 0;  // accounts so far
    Date covered;             // first day that no account covers
    Date due;
  };

  Line BeginUnit(std::string& out, std::string_view type, std::string_view family,
                 std::uint64_t stream, std::uint32_t unit, std::string_view role,
                 std::string_view happened = {});

  RegionContext& region_;
  Arrivals incidents_arrive_, staff_notify_, observations_arrive_;
  Pool<Observation> observations_;
  std::vector<Account> accounts_;  // by unit
  std::uint64_t last_incident_ = 0;
};

}  // namespace sinetti
