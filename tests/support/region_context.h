// What all processes of the region generator share: its random source, clock and places, the number
// of the event being written, and the attributes that every event has.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/support/region.h"
#include "tests/support/region_line.h"
#include "tests/support/region_places.h"

namespace sinetti::testing_support {

inline constexpr std::uint32_t kRegionClients = 60'000;

inline constexpr std::array<std::string_view, 8> kRegionObservations = {
    "Yövuorossa yksi hoitaja kahden sijasta kahtena yönä.",
    "Lääkekaapin avain oli ovessa vuoron vaihtuessa.",
    "Hälytysjärjestelmän vasteaika ylitti sovitun kolmesti.",
    "Kaatumisia enemmän kuin edellisellä jaksolla.",
    "Ruokailujen väli venyi yöllä yli yhdentoista tunnin.",
    "Omaisten palautteessa toivottiin enemmän ulkoilua.",
    "Perehdytyslomake puuttui neljältä sijaiselta.",
    "Asukkaiden suunnitelmat tarkistettu ajallaan."};

struct RegionContext {
  RegionContext(std::uint64_t seed, RegionOptions chosen)
      : options(chosen), random(seed), places(MakePlaces(chosen.providers, random)) {}
  RegionContext(const RegionContext&) = delete;

  // Attributes that every event has.
  Line Begin(std::string& out, std::string_view type, std::string_view family, std::uint64_t stream,
             std::string_view actor, std::string_view role) {
    Line line(out);
    line.Text("specversion", "1.0").Id("id", "r", event).Text("source", "urn:region");
    line.Text("type", type).Text("time", clock.time_text()).Id("stream", family, stream);
    line.Text("actor", actor).Text("role", role);
    return line;
  }

  void OfUnit(Line& line, std::uint32_t unit) {
    line.Id("provider", "pt-", places.units[unit].provider).Id("unit", "yks-", unit);
  }

  std::uint32_t SomeUnit() { return random.Below(static_cast<std::uint32_t>(places.units.size())); }

  std::string_view SomeObservation() { return kRegionObservations[random.Below(8)]; }

  RegionOptions options;
  Random random;
  RegionPlaces places;
  RegionClock clock;
  std::uint64_t event = 0;  // from 1
};

}  // namespace sinetti::testing_support
