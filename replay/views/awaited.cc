#include "replay/views/awaited.h"

#include <algorithm>

#include "ledger/event/stated_value.h"
#include "replay/views/body_fields.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE awaited (
  seq INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  key TEXT NOT NULL,
  stream TEXT NOT NULL,
  due TEXT NOT NULL,             -- last day
  closed_on TEXT,
  closed_seq INTEGER
);
CREATE INDEX awaited_by_key ON awaited (type, key);
)sql";

constexpr AwaitedDeclaration kAwaited[] = {
    {"consultation.opened", "due", "consultation.closed", "round"},
    {"jointunit.authorisationExpired", "deadline", "jointunit.authorisedProviderReplaced", "unit"},
    {"participation.invited", "answerDue", "participation.joined", "in participant"},
    {"participation.invited", "answerDue", "participation.left", "in participant"},
    {"placement.offered", "answerBy", "placement.ended", "unit @client"},
    {"placement.offered", "answerBy", "placement.started", "unit @client"},
    {"plan.adopted", "reviewDue", "plan.adopted", "kind @client"},
    {"plan.adopted", "reviewDue", "plan.reviewed", "kind @client"},
    {"question.opened", "due", "question.answered", "question"},
};

class AwaitedFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<AwaitedFold> view(new AwaitedFold);
    SINETTI_TRY(PrepareInto(view->open_, database,
                            "INSERT INTO awaited VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL)"));
    SINETTI_TRY(PrepareInto(view->close_, database,
                            "UPDATE awaited SET closed_on = ?3, closed_seq = ?4 "
                            "WHERE type = ?1 AND key = ?2 AND closed_seq IS NULL"));
    return std::unique_ptr<View>(std::move(view));
  }

  // A later one of the same thing may close the one before it, and then opens its own.
  Result<void> Apply(const Event& event) override {
    for (const AwaitedDeclaration& one : kAwaited) {
      if (one.closes != event.type()) continue;
      const std::string key = FieldsKey(event, one.key);
      if (key.empty()) continue;
      SINETTI_TRY(close_->Run(one.opens, key, FirstDay(event), event.sequence()));
    }
    for (const AwaitedDeclaration& one : kAwaited) {
      if (one.opens != event.type()) continue;
      const std::string key = FieldsKey(event, one.key);
      const std::vector<StatedValue> values = reader_.Read(event);
      const StatedValue* due = FindStated(values, one.due);
      if (key.empty() || due == nullptr || !due->last) return {};
      return open_->Run(event.sequence(), one.opens, key, event.stream(), *due->last);
    }
    return {};
  }

 private:
  AwaitedFold() = default;

  StatedValueReader reader_;
  std::optional<Statement> open_, close_;
};

std::vector<std::string_view> Types() {
  std::vector<std::string_view> types;
  for (const AwaitedDeclaration& one : kAwaited) {
    for (const std::string_view type : {one.opens, one.closes})
      if (std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
  }
  return types;
}

}  // namespace

std::span<const AwaitedDeclaration> AwaitedDeclarations() { return kAwaited; }

const ViewDefinition& AwaitedView() {
  static const ViewDefinition definition{.name = "awaited",
                                         .tables = {"awaited"},
                                         .schema = kSchema,
                                         .event_types = Types(),
                                         .lookups = {"awaited_by_key"},
                                         .open = AwaitedFold::Open};
  return definition;
}

}  // namespace sinetti
