// Places of the made-up region: placements in the units within what their owners agreed, transfers
// from the hospital, and what is agreed anew about places.
#pragma once

#include "replay/region/context.h"

namespace sinetti {

class RegionStays {
 public:
  explicit RegionStays(RegionContext& region);

  // False when nothing was written: no place was free.
  bool Arrive(std::string& out);
  bool End(std::string& out, std::uint32_t slot);
  bool ArriveTransfer(std::string& out);
  bool StepTransfer(std::string& out, std::uint32_t slot);
  bool Review(std::string& out);

 private:
  struct Stay {
    std::uint64_t number = 0;
    std::uint32_t client = 0;
    std::uint32_t unit = 0;
    std::uint32_t quota = 0;
  };

  struct Transfer {
    std::uint64_t number = 0;
    std::uint64_t last_event = 0;
    std::uint32_t client = 0;
    std::uint32_t unit = 0;
    std::uint8_t stage = 0;
  };

  Line BeginStay(std::string& out, std::string_view type, const Stay& stay,
                 std::string_view happened);
  Line BeginTransfer(std::string& out, std::string_view type, const Transfer& transfer);
  bool PlaceWithoutQuota(std::string& out, Stay stay);
  void WriteQuotas(Line& line, const RegionUnit& unit, std::uint32_t total, bool shared);

  RegionContext& region_;
  Arrivals stays_arrive_, transfers_arrive_, reviews_arrive_;
  int mean_days_ = 1;
  Pool<Stay> stays_;
  Pool<Transfer> transfers_;
  std::uint64_t last_stay_ = 0;
  std::uint64_t last_transfer_ = 0;
};

// The places of a unit as capacity.placesAgreed and capacity.changed state them.
void WritePlaces(Line& line, const RegionUnit& unit, std::uint32_t total, bool shared);

}  // namespace sinetti
