// Which controls run and with which parameters, on the day that the views show: what the program
// comes with, and over it what people recorded (control.set), the newest in force last.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/integers.h"
#include "ledger/base/result.h"
#include "replay/controls/control_values.h"
#include "replay/fold/database.h"

namespace sinetti {

struct Control;

class ControlSettings {
 public:
  // Of `controls`, as the events in `views` say.  A setting that names no control or parameter
  // changes nothing; v_control_settings_of_nothing lists it.
  static Result<ControlSettings> InForce(Database& views, const std::vector<Control>& controls);

  bool Runs(const Control& control) const;
  ControlValues ValuesOf(std::string_view code) const;

  // Writes them to control_in_force, in place of what an earlier audit left there.
  Result<void> Store(Database& views) const;

 private:
  struct Switch {
    std::string code, part;
    bool on = true, ordinarily_on = true;
    std::optional<Sequence> setting;  // the event that says so
  };
  struct Value {
    std::string code, name;
    std::int64_t value, ordinary;
    std::optional<Sequence> setting;
  };

  void Apply(std::string_view control, std::string_view state, Sequence setting);
  void Apply(std::string_view control, std::string_view name, std::int64_t value, Sequence setting);

  std::vector<Switch> switches_;  // by code and then as listed
  std::vector<Value> values_;
};

}  // namespace sinetti
