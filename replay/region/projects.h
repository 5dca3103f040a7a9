// Development projects of the made-up region: planned with their days, a funding plan whose lines
// make the total of the year, and their beginning and end on those days.
#pragma once

#include "replay/region/context.h"

namespace sinetti {

class RegionProjects {
 public:
  explicit RegionProjects(RegionContext& region);

  bool Arrive(std::string& out);
  bool Step(std::string& out, std::uint32_t slot);

 private:
  struct Project {
    std::uint64_t number = 0;
    Date first, last;
    std::int64_t state_cents = 0;
    std::int64_t municipal_cents = 0;
    std::uint8_t stage = 0;
  };

  void WriteFunding(std::string& out, const Project& project, int part);
  Line BeginProject(std::string& out, std::string_view type, const Project& project,
                    std::string_view family);

  RegionContext& region_;
  Arrivals arrivals_;
  Pool<Project> projects_;
  std::uint64_t last_project_ = 0;
};

}  // namespace sinetti
