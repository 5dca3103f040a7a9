#include "replay/region/places.h"

#include <array>

namespace sinetti {
namespace {

constexpr std::array<const char*, 12> kFirst = {"Koivu", "Lehto",  "Suvi",  "Ranta",
                                                "Metsä", "Puisto", "Harju", "Niitty",
                                                "Joki",  "Kallio", "Salo",  "Tuuli"};
constexpr std::array<const char*, 10> kSecond = {"pirtti", "kartano", "hoiva", "koti",  "tupa",
                                                 "piha",   "linna",   "mäki",  "kulma", "portti"};
constexpr std::array<std::string_view, 8> kServices = {
    "tehostettu palveluasuminen", "kotihoito",       "lastensuojelun laitoshoito",
    "vammaisten asumispalvelu",   "päihdekuntoutus", "omaishoidon vapaat",
    "lyhytaikaishoito",           "perhetyö"};
constexpr std::array<const char*, 4> kForms = {" Oy", " ry", " säätiö", " liikelaitos"};
constexpr std::array<std::string_view, 4> kSectors = {"private", "third", "foundation", "public"};

// The next business id from `serial` on that has a check digit.
std::string BusinessId(std::uint32_t& serial) {
  constexpr std::array<int, 7> kWeights = {7, 9, 10, 5, 8, 4, 2};
  while (true) {
    const std::string digits = std::to_string(serial++);
    int sum = 0;
    for (std::size_t i = 0; i < 7; ++i) sum += kWeights[i] * (digits[i] - '0');
    if (sum % 11 == 1) continue;
    return digits + "-" + std::to_string(sum % 11 == 0 ? 0 : 11 - sum % 11);
  }
}

// One to three owners, who follow one another in the list of municipalities.
void DividePlaces(RegionUnit& unit, Random& random) {
  const std::uint32_t owners = 1 + random.Below(3);
  for (std::uint32_t o = 0; o < owners; ++o) {
    const auto count = static_cast<std::uint32_t>(RegionMunicipalities().size());
    unit.quotas.push_back({(unit.municipality + o) % count, 4 + random.Below(16), 0});
    unit.places += unit.quotas.back().places;
  }
}

std::string OidOf(const std::string& business_id) {
  return "1.2.246.10." + business_id.substr(0, 7) + business_id.substr(8);
}

}  // namespace

const std::vector<RegionMunicipality>& RegionMunicipalities() {
  static const std::vector<RegionMunicipality> all = {
      {"109", "Hämeenlinna"}, {"082", "Hattula"},   {"165", "Janakkala"}, {"694", "Riihimäki"},
      {"433", "Loppi"},       {"086", "Hausjärvi"}, {"061", "Forssa"},    {"834", "Tammela"},
      {"169", "Jokioinen"},   {"103", "Humppila"},  {"981", "Ypäjä"}};
  return all;
}

RegionContract MakeContract(std::uint32_t provider, std::string_view service, Random& random) {
  RegionContract contract;
  contract.provider = provider;
  contract.municipality = random.Below(static_cast<std::uint32_t>(RegionMunicipalities().size()));
  contract.service = service;
  contract.value_cents = 100'000 * static_cast<std::int64_t>(40 + random.Below(900));
  contract.price_cents = 4'000 + 5 * static_cast<std::int64_t>(random.Below(4'000));
  return contract;
}

RegionPlaces MakePlaces(int providers, Random& random) {
  RegionPlaces places;
  const auto municipality_count = static_cast<std::uint32_t>(RegionMunicipalities().size());
  std::uint32_t serial = 9'000'000;
  for (std::uint32_t p = 0; p < static_cast<std::uint32_t>(providers); ++p) {
    const std::uint32_t form = random.Percent(60) ? 0 : 1 + random.Below(3);
    const std::string base = std::string(kFirst[p % 12]) + kSecond[p / 12 % 10] +
                             (p < 120 ? "" : " " + std::to_string(p / 120 + 1));
    RegionProvider provider;
    provider.name = base + kForms[form];
    provider.business_id = BusinessId(serial);
    provider.sector = kSectors[form];
    provider.first_unit = static_cast<std::uint32_t>(places.units.size());
    provider.unit_count = 1 + random.Below(2) + random.Below(2) + (random.Percent(10) ? 4 : 0);
    for (std::uint32_t u = 0; u < provider.unit_count; ++u) {
      RegionUnit unit;
      unit.provider = p;
      unit.municipality = random.Below(municipality_count);
      unit.name = base + " " + RegionMunicipalities()[unit.municipality].name;
      unit.oid = OidOf(provider.business_id) + ".10." + std::to_string(u + 1);
      unit.service = kServices[random.Below(8)];
      DividePlaces(unit, random);
      places.units.push_back(std::move(unit));
    }
    const std::uint32_t contracts = 1 + (random.Percent(30) ? 1 : 0);
    for (std::uint32_t c = 0; c < contracts; ++c)
      places.contracts.push_back(
          MakeContract(p, places.units[provider.first_unit].service, random));
    places.providers.push_back(std::move(provider));
  }
  return places;
}

}  // namespace sinetti
