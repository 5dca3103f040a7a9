// The standing part of the made-up region: who produces what where, under which contract.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/region_line.h"

namespace sinetti::testing_support {

struct RegionMunicipality {
  const char* code;
  const char* name;
};

struct RegionProvider {
  std::string name;
  std::string business_id;  // valid check digit, serial 9,000,000 and up
  std::string_view sector;
  std::uint32_t first_unit = 0;  // into RegionPlaces::units
  std::uint32_t unit_count = 0;
};

struct RegionUnit {
  std::uint32_t provider = 0;
  std::uint32_t municipality = 0;
  std::string name;
  std::string oid;
  std::string_view service;
  std::uint32_t places = 0;
};

struct RegionContract {
  std::uint32_t provider = 0;
  std::uint32_t municipality = 0;
  std::string_view service;
  std::uint32_t yearly_euros = 0;
};

struct RegionPlaces {
  std::vector<RegionProvider> providers;
  std::vector<RegionUnit> units;
  std::vector<RegionContract> contracts;
};

const std::vector<RegionMunicipality>& RegionMunicipalities();
RegionPlaces MakePlaces(int providers, Random& random);

}  // namespace sinetti::testing_support
