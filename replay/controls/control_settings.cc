#include "replay/controls/control_settings.h"

#include <algorithm>
#include <utility>

#include "replay/controls/audit.h"
#include "replay/controls/control_parameters.h"

namespace sinetti {
namespace {

constexpr std::string_view kSwitched =
    "SELECT seq, control, state FROM control_setting "
    "WHERE since <= (SELECT as_of FROM meta) AND state <> 'unspecified' ORDER BY since, seq";

constexpr std::string_view kSetValues =
    "SELECT s.seq, s.control, p.name, p.value FROM control_setting s "
    "JOIN control_parameter_set p ON p.seq = s.seq "
    "WHERE s.since <= (SELECT as_of FROM meta) ORDER BY s.since, s.seq, p.number";

Sequence SequenceOf(const Statement& statement) {
  return Sequence{static_cast<std::uint64_t>(statement.Integer(0))};
}

// "R-SUM" names every part of the control, "R-SUM/places" one.
bool Names(std::string_view control, std::string_view code, std::string_view part) {
  if (control == code) return true;
  return control.size() == code.size() + 1 + part.size() && control.starts_with(code) &&
         control[code.size()] == '/' && control.ends_with(part);
}

}  // namespace

Result<ControlSettings> ControlSettings::InForce(Database& views,
                                                 const std::vector<Control>& controls) {
  ControlSettings settings;
  for (const Control& control : controls) {
    const auto same = [&](const Switch& one) {
      return one.code == control.code && one.part == control.part;
    };
    if (std::none_of(settings.switches_.begin(), settings.switches_.end(), same))
      settings.switches_.push_back({std::string(control.code),
                                    std::string(control.part),
                                    control.ordinarily_on,
                                    control.ordinarily_on,
                                    {}});
  }
  for (const ControlParameter& parameter : ControlParameters())
    settings.values_.push_back({std::string(parameter.code),
                                std::string(parameter.name),
                                parameter.value,
                                parameter.value,
                                {}});

  SINETTI_ASSIGN(Statement switched, views.Prepare(kSwitched));
  for (switched.Start();;) {
    SINETTI_ASSIGN(const bool more, switched.Step());
    if (!more) break;
    settings.Apply(switched.Text(1), switched.Text(2), SequenceOf(switched));
  }
  SINETTI_ASSIGN(Statement set, views.Prepare(kSetValues));
  for (set.Start();;) {
    SINETTI_ASSIGN(const bool more, set.Step());
    if (!more) return settings;
    settings.Apply(set.Text(1), set.Text(2), set.Integer(3), SequenceOf(set));
  }
}

void ControlSettings::Apply(std::string_view control, std::string_view state, Sequence setting) {
  for (Switch& one : switches_) {
    if (!Names(control, one.code, one.part)) continue;
    one.on = state == "on";
    one.setting = setting;
  }
}

void ControlSettings::Apply(std::string_view control, std::string_view name, std::int64_t value,
                            Sequence setting) {
  for (Value& one : values_) {
    if (one.code != control || one.name != name) continue;
    one.value = value;
    one.setting = setting;
  }
}

bool ControlSettings::Runs(const Control& control) const {
  for (const Switch& one : switches_)
    if (one.code == control.code && one.part == control.part) return one.on;
  return true;
}

ControlValues ControlSettings::ValuesOf(std::string_view code) const {
  ControlValues values;
  for (const Value& one : values_)
    if (one.code == code) values.Set(one.name, one.value);
  return values;
}

Result<void> ControlSettings::Store(Database& views) const {
  SINETTI_TRY(views.Execute("DELETE FROM control_in_force"));
  SINETTI_ASSIGN(Statement insert, views.Prepare("INSERT INTO control_in_force "
                                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  std::int64_t place = 0;
  std::string_view code;
  for (const Switch& one : switches_) {
    if (one.code != code) {  // what holds for the whole control goes before its parts
      code = one.code;
      for (const Value& value : values_) {
        if (value.code != code) continue;
        SINETTI_TRY(insert.Run(++place, value.code, "", value.name, std::to_string(value.value),
                               std::to_string(value.ordinary), value.setting));
      }
    }
    SINETTI_TRY(insert.Run(++place, one.code, one.part, nullptr, one.on ? "on" : "off",
                           one.ordinarily_on ? "on" : "off", one.setting));
  }
  return {};
}

}  // namespace sinetti
