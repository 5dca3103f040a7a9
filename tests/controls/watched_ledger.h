// A ledger whose views are kept in memory and audited again whenever a test asks: what tests of the
// life of a finding begin with.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "replay/controls/audit.h"
#include "replay/fold/event_feed.h"
#include "replay/fold/meta.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti::testing_support {

class WatchedLedger {
 public:
  // "Today" is `as_of` for ever; every event is applied, also what takes effect later.
  explicit WatchedLedger(Date as_of = DateOf(2026, 6, 1)) : views_(Database::InMemory().value()) {
    ViewsMeta meta;
    meta.origin = ledger_.ledger().info().origin;
    meta.as_of = as_of;
    EXPECT_OK(CreateTables(*views_, AllViews(), meta));
    for (const ViewDefinition* definition : AllViews())
      opened_.push_back({definition, definition->open(*views_).value()});
  }

  ScenarioLedger& ledger() { return ledger_; }

  // The views of everything recorded so far, audited.
  Database& Now() {
    const Reader reader = ledger_.ledger().Read();
    const auto start = reader.PositionAt(seen_);
    EXPECT_OK(start);
    EventFeed feed(reader, ledger_.registry(), *start,
                   {.until = reader.size(), .anchor = {}, .threaded = false});
    for (;;) {
      const auto batch = feed.Next();
      EXPECT_OK(batch);
      if (!batch || batch->events.empty()) break;
      for (const Event& event : batch->events) Apply(event);
    }
    for (auto& opened : opened_) EXPECT_OK(opened.view->Flush());
    seen_ = reader.size();
    EXPECT_OK(Audit(*views_));
    return *views_;
  }

  std::vector<std::vector<std::string>> Rows(const std::string& sql) { return RowsOf(Now(), sql); }

 private:
  struct Opened {
    const ViewDefinition* definition;
    std::unique_ptr<View> view;
  };

  void Apply(const Event& event) {
    for (auto& opened : opened_) {
      const auto& types = opened.definition->event_types;
      if (types.empty() || std::find(types.begin(), types.end(), event.type()) != types.end())
        EXPECT_OK(opened.view->Apply(event));
    }
  }

  ScenarioLedger ledger_;
  std::unique_ptr<Database> views_;
  std::vector<Opened> opened_;  // before views_ goes
  TreeSize seen_;
};

}  // namespace sinetti::testing_support
