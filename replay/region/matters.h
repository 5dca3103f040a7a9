// Client matters of the made-up region: opened, applied for, assessed, decided, notified; final
// once the time for a correction request has passed, or later when one was made.
#pragma once

#include "replay/region/context.h"

namespace sinetti {

class RegionMatters {
 public:
  explicit RegionMatters(RegionContext& region);

  // False when nothing was written.
  bool Arrive(std::string& out);
  bool Step(std::string& out, std::uint32_t slot);

 private:
  enum class Stage : std::uint8_t {
    kApply,
    kNeedBegins,
    kNeedEnds,
    kAssess,
    kJoin,
    kAssessed,
    kDecide,
    kNotify,
    kObject,
    kReconsider,
    kFinal
  };

  struct Matter {
    std::uint64_t number = 0;
    std::uint64_t last_event = 0;   // id of the event the next one refers to
    std::uint64_t application = 0;  // id of application.received
    std::uint64_t decision = 0;
    std::uint32_t client = 0;
    std::uint32_t unit = 0;
    Date applied;
    std::uint8_t kind = 0;
    Stage stage = Stage::kApply;
    bool urgent = false;
    bool decides_late = false;
    bool letter = false;
  };

  Line BeginMatter(std::string& out, std::string_view type, const Matter& matter,
                   std::string_view role);
  std::string Name(const Matter& matter) const { return NumberedText("asia-", matter.number); }
  void Next(const Matter& matter, std::uint32_t slot, Stage stage, std::int64_t at);
  std::int64_t ToDecision(const Matter& matter);

  void Apply(std::string& out, Matter& matter, std::uint32_t slot);
  void AskForNeed(std::string& out, Matter& matter, std::uint32_t slot);
  void BeginNeed(std::string& out, Matter& matter, std::uint32_t slot);
  void EndNeed(std::string& out, Matter& matter, std::uint32_t slot);
  void Assess(std::string& out, Matter& matter, std::uint32_t slot);
  void Join(std::string& out, Matter& matter, std::uint32_t slot);
  void EndAssessment(std::string& out, Matter& matter, std::uint32_t slot);
  void Decide(std::string& out, Matter& matter, std::uint32_t slot);
  void Notify(std::string& out, Matter& matter, std::uint32_t slot);
  void Object(std::string& out, Matter& matter, std::uint32_t slot);
  void Reconsider(std::string& out, Matter& matter, std::uint32_t slot);
  void BecomeFinal(std::string& out, Matter& matter, std::uint32_t slot);

  // The mandate that a decision names, or a planted wrong one.
  void WriteMandate(Line& line, const Matter& matter, std::string_view office);

  RegionContext& region_;
  Arrivals arrivals_;
  Pool<Matter> matters_;
  std::uint64_t last_matter_ = 0;
};

}  // namespace sinetti
