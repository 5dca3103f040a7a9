// What all processes of the region generator share: its random source, days, places and agenda, the
// number of the event being written, the attributes that every event has, and the plan of defects.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "replay/region/agenda.h"
#include "replay/region/days.h"
#include "replay/region/defects.h"
#include "replay/region/line.h"
#include "replay/region/places.h"
#include "replay/region/region.h"

namespace sinetti {

inline constexpr std::uint32_t kRegionClients = 60'000;

// Who works through the agenda; a task carries one of these and a slot of the process's own.
enum RegionProcess : std::uint32_t {
  kFounding,
  kMatterArrives,
  kMatterStep,
  kPlacementArrives,
  kPlacementEnds,
  kTransferArrives,
  kTransferStep,
  kIncidentArrives,
  kStaffNotifies,
  kObservationArrives,
  kObservationStep,
  kAccountDue,
  kContractArrives,
  kAmendmentArrives,
  kSubcontractorArrives,
  kChargeDue,
  kChargePaid,
  kPlacesReviewed,
  kCaseArrives,
  kCaseStep,
  kProjectArrives,
  kProjectStep,
};

// When things of one kind come in: office hours or around the clock, fewer in some months.
struct Arrivals {
  std::uint64_t per_year = 0;
  bool office = true;
  std::array<std::uint16_t, 12> percent{};  // of the mean, by month
  Date day;
  std::int64_t into = 0;  // milliseconds into the day's hours
};

struct RegionContext {
  RegionContext(std::uint64_t seed, const RegionOptions& chosen);
  RegionContext(const RegionContext&) = delete;

  // ---- time

  void MoveTo(std::int64_t moment);
  const std::string& today_text() { return days.TextOf(today); }
  std::string TextAfter(int count) { return FormatDate(AddDays(today, count)); }

  // A moment in office hours of that day, which may be a day when offices are closed.
  std::int64_t MomentOn(Date day);
  // In the office hours of the `count`th working day from now; 0: later this day, or the next open
  // one.
  std::int64_t WorkdaysFromNow(int count);
  std::int64_t DaysFromNow(int count) { return MomentOn(days.OpenOn(AddDays(today, count))); }
  std::int64_t NextArrival(Arrivals& arrivals);

  // ---- writing

  // Attributes that every event has; `happened` empty: now.
  Line Begin(std::string& out, std::string_view type, std::string_view family, std::uint64_t stream,
             std::string_view actor, std::string_view role, std::string_view happened = {});
  void OfUnit(Line& line, std::uint32_t unit) {
    line.Id("provider", "pt-", places.units[unit].provider).Id("unit", "yks-", unit);
  }
  std::string_view ProviderOf(std::uint32_t unit) const {
    return places.providers[places.units[unit].provider].name;
  }
  std::uint32_t SomeUnit() { return random.Below(static_cast<std::uint32_t>(places.units.size())); }
  std::string_view SomeObservation();

  // An act of so many events, this one among them, fits into the stream.
  bool HasRoomFor(std::uint64_t count) const {
    return options.events == 0 || event + count - 1 <= options.events;
  }

  // ---- defects

  // Finds it from today on.
  void Planted(Defect defect, std::string subject, std::string place) {
    defects.Planted(defect, std::move(subject), std::move(place), event, today);
  }
  // Finds it once the day is over.
  void PlantedAfter(Defect defect, std::string subject, std::string place, Date due) {
    defects.Planted(defect, std::move(subject), std::move(place), event, AddDays(due, 1));
  }

  RegionOptions options;
  Date first_day;
  Random random;
  RegionDays days;
  RegionPlaces places;
  Agenda agenda;
  DefectPlan defects;
  std::int64_t now = 0;     // milliseconds since 1970
  Date today;               // in Finland
  std::uint64_t event = 0;  // the one being written, from 1

  // Delegations that decisions rest on: numbers of the events that granted them.
  std::uint64_t delegation_social = 0;       // sosiaalityöntekijä: services, with discretion
  std::uint64_t delegation_assistance = 0;   // etuuskäsittelijä: social assistance, without
  std::uint64_t delegation_ended = 0;        // as the first, ended before the region began
  std::uint64_t delegation_supervision = 0;  // valvontajohtaja: orders and fines

 private:
  std::string time_text_ = "2024-01-01T07:00:00Z";
  std::int64_t time_day_ = -1;
};

std::string NumberedText(std::string_view kind, std::uint64_t number);  // "asia-", 17: "asia-17"

}  // namespace sinetti
