// Contracts of the made-up region: signed, amended, their subcontractors, and what is charged for
// them every month.
#pragma once

#include "replay/region/context.h"

namespace sinetti {

class RegionContracts {
 public:
  explicit RegionContracts(RegionContext& region);

  void Sign(std::string& out, std::uint32_t contract);
  // False when nothing was written.
  bool Arrive(std::string& out);
  bool Amend(std::string& out);
  bool AddSubcontractor(std::string& out);
  bool Charge(std::string& out, std::uint32_t contract);
  bool Pay(std::string& out, std::uint32_t slot);

 private:
  struct Bill {
    std::uint64_t number = 0;
    std::uint64_t event = 0;
    std::uint32_t contract = 0;
    std::int64_t cents = 0;
  };

  std::uint32_t SomeContract();
  Line BeginContract(std::string& out, std::string_view type, std::uint32_t contract,
                     std::string_view basis);

  RegionContext& region_;
  Arrivals contracts_arrive_, amendments_arrive_, subcontractors_arrive_;
  Pool<Bill> bills_;
  std::uint64_t last_bill_ = 0;
};

}  // namespace sinetti
