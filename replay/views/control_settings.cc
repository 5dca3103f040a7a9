#include "replay/views/control_settings.h"

#include <schemas/control.capnp.h>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE control_setting (
  seq INTEGER PRIMARY KEY,
  control TEXT NOT NULL,         -- R-SUM, or a part of it: R-SUM/places
  state TEXT NOT NULL,           -- on, off, unspecified
  since TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  recorded_by TEXT
);

CREATE TABLE control_parameter_set (
  seq INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (seq, number)
) WITHOUT ROWID;

-- One row for each part of a control (parameter is then NULL, value on or off) and one for each
-- parameter.  `setting`: the event that says so; NULL: as the program comes.
CREATE TABLE control_in_force (
  place INTEGER PRIMARY KEY,
  control TEXT NOT NULL,
  part TEXT NOT NULL,
  parameter TEXT,
  value TEXT NOT NULL,
  ordinary TEXT NOT NULL,
  setting INTEGER
);

CREATE VIEW v_control_settings AS
  SELECT f.control, f.part, f.parameter, f.value, f.ordinary, f.value <> f.ordinary AS differs,
         s.since, s.reason, s.decided_by, s.recorded_by, f.setting AS seq
  FROM control_in_force f LEFT JOIN control_setting s ON s.seq = f.setting
  ORDER BY f.place;

-- Settings whose day has come and that name nothing the audit has.
CREATE VIEW v_control_settings_of_nothing AS
  SELECT s.seq, s.control, NULL AS parameter, s.since, s.reason, s.decided_by
  FROM control_setting s
  WHERE s.since <= (SELECT as_of FROM meta) AND NOT EXISTS (
    SELECT 1 FROM control_in_force f
    WHERE s.control IN (f.control, f.control || '/' || f.part))
  UNION ALL
  SELECT s.seq, s.control, p.name, s.since, s.reason, s.decided_by
  FROM control_setting s JOIN control_parameter_set p ON p.seq = s.seq
  WHERE s.since <= (SELECT as_of FROM meta)
    AND EXISTS (SELECT 1 FROM control_in_force f
                WHERE s.control IN (f.control, f.control || '/' || f.part))
    AND NOT EXISTS (SELECT 1 FROM control_in_force f
                    WHERE f.control = s.control AND f.parameter = p.name)
  ORDER BY 1, 3;
)sql";

class ControlSettingsFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<ControlSettingsFold> view(new ControlSettingsFold);
    SINETTI_TRY(PrepareInto(view->setting_, database,
                            "INSERT INTO control_setting VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_TRY(PrepareInto(view->parameter_, database,
                            "INSERT INTO control_parameter_set VALUES (?1, ?2, ?3, ?4)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    const auto body = Body<schema::ControlSet>(event);
    SINETTI_TRY(setting_->Run(event.sequence(), TextOf(body.getControl()),
                              EnumerantName(body.getState()), FirstDay(event),
                              TextOf(body.getReason()), TextOf(body.getBy()),
                              Column(event.envelope().actor)));
    int number = 0;
    for (const auto parameter : body.getParameters()) {
      SINETTI_TRY(parameter_->Run(event.sequence(), ++number, TextOf(parameter.getName()),
                                  parameter.getValue()));
    }
    return {};
  }

 private:
  ControlSettingsFold() = default;

  std::optional<Statement> setting_, parameter_;
};

}  // namespace

const ViewDefinition& ControlSettingsView() {
  static const ViewDefinition definition{.name = "controls",
                                         .shows = {"v_control_settings"},
                                         .tables = {"control_setting", "control_parameter_set"},
                                         .schema = kSchema,
                                         .event_types = {"control.set"},
                                         .open = ControlSettingsFold::Open};
  return definition;
}

}  // namespace sinetti
