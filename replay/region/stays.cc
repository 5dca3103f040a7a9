#include "replay/region/stays.h"

#include <algorithm>

namespace sinetti {

void WritePlaces(Line& line, const RegionUnit& unit, std::uint32_t total, bool shared) {
  line.Count("total", total, "paikka");
  std::string owners = "[";
  for (std::size_t q = 0; q < unit.quotas.size(); ++q) {
    const RegionQuota& quota = unit.quotas[q];
    const auto owner = [&](std::uint32_t municipality) {
      const RegionMunicipality& who = RegionMunicipalities()[municipality];
      return std::string("{\"name\":\"") + who.name + "\",\"municipality\":\"" + who.code + "\"}";
    };
    if (q > 0) owners += ',';
    owners += "{\"owners\":[" + owner(quota.municipality);
    if (shared && q == 0) {
      // With the one that follows the last owner in the list, so it has no places of its own.
      const auto count = static_cast<std::uint32_t>(RegionMunicipalities().size());
      owners += "," + owner((unit.quotas.back().municipality + 1) % count);
    }
    owners += "],\"places\":{\"value\":" + std::to_string(quota.places) + ",\"unit\":\"paikka\"}}";
  }
  line.Raw("perOwner", owners + "]");
}

RegionStays::RegionStays(RegionContext& region) : region_(region) {
  const std::uint64_t per_year = 1 + region.options.events_per_year * 30 / 1000;
  stays_arrive_ = {.per_year = per_year,
                   .office = false,
                   .percent = {104, 102, 100, 98, 98, 104, 112, 100, 96, 96, 94, 96},
                   .day = region.first_day};
  transfers_arrive_ = {.per_year = 1 + region.options.events_per_year * 5 / 1000,
                       .office = false,
                       .percent = {116, 114, 108, 100, 96, 92, 86, 90, 94, 98, 102, 104},
                       .day = region.first_day};
  reviews_arrive_ = {.per_year = 12 + region.options.events_per_year / 2000,
                     .percent = {100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100},
                     .day = region.first_day};
  // As long as the places allow: long stays in a region with few clients, days in a busy one.
  std::uint64_t all = 0;
  for (const RegionUnit& unit : region.places.units) all += unit.places;
  mean_days_ = static_cast<int>(std::clamp<std::uint64_t>(all * 365 * 6 / 10 / per_year, 1, 300));
  region_.agenda.Add(region_.NextArrival(stays_arrive_), kPlacementArrives, 0);
  region_.agenda.Add(region_.NextArrival(transfers_arrive_), kTransferArrives, 0);
  region_.agenda.Add(region_.NextArrival(reviews_arrive_), kPlacesReviewed, 0);
}

Line RegionStays::BeginStay(std::string& out, std::string_view type, const Stay& stay,
                            std::string_view happened) {
  Line line = region_.Begin(out, type, "capacity-yks-", stay.unit, region_.ProviderOf(stay.unit),
                            "vastuuhenkilö", happened);
  region_.OfUnit(line, stay.unit);
  line.Id("client", "k-", stay.client).Id("correlation", "sijoitus-", stay.number);
  return line;
}

bool RegionStays::Arrive(std::string& out) {
  region_.agenda.Add(region_.NextArrival(stays_arrive_), kPlacementArrives, 0);
  Stay stay;
  stay.unit = region_.SomeUnit();
  RegionUnit& unit = region_.places.units[stay.unit];
  stay.quota = region_.random.Below(static_cast<std::uint32_t>(unit.quotas.size()));
  RegionQuota& quota = unit.quotas[stay.quota];
  if (quota.occupied >= quota.places) return false;
  stay.number = ++last_stay_;
  // No client twice in a unit at a time: clients of a stay have numbers of their own.
  stay.client = kRegionClients + static_cast<std::uint32_t>(stay.number);
  if (!unit.places_touched && region_.defects.Take(Defect::kResidentWithoutPlace))
    return PlaceWithoutQuota(out, stay);
  ++quota.occupied;
  const RegionMunicipality& owner = RegionMunicipalities()[quota.municipality];
  Line line = BeginStay(out, "placement.started", stay, {});
  line.Text("effectivefrom", region_.today_text()).Open("data").Id("unit", "yks-", stay.unit);
  line.Org("owner", owner.name, owner.code);
  line.Text("placeKind", mean_days_ > 60 ? "pitkäaikainen" : "lyhytaikainen").End();
  const int days = region_.random.Between(mean_days_ / 2, mean_days_ * 3 / 2);
  region_.agenda.Add(
      region_.now + days * 24 * kHourMillis + region_.random.Between(1, 20) * kHourMillis,
      kPlacementEnds, stays_.Add(stay));
  return true;
}

bool RegionStays::PlaceWithoutQuota(std::string& out, Stay stay) {
  RegionUnit& unit = region_.places.units[stay.unit];
  unit.places_touched = true;
  const auto count = static_cast<std::uint32_t>(RegionMunicipalities().size());
  const RegionMunicipality& owner =
      RegionMunicipalities()[(unit.quotas.back().municipality + 1) % count];
  Line line = BeginStay(out, "placement.started", stay, {});
  line.Text("effectivefrom", region_.today_text()).Open("data").Id("unit", "yks-", stay.unit);
  line.Org("owner", owner.name, owner.code).Text("placeKind", "pitkäaikainen").End();
  region_.Planted(Defect::kResidentWithoutPlace, NumberedText("yks-", stay.unit), owner.name);
  return true;
}

bool RegionStays::End(std::string& out, std::uint32_t slot) {
  const Stay stay = stays_[slot];
  stays_.Remove(slot);
  --region_.places.units[stay.unit].quotas[stay.quota].occupied;
  // Some ends are recorded a day or more after they happened.
  const bool late = region_.random.Percent(6);
  Line line = BeginStay(out, "placement.ended", stay, {});
  line.Text("effectivefrom",
            late ? region_.TextAfter(mean_days_ > 2 ? -1 : 0) : region_.today_text());
  line.Open("data").Id("unit", "yks-", stay.unit);
  line.Text("reasonCode",
            region_.random.Percent(60) ? "muutto kotiin" : "siirto toiseen yksikköön");
  line.End();
  return true;
}

Line RegionStays::BeginTransfer(std::string& out, std::string_view type, const Transfer& transfer) {
  Line line = region_.Begin(out, type, "transfer-si-", transfer.number, "keskussairaala",
                            "siirtokoordinaattori");
  line.Id("client", "k-", transfer.client).Text("publicity", "sensitive");
  if (transfer.last_event != 0) line.Id("causation", "r", transfer.last_event);
  line.Open("data").Id("transfer", "si-", transfer.number);
  return line;
}

bool RegionStays::ArriveTransfer(std::string& out) {
  region_.agenda.Add(region_.NextArrival(transfers_arrive_), kTransferArrives, 0);
  Transfer transfer;
  transfer.number = ++last_transfer_;
  transfer.client = region_.random.Below(kRegionClients);
  transfer.unit = region_.SomeUnit();
  return StepTransfer(out, transfers_.Add(transfer));
}

bool RegionStays::StepTransfer(std::string& out, std::uint32_t slot) {
  Transfer& transfer = transfers_[slot];
  const RegionUnit& unit = region_.places.units[transfer.unit];
  const std::string_view home = RegionMunicipalities()[unit.municipality].code;
  int hours = region_.random.Between(2, 20);
  switch (transfer.stage) {
    case 0:
      BeginTransfer(out, "transfer.readinessDeclared", transfer)
          .Text("hospital", "keskussairaala")
          .Text("homeMunicipality", home)
          .Day("ready", region_.today_text())
          .End();
      break;
    case 1:
      BeginTransfer(out, "transfer.followUpPlaceRequested", transfer)
          .Id("targetUnit", "yks-", transfer.unit)
          .Text("homeMunicipality", home)
          .Text("profileMatch", "yes")
          .End();
      break;
    case 2:
      BeginTransfer(out, "transfer.followUpPlaceOffered", transfer)
          .Id("offeredUnit", "yks-", transfer.unit)
          .Text("profileMatch", "yes")
          .Text("ownMunicipalityUnit", "yes")
          .End();
      hours = region_.random.Between(4, 60);
      break;
    default:
      BeginTransfer(out, "transfer.moved", transfer)
          .Id("unit", "yks-", transfer.unit)
          .Day("moved", region_.today_text())
          .End();
      transfers_.Remove(slot);
      return true;
  }
  ++transfer.stage;
  transfer.last_event = region_.event;
  region_.agenda.Add(region_.now + hours * kHourMillis, kTransferStep, slot);
  return true;
}

// What was agreed is agreed again, now and then with a defect.
bool RegionStays::Review(std::string& out) {
  region_.agenda.Add(region_.NextArrival(reviews_arrive_), kPlacesReviewed, 0);
  const std::uint32_t number = region_.SomeUnit();
  RegionUnit& unit = region_.places.units[number];
  if (unit.places_touched) return false;
  const bool shared = region_.defects.Take(Defect::kSharedWithoutPriority);
  const bool wrong = !shared && region_.defects.Take(Defect::kPlacesDoNotAddUp);
  Line line = region_.Begin(out, "capacity.changed", "capacity-yks-", number,
                            "Esimerkin hyvinvointialue", "palvelupäällikkö");
  region_.OfUnit(line, number);
  line.Open("data").Id("unit", "yks-", number);
  WritePlaces(line, unit, unit.places + (wrong ? 2 : 0), shared);
  line.Text("reason", "Paikat tarkistettiin.").End();
  unit.places_touched = shared || wrong;
  if (wrong) region_.Planted(Defect::kPlacesDoNotAddUp, NumberedText("yks-", number), "total");
  if (shared) {
    const auto count = static_cast<std::uint32_t>(RegionMunicipalities().size());
    const std::uint32_t other = (unit.quotas.back().municipality + 1) % count;
    region_.Planted(Defect::kSharedWithoutPriority, NumberedText("yks-", number),
                    std::string(RegionMunicipalities()[unit.quotas[0].municipality].name) + ", " +
                        RegionMunicipalities()[other].name);
  }
  return true;
}

}  // namespace sinetti
