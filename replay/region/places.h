// The standing part of the made-up region: who produces what where, under which contract.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "replay/region/line.h"

namespace sinetti {

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

// One owner's places in a unit, and how many of its clients live there now.
struct RegionQuota {
  std::uint32_t municipality = 0;
  std::uint32_t places = 0;
  std::uint32_t occupied = 0;
};

struct RegionUnit {
  std::uint32_t provider = 0;
  std::uint32_t municipality = 0;
  std::string name;
  std::string oid;
  std::string_view service;
  std::uint32_t places = 0;         // the sum of the quotas
  std::vector<RegionQuota> quotas;  // one to three owners
  bool places_touched = false;      // has a planted defect of places: no more events on them
};

struct RegionContract {
  std::uint32_t provider = 0;
  std::uint32_t municipality = 0;
  std::string_view service;
  std::int64_t value_cents = 0;
  std::int64_t price_cents = 0;  // of a day
  std::int64_t minor_cents = 0;  // of minor changes so far
  std::uint32_t subcontractors = 0;
};

struct RegionPlaces {
  std::vector<RegionProvider> providers;
  std::vector<RegionUnit> units;
  std::vector<RegionContract> contracts;
};

const std::vector<RegionMunicipality>& RegionMunicipalities();
RegionContract MakeContract(std::uint32_t provider, std::string_view service, Random& random);
RegionPlaces MakePlaces(int providers, Random& random);

}  // namespace sinetti
